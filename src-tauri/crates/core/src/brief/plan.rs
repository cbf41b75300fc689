//! The parts of a brief as a plan names them, brought up to date: what is kept of it may be older than its parts.

use crate::wire::{BriefPart, BriefPlan};

/// A plan that names every part there is: those it named in its order, new ones behind the one they follow by custom,
/// and none that is no more.
pub(super) fn complete(plan: Option<BriefPlan>, parts: Vec<BriefPart>) -> BriefPlan {
    let mut plan = plan.unwrap_or_default();
    plan.parts.retain(|part| parts.iter().any(|known| known.key == part.key));
    let mut seen: Vec<String> = Vec::new();
    plan.parts.retain(|part| {
        let new = !seen.contains(&part.key);
        seen.push(part.key.clone());
        new
    });
    let mut before: Option<String> = None;
    for part in parts {
        let key = part.key.clone();
        match plan.parts.iter().position(|known| known.key == key) {
            // What a part is called may have changed since.
            Some(at) => plan.parts[at].heading = part.heading,
            None => {
                let behind = before.as_ref().and_then(|key| plan.parts.iter().position(|known| known.key == *key));
                plan.parts.insert(behind.map_or(0, |at| at + 1), part);
            }
        }
        before = Some(key);
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::complete;
    use crate::wire::{BriefPart, BriefPlan};

    fn part(key: &str, shown: bool) -> BriefPart {
        BriefPart { key: key.into(), heading: key.to_uppercase(), shown }
    }

    #[test]
    fn a_kept_plan_takes_in_new_parts_where_they_belong() {
        let plan = BriefPlan {
            parts: vec![part("annex", true), part("summary", false), part("track:OLD", true), part("annex", false)],
            ..BriefPlan::default()
        };
        let parts = vec![part("summary", true), part("track:CYB", true), part("people", true), part("annex", true)];
        let now: Vec<(String, bool)> =
            complete(Some(plan), parts).parts.into_iter().map(|part| (part.key, part.shown)).collect();
        let expected = [("annex", true), ("summary", false), ("track:CYB", true), ("people", true)];
        assert_eq!(now, expected.map(|(key, shown)| (key.to_owned(), shown)));
    }
}
