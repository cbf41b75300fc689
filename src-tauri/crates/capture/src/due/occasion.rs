//! Deadlines that are no dates: meetings and summits to come, what has to be done first, a year in the name of an event.

use super::calendar::Open;
use super::find::Reader;
use crate::lexicon::is;
use crate::text;

impl Reader<'_> {
    /// What has to be done first, behind "upon": "the entry into force of the treaty", "successful completion of the tests".
    pub(super) fn done(&self, at: usize) -> Option<usize> {
        const NOUNS: [u64; 10] = text::hashes([
            "entry",
            "implementation",
            "receipt",
            "signature",
            "approval",
            "expiry",
            "expiration",
            "appointment",
            "submission",
            "fulfilment",
        ]);
        let noun = (at..at + 4).find(|n| self.scene.has(*n, is::DONE_NOUN) || self.any(*n, &NOUNS))?;
        self.any(noun + 1, &const { text::hashes(["of", "into"]) }).then(|| self.clause_end(noun))
    }

    /// A year in the name of an event that is held or visited: "co-host the 2026 Business Forum", "the Delhi 2010 Games".
    pub(super) fn named_year(&self, at: usize) -> Option<i32> {
        const VERBS: [u64; 18] = text::hashes([
            "host",
            "hosting",
            "attend",
            "attending",
            "participate",
            "participating",
            "hold",
            "holding",
            "organize",
            "organizing",
            "organise",
            "organising",
            "convene",
            "convening",
            "chair",
            "chairing",
            "make",
            "declare",
        ]);
        let year = self.year(at)?;
        let verb = (at.saturating_sub(5)..at).rfind(|n| self.any(*n, &VERBS))?;
        let plain = (verb + 1..at).all(|n| self.scene.has(n, is::DET | is::PREP) || self.scene.looks(n, text::CAP));
        let event = |n: &usize| {
            self.scene.has(*n, is::OCCASION | is::MEETING)
                || self.any(*n, &const { text::hashes(["games", "cup", "olympics", "championship", "festival"]) })
        };
        let named = (at + 1..at + 7).take_while(|n| self.scene.looks(*n, text::CAP)).any(|n| event(&n));
        // "make 2026 the year of": the year itself is what is made.
        let whole = at == verb + 1 && self.any(at + 1, &const { text::hashes(["the", "a", "as"]) });
        (plain && (named || whole)).then_some(year)
    }

    /// An occasion as a deadline; answers where its words end.
    pub(super) fn occasion(&self, start: usize, at: usize, open: Open) -> Option<usize> {
        let place = self.any(
            start,
            &const {
                text::hashes([
                    "at",
                    "in",
                    "during",
                    "by",
                    "before",
                    "through",
                    "on",
                    "for",
                    "from",
                    "after",
                    "following",
                ])
            },
        );
        let strict = open == Open::Before || self.any(start, &const { text::hashes(["by", "no", "not"]) });
        if self.any(
            start,
            &const { text::hashes(["from", "through", "over", "after", "following", "around", "beyond", "within"]) },
        ) {
            return None;
        }
        // "by members of the assembly": those who do it.
        let ahead = self.any(at, &const { text::hashes(["next", "upcoming", "forthcoming", "end"]) });
        let named =
            self.scene.has(at, is::DET | is::OWN) || self.scene.looks(at, text::CAP) || self.scene.looks(at, text::NUM);
        if self.is(start, const { text::hash("by") }) && !ahead && !named {
            return None;
        }
        // "called on the next conference to": it is asked, and no time.
        if start > 0 && self.is(start, const { text::hash("on") }) && self.scene.words[start - 1].opinion == 4 {
            return None;
        }
        let limit = self.scene.tokens.len().min(at + 14);
        let mut coming = false;
        let mut capital = false;
        let mut n = at;
        while n < limit {
            let token = &self.scene.tokens[n];
            // "the next 2+2 Meeting"
            if token.mark('+') && n > at && self.scene.looks(n + 1, text::NUM) {
                n += 1;
                continue;
            }
            if !token.word()
                || self.scene.has(n, is::MODAL | is::BE | is::AND | is::WHICH | is::THAT) && !token.is(text::CAP)
            {
                break;
            }
            if n > at + 1 && self.scene.has(n, is::PREP) && !self.scene.has(n, is::OF) {
                break;
            }
            // "in the context of the upcoming visit": no time.
            const BESIDE: [u64; 14] = text::hashes([
                "context",
                "framework",
                "wake",
                "aftermath",
                "light",
                "view",
                "spirit",
                "line",
                "support",
                "respect",
                "relation",
                "accordance",
                "pursuit",
                "aims",
            ]);
            if n < at + 3 && self.any(n, &BESIDE) {
                return None;
            }
            // "at the aforementioned summit": it is over.
            const OVER: [u64; 8] =
                text::hashes(["aforementioned", "said", "above", "previous", "last", "recent", "earlier", "past"]);
            if n < at + 4 && self.any(n, &OVER) {
                return None;
            }
            let word = &self.text[token.lo..token.hi];
            coming |= self.any(n, &const { text::hashes(["next", "upcoming", "forthcoming", "coming"]) })
                || self.scene.words[n].ordinal > 1 && !self.is(start, const { text::hash("for") })
                || (word.len() <= 4 && word.ends_with("th") && word.as_bytes()[0].is_ascii_digit());
            capital |= token.is(text::CAP);
            let cop = token.is(text::CAP)
                && word.len() >= 5
                && word.starts_with("COP")
                && word[3..].bytes().all(|b| b.is_ascii_digit());
            let short = self.is(n, const { text::hash("cop") }) && self.scene.looks(n + 1, text::NUM);
            if cop || short {
                let end = n + 1 + usize::from(short);
                let more = self.scene.has(end, is::AND)
                    && self.scene.looks(end + 1, text::CAP)
                    && self.scene.tokens[end + 1].hi - self.scene.tokens[end + 1].lo <= 4;
                return (place || strict).then_some(if more { end + 2 } else { end });
            }
            if self.scene.has(n, is::OCCASION) && !self.scene.has(n + 1, is::OCCASION | is::MEETING) {
                let enough = coming
                    || (strict
                        && (capital
                            || self.is(at, const { text::hash("the") })
                            || self.is(at, const { text::hash("their") })))
                    || self.is(start, const { text::hash("during") })
                        && self.any(n, &const { text::hashes(["season", "harvest", "presidency"]) })
                    || (capital
                        && self.is(start, const { text::hash("at") })
                        && self.any(n, &const { text::hashes(["summit", "conference", "assembly"]) }));
                // "hosted by the committee", "proscribed by the council": those who do it, not a time.
                let doer = self.is(start, const { text::hash("by") })
                    && self.part(at).is_none()
                    && (self.any(n, &const { text::hashes(["committee", "commission", "council", "review", "presidency", "visit"]) })
                        || start > 0
                            && (self.scene.looks(start - 1, text::ED)
                                || self.scene.words[start - 1].form & crate::lexicon::form::PARTICIPLE != 0));
                if !enough || doer {
                    return None;
                }
                let mut end = n + 1;
                // "the Leaders' Summit in New Delhi", "the summit in Seoul in 2026"
                if self.any(end, &const { text::hashes(["in", "of", "on"]) }) && self.scene.looks(end + 1, text::CAP) {
                    end += 2;
                    while end < limit + 4 && self.scene.looks(end, text::CAP) {
                        end += 1;
                    }
                }
                return Some(end);
            }
            n += 1;
        }
        None
    }
}
