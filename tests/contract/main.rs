//! What the window and the core agree on.
