//! What is kept of papers: the plan of a brief, copies of what was handed over, replies to a chaser sheet.

use rapporteur_core::{
    brief::Paper,
    id::Id,
    vocabulary::{MarkingAxis, MeetingState, Noun, PaperForm, PaperKind},
    wire::{
        BriefPart, BriefPlan, CommitmentDraft, FreePart, KeptPaperDraft, MarkingDraft, MeetingDraft, PaperRequest,
        Reader, RepliesDraft, RepliesQuery, ReplyDraft,
    },
};

use crate::ground::{Ground, day, lead, meeting, noon, nouns, refusal};

fn summit(ground: &Ground) -> Id {
    let draft = MeetingDraft { state: MeetingState::Planned, ..meeting(None, "Leaders’ meeting", "2015-09-25") };
    ground.dossier.save_meeting(&draft).unwrap().output
}

fn request(meeting: Id) -> PaperRequest {
    PaperRequest { meeting: Some(meeting), ..PaperRequest::of(PaperKind::Brief) }
}

/// The plan as the window reads it.
fn plan(ground: &Ground, meeting: Id) -> BriefPlan {
    ground.dossier.paper_outline(&request(meeting)).unwrap().plan.unwrap()
}

fn keys(plan: &BriefPlan) -> Vec<String> {
    plan.parts.iter().map(|part| format!("{}{}", if part.shown { "" } else { "-" }, part.key)).collect()
}

fn words(text: &str) -> FreePart {
    FreePart { text: text.into(), marking: Vec::new() }
}

fn kept(ground: &Ground, meeting: Id, form: PaperForm, file: &[u8]) -> Id {
    let draft = KeptPaperDraft { request: request(meeting), form, for_whom: "The delegation".into() };
    let paper: Paper = ground.dossier.paper(&draft.request).unwrap();
    ground.dossier.keep_paper(&draft, &paper, file, b"# Brief\n\nOne is open.\n").unwrap().output
}

