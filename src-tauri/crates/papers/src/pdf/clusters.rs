//! Letters that grow together stay together: a sign of Devanagari that hangs below its line comes from the typesetter as
//! a text of its own, which says the whole syllable once more. Whoever copied that, or heard it read, would get the
//! syllable twice. Here it is put back to the letters that it belongs to; nothing moves on the page.

use typst::{
    ecow::EcoVec,
    layout::{Abs, Em, Frame, FrameItem, Point},
    text::TextItem,
};
use typst_layout::{Page, PagedDocument};

/// The same pages, with each syllable in one text.
pub(super) fn joined(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| is_parted(&page.frame)) {
        return document;
    }
    let pages: EcoVec<Page> =
        document.pages().iter().cloned().map(|page| Page { frame: mended(page.frame), ..page }).collect();
    let mut document = document;
    let info = document.info_mut().clone();
    PagedDocument::new(pages, info)
}

fn is_parted(frame: &Frame) -> bool {
    let mut before: Option<&(Point, FrameItem)> = None;
    frame.items().any(|placed| {
        let found = match (&before, &placed.1) {
            (Some((_, FrameItem::Text(first))), FrameItem::Text(second)) => shared(first, second).is_some(),
            (_, FrameItem::Group(group)) => is_parted(&group.frame),
            _ => false,
        };
        before = Some(placed);
        found
    })
}

/// How many bytes of text both say, where the second goes on with the syllable that the first began.
fn shared(first: &TextItem, second: &TextItem) -> Option<usize> {
    let (last, next) = (first.glyphs.last()?, second.glyphs.first()?);
    let same_syllable = last.span == next.span && first.text.get(last.range()) == second.text.get(next.range());
    let alike = first.font == second.font
        && first.size == second.size
        && first.fill == second.fill
        && first.lang == second.lang;
    (same_syllable && alike && last.range.end as usize == first.text.len() && next.range.start == 0)
        .then(|| next.range().len())
}

/// The frame with what was parted put together, and so its groups.
fn mended(mut frame: Frame) -> Frame {
    if !is_parted(&frame) {
        return frame;
    }
    let mut made: Vec<Option<FrameItem>> = Vec::new();
    // The text that others may go on with: its index and its place.
    let mut open: Option<(usize, Point)> = None;
    for (at, (place, item)) in frame.items().enumerate() {
        match item {
            FrameItem::Text(text) => {
                let going_on = open.and_then(|(index, began)| match made.get_mut(index) {
                    Some(Some(FrameItem::Text(first))) => Some((shared(first, text)?, first, began)),
                    _ => None,
                });
                if let Some((bytes, first, began)) = going_on {
                    append(first, text, bytes, began.y - place.y);
                    made.push(None);
                    continue;
                }
                open = Some((at, *place));
                made.push(Some(item.clone()));
            }
            FrameItem::Group(group) => {
                open = None;
                let mut group = group.clone();
                group.frame = mended(group.frame);
                made.push(Some(FrameItem::Group(group)));
            }
            _ => {
                open = None;
                made.push(Some(item.clone()));
            }
        }
    }
    let mut made = made.into_iter();
    frame.retain(|item| match made.next().flatten() {
        Some(whole) => {
            *item = whole;
            true
        }
        None => false,
    });
    frame
}

/// Puts the shapes of `second`, which stand `raised` above, behind those of `first`; the first `bytes` of text are shared.
fn append(first: &mut TextItem, second: &TextItem, bytes: usize, raised: Abs) {
    let shift = u16::try_from(first.text.len() - bytes).unwrap_or(u16::MAX);
    let raised = Em::from_abs(raised, first.size);
    first.text.push_str(&second.text[bytes..]);
    first.glyphs.extend(second.glyphs.iter().cloned().map(|mut glyph| {
        glyph.range = glyph.range.start.saturating_add(shift)..glyph.range.end.saturating_add(shift);
        glyph.y_offset += raised;
        glyph
    }));
}
