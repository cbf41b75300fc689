//! Papers as Word documents: what `python-docx` and a reader of their XML find in them.

use std::io::{Cursor, Read as _};

use rapporteur_core::{
    brief::{Block, Paper, Paragraph, Tone},
    vocabulary::{PaperForm, PaperKind},
};
use rapporteur_papers::{Error, write};

use crate::{
    programs,
    samples::{self, paper, plain, restricted, section},
};

fn docx(paper: &Paper) -> Vec<u8> {
    write(paper, PaperForm::Docx, &mut |_| true).expect("a document")
}

/// A part of a document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a packed file");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    for paper in [samples::brief(), samples::hindi(), samples::chaser()] {
        assert!(docx(&paper) == docx(&paper), "{}", paper.title);
    }
}

#[test]
fn python_finds_styles_properties_and_words() {
    let said = programs::read(
        r#"
import sys, docx
from docx.oxml.ns import qn
document = docx.Document(sys.argv[1])
core = document.core_properties
assert core.title == "Brief for the leaders' meeting, New York" and core.author == 'Americas Division', (core.title, core.author)
assert core.created.isoformat() == '2015-08-20T09:30:00' and core.last_modified_by == '' and core.modified is None and core.comments == ''
styles = [paragraph.style.name for paragraph in document.paragraphs]
assert styles[:2] == ['Title', 'Subtitle'], styles[:2]
headings = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style.name.startswith('Heading')]
assert headings[:4] == [('Heading 1', 'Summary'), ('Heading 2', 'Line for the press'), ('Heading 1', 'Objectives'), ('Heading 2', 'Ours')], headings
assert ('Heading 2', 'CYB-4  Exchange of information') in headings
for style in ['List Bullet', 'List Number', 'Quote', 'Quote, source', 'Body Text', 'Nothing to say', 'Caption']:
    assert style in styles, style
# Nothing states a typeface, a size or a colour beside its style.
body = document.element.body
for tag in ['w:rFonts', 'w:sz', 'w:color', 'w:b', 'w:i']:
    assert not list(body.iter(qn(tag))), tag
table = [table for table in document.tables if table.style.name == 'Register'][-1]
head = table.rows[0]._tr.trPr
assert head.find(qn('w:tblHeader')) is not None
assert all(row._tr.trPr is not None and row._tr.trPr.find(qn('w:cantSplit')) is not None for row in table.rows)
assert [cell.text for cell in table.rows[0].cells] == ['Ref', 'Commitment', 'Bound', 'Owner, counterpart', 'Due', 'Stands', 'Last heard']
late = [row.cells[4].text for row in table.rows if 'late' in row.cells[4].text]
assert late[0] == '19 Jul 2014\n▲ late\nput off 2×', late
assert table.rows[2].cells[5].text == '▲ late, blocked or at risk\n◐ ageing', table.rows[2].cells[5].text
group = table.rows[1]
assert group.cells[0].text == 'Late' and len({id(cell._tc) for cell in group.cells}) == 1
widths = [int(column.get(qn('w:w'))) for column in table._tbl.tblGrid.findall(qn('w:gridCol'))]
assert sum(widths) == 11906 - 2 * 1050 and widths[1] == max(widths), widths
page = document.sections[0]
assert (page.page_width.mm, page.page_height.mm) == (210.0, 297.0) or abs(page.page_width.mm - 210) < 0.1
assert [paragraph.text for paragraph in page.header.paragraphs] == ['RESTRICTED · TLP:AMBER']
assert page.header.paragraphs[0].style.name == 'Marking'
foot = page.footer.paragraphs
assert foot[0].text.startswith('India–United States · as of 20 Aug 2015') and foot[1].text == 'RESTRICTED · TLP:AMBER', [f.text for f in foot]
assert [field.get(qn('w:instr')) for field in foot[0]._p.iter(qn('w:fldSimple'))] == ['PAGE', 'NUMPAGES']
first = [p.text for p in page.first_page_footer.paragraphs]
assert page.different_first_page_header_footer and first[0].startswith('3 things are marked higher') and first[1].startswith('A marking is a label'), first
assert first[2:] == [p.text for p in foot], 'and all that every foot says'
assert [p.text for p in page.first_page_header.paragraphs] == ['RESTRICTED · TLP:AMBER']
picture = [p for p in body.iter('{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr')][0]
assert picture.get('descr').startswith('A line with three rounds'), picture.attrib
assert document.inline_shapes[0].width.mm < 174
print(len(document.paragraphs) > 20)
"#,
        "docx",
        &docx(&samples::brief()),
    );
    assert_eq!(said, "True");
}

