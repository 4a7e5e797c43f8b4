//! Destinations of links: which are safe, where they lead, and where they are in the text.

use std::borrow::Cow;
use std::ops::Range;

use percent_encoding::percent_decode_str;

/// A link or an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](destination)`, `<https://…>`, `<name@example.org>`
    Link,
    /// `![text](destination)`
    Image,
}

/// What a destination leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// An `http`, `https`, `mailto` or `tel` address.
    External,
    /// A file, or an anchor in one; percent-decoded. A `?` counts as part of the path.
    Local {
        /// Empty if the destination is in the text's own page.
        path: String,
        /// What follows the first `#`.
        fragment: Option<String>,
    },
}

const LINK_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
/// The schemes of the web. No page fetches an image from an address with one of them.
const WEB_SCHEMES: [&str; 2] = ["http", "https"];

/// Whether an unsafe scheme of an image's address is one of the web.
pub(super) fn is_of_the_web(scheme: &str) -> bool {
    WEB_SCHEMES.contains(&scheme)
}

/// The scheme that makes a destination unsafe, or `None` if it is safe.
///
/// This is stricter than a browser: what precedes a colon in the first segment must be exactly one
/// of the allowed schemes, so that no disguise (`java&Tab;script:`) has to be known by name.
pub(super) fn unsafe_scheme(destination: &str, kind: LinkKind) -> Option<String> {
    // Browsers read `\` as `/` and skip tabs and line breaks anywhere.
    let mut visible = destination.chars().filter(|c| !c.is_control() && !c.is_whitespace());
    let slash = |c: Option<char>| matches!(c, Some('/' | '\\'));
    if slash(visible.next()) && slash(visible.next()) {
        return Some("//".to_owned());
    }
    let scheme = scheme(destination)?;
    let allowed: &[&str] = match kind {
        LinkKind::Link => &LINK_SCHEMES,
        LinkKind::Image => &[],
    };
    if allowed.iter().any(|safe| scheme.eq_ignore_ascii_case(safe)) {
        return None;
    }
    let name = scheme.chars().filter(|c| !c.is_control() && !c.is_whitespace());
    Some(name.flat_map(char::to_lowercase).take(30).collect())
}

/// The scheme of a destination that runs or contains code, however it is spaced.
pub(super) fn code_scheme(destination: &str) -> Option<String> {
    const OF_CODE: [&str; 5] = ["javascript", "vbscript", "data", "blob", "file"];
    unsafe_scheme(destination, LinkKind::Link).filter(|scheme| OF_CODE.contains(&scheme.as_str()))
}

/// What a safe destination leads to.
pub(super) fn target(destination: &str) -> Destination {
    if scheme(destination).is_some() {
        return Destination::External;
    }
    let (path, fragment) = match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(percent_decoded(fragment))),
        None => (destination, None),
    };
    Destination::Local { path: percent_decoded(path), fragment }
}

/// What precedes a colon in the first segment.
fn scheme(destination: &str) -> Option<&str> {
    let destination = destination.trim_matches(|c: char| c.is_ascii_whitespace());
    let end = destination.find([':', '/', '?', '#'])?;
    destination[end..].starts_with(':').then(|| &destination[..end])
}

/// Returns the text unchanged if the result would not be UTF-8.
fn percent_decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Cow::into_owned)
}

/// The span of the destination within `place`. It comes after `opening`, which is `](` in a link
/// and `]:` in a definition.
pub(super) fn locate(
    text: &str,
    place: Range<usize>,
    opening: &str,
    destination: &str,
) -> Option<Range<usize>> {
    let source = text.get(place.clone())?;
    let after = source.find(opening)? + opening.len();
    let start = after + source[after..].find(|c: char| !c.is_whitespace())?;
    let written = match source[start..].strip_prefix('<') {
        Some(bracketed) => {
            let end = unescaped(bracketed, |c| c == '>')?;
            start + 1..start + 1 + end
        }
        None => start..start + bare_length(&source[start..]),
    };
    let raw = &source[written.clone()];
    // Entities and backslashes may stand for any character; all others stand for themselves.
    (!raw.is_empty() && (raw == destination || raw.contains(['\\', '&'])))
        .then(|| place.start + written.start..place.start + written.end)
}

/// The length up to white space or a closing parenthesis without an opening one.
fn bare_length(text: &str) -> usize {
    let mut open = 0_usize;
    let end = unescaped(text, |c| {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return true,
            ')' => open -= 1,
            _ => {}
        }
        c.is_ascii_whitespace() || c.is_ascii_control()
    });
    end.unwrap_or(text.len())
}

/// The first character that satisfies the condition and has no backslash before it.
fn unescaped(text: &str, mut condition: impl FnMut(char) -> bool) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let found = !escaped && condition(c);
        escaped = !escaped && c == '\\';
        found.then_some(at)
    })
}
