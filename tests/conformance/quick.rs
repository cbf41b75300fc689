//! Quick entry: what a line is understood to say on a small dossier, and that it is entered as one act.

use rapporteur_core::{
    id::Id,
    vocabulary::{Bound, Noun, OwnerRole, QuickKind, Strength},
    wire::{CommitmentDraft, DueDraft, QuickView},
};

use crate::ground::{Ground, body, day, party, refusal, track};

/// The ground with a second track, and a ministry of the other side.
fn ground() -> Ground {
    let ground = Ground::new();
    ground.dossier.save_track(&track("CLI", "Climate")).unwrap();
    ground.dossier.save_body(&body(ground.partner, None, "", "Ministry of the Sea")).unwrap();
    ground
}

fn read(ground: &Ground, line: &str) -> QuickView {
    ground.dossier.read_quick_entry(line, 0, None).unwrap()
}

fn understood(ground: &Ground, line: &str) -> CommitmentDraft {
    let view = read(ground, line);
    view.draft.unwrap_or_else(|| panic!("{line}: {:?}", view.problems))
}

fn part(view: &QuickView, kind: QuickKind) -> Option<(&str, bool)> {
    view.parts.iter().find(|part| part.kind == kind).map(|part| (part.value.as_str(), part.proposed))
}

#[test]
fn a_whole_line_is_understood_with_the_place_of_each_part() {
    let ground = ground();
    let line = "CSA to share quarterly threat report by 31 Mar #cyb @CSA ~SCERT";
    let view = read(&ground, line);
    assert_eq!(view.problems, []);
    let words = |kind: QuickKind| {
        let part = view.parts.iter().find(|part| part.kind == kind).unwrap();
        match part.start.zip(part.end) {
            Some((start, end)) => line.chars().skip(start as usize).take((end - start) as usize).collect::<String>(),
            None => String::new(),
        }
    };
    assert_eq!(words(QuickKind::Bound), "CSA");
    assert_eq!(words(QuickKind::Due), "by 31 Mar");
    assert_eq!(words(QuickKind::Track), "#cyb");
    assert_eq!(words(QuickKind::Owner), "@CSA");
    assert_eq!(words(QuickKind::Counterpart), "~SCERT");
    assert_eq!(part(&view, QuickKind::Title), Some(("Share quarterly threat report", false)));
    assert_eq!(part(&view, QuickKind::Due), Some(("31 Mar 2016", false)));
    assert_eq!(part(&view, QuickKind::Track), Some(("Cyber", false)));
    assert_eq!(part(&view, QuickKind::Strength), Some(("firm", true)));
    let draft = view.draft.unwrap();
    assert_eq!(draft.wording, "CSA to share quarterly threat report by 31 Mar");
    assert_eq!((draft.bound, draft.track), (Bound::Home, ground.track));
    assert_eq!(draft.due, DueDraft::Day { on: day("2016-03-31") });
    let owners: Vec<(OwnerRole, Option<Id>)> = draft.owners.iter().map(|owner| (owner.role, owner.body)).collect();
    assert_eq!(owners, [(OwnerRole::Lead, Some(ground.agency)), (OwnerRole::Counterpart, Some(ground.theirs))]);
    assert_eq!(draft.made_on, Some(day("2015-08-20")));
}

#[test]
fn lines_say_who_is_bound() {
    let ground = ground();
    for (line, wanted) in [
        ("we to share formats #cyb", Bound::Home),
        ("We will share formats #cyb", Bound::Home),
        ("us to share formats #cyb", Bound::Home),
        ("they to share formats #cyb", Bound::Partner),
        ("their side shall share formats #cyb", Bound::Partner),
        ("Both sides to share formats #cyb", Bound::Both),
        ("Norland to share formats #cyb", Bound::Home),
        ("Sudland will share formats #cyb", Bound::Partner),
        ("SCERT to share formats #cyb", Bound::Partner),
        ("Ministry of the Sea to share formats #cyb", Bound::Partner),
        ("share formats @CSA #cyb", Bound::Home),
        ("share formats @SCERT #cyb", Bound::Partner),
        ("share formats @CSA @SCERT #cyb", Bound::Both),
        ("share formats ~SCERT #cyb", Bound::Both),
        ("share formats #cyb", Bound::Both),
        ("we to share formats #cyb !them", Bound::Partner),
    ] {
        let draft = understood(&ground, line);
        assert_eq!(draft.bound, wanted, "{line}");
        assert_eq!(draft.title, "Share formats", "{line}");
    }
    let other = ground.dossier.save_party(&party("XO", "Organisation")).unwrap().output;
    let draft = understood(&ground, "Organisation to share formats #cyb");
    // Every other party of this dossier is a state, and so on the other side.
    assert_eq!(draft.bound, Bound::Partner, "{other:?}");
}

#[test]
fn lines_say_by_when() {
    let ground = ground();
    let summit = ground.round("2015-10-05");
    let due = |line: &str| understood(&ground, &format!("{line} #cyb")).due;
    let on = |text: &str| DueDraft::Day { on: day(text) };
    assert_eq!(due("share formats by the end of 2026"), on("2026-12-31"));
    assert_eq!(due("share formats by 31.3.2016"), on("2016-03-31"));
    assert_eq!(due("share formats within six months"), on("2016-02-20"));
    assert_eq!(due("share formats by the next Cyber Dialogue"), DueDraft::Meeting { meeting: summit });
    assert_eq!(due("share formats every six months"), DueDraft::Recurring { months: 6, on: day("2016-02-20") });
    assert_eq!(due("share formats"), DueDraft::None);
    // What only says when is no part of the title; the wording keeps it.
    let draft = understood(&ground, "share formats by the end of 2026 with all teams #cyb");
    assert_eq!(
        (draft.title.as_str(), draft.wording.as_str()),
        ("Share formats with all teams", "share formats by the end of 2026 with all teams")
    );
}

