//! Web pages: what is kept of them, and what is not.

mod support;

use rapporteur_documents::Kind;
use support::{document, words};

/// Each page, and the words that come of it.
const PAGES: &[(&str, &str)] = &[
    ("<p>The two sides <b>agreed</b>.</p><p>They\n  will meet.</p>", "The two sides agreed.\n\nThey will meet."),
    ("<h1>Joint Statement</h1>Text follows.", "Joint Statement\n\nText follows."),
    ("<ul><li>one<li>two</ul>after", "• one\n• two\n\nafter"),
    ("<ol start=3 type=a><li>c<li>d<li value=7>g</ol>", "c. c\nd. d\ng. g"),
    ("<ol><li><p>Open</p><ul><li>sub</li></ul></li><li><p>Close</p></li></ol>", "1. Open\n• sub\n2. Close"),
    ("<p>a<br>b<br><br>c</p>", "a\nb\n\nc"),
    (
        "<table><tr><th>Side</th><th>Share</th></tr><tr><td>A</td><td></td><td>x</td></tr><tr><td><p>B</p><p>more</p></td><td>2</td></tr></table>end",
        "Side\tShare\nA\t\tx\nB\nmore\t2\n\nend",
    ),
    ("<div>one</div><div>two</div><div><br></div><div>three</div>", "one\ntwo\n\nthree"),
    ("<p>a</p><script>if (a<b) { x('</p>') }</script><style>p{}</style><p>b</p>", "a\n\nb"),
    ("<body><nav><ul><li>Home</ul></nav><p>Words</p><footer>Contact</footer>", "Words"),
    ("<article><p>Words</p><footer>Signed in Delhi</footer></article>", "Words\n\nSigned in Delhi"),
    ("<p>shown</p><div style='display: none'>not</div><div hidden><div>nor</div>this</div><p>end", "shown\n\nend"),
    (
        "<p>&ldquo;AT&amp;T&rdquo; &#2361;&#2367;&#2344;&#2381;&#2342;&#2368; No.&nbsp;3 co&shy;op</p>",
        "“AT&T” हिन्दी No.\u{a0}3 coop",
    ),
    ("<pre>one\n two\n\nthree</pre>", "one\ntwo\n\nthree"),
    ("<p>10<sup>th</sup> <q>word</q></p>", "10th “word”"),
];

#[test]
fn the_words_of_a_page_come_out_in_order() {
    for (page, text) in PAGES {
        assert_eq!(words("page.html", page.as_bytes()), *text, "{page}");
    }
}

#[test]
fn a_page_says_its_title_and_language() {
    let page = document("saved", b"<!DOCTYPE html><html lang=en-GB><title> Joint\n Statement </title><p>Words");
    assert_eq!(page.kind, Kind::Html);
    assert_eq!(page.title.as_deref(), Some("Joint Statement"));
    assert_eq!(page.language.as_deref(), Some("en-GB"));
    assert_eq!(page.text, "Words");
}

#[test]
fn a_page_with_a_main_part_is_that_part() {
    let long = "The two sides agreed to meet again before the end of the year. ".repeat(5);
    let page = format!("<div>Menu</div><main><p>{long}</p></main><div>Share this</div>");
    assert_eq!(words("page.html", page.as_bytes()), long.trim());
}

#[test]
fn the_encoding_is_what_the_page_states() {
    assert_eq!(words("a.html", b"<meta charset=iso-8859-2><p>\xb1"), "ą");
    assert_eq!(words("a.html", b"<p>\x93caf\xe9\x94"), "“café”");
    assert_eq!(words("a.html", "<meta charset=windows-1252><p>हिन्दी".as_bytes()), "हिन्दी");
}
