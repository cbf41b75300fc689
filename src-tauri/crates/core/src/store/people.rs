//! Parties, bodies and persons: the statements only they need.

use super::Session;
use crate::{
    body::Body, dialogue::Dialogue, error::Result, follow_up::FollowUp, id::Id, person::Person, row::Row, track::Track,
};

impl Session<'_> {
    /// Rows of a noun whose list column holds `id`, in the order of creation.
    fn holding<R: Row>(&self, column: &str, id: Id) -> Result<Vec<R>> {
        self.list(&format!("WHERE replace({column}, ?1, '') <> {column} ORDER BY id"), &[&id.to_string()])
    }

    /// Tracks that a body leads.
    pub(crate) fn tracks_led_by(&self, body: Id) -> Result<Vec<Track>> {
        self.holding("leads", body)
    }

    /// Dialogues that a person co-chairs.
    pub(crate) fn chaired_by(&self, person: Id) -> Result<Vec<Dialogue>> {
        self.holding("co_chairs", person)
    }

    /// What was said to come next on open commitments that a person has a part in, soonest first; at most `limit`.
    pub(crate) fn next_steps_of(&self, person: Id, limit: u32) -> Result<Vec<FollowUp>> {
        self.list(
            "WHERE next_step <> '' AND commitment_id IN (
               SELECT o.commitment_id FROM owner o JOIN standing s ON s.commitment_id = o.commitment_id
                WHERE o.person_id = ?1 AND s.is_open = true)
             ORDER BY coalesce(next_step_due, '9999-12-31'), day DESC, id LIMIT ?2",
            &[&person.to_string(), &limit],
        )
    }

    /// Tracks in their order.
    pub(crate) fn tracks(&self) -> Result<Vec<Track>> {
        self.list("ORDER BY rank, code", &[])
    }

    /// A party's bodies, by name.
    pub(crate) fn bodies_of(&self, party: Id) -> Result<Vec<Body>> {
        self.list("WHERE party_id = ?1 ORDER BY name, id", &[&party.to_string()])
    }

    /// A party's persons, by name.
    pub(crate) fn persons_of(&self, party: Id) -> Result<Vec<Person>> {
        self.list("WHERE party_id = ?1 ORDER BY name, id", &[&party.to_string()])
    }
}
