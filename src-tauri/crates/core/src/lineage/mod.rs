//! The lineage of a promise: what led to a commitment or an instrument, and what came of it, in the order of time.
//!
//! [`walk`] goes along the links, [`card`] says what each thing it meets is called, [`order`] puts them from left to
//! right. Nothing is searched for: each step begins at an index, and both the steps and what they bring are bounded.

mod card;
mod order;
mod walk;

use std::collections::BTreeMap;

use crate::{
    dossier::Dossier,
    error::{Result, invalid},
    id::Id,
    vocabulary::{LineageKind, LineageLink, Noun},
    wire::{Lineage, LineageEdge},
};

use order::Arrow;

impl Dossier {
    /// What led to a commitment or an instrument, and what came of it, as of the dossier's day.
    pub fn lineage(&self, noun: Noun, id: Id) -> Result<Lineage> {
        let kind = match noun {
            Noun::Commitment => LineageKind::Commitment,
            Noun::Instrument => LineageKind::Instrument,
            other => return invalid(format!("A {} has no lineage; commitments and instruments have.", other.label())),
        };
        self.showing(None, |showing| {
            let found = walk::from(showing, (kind, id))?;
            let cards = found.things.iter().map(|thing| card::of(showing, thing)).collect::<Result<Vec<_>>>()?;
            let whens: Vec<order::When> = cards.iter().map(|card| card.when).collect();
            let arrows: Vec<Arrow> = found
                .links
                .iter()
                .map(|(from, to, link)| Arrow { from: *from, to: *to, joins: link.joins(), makes: link.makes() })
                .collect();
            let placed = order::place(&whens, &arrows);
            let mut at = vec![0; cards.len()];
            for (place, thing) in (0..).zip(&placed.order) {
                at[*thing] = place;
            }
            let left_out = found.things.iter().map(|thing| thing.more).sum();
            let mut cards: Vec<_> = cards.into_iter().map(Some).collect();
            let nodes = placed.order.iter().filter_map(|thing| {
                let mut node = cards[*thing].take()?.node;
                node.column = placed.column[*thing];
                node.group = placed.group[*thing];
                node.more = found.things[*thing].more;
                Some(node)
            });
            Ok(Lineage { root: at[0], nodes: nodes.collect(), edges: edges(&found.links, &at), left_out })
        })
    }
}

/// The links between the same two things as one edge, from the earlier place to the later.
fn edges(links: &[(usize, usize, LineageLink)], at: &[u32]) -> Vec<LineageEdge> {
    let mut between: BTreeMap<(u32, u32), Vec<(LineageLink, &'static str)>> = BTreeMap::new();
    for (from, to, link) in links {
        let (from, to) = (at[*from], at[*to]);
        let words = if from < to { link.label() } else { link.backwards() };
        let there = between.entry((from.min(to), from.max(to))).or_default();
        if !there.contains(&(*link, words)) {
            there.push((*link, words));
        }
    }
    between
        .into_iter()
        .map(|((from, to), links)| LineageEdge {
            from,
            to,
            words: links.iter().map(|(_, words)| *words).collect::<Vec<_>>().join(", "),
            links: links.into_iter().map(|(link, _)| link).collect(),
        })
        .collect()
}
