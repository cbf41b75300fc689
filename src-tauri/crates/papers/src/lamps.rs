//! How lamps and lateness are put in words: by a shape first, as in the window, because colour alone says nothing to some
//! eyes and to every printer without it.

use rapporteur_core::vocabulary::{Delivery, Freshness};

/// A sign and a word: `▲ late, blocked or at risk`.
pub(crate) fn delivery(lamp: Delivery) -> String {
    stands(lamp, "")
}

/// A sign, and how the matter stands: `▲ late`.
pub(crate) fn stands(lamp: Delivery, stands: &str) -> String {
    let sign = match lamp {
        Delivery::Red => '▲',
        Delivery::Amber => '◐',
        Delivery::Green => '●',
        Delivery::Grey => '–',
    };
    format!("{sign} {}", meant(lamp, stands))
}

/// How the matter stands; what the lamp means where that is not said.
pub(crate) const fn meant(lamp: Delivery, stands: &str) -> &str {
    if stands.is_empty() { lamp.label() } else { stands }
}

/// The same for the age of our knowledge: `▲ stale`.
pub(crate) fn freshness(lamp: Freshness) -> String {
    let sign = match lamp {
        Freshness::Stale => '▲',
        Freshness::Ageing => '◐',
        Freshness::Fresh => '●',
    };
    format!("{sign} {}", lamp.label())
}

/// What stands by a day that is past and still open.
pub(crate) const LATE: &str = "▲ late";

/// A share of 1 in percent. It is rounded down, so that `100 %` is said only of all: `99 %`.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", (share * 100.0 + 1e-9).floor())
}
