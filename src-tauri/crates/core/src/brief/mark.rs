//! A marking on paper: at most one label on each of three axes, reckoned as the highest of parts.

use serde::Serialize;

use crate::vocabulary::MarkingAxis;

/// A marking: classification, handling and TLP, which are separate axes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// The label on the axis of classification.
    pub classification: Option<Label>,
    /// The label on the axis of handling.
    pub handling: Option<Label>,
    /// The label on the axis of the Traffic Light Protocol, <https://www.first.org/tlp/>.
    pub tlp: Option<Label>,
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

impl Mark {
    /// The label on an axis.
    #[must_use]
    pub const fn on(&self, axis: MarkingAxis) -> Option<&Label> {
        match axis {
            MarkingAxis::Classification => self.classification.as_ref(),
            MarkingAxis::Handling => self.handling.as_ref(),
            MarkingAxis::Tlp => self.tlp.as_ref(),
        }
    }

    /// Puts a label on an axis, or takes it away.
    pub fn put(&mut self, axis: MarkingAxis, label: Option<Label>) {
        match axis {
            MarkingAxis::Classification => self.classification = label,
            MarkingAxis::Handling => self.handling = label,
            MarkingAxis::Tlp => self.tlp = label,
        }
    }

    /// The higher of both, axis by axis; what is marked is higher than what is not.
    #[must_use]
    pub fn higher(&self, other: &Self) -> Self {
        Self {
            classification: self.classification.clone().max(other.classification.clone()),
            handling: self.handling.clone().max(other.handling.clone()),
            tlp: self.tlp.clone().max(other.tlp.clone()),
        }
    }

    /// This one, and on axes where it says nothing, what `carrier` says: a follow-up takes after its commitment, that after
    /// its text, and that after the dossier.
    #[must_use]
    pub fn within(&self, carrier: &Self) -> Self {
        Self {
            classification: self.classification.clone().or_else(|| carrier.classification.clone()),
            handling: self.handling.clone().or_else(|| carrier.handling.clone()),
            tlp: self.tlp.clone().or_else(|| carrier.tlp.clone()),
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.classification.is_none() && self.handling.is_none() && self.tlp.is_none()
    }

    /// As printed top and bottom of a page: `RESTRICTED · LIMITED DISTRIBUTION · TLP:AMBER`; empty where it says nothing.
    #[must_use]
    pub fn words(&self) -> String {
        let labels = [&self.classification, &self.handling, &self.tlp];
        let words: Vec<String> = labels.into_iter().flatten().map(|label| label.words.to_uppercase()).collect();
        words.join(" · ")
    }
}
