//! What a PDF may be unpacked to. A file of some kilobytes can hold streams of gigabytes, so each is
//! looked at before it is unpacked.

use std::collections::BTreeSet;

use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;
use memchr::memmem;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

/// No stream with text is larger when it is unpacked, in bytes.
const LARGEST: usize = 48 << 20;
/// The same for all pages together.
const MOST_OF_PAGES: usize = 4 * LARGEST;
/// A stream that is packed in another way than is usual has no more bytes than this.
const MOST_PACKED_OTHERWISE: usize = 256 << 10;

/// Whether a stream may be unpacked.
pub fn fits(stream: &Stream<'_>) -> bool {
    unpacked(stream).is_some()
}

/// Whether what the pages show may be unpacked, each and all together: the library keeps it.
pub fn pages_fit<'a>(pages: impl Iterator<Item = &'a Page<'a>>) -> bool {
    let mut all: usize = 0;
    for page in pages {
        let contents = page.raw();
        let single = contents.get::<Stream<'_>>("Contents");
        let parts = contents.get::<Array<'_>>("Contents");
        let parts = parts.iter().flat_map(|parts| parts.iter::<Stream<'_>>());
        for stream in single.into_iter().chain(parts) {
            let Some(size) = unpacked(&stream) else { return false };
            all += size;
            if all > MOST_OF_PAGES {
                return false;
            }
        }
    }
    true
}

/// The size of a stream when it is unpacked, in bytes, as far as it can be told; `None` if that is too
/// large.
fn unpacked(stream: &Stream<'_>) -> Option<usize> {
    let data = stream.raw_data();
    match stream.filters().as_slice() {
        [] => Some(data.len()),
        [Filter::FlateDecode] => inflated(&data),
        // What is packed twice, or in a way that is seldom used, is judged by its length.
        _ if data.len() > MOST_PACKED_OTHERWISE => None,
        _ => Some(data.len()),
    }
}

/// Whether the objects and the table that a file packs may be unpacked, which happens as soon as it
/// is opened.
pub fn objects_fit(file: &[u8]) -> bool {
    let names = memmem::find_iter(file, b"/ObjStm").chain(memmem::find_iter(file, b"/XRef"));
    let begins = names.filter_map(|at| {
        let rest = file.get(at..at + 4096).unwrap_or(&file[at..]);
        Some(at + memmem::find(rest, b"stream")? + b"stream".len())
    });
    // A stream that is named many times is unpacked once.
    let begins: BTreeSet<usize> = begins.collect();
    begins.into_iter().all(|begin| {
        let data = &file[begin..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        inflated(data.strip_prefix(b"\n").unwrap_or(data)).is_some()
    })
}

/// The size of deflated bytes when they are unpacked; `None` if that is too large. Whether they are
/// whole is for whoever reads them to say.
fn inflated(data: &[u8]) -> Option<usize> {
    match decompress_to_vec_zlib_with_limit(data, LARGEST) {
        Ok(bytes) => Some(bytes.len()),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => None,
        Err(error) => Some(error.output.len()),
    }
}
