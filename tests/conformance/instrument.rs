//! Instruments: entered with their parties and acts, taken further act by act, reckoned, listed, undone.

use rapporteur_core::{
    id::Id,
    vocabulary::{
        Concern, Dated, Denouncing, EntryClause, InstrumentActKind, InstrumentType, LegalEffect, LifeState, Noun,
        PeriodUnit, Renewal, Stage, TermKind,
    },
    wire::{
        EntryRule, InstrumentActDraft, InstrumentDraft, InstrumentPartyDraft, InstrumentQuery, InstrumentSort,
        InstrumentView, Period, PersonDraft, TermRule,
    },
};

use crate::ground::{Ground, day, nouns, person, refusal};

impl Ground {
    /// The draft of an agreement between the two parties, of which nothing else is said.
    pub fn agreement(&self, title: &str) -> InstrumentDraft {
        let party = |party: Id| InstrumentPartyDraft {
            party,
            effect: LegalEffect::NotStated,
            body: None,
            implementing: Vec::new(),
        };
        InstrumentDraft {
            id: None,
            revision: 0,
            title: title.into(),
            short_title: String::new(),
            kind: InstrumentType::Agreement,
            stage: None,
            stage_since: None,
            parties: vec![party(self.home), party(self.partner)],
            dialogue: None,
            tracks: vec![self.track],
            languages: Vec::new(),
            authentic: Vec::new(),
            prevailing: String::new(),
            depositary: String::new(),
            holder: None,
            holder_note: String::new(),
            entry: EntryRule { clause: EntryClause::OnSignature, ..EntryRule::not_stated() },
            term: TermRule::not_stated(),
            note: String::new(),
            marking: Vec::new(),
            acts: Vec::new(),
        }
    }

    /// An agreement signed by both on a day.
    pub fn signed(&self, title: &str, on: &str) -> Id {
        let acts = vec![signature(self.home, on), signature(self.partner, on)];
        self.dossier.save_instrument(&InstrumentDraft { acts, ..self.agreement(title) }).unwrap().output
    }

    pub fn instrument(&self, id: Id) -> InstrumentView {
        self.dossier.instrument(id).unwrap()
    }

    /// An act on an instrument.
    pub fn act(&self, instrument: Id, kind: InstrumentActKind, party: Option<Id>, on: &str) -> InstrumentActDraft {
        InstrumentActDraft { instrument: Some(instrument), kind, ..act(party, on) }
    }

