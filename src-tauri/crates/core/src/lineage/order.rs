//! Where the things of a lineage stand: in the order of time, in columns from left to right. Pure functions.
//!
//! A later day never stands left of an earlier one. Things of one column are not linked, but for a meeting and what was
//! put out or signed there, which stand together. What bears no day stands behind what led to it, or else before what
//! came of it. Links that run in a circle, or against the days, change nothing of that: time decides.

use chrono::Months;

use crate::clock::Day;

/// Most things of a column: what stands below needs scrolling.
const MOST_IN_A_COLUMN: usize = 6;
/// Months that a column spans at most, so that 2011 does not stand beside 2015.
const MONTHS: u32 = 12;

/// The days a thing spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    pub(super) from: Option<Day>,
    pub(super) to: Option<Day>,
}

impl When {
    /// One day, or none.
    pub(super) fn on(day: Option<Day>) -> Self {
        Self { from: day, to: day }
    }

    /// Whether a day is one of them.
    pub(super) fn holds(self, day: Day) -> bool {
        self.from.is_some_and(|from| from <= day) && self.to.is_some_and(|to| day <= to)
    }
}

/// A link between two things, from what led to what came of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrow {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether the two are shown as one where they are of the same days.
    pub(super) joins: bool,
    /// Whether the later thing was made in the earlier one: on one day, this goes before all other links.
    pub(super) makes: bool,
}

/// Where each thing stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// The things from left to right, and from above within a column.
    pub(super) order: Vec<usize>,
    /// By thing.
    pub(super) column: Vec<u32>,
    /// What is shown as one, numbered from 0 from left to right; by thing.
    pub(super) group: Vec<u32>,
}

/// Puts things in their places.
pub(super) fn place(whens: &[When], arrows: &[Arrow]) -> Placed {
    let heads = heads(whens, arrows);
    let days = days(whens, arrows, &heads);
    let order = ordered(&days, arrows, &heads);
    let mut placed = Placed { order: Vec::new(), column: vec![0; whens.len()], group: vec![0; whens.len()] };
    let (mut column, mut held, mut first): (u32, usize, Option<Day>) = (0, 0, None);
    for (group, head) in (0..).zip(order) {
        // A meeting stands above what came of it.
        let others = (0..whens.len()).filter(|thing| *thing != head && heads[*thing] == head);
        let members: Vec<usize> = std::iter::once(head).chain(others).collect();
        let linked = arrows.iter().any(|arrow| {
            let ends = [(arrow.from, arrow.to), (arrow.to, arrow.from)];
            ends.iter().any(|(one, other)| {
                heads[*one] == head
                    && heads[*other] != head
                    && placed.order.contains(other)
                    && placed.column[*other] == column
            })
        });
        let far = first
            .zip(days[head])
            .is_some_and(|(first, day)| first.checked_add_months(Months::new(MONTHS)).is_some_and(|last| last < day));
        if held > 0 && (linked || far || held + members.len() > MOST_IN_A_COLUMN) {
            (column, held, first) = (column + 1, 0, None);
        }
        held += members.len();
        first = first.or(days[head]);
        for thing in members {
            placed.column[thing] = column;
            placed.group[thing] = group;
            placed.order.push(thing);
        }
    }
    placed
}

/// The thing that each is shown with; itself where it stands alone.
fn heads(whens: &[When], arrows: &[Arrow]) -> Vec<usize> {
    let mut heads: Vec<usize> = (0..whens.len()).collect();
    for arrow in arrows.iter().filter(|arrow| arrow.joins) {
        let (meeting, thing) = (arrow.from, arrow.to);
        let alone = heads[thing] == thing
            && heads[meeting] == meeting
            && !heads.iter().enumerate().any(|(at, head)| at != thing && *head == thing);
        let same = match (whens[meeting].from, whens[thing].from) {
            (Some(_), Some(day)) => whens[meeting].holds(day),
            _ => true,
        };
        // Two that are linked to each other stand in two columns.
        let linked = arrows.iter().any(|other| {
            let other = if other.from == thing {
                other.to
            } else if other.to == thing {
                other.from
            } else {
                return false;
            };
            other != meeting && heads[other] == meeting
        });
        if alone && same && !linked {
            heads[thing] = meeting;
        }
    }
    heads
}

/// The day each group is ordered by: its own, or that of what led to it, or that of what came of it.
fn days(whens: &[When], arrows: &[Arrow], heads: &[usize]) -> Vec<Option<Day>> {
    let mut own: Vec<Option<Day>> = vec![None; whens.len()];
    for (thing, head) in heads.iter().enumerate() {
        own[*head] = own[*head].or(whens[*head].from).or(whens[thing].from);
    }
    let mut found = own.clone();
    for _ in 0..whens.len() {
        for arrow in arrows {
            let (from, to) = (heads[arrow.from], heads[arrow.to]);
            if own[to].is_none() && from != to {
                found[to] = found[to].max(found[from]);
            }
        }
    }
    for _ in 0..whens.len() {
        for arrow in arrows {
            let (from, to) = (heads[arrow.from], heads[arrow.to]);
            if found[from].is_none() {
                found[from] = found[to];
            }
        }
    }
    found
}

