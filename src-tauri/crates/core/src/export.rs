//! The whole register as text: every row of every noun, a line each, in an order that depends on nothing but the rows.
//!
//! For comparing two states: tests do, and whoever wants to know what differs between two copies of a dossier.

use std::fmt::Write as _;

use crate::{dossier::Dossier, error::Result, vocabulary::Noun};

impl Dossier {
    /// `noun id {columns}`, a line a row; revisions and the journal are left out, since undoing raises them.
    pub fn export(&self) -> Result<String> {
        self.store().read(|session| {
            let mut text = String::new();
            for noun in Noun::ALL {
                for id in session.ids_of(*noun)? {
                    if let Some((_, record)) = session.record(*noun, id)? {
                        let _ = writeln!(text, "{} {id} {}", noun.word(), record.to_text());
                    }
                }
            }
            Ok(text)
        })
    }
}
