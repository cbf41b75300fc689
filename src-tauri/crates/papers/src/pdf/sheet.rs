//! A paper as the templates read it: words that can be printed, markings only where they differ, headings without a gap
//! in their levels, refs that lead to where they stand, tables with their columns reckoned.

use std::collections::BTreeSet;

use rapporteur_core::{
    brief::{Block, Fact, Paper, Paragraph, Section, Table, Tone},
    clock::spoken,
    vocabulary::PaperKind,
};
use serde::{Serialize, Serializer, ser::SerializeSeq};

use super::{
    picture,
    table::{self, Grid, Needs, SHORT},
    typefaces::TYPEFACES,
    words::{Stretch, heard, narrowed, printable, shortened, stretches, written},
};
use crate::{
    begins_a_page, letters,
    marks::Portions,
    places::{Place, Places},
};

/// What the foot of a page has for the titles of the paper and of the dossier, in points, beside the day and the number of
/// the page: upright and on its side; and which part of it the dossier's title may take.
const FOOT: [f64; 2] = [318.0, 570.0];
const OF_DOSSIER: f64 = 0.4;
const FOOT_SIZE: f64 = 7.8;

/// What the name of a particular has, in points, and its size.
const FACT_NAME: f64 = 88.0;
const FACT_SIZE: f64 = 10.0;

/// How many letters of a text are not parted between two pages: about a dozen lines.
const UNPARTED: usize = 1_100;

/// The whole of it.
#[derive(Debug, Serialize)]
pub(super) struct Sheet {
    /// For those who hear it, and for the file.
    title: String,
    headline: Words,
    /// How long the headline is, in characters: a long one is set smaller.
    length: usize,
    subtitle: Words,
    author: String,
    marking: String,
    /// Which paper it is, and of which dossier.
    foot: Words,
    day: String,
    pub(super) landscape: bool,
    facts: Vec<Particular>,
    /// Whether the particulars are short enough to stand two beside each other.
    paired: bool,
    sections: Vec<Part>,
    notices: Vec<Words>,
    /// How many marks stand in it.
    pub(super) marks: u32,
}

#[derive(Debug, Serialize)]
struct Part {
    heading: Words,
    level: u8,
    /// Whether it begins on a page of its own, and whether it does so where it would begin at the foot of one.
    on_new_page: bool,
    not_at_foot: bool,
    /// Whether it is to stand on one page with the paper's head, set closer if need be.
    on_one_page: bool,
    mark: u32,
    blocks: Vec<Piece>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Piece {
    Heading {
        level: u8,
        words: Line,
    },
    Prose {
        words: Line,
        /// Whether what it introduces follows, from which it is not to be parted.
        with_next: bool,
    },
    Points {
        numbered: bool,
        start: usize,
        items: Vec<Line>,
        /// Whether space to write in follows, from which they are not to be parted.
        with_next: bool,
    },
    Facts {
        facts: Vec<Particular>,
    },
    Table(Grid),
    Quote {
        paragraphs: Vec<Words>,
        source: Words,
        /// Whether it is short enough to stay on one page, and whether its last paragraph is.
        short: bool,
        short_end: bool,
        prefix: Option<String>,
        /// Whether it stays on the page of what follows.
        with_next: bool,
    },
    Picture {
        svg: String,
        alternative: String,
        caption: Words,
        prefix: Option<String>,
    },
    Space {
        label: Words,
        lines: u8,
    },
    Nothing {
        words: Words,
    },
}

#[derive(Debug, Serialize)]
struct Particular {
    name: Words,
    value: Line,
}

/// Words by language. Nearly all are of the paper's own, and are written as they are: what a table of thousands of rows is
/// read from stays small.
#[derive(Debug)]
pub(super) struct Words(Vec<Stretch>);

impl Words {
    /// The same, with those parted that have no place in so many points.
    pub(super) fn narrow(&mut self, width: f64, size: f64) {
        self.0 = narrowed(std::mem::take(&mut self.0), width, size);
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] if one.is_plain() => serializer.serialize_str(&one.t),
            all => {
                let mut seq = serializer.serialize_seq(Some(all.len()))?;
                for one in all {
                    if one.is_plain() { seq.serialize_element(&one.t)? } else { seq.serialize_element(one)? }
                }
                seq.end()
            }
        }
    }
}

/// Words in a line of their own, with their marking before them where it differs.
#[derive(Debug)]
pub(super) struct Line {
    prefix: Option<String>,
    /// What is drawn before it.
    sign: Option<&'static str>,
    /// Whether it stands off from what is above it.
    set_off: bool,
    pub(super) runs: Vec<Said>,
}

