//! Dossiers of every released schema.
