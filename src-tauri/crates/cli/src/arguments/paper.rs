//! `paper`: its options and its help.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rapporteur_core::{clock::Day, vocabulary::PaperKind};

use crate::days;

pub(super) const HELP: &str = "\
Write a paper of the register as a file. Its form is what the name after --out ends with: .pdf, .docx, .xlsx for papers with
tables, .md, and .ics for the calendar. The file is put in place whole, or what stood there stays.

  brief        for a meeting to come: --meeting
  record       of discussion: --meeting
  matrix       of commitments: open ones, or what --query asks for, in the search language of list
  chaser       what is asked of a body or a person, point by point: --body or --person
  instruments  list and status: with --party, or with all
  outcome      last visit's promises against what shows that they were kept: --meeting, or --party
  handover     what a person owns, late first: --person
  track        a year of one track: --track
  history      of one commitment: --commitment
  calendar     meetings, due days and days for notice

With --for, what is marked above the reader's level is left out: titles, refs, counts and names of it too. It takes a label
of the dossier's scheme, such as Restricted or TLP:AMBER, and may be given once for each axis. --gaps says in the paper how
many things were left out.

  rapporteur-cli paper us.dossier brief --meeting \"New York\" --for Restricted --out brief.pdf

A paper bears the highest marking of its parts. A marking is a label, not an accreditation.";

/// Write a paper.
#[derive(Debug, Args)]
pub(crate) struct Paper {
    /// The dossier
    pub(crate) file: PathBuf,
    /// Which paper
    #[arg(value_enum)]
    pub(crate) kind: Kind,
    /// Of which meeting
    #[arg(long, value_name = "MEETING")]
    pub(crate) meeting: Option<String>,
    /// For which body
    #[arg(long, value_name = "BODY")]
    pub(crate) body: Option<String>,
    /// For which person
    #[arg(long, value_name = "PERSON")]
    pub(crate) person: Option<String>,
    /// Of which track
    #[arg(long, value_name = "TRACK")]
    pub(crate) track: Option<String>,
    /// With which party
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    /// Of which commitment
    #[arg(long, value_name = "REF")]
    pub(crate) commitment: Option<String>,
    /// Of which commitments, in the search language
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub(crate) query: Option<String>,
    /// By which day replies to a chaser sheet are asked for
    #[arg(long, value_name = "DAY", value_parser = days::parse)]
    pub(crate) reply_by: Option<Day>,
    /// The reader's level: a label of the dossier's scheme; once for each axis
    #[arg(long = "for", value_name = "LEVEL")]
    pub(crate) levels: Vec<String>,
    /// Say in the paper how many things were left out
    #[arg(long)]
    pub(crate) gaps: bool,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

/// The papers.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    Brief,
    Record,
    Matrix,
    Chaser,
    Instruments,
    Outcome,
    Handover,
    Track,
    History,
    Calendar,
}

impl From<Kind> for PaperKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Brief => Self::Brief,
            Kind::Record => Self::Record,
            Kind::Matrix => Self::Matrix,
            Kind::Chaser => Self::Chaser,
            Kind::Instruments => Self::Instruments,
            Kind::Outcome => Self::Outcome,
            Kind::Handover => Self::Handover,
            Kind::Track => Self::Track,
            Kind::History => Self::History,
            Kind::Calendar => Self::Calendar,
        }
    }
}
