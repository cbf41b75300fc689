//! What cannot be done: the sentence, the exit code, and that nothing is lost.

use std::fs;

use crate::support::Desk;

#[test]
fn each_state_of_a_file_has_its_sentence() {
    let desk = Desk::with_sample();
    let sound = fs::read(desk.path("sample.dossier")).unwrap();
    fs::write(desk.path("cut.dossier"), &sound[..sound.len() / 2]).unwrap();
    desk.write("letter.dossier", "Dear colleague,\nplease find enclosed …\n");
    let mut newer = sound.clone();
    // The number of the format stands at byte 60 of the header: https://www.sqlite.org/fileformat.html
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(desk.path("newer.dossier"), newer).unwrap();
    for (file, sentence) in [
        ("absent.dossier", "There is no file at absent.dossier."),
        ("letter.dossier", "letter.dossier is not a dossier."),
        ("cut.dossier", "cut.dossier is damaged"),
        ("newer.dossier", "newer.dossier was written by a newer version of Rapporteur (format 99;"),
    ] {
        for command in ["info", "list", "meetings", "check", "undo"] {
            let said = desk.run(&[command, file]).fault(3);
            assert!(said.starts_with(sentence), "{command}: {said}");
        }
    }
    assert_eq!(fs::read(desk.path("cut.dossier")).unwrap().len(), sound.len() / 2);
}

#[test]
fn a_write_protected_dossier_is_read_and_not_changed() {
    let desk = Desk::with_sample();
    let path = desk.path("sample.dossier");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    desk.run(&["list", "sample.dossier"]).done();
    let sentence = desk.run_with(&["log", "sample.dossier", "-"], r#"{"title": "Call"}"#).fault(3);
    assert!(sentence.starts_with("sample.dossier can be read but not changed"), "{sentence}");
}

#[test]
fn names_that_fit_nothing_or_several_are_refused() {
    let desk = Desk::with_sample();
    let fault = |arguments: &[&str]| desk.run(arguments).fault(1);
    assert_eq!(fault(&["list", "sample.dossier", "--meeting", "Oslo"]), "No meeting fits “Oslo”.");
    assert_eq!(fault(&["list", "sample.dossier", "--owner", "Nobody"]), "No body or person fits “Nobody”.");
    assert_eq!(fault(&["list", "sample.dossier", "--track", "XYZ"]), "No track fits “XYZ”.");
    assert_eq!(fault(&["show", "sample.dossier", "CYB-1999-001"]), "No commitment or instrument fits “CYB-1999-001”.");
    let several = fault(&["show", "sample.dossier", "cooperation"]);
    assert!(several.starts_with("“cooperation” fits more than one commitment: "), "{several}");
    assert!(several.ends_with("Say more of the name, or give its id."), "{several}");
}

#[test]
fn a_command_line_that_is_not_understood_ends_with_2() {
    let desk = Desk::with_sample();
    for arguments in [
        &["list", "sample.dossier", "--before", "20/08/2015"][..],
        &["list"],
        &["frobnicate", "sample.dossier"],
        &["generate", "big.dossier", "--commitments", "0"],
        &[],
    ] {
        let answer = desk.run(arguments);
        assert_eq!(answer.exit, 2, "{answer:?}");
        assert_eq!(answer.out, "");
    }
    let answer = desk.run(&["list", "sample.dossier", "--before", "20/08/2015"]);
    assert!(answer.err.contains("write the day as 2015-08-20 or 20 Aug 2015"), "{}", answer.err);
}

#[test]
fn check_says_what_was_tampered_with_and_ends_with_4() {
    let desk = Desk::with_sample();
    let path = desk.path("sample.dossier");
    let mut content = fs::read(&path).unwrap();
    let words = "Capacity-building in cyber security".as_bytes();
    let at = content.windows(words.len()).position(|window| window == words).unwrap();
    content[at] = b'K';
    fs::write(&path, content).unwrap();
    let answer = desk.run(&["check", "sample.dossier"]);
    assert_eq!(answer.exit, 4, "{answer:?}");
    assert!(answer.out.contains("fault"), "{}", answer.out);
    assert!(answer.err.contains("Examining the journal"), "{}", answer.err);
    let json = desk.run(&["check", "sample.dossier", "--json"]);
    assert_eq!(json.exit, 4);
    let view: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(view["sound"], false);
}

#[test]
fn help_documents_the_exit_codes() {
    let desk = Desk::empty();
    let help = desk.run(&["--help"]).done();
    for line in ["0  done", "1  refused", "2  the command line", "3  the file", "4  check found faults"] {
        assert!(help.contains(line), "{line} is missing in\n{help}");
    }
}
