//! Entries and charts put into the pages that they stand on. Each is made once, as seen from the
//! site's root; on a page its ways, the level of its headings and its anchor become the page's own.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::address::relative;
use crate::site::view::{ANCHOR, LEVEL, PART, Part, PartDigest, WAY};

/// Of the parts that are kept for the next page: as many as a few places have.
const KEPT_BYTES: usize = 8 << 20;
/// The level of a part's headings where a template does not say.
const LEVEL_ELSE: &str = "4";

/// The parts made last.
#[derive(Default)]
pub struct Parts(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    parts: HashMap<PartDigest, Arc<[Piece]>>,
    /// Of their HTML.
    bytes: usize,
}

impl Parts {
    /// A part, kept from another page or made.
    fn get<E>(
        &self,
        part: Part<'_>,
        make: impl FnOnce(Part<'_>) -> Result<String, E>,
    ) -> Result<Arc<[Piece]>, E> {
        // Nothing that panics holds the lock, and what is kept is whole at any moment.
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pieces) = kept().parts.get(&part.digest()) {
            return Ok(pieces.clone());
        }
        let html = make(part)?;
        let pieces = pieces(&html);
        let mut kept = kept();
        if kept.bytes + html.len() > KEPT_BYTES {
            *kept = Kept::default();
        }
        kept.bytes += html.len();
        kept.parts.insert(part.digest(), pieces.clone());
        Ok(pieces)
    }

    /// The page with its parts in place. `folder` is where it stands.
    pub fn put_into<E>(
        &self,
        page: String,
        folder: &str,
        parts: &[Part<'_>],
        make: impl Fn(Part<'_>) -> Result<String, E>,
    ) -> Result<Vec<u8>, E> {
        if parts.is_empty() {
            return Ok(page.into_bytes());
        }
        let own: HashMap<PartDigest, Part<'_>> =
            parts.iter().map(|part| (part.digest(), *part)).collect();
        let mut out = String::with_capacity(page.len() * 12);
        let mut rest = page.as_str();
        while let Some((before, inner, after)) = next_part(rest) {
            out.push_str(before);
            let digest = inner.get(..PartDigest::LENGTH).and_then(PartDigest::parse);
            if let Some(part) = digest.and_then(|digest| own.get(&digest)) {
                let standing = Standing::read(&inner[PartDigest::LENGTH..], folder);
                standing.put(&self.get(*part, &make)?, &mut out);
            }
            rest = after;
        }
        out.push_str(rest);
        Ok(out.into_bytes())
    }
}

/// What is before the next part, between its marks and after it.
fn next_part(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(PART)?;
    let (inner, after) = rest.split_once(PART)?;
    Some((before, inner, after))
}

/// How a part stands on a page.
struct Standing<'a> {
    folder: &'a str,
    anchor: &'a str,
    level: &'a str,
}

impl<'a> Standing<'a> {
    /// From what follows the digest: the anchor, then what the filter `level` adds.
    fn read(text: &'a str, folder: &'a str) -> Standing<'a> {
        let (anchor, level) = text.split_once(LEVEL).unwrap_or((text, LEVEL_ELSE));
        Standing { folder, anchor, level }
    }

    fn put(&self, pieces: &[Piece], out: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => out.push_str(html),
                Piece::Way(to) => out.push_str(&relative(self.folder, to)),
                Piece::Level => out.push_str(self.level),
                Piece::Anchor => out.push_str(self.anchor),
            }
        }
    }
}

/// A piece of a part: what reads the same everywhere, or what becomes the page's own.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Html(Box<str>),
    /// To an address.
    Way(Box<str>),
    Level,
    Anchor,
}

fn pieces(html: &str) -> Arc<[Piece]> {
    let mut pieces = Vec::new();
    let mut rest = html.trim_end();
    while let Some(at) = rest.find([WAY, LEVEL, ANCHOR]) {
        pieces.push(Piece::Html(rest[..at].into()));
        let mut after = rest[at..].chars();
        let mark = after.next();
        rest = after.as_str();
        pieces.push(match mark {
            Some(LEVEL) => Piece::Level,
            Some(ANCHOR) => Piece::Anchor,
            _ => {
                let end = rest.find(['"', '\'', '#', '<', '>', '&', ' ']);
                let (to, after) = rest.split_at(end.unwrap_or(rest.len()));
                rest = after;
                Piece::Way(to.into())
            }
        });
    }
    pieces.push(Piece::Html(rest.into()));
    pieces.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_leads_from_the_page_that_it_stands_on() {
        let part = pieces(&format!(
            "<h{LEVEL} id=\"{ANCHOR}\"><a href=\"{WAY}kommuner/habo/2018/lofte.html#lofte-1\">Löfte</a>"
        ));
        let on = |folder, text: &str| {
            let mut out = String::new();
            Standing::read(text, folder).put(&part, &mut out);
            out
        };
        let level = format!("e-7{LEVEL}3");
        assert_eq!(
            on("kommuner/habo/", "e-7"),
            "<h4 id=\"e-7\"><a href=\"2018/lofte.html#lofte-1\">Löfte</a>"
        );
        assert_eq!(
            on("ar/2018/", &level),
            "<h3 id=\"e-7\"><a href=\"../../kommuner/habo/2018/lofte.html#lofte-1\">Löfte</a>"
        );
    }
}
