//! RTF, by a small bounded reader of our own: the crates there are read into trees, know neither tables nor lists nor the
//! encodings of fonts, and set no bound on groups within groups.
//!
//! The marks of lists stand in the file as words, next to each item, and are kept. Left out: headers and footers, pictures,
//! comments, hidden and deleted words, and every part that a reader is told it may pass over.

mod token;

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::{Document, Kind, Limits, Refusal, mark, writing::Writing};

use token::{Token, Tokens};

/// Groups whose content is no part of the text.
const PASSED_OVER: &[&[u8]] = &[
    b"colortbl",
    b"stylesheet",
    b"info",
    b"pict",
    b"object",
    b"header",
    b"headerl",
    b"headerr",
    b"headerf",
    b"footer",
    b"footerl",
    b"footerr",
    b"footerf",
    b"listtable",
    b"listoverridetable",
    b"generator",
    b"fldinst",
    b"annotation",
    b"atnid",
    b"atnauthor",
    b"atntime",
    b"atnref",
    b"pgdsctbl",
    b"revtbl",
    b"rsidtbl",
    b"xmlnstbl",
    b"themedata",
    b"colorschememapping",
    b"datastore",
    b"latentstyles",
    b"filetbl",
    b"sn",
    b"sv",
    b"sp",
    b"shprslt",
    b"nonshppict",
    b"bkmkstart",
    b"bkmkend",
    b"ftnsep",
    b"ftnsepc",
    b"aftnsep",
    b"aftnsepc",
    b"tc",
    b"xe",
    b"pnseclvl",
    b"ftncn",
    b"aftncn",
];

/// What a group's words are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    /// Passed over.
    Nowhere,
    /// The table of fonts.
    Fonts,
    /// The mark of an item.
    Mark,
}

/// What holds within a group, and is put back at its end.
#[derive(Clone)]
struct Group {
    place: Place,
    encoding: &'static Encoding,
    /// Whether the font puts pictures on letters.
    symbols: bool,
    /// How many characters stand in for one that is given by its number.
    stand_ins: usize,
    hidden: bool,
    deleted: bool,
    /// Whether the group is a note, which began where another writing was set aside.
    note: bool,
}

struct Reading {
    writing: Writing,
    notes: Vec<Writing>,
    groups: Vec<Group>,
    group: Group,
    fonts: HashMap<i32, (&'static Encoding, bool)>,
    font: i32,
    /// Bytes that are not decoded yet: a character may take two of them.
    bytes: Vec<u8>,
    /// The first half of a character that is given in two numbers.
    half: Option<u16>,
    /// Stand-ins that are still to be passed over.
    over: usize,
    mark: String,
    /// Whether the paragraph that is being read is an item.
    is_item: bool,
    /// Whether nothing of the paragraph has been written yet.
    fresh: bool,
    in_note: bool,
    in_table: bool,
    in_cell: bool,
    /// Whether what was written last was a row.
    after_row: bool,
    language: Option<String>,
    depth: usize,
    limits: Limits,
}

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let mut reading = Reading::new(limits);
    let mut starred = false;
    for token in Tokens::new(bytes) {
        if !matches!(token, Token::Byte(_)) {
            reading.decode()?;
        }
        match token {
            Token::Open => reading.open()?,
            Token::Close => {
                if reading.close()? {
                    break;
                }
            }
            Token::Star => {
                starred = true;
                continue;
            }
            Token::Byte(byte) => reading.byte(byte),
            Token::Word(word, number) => reading.word(word, number, starred)?,
        }
        starred = false;
    }
    reading.decode()?;
    // A file that ends within a group was cut off; what is there is complete up to the cut, but nobody could tell.
    if reading.depth > 0 {
        return Err(Refusal::Broken { kind: Kind::Rtf });
    }
    reading.finish()
}

impl Reading {
    fn new(limits: &Limits) -> Self {
        let group = Group {
            place: Place::Text,
            encoding: WINDOWS_1252,
            symbols: false,
            stand_ins: 1,
            hidden: false,
            deleted: false,
            note: false,
        };
        Self {
            writing: Writing::new(limits.text),
            notes: Vec::new(),
            groups: Vec::new(),
            group,
            fonts: HashMap::new(),
            font: 0,
            bytes: Vec::new(),
            half: None,
            over: 0,
            mark: String::new(),
            is_item: false,
            fresh: true,
            in_note: false,
            in_table: false,
            in_cell: false,
            after_row: false,
            language: None,
            depth: 0,
            limits: limits.clone(),
        }
    }

