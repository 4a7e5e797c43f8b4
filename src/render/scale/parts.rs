//! Inserting entries and charts into pages. Each is made once, as seen from the site's root; on a
//! page its links, the level of its headings, its anchor and its places are replaced by the page's own.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use memchr::memmem;

use crate::lock::locked;
use crate::model::address::steps;
use crate::site::view::{ANCHOR, LEVEL, PART, PLACES, Part, PartDigest, WAY};

/// How much HTML is cached for later pages: enough for every entry of a national archive. The pages
/// of police areas come long after those of their municipalities, and show the same entries.
const KEPT_BYTES: usize = 56 << 20;
/// The marks in UTF-8. HTML is searched as bytes, without asking first whether it is text: what the
/// templates write is.
const PART_MARK: Mark = mark(PART);
const LEVEL_MARK: Mark = mark(LEVEL);
const ANCHOR_MARK: Mark = mark(ANCHOR);
const PLACES_MARK: Mark = mark(PLACES);
const WAY_MARK: Mark = mark(WAY);
/// The level of a part's headings if the template does not set it.
const LEVEL_ELSE: &str = "4";

/// The bytes of a mark; every mark has three.
type Mark = [u8; 3];

const fn mark(of: char) -> Mark {
    let mut mark = [0; 3];
    of.encode_utf8(&mut mark);
    mark
}

/// The parts made most recently; `None` if nothing is cached.
pub struct PartCache(Option<Mutex<CachedParts>>);

impl Default for PartCache {
    fn default() -> PartCache {
        PartCache(Some(Mutex::default()))
    }
}

#[derive(Default)]
struct CachedParts {
    parts: HashMap<PartDigest, Arc<RenderedPart>>,
    /// The size of their HTML.
    bytes: usize,
}

impl PartCache {
    /// Caches nothing: every page makes its own parts.
    pub fn nothing() -> PartCache {
        PartCache(None)
    }

    /// Forgets every part.
    pub fn forget(&self) {
        if let Some(parts) = &self.0 {
            *locked(parts) = CachedParts::default();
        }
    }

