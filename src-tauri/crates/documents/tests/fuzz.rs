//! Whole files of every kind, mutated: whatever comes of it, the reader answers, and keeps its limits.
//!
//! It runs for `RAPPORTEUR_FUZZ_SECONDS`, two by default, from a seed that `RAPPORTEUR_FUZZ_SEED` can set.
#![allow(clippy::unwrap_used, reason = "a test says by failing what went wrong")]

mod support;

use std::time::{Duration, Instant};

use rapporteur_documents::{Limits, read};

/// Knuth's constants; a stream of numbers that needs no crate and comes out alike everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next()).unwrap() % most.max(1)
    }
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// What readers look out for, to be put where it does not belong.
const PIECES: &[&[u8]] = &[
    b"<",
    b">",
    b"</w:p>",
    b"<w:tbl>",
    b"<w:tc>",
    b"<table>",
    b"<td>",
    b"<ul>",
    b"<li value=99999999999999999999>",
    b"&#x110000;",
    b"&",
    b"<!--",
    b"<![CDATA[",
    b"\\u-1 ",
    b"\\u55357?",
    b"\\cell ",
    b"\\row",
    b"\\intbl ",
    b"{\\footnote ",
    b"\\bin999999999 ",
    b"{",
    b"}",
    b"\\'",
    b"stream\n",
    b"endstream",
    b"<<",
    b">>",
    b"[",
    b" 0 R",
    b"(",
    b"99999999999",
    b"-1",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\n--",
    b"boundary=",
    b"=?utf-8?B?",
    b"=\n",
    b"Content-Type: text/html\n\n",
    b"%1%9",
    b"w:val=\"99999999\"",
];

fn mutated(seed: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(8) {
        let at = chance.below(bytes.len());
        match chance.below(7) {
            0 => bytes[at] = u8::try_from(chance.below(256)).unwrap(),
            1 => bytes[at] ^= 1 << chance.below(8),
            2 => bytes.truncate(at.max(1)),
            3 => {
                let until = (at + chance.below(200)).min(bytes.len());
                bytes.drain(at..until);
            }
            4 => {
                let until = (at + chance.below(400)).min(bytes.len());
                let copy = bytes[at..until].to_vec();
                let to = chance.below(bytes.len());
                bytes.splice(to..to, copy);
            }
            5 => {
                let piece = PIECES[chance.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            _ => {
                let piece = PIECES[chance.below(PIECES.len())];
                let until = (at + piece.len()).min(bytes.len());
                bytes.splice(at..until, piece.iter().copied());
            }
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
    bytes
}

/// Packed files hardly survive a mutation, so that their parts are mutated and packed again.
fn packed_again(parts: &[(String, Vec<u8>)], chance: &mut Chance) -> Vec<u8> {
    let which = chance.below(parts.len());
    let parts: Vec<(String, Vec<u8>)> = parts
        .iter()
        .enumerate()
        .map(|(at, (name, content))| {
            (name.clone(), if at == which { mutated(content, chance) } else { content.clone() })
        })
        .collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    support::packed(&parts)
}

fn unpacked(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut content = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

#[test]
fn no_file_brings_a_reader_down() {
    let limits = Limits { text: 200_000, unpacked: 8_000_000, depth: 100, pages: 50, ..Limits::default() };
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");
    let mut seeds: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension != "md"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    seeds.sort();
    let chance = &mut Chance(setting("RAPPORTEUR_FUZZ_SEED", 11));
    let until = Instant::now() + Duration::from_secs(setting("RAPPORTEUR_FUZZ_SECONDS", 2));
    let (mut tried, mut read_well) = (0, 0);
    while Instant::now() < until {
        let (name, seed) = &seeds[tried % seeds.len()];
        let bytes = if seed.starts_with(b"PK") && chance.below(4) > 0 {
            packed_again(&unpacked(seed), chance)
        } else {
            mutated(seed, chance)
        };
        let begun = Instant::now();
        let answer = read(name, &bytes, &limits);
        assert!(begun.elapsed() < Duration::from_secs(30), "{name}, case {tried}: {:?}", begun.elapsed());
        if let Ok(document) = answer {
            read_well += 1;
            assert!(document.text.chars().count() <= limits.text + 10_000, "{name}, case {tried}");
            assert!(!document.text.contains(['\r', '\0']), "{name}, case {tried}");
        }
        tried += 1;
    }
    println!("{tried} files, {read_well} of them read");
    assert!(tried > seeds.len());
}
