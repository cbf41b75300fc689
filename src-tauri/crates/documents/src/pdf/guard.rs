//! What a PDF unpacks to, found before it is opened: its streams are inflated one after the other into nothing, and
//! counted. The interpreter sets no bound of its own on that.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

use crate::{Kind, Limits, Refusal, kind::find};

/// How far before a stream its description is looked for.
const DESCRIPTION: usize = 2048;
/// Packings within packings that are followed; no program makes more than one.
const LAYERS_MOST: usize = 2;
/// How many times larger than its packed form a stream may become, in packings that are not followed here: LZW, and those
/// that stand in text form or are encrypted.
const WORST: usize = 2600;

pub(crate) fn check(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    let encrypted = find(bytes, b"/Encrypt").is_some();
    let mut left = limits.unpacked;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"stream")) {
        let keyword = at + found;
        at = keyword + 6;
        if keyword >= 3 && bytes.get(keyword - 3..keyword) == Some(b"end") {
            continue;
        }
        let data = bytes.get(at..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let before = bytes.get(keyword.saturating_sub(DESCRIPTION)..keyword).unwrap_or_default();
        let begins = before.windows(3).rposition(|window| window == b"obj").unwrap_or_default();
        let description = before.get(begins..).unwrap_or_default();
        // Pictures are never decoded here.
        if find(description, b"/Image").is_some() && find(description, b"/Subtype").is_some() {
            continue;
        }
        let packed = |name: &[u8]| find(description, name).is_some();
        let followed = packed(b"Flate") || packed(b"/Fl");
        let hidden = packed(b"LZW") || packed(b"ASCII") || packed(b"/A85") || packed(b"/AHx") || encrypted && followed;
        if hidden {
            // Its size can only be guessed; what a document needs stays far below. The end is looked for among what may
            // be taken at most, so that a file of beginnings without ends is not gone through once for each.
            let most = left / WORST;
            let within = data.get(..most.saturating_add(16)).unwrap_or(data);
            if find(within, b"endstream").is_none() && data.len() > most {
                return Err(if encrypted { Refusal::Locked { kind: Kind::Pdf } } else { Refusal::Bomb });
            }
            continue;
        }
        let is_zlib = matches!(data, [first, second, ..]
            if first & 0x0f == 8 && (u16::from(*first) * 256 + u16::from(*second)).is_multiple_of(31));
        if is_zlib {
            let (taken, grown) = inflated(data, left, 1)?;
            if grown > taken.saturating_mul(limits.ratio.saturating_mul(5)).max(1024 * 1024) {
                return Err(Refusal::Bomb);
            }
            left -= grown;
            // What a stream holds is not searched for further streams; that also keeps this linear.
            at = bytes.len() - data.len() + taken;
        }
    }
    Ok(())
}

/// How many bytes a packed stream takes, and what it unpacks to, of which `left` are allowed.
fn inflated(data: &[u8], left: usize, layer: usize) -> Result<(usize, usize), Refusal> {
    let mut decoder = ZlibDecoder::new(data);
    let mut buffer = [0; 16 * 1024];
    let mut grown = 0;
    let mut head = Vec::new();
    // A stream that is broken further on is for the interpreter to judge.
    while let Ok(read @ 1..) = decoder.read(&mut buffer) {
        if grown == 0 {
            head = buffer.get(..2).unwrap_or_default().to_vec();
        }
        grown += read;
        if grown > left {
            return Err(Refusal::Bomb);
        }
    }
    // A stream that unpacks to a packed stream.
    if matches!(head.as_slice(), [0x78, 0x01 | 0x5e | 0x9c | 0xda]) && grown > 1024 {
        if layer == LAYERS_MOST {
            return Err(Refusal::Bomb);
        }
        let mut within = Vec::new();
        if ZlibDecoder::new(data).take(left as u64).read_to_end(&mut within).is_ok() {
            inflated(&within, left, layer + 1)?;
        }
    }
    Ok((usize::try_from(decoder.total_in()).unwrap_or(data.len()), grown))
}
