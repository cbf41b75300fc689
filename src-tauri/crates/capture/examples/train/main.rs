//! Trains the weights from labelled texts: `train ../shared/capture [--write src/weights.toml]`.
//!
//! The texts written for training lie in `training`; `--kept FOLDER` names texts of the same form that are only measured.
//! Reports precision, recall and F1 on what was learnt, and the same with every text left out once: the honest figure.
//! `--misses` lists what goes wrong where a text was left out, `--texts` tells the figures text by text.

mod fit;
mod texts;

use fit::{Weighed, best, fit, loss, score, show, tally};
use rapporteur_capture::Lexicon;
use rapporteur_capture::train::names;
use std::fmt::Write as _;
use std::path::Path;
use texts::{Failure, Row, Set, Texts};

/// What the guide says before any text is seen; the training starts here and is drawn back to here.
const PRIOR: &str = include_str!("prior.toml");

/// All that the learning needs.
struct School {
    texts: Texts,
    prior: Vec<f32>,
    /// How firmly each weight is drawn back.
    hold: Vec<f32>,
    /// How much a written sentence counts beside a real one.
    own: f32,
}

/// Sums with what was wanted.
type Sums = Vec<(f32, bool)>;

impl School {
    /// Weights from all rows that `takes` does not refuse.
    fn learn(&self, takes: impl Fn(&Row) -> bool) -> Vec<f32> {
        let counts = |set: Set| match set {
            Set::Dev | Set::G7 => 1.0,
            Set::Own => self.own,
            Set::Kept => 0.0,
        };
        let rows: Vec<Weighed<'_>> = self
            .texts
            .rows
            .iter()
            .filter(|row| row.set != Set::Kept && takes(row))
            .map(|row| (row, counts(row.set)))
            .collect();
        fit(&rows, &self.prior, &self.hold)
    }

