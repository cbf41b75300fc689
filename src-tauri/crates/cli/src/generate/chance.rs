//! Chance, drawn from the seed alone.

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// A stream of chance that is the same for the same seed.
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    pub(super) fn from(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub(super) fn of_hundred(&mut self, cases: u32) -> bool {
        self.0.random_range(0..100) < cases
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most.max(least))
    }

    /// One of several, each as likely.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.0.random_range(0..of.len())]
    }

    /// One of several, the first ones far likelier: in every register few offices own most.
    pub(super) fn skewed<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let place = self.0.random_range(0.0_f64..1.0).powi(3);
        let last = of.len() - 1;
        // The power of a number below one is below one, so the place is within.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "few")]
        let at = (place * of.len() as f64) as usize;
        &of[at.min(last)]
    }

    /// One of several by weight.
    pub(super) fn weighted<T: Copy>(&mut self, of: &[(u32, T)]) -> T {
        let all: u32 = of.iter().map(|(weight, _)| weight).sum();
        let mut left = self.0.random_range(0..all);
        for (weight, what) in of {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return *what,
            }
        }
        of[0].1
    }
}
