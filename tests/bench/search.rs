//! Full-text search: the first fifty with what they are found in, against the statements that it runs (the index of words,
//! then the rows that are shown) run directly; and beside that, what the index alone takes.

use rapporteur_core::{Dossier, wire::SearchQuery};

use crate::{
    bare::{self, Replay},
    goals::{Figure, Goal, Goals, Spread},
    sizes::Sizes,
    subject::{cold_times, timed},
};

const ROUNDS: usize = 21;

/// Words of the synthetic dossier: some stand everywhere, some almost nowhere, some nowhere.
const ASKED: &[&str] = &[
    "ransomware",
    "working group",
    "embassy",
    "vaccines lusanga",
    "\"terms of reference\"",
    "hydro*",
    "सुरक्षा",
    "celikkoy",
    "customs exemption mountain",
    "zanzibar",
];

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let mut figures = Vec::new();
    let mut of_index = Vec::new();
    for size in sizes.all().iter().copied() {
        let colds = ASKED.iter().map(|words| cold_times(sizes, size, 1, &|dossier| ask(dossier, words)).p50());
        let colds = Spread::of(colds.collect());
        let register = sizes.open(size);
        let (mut own, mut theirs, mut index) = (Vec::new(), Vec::new(), Vec::new());
        let mut slowest = (0.0, "");
        for words in ASKED {
            ask(&register, words);
            let (_, statements) = register.overhear(|register| ask(register, words)).expect("its statements");
            let of_the_index = statements.iter().filter(|sql| sql.contains(" MATCH ")).cloned().collect();
            let all = Replay::of(bare::connect(&sizes.path(size)), statements);
            let alone = Replay::of(bare::connect(&sizes.path(size)), of_the_index);
            let mut of_these = Vec::new();
            for round in 0..=ROUNDS {
                let (took, directly, bare) =
                    (timed(|| ask(&register, words)), timed(|| all.run()), timed(|| alone.run()));
                if round > 0 {
                    of_these.push(took);
                    theirs.push(directly);
                    index.push(bare);
                }
            }
            own.extend(&of_these);
            let middle = Spread::of(of_these).p50();
            if middle > slowest.0 {
                slowest = (middle, *words);
            }
        }
        println!("Search, {size} commitments: the slowest is {} with {:.2} ms.", slowest.1, slowest.0);
        let (own, index) = (Spread::of(own), Spread::of(index));
        of_index.push(Figure { size, warm: own.clone(), cold: None, against: Some(index) });
        figures.push(Figure { size, warm: own, cold: Some(colds), against: Some(Spread::of(theirs)) });
    }
    let goal = Goal { p95: Some(50.0), ratio: Some(1.3), growth: Some(2.0) };
    goals.take("Full-text search: first 50 with snippets, against its statements", goal, &figures);
    goals.take("… against the index of words alone", Goal::default(), &of_index);
    typing(sizes, goals);
}

/// What the palette asks at each key press, letter by letter.
fn typing(sizes: &Sizes, goals: &mut Goals) {
    let mut figures = Vec::new();
    for size in sizes.all().iter().copied() {
        let register = sizes.open(size);
        ask(&register, "connect");
        let mut own = Vec::new();
        for words in ASKED {
            let letters: Vec<char> = words.chars().filter(|letter| !"\"*".contains(*letter)).collect();
            for length in 1..=letters.len() {
                let typed: String = letters[..length].iter().collect();
                let query =
                    SearchQuery { words: typed.clone(), typing: true, nouns: Vec::new(), after: None, limit: 20 };
                own.push(timed(|| {
                    register.search(&query).expect("hits");
                    register.find_names(&typed, 8).expect("names");
                }));
            }
        }
        figures.push(Figure { size, warm: Spread::of(own), cold: None, against: None });
    }
    let goal = Goal { p95: Some(50.0), growth: Some(2.0), ..Goal::default() };
    goals.take("Palette, what each key press asks of the core", goal, &figures);
}

fn ask(dossier: &Dossier, words: &str) {
    let query = SearchQuery { words: words.into(), typing: false, nouns: Vec::new(), after: None, limit: 50 };
    dossier.search(&query).expect("hits");
}
