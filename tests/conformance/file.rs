//! The file: what opens, what does not and why, and that nothing is lost.

use std::{fs, path::Path};

use rapporteur_core::{Dossier, Error, error::Code};

use crate::ground::{Ground, around, new_dossier};

fn open(ground: &Ground, path: &Path) -> Error {
    Dossier::open(path, around(&ground.clock, 3)).err().unwrap()
}

#[test]
fn a_dossier_is_open_in_one_window_and_can_be_read_meanwhile() {
    let ground = Ground::new();
    let error = open(&ground, &ground.path);
    assert_eq!(error.code(), Code::InUse);
    assert!(error.to_string().contains("open in another window"));
    let reader = Dossier::open_to_read(&ground.path, around(&ground.clock, 3)).unwrap();
    ground.commitment("Made while it is read");
    assert_eq!(reader.overview().unwrap().counts.commitments, 1);
    assert_eq!(reader.undo().unwrap_err().code(), Code::ReadOnly);
    let path = ground.path.clone();
    drop(reader);
    let ground = ground.reopened();
    assert_eq!(ground.dossier.overview().unwrap().counts.commitments, 1);
    let folder = path.parent().unwrap().to_owned();
    drop(ground.dossier);
    let left: Vec<String> =
        fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(left, ["norland-sudland.dossier"], "closing leaves one file");
}

#[test]
fn what_is_no_dossier_is_left_as_it_is() {
    let ground = Ground::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.dossier");
    assert_eq!(open(&ground, &path).code(), Code::Missing);
    for content in
        [&b""[..], b"Dear colleague,", b"PK\x03\x04 a zipped paper that is much longer than a header would be"]
    {
        fs::write(&path, content).unwrap();
        let error = open(&ground, &path);
        assert_eq!(
            (error.code(), error.to_string().as_str()),
            (Code::NotADossier, "letter.dossier is not a dossier. It was left as it is.")
        );
        assert_eq!(fs::read(&path).unwrap(), content);
    }
    assert_eq!(open(&ground, folder.path()).code(), Code::NotADossier);
    // A database of somebody else's is no dossier either.
    let other = folder.path().join("other.dossier");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    let before = fs::read(&other).unwrap();
    assert_eq!(open(&ground, &other).code(), Code::NotADossier);
    assert_eq!(fs::read(&other).unwrap(), before);
}

#[test]
fn a_truncated_file_is_told_from_a_whole_one() {
    let ground = Ground::new();
    let (path, clock) = (ground.path.clone(), ground.clock.clone());
    let folder = tempfile::tempdir().unwrap();
    let cut = folder.path().join("cut.dossier");
    drop(ground.dossier);
    let whole = fs::read(&path).unwrap();
    for length in [50, 1_000, whole.len() / 2, whole.len() - 1] {
        fs::write(&cut, &whole[..length]).unwrap();
        let error = Dossier::open(&cut, around(&clock, 3)).err().unwrap();
        assert_eq!(error.code(), Code::Damaged, "{length} bytes");
        assert!(error.to_string().contains("is damaged"));
        assert_eq!(fs::read(&cut).unwrap(), &whole[..length]);
    }
}

#[test]
fn a_newer_dossier_is_refused_in_plain_words() {
    let ground = Ground::new();
    let (path, clock) = (ground.path.clone(), ground.clock.clone());
    drop(ground.dossier);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    let before = fs::read(&path).unwrap();
    let error = Dossier::open(&path, around(&clock, 3)).err().unwrap();
    assert_eq!(error.code(), Code::Newer);
    assert!(error.to_string().contains("written by a newer version of Rapporteur (format 99"));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_write_protected_dossier_is_read_and_says_so() {
    let ground = Ground::new();
    ground.commitment("Share formats");
    let (path, clock) = (ground.path.clone(), ground.clock.clone());
    drop(ground.dossier);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = fs::read(&path).unwrap();
    let dossier = Dossier::open(&path, around(&clock, 3)).unwrap();
    let view = dossier.overview().unwrap();
    assert_eq!((view.counts.commitments, view.read_only.as_deref()), (1, Some("the file is write-protected")));
    let error = dossier.undo().unwrap_err();
    assert_eq!(error.code(), Code::ReadOnly);
    assert!(error.to_string().contains("can be read but not changed: the file is write-protected"));
    // The past can be read all the same.
    let query = rapporteur_core::wire::CommitmentQuery::open();
    assert_eq!(dossier.commitments_as_of(dossier.day().unwrap(), &query).unwrap().rows.len(), 1);
    assert!(dossier.check(|_| {}).unwrap().sound);
    drop(dossier);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_new_dossier_takes_no_other_files_place() {
    let ground = Ground::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("taken.dossier");
    fs::write(&path, "mine").unwrap();
    let error = Dossier::create(&path, &new_dossier(), around(&ground.clock, 3)).err().unwrap();
    assert_eq!(error.code(), Code::Exists);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let mut nameless = new_dossier();
    nameless.title = " ".into();
    let other = folder.path().join("other.dossier");
    assert!(Dossier::create(&other, &nameless, around(&ground.clock, 3)).is_err());
    assert!(!other.exists());
}

#[test]
fn check_finds_what_was_changed_behind_its_back() {
    let cases = [
        ("UPDATE commitment SET title = 'Forged'", "differs from the journal"),
        ("UPDATE standing SET due_on = '2001-01-01'", "is listed otherwise"),
        ("UPDATE kept_count SET open = open + 1 WHERE what LIKE 'due:%'", "counted wrongly"),
        ("DELETE FROM kept_count WHERE what LIKE 'track:%'", "counted wrongly"),
        ("DELETE FROM commitment_words WHERE rowid = 1", "finds other rows"),
        ("DELETE FROM near_words WHERE rowid = 1", "finds other rows"),
        ("DELETE FROM title_words WHERE rowid = 1", "finds other rows"),
        ("DELETE FROM document WHERE noun = 'text'", "not numbered for the index"),
        (
            "UPDATE journal SET before = NULL WHERE seq = (SELECT max(seq) FROM journal WHERE before IS NOT NULL)",
            "is not as it was written",
        ),
        ("DELETE FROM journal WHERE seq = 3", "something is missing"),
        ("UPDATE act SET actor = 'Somebody else'", "is not as it was written"),
        ("UPDATE passage SET quote = 'Other words'", "no longer matches the text"),
    ];
    for (forgery, fault) in cases {
        let ground = Ground::new();
        let text = ground.dossier.save_text(&crate::ground::text(None, "Text", "They will share.")).unwrap().output;
        let passage = Some(rapporteur_core::wire::PassageDraft { text, start: 5, end: 15 });
        let draft = rapporteur_core::wire::CommitmentDraft { passage, ..ground.promise("Share") };
        let id = ground.dossier.save_commitment(&draft).unwrap().output;
        ground.put_off(id, "2015-12-01", "").unwrap();
        assert!(ground.dossier.check(|_| {}).unwrap().sound);
        let (path, clock) = (ground.path.clone(), ground.clock.clone());
        drop(ground.dossier);
        let conn = rusqlite::Connection::open(&path).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute(forgery, []).unwrap();
        drop(conn);
        let report = Dossier::open(&path, around(&clock, 3)).unwrap().check(|_| {}).unwrap();
        assert!(report.faults.iter().any(|found| found.contains(fault)), "{forgery}: {:?}", report.faults);
    }
}
