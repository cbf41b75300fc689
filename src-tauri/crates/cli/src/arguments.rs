//! The command line: commands, options and their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use rapporteur_core::clock::Day;

use crate::days;

mod instruments;
mod paper;

pub(crate) use instruments::{InstrumentOrder, Instruments, Notices};
pub(crate) use paper::Paper;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  refused: a rule of the register, or a name that fits nothing or more than one thing
  2  the command line was not understood
  3  the file: missing, in the way, no dossier, damaged, written by a newer version, in use, read-only, disk full
  4  check found faults

An error is one sentence on standard error; nothing was entered then. Progress of long work goes there too.
Days are written 2015-08-20 or 20 Aug 2015.
Wherever a meeting, body, person, track or commitment is asked for, an id, a code, a ref, or any text that fits only
one is taken: --meeting \"New York\".";

/// Keeps the register of what governments promised each other: the companion of Rapporteur on the command line.
#[derive(Debug, Parser)]
#[command(name = "rapporteur-cli", version, after_long_help = EXIT_CODES, after_help = EXIT_CODES, propagate_version = true)]
pub(crate) struct Arguments {
    /// Enter changes under this name instead of the account's
    #[arg(long = "as", value_name = "NAME", global = true)]
    pub(crate) name: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new, empty dossier
    New(New),
    /// Make the sample dossier, India–United States
    Sample {
        /// The dossier to make
        file: PathBuf,
    },
    /// Say what a dossier holds
    Info(Read),
    /// List commitments, in the order of a review
    #[command(long_about = LIST)]
    List(List),
    /// Find whatever holds some words: commitments, meetings, texts, people, bodies
    #[command(long_about = SEARCH)]
    Search(Search),
    /// List the saved views, with how many commitments each has
    Views(Read),
    /// List meetings, newest first
    Meetings(Read),
    /// Say what we owe them, what they owe us, what both owe, by track
    Ledger(Read),
    /// Say what was open, overdue and stale at each month's end, as it was known then
    Trend(Read),
    /// List what was said again most often, and what came of it
    Reiteration(Read),
    /// Read what a person would hand over, or hand it over to a successor in one act
    Handover(Handover),
    /// List instruments: where they stand, their terms and what they wait for
    #[command(long_about = instruments::HELP)]
    Instruments(Instruments),
    /// List the instruments on which notice is due, or which end, within some days; soonest first
    Notices(Notices),
    /// Show everything about one commitment or instrument
    Show(Show),
    /// Show what led to a commitment or an instrument and what came of it, in the order of time
    #[command(long_about = LINEAGE)]
    Lineage(Lineage),
    /// Enter a meeting with all that came of it, as one act
    #[command(long_about = LOG)]
    Log {
        /// The dossier
        file: PathBuf,
        /// The meeting as JSON; - reads standard input
        meeting: PathBuf,
    },
    /// Enter a commitment in one line
    #[command(long_about = ADD)]
    Add(Add),
    /// Find the commitments in a text; JSON
    #[command(long_about = CAPTURE, after_long_help = EXIT_CODES)]
    Capture(Capture),
    /// Read the words of a file into a new text of a dossier, and keep the original with it
    Attach(Attach),
    /// Show who changed what of a commitment or an instrument, newest first
    History(Show),
    /// Say what changed between two days: added, closed, slipped, reworded, …
    #[command(long_about = DIFF)]
    Diff(Diff),
    /// Write a paper as PDF, Word document, workbook, Markdown or calendar file, for one reader
    #[command(long_about = paper::HELP)]
    Paper(Paper),
    /// Take back what was done last
    Undo {
        /// The dossier
        file: PathBuf,
    },
    /// Examine the file, its references, passages and journal
    Check(Read),
    /// Make a synthetic dossier of any size, for measuring
    #[command(long_about = GENERATE)]
    Generate(Generate),
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The dossier to make; no file may stand there yet
    pub(crate) file: PathBuf,
    /// Its title
    #[arg(long)]
    pub(crate) title: String,
    /// Code of the home party, such as IN
    #[arg(long, value_name = "CODE")]
    pub(crate) home: String,
    /// Name of the home party, such as India; the code where left out
    #[arg(long, value_name = "NAME", default_value = "")]
    pub(crate) home_name: String,
    /// IANA name of the time zone, such as Asia/Kolkata
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    pub(crate) time_zone: String,
}

