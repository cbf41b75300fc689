//! Behaviour of the register through `Dossier`.
