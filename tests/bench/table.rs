//! Tables of figures, and the median that stands in them.

/// The middle of what was measured.
pub fn median(mut measured: Vec<f64>) -> f64 {
    measured.sort_by(f64::total_cmp);
    let middle = measured.len() / 2;
    match measured.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => measured[middle],
        _ => f64::midpoint(measured[middle - 1], measured[middle]),
    }
}

/// A ratio with its goal: `1.04×`, `≤ 1.30×`.
pub fn times(ratio: f64) -> String {
    format!("{ratio:.2}×")
}

/// Prints a table under a heading; the first column is words, the others are figures.
pub fn print(heading: &str, columns: &[&str], rows: &[Vec<String>]) {
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count());
        cells.chain([columns[at].chars().count()]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    println!("\n{heading}");
    line(&widths, columns.iter().copied());
    println!("{}", "─".repeat(widths.iter().sum::<usize>() + 3 * (widths.len() - 1)));
    for row in rows {
        line(&widths, row.iter().map(String::as_str));
    }
}

fn line<'c>(widths: &[usize], cells: impl Iterator<Item = &'c str>) {
    let set = |(at, cell): (usize, &str)| {
        let room = " ".repeat(widths[at].saturating_sub(cell.chars().count()));
        if at == 0 { format!("{cell}{room}") } else { format!("{room}{cell}") }
    };
    println!("{}", cells.enumerate().map(set).collect::<Vec<_>>().join("   ").trim_end());
}
