//! PDF: lines joined into paragraphs, and what belongs to the page and not to the text left out.

mod support;

use support::{lines, pages, words};

/// Lines at their places, from the left and from the bottom.
type Drawn = &'static [(f32, f32, &'static str)];

/// What is drawn on one page, and the words that come of it.
const PAGES: &[(Drawn, &str)] = &[
    // Lines that were broken because they were full go on.
    (
        &[
            (50.0, 700.0, "The two sides agreed to open the gauge at the weir to the engineers of"),
            (50.0, 686.0, "the other side before the end of the year, and to exchange all readings."),
            (50.0, 672.0, "They will meet again."),
            (50.0, 658.0, "In the spring, the Commission will take stock of what has been reached by"),
            (50.0, 644.0, "then."),
        ],
        "The two sides agreed to open the gauge at the weir to the engineers of the other side before the end of the year, and to exchange all readings. They will meet again.\n\nIn the spring, the Commission will take stock of what has been reached by then.",
    ),
    // A space between paragraphs, and items.
    (
        &[
            (50.0, 700.0, "The two sides will do all of the following things in the year to come:"),
            (50.0, 686.0, "\\(a\\)"),
            (80.0, 686.0, "open the gauge at the weir to the engineers of the other"),
            (80.0, 672.0, "side;"),
            (50.0, 658.0, "\\(b\\)"),
            (80.0, 658.0, "close the old one."),
            (50.0, 630.0, "They will meet again."),
        ],
        "The two sides will do all of the following things in the year to come:\n(a) open the gauge at the weir to the engineers of the other side;\n(b) close the old one.\n\nThey will meet again.",
    ),
    // Words parted at the end of a line, and words that have a hyphen.
    (
        &[
            (50.0, 700.0, "A long-term commitment to the cooperation of the two countries was the coop-"),
            (50.0, 686.0, "eration that the Commission spoke of, and it was a long-"),
            (50.0, 672.0, "term one."),
        ],
        "A long-term commitment to the cooperation of the two countries was the cooperation that the Commission spoke of, and it was a long-term one.",
    ),
    // Columns of a table.
    (
        &[(50.0, 700.0, "Line"), (200.0, 700.0, "Opens"), (50.0, 680.0, "Port to Weir"), (200.0, 680.0, "2027")],
        "Line\tOpens\nPort to Weir\t2027",
    ),
    // Letters set one by one, and type drawn twice to look bold.
    (
        &[(50.0, 700.0, "Jo"), (62.0, 700.0, "int"), (80.0, 700.0, "Statement"), (80.3, 700.0, "Statement")],
        "Joint Statement",
    ),
];

#[test]
fn lines_are_joined_as_a_reader_joins_them() {
    for (drawn, text) in PAGES {
        assert_eq!(words("a.pdf", &pages(&[&lines(drawn)])), *text);
    }
}

#[test]
fn headers_footers_and_page_numbers_go_where_they_are_repeated() {
    let page = |number: usize, words: &str| {
        let number = format!("Page {number} of 4");
        lines(&[(50.0, 800.0, "Joint Commission"), (50.0, 400.0, words), (280.0, 30.0, &number)])
    };
    let four: Vec<String> =
        ["First.", "Second.", "Third.", "Fourth."].iter().zip(1..).map(|(words, n)| page(n, words)).collect();
    let four: Vec<&str> = four.iter().map(String::as_str).collect();
    assert_eq!(words("a.pdf", &pages(&four)), "First.\n\nSecond.\n\nThird.\n\nFourth.");
    // Two pages prove little: only the numbers go.
    assert_eq!(words("a.pdf", &pages(&four[..2])), "Joint Commission\n\nFirst.\n\nJoint Commission\n\nSecond.");
    // What stands once stays, also at the edge.
    assert_eq!(words("a.pdf", &pages(&four[..1])), "Joint Commission\n\nFirst.\n\nPage 1 of 4");
}

#[test]
fn a_sentence_goes_on_over_the_page() {
    let long = "The two sides agreed to open the gauge at the weir to the engineers of";
    let first = lines(&[(50.0, 100.0, long)]);
    let second = lines(&[(50.0, 800.0, "the other side. They will meet again in the spring of the coming year.")]);
    assert_eq!(
        words("a.pdf", &pages(&[&first, &second])),
        format!("{long} the other side. They will meet again in the spring of the coming year.")
    );
}

#[test]
fn a_stamp_set_askew_is_not_read() {
    let page =
        lines(&[(50.0, 700.0, "Words of the statement")]) + "BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET";
    assert_eq!(words("a.pdf", &pages(&[&page])), "Words of the statement");
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let mut drawn = Vec::new();
    for at in 0..4_u8 {
        drawn.push((50.0, 700.0 - f32::from(at) * 14.0, "left column words that fill the line up"));
    }
    for at in 0..4_u8 {
        drawn.push((320.0, 700.0 - f32::from(at) * 14.0, "right column words that fill it too"));
    }
    let text = words("a.pdf", &pages(&[&lines(&drawn)]));
    assert!(text.starts_with("left column words that fill the line up left"), "{text}");
    assert!(!text.contains("up right") || text.matches("up right").count() == 1, "{text}");
}
