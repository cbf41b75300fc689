//! The typefaces of the papers, which travel in the program: what a paper looks like does not hang on the machine.

/// The files, whole.
pub(crate) const FILES: &[&[u8]] = &[
    include_bytes!("../fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSans-Italic.ttf"),
    include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../fonts/IBMPlexSansDevanagari-Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSansDevanagari-SemiBold.ttf"),
    include_bytes!("../fonts/IBMPlexSerif-Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSerif-Italic.ttf"),
];
