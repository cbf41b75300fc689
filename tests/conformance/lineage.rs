//! Lineage: what led to a commitment or an instrument and what came of it, along every kind of link, from both ends.

use rapporteur_core::{
    Dossier,
    id::Id,
    vocabulary::{DayPrecision, InstrumentLinkKind, LineageKind, LinkKind, MeetingState, Noun, Status},
    wire::{
        AgendaItemDraft, CommitmentDraft, DeliveredByDraft, FollowUpDraft, InstrumentActDraft, InstrumentLinkDraft,
        Lineage, LinkDraft, MeetingDraft, MentionDraft, OriginDraft, PassageDraft, StatusDraft, TextDraft,
    },
};

use crate::{
    ground::{Ground, around, day, follow_up, meeting, new_dossier, noon, refusal, text, track},
    instrument::signature,
};

/// `Share reaffirmed by Share more`, for each edge, from left to right.
fn said(lineage: &Lineage) -> Vec<String> {
    let title = |at: u32| lineage.nodes[at as usize].title.as_str();
    lineage.edges.iter().map(|edge| format!("{} {} {}", title(edge.from), edge.words, title(edge.to))).collect()
}

fn titles(lineage: &Lineage) -> Vec<&str> {
    lineage.nodes.iter().map(|node| node.title.as_str()).collect()
}

/// The lineage of a commitment; what holds for every lineage holds for it.
fn of(dossier: &Dossier, noun: Noun, id: Id) -> Lineage {
    let lineage = dossier.lineage(noun, id).unwrap();
    assert_eq!(lineage.nodes[lineage.root as usize].id, id);
    for edge in &lineage.edges {
        let (from, to) = (&lineage.nodes[edge.from as usize], &lineage.nodes[edge.to as usize]);
        assert!(edge.from < edge.to && (from.column < to.column || from.group == to.group), "{edge:?}");
    }
    assert!(lineage.nodes.is_sorted_by_key(|node| (node.column, node.group)), "{:?}", lineage.nodes);
    lineage
}

impl Ground {
    fn made(&self, title: &str, on: &str) -> Id {
        let draft = CommitmentDraft { made_on: Some(day(on)), ..self.promise(title) };
        self.dossier.save_commitment(&draft).unwrap().output
    }

    fn link(&self, from: Id, kind: LinkKind, to: Id) -> Id {
        self.dossier.add_link(&LinkDraft { from, kind, to }).unwrap().output
    }

    fn raise(&self, meeting: Id, commitment: Id) {
        let draft = AgendaItemDraft {
            id: None,
            revision: 0,
            meeting,
            ordinal: 0,
            title: "Stocktaking".into(),
            track: None,
            home_said: String::new(),
            partner_said: String::new(),
            commitments: vec![commitment],
        };
        self.dossier.save_agenda_item(&draft, None).unwrap();
    }

    fn promised(&self, id: Id) -> Lineage {
        of(&self.dossier, Noun::Commitment, id)
    }

    fn signed_in(&self, id: Id) -> Lineage {
        of(&self.dossier, Noun::Instrument, id)
    }
}

#[test]
fn each_link_between_commitments_is_seen_from_both_ends_and_reads_from_the_earlier_to_the_later() {
    let cases = [
        (LinkKind::Reaffirms, "reaffirmed by", "reaffirms"),
        (LinkKind::Supersedes, "superseded by", "supersedes"),
        (LinkKind::DependsOn, "needed by", "depends on"),
    ];
    for (kind, forth, back) in cases {
        let ground = Ground::new();
        let (old, new) = (ground.made("Old", "2011-01-01"), ground.made("New", "2015-01-01"));
        let link = ground.link(new, kind, old);
        for id in [old, new] {
            assert_eq!(said(&ground.promised(id)), [format!("Old {forth} New")]);
        }
        ground.dossier.remove(Noun::Link, link).unwrap();
        assert_eq!(titles(&ground.promised(old)), ["Old"]);
        ground.dossier.undo().unwrap();
        assert_eq!(said(&ground.promised(old)), [format!("Old {forth} New")]);
        ground.dossier.undo().unwrap();
        ground.dossier.undo().unwrap();
        // Against the days, time still goes from left to right.
        let ground = Ground::new();
        let (old, new) = (ground.made("Old", "2011-01-01"), ground.made("New", "2015-01-01"));
        ground.link(old, kind, new);
        assert_eq!(said(&ground.promised(new)), [format!("Old {back} New")]);
    }
}

