//! Quick entry: a commitment in one line, typed from anywhere.
//!
//! `CERT-In to share quarterly threat report by 31 Mar #cyber @CERT-In ~US-CERT`
//!
//! - `line`: from text to parts, with the spot of each; knows nothing of a dossier. `date`: the days people write.
//! - `names`: what `#`, `@`, `~` and `!` mean in a dossier, and what could stand there.
//! - `read`: what was understood, put together as a draft; `enter`: entered as one act.
//!
//! `#` is the track, `@` who has to see to it, `~` the counterpart, `!` who is bound or how strongly where the words do
//! not say it. What is not understood is named with its spot, and nothing is entered until it is.

mod date;
mod line;
mod names;
mod read;

#[cfg(test)]
mod tests;