    /// For every text the weights learnt without it; two threads share the work.
    fn without(&self) -> Vec<Vec<f32>> {
        let all: Vec<usize> = (0..self.texts.names.len()).filter(|n| self.texts.names[*n].0 != Set::Kept).collect();
        let mut found = vec![Vec::new(); self.texts.names.len()];
        std::thread::scope(|scope| {
            let threads: Vec<_> = all
                .chunks(all.len().div_ceil(2).max(1))
                .map(|part| {
                    scope.spawn(move || part.iter().map(|n| (*n, self.learn(|row| row.text != *n))).collect::<Vec<_>>())
                })
                .collect();
            for (n, weights) in threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()) {
                found[n] = weights;
            }
        });
        found
    }

    fn rows(&self, set: Set) -> impl Iterator<Item = &Row> {
        self.texts.rows.iter().filter(move |row| row.set == set)
    }

    fn sums(&self, set: Set, weights: &[f32]) -> Sums {
        self.rows(set).map(|row| (score(row, weights).0, row.wanted)).collect()
    }
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().position(|word| word == name).and_then(|at| arguments.get(at + 1));
    let asked = |name: &str| arguments.iter().any(|word| word == name);
    let number = |name: &str, usual: f32| after(name).map_or(Ok(usual), |value| value.parse::<f32>());
    let folder = Path::new(arguments.first().ok_or("where are the labelled texts?")?);
    let (l2, rare) = (number("--l2", 1.0)?, number("--rare", 2.5)?);

    let lexicon = Lexicon::standard();
    let names = names(lexicon);
    let mut texts = Texts::default();
    texts.read(&folder.join("dev"), Set::Dev, lexicon)?;
    texts.read(&folder.join("g7"), Set::G7, lexicon)?;
    texts.read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("training"), Set::Own, lexicon)?;
    if let Some(kept) = after("--kept") {
        texts.read(Path::new(kept), Set::Kept, lexicon)?;
    }
    // Rules and pairs are many and rare; they are held closer to the guide than the plain properties.
    let hold = |name: &String| match () {
        () if name.starts_with("rule ") => l2 * rare * 1.6,
        () if name.contains(" to ") || name.contains(" by ") || name.contains(" on ") => l2 * rare,
        () => l2,
    };
    let school =
        School { texts, prior: prior(&names), hold: names.iter().map(hold).collect(), own: number("--own", 0.25)? };
    let weights = school.learn(|_| true);
    let without = school.without();
    let left =
        |set: Set| -> Sums { school.rows(set).map(|row| (score(row, &without[row.text]).0, row.wanted)).collect() };

    // The threshold is what is best where a text was left out: so every text stands that is read later.
    let threshold = 0.6 * best(&left(Set::Dev)) + 0.4 * best(&left(Set::Own));
    // Communiqués of groups are searched for recall: the threshold under which nine in ten are found.
    let g7 = school.sums(Set::G7, &weights);
    let wanted = 0.905 * g7.iter().filter(|(_, wanted)| *wanted).count() as f32;
    let group =
        (-80..40).map(|step| step as f32 / 40.0).filter(|at| tally(&g7, *at)[0] as f32 >= wanted).fold(-2.0, f32::max);

    let mut out = String::new();
    let mut tell = |what: &str, sums: &Sums, at: f32| {
        writeln!(out, "{what:38} {}  loss {:.3}, best at {:.2}", show(tally(sums, at)), loss(sums), best(sums))
    };
    for (set, name, at) in [(Set::Dev, "dev", threshold), (Set::G7, "g7", group), (Set::Own, "own", threshold)] {
        tell(&format!("{name}, learnt"), &school.sums(set, &weights), at)?;
        tell(&format!("{name}, each text left out once"), &left(set), at)?;
    }
    let alone = school.learn(|row| row.set == Set::Own);
    tell("dev, learnt from our own texts alone", &school.sums(Set::Dev, &alone), best(&left(Set::Own)))?;
    let real = school.learn(|row| row.set != Set::Own);
    tell("own, learnt from the real texts alone", &school.sums(Set::Own, &real), best(&left(Set::Dev)))?;
    if school.rows(Set::Kept).next().is_some() {
        tell("kept, never learnt from", &school.sums(Set::Kept, &weights), threshold)?;
        tell("kept, learnt from the real texts alone", &school.sums(Set::Kept, &real), threshold)?;
    }
    for (n, (set, name)) in school.texts.names.iter().enumerate() {
        let weights = if *set == Set::Kept { &weights } else { &without[n] };
        let mut sums = Sums::new();
        for row in school.texts.rows.iter().filter(|row| row.text == n) {
            let (sum, best) = score(row, weights);
            let at = if row.group { group } else { threshold };
            sums.push((sum, row.wanted));
            if asked("--misses") && (sum >= at) != row.wanted {
                let sign = if row.wanted { '-' } else { '+' };
                let rule = best.map_or("no frame", |best| &row.rules[best]);
                writeln!(out, "{sign} {sum:.2} {name} {rule} | {}", row.words)?;
            }
        }
        if asked("--texts") {
            writeln!(out, "  {name:36} {}", show(tally(&sums, threshold)))?;
        }
    }
    writeln!(out, "threshold {threshold:.2}, of groups {group:.2}")?;
    if let Some(path) = after("--write") {
        std::fs::write(path, file(&weights, threshold, group, &names))?;
    }
    std::io::Write::write_all(&mut std::io::stdout(), out.as_bytes())?;
    Ok(())
}

fn prior(names: &[String]) -> Vec<f32> {
    let table: toml::Table = PRIOR.parse().unwrap_or_default();
    for name in table.keys() {
        assert!(names.contains(name), "no feature is called {name}");
    }
    names.iter().map(|name| table.get(name).and_then(toml::Value::as_float).unwrap_or(0.0) as f32).collect()
}

fn file(weights: &[f32], threshold: f32, group: f32, names: &[String]) -> String {
    let mut out = String::from(
        "# How much every property of a sentence speaks for its being a commitment: what it adds to the sum.\n\
         # A sentence is taken from `threshold` on. Written by the training (`make train-capture`); names as the rules show them.\n\n",
    );
    let _ = writeln!(out, "threshold = {threshold:.3}\nthreshold-group = {group:.3}\n\n[weights]");
    for (name, weight) in names.iter().zip(weights) {
        if weight.abs() >= 0.005 {
            let _ = writeln!(out, "\"{name}\" = {weight:.3}");
        }
    }
    out
}
