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

    /// One of several, the second half as likely as the first, the third a third: in every register few offices own
    /// most (Zipf's law).
    pub(super) fn skewed<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let share = |at: usize| 1.0 / f64::from(u32::try_from(at + 1).unwrap_or(u32::MAX));
        let all: f64 = (0..of.len()).map(share).sum();
        let mut left = self.0.random_range(0.0..all);
        for (at, one) in of.iter().enumerate() {
            left -= share(at);
            if left < 0.0 {
                return one;
            }
        }
        &of[of.len() - 1]
    }

    /// A whole number that is `even` on average.
    pub(super) fn about(&mut self, even: f64) -> u32 {
        let chance = self.0.random_range(0.0..1.0);
        // What is rounded here is a count of a few hundred at most.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few, and not below nought")]
        let whole = (even.max(0.0) + chance).floor() as u32;
        whole
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
