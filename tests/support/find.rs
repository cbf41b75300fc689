//! Finding what a person sees: controls by role and name, headings, words.

use std::time::Duration;

use fantoccini::{
    actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
};
use serde_json::{Value, json};

use crate::{driver, window::Window};

/// Put before every script that looks for something.
pub(crate) const PAGE: &str = include_str!("page.js");

/// A control or another part of the page, found by role and name.
pub struct Part<'w> {
    window: &'w Window,
    element: Element,
    called: String,
}

impl Window {
    /// Runs a script that may use the words of `page.js`.
    pub fn look(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.script(&format!("{PAGE}\n{script}"), arguments)
    }

    /// Waits for a part with this role and name: the exact name, else one that begins with it, else one that holds it.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Part<'_> {
        self.part(None, role, name)
    }

    #[track_caller]
    fn part(&self, within: Option<&Element>, role: &str, name: &str) -> Part<'_> {
        let inside = within.map_or(Value::Null, |element| serde_json::to_value(element).unwrap_or_default());
        let found = self.until(|| {
            let answer = self.look(
                "return page.find(arguments[0], arguments[1], arguments[2] ?? document);",
                vec![json!(role), json!(name), inside.clone()],
            );
            driver::element(&self.client, &answer)
        });
        let Some(element) = found else {
            let there = self.look("return page.all(arguments[0]).map(page.name);", vec![json!(role)]);
            panic!("there is no {role} named {name:?}; of that role there are {there}");
        };
        Part { window: self, element, called: format!("{role} {name:?}") }
    }

    /// Whether there is such a part now.
    #[must_use]
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.look("return page.find(arguments[0], arguments[1]) !== null;", vec![json!(role), json!(name)])
            == json!(true)
    }

    /// Names of all parts of a role that are in sight.
    #[must_use]
    pub fn names(&self, role: &str) -> Vec<String> {
        let names = self.look("return page.all(arguments[0]).map(page.name);", vec![json!(role)]);
        serde_json::from_value(names).expect("names are words")
    }

    /// Waits for the page whose title begins with these words.
    #[track_caller]
    pub fn heading(&self, words: &str) {
        let title = || self.look("return page.words(document.querySelector('h1')?.textContent ?? '');", vec![]);
        let found = self.until(|| title().as_str().is_some_and(|title| title.starts_with(words)).then_some(()));
        assert!(found.is_some(), "the page is not titled {words:?} but {}", title());
    }

    /// Waits until these words stand on the page.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        let found = self.until(|| self.shows(words).then_some(()));
        assert!(found.is_some(), "{words:?} is nowhere on the page, which says:\n{}", self.text());
    }

    /// Waits until these words stand nowhere on the page.
    #[track_caller]
    pub fn sees_no_more(&self, words: &str) {
        let gone = self.until(|| (!self.shows(words)).then_some(()));
        assert!(gone.is_some(), "{words:?} is still on the page");
    }

    /// Whether these words stand on the page now, also as the value of a field.
    #[must_use]
    pub fn shows(&self, words: &str) -> bool {
        let script = "const has = (t) => page.words(t ?? '').includes(arguments[0]);
            return has(document.body.innerText)
                || [...document.querySelectorAll('input, textarea')].some((e) => page.visible(e) && has(e.value));";
        self.look(script, vec![json!(words)]) == json!(true)
    }

    /// Everything the page says.
    #[must_use]
    pub fn text(&self) -> String {
        self.script("return document.body.innerText;", vec![]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits for the note that names an act, at the foot of the window.
    #[track_caller]
    pub fn note(&self, words: &str) {
        let script =
            "return page.all('region').filter((e) => page.name(e) === 'Messages').map((e) => e.innerText).join();";
        let seen = std::cell::RefCell::new(std::collections::BTreeSet::new());
        let found = self.until(|| {
            let notes = self.look(script, vec![]).as_str().unwrap_or_default().to_owned();
            let there = notes.contains(words);
            seen.borrow_mut().insert(notes);
            there.then_some(())
        });
        assert!(found.is_some(), "no note says {words:?}; meanwhile there were {:?}", seen.into_inner());
    }

    /// Waits until the core has answered all that the page asked, and nothing on the page changes any more.
    pub fn settle(&self) {
        // What the page asks goes out by `fetch`; while something is under way, what is seen is never the same twice.
        let script = "if (window.underWay === undefined) {
                window.underWay = 0;
                const ask = window.fetch;
                window.fetch = (...of) => {
                    window.underWay += 1;
                    return ask(...of).finally(() => { window.underWay -= 1; });
                };
            }
            const asked = window.underWay > 0 ? performance.now() : '';
            return `${asked} ${document.body.innerHTML.length} ${document.body.innerText}`;";
        let now = || self.script(script, vec![]);
        let mut before = now();
        let mut same = 0;
        while same < 3 {
            std::thread::sleep(std::time::Duration::from_millis(60));
            let after = now();
            same = if after == before { same + 1 } else { 0 };
            before = after;
        }
    }

    /// Goes to an address of the page, such as `#/journal`, and waits for its heading.
    pub fn go(&self, address: &str) {
        self.script("location.hash = arguments[0];", vec![json!(address)]);
        self.settle();
    }

    /// The name of what has the focus.
    #[must_use]
    pub fn focused(&self) -> String {
        self.look("return page.name(document.activeElement ?? document.body);", vec![])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What is selected, as a person would copy it.
    #[must_use]
    pub fn selection(&self) -> String {
        let answer = self.look("return page.words(String(document.getSelection()));", vec![]);
        answer.as_str().unwrap_or_default().to_owned()
    }

    /// Whether a part with this name stands in the inspector.
    #[must_use]
    pub fn in_inspector(&self, name: &str) -> bool {
        let script =
            "return page.all('heading').some((e) => page.name(e) === arguments[0] && e.closest('aside') !== null);";
        self.look(script, vec![json!(name)]) == json!(true)
    }

    /// Whether the page is drawn light on dark.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        self.script("return matchMedia('(prefers-color-scheme: dark)').matches;", vec![]) == json!(true)
    }

    /// Opens the first row of a kind that a list has, as one does by key: down the list, and Enter.
    #[track_caller]
    pub fn open_first(&self, list: &str, kind: &str) {
        for below in 0..30 {
            self.go(&format!("#/{list}"));
            for _ in 0..below {
                self.press("j");
            }
            self.press("Enter");
            self.settle();
            if self.address().starts_with(&format!("#/{kind}/")) {
                return;
            }
        }
        panic!("the first thirty rows of {list} lead to no {kind}");
    }

    /// Follows the first link of the page that leads to a page of this kind.
    #[track_caller]
    pub fn follow_first(&self, kind: &str) {
        let script =
            "return document.querySelector(`main a[href^=\"#/${arguments[0]}/\"]`)?.getAttribute('href') ?? null;";
        let found = self.until(|| self.script(script, vec![json!(kind)]).as_str().map(ToOwned::to_owned));
        self.go(&found.unwrap_or_else(|| panic!("{} leads to no {kind}", self.address())));
    }

    /// The address of the page.
    #[must_use]
    pub fn address(&self) -> String {
        self.script("return location.hash;", vec![]).as_str().unwrap_or_default().to_owned()
    }

    /// Fills in a field, by its label: what stood in it is typed over.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        self.field(label).focus();
        self.press("Mod+a");
        self.type_words(text);
    }

    /// A field to type into, whatever its kind.
    #[track_caller]
    pub fn field(&self, label: &str) -> Part<'_> {
        let found = self.until(|| {
            let script = "for (const role of ['textbox', 'combobox', 'searchbox']) {
                const exact = page.all(role).find((e) => page.name(e) === arguments[0]); if (exact) return exact; }
              for (const role of ['textbox', 'combobox', 'searchbox']) {
                const near = page.find(role, arguments[0]); if (near) return near; }
              return null;";
            driver::element(&self.client, &self.look(script, vec![json!(label)]))
        });
        let Some(element) = found else {
            panic!(
                "there is no field {label:?}; there are {:?} and {:?}",
                self.names("textbox"),
                self.names("combobox")
            );
        };
        Part { window: self, element, called: format!("field {label:?}") }
    }

    /// Chooses in a field with a list: the first letters are typed, the row that fits is taken with Enter.
    #[track_caller]
    pub fn pick(&self, label: &str, words: &str) {
        self.fill(label, words);
        self.find("option", words);
        self.press("Enter");
    }

    /// Chooses in the system's own list, by the row's words.
    #[track_caller]
    pub fn choose(&self, label: &str, words: &str) {
        let script = "const select = page.find('combobox', arguments[0]);
            return [...(select?.options ?? [])].find((o) => page.words(o.text).startsWith(arguments[1])) ?? null;";
        let arguments = vec![json!(label), json!(words)];
        let found = self.until(|| driver::element(&self.client, &self.look(script, arguments.clone())));
        let row = found.unwrap_or_else(|| panic!("the list {label:?} has no row {words:?}"));
        self.runtime.block_on(row.click()).unwrap_or_else(|error| panic!("{words:?} could not be chosen: {error}"));
    }

    /// Selects these words on the page by drawing the pointer over them.
    #[track_caller]
    pub fn drag_over(&self, words: &str) {
        let script = "const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.data.indexOf(arguments[0]);
              if (at < 0) continue;
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + arguments[0].length);
              const rects = [...range.getClientRects()];
              const [first, last] = [rects[0], rects[rects.length - 1]];
              return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
            }
            return null;";
        let places = self.script(script, vec![json!(words)]);
        let places: [f64; 4] =
            serde_json::from_value(places).unwrap_or_else(|_| panic!("{words:?} stands nowhere in one piece"));
        let [from_x, from_y, to_x, to_y] = places;
        let go = |x, y| PointerAction::MoveTo { duration: Some(Duration::from_millis(60)), x, y };
        let pointer = MouseActions::new("mouse".into())
            .then(go(from_x, from_y))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(go(to_x, to_y))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.runtime.block_on(self.client.perform_actions(pointer)).expect("the pointer moves");
    }

    /// Puts words on the clipboard as a person does: they stand in a field, are selected and copied by key.
    pub fn copy(&self, text: &str) {
        let lay_out = "const before = document.activeElement;
            const field = document.createElement('textarea');
            field.id = 'to-copy'; field.value = arguments[0];
            (before?.closest('dialog') ?? document.body).append(field);
            field.focus(); field.select();
            return before;";
        let before = self.script(lay_out, vec![json!(text)]);
        self.press("Mod+c");
        self.script("document.getElementById('to-copy').remove(); arguments[0]?.focus?.();", vec![before]);
    }
}

