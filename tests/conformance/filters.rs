//! Every filter of the search language against a plain evaluation, commitment by commitment, of what `Dossier` shows of
//! each: on random dossiers, with `or`, `-` and brackets, now and as of past days, read in every way.

use proptest::prelude::*;
use rapporteur_core::{
    Dossier, Ways,
    clock::Day,
    id::Id,
    vocabulary::{Bound, Delivery, Freshness, LinkKind, MeetingState, Noun, OwnerRole, PartyKind, Status, Strength},
    wire::{
        CommitmentDraft, CommitmentQuery, CommitmentView, DueDraft, LinkDraft, MeetingDraft, MentionDraft, OwnerDraft,
        PartyDraft, PassageDraft, Sort, StatusDraft,
    },
};

use crate::{
    ground::{Ground, body, day, dialogue, follow_up, meeting, noon, party, person, text, track},
    lists::{Dice, WAYS},
};

/// What rows are called, for a field that takes a name.
type Names = Vec<(Id, Vec<String>)>;

/// A dossier in which every filter finds some commitments and leaves others out.
struct Varied {
    ground: Ground,
    tracks: Names,
    ours: Names,
    theirs: Names,
    parties: Names,
    meetings: Names,
    /// The dialogue of each meeting that is a round.
    rounds: Vec<(Id, Id)>,
    dialogues: Names,
    markings: Names,
    /// The day up to which everything is entered, and days between.
    days: [Day; 3],
}

const TITLES: &[&str] = &["Share threat reports", "Échange of formats", "Train officials", "Visit the port", "Réseau"];
const WORDINGS: &[&str] = &["", "The sides will share reports.", "They intend to train port officials."];
const NOTES: &[&str] = &["Asked again", "Draft received from the port", "Formats agreed"];

fn named(id: Id, names: &[&str]) -> (Id, Vec<String>) {
    (id, names.iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned()).collect())
}

