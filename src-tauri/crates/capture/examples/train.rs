//! Trains the weights from labelled texts: `train ../shared/capture [--write src/weights.toml] [--only dev/A,dev/B]`.
//!
//! Logistic regression with L2 over the features of the best frame of every labelled sentence; which frame is best follows
//! the weights, so it is chosen anew at every step. Reports precision, recall and F1 on what it was trained on, and the
//! same with every text left out once: the honest figure. Deterministic: no random numbers.

use rapporteur_capture::train::{examine, names};
use rapporteur_capture::{Lexicon, Party, Request};
use std::fmt::Write as _;
use std::path::Path;

type Failure = Box<dyn std::error::Error>;

struct Row {
    text: usize,
    wanted: bool,
    weight: f32,
    frames: Vec<Vec<u16>>,
    words: String,
    rules: Vec<String>,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().position(|word| word == name).and_then(|at| arguments.get(at + 1));
    let folder = arguments.first().ok_or("where are the labelled texts?")?;
    let l2: f32 = after("--l2").map_or(Ok(0.8), |value| value.parse())?;
    let lexicon = Lexicon::standard();
    let names = names(lexicon);
    let (mut rows, mut texts) = (Vec::new(), Vec::new());
    for split in ["dev", "g7"] {
        let mut paths: Vec<_> = std::fs::read_dir(Path::new(folder).join(split))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
            .collect();
        paths.sort();
        for path in paths {
            let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
            read(&path, split == "g7", texts.len(), lexicon, &mut rows)?;
            texts.push((split, stem));
        }
    }
    let only: Vec<&str> = after("--only").map_or_else(Vec::new, |list| list.split(',').collect());
    let chosen = |row: &&Row| {
        only.is_empty()
            || only.contains(&texts[row.text].1.as_str())
            || texts[row.text].0 == "g7" && !arguments.iter().any(|word| word == "--no-g7")
    };
    let training: Vec<&Row> = rows.iter().filter(chosen).collect();
    let prior = prior(&names);
    // Rules and pairs are many and rare; they are held closer to the guide than the plain properties.
    let rare: f32 = after("--rare").map_or(Ok(1.5), |value| value.parse())?;
    let hold: Vec<f32> = names
        .iter()
        .map(|name| match () {
            () if name.starts_with("rule ") => l2 * rare * 1.6,
            () if name.contains(" to ") || name.contains(" by ") => l2 * rare,
            () => l2,
        })
        .collect();
    let weights = fit(&training, &prior, &hold);
    let mut out = String::new();
    // Every text is left out once; the threshold lies between what is best on what was learnt and on what was left out.
    let mut left: Vec<(usize, f32, bool)> = Vec::new();
    for (n, (_, stem)) in texts.iter().enumerate() {
        let train: Vec<&Row> = training.iter().copied().filter(|row| row.text != n).collect();
        if train.len() == training.len() {
            continue;
        }
        let without = fit(&train, &prior, &hold);
        for row in training.iter().filter(|row| row.text == n) {
            let (sum, at) = score(row, &without);
            left.push((n, sum, row.wanted));
            if arguments.iter().any(|word| word == "--misses") && (sum >= 0.0) != row.wanted {
                writeln!(
                    out,
                    "{} {sum:.2} {stem} {} | {}",
                    if row.wanted { '-' } else { '+' },
                    at.map_or("no frame", |at| &row.rules[at]),
                    row.words.chars().take(330).collect::<String>()
                )?;
            }
        }
    }
    let part = |split: &str| {
        left.iter().filter(|(n, ..)| texts[*n].0 == split).map(|(_, sum, wanted)| (*sum, *wanted)).collect::<Vec<_>>()
    };
    let learnt: Vec<(f32, bool)> = training
        .iter()
        .filter(|row| texts[row.text].0 == "dev")
        .map(|row| (score(row, &weights).0, row.wanted))
        .collect();
    let threshold = f32::midpoint(best(&learnt), best(&part("dev")));
    let learnt: Vec<(f32, bool)> = training
        .iter()
        .filter(|row| texts[row.text].0 == "g7")
        .map(|row| (score(row, &weights).0, row.wanted))
        .collect();
    // Communiqués of groups are searched for recall: the threshold under which nine in ten are found.
    let group = (-80..40)
        .map(|step| step as f32 / 40.0)
        .filter(|at| tally(&learnt, *at)[0] as f32 >= 0.91 * learnt.iter().filter(|(_, wanted)| *wanted).count() as f32)
        .fold(-2.0, f32::max);
    for split in ["dev", "g7"] {
        let threshold = if split == "dev" { threshold } else { group };
        let all: Vec<&Row> = rows.iter().filter(|row| texts[row.text].0 == split).collect();
        let tuned: Vec<&Row> = all.iter().copied().filter(|row| chosen(row)).collect();
        let held: Vec<&Row> = all.iter().copied().filter(|row| !chosen(row)).collect();
        writeln!(out, "{split:4} trained on   {}", figures(&tuned, &weights, threshold))?;
        if !held.is_empty() {
            writeln!(out, "{split:4} held out     {}", figures(&held, &weights, threshold))?;
        }
        writeln!(out, "{split:4} each text left out once {}", show(tally(&part(split), threshold)))?;
    }
    for (n, (_, stem)) in texts.iter().enumerate().filter(|_| arguments.iter().any(|word| word == "--texts")) {
        let one: Vec<(f32, bool)> =
            left.iter().filter(|(text, ..)| *text == n).map(|(_, sum, wanted)| (*sum, *wanted)).collect();
        writeln!(out, "     without {stem:22} {}", show(tally(&one, threshold)))?;
    }
    writeln!(
        out,
        "threshold {threshold:.2}, of groups {group:.2}; best on what was left out {:.2}",
        best(&part("dev"))
    )?;
    if let Some(path) = after("--write") {
        std::fs::write(path, file(&weights, threshold, group, &names))?;
    }
    if arguments.iter().any(|word| word == "--weights") {
        writeln!(out, "{}", file(&weights, threshold, group, &names))?;
    }
    std::io::Write::write_all(&mut std::io::stdout(), out.as_bytes())?;
    Ok(())
}

