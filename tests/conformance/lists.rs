//! Every order, both ways round, under every grouping and read in every way, against a plain sort of all rows.

use rapporteur_core::{
    Ways,
    vocabulary::{Bound, OwnerRole, Status, Strength},
    wire::{
        CommitmentDraft, CommitmentQuery, CommitmentView, DueDraft, Grouping, ListPlaces, OwnerDraft, Sort, StatusDraft,
    },
};

use crate::ground::{Ground, body, day, lead, person, track};

/// Rows gathered wherever there is a set, rows walked along wherever that can be, and a walk that gives up soon.
pub(crate) const WAYS: [Ways; 4] = [
    Ways::MEASURED,
    Ways { small: u32::MAX, large: u32::MAX, long: u64::MAX },
    Ways { small: 0, large: 0, long: u64::MAX },
    Ways { small: 0, large: u32::MAX, long: 9 },
];

const GROUPS: [Option<Grouping>; 7] = [
    None,
    Some(Grouping::Track),
    Some(Grouping::Owner),
    Some(Grouping::Body),
    Some(Grouping::Meeting),
    Some(Grouping::Status),
    Some(Grouping::DueMonth),
];

/// Numbers that look like chance and are always the same.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// A dossier in which every part of every order has rows, and some rows share what they are sorted by.
fn mixed(seed: u64, rows: usize) -> Ground {
    let ground = Ground::new();
    let dossier = &ground.dossier;
    let mut dice = Dice(seed);
    let tracks = [
        ground.track,
        dossier.save_track(&track("TRA", "Trade")).unwrap().output,
        dossier.save_track(&track("CLI", "Climate")).unwrap().output,
    ];
    let other = dossier.save_body(&body(ground.home, None, "", "Élan Office")).unwrap().output;
    let alone = dossier.save_person(&person(ground.home, None, "Bela Envoy")).unwrap().output;
    let meetings = [ground.round("2014-03-01"), ground.round("2015-02-01"), ground.round("2015-02-01")];
    let leads = [
        vec![],
        vec![lead(ground.ministry)],
        vec![lead(ground.agency)],
        vec![lead(other)],
        vec![OwnerDraft { role: OwnerRole::Lead, body: None, person: Some(ground.person) }],
        vec![OwnerDraft { role: OwnerRole::Lead, body: None, person: Some(alone) }],
        vec![OwnerDraft { role: OwnerRole::Counterpart, body: Some(ground.theirs), person: None }],
    ];
    for number in 0..rows {
        let bound = dice.one(&[Bound::Both, Bound::Home, Bound::Partner, Bound::Named]);
        let title = dice.one(&["Share formats", "échange of lists", "Exchange of lists", "Zebra", "arrange a visit"]);
        let month = 6 + dice.below(6);
        let draft = CommitmentDraft {
            track: dice.one(&tracks),
            bound,
            bound_parties: if bound == Bound::Named { vec![ground.partner] } else { Vec::new() },
            strength: dice.one(&[Strength::Firm, Strength::Intent, Strength::Soft]),
            meeting: dice.one(&[None, Some(meetings[0]), Some(meetings[1]), Some(meetings[2])]),
            made_on: dice.one(&[None, Some(day("2014-03-01")), Some(day("2015-02-01"))]),
            owners: dice.one(&leads),
            due: match dice.below(6) {
                0 => DueDraft::None,
                1 => DueDraft::Meeting { meeting: meetings[2] },
                _ => DueDraft::Day { on: day(&format!("2015-{month:02}-{:02}", 10 + dice.below(3))) },
            },
            ..ground.promise(&format!("{title} {}", number % 7))
        };
        let id = dossier.save_commitment(&draft).unwrap().output;
        if dice.below(2) == 0 {
            ground.heard(id, &format!("2015-{:02}-11", 3 + dice.below(6)), "Heard");
        }
        for _ in 0..dice.below(3) {
            let to = format!("2016-{:02}-11", 1 + dice.below(3));
            ground.put_off(id, &to, "Later").unwrap();
        }
        let status = dice.one(Status::ALL);
        let blocked = (status.is_open() && dice.below(4) == 0).then_some(true);
        let draft = StatusDraft {
            evidence: "Seen.".into(),
            blocked,
            blocked_reason: "Held up".into(),
            ..ground.status(id, status)
        };
        dossier.set_status(&draft).unwrap();
    }
    ground
}

