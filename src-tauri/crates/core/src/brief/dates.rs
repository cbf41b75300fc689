//! Days of the register for a calendar: meetings, days by which commitments are due, last days for notice and ends of terms.

use chrono::{Days, Months};

use super::{
    calendar::{Calendar, Entry, Time, What},
    gather::Gathering,
    promise::Promise,
    who::{heads, leading},
    whole::file_name,
    words::sentence,
};
use crate::{
    clock::{Day, Instant, spoken},
    error::{Error, Result},
    id::Id,
    instrument::{self, Instrument},
    meeting::Meeting,
    rules::capital,
    vocabulary::{DayPrecision, MeetingState, NoticeWindow, Noun, Status},
    wire::{CommitmentQuery, PaperRequest, Sort},
};

/// How long ago a meeting may have been held, or something been done, to be in the calendar, in months.
const BACK: u32 = 12;
/// How many days before to remind of what is due, and of a day for notice.
const REMIND_DUE: u16 = 14;
const REMIND_NOTICE: u16 = 30;
/// Behind an id, so that it is one of a calendar: RFC 7986, section 5.3, asks that it be unique everywhere.
const AT: &str = "@rapporteur";

/// The calendar: of one meeting and what is due by it, or of everything; commitments are those of the query, all where
/// there is none.
pub(super) fn calendar(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Calendar> {
    let mut entries = meetings(g, request.meeting)?;
    entries.extend(due(g, request)?);
    if request.meeting.is_none() && request.query.is_none() {
        entries.extend(notices(g)?);
    }
    entries.sort_by_key(|entry| (day_of(entry), entry.uid.clone()));
    let marking = entries.iter().fold(g.dossier.clone(), |mark, entry| mark.higher(&entry.mark));
    for entry in &entries {
        let telling = g.hidden().is_some_and(|hidden| {
            [&entry.title, &entry.description, &entry.place].iter().any(|text| hidden.has_reference(text))
        });
        if telling || !g.sight.sees(&entry.mark) {
            return Err(Error::Refused(
                "The calendar would show something that stands above its reader. It was not made; please report this as a \
                 fault of the application."
                    .into(),
            ));
        }
    }
    Ok(Calendar {
        name: g.title.clone(),
        made_at,
        file_name: file_name(&format!("Calendar {} {}", g.title, g.day()), &marking),
        marking,
        entries,
    })
}

fn day_of(entry: &Entry) -> Day {
    match &entry.what {
        What::Event { time: Time::Days { from, .. }, .. } => *from,
        What::Event { time: Time::Hours { from, .. }, .. } => from.date(),
        What::ToDo { due, .. } => *due,
    }
}

/// The first day that is looked back to.
fn since(g: &Gathering<'_>) -> Day {
    g.day().checked_sub_months(Months::new(BACK)).unwrap_or(Day::MIN)
}

/// Raised with every change of either row: what follows a meeting changes with it.
fn sequence(own: i32, other: i32) -> u32 {
    let own = u32::try_from(own).unwrap_or(0).saturating_mul(1_000);
    own.saturating_add(u32::try_from(other).unwrap_or(0).min(999))
}

fn changed(g: &Gathering<'_>, noun: Noun, id: Id) -> Result<Instant> {
    Ok(g.showing.session.changed_at(noun, id)?.unwrap_or(Instant::UNIX_EPOCH))
}

fn meetings(g: &Gathering<'_>, only: Option<Id>) -> Result<Vec<Entry>> {
    let session = &g.showing.session;
    let ids: Vec<Id> = match only {
        Some(id) => vec![id],
        None => {
            let since = since(g);
            let recent = |begins: Option<Day>| begins.is_some_and(|on| on >= since);
            session.meetings()?.into_iter().filter(|head| recent(head.begins_on)).map(|head| head.id).collect()
        }
    };
    let mut entries = Vec::new();
    for id in ids {
        let meeting: Meeting = session.require(id)?;
        let mark = g.mark_of_meeting(&meeting);
        let Some(from) = meeting.begins_on else { continue };
        if !g.sees(Noun::Meeting, id, &mark) || g.tells(&meeting.title) {
            continue;
        }
        let heads = heads(&g.attending(id)?);
        let mut said = vec![sentence(&capital(meeting.level.label()))];
        if !heads.is_empty() {
            said.push(format!("Led by {heads}."));
        }
        if meeting.precision == DayPrecision::Month {
            said.push("The day is not known: the whole month is entered.".into());
        }
        entries.push(Entry {
            uid: format!("{id}{AT}"),
            sequence: sequence(meeting.revision, 0),
            changed_at: changed(g, Noun::Meeting, id)?,
            title: meeting.title.clone(),
            description: said.join("\n"),
            place: meeting.place.clone(),
            mark,
            what: What::Event {
                time: Time::Days { from, to: meeting.ends_on.unwrap_or(from) },
                cancelled: meeting.state == MeetingState::Cancelled,
                tentative: meeting.precision == DayPrecision::Month || meeting.state == MeetingState::Postponed,
            },
        });
    }
    Ok(entries)
}

fn due(g: &Gathering<'_>, request: &PaperRequest) -> Result<Vec<Entry>> {
    let query = request.query.clone().unwrap_or_else(|| CommitmentQuery {
        due_by: request.meeting,
        sort: Sort::Due,
        ..CommitmentQuery::all()
    });
    let since = since(g);
    let mut entries = Vec::new();
    for promise in g.listed(&query)? {
        let done = promise.row.closed_on.filter(|_| promise.row.status == Status::Fulfilled);
        let wanted = promise.is_open() || done.is_some_and(|on| on >= since);
        let Some(on) = promise.due.on.filter(|_| wanted) else { continue };
        if promise.row.status == Status::Suspended {
            continue;
        }
        entries.push(to_do(g, &promise, on, done)?);
    }
    Ok(entries)
}

fn to_do(g: &Gathering<'_>, promise: &Promise, due: Day, done_on: Option<Day>) -> Result<Entry> {
    let (row, mark) = (&promise.row, promise.mark.higher(&promise.due.mark));
    let followed = row.due_meeting.map(|id| g.showing.session.require::<Meeting>(id)).transpose()?;
    let mut said = Vec::new();
    if !row.wording.is_empty() {
        said.push(format!("“{}”", row.wording));
    }
    if !promise.due.by.is_empty() {
        said.push(sentence(&format!("due {}", promise.due.by)));
    }
    said.push(sentence(&leading(promise)));
    let mut changed_at = changed(g, Noun::Commitment, row.id)?;
    if let Some(meeting) = &followed {
        changed_at = changed_at.max(changed(g, Noun::Meeting, meeting.id)?);
    }
    Ok(Entry {
        uid: format!("{}-due{AT}", row.id),
        sequence: sequence(row.revision, followed.map_or(0, |meeting| meeting.revision)),
        changed_at,
        title: format!("{} {}", row.reference, row.title),
        description: said.join("\n"),
        place: String::new(),
        mark,
        what: What::ToDo { due, done_on, remind: REMIND_DUE },
    })
}

/// Last days for notice, and ends of terms at which no notice is due.
fn notices(g: &Gathering<'_>) -> Result<Vec<Entry>> {
    let session = &g.showing.session;
    let day = g.day();
    // What an instrument comes to hangs on several rows, and on other instruments.
    let changes = session.changes_of_instruments()?;
    let mut entries = Vec::new();
    for found in instrument::all(session, day)? {
        let notice = found
            .notice_on()
            .filter(|on| *on >= day - Days::new(30) && found.came.terms.notice.window != NoticeWindow::Given);
        let end = found
            .came
            .standing
            .end
            .map(|end| end.last)
            .filter(|on| !found.came.standing.stage.is_ended() && *on >= day);
        if notice.is_none() && end.is_none() {
            continue;
        }
        let row: Instrument = session.require(found.line.id)?;
        let mark = g.mark_of_instrument(&row);
        if !g.sees(Noun::Instrument, row.id, &mark) || g.tells(&row.title) {
            continue;
        }
        let changed_at = changed(g, Noun::Instrument, row.id)?;
        let entry = |what: &str, title: String, description: String, due: Day| Entry {
            uid: format!("{}-{what}{AT}", row.id),
            sequence: changes,
            changed_at,
            title,
            description,
            place: String::new(),
            mark: mark.clone(),
            what: What::ToDo { due, done_on: None, remind: REMIND_NOTICE },
        };
        if let Some(on) = notice {
            let (_, ends) = found.span();
            let ends = ends.map(|on| format!(" The current term ends on {}.", spoken(on))).unwrap_or_default();
            let said = format!("Last day on which notice can be given.{ends}");
            entries.push(entry("notice", format!("{} Notice: {}", row.reference, row.short()), said, on));
        }
        if let Some(on) = end {
            let said = "It comes to its end with this day, as things stand.".to_owned();
            entries.push(entry("end", format!("{} Ends: {}", row.reference, row.short()), said, on));
        }
    }
    Ok(entries)
}
