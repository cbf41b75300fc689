//! The picture of a year: a lane for each kind of thing, months along it, a line where today is. Drawn in shades of grey and
//! by shape, so that it says the same on a printer without colours and to whoever does not see them; a line beneath tells
//! the shapes. What falls close together stands on lines of its own within its lane, so that each name can be read.

use std::{collections::BTreeSet, fmt::Write as _};

use chrono::{Datelike as _, Months};

use super::words::{count, listed, sentence};
use crate::{
    clock::{Day, spoken},
    journal::shortened,
};

/// Width and lane height, in points of the drawing; the names of lanes stand at its left.
const WIDTH: f64 = 680.0;
const LEFT: f64 = 76.0;
const LINE: f64 = 13.5;
const AROUND: f64 = 9.0;
const TOP: f64 = 26.0;
const RIGHT: f64 = WIDTH - 12.0;
/// Half of a shape, and what stands between it and its name, or between a name and the next shape.
const HALF: f64 = 5.5;
const BETWEEN: f64 = 3.0;
/// How wide a letter of a name is at the most, on average. Names have 8 points.
const LETTER: f64 = 5.0;
const LETTER_OF_WORDS: f64 = 4.1;
/// Longest name, in characters.
const NAME: usize = 30;
/// How many lines a lane has at the most; what has no place on them stands on the last without its name.
const LINES: usize = 8;
/// What the line beneath needs.
const LEGEND: f64 = 24.0;
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
    /// What it is: a ref, or what a meeting is called.
    pub(super) name: String,
}