/// A line that is more than its runs.
#[derive(Serialize)]
struct Dressed<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: &'l Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    off: bool,
    runs: &'l [Said],
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { prefix, sign, set_off, runs } = self;
        if prefix.is_some() || sign.is_some() || *set_off {
            return Dressed { prefix, sign: *sign, off: *set_off, runs }.serialize(serializer);
        }
        runs.serialize(serializer)
    }
}

/// Words of one kind.
#[derive(Debug)]
pub(super) struct Said {
    kind: Kind,
    words: Words,
    /// Whether there is room for them in one line wherever they stand.
    fits: bool,
    /// The place that they lead to.
    to: Option<String>,
    /// The place that they are.
    at: Option<String>,
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Kind {
    Tone(Tone),
    /// Of a day that is past and still open.
    Late(&'static str),
}

/// Words that are not plain.
#[derive(Serialize)]
struct Toned<'s> {
    tone: Kind,
    words: &'s Words,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    fits: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: &'s Option<String>,
}

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { kind, words, fits, to, at } = self;
        match (kind, words.0.as_slice()) {
            (Kind::Tone(Tone::Plain), [one]) if one.is_plain() => serializer.serialize_str(&one.t),
            _ => Toned { tone: *kind, words, fits: *fits, to, at }.serialize(serializer),
        }
    }
}

/// Makes a paper ready to be set.
pub(super) fn of(paper: &Paper) -> Sheet {
    let mut maker = Maker {
        portions: Portions::of(paper),
        places: Places::of(paper),
        unknown: BTreeSet::new(),
        marks: 0,
        asked: 0,
        landscape: false,
        needs: Needs::of(tables(paper)),
    };
    maker.landscape = paper.kind == PaperKind::Matrix || maker.needs.more_than_upright();
    let facts = maker.facts(&paper.facts, true);
    let mut level = 0;
    let before = std::iter::once(None).chain(paper.sections.iter().map(Some));
    let sections = paper.sections.iter().zip(before);
    let sections = sections.map(|(section, before)| maker.section(section, before, &mut level)).collect();
    let mut sheet = Sheet {
        title: heard(&paper.title),
        headline: maker.words(&paper.title),
        length: paper.title.chars().count(),
        subtitle: maker.words(&paper.subtitle),
        author: heard(&paper.made_by),
        marking: maker.plain(paper.marking.words()),
        foot: maker.foot(paper),
        day: spoken(paper.day),
        landscape: maker.landscape,
        paired: are_short(&paper.facts),
        facts,
        sections,
        notices: paper.notices.iter().map(|notice| maker.words(notice)).collect(),
        marks: 0,
    };
    sheet.notices.extend(unknown_notice(&maker.unknown).map(|words| Words(stretches(&words))));
    sheet.marks = maker.marks;
    sheet
}

/// Whether particulars can stand two beside each other: several, and each on one line of half the page.
fn are_short(facts: &[Fact]) -> bool {
    let short = |fact: &Fact| {
        TYPEFACES.width(&fact.name, false, FACT_SIZE) < 84.0
            && TYPEFACES.width(&fact.value.text(), false, FACT_SIZE) < 134.0
    };
    facts.len() > 3 && facts.iter().all(short)
}

