//! A paper as GitHub-flavoured Markdown: <https://github.github.com/gfm/>. Its marking is the first line and the last.

use std::fmt::Write;

use rapporteur_core::{
    brief::{Block, Cell, Fact, Mark, Paper, Paragraph, Section, Table, Tone},
    clock::spoken,
};

use crate::{
    lamps::{meant, percent},
    marks::prefix,
};

/// Headings go no deeper.
const DEEPEST: usize = 6;

/// Writes a paper.
pub(crate) fn write(paper: &Paper) -> String {
    let mut parts = Vec::new();
    let marking = paper.marking.words();
    if !marking.is_empty() {
        parts.push(format!("**{}**", escaped(marking)));
    }
    parts.push(format!("# {}", inline(&paper.title)));
    if !paper.subtitle.is_empty() {
        parts.push(inline(&paper.subtitle));
    }
    parts.extend(facts(&paper.facts, &paper.marking));
    let mut above = 0;
    for section in &paper.sections {
        part(section, &mut above, &paper.marking, &mut parts);
    }
    let mut close: Vec<String> = paper.notices.iter().map(|notice| inline(notice)).collect();
    close.push(format!("{} · as of {}", inline(&paper.dossier), spoken(paper.day)));
    parts.push("---".into());
    parts.push(close.join("\n\n"));
    if !marking.is_empty() {
        parts.push(format!("**{}**", escaped(marking)));
    }
    parts.join("\n\n") + "\n"
}

fn part(section: &Section, above: &mut u8, marking: &Mark, parts: &mut Vec<String>) {
    // Levels without a gap, as in every form.
    let level = section.level.clamp(1, *above + 1);
    *above = level;
    let depth = usize::from(level) + 1;
    let mut asked = 0;
    parts.push(format!("{} {}", "#".repeat(depth.min(DEEPEST)), inline(&section.heading)));
    for block in &section.blocks {
        match block {
            Block::Heading(words) => {
                parts.push(format!("{} {}", "#".repeat((depth + 1).min(DEEPEST)), one_line(&line(words, marking))))
            }
            Block::Prose(words) => parts.push(line(words, marking)),
            Block::Points { numbered, items } => {
                let point = |(at, item): (usize, &Paragraph)| {
                    let sign = if *numbered { format!("{}. ", asked + at + 1) } else { "- ".into() };
                    let beneath = format!("\n{}", " ".repeat(sign.len()));
                    format!("{sign}{}", line(item, marking).replace('\n', &beneath))
                };
                parts.push(items.iter().enumerate().map(point).collect::<Vec<_>>().join("\n"));
                asked += if *numbered { items.len() } else { 0 };
            }
            Block::Facts { facts: all } => parts.extend(facts(all, marking)),
            Block::Table(table) => parts.push(grid(table, marking)),
            Block::Quote { text, source, mark } => parts.push(quote(text, source, prefix(mark, marking))),
            Block::Picture { alternative, caption, mark, .. } => {
                let said =
                    [prefix(mark, marking).map(|prefix| escaped(&prefix)), Some(format!("*{}*", inline(caption)))];
                let said: Vec<String> = said.into_iter().flatten().collect();
                parts.push(format!("{}\n\n{}", inline(alternative), said.join(" ")));
            }
            Block::Space { label, lines } => {
                let ruled = vec!["\\_".repeat(40); usize::from(*lines)];
                parts.push(format!("{}:\n\n{}", inline(label), ruled.join("\n\n")));
            }
            Block::Nothing { text } => parts.push(format!("*{}*", inline(text))),
        }
    }
}

/// Particulars are a table of two columns.
fn facts(facts: &[Fact], marking: &Mark) -> Option<String> {
    if facts.is_empty() {
        return None;
    }
    let mut lines = String::from("| | |\n|---|---|");
    for fact in facts {
        // Writing to a string cannot fail.
        let _ = write!(lines, "\n| **{}** | {} |", inline(&fact.name), in_cell(&line(&fact.value, marking)));
    }
    Some(lines)
}

/// A table. What heads a group stands in its first cell, in bold, because there are no wider cells here.
fn grid(table: &Table, marking: &Mark) -> String {
    use rapporteur_core::brief::Holds;
    let heads: Vec<String> = table.columns.iter().map(|column| in_cell(&inline(&column.heading))).collect();
    let sides: Vec<&str> = table
        .columns
        .iter()
        .map(|column| if matches!(column.holds, Holds::Number | Holds::Share) { "---:" } else { "---" })
        .collect();
    let mut lines = format!("| {} |\n|{}|", heads.join(" | "), sides.join("|"));
    for row in &table.rows {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| in_cell(&said(cell, &row.mark))).collect();
        if row.head
            && let Some(first) = cells.first_mut()
        {
            *first = format!("**{}**", first.trim_matches('*'));
        }
        cells.resize(table.columns.len(), String::new());
        if let Some(prefix) = prefix(&row.mark, marking) {
            let refs = table.columns.iter().take_while(|column| column.holds == Holds::Ref && !row.head).count();
            let at = refs.min(cells.len() - 1);
            cells[at] = format!("{} {}", escaped(&prefix), cells[at]).trim_end().into();
        }
        let _ = write!(lines, "\n| {} |", cells.join(" | "));
    }
    lines
}

