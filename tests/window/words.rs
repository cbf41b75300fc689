//! What the tests paste and type: a joint statement that was never made, and words in Hindi.

/// A statement of four paragraphs with a firm, an intended and a soft promise.
pub const STATEMENT: &str = "\
Joint statement of the fifth Cyber Dialogue

The two delegations met in New Delhi on 17 August 2015 and went through the work of the past year. They welcomed the \
progress of their technical teams.

Both sides will set up a joint desk for tracing stolen credentials by 31 March 2016. CERT-In and US-CERT intend to \
exchange duty officers for two weeks each year. The United States stands ready to share its training material on \
industrial control systems.

दोनों पक्ष साइबर अपराध की जाँच में सहयोग बढ़ाएँगे। The next round will be held in Washington.";

/// The sentence of the statement that binds.
pub const PROMISE: &str = "Both sides will set up a joint desk for tracing stolen credentials by 31 March 2016.";

/// The sentence of the statement that stands in Hindi: both sides will cooperate more in investigating cyber crime.
pub const HINDI_PROMISE: &str = "दोनों पक्ष साइबर अपराध की जाँच में सहयोग बढ़ाएँगे।";

/// A title in Hindi: cooperation in cyber security.
pub const HINDI_TITLE: &str = "साइबर सुरक्षा में सहयोग";

/// A title of exactly the length that the register takes: 300 characters, in words of ordinary length.
pub fn longest_title() -> String {
    let words = "consultations on the exchange of information about incidents and on joint exercises of both teams ";
    words.chars().cycle().take(299).chain(['x']).collect()
}

/// A title of one word of 200 letters, which cannot be broken at a space.
pub fn unbroken_title() -> String {
    "Cybersicherheitszusammenarbeitsvereinbarung".chars().cycle().take(200).collect()
}