    /// Returns a part from the cache, or makes it.
    fn get<E>(
        &self,
        part: Part<'_>,
        make: impl FnOnce(Part<'_>) -> Result<Vec<u8>, E>,
    ) -> Result<Arc<RenderedPart>, E> {
        let Some(parts) = &self.0 else { return Ok(RenderedPart::new(&make(part)?)) };
        let kept = || locked(parts);
        if let Some(made) = kept().parts.get(&part.digest()) {
            return Ok(made.clone());
        }
        let html = make(part)?;
        let made = RenderedPart::new(&html);
        let mut kept = kept();
        if kept.bytes + html.len() > KEPT_BYTES {
            *kept = CachedParts::default();
        }
        kept.bytes += html.len();
        kept.parts.insert(part.digest(), made.clone());
        Ok(made)
    }

    /// The page with its parts inserted. `folder` is the folder that the page is in.
    pub fn put_into<E>(
        &self,
        page: &[u8],
        folder: &str,
        parts: &[Part<'_>],
        make: impl Fn(Part<'_>) -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let own = parts.iter().map(|part| (part.digest(), *part)).collect();
        let marks = memmem::Finder::new(&PART_MARK);
        let page_parts = PageParts { cache: self, own, folder, make, marks };
        let mut out = Vec::with_capacity(page.len() * 12);
        let mut rest = page;
        while let Some(at) = page_parts.marks.find(rest) {
            let (before, after) = (&rest[..at], &rest[at + PART_MARK.len()..]);
            out.extend_from_slice(before);
            rest = match page_parts.part_at(after) {
                Some((part, setting, after)) => {
                    page_parts.put(part, &PartSetting::read(setting), &mut out)?;
                    after
                }
                None => {
                    out.extend_from_slice(&PART_MARK);
                    after
                }
            };
        }
        out.extend_from_slice(rest);
        Ok(out)
    }
}

/// The parts of a page, as it shows them.
struct PageParts<'a, F> {
    cache: &'a PartCache,
    own: HashMap<PartDigest, Part<'a>>,
    /// The folder that the page is in.
    folder: &'a str,
    make: F,
    /// Finds the marks that enclose parts.
    marks: memmem::Finder<'static>,
}

impl<'a, E, F: Fn(Part<'_>) -> Result<Vec<u8>, E>> PageParts<'a, F> {
    /// The part whose mark has just been read, its setting, and the rest of the text; `None` if the
    /// mark is only a character in somebody's text.
    fn part_at<'t>(&self, text: &'t [u8]) -> Option<(Part<'a>, &'t str, &'t [u8])> {
        let (digest, rest) = text.split_at_checked(PartDigest::LENGTH)?;
        let part = self.part(str::from_utf8(digest).ok()?)?;
        let end = self.marks.find(rest)?;
        Some((part, str::from_utf8(&rest[..end]).ok()?, &rest[end + PART_MARK.len()..]))
    }

    fn part(&self, digest: &str) -> Option<Part<'a>> {
        self.own.get(&PartDigest::parse(digest)?).copied()
    }

    /// Appends a part as the page sets it.
    fn put(&self, part: Part<'_>, setting: &PartSetting<'_>, out: &mut Vec<u8>) -> Result<(), E> {
        let made = self.cache.get(part, &self.make)?;
        let html = &made.html;
        let marks = || made.marks.iter().map(|mark| *mark as usize);
        let ends = marks().skip(1).chain([html.len()]);
        out.extend_from_slice(&html[..marks().next().unwrap_or(html.len())]);
        // After each mark, the text before the next.
        for (at, end) in marks().zip(ends) {
            let (mark, mut text) = html[at..end].split_at(WAY_MARK.len());
            if mark == LEVEL_MARK {
                out.extend_from_slice(setting.level.as_bytes());
            } else if mark == ANCHOR_MARK {
                out.extend_from_slice(setting.anchor.as_bytes());
            } else if mark == PLACES_MARK {
                if let Some(places @ Part::Places(_)) = self.part(setting.places) {
                    self.put(places, &PartSetting { anchor: "", places: "", ..*setting }, out)?;
                }
            } else {
                let (up, shared) = steps(self.folder.as_bytes(), &text[..end_of_way(text)]);
                for _ in 0..up {
                    out.extend_from_slice(b"../");
                }
                text = &text[shared..];
            }
            out.extend_from_slice(text);
        }
        Ok(())
    }
}

/// What a page sets for a part.
struct PartSetting<'a> {
    anchor: &'a str,
    /// The digest of its places; empty if it names none.
    places: &'a str,
    level: &'a str,
}

