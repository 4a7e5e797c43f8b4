//! The desk's answers, and the headers that all of them have.

use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    HeaderValue, LOCATION, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Request, Response, StatusCode};

use super::admission::{Admission, Admitted};
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::language::Language;
use crate::preview::server::answer::not_made;
use crate::preview::server::body::{AnswerBody, BodyContent};
use crate::preview::server::connections::Answering;
use crate::text;

/// An answer of the desk.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    content_type: &'static str,
    bytes: Vec<u8>,
    location: Option<String>,
    /// The name under which the browser is to save it.
    saved_as: Option<String>,
    cookie: Option<String>,
    /// The files that were changed, so that the next page is made when they have been read.
    pub changed: Vec<Changed>,
}

/// A file that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Relative to the site's folder.
    pub path: String,
    /// Of its bytes; `None` if it was removed.
    pub digest: Option<Digest>,
}

/// Nothing but the desk's own stylesheet, script, pictures and pages.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

impl Reply {
    fn new(status: StatusCode, content_type: &'static str, bytes: Vec<u8>) -> Reply {
        let (location, saved_as, cookie, changed) = (None, None, None, Vec::new());
        Reply { status, content_type, bytes, location, saved_as, cookie, changed }
    }

    /// A page.
    pub fn page(status: StatusCode, html: String) -> Reply {
        Reply::new(status, "text/html; charset=utf-8", html.into_bytes())
    }

    /// A file of the desk itself.
    pub fn file(content_type: &'static str, bytes: &[u8]) -> Reply {
        Reply::new(StatusCode::OK, content_type, bytes.to_vec())
    }

    /// A file to be saved under this name, of letters, digits and hyphens.
    pub fn download(content_type: &'static str, bytes: Vec<u8>, name: &str) -> Reply {
        let saved_as = Some(format!("attachment; filename=\"{name}\""));
        Reply { saved_as, ..Reply::new(StatusCode::OK, content_type, bytes) }
    }

    /// An answer of words alone.
    pub fn plain(status: StatusCode, words: &Text, language: Language) -> Reply {
        let bytes = format!("{}\n", words.in_language(language)).into_bytes();
        Reply::new(status, "text/plain; charset=utf-8", bytes)
    }

    /// Sends the browser on to an address of the desk.
    pub fn see_other(to: impl Into<String>) -> Reply {
        let mut reply = Reply::new(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", Vec::new());
        reply.location = Some(to.into());
        reply
    }

    /// What is answered to a request that is not let in as it is; nothing to one that is.
    pub fn unless_admitted<B>(
        admission: &Admission,
        request: &Request<B>,
        language: Language,
    ) -> Option<Reply> {
        match admission.admit(request.method(), request.uri(), request.headers()) {
            Admitted::In => None,
            Admitted::WithToken { to } => Some(Reply::see_other(to).with_cookie(admission)),
            Admitted::Refused => Some(Reply::refused(language)),
        }
    }

    /// A stylesheet, script or picture of the desk's own pages.
    pub fn own_file(path: &str) -> Option<Reply> {
        let (content_type, bytes): (_, &[u8]) = match path {
            "/redaktionen.css" => ("text/css; charset=utf-8", include_bytes!("../desk.css")),
            "/redaktionen.svg" => ("image/svg+xml", include_bytes!("../desk.svg")),
            "/redaktionen.js" => ("text/javascript; charset=utf-8", include_bytes!("../desk.js")),
            _ => return None,
        };
        Some(Reply::file(content_type, bytes))
    }

    pub fn refused(language: Language) -> Reply {
        Reply::plain(StatusCode::FORBIDDEN, &not_yours(), language)
    }

    pub fn not_found(language: Language) -> Reply {
        let words = text!("Det finns ingen sådan adress.", "There is no such address.");
        Reply::plain(StatusCode::NOT_FOUND, &words, language)
    }

    pub fn not_allowed(language: Language) -> Reply {
        let words = text!("Det går inte att göra här.", "That cannot be done here.");
        Reply::plain(StatusCode::METHOD_NOT_ALLOWED, &words, language)
    }

    pub fn failed(language: Language) -> Reply {
        Reply::plain(StatusCode::INTERNAL_SERVER_ERROR, &not_made(), language)
    }

    /// The same, after a file was changed.
    pub fn after(mut self, path: impl Into<String>, digest: Option<Digest>) -> Reply {
        self.changed.push(Changed { path: path.into(), digest });
        self
    }

    fn with_cookie(mut self, admission: &Admission) -> Reply {
        self.cookie = Some(admission.set_cookie());
        self
    }

    pub fn response(self, answering: Answering) -> Response<AnswerBody> {
        let content = BodyContent::Bytes(self.bytes.into());
        let mut response = Response::new(AnswerBody::new(content, answering));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        for (name, value) in [
            (CONTENT_TYPE, self.content_type),
            (CACHE_CONTROL, "no-store"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (CONTENT_SECURITY_POLICY, POLICY),
            // Without a referrer the origin of a form would be null.
            (REFERRER_POLICY, "same-origin"),
            (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
            (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
        }
        let further = [
            (LOCATION, self.location),
            (CONTENT_DISPOSITION, self.saved_as),
            (SET_COOKIE, self.cookie),
        ];
        for (name, value) in further {
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                headers.insert(name, value);
            }
        }
        response
    }
}

/// The words of a page for whoever is refused.
fn not_yours() -> Text {
    text!(
        "Redaktionen svarar bara den webbläsare som öppnades när den startade. Öppna adressen som skrevs ut då.",
        "The desk answers only the browser that was opened when it started. Open the address that was printed then."
    )
}
