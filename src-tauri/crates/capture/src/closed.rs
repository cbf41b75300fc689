//! The closed classes of English: articles, prepositions, auxiliaries, conjunctions. They are grammar, not vocabulary, so
//! they stand in code and cannot be extended.

use crate::lexicon::{Tables, is};

const CLASSES: &[(u32, &[&str])] = &[
    (is::DET, &["the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "each", "any", "all", "some", "such", "no", "every", "another", "both", "my", "your", "several", "many", "other"]),
    (is::OWN, &["its", "their", "our", "his", "her"]),
    (is::PREP, &["of", "in", "on", "at", "by", "for", "with", "from", "between", "among", "through", "under", "against", "toward", "towards", "into", "upon", "within", "during", "across", "including", "via", "over", "about", "regarding", "concerning", "alongside", "following", "throughout", "beyond", "per", "despite", "as", "than", "after", "before", "like", "around", "without", "amid"]),
    (is::BE, &["is", "are", "was", "were", "be", "been", "being", "am", "remain", "remains", "remained"]),
    (is::HAVE, &["has", "have", "had", "having"]),
    (is::ADVERB, &["also", "jointly", "further", "again", "together", "both", "therefore", "thus", "hereby", "now", "today", "strongly", "fully", "closely", "actively", "not", "only", "then", "all", "each", "still", "just", "soon", "already", "once", "either", "always", "never", "accordingly", "moreover", "well", "firmly", "hereafter"]),
    (is::AND, &["and", "or", "but", "nor", "while", "plus"]),
    (is::WHICH, &["which", "who", "whose", "where", "whom"]),
    (is::THAT, &["that"]),
    (is::TO, &["to"]),
    (is::OF, &["of"]),
    (is::WE, &["we", "our", "us", "ours"]),
    (is::NEW, &["new", "next", "upcoming", "forthcoming", "future", "planned", "inaugural", "first", "additional", "proposed", "envisaged", "scheduled"]),
    (is::WEEKDAY, &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    (is::WOULD, &["would"]),
];

/// Adds them.
pub fn add(tables: &mut Tables) {
    for (class, words) in CLASSES {
        for word in *words {
            tables.at(word).is |= class;
        }
    }
}
