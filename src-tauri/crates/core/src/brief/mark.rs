//! A marking on paper: at most one label on each of three axes, reckoned as the highest of parts.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::vocabulary::MarkingAxis;

/// A marking: classification, handling and TLP, which are separate axes.
///
/// Every paragraph of a paper bears one, and nearly all of them the same: they share it, so that a matrix of a hundred
/// thousand rows does not hold its labels a million times.
#[derive(Debug, Clone, Default)]
pub struct Mark(Option<Arc<Labels>>);

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Labels {
    classification: Option<Label>,
    handling: Option<Label>,
    /// The Traffic Light Protocol, <https://www.first.org/tlp/>.
    tlp: Option<Label>,
    /// All of them, as printed.
    #[serde(skip)]
    words: String,
}

/// A label of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// Its place on its axis, lowest restriction first.
    pub rank: i32,
    /// As printed: `Restricted`.
    pub words: String,
}

/// What a marking that says nothing says.
static NONE: Labels = Labels { classification: None, handling: None, tlp: None, words: String::new() };

impl Labels {
    fn all(&self) -> [Option<&Label>; 3] {
        [self.classification.as_ref(), self.handling.as_ref(), self.tlp.as_ref()]
    }
}

impl Mark {
    fn labels(&self) -> &Labels {
        self.0.as_deref().unwrap_or(&NONE)
    }

    /// Of labels by axis.
    fn of([classification, handling, tlp]: [Option<&Label>; 3]) -> Self {
        let labels = [classification, handling, tlp];
        if labels.iter().all(Option::is_none) {
            return Self(None);
        }
        let words: Vec<String> = labels.into_iter().flatten().map(|label| label.words.to_uppercase()).collect();
        Self(Some(Arc::new(Labels {
            classification: classification.cloned(),
            handling: handling.cloned(),
            tlp: tlp.cloned(),
            words: words.join(" · "),
        })))
    }

    /// The labels that it has, in the order of their axes.
    pub fn each(&self) -> impl Iterator<Item = &Label> {
        self.labels().all().into_iter().flatten()
    }

    /// The label on an axis.
    #[must_use]
    pub fn on(&self, axis: MarkingAxis) -> Option<&Label> {
        let labels = self.labels();
        match axis {
            MarkingAxis::Classification => labels.classification.as_ref(),
            MarkingAxis::Handling => labels.handling.as_ref(),
            MarkingAxis::Tlp => labels.tlp.as_ref(),
        }
    }

    /// The same with a label on an axis.
    #[must_use]
    pub fn with(&self, axis: MarkingAxis, label: &Label) -> Self {
        let [classification, handling, tlp] = self.labels().all();
        Self::of(match axis {
            MarkingAxis::Classification => [Some(label), handling, tlp],
            MarkingAxis::Handling => [classification, Some(label), tlp],
            MarkingAxis::Tlp => [classification, handling, Some(label)],
        })
    }

    /// The higher of both, axis by axis; what is marked is higher than what is not.
    #[must_use]
    pub fn higher(&self, other: &Self) -> Self {
        self.chosen(other, |own, others| own.max(others))
    }

    /// This one, and on axes where it says nothing, what `carrier` says: a follow-up takes after its commitment, that after
    /// its text, and that after the dossier.
    #[must_use]
    pub fn within(&self, carrier: &Self) -> Self {
        self.chosen(carrier, |own, carried| own.or(carried))
    }

    /// Of two labels on an axis the one that is chosen. Where that is one of both markings, it is shared and not made anew.
    fn chosen<'a>(
        &'a self,
        other: &'a Self,
        choose: impl Fn(Option<&'a Label>, Option<&'a Label>) -> Option<&'a Label>,
    ) -> Self {
        if self.is_same(other) || other.is_none() {
            return self.clone();
        }
        if self.is_none() {
            return other.clone();
        }
        let (own, others) = (self.labels().all(), other.labels().all());
        let chosen: [Option<&Label>; 3] = std::array::from_fn(|axis| choose(own[axis], others[axis]));
        match () {
            () if chosen == own => self.clone(),
            () if chosen == others => other.clone(),
            () => Self::of(chosen),
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// As printed top and bottom of a page: `RESTRICTED · LIMITED DISTRIBUTION · TLP:AMBER`; empty where it says nothing.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.labels().words
    }

    /// Whether both are held in one place; what is not may still be equal.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(own), Some(others)) => Arc::ptr_eq(own, others),
            (None, None) => true,
            _ => false,
        }
    }
}

impl PartialEq for Mark {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || self.labels() == other.labels()
    }
}

impl Eq for Mark {}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.labels().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(axis: MarkingAxis, rank: i32, words: &str) -> Mark {
        Mark::default().with(axis, &Label { rank, words: words.into() })
    }

    #[test]
    fn the_higher_of_two_is_reckoned_by_axis() {
        let (restricted, secret) =
            (mark(MarkingAxis::Classification, 2, "Restricted"), mark(MarkingAxis::Classification, 4, "Secret"));
        let amber = mark(MarkingAxis::Tlp, 2, "TLP:AMBER");
        assert_eq!(restricted.higher(&secret), secret);
        assert_eq!(restricted.higher(&amber).words(), "RESTRICTED · TLP:AMBER");
        assert_eq!(Mark::default().higher(&amber), amber);
        assert_eq!(restricted.within(&secret), restricted, "what it says itself stands");
        assert_eq!(amber.within(&secret).words(), "SECRET · TLP:AMBER");
        assert_eq!(serde_json::to_value(Mark::default()).unwrap()["tlp"], serde_json::Value::Null);
    }

    #[test]
    fn what_is_reckoned_from_equal_markings_is_shared() {
        let (one, other) =
            (mark(MarkingAxis::Classification, 2, "Restricted"), mark(MarkingAxis::Classification, 2, "Restricted"));
        assert!(!one.is_same(&other) && one == other);
        assert!(one.higher(&other).is_same(&one) && one.within(&other).is_same(&one));
    }
}
