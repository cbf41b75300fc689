//! Papers as workbooks: what `openpyxl` finds in them.

use rapporteur_core::{
    brief::{Block, Cell, Column, Holds, Paper, Paragraph, Table},
    vocabulary::{PaperForm, PaperKind},
};
use rapporteur_papers::{Error, write};

use crate::{
    programs,
    samples::{self, day, paper, plain, restricted, row, section},
};

fn xlsx(paper: &Paper) -> Vec<u8> {
    write(paper, PaperForm::Xlsx, &mut |_| true).expect("a workbook")
}

/// A paper with one table of one column.
fn with_column(holds: Holds, cells: Vec<Cell>) -> Paper {
    let table = Table {
        caption: "List".into(),
        columns: vec![Column::new("Holds", holds, 1)],
        rows: cells.into_iter().map(|cell| row(vec![cell])).collect(),
    };
    paper(PaperKind::Matrix, "Cells", vec![section("list", "List", 1, false, vec![Block::Table(table)])])
}

fn words(words: &str) -> Cell {
    Cell::Words { lines: vec![Paragraph::plain(restricted(), words)] }
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    for paper in [samples::brief(), samples::matrix(200)] {
        assert!(xlsx(&paper) == xlsx(&paper), "{}", paper.title);
    }
}

#[test]
fn python_finds_typed_cells_filters_and_colours() {
    let said = programs::read(
        r#"
import sys, openpyxl
from datetime import datetime
book = openpyxl.load_workbook(sys.argv[1])
assert book.sheetnames == ['About', 'How many commitments are…', 'Open commitments of the track…'], book.sheetnames
assert book.properties.title == "Brief for the leaders' meeting, New York" and book.properties.creator == 'Americas Division'
assert book.properties.created == datetime(2015, 8, 20, 9, 30) and not book.properties.lastModifiedBy or book.properties.lastModifiedBy == 'Americas Division'
about = [[cell.value for cell in row] for row in book['About'].iter_rows()]
assert about[0][0] == 'RESTRICTED · TLP:AMBER' and about[1][0].startswith('Brief for'), about[:2]
assert ['Dossier', 'India–United States'] in about and ['Marking', 'RESTRICTED · TLP:AMBER'] in about
assert ['Objectives', 'Nothing was written down about their objectives.'] in about
assert any(str(line[0]).startswith('3 things are marked higher') for line in about) and about[-1][0] == 'RESTRICTED · TLP:AMBER'
counts = book.worksheets[1]
assert [cell.value for cell in counts[2]] == ['Cyber', 3, 2, 14, 1, 0.64] and counts['F2'].number_format == '0.0%'
assert counts['F4'].value is None
sheet = book.worksheets[2]
heads = [cell.value for cell in sheet[1]]
assert heads == ['Group', 'Ref', 'Commitment', 'Bound', 'Owner, counterpart', 'Due', 'Due, in words', 'Due, note', 'Due, late', 'Stands, delivery', 'Stands, freshness', 'Last heard', 'Marking'], heads
rows = [dict(zip(heads, (cell.value for cell in row))) for row in sheet.iter_rows(min_row=2)]
assert len(rows) == 13 and rows[0]['Group'] == 'Late' and rows[12]['Group'] == 'Being carried out'
assert rows[0]['Ref'] == 'CT-1' and rows[0]['Due'] == datetime(2015, 10, 31) and sheet['F2'].is_date
assert rows[0]['Due, in words'] == 'ongoing' and rows[0]['Stands, delivery'] == '▲ late, blocked or at risk' and rows[0]['Stands, freshness'] == '◐ ageing'
assert rows[3]['Due, late'] == '▲ late' and rows[3]['Due, note'] == 'put off 2×'
assert rows[2]['Marking'] == 'RESTRICTED · TLP:GREEN' and rows[0]['Marking'] == 'RESTRICTED · TLP:AMBER'
assert sheet.freeze_panes == 'C2' and sheet.auto_filter.ref == 'A1:M14' and sheet.print_title_rows == '$1:$1'
assert sheet.page_setup.orientation == 'landscape' and sheet.page_setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage and int(sheet.page_setup.paperSize) == 9
assert 'RESTRICTED · TLP:AMBER' in sheet.oddHeader.center.text and 'RESTRICTED · TLP:AMBER' in sheet.oddFooter.center.text
assert 'India–United States' in sheet.oddFooter.left.text and sheet.oddFooter.right.text == 'Page &P of &N', sheet.oddFooter.right.text
rules = {str(area.sqref): [rule for rule in rules] for area, rules in sheet.conditional_formatting._cf_rules.items()}
assert len(rules['J2:J14']) == 4 and len(rules['K2:K14']) == 3 and len(rules['F2:F14']) == 1, rules.keys()
red = rules['J2:J14'][0]
assert red.text == '▲ late, blocked or at risk' and red.dxf.font.color.rgb == 'FFA4262C' and red.dxf.fill.bgColor.rgb == 'FFF9E7E5', red
assert sheet['C2'].alignment.wrap_text and sheet['A1'].font.bold
assert 9 <= sheet.column_dimensions['B'].width <= 25 and sheet.column_dimensions['C'].width > 17
print('read')
"#,
        "xlsx",
        &xlsx(&samples::brief()),
    );
    assert_eq!(said, "read");
}

