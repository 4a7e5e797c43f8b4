//! Turns a requested path into an answer. Paths are looked up in the plan and never joined to a
//! path on disk; a file of the site is opened only if its path, with links resolved, is inside the
//! site's folder.

use std::fs::{self, File};
use std::path::Path;

use hyper::StatusCode;
use percent_encoding::percent_decode_str;
use serde::Serialize;

use super::state::ServerState;
use super::types::content_type;
use crate::canonical_path::canonical;
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::escape::escaped;
use crate::language::Language;
use crate::model::{Address, FileId};
use crate::preview::inject::inject;
use crate::preview::overlay::{self, additions};
use crate::preview::snapshot::Snapshot;
use crate::preview::status::SiteStatus;
use crate::site::{Product, missing, product};
use crate::text;

/// The prefix of the preview's own addresses; no page can have such an address.
pub const OWN: &str = "/_loftesarkiv/";

/// The answer to a request.
pub struct Answer {
    pub status: StatusCode,
    pub content_type: &'static str,
    /// The address to redirect to.
    pub location: Option<String>,
    pub made: Payload,
}

/// The content of an answer.
pub enum Payload {
    Bytes(Vec<u8>),
    /// A file and its length in bytes.
    File(File, u64),
}

/// What a browser must know to decide whether the page that it shows is up to date.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct SeenPage {
    /// A digest of everything that the page is made from.
    pub page: String,
    /// A digest of the stylesheets.
    pub styles: String,
    /// A digest of the additions.
    pub shown: String,
    /// What the preview adds, as HTML.
    pub additions: String,
}

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// Makes answers from the present version of the site.
pub struct Answerer<'a> {
    pub standing: &'a SiteStatus,
    /// The site's folder in canonical form.
    pub site: &'a Path,
    /// The token that the stream of changes requires.
    pub token: &'a str,
    /// The server's own origin.
    pub origin: &'a str,
    /// The origin of the desk at which pages can be edited, if there is one.
    pub desk: Option<&'a str>,
}