fn varied(seed: u64, rows: usize) -> Varied {
    let ground = Ground::new();
    let dossier = &ground.dossier;
    let mut dice = Dice(seed);
    let trade = dossier.save_track(&track("TRA", "Trade")).unwrap().output;
    let other = dossier.save_party(&party("WE", "Westland")).unwrap().output;
    let organisation = PartyDraft { kind: PartyKind::Organisation, ..party("UNX", "Union of Ports") };
    let organisation = dossier.save_party(&organisation).unwrap().output;
    let office = dossier.save_body(&body(ground.home, None, "", "Élan Office")).unwrap().output;
    let ports = dossier.save_body(&body(other, None, "PA", "Port Authority")).unwrap().output;
    let envoy = dossier.save_person(&person(other, Some(ports), "Bela Envoy")).unwrap().output;
    let talks = dossier.save_dialogue(&dialogue("Port Talks", vec![ground.home, other], vec![trade])).unwrap().output;
    let rounds: Vec<(Id, Id)> =
        [(ground.dialogue, "2014-03-01"), (ground.dialogue, "2015-02-01"), (talks, "2015-05-05")]
            .into_iter()
            .map(|(of, on)| (dossier.save_meeting(&meeting(Some(of), "", on)).unwrap().output, of))
            .collect();
    let summit = dossier.save_meeting(&meeting(None, "Leaders in Norburg", "2015-11-01")).unwrap().output;
    // Planned, and cancelled before all is entered.
    let planned = MeetingDraft { state: MeetingState::Planned, ..meeting(None, "Doubtful talks", "2015-09-01") };
    let doubtful = dossier.save_meeting(&planned).unwrap().output;
    let overview = dossier.overview().unwrap();
    let source = text(Some(rounds[0].0), "Statement", "They will share. They will train. They will visit.");
    let source = dossier.save_text(&source).unwrap().output;
    let meetings: Vec<Id> = rounds.iter().map(|(id, _)| *id).chain([summit, doubtful]).collect();
    let days = [day("2015-08-25"), day("2015-09-20"), day("2015-10-15")];
    // One that nobody touches is due by the event, so that it can be asked for as of every day.
    let due = DueDraft::Event { event: "Ports congress".into(), on: Some(day("2015-10-01")) };
    dossier.save_commitment(&CommitmentDraft { due, ..ground.promise("Open the congress") }).unwrap();
    let mut known: Vec<Id> = Vec::new();
    for number in 0..rows {
        let stretch = number * days.len() / rows;
        if number == rows * 2 / 3 {
            let cancelled =
                MeetingDraft { id: Some(doubtful), revision: 1, state: MeetingState::Cancelled, ..planned.clone() };
            dossier.save_meeting(&cancelled).unwrap();
        }
        ground.clock.set(noon(&days[stretch].to_string()));
        let bound = dice.one(&[Bound::Both, Bound::Home, Bound::Partner, Bound::Named]);
        let parties = [vec![ground.partner], vec![other, organisation], vec![ground.home, other]];
        let mut owners = Vec::new();
        let lead = [
            (Some(ground.ministry), None),
            (Some(ground.agency), Some(ground.person)),
            (Some(office), None),
            (None, None),
        ];
        if let (body, person) = dice.one(&lead)
            && body.is_some()
        {
            owners.push(OwnerDraft { role: OwnerRole::Lead, body, person });
        }
        let across = [(Some(ground.theirs), None), (Some(ports), Some(envoy)), (None, None)];
        if let (body, person) = dice.one(&across)
            && body.is_some()
        {
            owners.push(OwnerDraft { role: OwnerRole::Counterpart, body, person });
        }
        let on = |dice: &mut Dice| day("2015-06-01").iter_days().nth(dice.below(300)).unwrap();
        let draft = CommitmentDraft {
            title: format!("{} {}", dice.one(TITLES), number % 4),
            wording: dice.one(WORDINGS).into(),
            track: dice.one(&[ground.track, trade]),
            bound,
            bound_parties: if bound == Bound::Named { dice.one(&parties) } else { Vec::new() },
            strength: dice.one(&[Strength::Firm, Strength::Intent, Strength::Soft]),
            meeting: dice.one(&[None, Some(meetings[0]), Some(meetings[1]), Some(meetings[2])]),
            made_on: dice.one(&[None, Some(day("2014-03-01")), Some(day("2015-07-31"))]),
            owners,
            due: match dice.below(9) {
                0 => DueDraft::None,
                1 => DueDraft::Ongoing,
                2 => DueDraft::Meeting { meeting: summit },
                3 => DueDraft::Event { event: "Ports congress".into(), on: Some(on(&mut dice)) },
                4 => DueDraft::Recurring { months: 1, on: on(&mut dice) },
                5 if number < rows * 2 / 3 => DueDraft::Meeting { meeting: doubtful },
                _ => DueDraft::Day { on: on(&mut dice) },
            },
            note: if dice.below(4) == 0 { "Mind the customs".into() } else { String::new() },
            marking: if dice.below(3) == 0 { vec![dice.one(&overview.markings).id] } else { Vec::new() },
            ..ground.promise("")
        };
        let id = dossier.save_commitment(&draft).unwrap().output;
        known.push(id);
        // What was entered before is worked on, too.
        for of in [id, dice.one(&known)] {
            if !dossier.commitment(of).unwrap().row.status.is_open() {
                continue;
            }
            if dice.below(2) == 0 {
                let heard = day("2015-04-01").iter_days().nth(dice.below(200)).unwrap().to_string();
                let mut entry = follow_up(vec![of], &heard, dice.one(NOTES));
                entry.their_status = dice.one(&[None, Some(Status::InProgress), Some(Status::Delivered)]);
                dossier.save_follow_up(&entry).unwrap();
            }
            if dice.below(3) == 0 {
                let _ = ground.put_off(of, &on(&mut dice).to_string(), "Later");
            }
            if dice.below(3) == 0 {
                let status = dice.one(Status::ALL);
                let blocked = (status.is_open() && dice.below(3) == 0).then_some(true);
                let draft = StatusDraft {
                    evidence: "Seen.".into(),
                    blocked,
                    blocked_reason: "Held up".into(),
                    ..ground.status(of, status)
                };
                dossier.set_status(&draft).unwrap();
            }
            if dice.below(3) == 0 {
                let link = LinkDraft { from: id, kind: LinkKind::Reaffirms, to: dice.one(&known) };
                let _ = dossier.add_link(&link);
            }
            if dice.below(4) == 0 {
                let start = u32::try_from(dice.below(3) * 17).unwrap();
                let at = PassageDraft { text: source, start, end: start + 4 };
                let _ = dossier.add_mention(&MentionDraft { commitment: of, at, note: String::new() });
            }
        }
    }
    let markings = overview.markings.iter().map(|marking| named(marking.id, &[&marking.label])).collect();
    let title = |id: Id| dossier.meeting(id).unwrap().row.title;
    let meetings = meetings.iter().map(|id| named(*id, &[&title(*id)])).collect();
    Varied {
        tracks: vec![named(ground.track, &["CYB", "Cyber"]), named(trade, &["TRA", "Trade"])],
        ours: vec![
            named(ground.ministry, &["MFA", "Ministry of Foreign Affairs"]),
            named(ground.agency, &["CSA", "Cyber Security Agency"]),
            named(office, &["Élan Office"]),
            named(ground.person, &["Ada Officer"]),
        ],
        theirs: vec![
            named(ground.theirs, &["SCERT", "Sudland Response Team"]),
            named(ports, &["PA", "Port Authority"]),
            named(envoy, &["Bela Envoy"]),
        ],
        parties: vec![
            named(ground.home, &["NO", "Norland"]),
            named(ground.partner, &["SU", "Sudland"]),
            named(other, &["WE", "Westland"]),
            named(organisation, &["UNX", "Union of Ports"]),
        ],
        dialogues: vec![named(ground.dialogue, &["Cyber Dialogue"]), named(talks, &["Port Talks"])],
        meetings,
        rounds,
        markings,
        days,
        ground,
    }
}

