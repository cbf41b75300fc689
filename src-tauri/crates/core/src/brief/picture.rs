//! The picture of a year: a lane for each kind of thing, months along it, a line where today is. Drawn in shades of grey and
//! by shape, so that it says the same on a printer without colours and to whoever does not see them.

use std::{collections::BTreeSet, fmt::Write as _};

use chrono::{Datelike as _, Months};

use super::words::{count, listed, sentence};
use crate::clock::{Day, spoken};

/// Width and lane height, in points of the drawing; the names of lanes stand at its left.
const WIDTH: f64 = 680.0;
const LEFT: f64 = 76.0;
const LANE: f64 = 30.0;
const TOP: f64 = 26.0;
/// How many months to come are shown behind the year.
const AHEAD: u32 = 6;

/// How a thing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A round: a filled square.
    Round,
    /// Kept: a filled disc.
    Filled,
    /// Due: a ring.
    Hollow,
    /// Past its day and open: a triangle.
    Late,
    /// Put off: an arrow.
    Arrow,
}

/// A thing on a day.
pub(super) struct Marker {
    pub(super) on: Day,
    pub(super) shape: Shape,
}

/// A year to draw.
pub(super) struct Year {
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) lanes: Vec<(&'static str, Vec<Marker>)>,
}

impl Year {
    fn end(&self) -> Day {
        self.to.checked_add_months(Months::new(AHEAD)).unwrap_or(self.to)
    }

    /// Where a day stands, from the left; days before and behind stand at the edges.
    #[allow(clippy::cast_precision_loss, reason = "days of two years")]
    fn across(&self, on: Day) -> f64 {
        let whole = (self.end() - self.from).num_days().max(1) as f64;
        let at = (on.clamp(self.from, self.end()) - self.from).num_days() as f64;
        LEFT + (WIDTH - LEFT - 12.0) * at / whole
    }

    /// As an SVG.
    #[allow(clippy::cast_precision_loss, reason = "a handful of lanes")]
    pub(super) fn draw(&self) -> String {
        let height = LANE.mul_add(self.lanes.len() as f64, TOP) + 10.0;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
             font-family=\"IBM Plex Sans\" font-size=\"10\">"
        );
        self.months(&mut svg, height);
        for (at, (name, markers)) in self.lanes.iter().enumerate() {
            let y = LANE.mul_add(at as f64, TOP) + LANE / 2.0;
            let _ = write!(
                svg,
                "<text x=\"0\" y=\"{:.1}\" fill=\"#222\">{name}</text>\
                 <line x1=\"{LEFT}\" y1=\"{y:.1}\" x2=\"{:.1}\" y2=\"{y:.1}\" stroke=\"#bbb\" stroke-width=\"0.75\"/>",
                y + 3.5,
                WIDTH - 12.0
            );
            for marker in markers {
                shape(&mut svg, marker.shape, self.across(marker.on), y);
            }
        }
        let today = self.across(self.to);
        let _ = write!(
            svg,
            "<line x1=\"{today:.1}\" y1=\"{:.1}\" x2=\"{today:.1}\" y2=\"{:.1}\" stroke=\"#222\" stroke-width=\"1\" \
             stroke-dasharray=\"3 2\"/></svg>",
            TOP - 8.0,
            height - 6.0
        );
        svg
    }

    fn months(&self, svg: &mut String, height: f64) {
        let mut month = self.from.with_day(1).unwrap_or(self.from);
        while month <= self.end() {
            if month >= self.from {
                let x = self.across(month);
                let name =
                    if month.month() == 1 { month.format("%Y").to_string() } else { month.format("%b").to_string() };
                let _ = write!(
                    svg,
                    "<line x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{:.1}\" stroke=\"#ddd\" stroke-width=\"0.75\"/>\
                     <text x=\"{x:.1}\" y=\"12\" fill=\"#555\">{name}</text>",
                    TOP - 8.0,
                    height - 6.0
                );
            }
            month = match month.checked_add_months(Months::new(1)) {
                Some(next) => next,
                None => return,
            };
        }
    }

    /// The same in words, for whoever cannot see it.
    pub(super) fn in_words(&self) -> String {
        let told = |markers: &[Marker], of: &dyn Fn(Shape) -> bool| {
            let days: BTreeSet<Day> =
                markers.iter().filter(|marker| of(marker.shape)).map(|marker| marker.on).collect();
            let days: Vec<String> = days.into_iter().map(spoken).collect();
            if days.len() > 8 { count(days.len(), "day") } else { listed(&days) }
        };
        let mut parts = Vec::new();
        for (name, markers) in &self.lanes {
            let late = told(markers, &|shape| shape == Shape::Late);
            let others = told(markers, &|shape| shape != Shape::Late);
            parts.push(match (others.is_empty(), late.is_empty()) {
                (true, true) => sentence(&format!("{name}: none")),
                (false, true) => sentence(&format!("{name}: {others}")),
                (true, false) => sentence(&format!("{name}, late: {late}")),
                (false, false) => sentence(&format!("{name}: {others}; late: {late}")),
            });
        }
        format!("From {} to {}. {}", spoken(self.from), spoken(self.end()), parts.join(" "))
    }
}

fn shape(svg: &mut String, shape: Shape, x: f64, y: f64) {
    let _ = match shape {
        Shape::Round => {
            write!(svg, "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"9\" height=\"9\" fill=\"#1d3a5f\"/>", x - 4.5, y - 4.5)
        }
        Shape::Filled => write!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" fill=\"#2c6e49\"/>"),
        Shape::Hollow => write!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.25\"/>"
        ),
        Shape::Late => write!(svg, "<path d=\"M{x:.1} {:.1}l5.5 9.5h-11z\" fill=\"#a4262c\"/>", y - 5.5),
        Shape::Arrow => write!(
            svg,
            "<path d=\"M{:.1} {y:.1}h9m-3.5 -3.5l3.5 3.5l-3.5 3.5\" fill=\"none\" stroke=\"#222\" stroke-width=\"1.25\"/>",
            x - 4.5
        ),
    };
}
