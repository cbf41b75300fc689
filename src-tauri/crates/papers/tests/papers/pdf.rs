//! Papers as PDF: that other programs open them, that their words are found in the order in which they are read, that
//! readers who hear a page and archives that keep it find what their standards ask for.

use std::{
    collections::BTreeMap,
    io::Write,
    path::PathBuf,
    process::{Command, Output},
    sync::LazyLock,
};

use rapporteur_core::{
    brief::{Block, Mark, Paper},
    vocabulary::{PaperForm, PaperKind},
};
use rapporteur_papers::{Error, Progress, write};
use serde_json::Value;
use tempfile::NamedTempFile;

use crate::samples::{self, paper, plain, section};

/// A paper as a file on the disk, for the tools that look at it.
struct File(NamedTempFile);

fn pdf(paper: &Paper) -> File {
    let bytes = write(paper, PaperForm::Pdf, &mut |_| true).expect("a PDF");
    let mut file = NamedTempFile::new().expect("a file");
    file.write_all(&bytes).expect("room on the disk");
    File(file)
}

/// Every sample, written once for all tests.
fn every_sample() -> &'static [(&'static str, Paper, File)] {
    static WRITTEN: LazyLock<Vec<(&str, Paper, File)>> = LazyLock::new(|| {
        let samples = [
            ("brief", samples::brief()),
            ("matrix", samples::matrix(60)),
            ("chaser", samples::chaser()),
            ("hindi", samples::hindi()),
            ("long", samples::long()),
            ("empty", samples::empty()),
            ("scripts", samples::scripts()),
        ];
        samples
            .into_iter()
            .map(|(name, paper)| {
                let file = pdf(&paper);
                (name, paper, file)
            })
            .collect()
    });
    &WRITTEN
}

/// One of them.
fn sample(name: &str) -> &'static File {
    let found = every_sample().iter().find(|(known, ..)| *known == name);
    &found.expect("a sample of that name").2
}

impl File {
    fn ask(&self, tool: &str, before: &[&str], after: &[&str]) -> Output {
        let mut command = Command::new(tool);
        command.args(before).arg(self.0.path()).args(after);
        command.output().unwrap_or_else(|_| panic!("{tool} is not here; `.make/packages papers` brings it"))
    }

    fn said(&self, tool: &str, before: &[&str], after: &[&str]) -> String {
        let output = self.ask(tool, before, after);
        assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Words as a reader meets them, page by page.
    fn pages(&self) -> Vec<String> {
        let words = self.said("pdftotext", &["-raw"], &["-"]);
        words.trim_end_matches('\u{C}').split('\u{C}').map(str::to_owned).collect()
    }

    /// Every object in it, by its name.
    fn objects(&self) -> BTreeMap<String, Value> {
        let whole: Value =
            serde_json::from_str(&self.said("qpdf", &["--json", "--json-key=qpdf", "--json-stream-data=none"], &[]))
                .expect("JSON");
        let objects = whole["qpdf"][1].as_object().expect("objects").clone();
        objects
            .into_iter()
            .map(|(name, object)| (name.trim_start_matches("obj:").to_owned(), object["value"].clone()))
            .collect()
    }
}

/// The parts of the tree that a reader hears, of one kind.
fn parts<'a>(objects: &'a BTreeMap<String, Value>, kind: &str) -> Vec<&'a Value> {
    let kind = format!("/{kind}");
    objects.values().filter(|object| object["/Type"] == "/StructElem" && object["/S"] == kind.as_str()).collect()
}

#[test]
fn other_programs_open_it_and_every_typeface_is_inside() {
    for (name, _, file) in every_sample() {
        file.said("qpdf", &["--check"], &[]);
        let fonts = file.said("pdffonts", &[], &[]);
        for font in fonts.lines().skip(2) {
            let told: Vec<&str> = font.split_whitespace().rev().take(5).collect();
            assert_eq!(told[2..], ["yes", "yes", "yes"], "{name}: embedded, a subset, with its letters: {font}");
        }
        assert!(fonts.contains("IBMPlexSans"), "{name}: {fonts}");
    }
}

