//! Whether a drawing (SVG) is only a drawing. A browser that opens one as a page runs its scripts
//! and fetches what it refers to, so a drawing is published only if all of it is known to be inert:
//! nothing is searched for what is dangerous, everything is compared with what is not.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Namespaces of drawing programs' notes, in which nothing means anything to a browser.
const INERT: [&str; 13] = [
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.serif.com/",
    "http://vectornator.io",
    "http://www.figma.com/figma/ns",
    "http://ns.adobe.com/xap/1.0/",
    "http://purl.org/dc/terms/",
    "http://www.corel.com/coreldraw/odm/2003",
];

/// Elements that draw, or say how.
const DRAWING: [&str; 59] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "title",
    "desc",
    "metadata",
    "style",
    "linearGradient",
    "radialGradient",
    "stop",
    "pattern",
    "clipPath",
    "mask",
    "marker",
    "image",
    "switch",
    "view",
    "a",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "font",
    "glyph",
    "missing-glyph",
    "font-face",
];

/// A drawing nested deeper is refused.
const DEEPEST: usize = 200;

/// Whether a drawing holds nothing that could run, move or be fetched from elsewhere. What cannot
/// be read for certain is refused: other encodings than UTF-8, and a DOCTYPE, which can give names
/// to anything.
pub fn is_still(bytes: &[u8]) -> bool {
    let text = str::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}'));
    text.is_some_and(|text| reads_as_still(text).unwrap_or(false))
}

/// `None` if it is not well formed.
fn reads_as_still(text: &str) -> Option<bool> {
    let mut reader = NsReader::from_str(text);
    let mut depth = 0;
    let mut drawn = false;
    // The depth of the style sheet that is being read, and its text.
    let mut style: Option<(usize, String)> = None;
    loop {
        let (namespace, event) = reader.read_resolved_event().ok()?;
        match event {
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().transpose().ok()?;
                let known = encoding.is_none_or(|encoding| {
                    encoding.eq_ignore_ascii_case("utf-8")
                        || encoding.eq_ignore_ascii_case("us-ascii")
                });
                if !known {
                    return Some(false);
                }
            }
            Event::Start(element) | Event::Empty(element) if style.is_some() => {
                drop(element);
                return Some(false);
            }
            Event::Start(element) => {
                let name = named(&namespace, &element);
                depth += 1;
                if depth > DEEPEST || !is_still_element(name.as_deref()?, &element)? {
                    return Some(false);
                }
                drawn |= name.as_deref() == Some("svg");
                if name.as_deref() == Some("style") {
                    style = Some((depth, String::new()));
                }
            }
            Event::Empty(element) => {
                let name = named(&namespace, &element);
                if !is_still_element(name.as_deref()?, &element)? {
                    return Some(false);
                }
                drawn |= name.as_deref() == Some("svg");
            }
            Event::End(_) => {
                if let Some((at, sheet)) = &style
                    && *at == depth
                {
                    if !is_still_style(sheet) {
                        return Some(false);
                    }
                    style = None;
                }
                depth -= 1;
            }
            Event::Text(text) => {
                if let Some((_, sheet)) = &mut style {
                    sheet.push_str(&text);
                }
            }
            Event::CData(text) => {
                if let Some((_, sheet)) = &mut style {
                    sheet.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                let known = reference.is_char_ref()
                    || matches!(&*reference, "amp" | "lt" | "gt" | "quot" | "apos");
                // In a style sheet they would only hide what it says.
                if !known || style.is_some() {
                    return Some(false);
                }
            }
            Event::Comment(_) => {}
            Event::DocType(_) | Event::PI(_) => return Some(false),
            Event::Eof => return Some(drawn && depth == 0),
        }
    }
}

/// The name of an element that a browser may know, `-` for one that means nothing to it, and `None`
/// for one of a namespace that is not known to be inert.
fn named(namespace: &ResolveResult<'_>, element: &BytesStart<'_>) -> Option<String> {
    let local = element.local_name().into_inner().to_owned();
    match namespace {
        ResolveResult::Bound(bound) if bound.into_inner() == SVG => Some(local),
        ResolveResult::Bound(bound) => {
            let inert = INERT.iter().any(|inert| *inert == bound.into_inner());
            inert.then(|| "-".to_owned())
        }
        ResolveResult::Unbound => Some(local),
        ResolveResult::Unknown(_) => None,
    }
}

/// Whether an element and its attributes are inert; `None` if they cannot be read.
fn is_still_element(name: &str, element: &BytesStart<'_>) -> Option<bool> {
    if name != "-" && !DRAWING.contains(&name) {
        return Some(false);
    }
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        let local = attribute.key.local_name().into_inner().to_lowercase();
        let value = quick_xml::escape::unescape(&attribute.value).ok()?;
        let visible: String =
            value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
        let visible = visible.to_lowercase();
        let still = match local.as_str() {
            _ if local.starts_with("on") => false,
            "href" | "src" => is_still_address(name, &visible),
            "base" | "attributename" | "handler" | "formaction" | "srcdoc" => false,
            "style" => is_still_style(&value),
            _ => !visible.contains("url(") || is_still_style(&value),
        };
        if !still || visible.contains("script:") {
            return Some(false);
        }
    }
    Some(true)
}

/// Whether an address leads to a part of the drawing itself, is a picture of dots within it or, in
/// a link, a page on the web.
fn is_still_address(element: &str, visible: &str) -> bool {
    const DOTS: [&str; 4] =
        ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"];
    visible.is_empty()
        || visible.starts_with('#')
        || (element == "image" && DOTS.iter().any(|dots| visible.starts_with(dots)))
        || (element == "a" && (visible.starts_with("https://") || visible.starts_with("http://")))
}

/// Whether a style fetches nothing: every `url(…)` is a part of the drawing. A backslash could hide
/// anything.
fn is_still_style(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_lowercase();
    let fetches = [
        "\\",
        "@import",
        "image(",
        "image-set(",
        "src(",
        "expression(",
        "binding",
        "script:",
        "/*",
    ];
    !fetches.iter().any(|it| style.contains(it))
        && style.match_indices("url(").all(|(at, found)| {
            style[at + found.len()..].trim_start_matches(['"', '\'']).starts_with('#')
        })
}

#[cfg(test)]
mod tests;