#[test]
fn an_origin_is_the_passage_its_meeting_or_its_instrument_and_is_named_once() {
    let ground = Ground::new();
    let round = ground.round("2014-03-01");
    let id =
        ground.dossier.save_text(&text(Some(round), "Joint statement", "Both will share reports.")).unwrap().output;
    let passage = Some(PassageDraft { text: id, start: 5, end: 23 });
    let draft = CommitmentDraft { passage, meeting: Some(round), ..ground.promise("Share") };
    let taken = ground.dossier.save_commitment(&draft).unwrap().output;
    let lineage = ground.promised(taken);
    let name = ground.dossier.meeting(round).unwrap().row.title;
    assert_eq!(said(&lineage), [format!("{name} issued Joint statement"), "Joint statement origin of Share".into()]);
    // The meeting stands with its statement, and the statement leads to the very passage.
    assert_eq!((lineage.nodes[0].group, lineage.nodes[0].column), (lineage.nodes[1].group, 0));
    assert_eq!((lineage.nodes[1].passage, lineage.nodes[1].quote.as_str()), (Some((5, 23)), "will share reports"));
    assert_eq!((lineage.nodes[1].when.as_str(), lineage.nodes[1].on), ("1 Mar 2014", Some(day("2014-03-01"))));

    let said_there = CommitmentDraft { meeting: Some(round), ..ground.promise("Meet") };
    let meet = ground.dossier.save_commitment(&said_there).unwrap().output;
    assert_eq!(said(&ground.promised(meet)), [format!("{name} origin of Meet")]);

    let paper = ground.signed("Agreement", "2014-07-19");
    let made = CommitmentDraft { instrument: Some(paper), ..ground.promise("Name a contact") };
    let made = ground.dossier.save_commitment(&made).unwrap().output;
    for lineage in [ground.promised(made), ground.signed_in(paper)] {
        assert_eq!(said(&lineage), ["Agreement origin of Name a contact"]);
    }
    // A text of an instrument stands for it.
    let of_paper = TextDraft { instrument: Some(paper), ..text(None, "Its text", "They shall meet.") };
    let of_paper = ground.dossier.save_text(&of_paper).unwrap().output;
    let passage = Some(PassageDraft { text: of_paper, start: 5, end: 15 });
    let draft = CommitmentDraft { passage, ..ground.promise("Meet each year") };
    let yearly = ground.dossier.save_commitment(&draft).unwrap().output;
    assert_eq!(said(&ground.promised(yearly)), ["Agreement origin of Meet each year"]);
    assert_eq!(ground.signed_in(paper).nodes.len(), 3);
}