#[test]
fn the_marking_stands_top_and_bottom_of_every_page() {
    for (name, paper, file) in every_sample() {
        let marking = paper.marking.words();
        for page in file.pages() {
            let lines: Vec<&str> = page.trim().lines().collect();
            let ends = [lines.first(), lines.last()].map(|line| line.copied().unwrap_or_default());
            if marking.is_empty() {
                assert!(!page.contains("RESTRICTED"), "{name}: {page}");
            } else {
                assert_eq!(ends, [marking, marking], "{name}: {page}");
            }
        }
    }
}

#[test]
fn words_are_found_in_the_order_in_which_they_are_read() {
    #[track_caller]
    fn in_order(name: &str, words: &[&str]) {
        let text = sample(name).pages().join("\n").replace('\n', " ");
        let mut from = 0;
        for word in words {
            let found =
                text[from..].find(word).unwrap_or_else(|| panic!("“{word}” is not found behind {from}: {text}"));
            from += found + word.len();
        }
    }
    in_order(
        "brief",
        &[
            "Brief for the leaders' meeting",
            "Meeting",
            "For The head",
            "Summary",
            "Late: CT-1",
            "Track",
            "64 %",
            "(TLP:CLEAR) The two sides",
            "Objectives",
            "Cyber",
            "at risk",
            "19 Jul 2014",
            "late, put off 2×",
            "Annex",
            "CYB-4",
            "two response teams",
        ],
    );
    in_order(
        "hindi",
        &[
            "भारत–अमेरिका रणनीतिक वार्ता",
            "स्थिति",
            "क्षमता निर्माण, राष्ट्रीय सुरक्षा, प्रौद्योगिकी",
            "चर्चा के बिंदु",
            "संतोष व्यक्त किया",
            "विशेषज्ञता",
            "द्विपक्षीय",
            "श्रीलंका",
            "समृद्धि",
        ],
    );
}

#[test]
fn the_head_of_a_table_is_on_every_page_of_it_and_no_row_is_parted() {
    let mut paper = samples::matrix(60);
    if let Block::Table(table) = &mut paper.sections[0].blocks[0] {
        for (at, row) in table.rows.iter_mut().enumerate().filter(|(_, row)| !row.head) {
            // Every tenth is nearly as high as a page.
            let between = if at % 10 == 0 { "and so it goes on ".repeat(90) } else { String::new() };
            row.cells[1] =
                rapporteur_core::brief::Cell::Words { lines: vec![plain(&format!("first{at}x {between}last{at}x"))] };
        }
    }
    let pages = pdf(&paper).pages();
    for page in &pages {
        let page = page.replace('\n', " ");
        assert!(page.contains("Owner, counterpart") && page.contains("Last heard"), "{page}");
        assert!(page.contains("Group "), "the head of the group is repeated: {page}");
    }
    for at in 1..60 {
        let of = |word: String| pages.iter().position(|page| page.contains(&word));
        assert_eq!(of(format!("first{at}x")), of(format!("last{at}x")), "row {at}");
    }
}

#[test]
fn what_is_higher_than_a_page_is_parted_and_loses_nothing() {
    let pages = sample("long").pages();
    let count = pages.iter().map(|page| page.replace('\n', " ").matches("mindful of what").count()).sum::<usize>();
    // A sentence may run over the end of a page between any two of its words.
    assert!((66..=68).contains(&count), "sixteen paragraphs of three, and a cell of twenty: {count}");
}