fn all(ground: &Ground, query: &CommitmentQuery) -> Vec<CommitmentView> {
    let query = CommitmentQuery { limit: 500, group: None, after: None, sort: Sort::Ref, ..query.clone() };
    let rows = ground.dossier.commitments(&query).unwrap().rows;
    rows.iter().map(|row| ground.dossier.commitment(row.id).unwrap()).collect()
}

fn folded(text: &str) -> String {
    text.to_lowercase().replace('é', "e")
}

/// What the rows of a list are compared by: texts, of which the first that differs decides.
type Key = Vec<String>;

struct Plain {
    tracks: Vec<rapporteur_core::id::Id>,
    meetings: Vec<(rapporteur_core::id::Id, String)>,
}

impl Plain {
    fn of(ground: &Ground) -> Self {
        let tracks = ground.dossier.overview().unwrap().tracks.iter().map(|track| track.id).collect();
        let mut meetings: Vec<_> = ground
            .dossier
            .meetings()
            .unwrap()
            .into_iter()
            .map(|row| (row.id, row.begins_on.map(|on| on.to_string()).unwrap_or_default()))
            .collect();
        meetings.sort_by_key(|(id, on)| std::cmp::Reverse((on.clone(), *id)));
        Self { tracks, meetings }
    }

    fn due(view: &CommitmentView) -> String {
        view.row.due.on.map_or("9999-12-31".into(), |on| on.to_string())
    }

    /// The lead that was entered first, as a body or a person.
    fn lead(view: &CommitmentView, body_first: bool, body_only: bool) -> Option<(String, String)> {
        let lead = view.owners.iter().filter(|owner| owner.role == OwnerRole::Lead).min_by_key(|owner| owner.id)?;
        let (first, second) = if body_first { (&lead.body, &lead.person) } else { (&lead.person, &lead.body) };
        let named = if body_only { lead.body.as_ref() } else { first.as_ref().or(second.as_ref()) };
        named.map(|named| (folded(&named.name), named.id.to_string()))
    }

    fn by_lead(lead: Option<(String, String)>) -> Key {
        lead.map_or_else(|| vec!["2".into()], |(name, id)| vec!["1".into(), name, id])
    }

    fn track(&self, view: &CommitmentView) -> String {
        format!("{:03}", self.tracks.iter().position(|track| *track == view.row.track).unwrap())
    }

    fn status(view: &CommitmentView) -> String {
        Status::ALL.iter().position(|status| *status == view.row.status).unwrap().to_string()
    }

    fn group(&self, view: &CommitmentView, group: Option<Grouping>) -> Key {
        match group {
            None => Vec::new(),
            Some(Grouping::Track) => vec![self.track(view)],
            Some(Grouping::Owner) => Self::by_lead(Self::lead(view, false, false)),
            Some(Grouping::Body) => Self::by_lead(Self::lead(view, true, true)),
            Some(Grouping::Meeting) => {
                let at = view.meeting.as_ref().map(|at| self.meetings.iter().position(|(id, _)| *id == at.id).unwrap());
                vec![at.map_or("999".into(), |at| format!("{at:03}"))]
            }
            Some(Grouping::Status) => vec![Self::status(view)],
            Some(Grouping::DueMonth) => vec![Self::due(view)[..7].to_owned()],
        }
    }

