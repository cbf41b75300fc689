//! `show` of an instrument: its facts, what they come to, its life line, texts, commitments, follow-ups and links.

use std::io::Write;

use rapporteur_core::{
    clock::spoken,
    vocabulary::LifeState,
    wire::{CommitmentRow, InstrumentPartyView, InstrumentView, LifeEntry, TextRow},
};

use super::{follow_up, part};
use crate::{fault::Fault, table};

pub(super) fn show(view: &InstrumentView, out: &mut impl Write) -> Result<(), Fault> {
    let row = &view.row;
    writeln!(out, "{}  {}", row.r#ref, row.title)?;
    writeln!(out)?;
    table::of_fields(out, &fields(view))?;
    part(out, "What it comes to", reckoned(view))?;
    part(out, "Life line", view.life.iter().map(life).collect())?;
    part(out, "Texts", view.texts.iter().map(text).collect())?;
    part(out, "Delivers", view.delivers.iter().map(|link| commitment(&link.commitment)).collect())?;
    part(out, "Commitments made in it", view.commitments.iter().map(commitment).collect())?;
    part(out, "Follow-ups", view.follow_ups.iter().map(follow_up).collect())?;
    let links = view.links.iter();
    part(
        out,
        "Links",
        links.map(|link| vec![link.label.clone(), link.other.r#ref.clone(), link.other.title.clone()]).collect(),
    )
}

fn fields(view: &InstrumentView) -> Vec<(&'static str, String)> {
    let row = &view.row;
    let names = |all: &[rapporteur_core::wire::Named]| -> String {
        all.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let tags = |tags: &[String]| tags.join(", ");
    let named = |named: &Option<rapporteur_core::wire::Named>| {
        named.as_ref().map_or_else(String::new, |named| named.name.clone())
    };
    let holder = [named(&view.holder), view.holder_note.clone()];
    let marking: Vec<&str> = view.marking.iter().map(|marking| marking.label.as_str()).collect();
    vec![
        ("Called", row.short_title.clone()),
        ("Type", row.kind.to_string()),
        ("Parties", view.parties.iter().map(party).collect::<Vec<_>>().join("; ")),
        ("Legal effect", view.effect_label.clone()),
        ("Tracks", names(&row.tracks)),
        ("Dialogue", named(&view.dialogue)),
        ("Signed", row.signed.clone()),
        ("Signed at", named(&view.signed_at)),
        ("Languages", tags(&view.languages)),
        ("Authentic", tags(&view.authentic)),
        ("Prevailing", view.prevailing.clone()),
        ("Depositary", view.depositary.clone()),
        ("Original", holder.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")),
        ("Entry into force", view.entry_label.clone()),
        ("Term", view.term_labels.join(" ")),
        ("Marking", marking.join(" · ")),
        ("Note", view.note.clone()),
    ]
}

fn party(party: &InstrumentPartyView) -> String {
    let bodies: Vec<&str> = party.body.iter().chain(&party.implementing).map(|body| body.name.as_str()).collect();
    if bodies.is_empty() { party.party.name.clone() } else { format!("{} ({})", party.party.name, bodies.join(", ")) }
}

/// Every result with its sentence.
fn reckoned(view: &InstrumentView) -> Vec<Vec<String>> {
    let said = &view.reckoned;
    let mut rows = vec![
        ("Stage", format!("{}. {}", said.stage, said.stage_why)),
        // What is in force has said so as its stage.
        ("In force", if said.stage_why == said.in_force_why { String::new() } else { said.in_force_why.clone() }),
        ("Missing", said.missing_why.clone()),
        ("Term", said.term_why.clone()),
        ("Notice", said.notice_why.clone()),
        ("End", said.ends_why.clone()),
    ];
    rows.extend(said.contradiction.iter().map(|sentence| ("Contradiction", sentence.clone())));
    rows.extend(said.remarks.iter().map(|sentence| ("Remark", sentence.clone())));
    rows.retain(|(_, sentence)| !sentence.is_empty());
    rows.into_iter().map(|(name, sentence)| vec![name.to_owned(), sentence]).collect()
}

fn life(entry: &LifeEntry) -> Vec<String> {
    let mark = match entry.state {
        LifeState::Done => "●",
        LifeState::Coming => "○",
        LifeState::Missing => "–",
    };
    let when = match entry.state {
        LifeState::Missing => "missing".to_owned(),
        _ => entry.when.clone(),
    };
    let party = entry.party.as_ref().map_or("", |party| party.name.as_str());
    vec![mark.to_owned(), when, entry.label.clone(), party.to_owned(), entry.detail.clone()]
}

fn text(row: &TextRow) -> Vec<String> {
    let mut what = vec![row.language.clone()];
    if row.authentic {
        what.push("authentic".into());
    }
    if row.side_letter {
        what.push("side letter".into());
    }
    what.retain(|part| !part.is_empty());
    vec![row.dated_on.map_or_else(String::new, spoken), row.title.clone(), what.join(", ")]
}

fn commitment(row: &CommitmentRow) -> Vec<String> {
    vec![table::lamp(row.delivery).to_owned(), row.r#ref.clone(), row.title.clone(), row.status.to_string()]
}
