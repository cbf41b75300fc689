//! The glyphs of a page, put together into pieces: stretches of one line without a wide gap.

use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
    font::{Glyph, GlyphRun},
    hayro_cmap::BfString,
    hayro_syntax::object::{Dict, String as PdfString},
    kurbo::{Affine, BezPath, Point, Shape as _},
};

use crate::{Limits, Refusal, encoding};

/// Units of a glyph's own space that make one em.
const EM: f64 = 1000.0;
/// What a clipping counts: it is what every form costs that is drawn.
const CLIPPING: usize = 10;

/// Small shapes that are taken note of on a page.
const DOTS_MOST: usize = 1000;

/// A stretch of one line, in points from the top left of the page.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// Where its letters stand.
    pub(crate) base: f64,
    /// Height of its type.
    pub(crate) size: f64,
    /// Which marked stretch of the page it belongs to. Cells of a table are marked one by one.
    pub(crate) marked: usize,
    /// Where its last glyph begins.
    last: f64,
}

/// What a page holds.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) pieces: Vec<Piece>,
    /// The middles of small round or square shapes, which bullets are often drawn as.
    pub(crate) dots: Vec<Point>,
    /// Glyphs whose letters the file states.
    pub(crate) known: usize,
    /// Glyphs whose letters it does not.
    pub(crate) unknown: usize,
    pub(crate) pictures: usize,
}

/// A marked stretch that is open.
struct Marked {
    artifact: bool,
    /// The words that stand for what is drawn, until they have been taken.
    words: Option<Option<String>>,
}

/// Takes what the interpreter draws.
pub(crate) struct Reading {
    /// Pieces by the direction they are written in: to the right, down, to the left, up.
    pieces: [Vec<Piece>; 4],
    dots: Vec<Point>,
    known: usize,
    unknown: usize,
    pictures: usize,
    marked: Vec<Marked>,
    marks: usize,
    drawings: usize,
    drawings_most: usize,
    letters: usize,
    letters_most: usize,
    most: usize,
}

impl Reading {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            pieces: Default::default(),
            dots: Vec::new(),
            known: 0,
            unknown: 0,
            pictures: 0,
            marked: Vec::new(),
            marks: 0,
            drawings: 0,
            drawings_most: limits.drawings,
            letters: 0,
            // Furniture and double prints do not come into the text.
            letters_most: limits.text.saturating_mul(2),
            most: limits.text,
        }
    }

    /// Hands out what the page held that was drawn last. A page that is mostly written in another direction was turned.
    pub(crate) fn turn(&mut self) -> Sheet {
        self.marked.clear();
        let mut pieces = std::mem::take(&mut self.pieces);
        let longest = pieces.iter_mut().max_by_key(|pieces| pieces.iter().map(|piece| piece.text.len()).sum::<usize>());
        Sheet {
            pieces: longest.map(std::mem::take).unwrap_or_default(),
            dots: std::mem::take(&mut self.dots),
            known: std::mem::take(&mut self.known),
            unknown: std::mem::take(&mut self.unknown),
            pictures: std::mem::take(&mut self.pictures),
        }
    }

    fn count(&mut self, weight: usize) {
        self.drawings = self.drawings.saturating_add(weight);
        if self.drawings > self.drawings_most {
            super::stop(Refusal::Bomb);
        }
    }

    fn glyph(&mut self, words: &str, transform: Affine, advance: f64) {
        let origin = transform * Point::ZERO;
        let along = transform * Point::new(EM, 0.0) - origin;
        let up = transform * Point::new(0.0, EM) - origin;
        let size = up.hypot();
        if !(origin.x.is_finite() && origin.y.is_finite() && size.is_finite() && along.hypot().is_finite())
            || size < 0.5
        {
            return;
        }
        // A page that is turned is read as if it were not; what stands askew is a stamp.
        let (direction, left, base) = if along.y.abs() <= along.x.abs() * 0.1 {
            if along.x > 0.0 { (0, origin.x, origin.y) } else { (2, -origin.x, -origin.y) }
        } else if along.x.abs() <= along.y.abs() * 0.1 {
            if along.y > 0.0 { (1, origin.y, -origin.x) } else { (3, -origin.y, origin.x) }
        } else {
            return;
        };
        let right = left + along.hypot() * advance / EM;
        let marked = self.marks;
        let Some(pieces) = self.pieces.get_mut(direction) else { return };
        if let Some(piece) = pieces.last_mut()
            && piece.takes(left, base, size)
        {
            // Bold type is drawn twice by some programs, letter by letter.
            if (left - piece.last).abs() < size * 0.1 && !words.trim().is_empty() && piece.text.ends_with(words) {
                return;
            }
            let gap = left - piece.right;
            if gap > size * 0.17 && !piece.text.ends_with(' ') && !words.starts_with(' ') {
                piece.text.push(' ');
            }
            piece.text.push_str(words);
            piece.right = piece.right.max(right);
            piece.last = left;
            if size > piece.size {
                (piece.size, piece.base) = (size, base);
            }
            return;
        }
        pieces.push(Piece { text: words.to_owned(), left, right, base, size, marked, last: left });
    }
}

