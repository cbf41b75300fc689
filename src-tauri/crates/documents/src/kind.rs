//! Which kind a file is: by its content first, by its name second. Names lie more often than content does.

use std::fmt;

use crate::{Limits, Refusal, archive::Archive, encoding};

/// The kinds of file that words are read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Word since 2007, and what other programs save as such.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Portable Document Format.
    Pdf,
    /// A web page.
    Html,
    /// Rich Text Format.
    Rtf,
    /// Plain text.
    Txt,
    /// An e-mail, or a web page saved as one.
    Eml,
}

impl fmt::Display for Kind {
    /// The noun that a sentence uses for such a file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Docx => "Word document",
            Self::Odt => "OpenDocument text",
            Self::Pdf => "PDF",
            Self::Html => "web page",
            Self::Rtf => "RTF document",
            Self::Txt => "text file",
            Self::Eml => "e-mail",
        })
    }
}

/// How far into a text its nature has to show.
const HEAD: usize = 16 * 1024;
/// Word before 2007, and the wrapping of an encrypted DOCX.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What a file is.
pub(crate) fn recognise(name: &str, bytes: &[u8], limits: &Limits) -> Result<Kind, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    let extension = extension(name);
    if bytes.starts_with(b"PK") && bytes.get(2..4).is_some_and(|rest| matches!(rest, b"\x03\x04" | b"\x05\x06")) {
        return packed(&extension, bytes, limits);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(if holds_utf16(bytes, "EncryptedPackage") {
            Refusal::Locked { kind: Kind::Docx }
        } else {
            Refusal::OldOffice
        });
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    // Some programs put a few lines before the mark; readers of PDF look for it in the first kilobyte.
    if find(head.get(..1024).unwrap_or(head), b"%PDF-").is_some() {
        return Ok(Kind::Pdf);
    }
    let words = encoding::beginning(bytes, HEAD);
    let words = words.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if words.starts_with("{\\rtf") {
        return Ok(Kind::Rtf);
    }
    if !encoding::is_text(words) {
        return Err(match extension.as_str() {
            "pdf" => Refusal::Broken { kind: Kind::Pdf },
            "docx" => Refusal::Broken { kind: Kind::Docx },
            "odt" => Refusal::Broken { kind: Kind::Odt },
            _ => Refusal::Unknown,
        });
    }
    let lower = words.to_ascii_lowercase();
    if is_mail(&extension, &lower) {
        Ok(Kind::Eml)
    } else if is_page(&extension, &lower) {
        Ok(Kind::Html)
    } else if lower.starts_with("<?xml") {
        Err(Refusal::Unknown)
    } else {
        Ok(Kind::Txt)
    }
}

/// What a packed file is: the parts in it tell.
fn packed(extension: &str, bytes: &[u8], limits: &Limits) -> Result<Kind, Refusal> {
    let kind = match extension {
        "odt" | "ott" => Kind::Odt,
        _ => Kind::Docx,
    };
    let mut archive = Archive::open(kind, bytes, limits)?;
    if archive.holds("mimetype") {
        let stated = archive.part("mimetype")?.unwrap_or_default();
        return match stated.trim_ascii() {
            b"application/vnd.oasis.opendocument.text" | b"application/vnd.oasis.opendocument.text-template" => {
                Ok(Kind::Odt)
            }
            _ => Err(Refusal::Unknown),
        };
    }
    let sorts = archive.part("[Content_Types].xml")?.unwrap_or_default();
    if archive.holds("word/document.xml") || find(&sorts, b"wordprocessingml").is_some() {
        Ok(Kind::Docx)
    } else if archive.holds("content.xml") && archive.holds("META-INF/manifest.xml") {
        Ok(Kind::Odt)
    } else {
        Err(Refusal::Unknown)
    }
}

/// Lines that only e-mail programs write.
const TELLING: &[&str] = &["mime-version:", "message-id:", "received:", "return-path:", "delivered-to:"];
/// Lines that an e-mail begins with.
const OPENING: &[&str] = &[
    "from:",
    "to:",
    "date:",
    "subject:",
    "cc:",
    "sender:",
    "reply-to:",
    "content-type:",
    "x-",
    "received:",
    "mime-version:",
    "message-id:",
    "return-path:",
    "delivered-to:",
    "dkim-signature:",
    "arc-seal:",
    "authentication-results:",
    "from ",
];

/// An e-mail begins with its header lines. A press release may begin with "From:" and "Date:" too, so that without the
/// name of an e-mail a line is asked for that nobody types.
fn is_mail(extension: &str, head: &str) -> bool {
    let mut header = head.lines().take_while(|line| !line.trim().is_empty());
    let opens = head.lines().next().is_some_and(|line| OPENING.iter().any(|start| line.starts_with(start)));
    opens
        && (matches!(extension, "eml" | "mht" | "mhtml")
            || header.any(|line| TELLING.iter().any(|start| line.starts_with(start))))
}

/// Elements that a page, or a piece of one, begins with.
const FIRST: &[&str] = &[
    "html", "head", "body", "title", "meta", "div", "p", "table", "h1", "h2", "h3", "main", "article", "section",
    "header", "ul", "ol", "span", "center", "font", "script", "style", "link", "base",
];

fn is_page(extension: &str, head: &str) -> bool {
    if matches!(extension, "htm" | "html" | "xhtml") {
        return head.contains('<') && head.contains('>');
    }
    let mut rest = head;
    // Declarations and comments may stand before the first element.
    while let Some(after) = rest.strip_prefix("<?xml").or_else(|| rest.strip_prefix("<!--")) {
        let Some(end) = after.find('>') else { return false };
        rest = after.get(end + 1..).unwrap_or_default().trim_start();
    }
    if rest.starts_with("<!doctype") {
        return rest.get(9..).unwrap_or_default().trim_start().starts_with("html");
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    FIRST.iter().any(|first| {
        tag.strip_prefix(first).is_some_and(|after| after.starts_with(|c: char| c.is_whitespace() || c == '>'))
    })
}

/// What stands after the last full stop of a name, in lower case.
fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// Where a few bytes stand within others.
pub(crate) fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

/// How often a few bytes stand within others.
pub(crate) fn count(bytes: &[u8], sought: &[u8]) -> usize {
    bytes.windows(sought.len()).filter(|window| *window == sought).count()
}

fn holds_utf16(bytes: &[u8], sought: &str) -> bool {
    let sought: Vec<u8> = sought.encode_utf16().flat_map(u16::to_le_bytes).collect();
    find(bytes, &sought).is_some()
}
