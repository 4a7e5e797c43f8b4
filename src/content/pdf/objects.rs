//! The objects of a PDF by number: those in the file, and those in its compressed object streams.

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::syntax::{digits_at_end, entry, is_name, number, reference};

/// The most bytes that the compressed objects of a file may take together. The page tree of ten
/// thousand pages takes a few megabytes.
const MOST_DECOMPRESSED: usize = 32 * 1024 * 1024;

/// The objects of a file. If a file has been changed by additions at its end, the last object of a
/// number counts.
pub struct Objects<'a> {
    plain: HashMap<u32, &'a [u8]>,
    /// For each object in a compressed stream, the index of the stream and the place in it.
    packed: HashMap<u32, (usize, Range<usize>)>,
    decompressed: Vec<Vec<u8>>,
}

impl<'a> Objects<'a> {
    /// Finds every object, whatever the table of contents says: that table may be damaged or
    /// compressed, and is not needed to find them.
    pub fn of(bytes: &'a [u8]) -> Objects<'a> {
        let mut objects =
            Objects { plain: HashMap::new(), packed: HashMap::new(), decompressed: Vec::new() };
        let mut left = MOST_DECOMPRESSED;
        let mut at = 0;
        while let Some(found) = memmem::find(bytes.get(at..).unwrap_or_default(), b"obj") {
            let keyword = at + found;
            at = keyword + 3;
            let Some(id) = number_before(&bytes[..keyword]) else { continue };
            let end = memmem::find(&bytes[at..], b"endobj").map_or(bytes.len(), |end| at + end);
            let stream = memmem::find(&bytes[at..end], b"stream").map(|stream| at + stream);
            let dictionary = &bytes[at..stream.unwrap_or(end)];
            objects.packed.remove(&id);
            objects.plain.insert(id, dictionary);
            let Some(stream) = stream else {
                at = end;
                continue;
            };
            // What is in a stream, such as an attached PDF, is no object of this file.
            let data = data_of(bytes, dictionary, stream + 6);
            at = data.end;
            if entry(dictionary, b"/Type").is_some_and(|name| is_name(name, b"/ObjStm")) {
                objects.unpack(dictionary, &bytes[data], &mut left);
            }
        }
        objects
    }

    /// What an object consists of, apart from its stream.
    pub fn get(&self, id: u32) -> Option<&[u8]> {
        if let Some(plain) = self.plain.get(&id) {
            return Some(plain);
        }
        let (stream, place) = self.packed.get(&id)?;
        self.decompressed.get(*stream)?.get(place.clone())
    }

    /// Adds the objects of a compressed stream; none, if it cannot be read.
    fn unpack(&mut self, dictionary: &[u8], data: &[u8], left: &mut usize) -> Option<()> {
        let count = entry(dictionary, b"/N").and_then(number)?;
        let first = usize::try_from(entry(dictionary, b"/First").and_then(number)?).ok()?;
        if entry(dictionary, b"/DecodeParms").is_some() {
            return None;
        }
        let data = match entry(dictionary, b"/Filter") {
            None => data.to_vec(),
            Some(filter) => {
                let name = filter.trim_ascii_start();
                let name = name.strip_prefix(b"[").unwrap_or(name);
                let alone = !name.get(1..20).is_some_and(|rest| rest.contains(&b'/'));
                if !alone || !is_name(name, b"/FlateDecode") {
                    return None;
                }
                decompress_to_vec_zlib_with_limit(data, *left).ok()?
            }
        };
        *left = left.saturating_sub(data.len());
        let header = str::from_utf8(data.get(..first)?).ok()?;
        let numbers: Option<Vec<u32>> =
            header.split_ascii_whitespace().map(|number| number.parse().ok()).collect();
        let numbers = numbers?;
        let pairs: Vec<(u32, usize)> = numbers
            .chunks_exact(2)
            .take(usize::try_from(count).ok()?)
            .filter_map(|pair| Some((pair[0], first.checked_add(usize::try_from(pair[1]).ok()?)?)))
            .collect();
        let stream = self.decompressed.len();
        for (n, (id, start)) in pairs.iter().enumerate() {
            let end = pairs.get(n + 1).map_or(data.len(), |(_, next)| *next);
            self.plain.remove(id);
            self.packed.insert(*id, (stream, *start..end));
        }
        self.decompressed.push(data);
        Some(())
    }
}

/// The number of the object whose keyword `obj` follows: `12 0 obj`.
fn number_before(before: &[u8]) -> Option<u32> {
    let before = &before[before.len().saturating_sub(24)..];
    let (_, before) = digits_at_end(before.trim_ascii_end())?;
    let trimmed = before.trim_ascii_end();
    if trimmed.len() == before.len() {
        return None;
    }
    digits_at_end(trimmed).map(|(number, _)| number)
}

/// Where the data of a stream is, whose keyword ends at `start`. Its stated length counts if the
/// stream ends there.
fn data_of(bytes: &[u8], dictionary: &[u8], start: usize) -> Range<usize> {
    let after = &bytes[start..];
    let start = start
        + match after {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            _ => 0,
        };
    let length = entry(dictionary, b"/Length").filter(|value| reference(value).is_none());
    let stated = length.and_then(number).and_then(|length| usize::try_from(length).ok());
    let stated = stated.and_then(|length| start.checked_add(length)).filter(|end| {
        let rest = bytes.get(*end..).unwrap_or_default();
        rest.trim_ascii_start().starts_with(b"endstream")
    });
    let found = || memmem::find(&bytes[start..], b"endstream").map(|end| start + end);
    start..stated.or_else(found).unwrap_or(bytes.len())
}