#[test]
fn a_plan_is_kept_with_its_meeting_and_taken_back() {
    let ground = Ground::new();
    ground.due("Share formats", "2015-12-01");
    let meeting = summit(&ground);
    let before = ground.dossier.export().unwrap();
    let custom = plan(&ground, meeting);
    assert_eq!((custom.revision, custom.parts[0].key.as_str()), (0, "summary"));

    let mut chosen = custom.clone();
    chosen.parts.reverse();
    chosen.parts[0].shown = false;
    chosen.press_line = words("Good talks were held.");
    let act = ground.dossier.save_brief_plan(meeting, &chosen, None).unwrap();
    assert_eq!(nouns(&act), [Noun::BriefPlan]);
    let first = act.act.unwrap();
    assert_eq!(first.title, "Planned the brief for Leaders’ meeting");
    let now = plan(&ground, meeting);
    assert_eq!((now.revision, keys(&now)), (1, keys(&chosen)));
    assert!(!now.parts[0].heading.is_empty(), "a heading comes from the paper and not from what is kept");
    let paper = ground.dossier.paper(&request(meeting)).unwrap();
    let shown: Vec<&str> = paper.sections.iter().filter(|s| s.level == 1).map(|section| section.key.as_str()).collect();
    assert_eq!(shown.last(), Some(&"summary"), "the paper follows the plan");

    // What is typed on is one step of undo with what was typed before.
    let more = BriefPlan { press_line: words("Good talks were held in a good spirit."), ..now };
    ground.dossier.save_brief_plan(meeting, &more, Some(first.id)).unwrap();
    let ground = ground.reopened();
    assert_eq!(plan(&ground, meeting).press_line.text, "Good talks were held in a good spirit.");
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    assert_eq!(plan(&ground, meeting).revision, 0);
    ground.dossier.redo().unwrap();
    assert_eq!(plan(&ground, meeting).press_line.text, "Good talks were held in a good spirit.");
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn a_plan_that_was_read_earlier_or_says_too_much_is_refused() {
    let ground = Ground::new();
    let meeting = summit(&ground);
    let custom = plan(&ground, meeting);
    ground.dossier.save_brief_plan(meeting, &custom, None).unwrap();
    let sentence = refusal(ground.dossier.save_brief_plan(meeting, &custom, None));
    assert!(sentence.starts_with("This plan of a brief"), "{sentence}");
    let now = plan(&ground, meeting);
    let long = BriefPlan { talking_points: words(&"x".repeat(20_001)), ..now.clone() };
    assert!(refusal(ground.dossier.save_brief_plan(meeting, &long, None)).starts_with("The talking points: at most"));
    let part = BriefPart { key: "no such".into(), heading: String::new(), shown: true };
    let odd = BriefPlan { parts: vec![part], ..now };
    assert!(refusal(ground.dossier.save_brief_plan(meeting, &odd, None)).contains("keys that no part has"));
}

#[test]
fn who_plans_for_a_reader_that_does_not_see_a_track_does_not_take_its_part_away() {
    let ground = Ground::new();
    ground.due("Share formats", "2015-12-01");
    let meeting = summit(&ground);
    let mut chosen = plan(&ground, meeting);
    let at = chosen.parts.iter().position(|part| part.key == "track:CYB").unwrap();
    chosen.parts[at].shown = false;
    ground.dossier.save_brief_plan(meeting, &chosen, None).unwrap();
    let mut without = plan(&ground, meeting);
    without.parts.retain(|part| part.key != "track:CYB");
    ground.dossier.save_brief_plan(meeting, &without, None).unwrap();
    assert_eq!(keys(&plan(&ground, meeting)), keys(&chosen));
}

#[test]
fn a_copy_is_what_was_handed_over_byte_for_byte_and_never_changes() {
    let ground = Ground::new();
    ground.due("Share formats", "2015-12-01");
    let meeting = summit(&ground);
    let before = ground.dossier.export().unwrap();
    let bytes = b"%PDF-1.7 \x00\xff and so on";
    let id = kept(&ground, meeting, PaperForm::Pdf, bytes);
    ground.clock.set(noon("2015-08-21"));
    let later = kept(&ground, meeting, PaperForm::Docx, b"PK");
    let ground = ground.reopened();
    let copies = ground.dossier.kept_papers(meeting).unwrap();
    assert_eq!(copies.iter().map(|copy| copy.id).collect::<Vec<_>>(), [later, id], "the newest first");
    let copy = &copies[1];
    assert_eq!((copy.kind, copy.form, copy.for_whom.as_str()), (PaperKind::Brief, PaperForm::Pdf, "The delegation"));
    // Of `printf '%%PDF-1.7 \0\377 and so on' | sha256sum`.
    assert_eq!(copy.sha256, "c7e8dc2323eead372b6036e3df152f7c433ca9da30b7139dce0228a922ba210e");
    assert!(copy.file_name.ends_with(".pdf"));
    let file = ground.dossier.kept_paper_file(id).unwrap();
    assert_eq!((file.name, file.content), (copy.file_name.clone(), bytes.to_vec()));
    let report = ground.dossier.check(|_| {}).unwrap();
    assert!(report.sound, "{:?}", report.faults);

    // Into the bin and back, with its meeting or by itself.
    let removed = ground.dossier.remove(Noun::KeptPaper, later).unwrap();
    assert_eq!(ground.dossier.kept_papers(meeting).unwrap().len(), 1);
    assert_eq!(ground.dossier.bin().unwrap()[0].noun, Noun::KeptPaper);
    ground.dossier.revert(removed.act.unwrap().id).unwrap();
    assert_eq!(ground.dossier.kept_papers(meeting).unwrap().len(), 2);
    ground.dossier.remove(Noun::Meeting, meeting).unwrap();
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.kept_papers(meeting).unwrap().len(), 2);
    for _ in 0..4 {
        ground.dossier.undo().unwrap();
    }
    assert_eq!(ground.dossier.export().unwrap(), before);
}