fn said(cell: &Cell, mark: &Mark) -> String {
    match cell {
        Cell::Empty | Cell::Share { share: None } => String::new(),
        Cell::Words { lines } => lines.iter().map(|words| line(words, mark)).collect::<Vec<_>>().join("\n"),
        Cell::Day { words, note, late, .. } => {
            let beneath = [(*late).then(|| "**late**".to_owned()), (!note.is_empty()).then(|| inline(note))];
            let beneath: Vec<String> = beneath.into_iter().flatten().collect();
            let words = inline(words);
            if beneath.is_empty() { words } else { format!("{words}\n{}", beneath.join(", ")) }
        }
        Cell::Number { number } => number.to_string(),
        Cell::Share { share: Some(share) } => percent(*share).replace('\u{a0}', " "),
        Cell::Lamps { delivery, stands, freshness } => {
            format!("{}\n{}", meant(*delivery, stands), freshness.label())
        }
    }
}

fn quote(text: &str, source: &str, prefix: Option<String>) -> String {
    let mut lines: Vec<String> = prefix.map(|prefix| escaped(&prefix)).into_iter().collect();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(text.trim().lines().map(|line| escaped(line.trim())));
    if !source.is_empty() {
        lines.extend([String::new(), format!("— {}", inline(source))]);
    }
    lines.dedup_by(|b, a| a.is_empty() && b.is_empty());
    let mut made = String::new();
    for (at, line) in lines.iter().enumerate() {
        let within = !line.is_empty() && lines.get(at + 1).is_some_and(|next| !next.is_empty());
        let _ = write!(
            made,
            "{}>{}{line}{}",
            if at > 0 { "\n" } else { "" },
            if line.is_empty() { "" } else { " " },
            if within { "\\" } else { "" }
        );
    }
    made
}

/// A paragraph, with its marking before it where that differs from what it stands in.
fn line(paragraph: &Paragraph, around: &Mark) -> String {
    let mut made = prefix(&paragraph.mark, around).map(|prefix| escaped(&prefix) + " ").unwrap_or_default();
    for run in &paragraph.runs {
        let words = inline(&run.text);
        let sign = match run.tone {
            Tone::Strong => "**",
            Tone::Emphasis | Tone::Verbatim => "*",
            Tone::Plain | Tone::Ref | Tone::Quiet => "",
        };
        let bare = words.trim();
        if sign.is_empty() || bare.is_empty() {
            made.push_str(&words);
            continue;
        }
        // The signs must touch the words they are about; the spaces stand outside.
        let (before, after) = (words.len() - words.trim_start().len(), words.len() - words.trim_end().len());
        let _ = write!(
            made,
            "{}{sign}{}{sign}{}",
            &words[..before],
            bare.replace('\n', &format!("{sign}\n{sign}")),
            &words[words.len() - after..]
        );
    }
    made.replace('\n', "\\\n")
}

/// Words that must not become signs.
fn inline(words: &str) -> String {
    words.lines().map(escaped).collect::<Vec<_>>().join("\n")
}

/// One line's words, with everything that would be a sign made a letter.
fn escaped(line: &str) -> String {
    let mut made = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let before = &line[..at];
        let starts = before.trim().is_empty();
        let numbers = !starts && before.trim().bytes().all(|b| b.is_ascii_digit());
        let sign = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&')
            || (starts && matches!(c, '#' | '+' | '-' | '='))
            || (numbers && matches!(c, '.' | ')'))
            || (c == '!' && line[at + 1..].starts_with('['));
        if sign {
            made.push('\\');
        }
        made.push(c);
    }
    made
}

/// A cell holds one line; what stands on lines of its own is parted by a break.
fn in_cell(words: &str) -> String {
    words.replace("\\\n", "<br>").replace('\n', "<br>")
}

fn one_line(words: &str) -> String {
    words.replace("\\\n", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_becomes_a_sign() {
        for (words, written) in [
            ("a * b_c [d] <e> | f", r"a \* b\_c \[d\] \<e\> \| f"),
            ("# not a heading", r"\# not a heading"),
            ("no. 7 # here", "no. 7 # here"),
            ("12. of July", r"12\. of July"),
            ("- nor a point", r"\- nor a point"),
            ("R&D", r"R\&D"),
        ] {
            assert_eq!(escaped(words), written);
        }
    }

    #[test]
    fn signs_touch_the_words_they_are_about() {
        let mark = Mark::default();
        let mut paragraph = Paragraph::new(mark.clone(), Tone::Strong, " first\nsecond ");
        paragraph.runs.push(rapporteur_core::brief::Run::new(Tone::Plain, "third"));
        assert_eq!(line(&paragraph, &mark), " **first**\\\n**second** third");
    }

    #[test]
    fn a_quote_keeps_its_paragraphs() {
        assert_eq!(quote("one\ntwo\n\n\nthree", "Statement", None), "> one\\\n> two\n>\n> three\n>\n> — Statement");
    }
}
