//! What the window and the core agree on: each command has its permission, its TypeScript, and a wire shape that does
//! not change unnoticed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says by failing what went wrong")]

mod commands;
mod direction;
mod shapes;