/// The rows of a text, with the frames of the sentences that lie on each.
fn read(path: &Path, g7: bool, number: usize, lexicon: &Lexicon, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let text = std::fs::read_to_string(path.with_extension("txt"))?;
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let fixed = [("PRESS", "IN,US"), ("G7", "G7"), ("QUAD", "AU,IN,JP,US"), ("US-CH", "CH,LI,US")];
    let codes = fixed
        .iter()
        .find(|(start, _)| name.starts_with(start))
        .map_or_else(|| name.split('-').take(2).collect::<Vec<_>>().join(","), |(_, codes)| (*codes).to_owned());
    let parties: Vec<Party> = codes.split(',').map(|code| Party { code: code.to_owned(), names: Vec::new() }).collect();
    let sentences = examine(&Request { text: &text, parties: &parties, day: None }, lexicon);
    let scalars: Vec<char> = text.chars().collect();
    for line in std::fs::read_to_string(path)?.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(start), Some(end), Some(label)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let (start, end): (usize, usize) = (start.parse()?, end.parse()?);
        let wanted = match label {
            "C" | "POS" => true,
            "N" | "D" | "NEG" => false,
            _ => continue,
        };
        let mut row = Row {
            text: number,
            wanted,
            weight: if g7 { 0.8 } else { 1.0 },
            frames: Vec::new(),
            words: scalars[start..end].iter().collect(),
            rules: Vec::new(),
        };
        for sentence in &sentences {
            let common = sentence.range.end.min(end) as i64 - sentence.range.start.max(start) as i64;
            let shorter = (sentence.range.end - sentence.range.start).min(end - start) as i64;
            if common > 0 && common * 2 >= shorter {
                for ((features, rule), other) in sentence.frames.iter().zip(&sentence.others) {
                    // What others promise is a class of its own, and no mistake here.
                    if *other {
                        continue;
                    }
                    row.frames.push(features.clone());
                    row.rules.push(rule.clone());
                }
            }
        }
        rows.push(row);
    }
    Ok(())
}

fn score(row: &Row, weights: &[f32]) -> (f32, Option<usize>) {
    let sums = row.frames.iter().map(|frame| frame.iter().map(|n| weights[usize::from(*n)]).sum::<f32>());
    sums.enumerate().fold((f32::NEG_INFINITY, None), |best, (n, sum)| if sum > best.0 { (sum, Some(n)) } else { best })
}

/// What the guide says before any text is seen; the training starts here and is drawn back to here.
const PRIOR: &str = include_str!("prior.toml");