#[test]
fn an_origin_is_said_later_changed_and_taken_away_again() {
    let ground = Ground::new();
    let commitment = ground.commitment("Share");
    let round = ground.round("2014-03-01");
    let id = ground.dossier.save_text(&text(Some(round), "Minutes", "We share. We share reports.")).unwrap().output;
    let set = |text: Option<Id>, quote: &str| {
        let revision = ground.row(commitment).revision;
        ground.dossier.set_origin(&OriginDraft { commitment, revision, text, quote: quote.into() })
    };
    assert_eq!(refusal(set(Some(id), "we share")), "These words do not stand in Minutes, word for word.");
    assert_eq!(refusal(set(Some(id), " ")), "These words do not stand in Minutes, word for word.");
    let twice = refusal(set(Some(id), "We share"));
    assert_eq!(twice, "These words stand in Minutes more than once; quote more of them.");
    assert_eq!(refusal(set(None, "")), "CYB-2015-001 comes from no text as it is.");
    let done = set(Some(id), " We share reports. ").unwrap();
    assert_eq!(done.act.unwrap().title, "CYB-2015-001 comes from Minutes");
    let view = ground.dossier.commitment(commitment).unwrap();
    assert_eq!((view.row.wording.as_str(), view.passage.unwrap().start), ("We share reports.", 10));
    assert_eq!(view.meeting.unwrap().id, round);
    // It is seen from the text as well.
    assert_eq!(ground.dossier.text(id).unwrap().taken[0].commitment, commitment);
    set(Some(id), "We share. We").unwrap();
    assert_eq!(ground.dossier.text(id).unwrap().taken.len(), 1);
    set(None, "").unwrap();
    let view = ground.dossier.commitment(commitment).unwrap();
    assert!(view.passage.is_none() && view.row.wording == "We share. We");
    // Nothing of it is left in the text's way.
    assert!(ground.dossier.text(id).unwrap().taken.is_empty());
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.text(id).unwrap().taken[0].commitment, commitment);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn delivery_and_what_shows_it_are_one_edge_and_words_alone_are_evidence_too() {
    let ground = Ground::new();
    let promise = ground.made("Sign", "2011-05-01");
    let paper = ground.signed("Agreement", "2011-07-19");
    ground.dossier.add_delivered_by(&DeliveredByDraft { commitment: promise, instrument: paper }).unwrap();
    for lineage in [ground.promised(promise), ground.signed_in(paper)] {
        assert_eq!(said(&lineage), ["Sign delivered by Agreement"]);
        assert_eq!(lineage.nodes[1].state, "in force");
    }
    let close = |id: Id| StatusDraft { on: Some(day("2015-08-01")), ..ground.status(id, Status::Fulfilled) };
    let kept = StatusDraft { evidence_instrument: Some(paper), ..close(promise) };
    ground.dossier.set_status(&kept).unwrap();
    assert_eq!(said(&ground.promised(promise)), ["Sign delivered by, shown by Agreement"]);

    let told = ground.made("Tell", "2011-05-01");
    let kept = StatusDraft { evidence: "It was told to both houses.".into(), ..close(told) };
    ground.dossier.set_status(&kept).unwrap();
    let lineage = ground.promised(told);
    assert_eq!(said(&lineage), ["Tell shown by It was told to both houses."]);
    let words = &lineage.nodes[1];
    assert_eq!((words.kind, words.opens, words.id), (LineageKind::Evidence, Noun::Commitment, told));
    assert_eq!((words.when.as_str(), words.state.as_str()), ("1 Aug 2015", "on CYB-2011-002"));

    let shown = ground.made("Show", "2011-05-01");
    let brings = FollowUpDraft { evidence: "Photographs".into(), ..follow_up(vec![shown], "2015-02-01", "Built.") };
    ground.dossier.save_follow_up(&brings).unwrap();
    ground.heard(shown, "2015-03-01", "Nothing new.");
    let photographed = ground.dossier.save_text(&text(None, "Photographs of May", "A bridge.")).unwrap().output;
    let kept = StatusDraft { evidence_text: Some(photographed), ..close(shown) };
    ground.dossier.set_status(&kept).unwrap();
    let mut edges = said(&ground.promised(shown));
    edges.sort();
    assert_eq!(edges, ["Show shown by Photographs", "Show shown by Photographs of May"]);
}

