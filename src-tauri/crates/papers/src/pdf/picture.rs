//! Pictures made ready for the page. A picture's words stay words where they are written letter by letter. Scripts whose
//! letters grow together are drawn as outlines: a PDF must say of every shape which letter it is, and within a picture
//! there is no telling. What such a picture says is heard from its alternative anyway.

use std::sync::{Arc, LazyLock};

use resvg::usvg::{Options, Tree, WriteOptions, fontdb::Database};

use super::typefaces::FILES;

static TYPEFACES: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut typefaces = Database::new();
    FILES.iter().for_each(|file| typefaces.load_font_data(file.to_vec()));
    typefaces.set_sans_serif_family("IBM Plex Sans");
    typefaces.set_serif_family("IBM Plex Serif");
    Arc::new(typefaces)
});

fn read(svg: &str) -> Option<Tree> {
    let options = Options { fontdb: Arc::clone(&TYPEFACES), font_family: "IBM Plex Sans".into(), ..Options::default() };
    Tree::from_str(svg, &options).ok()
}

/// Whether it is a picture at all.
pub(super) fn can_be_drawn(svg: &str) -> bool {
    read(svg).is_some()
}

/// The picture as the page takes it.
pub(super) fn ready(svg: &str) -> String {
    if svg.chars().all(letter_by_letter) {
        return svg.into();
    }
    read(svg).map_or_else(
        || svg.into(),
        |tree| tree.to_string(&WriteOptions { preserve_text: false, ..WriteOptions::default() }),
    )
}

/// Latin, Greek, Cyrillic and signs: a shape for each letter.
fn letter_by_letter(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2010}'..='\u{22FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(words: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'><text x='5' y='15' font-family='IBM Plex Sans'>{words}</text></svg>"
        )
    }

    #[test]
    fn words_stay_words_where_they_can() {
        assert!(ready(&svg("Round · 4")).contains("<text"));
        let drawn = ready(&svg("क्षमता"));
        assert!(!drawn.contains("<text") && drawn.contains("<path"), "{drawn}");
    }

    #[test]
    fn what_is_no_picture_is_told() {
        assert!(can_be_drawn(&svg("x")));
        assert!(!can_be_drawn("<svg"));
        assert!(!can_be_drawn("a drawing"));
    }
}
