//! The typefaces of the papers, which are inside the program: the same page on every machine.
//!
//! IBM Plex Sans and Serif write Latin, Greek and Cyrillic, IBM Plex Sans Devanagari Hindi and its neighbours. They stand
//! under the SIL Open Font License, `fonts/OFL.txt`.

use std::sync::LazyLock;

use typst::{
    foundations::Bytes,
    layout::Abs,
    text::{Font, FontBook, FontInstance, FontVariations},
    utils::LazyHash,
};

/// The plain sans, the one by which widths are reckoned; then its bold, the serif, and Devanagari.
pub(crate) const FILES: [&[u8]; 7] = [
    include_bytes!("../../fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../../fonts/IBMPlexSerif-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSansDevanagari-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSans-Italic.ttf"),
    include_bytes!("../../fonts/IBMPlexSerif-Italic.ttf"),
    include_bytes!("../../fonts/IBMPlexSansDevanagari-SemiBold.ttf"),
];

/// The typefaces, read once.
pub(super) struct Typefaces {
    /// What Typst knows of them.
    pub(super) book: LazyHash<FontBook>,
    /// Themselves, in the book's order.
    pub(super) fonts: Vec<Font>,
    /// Themselves, ready to be asked about their shapes.
    faces: Vec<FontInstance>,
    /// How far the letters that nearly all words are made of lead, in parts of their size: plain and bold.
    latin: [[f64; LATIN]; 2],
}

/// So many characters are looked up: those of ASCII.
const LATIN: usize = 128;

/// The one set of them.
pub(super) static TYPEFACES: LazyLock<Typefaces> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect();
    let face = |font: &Font| font.clone().instantiate(font.info().variant, Abs::pt(10.0), &FontVariations::default());
    // The bold cut calls itself a family of its own, `IBM Plex Sans SmBld`; here it is the bold of its family.
    let of_family = |font: &Font| {
        let mut info = font.info().clone();
        info.family = info.family.trim_end_matches(" SmBld").into();
        info
    };
    let mut made = Typefaces {
        book: LazyHash::new(FontBook::from_infos(fonts.iter().map(of_family))),
        faces: fonts.iter().map(face).collect(),
        fonts,
        latin: [[0.0; LATIN]; 2],
    };
    made.latin = [0, 1].map(|first| {
        std::array::from_fn(|at| u8::try_from(at).map_or(0.0, |letter| made.advance(char::from(letter), first)))
    });
    made
});

impl Typefaces {
    /// Whether one of them has a shape for each of these characters, which are to be drawn as one. The cuts of a family
    /// have the same characters, so that the upright ones speak for all.
    pub(super) fn can_write(&self, cluster: &str) -> bool {
        let seen = |c: &char| !typst::text::is_default_ignorable(*c);
        self.faces.iter().any(|face| cluster.chars().filter(seen).all(|c| face.ttf().glyph_index(c).is_some()))
    }

    /// How wide words are in the sans, in points, without what shaping may change: enough to part a page into columns.
    pub(super) fn width(&self, words: &str, bold: bool, size: f64) -> f64 {
        let first = usize::from(bold);
        let latin = &self.latin[first];
        let wide = |c: char| latin.get(c as usize).copied().unwrap_or_else(|| self.advance(c, first));
        words.chars().map(wide).sum::<f64>() * size
    }

    /// How far a character leads in a face, or in Devanagari where that does not have it.
    fn advance(&self, c: char, first: usize) -> f64 {
        if typst::text::is_default_ignorable(c) {
            return 0.0;
        }
        let of = |index: usize| {
            let face = self.faces.get(index)?.ttf();
            let advance = face.glyph_hor_advance(face.glyph_index(c)?)?;
            Some(f64::from(advance) / f64::from(face.units_per_em()))
        };
        [first, 3].into_iter().find_map(of).unwrap_or(0.6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_typeface_is_read() {
        assert_eq!(TYPEFACES.fonts.len(), FILES.len());
        let mut families: Vec<&str> = TYPEFACES.book.families().map(|(name, _)| name).collect();
        families.dedup();
        assert_eq!(families, ["IBM Plex Sans", "IBM Plex Sans Devanagari", "IBM Plex Serif"]);
    }

    #[test]
    fn widths_are_those_of_the_page() {
        assert!(
            (TYPEFACES.width("0123456789", false, 10.0) - 60.0).abs() < 0.1,
            "figures are six tenths of their size"
        );
        assert!(TYPEFACES.width("wide", true, 10.0) > TYPEFACES.width("wide", false, 10.0));
    }
}
