//! `lineage`: what led to a commitment or an instrument and what came of it, as a tree in the order of time.

use std::io::Write;

use rapporteur_core::{
    vocabulary::LineageKind,
    wire::{LineageEdge, LineageNode},
};

use super::show::found;
use crate::{arguments::Lineage, desk, fault::Fault};

pub(super) fn run(asked: &Lineage, out: &mut impl Write) -> Result<(), Fault> {
    let mut dossier = desk::to_read(&asked.show.read.file)?;
    if let Some(day) = asked.as_of {
        dossier = dossier.past(day)?;
    }
    let (noun, id) = found(&dossier, &asked.show)?;
    let lineage = dossier.lineage(noun, id)?;
    if asked.show.read.json {
        return super::json(out, &lineage);
    }
    let tree = Tree { root: lineage.root, nodes: &lineage.nodes, edges: &lineage.edges };
    for at in (0..).zip(&lineage.nodes).map(|(at, _)| at).filter(|at| tree.parent(*at).is_none()) {
        writeln!(out, "{}", tree.line(at))?;
        tree.below(at, "", out)?;
    }
    match (lineage.nodes.len(), lineage.left_out) {
        (1, 0) => writeln!(out, "\nNothing led to it yet, and nothing has come of it.")?,
        (_, 0) => {}
        (_, 1) => writeln!(out, "\n1 more link is left out; see the lineage of what it leads on from.")?,
        (_, more) => writeln!(out, "\n{more} more links are left out; see the lineage of what they lead on from.")?,
    }
    Ok(())
}

struct Tree<'l> {
    root: u32,
    nodes: &'l [LineageNode],
    edges: &'l [LineageEdge],
}

impl Tree<'_> {
    /// The last thing that led to another, under which that one stands; a meeting only where nothing else did.
    fn parent(&self, at: u32) -> Option<u32> {
        let meeting = |from: u32| self.node(from).is_some_and(|node| node.kind == LineageKind::Meeting);
        self.edges.iter().filter(|edge| edge.to == at).map(|edge| edge.from).max_by_key(|from| (!meeting(*from), *from))
    }

    fn node(&self, at: u32) -> Option<&LineageNode> {
        self.nodes.get(at as usize)
    }

    /// `19 Jul 2011  INS-2011-001 MoU on cyber security (instrument, operative)`.
    fn line(&self, at: u32) -> String {
        let Some(node) = self.node(at) else { return String::new() };
        let kind = node.kind.label();
        let state = if node.state.is_empty() { kind.to_owned() } else { format!("{kind}, {}", node.state) };
        let when = if node.when.is_empty() { "no day" } else { node.when.as_str() };
        let more = if node.more == 0 { String::new() } else { format!("  + {} more", node.more) };
        let asked = if at == self.root { "  ←" } else { "" };
        format!("{when}  {} ({state}){more}{asked}", called(node))
    }

    /// What came of a thing, in order, each with what came of that.
    fn below(&self, at: u32, indent: &str, out: &mut impl Write) -> Result<(), Fault> {
        let mut edges = self.edges.iter().filter(|edge| edge.from == at).peekable();
        while let Some(edge) = edges.next() {
            let last = edges.peek().is_none();
            let branch = if last { "└─" } else { "├─" };
            if self.parent(edge.to) == Some(at) {
                writeln!(out, "{indent}{branch} {}: {}", edge.words, self.line(edge.to))?;
                self.below(edge.to, &format!("{indent}{}  ", if last { " " } else { "│" }), out)?;
            } else {
                writeln!(out, "{indent}{branch} {}: → {}", edge.words, self.node(edge.to).map_or("", short))?;
            }
        }
        Ok(())
    }
}

fn called(node: &LineageNode) -> String {
    if node.r#ref.is_empty() { node.title.clone() } else { format!("{} {}", node.r#ref, node.title) }
}

fn short(node: &LineageNode) -> &str {
    if node.r#ref.is_empty() { &node.title } else { &node.r#ref }
}
