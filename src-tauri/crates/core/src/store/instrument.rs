//! Instruments: the statements only they need, and what lists of them keep beside the rows.

use rusqlite::{OptionalExtension as _, params};

use super::{
    Session, Touched, folded,
    journal::word,
    standing::{NEVER, day},
};
use crate::{
    clock::Day,
    error::{Error, Result},
    follow_up::FollowUp,
    id::Id,
    instrument::{Instrument, InstrumentLink, facts_of, reckon::Facts},
    row::unreadable,
    text::Text,
    vocabulary::{InstrumentType, Noun},
};

/// What a list keeps of an instrument.
#[derive(Debug)]
pub(crate) struct InstrumentLine {
    pub(crate) id: Id,
    pub(crate) reference: String,
    /// Folded.
    pub(crate) title: String,
    pub(crate) tracks: Vec<Id>,
    pub(crate) dialogue: Option<Id>,
    pub(crate) facts: Facts,
    /// Day of the newest follow-up on it or on a commitment made in it.
    pub(crate) heard_on: Option<Day>,
    /// Commitments made in it.
    pub(crate) commitments: u32,
    /// Of those, open.
    pub(crate) open: u32,
}

const LINES: &str = "SELECT instrument_id, ref, title, tracks, dialogue_id, facts, heard_on, commitments, open
                       FROM instrument_standing";

/// The commitments made in the instrument `?1`, or taken from its texts.
pub(super) const MADE_IN: &str = "
SELECT c.id FROM commitment c WHERE c.instrument_id = ?1
UNION
SELECT c.id FROM text t JOIN passage p ON p.text_id = t.id JOIN commitment c ON c.passage_id = p.id
 WHERE t.instrument_id = ?1";