#[test]
fn mentions_meetings_and_links_of_instruments_are_followed() {
    let ground = Ground::new();
    let promise = ground.made("Share", "2011-05-01");
    let statement = TextDraft { dated_on: Some(day("2013-02-01")), ..text(None, "Statement", "We share still.") };
    let statement = ground.dossier.save_text(&statement).unwrap().output;
    let at = PassageDraft { text: statement, start: 3, end: 14 };
    ground.dossier.add_mention(&MentionDraft { commitment: promise, at, note: String::new() }).unwrap();
    let month = MeetingDraft { precision: DayPrecision::Month, ..meeting(None, "Talks", "2014-03-01") };
    let talks = ground.dossier.save_meeting(&month).unwrap().output;
    ground.raise(talks, promise);
    let summit = MeetingDraft { state: MeetingState::Planned, ..meeting(None, "Summit", "2016-01-01") };
    let summit = ground.dossier.save_meeting(&summit).unwrap().output;
    ground.raise(summit, promise);
    let lineage = ground.promised(promise);
    assert_eq!(
        said(&lineage),
        ["Share said again in Statement", "Share raised at Talks", "Share on the agenda of Summit"]
    );
    assert_eq!(lineage.nodes[2].when, "Mar 2014");
    assert_eq!(lineage.nodes[1].passage, Some((3, 14)));

    for (kind, words) in [
        (InstrumentLinkKind::Replaces, "replaced by"),
        (InstrumentLinkKind::Amends, "amended by"),
        (InstrumentLinkKind::Implements, "implemented by"),
    ] {
        let (old, new) = (ground.signed("Old", "2010-01-01"), ground.signed("New", "2012-01-01"));
        ground.dossier.add_instrument_link(&InstrumentLinkDraft { from: new, kind, to: old }).unwrap();
        for id in [old, new] {
            assert_eq!(said(&ground.signed_in(id)), [format!("Old {words} New")]);
        }
    }
    // Signed at a meeting, and the meeting is named once for what was made there.
    let acts = vec![InstrumentActDraft { meeting: Some(talks), ..signature(ground.home, "2014-03-20") }];
    let paper = rapporteur_core::wire::InstrumentDraft { acts, ..ground.agreement("Arrangement") };
    let paper = ground.dossier.save_instrument(&paper).unwrap().output;
    let made = CommitmentDraft { instrument: Some(paper), meeting: Some(talks), ..ground.promise("Pay") };
    let made = ground.dossier.save_commitment(&made).unwrap().output;
    let lineage = ground.promised(made);
    assert_eq!(said(&lineage), ["Talks signed Arrangement", "Arrangement origin of Pay"]);
    // A day of the month in which the talks were stands with them.
    assert_eq!(lineage.nodes[0].group, lineage.nodes[1].group);
}

#[test]
fn what_else_came_of_an_ancestor_is_left_to_its_own_lineage() {
    let ground = Ground::new();
    let paper = ground.signed("Agreement", "2010-01-01");
    let made = |title: &str| {
        let draft =
            CommitmentDraft { instrument: Some(paper), made_on: Some(day("2010-01-01")), ..ground.promise(title) };
        ground.dossier.save_commitment(&draft).unwrap().output
    };
    let (one, other) = (made("One"), made("Other"));
    let later = ground.made("Later", "2015-01-01");
    ground.link(later, LinkKind::Reaffirms, one);
    ground.link(later, LinkKind::DependsOn, other);
    // Of what came of it, all that led to that is told; of what led to it, nothing but what led to that.
    assert_eq!(titles(&ground.promised(later)), ["Agreement", "One", "Other", "Later"]);
    let also = ground.made("Also", "2015-02-01");
    ground.link(also, LinkKind::Reaffirms, other);
    assert_eq!(titles(&ground.promised(one)), ["Agreement", "One", "Other", "Later"]);
    assert_eq!(titles(&ground.promised(also)), ["Agreement", "Other", "Also"]);
}

#[test]
fn circles_of_reaffirmation_end() {
    let ground = Ground::new();
    let ids = ["A", "B", "C"].map(|title| ground.commitment(title));
    for (from, to) in [(0, 1), (1, 2), (2, 0), (1, 0)] {
        ground.link(ids[from], LinkKind::Reaffirms, ids[to]);
    }
    let lineage = ground.promised(ids[0]);
    assert_eq!((lineage.nodes.len(), lineage.edges.len(), lineage.left_out), (3, 3, 0));
    assert!(
        said(&lineage)
            .iter()
            .any(|edge| edge.contains("reaffirmed by, reaffirms") || edge.contains("reaffirms, reaffirmed by"))
    );
}

#[test]
fn what_is_in_the_bin_is_no_part_of_it() {
    let ground = Ground::new();
    let (old, mid, new) =
        (ground.made("Old", "2011-01-01"), ground.made("Mid", "2012-01-01"), ground.made("New", "2013-01-01"));
    ground.link(mid, LinkKind::Reaffirms, old);
    ground.link(new, LinkKind::Reaffirms, mid);
    ground.dossier.remove(Noun::Commitment, mid).unwrap();
    assert_eq!(titles(&ground.promised(old)), ["Old"]);
    assert_eq!(refusal(ground.dossier.lineage(Noun::Commitment, mid)), "This commitment is no longer in the dossier.");
    ground.dossier.undo().unwrap();
    assert_eq!(titles(&ground.promised(old)), ["Old", "Mid", "New"]);
    let asked = refusal(ground.dossier.lineage(Noun::Meeting, old));
    assert_eq!(asked, "A meeting has no lineage; commitments and instruments have.");
}

