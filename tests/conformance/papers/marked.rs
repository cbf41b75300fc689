//! A dossier in which every kind of thing bears words that stand nowhere else, and any of them a marking.

use rapporteur_core::{
    id::Id,
    vocabulary::{DecisionKind, InstrumentActKind, Level, LinkKind, MeetingState, OwnerRole},
    wire::{
        AgendaItemDraft, AttendanceDraft, CommitmentDraft, DecisionDraft, DossierDraft, DueDraft, FollowUpDraft,
        InstrumentDraft, LinkDraft, MeetingDraft, MentionDraft, OwnerDraft, PassageDraft, Seen, TextDraft,
    },
};

use crate::ground::{Ground, follow_up, lead, meeting, text};

/// The things that can be marked, in the order in which markings are given to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Round,
    Text,
    /// Taken from the text.
    Taken,
    /// Of no text.
    Plain,
    /// Due by the round that is planned.
    Due,
    OnTaken,
    OnPlain,
    Instrument,
    /// A meeting planned, by which something is due.
    Coming,
}

impl Thing {
    pub const ALL: [Self; 9] = [
        Self::Round,
        Self::Text,
        Self::Taken,
        Self::Plain,
        Self::Due,
        Self::OnTaken,
        Self::OnPlain,
        Self::Instrument,
        Self::Coming,
    ];

    /// What it takes after where it bears no label; none for the dossier.
    pub const fn hangs_on(self) -> Option<Self> {
        match self {
            Self::Taken => Some(Self::Text),
            Self::OnTaken => Some(Self::Taken),
            Self::OnPlain => Some(Self::Plain),
            Self::Round | Self::Text | Self::Plain | Self::Due | Self::Instrument | Self::Coming => None,
        }
    }

    /// Words that stand in it and nowhere else.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Round => &["Okapi consultations of spring", "OKAPIRECORD", "OKAPISAID", "OKAPIPLACE"],
            Self::Text => &["Zebra communiqué of both governments", "ZEBRASOURCE", "zebrafile"],
            Self::Taken => &["Exchange of xylophone tables", "XYLOPHONEWORDING", "XYL-2015"],
            Self::Plain => &["Quagga herds to be counted twice", "QUAGGAWORDING", "QUAGGANOTE", "QUAGGAREMARK"],
            Self::Due => &["Narwhal passage to be charted", "NARWHALWORDING"],
            Self::OnTaken => &["MARMOTREPORT", "MARMOTSTEP"],
            Self::OnPlain => &["PANGOLINREPORT", "PANGOLINSTEP"],
            Self::Instrument => &["Ibex memorandum on high pastures", "IBEXNOTE"],
            Self::Coming => &["Walrus summit of northern coasts", "WALRUSPLACE"],
        }
    }
}

/// Ranks on the axes of classification and TLP; nought for none.
pub type Level2 = (i32, i32);

/// The dossier, and what is in it.
pub struct Marked {
    pub ground: Ground,
    pub summit: Id,
    pub round: Id,
    pub commitments: [Id; 3],
    dossier: Level2,
    own: Vec<Level2>,
}

