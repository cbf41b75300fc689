//! Mutates the sentences of the regression set, and whatever came of them, with a seeded stream of random numbers, and checks
//! that every answer holds what it must and that time grows with length and no faster. RAPPORTEUR_FUZZ_SECONDS says for how
//! long; two seconds where it says nothing.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rapporteur_capture::hostile::{TEXTS, text};
use rapporteur_capture::{Lexicon, Party, Request, candidates};
use std::time::{Duration, Instant};

const PIECES: [&str; 40] = [
    "\n",
    "\r\n",
    " ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    ".",
    ":",
    ";",
    ",",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "’s",
    "'",
    "-",
    "–",
    "•",
    "1.",
    "(a)",
    "U.S.",
    "will",
    "agreed to",
    " and ",
    "the two sides ",
    "India’s ",
    "by the end of 2025",
    "\t",
    "हिन्दी ",
    "𝔘",
    "É",
    "ö",
    "ﬁ",
    "İ",
    " not ",
    "will not é",
    "\u{301}",
    "<!-- -->",
];

fn parties() -> Vec<Party> {
    let party = |code: &str, names: &[&str]| Party {
        code: code.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    vec![party("IN", &["Bharat"]), party("US", &[]), party("XX", &["", "  ", "The Other Side"])]
}

fn check(text: &str, parties: &[Party]) {
    let request = Request { text, parties, day: chrono::NaiveDate::from_ymd_opt(2025, 9, 1) };
    let length = text.chars().count();
    let mut last = 0;
    for candidate in candidates(&request, Lexicon::standard()) {
        let ranges = [
            Some(candidate.range),
            Some(candidate.cue.range),
            candidate.lead_in,
            candidate.due.as_ref().map(|due| due.range),
        ];
        for range in ranges
            .into_iter()
            .flatten()
            .chain(candidate.acts.iter().copied())
            .chain(candidate.named.iter().map(|named| named.range))
        {
            assert!(range.start < range.end && range.end <= length, "{range:?} lies off a text of {length}");
        }
        assert!(candidate.range.start >= last, "candidates overlap or are out of order");
        last = candidate.range.end;
        assert!(candidate.title.chars().count() <= 90, "the title is too long: {}", candidate.title);
        assert!((0.0..=1.0).contains(&candidate.confidence));
    }
}

fn mutate(text: &str, random: &mut ChaCha8Rng) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.random_range(1..6) {
        let at = random.random_range(0..=bytes.len());
        match random.random_range(0..6) {
            0 => {
                let piece = PIECES[random.random_range(0..PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
            1 => {
                let to = (at + random.random_range(0..40)).min(bytes.len());
                bytes.drain(at..to);
            }
            2 => {
                let to = (at + random.random_range(0..60)).min(bytes.len());
                let copy = bytes[at..to].to_vec();
                let into = random.random_range(0..=bytes.len());
                bytes.splice(into..into, copy);
            }
            3 if at < bytes.len() => bytes[at] = random.random(),
            4 => {
                let piece = PIECES[random.random_range(0..PIECES.len())];
                let many = piece.repeat(random.random_range(1..40));
                bytes.splice(at..at, many.bytes());
            }
            _ => {
                let noise: Vec<u8> = (0..random.random_range(0..12)).map(|_| random.random()).collect();
                bytes.splice(at..at, noise);
            }
        }
        bytes.truncate(6000);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn mutated_texts_never_break_it() {
    let seconds = std::env::var("RAPPORTEUR_FUZZ_SECONDS").ok().and_then(|value| value.parse().ok()).unwrap_or(2);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut pool: Vec<String> = include_str!("data/regression.tsv")
        .lines()
        .filter_map(|line| line.rsplit('\t').next())
        .map(|text| text.replace('¶', "\n"))
        .collect();
    let parties = parties();
    let mut rounds = 0u64;
    while Instant::now() < end {
        let at = random.random_range(0..pool.len());
        let mut text = mutate(&pool[at], &mut random);
        if random.random_range(0..20) == 0 {
            let other = random.random_range(0..pool.len());
            text = format!("{text}{}", pool[other]);
        }
        check(&text, &parties);
        if pool.len() < 2000 {
            pool.push(text);
        } else {
            pool[at] = text;
        }
        rounds += 1;
    }
    assert!(rounds > 0);
}

fn time(text: &str, parties: &[Party]) -> f64 {
    let once = || {
        let start = Instant::now();
        check(text, parties);
        start.elapsed().as_secs_f64()
    };
    (0..2).map(|_| once()).fold(f64::INFINITY, f64::min)
}

#[test]
fn time_grows_with_length_and_no_faster() {
    let parties = parties();
    for (name, parts) in TEXTS {
        // Eight times the text may take eight times as long, with some room. Whatever else the machine does only makes a
        // run longer, so the shortest of several counts.
        let (short, long) = (text(parts, 10_000), text(parts, 80_000));
        let mut least = (f64::INFINITY, f64::INFINITY);
        let linear = (0..12).any(|_| {
            least = (least.0.min(time(&short, &parties)), least.1.min(time(&long, &parties)));
            least.1 < least.0 * 8.0 * 2.5
        });
        assert!(linear, "{name}: seconds for a short text and one eight times as long: {least:?}");
    }
}
