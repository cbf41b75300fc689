//! How cells look. The colours are those of the window on paper: `ui/src/lib/style/tokens.css`.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Colours of words and their grounds.
pub(super) const RED: (u32, u32) = (0xA4_26_2C, 0xF9_E7_E5);
pub(super) const AMBER: (u32, u32) = (0x8F_55_00, 0xFB_F0_D9);
pub(super) const GREEN: (u32, u32) = (0x2F_6B_3A, 0xE4_EF_E3);
pub(super) const GREY: (u32, u32) = (0x62_67_6D, 0xF4_F2_EC);
const SOFT: u32 = 0x5A_60_68;
const PANEL: u32 = 0xF4_F2_EC;
const HAIRLINE: u32 = 0xDD_D8_CC;
const ACCENT: u32 = 0x1F_4E_79;

/// The formats of a workbook.
pub(super) struct Formats {
    /// Heads of columns.
    pub(super) head: Format,
    /// Heads of columns of figures.
    pub(super) head_of_figures: Format,
    /// Words that stand in no table.
    pub(super) plain: Format,
    /// Words of a table, set in several lines where they need them.
    pub(super) words: Format,
    /// Refs.
    pub(super) reference: Format,
    /// Days.
    pub(super) day: Format,
    /// Whole numbers.
    pub(super) number: Format,
    /// Shares of 1. A tenth is shown, so that 999 of 1,000 are not said to be all.
    pub(super) share: Format,
    /// The title of the workbook.
    pub(super) title: Format,
    /// The marking.
    pub(super) marking: Format,
    /// Names of particulars, and what is beside the point.
    pub(super) quiet: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let cell = || {
            let ruled =
                Format::new().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(HAIRLINE));
            ruled.set_align(FormatAlign::Top)
        };
        let words = || cell().set_align(FormatAlign::Left).set_indent(1);
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_background_color(Color::RGB(PANEL))
            .set_border_bottom(FormatBorder::Thin);
        Self {
            head_of_figures: head.clone().set_align(FormatAlign::Right),
            head: head.set_align(FormatAlign::Left).set_indent(1),
            plain: Format::new().set_align(FormatAlign::Top).set_text_wrap(),
            words: words().set_text_wrap(),
            reference: words().set_font_color(Color::RGB(ACCENT)),
            day: words().set_num_format("d mmm yyyy"),
            number: cell().set_num_format("#,##0"),
            share: cell().set_num_format("0.0%"),
            title: Format::new().set_align(FormatAlign::Top).set_bold().set_font_size(16).set_text_wrap(),
            marking: Format::new().set_align(FormatAlign::Top).set_bold().set_text_wrap(),
            quiet: Format::new().set_align(FormatAlign::Top).set_font_color(Color::RGB(SOFT)).set_text_wrap(),
        }
    }
}

/// What colour repeats of a sign and a word.
pub(super) fn toned((words, ground): (u32, u32)) -> Format {
    Format::new().set_font_color(Color::RGB(words)).set_background_color(Color::RGB(ground))
}