/// Letters without case and accents.
fn folded(text: &str) -> String {
    text.to_lowercase().replace(['é', 'è'], "e")
}

/// The rows a name means: those called just that, or else those with a name that holds it.
fn meant(all: &Names, text: &str) -> Vec<Id> {
    let wanted = folded(text);
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<Id> {
        all.iter().filter(|(_, names)| names.iter().any(|name| fits(&folded(name)))).map(|(id, _)| *id).collect()
    };
    let exact = fitting(&|name| name == wanted);
    if exact.is_empty() { fitting(&|name| name.contains(&wanted)) } else { exact }
}

/// One thing asked, as the language says it.
#[derive(Debug, Clone)]
enum Leaf {
    Flag(&'static str),
    /// A field that takes a word or a name.
    Of(&'static str, String),
    Number(&'static str, &'static str, u32),
    Day(&'static str, &'static str, &'static str),
    Words(&'static str),
}

#[derive(Debug, Clone)]
enum Asked {
    Leaf(Leaf),
    Not(Box<Asked>),
    All(Vec<Asked>),
    Any(Vec<Asked>),
}

const STATUSES: &[&str] = &[
    "open",
    "closed",
    "not-started",
    "in-progress",
    "delivered",
    "fulfilled",
    "not-fulfilled",
    "dropped",
    "superseded",
    "suspended",
];
const DAYS: &[&str] = &[
    "none",
    "2015",
    "2015-08",
    "2015-07-31",
    "2015-09-20",
    "today",
    "-30",
    "+30",
    "this-month",
    "last-month",
    "next-month",
    "this-year",
    "last-year",
    "yesterday",
    "2014-03-01",
];

fn leaf() -> impl Strategy<Value = Leaf> {
    let of = |field: &'static str, values: &'static [&'static str]| {
        prop::sample::select(values).prop_map(move |value| Leaf::Of(field, value.to_owned()))
    };
    let signs = || prop::sample::select(&[":", "<", "<=", ">", ">="][..]);
    let dated = prop::sample::select(&["due", "made", "heard", "created", "changed"][..]);
    prop_oneof![
        2 => prop::sample::select(&["open", "closed", "overdue", "was-overdue", "blocked", "stale"][..]).prop_map(Leaf::Flag),
        1 => of("track", &["CYB", "trade", "tra", "y"]),
        2 => of("status", STATUSES),
        1 => of("theirs", STATUSES),
        2 => of("lamp", &["red", "amber", "green", "grey", "fresh", "ageing", "stale"]),
        1 => of("exception", &["overdue", "blocked", "due-before", "stale", "cancelled"]),
        2 => of("bound", &["us", "them", "both", "we", "NO", "SU", "Westland", "UNX", "land"]),
        1 => of("strength", &["firm", "intent", "soft"]),
        1 => of("owner", &["MFA", "agency", "elan", "Ada", "i"]),
        1 => of("counterpart", &["SCERT", "port", "Bela Envoy"]),
        1 => of("partner", &["SU", "Westland", "land"]),
        1 => of("meeting", &["1st", "leaders", "Cyber Dialogue", "Port Talks"]),
        1 => of("by", &["leaders", "Doubtful talks", "ports congress", "congress"]),
        1 => of("dialogue", &["cyber", "Port Talks"]),
        1 => of("marking", &["Restricted", "Secret", "TLP", "releasable"]),
        1 => of("ref", &["CYB", "TRA-2015-00", "cyb-2015-001"]),
        1 => of("title", &["thr", "share rep", "echange", "of", "zebra"]),
        3 => (dated, signs(), prop::sample::select(DAYS)).prop_map(|(field, sign, value)| Leaf::Day(field, sign, value)),
        1 => (prop::sample::select(&["slips", "reaffirmed"][..]), signs(), 0..4_u32)
            .prop_map(|(field, sign, number)| Leaf::Number(field, sign, number)),
        3 => prop::sample::select(
            &["reports", "port", "\"share threat\"", "form*", "echange", "customs", "ministry", "congress", "nothing",
              "\"port authority\"", "again", "tra*", "held"][..]
        ).prop_map(Leaf::Words),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    leaf().prop_map(Asked::Leaf).prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|part| Asked::Not(Box::new(part))),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Asked::All),
            prop::collection::vec(inner, 1..4).prop_map(Asked::Any),
        ]
    })
}

