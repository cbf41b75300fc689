//! Pictures written to files: the SVG that the page drew, as it is, or drawn to a PNG in the page's own typefaces.
//!
//! The PNG is drawn here and not on a canvas in the page. In a trial both wrote Latin and Devanagari alike; but a canvas
//! takes an SVG only with its typefaces inside, which the page would have to hold a second time as text, and what it draws
//! hangs on the engine of the machine. Here the same pixels come of the same bytes everywhere, and tests need no window.

use std::{path::PathBuf, sync::Arc};

use rapporteur_core::{error::Code, wire::Problem};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{FallbackSelectionFn, FontResolver, ImageHrefResolver, Options, Tree, fontdb},
};
use serde::Deserialize;
use tauri::{AppHandle, Runtime};

use crate::{
    error::{Answer, fault},
    file,
};

/// Pixels of a PNG to a pixel of the picture: fine enough for paper.
const SCALE: f32 = 2.0;
/// The longest side of a PNG in pixels, and the most pixels in all: 64 million take 256 MB while they are drawn.
const SIDE_MOST: f32 = 16_384.0;
const PIXELS_MOST: f32 = 64_000_000.0;
/// The longest SVG that is taken, in bytes. The largest picture that the pages draw comes to a tenth of it.
const SVG_MOST: usize = 32 << 20;

/// What a picture is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// The drawing itself.
    Svg,
    /// Pixels, two to one.
    Png,
}

impl Form {
    const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// Writes a picture where the user chose, and answers where it stands.
///
/// The chooser has asked before a file is replaced. A name without an ending gets one, and then nobody was asked: a file
/// of that name stays.
pub fn write(path: PathBuf, form: Form, svg: &str, fonts: &Arc<fontdb::Database>) -> Answer<PathBuf> {
    if svg.len() > SVG_MOST {
        return Err(refused("The picture is too large to be saved. Show less of it and save that."));
    }
    let bytes = match form {
        Form::Svg => svg.as_bytes().to_vec(),
        Form::Png => draw(svg, fonts)?,
    };
    file::write(path, form.extension(), &bytes, "picture")
}

fn refused(message: &str) -> Problem {
    Problem { code: Code::Invalid, message: message.into(), detail: None }
}

/// The pixels of an SVG, as a PNG.
fn draw(svg: &str, fonts: &Arc<fontdb::Database>) -> Answer<Vec<u8>> {
    let options = Options {
        fontdb: Arc::clone(fonts),
        font_family: "IBM Plex Sans".into(),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: next_typeface(),
        },
        // Our pictures hold no others, and nothing is read from the disk because a file names it.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| fault(error.to_string()))?;
    let (width, height) = (tree.size().width() * SCALE, tree.size().height() * SCALE);
    if width > SIDE_MOST || height > SIDE_MOST || width * height > PIXELS_MOST {
        return Err(refused("The picture is too large for a PNG. Save it as SVG, or show less of it."));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are above zero and bounded")]
    let (across, down) = (width.ceil() as u32, height.ceil() as u32);
    let mut pixels = Pixmap::new(across, down).ok_or_else(|| fault(format!("no picture of {across} by {down}")))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| fault(error.to_string()))
}

/// Where a letter is looked for that a file of a typeface lacks: first in the other files of the same typeface and weight,
/// since the page has one for each range of letters; then in our other ones of that weight; then in all there are.
fn next_typeface() -> FallbackSelectionFn<'static> {
    let any = FontResolver::default_fallback_selector();
    Box::new(move |letter, tried, fonts| {
        let wanted = fonts.face(*tried.first()?)?.clone();
        let like = |face: &fontdb::FaceInfo| face.weight == wanted.weight && face.style == wanted.style;
        let same = |face: &fontdb::FaceInfo| like(face) && face.families == wanted.families;
        let ours = |face: &fontdb::FaceInfo| like(face) && face.post_script_name.starts_with("IBMPlexSans");
        let others = |fonts: &fontdb::Database, which: &dyn Fn(&fontdb::FaceInfo) -> bool| -> Vec<fontdb::ID> {
            let left = fonts.faces().filter(|face| !which(face) && !tried.contains(&face.id)).map(|face| face.id);
            tried.iter().copied().chain(left).collect()
        };
        let rest = [others(fonts, &same), others(fonts, &ours), tried.to_vec()];
        rest.iter().find_map(|passed_over| any(letter, passed_over, fonts))
    })
}

/// The typefaces of the page, then those of the system for scripts that ours do not write.
pub fn fonts<R: Runtime>(app: &AppHandle<R>) -> Arc<fontdb::Database> {
    let resolver = app.asset_resolver();
    let mut packed: Vec<String> =
        resolver.iter().map(|(path, _)| path.into_owned()).filter(|path| path.ends_with(".woff2")).collect();
    packed.sort_by_key(|path| place(path));
    read_fonts(packed.into_iter().filter_map(|path| resolver.get(path)).map(|asset| asset.bytes))
}

