//! Saved views: lists that somebody goes back to, each with a name, what it asks, its order, grouping and columns.

use std::collections::BTreeSet;

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    dossier::Dossier,
    error::{Error, Result, invalid},
    field,
    id::Id,
    op::Op,
    row::{row, unreadable},
    search::{Unasked, ask, fold, unfold},
    store::{Session, folded},
    transact::Act,
    wire::{Changed, SavedViewDraft, SavedViewRow},
};

/// Longest name of a column that a view keeps, and how many columns it keeps at most.
const COLUMN_MOST: usize = 40;
const COLUMNS_MOST: usize = 40;

row! {
    /// A list that somebody goes back to.
    SavedView as SavedView {
        /// Its name.
        name: String = "name",
        /// All that it asks, in the search language.
        words: String = "words",
        /// The order of the list, by its word on the wire.
        sort: String = "sort",
        /// Whether the order is turned round.
        descending: bool = "descending",
        /// What the list is parted by, by its word on the wire.
        grouping: Option<String> = "grouping_by",
        /// The columns shown, parted by blanks; the usual ones where empty.
        columns: String = "columns",
        /// Whether it stands in the navigation.
        pinned: bool = "pinned",
        /// Order among the views.
        rank: i32 = "rank",
    }
}

impl Dossier {
    /// The saved views in their order.
    pub fn saved_views(&self) -> Result<Vec<SavedViewRow>> {
        self.store().read(|session| in_order(&session)?.iter().map(|row| shown(&session, row)).collect())
    }

    /// One saved view.
    pub fn saved_view(&self, id: Id) -> Result<SavedViewRow> {
        self.store().read(|session| shown(&session, &session.require(id)?))
    }

    /// Saves a view or changes it. What it asks has to be a question that can be asked now.
    pub fn save_view(&self, draft: &SavedViewDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveView, |act| {
            let others = in_order(&act.session)?;
            let stored = draft.id.and_then(|id| others.iter().find(|other| other.id == id));
            let row = SavedView {
                id: act.id_or_new(draft.id),
                revision: draft.revision,
                name: field::required("The view’s name", &draft.name)?,
                words: words(act, draft, stored)?,
                sort: word(&draft.query.sort)?,
                descending: draft.query.descending,
                grouping: draft.query.group.as_ref().map(word).transpose()?,
                columns: columns(&draft.columns)?,
                pinned: draft.pinned,
                rank: match draft.rank {
                    0 => others.iter().map(|other| other.rank).max().unwrap_or(0) + 1,
                    rank => rank,
                },
            };
            let name = folded(&row.name);
            if let Some(other) = others.iter().find(|other| other.id != row.id && folded(&other.name) == name) {
                return invalid(format!("A view called “{}” is there already. Choose another name.", other.name));
            }
            act.save(draft.id.is_none(), &row, &row.name)
        })
    }

    /// Puts the saved views in this order.
    pub fn order_views(&self, order: &[Id]) -> Result<Changed<()>> {
        self.transact(Op::OrderViews, |act| {
            let mut rows = in_order(&act.session)?;
            let known: BTreeSet<Id> = rows.iter().map(|row| row.id).collect();
            if order.len() != known.len() || order.iter().copied().collect::<BTreeSet<_>>() != known {
                return invalid("The views have changed in the meantime. Nothing was moved; look at them again.");
            }
            act.title("Reordered the saved views");
            for row in &mut rows {
                let at = order.iter().position(|id| *id == row.id).unwrap_or_default();
                row.rank = i32::try_from(at + 1).unwrap_or(i32::MAX);
                act.update(row)?;
            }
            Ok(())
        })
    }
}

fn in_order(session: &Session<'_>) -> Result<Vec<SavedView>> {
    let mut rows: Vec<SavedView> = session.all()?;
    rows.sort_by(|a, b| (a.rank, &a.name, a.id).cmp(&(b.rank, &b.name, b.id)));
    Ok(rows)
}

fn shown(session: &Session<'_>, row: &SavedView) -> Result<SavedViewRow> {
    let mut query = unfold(session, &row.words)?;
    query.sort = of_word(&row.sort)?;
    query.descending = row.descending;
    query.group = row.grouping.as_deref().map(of_word).transpose()?;
    Ok(SavedViewRow {
        id: row.id,
        revision: row.revision,
        name: row.name.clone(),
        words: row.words.clone(),
        query,
        columns: row.columns.split_whitespace().map(str::to_owned).collect(),
        pinned: row.pinned,
        rank: row.rank,
    })
}

/// What a draft asks, in words that can be asked now. A view whose words have come to mean nothing, since a name in them
/// changed, can still be renamed, moved and unpinned.
fn words(act: &Act<'_>, draft: &SavedViewDraft, stored: Option<&SavedView>) -> Result<String> {
    if let Some(stored) = stored
        && unfold(&act.session, &stored.words)?.words == draft.query.words
        && fold(&act.session, &draft.query).is_ok_and(|node| node.to_string() == stored.words)
    {
        return Ok(stored.words.clone());
    }
    let asked = fold(&act.session, &draft.query).and_then(|node| {
        ask(&act.session, act.day, &node)?;
        // Filters stand first, in one order, so that a view saved again as it was read says the same words.
        fold(&act.session, &unfold(&act.session, &node.to_string())?).map(|node| node.to_string())
    });
    asked.map_err(|unasked| match unasked {
        Unasked::Failed(error) => error,
        Unasked::Wrong(wrong) => {
            let spot: String = draft
                .query
                .words
                .chars()
                .skip(wrong.at.start)
                .take(wrong.at.end.saturating_sub(wrong.at.start))
                .collect();
            let spot = spot.trim();
            Error::Invalid(if spot.is_empty() { wrong.message } else { format!("At “{spot}”: {}", wrong.message) })
        }
    })
}

fn columns(names: &[String]) -> Result<String> {
    let fit = |name: &String| {
        (1..=COLUMN_MOST).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    };
    if names.len() > COLUMNS_MOST || !names.iter().all(fit) {
        return invalid("The columns of this view have names that no column has. It was not saved.");
    }
    Ok(names.join(" "))
}

/// The word of an order or a grouping, as on the wire.
fn word(entry: &impl Serialize) -> Result<String> {
    match serde_json::to_value(entry) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(unreadable("an order", &format!("{other:?}"))),
    }
}

fn of_word<T: DeserializeOwned>(word: &str) -> Result<T> {
    serde_json::from_value(word.into()).map_err(|error| unreadable("a saved view", &error.to_string()))
}