impl Leaf {
    /// Not every day can be asked of everything.
    fn can_be_asked(&self) -> bool {
        !matches!(self, Self::Day(field, sign, "none") if *sign != ":" || matches!(*field, "created" | "changed"))
    }

    fn text(&self) -> String {
        match self {
            Self::Flag(word) | Self::Words(word) => (*word).into(),
            Self::Of(field, value) if value.contains(' ') => format!("{field}:\"{value}\""),
            Self::Of(field, value) => format!("{field}:{value}"),
            Self::Number(field, sign, number) => format!("{field}{sign}{number}"),
            Self::Day(field, sign, value) => format!("{field}{sign}{value}"),
        }
    }
}

impl Asked {
    fn text(&self) -> String {
        let joined = |parts: &[Self], between: &str| {
            let each: Vec<String> = parts.iter().map(Self::text).collect();
            format!("({})", each.join(between))
        };
        match self {
            Self::Leaf(leaf) => leaf.text(),
            Self::Not(part) => format!("-{}", part.text()),
            Self::All(parts) => joined(parts, " "),
            Self::Any(parts) => joined(parts, " or "),
        }
    }

    fn can_be_asked(&self) -> bool {
        match self {
            Self::Leaf(leaf) => leaf.can_be_asked(),
            Self::Not(part) => part.can_be_asked(),
            Self::All(parts) | Self::Any(parts) => parts.iter().all(Self::can_be_asked),
        }
    }
}

/// What the plain evaluation knows of a commitment.
struct Told {
    view: CommitmentView,
    created: Day,
    changed: Day,
    /// Names of all bodies and persons that have a part, the full ones included.
    owners: Vec<String>,
}

/// A dossier as it is looked at: now, or as of a past day.
struct Looked<'v> {
    varied: &'v Varied,
    dossier: &'v Dossier,
    today: Day,
    all: Vec<Told>,
}

