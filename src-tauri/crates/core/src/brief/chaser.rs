//! The chaser sheet of a body or a person: point by point what is asked, what was replied last and on which day, and space
//! for the reply. Replies that come back are matched to its points, see [`super::replies`].

use super::{
    gather::Gathering,
    paper::{Block, Paper, Paragraph, Tone},
    promise::Promise,
    summit::say,
    who::body_called,
    whole::{Head, fact, section},
    words::{Line, are, first_count, sentence},
};
use crate::{
    body::Body,
    clock::{Day, Instant, spoken},
    error::{Result, invalid},
    follow_up::FollowUp,
    id::Id,
    journal::shortened,
    person::Person,
    vocabulary::{Freshness, OwnerRole, PaperKind, Status},
    wire::{CommitmentQuery, PaperRequest, Sort},
};

/// Longest wording that stands on the sheet, and longest last reply, in characters.
const WORDING_SHOWN: usize = 600;
const REPLY_SHOWN: usize = 600;
/// Lines left for a reply.
const REPLY_LINES: u8 = 4;

/// What a sheet asks about: what is open and the body or person has a part in, soonest due first, which brings what is
/// late to the top.
pub(super) fn points_of(owner: Id) -> CommitmentQuery {
    CommitmentQuery { owner: Some(owner), sort: Sort::Due, ..CommitmentQuery::open() }
}

/// Whom a sheet goes to.
struct Addressee {
    id: Id,
    /// What they are called where a report says whose it is.
    names: Vec<String>,
    /// Whether they are on our side: what goes to another side says nothing that we keep to ourselves.
    ours: bool,
}

impl Addressee {
    /// Whether a report came from them.
    fn said(&self, report: &FollowUp) -> bool {
        let by = report.reported_by.trim().to_lowercase();
        self.names.iter().any(|name| name.to_lowercase() == by)
    }
}

/// The sheet.
pub(super) fn chaser(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let session = &g.showing.session;
    let (owner, name, full, party) = match (request.body, request.person) {
        (Some(id), None) => {
            let body: Body = session.require(id)?;
            (id, body.short().to_owned(), body.name, body.party)
        }
        (None, Some(id)) => {
            let person: Person = session.require(id)?;
            let full =
                if person.post.is_empty() { person.name.clone() } else { format!("{}, {}", person.name, person.post) };
            (id, person.name, full, person.party)
        }
        _ => return invalid("Say whose chaser sheet it is: of one body or one person."),
    };
    let asked = Addressee { id: owner, names: vec![name.clone(), full.clone()], ours: party == g.showing.home() };
    let whom = if request.body.is_some() { body_called(&full) } else { name.clone() };
    let promises = g.listed(&points_of(owner))?;
    let late = promises.iter().filter(|promise| promise.due.late).count();
    let mut blocks = vec![Block::Prose(g.line(opening(&whom, &promises, late, request.reply_by)))];
    for (number, promise) in (1..).zip(&promises) {
        blocks.extend(point(g, number, promise, &asked)?);
    }
    let facts = [
        fact("To", g.line(full)),
        fact("From", g.line(&g.actor)),
        fact("For", g.line(g.sight.reader())),
        fact("As of", g.line(spoken(g.day()))),
        fact("Points", g.line(promises.len().to_string())),
        request.reply_by.and_then(|on| fact("Reply by", g.line(spoken(on)))),
    ];
    let head = Head {
        kind: PaperKind::Chaser,
        title: format!("Chaser sheet: {name}"),
        subtitle: g.title.clone(),
        facts: facts.into_iter().flatten().collect(),
        file: format!("Chaser {name} {}", g.day()),
        mark: g.dossier.clone(),
    };
    g.whole(head, vec![section("points", "Points", blocks)], made_at)
}

fn opening(full: &str, promises: &[Promise], late: usize, by: Option<Day>) -> String {
    if promises.is_empty() {
        return format!("Nothing that is open has been entered as a matter for {full}. No reply is needed.");
    }
    let late = if late > 0 { format!("; {} late", are(late)) } else { String::new() };
    let verb = if promises.len() == 1 { "is" } else { "are" };
    let by = by.map(|on| format!(" by {}", spoken(on))).unwrap_or_default();
    format!(
        "{} {verb} open with {full}{late}. Please reply{by}, point by point, and leave the refs as they stand: replies are \
         matched to points by them.",
        first_count(promises.len(), "commitment"),
    )
}

