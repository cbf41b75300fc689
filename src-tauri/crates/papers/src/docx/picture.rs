//! Pictures: drawn to a PNG, because Word shows an SVG only where it is new enough.

use std::sync::{Arc, LazyLock};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{FontResolver, ImageHrefResolver, Options, Tree, fontdb},
};

use crate::{Error, pdf::TYPEFACES};

/// Pixels of the PNG to a pixel of the drawing: about 200 to an inch where the picture is as wide as the page.
const SCALE: f32 = 2.5;
/// The most pixels: 64 million take 256 MB while they are drawn.
const PIXELS_MOST: f32 = 64_000_000.0;

/// English Metric Units to a pixel of an SVG, of which 96 make an inch (ECMA-376, § 20.1.10.16).
const UNITS: f32 = 9_525.0;

/// A picture ready for the file.
pub(super) struct Picture {
    /// The PNG.
    pub(super) bytes: Vec<u8>,
    /// Its width as it would like to be, in English Metric Units.
    pub(super) width: f32,
    /// Its height then.
    pub(super) height: f32,
}

/// Our own typefaces alone: those of the machine would make other bytes on another one.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for file in TYPEFACES {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_sans_serif_family("IBM Plex Sans");
    fonts.set_serif_family("IBM Plex Serif");
    Arc::new(fonts)
});

/// Draws an SVG. `caption` names it in what goes wrong.
pub(super) fn draw(svg: &str, caption: &str) -> Result<Picture, Error> {
    let wrong = || Error::Picture { caption: caption.to_owned() };
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "IBM Plex Sans".into(),
        font_resolver: FontResolver::default(),
        // Our pictures hold no others, and nothing is read from the disk because a file names it.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|_| wrong())?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = SCALE.min((PIXELS_MOST / (width * height)).sqrt());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are above zero and bounded")]
    let (across, down) = ((width * scale).ceil() as u32, (height * scale).ceil() as u32);
    let mut pixels = Pixmap::new(across, down).ok_or_else(wrong)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let bytes = pixels.encode_png().map_err(|_| wrong())?;
    Ok(Picture { bytes, width: width * UNITS, height: height * UNITS })
}