impl Part<'_> {
    /// Presses it with the pointer, having scrolled to it where something lies over it.
    #[track_caller]
    pub fn click(&self) {
        self.script(
            "const e = arguments[0]; e.scrollIntoView({ block: 'nearest' });
             const at = e.getBoundingClientRect();
             const top = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
             if (!e.contains(top)) e.scrollIntoView({ block: 'center' });",
        );
        let done = self.window.runtime.block_on(self.element.click());
        done.unwrap_or_else(|error| panic!("{} could not be pressed: {error:?}", self.called));
    }

    /// Gives it the focus.
    pub fn focus(&self) {
        self.script("arguments[0].focus();");
    }

    /// A part inside this one.
    #[track_caller]
    #[must_use]
    pub fn find(&self, role: &str, name: &str) -> Part<'_> {
        self.window.part(Some(&self.element), role, name)
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> String {
        self.script("return arguments[0].innerText;")
    }

    /// Presses a key while it has the focus.
    pub fn press(&self, chord: &str) {
        self.focus();
        self.window.press(chord);
    }

    /// What stands in it, where it is a field.
    #[must_use]
    pub fn value(&self) -> String {
        self.script("const e = arguments[0]; return e.selectedOptions?.[0]?.text ?? e.value ?? '';")
    }

    /// An attribute, or an empty string.
    #[must_use]
    pub fn attribute(&self, name: &str) -> String {
        let element = serde_json::to_value(&self.element).unwrap_or_default();
        let script = "return arguments[0].getAttribute(arguments[1]) ?? '';";
        self.window.script(script, vec![element, json!(name)]).as_str().unwrap_or_default().to_owned()
    }

    fn script(&self, script: &str) -> String {
        let element = serde_json::to_value(&self.element).unwrap_or_default();
        self.window.script(script, vec![element]).as_str().unwrap_or_default().to_owned()
    }
}