fn point(g: &Gathering<'_>, number: usize, promise: &Promise, whom: &Addressee) -> Result<Vec<Block>> {
    let mark = &promise.mark;
    let title = Line::new(mark.clone()).say(format!("{number}. ")).add(Tone::Ref, &promise.row.reference);
    let mut blocks = vec![Block::Heading(title.say(format!(" {}", promise.row.title)).done())];
    if !promise.row.wording.is_empty() {
        let source = promise.source.as_ref().map(|text| {
            let dated = text.dated_on.map(|on| format!(", {}", spoken(on))).unwrap_or_default();
            (format!("{}{dated}", text.title), text.mark.clone())
        });
        let (source, of_source) = source.unwrap_or_default();
        blocks.push(Block::Quote {
            text: shortened(&promise.row.wording, WORDING_SHOWN),
            source,
            mark: mark.higher(&of_source),
        });
    }
    let line = Line::new(mark.higher(&promise.due.mark)).add(Tone::Strong, "Asked: ");
    blocks.push(Block::Prose(line.say(asked(g, promise, whom)).done()));
    blocks.extend(last_reply(g, promise, whom)?.map(Block::Prose));
    blocks.push(Block::Space { label: "Reply".into(), lines: REPLY_LINES });
    Ok(blocks)
}

/// What is asked of them, by how the commitment stands.
fn asked(g: &Gathering<'_>, promise: &Promise, whom: &Addressee) -> String {
    let day = g.day();
    let opposite = promise.owners.iter().any(|part| {
        let theirs = part.body.as_ref().map(|(id, _)| *id) == Some(whom.id)
            || part.person.as_ref().map(|(id, _)| *id) == Some(whom.id);
        theirs && part.role == OwnerRole::Counterpart
    });
    let stands = sentence(&format!("it {}", say::due(promise, day, None)));
    let request = match (promise.row.status, promise.blocked.as_ref().filter(|_| whom.ours)) {
        (_, Some(why)) if why.is_empty() => "It is blocked. Please say what would release it.".into(),
        (_, Some(why)) => format!("It is blocked. {} Please say what would release it.", sentence(why)),
        (Status::Delivered, _) if opposite => "Please say whether you too hold it to be delivered.".into(),
        (Status::Delivered, _) => "Please send what shows that it was kept.".into(),
        (Status::Suspended, _) => "Please say whether work on it is to be taken up again.".into(),
        _ if promise.due.late => "Please say what remains to be done, and by which day it will be done.".into(),
        (Status::NotStarted, _) => "Please say when work on it will begin, and who sees to it.".into(),
        _ if promise.freshness == Freshness::Stale => "Please report how it stands, and what comes next.".into(),
        _ => "Please report what has been done since, and what comes next.".into(),
    };
    format!("{stands} {request}")
}

/// What they said last. To our own side also what was to come next; that there was no reply, where that may be said.
fn last_reply(g: &Gathering<'_>, promise: &Promise, whom: &Addressee) -> Result<Option<Paragraph>> {
    let Some((row, mark)) = g.newest_heard_where(promise.row.id, &promise.mark, |row| whom.said(row))? else {
        let none = g.of_none("none so far.");
        let line = Line::new(promise.mark.clone()).add(Tone::Strong, "Last reply: ").say(none).done();
        return Ok(Some(line).filter(|_| !none.is_empty()));
    };
    let line = Line::new(mark).add(Tone::Strong, "Last reply: ").say(format!("{}. ", spoken(row.day)));
    let line = line.say(format!("“{}”", shortened(row.note.trim(), REPLY_SHOWN)));
    if row.next_step.is_empty() || !whom.ours {
        return Ok(Some(line.done()));
    }
    let by = row.next_step_due.map(|on| format!(", by {}", spoken(on))).unwrap_or_default();
    let next = sentence(&format!("{}{by}", row.next_step.trim_end_matches('.')));
    Ok(Some(line.say(format!(" Next step: {next}")).done()))
}