#[test]
fn readers_who_hear_it_and_archives_find_what_they_ask_for() {
    for (name, paper, file) in every_sample() {
        let objects = file.objects();
        let catalog = objects.values().find(|object| object["/Type"] == "/Catalog").expect("a catalog");
        let inner = |value: &Value| value.as_str().and_then(|name| objects.get(name)).unwrap_or(value).clone();
        assert_eq!(inner(&catalog["/MarkInfo"])["/Marked"], true, "{name}");
        assert_eq!(catalog["/Lang"], "u:en", "{name}");
        assert_eq!(inner(&catalog["/ViewerPreferences"])["/DisplayDocTitle"], true, "{name}");
        assert!(catalog["/Outlines"].is_string() && catalog["/StructTreeRoot"].is_string(), "{name}");
        assert!(
            objects.values().any(|object| object.to_string().contains("/ICCBased")),
            "{name}: what its colours mean"
        );

        let meta = file.said("pdfinfo", &["-meta"], &[]);
        for told in
            ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "2015-08-20T09:30:00", "Rapporteur"]
        {
            assert!(meta.contains(told), "{name}: {told} in {meta}");
        }
        let info = file.said("pdfinfo", &["-enc", "UTF-8"], &[]);
        assert!(info.contains(&paper.title) && info.contains(&paper.made_by), "{name}: {info}");

        for figure in parts(&objects, "Figure") {
            assert!(figure["/Alt"].as_str().is_some_and(|words| words.len() > 2), "{name}: {figure}");
        }
        let tables = paper
            .sections
            .iter()
            .flat_map(|section| &section.blocks)
            .filter(|block| matches!(block, Block::Table(_)))
            .count();
        assert_eq!(parts(&objects, "Table").len(), tables, "{name}");
        let heads = parts(&objects, "TH");
        assert_eq!(heads.is_empty(), tables == 0, "{name}");
        assert!(heads.iter().all(|head| head.to_string().contains("/Scope")), "{name}: {heads:?}");
        for object in objects.values().filter(|object| object["/Type"] == "/Annot") {
            assert!(object["/Contents"].is_string() && object["/StructParent"].is_number(), "{name}: {object}");
        }
    }
}

