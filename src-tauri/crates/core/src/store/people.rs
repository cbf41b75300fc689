//! Parties, bodies and persons: the statements only they need.

use super::{Session, standing::bounded};
use crate::{
    body::Body, dialogue::Dialogue, error::Result, follow_up::FollowUp, id::Id, person::Person, row::Row, track::Track,
    vocabulary::Bound,
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

    /// Open commitments that a party is bound by: as a side, or by name.
    pub(crate) fn open_bound(&self, party: Id, side: Option<Bound>) -> Result<u32> {
        let mut statement = self.prepare(concat!(
            "SELECT (SELECT count(*) FROM standing s WHERE s.bound = 'both' AND s.is_open = true AND ?2 <> '')
                      + (SELECT count(*) FROM standing s WHERE s.bound = ?2 AND s.is_open = true)
                      + (SELECT count(*) FROM ",
            bounded!(
                "SELECT s.number FROM standing s JOIN commitment c ON c.id = s.commitment_id
                      WHERE s.bound = 'named' AND s.is_open = true AND instr(c.bound_parties, ?1) > 0"
            ),
            ")"
        ))?;
        let side = side.map_or("", Bound::word);
        self.fail(statement.query_row([party.to_string().as_str(), side], |row| row.get(0)))
    }
}