    fn within(&self, view: &CommitmentView, sort: Sort, grouped: bool) -> Key {
        let row = &view.row;
        let day = |day: Option<rapporteur_core::clock::Day>| day.map_or("0000".into(), |day| day.to_string());
        let due = Self::due(view);
        let course = if row.exceptions.is_empty() { "1" } else { "0" }.to_owned();
        let strengths = [Strength::Firm, Strength::Intent, Strength::Soft];
        let bounds = [Bound::Home, Bound::Partner, Bound::Both, Bound::Named];
        let mut key = match sort {
            Sort::Review if grouped => vec![course, due],
            Sort::Review => vec![self.track(view), course, due],
            Sort::Due => vec![due],
            Sort::Ref => vec![],
            Sort::Heard => vec![day(row.heard.on)],
            Sort::Title => vec![folded(&row.title)],
            Sort::Made => vec![day(row.made_on)],
            Sort::Slips => vec![format!("{:03}", row.due.slips)],
            Sort::Raised => vec![day(row.raised.as_ref().and_then(|raised| raised.on))],
            Sort::Track => vec![self.track(view), due],
            Sort::Status => vec![Self::status(view), due],
            Sort::Bound => vec![bounds.iter().position(|bound| *bound == row.bound).unwrap().to_string(), due],
            Sort::Strength => vec![strengths.iter().position(|s| *s == row.strength).unwrap().to_string(), due],
            Sort::Owner => {
                let mut key = Self::by_lead(Self::lead(view, true, false));
                // A body and a person who lead alone stand in one order of names.
                key.resize(3, String::new());
                key.push(due);
                key
            }
        };
        key.push(row.r#ref.clone());
        key
    }

    /// The refs of all rows in the order asked for, with the group of each.
    fn sorted(&self, views: &[CommitmentView], query: &CommitmentQuery) -> Vec<(Key, String)> {
        let mut rows: Vec<(Key, Key, String)> = views
            .iter()
            .map(|view| {
                let within = self.within(view, query.sort, query.group.is_some());
                (self.group(view, query.group), within, view.row.r#ref.clone())
            })
            .collect();
        let back = query.descending && query.sort != Sort::Review;
        rows.sort_by(|a, b| {
            let within = a.1.cmp(&b.1);
            a.0.cmp(&b.0).then(if back { within.reverse() } else { within })
        });
        rows.into_iter().map(|(group, _, reference)| (group, reference)).collect()
    }
}

/// The refs of a list, page by page.
fn paged(ground: &Ground, query: &CommitmentQuery, limit: u32) -> Vec<String> {
    let mut refs = Vec::new();
    let mut after = query.after.clone();
    loop {
        let page = ground.dossier.commitments(&CommitmentQuery { after, limit, ..query.clone() }).unwrap();
        refs.extend(page.rows.into_iter().map(|row| row.r#ref));
        match page.next {
            Some(next) => after = Some(next),
            None => return refs,
        }
    }
}

/// That the places of a list are those of its rows, and that it can be read on from each mark.
fn check_places(ground: &Ground, query: &CommitmentQuery, sorted: &[(Key, String)], places: &ListPlaces) {
    assert_eq!(places.total as usize, sorted.len());
    assert_eq!(ground.dossier.count_commitments(query).unwrap(), places.total);
    for mark in &places.marks {
        let rest = paged(ground, &CommitmentQuery { after: Some(mark.after.clone()), ..query.clone() }, 500);
        let wanted: Vec<&String> = sorted[mark.at as usize..].iter().map(|(_, reference)| reference).collect();
        assert_eq!(rest.iter().collect::<Vec<_>>(), wanted, "{query:?}");
    }
    if query.group.is_some() {
        let mut firsts: Vec<usize> = (0..sorted.len()).collect();
        firsts.retain(|at| *at == 0 || sorted[*at - 1].0 != sorted[*at].0);
        let ends = firsts.iter().skip(1).copied().chain([sorted.len()]);
        let wanted: Vec<(u32, u32)> = firsts
            .iter()
            .zip(ends)
            .map(|(first, end)| (u32::try_from(*first).unwrap(), u32::try_from(end - first).unwrap()))
            .collect();
        let found: Vec<(u32, u32)> = places.groups.iter().map(|group| (group.first, group.count)).collect();
        assert_eq!(found, wanted, "{query:?}");
    }
}

#[test]
fn every_order_is_that_of_a_plain_sort_and_pages_join_without_gap_or_repeat() {
    let ground = mixed(1, 50);
    let plain = Plain::of(&ground);
    let filters = ["", "status:open or strength:firm", "formats or exchange"].map(|words| {
        let everything = CommitmentQuery { words: words.into(), ..CommitmentQuery::all() };
        let views = all(&ground, &everything);
        assert!(views.len() > 20, "{words}");
        (everything, views)
    });
    let orders = GROUPS.iter().flat_map(|group| {
        Sort::ALL.iter().flat_map(|sort| [false, true].map(|descending| (*group, *sort, descending)))
    });
    for (turn, (group, sort, descending)) in orders.enumerate() {
        let (everything, views) = &filters[turn % filters.len()];
        let query = CommitmentQuery { sort, descending, group, ..everything.clone() };
        let sorted = plain.sorted(views, &query);
        let refs: Vec<&String> = sorted.iter().map(|(_, reference)| reference).collect();
        // Each is read in one way whole, and in another page by page.
        WAYS[turn % WAYS.len()].take();
        assert_eq!(paged(&ground, &query, 500).iter().collect::<Vec<_>>(), refs, "{query:?}");
        WAYS[(turn / WAYS.len()) % WAYS.len()].take();
        assert_eq!(paged(&ground, &query, 7).iter().collect::<Vec<_>>(), refs, "{query:?}");
        check_places(&ground, &query, &sorted, &ground.dossier.list_places(&query).unwrap());
        Ways::MEASURED.take();
    }
}

#[test]
fn open_ones_closed_ones_and_some_tracks_keep_the_order() {
    let ground = mixed(2, 50);
    let plain = Plain::of(&ground);
    let tracks = plain.tracks.clone();
    for (open, some) in [(Some(true), vec![]), (Some(false), vec![]), (None, tracks[1..].to_vec())] {
        let everything = CommitmentQuery { open, tracks: some, ..CommitmentQuery::all() };
        let views = all(&ground, &everything);
        for sort in Sort::ALL {
            let query = CommitmentQuery { sort: *sort, descending: true, ..everything.clone() };
            let sorted = plain.sorted(&views, &query);
            for ways in WAYS {
                ways.take();
                let found = paged(&ground, &query, 9);
                assert_eq!(
                    found,
                    sorted.iter().map(|(_, reference)| reference.clone()).collect::<Vec<_>>(),
                    "{query:?}"
                );
            }
            check_places(&ground, &query, &sorted, &ground.dossier.list_places(&query).unwrap());
            Ways::MEASURED.take();
        }
    }
}

#[test]
fn every_way_of_reading_finds_the_same() {
    let ground = mixed(3, 60);
    let words = [
        "status:open or strength:firm",
        "formats",
        "exch* -zebra",
        "\"echange of\"",
        "title:\"exch of\"",
        "title:arr or title:zeb",
        "overdue or blocked",
        "stale strength:firm",
        "lamp:red",
        "lamp:amber or lamp:green",
        "lamp:grey",
        "lamp:fresh or lamp:ageing",
        "owner:MFA or owner:CSA",
        "counterpart:SCERT",
        "partner:SU",
        "bound:SU",
        "bound:them or bound:us",
        "meeting:1st or meeting:3rd",
        "dialogue:cyber -track:CLI",
        "due:none or due<2015-08-15",
        "due:2015-09 slips>0",
        "heard:never",
        "heard>2015-05 made:none",
        "made>2014-06",
        "slips>1 or reaffirmed>0",
        "reaffirmed:0",
        "created:2015-08-20 changed:2015-08",
        "ref:TRA or ref:CLI",
        "theirs:open or track:TRA",
        "officer",
        "csa formats",
    ];
    let mut some = 0;
    for words in words {
        let query = CommitmentQuery { words: words.into(), ..CommitmentQuery::all() };
        let page = ground.dossier.commitments(&query).unwrap_or_else(|error| panic!("{words}: {error}"));
        some += usize::from(!page.rows.is_empty());
        let mut found = Vec::new();
        for ways in WAYS {
            ways.take();
            found.push((paged(&ground, &query, 11), ground.dossier.count_commitments(&query).unwrap()));
            assert_eq!(ground.dossier.list_places(&query).unwrap().total as usize, found[0].0.len(), "{words}");
        }
        Ways::MEASURED.take();
        assert!(found.iter().all(|one| *one == found[0]), "{words}: {found:?}");
    }
    assert!(some > words.len() / 2, "only {some} find something");
}

#[test]
fn a_long_list_can_be_read_on_from_each_mark() {
    let ground = Ground::new();
    // One act for all: what is entered from a text is entered by the hundred.
    let statement = "They will share. ".repeat(1_100);
    let text = ground.dossier.save_text(&crate::ground::text(None, "Statement", &statement)).unwrap().output;
    let drafts: Vec<_> = (0..1_100u32)
        .map(|number| rapporteur_core::wire::AcceptDraft {
            draft: CommitmentDraft {
                passage: Some(rapporteur_core::wire::PassageDraft { text, start: number * 17, end: number * 17 + 16 }),
                status: [Status::NotStarted, Status::InProgress][usize::from(number % 3 == 0)],
                ..ground.promise(&format!("Promise {number}"))
            },
            supersedes: None,
        })
        .collect();
    ground.dossier.accept_candidates(&drafts).unwrap();
    for (sort, group) in [(Sort::Title, None), (Sort::Review, None), (Sort::Title, Some(Grouping::Status))] {
        let query = CommitmentQuery { sort, group, ..CommitmentQuery::all() };
        let refs = paged(&ground, &query, 500);
        for ways in WAYS {
            ways.take();
            let places = ground.dossier.list_places(&query).unwrap();
            assert_eq!(places.total, 1_100);
            assert!(places.marks.len() >= 2, "{places:?}");
            for mark in &places.marks {
                let after = Some(mark.after.clone());
                let page = ground.dossier.commitments(&CommitmentQuery { after, limit: 3, ..query.clone() }).unwrap();
                let at = mark.at as usize;
                assert_eq!(
                    page.rows.iter().map(|row| &row.r#ref).collect::<Vec<_>>(),
                    refs[at..at + 3].iter().collect::<Vec<_>>()
                );
            }
            Ways::MEASURED.take();
        }
    }
}

#[test]
fn what_a_list_is_sifted_by_follows_every_change() {
    let ground = Ground::new();
    let all: Vec<_> = (0..12).map(|number| ground.commitment(&format!("Promise {number:02}"))).collect();
    let list = || {
        let query = CommitmentQuery { statuses: vec![Status::InProgress], ..CommitmentQuery::all() };
        let by = |sort| {
            let page = ground.dossier.commitments(&CommitmentQuery { sort, ..query.clone() }).unwrap();
            page.rows.iter().map(|row| row.id).collect::<Vec<_>>()
        };
        // What was read for the one order is known for the other.
        let (by_ref, by_title) = (by(Sort::Ref), by(Sort::Title));
        assert_eq!(by_ref, by_title);
        by_ref
    };
    Ways { small: 0, large: u32::MAX, long: 0 }.take();
    assert!(list().is_empty());
    for id in [all[7], all[3]] {
        ground.dossier.set_status(&ground.status(id, Status::InProgress)).unwrap();
    }
    assert_eq!(list(), [all[3], all[7]]);
    ground.dossier.undo().unwrap();
    assert_eq!(list(), [all[7]]);
    let added = ground.commitment("Promise 12");
    ground.dossier.set_status(&ground.status(added, Status::InProgress)).unwrap();
    assert_eq!(list(), [all[7], added]);
    Ways::MEASURED.take();
}
