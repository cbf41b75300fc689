//! Identity: every row of every noun carries an [`Id`], and chance enters the register here alone.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Instant;

/// A UUIDv7, as text: unique across files, and in order of creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// The id that stands for "no row": all zeros.
    pub const NIL: Self = Self(Uuid::nil());
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}

impl ts_rs::TS for Id {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "string".into()
    }

    fn inline(config: &ts_rs::Config) -> String {
        Self::name(config)
    }
}

/// Where new ids come from.
pub trait IdSource: Send + Sync {
    /// An id never given before, sorted after those of earlier instants.
    fn next(&self, at: Instant) -> Id;
}

/// Ids from the machine's own source of chance.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl IdSource for RandomIds {
    #[allow(clippy::disallowed_methods, reason = "the one place where ids are drawn by chance")]
    fn next(&self, _: Instant) -> Id {
        Id(Uuid::now_v7())
    }
}

/// Ids that depend on a seed and a count only: the same acts give the same file, which tests and the synthetic
/// dossier rely on.
#[derive(Debug)]
pub struct SeededIds {
    seed: u64,
    count: std::sync::atomic::AtomicU64,
}

impl SeededIds {
    /// A stream of ids that is the same for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed, count: std::sync::atomic::AtomicU64::new(0) }
    }
}

impl IdSource for SeededIds {
    fn next(&self, at: Instant) -> Id {
        let count = self.count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let digest = Sha256::new().chain_update(self.seed.to_le_bytes()).chain_update(count.to_le_bytes()).finalize();
        let mut chance = [0; 10];
        chance.copy_from_slice(&digest[..10]);
        // The count leads the random part, so that ids of one instant keep their order.
        chance[..4].copy_from_slice(&u32::try_from(count & 0xffff_ffff).unwrap_or(0).to_be_bytes());
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        Id(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
    }
}
