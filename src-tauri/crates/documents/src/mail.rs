//! E-mails: the words of the message, who sent it and when. The plain words are preferred to the formatted ones; what is
//! attached is named and not read.

use chrono::NaiveDate;
use mail_parser::{Address, Message, MessageParser, MimeHeaders as _, PartType};

use crate::{Document, Kind, Limits, Refusal, encoding, html, kind, plain};

/// Names of attachments that are listed at most.
const NAMED_MOST: usize = 50;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let broken = Refusal::Broken { kind: Kind::Eml };
    // Every level of parts within parts states a boundary, and every message within a message its type. Counting them is
    // a bound on the depth, found before anything is taken apart.
    let lower = bytes.to_ascii_lowercase();
    let levels = kind::count(&lower, b"boundary=").max(kind::count(&lower, b"message/rfc822"));
    drop(lower);
    if levels > limits.depth {
        return Err(Refusal::TooDeep { most: limits.depth });
    }
    let message = MessageParser::default().parse(bytes).ok_or(broken)?;
    let mut language = None;
    let mut text = bodies(&message, &message.text_body, limits, &mut language)?;
    if text.trim().is_empty() {
        text = bodies(&message, &message.html_body, limits, &mut language)?;
    }
    if let Some(names) = attached(&message) {
        text.push_str("\n\nAttached, not read: ");
        text.push_str(&names);
    }
    if text.chars().count() > limits.text {
        return Err(Refusal::TooLong { most: limits.text });
    }
    Ok(Document {
        text: text.trim().to_owned(),
        kind: Kind::Eml,
        title: message.subject().map(line).filter(|subject| !subject.is_empty()),
        day: message
            .date()
            .and_then(|date| NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))),
        language,
        from: message.from().and_then(sender),
    })
}

/// The words of these parts, one after the other.
fn bodies(
    message: &Message<'_>,
    parts: &[u32],
    limits: &Limits,
    language: &mut Option<String>,
) -> Result<String, Refusal> {
    let mut text = String::new();
    for part in parts.iter().filter_map(|at| message.parts.get(*at as usize)) {
        let words = match &part.body {
            PartType::Text(words) => {
                let flowed = part
                    .content_type()
                    .and_then(|sort| sort.attribute("format"))
                    .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
                let words = plain::with_plain_line_ends(words);
                let words = if flowed { joined(&words) } else { words };
                words.chars().filter(|c| encoding::belongs(*c)).collect()
            }
            PartType::Html(page) => {
                let page = html::read_text(page, limits)?;
                *language = language.take().or(page.language);
                page.text
            }
            _ => continue,
        };
        if words.trim().is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(words.trim_end());
        if text.len() > limits.text.saturating_mul(4) {
            return Err(Refusal::TooLong { most: limits.text });
        }
    }
    Ok(text)
}

/// Lines that end in a space go on in the next one, where the sender's program says so. RFC 3676, 4.
fn joined(words: &str) -> String {
    let mut joined = String::with_capacity(words.len());
    for line in words.split('\n') {
        joined.push_str(line.strip_prefix(' ').unwrap_or(line));
        // The line before a signature ends in a space of its own.
        if !line.ends_with(' ') || line == "-- " {
            joined.push('\n');
        }
    }
    joined
}

/// The names of what is attached.
fn attached(message: &Message<'_>) -> Option<String> {
    let names: Vec<String> = message
        .attachments()
        .map(|part| {
            let name = part.attachment_name().map(line).filter(|name| !name.is_empty());
            let subject = part.message().and_then(|inner| inner.subject()).map(line);
            name.or(subject).unwrap_or_else(|| "a part without a name".to_owned())
        })
        .take(NAMED_MOST)
        .collect();
    (!names.is_empty()).then(|| names.join("; "))
}

fn sender(from: &Address<'_>) -> Option<String> {
    let from = from.first()?;
    let name = from.name().map(line).filter(|name| !name.is_empty());
    let address = from.address().map(line).filter(|address| !address.is_empty());
    match (name, address) {
        (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
        (name, address) => name.or(address),
    }
}

/// One line of at most 300 characters, as titles are.
fn line(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| encoding::belongs(*c)).take(300).collect()
}