impl Piece {
    /// Whether a glyph goes on in this piece. Raised and lowered signs do.
    fn takes(&self, left: f64, base: f64, size: f64) -> bool {
        let larger = self.size.max(size);
        let gap = left - self.right;
        (base - self.base).abs() < larger * 0.45 && gap < larger * 0.8 && gap > -larger * 0.6
    }
}

/// Ligatures as the letters they stand for, and the private characters of symbol fonts as the bullets they are used for.
fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        '\u{e000}'..='\u{f8ff}' => "•",
        _ => return None,
    })
}

impl<'a> Device<'a> for Reading {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.count(1);
        if self.marked.iter().any(|marked| marked.artifact) {
            return;
        }
        for glyph in run.glyphs() {
            self.letters += 1;
            if self.letters > self.letters_most {
                super::stop(Refusal::TooLong { most: self.most });
            }
            let stated = self.marked.iter_mut().rev().find_map(|marked| marked.words.as_mut()).map(Option::take);
            let words = match stated {
                // The words stand at the first glyph of their stretch; the others only widen it.
                Some(words) => words.unwrap_or_default(),
                None => match glyph.as_unicode() {
                    Some(BfString::Char(c)) if c != '\u{fffd}' && c != '\0' => c.to_string(),
                    Some(BfString::String(words)) => words,
                    _ => {
                        self.unknown += 1;
                        continue;
                    }
                },
            };
            let words: String = words
                .chars()
                .flat_map(|c| letters(c).map_or_else(|| c.to_string(), str::to_owned).chars().collect::<Vec<_>>())
                .collect();
            self.known += usize::from(words.chars().any(char::is_alphanumeric));
            let advance = match &**glyph {
                Glyph::Outline(glyph) => glyph.advance_width(),
                Glyph::Type3(glyph) => glyph.advance_width(),
            };
            self.glyph(&words, props.transform * glyph.transform(), f64::from(advance.unwrap_or(500.0)));
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count(1);
        self.pictures += 1;
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count(1);
        let words = properties
            .and_then(|properties| properties.get::<PdfString<'_>>(b"ActualText"))
            .map(|words| Some(encoding::decoded(words.as_bytes(), None).into_owned()));
        self.marks += usize::from(properties.is_some());
        self.marked.push(Marked { artifact: tag == b"Artifact", words });
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.count(1);
        if self.dots.len() < DOTS_MOST && path.elements().len() <= 40 {
            let around = (props.transform * path.clone()).bounding_box();
            let (width, height) = (around.width(), around.height());
            if (1.5..9.0).contains(&width) && (width - height).abs() < width * 0.3 {
                self.dots.push(around.center());
            }
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(CLIPPING);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(CLIPPING);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
