//! Sentences of the synthetic dossier: titles, promises as statements word them, what is heard later.

use rapporteur_core::{
    clock::{Day, spoken},
    vocabulary::{Bound, Strength},
};

use super::{
    cast::{HOME, Partner},
    chance::Chance,
    subjects::{BESIDE, CIRCUMSTANCES, FORMS, Field, PLACES},
};

/// A promise in words: our title, the sentence of the statement.
pub(super) struct Words {
    pub(super) title: String,
    pub(super) sentence: String,
}

/// Words for a promise.
pub(super) fn promise(
    chance: &mut Chance,
    field: &Field,
    partner: &Partner,
    bound: Bound,
    strength: Strength,
    by: Option<Day>,
) -> Words {
    let (as_title, as_clause) = chance.one(FORMS);
    let subject = chance.skewed(field.subjects);
    let circumstance = chance.one(CIRCUMSTANCES);
    let who = match bound {
        Bound::Home => HOME.1,
        Bound::Partner => partner.name,
        Bound::Both | Bound::Named => "The two sides",
    };
    let one = matches!(bound, Bound::Home | Bound::Partner);
    let verb = match (strength, one) {
        (Strength::Firm, _) => chance.one(&["will", "shall"]),
        (Strength::Intent, true) => chance.one(&["intends to", "plans to", "aims to"]),
        (Strength::Intent, false) => chance.one(&["intend to", "plan to", "aim to"]),
        (Strength::Soft, true) => chance.one(&["will consider how to", "stands ready to"]),
        (Strength::Soft, false) => chance.one(&["will consider how to", "stand ready to"]),
    };
    let by = by.map_or_else(String::new, |day| format!(" by {}", spoken(day)));
    let place = if chance.of_hundred(30) { format!(", {}", chance.one(PLACES)) } else { String::new() };
    let phase = if chance.of_hundred(35) { format!(", phase {}", chance.between(1, 9)) } else { String::new() };
    let beside = if chance.of_hundred(4) { format!(" ({})", chance.one(BESIDE)) } else { String::new() };
    Words {
        title: format!("{as_title} {subject}{circumstance}{place}{phase}{beside}"),
        sentence: format!("{who} {verb} {as_clause} {subject}{circumstance}{place}{phase}{by}."),
    }
}

/// What statements say between promises.
pub(super) const FILLING: &[&str] = &[
    "The discussions were held in a spirit of mutual understanding.",
    "Both delegations took note of the work done since the last round.",
    "They recalled that progress rests on regular contact between those in charge.",
    "Views were exchanged on developments in the region.",
    "The hosts were thanked for their hospitality.",
];

/// What is heard of a promise later.
const HEARD: &[&str] = &[
    "Draft sent to the other side; their comments are awaited.",
    "First meeting of the experts was held; minutes are being agreed.",
    "Contact points have been exchanged.",
    "The budget for this year has been approved.",
    "No progress since the last report; the file was with the legal department.",
    "The other side proposes to widen the scope.",
    "The text is agreed but for two points.",
    "Terms of reference were signed by both heads of department.",
    "Participants have been nominated; dates are to be fixed.",
    "The report was delivered and is being read by the ministries concerned.",
    "The embassy was asked to find out where this stands.",
    "The responsible director has changed; the successor has been briefed.",
    "A visit of the technical team took place; findings are being written up.",
    "The questionnaire was returned with gaps.",
    "Both laboratories exchanged samples.",
    "The tender was published.",
    "The steering group met by video and confirmed the calendar.",
    "The memorandum awaits the signature of the second ministry.",
    "Customs asked for an exemption, which is being examined.",
    "Training began with forty officers.",
];

/// What was heard, in words: one of the usual sentences, with something of its own in half of the cases.
pub(super) fn heard(chance: &mut Chance, field: &Field) -> String {
    let usual = *chance.skewed(HEARD);
    match chance.between(1, 100) {
        1..=25 => format!("{usual} It concerns {} in {}.", chance.one(field.subjects), chance.one(PLACES)),
        26..=40 => format!("{usual} Note no. {} refers.", chance.between(100, 9_999)),
        41..=50 => format!("{usual} {}", chance.one(ALSO)),
        _ => usual.to_owned(),
    }
}

/// What is added in other languages, or in the margin.
const ALSO: &[&str] = &[
    "मंत्रालय का उत्तर प्रतीक्षित है।",
    "बैठक अगले माह प्रस्तावित है।",
    "Le texte a été transmis à l’ambassade; réponse attendue début février.",
    "Die Übersetzung prüft das Außenamt.",
    "El borrador volvió con observaciones técnicas.",
    "The minister asked to be kept informed.",
    "Funds of the second instalment were released.",
    "Minutes were initialled ad referendum.",
];

/// What comes next.
pub(super) const NEXT: &[&str] = &[
    "Send a reminder",
    "Fix a date",
    "Collect comments of the ministries",
    "Raise it at the next round",
    "Ask the embassy",
];

/// Why a date is put off.
pub(super) const PUT_OFF: &[&str] = &[
    "The other side asked for more time.",
    "The budget was approved late.",
    "The experts could not meet before the elections.",
    "Translation took longer than foreseen.",
    "The draft has to pass the cabinet once more.",
];

/// Why something is blocked.
pub(super) const BLOCKED: &[&str] = &[
    "Two ministries claim the lead.",
    "The other side has not named its counterpart.",
    "Legal opinion is outstanding.",
    "Funds have been withheld.",
];

/// What shows that something was kept.
pub(super) const SHOWN: &[&str] = &[
    "Confirmed by both sides at the round.",
    "The final report lies with the desk.",
    "Signed and published.",
    "Held as planned; list of participants on file.",
];
