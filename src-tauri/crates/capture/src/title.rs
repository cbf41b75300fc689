//! A short title in the imperative: the act, its object, cut at a word.

use crate::frame::Frame;
use crate::lexicon::{Tables, form, is};
use crate::noun_act;
use crate::scene::{Scene, bit};
use crate::subject::denies;
use crate::text;
use crate::work;

/// Longest title, in characters.
const LONGEST: usize = 90;

/// What stands behind a noun where its phrase ends.
const NOUN_ENDS: u32 = is::PREP | is::OF | is::TO;

/// Nouns of acts, and the verb of each.
const NOUNS: [(u64, &str); 29] = [
    (text::hash("launch"), "Launch"),
    (text::hash("establishment"), "Establish"),
    (text::hash("conclusion"), "Conclude"),
    (text::hash("signing"), "Sign"),
    (text::hash("finalization"), "Finalize"),
    (text::hash("finalisation"), "Finalise"),
    (text::hash("creation"), "Create"),
    (text::hash("convening"), "Convene"),
    (text::hash("negotiation"), "Negotiate"),
    (text::hash("opening"), "Open"),
    (text::hash("completion"), "Complete"),
    (text::hash("implementation"), "Implement"),
    (text::hash("expansion"), "Expand"),
    (text::hash("resumption"), "Resume"),
    (text::hash("adoption"), "Adopt"),
    (text::hash("development"), "Develop"),
    (text::hash("inauguration"), "Inaugurate"),
    (text::hash("ratification"), "Ratify"),
    (text::hash("visit"), "Make the visit"),
    (text::hash("commencement"), "Begin"),
    (text::hash("introduction"), "Introduce"),
    (text::hash("dispatch"), "Send"),
    (text::hash("consideration"), "Consider"),
    (text::hash("provision"), "Provide"),
    (text::hash("extension"), "Extend"),
    (text::hash("construction"), "Build"),
    (text::hash("delivery"), "Deliver"),
    (text::hash("holding"), "Hold"),
    (text::hash("removal"), "Remove"),
];

