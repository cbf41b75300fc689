//! Papers to be written in tests. Their contents are made up; who appears in them is a body or a post, never a person.

use chrono::{DateTime, NaiveDate, Utc};
use rapporteur_core::{
    brief::{Block, Cell, Column, Fact, Holds, Label, Mark, Paper, Paragraph, Row, Run, Section, Table, Tone},
    vocabulary::{Delivery, Freshness, MarkingAxis, PaperKind},
};

pub fn label(rank: i32, words: &str) -> Label {
    Label { rank, words: words.into() }
}

pub fn restricted() -> Mark {
    Mark::default()
        .with(MarkingAxis::Classification, &label(2, "Restricted"))
        .with(MarkingAxis::Tlp, &label(2, "TLP:AMBER"))
}

pub fn green() -> Mark {
    restricted().with(MarkingAxis::Tlp, &label(1, "TLP:GREEN"))
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub fn made_at() -> DateTime<Utc> {
    day(2015, 8, 20).and_hms_opt(9, 30, 0).expect("an hour").and_utc()
}

pub fn plain(words: &str) -> Paragraph {
    Paragraph::plain(restricted(), words)
}

pub fn fact(name: &str, value: &str) -> Fact {
    Fact { name: name.into(), value: plain(value) }
}

pub fn section(key: &str, heading: &str, level: u8, on_new_page: bool, blocks: Vec<Block>) -> Section {
    Section { key: key.into(), heading: heading.into(), level, on_new_page, mark: restricted(), blocks }
}

pub fn paper(kind: PaperKind, title: &str, sections: Vec<Section>) -> Paper {
    Paper {
        kind,
        title: title.into(),
        subtitle: String::new(),
        facts: Vec::new(),
        dossier: "India–United States".into(),
        day: day(2015, 8, 20),
        made_at: made_at(),
        made_by: "Americas Division".into(),
        marking: restricted(),
        notices: vec!["A marking is a label and accredits nothing: it says how this paper is to be handled, not that a system may hold it.".into()],
        file_name: "RESTRICTED Paper".into(),
        sections,
    }
}

fn said(words: &str) -> Cell {
    Cell::Words { lines: vec![plain(words)] }
}

pub fn reference(words: &str) -> Cell {
    Cell::Words { lines: vec![Paragraph::new(restricted(), Tone::Ref, words)] }
}

fn due(words: &str, note: &str, late: bool) -> Cell {
    Cell::Day { day: Some(day(2015, 10, 31)), words: words.into(), note: note.into(), late }
}

fn lamps(delivery: Delivery, freshness: Freshness) -> Cell {
    Cell::Lamps { delivery, stands: String::new(), freshness }
}

pub fn row(cells: Vec<Cell>) -> Row {
    Row { mark: restricted(), head: false, cells }
}

pub fn head(words: &str) -> Row {
    Row {
        mark: restricted(),
        head: true,
        cells: vec![Cell::Words { lines: vec![Paragraph::new(restricted(), Tone::Strong, words)] }],
    }
}

/// A row with another marking, of all that stands in it.
fn at(mark: Mark, mut row: Row) -> Row {
    for cell in &mut row.cells {
        if let Cell::Words { lines } = cell {
            lines.iter_mut().for_each(|line| line.mark = mark.clone());
        }
    }
    Row { mark, ..row }
}

/// The columns of a list of commitments in a brief.
pub fn commitment_columns() -> Vec<Column> {
    [
        ("Ref", Holds::Ref, 2),
        ("Commitment", Holds::Words, 9),
        ("Bound", Holds::Words, 2),
        ("Owner, counterpart", Holds::Words, 4),
        ("Due", Holds::Day, 3),
        ("Stands", Holds::Lamps, 4),
        ("Last heard", Holds::Words, 5),
    ]
    .into_iter()
    .map(|(heading, holds, width)| Column::new(heading, holds, width))
    .collect()
}

const WORDINGS: [&str; 8] = [
    "Exchange critical cyber security information and expertise through the two response teams",
    "Hold consultations on all aspects of climate change before the conference of the parties",
    "Set up a joint working group on capacity-building, which reports twice a year",
    "Name points of contact for requests that cannot wait",
    "Carry on the dialogue at scientific, negotiators' and ministerial level",
    "Put forward a text on mutual legal assistance in crimes committed through networks, after consulting the ministries concerned and the bodies that will have to apply it",
    "Share assessments of the security of large cities and of those who live there",
    "Open the laboratories of both sides to visiting researchers",
];
const OWNERS: [&str; 4] = [
    "Ministry of External Affairs",
    "CERT-In; US-CERT",
    "Ministry of Home Affairs; Department of Homeland Security",
    "Ministry of Environment",
];
const HEARD: [&str; 4] = [
    "14 Aug 2015: draft with the other side",
    "2 Mar 2015: no reply to the reminder",
    "19 Jul 2011: raised at the meeting",
    "6 Aug 2015: first list of contacts exchanged, second expected in autumn",
];

/// Row after row of commitments, each different and all the same every time.
pub fn commitment(number: usize) -> Row {
    let track = ["CYB", "CT", "CLI", "REG"][number % 4];
    let days = [
        ("31 Oct 2015", "", false),
        ("19 Jul 2014", "put off 2×", true),
        ("ongoing", "", false),
        ("every 3 months, next 31 Oct 2015", "", false),
    ];
    let (words, note, late) = days[number * 7 / 3 % 4];
    let delivery = [Delivery::Amber, Delivery::Red, Delivery::Green, Delivery::Grey][number * 5 / 3 % 4];
    let freshness = [Freshness::Fresh, Freshness::Ageing, Freshness::Stale][number % 3];
    row(vec![
        reference(&format!("{track}-{number}")),
        said(WORDINGS[number % WORDINGS.len()]),
        said(["both", "us", "them"][number % 3]),
        said(OWNERS[number % OWNERS.len()]),
        due(words, note, late),
        lamps(delivery, freshness),
        said(HEARD[number % HEARD.len()]),
    ])
}

/// A brief with every kind of part.
pub fn brief() -> Paper {
    let mut cyber: Vec<Row> = vec![head("Late")];
    cyber.extend((1..4).map(commitment));
    cyber.push(head("Being carried out"));
    cyber.extend((4..14).map(commitment));
    cyber[3] = at(green(), cyber[3].clone());
    let counts = Table {
        caption: "How many commitments are open, by track and side".into(),
        columns: vec![
            Column::new("Track", Holds::Words, 6),
            Column::new("We owe", Holds::Number, 2),
            Column::new("They owe", Holds::Number, 2),
            Column::new("Both", Holds::Number, 2),
            Column::new("Late", Holds::Number, 2),
            Column::new("Kept", Holds::Share, 2),
        ],
        rows: [
            ("Cyber", 3, 2, 14, 1, Some(0.64)),
            ("Counter-terrorism", 1, 4, 3, 2, Some(0.5)),
            ("Climate", 0, 0, 5, 0, None),
        ]
        .into_iter()
        .map(|(track, ours, theirs, both, late, kept)| {
            let mut cells = vec![said(track)];
            cells.extend([ours, theirs, both, late].map(|number| Cell::Number { number }));
            cells.push(Cell::Share { share: kept });
            row(cells)
        })
        .collect(),
    };
    let annex_entry = |reference: &str, title: &str, words: &str| {
        let mut heading = Paragraph::new(restricted(), Tone::Ref, reference);
        heading.runs.push(Run::new(Tone::Plain, format!("  {title}")));
        [
            Block::Heading(heading),
            Block::Quote {
                text: words.into(),
                source: "Joint statement of the fourth Cyber Dialogue, 14 Aug 2015".into(),
                mark: green(),
            },
        ]
    };
    let mut annex = Vec::new();
    annex.extend(annex_entry("CYB-4", "Exchange of information", "The two response teams will exchange critical cyber security information and expertise.\n\nThey will meet once in every quarter, and will report to the two Governments on what came of it."));
    annex.extend(annex_entry("CT-1", "Consultations before the conference", "Both Governments affirmed that they would consult each other on all aspects before the conference of the parties, with a view to an outcome that is balanced and comprehensive."));
    let press = Paragraph {
        mark: Mark::default().with(MarkingAxis::Tlp, &label(0, "TLP:CLEAR")),
        runs: vec![
            Run::new(Tone::Plain, "The two sides took stock of what they had promised each other. "),
            Run::new(Tone::Verbatim, "“A partnership is as good as its follow-up.”"),
            Run::new(Tone::Quiet, " (line agreed on 18 Aug 2015)"),
        ],
    };
    let mut late = plain("");
    late.runs = vec![
        Run::new(Tone::Strong, "Late: "),
        Run::new(Tone::Ref, "CT-1"),
        Run::new(Tone::Plain, ", consultations before the conference, due 19 Jul 2014, put off twice; "),
        Run::new(Tone::Ref, "CYB-4"),
        Run::new(Tone::Plain, ", points of contact."),
    ];
    let mut made = paper(
        PaperKind::Brief,
        "Brief for the leaders' meeting, New York",
        vec![
            section(
                "summary",
                "Summary",
                1,
                false,
                vec![
                    Block::Prose(plain("Twenty-six commitments are open between the two sides. We owe four, they owe six, and sixteen bind both. Three are late, of which one was put off twice.")),
                    Block::Points { numbered: false, items: vec![late, plain("To decide: whether the working group is asked for a report before the meeting, or after it."), plain("To announce: the first exchange of visiting researchers.")] },
                    Block::Table(counts),
                    Block::Heading(plain("Line for the press")),
                    Block::Prose(press),
                ],
            ),
            section("objectives", "Objectives", 1, false, vec![
                Block::Heading(plain("Ours")),
                Block::Points { numbered: true, items: vec![plain("A day for the next round of the dialogue, this year."), plain("An answer on the text that has been with them since March."), plain("Their agreement that what is not done by the end of the year is said to be late, in the joint statement and in words that both sides use.")] },
                Block::Heading(plain("Theirs, as we see them")),
                Block::Nothing { text: "Nothing was written down about their objectives.".into() },
            ]),
            section("track:CYB", "Cyber", 1, true, vec![
                Block::Prose(plain("The fourth round was held in Washington on 14 August 2015. Six of fourteen commitments are new, and nothing is yet known of them.")),
                Block::Table(Table { caption: "Open commitments of the track Cyber".into(), columns: commitment_columns(), rows: cyber }),
            ]),
            section("decisions", "Decisions of the review", 2, false, vec![Block::Nothing { text: "No decision was taken in the review.".into() }]),
            section("picture", "Rounds of the dialogue", 2, false, vec![Block::Picture {
                svg: "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='120' viewBox='0 0 640 120'><line x1='20' y1='60' x2='620' y2='60' stroke='#1f4e79' stroke-width='2'/><circle cx='80' cy='60' r='7' fill='#2f6b3a'/><circle cx='300' cy='60' r='7' fill='#2f6b3a'/><circle cx='560' cy='60' r='6' fill='none' stroke='#8f5500' stroke-width='2'/><text x='80' y='92' font-family='IBM Plex Sans' font-size='13' text-anchor='middle'>Third round</text><text x='300' y='92' font-family='IBM Plex Sans' font-size='13' text-anchor='middle'>Fourth round · साइबर</text><text x='560' y='92' font-family='IBM Plex Sans' font-size='13' text-anchor='middle'>Fifth, planned</text></svg>".into(),
                alternative: "A line with three rounds: the third and the fourth were held, the fifth is planned.".into(),
                caption: "Rounds of the Cyber Dialogue, 2013 to 2016".into(),
                mark: green(),
            }]),
            section("annex", "Annex: wordings and sources", 1, true, annex),
        ],
    );
    made.subtitle = "What the two sides promised each other, and what came of it".into();
    made.facts = vec![
        fact("Meeting", "Leaders' meeting, New York, September 2015"),
        fact("For", "The head of delegation"),
        fact("As of", "20 Aug 2015"),
        fact("Sits opposite", "The President; the Secretary of State; the adviser for national security"),
    ];
    made.notices.insert(0, "3 things are marked higher than this paper's reader may see, and were left out.".into());
    made
}

/// A list of that many commitments.
pub fn matrix(count: usize) -> Paper {
    let mut rows = Vec::new();
    for number in 0..count {
        if number % 50 == 0 {
            rows.push(head(&format!("Group {}", number / 50 + 1)));
        }
        rows.push(commitment(number));
    }
    let table = Table { caption: "Commitments of the whole dossier".into(), columns: commitment_columns(), rows };
    paper(
        PaperKind::Matrix,
        "Commitments matrix",
        vec![section("list", "All open commitments", 1, false, vec![Block::Table(table)])],
    )
}

/// A sheet to be answered in writing.
pub fn chaser() -> Paper {
    let mut blocks = Vec::new();
    for (number, wording) in WORDINGS.iter().enumerate().take(6).skip(1) {
        let mut point = Paragraph::new(restricted(), Tone::Ref, format!("CYB-{number}"));
        point.runs.push(Run::new(Tone::Plain, format!("  {wording}. ")));
        point.runs.push(Run::new(Tone::Quiet, "Asked last on 2 Mar 2015; no reply."));
        blocks.push(Block::Points { numbered: true, items: vec![point] });
        blocks.push(Block::Space { label: "Reply".into(), lines: 4 });
    }
    let mut made = paper(
        PaperKind::Chaser,
        "Chaser sheet: Department of Information Technology",
        vec![section("points", "Points", 1, false, blocks)],
    );
    made.facts = vec![fact("Body", "Department of Information Technology"), fact("Reply by", "31 Aug 2015")];
    made
}

/// Hindi throughout, in titles, tables and quotes.
pub fn hindi() -> Paper {
    let mut table = vec![commitment(1), commitment(2)];
    table[0].cells[1] =
        said("साइबर सुरक्षा पर सूचना और विशेषज्ञता का आदान-प्रदान: द्विपक्षीय कार्यदल प्रत्येक तिमाही में प्रगति की समीक्षा करेगा");
    table[1].cells[1] = said("क्षमता निर्माण हेतु संयुक्त प्रशिक्षण, श्रीलंका में (joint training)");
    let mut made = paper(
        PaperKind::Record,
        "भारत–अमेरिका रणनीतिक वार्ता: साइबर सुरक्षा, आतंकवाद-निरोध और जलवायु परिवर्तन पर वचनबद्धताओं की स्थिति",
        vec![section(
            "points",
            "चर्चा के बिंदु",
            1,
            false,
            vec![
                Block::Prose(plain(
                    "दोनों पक्षों ने सूचना के आदान-प्रदान की प्रगति पर संतोष व्यक्त किया। The other side spoke in English.",
                )),
                Block::Table(Table {
                    caption: "वचनबद्धताएँ".into(), columns: commitment_columns(), rows: table
                }),
                Block::Quote {
                    text: "दोनों सरकारें क्षेत्रीय शांति, स्थिरता और समृद्धि के लिए मिलकर काम करेंगी।".into(),
                    source: "संयुक्त वक्तव्य, 19 जुलाई 2011".into(),
                    mark: restricted(),
                },
            ],
        )],
    );
    made.dossier = "भारत–संयुक्त राज्य".into();
    made.facts = vec![fact("स्थान", "नई दिल्ली"), fact("विषय", "क्षमता निर्माण, राष्ट्रीय सुरक्षा, प्रौद्योगिकी")];
    made
}

/// A wording of five pages, titles of 300 characters, stretches without a space.
pub fn long() -> Paper {
    let title: String = "Agreement on the establishment of a joint committee for the coordination of measures against the misuse of networks and on the exchange of experience among the bodies that are entrusted with it by either side, with three annexes, two protocols and an exchange of letters on how they are to be read, done in two originals"
        .chars().take(300).collect();
    let paragraph = "The Parties, mindful of what they have promised each other in earlier statements, and of the work that their bodies have done since, agree that the measures set out in this article are taken step by step, that each step is reported to the joint committee before the next one is begun, and that neither Party is bound to a step whose costs have not been agreed. ";
    let wording = vec![paragraph.repeat(3); 16].join("\n\n");
    let mut rows: Vec<Row> = (1..4).map(commitment).collect();
    rows[0].cells[1] = said(&title);
    rows[1].cells[1] = said(&paragraph.repeat(20));
    rows[2].cells[1] = said(
        "https://example.org/registers/of/what/was/promised/2015/08/20/joint-statement-of-the-fourth-round.pdf?version=2&language=en",
    );
    let mut made = paper(
        PaperKind::History,
        &title,
        vec![section(
            "wording",
            &title,
            1,
            false,
            vec![
                Block::Heading(plain(&title)),
                Block::Quote { text: wording, source: title.clone(), mark: restricted() },
                Block::Table(Table { caption: title.clone(), columns: commitment_columns(), rows }),
            ],
        )],
    );
    made.dossier = title.clone();
    made.subtitle = title.clone();
    made.facts = vec![fact("Text", &title), fact("A particular with a name that is longer than its place", "short")];
    made
}

/// Nothing to say, and no marking.
pub fn empty() -> Paper {
    let mut made = paper(
        PaperKind::Instruments,
        "Instruments with Japan",
        vec![section(
            "list",
            "Instruments",
            1,
            false,
            vec![Block::Nothing { text: "No instrument with Japan stands in the register.".into() }],
        )],
    );
    made.marking = Mark::default();
    made.sections[0].mark = Mark::default();
    made.notices.clear();
    made.made_by = String::new();
    made
}

/// Scripts that the typefaces do not have, and what hides in pasted words.
pub fn scripts() -> Paper {
    let mut made = paper(
        PaperKind::Record,
        "Talks in 北京 👍🏽 and القاهرة",
        vec![section(
            "points",
            "日本語 heading",
            1,
            false,
            vec![
                Block::Prose(plain(
                    "Emoji 🤝🏽👨‍👩‍👧 in words; 中文字符; اللغة العربية; தமிழ்; a\u{0301}e\u{0323}\u{0302} q\u{0323}\u{0307}; Ελληνικά; Кириллица; ﬁn; ½; ₹ 500; x\u{200B}y; z\u{FEFF}\u{0000}\u{E000}; soft\u{AD}hyphen; \u{202E}turned\u{202C}; क\u{0308}; \u{0915}\u{094D}\u{200D}; ि; त\u{094D}\u{0930}",
                )),
                Block::Table(Table { caption: "表".into(), columns: commitment_columns(), rows: vec![commitment(1)] }),
            ],
        )],
    );
    made.made_by = "局".into();
    made.dossier = "भारत 北京".into();
    made
}