impl Session<'_> {
    /// What lists keep of every instrument, by ref.
    pub(crate) fn instrument_lines(&self) -> Result<Vec<InstrumentLine>> {
        let mut statement = self.prepare(&format!("{LINES} ORDER BY ref"))?;
        let mut rows = self.fail(statement.query([]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            found.push(self.instrument_of(row)?);
        }
        Ok(found)
    }

    /// What lists keep of one instrument, which has to be there.
    pub(crate) fn instrument_line(&self, id: Id) -> Result<InstrumentLine> {
        let mut statement = self.prepare(&format!("{LINES} WHERE instrument_id = ?1"))?;
        let mut rows = self.fail(statement.query([id.to_string()]))?;
        match self.fail(rows.next())? {
            Some(row) => self.instrument_of(row),
            None => Err(self.gone(Noun::Instrument)),
        }
    }

    fn instrument_of(&self, row: &rusqlite::Row<'_>) -> Result<InstrumentLine> {
        let text = |at: usize| self.fail(row.get_ref(at).and_then(|text| Ok(text.as_str()?)));
        let id = |text: &str| text.parse().map_err(|e| unreadable("an id", &format!("{e}")));
        Ok(InstrumentLine {
            id: id(text(0)?)?,
            reference: text(1)?.to_owned(),
            title: text(2)?.to_owned(),
            tracks: text(3)?.split_whitespace().map(id).collect::<Result<_>>()?,
            dialogue: Some(text(4)?).filter(|text| !text.is_empty()).map(id).transpose()?,
            facts: serde_json::from_str(text(5)?)
                .map_err(|e| unreadable("the facts of an instrument", &e.to_string()))?,
            heard_on: self.fail(day(row, 6))?,
            commitments: self.fail(row.get(7))?,
            open: self.fail(row.get(8))?,
        })
    }

    /// The instrument with this ref.
    pub(crate) fn instrument_by_reference(&self, reference: &str) -> Result<Option<Instrument>> {
        Ok(self.list("WHERE ref = ?1", &[&reference])?.pop())
    }

    /// What lists keep of every instrument, in no order, one after the other: nothing is held of those that are not asked
    /// for further.
    pub(crate) fn each_instrument_line(&self, mut each: impl FnMut(InstrumentLine)) -> Result<()> {
        let mut statement = self.prepare(LINES)?;
        let mut rows = self.fail(statement.query([]))?;
        while let Some(row) = self.fail(rows.next())? {
            each(self.instrument_of(row)?);
        }
        Ok(())
    }

    /// Every instrument by its id, its ref and short title, and what kind it is; by ref.
    pub(crate) fn instrument_titles(&self) -> Result<Vec<(Id, String, InstrumentType)>> {
        let mut statement = self.prepare(
            "SELECT id, ref || ' ' || CASE WHEN short_title = '' THEN title ELSE short_title END, kind
               FROM instrument ORDER BY ref",
        )?;
        let rows = statement.query_map([], |row| {
            Ok((word(row, 0, |text| text.parse().ok())?, row.get(1)?, word(row, 2, InstrumentType::from_word)?))
        });
        self.fail(rows)?.map(|row| self.fail(row)).collect()
    }

    /// All instruments, by ref.
    pub(crate) fn instruments(&self) -> Result<Vec<Instrument>> {
        self.list("ORDER BY ref", &[])
    }

    /// Instruments on which something was done at a meeting, by ref.
    pub(crate) fn instruments_at(&self, meeting: Id) -> Result<Vec<Id>> {
        self.ids(
            "SELECT DISTINCT i.id FROM instrument_act a JOIN instrument i ON i.id = a.instrument_id
              WHERE a.meeting_id = ?1 ORDER BY i.ref",
            &meeting.to_string(),
        )
    }

    /// Texts of an instrument: its own before side letters, authentic ones first, by date.
    pub(crate) fn texts_of_instrument(&self, instrument: Id) -> Result<Vec<Text>> {
        self.list(
            "WHERE instrument_id = ?1
             ORDER BY side_letter, authentic DESC, coalesce(dated_on, '9999-12-31'), language, id",
            &[&instrument.to_string()],
        )
    }

    /// Follow-ups on an instrument, newest first.
    pub(crate) fn follow_ups_on_instrument(&self, instrument: Id) -> Result<Vec<FollowUp>> {
        self.list("WHERE instrument_id = ?1 ORDER BY day DESC, id DESC", &[&instrument.to_string()])
    }

    /// Links from or to an instrument.
    pub(crate) fn links_of_instrument(&self, instrument: Id) -> Result<Vec<InstrumentLink>> {
        self.list("WHERE from_id = ?1 OR to_id = ?1 ORDER BY id", &[&instrument.to_string()])
    }

    /// Commitments made in an instrument, or taken from its texts, by ref.
    pub(crate) fn made_in(&self, instrument: Id) -> Result<Vec<Id>> {
        self.ids(
            &format!("SELECT commitment_id, ref FROM standing WHERE commitment_id IN ({MADE_IN}) ORDER BY ref"),
            &instrument.to_string(),
        )
    }

    /// The instruments that a commitment was made in: by itself, and by the text it was taken from.
    fn instruments_of(&self, commitment: Id) -> Result<Vec<Id>> {
        self.ids(
            "SELECT c.instrument_id FROM commitment c WHERE c.id = ?1 AND c.instrument_id IS NOT NULL
             UNION
             SELECT t.instrument_id FROM commitment c JOIN passage p ON p.id = c.passage_id JOIN text t ON t.id = p.text_id
              WHERE c.id = ?1 AND t.instrument_id IS NOT NULL",
            &commitment.to_string(),
        )
    }

    /// The instrument whose text it is.
    pub(super) fn instrument_of_text(&self, text: Id) -> Result<Vec<Id>> {
        self.ids("SELECT instrument_id FROM text WHERE id = ?1 AND instrument_id IS NOT NULL", &text.to_string())
    }

    /// Derives anew what lists keep of the instruments that were touched, and of those that touched commitments were
    /// made in.
    pub(super) fn refresh_instruments(&self, touched: &Touched) -> Result<()> {
        let mut instruments = touched.instruments.clone();
        let mut commitments = touched.standing.union(&touched.heard).peekable();
        // Where there are none, no commitment was made in one.
        if commitments.peek().is_some() && self.has_instruments()? {
            for commitment in commitments {
                instruments.extend(self.instruments_of(*commitment)?);
            }
        }
        if !instruments.is_empty() && self.later.is_none() {
            self.note_changed_instruments()?;
        }
        for id in instruments {
            self.fail(
                self.prepare("DELETE FROM instrument_standing WHERE instrument_id = ?1")?.execute([id.to_string()]),
            )?;
            if let Some(instrument) = self.get::<Instrument>(id)? {
                self.enter_standing(&instrument)?;
            }
        }
        Ok(())
    }

    fn has_instruments(&self) -> Result<bool> {
        let mut statement = self.prepare("SELECT EXISTS (SELECT 1 FROM instrument)")?;
        self.fail(statement.query_row([], |row| row.get(0)))
    }

    /// Derives what lists keep of every instrument.
    pub(super) fn derive_instruments(&self) -> Result<()> {
        self.run("DELETE FROM instrument_standing")?;
        for instrument in self.instruments()? {
            self.enter_standing(&instrument)?;
        }
        Ok(())
    }

    fn enter_standing(&self, instrument: &Instrument) -> Result<()> {
        let line = self.derived_line(instrument)?;
        let mut statement = self.prepare(
            "INSERT INTO instrument_standing (instrument_id, ref, title, kind, tracks, dialogue_id, facts, heard_on,
                                              commitments, open)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        self.fail(statement.execute(params![
            instrument.id.to_string(),
            line.reference,
            line.title,
            instrument.kind.word(),
            line.tracks.iter().map(Id::to_string).collect::<Vec<_>>().join(" "),
            line.dialogue.map(|id| id.to_string()).unwrap_or_default(),
            facts_text(&line.facts)?,
            line.heard_on.map_or_else(|| NEVER.to_owned(), |day| day.to_string()),
            line.commitments,
            line.open,
        ]))?;
        Ok(())
    }

    /// What the rows say that a list should keep.
    fn derived_line(&self, instrument: &Instrument) -> Result<InstrumentLine> {
        let id = instrument.id.to_string();
        let mut statement = self.prepare(&format!(
            "SELECT count(*), coalesce(sum(CASE WHEN s.is_open = true THEN 1 ELSE 0 END), 0), max(s.heard_on)
               FROM standing s WHERE s.commitment_id IN ({MADE_IN})"
        ))?;
        let (commitments, open, heard): (u32, u32, Option<Day>) =
            self.fail(statement.query_row([&id], |row| Ok((row.get(0)?, row.get(1)?, day(row, 2)?))))?;
        let mut statement =
            self.prepare("SELECT day FROM follow_up WHERE instrument_id = ?1 ORDER BY day DESC, id DESC LIMIT 1")?;
        let own = self.fail(statement.query_row([&id], |row| day(row, 0)).optional())?.flatten();
        Ok(InstrumentLine {
            id: instrument.id,
            reference: instrument.reference.clone(),
            title: folded(&instrument.title),
            tracks: instrument.tracks.clone(),
            dialogue: instrument.dialogue,
            facts: facts_of(self, instrument)?,
            heard_on: heard.max(own),
            commitments,
            open,
        })
    }

    /// Refs of instruments that lists keep otherwise than their rows say.
    pub(crate) fn strayed_instruments(&self) -> Result<Vec<String>> {
        let kept = self.instrument_lines()?;
        let instruments = self.instruments()?;
        let mut strayed: Vec<String> = kept
            .iter()
            .filter(|line| !instruments.iter().any(|instrument| instrument.id == line.id))
            .map(|line| line.reference.clone())
            .collect();
        for instrument in &instruments {
            let derived = self.derived_line(instrument)?;
            let same = kept.iter().find(|line| line.id == derived.id).is_some_and(|line| {
                line.reference == derived.reference
                    && line.title == derived.title
                    && line.tracks == derived.tracks
                    && line.dialogue == derived.dialogue
                    && line.facts == derived.facts
                    && (line.heard_on, line.commitments, line.open)
                        == (derived.heard_on, derived.commitments, derived.open)
            });
            if !same {
                strayed.push(derived.reference);
            }
        }
        Ok(strayed)
    }
}

fn facts_text(facts: &Facts) -> Result<String> {
    serde_json::to_string(facts).map_err(|e| Error::Store { doing: "changed", detail: e.to_string() })
}
