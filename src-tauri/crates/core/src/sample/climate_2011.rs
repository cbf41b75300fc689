//! The talks on climate change of 18 and 19 July 2011, before the conference at Durban.

use super::{
    Desk, day, dialogues,
    entries::{counterpart, head, lead, outcome, point, some, text},
    people,
    visit_2011::SOURCE,
};
use crate::{
    Result,
    vocabulary::{Level, Strength},
    wire::log::{DueLog, MeetingLog, OutcomeLog},
};

const MINISTERIAL: &str = "\
Jayanthi Natarajan, Minister of Environment and Forests, and Todd Stern, Special Envoy for Climate Change, met in New \
Delhi on 19 July 2011, the day after their officials.

The two countries agreed to consult each other on the several sides of climate change, with a balanced result at Durban \
in view.

They agreed that their talks on climate change go on at three levels: scientists, negotiators, ministers.

They spoke of working together in science and technology on questions of climate change, those of today and those to come.

Both hold that the conference at Durban should aim at putting the decisions of Cancun to work, with due balance.";

fn durban() -> Option<DueLog> {
    Some(DueLog::Event { event: "UNFCCC COP 17, Durban".into(), on: Some(day(2011, 12, 31)) })
}

const DURBAN_NOTE: &str = "The report gives December 2011 as the month of the conference; its last day is entered.";

pub(super) fn technical(desk: &Desk) -> Result<()> {
    desk.on(day(2011, 7, 18));
    people::enter(desk, people::CLIMATE_2011, 2011)?;
    dialogues::climate(desk)?;
    desk.dossier.log_meeting(&MeetingLog {
        dialogue: some("Climate Dialogue"),
        numbered: Some(false),
        title: some("Technical-level meeting on climate change"),
        level: Some(Level::WorkingGroup),
        begins_on: Some(day(2011, 7, 18)),
        host: some("IN"),
        attendance: vec![head("T. Chatterjee"), head("Todd Stern")],
        record: "Officials of both sides went through questions of climate change that concern both countries.".into(),
        is_final: true,
        ..MeetingLog::default()
    })?;
    Ok(())
}

pub(super) fn ministerial(desk: &Desk) -> Result<()> {
    let owners = || vec![lead("MoEF"), counterpart("Special Envoy")];
    desk.dossier.log_meeting(&MeetingLog {
        dialogue: some("Climate Dialogue"),
        numbered: Some(false),
        title: some("Ministerial meeting on climate change"),
        begins_on: Some(day(2011, 7, 19)),
        place: "New Delhi".into(),
        host: some("IN"),
        attendance: vec![head("Jayanthi Natarajan"), head("Todd Stern")],
        agenda: vec![
            point(
                "CLI",
                "Equity, technology and trade measures",
                "Equity, a faster transfer of technology, and trade measures have to stay on the table, at Durban and after it.",
                "",
            ),
            point(
                "CLI",
                "Outcome under the Bali Road Map",
                "Set out how India sees a balanced outcome on both tracks, that of long-term cooperative action (LCA) and that of the Kyoto Protocol (KP).",
                "Views on the legal form of what is agreed under the LCA.",
            ),
            point(
                "CLI",
                "Transparency",
                "",
                "Views on international assessment and review (IAR) for developed countries, and on international consultations and analysis (ICA) for developing ones.",
            ),
            point(
                "CLI",
                "Funds and mechanisms",
                "",
                "Views on how the Green Climate Fund should work and by which principles, and on the Technology and the Financial Mechanism.",
            ),
        ],
        record: "Positions stand under the points of the agenda, as far as they were reported. The air was cordial.".into(),
        is_final: true,
        texts: vec![text("Ministerial meeting on climate change", SOURCE, MINISTERIAL)],
        outcomes: vec![
            OutcomeLog {
                owners: owners(),
                due: durban(),
                note: format!("{DURBAN_NOTE} Whether the consultations were held is not in the reports."),
                ..outcome(
                    "CLI",
                    "Consultations before Durban, towards a balanced outcome",
                    "The two countries agreed to consult each other on the several sides of climate change, with a balanced result at Durban in view.",
                )
            },
            OutcomeLog {
                owners: owners(),
                due: Some(DueLog::Ongoing),
                ..outcome(
                    "CLI",
                    "Dialogue at scientific, negotiators’ and ministerial level",
                    "They agreed that their talks on climate change go on at three levels: scientists, negotiators, ministers.",
                )
            },
            OutcomeLog {
                strength: Some(Strength::Soft),
                owners: owners(),
                ..outcome(
                    "CLI",
                    "Scientific and technical cooperation on climate change",
                    "They spoke of working together in science and technology on questions of climate change, those of today and those to come.",
                )
            },
            OutcomeLog {
                strength: Some(Strength::Intent),
                owners: owners(),
                due: durban(),
                note: DURBAN_NOTE.into(),
                ..outcome(
                    "CLI",
                    "Cancun decisions put to work at Durban, with balance",
                    "Both hold that the conference at Durban should aim at putting the decisions of Cancun to work, with due balance.",
                )
            },
        ],
        ..MeetingLog::default()
    })?;
    Ok(())
}