    fn open(&mut self) -> Result<(), Refusal> {
        self.depth += 1;
        self.over = 0;
        if self.depth > self.limits.depth {
            return Err(Refusal::TooDeep { most: self.limits.depth });
        }
        self.groups.push(self.group.clone());
        self.group.note = false;
        Ok(())
    }

    /// Ends a group; true at the end of the document.
    fn close(&mut self) -> Result<bool, Refusal> {
        self.over = 0;
        if self.group.note {
            self.in_note = false;
        }
        let ended = self.group.place;
        if let Some(around) = self.groups.pop() {
            self.group = around;
        }
        if ended == Place::Mark && self.group.place != Place::Mark {
            let sign = std::mem::take(&mut self.mark);
            let sign = sign.trim();
            // Pictures of a symbol font and private characters are bullets; so is a lone "o", which is one in Courier.
            let bullet = sign.chars().all(|c| !c.is_alphanumeric() || ('\u{e000}'..='\u{f8ff}').contains(&c));
            let sign = if sign == "o" || bullet && sign.chars().count() == 1 { mark::bullet(sign) } else { sign };
            let sign = sign.to_owned();
            self.is_item = true;
            self.out().item(sign);
        }
        self.depth = self.depth.saturating_sub(1);
        Ok(self.depth == 0)
    }

    fn byte(&mut self, byte: u8) {
        if self.over > 0 {
            self.over -= 1;
        } else if matches!(self.group.place, Place::Text | Place::Mark) && !self.group.hidden && !self.group.deleted {
            self.bytes.push(byte);
        }
    }

