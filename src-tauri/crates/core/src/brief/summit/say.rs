//! Sentences about one commitment, as a summary says them.

use super::super::{
    paper::{Paragraph, Tone},
    promise::Promise,
    who::leading,
    words::{Line, away, sentence, stretch, times},
};
use crate::{
    clock::{Day, spoken},
    id::Id,
    vocabulary::{DueKind, Status},
};

/// When it is due and how it stands, without a subject: `was due on 30 Jun 2015 and is 51 days late`.
pub(crate) fn due(promise: &Promise, day: Day, meeting: Option<Id>) -> String {
    let (row, due) = (&promise.row, &promise.due);
    let put_off = if due.slips > 0 { format!(", having been put off {}", times(due.slips)) } else { String::new() };
    match row.status {
        Status::Delivered => return "has been delivered and awaits confirmation".into(),
        Status::Suspended => return "is suspended".into(),
        status if !status.is_open() => return format!("is {}", super::super::words::standing(status)),
        _ => {}
    }
    if let (true, Some(on)) = (due.late, due.on) {
        let by = if due.by.is_empty() { String::new() } else { format!(" ({})", due.by) };
        return format!("was due on {}{by} and is {} late{put_off}", spoken(on), stretch(on, day));
    }
    match (row.due_kind, due.on) {
        (DueKind::Ongoing, _) => "is to be kept throughout".into(),
        (DueKind::Meeting, _) if meeting.is_some() && row.due_meeting == meeting => {
            format!("is due by this meeting{put_off}")
        }
        (DueKind::Meeting, None) if promise.standing.adrift => "was due by a meeting that has been cancelled".into(),
        (DueKind::Recurring, Some(on)) => format!("falls due {}, next on {}", due.by, spoken(on)),
        (_, Some(on)) => {
            let by = if due.by.is_empty() { String::new() } else { format!(" ({})", due.by) };
            format!("is due on {}{by}, {}{put_off}", spoken(on), away(day, on))
        }
        (DueKind::Meeting | DueKind::Event, None) if !due.by.is_empty() => {
            format!("is due {}, which has no day yet", due.by)
        }
        _ => "bears no date".into(),
    }
}

/// By when it was promised to be kept, in a record of the day on which it was: `it was to be done by 25 Sep 2015`.
pub(crate) fn promised_by(promise: &Promise) -> String {
    let (row, due) = (&promise.row, &promise.due);
    match (row.due_kind, row.first_due_on.or(due.on)) {
        (DueKind::Ongoing, _) => "it is to be kept throughout".into(),
        (DueKind::Recurring, _) if !due.by.is_empty() => format!("it falls due {}", due.by),
        (DueKind::Meeting | DueKind::Event, _) if !due.by.is_empty() && due.slips == 0 => {
            format!("it is due {}", due.by)
        }
        (_, Some(on)) => format!("it is due on {}", spoken(on)),
        _ => "it bears no date".into(),
    }
}

/// A commitment in a line: ref, title, when it is due, who sees to it.
pub(crate) fn line(promise: &Promise, day: Day, meeting: Option<Id>) -> Paragraph {
    let mark = promise.mark.higher(&promise.due.mark);
    let line =
        named(Line::new(mark), promise).say(format!(" {}", sentence(&format!("it {}", due(promise, day, meeting)))));
    let line = match &promise.blocked {
        Some(why) if why.is_empty() => line.say(" It is blocked."),
        Some(why) => line.say(format!(" It is blocked. {}", sentence(why))),
        None => line,
    };
    line.say(format!(" {}", sentence(&leading(promise)))).done()
}

/// Begins a line with a commitment's ref and title.
pub(crate) fn named(line: Line, promise: &Promise) -> Line {
    let title = sentence(&promise.row.title);
    line.add(Tone::Ref, &promise.row.reference).say(" ").add(Tone::Strong, title)
}