#[derive(Debug, Args)]
pub(crate) struct Read {
    /// The dossier
    pub(crate) file: PathBuf,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) read: Read,
    /// What is searched for, in the search language; see below
    #[arg(value_name = "QUERY", default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    pub(crate) query: String,
    /// A saved view: what it asks, besides the query, and its order
    #[arg(long, value_name = "NAME")]
    pub(crate) view: Option<String>,
    /// In which order; that of the view, or else of a review, where left out
    #[arg(long, value_enum)]
    pub(crate) sort: Option<Order>,
    /// The order turned round; a review's is not
    #[arg(long)]
    pub(crate) desc: bool,
    /// Parted by this, the order within each part
    #[arg(long, value_enum, value_name = "BY")]
    pub(crate) group: Option<Group>,
    /// At most so many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: Option<u32>,
    /// Only open ones
    #[arg(long)]
    pub(crate) open: bool,
    /// Only this track; may be given several times
    #[arg(long, value_name = "TRACK")]
    pub(crate) track: Vec<String>,
    /// Only those due on or before this day
    #[arg(long, value_name = "DATE", value_parser = days::parse)]
    pub(crate) before: Option<Day>,
    /// The list as it stood at the end of this day
    #[arg(long, value_name = "DATE", value_parser = days::parse)]
    pub(crate) as_of: Option<Day>,
    /// Only those made at this meeting, or due by it
    #[arg(long, value_name = "MEETING")]
    pub(crate) meeting: Option<String>,
    /// Only those this body or person has a part in
    #[arg(long, value_name = "BODY OR PERSON")]
    pub(crate) owner: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    #[command(flatten)]
    pub(crate) read: Read,
    /// As it stood at the end of this day …
    #[arg(long, value_name = "DAY", value_parser = days::parse)]
    pub(crate) from: Day,
    /// … and of this one; as it stands now where left out
    #[arg(long, value_name = "DAY", value_parser = days::parse)]
    pub(crate) to: Option<Day>,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    #[command(flatten)]
    pub(crate) read: Read,
    /// The words: every one has to be found; "several words" stand together, beginn* goes on
    #[arg(value_name = "WORDS", required = true, num_args = 1..)]
    pub(crate) words: Vec<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: u32,
}

/// The orders of a list.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Order {
    /// Track by track, exceptions first, then by due date
    Review,
    /// Soonest due first
    Due,
    /// By reference
    Ref,
    /// Longest unheard of first
    Heard,
    /// By title
    Title,
    /// Oldest first
    Made,
    /// Least often put off first
    Slips,
    /// Longest not on the table first
    Raised,
    /// By track, then by due date
    Track,
    /// By status, then by due date
    Status,
    /// By who owes it, then by due date
    Bound,
    /// Firm ones first, then by due date
    Strength,
    /// By the owner that leads, then by due date
    Owner,
}

/// What a list is parted by.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Group {
    Track,
    /// The body or person that leads
    Owner,
    /// The body that leads
    Body,
    /// The meeting it was made at, the newest first
    Meeting,
    Status,
    /// The month it is due in
    DueMonth,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) read: Read,
    /// The commitment or instrument: its ref, its id, or words of its title
    #[arg(value_name = "REF", required = true, num_args = 1..)]
    pub(crate) named: Vec<String>,
}

const LINEAGE: &str = "\
Show what led to a commitment or an instrument and what came of it, in the order of time: the statement or meeting it
comes from, what it reaffirms, supersedes or depends on, the instruments that deliver it, where it was raised, what
shows that it was kept.

Each line hangs under what led to it; what several things led to stands under the last of them, and is named under the
others. An arrow marks what was asked for. At most 40 things are shown; where links lead on to more, a line says how
many.";