impl<'a> PartSetting<'a> {
    /// Reads it from what follows the digest: the anchor, the places if it names any, and then what
    /// the filter `heading` adds.
    fn read(text: &'a str) -> PartSetting<'a> {
        let (text, level) = text.split_once(LEVEL).unwrap_or((text, LEVEL_ELSE));
        let (anchor, places) = text.split_once(PLACES).unwrap_or((text, ""));
        PartSetting { anchor, places, level }
    }
}

/// Where the link at the beginning of a text ends.
fn end_of_way(text: &[u8]) -> usize {
    let ends = |byte: &u8| matches!(byte, b'"' | b'\'' | b'#' | b'<' | b'>' | b'&' | b' ');
    text.iter().position(ends).unwrap_or(text.len())
}

/// A part as seen from the root.
#[derive(Debug, PartialEq, Eq)]
struct RenderedPart {
    html: Box<[u8]>,
    /// Where it contains something that each page replaces.
    marks: Box<[u32]>,
}

impl RenderedPart {
    fn new(html: &[u8]) -> Arc<RenderedPart> {
        let html = html.trim_ascii_end();
        // All marks begin with the same byte, which is rare in other text.
        let firsts = memchr::memchr_iter(WAY_MARK[0], html);
        let is_mark = |at: &usize| {
            let marks = [WAY_MARK, LEVEL_MARK, ANCHOR_MARK, PLACES_MARK];
            marks.iter().any(|mark| html[*at..].starts_with(mark))
        };
        let marks = firsts.filter(is_mark).filter_map(|at| u32::try_from(at).ok()).collect();
        Arc::new(RenderedPart { html: html.into(), marks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::view::Listed;
    use crate::site::{PageBody, fixture_views};

    fn listed() -> Listed {
        let entry = fixture_views().into_iter().find_map(|view| {
            let PageBody::PlaceYear(view) = view.view else { return None };
            view.entries.into_iter().next()
        });
        entry.expect("the fixture has entries")
    }

    fn page(text: &str, listed: &Listed, html: &str) -> String {
        page_in("", text, listed, html)
    }

    fn page_in(folder: &str, text: &str, listed: &Listed, html: &str) -> String {
        let parts: Vec<Part<'_>> = listed.parts().collect();
        let make = |part: Part<'_>| match part {
            Part::Places(_) => Ok::<_, ()>(format!("\n<a href=\"{WAY}a/b.html\">B</a>\n").into()),
            Part::Entry(_) | Part::Chart(_) => Ok(html.into()),
        };
        let page = PartCache::default().put_into(text.as_bytes(), folder, &parts, make);
        String::from_utf8(page.expect("a page")).expect("text")
    }

    #[test]
    fn every_mark_is_found() {
        for mark in [WAY, LEVEL, ANCHOR, PLACES] {
            let html = format!("a{mark}ﬁ{mark}");
            assert_eq!(RenderedPart::new(html.as_bytes()).marks[..], [1, 7], "{mark:?}");
        }
    }

    #[test]
    fn what_somebody_wrote_is_never_taken_for_a_part() {
        let listed = listed();
        let part = format!("{PART}{}e-1{PART}", listed.digest);
        let html = "<li>Löfte</li>";
        assert_eq!(
            page(&format!("a{PART}b {part} c{PART}"), &listed, html),
            format!("a{PART}b <li>Löfte</li> c{PART}")
        );
        let unknown = format!("{PART}{}{PART}", "0".repeat(PartDigest::LENGTH));
        assert_eq!(
            page(&format!("{unknown}{part}"), &listed, html),
            format!("{unknown}<li>Löfte</li>")
        );
    }

    #[test]
    fn marks_within_what_somebody_wrote_do_no_harm() {
        let listed = listed();
        let part = format!("{PART}{}e-1{LEVEL}3{PART}", listed.digest);
        let html = format!("<li>x{WAY}a{LEVEL}{WAY}{WAY}{ANCHOR}å{WAY}</li>");
        assert_eq!(page(&part, &listed, &html), "<li>xa3e-1å</li>");
    }

    #[test]
    fn a_part_leads_from_the_page_that_it_stands_on() {
        let html = format!(
            "<h{LEVEL} id=\"{ANCHOR}\"><a href=\"{WAY}kommuner/habo/2018/lofte.html#lofte-1\">Löfte</a>"
        );
        let listed = listed();
        let on = |folder, setting: &str| {
            page_in(folder, &format!("{PART}{}{setting}{PART}", listed.digest), &listed, &html)
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

    #[test]
    fn an_entry_names_the_places_that_the_page_sets() {
        let listed = listed();
        let places = listed.places.as_ref().expect("the first entry names places").digest;
        let html = format!("<li>Löfte{PLACES}\n</li>");
        let with = format!("{PART}{}e-1{PLACES}{places}{LEVEL}3{PART}", listed.digest);
        let without = format!("{PART}{}e-2{LEVEL}3{PART}", listed.digest);
        assert_eq!(
            page_in("a/", &(with + &without), &listed, &html),
            "<li>Löfte\n<a href=\"b.html\">B</a>\n</li><li>Löfte\n</li>"
        );
    }
}
