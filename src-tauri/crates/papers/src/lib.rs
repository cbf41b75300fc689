//! From what a paper says to the bytes of its file. Pure functions: no clock, no file, no network; the same paper is the
//! same bytes.