/// What is said of characters that the typefaces do not have: which they are, by number, so that nothing is lost for good.
fn unknown_notice(unknown: &BTreeSet<char>) -> Option<String> {
    const NAMED: usize = 12;
    if unknown.is_empty() {
        return None;
    }
    let mut numbers: Vec<String> = unknown.iter().take(NAMED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    if unknown.len() > NAMED {
        numbers.push(format!("{} more", unknown.len() - NAMED));
    }
    Some(format!(
        "{} stands for characters of scripts that the typefaces of this paper do not have ({}). The register holds them \
         whole, and so does this paper as a Word document.",
        super::words::UNKNOWN,
        numbers.join(", ")
    ))
}

fn tables(paper: &Paper) -> impl Iterator<Item = &Table> {
    paper.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// What is known while a sheet is made.
pub(super) struct Maker {
    /// How its parts are marked.
    pub(super) portions: Portions,
    places: Places,
    unknown: BTreeSet<char>,
    marks: u32,
    /// How many numbered points there were in the section: they are numbered through, whatever stands between them.
    asked: usize,
    /// Whether pages lie on their side.
    pub(super) landscape: bool,
    /// What the columns of its tables need.
    pub(super) needs: Needs,
}

impl Maker {
    /// What stands at the foot of each page, so that a sheet that came off tells where it belongs.
    fn foot(&mut self, paper: &Paper) -> Words {
        let room = FOOT[usize::from(self.landscape)];
        let dossier = shortened(&self.plain(&paper.dossier), room * OF_DOSSIER, FOOT_SIZE);
        let left = room - TYPEFACES.width(&format!(" · {dossier}"), false, FOOT_SIZE);
        let title = shortened(&self.plain(&paper.title), left, FOOT_SIZE);
        Words(stretches(&letters::foot(&title, &dossier)))
    }

    /// Words as they can be printed.
    fn plain(&mut self, words: &str) -> String {
        printable(words, &mut self.unknown)
    }

    /// The same, by language.
    pub(super) fn words(&mut self, words: &str) -> Words {
        Words(stretches(&self.plain(words)))
    }

    /// A short note beside the point, which stays on one line, or a longer one.
    pub(super) fn note(&mut self, words: &str) -> Said {
        let words = self.plain(words);
        let short = !words.is_empty() && words.chars().count() <= SHORT;
        Said::of(Tone::Quiet, Words(if short { vec![Stretch::whole(&words)] } else { stretches(&words) }))
    }

    /// A mark for the pages to come past.
    pub(super) fn mark(&mut self) -> u32 {
        self.marks += 1;
        self.marks
    }

    fn section(&mut self, section: &Section, before: Option<&Section>, above: &mut u8) -> Part {
        let on_new_page = begins_a_page(section, before);
        let level = section.level.clamp(1, *above + 1);
        *above = level;
        self.places.enter(section);
        self.asked = 0;
        Part {
            mark: self.mark(),
            heading: self.words(&section.heading),
            level,
            on_new_page,
            not_at_foot: section.on_new_page && !on_new_page,
            on_one_page: section.key == "summary",
            blocks: self.blocks(&section.blocks, level),
        }
    }

    fn blocks(&mut self, blocks: &[Block], level: u8) -> Vec<Piece> {
        let mut made: Vec<Piece> = Vec::with_capacity(blocks.len());
        for block in blocks {
            match (block, made.as_mut_slice()) {
                // The state of play in two lines, and the table that it introduces.
                (Block::Table(_), [.., Piece::Prose { with_next: first, .. }, Piece::Prose { with_next, .. }]) => {
                    (*first, *with_next) = (true, true);
                }
                (Block::Table(_), [.., Piece::Prose { with_next, .. }]) => *with_next = true,
                // What is asked, and the lines to reply on.
                (Block::Space { .. }, before) => {
                    for piece in before.iter_mut().rev() {
                        match piece {
                            Piece::Prose { with_next, .. } | Piece::Quote { with_next, .. } => *with_next = true,
                            Piece::Points { with_next, .. } => {
                                *with_next = true;
                                break;
                            }
                            _ => break,
                        }
                    }
                }
                _ => {}
            }
            made.push(self.block(block, level));
        }
        made
    }

    fn block(&mut self, block: &Block, level: u8) -> Piece {
        match block {
            Block::Heading(words) => {
                let before = self.portions.before_heading(&words.mark);
                Piece::Heading { level: level + 1, words: self.line(words, before) }
            }
            Block::Prose(words) => Piece::Prose { words: self.part(words), with_next: false },
            Block::Points { numbered, items } => {
                let start = self.asked + 1;
                self.asked += if *numbered { items.len() } else { 0 };
                Piece::Points {
                    numbered: *numbered,
                    start,
                    items: items.iter().map(|item| self.part(item)).collect(),
                    with_next: false,
                }
            }
            Block::Facts { facts } => Piece::Facts { facts: self.facts(facts, false) },
            Block::Table(table) => Piece::Table(table::grid(table, self)),
            Block::Quote { text, source, mark } => Piece::Quote {
                paragraphs: paragraphs(text).map(|paragraph| self.words(&paragraph)).collect(),
                source: self.words(source),
                short: text.chars().count() <= UNPARTED,
                short_end: paragraphs(text).last().is_none_or(|last| last.chars().count() <= UNPARTED),
                prefix: self.portions.before(mark),
                with_next: false,
            },
            Block::Picture { svg, alternative, caption, mark } => Piece::Picture {
                svg: picture::ready(&written(svg, &mut self.unknown)),
                alternative: heard(alternative),
                caption: self.words(caption),
                prefix: self.portions.before(mark),
            },
            Block::Space { label, lines } => Piece::Space { label: self.words(label), lines: *lines },
            Block::Nothing { text } => Piece::Nothing { words: self.words(text) },
        }
    }

    /// Particulars; those at the head of the paper are marked as headings are.
    fn facts(&mut self, facts: &[Fact], at_head: bool) -> Vec<Particular> {
        facts
            .iter()
            .map(|fact| {
                let mut name = self.words(&fact.name);
                name.narrow(FACT_NAME, FACT_SIZE);
                let mark = &fact.value.mark;
                let before = if at_head { self.portions.before_heading(mark) } else { self.portions.before(mark) };
                Particular { name, value: self.line(&fact.value, before) }
            })
            .collect()
    }

    /// A paragraph that is a part of the paper by itself.
    fn part(&mut self, paragraph: &Paragraph) -> Line {
        let before = self.portions.before(&paragraph.mark);
        self.line(paragraph, before)
    }

    /// A paragraph, with its marking before it.
    pub(super) fn line(&mut self, paragraph: &Paragraph, prefix: Option<String>) -> Line {
        let runs = paragraph.runs.iter().filter(|run| !run.text.is_empty());
        let runs = runs.map(|run| self.said(run.tone, &run.text)).collect();
        Line { prefix, ..Line::all(runs) }
    }

    /// Words of a kind; a ref leads to where it stands, or is that place where it stands first.
    pub(super) fn said(&mut self, tone: Tone, text: &str) -> Said {
        let mut said = Said::of(tone, self.words(text));
        if tone == Tone::Ref {
            let label = |place| Some(format!("ref-{place}"));
            match self.places.next(text) {
                Place::To(place) => said.to = label(place),
                Place::At(place) => said.at = label(place),
                Place::None => {}
            }
        }
        said
    }
}

impl Said {
    fn of(tone: Tone, words: Words) -> Self {
        Self { kind: Kind::Tone(tone), words, fits: false, to: None, at: None }
    }

    /// The same, for which its column has room: nothing needs to hold its parts together.
    pub(super) fn fitting(mut self) -> Self {
        self.fits = true;
        let words = self.words.0.drain(..).map(Stretch::loose);
        self.words.0 = words.collect();
        if self.words.0.iter().all(Stretch::is_plain) {
            self.words.0 = vec![Stretch::plain(self.words.0.drain(..).map(|stretch| stretch.t).collect())];
        }
        self
    }

    /// That a day is past.
    pub(super) fn late(words: &str) -> Self {
        Self { kind: Kind::Late("late"), ..Self::of(Tone::Plain, Words(stretches(words))) }
    }
}

impl Line {
    /// Words without a marking of their own.
    pub(super) fn of(said: Said) -> Self {
        Self::all(vec![said])
    }

    /// The same of several kinds.
    pub(super) const fn all(runs: Vec<Said>) -> Self {
        Self { prefix: None, sign: None, set_off: false, runs }
    }

    /// The same with a sign before it.
    pub(super) const fn beside(mut self, sign: &'static str) -> Self {
        self.sign = Some(sign);
        self
    }

    /// Keeps it off from what stands above it.
    pub(super) const fn set_off(&mut self) {
        self.set_off = true;
    }

    /// Whether all of it is of a tone.
    pub(super) fn is_of(&self, tone: Tone) -> bool {
        self.runs.iter().all(|said| said.kind == Kind::Tone(tone))
    }

    /// Whether a sign stands before it.
    pub(super) const fn has_sign(&self) -> bool {
        self.sign.is_some()
    }

    /// Parts those of its words that have no place in so many points.
    pub(super) fn narrow(&mut self, width: f64, size: f64) {
        self.runs.iter_mut().for_each(|said| said.words.narrow(width, size));
    }

    /// Takes away where its refs lead.
    pub(super) fn lead_nowhere(&mut self) {
        self.runs.iter_mut().for_each(|said| (said.to, said.at) = (None, None));
    }

    /// Puts a marking before it.
    pub(super) fn marked(&mut self, prefix: String) {
        self.prefix = Some(prefix);
    }
}

/// A text parted at its blank lines.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut made: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            open = false;
        } else if let (true, Some(last)) = (open, made.last_mut()) {
            last.push('\n');
            last.push_str(line.trim());
        } else {
            made.push(line.trim().to_owned());
            open = true;
        }
    }
    made.into_iter()
}