#[test]
fn on_a_past_day_it_is_what_it_was_then() {
    let ground = Ground::new();
    ground.clock.set(noon("2015-08-21"));
    let old = ground.made("Old", "2011-01-01");
    ground.clock.set(noon("2015-09-01"));
    let new = ground.made("New", "2015-09-01");
    ground.link(new, LinkKind::Reaffirms, old);
    let kept =
        StatusDraft { evidence: "Done.".into(), on: Some(day("2015-09-01")), ..ground.status(old, Status::Fulfilled) };
    ground.dossier.set_status(&kept).unwrap();
    let then = ground.dossier.past(day("2015-08-31")).unwrap();
    let lineage = of(&then, Noun::Commitment, old);
    assert_eq!((titles(&lineage), lineage.nodes[0].state.as_str()), (vec!["Old"], "not started"));
    assert_eq!(ground.promised(old).nodes.len(), 3);
}

#[test]
fn it_is_bounded_fair_to_each_link_and_says_what_is_left_out() {
    let ground = Ground::new();
    let old = ground.made("Old", "2011-01-01");
    for at in 1..=20 {
        let new = ground.made(&format!("New {at}"), "2015-01-01");
        ground.link(new, LinkKind::Reaffirms, old);
    }
    let paper = ground.signed("Agreement", "2016-01-01");
    ground.dossier.add_delivered_by(&DeliveredByDraft { commitment: old, instrument: paper }).unwrap();
    let lineage = ground.promised(old);
    // The newest eight of a link, and every other link beside them.
    assert_eq!((lineage.nodes.len(), lineage.left_out), (10, 12));
    assert_eq!(lineage.nodes[lineage.root as usize].more, 12);
    assert!(titles(&lineage).contains(&"New 20") && titles(&lineage).contains(&"Agreement"));
    // However much hangs together, no more than forty are shown; the nearest come first.
    let mut last = old;
    for at in 1..=60 {
        let next = ground.made(&format!("Step {at}"), "2015-01-01");
        ground.link(next, LinkKind::DependsOn, last);
        last = next;
    }
    let lineage = ground.promised(old);
    assert_eq!(lineage.nodes.len(), 40);
    assert!(titles(&lineage).contains(&"Step 30") && !titles(&lineage).contains(&"Step 31"));
    let end = lineage.nodes.iter().find(|node| node.title == "Step 30").unwrap();
    assert_eq!((end.more, lineage.left_out), (1, 13));
}

#[test]
fn a_promise_linked_five_thousand_times_costs_what_is_shown_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.dossier");
    let clock = std::sync::Arc::new(rapporteur_core::clock::SetClock::at(noon("2015-08-20")));
    let mut hub = None;
    let dossier = Dossier::filled(&path, &new_dossier(), around(&clock, 1), |dossier| {
        let track = dossier.save_track(&track("CYB", "Cyber"))?.output;
        let plain = Ground::new().promise("");
        let promise = |title: String| {
            let draft = CommitmentDraft { track, title, made_on: Some(day("2015-01-01")), ..plain.clone() };
            dossier.save_commitment(&draft).map(|done| done.output)
        };
        let to = promise("Old".into())?;
        for at in 0..5_000 {
            let from = promise(format!("New {at}"))?;
            dossier.add_link(&LinkDraft { from, kind: LinkKind::Reaffirms, to })?;
        }
        hub = Some(to);
        Ok::<(), rapporteur_core::Error>(())
    });
    dossier.unwrap();
    let dossier = Dossier::open(&path, around(&clock, 2)).unwrap();
    let began = std::time::Instant::now();
    let (lineage, statements) = dossier.overhear(|dossier| of(dossier, Noun::Commitment, hub.unwrap())).unwrap();
    eprintln!("5,000 links: {:?}, {} statements", began.elapsed(), statements.len());
    assert_eq!((lineage.nodes.len(), lineage.left_out), (9, 4_992));
    assert!(statements.len() < 400, "{} statements", statements.len());
}
