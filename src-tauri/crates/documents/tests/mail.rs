//! E-mails: which part is read, and how its lines are joined.

mod support;

use support::{document, words};

#[test]
fn the_formatted_words_serve_where_there_are_no_plain_ones() {
    let mail = "Subject: A\nMIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>Caf=E9</p><ul><li>one</ul>";
    assert_eq!(words("a.eml", mail.as_bytes()), "Café\n\n• one");
}

#[test]
fn lines_that_flow_are_joined_where_the_mail_says_so() {
    let mail = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nThe two sides \nagreed.\nThey meet.\n";
    assert_eq!(words("a.eml", mail.as_bytes()), "The two sides agreed.\nThey meet.");
}

#[test]
fn headers_are_read_however_they_are_written() {
    let mail = "Received: by x\nFrom: =?utf-8?B?4KSV?= <k@in.example>\nSubject: one\n two\nDate: 1 Jan 2026 00:30:00 +0530\n\nWords";
    let mail = document("saved", mail.as_bytes());
    assert_eq!(mail.from.as_deref(), Some("क <k@in.example>"));
    assert_eq!(mail.title.as_deref(), Some("one two"));
    assert_eq!(mail.day.map(|day| day.to_string()).as_deref(), Some("2026-01-01"));
}
