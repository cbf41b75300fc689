//! The serializable shapes that cross to the window and to the companion's `--json`, exported to TypeScript.
//!
//! Domain rows never cross; these do. Keys are camelCase. Days are `YYYY-MM-DD`, instants RFC 3339 in UTC, ids UUIDv7,
//! all as text; no number here is wider than 32 bits, since JavaScript cannot hold one.

mod bulk;
mod capture;
mod commitment;
mod decision;
mod dialogue;
mod dossier;
mod handover;
mod instrument;
mod journal;
mod ledger;
mod lineage;
pub mod log;
mod meeting;
mod paper;
mod past;
mod people;
mod picture;
mod quick;
mod reckoning;
mod review;
mod saved_view;
mod search;
mod text;
mod typescript;

pub use bulk::*;
pub use capture::*;
pub use commitment::*;
pub use decision::*;
pub use dialogue::*;
pub use dossier::*;
pub use handover::*;
pub use instrument::*;
pub use journal::*;
pub use ledger::*;
pub use lineage::*;
pub use meeting::*;
pub use paper::*;
pub use past::*;
pub use people::*;
pub use picture::*;
pub use quick::*;
pub use reckoning::*;
pub use review::*;
pub use saved_view::*;
pub use search::*;
pub use text::*;
pub use typescript::typescript;

/// Declares a wire shape: serializable both ways, camelCase, with a TypeScript twin.
macro_rules! wire {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    };
}
pub(crate) use wire;