/// The words of a text, as a reader tells them apart.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a text holds these words one after the other; the last may go on.
fn holds(text: &str, phrase: &[String], beginning: bool) -> bool {
    let last = phrase.len() - 1;
    words(text).windows(phrase.len()).any(|stretch| {
        stretch.iter().zip(phrase).enumerate().all(|(at, (word, wanted))| {
            if at == last && beginning { word.starts_with(wanted.as_str()) } else { word == wanted }
        })
    })
}

fn compared<T: Ord>(one: &T, sign: &str, other: &T) -> bool {
    match sign {
        "<" => one < other,
        "<=" => one <= other,
        ">" => one > other,
        ">=" => one >= other,
        _ => one == other,
    }
}

/// The first and the last day that is meant, as texts: their order is that of days.
fn stretch(value: &str, today: Day) -> (String, String) {
    let prefixed = |prefix: &str| match prefix.len() {
        4 => (format!("{prefix}-01-01"), format!("{prefix}-12-31")),
        7 => (format!("{prefix}-01"), format!("{prefix}-31")),
        _ => (prefix.to_owned(), prefix.to_owned()),
    };
    let this = today.to_string();
    let month = |mut days: Box<dyn Iterator<Item = Day>>| {
        let other = days.find(|day| day.to_string()[..7] != this[..7]).unwrap();
        prefixed(&other.to_string()[..7])
    };
    let on = |day: Option<Day>| prefixed(&day.unwrap().to_string());
    match value {
        "today" => on(Some(today)),
        "yesterday" => on(today.pred_opt()),
        "-30" => on(today.iter_days().rev().nth(30)),
        "+30" => on(today.iter_days().nth(30)),
        "this-month" => prefixed(&this[..7]),
        "last-month" => month(Box::new(today.iter_days().rev())),
        "next-month" => month(Box::new(today.iter_days())),
        "this-year" => prefixed(&this[..4]),
        "last-year" => prefixed(&(this[..4].parse::<i32>().unwrap() - 1).to_string()),
        fixed => prefixed(fixed),
    }
}

fn dated(day: Option<Day>, sign: &str, value: &str, today: Day) -> bool {
    let Some(day) = day else { return value == "none" };
    if value == "none" {
        return false;
    }
    let (from, to) = stretch(value, today);
    let day = day.to_string();
    match sign {
        "<" => day < from,
        "<=" => day <= to,
        ">" => day > to,
        ">=" => day >= from,
        _ => from <= day && day <= to,
    }
}

impl<'v> Looked<'v> {
    fn at(varied: &'v Varied, dossier: &'v Dossier) -> Self {
        let query = CommitmentQuery { sort: Sort::Ref, limit: 500, ..CommitmentQuery::all() };
        let rows = dossier.commitments(&query).unwrap().rows;
        let all = rows.iter().map(|row| {
            let view = dossier.commitment(row.id).unwrap();
            let entries = dossier.history(Noun::Commitment, row.id).unwrap();
            let on = |revision: i32| -> Day {
                let entry = entries.iter().find(|entry| entry.revision == revision).unwrap();
                entry.act.at[..10].parse().unwrap()
            };
            let names = varied.ours.iter().chain(&varied.theirs);
            let has = |id: Id| {
                let part =
                    |named: &Option<rapporteur_core::wire::Named>| named.as_ref().is_some_and(|part| part.id == id);
                view.owners.iter().any(|owner| part(&owner.body) || part(&owner.person))
            };
            let owners = names.filter(|(id, _)| has(*id)).map(|(_, names)| names.join(" ")).collect();
            Told { created: on(1), changed: on(row.revision), owners, view }
        });
        Self { varied, dossier, today: dossier.day().unwrap(), all: all.collect() }
    }

    fn fits(&self, asked: &Asked, told: &Told) -> bool {
        match asked {
            Asked::Leaf(leaf) => self.leaf(leaf, told),
            Asked::Not(part) => !self.fits(part, told),
            Asked::All(parts) => parts.iter().all(|part| self.fits(part, told)),
            Asked::Any(parts) => parts.iter().any(|part| self.fits(part, told)),
        }
    }