/// Where a thing stands in its lane.
struct Placed<'m> {
    marker: &'m Marker,
    /// Its middle, from the left.
    at: f64,
    line: usize,
    /// Its name, where it has a place, and where that begins.
    name: Option<(String, f64)>,
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

    /// The things of a lane, each on the first line where neither its shape nor its name meets another.
    fn placed<'m>(&self, markers: &'m [Marker]) -> Vec<Placed<'m>> {
        let mut markers: Vec<&Marker> = markers.iter().collect();
        markers.sort_by(|one, other| (one.on, &one.name).cmp(&(other.on, &other.name)));
        let mut ends: Vec<f64> = Vec::new();
        let mut placed = Vec::with_capacity(markers.len());
        for marker in markers {
            let at = self.across(marker.on);
            let name = shortened(&marker.name, NAME);
            #[allow(clippy::cast_precision_loss, reason = "a few letters")]
            let width = name.chars().count() as f64 * LETTER;
            // Where there is no room at the right, the name stands at the left.
            let after = at + HALF + BETWEEN;
            let begins = if after + width <= WIDTH { after } else { at - HALF - BETWEEN - width };
            let (from, to) = (begins.min(at - HALF), (begins + width).max(at + HALF));
            let free = ends.iter().position(|end| *end + BETWEEN <= from);
            let line = free.unwrap_or(ends.len());
            if line < LINES {
                ends.resize(ends.len().max(line + 1), 0.0);
                ends[line] = to;
                placed.push(Placed { marker, at, line, name: Some((name, begins)) });
            } else {
                placed.push(Placed { marker, at, line: LINES - 1, name: None });
            }
        }
        placed
    }

    /// As an SVG.
    #[allow(clippy::cast_precision_loss, reason = "a handful of lanes and lines")]
    pub(super) fn draw(&self) -> String {
        let lanes: Vec<(&str, Vec<Placed<'_>>)> =
            self.lanes.iter().map(|(name, markers)| (*name, self.placed(markers))).collect();
        let lines = |placed: &[Placed<'_>]| placed.iter().map(|one| one.line + 1).max().unwrap_or(1) as f64;
        let tall: f64 = lanes.iter().map(|(_, placed)| LINE.mul_add(lines(placed), AROUND)).sum();
        let (bottom, height) = (TOP + tall, TOP + tall + LEGEND);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
             font-family=\"IBM Plex Sans\" font-size=\"10\">"
        );
        self.months(&mut svg, bottom);
        let today = self.across(self.to);
        let _ = write!(
            svg,
            "<line x1=\"{today:.1}\" y1=\"{:.1}\" x2=\"{today:.1}\" y2=\"{bottom:.1}\" stroke=\"#222\" stroke-width=\"1\" \
             stroke-dasharray=\"3 2\"/>",
            TOP - 8.0,
        );
        let mut top = TOP;
        for (name, placed) in &lanes {
            let first = top + AROUND / 2.0 + LINE / 2.0;
            top += LINE.mul_add(lines(placed), AROUND);
            let _ = write!(
                svg,
                "<text x=\"0\" y=\"{:.1}\" fill=\"#222\">{name}</text>\
                 <line x1=\"{LEFT}\" y1=\"{top:.1}\" x2=\"{RIGHT:.1}\" y2=\"{top:.1}\" stroke=\"#bbb\" stroke-width=\"0.75\"/>",
                first + 3.5
            );
            for one in placed {
                let y = LINE.mul_add(one.line as f64, first);
                shape(&mut svg, one.marker.shape, one.at, y);
                if let Some((name, begins)) = &one.name {
                    // Lines of months and of today end where a name stands.
                    let _ = write!(
                        svg,
                        "<rect x=\"{begins:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"9\" fill=\"#fff\"/>",
                        y - 4.5,
                        name.chars().count() as f64 * LETTER
                    );
                    text(&mut svg, *begins, y + 2.9, 8, name);
                }
            }
        }
        self.legend(&mut svg, bottom + LEGEND - 7.0);
        svg.push_str("</svg>");
        svg
    }

    /// What the shapes mean, in a line.
    #[allow(clippy::cast_precision_loss, reason = "a few letters")]
    fn legend(&self, svg: &mut String, y: f64) {
        let mut x = LEFT;
        for (of, words) in [
            (Shape::Round, "meeting held"),
            (Shape::Filled, "kept"),
            (Shape::Arrow, "put off on that day"),
            (Shape::Hollow, "due"),
            (Shape::Late, "past its day and open"),
        ] {
            shape(svg, of, x + HALF, y);
            text(svg, x + 2.0 * HALF + BETWEEN, y + 2.9, 8, words);
            x += 2.0 * HALF + BETWEEN + (words.len() as f64).mul_add(LETTER_OF_WORDS, 14.0);
        }
        let _ = write!(
            svg,
            "<line x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{:.1}\" stroke=\"#222\" stroke-width=\"1\" stroke-dasharray=\"3 2\"/>",
            y - 5.0,
            y + 5.0
        );
        text(svg, x + HALF, y + 2.9, 8, &spoken(self.to));
    }

    fn months(&self, svg: &mut String, bottom: f64) {
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
                    bottom
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

/// Words, which may hold signs of XML.
fn text(svg: &mut String, x: f64, y: f64, size: u8, words: &str) {
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = write!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"#333\">{words}</text>");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_over_another() {
        let day = |day: &str| day.parse::<Day>().unwrap();
        let marker = |on: Day, name: &str| Marker { on, shape: Shape::Hollow, name: name.into() };
        let mut due: Vec<Marker> =
            (1..12).map(|at| marker(day(&format!("2015-08-{at:02}")), &format!("CYB-{at}"))).collect();
        due.push(marker(day("2016-02-20"), "at the end & <beyond> of what is shown"));
        let year = Year { from: day("2014-08-21"), to: day("2015-08-20"), lanes: vec![("Due", due)] };
        let placed = year.placed(&year.lanes[0].1);
        let spans: Vec<(usize, f64, f64)> = placed
            .iter()
            .filter_map(|one| {
                let (name, begins) = one.name.as_ref()?;
                let ends = begins + f64::from(u32::try_from(name.chars().count()).unwrap()) * LETTER;
                Some((one.line, begins.min(one.at - HALF), ends.max(one.at + HALF)))
            })
            .collect();
        for (at, one) in spans.iter().enumerate() {
            assert!(one.1 >= LEFT && one.2 <= WIDTH, "{one:?}");
            let meets = |other: &&(usize, f64, f64)| one.0 == other.0 && one.1 < other.2 && other.1 < one.2;
            assert_eq!(spans[at + 1..].iter().find(meets), None, "{one:?}");
        }
        let lines = spans.iter().map(|(line, ..)| *line).max();
        assert!(lines > Some(1) && lines < Some(LINES), "{lines:?}");
        let svg = year.draw();
        assert!(svg.contains("&amp; &lt;beyond&gt;") && svg.contains("past its day and open"), "{svg}");
    }
}
