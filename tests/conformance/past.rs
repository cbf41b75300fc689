//! The register as it stood on a past day.

use rapporteur_core::{
    vocabulary::{Freshness, Noun, Status},
    wire::CommitmentQuery,
};

use crate::ground::{Ground, day, noon, refusal};

#[test]
fn a_list_is_read_as_it_stood() {
    let ground = Ground::new();
    let first = ground.due("Share formats", "2015-10-01");
    let gone = ground.commitment("Dropped later");
    ground.clock.set(noon("2016-02-01"));
    ground.heard(first, "2016-01-31", "Nearly there");
    ground.dossier.set_status(&ground.status(first, Status::InProgress)).unwrap();
    ground.put_off(first, "2016-06-30", "Late").unwrap();
    ground.dossier.remove(Noun::Commitment, gone).unwrap();
    ground.commitment("Made later");
    let now = ground.dossier.export().unwrap();

    let list = |on: &str| ground.dossier.commitments_as_of(day(on), &CommitmentQuery::open()).unwrap().rows;
    let then = list("2015-12-24");
    let titles: Vec<&str> = then.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["Share formats", "Dropped later"]);
    assert_eq!((then[0].status, then[0].due.overdue, then[0].due.slips), (Status::NotStarted, true, 0));
    assert_eq!(then[0].heard.lamp, Freshness::Stale);
    assert_eq!(list("2016-02-01").len(), 2);
    assert!(list("2016-02-01").iter().any(|row| row.id == first && row.status == Status::InProgress));
    // Looking back changes nothing.
    assert_eq!(ground.dossier.export().unwrap(), now);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
    let before = ground.dossier.commitments_as_of(day("2015-08-19"), &CommitmentQuery::open());
    assert!(refusal(before).contains("begun after 19 Aug 2015"));
}
