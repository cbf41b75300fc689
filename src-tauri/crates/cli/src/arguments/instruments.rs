//! The options of `instruments` and `notices`.

use clap::Args;
use rapporteur_core::vocabulary::{Concern, InstrumentType, Stage};

use super::Read;
use crate::days;

#[derive(Debug, Args)]
pub(crate) struct Instruments {
    #[command(flatten)]
    pub(crate) read: Read,
    /// Only those that hold all these words, in title, acts or follow-ups
    #[arg(value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub(crate) words: String,
    /// Only those with this party
    #[arg(long, value_name = "PARTY")]
    pub(crate) partner: Option<String>,
    /// Only this track; may be given several times
    #[arg(long, value_name = "TRACK")]
    pub(crate) track: Vec<String>,
    /// Only those under this dialogue
    #[arg(long, value_name = "DIALOGUE")]
    pub(crate) dialogue: Option<String>,
    /// Only this type, such as memorandum-of-understanding; may be given several times
    #[arg(long = "type", value_name = "TYPE", value_parser = word::<InstrumentType>)]
    pub(crate) kind: Vec<InstrumentType>,
    /// Only this stage, such as signed or in-force; may be given several times
    #[arg(long, value_name = "STAGE", value_parser = word::<Stage>)]
    pub(crate) stage: Vec<Stage>,
    /// Only those that need looking at, for any reason
    #[arg(long, conflicts_with = "concern")]
    pub(crate) in_trouble: bool,
    /// Only those that need looking at for this reason; may be given several times
    #[arg(long, value_name = "WHY", value_parser = word::<Concern>)]
    pub(crate) concern: Vec<Concern>,
    /// In which order
    #[arg(long, value_enum, default_value_t = InstrumentOrder::Ref)]
    pub(crate) sort: InstrumentOrder,
    /// The order turned round
    #[arg(long)]
    pub(crate) desc: bool,
}

/// The orders of a list of instruments.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum InstrumentOrder {
    /// By reference
    Ref,
    /// By title
    Title,
    /// By the other parties
    Partner,
    /// By type
    Type,
    /// From proposed to ended
    Stage,
    /// By the day all had signed
    Signed,
    /// By the last day of the current term
    Ends,
    /// By the last day for notice
    Notice,
    /// Longest without progress first
    Progress,
}

#[derive(Debug, Args)]
pub(crate) struct Notices {
    #[command(flatten)]
    pub(crate) read: Read,
    /// How many days ahead, such as 90d
    #[arg(long, value_name = "DAYS", default_value = "90d", value_parser = days::ahead)]
    pub(crate) within: u32,
    /// Only those with this party
    #[arg(long, value_name = "PARTY")]
    pub(crate) partner: Option<String>,
}

/// A word of a vocabulary, with hyphens or underscores.
fn word<T: Word>(text: &str) -> Result<T, String> {
    T::from_word(&text.trim().to_lowercase().replace('-', "_")).ok_or_else(|| {
        let words: Vec<String> = T::all().iter().map(|word| word.replace('_', "-")).collect();
        format!("it is one of {}", words.join(", "))
    })
}

/// A vocabulary whose words are typed.
pub(crate) trait Word: Copy + Send + Sync + 'static {
    /// The entry with that word.
    fn from_word(word: &str) -> Option<Self>;
    /// Every word.
    fn all() -> Vec<&'static str>;
}

macro_rules! typed {
    ($($name:ident)+) => {
        $(impl Word for $name {
            fn from_word(word: &str) -> Option<Self> {
                Self::from_word(word)
            }

            fn all() -> Vec<&'static str> {
                Self::ALL.iter().map(|entry| entry.word()).collect()
            }
        })+
    };
}
typed!(InstrumentType Stage Concern);

pub(super) const HELP: &str = "\
List instruments as of the dossier's day: where each stands, the last day of its current term, the last day on which notice
can be given in it, and what is missing before it enters into force. `!` stands before what needs looking at; --in-trouble
lists these alone, for whatever reason:
  notice-due            the last day for notice lies within 90 days
  ends-soon             it ends within 90 days
  long-not-in-force     signed more than a year ago and not in force
  no-progress           no act and no follow-up in a year, on it or on its commitments
  disputed              the parties differ on whether it binds
  contradiction         the stage set by hand is another than the acts come to
--concern not-in-force lists whatever is signed and not in force, however long.";
