//! What stands around an instrument: follow-ups, texts, commitments, other instruments; the bin, and finding it.

use rapporteur_core::{
    id::Id,
    vocabulary::{
        Concern, InstrumentActKind, InstrumentLinkKind, InstrumentType, LegalEffect, NoticeWindow, Noun, Stage, Status,
        TextKind,
    },
    wire::{
        CommitmentDraft, CommitmentQuery, DeliveredByDraft, FollowUpDraft, InstrumentActDraft, InstrumentLinkDraft,
        InstrumentQuery, PassageDraft, SearchQuery, StatusDraft, TextDraft,
    },
};

use crate::{
    ground::{Ground, day, follow_up, meeting, nouns, refusal, text},
    instrument::{act, signature},
};

#[test]
fn follow_ups_on_an_instrument_count_as_progress_and_give_no_status() {
    let ground = Ground::new();
    let id = ground.signed("Agreement", "2010-07-19");
    assert!(ground.instrument(id).row.concerns.contains(&Concern::NoProgress));
    let heard =
        FollowUpDraft { instrument: Some(id), ..follow_up(Vec::new(), "2015-08-01", "The annex is being revised.") };
    let changed = ground.dossier.save_follow_up(&heard).unwrap();
    assert_eq!((changed.output, nouns(&changed)), (1, vec![Noun::FollowUp]));
    assert_eq!(changed.act.unwrap().title, "Follow-up on INS-2010-001");
    let view = ground.instrument(id);
    assert_eq!((view.row.progress_on, view.row.concerns), (Some(day("2015-08-01")), Vec::new()));
    let first = &view.follow_ups[0];
    assert_eq!((first.on_ref.as_str(), first.commitment), ("INS-2010-001", None));

    let refused = |draft: FollowUpDraft| refusal(ground.dossier.save_follow_up(&draft));
    let both = FollowUpDraft { commitments: vec![ground.commitment("Share")], ..heard.clone() };
    assert_eq!(refused(both), "A follow-up is on commitments or on an instrument, not on both.");
    let status = FollowUpDraft { our_status: Some(Status::InProgress), ..heard.clone() };
    assert_eq!(refused(status), "A follow-up on an instrument gives no status: its acts say where it stands.");
    let moved = FollowUpDraft {
        id: Some(first.id),
        revision: first.revision,
        instrument: Some(ground.signed("Another", "2015-01-01")),
        ..heard.clone()
    };
    assert_eq!(refused(moved), "A follow-up stays with what it is on; remove it and enter it on the other one.");
    let changed = FollowUpDraft { id: Some(first.id), revision: first.revision, note: "Revised.".into(), ..heard };
    ground.dossier.save_follow_up(&changed).unwrap();
    assert_eq!(ground.instrument(id).follow_ups[0].note, "Revised.");
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn texts_and_the_commitments_in_them_belong_to_their_instrument() {
    let ground = Ground::new();
    let id = ground.signed("Agreement", "2014-07-19");
    let in_english = TextDraft {
        instrument: Some(id),
        authentic: true,
        kind: TextKind::InstrumentText,
        ..text(None, "Agreement, in English", "The parties share formats.")
    };
    let english = ground.dossier.save_text(&in_english).unwrap().output;
    let letter = TextDraft { side_letter: true, authentic: false, ..in_english.clone() };
    ground.dossier.save_text(&TextDraft { title: "Letter on fees".into(), ..letter }).unwrap();
    let passage = Some(PassageDraft { text: english, start: 12, end: 25 });
    let taken =
        ground.dossier.save_commitment(&CommitmentDraft { passage, ..ground.promise("Share formats") }).unwrap();
    let made = CommitmentDraft { instrument: Some(id), ..ground.promise("Name a contact") };
    ground.dossier.save_commitment(&made).unwrap();

    let view = ground.instrument(id);
    let titles: Vec<&str> = view.texts.iter().map(|text| text.title.as_str()).collect();
    assert_eq!(titles, ["Agreement, in English", "Letter on fees"]);
    assert!(view.texts[0].authentic && view.texts[1].side_letter);
    let refs: Vec<&str> = view.commitments.iter().map(|row| row.r#ref.as_str()).collect();
    assert_eq!(refs, ["CYB-2015-001", "CYB-2015-002"]);
    assert_eq!((view.row.commitments, view.row.open), (2, 2));
    assert_eq!(ground.dossier.commitment(taken.output).unwrap().instrument.unwrap().name, "INS-2014-001 Agreement");
    // A follow-up on a commitment made in it is progress of the instrument.
    ground.heard(taken.output, "2015-08-10", "Formats exchanged.");
    assert_eq!(ground.instrument(id).row.progress_on, Some(day("2015-08-10")));

    // The text is taken away from the instrument, and given back.
    let row = ground.dossier.text(english).unwrap().row;
    let mut without = TextDraft { id: Some(english), revision: row.revision, instrument: None, ..in_english.clone() };
    assert_eq!(
        refusal(ground.dossier.save_text(&without)),
        "Say whose text it is: only that of an instrument is authentic, or a side letter."
    );
    without.authentic = false;
    ground.dossier.save_text(&without).unwrap();
    // The commitment keeps the instrument it was made in.
    assert_eq!(ground.instrument(id).row.commitments, 2);
    ground.dossier.undo().unwrap();
    assert!(ground.dossier.check(|_| {}).unwrap().sound);

    // A text that is given to an instrument later brings its commitments along.
    let loose = ground.dossier.save_text(&text(None, "Statement", "They will open a centre.")).unwrap().output;
    let passage = Some(PassageDraft { text: loose, start: 0, end: 24 });
    ground.dossier.save_commitment(&CommitmentDraft { passage, ..ground.promise("Open a centre") }).unwrap();
    assert_eq!(ground.instrument(id).row.commitments, 2);
    let row = ground.dossier.text(loose).unwrap().row;
    let given = TextDraft {
        id: Some(loose),
        revision: row.revision,
        instrument: Some(id),
        ..text(None, "Statement", "They will open a centre.")
    };
    ground.dossier.save_text(&given).unwrap();
    assert_eq!(ground.instrument(id).row.commitments, 3);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn an_instrument_delivers_a_commitment_and_shows_that_it_was_kept() {
    let ground = Ground::new();
    let promise = ground.commitment("Conclude an agreement");
    let id = ground.signed("Agreement", "2014-07-19");
    let deliver = DeliveredByDraft { commitment: promise, instrument: id };
    let link = ground.dossier.add_delivered_by(&deliver).unwrap();
    assert_eq!(link.act.unwrap().title, "CYB-2015-001 is delivered by INS-2014-001");
    assert_eq!(
        refusal(ground.dossier.add_delivered_by(&deliver)),
        "CYB-2015-001 is delivered by INS-2014-001 already."
    );
    assert_eq!(ground.dossier.commitment(promise).unwrap().delivered_by[0].instrument.r#ref, "INS-2014-001");
    assert_eq!(ground.instrument(id).delivers[0].commitment.r#ref, "CYB-2015-001");
    ground.dossier.remove(Noun::DeliveredBy, link.output).unwrap();

    // Closing with the instrument as what shows it links both.
    let close = StatusDraft { evidence_instrument: Some(id), ..ground.status(promise, Status::Fulfilled) };
    ground.dossier.set_status(&close).unwrap();
    let view = ground.dossier.commitment(promise).unwrap();
    assert_eq!(view.closing.unwrap().instrument.unwrap().name, "INS-2014-001 Agreement");
    assert_eq!(view.delivered_by.len(), 1);
    let sentence = refusal(ground.dossier.remove(Noun::Instrument, id));
    assert_eq!(
        sentence,
        "Commitment “CYB-2015-001 Conclude an agreement” hangs on this instrument, so it was not removed."
    );

    // The search language finds it by ref, by title, by part of it.
    let other = ground.commitment("Something else");
    for words in ["instrument:INS-2014-001", "instrument:agreement", "instrument:agree status:fulfilled"] {
        let found =
            ground.dossier.commitments(&CommitmentQuery { words: words.into(), ..CommitmentQuery::all() }).unwrap();
        assert_eq!(found.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [promise], "{words}");
    }
    let rest = CommitmentQuery { words: "-instrument:agreement".into(), ..CommitmentQuery::all() };
    assert_eq!(ground.dossier.commitments(&rest).unwrap().rows[0].id, other);
    let unknown = CommitmentQuery { words: "instrument:treaty".into(), ..CommitmentQuery::all() };
    assert!(
        refusal(ground.dossier.commitments(&unknown))
            .contains("Nothing that “instrument” can mean is called “treaty”.")
    );
}

#[test]
fn links_between_instruments_make_no_circle_and_what_is_replaced_ends() {
    let ground = Ground::new();
    let old = ground.signed("Old agreement", "2010-07-19");
    let new = ground.dossier.save_instrument(&ground.agreement("New agreement")).unwrap().output;
    let link = |from: Id, kind: InstrumentLinkKind, to: Id| {
        ground.dossier.add_instrument_link(&InstrumentLinkDraft { from, kind, to })
    };
    let replaces = link(new, InstrumentLinkKind::Replaces, old).unwrap();
    assert_eq!(replaces.act.unwrap().title, "INS-2015-001 replaces INS-2010-001");
    assert_eq!(refusal(link(new, InstrumentLinkKind::Replaces, old)), "INS-2015-001 replaces INS-2010-001 already.");
    assert_eq!(
        refusal(link(old, InstrumentLinkKind::Replaces, new)),
        "That would go in a circle: in the end it replaces itself."
    );
    assert_eq!(refusal(link(old, InstrumentLinkKind::Amends, old)), "An instrument is not linked to itself.");
    link(old, InstrumentLinkKind::Implements, new).unwrap();
    // The old one stands until the new one has taken effect.
    assert_eq!(ground.instrument(old).row.stage, Stage::InForce);
    for party in [ground.home, ground.partner] {
        let sign = InstrumentActDraft { instrument: Some(new), ..signature(party, "2015-08-01") };
        ground.dossier.save_instrument_act(&sign).unwrap();
    }
    let view = ground.instrument(old);
    assert_eq!((view.row.stage, view.row.stage_since), (Stage::Replaced, Some(day("2015-08-01"))));
    assert_eq!(view.reckoned.ends_why, "Ended after 31 Jul 2015: replaced by INS-2015-001.");
    assert_eq!(
        ground.refs(&InstrumentQuery { stages: vec![Stage::Replaced], ..InstrumentQuery::all() }),
        ["INS-2010-001"]
    );
    let labels: Vec<&str> = view.links.iter().map(|link| link.label.as_str()).collect();
    assert_eq!(labels, ["is replaced by", "implements"]);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn an_instrument_goes_to_the_bin_with_what_hangs_on_it_and_comes_back_whole() {
    let ground = Ground::new();
    let round = ground.round("2015-08-14");
    let other = ground.signed("Other", "2014-01-01");
    let mut draft = ground.agreement("Agreement");
    draft.acts = vec![act(None, "2015-08-14")];
    draft.acts[0].meeting = Some(round);
    let id = ground.dossier.save_instrument(&draft).unwrap().output;
    ground
        .dossier
        .add_instrument_link(&InstrumentLinkDraft { from: id, kind: InstrumentLinkKind::Amends, to: other })
        .unwrap();
    let promise = ground.commitment("Conclude it");
    ground.dossier.add_delivered_by(&DeliveredByDraft { commitment: promise, instrument: id }).unwrap();
    let heard = FollowUpDraft { instrument: Some(id), ..follow_up(Vec::new(), "2015-08-15", "Sent to archive.") };
    ground.dossier.save_follow_up(&heard).unwrap();
    let body = TextDraft { instrument: Some(id), ..text(None, "Its text", "The parties agree.") };
    let its_text = ground.dossier.save_text(&body).unwrap().output;
    let before = ground.dossier.export().unwrap();

    let removed = ground.dossier.remove(Noun::Instrument, id).unwrap();
    assert_eq!(removed.act.unwrap().title, "Removed instrument INS-2015-001 Agreement, with 6 that hung on it");
    assert_eq!(ground.dossier.text(its_text).unwrap().row.instrument, None);
    assert_eq!(ground.dossier.commitment(promise).unwrap().delivered_by, []);
    let bin = ground.dossier.bin().unwrap();
    assert_eq!((bin[0].noun, bin[0].name.as_str(), bin[0].along), (Noun::Instrument, "INS-2015-001 Agreement", 6));
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
    ground.dossier.revert(bin[0].act.id).unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);

    // What an instrument rests on is in the way; the meeting goes, and the act stays without it.
    for (noun, id) in [(Noun::Party, ground.partner), (Noun::Dialogue, ground.dialogue)] {
        assert!(ground.dossier.remove(noun, id).is_err());
    }
    ground.dossier.remove(Noun::Meeting, round).unwrap();
    assert_eq!(ground.instrument(id).acts[0].meeting, None);
    assert!(
        refusal(ground.dossier.remove(Noun::InstrumentParty, ground.instrument(id).parties[0].id))
            .contains("by itself")
    );
}

#[test]
fn instruments_are_found_by_ref_words_and_resemblance() {
    let ground = Ground::new();
    let mut draft = ground.agreement("Agreement on the sharing of threat formats");
    draft.short_title = "Formats Agreement".into();
    draft.acts = vec![signature(ground.home, "2014-07-19")];
    draft.acts[0].name = "Cäsar Envoy".into();
    let id = ground.dossier.save_instrument(&draft).unwrap().output;
    let found = |words: &str| {
        let query = SearchQuery { words: words.into(), typing: false, nouns: Vec::new(), after: None, limit: 5 };
        ground.dossier.search(&query).unwrap().hits
    };
    let by_ref = found("ins-2014-001");
    assert_eq!((by_ref.len(), by_ref[0].noun, by_ref[0].id), (1, Noun::Instrument, id));
    assert_eq!((by_ref[0].reference.as_str(), by_ref[0].place.as_str()), ("INS-2014-001", "agreement"));
    assert_eq!(found("threat formats")[0].id, id);
    let by_name = found("caesar OR casar envoy");
    assert!(by_name.is_empty());
    let signer = &found("casar envoy")[0];
    assert_eq!((signer.id, signer.source.as_str()), (id, "Signature"));
    let heard = FollowUpDraft { instrument: Some(id), ..follow_up(Vec::new(), "2015-08-15", "Sent to the archive.") };
    ground.dossier.save_follow_up(&heard).unwrap();
    assert_eq!(found("archive")[0].source, "Follow-up of 15 Aug 2015");
    let alike = ground.dossier.find_names("formts agreemnt", 3).unwrap();
    assert_eq!((alike[0].id, alike[0].hint.as_str()), (id, "INS-2014-001, agreement"));
    assert_eq!(ground.dossier.find(Noun::Instrument, "formats agreement").unwrap(), id);
    assert_eq!(ground.dossier.find(Noun::Instrument, "ins-2014-001").unwrap(), id);
    assert_eq!(ground.dossier.choices().unwrap().instruments[0].label, "INS-2014-001 Formats Agreement");
}

#[test]
fn the_sides_may_differ_on_whether_it_binds() {
    let ground = Ground::new();
    let mut draft = ground.agreement("Arrangement");
    draft.kind = InstrumentType::Arrangement;
    draft.parties[0].effect = LegalEffect::NotBinding;
    draft.parties[1].effect = LegalEffect::Binding;
    let id = ground.dossier.save_instrument(&draft).unwrap().output;
    let view = ground.instrument(id);
    assert!(view.row.disputed);
    assert_eq!(view.effect_label, "Disputed. Norland: not binding; Sudland: binding");
    assert!(view.row.concerns.contains(&Concern::Disputed));
    assert_eq!(view.row.window, NoticeWindow::None);
}

#[test]
fn meeting_of_signature_is_shown_with_what_was_done_there() {
    let ground = Ground::new();
    let call = ground.dossier.save_meeting(&meeting(None, "Signing", "2015-08-14")).unwrap().output;
    let id = ground.signed("Agreement", "2015-01-01");
    let mut notified = ground.act(id, InstrumentActKind::Notification, Some(ground.partner), "2015-08-14");
    (notified.on, notified.meeting) = (None, Some(call));
    ground.dossier.save_instrument_act(&notified).unwrap();
    let view = ground.dossier.meeting(call).unwrap();
    assert_eq!(view.instruments.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
    let stored = ground.instrument(id);
    let last = stored.acts.last().unwrap();
    assert_eq!((last.when.as_str(), last.place.as_str()), ("14 Aug 2015", view.row.place.as_str()));
}
