//! What the tests of the real window, the tour and the measurements share: a window that is started, driven with real
//! keys and ended; and processes, looked at from outside.
//!
//! - [`Window`]: a running application and its page. `find` speaks of controls by role and name, as a person would.
//! - [`Home`]: the folders that one user's application keeps its things in; two windows after each other may share one.
//! - [`process`]: families of processes, and the memory they hold.
//! - [`place`]: where programs and files of this repository lie.
//!
//! Nothing here knows the register. Whatever is missing is said by a panic that names it, since all callers are tests
//! or tools that have no other way to go on.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a tool of the tests says by failing what went wrong")]

mod axe;
mod driver;
mod find;
mod home;
mod keys;
mod layout;
pub mod place;
pub mod process;
mod window;

pub use axe::Violation;
pub use find::Part;
pub use home::Home;
pub use window::{Start, Window};
