//! Marking schemes as data: the labels of several governments and of the Traffic Light Protocol, to be taken into a
//! dossier. They stand in `schemes.toml`, each with the documents it is taken from.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Marking;
use crate::{
    dossier::Dossier,
    error::{Error, Result, refused},
    op::Op,
    store::Session,
    vocabulary::MarkingAxis,
    wire::{Changed, SchemeLabel, SchemeView},
};

#[derive(Deserialize)]
struct File {
    scheme: Vec<Scheme>,
}

#[derive(Deserialize)]
struct Scheme {
    name: String,
    title: String,
    note: String,
    sources: Vec<String>,
    #[serde(default)]
    classification: Vec<Ranked>,
    #[serde(default)]
    handling: Vec<Ranked>,
    #[serde(default)]
    tlp: Vec<Ranked>,
}

#[derive(Deserialize)]
struct Ranked {
    label: String,
    rank: i32,
}

impl Scheme {
    fn labels(&self) -> impl Iterator<Item = (MarkingAxis, &Ranked)> {
        let on = |axis: MarkingAxis, list| std::iter::repeat(axis).zip(list);
        on(MarkingAxis::Classification, &self.classification)
            .chain(on(MarkingAxis::Handling, &self.handling))
            .chain(on(MarkingAxis::Tlp, &self.tlp))
    }
}

/// The schemes; none but for a fault in the file, which a test would find.
static ALL: LazyLock<Vec<Scheme>> =
    LazyLock::new(|| toml::from_str::<File>(include_str!("schemes.toml")).map(|file| file.scheme).unwrap_or_default());

impl Dossier {
    /// The schemes that labels can be taken from, and which of their labels the dossier has.
    pub fn schemes(&self) -> Result<Vec<SchemeView>> {
        self.store().read(|session| {
            let held = session.all::<Marking>()?;
            Ok(ALL.iter().map(|scheme| view(scheme, &held)).collect())
        })
    }

    /// Takes the labels of a scheme into the dossier, as far as it does not have them. Answers how many.
    pub fn use_scheme(&self, name: &str) -> Result<Changed<u32>> {
        let scheme = ALL.iter().find(|scheme| scheme.name == name);
        let scheme = scheme.ok_or_else(|| Error::NotFound(format!("No marking scheme is called “{name}”.")))?;
        self.transact(Op::UseScheme, |act| {
            let held = held(&act.session)?;
            let missing: Vec<_> = scheme.labels().filter(|(axis, ranked)| !has(&held, *axis, &ranked.label)).collect();
            if missing.is_empty() {
                return refused(format!("The dossier has all markings of the scheme {} already.", scheme.title));
            }
            for (axis, ranked) in &missing {
                let (label, rank) = (ranked.label.clone(), ranked.rank);
                act.insert(&Marking { id: act.id(), revision: 0, axis: *axis, label, rank })?;
            }
            act.title(format!("Took in the markings of the scheme {}", scheme.title));
            Ok(u32::try_from(missing.len()).unwrap_or(u32::MAX))
        })
    }
}

fn held(session: &Session<'_>) -> Result<Vec<Marking>> {
    session.all::<Marking>()
}

/// Whether a label stands on an axis, whatever its capitals: they are printed in capitals alike.
fn has(held: &[Marking], axis: MarkingAxis, label: &str) -> bool {
    held.iter().any(|marking| marking.axis == axis && marking.label.to_lowercase() == label.to_lowercase())
}

fn view(scheme: &Scheme, held: &[Marking]) -> SchemeView {
    SchemeView {
        name: scheme.name.clone(),
        title: scheme.title.clone(),
        note: scheme.note.clone(),
        sources: scheme.sources.clone(),
        labels: scheme
            .labels()
            .map(|(axis, ranked)| SchemeLabel {
                axis,
                label: ranked.label.clone(),
                rank: ranked.rank,
                held: has(held, axis, &ranked.label),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_scheme_names_its_sources_and_ranks_its_labels() {
        assert_eq!(ALL.len(), 5);
        for scheme in ALL.iter() {
            assert!(scheme.sources.iter().all(|source| source.contains("https://")), "{}", scheme.name);
            assert!(!scheme.title.is_empty() && !scheme.note.is_empty());
            for list in [&scheme.classification, &scheme.handling, &scheme.tlp] {
                assert!(list.windows(2).all(|two| two[0].rank < two[1].rank), "{}", scheme.name);
            }
            assert!(scheme.labels().count() > 0);
        }
    }
}