    /// The refs of a list.
    pub fn refs(&self, query: &InstrumentQuery) -> Vec<String> {
        self.dossier.instruments(query).unwrap().rows.into_iter().map(|row| row.r#ref).collect()
    }
}

pub fn act(party: Option<Id>, on: &str) -> InstrumentActDraft {
    InstrumentActDraft {
        id: None,
        revision: 0,
        instrument: None,
        kind: InstrumentActKind::Signature,
        party,
        on: Some(day(on)),
        dated: Dated::Day,
        place: String::new(),
        person: None,
        name: String::new(),
        post: String::new(),
        meeting: None,
        effective_on: None,
        until_on: None,
        note: String::new(),
    }
}

pub fn signature(party: Id, on: &str) -> InstrumentActDraft {
    act(Some(party), on)
}

fn years(length: i32) -> Option<Period> {
    Some(Period { length, unit: PeriodUnit::Years })
}

fn months(length: i32) -> Option<Period> {
    Some(Period { length, unit: PeriodUnit::Months })
}

/// Five years from signature, renewed tacitly, with six months' notice.
fn tacit() -> TermRule {
    TermRule {
        kind: TermKind::Period,
        length: years(5),
        renewal: Renewal::Tacit,
        notice: months(6),
        ..TermRule::not_stated()
    }
}

#[test]
fn an_instrument_is_entered_with_its_parties_and_signatures_in_one_act() {
    let ground = Ground::new();
    let director = PersonDraft {
        id: Some(ground.person),
        revision: 1,
        post: "Director".into(),
        ..person(ground.home, Some(ground.agency), "Ada Officer")
    };
    ground.dossier.save_person(&director).unwrap();
    let before = ground.dossier.export().unwrap();
    let round = ground.round("2015-08-14");
    let mut draft = ground.agreement("Agreement on formats");
    draft.languages = vec!["en".into(), "sv".into(), "en".into()];
    draft.authentic = vec!["sv".into()];
    draft.parties[0].body = Some(ground.ministry);
    draft.parties[0].implementing = vec![ground.agency];
    let mut ours = act(None, "2015-08-14");
    (ours.on, ours.person, ours.meeting) = (None, Some(ground.person), Some(round));
    let mut theirs = signature(ground.partner, "2015-08-14");
    (theirs.name, theirs.post) = ("B. Envoy".into(), "Ambassador".into());
    draft.acts = vec![ours, theirs];
    let changed = ground.dossier.save_instrument(&draft).unwrap();
    assert_eq!(
        nouns(&changed),
        [Noun::Instrument, Noun::InstrumentParty, Noun::InstrumentParty, Noun::InstrumentAct, Noun::InstrumentAct]
    );
    let view = ground.instrument(changed.output);
    assert_eq!(view.row.r#ref, "INS-2015-001");
    assert_eq!((view.row.stage, view.row.stage_since), (Stage::InForce, Some(day("2015-08-14"))));
    assert_eq!(view.languages, ["en", "sv"]);
    // What the act leaves out comes from the meeting and the person.
    let first = &view.acts[0];
    assert_eq!(first.party.as_ref().unwrap().id, ground.home);
    assert_eq!((first.when.as_str(), first.post.as_str()), ("14 Aug 2015", "Director"));
    assert_eq!(view.signed_at.unwrap().id, round);
    assert_eq!(ground.dossier.meeting(round).unwrap().instruments[0].r#ref, "INS-2015-001");
    assert_eq!(view.row.partner, "Sudland");
    let states: Vec<LifeState> = view.life.iter().map(|entry| entry.state).collect();
    assert_eq!(states, [LifeState::Done, LifeState::Done, LifeState::Done]);

    ground.dossier.undo().unwrap();
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    ground.dossier.redo().unwrap();
    ground.dossier.redo().unwrap();
    assert_eq!(ground.instrument(changed.output).row.stage, Stage::InForce);
    // A ref is never given twice.
    ground.dossier.remove(Noun::Instrument, changed.output).unwrap();
    let next = ground.signed("Another", "2015-08-14");
    assert_eq!(ground.instrument(next).row.r#ref, "INS-2015-002");
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn a_ref_bears_the_year_of_signature_and_no_track_takes_its_code() {
    let ground = Ground::new();
    let old = ground.signed("Old", "2011-07-19");
    assert_eq!(ground.instrument(old).row.r#ref, "INS-2011-001");
    let bare = ground.dossier.save_instrument(&ground.agreement("Proposed")).unwrap().output;
    assert_eq!(ground.instrument(bare).row.r#ref, "INS-2015-001");
    let sentence = refusal(ground.dossier.save_track(&crate::ground::track("INS", "Instruments")));
    assert_eq!(sentence, "INS begins the refs of instruments. Choose another code.");
}

#[test]
fn what_does_not_fit_is_refused_in_a_sentence_and_changes_nothing() {
    let ground = Ground::new();
    let before = ground.dossier.export().unwrap();
    let refused = |change: &dyn Fn(&mut InstrumentDraft)| {
        let mut draft = ground.agreement("Agreement");
        change(&mut draft);
        let sentence = refusal(ground.dossier.save_instrument(&draft));
        assert_eq!(ground.dossier.export().unwrap(), before);
        sentence
    };
    for (change, sentence) in [
        (
            &(|draft: &mut InstrumentDraft| draft.title.clear()) as &dyn Fn(&mut InstrumentDraft),
            "The instrument's title is still empty.",
        ),
        (&|draft| draft.parties.truncate(1), "An instrument has at least two parties. Name both sides."),
        (&|draft| draft.parties[1].party = ground.home, "Norland is named twice among the parties."),
        (&|draft| draft.parties[1].body = Some(ground.agency), "CSA is no body of Sudland."),
        (
            &|draft| draft.languages = vec!["English!".into()],
            "The language “English!” is no language tag such as en, hi or pt-BR.",
        ),
        (
            &|draft| draft.authentic = vec!["hi".into()],
            "The instrument is not done in “hi”; add it to its languages first.",
        ),
        (
            &|draft| draft.entry.clause = EntryClause::OnDay,
            "Say on which day the instrument enters into force, or choose another clause.",
        ),
        (
            &|draft| draft.entry.after = Some(Period { length: 0, unit: PeriodUnit::Days }),
            "The time until it enters into force lasts between 1 and 36500 days.",
        ),
        (
            &|draft| draft.term.kind = TermKind::Period,
            "Say how long the first term lasts, or choose that it is without end or not stated.",
        ),
        (
            &|draft| draft.term = TermRule { length: years(1000), ..tacit() },
            "The first term lasts between 1 and 999 years.",
        ),
        (
            &|draft| draft.term = TermRule { renewal_most: Some(0), ..tacit() },
            "The number of renewals is between 1 and 999; leave it out where there is no limit.",
        ),
        (
            &|draft| {
                draft.acts = vec![signature(ground.partner, "2015-08-14")];
                draft.acts[0].person = Some(ground.person);
            },
            "Ada Officer does not act for Sudland.",
        ),
    ] {
        assert_eq!(refused(change), sentence);
    }
    // What belongs to another clause than the one chosen is left aside, not refused.
    let mut draft = ground.agreement("Agreement");
    draft.entry.on = Some(day("2015-01-01"));
    draft.term = TermRule { kind: TermKind::Endless, ..tacit() };
    let id = ground.dossier.save_instrument(&draft).unwrap().output;
    let view = ground.instrument(id);
    assert_eq!(view.entry.on, None);
    assert_eq!((view.term.length, view.term.renewal, view.term.notice), (None, Renewal::NotStated, months(6)));
}

#[test]
fn acts_follow_the_order_that_cannot_be_otherwise() {
    let ground = Ground::new();
    let id = ground.signed("Agreement", "2014-07-19");
    let refused = |draft: InstrumentActDraft| refusal(ground.dossier.save_instrument_act(&draft));
    let before = ground.dossier.export().unwrap();
    assert_eq!(
        refused(ground.act(id, InstrumentActKind::Denunciation, Some(ground.home), "2014-07-18")),
        "INS-2014-001 was first signed on 19 Jul 2014: a denunciation on 18 Jul 2014 comes before that. Nothing was entered; mend one of the days."
    );
    assert_eq!(
        refused(ground.act(id, InstrumentActKind::Negotiation, None, "2014-08-01")),
        "Negotiations on INS-2014-001 began on 1 Aug 2014, after the signature of 19 Jul 2014. Nothing was entered; mend one of the days."
    );
    let third = ground.dossier.save_party(&crate::ground::party("TH", "Thirdland")).unwrap().output;
    assert_eq!(
        refused(ground.act(id, InstrumentActKind::Ratification, Some(third), "2015-01-01")),
        "Thirdland is no party to INS-2014-001, and there is a ratification by it. Enter it among the parties first, or remove that act."
    );
    ground.dossier.undo().unwrap();
    let mut until = ground.act(id, InstrumentActKind::Suspension, None, "2015-01-01");
    until.until_on = Some(day("2014-12-31"));
    assert_eq!(refused(until), "The suspension would end before it begins.");
    assert_eq!(ground.dossier.export().unwrap(), before);

    // A month that the day lies in is not before it.
    let mut month = ground.act(id, InstrumentActKind::Denunciation, Some(ground.home), "2014-07-01");
    month.dated = Dated::Month;
    ground.dossier.save_instrument_act(&month).unwrap();

    // A party with acts stays a party.
    let mut draft = ground.agreement("Agreement");
    draft.parties[1].party = ground.dossier.save_party(&crate::ground::party("FO", "Fourthland")).unwrap().output;
    (draft.id, draft.revision) = (Some(id), 1);
    let sentence = refusal(ground.dossier.save_instrument(&draft));
    assert!(sentence.starts_with("Sudland is no party to INS-2014-001, and there is a signature by it."), "{sentence}");
}

#[test]
fn what_is_unusual_is_entered_with_a_warning() {
    let ground = Ground::new();
    let id = ground.signed("Agreement", "2014-07-19");
    let warned = |draft: InstrumentActDraft| ground.dossier.save_instrument_act(&draft).unwrap().warnings;
    assert_eq!(
        warned(ground.act(id, InstrumentActKind::Signature, Some(ground.home), "2014-08-01")),
        ["There is a signature by Norland already, 19 Jul 2014; this one stands beside it, and the first counts."]
    );
    assert_eq!(
        warned(ground.act(id, InstrumentActKind::Ratification, Some(ground.partner), "2014-07-01")),
        ["The ratification of 1 Jul 2014 by Sudland comes before its signature of 19 Jul 2014."]
    );
    assert_eq!(
        warned(ground.act(id, InstrumentActKind::Revocation, Some(ground.home), "2014-09-01")),
        ["Norland has given no notice that could be revoked."]
    );
    assert_eq!(
        warned(ground.act(id, InstrumentActKind::Termination, None, "2016-01-01")),
        ["1 Jan 2016 lies ahead: it counts from that day on."]
    );
    let late = warned(ground.act(id, InstrumentActKind::Ratification, Some(ground.home), "2016-02-01"));
    assert_eq!(late[1], "INS-2014-001 had come to its end after 31 Dec 2015.", "{late:?}");
    assert_eq!(warned(ground.act(id, InstrumentActKind::Notification, Some(ground.home), "2014-10-01")), [""; 0]);
}

#[test]
fn an_act_is_changed_and_removed_and_the_stage_follows() {
    let ground = Ground::new();
    let mut draft = ground.agreement("Agreement");
    draft.entry.clause = EntryClause::OnNotifications;
    draft.acts = vec![signature(ground.home, "2014-07-19"), signature(ground.partner, "2014-07-19")];
    let id = ground.dossier.save_instrument(&draft).unwrap().output;
    assert_eq!(
        ground.instrument(id).row.missing,
        "notification of completion by Norland; notification of completion by Sudland"
    );
    let notify = |party: Id, on: &str| {
        let draft = ground.act(id, InstrumentActKind::Notification, Some(party), on);
        ground.dossier.save_instrument_act(&draft).unwrap().output
    };
    notify(ground.home, "2014-11-30");
    let theirs = notify(ground.partner, "2015-02-10");
    let view = ground.instrument(id);
    assert_eq!((view.row.stage, view.row.in_force_on), (Stage::InForce, Some(day("2015-02-10"))));
    let stored = view.acts.iter().find(|act| act.id == theirs).unwrap();
    let mut later = ground.act(id, InstrumentActKind::Notification, Some(ground.partner), "2015-03-01");
    (later.id, later.revision) = (Some(theirs), stored.revision);
    ground.dossier.save_instrument_act(&later).unwrap();
    assert_eq!(ground.instrument(id).row.in_force_on, Some(day("2015-03-01")));
    assert!(refusal(ground.dossier.save_instrument_act(&later)).contains("has been changed in the meantime"));
    ground.dossier.remove(Noun::InstrumentAct, theirs).unwrap();
    assert_eq!(ground.instrument(id).row.stage, Stage::Signed);
    ground.dossier.undo().unwrap();
    assert_eq!(ground.instrument(id).row.stage, Stage::InForce);
    // All of it stands in its history.
    let history = ground.dossier.history(Noun::Instrument, id).unwrap();
    assert!(
        history
            .iter()
            .any(|entry| entry.name == "INS-2014-001 Agreement: notification of completion, 1 Mar 2015 by Sudland")
    );
    assert!(history.is_sorted_by(|one, other| one.seq > other.seq));
}

#[test]
fn a_stage_set_by_hand_is_kept_and_contradicted() {
    let ground = Ground::new();
    let id = ground.signed("Agreement", "2014-07-19");
    let mut draft = ground.agreement("Agreement");
    (draft.id, draft.revision) = (Some(id), 1);
    (draft.stage, draft.stage_since) = (Some(Stage::Negotiating), Some(day("2015-01-01")));
    ground.dossier.save_instrument(&draft).unwrap();
    let view = ground.instrument(id);
    assert_eq!((view.row.stage, view.row.by_hand), (Stage::Negotiating, true));
    assert_eq!(view.reckoned.stage_of_acts, Some(Stage::InForce));
    assert_eq!(
        view.reckoned.contradiction.unwrap(),
        "Set by hand to negotiating; the acts come to in force. In force since 19 Jul 2014: signed by all parties."
    );
    assert_eq!(view.row.concerns, [Concern::NoProgress, Concern::Contradiction]);
}

#[test]
fn a_term_is_reckoned_while_it_is_being_entered() {
    let ground = Ground::new();
    let mut draft = ground.agreement("Agreement");
    draft.term = tacit();
    draft.acts = vec![signature(ground.home, "2006-07-19"), signature(ground.partner, "2006-07-19")];
    let before = ground.dossier.export().unwrap();
    let said = ground.dossier.reckon_instrument(&draft).unwrap();
    assert_eq!(said.term_why, "Term ends 18 Jul 2016: five years from signature; tacitly renewed once.");
    assert_eq!((said.notice_on, said.notice_days), (Some(day("2016-01-18")), Some(151)));
    assert_eq!(ground.dossier.export().unwrap(), before);
    let id = ground.dossier.save_instrument(&draft).unwrap().output;
    assert_eq!(ground.instrument(id).reckoned, said);
    // A change that is not saved yet goes by the acts that stand.
    let mut change = InstrumentDraft { id: Some(id), revision: 1, acts: Vec::new(), ..draft };
    change.term.denouncing = Denouncing::AtTermEnd;
    change.term.length = years(2);
    let said = ground.dossier.reckon_instrument(&change).unwrap();
    assert_eq!(said.term_why, "Term ends 18 Jul 2016: two years from signature; tacitly renewed four times.");
}

#[test]
fn lists_filter_sort_and_go_on() {
    let ground = Ground::new();
    let other = ground.dossier.save_party(&crate::ground::party("TH", "Thirdland")).unwrap().output;
    let climate = ground.dossier.save_track(&crate::ground::track("CLI", "Climate")).unwrap().output;
    let enter = |change: &dyn Fn(&mut InstrumentDraft)| {
        let mut draft = ground.agreement("Agreement");
        draft.acts = vec![signature(ground.home, "2015-01-10"), signature(ground.partner, "2015-01-10")];
        change(&mut draft);
        ground.dossier.save_instrument(&draft).unwrap().output
    };
    // Notice until 9 Oct 2015; signed long ago and not in force; expired; with another party, on another track.
    enter(&|draft| {
        draft.term = TermRule { length: years(1), notice: months(3), ..tacit() };
    });
    enter(&|draft| {
        draft.title = "Convention".into();
        draft.kind = InstrumentType::Convention;
        draft.entry.clause = EntryClause::OnRatifications;
        draft.acts.iter_mut().for_each(|act| act.on = Some(day("2013-03-01")));
    });
    enter(&|draft| {
        draft.term = TermRule { length: years(1), renewal: Renewal::None, ..tacit() };
        draft.acts.iter_mut().for_each(|act| act.on = Some(day("2010-03-01")));
    });
    enter(&|draft| {
        (draft.tracks, draft.title) = (vec![climate], "Accord".into());
        draft.parties[1].party = other;
        draft.acts[1].party = Some(other);
    });
    let all = InstrumentQuery::all;
    assert_eq!(ground.refs(&all()), ["INS-2010-001", "INS-2013-001", "INS-2015-001", "INS-2015-002"]);
    assert_eq!(ground.refs(&InstrumentQuery { partner: Some(other), ..all() }), ["INS-2015-002"]);
    assert_eq!(ground.refs(&InstrumentQuery { tracks: vec![climate], ..all() }), ["INS-2015-002"]);
    assert_eq!(ground.refs(&InstrumentQuery { kinds: vec![InstrumentType::Convention], ..all() }), ["INS-2013-001"]);
    assert_eq!(
        ground.refs(&InstrumentQuery { stages: vec![Stage::Expired, Stage::Signed], ..all() }),
        ["INS-2010-001", "INS-2013-001"]
    );
    assert_eq!(ground.refs(&InstrumentQuery { ended: Some(true), ..all() }), ["INS-2010-001"]);
    assert_eq!(ground.refs(&InstrumentQuery { words: "accord".into(), ..all() }), ["INS-2015-002"]);
    assert_eq!(ground.refs(&InstrumentQuery { notice_within: Some(49), ..all() }), [""; 0]);
    assert_eq!(ground.refs(&InstrumentQuery { notice_within: Some(50), ..all() }), ["INS-2015-001"]);
    for (concern, refs) in [
        (Concern::NoticeDue, &["INS-2015-001"][..]),
        (Concern::NotInForce, &["INS-2013-001"]),
        (Concern::LongNotInForce, &["INS-2013-001"]),
        (Concern::NoProgress, &["INS-2013-001"]),
        (Concern::Disputed, &[]),
    ] {
        let page = ground.dossier.instruments(&InstrumentQuery { concerns: vec![concern], ..all() }).unwrap();
        let found: Vec<&str> = page.rows.iter().map(|row| row.r#ref.as_str()).collect();
        assert_eq!(found, refs, "{concern}");
        let count = page.concerns.iter().find(|count| count.concern == concern).unwrap().count;
        assert_eq!(count as usize, refs.len(), "{concern}");
    }
    for (sort, first) in [
        (InstrumentSort::Title, "INS-2015-002"),
        (InstrumentSort::Partner, "INS-2010-001"),
        (InstrumentSort::Kind, "INS-2010-001"),
        (InstrumentSort::Stage, "INS-2013-001"),
        (InstrumentSort::Signed, "INS-2010-001"),
        (InstrumentSort::Ends, "INS-2010-001"),
        (InstrumentSort::Notice, "INS-2015-001"),
        (InstrumentSort::Progress, "INS-2010-001"),
    ] {
        let whole = ground.refs(&InstrumentQuery { sort, ..all() });
        assert_eq!(whole[0], first, "{sort:?}");
        // One at a time gives the same, in both directions.
        for descending in [false, true] {
            let whole = ground.refs(&InstrumentQuery { sort, descending, ..all() });
            let mut query = InstrumentQuery { sort, descending, limit: 1, ..all() };
            let mut found = Vec::new();
            loop {
                let page = ground.dossier.instruments(&query).unwrap();
                assert_eq!(page.total, 4);
                found.extend(page.rows.into_iter().map(|row| row.r#ref));
                match page.next {
                    Some(next) => query.after = Some(next),
                    None => break,
                }
            }
            assert_eq!(found, whole, "{sort:?} {descending}");
        }
    }
    let sentence = refusal(ground.dossier.instruments(&InstrumentQuery { after: Some("here".into()), ..all() }));
    assert_eq!(sentence, "This list cannot be gone on with; ask it anew.");

    let today = ground.dossier.today().unwrap();
    assert_eq!(today.notices.iter().map(|row| row.r#ref.as_str()).collect::<Vec<_>>(), ["INS-2015-001"]);
    assert_eq!(today.not_in_force.iter().map(|row| row.r#ref.as_str()).collect::<Vec<_>>(), ["INS-2013-001"]);
    let counts = ground.dossier.overview().unwrap().counts;
    assert_eq!((counts.instruments, counts.today), (3, 2));
}
