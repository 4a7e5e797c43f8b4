//! The elements of HTML whose meaning is in what they say of themselves: links and footnotes, titles,
//! what belongs to the pages of a word processor and what it hides.

use htmd::Element;
use htmd::element_handler::{HandlerResult, Handlers};
use percent_encoding::percent_decode_str;

use crate::import::marks;

/// What is left out.
pub fn nothing(_: &dyn Handlers, _: Element<'_>) -> Option<HandlerResult> {
    None
}

/// What an element says under a name.
fn said<'a>(element: &Element<'a>, name: &str) -> Option<&'a str> {
    let found = element.attrs.iter().find(|attribute| &*attribute.name.local == name);
    found.map(|attribute| &*attribute.value)
}

/// An element's style in lower case, without spaces.
fn style(element: &Element<'_>) -> String {
    let style = said(element, "style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase()
}

fn is_hidden(element: &Element<'_>) -> bool {
    let style = style(element);
    style.contains("display:none") || style.contains("mso-hide:all")
}

/// A paragraph; that of Word in a browser says itself when it is a heading, and the title of a document
/// is a paragraph by its class or, in LibreOffice, by its large letters.
pub fn paragraph(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let class = said(&element, "class").unwrap_or_default().to_ascii_lowercase();
    // Word's table of contents.
    if is_hidden(&element) || class.starts_with("msotoc") {
        return None;
    }
    let level = said(&element, "aria-level").and_then(|level| level.parse().ok());
    let level = match said(&element, "role") {
        Some("heading") => Some(level.unwrap_or(2_usize).clamp(1, 6)),
        _ => matches!(&*class, "title" | "msotitle").then_some(1),
    };
    let content = handlers.walk_children(element.node).content;
    let content = content.trim();
    let large = marks::large_text(content);
    match (level, large) {
        _ if content.is_empty() => None,
        (Some(level), text) => Some(heading(level, text.unwrap_or(content))),
        (None, Some(text)) => Some(heading(1, text)),
        (None, None) => Some(format!("\n\n{content}\n\n").into()),
    }
}

/// A heading, in which nothing needs to be bold as a whole.
fn heading(level: usize, text: &str) -> HandlerResult {
    let text = text.trim();
    let bold = text.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
    let text = bold.filter(|text| !text.contains("**")).unwrap_or(text);
    format!("\n\n{} {text}\n\n", "#".repeat(level)).into()
}

/// How large the letters of a title are: in points, and in the sizes that `<font>` has.
const LARGE: f64 = 20.0;
const LARGE_FONT: u8 = 6;

/// Letters of a size, such as those of a title.
pub fn large(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let size = said(&element, "size").and_then(|size| size.trim().parse::<u8>().ok());
    let style = style(&element);
    let points = style.split(';').find_map(|part| part.strip_prefix("font-size:"));
    let points = points.and_then(|size| size.strip_suffix("pt")?.parse::<f64>().ok());
    let is_large =
        size.is_some_and(|size| size >= LARGE_FONT) || points.is_some_and(|points| points >= LARGE);
    let content = handlers.walk_children(element.node).content;
    Some(if is_large { marks::large(&content).into() } else { content.into() })
}

/// A part of a text, unless it is hidden.
pub fn span(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    if is_hidden(&element) { None } else { handlers.fallback(element) }
}

/// A division: those of a word processor are also what stands on every page, a table of contents, or
/// a footnote.
pub fn division(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let id = said(&element, "id").unwrap_or_default();
    let of_pages = matches!(said(&element, "title"), Some("header" | "footer"));
    let contents = ["Table of Contents", "Innehållsförteckning"];
    if of_pages || is_hidden(&element) || contents.iter().any(|name| id.starts_with(name)) {
        return None;
    }
    let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    let of_libreoffice =
        ["sdfootnote", "sdendnote"].iter().any(|name| id.strip_prefix(name).is_some_and(is_number));
    let style = style(&element);
    let of_word =
        style.split(';').any(|part| matches!(part, "mso-element:footnote" | "mso-element:endnote"));
    if of_libreoffice || of_word {
        // One paragraph, as a note in Markdown is.
        let content = handlers.walk_children(element.node).content;
        let words: Vec<&str> = content.split_whitespace().collect();
        return Some(format!("\n\n{}\n\n", words.join(" ")).into());
    }
    handlers.fallback(element)
}

/// A link to another page; of one that leads nowhere from here only the words stay.
pub fn link(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let content = handlers.walk_children(element.node).content;
    let href = element.attrs.iter().find(|attribute| &attribute.name.local == "href");
    let href = href.map(|href| href.value.trim().to_owned()).unwrap_or_default();
    let place = href.rsplit_once('#').map(|(_, place)| place);
    if let Some(mark) = place.and_then(note) {
        return Some(mark.into());
    }
    let words = content.trim();
    let target = target(&href);
    match target {
        Some(_) if words.is_empty() => None,
        Some(target) if words == target => Some(format!("<{target}>").into()),
        Some(target) => {
            let before = if content.starts_with(char::is_whitespace) { " " } else { "" };
            let after = if content.ends_with(char::is_whitespace) { " " } else { "" };
            let words = words.replace('\n', " ");
            Some(format!("{before}[{words}]({target}){after}").into())
        }
        None => Some(content.into()),
    }
}

/// The mark of the footnote that a place in a page belongs to, in Word's names and LibreOffice's: of a
/// reference to it, or of the way back from the note itself.
fn note(place: &str) -> Option<String> {
    let name = |kind: &str, number: &str| {
        let is_name = !number.is_empty() && number.bytes().all(|b| b.is_ascii_alphanumeric());
        is_name.then(|| format!("{kind}{number}"))
    };
    for (kind, word) in [("", "_ftn"), ("e", "_edn")] {
        if let Some(rest) = place.strip_prefix(word) {
            return match rest.strip_prefix("ref") {
                Some(number) => name(kind, number).map(|name| marks::noted(&name)),
                None => name(kind, rest).map(|name| marks::note(&name)),
            };
        }
    }
    for (kind, word) in [("", "sdfootnote"), ("e", "sdendnote")] {
        if let Some(rest) = place.strip_prefix(word) {
            return match (rest.strip_suffix("anc"), rest.strip_suffix("sym")) {
                (Some(number), _) => name(kind, number).map(|name| marks::noted(&name)),
                (None, Some(number)) => name(kind, number).map(|name| marks::note(&name)),
                (None, None) => None,
            };
        }
    }
    None
}

/// Where a link leads, if it leads anywhere for somebody else.
fn target(href: &str) -> Option<String> {
    let lower = href.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:", "tel:"];
    if !known.iter().any(|scheme| lower.starts_with(scheme)) {
        return None;
    }
    // Outlook leads every link past its own server, with the real one in the query.
    let wrapped = || {
        let (host, query) = href.split_once('?')?;
        let is_safe_links = host.to_ascii_lowercase().contains(".safelinks.protection.outlook.com");
        let url = query.split('&').find_map(|pair| pair.strip_prefix("url="));
        let url = percent_decode_str(url.filter(|_| is_safe_links)?).decode_utf8().ok()?;
        target(&url)
    };
    if let Some(inner) = wrapped() {
        return Some(inner);
    }
    let mut written = String::with_capacity(href.len());
    for character in href.chars() {
        match character {
            ' ' => written.push_str("%20"),
            '(' => written.push_str("%28"),
            ')' => written.push_str("%29"),
            '<' | '>' | '\n' | '\r' | '\t' => {}
            other => written.push(other),
        }
    }
    Some(written)
}