impl Marked {
    /// `dossier` is the marking of the dossier, `own` those of the things in their order.
    pub fn new(dossier: Level2, own: &[Level2]) -> Self {
        let ground = Ground::new();
        let labels = |level: Level2| labels(&ground, level);
        let of = |thing: Thing| labels(own[Thing::ALL.iter().position(|known| *known == thing).unwrap()]);
        let d = &ground.dossier;
        let stands = d.overview().unwrap();
        d.save_settings(&DossierDraft {
            revision: stands.revision,
            title: stands.title,
            home: stands.home.id,
            time_zone: stands.time_zone,
            day: Some(crate::ground::day("2015-08-20")),
            marking: labels(dossier),
        })
        .unwrap();
        let xyl = d.save_track(&crate::ground::track("XYL", "Xyl")).unwrap().output;
        let round = d
            .save_meeting(&MeetingDraft {
                marking: of(Thing::Round),
                level: Level::Ministerial,
                place: "OKAPIPLACE".into(),
                ..meeting(None, "Okapi consultations of spring", "2015-04-01")
            })
            .unwrap()
            .output;
        d.save_record(round, 1, "OKAPIRECORD", None).unwrap();
        d.save_attendance(&AttendanceDraft {
            id: None,
            revision: 0,
            meeting: round,
            person: Some(ground.person),
            body: None,
            name: String::new(),
            party: None,
            role: rapporteur_core::vocabulary::AttendanceRole::Head,
            size: None,
        })
        .unwrap();
        let body = "Both will trade XYLOPHONEWORDING each year. Both will say XYLOPHONEAGAIN.";
        let from = d
            .save_text(&TextDraft {
                marking: of(Thing::Text),
                source: "ZEBRASOURCE".into(),
                dated_on: Some(crate::ground::day("2015-04-01")),
                ..text(Some(round), "Zebra communiqué of both governments", body)
            })
            .unwrap()
            .output;
        let original = ground.path.with_file_name("zebrafile.txt");
        std::fs::write(&original, body).unwrap();
        d.keep_original(from, 1, &original).unwrap();
        let coming = d
            .save_meeting(&MeetingDraft {
                marking: of(Thing::Coming),
                state: MeetingState::Planned,
                place: "WALRUSPLACE".into(),
                ..meeting(None, "Walrus summit of northern coasts", "2015-09-10")
            })
            .unwrap()
            .output;
        let summit = d
            .save_meeting(&MeetingDraft {
                state: MeetingState::Planned,
                level: Level::Summit,
                place: "Capital".into(),
                ..meeting(None, "Leaders’ meeting", "2015-09-25")
            })
            .unwrap()
            .output;
        let owners = vec![
            lead(ground.agency),
            OwnerDraft { role: OwnerRole::Supporting, body: None, person: Some(ground.person) },
            OwnerDraft { role: OwnerRole::Counterpart, body: Some(ground.theirs), person: None },
        ];
        let commit = |draft: CommitmentDraft| d.save_commitment(&draft).unwrap().output;
        let end = u32::try_from("Both will trade XYLOPHONEWORDING each year.".chars().count()).unwrap();
        let taken = commit(CommitmentDraft {
            marking: of(Thing::Taken),
            meeting: Some(round),
            track: xyl,
            passage: Some(PassageDraft { text: from, start: 0, end }),
            owners: owners.clone(),
            due: DueDraft::Day { on: crate::ground::day("2015-06-30") },
            ..ground.promise("Exchange of xylophone tables")
        });
        let plain = commit(CommitmentDraft {
            marking: of(Thing::Plain),
            wording: "QUAGGAWORDING".into(),
            note: "QUAGGANOTE".into(),
            owners: owners.clone(),
            ..ground.promise("Quagga herds to be counted twice")
        });
        let due = commit(CommitmentDraft {
            marking: of(Thing::Due),
            wording: "NARWHALWORDING".into(),
            owners,
            due: DueDraft::Meeting { meeting: coming },
            ..ground.promise("Narwhal passage to be charted")
        });
        d.add_link(&LinkDraft { from: plain, kind: LinkKind::Reaffirms, to: taken }).unwrap();
        d.add_link(&LinkDraft { from: due, kind: LinkKind::DependsOn, to: plain }).unwrap();
        let again = u32::try_from(body.find("Both will say").unwrap()).unwrap();
        d.add_mention(&MentionDraft {
            commitment: due,
            at: PassageDraft { text: from, start: again, end: u32::try_from(body.chars().count()).unwrap() },
            note: String::new(),
        })
        .unwrap();
        let hear = |on: Id, words: [&str; 2], marking: Vec<Id>| {
            d.save_follow_up(&FollowUpDraft {
                next_step: words[1].into(),
                marking,
                ..follow_up(vec![on], "2015-08-01", words[0])
            })
            .unwrap();
        };
        hear(taken, ["MARMOTREPORT", "MARMOTSTEP"], of(Thing::OnTaken));
        hear(plain, ["PANGOLINREPORT", "PANGOLINSTEP"], of(Thing::OnPlain));
        // Free words on what may be seen, that name what may not.
        hear(due, ["This waits for XYL-2015-001 and the Ibex memorandum on high pastures.", ""], Vec::new());
        d.save_agenda_item(
            &AgendaItemDraft {
                id: None,
                revision: 0,
                meeting: round,
                ordinal: 0,
                title: "Pastures and passages".into(),
                track: Some(ground.track),
                home_said: "OKAPISAID".into(),
                partner_said: String::new(),
                commitments: vec![taken, due],
            },
            None,
        )
        .unwrap();
        let decide = |on: Id, kind: DecisionKind, remark: &str| {
            d.decide(&DecisionDraft {
                meeting: summit,
                commitments: vec![Seen { id: on, revision: 0 }],
                kind,
                remark: remark.into(),
                level: None,
                to_meeting: None,
            })
            .unwrap();
        };
        decide(plain, DecisionKind::Escalate, "QUAGGAREMARK");
        decide(taken, DecisionKind::Announce, "XYLOPHONEWORDING is ready");
        let acts = vec![
            crate::instrument::signature(ground.home, "2015-04-01"),
            crate::instrument::signature(ground.partner, "2015-04-01"),
        ];
        let draft = InstrumentDraft {
            note: "IBEXNOTE".into(),
            marking: of(Thing::Instrument),
            acts,
            ..ground.agreement("Ibex memorandum on high pastures")
        };
        let instrument = d.save_instrument(&draft).unwrap().output;
        d.save_instrument_act(&ground.act(
            instrument,
            InstrumentActKind::Notification,
            Some(ground.home),
            "2015-05-01",
        ))
        .unwrap();
        d.add_delivered_by(&rapporteur_core::wire::DeliveredByDraft { commitment: plain, instrument }).unwrap();
        Self { ground, summit, round, commitments: [taken, plain, due], dossier, own: own.to_vec() }
    }

    /// A thing's marking, reckoned here by the rule: its own label, else that of what it hangs on, on each axis.
    pub fn effective(&self, thing: Thing) -> Level2 {
        let own = self.own[Thing::ALL.iter().position(|known| *known == thing).unwrap()];
        let carrier = thing.hangs_on().map_or(self.dossier, |carrier| self.effective(carrier));
        let either = |own: i32, carrier: i32| if own == 0 { carrier } else { own };
        (either(own.0, carrier.0), either(own.1, carrier.1))
    }
}

/// The labels of these ranks.
pub fn labels(ground: &Ground, level: Level2) -> Vec<Id> {
    let scheme = ground.dossier.overview().unwrap().markings;
    let of = |axis, rank| scheme.iter().find(|label| label.axis == axis && label.rank == rank).map(|label| label.id);
    let axes =
        [rapporteur_core::vocabulary::MarkingAxis::Classification, rapporteur_core::vocabulary::MarkingAxis::Tlp];
    [of(axes[0], level.0), of(axes[1], level.1)].into_iter().flatten().collect()
}
