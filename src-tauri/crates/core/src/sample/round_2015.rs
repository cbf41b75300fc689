//! The fourth Cyber Dialogue, August 2015, what took place in its margins, and the leaders' meeting to come.

use super::{
    Desk, day, dialogues,
    entries::{counterpart, head, lead, link, member, outcome, point, some, supporting, text, unnamed},
    people,
};
use crate::{
    Result,
    vocabulary::{InstrumentActKind, InstrumentType, Level, LinkKind, MeetingState, Status, Strength, TextKind},
    wire::log::{
        AgendaLog, DueLog, FollowUpLog, InstrumentActLog, InstrumentLog, MeetingLog, OutcomeLog, OwnerLog, TextLog,
    },
};

const SOURCE: &str = "Summary in our own words, after a press report of August 2015";

/// The summit under review, by its title.
const SUMMIT: &str = "Leaders’ meeting, New York";

const STATEMENT: &str = "\
What the joint statement says, in our own words. The White House issued it on 14 August 2015; the statement itself is \
not in this dossier.

The Cyber Dialogue met for the fourth time, in Washington. Michael Daniel, cybersecurity coordinator at the White House, \
and Arvind Gupta, Deputy National Security Adviser, led the delegations.

Both governments bound themselves to work together on cyber matters, closely and for good, so that networks grow safer \
all over the world and the digital economy can thrive.

The delegations went through threats, the sharing of information, the handling of incidents, cyber security for “Make in \
India”, the fight against cybercrime, the governance of the internet, and how states ought to behave in cyberspace.

They found many openings to do more together, in five fields. They mean to build capacity for cyber security. They mean \
to do research and development on cyber security. They mean to fight cybercrime. They mean to work on international \
security in cyberspace. They mean to work on the governance of the internet.

They intend to follow the round up with a range of activities, so that their partnership in cyber security gains \
strength and leads to definite results.";

pub(super) fn enter(desk: &Desk) -> Result<()> {
    desk.on(day(2015, 8, 14));
    people::enter(desk, people::AUGUST_2015, 2015)?;
    dialogues::cyber(desk)?;
    summit(desk)?;
    round(desk)?;
    margins(desk)
}

fn summit(desk: &Desk) -> Result<()> {
    desk.dossier.log_meeting(&MeetingLog {
        title: some(SUMMIT),
        level: Some(Level::Summit),
        begins_on: Some(day(2015, 9, 25)),
        place: "New York".into(),
        state: Some(MeetingState::Planned),
        attendance: vec![head("Narendra Modi"), head("Barack Obama")],
        note: "Illustrative: the day. The report says September 2015.".into(),
        ..MeetingLog::default()
    })?;
    Ok(())
}

