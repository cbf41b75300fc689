//! Names of parties, titles and people: how far they run, and whose they are.

use crate::actor::{Actor, Cast, Who};
use crate::lexicon::{Tag, is};
use crate::name::{run, side, verb_follows, verb_follows_word};
use crate::scene::{Scene, bit};
use crate::text;

/// Organisations of many states, and alliances: none of them is an agency of a party.
const ORGANISATIONS: [u64; 24] = text::hashes([
    "nato", "iaea", "unhcr", "unicef", "undp", "unesco", "opec", "osce", "oecd", "asean", "aiib", "ebrd", "icrc",
    "interpol", "unsc", "unga", "unep", "unodc", "isis", "daesh", "brics", "ecowas", "mercosur", "tsmc",
]);

impl Cast<'_> {
    /// A party's name or adjective at `from`, and what belongs to it.
    #[allow(clippy::too_many_arguments)]
    pub(crate) fn of_party(
        &mut self,
        scene: &Scene,
        at: usize,
        from: usize,
        mask: u64,
        length: usize,
        adjective: bool,
    ) -> Option<Actor> {
        let mut end = (from + length).min(scene.tokens.len());
        let mut mask = mask;
        let poss = scene.looks(end - 1, text::POSS);
        let upper = scene.looks(from, text::DOTTED) || scene.looks(from, text::UPPER);
        let make = |end: usize, who: Who, owns: bool| Some(Actor { start: at, end, who, direct: false, owns });
        // "U.S.-India": two parties joined into an adjective; what it describes is no party.
        if scene.looks(end, text::GLUED)
            && end < scene.tokens.len()
            && let Some((other, more, _)) = self.named(scene, end)
        {
            mask |= other;
            end += more;
            if !verb_follows(scene, end) {
                let to = if scene.looks(end, text::CAP) { run(scene, end) } else { end };
                return make(to, Who::Body(mask), false);
            }
        }
        // "The Omani and Emirati sides", "Indian and Chilean agencies": all of them together.
        if adjective && !poss {
            let (mut all, mut to) = (mask, end);
            for _ in 0..6 {
                let next = to + usize::from(scene.sign(to, ','));
                let next = next + usize::from(scene.has(next, is::AND));
                let Some((more, length, true)) =
                    (next > to && next < scene.tokens.len()).then(|| self.named(scene, next)).flatten()
                else {
                    break;
                };
                (all, to) = (all | more, next + length);
            }
            let body = side(scene, to) || scene.marks.get(to).is_some_and(|mark| mark.subject == Some(Tag::Body));
            if to > end && all != 0 && body {
                return make(to + 1, Who::Some(all), false);
            }
        }
        // A title and a name: "Egyptian President Al Sisi", "Indian External Affairs Minister".
        if (adjective || poss || upper) && end < scene.tokens.len() && scene.marks[end].title != 0 {
            let after = end + usize::from(scene.marks[end].title_len);
            let (to, _) = self.titled(scene, after, mask, scene.marks[end].title - 1);
            return make(
                to,
                if mask == 0 { Who::Other(at, to) } else { Who::Some(mask) },
                scene.looks(to - 1, text::POSS),
            );
        }
        let mut sided = false;
        if adjective || poss || upper {
            if scene.looks(end, text::CAP)
                && end < scene.tokens.len()
                && scene.tokens[end].word()
                && !verb_follows_word(scene, end)
            {
                let to = run(scene, end);
                let body = (end..to).any(|n| scene.has(n, is::BODY))
                    || scene.marks[end].bits & bit::PREFIX != 0
                    || !(end..to).any(|n| scene.has(n, is::OUTSIDER));
                let who = if mask == 0 || !body { Who::Other(at, to) } else { Who::Some(mask) };
                return make(to, who, scene.looks(to - 1, text::POSS));
            }
            if poss && !side(scene, end) {
                return make(end, if mask == 0 { Who::Other(at, end) } else { Who::Some(mask) }, true);
            }
            if side(scene, end) {
                end += 1;
                sided = true;
            }
        }
        if scene.marks.get(end).is_some_and(|mark| mark.bits & bit::OUTSIDER != 0) && (adjective || upper || poss) {
            return make(end + 1, Who::Other(at, end + 1), false);
        }
        if adjective && !sided {
            // An adjective alone describes something else.
            return None;
        }
        // "the United States Foreign Service Institute"
        if scene.looks(end, text::CAP)
            && end < scene.tokens.len()
            && scene.tokens[end].word()
            && !poss
            && !sided
            && scene.marks[end].title == 0
        {
            let to = run(scene, end);
            if (end..to).any(|n| scene.has(n, is::BODY)) {
                return make(
                    to,
                    if mask == 0 { Who::Other(at, to) } else { Who::Some(mask) },
                    scene.looks(to - 1, text::POSS),
                );
            }
        }
        let who = if mask == 0 { Who::Other(at, end) } else { Who::Some(mask) };
        make(end, who, scene.looks(end - 1, text::POSS))
    }

    /// A name behind a title that ended at `at`; `mask` is whose title it is.
    pub(crate) fn titled(&mut self, scene: &Scene, at: usize, mask: u64, title: u16) -> (usize, Who) {
        let mut end = at;
        // "Secretary of Homeland Security Janet Napolitano": what the office is of.
        if scene.has(end, is::OF)
            && scene.looks(end + 1, text::CAP)
            && self.named(scene, end + 1).is_none_or(|found| found.2)
        {
            end = run(scene, end + 1);
            let mask = if mask == 0 { self.surname(scene, end) } else { mask };
            if mask != 0 && end > at {
                self.remember(&scene.tokens[end - 1], mask);
            }
            return (end, self.somebody(mask, at, end));
        }
        while end < scene.tokens.len() && end < at + 7 && scene.looks(end, text::CAP) && scene.marks[end].title == 0 {
            end += 1;
            // Initials and "Jr." have their full stop.
            if scene.sign(end, '.') && scene.tokens[end].lo == scene.tokens[end - 1].hi && end + 1 < scene.tokens.len()
            {
                end += 1;
            }
        }
        let mut last = end.max(at + 1) - 1;
        if scene.sign(last, '.') && last > at {
            last -= 1;
        }
        if scene.sign(end, ',')
            && scene.looks(end + 1, text::CAP)
            && scene.tokens[(end + 1).min(scene.tokens.len() - 1)].hi
                - scene.tokens[(end + 1).min(scene.tokens.len() - 1)].lo
                == 2
            && scene.has(end + 1, is::ABBREVIATION)
        {
            end += 2;
            if scene.sign(end, '.') {
                end += 1;
            }
        }
        let mut mask = mask;
        if end > at {
            let known = self.person(&scene.tokens[last]);
            if scene.has(end, is::OF) && end + 1 < scene.tokens.len() {
                let from = if scene.has(end + 1, is::DET) { end + 2 } else { end + 1 };
                if from < scene.tokens.len()
                    && let Some((of, length, false)) = self.named(scene, from)
                {
                    end = from + length;
                    mask = of;
                }
            }
            if mask == 0 {
                mask = known;
            }
            if mask == 0 && self.all.count_ones() == 2 {
                // Of two presidents one is known: this is the other.
                mask = self.all & !self.by_title.get(&title).copied().unwrap_or(self.all);
            } else if mask.count_ones() == 1 && known == 0 {
                self.by_title.entry(title).or_insert(mask);
            }
            self.remember(&scene.tokens[last], mask);
        } else if scene.has(end, is::OF) && end + 1 < scene.tokens.len() {
            let from = if scene.has(end + 1, is::DET) { end + 2 } else { end + 1 };
            if from < scene.tokens.len()
                && let Some((of, length, false)) = self.named(scene, from)
            {
                return (from + length, self.somebody(of, at, from + length));
            }
        }
        (end, self.somebody(mask, at, end))
    }

    pub(crate) fn surname(&self, scene: &Scene, end: usize) -> u64 {
        scene.tokens.get(end.saturating_sub(1)).map_or(0, |token| self.person(token))
    }

    /// Somebody of a party, or of one of the parties when it is not known which: people with titles are officials.
    pub(crate) fn somebody(&self, mask: u64, at: usize, end: usize) -> Who {
        if mask != 0 {
            Who::Some(mask)
        } else if end > at {
            Who::Body(0)
        } else {
            Who::Nobody
        }
    }

    /// A capitalised name that is no party's.
    pub(crate) fn unknown(&self, scene: &Scene, from: usize, end: usize) -> Who {
        let person = self.surname(scene, end);
        if person != 0 {
            return Who::Some(person);
        }
        // "Law Ministers", "Heads of Delegation": those who speak in the text.
        const SPEAKERS: [u64; 11] = text::hashes([
            "ministers",
            "leaders",
            "heads",
            "secretaries",
            "presidents",
            "premiers",
            "chiefs",
            "delegations",
            "governments",
            "governors",
            "commissioners",
        ]);
        if SPEAKERS.contains(&scene.tokens[end - 1].hash) || SPEAKERS.contains(&scene.tokens[from].hash) {
            return Who::All;
        }
        if (from..end).any(|n| scene.has(n, is::OUTSIDER))
            && !(from..end).any(|n| scene.marks[n].bits & bit::PREFIX != 0)
        {
            return Who::Other(from, end);
        }
        if scene.marks[end - 1].bits & bit::CONCRETE != 0 && !(from..end).any(|n| scene.has(n, is::BODY | is::MEETING))
        {
            return Who::Thing;
        }
        let mask = (from..end).filter_map(|n| self.named(scene, n)).fold(0, |mask, found| mask | found.0);
        if (from..end).any(|n| scene.has(n, is::BODY | is::MEETING) || scene.marks[n].bits & bit::PREFIX != 0)
            || mask != 0
        {
            return Who::Body(mask);
        }
        // "the Government of Ana Pereira": a government, whoever leads it.
        if scene.tokens[from].hash == const { text::hash("government") } {
            return Who::Body(0);
        }
        // "CDEMA", "BSTI": agencies go by initials; organisations of many states are known by theirs.
        // "The JWG", "the BNC": commissions and groups of the parties.
        const JOINT: [u64; 16] = text::hashes([
            "jwg", "jwgs", "bnc", "jcm", "jmc", "jec", "jtc", "jsc", "jic", "jfc", "jpc", "jcc", "jpcc", "icg", "wg",
            "jc",
        ]);
        if end == from + 1 && scene.looks(from, text::UPPER) && JOINT.contains(&scene.tokens[from].hash) {
            return Who::Body(0);
        }
        let initials = end == from + 1
            && scene.looks(from, text::UPPER)
            && scene.tokens[from].hi - scene.tokens[from].lo >= 4
            && !ORGANISATIONS.contains(&scene.tokens[from].hash);
        if initials {
            return Who::Body(0);
        }
        Who::Other(from, end)
    }
}