#[derive(Debug, Args)]
pub(crate) struct Lineage {
    #[command(flatten)]
    pub(crate) show: Show,
    /// As it stood at the end of this day
    #[arg(long, value_name = "DAY", value_parser = days::parse)]
    pub(crate) as_of: Option<Day>,
}

#[derive(Debug, Args)]
pub(crate) struct Handover {
    #[command(flatten)]
    pub(crate) read: Read,
    /// Who leaves: a name or an id
    #[arg(long, value_name = "PERSON")]
    pub(crate) from: String,
    /// Who follows; without it the list to read first is shown, and nothing is handed over
    #[arg(long, value_name = "PERSON")]
    pub(crate) to: Option<String>,
    /// Why
    #[arg(long, value_name = "WORDS", requires = "to")]
    pub(crate) reason: Option<String>,
    /// On which day; the dossier's where left out
    #[arg(long, value_name = "DATE", value_parser = days::parse, requires = "to")]
    pub(crate) day: Option<Day>,
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The dossier
    pub(crate) file: PathBuf,
    /// The line; see below
    pub(crate) line: String,
    /// The meeting it was made at
    #[arg(long, value_name = "MEETING")]
    pub(crate) meeting: Option<String>,
    /// Only say what is understood; nothing is entered
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Capture {
    /// The text: DOCX, ODT, PDF, HTML, RTF, plain text or an e-mail; - reads standard input
    pub(crate) text: PathBuf,
    /// Codes of the parties to the text, such as IN,US
    #[arg(long, value_name = "CODES", value_delimiter = ',', required_unless_present = "dossier")]
    pub(crate) parties: Vec<String>,
    /// The day the text bears; words such as "next year" are reckoned from it
    #[arg(long, value_name = "DATE", value_parser = days::parse)]
    pub(crate) date: Option<Day>,
    /// Also propose what this dossier would: track, owners, due date, commitments that say nearly the same
    #[arg(long, value_name = "FILE")]
    pub(crate) dossier: Option<PathBuf>,
    /// Also what third parties promise, and what is delivered already
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Attach {
    /// The dossier
    pub(crate) file: PathBuf,
    /// The file to read: DOCX, ODT, PDF, HTML, RTF, plain text or an e-mail
    pub(crate) original: PathBuf,
    /// The meeting it belongs to
    #[arg(long, value_name = "MEETING")]
    pub(crate) meeting: Option<String>,
    /// The instrument whose text it is
    #[arg(long, value_name = "INSTRUMENT")]
    pub(crate) instrument: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// The dossier to make; no file may stand there yet
    pub(crate) file: PathBuf,
    /// How many commitments
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) commitments: u32,
    /// How many follow-ups a commitment has on average
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=50))]
    pub(crate) follow_ups: u8,
    /// The same seed gives the same dossier
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
}

const LIST: &str = "\
List commitments, in the order of a review: track by track, exceptions first, then by due date.

Before the ref stands the delivery lamp: ● carried out, ◐ being carried out, ▲ late, blocked or at risk, – set aside. Behind the
title: who is bound; the lead on our side and the counterpart; the due date; where it stands as we see it and, after a
slash, as they see it where that differs; and how long ago it was last heard of.

The search language, as in the window. Words are looked for in ref, title, wording and owners; \"in quotation marks\" one
after the other. A blank means and, or means or, - means not, brackets group: 'track:cyber (overdue or slips>2) -owner:MHA'.
  track: owner: counterpart: partner: meeting: dialogue: instrument: marking:   a name, a code, or a part of one
  bound:us bound:them bound:both bound:NAME   strength:firm|intent|soft   lamp:red|amber|green|grey|fresh|ageing|stale
  status:open|closed|not-started|in-progress|delivered|fulfilled|…   theirs: the same, as they see it
  due<2026-06-01 due:2026-06 due:this-month due<+30 due:none   made: heard: created: changed: alike
  exception:overdue|blocked|due-before|stale|cancelled   why a review brings it up
  slips>2 reaffirmed>2   ref:CYB-2015   title:WORDS   by:MEETING   by:EVENT
  open closed overdue was-overdue blocked stale";

