//! The weights of the features: read from a file people can read, looked up by name, so that a feature added later has none
//! until the next training.

use crate::catalog;
use crate::lexicon::Tables;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A weight for every feature, and how much is enough.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// By the number of the feature.
    pub values: Vec<f32>,
    /// A sentence is a candidate from this sum on.
    pub threshold: f32,
    /// The same for texts of a group of many, whose communiqués promise in softer words.
    pub group: f32,
}

impl Weights {
    /// From the weights file.
    pub fn read(source: &str, tables: &Tables) -> Self {
        let Ok(table) = DeTable::parse(source) else { return Self::default() };
        let table = table.get_ref();
        let number = |value: Option<&Spanned<DeValue<'_>>>| {
            value
                .and_then(|value| value.get_ref().as_float())
                .and_then(|value| value.as_str().parse().ok())
                .unwrap_or(0.0)
        };
        let weights = table.get("weights").and_then(|weights| weights.get_ref().as_table());
        let values = (0..catalog::count(tables))
            .map(|n| number(weights.and_then(|weights| weights.get(catalog::name(tables, n).as_str()))))
            .collect();
        Self { values, threshold: number(table.get("threshold")), group: number(table.get("threshold-group")) }
    }

    /// How much is enough in a text.
    #[inline]
    pub fn enough(&self, group: bool) -> f32 {
        if group { self.group } else { self.threshold }
    }

    /// The sum over the features that hold.
    #[inline]
    pub fn sum(&self, on: &[u16]) -> f32 {
        on.iter().map(|n| self.values.get(usize::from(*n)).copied().unwrap_or(0.0)).sum()
    }
}
