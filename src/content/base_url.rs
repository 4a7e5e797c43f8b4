//! `base_url` in `site.toml`: where the site will be, in the form in which feeds, sitemaps and
//! canonical addresses have it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::excerpt::excerpt;
use super::fields::Table;
use super::forms::web_address;
use crate::diagnostic::{Code, Span, Spanned, Text};
use crate::text;

/// What a path may not contain as such. A percent sign is that of an escape already written.
const UNFIT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Extensions of pages and files, which an address of a whole site does not end in.
const OF_FILES: [&str; 14] = [
    "html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "cgi", "xml", "json", "txt", "pdf", "md",
    "toml",
];

/// The site's own address, with a slash at its end; its host in the form that all programs know
/// (punycode), the rest percent-encoded.
pub fn base_url(keys: &Table<'_>, written: Spanned<String>) -> Option<String> {
    if !web_address(keys, &written) {
        return None;
    }
    let span = written.span;
    let url = written.value;
    if let Some(at) = url.find(['?', '#']) {
        let bare = excerpt(&url[..at]);
        return refuse(
            keys,
            span,
            text!(
                "Webbplatsens adress kan inte innehålla ? eller #: alla sidor ska kunna stå under den.",
                "The site's address cannot hold ? or #: all pages must be able to stand under it."
            ),
            text!("Skriv base_url = \"{bare}\"", "Write base_url = \"{bare}\""),
        );
    }
    let (scheme, rest) = url.split_once("://")?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if let Some(folder) = folder_of_file(path) {
        let bare = excerpt(&format!("{scheme}://{authority}{folder}"));
        return refuse(
            keys,
            span,
            text!(
                "Webbplatsens adress är den mapp som den läggs i, men det här är adressen till en fil i mappen.",
                "The site's address is the folder that it is put in, but this is the address of a file in the folder."
            ),
            text!("Skriv base_url = \"{bare}\"", "Write base_url = \"{bare}\""),
        );
    }
    let Some(authority) = plain_authority(authority) else {
        let shown = excerpt(authority);
        return refuse(
            keys,
            span,
            text!(
                "”{shown}” är inget namn på en webbserver.",
                "“{shown}” is no name of a web server."
            ),
            text!(
                "Skriv adressen som den står i webbläsarens adressfält, till exempel base_url = \"https://www.example.se/loften/\".",
                "Write the address as it stands in the browser's address bar, such as base_url = \"https://www.example.se/pledges/\"."
            ),
        );
    };
    if path.split('/').any(|part| matches!(part, "." | "..")) || has_broken_escape(path) {
        return refuse(
            keys,
            span,
            text!(
                "Webbplatsens adress kan inte innehålla ”..”, eller ett procenttecken som inte följs av två siffror eller bokstäver a–f.",
                "The site's address cannot hold “..”, or a percent sign that is not followed by two digits or letters a–f."
            ),
            text!(
                "Skriv adressen som den står i webbläsarens adressfält, till exempel base_url = \"https://www.example.se/loften/\".",
                "Write the address as it stands in the browser's address bar, such as base_url = \"https://www.example.se/pledges/\"."
            ),
        );
    }
    // A page that begins with two of them is another host's to a browser.
    if path.contains("//") {
        let mut single = path.to_owned();
        while single.contains("//") {
            single = single.replace("//", "/");
        }
        let bare = excerpt(&format!("{scheme}://{authority}{single}"));
        return refuse(
            keys,
            span,
            text!(
                "Webbplatsens adress har två snedstreck i rad.",
                "The site's address has two slashes in a row."
            ),
            text!("Skriv base_url = \"{bare}\"", "Write base_url = \"{bare}\""),
        );
    }
    let path = utf8_percent_encode(path, UNFIT);
    let scheme = scheme.to_ascii_lowercase();
    let plain = format!("{scheme}://{authority}{path}");
    Some(if plain.ends_with('/') { plain } else { format!("{plain}/") })
}

fn refuse(keys: &Table<'_>, span: Span, message: Text, help: Text) -> Option<String> {
    keys.report(Code::InvalidAddress, span, message, help);
    None
}

/// Whether a percent sign is no part of an escape.
fn has_broken_escape(path: &str) -> bool {
    path.match_indices('%').any(|(at, _)| {
        let escape = path.as_bytes().get(at + 1..at + 3);
        !escape.is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
    })
}

/// The folder of a path that names a file.
fn folder_of_file(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?;
    let (stem, extension) = name.rsplit_once('.')?;
    let is_file = !stem.is_empty() && OF_FILES.contains(&extension.to_lowercase().as_str());
    is_file.then(|| &path[..path.len() - name.len()])
}

/// A host and its port in ASCII; `None` if it is no host, or has a user's name before it.
fn plain_authority(authority: &str) -> Option<String> {
    if authority.contains('@') {
        return None;
    }
    if authority.starts_with('[') {
        return Some(authority.to_ascii_lowercase());
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return None;
    }
    // Names with empty parts, or parts that begin or end with a hyphen, are nobody's.
    let host = idna::domain_to_ascii_strict(host).ok().filter(|host| !host.is_empty())?;
    Some(port.map_or_else(|| host.clone(), |port| format!("{host}:{port}")))
}