    fn leaf(&self, leaf: &Leaf, told: &Told) -> bool {
        let row = &told.view.row;
        match leaf {
            Leaf::Flag("open") => row.status.is_open(),
            Leaf::Flag("closed") => !row.status.is_open(),
            Leaf::Flag("was-overdue") => told.view.due_history.iter().any(|change| change.late > 0),
            Leaf::Flag("blocked") => row.blocked.is_some(),
            Leaf::Flag(exception) => self.exception(exception, told),
            Leaf::Of(field, value) => self.field(field, value, told),
            Leaf::Number("slips", sign, number) => {
                let slips = told.view.due_history.iter().filter(|change| change.slip).count();
                compared(&slips, sign, &(*number as usize))
            }
            Leaf::Number(_, sign, number) => {
                let reaffirms =
                    |link: &&rapporteur_core::wire::LinkView| link.kind == LinkKind::Reaffirms && !link.outgoing;
                let again = told.view.links.iter().filter(reaffirms).count() + told.view.mentions.len();
                compared(&again, sign, &(*number as usize))
            }
            Leaf::Day(field, sign, value) => {
                let day = match *field {
                    "due" => row.due.on,
                    "made" => row.made_on,
                    "heard" => told.view.follow_ups.iter().map(|entry| entry.day).max(),
                    "created" => Some(told.created),
                    _ => Some(told.changed),
                };
                dated(day, sign, value, self.today)
            }
            Leaf::Words(typed) => self.words(typed, told),
        }
    }

    fn exception(&self, word: &str, told: &Told) -> bool {
        let row = &told.view.row;
        let under_way = matches!(row.status, Status::NotStarted | Status::InProgress);
        let brought_up = under_way || row.status == Status::Delivered;
        let soon = self.today.iter_days().nth(30).unwrap();
        let long_ago = self.today.iter_days().rev().nth(90).unwrap();
        match word {
            "overdue" => under_way && row.due.on.is_some_and(|due| due < self.today),
            "due-before" => under_way && row.due.on.is_some_and(|due| self.today <= due && due <= soon),
            "cancelled" => under_way && row.due.waits.as_deref() == Some("cancelled"),
            "blocked" => brought_up && row.blocked.is_some(),
            _ => brought_up && told.view.follow_ups.iter().all(|entry| entry.day < long_ago),
        }
    }

    fn field(&self, field: &str, value: &str, told: &Told) -> bool {
        let (varied, view, row) = (self.varied, &told.view, &told.view.row);
        let status = |status: Status| match value {
            "open" => status.is_open(),
            "closed" => !status.is_open(),
            word => status.word() == word.replace('-', "_"),
        };
        let part = |counterpart: bool, ids: &[Id]| {
            view.owners.iter().any(|owner| {
                (owner.role == OwnerRole::Counterpart) == counterpart
                    && [&owner.body, &owner.person].into_iter().flatten().any(|part| ids.contains(&part.id))
            })
        };
        let made_at = view.meeting.as_ref().map(|meeting| meeting.id);
        match field {
            "track" => meant(&varied.tracks, value).contains(&row.track),
            "status" => status(row.status),
            "theirs" => row.their_status.is_some_and(status),
            "lamp" => match value {
                "red" => row.delivery == Delivery::Red,
                "amber" => row.delivery == Delivery::Amber,
                "green" => row.delivery == Delivery::Green,
                "grey" => row.delivery == Delivery::Grey,
                "fresh" => row.heard.lamp == Freshness::Fresh,
                "ageing" => row.heard.lamp == Freshness::Ageing,
                _ => row.heard.lamp == Freshness::Stale,
            },
            "exception" => self.exception(value, told),
            "bound" => match value {
                "us" | "we" => row.bound == Bound::Home,
                "them" => row.bound == Bound::Partner,
                "both" => row.bound == Bound::Both,
                name => meant(&varied.parties, name).into_iter().any(|party| {
                    let union = varied.parties[3].0;
                    // Where there are partner states, an organisation is bound by name alone.
                    let side = if party == varied.ground.home { Bound::Home } else { Bound::Partner };
                    let by_side = party != union && (row.bound == Bound::Both || row.bound == side);
                    by_side || (row.bound == Bound::Named && view.bound_parties.iter().any(|named| named.id == party))
                }),
            },
            "strength" => row.strength.word() == value,
            "owner" => part(false, &meant(&varied.ours, value)),
            "counterpart" => part(true, &meant(&varied.theirs, value)),
            "partner" => {
                let others: Names = varied.parties[1..].to_vec();
                view.owners.iter().any(|owner| meant(&others, value).contains(&owner.party.id))
            }
            "meeting" => {
                let ids = meant(&varied.meetings, value);
                let by = row.due.meeting.as_ref().map(|meeting| meeting.id);
                [made_at, by].into_iter().flatten().any(|id| ids.contains(&id))
            }
            "by" => {
                let ids = meant(&varied.meetings, value);
                row.due.meeting.as_ref().is_some_and(|meeting| ids.contains(&meeting.id))
                    || row.due.event.as_ref().is_some_and(|event| folded(event).contains(&folded(value)))
            }
            "dialogue" => {
                let ids = meant(&varied.dialogues, value);
                varied.rounds.iter().any(|(round, of)| Some(*round) == made_at && ids.contains(of))
            }
            "marking" => {
                let ids = meant(&varied.markings, value);
                view.marking.iter().any(|marking| ids.contains(&marking.id))
            }
            "ref" => row.r#ref.starts_with(&value.to_uppercase()),
            _ => words(value).iter().all(|wanted| words(&row.title).iter().any(|word| word.starts_with(wanted))),
        }
    }