/// The title of a frame.
pub fn of(tables: &Tables, scene: &Scene, text: &str, frame: &Frame) -> String {
    let count = scene.tokens.len();
    // "the launch of a corridor": the noun is made a verb below.
    let mut frame = *frame;
    if noun_act::told_by(scene, &frame) {
        let open = (frame.end..frame.act_at).find(|n| !scene.has(*n, is::PREP | is::TO));
        (frame.act, frame.act_at) = (0, open.unwrap_or(frame.act_at));
    }
    let frame = &frame;
    // "pledged her support to New Delhi": the place is not what is done.
    let to = frame.act_at > frame.end && scene.has(frame.act_at - 1, is::TO);
    let place = frame.act == 0 && to && scene.marks[frame.act_at.min(count - 1)].bits & bit::PARTY != 0;
    let mut at = if place { frame.end } else { frame.act_at }.min(count - 1);
    let mut verb = String::new();
    let neither = (0..frame.at.min(count)).any(|n| scene.tokens[n].hash == const { text::hash("neither") });
    // "agreed that fees will not be raised": right before the act.
    let close = frame.at.max(frame.act_at.saturating_sub(4))..frame.act_at.min(count);
    let denied = frame.negated && neither || close.into_iter().any(|n| denies(scene, n));
    let there = frame.passive && frame.act == 1 && scene.has(at, is::BE);
    // "A grant was pledged by Japan": the promise itself is all that is said of it.
    let said = frame.passive && matches!(frame.act, 0 | 12) && frame.form & form::PARTICIPLE != 0 && frame.takes == 3;
    if said {
        at = frame.at;
    }
    if said || frame.passive && frame.act > 0 && !there && scene.words[at].form & (form::BASE | form::ING) == 0 {
        // "will be launched": the thing stands before the verb.
        // "agreed that fees will be waived": the thing stands in the clause.
        let modal =
            (frame.end..at).find(|n| scene.has(*n, is::MODAL | is::WOULD | is::BE)).filter(|_| frame.takes == 4);
        let thing = before(scene, modal.unwrap_or(frame.at));
        if let Some((from, to)) = thing {
            let object = smooth(&text[scene.tokens[from].lo..scene.tokens[to - 1].hi]);
            let name = tables.rules[usize::from(frame.rule)].name.as_str();
            let base = match name {
                "firm.pledge" | "firm.announce" | "firm.commit" if said => "provide".to_owned(),
                _ if said => "carry out".to_owned(),
                _ => base(tables, scene, text, at),
            };
            let next = past_agent(scene, at + 1);
            let apart = next > at + 1 && scene.tokens.get(next).is_some_and(|token| !token.word());
            let rest = if apart { next } else { tail(scene, next) };
            let more = if rest > next {
                format!(" {}", smooth(&text[scene.tokens[next].lo..scene.tokens[rest - 1].hi]))
            } else {
                String::new()
            };
            let verb = if denied { format!("Do not {base}") } else { capital(&base) };
            return cut(format!("{verb} {}{more}", lower_article(&object)));
        }
    }
    // "There will be a working group".
    if there {
        verb = "Set up".to_owned();
        at += 1;
    } else if frame.act > 0 || scene.words[at].form & (form::BASE | form::ING) != 0 && scene.words[at].act > 0 {
        verb = capital(&base(tables, scene, text, at));
        at += 1;
    } else {
        while at < count && scene.has(at, is::DET | is::ADVERB | is::PREP | is::NEW | is::TO) {
            let hash = scene.tokens[at].hash;
            if NOUNS.iter().any(|(noun, _)| *noun == hash) {
                break;
            }
            at += 1;
        }
        if at < count {
            let hash = scene.tokens[at].hash;
            if let Some((_, imperative)) = NOUNS.iter().find(|(noun, _)| *noun == hash) {
                verb = (*imperative).to_owned();
                at += 1;
                if scene.has(at, is::OF) {
                    at += 1;
                }
            } else if scene.words[at].act > 0
                && scene.words[at].form & form::BASE != 0
                && scene.has(at + 1, NOUN_ENDS) | scene.sign(at + 1, '(')
            {
                // "our support for", "a visit to": a noun that is a verb as well.
                verb = capital(&base(tables, scene, text, at));
                at += 1;
                while scene.sign(at, '(') && (at..at + 4).any(|n| scene.sign(n, ')')) {
                    at = (at..at + 4).find(|n| scene.sign(*n, ')')).unwrap_or(at) + 1;
                }
                if scene.has(at, is::OF | is::TO)
                    || scene.tokens.get(at).is_some_and(|token| token.hash == const { text::hash("for") })
                {
                    at += 1;
                }
            } else {
                let name = tables.rules[usize::from(frame.rule)].name.as_str();
                verb = match name {
                    name if name.starts_with("soft.look") || name.ends_with("upcoming") => "Hold",
                    name if name.contains("support") || name.contains("encourage") => "Support",
                    name if name.contains("affirm") || name.contains("commit") => "Uphold",
                    name if name.contains("announce") => "Carry out",
                    // A noun says enough.
                    _ => "",
                }
                .to_owned();
                if !verb.is_empty() {
                    at = frame.act_at.min(count - 1);
                }
            }
        }
    }
    // A bracket or quotation mark that the cue left behind begins no title.
    while at + 1 < count && !scene.tokens[at].word() {
        at += 1;
    }
    let end = tail(scene, at);
    if at >= count || end <= at {
        return cut(smooth(&text[scene.tokens[0].lo..scene.tokens[count - 1].hi]));
    }
    let rest = smooth(&text[scene.tokens[at].lo..scene.tokens[end - 1].hi]);
    // "will not impose new duties": the contrary would be entered.
    if denied && !verb.is_empty() {
        return cut(format!("Do not {} {rest}", small(&verb)));
    }
    cut(if verb.is_empty() { capital(&rest) } else { format!("{verb} {rest}") })
}

/// The thing of which a passive verb speaks: the words before it up to a comma.
fn before(scene: &Scene, at: usize) -> Option<(usize, usize)> {
    // "The lists are to be exchanged": the auxiliary is no part of the thing.
    let mut to = at;
    while to > 0 && scene.has(to - 1, is::BE | is::ADVERB) {
        to -= 1;
    }
    let mut from = to;
    while from > 0 && at - from < 14 && scene.tokens[from - 1].word() && !scene.has(from - 1, is::WHICH | is::THAT) {
        from -= 1;
    }
    (from < to).then_some((from, to))
}

/// Where it goes on behind "by" and the one who does it: "hosted by Georgia in May"; "by May" is none who does anything.
fn past_agent(scene: &Scene, at: usize) -> usize {
    if scene.tokens.get(at).is_none_or(|token| token.hash != const { text::hash("by") }) {
        return at;
    }
    let mut to = at + 1 + usize::from(scene.has(at + 1, is::DET));
    let from = to;
    while scene.looks(to, text::CAP) && scene.words[to].month == 0 {
        to += 1;
    }
    // Where more of the name follows, such as a number, it is not parted.
    let ends = to >= scene.tokens.len()
        || !scene.tokens[to].word()
        || scene.has(to, is::PREP | is::TO)
        || scene.words[to].time != 0;
    if to > from && ends && !scene.looks(to - 1, text::POSS) { to } else { at }
}

/// Whether a clause begins at `at` that says more of the thing before it: "cooperation that would help both".
fn aside(scene: &Scene, at: usize) -> bool {
    scene.has(at, is::THAT) && scene.has(at + 1, is::MODAL | is::WOULD | is::MAY)
}

