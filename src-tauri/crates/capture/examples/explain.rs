//! Shows for every sentence of a text which rules fired and what speaks for and against each: `explain TEXT --parties IN,US`.

use rapporteur_capture::train::{examine, names, weights};
use rapporteur_capture::{Lexicon, Party, Request};
use std::io::Write as _;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().position(|word| word == name).and_then(|at| arguments.get(at + 1));
    let text = std::fs::read_to_string(arguments.first().ok_or("which text?")?)?;
    let parties: Vec<Party> = after("--parties")
        .map_or("", String::as_str)
        .split(',')
        .filter(|code| !code.is_empty())
        .map(|code| Party { code: code.to_owned(), names: Vec::new() })
        .collect();
    let lexicon = Lexicon::standard();
    let (names, (weights, threshold)) = (names(lexicon), weights(lexicon));
    let scalars: Vec<char> = text.chars().collect();
    let mut out = std::io::stdout().lock();
    writeln!(out, "threshold {threshold}")?;
    for sentence in examine(&Request { text: &text, parties: &parties, day: None }, lexicon) {
        writeln!(out, "\n{}", scalars[sentence.range.start..sentence.range.end].iter().collect::<String>())?;
        for (features, rule) in &sentence.frames {
            let sum: f32 = features.iter().map(|n| weights[usize::from(*n)]).sum();
            let parts: Vec<String> = features
                .iter()
                .map(|n| format!("{} {:.1}", names[usize::from(*n)], weights[usize::from(*n)]))
                .collect();
            writeln!(out, "  {sum:6.2} {rule}: {}", parts.join(", "))?;
        }
    }
    Ok(())
}