fn prior(names: &[String]) -> Vec<f32> {
    let table: toml::Table = PRIOR.parse().unwrap_or_default();
    for name in table.keys() {
        assert!(names.contains(name), "no feature is called {name}");
    }
    names.iter().map(|name| table.get(name).and_then(toml::Value::as_float).unwrap_or(0.0) as f32).collect()
}

/// Weights by gradient steps with a step width of its own for every weight.
fn fit(rows: &[&Row], prior: &[f32], hold: &[f32]) -> Vec<f32> {
    let mut weights = prior.to_vec();
    let mut squares = vec![1e-6f32; prior.len()];
    for round in 0..700 {
        let mut gradient: Vec<f32> =
            weights.iter().zip(prior).zip(hold).map(|((weight, prior), hold)| hold * (weight - prior)).collect();
        for row in rows {
            if row.frames.is_empty() {
                continue;
            }
            let wanted = f32::from(u8::from(row.wanted));
            // In the beginning all frames count alike; the choice of the best one sharpens.
            let sharp = 1.0 + round as f32 / 120.0;
            let sums: Vec<f32> =
                row.frames.iter().map(|frame| frame.iter().map(|n| weights[usize::from(*n)]).sum::<f32>()).collect();
            let top = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let shares: Vec<f32> = sums.iter().map(|sum| ((sum - top) * sharp).exp()).collect();
            let all: f32 = shares.iter().sum();
            let error = row.weight * (1.0 / (1.0 + (-top).exp()) - wanted);
            for (frame, share) in row.frames.iter().zip(&shares) {
                for n in frame {
                    gradient[usize::from(*n)] += error * share / all;
                }
            }
        }
        for ((weight, square), gradient) in weights.iter_mut().zip(&mut squares).zip(&gradient) {
            *square += gradient * gradient;
            *weight -= 0.35 * gradient / square.sqrt();
        }
    }
    weights
}

fn tally(sums: &[(f32, bool)], threshold: f32) -> [usize; 4] {
    let mut found = [0; 4];
    for (sum, wanted) in sums {
        found[match (wanted, *sum >= threshold) {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (false, false) => 3,
        }] += 1;
    }
    found
}

/// The threshold with the best F1, the middle one of several that are nearly as good.
fn best(sums: &[(f32, bool)]) -> f32 {
    let f1 = |at: f32| {
        let [hit, missed, alarm, _] = tally(sums, at);
        2.0 * hit as f32 / (2 * hit + missed + alarm).max(1) as f32
    };
    let steps: Vec<f32> = (-60..40).map(|step| step as f32 / 40.0).collect();
    let top = steps.iter().map(|at| f1(*at)).fold(0.0, f32::max);
    let good: Vec<f32> = steps.into_iter().filter(|at| f1(*at) >= top - 0.004).collect();
    good.get(good.len() / 2).copied().unwrap_or(0.0)
}

fn figures(rows: &[&Row], weights: &[f32], threshold: f32) -> String {
    let sums: Vec<(f32, bool)> = rows.iter().map(|row| (score(row, weights).0, row.wanted)).collect();
    show(tally(&sums, threshold))
}

fn show([hit, missed, alarm, right]: [usize; 4]) -> String {
    let (recall, precision) = (hit as f32 / (hit + missed).max(1) as f32, hit as f32 / (hit + alarm).max(1) as f32);
    let f1 = 2.0 * recall * precision / (recall + precision).max(1e-6);
    format!(
        "recall {recall:.3}  precision {precision:.3}  F1 {f1:.3}  alarms {:.3}  ({hit}+{missed}, {alarm} of {})",
        alarm as f32 / (alarm + right).max(1) as f32,
        alarm + right
    )
}

fn file(weights: &[f32], threshold: f32, group: f32, names: &[String]) -> String {
    let mut out = String::from(
        "# How much every property of a sentence speaks for its being a commitment: what it adds to the sum.\n\
         # A sentence is taken from `threshold` on. Written by the training (`examples/train.rs` says how); names as the rules show them.\n\n",
    );
    let _ = writeln!(out, "threshold = {threshold:.3}\nthreshold-group = {group:.3}\n\n[weights]");
    for (name, weight) in names.iter().zip(weights) {
        if weight.abs() >= 0.005 {
            let _ = writeln!(out, "\"{name}\" = {weight:.3}");
        }
    }
    out
}
