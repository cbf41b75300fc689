//! A paper put together: its marking, its notices and the name of its file are reckoned from what is in it, and the whole
//! is looked over before it leaves.

use super::{
    gather::Gathering,
    highest::{of_blocks, of_parts},
    mark::Mark,
    paper::{Block, Fact, Paper, Paragraph, Section},
    words::{count, sentence},
};
use crate::{clock::Instant, error::Result, vocabulary::PaperKind};

/// Longest name of a file, in characters: with its ending it fits every file system.
const NAME_MOST: usize = 120;

/// What stands above a paper's sections.
pub(super) struct Head {
    pub(super) kind: PaperKind,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) facts: Vec<Fact>,
    /// What the name of its file says it is about: `Brief New York 2015-09-24`.
    pub(super) file: String,
    /// The marking of what title and subtitle name.
    pub(super) mark: Mark,
}

/// A section, whose marking is the highest of what stands in it.
pub(super) fn section(key: impl Into<String>, heading: impl Into<String>, blocks: Vec<Block>) -> Section {
    Section { key: key.into(), heading: heading.into(), level: 1, on_new_page: false, mark: of_blocks(&blocks), blocks }
}

/// A line of particulars; none where there is nothing to say.
pub(super) fn fact(name: &str, value: Paragraph) -> Option<Fact> {
    (!value.text().trim().is_empty()).then(|| Fact { name: name.into(), value })
}

impl Gathering<'_> {
    /// The paper, marked with the highest of its parts, and looked over.
    pub(super) fn whole(&self, head: Head, sections: Vec<Section>, made_at: Instant) -> Result<Paper> {
        let mut paper = Paper {
            kind: head.kind,
            title: head.title,
            subtitle: head.subtitle,
            facts: head.facts,
            dossier: self.title.clone(),
            day: self.day(),
            made_at,
            made_by: self.actor.clone(),
            marking: Mark::default(),
            notices: Vec::new(),
            file_name: String::new(),
            sections,
        };
        // What bears no marking of its own bears the dossier's.
        paper.marking = of_parts(&paper).higher(&self.dossier).higher(&head.mark);
        paper.notices = self.notices(&paper.marking);
        paper.file_name = file_name(&head.file, &paper.marking);
        self.sight.look_over(&paper, self.hidden())?;
        Ok(paper)
    }

    /// That a marking is a label; how many things were left out, where that may be said.
    pub(super) fn notices(&self, marking: &Mark) -> Vec<String> {
        let mut notices = vec![if marking.is_none() {
            "This paper bears no marking. Markings are labels put on paper by whoever keeps the register; they are not an \
             accreditation of the system on which it is kept."
                .into()
        } else {
            format!(
                "{} is a label, the highest of the labels of the parts of this paper. It is not an accreditation of the \
                 system on which the register is kept, nor does that system enforce it.",
                marking.words()
            )
        }];
        if self.sight.is_limited() {
            notices.push("What is said and counted here is what its readers may see.".into());
        }
        let left_out = usize::try_from(self.left_out()).unwrap_or(usize::MAX);
        if self.sight.told_of_gaps && left_out > 0 {
            let were = if left_out == 1 { "was" } else { "were" };
            let entries =
                if left_out == 1 { "one entry".into() } else { count(left_out, "entry").replace("entrys", "entries") };
            notices.push(sentence(&format!("{entries} marked above the reader’s level {were} left out")));
        }
        notices
    }
}

/// A name for a file that says the marking: `Brief New York 2015-09-24 RESTRICTED TLP-AMBER`.
pub(super) fn file_name(about: &str, marking: &Mark) -> String {
    let labels: Vec<String> = marking.each().map(|label| safe(&label.words.to_uppercase())).collect();
    let marking = labels.join(" ");
    let room = NAME_MOST.saturating_sub(marking.chars().count() + 1);
    let about: String = safe(about).chars().take(room).collect();
    format!("{} {marking}", about.trim_end()).trim().to_owned()
}

/// Letters, digits and what every file system takes beside them.
fn safe(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars() {
        match c {
            // Vowel signs of Indic scripts are no letters, and belong to them.
            c if c.is_alphanumeric() || "-_,()".contains(c) || ('\u{900}'..='\u{d7f}').contains(&c) => name.push(c),
            '’' | '\'' | '“' | '”' | '"' => {}
            ':' | '+' | '/' | '\\' | '–' | '—' | '·' => name.push('-'),
            _ => name.push(' '),
        }
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{
        super::mark::{Label, Mark},
        file_name,
    };
    use crate::vocabulary::MarkingAxis;

    #[test]
    fn a_file_is_called_after_its_paper_and_its_marking() {
        let label = |rank, words: &str| Label { rank, words: words.into() };
        let mark = Mark::default()
            .with(MarkingAxis::Classification, &label(2, "Restricted"))
            .with(MarkingAxis::Tlp, &label(4, "TLP:AMBER+STRICT"));
        assert_eq!(
            file_name("Brief New York 2015-09-24", &mark),
            "Brief New York 2015-09-24 RESTRICTED TLP-AMBER-STRICT"
        );
        assert_eq!(file_name("Record वार्ता: 4th/5th", &Mark::default()), "Record वार्ता- 4th-5th");
        let long = file_name(&"New York ".repeat(40), &mark);
        assert!(long.chars().count() <= 120 && long.ends_with("RESTRICTED TLP-AMBER-STRICT"), "{long}");
    }
}
