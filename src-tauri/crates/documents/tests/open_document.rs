//! ODT: lists that count on, levels shown together, spaces and tabs that are written as elements.

mod support;

use support::{packed, words};

fn odt(styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

const STYLES: &str = "<text:list-style style:name=\"L\">\
    <text:list-level-style-number text:level=\"1\" style:num-format=\"I\" style:num-suffix=\".\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/></text:list-style>";

#[test]
fn lists_count_on_where_they_say_so() {
    let item = |words: &str| format!("<text:list-item><text:p>{words}</text:p></text:list-item>");
    let body = format!(
        "<text:list text:style-name=\"L\">{}<text:list-item><text:p>b</text:p><text:p>more</text:p><text:list>{}</text:list></text:list-item></text:list>\
         <text:p>between</text:p>\
         <text:list text:style-name=\"L\" text:continue-numbering=\"true\">{}</text:list>\
         <text:list text:style-name=\"L\"><text:list-item text:start-value=\"9\"><text:p>d</text:p></text:list-item></text:list>",
        item("a"),
        item("sub"),
        item("c"),
    );
    assert_eq!(words("a.odt", &odt(STYLES, &body)), "I. a\nII. b\n\nmore\n\nII.1 sub\n\nbetween\n\nIII. c\n\nIX. d");
}

#[test]
fn spaces_tabs_and_line_ends_are_elements() {
    let body = "<text:p>1.<text:tab/>One<text:s text:c=\"3\"/>two<text:line-break/>three <text:span>four</text:span></text:p>\
        <text:p>with<office:annotation><text:p>a comment</text:p></office:annotation>out</text:p>";
    assert_eq!(words("a.odt", &odt("", body)), "1. One two\nthree four\n\nwithout");
}
