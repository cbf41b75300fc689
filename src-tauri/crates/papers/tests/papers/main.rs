//! Papers as whole files: what a reader, an archive and another program find in them.

mod docx;
mod ics;
mod libre_office;
mod markdown;
mod pdf;
mod programs;
mod samples;
mod xlsx;
