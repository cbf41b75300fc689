//! Papers as whole files: what a reader, an archive and another program find in them.

mod pdf;
mod samples;