/// Where the clause ends: at `which`, `that would`, a semicolon, the full stop.
fn tail(scene: &Scene, from: usize) -> usize {
    let count = scene.tokens.len();
    // "We will sign it in May," the minister said: the report is no part of the promise.
    let quoted = scene.tokens[0].mark('"');
    let end = (from..count)
        .find(|n| {
            quoted && scene.tokens[*n].mark('"')
                || scene.sign(*n, ';')
                || scene.sign(*n, ':')
                || *n > from && (scene.has(*n, is::WHICH) || aside(scene, *n))
        })
        .unwrap_or(count);
    let mut end = end.min(from + 40);
    while end > from
        && (!scene.tokens[end - 1].word() && !scene.sign(end - 1, ')')
            || scene.has(end - 1, is::AND | is::PREP | is::TO))
    {
        end -= 1;
    }
    end
}

/// The base form of the verb at `at`.
fn base(tables: &Tables, scene: &Scene, text: &str, at: usize) -> String {
    let token = &scene.tokens[at];
    tables.base(token.id).map_or_else(|| text[token.lo..token.hi].to_lowercase(), str::to_owned)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The word with a small letter first, where it opens a title no more.
fn small(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn lower_article(words: &str) -> String {
    for article in ["The ", "A ", "An ", "This ", "These "] {
        if let Some(rest) = words.strip_prefix(article) {
            return format!("{}{rest}", article.to_lowercase());
        }
    }
    words.to_owned()
}

/// The words of an occasion without what opens them: "ahead of the Durban summit" is the Durban summit.
pub fn occasion(words: &str) -> String {
    let lower = words.to_lowercase();
    for opener in [
        "ahead of ",
        "prior to ",
        "in advance of ",
        "no later than ",
        "not later than ",
        "by ",
        "before ",
        "until ",
        "at ",
        "in ",
        "during ",
        "on ",
    ] {
        if lower.starts_with(opener) {
            return words.get(opener.len()..).unwrap_or(words).to_owned();
        }
    }
    words.to_owned()
}

/// One line, single spaces, without soft hyphens and marks of emphasis.
pub fn smooth(words: &str) -> String {
    work::walked(words.len());
    let mut out = String::with_capacity(words.len());
    let mut space = false;
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        // Most of a text is plain letters with single spaces between them: they are taken a stretch at a time.
        let plain = plain(rest.as_bytes());
        if plain > 0 {
            if space {
                out.push(' ');
                space = false;
            }
            out.push_str(&rest[..plain]);
            rest = &rest[plain..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c.is_whitespace() {
            space = !out.is_empty();
        } else if !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '*') && !c.is_control() {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(c);
        }
    }
    out
}

/// A lead-in as it is shown with each of its items: smooth, and no longer than a line or two.
pub fn shown(words: &str) -> String {
    const LONGEST: usize = 160;
    let mut out = smooth(words);
    if let Some((limit, _)) = out.char_indices().nth(LONGEST) {
        out.truncate(out[..limit].rfind(' ').unwrap_or(limit));
        out.push('…');
    }
    out
}

/// How many bytes can be taken as they stand: printed ASCII without marks of emphasis, spaces only between two others.
fn plain(bytes: &[u8]) -> usize {
    let printed = |byte: &u8| matches!(byte, b'!'..=b'~') && *byte != b'*';
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if printed(byte) {
            at += 1;
        } else if *byte == b' ' && at > 0 && bytes.get(at + 1).is_some_and(printed) {
            at += 2;
        } else {
            break;
        }
    }
    at
}

/// Without quotation marks of which the other half was cut off.
fn paired(words: String) -> String {
    let count = |mark: char| words.chars().filter(|c| *c == mark).count();
    let odd = count('"') % 2 == 1;
    let curly = count('“') != count('”');
    if !odd && !curly {
        return words;
    }
    words.chars().filter(|c| !(odd && *c == '"' || curly && matches!(c, '“' | '”'))).collect()
}

/// Cut at a word.
fn cut(words: String) -> String {
    paired(shortened(words))
}

fn shortened(words: String) -> String {
    if words.len() <= LONGEST || words.chars().nth(LONGEST).is_none() {
        return words;
    }
    let limit = words.char_indices().nth(LONGEST).map_or(words.len(), |(at, _)| at);
    let part = &words[..limit];
    let at = part.rfind(' ').unwrap_or(limit);
    let mut part = part[..at].trim_end_matches([',', ';', ':', ' ', '(']);
    for _ in 0..4 {
        let Some((rest, last)) = part.rsplit_once(' ') else { break };
        if matches!(
            last,
            "and"
                | "or"
                | "of"
                | "the"
                | "a"
                | "an"
                | "to"
                | "in"
                | "for"
                | "with"
                | "on"
                | "by"
                | "as"
                | "that"
                | "our"
                | "their"
                | "its"
                | "including"
                | "between"
                | "from"
                | "at"
        ) {
            part = rest.trim_end_matches([',', ';']);
        } else {
            break;
        }
    }
    part.to_owned()
}
