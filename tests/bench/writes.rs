//! Durable writes: a follow-up entered through the register, against two floors on the bare database. The first inserts
//! the same follow-up and nothing else. The second writes every row that the register writes for it: the follow-up, the
//! commitment's standing, its words in the index, the act and the journal's entry, with what they hold given ready-made.
//! Each is on the disk when it is acknowledged (`synchronous=FULL`), one by one, in blocks in turn and on one file, a copy.
//! Each block is of a day of its own, so that standings change.

use rapporteur_core::{
    Dossier,
    clock::Day,
    id::Id,
    wire::{CommitmentQuery, FollowUpDraft},
};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::{
    bare,
    goals::{Figure, Goal, Goals, Spread},
    sizes::{self, Sizes},
    subject::timed,
};

const BLOCKS: usize = 7;
const A_BLOCK: usize = 100;
const NOTE: &str =
    "The other side sent its draft; ours goes to the ministries this week and is expected back by Friday.";

/// A follow-up on one of the commitments.
struct Entry<'s> {
    commitment: Id,
    day: Day,
    /// Tells the entries of one connection apart.
    number: usize,
    bare: &'s Connection,
    /// The number, title, wording and rest of the commitment in the index of words.
    words: (i64, String, String, String),
}

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let figures: Vec<(Figure, Figure)> = sizes.all().iter().map(|size| of(sizes, *size)).collect();
    let (all, alone): (Vec<Figure>, Vec<Figure>) = figures.into_iter().unzip();
    let goal = Goal { ratio: Some(1.5), growth: Some(2.0), ..Goal::default() };
    goals.take("One durable, journalled write, against the same rows written bare", goal, &all);
    goals.take("… against its one row written bare, without journal, standing and words", Goal::default(), &alone);
}

fn of(sizes: &Sizes, size: u32) -> (Figure, Figure) {
    let path = sizes.copy(size, "writes");
    let bare = bare::connect(&path);
    let register = sizes::open(&path);
    let page = register.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::open() }).expect("commitments");
    let ids: Vec<Id> = page.rows.iter().map(|row| row.id).collect();
    let words: Vec<(i64, String, String, String)> = ids.iter().map(|id| worded(&bare, *id)).collect();
    let first = register.day().expect("the dossier's day");
    let [mut one_row, mut same_rows, mut own] = [Vec::new(), Vec::new(), Vec::new()];
    // The first block of each warms the caches and is not counted.
    for block in 0..=BLOCKS {
        let mut day = (0..block * 3).fold(first, |day, _| day.succ_opt().expect("a day after"));
        for (kind, times) in [&mut one_row, &mut same_rows, &mut own].into_iter().enumerate() {
            for at in 0..A_BLOCK {
                let number = (block * 3 + kind) * A_BLOCK + at;
                let of = at % ids.len();
                let entry = Entry { commitment: ids[of], day, number, bare: &bare, words: words[of].clone() };
                let took = timed(|| match kind {
                    0 => insert(&entry),
                    1 => insert_all(&entry),
                    _ => enter(&register, &entry),
                });
                if block > 0 {
                    times.push(took);
                }
            }
            day = day.succ_opt().expect("a day after");
        }
    }
    drop((register, bare));
    std::fs::remove_file(path).expect("the copy goes");
    let own = Spread::of(own);
    let figure = |against| Figure { size, warm: own.clone(), cold: None, against: Some(Spread::of(against)) };
    (figure(same_rows), figure(one_row))
}

/// What the index of words holds of a commitment.
fn worded(bare: &Connection, commitment: Id) -> (i64, String, String, String) {
    let sql = "SELECT s.number, c.ref || ' ' || c.title, c.wording,
                      coalesce((SELECT group_concat(f.note || ' ' || f.next_step || ' ' || f.reported_by, ' ')
                                  FROM follow_up f WHERE f.commitment_id = c.id), '')
                 FROM commitment c JOIN standing s ON s.commitment_id = c.id WHERE c.id = ?1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    bare.query_row(sql, [commitment.to_string()], read).expect("a commitment")
}

fn enter(register: &Dossier, entry: &Entry<'_>) {
    let draft = FollowUpDraft {
        id: None,
        revision: 0,
        commitments: vec![entry.commitment],
        instrument: None,
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
    let (number, title, wording, rest) = &entry.words;
    let rest = format!("{rest} {NOTE} Ask again Desk");
    run(&transaction, "DELETE FROM commitment_words WHERE rowid = ?1", &[number]);
    run(
        &transaction,
        "INSERT INTO commitment_words (rowid, title, wording, rest) VALUES (?1, ?2, ?3, ?4)",
        &[number, title, wording, &rest],
    );
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
