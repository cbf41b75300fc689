//! `info`: what a dossier holds.

use std::io::Write;

use rapporteur_core::{clock::spoken, wire::DossierView};

use crate::{arguments::Read, desk, fault::Fault, table};

pub(super) fn run(read: &Read, out: &mut impl Write) -> Result<(), Fault> {
    let view = desk::to_read(&read.file)?.overview()?;
    if read.json {
        return super::json(out, &view);
    }
    table::of_fields(out, &fields(&view))?;
    if !view.tracks.is_empty() {
        writeln!(out)?;
        let rows = view.tracks.iter().map(|track| {
            let leads: Vec<&str> = track.leads.iter().map(|body| body.name.as_str()).collect();
            vec![
                track.code.clone(),
                track.name.clone(),
                leads.join(", "),
                table::count(track.open),
                table::count(track.commitments),
            ]
        });
        table::with_headings(out, &["Code", "Track", "Led by", ">Open", ">All"], rows)?;
    }
    Ok(())
}

fn fields(view: &DossierView) -> Vec<(&'static str, String)> {
    let marking: Vec<&str> = view.marking.iter().map(|marking| marking.label.as_str()).collect();
    let all: u32 = view.tracks.iter().map(|track| track.commitments).sum();
    vec![
        ("Dossier", view.title.clone()),
        ("File", view.path.clone()),
        ("Marking", marking.join(" · ")),
        ("Home", view.home.name.clone()),
        ("Day", format!("{}{}", spoken(view.day), if view.day_fixed { " (fixed)" } else { "" })),
        ("Time zone", view.time_zone.clone()),
        ("Commitments", format!("{all}, {} of them open", view.counts.commitments)),
        ("Meetings", view.counts.meetings.to_string()),
        ("Dialogues", view.counts.dialogues.to_string()),
        ("Instruments", format!("{}, not counting those that have ended", view.counts.instruments)),
        (
            "Next meeting",
            view.next_meeting.as_ref().map_or_else(String::new, |meeting| {
                format!("{}, {} (in {} days)", meeting.title, spoken(meeting.on), meeting.days)
            }),
        ),
        ("Undo", view.undo.as_ref().map_or_else(String::new, |act| act.title.clone())),
    ]
}