#[test]
fn a_matrix_lies_across_and_a_brief_upright() {
    let size = |paper: &Paper| part(&docx(paper), "word/document.xml").matches("landscape").count();
    assert_eq!(size(&samples::matrix(3)), 1);
    assert_eq!(size(&samples::brief()), 0);
}

#[test]
fn points_are_numbered_through_a_section_and_anew_in_the_next() {
    let points = |words: &str| Block::Points { numbered: true, items: vec![plain(words)] };
    let space = || Block::Space { label: "Reply".into(), lines: 3 };
    let made = paper(
        PaperKind::Chaser,
        "Two parts",
        vec![
            section("a", "First", 1, false, vec![points("one"), space(), points("two"), space()]),
            section("b", "Second", 1, false, vec![points("one again")]),
        ],
    );
    let said = programs::read(
        r#"
import sys, docx
from docx.oxml.ns import qn
document = docx.Document(sys.argv[1])
numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == 'List Number']
anew = {num.get(qn('w:numId')) for num in document.part.numbering_part.element.iter(qn('w:num')) if num.find(qn('w:lvlOverride')) is not None}
print(numbers, sorted(anew))
"#,
        "docx",
        &docx(&made),
    );
    assert_eq!(said, "[3, 3, 4] ['3', '4']");
}

#[test]
fn hindi_is_set_as_word_sets_complex_scripts() {
    let text = part(&docx(&samples::hindi()), "word/document.xml");
    let run = "<w:rPr><w:cs/><w:lang w:bidi=\"hi-IN\"/></w:rPr><w:t xml:space=\"preserve\">चर्चा के बिंदु</w:t>";
    assert!(text.contains(run));
    assert!(text.contains("<w:t xml:space=\"preserve\"> The other side spoke in English.</w:t>"));
    let styles = part(&docx(&samples::hindi()), "word/styles.xml");
    assert!(styles.contains("w:cs=\"Nirmala UI\"") && styles.contains("w:bidi=\"hi-IN\""));
}

#[test]
fn letters_that_xml_cannot_hold_break_nothing() {
    let words = "a\u{0}b\u{1}c\u{1f}<&>\"'\u{fffe}\u{b}d\te";
    let mut made = paper(
        PaperKind::Record,
        words,
        vec![section(
            words,
            words,
            1,
            false,
            vec![
                Block::Prose(Paragraph::new(restricted(), Tone::Verbatim, words)),
                Block::Space { label: words.into(), lines: 0 },
                Block::Quote { text: words.into(), source: words.into(), mark: restricted() },
            ],
        )],
    );
    made.made_by = words.into();
    made.dossier = words.into();
    let said = programs::read(
        "import sys, docx\nd = docx.Document(sys.argv[1])\nprint(repr(d.paragraphs[0].text), repr(d.core_properties.author))",
        "docx",
        &docx(&made),
    );
    assert_eq!(said, r#"'abc<&>"\'\nd\te' 'abc<&>"\'\nd\te'"#);
}

#[test]
fn only_the_paper_itself_is_in_the_file() {
    let bytes = docx(&samples::brief());
    let zip = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a packed file");
    let mut names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    names.sort();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/footer-across.xml",
            "word/footer-first.xml",
            "word/footer-upright.xml",
            "word/header.xml",
            "word/media/picture1.png",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]
    );
    let core = part(&bytes, "docProps/core.xml");
    assert_eq!(core.matches("</").count(), 4, "title, creator, created and no more: {core}");
}

#[test]
fn a_paper_that_is_broken_off_is_none() {
    let mut asked = 0;
    let answer = write(&samples::brief(), PaperForm::Docx, &mut |progress| {
        asked += 1;
        progress.done < 2
    });
    assert!(matches!(answer, Err(Error::Stopped)));
    assert_eq!(asked, 3);
}
