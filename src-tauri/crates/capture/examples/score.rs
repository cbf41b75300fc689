//! Prints the candidates of a text as the scoring script reads them: `score TEXT --parties IN,US [--date 2023-06-22]`.

use rapporteur_capture::{Bound, Class, Lexicon, Party, Request, Strength, candidates};

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
    let day = after("--date").and_then(|day| day.parse().ok());
    let request = Request { text: &text, parties: &parties, day };
    let full = arguments.iter().any(|word| word == "--full");
    let list: Vec<serde_json::Value> = candidates(&request, Lexicon::standard())
        .into_iter()
        .filter(|candidate| full || candidate.class == Class::Commitment)
        .map(|candidate| {
            let bound = match &candidate.bound {
                Bound::Both => serde_json::json!("both"),
                Bound::Parties(codes) => serde_json::json!(codes),
                Bound::Other(words) => serde_json::json!([words]),
            };
            let strength = match candidate.strength {
                Strength::Firm => "firm",
                Strength::Intent => "intent",
                Strength::Soft => "soft",
            };
            let mut one = serde_json::json!({
                "start": candidate.range.start, "end": candidate.range.end, "bound": bound, "strength": strength,
                "due": candidate.due.as_ref().map(|due| due.words.clone()),
            });
            if full {
                one["class"] = format!("{:?}", candidate.class).into();
                one["rule"] = candidate.cue.rule.clone().into();
                one["cue"] = candidate.cue.words.clone().into();
                one["title"] = candidate.title.clone().into();
                one["meaning"] = format!("{:?}", candidate.due.map(|due| due.meaning)).into();
                one["acts"] = candidate.acts.len().into();
                one["named"] = candidate.named.iter().map(|named| named.words.clone()).collect::<Vec<_>>().into();
                one["confidence"] = candidate.confidence.into();
                one["text"] = text
                    .chars()
                    .skip(candidate.range.start)
                    .take(candidate.range.end - candidate.range.start)
                    .collect::<String>()
                    .into();
            }
            one
        })
        .collect();
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &list)?;
    Ok(())
}