/// A second program's word on PDF/UA-1: the points of the Matterhorn Protocol that a machine can check.
#[test]
fn a_checker_of_pdf_ua_finds_nothing() {
    let caches = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")))
        .expect("a home");
    let checker = caches.join("rapporteur/tools/outloud/bin/outloud");
    if !checker.is_file() {
        eprintln!("outloud is not here, so the papers were NOT checked by it; `.make/outloud` brings it");
        return;
    }
    for (name, _, file) in every_sample() {
        let output = file.ask(&checker.to_string_lossy(), &["--layer", "conformance", "--fail-on", "warning"], &[]);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn headings_quotes_lists_and_languages_are_told() {
    let brief = sample("brief").objects();
    let count = |kind: &str| parts(&brief, kind).len();
    assert_eq!((count("H1"), count("H2"), count("H3")), (4, 7, 0), "parts of the paper, and parts of those");
    assert_eq!((count("BlockQuote"), count("L"), count("Figure")), (2, 2, 1));
    assert!(parts(&brief, "Link").len() >= 4, "refs lead to the annex");
    let hindi = sample("hindi").objects();
    assert!(
        hindi.values().any(|object| object["/Type"] == "/StructElem" && object["/Lang"] == "u:hi"),
        "Hindi is heard as Hindi"
    );
}

#[test]
fn refs_lead_to_the_annex() {
    let objects = sample("brief").objects();
    let links: Vec<&Value> = objects.values().filter(|object| object["/Subtype"] == "/Link").collect();
    assert_eq!(links.len(), 4, "two in the summary, two in the table");
    let pages: Vec<&String> =
        objects.iter().filter(|(_, object)| object["/Type"] == "/Page").map(|(name, _)| name).collect();
    assert_eq!(pages.len(), 4);
    assert!(links.iter().all(|link| link.to_string().contains("/XYZ") || link["/Dest"].is_string()), "{links:?}");
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let of = |paper: &Paper| write(paper, PaperForm::Pdf, &mut |_| true).expect("a PDF");
    let brief = samples::brief();
    let first = of(&brief);
    assert!(first == of(&brief));
    let later = Paper { made_at: brief.made_at + chrono::Duration::seconds(1), ..brief };
    assert!(first != of(&later), "the time at which it was made is in it");
}

#[test]
fn no_character_fails_a_paper() {
    let mut random: u64 = 0x2015_0820;
    let mut next = |below: u32| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(random >> 33).unwrap_or(0) % below
    };
    let ranges = [
        0x20..0x250,
        0x250..0x530,
        0x530..0x900,
        0x900..0x980,
        0x980..0x1000,
        0x1CD0..0x1D00,
        0x2000..0x2070,
        0x2070..0x2C00,
        0x3000..0xFFFF,
        0xFE00..0xFE10,
        0x1F300..0x1FAFF,
        0..0x11_0000,
    ];
    let mut blocks = Vec::new();
    for at in 0..240 {
        let range = &ranges[at % ranges.len()];
        let words: String =
            (0..40).filter_map(|_| char::from_u32(range.start + next(range.end - range.start))).collect();
        blocks.push(Block::Prose(plain(&words)));
        if at % 40 == 0 {
            blocks.push(Block::Heading(plain(&words)));
            blocks.push(Block::Quote { text: words.clone(), source: words.clone(), mark: Mark::default() });
        }
    }
    let title: String = (0..300).filter_map(|_| char::from_u32(next(0x3000))).collect();
    let mut made = paper(PaperKind::Record, &title, vec![section("points", &title, 1, false, blocks)]);
    made.made_by = title.clone();
    made.dossier = title;
    pdf(&made).said("qpdf", &["--check"], &[]);
}

#[test]
fn what_cannot_be_written_is_shown_and_said() {
    let words = sample("scripts").pages().join(" ");
    assert!(words.contains("Talks in \u{FFFD}\u{FFFD} \u{FFFD} and"), "{words}");
    assert!(words.contains("\u{FFFD} stands for characters") && words.contains("U+0627"), "{words}");
    assert!(!sample("brief").pages().join(" ").contains('\u{FFFD}'));
}

#[test]
fn it_tells_how_far_it_is_and_can_be_stopped() {
    let paper = samples::matrix(200);
    let mut heard: Vec<Progress> = Vec::new();
    write(&paper, PaperForm::Pdf, &mut |progress| {
        heard.push(progress);
        true
    })
    .expect("a PDF");
    assert!(heard.len() > 2, "{heard:?}");
    assert!(heard.is_sorted_by_key(|progress| progress.done), "{heard:?}");
    assert!(
        heard.iter().all(|progress| progress.done < progress.total && progress.total == heard[0].total),
        "{heard:?}"
    );
    assert!(heard.iter().any(|progress| progress.done > progress.total / 2), "{heard:?}");

    let mut asked = 0;
    let outcome = write(&paper, PaperForm::Pdf, &mut |_| {
        asked += 1;
        asked < 3
    });
    assert!(matches!(outcome, Err(Error::Stopped)), "{outcome:?}");
    assert_eq!(asked, 3, "nobody is asked again");
}

#[test]
fn errors_say_what_to_do() {
    let mut paper = samples::empty();
    paper.sections[0].blocks.push(Block::Picture {
        svg: "<svg".into(),
        alternative: "A line".into(),
        caption: "Rounds".into(),
        mark: Mark::default(),
    });
    let error = write(&paper, PaperForm::Pdf, &mut |_| true).expect_err("no picture");
    assert!(error.to_string().starts_with("The picture “Rounds” could not be drawn. No file was written"), "{error}");
    let error = write(&samples::brief(), PaperForm::Ics, &mut |_| true).expect_err("no calendar");
    assert!(error.to_string().contains("choose another form"), "{error}");
}
