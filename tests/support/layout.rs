//! Whether everything has room: nothing is cut off without saying so, nothing makes the page scroll sideways.

use serde_json::{Value, json};

use crate::{find::PAGE, window::Window};

/// What holds the pages, and may never be narrower than its content.
const CONTAINERS: &str = "html, body, header, nav, main, main > *, aside, footer, dialog, form, [role=grid]";

impl Window {
    /// Containers that are narrower than what they hold, words that stick out of their own element, rows that are lower
    /// than their lines. What ends in an ellipsis is whole elsewhere, and what is hidden from sight takes no room: both
    /// are as they should be.
    #[must_use]
    pub fn overflows(&self) -> Vec<String> {
        let script = "const wide = (e) => e.clientWidth > 1 && page.visible(e) && e.scrollWidth > e.clientWidth + 1;
            const holdsWords = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '');
            const mayBeCut = (e) => e.matches('input, textarea, select, option')
              || getComputedStyle(e).textOverflow === 'ellipsis' || getComputedStyle(e).display === 'inline'
              || e.closest('.visually-hidden, svg') !== null;
            const found = new Set([...document.querySelectorAll(arguments[0])].filter(wide));
            for (const e of document.querySelectorAll('body *')) {
              if (holdsWords(e) && wide(e) && !mayBeCut(e)) found.add(e);
            }
            // What is centred in too low a row sticks out above as well, where nothing can scroll to it.
            const high = (e) => {
              const box = e.getBoundingClientRect();
              const inside = document.createRange();
              inside.selectNodeContents(e);
              return page.visible(e) && [...inside.getClientRects()].some((r) => r.top < box.top - 2 || r.bottom > box.bottom + 2);
            };
            for (const e of document.querySelectorAll('[role=row]')) {
              if (high(e)) found.add(e);
            }
            const size = (width, height) => `${width} by ${height}`;
            return [...found].map((e) => `${e.localName}.${e.className} is ${size(e.clientWidth, e.clientHeight)} `
              + `and holds ${size(e.scrollWidth, e.scrollHeight)}: ${page.words(e.textContent).slice(0, 80)}`);";
        match self.script(&format!("{PAGE}\n{script}"), vec![json!(CONTAINERS)]) {
            Value::Array(found) => found.iter().filter_map(|one| one.as_str().map(ToOwned::to_owned)).collect(),
            other => panic!("widths are a list, not {other}"),
        }
    }

    /// Fails where something is wider than its room; `place` names the page.
    #[track_caller]
    pub fn fits(&self, place: &str) {
        let found = self.overflows();
        assert!(found.is_empty(), "on {place} there is no room for\n{}", found.join("\n"));
    }
}
