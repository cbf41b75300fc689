//! Durable writes: a follow-up entered through the register, with its act and its journal, against the same row
//! inserted by the bare database. Each is on the disk when it is acknowledged (`synchronous=FULL`), one by one.

use std::time::Instant;

use rapporteur_core::{
    Dossier,
    id::Id,
    wire::{CommitmentQuery, FollowUpDraft},
};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::{
    bare,
    sizes::{SMALL, Sizes},
    table::{self, median, times},
};

const BLOCKS: usize = 9;
const A_BLOCK: usize = 200;
const NOTE: &str =
    "The other side sent its draft; ours goes to the ministries this week and is expected back by Friday.";

pub fn measure(sizes: &Sizes) {
    let path = sizes.path(SMALL);
    let beside = sizes.folder().join("bare.dossier");
    std::fs::copy(&path, &beside).expect("a copy of the dossier");
    let register = sizes.open(SMALL);
    let bare = bare::connect(&beside);
    let page = register.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::open() }).expect("commitments");
    let ids: Vec<Id> = page.rows.iter().map(|row| row.id).collect();

    let mut rates = (Vec::new(), Vec::new());
    // The first block of each warms the caches and is not counted.
    for block in 0..=BLOCKS {
        let bare_rate = rate(|at| insert(&bare, &ids, block * A_BLOCK + at));
        let register_rate = rate(|at| enter(&register, &ids, at));
        if block > 0 {
            rates.0.push(bare_rate);
            rates.1.push(register_rate);
        }
    }
    let (bare_rate, register_rate) = (median(rates.0), median(rates.1));
    let heading =
        format!("Durable writes, one after the other, acknowledged each ({BLOCKS} blocks of {A_BLOCK} in turn)");
    let row = |name: &str, rate: f64, ratio: f64, goal: &str| {
        vec![name.to_owned(), format!("{rate:.0}"), times(ratio), goal.to_owned()]
    };
    table::print(
        &heading,
        &["", "a second", "ratio", "goal"],
        &[
            row("bare database: the row", bare_rate, 1.0, ""),
            row(
                "register: the row, its standing, its act, its journal",
                register_rate,
                register_rate / bare_rate,
                "≥ 0.60×",
            ),
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

fn enter(register: &Dossier, ids: &[Id], at: usize) {
    let draft = FollowUpDraft {
        id: None,
        revision: 0,
        commitments: vec![ids[at % ids.len()]],
        day: None,
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

fn insert(bare: &Connection, ids: &[Id], number: usize) {
    let transaction =
        rusqlite::Transaction::new_unchecked(bare, TransactionBehavior::Immediate).expect("a transaction");
    let mut statement = transaction
        .prepare_cached(
            "INSERT INTO follow_up (id, revision, commitment_id, day, reported_by, note, our_status, their_status,
                                    next_step, next_step_due, evidence, meeting_id, agenda_item_id, marking)
             VALUES (?1, 1, ?2, '2015-08-20', 'Desk', ?3, NULL, NULL, 'Ask again', NULL, '', NULL, NULL, '')",
        )
        .expect("a statement");
    let id = format!("01990000-0000-7000-8000-{number:012x}");
    statement.execute(params![id, ids[number % ids.len()].to_string(), NOTE]).expect("a row");
    drop(statement);
    transaction.commit().expect("on the disk");
}