#[test]
fn words_are_never_a_formula() {
    let sayings = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "12",
        "1 Jan 2015",
        "TRUE",
        "\t=1",
        "_x0041_",
        "http://example.org/",
        "#N/A",
    ];
    let made = with_column(Holds::Words, sayings.into_iter().map(words).collect());
    let said = programs::read(
        r"
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[1]
cells = [row[0] for row in sheet.iter_rows(min_row=2)]
assert all(cell.data_type in ('s', 'inlineStr') for cell in cells), [(cell.value, cell.data_type) for cell in cells]
assert not any(cell.hyperlink for cell in cells)
print('\n'.join(cell.value for cell in cells))
",
        "xlsx",
        &xlsx(&made),
    );
    assert_eq!(said.lines().collect::<Vec<_>>(), sayings);
}

#[test]
fn days_and_numbers_are_of_their_kind_or_words() {
    let on = |day| Cell::Day { day, words: String::new(), note: String::new(), late: false };
    let made = with_column(
        Holds::Day,
        vec![on(Some(day(2015, 2, 28))), on(Some(day(1947, 8, 15))), on(Some(day(1789, 7, 14))), on(None)],
    );
    let script = r"
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[1]
print([str(row[0].value) for row in sheet.iter_rows(min_row=2, max_row=5)])
";
    assert_eq!(
        programs::read(script, "xlsx", &xlsx(&made)),
        "['2015-02-28 00:00:00', '1947-08-15 00:00:00', '14 Jul 1789', 'None']"
    );
    let number = |number| Cell::Number { number };
    let made = with_column(Holds::Number, vec![number(-3), number(i64::MAX), words("none")]);
    assert_eq!(programs::read(script, "xlsx", &xlsx(&made)), "['-3', '9223372036854775807', 'none', 'None']");
    let share = |share| Cell::Share { share };
    let made = with_column(Holds::Share, vec![share(Some(0.5)), share(Some(f64::NAN)), share(Some(1.0))]);
    assert_eq!(programs::read(script, "xlsx", &xlsx(&made)), "['0.5', 'None', '1', 'None']");
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_said() {
    let made = with_column(Holds::Words, vec![words(&"word ".repeat(10_000)), words("b\u{0}\u{b}c")]);
    let said = programs::read(
        r"
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
first, second = (book.worksheets[1].cell(row, 1).value for row in (2, 3))
print(len(first), first[-49:], repr(second), [row[0].value for row in book['About'].iter_rows() if '32,767' in str(row[0].value)])
",
        "xlsx",
        &xlsx(&made),
    );
    assert_eq!(
        said,
        "32767 text has 50000. The Word document has all of it.] 'b\\nc' ['1 cell was longer than the 32,767 characters that \
         Excel takes in one; each says at its end where it was cut. The Word document has all of them.']"
    );
}

#[test]
fn many_rows_say_how_far_they_are_and_can_be_broken_off() {
    // So many that they are not held in memory.
    let made = with_column(Holds::Words, (0..30_000).map(|number| words(&format!("row {number}"))).collect());
    let mut heard = Vec::new();
    let whole = write(&made, PaperForm::Xlsx, &mut |progress| {
        heard.push(progress);
        true
    });
    assert!(heard.len() > 50 && heard.windows(2).all(|pair| pair[0].done <= pair[1].done));
    assert!(heard.iter().all(|progress| progress.done <= progress.total));
    let said = programs::read(
        r"
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[1]
rows = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
print(len(rows), rows[0], rows[29999])
",
        "xlsx",
        &whole.expect("a workbook"),
    );
    assert_eq!(said, "30000 row 0 row 29999");
    for last in [0, 10, 60] {
        let mut asked = 0;
        let answer = write(&made, PaperForm::Xlsx, &mut |_| {
            asked += 1;
            asked <= last
        });
        assert!(matches!(answer, Err(Error::Stopped)), "broken off after {last} steps");
    }
}

#[test]
fn a_table_without_rows_and_a_paper_without_tables_are_workbooks_too() {
    let none = with_column(Holds::Words, Vec::new());
    let bare =
        paper(PaperKind::Record, "Record", vec![section("a", "Points", 1, false, vec![Block::Prose(plain("words"))])]);
    for (made, sheets) in [(none, "2"), (bare, "1")] {
        let script = "import sys, openpyxl\nprint(len(openpyxl.load_workbook(sys.argv[1]).sheetnames))";
        assert_eq!(programs::read(script, "xlsx", &xlsx(&made)), sheets);
    }
}
