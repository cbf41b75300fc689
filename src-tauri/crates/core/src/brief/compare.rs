//! Two states of one paper, line beside line: what both say, what only the one or the other says, and within a line that
//! was changed, which words. Pure.

use similar::{ChangeTag, TextDiff};

use crate::{
    capture::difference,
    vocabulary::Likeness,
    wire::{ComparedLine, DifferencePart},
};

/// How many lines that both say stand around one that differs.
const AROUND: usize = 2;

/// The lines of both, as read and not as marked up; a long stretch that both say is left out, and counted.
pub(crate) fn compared(then: &str, now: &str) -> Vec<ComparedLine> {
    let (then, now) = (read(then), read(now));
    let then: Vec<&str> = then.iter().map(String::as_str).collect();
    let now: Vec<&str> = now.iter().map(String::as_str).collect();
    let diff = TextDiff::configure().diff_slices(&then, &now);
    let mut rows = Vec::new();
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Delete => old.push(change.value()),
            ChangeTag::Insert => new.push(change.value()),
            ChangeTag::Equal => {
                pair(&mut rows, &mut old, &mut new);
                let words = vec![DifferencePart { kind: Likeness::Kept, words: change.value().to_owned() }];
                rows.push(ComparedLine { same: true, left_out: 0, then: words.clone(), now: words });
            }
        }
    }
    pair(&mut rows, &mut old, &mut new);
    without_what_both_say(rows)
}

/// Lines that were taken out and lines that came in their place, beside one another.
fn pair(rows: &mut Vec<ComparedLine>, old: &mut Vec<&str>, new: &mut Vec<&str>) {
    for at in 0..old.len().max(new.len()) {
        let (then, now) = match (old.get(at), new.get(at)) {
            (Some(then), Some(now)) => {
                let parts = difference(then, now);
                let of = |other: Likeness| parts.iter().filter(|part| part.kind != other).cloned().collect();
                (of(Likeness::New), of(Likeness::Old))
            }
            (Some(then), None) => (vec![DifferencePart { kind: Likeness::Old, words: (*then).to_owned() }], Vec::new()),
            (None, Some(now)) => (Vec::new(), vec![DifferencePart { kind: Likeness::New, words: (*now).to_owned() }]),
            (None, None) => (Vec::new(), Vec::new()),
        };
        rows.push(ComparedLine { same: false, left_out: 0, then, now });
    }
    old.clear();
    new.clear();
}

fn without_what_both_say(rows: Vec<ComparedLine>) -> Vec<ComparedLine> {
    let differs: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| !row.same).map(|(at, _)| at).collect();
    let near = |at: usize| {
        let next = differs.partition_point(|differing| *differing < at);
        let before = next.checked_sub(1).map(|index| at - differs[index]);
        let after = differs.get(next).map(|differing| differing - at);
        before.into_iter().chain(after).any(|distance| distance <= AROUND)
    };
    let mut kept: Vec<ComparedLine> = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        if !row.same || near(at) {
            kept.push(row);
        } else if let Some(gap) = kept.last_mut().filter(|last| last.left_out > 0) {
            gap.left_out += 1;
        } else {
            kept.push(ComparedLine { same: true, left_out: 1, then: Vec::new(), now: Vec::new() });
        }
    }
    kept
}

/// The lines of a Markdown text as people read them: without signs of headings, emphasis and tables.
fn read(markdown: &str) -> Vec<String> {
    markdown.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<String> {
    let line = line.trim();
    let rule = line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '*' | '_'));
    if rule {
        return None;
    }
    let table = line.starts_with('|') && line.ends_with('|') && line.len() > 1;
    let line = if table { cells(line) } else { line.trim_start_matches('#').trim_start().to_owned() };
    let mut words = String::with_capacity(line.len());
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => words.extend(signs.next_if(char::is_ascii_punctuation).or(Some('\\'))),
            '*' | '`' => {}
            other => words.push(other),
        }
    }
    Some(words.replace("<br>", " / "))
}

/// The cells of a row that hold something, with a dot between them.
fn cells(row: &str) -> String {
    let mut cells = vec![String::new()];
    let mut signs = row.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(sign);
                    cell.extend(signs.next());
                }
            }
            '|' => cells.push(String::new()),
            other => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(other);
                }
            }
        }
    }
    let full: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    full.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::compared;
    use crate::vocabulary::Likeness;

    fn sides(then: &str, now: &str) -> Vec<String> {
        let words = |parts: &[crate::wire::DifferencePart]| -> String {
            parts
                .iter()
                .map(|part| match part.kind {
                    Likeness::Kept => part.words.clone(),
                    Likeness::Old => format!("[-{}-]", part.words),
                    Likeness::New => format!("[+{}+]", part.words),
                })
                .collect()
        };
        compared(then, now)
            .iter()
            .map(|row| match row.left_out {
                0 => format!("{} | {}", words(&row.then), words(&row.now)),
                many => format!("({many} the same)"),
            })
            .collect()
    }

    #[test]
    fn what_both_say_is_counted_and_what_differs_stands_side_by_side() {
        let then = "# Brief\n\none\n\ntwo\n\nthree\n\nfour\n\n| Ref | Due |\n|---|---|\n| CYB-2015-001 | **31 Oct** |\n\nend\n";
        let now = "# Brief\n\none\n\ntwo\n\nthree\n\nfour\n\n| Ref | Due |\n|---|---|\n| CYB-2015-001 | **15 Nov** |\n\nend\nmore\n";
        assert_eq!(
            sides(then, now),
            [
                "(4 the same)",
                "four | four",
                "Ref · Due | Ref · Due",
                "CYB-2015-001 · [-31 Oct-] | CYB-2015-001 · [+15 Nov+]",
                "end | end",
                " | [+more+]",
            ]
        );
    }

    #[test]
    fn nothing_differs_where_nothing_does() {
        assert_eq!(sides("# A\n\nb\n", "# A\n\nb\n"), ["(2 the same)"]);
    }

    #[test]
    fn signs_that_were_escaped_are_read_as_they_are() {
        assert_eq!(sides("a \\* b \\| c", "a"), ["a[- * b | c-] | a"]);
    }
}