/// What a path leads to.
enum Resource<'s> {
    Page(&'s Snapshot, &'s Address),
    Moved(&'s Address),
    Missing(&'s Snapshot),
    /// There is no version of the site without errors yet.
    Nothing,
}

impl<'a> Answerer<'a> {
    /// The answerer of a server.
    pub fn of(state: &'a ServerState, standing: &'a SiteStatus, origin: &'a str) -> Answerer<'a> {
        let (site, token, desk) = (&state.site, state.guard.token(), state.desk.as_deref());
        Answerer { standing, site, token, origin, desk }
    }

    /// Answers a request for a path with exactly what a build would write there.
    pub fn bare(&self, path: &str) -> Answer {
        let language = self.standing.language;
        let Some(asked) = asked(path) else {
            return plain(StatusCode::NOT_FOUND, &no_such_path(), language);
        };
        let Resource::Page(snapshot, address) = self.find(&asked) else {
            return plain(StatusCode::NOT_FOUND, &no_such_path(), language);
        };
        let assembled = &snapshot.assembled;
        match product(&assembled.archive, &assembled.plan, address) {
            Product::File(id) => self.file(snapshot, address, id),
            product => match snapshot.theme.bytes(&product) {
                Ok(bytes) => Answer {
                    status: StatusCode::OK,
                    content_type: content_type(address.as_str()),
                    location: None,
                    made: Payload::Bytes(bytes),
                },
                Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, &not_made(), language),
            },
        }
    }

    /// Answers a request for a path, given as it stands in the request.
    pub fn answer(&self, path: &str) -> Answer {
        match path {
            "/_loftesarkiv/preview.js" => {
                return bytes("text/javascript; charset=utf-8", include_bytes!("../preview.js"));
            }
            "/_loftesarkiv/preview.css" => {
                return bytes("text/css; charset=utf-8", include_bytes!("../preview.css"));
            }
            _ => {}
        }
        let Some(asked) = asked(path) else {
            let language = self.standing.language;
            return plain(StatusCode::NOT_FOUND, &no_such_path(), language);
        };
        match self.find(&asked) {
            Resource::Page(snapshot, address) => self.page(snapshot, address),
            Resource::Moved(to) => Answer {
                status: StatusCode::FOUND,
                content_type: PLAIN,
                location: Some(format!("/{to}")),
                made: Payload::Bytes(Vec::new()),
            },
            Resource::Missing(snapshot) => {
                let view = missing(&snapshot.assembled.archive, &snapshot.assembled.plan, &asked);
                let product = Product::View(Box::new(view));
                let answer = self.made(snapshot, &asked, &product);
                Answer { status: StatusCode::NOT_FOUND, ..answer }
            }
            Resource::Nothing => self.html(&asked, &overlay::alone(self.standing, &[])),
        }
    }

    /// How the page at a path is made at present.
    pub fn seen(&self, path: &str) -> SeenPage {
        let asked = asked(path).unwrap_or_default();
        let page = match self.find(&asked) {
            Resource::Page(snapshot, address) => {
                let assembled = &snapshot.assembled;
                self.key(snapshot, &product(&assembled.archive, &assembled.plan, address))
            }
            Resource::Moved(to) => format!("moved to {to}"),
            Resource::Missing(snapshot) => {
                let view = missing(&snapshot.assembled.archive, &snapshot.assembled.plan, &asked);
                self.key(snapshot, &Product::View(Box::new(view)))
            }
            Resource::Nothing => String::new(),
        };
        self.seen_with(&asked, page)
    }

    fn seen_with(&self, asked: &str, page: String) -> SeenPage {
        let shown = self.standing.shown.as_ref();
        let source = shown
            .and_then(|shown| shown.source_of(shown.assembled.plan.pages.get_key_value(asked)?.0));
        let additions = additions(self.standing, source, self.desk.map(|desk| (desk, asked)));
        SeenPage {
            page,
            styles: shown.map(|shown| shown.styles.to_string()).unwrap_or_default(),
            shown: Digest::of(additions.as_bytes()).to_string(),
            additions,
        }
    }

    fn key(&self, snapshot: &Snapshot, product: &Product) -> String {
        format!("{}{}", snapshot.theme.key(product), snapshot.beside)
    }

    fn find<'s>(&'s self, asked: &str) -> Resource<'s> {
        let Some(snapshot) = self.standing.shown.as_deref() else { return Resource::Nothing };
        match snapshot.assembled.plan.pages.get_key_value(asked) {
            Some((address, _)) => Resource::Page(snapshot, address),
            None => match self.standing.moves.from(asked, snapshot) {
                Some(to) => Resource::Moved(to),
                None => Resource::Missing(snapshot),
            },
        }
    }

    fn page(&self, snapshot: &Snapshot, address: &Address) -> Answer {
        let assembled = &snapshot.assembled;
        match product(&assembled.archive, &assembled.plan, address) {
            Product::File(id) => self.file(snapshot, address, id),
            product => self.made(snapshot, address.as_str(), &product),
        }
    }

    fn made(&self, snapshot: &Snapshot, asked: &str, product: &Product) -> Answer {
        let is_page = matches!(product, Product::View(_));
        match snapshot.theme.bytes(product) {
            Ok(bytes) if is_page => {
                let seen = self.seen_with(asked, self.key(snapshot, product));
                let page = String::from_utf8_lossy(&bytes);
                self.with_additions(&page, asked, &seen)
            }
            Ok(bytes) => Answer {
                status: StatusCode::OK,
                content_type: content_type(asked),
                location: None,
                made: Payload::Bytes(bytes),
            },
            Err(problems) => {
                let alone = overlay::alone(self.standing, &problems);
                let seen = self.seen_with(asked, self.key(snapshot, product));
                let answer = self.with_additions(&alone, asked, &seen);
                Answer { status: StatusCode::INTERNAL_SERVER_ERROR, ..answer }
            }
        }
    }

    fn html(&self, asked: &str, page: &str) -> Answer {
        self.with_additions(page, asked, &self.seen_with(asked, String::new()))
    }

    fn with_additions(&self, page: &str, asked: &str, seen: &SeenPage) -> Answer {
        let additions = format!(
            "<link rel=\"stylesheet\" href=\"{OWN}preview.css\">\n\
             <aside id=\"loftesarkiv-preview\" lang=\"{}\" aria-label=\"{}\">\n{}</aside>\n\
             <script src=\"{OWN}preview.js\" data-token=\"{}\" data-path=\"/{}\" data-key=\"{}\" \
             data-styles=\"{}\" data-shown=\"{}\"></script>\n",
            self.standing.language.tag(),
            overlay::name().in_language(self.standing.language),
            seen.additions,
            self.token,
            escaped(asked),
            seen.page,
            seen.styles,
            seen.shown,
        );
        let page = inject(page, &additions, self.origin);
        Answer {
            status: StatusCode::OK,
            content_type: HTML,
            location: None,
            made: Payload::Bytes(page.into_bytes()),
        }
    }

    fn file(&self, snapshot: &Snapshot, address: &Address, id: FileId) -> Answer {
        let on_disk = snapshot.loaded.others.get(id.index()).map(|other| other.on_disk.as_path());
        match on_disk.and_then(|on_disk| open_inside(self.site, on_disk)) {
            Some((file, length)) => Answer {
                status: StatusCode::OK,
                content_type: content_type(address.as_str()),
                location: None,
                made: Payload::File(file, length),
            },
            None => {
                let gone = text!(
                    "Filen finns inte längre i webbplatsens mapp.",
                    "The file is no longer in the site's folder."
                );
                plain(StatusCode::NOT_FOUND, &gone, self.standing.language)
            }
        }
    }
}

/// Opens a regular file that is inside the site's folder once links are resolved.
fn open_inside(site: &Path, on_disk: &Path) -> Option<(File, u64)> {
    let real = canonical(on_disk).ok()?;
    // This is checked before opening, since opening a pipe would wait for its other end.
    if !real.starts_with(site) || !fs::metadata(&real).ok()?.is_file() {
        return None;
    }
    let file = File::open(&real).ok()?;
    let length = file.metadata().ok()?.len();
    Some((file, length))
}

/// The address that a path asks for: percent-decoded once, with `index.html` added if it names a
/// folder. `None` if it is not valid text.
fn asked(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let mut asked = decoded.strip_prefix('/')?.to_owned();
    if asked.chars().any(char::is_control) {
        return None;
    }
    if asked.is_empty() || asked.ends_with('/') {
        asked.push_str("index.html");
    }
    Some(asked)
}

fn bytes(content_type: &'static str, bytes: &[u8]) -> Answer {
    let made = Payload::Bytes(bytes.to_vec());
    Answer { status: StatusCode::OK, content_type, location: None, made }
}

/// A refusal as plain text.
pub fn plain(status: StatusCode, words: &Text, language: Language) -> Answer {
    let made = Payload::Bytes(format!("{}\n", words.in_language(language)).into_bytes());
    Answer { status, content_type: PLAIN, location: None, made }
}

/// A page that was made already.
pub fn page(html: &[u8]) -> Answer {
    bytes(HTML, html)
}

/// The words for a page that could not be made.
pub fn not_made() -> Text {
    text!(
        "Programmet gjorde fel när sidan skulle göras.",
        "The program failed while making the page."
    )
}

fn no_such_path() -> Text {
    text!("Det finns ingen sådan adress.", "There is no such address.")
}