#[test]
fn lines_say_how_strongly() {
    let ground = ground();
    for (line, wanted) in [
        ("we to share formats", Strength::Firm),
        ("we intend to share formats", Strength::Intent),
        ("both sides look forward to sharing formats", Strength::Soft),
        ("CSA to explore sharing formats", Strength::Soft),
        ("share formats !soft", Strength::Soft),
        ("we intend to share formats !firm", Strength::Firm),
    ] {
        assert_eq!(understood(&ground, &format!("{line} #cyb")).strength, wanted, "{line}");
    }
}

#[test]
fn names_are_taken_whole_in_part_and_over_several_words() {
    let ground = ground();
    let owner = |line: &str| understood(&ground, &format!("share formats {line} #cyb")).owners;
    assert_eq!(owner("@Ada Officer")[0].person, Some(ground.person));
    assert_eq!(owner("@\"ada officer\"")[0].person, Some(ground.person));
    assert_eq!(owner("@ada")[0].person, Some(ground.person));
    assert_eq!(owner("@Cyber Security Agency with all")[0].body, Some(ground.agency));
    assert_eq!(understood(&ground, "share @Cyber Security Agency formats #Climate").title, "Share formats");
    // The second of our side supports; nobody is entered twice.
    let both: Vec<OwnerRole> = owner("@CSA @MFA @CSA").iter().map(|owner| owner.role).collect();
    assert_eq!(both, [OwnerRole::Lead, OwnerRole::Supporting]);
}

#[test]
fn what_is_not_understood_is_named_and_nothing_is_entered() {
    let ground = ground();
    for (line, spot, wanted) in [
        ("share formats @SCRET #cyb", "@SCRET", "Did you mean SCERT?"),
        ("share formats #zzz", "#zzz", "No track is called “zzz”. There are: Cyber; Climate."),
        ("share formats #c", "#c", "fits more than one track: Cyber; Climate"),
        ("share formats #cyb #cli", "#cli", "a second one is named"),
        ("share formats !maybe #cyb", "!maybe", "There are: !us, !them"),
        ("share formats by 31 Feb 2016 #cyb", "by 31 Feb 2016", "has 29 days"),
        ("share formats by 03/04/2016 #cyb", "by 03/04/2016", "Write 3 Apr 2016 or 2016-04-03"),
        ("share formats @ministry #cyb", "@ministry", "fits more than one body or person"),
        ("#cyb @CSA", "", "Write what is to be done"),
        ("share formats #cyb @", "@", "Which body or person?"),
    ] {
        let view = read(&ground, line);
        let problem = view.problems.first().unwrap_or_else(|| panic!("{line}: {view:?}"));
        let words: String =
            line.chars().skip(problem.start as usize).take((problem.end - problem.start) as usize).collect();
        assert_eq!(words, spot, "{line}");
        assert!(problem.message.contains(wanted), "{line}: {}", problem.message);
        assert!(view.draft.is_none(), "{line}");
        assert_eq!(refusal(ground.dossier.enter_quick(line, None)), problem.message);
    }
    assert!(refusal(ground.dossier.enter_quick("  ", None)).starts_with("There is nothing to enter yet"));
    assert_eq!(ground.dossier.overview().unwrap().counts.commitments, 0);
}

#[test]
fn a_track_is_proposed_from_the_words() {
    let ground = ground();
    ground.dossier.enter_quick("both sides to map melting glaciers #climate", None).unwrap();
    ground.dossier.enter_quick("both sides to share malware samples #cyber", None).unwrap();
    let view = read(&ground, "we to publish maps of glaciers");
    let part = view.parts.iter().find(|part| part.kind == QuickKind::Track).unwrap();
    assert!(part.proposed && part.value == "Climate" && part.hint.contains("glaciers"), "{part:?}");
    assert!(view.draft.is_some());
}

#[test]
fn a_line_is_entered_as_one_act_made_at_a_meeting() {
    let ground = ground();
    let round = ground.round("2015-08-14");
    let entered = ground.dossier.enter_quick("we to share formats by 1 Oct #cyb @CSA ~SCERT", Some(round)).unwrap();
    assert_eq!(entered.act.as_ref().unwrap().title, "Added CYB-2015-001 Share formats");
    let view = ground.dossier.commitment(entered.output).unwrap();
    assert_eq!(view.meeting.unwrap().id, round);
    assert_eq!(view.row.made_on, Some(day("2015-08-14")));
    assert_eq!(view.owners.len(), 2);
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.overview().unwrap().counts.commitments, 0);
    assert!(ground.dossier.history(Noun::Commitment, entered.output).is_ok());
}

#[test]
fn names_are_offered_at_the_cursor() {
    let ground = ground();
    let offers = |line: &str| {
        let view = ground.dossier.read_quick_entry(line, line.chars().count() as u32, None).unwrap();
        let start = view.from as usize;
        (start, view.offers.into_iter().map(|offer| offer.insert).collect::<Vec<_>>())
    };
    assert_eq!(offers("share #"), (6, vec!["#CYB ".into(), "#CLI ".into()]));
    assert_eq!(offers("share #cl").1, ["#CLI "]);
    assert_eq!(offers("share @ad").1, ["@\"Ada Officer\" "]);
    // Ours stand first for an owner, theirs for a counterpart.
    assert_eq!(offers("share @").1[0], "@\"Ada Officer\" ");
    assert_eq!(offers("share ~").1[0], "~\"Ministry of the Sea\" ");
    assert_eq!(offers("share ~SCRET").1, ["~SCERT "]);
    assert_eq!(offers("share !t").1, ["!them "]);
    assert!(offers("share").1.is_empty());
}
