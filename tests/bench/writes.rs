//! Durable writes: a follow-up entered through the register, against two floors on the bare database. The first inserts
//! the same follow-up and nothing else. The second writes every row that the register writes for it: the follow-up, the
//! commitment's standing, the act and the journal's entry, with what they hold given ready-made. Each is on the disk when
//! it is acknowledged (`synchronous=FULL`), one by one. Each block is of a day of its own, so that standings change.

use std::time::Instant;

use rapporteur_core::{
    Dossier,
    clock::Day,
    id::Id,
    wire::{CommitmentQuery, FollowUpDraft},
};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::{
    bare,
    sizes::{SMALL, Sizes},
    table::{self, median, times},
};

const BLOCKS: usize = 9;
const A_BLOCK: usize = 200;
const NOTE: &str =
    "The other side sent its draft; ours goes to the ministries this week and is expected back by Friday.";

/// A follow-up on one of the commitments.
struct Entry<'s> {
    commitment: Id,
    day: Day,
    /// Tells the entries of one connection apart.
    number: usize,
    bare: &'s Connection,
}

pub fn measure(sizes: &Sizes) {
    let path = sizes.path(SMALL);
    let copy = |name: &str| {
        let beside = sizes.folder().join(name);
        std::fs::copy(&path, &beside).expect("a copy of the dossier");
        bare::connect(&beside)
    };
    let (one_row, same_rows) = (copy("one-row.dossier"), copy("same-rows.dossier"));
    let register = sizes.open(SMALL);
    let page = register.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::open() }).expect("commitments");
    let ids: Vec<Id> = page.rows.iter().map(|row| row.id).collect();
    let first = register.day().expect("the dossier's day");

    let mut rates = [Vec::new(), Vec::new(), Vec::new()];
    // The first block of each warms the caches and is not counted.
    for block in 0..=BLOCKS {
        let entry = |bare, at: usize| {
            let day = (0..block).fold(first, |day, _| day.succ_opt().expect("a day after"));
            Entry { commitment: ids[at % ids.len()], day, number: block * A_BLOCK + at, bare }
        };
        let block_rates = [
            rate(|at| insert(&entry(&one_row, at))),
            rate(|at| insert_all(&entry(&same_rows, at))),
            rate(|at| enter(&register, &entry(&one_row, at))),
        ];
        if block > 0 {
            rates.iter_mut().zip(block_rates).for_each(|(rates, rate)| rates.push(rate));
        }
    }
    let [one_row, same_rows, register] = rates.map(median);
    let heading =
        format!("Durable writes, one after the other, acknowledged each ({BLOCKS} blocks of {A_BLOCK} in turn)");
    let row = |name: &str, rate: f64, ratio: f64, goal: &str| {
        vec![name.to_owned(), format!("{rate:.0}"), times(ratio), goal.to_owned()]
    };
    table::print(
        &heading,
        &["", "a second", "ratio", "goal"],
        &[
            row("bare database: the row alone", one_row, 1.0, ""),
            row("register, against it", register, register / one_row, "≥ 0.60×"),
            row("bare database: the row, its standing, its act, its journal", same_rows, 1.0, ""),
            row("register, against it", register, register / same_rows, "≥ 0.67×"),
        ],
    );
}

/// How many a second.
fn rate(mut one: impl FnMut(usize)) -> f64 {
    let began = Instant::now();
    for at in 0..A_BLOCK {
        one(at);
    }
    A_BLOCK as f64 / began.elapsed().as_secs_f64()
}

fn enter(register: &Dossier, entry: &Entry<'_>) {
    let draft = FollowUpDraft {
        id: None,
        revision: 0,
        commitments: vec![entry.commitment],
        day: Some(entry.day),
        reported_by: "Desk".into(),
        note: NOTE.into(),
        our_status: None,
        their_status: None,
        next_step: "Ask again".into(),
        next_step_due: None,
        evidence: String::new(),
        agenda_item: None,
        marking: Vec::new(),
    };
    register.save_follow_up(&draft).expect("a follow-up");
}

fn insert(entry: &Entry<'_>) {
    let transaction = begin(entry.bare);
    follow_up(&transaction, entry);
    transaction.commit().expect("on the disk");
}

fn insert_all(entry: &Entry<'_>) {
    let transaction = begin(entry.bare);
    follow_up(&transaction, entry);
    let (id, commitment, day) = (id(1, entry), entry.commitment.to_string(), entry.day.to_string());
    run(&transaction, "UPDATE standing SET heard_on = ?2 WHERE commitment_id = ?1", &[&commitment, &day]);
    run(
        &transaction,
        "INSERT INTO act (id, seq, op, title, actor, at, kind, reverts, undoable, undone, forgotten, entries)
         SELECT ?1, max(seq) + 1, 'save_follow_up', 'Follow-up on CYB-2015-003', 'Measurement',
                '2015-08-20T12:00:00.000Z', 'done', NULL, true, false, false, 1 FROM act",
        &[&self::id(2, entry)],
    );
    let record = format!(
        r#"{{"commitment_id":"{commitment}","day":"{day}","next_step":"Ask again","note":"{NOTE}","reported_by":"Desk"}}"#
    );
    run(
        &transaction,
        "INSERT INTO journal (seq, act_seq, at, noun, row_id, revision, version, before, after, hash)
         SELECT max(seq) + 1, (SELECT max(seq) FROM act), '2015-08-20T12:00:00.000Z', 'follow_up', ?1, 1, 1, NULL, ?2,
                '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' FROM journal",
        &[&id, &record],
    );
    transaction.commit().expect("on the disk");
}

fn begin(bare: &Connection) -> Transaction<'_> {
    Transaction::new_unchecked(bare, TransactionBehavior::Immediate).expect("a transaction")
}

fn follow_up(transaction: &Transaction<'_>, entry: &Entry<'_>) {
    let mut statement = transaction
        .prepare_cached(
            "INSERT INTO follow_up (id, revision, commitment_id, day, reported_by, note, our_status, their_status,
                                    next_step, next_step_due, evidence, meeting_id, agenda_item_id, marking)
             VALUES (?1, 1, ?2, ?3, 'Desk', ?4, NULL, NULL, 'Ask again', NULL, '', NULL, NULL, '')",
        )
        .expect("a statement");
    let values = params![id(1, entry), entry.commitment.to_string(), entry.day.to_string(), NOTE];
    statement.execute(values).expect("a row");
}

fn run(transaction: &Transaction<'_>, sql: &str, with: &[&dyn rusqlite::ToSql]) {
    let changed = transaction.prepare_cached(sql).expect("a statement").execute(with).expect("a row");
    assert_eq!(changed, 1, "one row a statement");
}

/// An id that sorts after those of the dossier, as new ids do.
fn id(kind: u8, entry: &Entry<'_>) -> String {
    format!("0{kind}fe0000-0000-7000-8000-{:012x}", entry.number)
}
