//! `instruments` and `notices`: where instruments stand, and on which notice is due.

use std::io::Write;

use rapporteur_core::{
    Dossier, Result,
    clock::spoken,
    vocabulary::{Concern, Noun},
    wire::{InstrumentQuery, InstrumentRow, InstrumentSort},
};

use super::json;
use crate::{
    arguments::{InstrumentOrder, Instruments, Notices},
    days, desk,
    fault::Fault,
    table,
};

pub(super) fn run(asked: &Instruments, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&asked.read.file)?;
    let rows = all(&dossier, query(&dossier, asked)?)?;
    if asked.read.json {
        return json(out, &rows);
    }
    if !rows.is_empty() {
        let headings = ["=", "=Ref", "*Instrument", "With", "Stage", "Signed", "Term ends", "Notice by", "Missing"];
        table::with_headings(out, &headings, rows.iter().map(line))?;
        writeln!(out)?;
    }
    counted(&dossier, rows.len(), out)
}

pub(super) fn notices(asked: &Notices, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&asked.read.file)?;
    let query = InstrumentQuery {
        partner: asked.partner.as_ref().map(|name| dossier.find(Noun::Party, name)).transpose()?,
        notice_within: Some(asked.within),
        sort: InstrumentSort::Notice,
        ..InstrumentQuery::all()
    };
    let rows = all(&dossier, query)?;
    if asked.read.json {
        return json(out, &rows);
    }
    if rows.is_empty() {
        return Ok(writeln!(out, "Nothing is due within {} days of {}.", asked.within, spoken(dossier.day()?))?);
    }
    let lines = rows.iter().map(|row| Ok(due(row, &dossier.instrument(row.id)?.reckoned.notice_why)));
    let lines = lines.collect::<Result<Vec<_>>>()?;
    table::with_headings(out, &["=By", ">In days", "=Ref", "*Instrument", "With", "*Why"], lines)?;
    writeln!(out)?;
    counted(&dossier, rows.len(), out)
}

fn counted(dossier: &Dossier, count: usize, out: &mut impl Write) -> Result<(), Fault> {
    let count = if count == 1 { "1 instrument".to_owned() } else { format!("{count} instruments") };
    Ok(writeln!(out, "{count}, as of {}.", spoken(dossier.day()?))?)
}

fn query(dossier: &Dossier, asked: &Instruments) -> Result<InstrumentQuery> {
    let found = |noun: Noun, name: &Option<String>| name.as_ref().map(|name| dossier.find(noun, name)).transpose();
    Ok(InstrumentQuery {
        words: asked.words.clone(),
        partner: found(Noun::Party, &asked.partner)?,
        tracks: asked.track.iter().map(|name| dossier.find(Noun::Track, name)).collect::<Result<_>>()?,
        dialogue: found(Noun::Dialogue, &asked.dialogue)?,
        kinds: asked.kind.clone(),
        stages: asked.stage.clone(),
        concerns: if asked.in_trouble {
            // What was signed yesterday is no trouble yet.
            Concern::ALL.iter().copied().filter(|concern| *concern != Concern::NotInForce).collect()
        } else {
            asked.concern.clone()
        },
        sort: match asked.sort {
            InstrumentOrder::Ref => InstrumentSort::Ref,
            InstrumentOrder::Title => InstrumentSort::Title,
            InstrumentOrder::Partner => InstrumentSort::Partner,
            InstrumentOrder::Type => InstrumentSort::Kind,
            InstrumentOrder::Stage => InstrumentSort::Stage,
            InstrumentOrder::Signed => InstrumentSort::Signed,
            InstrumentOrder::Ends => InstrumentSort::Ends,
            InstrumentOrder::Notice => InstrumentSort::Notice,
            InstrumentOrder::Progress => InstrumentSort::Progress,
        },
        descending: asked.desc,
        ..InstrumentQuery::all()
    })
}

/// The whole list, page after page.
fn all(dossier: &Dossier, query: InstrumentQuery) -> Result<Vec<InstrumentRow>> {
    let mut query = InstrumentQuery { limit: 500, ..query };
    let mut rows = Vec::new();
    loop {
        let page = dossier.instruments(&query)?;
        rows.extend(page.rows);
        match page.next {
            Some(next) => query.after = Some(next),
            None => return Ok(rows),
        }
    }
}

/// The title, with what people call it where they call it something else.
fn title(row: &InstrumentRow) -> String {
    if row.short_title.is_empty() { row.title.clone() } else { row.short_title.clone() }
}

fn line(row: &InstrumentRow) -> Vec<String> {
    let dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let trouble = row.concerns.iter().any(|concern| *concern != Concern::NotInForce);
    let stage = if row.disputed { format!("{}, disputed", row.stage) } else { row.stage.to_string() };
    vec![
        if trouble { "!" } else { "" }.to_owned(),
        row.r#ref.clone(),
        title(row),
        dash(&row.partner),
        stage,
        dash(&row.signed),
        days::or_dash(row.term_ends_on),
        days::or_dash(row.notice_on),
        dash(&row.missing),
    ]
}

fn due(row: &InstrumentRow, why: &str) -> Vec<String> {
    let open = row.notice_on.filter(|_| row.notice_days.is_some_and(|days| days >= 0));
    let (on, days) = match open {
        Some(on) => (Some(on), row.notice_days),
        None => (row.ends_on, None),
    };
    vec![
        days::or_dash(on),
        days.map_or_else(|| "ends".to_owned(), |days| days.to_string()),
        row.r#ref.clone(),
        title(row),
        row.partner.clone(),
        why.to_owned(),
    ]
}