    /// Writes the bytes that have come together.
    fn decode(&mut self) -> Result<(), Refusal> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.bytes);
        if self.group.symbols {
            // All that such a font is used for in a text is its bullets.
            let signs: String = bytes.iter().map(|byte| if byte.is_ascii_whitespace() { ' ' } else { '•' }).collect();
            return self.say(&signs);
        }
        let (words, _) = self.group.encoding.decode_without_bom_handling(&bytes);
        self.say(&words)
    }

    fn say(&mut self, words: &str) -> Result<(), Refusal> {
        if self.group.hidden || self.group.deleted {
            return Ok(());
        }
        match self.group.place {
            Place::Text => {
                self.enter_cell(words);
                if self.fresh && !words.trim().is_empty() && !self.in_note {
                    self.fresh = false;
                    self.after_row = false;
                    if !self.is_item {
                        self.writing.paragraph();
                    }
                }
                self.out().words(words)
            }
            Place::Mark => {
                self.mark.extend(words.chars().take(64_usize.saturating_sub(self.mark.len())));
                Ok(())
            }
            Place::Nowhere | Place::Fonts => Ok(()),
        }
    }

    /// Where words go: to the text, or to the note that is being read.
    fn out(&mut self) -> &mut Writing {
        match self.notes.last_mut() {
            Some(note) if self.in_note => note,
            _ => &mut self.writing,
        }
    }

    /// A row begins with its first words or its first cell; nothing else says so reliably.
    fn enter_cell(&mut self, words: &str) {
        if self.in_table && !self.in_cell && !self.in_note && !words.trim().is_empty() {
            self.begin_row();
        }
    }

    fn begin_row(&mut self) {
        if !self.after_row {
            self.writing.paragraph();
        }
        self.writing.row();
        self.writing.open_cell(true);
        self.in_cell = true;
        self.fresh = false;
    }

    fn word(&mut self, word: &[u8], number: Option<i32>, starred: bool) -> Result<(), Refusal> {
        let on = number != Some(0);
        if self.group.place == Place::Nowhere {
            return Ok(());
        }
        if self.over > 0 && word != b"u" {
            // A symbol stands in for one character.
            self.over -= 1;
            return Ok(());
        }
        match word {
            _ if PASSED_OVER.contains(&word) => self.group.place = Place::Nowhere,
            b"fonttbl" => self.group.place = Place::Fonts,
            b"listtext" | b"pntext" => {
                self.group.place = Place::Mark;
                self.mark.clear();
            }
            b"footnote" => self.note()?,
            b"shpinst" | b"shptxt" | b"fldrslt" => {}
            _ if starred => self.group.place = Place::Nowhere,
            b"ansicpg" => self.group.encoding = number.and_then(code_page).unwrap_or(WINDOWS_1252),
            b"mac" => self.group.encoding = encoding_rs::MACINTOSH,
            b"f" => {
                self.font = number.unwrap_or_default();
                if self.group.place != Place::Fonts
                    && let Some((encoding, symbols)) = self.fonts.get(&self.font)
                {
                    self.group.encoding = encoding;
                    self.group.symbols = *symbols;
                }
            }
            b"fcharset" if self.group.place == Place::Fonts => {
                let charset = number.unwrap_or_default();
                let general = self.groups.first().map_or(WINDOWS_1252, |group| group.encoding);
                let encoding = character_set(charset).unwrap_or(general);
                self.fonts.insert(self.font, (encoding, charset == 2));
            }
            b"deflang" => self.language = number.and_then(language).map(str::to_owned),
            b"uc" => self.group.stand_ins = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1).min(16),
            b"u" => self.unicode(number.unwrap_or_default())?,
            b"v" => self.group.hidden = on,
            b"deleted" => self.group.deleted = on,
            b"plain" => (self.group.hidden, self.group.deleted, self.group.symbols) = (false, false, false),
            b"pard" => self.in_table = false,
            b"intbl" => self.in_table = true,
            b"par" | b"sect" | b"page" => self.paragraph(),
            b"line" | b"column" => self.out().line_break(),
            b"cell" => self.cell(),
            b"row" => self.row(),
            b"nestcell" | b"nestrow" => self.out().line(),
            b"tab" if self.group.place == Place::Text => self.out().tab(),
            b"~" => self.say("\u{a0}")?,
            b"_" => self.say("\u{2011}")?,
            b"emdash" => self.say("—")?,
            b"endash" => self.say("–")?,
            b"lquote" => self.say("‘")?,
            b"rquote" => self.say("’")?,
            b"ldblquote" => self.say("“")?,
            b"rdblquote" => self.say("”")?,
            b"bullet" => self.say("•")?,
            b"emspace" | b"enspace" | b"qmspace" => self.say(" ")?,
            b"zwj" => self.say("\u{200d}")?,
            b"zwnj" => self.say("\u{200c}")?,
            _ => {}
        }
        Ok(())
    }

    /// A character given by its number, in one piece or in two halves.
    fn unicode(&mut self, number: i32) -> Result<(), Refusal> {
        self.over = self.group.stand_ins;
        let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or_default();
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return Ok(());
        }
        // Symbol fonts put their signs here.
        if (0xf020..=0xf0ff).contains(&unit) {
            return self.say("•");
        }
        self.say(&String::from_utf16_lossy(&units))
    }

    fn paragraph(&mut self) {
        if self.in_note {
            self.out().line();
            return;
        }
        self.fresh = true;
        // What follows an item may be the next one, which stands on the next line.
        if std::mem::take(&mut self.is_item) { self.writing.line() } else { self.writing.paragraph() }
    }

    fn note(&mut self) -> Result<(), Refusal> {
        if self.in_note || self.group.hidden || self.group.deleted {
            self.group.place = Place::Nowhere;
            return Ok(());
        }
        let number = format!("[{}]", self.notes.len() + 1);
        self.writing.words(&number)?;
        let mut note = Writing::new(self.limits.text);
        note.open_list();
        note.item(number);
        self.notes.push(note);
        self.in_note = true;
        self.group.note = true;
        Ok(())
    }

    fn cell(&mut self) {
        if self.in_note {
            return;
        }
        if !self.in_cell {
            self.begin_row();
        }
        self.is_item = false;
        self.fresh = false;
        self.writing.close_cell();
        self.writing.open_cell(false);
    }

    fn row(&mut self) {
        if std::mem::take(&mut self.in_cell) {
            self.writing.close_cell();
        }
        self.writing.row();
        self.fresh = true;
        self.after_row = true;
    }

    fn finish(mut self) -> Result<Document, Refusal> {
        self.writing.paragraph();
        for note in self.notes {
            self.writing.line();
            self.writing.lines(&note.finish())?;
        }
        let text = self.writing.finish();
        Ok(Document { text, kind: Kind::Rtf, title: None, day: None, language: self.language, from: None })
    }
}

/// The encoding of a Windows code page.
fn code_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        437 | 850 | 1252 => "windows-1252",
        65001 => "utf-8",
        10000 => "macintosh",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        866 => "ibm866",
        874 => "windows-874",
        number => return Encoding::for_label(format!("windows-{number}").as_bytes()),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's character set, where it is not the general one of the file.
fn character_set(number: i32) -> Option<&'static Encoding> {
    code_page(match number {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

/// The language of a Windows language number, for those that papers between governments are written in most.
fn language(number: i32) -> Option<&'static str> {
    Some(match number {
        1025 => "ar-SA",
        1031 => "de-DE",
        1033 => "en-US",
        1034 | 3082 => "es-ES",
        1036 => "fr-FR",
        1040 => "it-IT",
        1041 => "ja-JP",
        1046 => "pt-BR",
        1049 => "ru-RU",
        1081 => "hi-IN",
        2052 => "zh-CN",
        2057 => "en-GB",
        2070 => "pt-PT",
        16393 => "en-IN",
        _ => return None,
    })
}