/// The same order at every start, files with the plain letters and figures first: of several files of one typeface, the
/// first is the one that words are set in, as far as it has them.
fn place(path: &str) -> (bool, String) {
    let plain = path.contains("-latin-") && !path.contains("-latin-ext-");
    (!plain, path.to_owned())
}

fn read_fonts(packed: impl Iterator<Item = Vec<u8>>) -> Arc<fontdb::Database> {
    let mut fonts = fontdb::Database::new();
    for bytes in packed {
        match wuff::decompress_woff2(&bytes) {
            Ok(font) => fonts.load_font_data(font),
            Err(error) => tracing::warn!(?error, "a typeface of the page could not be unpacked"),
        }
    }
    fonts.load_system_fonts();
    fonts.set_sans_serif_family("IBM Plex Sans");
    fonts.set_serif_family("IBM Plex Serif");
    Arc::new(fonts)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    /// The typefaces that the page is built with.
    fn ours() -> Arc<fontdb::Database> {
        typefaces(&[
            "ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2",
            "ibm-plex-sans-devanagari/files/ibm-plex-sans-devanagari-devanagari-400-normal.woff2",
        ])
    }

    fn typefaces(files: &[&str]) -> Arc<fontdb::Database> {
        let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/@fontsource");
        let mut fonts = fontdb::Database::new();
        let mut files = files.to_vec();
        files.sort_by_key(|file| place(file));
        for file in files {
            let packed = fs::read(modules.join(file)).unwrap();
            fonts.load_font_data(wuff::decompress_woff2(&packed).unwrap());
        }
        Arc::new(fonts)
    }

    fn svg(words: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'><rect width='200' height='40' fill='#fff'/>\
             <text x='4' y='26' font-size='16' font-family='\"IBM Plex Sans\", \"IBM Plex Sans Devanagari\"'>{words}</text></svg>"
        )
    }

    fn size_of(png: &[u8]) -> (u32, u32) {
        let at = |from: usize| u32::from_be_bytes(png[from..from + 4].try_into().unwrap());
        assert_eq!(&png[1..4], b"PNG");
        (at(16), at(20))
    }

    #[test]
    fn a_png_has_two_pixels_to_one_and_writes_hindi_with_our_own_letters() {
        let fonts = ours();
        let png = draw(&svg("Cyber"), &fonts).unwrap();
        assert_eq!(size_of(&png), (400, 80));
        let blank = draw(&svg(""), &fonts).unwrap();
        let hindi = draw(&svg("द्विपक्षीय"), &fonts).unwrap();
        assert_ne!(png, blank);
        assert_ne!(hindi, blank, "letters of Devanagari are drawn");
        assert_ne!(hindi, draw(&svg("हिन्दी"), &fonts).unwrap(), "and not as boxes alone");
    }

    /// The page has a file of a typeface for each range of letters; whichever is unpacked first, words are set in the same.
    #[test]
    fn letters_are_looked_for_in_the_same_typeface_first() {
        let mixed = typefaces(&[
            "ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2",
            "ibm-plex-serif/files/ibm-plex-serif-latin-500-normal.woff2",
            "ibm-plex-sans-devanagari/files/ibm-plex-sans-devanagari-devanagari-400-normal.woff2",
            "ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2",
            "ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2",
        ]);
        for words in ["Cyber Dialogue", "द्विपक्षीय 2015"] {
            assert_eq!(draw(&svg(words), &mixed).unwrap(), draw(&svg(words), &ours()).unwrap(), "{words}");
        }
    }

    #[test]
    fn a_file_is_replaced_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let fonts = ours();
        let target = folder.path().join("lanes.svg");
        fs::write(&target, "before").unwrap();
        assert_eq!(write(target.clone(), Form::Svg, "<svg/>", &fonts).unwrap(), target);
        assert_eq!(fs::read_to_string(&target).unwrap(), "<svg/>");
        let named = write(folder.path().join("round 2.5"), Form::Png, &svg("2"), &fonts).unwrap();
        assert_eq!(named, folder.path().join("round 2.5.png"));
        let problem = write(folder.path().join("lanes"), Form::Svg, "<svg/>", &fonts).unwrap_err();
        assert!(problem.message.contains("exists already"), "{}", problem.message);
        let broken = write(target.clone(), Form::Png, "no picture", &fonts).unwrap_err();
        assert_eq!(broken.code, Code::Store);
        let nowhere = write(folder.path().join("none/lanes.svg"), Form::Svg, "<svg/>", &fonts).unwrap_err();
        assert_eq!(nowhere.code, Code::File);
        assert_eq!(fs::read_to_string(&target).unwrap(), "<svg/>");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
    }

    #[test]
    fn a_picture_beyond_measure_is_refused_with_what_to_do() {
        let huge = "<svg xmlns='http://www.w3.org/2000/svg' width='40000' height='40'/>";
        let problem = draw(huge, &ours()).unwrap_err();
        assert!(problem.message.contains("Save it as SVG"), "{}", problem.message);
    }
}
