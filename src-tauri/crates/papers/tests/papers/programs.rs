//! Other people's programs, which read what was written without knowing how: Python with its libraries for office files
//! and calendars, LibreOffice without a window. `make packages` brings them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The Python that the system's packages belong to, whatever else stands on the path.
fn python() -> &'static str {
    if Path::new("/usr/bin/python3").exists() { "/usr/bin/python3" } else { "python3" }
}

/// What a script answers that reads a file; the file's path is `sys.argv[1]`. What it asserts fails the test.
#[track_caller]
pub fn read(script: &str, ending: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(format!("paper.{ending}"));
    fs::write(&file, bytes).expect("the file is written");
    let output = Command::new(python()).args(["-W", "ignore", "-c", script]).arg(&file).output();
    said(&output.expect("Python starts; `make packages` brings it with its libraries"))
}

/// Has LibreOffice make PDFs of files in a folder, all in one go and with settings of its own.
#[track_caller]
pub fn libre_office(folder: &Path, files: &[PathBuf]) {
    let settings = tempfile::tempdir().expect("a folder");
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", settings.path().display()))
        .args(["--headless", "--norestore", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(files)
        .output();
    said(&output.expect("LibreOffice starts; `make packages` brings it"));
}

#[track_caller]
fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    assert!(output.status.success(), "{}\n{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}
