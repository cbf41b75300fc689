//! Keys as they are pressed: `j`, `Mod+Enter`, `Shift+ArrowDown`, in the words that the page itself uses for them.

use fantoccini::{
    actions::{InputSource as _, KeyAction, KeyActions},
    key::Key,
};

/// A chord: its modifiers go down in their order, then the key; all come up again.
pub(crate) fn chord(chord: &str) -> KeyActions {
    let mut words: Vec<&str> = chord.split('+').collect();
    let key = words.pop().filter(|key| !key.is_empty()).unwrap_or("+");
    let modifiers: Vec<char> = words.iter().filter(|word| !word.is_empty()).map(|word| modifier(word)).collect();
    let mut actions = KeyActions::new("keyboard".into());
    for value in &modifiers {
        actions = actions.then(KeyAction::Down { value: *value });
    }
    actions = stroke(actions, named(key));
    for value in modifiers.iter().rev() {
        actions = actions.then(KeyAction::Up { value: *value });
    }
    actions
}

/// Words, letter by letter; a line break is the Enter key.
pub(crate) fn words(text: &str) -> KeyActions {
    let letters = text.chars().map(|letter| if letter == '\n' { named("Enter") } else { letter });
    letters.fold(KeyActions::new("keyboard".into()), stroke)
}

fn stroke(actions: KeyActions, value: char) -> KeyActions {
    actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
}

fn modifier(word: &str) -> char {
    match word {
        "Mod" | "Ctrl" => char::from(Key::Control),
        "Shift" => char::from(Key::Shift),
        "Alt" => char::from(Key::Alt),
        _ => panic!("{word} is no modifier"),
    }
}

fn named(word: &str) -> char {
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter;
    }
    char::from(match word {
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Return,
        "Escape" => Key::Escape,
        "F2" => Key::F2,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Tab" => Key::Tab,
        _ => panic!("{word} is no key"),
    })
}