const DIFF: &str = "\
Say what changed between the ends of two days (UTC): the net change, so that what was entered and then worded otherwise is
added, and what was changed and changed back is not told. It is read from the journal's entries between the two days.

Commitments that were added, closed, reopened, that slipped to a later day or were given another, that were reworded, whose
status or owners changed, that changed otherwise, or were removed; instruments with the acts on them; meetings. What changed in
several ways is told under each. In words, [-what is gone-] and {+what is new+}. With --json every row has its fields with
before and after.";

const ADD: &str = "\
Enter a commitment in one line, as in the window:

  rapporteur-cli add us.dossier 'CERT-In to share quarterly threat report by 31 Mar #cyber @CERT-In ~US-CERT'

Words say what is to be done; we, they, both or a name at the beginning say who is bound.
  #track   by code or name; proposed from the words where left out
  @owner ~counterpart   a body or a person; \"in quotation marks\" where the name has blanks
  by 31 Mar, by March 31st 2026, by 2026-03-31, by the end of 2026, by the next Cyber Dialogue, every six months
  !us !them !both !firm !intent !soft   where the words do not say it
What is not understood is named with what would be right, and nothing is entered.";

const CAPTURE: &str = "\
Find the commitments in a text, and print them as a JSON array in the order of the text. Nothing is entered.

Each has: start and end of its words, in Unicode scalar values, and quote, the words; title; class; bound, which is
\"both\", an array of codes, or for a third party its name; strength: firm, intent, soft; due, the words of the deadline,
or null; cue, the words that made it a commitment, and rule, the name of the rule; confidence, from 0 to 1.

With --dossier also: track, its code, and track_reason; owners, as role and name, and owners_reason; due_label, what the
words of the deadline mean; state, where the dossier has a verdict on the like of it; and like, the commitments that say
nearly the same, with their ref, title and likeness in percent.";

const SEARCH: &str = "\
Find whatever holds all the words: commitments with their follow-ups, meetings with their records, texts, dialogues,
tracks, parties, bodies and persons. What holds them in its title, name or ref comes first, then what holds them in the
agreed wording, then the rest; in each, the newest first. A word is a whole word, without regard to case and accents;
secur* is the beginning of one, and \"data protection\" stands together. Where nothing is found, names that resemble the
words are offered.";

const GENERATE: &str = "\
Make a synthetic dossier of any size, for measuring: tracks, dialogues and bodies used unevenly, forty years of meetings
with texts, passages for part of the commitments, owners, due dates, slips, and five follow-ups each on average, of some
none, of a few dozens; instruments with acts, terms and texts. A million commitments come of twenty thousand meetings,
and two thousand instruments stand beside them. Countries and people are invented, the day is fixed, and the marking says
that it is synthetic. The same seed gives the same dossier.

The file is written under the name FILE with the ending .unfinished.dossier, without waiting for the disk; it gets its own
name when it is whole and safe on the disk. A failure leaves nothing behind.";

const LOG: &str = r#"Enter a meeting with all that came of it as one act: either all of it is entered, or nothing,
with a sentence that names the part. One undo takes it back.

Everything but the title or the dialogue may be left out. Parties, bodies, persons, tracks,
dialogues, meetings, commitments and instruments are named by an id, a code, a ref, or any text
that fits only one. This example can be logged in the sample dossier:

