//! Where a dossier lies: what can be told of a file and its disk before it is opened.

use std::{
    ffi::OsString,
    fs::{File, OpenOptions},
    io::Read as _,
    path::{Path, PathBuf},
};

use crate::error::{Error, Result};

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The file beside `path` with `suffix` added to its name.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    PathBuf::from(name)
}

/// Refuses what is missing, on a network drive, no database, or cut short.
pub(super) fn examine(path: &Path) -> Result<()> {
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::Missing { path: path.to_owned() });
        }
        Err(cause) => return Err(Error::File { path: path.to_owned(), doing: "opened", cause }),
    };
    if !metadata.is_file() {
        return Err(Error::NotADossier { path: path.to_owned() });
    }
    refuse_network_drive(path)?;
    let mut header = [0; 100];
    let failed = |cause| Error::File { path: path.to_owned(), doing: "read", cause };
    let mut file = File::open(path).map_err(failed)?;
    let mut read = 0;
    while read < header.len() {
        match file.read(&mut header[read..]).map_err(failed)? {
            0 => break,
            count => read += count,
        }
    }
    if read < MAGIC.len() || &header[..16] != MAGIC {
        return Err(Error::NotADossier { path: path.to_owned() });
    }
    let promised = promised_size(&header);
    if read < header.len() || metadata.len() < promised {
        return Err(Error::Damaged {
            path: path.to_owned(),
            detail: format!("{} bytes of {promised} are there", metadata.len()),
        });
    }
    Ok(())
}

/// How long the file says it is: page size times pages, from the header's fields at 16 and 28
/// (<https://www.sqlite.org/fileformat.html>). Nought where the header's count of pages is not in use.
fn promised_size(header: &[u8; 100]) -> u64 {
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    if number(24) == number(92) { page * u64::from(number(28)) } else { 0 }
}

/// The mark in the head of a database that says whose it is; none where the file is no database.
pub(super) fn marked(path: &Path) -> Option<i64> {
    let mut header = [0; 100];
    File::open(path).and_then(|mut file| file.read_exact(&mut header)).ok()?;
    let mark = u32::from_be_bytes([header[68], header[69], header[70], header[71]]);
    (&header[..16] == MAGIC).then(|| i64::from(mark))
}

/// Why the file cannot be written, where that is so.
pub(super) fn unwritable(path: &Path) -> Option<String> {
    let readonly = std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly());
    if readonly || OpenOptions::new().append(true).open(path).is_err() {
        return Some("the file is write-protected".into());
    }
    folder_unwritable(path).then(|| "its folder is write-protected".into())
}

/// Whether no file can be made beside `path`.
pub(super) fn folder_unwritable(path: &Path) -> bool {
    let probe = beside(path, "-probe");
    let made = OpenOptions::new().write(true).create(true).truncate(false).open(&probe);
    let writable = made.is_ok();
    drop(made);
    if writable {
        let _ = std::fs::remove_file(&probe);
    }
    !writable
}

/// The file as a URI that promises it will not change.
pub(super) fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'%' | b'?' | b'#' => uri.push_str(&format!("%{byte:02X}")),
            _ if byte.is_ascii() => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// Whether `path` still names the open `file`.
#[cfg(unix)]
pub(super) fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(open), Ok(named)) => open.ino() == named.ino() && open.dev() == named.dev(),
        _ => false,
    }
}

/// Elsewhere an open file cannot be taken away, so the name holds.
#[cfg(not(unix))]
pub(super) fn same_file(_: &File, _: &Path) -> bool {
    true
}

/// File systems that reach another machine, by their number in `statfs(2)`.
#[cfg(target_os = "linux")]
const NETWORK: &[(i64, &str)] = &[
    (0x6969, "NFS"),
    (0x517B, "SMB"),
    (0xFF53_4D42, "CIFS"),
    (0xFE53_4D42, "SMB2"),
    (0x5346_414F, "AFS"),
    (0x0102_1997, "9P"),
    (0x00C3_6400, "Ceph"),
    (0x6573_5546, "FUSE"),
];

/// Refuses a file whose locks another machine may not see. FUSE is refused only where the mount names a remote one,
/// which its number does not tell; it therefore passes.
#[cfg(target_os = "linux")]
pub(super) fn refuse_network_drive(path: &Path) -> Result<()> {
    let at = if path.exists() { path } else { path.parent().unwrap_or(path) };
    let at = if at.as_os_str().is_empty() { Path::new(".") } else { at };
    let Ok(found) = rustix::fs::statfs(at) else { return Ok(()) };
    #[allow(clippy::unnecessary_cast, clippy::useless_conversion, reason = "the field's width differs by platform")]
    let number = found.f_type as i64 & 0xFFFF_FFFF;
    match NETWORK.iter().find(|(magic, name)| *magic == number && *name != "FUSE") {
        Some((_, kind)) => Err(Error::NetworkDrive { path: path.to_owned(), kind: (*kind).to_owned() }),
        None => Ok(()),
    }
}

/// On Windows a share shows in the path itself.
#[cfg(not(target_os = "linux"))]
pub(super) fn refuse_network_drive(path: &Path) -> Result<()> {
    let text = path.to_string_lossy();
    if text.starts_with(r"\\") && !text.starts_with(r"\\?\") && !text.starts_with(r"\\.\") {
        return Err(Error::NetworkDrive { path: path.to_owned(), kind: "a share".into() });
    }
    Ok(())
}
