//! DOCX: paragraphs, marks that only the word processor counts, tables, notes.

mod support;

use support::{document, docx, docx_with, words};

const NUMBERING: &str = r#"<w:numbering>
 <w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
 </w:abstractNum>
 <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
 <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
 <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
 <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"#;

const STYLES: &str = r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-IN"/></w:rPr></w:rPrDefault></w:docDefaults>
 <w:style w:styleId="T"><w:name w:val="Title"/></w:style>
 <w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>
 <w:style w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
 <w:style w:styleId="M"><w:basedOn w:val="L"/></w:style></w:styles>"#;

fn p(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn item(list: u8, level: u8, words: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), words)
}

#[test]
fn lists_show_the_marks_that_a_word_processor_counts() {
    let body = [
        item(1, 0, "first"),
        item(1, 1, "sub"),
        item(1, 1, "sub"),
        item(1, 0, "second"),
        item(1, 1, "anew"),
        item(1, 2, "legal"),
        item(2, 0, "from five"),
        item(2, 0, "six"),
        item(3, 0, "bullet"),
        p("", "plain"),
        p("<w:pStyle w:val=\"M\"/>", "by style"),
        p("<w:pStyle w:val=\"M\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "not"),
    ]
    .concat();
    let file = docx_with(&body, &[("numbering", NUMBERING), ("styles", STYLES)]);
    assert_eq!(
        words("a.docx", &file),
        "1. first\n(a) sub\n(b) sub\n2. second\n(a) anew\n2.1 legal\n5. from five\n6. six\n• bullet\n\nplain\n\n7. by style\n\nnot"
    );
}

#[test]
fn the_title_and_the_language_are_what_the_document_says() {
    let body =
        p("<w:pStyle w:val=\"T\"/>", "Joint Statement") + &p("<w:pStyle w:val=\"H\"/>", "Trade") + &p("", "Words");
    let file = document("x", &docx_with(&body, &[("styles", STYLES)]));
    assert_eq!(file.text, "Joint Statement\n\nTrade\n\nWords");
    assert_eq!(file.title.as_deref(), Some("Joint Statement"));
    assert_eq!(file.language.as_deref(), Some("en-IN"));
}

#[test]
fn tables_come_row_by_row() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p("", words));
    let body = format!(
        "{}<w:tbl><w:tr>{}{}</w:tr><w:tr>{}<w:tc><w:p/></w:tc>{}</w:tr></w:tbl>{}",
        p("", "before"),
        cell("Side"),
        cell("Share"),
        cell("A"),
        cell("2"),
        p("", "after")
    );
    assert_eq!(words("a.docx", &docx(&body)), "before\n\nSide\tShare\nA\t\t2\n\nafter");
}

#[test]
fn what_was_deleted_or_hidden_stays_out_and_what_was_inserted_comes_in() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">will </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>meet</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>\
        <w:p><w:r><w:t>1.</w:t><w:tab/><w:t>One</w:t><w:br/><w:t>two&amp;three</w:t></w:r></w:p>";
    assert_eq!(words("a.docx", &docx(body)), "will meet.\n\n1. One\ntwo&three");
}

#[test]
fn notes_stand_after_the_text() {
    let body =
        "<w:p><w:r><w:t>Agreed</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let notes = "<w:footnotes><w:footnote w:id=\"0\"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> In Delhi.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    assert_eq!(words("a.docx", &docx_with(body, &[("footnotes", notes)])), "Agreed[1].\n\n[1] In Delhi.");
}

#[test]
fn a_shape_is_read_once_and_not_twice() {
    let shape = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside it</w:t></w:r></w:p>"
    );
    assert_eq!(words("a.docx", &docx(&body)), "In a box\n\nBeside it");
}
