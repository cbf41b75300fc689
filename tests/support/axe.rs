//! axe-core inside the real page: what of it people with a screen reader, a keyboard or weak eyes could not use.

use std::fmt;

use serde::Deserialize;
use serde_json::json;

use crate::{place, window::Window};

/// A rule of axe that the page breaks, and where.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule's name, such as `color-contrast`.
    pub id: String,
    /// How bad it is.
    pub impact: String,
    /// What the rule asks.
    pub help: String,
    /// Each place: the element, and what is wrong with it.
    pub places: Vec<(String, String)>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.id, self.impact, self.help)?;
        for (element, fault) in self.places.iter().take(5) {
            write!(f, "\n    {element}\n      {}", fault.replace('\n', "\n      "))?;
        }
        if self.places.len() > 5 {
            write!(f, "\n    and {} more", self.places.len() - 5)?;
        }
        Ok(())
    }
}

impl Window {
    /// Every rule of axe that the page breaks as it stands now.
    #[must_use]
    pub fn violations(&self) -> Vec<Violation> {
        if self.script("return typeof window.axe;", vec![]) != json!("object") {
            let axe = std::fs::read_to_string(place::repository("ui/node_modules/axe-core/axe.min.js"));
            self.script(&axe.expect("axe-core is among the page's packages; 'make node-modules' fetches them"), vec![]);
        }
        // What is fading in or out has the contrast of neither: it is let to its end first.
        let script = "const done = arguments[0];
            const fading = document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity);
            const still = Promise.allSettled(fading.map((a) => a.finished));
            const patience = new Promise((go) => setTimeout(go, 3000));
            Promise.race([still, patience]).then(() => axe.run(document, { resultTypes: ['violations'] })).then(
              (found) => done(found.violations.map((v) => ({
                id: v.id, impact: v.impact ?? '', help: v.help,
                places: v.nodes.map((n) => [n.html.slice(0, 300), n.failureSummary ?? '']),
              }))),
              (error) => done([{ id: 'axe failed', impact: '', help: String(error), places: [] }]));";
        serde_json::from_value(self.script_async(script, vec![])).expect("what axe found")
    }

    /// Fails where the page breaks a rule of axe; `place` names the page.
    #[track_caller]
    pub fn is_accessible(&self, place: &str) {
        let found = self.violations();
        let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "axe on {place} finds\n{}", lines.join("\n"));
    }
}
