//! What was measured, beside what it should be: the figures of all parts, and the table that they end in.

use crate::table;

/// How long something took each time it was tried, in milliseconds; or how much it held, in MiB.
#[derive(Clone, Default)]
pub struct Spread(Vec<f64>);

impl Spread {
    /// From what was measured.
    pub fn of(mut measured: Vec<f64>) -> Self {
        measured.sort_by(f64::total_cmp);
        Self(measured)
    }

    /// The value that so many of a hundred do not exceed.
    fn at(&self, hundredth: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0.get((self.0.len() * hundredth).div_ceil(100).saturating_sub(1).min(last)).copied().unwrap_or(f64::NAN)
    }

    /// The middle.
    pub fn p50(&self) -> f64 {
        table::median(self.0.clone())
    }

    /// What nineteen of twenty do not exceed.
    pub fn p95(&self) -> f64 {
        self.at(95)
    }
}

/// What something should come to, on the largest size.
#[derive(Clone, Copy, Default)]
pub struct Goal {
    /// At most this, nineteen times of twenty.
    pub p95: Option<f64>,
    /// At most so many times what it is compared with.
    pub ratio: Option<f64>,
    /// At most so many times what it is on the smallest size.
    pub growth: Option<f64>,
}

/// The figures of one size.
pub struct Figure {
    /// How many commitments.
    pub size: u32,
    /// With everything in memory.
    pub warm: Spread,
    /// With nothing in memory.
    pub cold: Option<Spread>,
    /// What it is compared with, warm.
    pub against: Option<Spread>,
}

/// Everything that was measured.
#[derive(Default)]
pub struct Goals {
    rows: Vec<Vec<String>>,
    short: Vec<String>,
}

impl Goals {
    /// Takes in what was measured of one thing, the smallest size first.
    pub fn take(&mut self, what: &str, goal: Goal, figures: &[Figure]) {
        let first = figures.first().map_or(f64::NAN, |figure| figure.warm.p50());
        for (place, figure) in figures.iter().enumerate() {
            let ratio = figure.against.as_ref().map(|against| figure.warm.p50() / against.p50());
            let growth = (place > 0).then(|| figure.warm.p50() / first);
            let last = place + 1 == figures.len();
            let verdict = if last { self.judge(what, goal, figure, ratio, growth) } else { String::new() };
            let spread = |spread: Option<&Spread>| match spread {
                Some(spread) => [number(spread.p50()), number(spread.p95())],
                None => [String::new(), String::new()],
            };
            let mut row = vec![if place == 0 { what.to_owned() } else { String::new() }, figure.size.to_string()];
            row.extend(spread(Some(&figure.warm)));
            row.extend(spread(figure.cold.as_ref()));
            row.extend([
                figure.against.as_ref().map_or_else(String::new, |against| number(against.p50())),
                ratio.map_or_else(String::new, table::times),
                growth.map_or_else(String::new, table::times),
                verdict,
            ]);
            self.rows.push(row);
        }
    }

    fn judge(&mut self, what: &str, goal: Goal, figure: &Figure, ratio: Option<f64>, growth: Option<f64>) -> String {
        let mut said = Vec::new();
        let mut one = |name: &str, most: Option<f64>, found: Option<f64>, unit: &str| {
            if let (Some(most), Some(found)) = (most, found) {
                let met = if found <= most { "met" } else { "SHORT" };
                said.push(format!("{name} ≤ {most}{unit}: {met}"));
            }
        };
        one("p95", goal.p95, Some(figure.warm.p95()), " ms");
        one("cold", goal.p95, figure.cold.as_ref().map(Spread::p95), " ms");
        one("ratio", goal.ratio, ratio, "×");
        one("growth", goal.growth, growth, "×");
        let said = said.join(", ");
        if said.contains("SHORT") {
            self.short.push(format!("{what}, {} commitments: {said}", figure.size));
        }
        said
    }

    /// Takes in the memory held for one thing, in MiB, the smallest size first; at most so much on the largest.
    pub fn take_memory(&mut self, what: &str, most: f64, figures: &[Figure]) {
        for (place, figure) in figures.iter().enumerate() {
            let held = figure.warm.p95();
            let mut verdict = String::new();
            if place + 1 == figures.len() {
                let met = if held <= most { "met" } else { "SHORT" };
                verdict = format!("≤ {most} MiB: {met}");
                if held > most {
                    self.short.push(format!("{what}, {} commitments: {verdict}", figure.size));
                }
            }
            let mut row = vec![if place == 0 { what.to_owned() } else { String::new() }, figure.size.to_string()];
            row.extend([number(figure.warm.p50()), number(held)]);
            row.extend(std::iter::repeat_n(String::new(), 5));
            row.push(verdict);
            self.rows.push(row);
        }
    }

    /// Prints the table, and what fell short.
    pub fn print(&self) {
        if self.rows.is_empty() {
            return;
        }
        table::print(
            "Everything measured, beside its goal (milliseconds; memory in MiB; ratio and growth of medians)",
            &["", "commitments", "p50", "p95", "cold p50", "p95", "against", "ratio", "growth", "goal"],
            &self.rows,
        );
        if self.short.is_empty() {
            println!("\nEvery goal is met on the largest size measured.");
        } else {
            println!("\nShort of the goal:");
            for line in &self.short {
                println!("  {line}");
            }
        }
    }
}

fn number(value: f64) -> String {
    if value < 10.0 { format!("{value:.2}") } else { format!("{value:.0}") }
}
