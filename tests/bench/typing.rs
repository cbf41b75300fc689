//! Search in the window: from a key press to the painted answer.
//!
//! Words are typed letter by letter into the page of results, with real keys. The page itself notes when a key went down,
//! and when the last change of the list that came of it has been handed to the screen: that is where the second callback
//! before a frame finds itself. Keys after which the list shows the same are not counted.

use rapporteur_tests::{Start, Window};

use crate::{
    goals::{Figure, Goal, Goals, Spread},
    sizes::Sizes,
};

/// Words of the synthetic dossier: some stand everywhere, some almost nowhere.
const TYPED: &[&str] = &["ransomware", "working group", "embassy", "hydro", "celikkoy", "customs exemption mountain"];

/// Notes when the list of what was found last changed after a key, in milliseconds after it.
const WATCH: &str = "
    const watch = (window.typing = { pressed: null, changed: null });
    addEventListener('keydown', () => Object.assign(watch, { pressed: performance.now(), changed: null }), true);
    const element = (node) => (node instanceof Element ? node : node.parentElement);
    new MutationObserver((changes) => {
        const { pressed } = watch;
        if (pressed === null || !changes.some(({ target }) => element(target)?.closest('[role=grid], .frame'))) return;
        requestAnimationFrame(() => requestAnimationFrame(() => {
            if (watch.pressed === pressed) watch.changed = performance.now() - pressed;
        }));
    }).observe(document.querySelector('main'), { childList: true, characterData: true, subtree: true });";

/// Waits until the list has stayed the same for a while after a key: when it last changed; null where it did not.
const ANSWER: &str = "
    const [done] = arguments;
    const QUIET = 200;
    let [seen, since] = [null, performance.now()];
    const look = () => {
        const { changed } = window.typing;
        if (changed !== seen) [seen, since] = [changed, performance.now()];
        if (performance.now() - since > QUIET) done(seen);
        else setTimeout(look, 5);
    };
    look();";

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let mut figures = Vec::new();
    for size in sizes.all().iter().copied() {
        let window = Window::start(Start::file(&sizes.path(size)));
        window.heading("Today");
        window.go("#/search");
        window.heading("Search");
        window.settle();
        window.script(WATCH, vec![]);
        let mut took = Vec::new();
        // The first time through finds what is read once, and is not counted.
        for counted in [false, true] {
            for words in TYPED {
                window.field("Words").focus();
                window.press("Mod+a");
                for letter in words.chars() {
                    window.type_words(&letter.to_string());
                    let changed = window.script_async(ANSWER, vec![]).as_f64();
                    took.extend(changed.filter(|_| counted));
                }
            }
        }
        let typed: usize = TYPED.iter().map(|words| words.chars().count()).sum();
        println!("Typing, {size} commitments: {} of {typed} keys changed what is shown.", took.len());
        figures.push(Figure { size, warm: Spread::of(took), cold: None, against: None });
    }
    let goal = Goal { p95: Some(100.0), growth: Some(2.0), ..Goal::default() };
    goals.take("Search in the window: key press to painted answer", goal, &figures);
}
