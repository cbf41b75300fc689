//! Capture in the register: what stands of the candidates of a text, and the acts on them.
//!
//! Which sentences are candidates is found by `rapporteur-capture`, which knows no dossier. Here stands what only the
//! dossier can say: what was decided of each, and what to propose for it.

mod accept;
mod mention;
mod verdict;

pub(crate) use mention::Mention;
pub(crate) use verdict::Verdict;