fn round(desk: &Desk) -> Result<()> {
    let by_the_summit = || Some(DueLog::Meeting { meeting: SUMMIT.into() });
    // One of the five fields in which the two sides mean to do more together.
    let field = |title: &str, quote: &str, owners: Vec<OwnerLog>| OutcomeLog {
        strength: Some(Strength::Intent),
        owners,
        note: "Illustrative: the owners.".into(),
        ..outcome("CYB", title, quote)
    };
    desk.dossier.log_meeting(&MeetingLog {
        dialogue: some("Cyber Dialogue"),
        ordinal: Some(4),
        begins_on: Some(day(2015, 8, 14)),
        place: "Washington".into(),
        host: some("US"),
        attendance: vec![head("Arvind Gupta"), head("Michael Daniel")],
        agenda: vec![
            point("CYB", "Cyber threats", "", ""),
            AgendaLog {
                commitments: vec!["CYB-2011-002".into(), "CYB-2011-003".into()],
                ..point("CYB", "Sharing of information on cyber security", "", "")
            },
            point("CYB", "Handling of cyber incidents", "", ""),
            point("CYB", "Cyber security and “Make in India”", "", ""),
            point("CYB", "Fight against cybercrime", "", ""),
            point(
                "CYB",
                "Governance of the internet",
                "",
                "Michael Daniel welcomed that India had lately spoken for the multi-stakeholder model.",
            ),
            point("CYB", "Norms of state behaviour in cyberspace", "", ""),
        ],
        record: "The points of the agenda were gone through; the joint statement holds what was agreed.".into(),
        is_final: true,
        note: "The round was held in the week of the statement, which bears Friday 14 Aug 2015.".into(),
        texts: vec![TextLog {
            kind: Some(TextKind::JointStatement),
            instrument: Some(1),
            ..text("Joint statement of the fourth Cyber Dialogue", SOURCE, STATEMENT)
        }],
        instruments: vec![InstrumentLog {
            title: "Joint statement of the fourth Cyber Dialogue".into(),
            kind: Some(InstrumentType::JointStatement),
            acts: vec![InstrumentActLog {
                kind: Some(InstrumentActKind::Adoption),
                note: "Issued by the White House.".into(),
                ..InstrumentActLog::default()
            }],
            note: "Whether it binds is not stated.".into(),
            ..InstrumentLog::default()
        }],
        outcomes: vec![
            OutcomeLog {
                owners: vec![lead("NSCS"), counterpart("White House")],
                due: Some(DueLog::Ongoing),
                status: Some(Status::InProgress),
                links: vec![link(LinkKind::Reaffirms, "CYB-2011-003")],
                ..outcome(
                    "CYB",
                    "Robust cooperation on cyber issues",
                    "Both governments bound themselves to work together on cyber matters, closely and for good",
                )
            },
            OutcomeLog {
                due: by_the_summit(),
                status: Some(Status::InProgress),
                note: "Illustrative: the owners and the due date.".into(),
                ..field(
                    "Capacity-building in cyber security",
                    "They mean to build capacity for cyber security.",
                    vec![lead("CERT-In"), supporting("NSCS"), counterpart("DHS")],
                )
            },
            OutcomeLog {
                due: Some(DueLog::Day { on: day(2015, 9, 11) }),
                note: "Illustrative: the owners and the due date.".into(),
                ..field(
                    "Research and development on cyber security",
                    "They mean to do research and development on cyber security.",
                    vec![lead("NSCS"), counterpart("White House")],
                )
            },
            field("Joint work against cybercrime", "They mean to fight cybercrime.", vec![lead("MHA"), counterpart("DHS")]),
            field(
                "Cooperation on international security in cyberspace",
                "They mean to work on international security in cyberspace.",
                vec![lead("MEA"), counterpart("State")],
            ),
            field(
                "Cooperation on internet governance",
                "They mean to work on the governance of the internet.",
                vec![lead("MEA"), counterpart("State")],
            ),
            OutcomeLog {
                strength: Some(Strength::Intent),
                owners: vec![lead("NSCS"), supporting("MEA"), counterpart("White House")],
                due: by_the_summit(),
                note: "Illustrative: the owners and the due date.".into(),
                ..outcome(
                    "CYB",
                    "Follow-on activities with concrete outcomes",
                    "They intend to follow the round up with a range of activities, so that their partnership in cyber security gains strength and leads to definite results.",
                )
            },
        ],
        follow_ups: vec![FollowUpLog {
            commitment: "CYB-2011-003".into(),
            note: "The sharing of information was among the subjects of the fourth round.".into(),
            our_status: Some(Status::InProgress),
            agenda_item: Some(2),
            ..FollowUpLog::default()
        }],
        ..MeetingLog::default()
    })?;
    Ok(())
}

fn margins(desk: &Desk) -> Result<()> {
    let aside = |title: &str, level: Level| MeetingLog {
        title: some(title),
        level: Some(level),
        begins_on: Some(day(2015, 8, 14)),
        parent: some("4th Cyber Dialogue"),
        note: "In the week of the round; the day is not stated.".into(),
        ..MeetingLog::default()
    };
    desk.dossier.log_meeting(&MeetingLog {
        attendance: vec![unnamed("IN", "Indian delegation"), unnamed("US", "Delegation of the United States")],
        record:
            "Both delegations talked with people from the private sector about cyber security and the digital economy."
                .into(),
        ..aside("Delegations with the private sector", Level::SeniorOfficials)
    })?;
    desk.dossier.log_meeting(&MeetingLog {
        attendance: vec![unnamed("IN", "Indian delegation"), member("Antony Blinken"), member("Lisa Monaco")],
        record: "The reports name those who met, not what was said; nor whether it was one meeting or two.".into(),
        is_final: true,
        ..aside("Indian delegation with Antony Blinken and Lisa Monaco", Level::SeniorOfficials)
    })?;
    Ok(())
}
