//! Logistic regression with L2 over the features of the best frame of every sentence. Deterministic: no random numbers.

use crate::texts::Row;

/// A row, and how much it counts.
pub type Weighed<'a> = (&'a Row, f32);

/// Weights by gradient steps with a step width of its own for every weight; `prior` is where they begin and what `hold` draws
/// them back to.
pub fn fit(rows: &[Weighed<'_>], prior: &[f32], hold: &[f32]) -> Vec<f32> {
    let mut weights = prior.to_vec();
    let mut squares = vec![1e-6f32; prior.len()];
    for round in 0..700 {
        let mut gradient: Vec<f32> =
            weights.iter().zip(prior).zip(hold).map(|((weight, prior), hold)| hold * (weight - prior)).collect();
        for (row, counts) in rows {
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
            let error = counts * (1.0 / (1.0 + (-top).exp()) - wanted);
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

/// The sum of a row's best frame, and which that is.
pub fn score(row: &Row, weights: &[f32]) -> (f32, Option<usize>) {
    let sums = row.frames.iter().map(|frame| frame.iter().map(|n| weights[usize::from(*n)]).sum::<f32>());
    sums.enumerate().fold((f32::NEG_INFINITY, None), |best, (n, sum)| if sum > best.0 { (sum, Some(n)) } else { best })
}

/// Hits, misses, false alarms, and what was rightly passed over.
pub fn tally(sums: &[(f32, bool)], threshold: f32) -> [usize; 4] {
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

/// How far the sums are from what was wanted, in the mean: of two ways of learning that find as much, the surer one is better.
pub fn loss(sums: &[(f32, bool)]) -> f32 {
    let one = |(sum, wanted): &(f32, bool)| {
        let sum = sum.clamp(-6.0, 6.0);
        (1.0 + (if *wanted { -sum } else { sum }).exp()).ln()
    };
    sums.iter().map(one).sum::<f32>() / sums.len().max(1) as f32
}

/// The threshold with the best F1, the middle one of several that are nearly as good.
pub fn best(sums: &[(f32, bool)]) -> f32 {
    let f1 = |at: f32| {
        let [hit, missed, alarm, _] = tally(sums, at);
        2.0 * hit as f32 / (2 * hit + missed + alarm).max(1) as f32
    };
    let steps: Vec<f32> = (-60..40).map(|step| step as f32 / 40.0).collect();
    let top = steps.iter().map(|at| f1(*at)).fold(0.0, f32::max);
    let good: Vec<f32> = steps.into_iter().filter(|at| f1(*at) >= top - 0.004).collect();
    good.get(good.len() / 2).copied().unwrap_or(0.0)
}

/// The figures of a tally in words.
pub fn show([hit, missed, alarm, right]: [usize; 4]) -> String {
    let (recall, precision) = (hit as f32 / (hit + missed).max(1) as f32, hit as f32 / (hit + alarm).max(1) as f32);
    let f1 = 2.0 * recall * precision / (recall + precision).max(1e-6);
    format!(
        "F1 {f1:.3}  recall {recall:.3}  precision {precision:.3}  alarms {:.3}  ({hit}+{missed}, {alarm} of {})",
        alarm as f32 / (alarm + right).max(1) as f32,
        alarm + right
    )
}
