//! Papers as whole files: what a reader, an archive and another program find in them.

mod docx;
mod markdown;
mod pdf;
mod programs;
mod samples;
mod xlsx;
