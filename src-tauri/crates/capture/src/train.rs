//! What the training of the weights needs of the inside; no part of what the crate offers to others.

use crate::catalog;
pub use crate::engine::{Examined, examine};
use crate::lexicon::Lexicon;

/// The names of all features, in the order of their numbers.
pub fn names(lexicon: &Lexicon) -> Vec<String> {
    (0..catalog::count(&lexicon.0)).map(|n| catalog::name(&lexicon.0, n)).collect()
}

/// The weights of all features, and the threshold.
pub fn weights(lexicon: &Lexicon) -> (Vec<f32>, f32) {
    (lexicon.0.weights.values.clone(), lexicon.0.weights.threshold)
}