    /// Words stand in the title with the ref, in the wording, in all the rest together, or in an owner's names.
    fn words(&self, typed: &str, told: &Told) -> bool {
        let (phrase, beginning) = (words(typed), typed.ends_with('*'));
        let view = &told.view;
        let mut rest = vec![view.note.clone(), view.row.due.event.clone().unwrap_or_default()];
        rest.extend(view.row.blocked.clone());
        rest.extend(view.follow_ups.iter().map(|entry| entry.note.clone()));
        let title = format!("{} {}", view.row.r#ref, view.row.title);
        [title, view.row.wording.clone(), rest.join(" ")]
            .iter()
            .chain(&told.owners)
            .any(|text| holds(text, &phrase, beginning))
    }

    /// What is found is what fits, in every way of reading, and is counted so.
    fn compare(&self, asked: &Asked) -> Result<(), TestCaseError> {
        let fitting: Vec<&str> =
            self.all.iter().filter(|told| self.fits(asked, told)).map(|told| told.view.row.r#ref.as_str()).collect();
        let query = CommitmentQuery { words: asked.text(), sort: Sort::Ref, limit: 500, ..CommitmentQuery::all() };
        for ways in WAYS {
            ways.take();
            let found = self.dossier.commitments(&query);
            let count = self.dossier.count_commitments(&query);
            let by_review = self.dossier.commitments(&CommitmentQuery { sort: Sort::Review, ..query.clone() });
            Ways::MEASURED.take();
            let found = found.map_err(|error| TestCaseError::fail(format!("{}: {error}", query.words)))?;
            let found: Vec<&str> = found.rows.iter().map(|row| row.r#ref.as_str()).collect();
            prop_assert_eq!(&found, &fitting, "{} as of {} in {:?}", &query.words, self.today, ways);
            prop_assert_eq!(count.unwrap() as usize, fitting.len(), "{} counted", &query.words);
            prop_assert_eq!(by_review.unwrap().rows.len(), fitting.len(), "{} as a review", &query.words);
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_filter_finds_what_a_plain_evaluation_finds(
        seed in any::<u64>(),
        queries in prop::collection::vec(asked(), 60),
        leaves in prop::collection::vec(leaf(), 60),
    ) {
        let varied = varied(seed, 45);
        let past: Vec<Dossier> = varied.days[..2].iter().map(|day| varied.ground.dossier.past(*day).unwrap()).collect();
        let looked: Vec<Looked<'_>> =
            past.iter().chain([&varied.ground.dossier]).map(|dossier| Looked::at(&varied, dossier)).collect();
        let all = queries.into_iter().chain(leaves.into_iter().map(Asked::Leaf));
        for asked in all.filter(Asked::can_be_asked) {
            for looked in &looked {
                looked.compare(&asked)?;
            }
        }
    }
}
