//! A packed file and its parts. Nothing is unpacked that nobody asks for, and never more than the limits allow.

use std::io::{Cursor, Read as _};

use zip::{ZipArchive, result::ZipError};

use crate::{Kind, Limits, Refusal};

/// More parts than any office document has; the largest hold one per picture.
const PARTS_MOST: usize = 65_535;
/// Below this size the ratio says nothing: a short part of blanks is no bomb.
const RATIO_FROM: usize = 1024 * 1024;

/// A packed file. What it may still unpack to shrinks with each part.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    kind: Kind,
    ratio: usize,
    left: usize,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(kind: Kind, bytes: &'a [u8], limits: &Limits) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken { kind })?;
        if zip.len() > PARTS_MOST {
            return Err(Refusal::Bomb);
        }
        Ok(Self { zip, kind, ratio: limits.ratio, left: limits.unpacked })
    }

    pub(crate) fn holds(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The content of a part; none where there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let broken = Refusal::Broken { kind: self.kind };
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Refusal::Locked { kind: self.kind });
            }
            Err(_) => return Err(broken),
        };
        // What the file says about its sizes is not believed: the packed size bounds the ratio only downwards, and the
        // number of bytes that come out is counted.
        let packed = usize::try_from(part.compressed_size()).unwrap_or(usize::MAX);
        let most = self.left.min(packed.saturating_mul(self.ratio).max(RATIO_FROM));
        let mut content = Vec::new();
        let taken = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        part.take(taken).read_to_end(&mut content).map_err(|_| broken)?;
        if content.len() > most {
            return Err(Refusal::Bomb);
        }
        self.left -= content.len();
        Ok(Some(content))
    }
}