#[test]
fn a_copy_is_laid_beside_the_paper_of_today() {
    let ground = Ground::new();
    let meeting = summit(&ground);
    let id = kept(&ground, meeting, PaperForm::Pdf, b"%PDF");
    let asked = ground.dossier.kept_paper_request(id).unwrap();
    assert_eq!(asked, request(meeting), "the same paper for the same reader");
    let same = ground.dossier.compare_kept_paper(id, "# Brief\n\nOne is open.\n").unwrap();
    assert!(same.rows.iter().all(|row| row.same));
    let now = ground.dossier.compare_kept_paper(id, "# Brief\n\nTwo are open.\n\nAnd one is late.\n").unwrap();
    let told: Vec<(String, String)> = now
        .rows
        .iter()
        .map(|row| {
            let said = |parts: &[rapporteur_core::wire::DifferencePart]| -> String {
                parts.iter().map(|part| part.words.as_str()).collect()
            };
            (said(&row.then), said(&row.now))
        })
        .collect();
    let line = |then: &str, now: &str| (then.to_owned(), now.to_owned());
    assert_eq!(told, [line("Brief", "Brief"), line("One is open.", "Two are open."), line("", "And one is late.")]);
}

#[test]
fn a_marking_that_says_what_a_reader_might_see_is_not_removed() {
    let ground = Ground::new();
    let meeting = summit(&ground);
    let draft = MarkingDraft { id: None, revision: 0, axis: MarkingAxis::Handling, label: "Eyes only".into(), rank: 9 };
    let marking = ground.dossier.save_marking(&draft).unwrap().output;
    let mut request = request(meeting);
    request.reader.ceilings = vec![marking];
    let draft = KeptPaperDraft { request, form: PaperForm::Pdf, for_whom: String::new() };
    let paper = ground.dossier.paper(&draft.request).unwrap();
    ground.dossier.keep_paper(&draft, &paper, b"%PDF", b"words").unwrap();
    assert!(refusal(ground.dossier.remove(Noun::Marking, marking)).contains("hangs on this marking"));
}

#[test]
fn replies_become_follow_ups_in_one_act() {
    let ground = Ground::new();
    let promise = |title: &str, due: &str| {
        let draft = CommitmentDraft {
            owners: vec![lead(ground.agency)],
            due: rapporteur_core::wire::DueDraft::Day { on: day(due) },
            ..ground.promise(title)
        };
        ground.dossier.save_commitment(&draft).unwrap().output
    };
    let (later, sooner) = (promise("Share formats", "2015-12-01"), promise("Name a contact", "2015-09-01"));
    let before = ground.dossier.export().unwrap();
    let reference = ground.row(later).r#ref;
    let text = format!("Dear colleague,\n\n{reference}: sent on Monday.\n\nPoint 1: named.\nPoint 9: nothing.");
    let query = RepliesQuery { body: Some(ground.agency), person: None, text, reader: Reader::default() };
    let view = ground.dossier.read_replies(&query).unwrap();
    let told: Vec<(Id, Option<u32>, &str, &str)> =
        view.points.iter().map(|p| (p.commitment, p.number, p.reply.as_str(), p.matched.as_str())).collect();
    assert_eq!(
        told,
        [(sooner, Some(1), "named.", "by its number"), (later, Some(2), "sent on Monday.", "by its ref")],
        "in the order of the sheet: soonest due first"
    );
    let unmatched: Vec<&str> = view.unmatched.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(unmatched, ["Dear colleague,", "nothing."]);
    assert_eq!(ground.dossier.export().unwrap(), before, "looking enters nothing");

    let reply = |commitment, note: &str| ReplyDraft { commitment, note: note.into() };
    let draft = RepliesDraft {
        body: Some(ground.agency),
        person: None,
        day: None,
        reported_by: "CSA".into(),
        replies: vec![reply(sooner, "named."), reply(later, "sent on Monday.")],
    };
    let act = ground.dossier.enter_replies(&draft).unwrap();
    assert_eq!((act.output, act.act.unwrap().title.as_str()), (2, "Entered 2 replies of CSA"));
    let heard = &ground.dossier.commitment(later).unwrap().follow_ups[0];
    assert_eq!(
        (heard.note.as_str(), heard.reported_by.as_str(), heard.day),
        ("sent on Monday.", "CSA", day("2015-08-20"))
    );
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before, "one undo");
    let empty = RepliesDraft { replies: vec![reply(later, "sent."), reply(sooner, " ")], ..draft };
    assert!(refusal(ground.dossier.enter_replies(&empty)).contains("is empty. Nothing was entered."));
    assert_eq!(ground.dossier.export().unwrap(), before);
}