/// The groups in order, by their heads: by day; on one day, what led to another before it.
fn ordered(days: &[Option<Day>], arrows: &[Arrow], heads: &[usize]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..heads.len()).filter(|thing| heads[*thing] == *thing).collect();
    let mut order = Vec::new();
    while let Some(day) = left.iter().map(|head| days[*head]).min() {
        let today: Vec<usize> = left.iter().copied().filter(|head| days[*head] == day).collect();
        let waits = |head: usize, arrow: &Arrow| {
            heads[arrow.to] == head && heads[arrow.from] != head && today.contains(&heads[arrow.from])
        };
        // In a circle all wait: a statement may say again on its day what was promised in it. Then what nothing of the
        // day was made before goes first, or else the first that was come upon.
        let free = |only: fn(&Arrow) -> bool| {
            today.iter().copied().find(|head| !arrows.iter().any(|arrow| only(arrow) && waits(*head, arrow)))
        };
        let next = free(|_| true).or_else(|| free(|arrow| arrow.makes)).unwrap_or(today[0]);
        left.retain(|head| *head != next);
        order.push(next);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `a 2011-05-01`, `b`, `a>b`, `a=b` (shown as one), `a!b` (made in), and writes the columns: `a+b | c d`.
    fn check(things: &str, arrows: &str, want: &str) {
        let mut names = Vec::new();
        let mut whens = Vec::new();
        for thing in things.split(", ") {
            let (name, day) = thing.split_once(' ').unwrap_or((thing, ""));
            let (from, to) = day.split_once("..").unwrap_or((day, day));
            names.push(name);
            whens.push(When { from: from.parse().ok(), to: to.parse().ok() });
        }
        let at = |name: &str| names.iter().position(|known| *known == name).unwrap();
        let arrows: Vec<Arrow> = arrows
            .split_whitespace()
            .map(|arrow| {
                let (from, to) = arrow.split_once(['>', '=', '!']).unwrap();
                Arrow { from: at(from), to: at(to), joins: arrow.contains('='), makes: !arrow.contains('>') }
            })
            .collect();
        let placed = place(&whens, &arrows);
        let mut said = String::new();
        for (at, thing) in placed.order.iter().enumerate() {
            if let Some(before) = at.checked_sub(1).map(|at| placed.order[at]) {
                said += match (
                    placed.group[before] == placed.group[*thing],
                    placed.column[before] == placed.column[*thing],
                ) {
                    (true, _) => "+",
                    (false, true) => " ",
                    (false, false) => " | ",
                };
            }
            said += names[*thing];
        }
        assert_eq!(said, want, "{things}; {arrows:?}");
    }

    #[test]
    fn time_goes_from_left_to_right() {
        check("b 2012-01-01, a 2011-01-01", "a>b", "a | b");
        // What is not linked stands in one column, up to a year apart.
        check("a 2011-01-01, b 2011-06-01, c 2015-01-01", "", "a b | c");
        // On one day, what led to another stands before it.
        check("c 2011-07-19, b 2011-07-19, a 2011-07-19", "a>b b>c", "a | b | c");
        // A column is not skipped back over, and holds six.
        check("a 2011-01-01, b 2011-01-02, c 2011-01-03", "a>b", "a | b c");
        let seven = "a 2011-01-01, b 2011-01-01, c 2011-01-01, d 2011-01-01, e 2011-01-01, f 2011-01-01, g 2011-01-01";
        check(seven, "", "a b c d e f | g");
    }

    #[test]
    fn what_bears_no_day_is_placed_by_its_links() {
        check("a, b 2011-01-01, c 2012-06-01", "b>a a>c", "b | a | c");
        check("a, b 2011-01-01", "a>b", "a | b");
        check("a, b, c 2011-01-01", "a>b b>c", "a | b | c");
        check("a, b", "a>b", "a | b");
        check("a, b, c 2011-01-01", "c>a a>b b>a", "c | a | b");
    }

    #[test]
    fn circles_and_links_against_the_days_change_nothing() {
        check("a 2011-01-01, b 2011-01-01", "a>b b>a", "a | b");
        // What was made in a statement of the day stands behind it, also where that says it again.
        check("c 2015-08-14, m 2015-08-14, s 2015-08-14", "c>s m=s m!c", "m+s | c");
        check("a 2012-01-01, b 2011-01-01", "a>b", "b | a");
        check("a 2011-01-01, b 2012-01-01, c 2013-01-01", "c>a a>b b>c", "a | b | c");
        check("a", "a>a", "a");
    }

    #[test]
    fn a_meeting_stands_with_what_came_out_of_it() {
        check("a 2011-07-19, m 2011-07-19", "m=a", "m+a");
        check("p 2011-05-01, i 2011-07-19, m 2011-07-19, q 2011-07-19", "p>i m=i i>q", "p | m+i | q");
        check("m 2011-05-01..2011-05-31, t 2011-05-20", "m=t", "m+t");
        check("m 2011-05-01, t", "m=t", "m+t");
        check("m 2011-05-01, t 2012-01-01", "m=t", "m | t");
        // Two of one meeting that are linked to each other stand apart.
        check("m 2011-07-19, i 2011-07-19, j 2011-07-19", "m=i m=j i>j", "m+i | j");
    }
}