{
  "dialogue": "Cyber Dialogue",
  "begins_on": "2015-08-19",
  "ends_on": "2015-08-20",
  "place": "New Delhi",
  "host": "IN",
  "attendance": [
    {"person": "Arvind Gupta", "role": "head"},
    {"body": "CERT-In"},
    {"name": "A visitor of whom the register knows nothing", "party": "US", "role": "adviser"},
    {"party": "US", "size": 12}
  ],
  "agenda": [
    {"title": "Sharing of information", "track": "CYB",
     "home_said": "It works.", "partner_said": "It could be quicker.",
     "commitments": ["CYB-2011-003"]}
  ],
  "record": "What was said.",
  "final": false,
  "texts": [
    {"title": "Joint statement", "kind": "joint_statement", "language": "en",
     "dated_on": "2015-08-20", "source": "Published by both sides",
     "body": "Both sides will name contact points by the end of the year.",
     "instrument": 1, "authentic": true}
  ],
  "instruments": [
    {"title": "Arrangement on contact points", "type": "arrangement", "languages": ["en"],
     "parties": [{"party": "IN", "effect": "not_binding", "body": "NSCS", "implementing": ["CERT-In"]},
                 {"party": "US", "effect": "not_binding"}],
     "term": {"length": {"length": 3, "unit": "years"}, "renewal": "tacit",
              "notice": {"length": 6, "unit": "months"}},
     "acts": [{"person": "Arvind Gupta"}, {"party": "US", "name": "A. Visitor", "post": "Envoy"}],
     "delivers": ["CYB-2015-005"]},
    {"instrument": "INS-2011-002", "acts": [{"kind": "notification", "party": "US"}]}
  ],
  "outcomes": [
    {"title": "Contact points",
     "quote": "Both sides will name contact points", "text": 1,
     "track": "CYB", "bound": "both", "strength": "firm",
     "owners": [{"role": "lead", "body": "CERT-In"},
                {"role": "supporting", "person": "Arvind Gupta"},
                {"role": "counterpart", "body": "US-CERT"}],
     "due": {"kind": "day", "on": "2015-12-31"},
     "status": "not_started",
     "links": [{"kind": "reaffirms", "commitment": "CYB-2011-003"}],
     "note": ""}
  ],
  "follow_ups": [
    {"commitment": "CYB-2015-004", "reported_by": "MHA", "note": "Named on both sides.",
     "our_status": "delivered", "their_status": "in_progress",
     "next_step": "Publish them", "next_step_due": "2015-09-10", "agenda_item": 1}
  ]
}

Of a meeting also: title, ordinal and level, where they are not those that its dialogue proposes;
numbered: false where it counts as no round; precision: month where the day is not known; mode;
state; parent, the meeting in whose margins it took place; note.
Of a text also: side_letter. Texts and outcomes name an instrument of this entry by its number.
Of an instrument also: short_title; dialogue and tracks, where they are not the meeting’s; authentic
languages; entry, such as {"clause": "on_notifications", "after": {"length": 30, "unit": "days"}};
note. Of one that stood before, only acts and delivers are given.
Of an act also: on and place, where they are not the meeting’s; note.
Of a term also: from entry_into_force, or from_on a day; until a day; renewal_length, renewal_most;
notice_form; denouncing after_notice or at_term_end.
Of an outcome also: wording, where there is no quote; bound_parties, where bound is named; instrument.
Of a follow-up also: day, where it is not the meeting’s last; evidence.
A quote stands word for word in exactly one place of the texts, or of the one whose number is given.

Words:
  level       working_group, joint_working_group, senior_officials, ministerial, summit
  mode        in_person, video, telephone, hybrid, correspondence
  state       planned, held, postponed, cancelled
  role        head, member, adviser, interpreter, note_taker; of owners: lead, supporting, counterpart
  kind        joint_statement, press_release, press_report, minutes, instrument_text, note_verbale,
              non_paper, aide_memoire, other; of links: reaffirms, supersedes, depends_on
  type        treaty, agreement, convention, protocol, memorandum_of_understanding,
              memorandum_of_cooperation, arrangement, exchange_of_notes, exchange_of_letters,
              letter_of_intent, charter, action_plan, joint_statement, joint_declaration, initiative,
              roadmap
  acts        signature, definitive_signature, adoption, ratification, notification, denunciation …
  effect      binding, not_binding, not_stated
  renewal     none, tacit, express, not_stated
  bound       both, home, partner, named
  strength    firm, intent, soft
  status      not_started, in_progress, delivered, suspended
  due         {"kind": "day", "on": "2015-12-31"}, {"kind": "meeting", "meeting": "New York"},
              {"kind": "event", "event": "COP 21", "on": "2015-12-12"}, {"kind": "none"},
              {"kind": "recurring", "months": 6, "on": "2016-01-01"}, {"kind": "ongoing"}"#;
