//! How much a file may ask for before it is refused. The defaults hold any paper a ministry publishes, with room.

/// Upper bounds on what is read and what comes of it. Whatever is beyond them is refused with a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file, in bytes. Default 64 MiB, the largest original that the register keeps.
    pub bytes: usize,
    /// Length of the text that comes out, in Unicode scalar values. Default 5,000,000, the longest text of the register.
    pub text: usize,
    /// Size of everything unpacked from a packed file (DOCX, ODT, PDF), in bytes. Default 256 MiB.
    pub unpacked: usize,
    /// How many times larger than its packed form a part may become. Default 200: the XML of office documents reaches 30,
    /// emptiness reaches 1,000. Parts that unpack to less than a megabyte are not judged by it.
    pub ratio: usize,
    /// How deep elements, groups or messages may stand within each other. Default 500; browsers draw the line there too.
    pub depth: usize,
    /// Pages of a PDF. Default 5,000.
    pub pages: usize,
    /// What the pages of a PDF may draw: every shape and stretch of words counts one, every clipping ten. Forms that draw
    /// forms multiply them. Default 5,000,000, which takes a few seconds.
    pub drawings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 * 1024 * 1024,
            text: 5_000_000,
            unpacked: 256 * 1024 * 1024,
            ratio: 200,
            depth: 500,
            pages: 5_000,
            drawings: 5_000_000,
        }
    }
}
