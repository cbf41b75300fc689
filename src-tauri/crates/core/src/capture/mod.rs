//! Capture in the register: what stands of the candidates of a text, and the acts on them.
//!
//! Which sentences are candidates is found by `rapporteur-capture`, which knows no dossier. Here stands what only the
//! dossier can say: what was decided of each (`decided`), and what to propose for it. `read` puts both together on the
//! `ground` of a dossier: `track`, `cast` (owners), `due`, `like`; `index` and `words` are what they compare by. The acts
//! are in `accept`, `verdict`, `mention` and `lexicon`.

mod accept;
mod cast;
mod decided;
mod due;
mod ground;
mod hand;
mod index;
mod lexicon;
mod like;
mod mention;
mod places;
mod quick;
mod read;
mod track;
mod verdict;
mod words;

pub(crate) use like::difference;
pub(crate) use mention::Mention;
pub(crate) use verdict::Verdict;

/// What is kept from one capture to the next, so that a large dossier is not read through each time.
#[derive(Default)]
pub(crate) struct Memory {
    index: index::Index,
    /// What the user added, and what came of it.
    lexicon: Option<(String, rapporteur_capture::Lexicon)>,
}
