//! Names of sheets, as Excel allows them: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, each name
//! once whatever its case, and not “History”, which Excel keeps for itself.

/// The most UTF-16 units of a name.
const MOST: usize = 31;

/// Names that are taken.
pub(super) struct Names(Vec<String>);

impl Names {
    /// None but what Excel keeps, and what is given.
    pub(super) fn beside(taken: &str) -> Self {
        Self(vec!["history".into(), taken.to_lowercase()])
    }

    /// A name as near as can be to what is wanted.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let wanted = crate::letters::legal(wanted);
        let clean: String = wanted
            .chars()
            .map(|letter| if "[]:*?/\\\n\t".contains(letter) { ' ' } else { letter })
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let clean = clean.trim_matches('\'').trim();
        let clean = if clean.is_empty() { "Table" } else { clean };
        let mut name = within(clean, MOST);
        let mut number = 2;
        while self.0.contains(&name.to_lowercase()) {
            let tail = format!(" {number}");
            name = format!("{}{tail}", within(clean, MOST - tail.len()));
            number += 1;
        }
        self.0.push(name.to_lowercase());
        name
    }
}

/// The beginning that takes no more units, cut at a space where one is near, with a sign that there is more.
fn within(words: &str, most: usize) -> String {
    let units = |words: &str| words.encode_utf16().count();
    if units(words) <= most {
        return words.to_owned();
    }
    let mut kept = String::new();
    for letter in words.chars() {
        if units(&kept) + letter.len_utf16() + 1 > most {
            break;
        }
        kept.push(letter);
    }
    if let Some(space) = kept.rfind(' ').filter(|space| *space > kept.len() / 2) {
        kept.truncate(space);
    }
    format!("{}…", kept.trim_end_matches([' ', '\'', ',', ';']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_legal_and_unique() {
        let mut names = Names::beside("About");
        assert_eq!(names.take("Open commitments: Cyber"), "Open commitments Cyber");
        assert_eq!(names.take("open commitments / cyber"), "open commitments cyber 2");
        assert_eq!(names.take("About"), "About 2");
        assert_eq!(names.take("History"), "History 2");
        assert_eq!(names.take("  '[]' "), "Table");
        assert_eq!(names.take("'quoted'"), "quoted");
        let long = "Open commitments of the track Counter-terrorism and homeland security";
        assert_eq!(names.take(long), "Open commitments of the track…");
        assert_eq!(names.take(long), "Open commitments of the… 2");
        assert!(names.take(&"𝄞".repeat(40)).encode_utf16().count() <= MOST);
    }
}
