//! What a form sends: its fields, of limited size and in limited time.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::{Request, StatusCode};
use multer::Multipart;

use super::reply::Reply;
use crate::desk::fields::FieldNode;
use crate::diagnostic::Text;
use crate::language::Language;
use crate::text;

/// The largest form of fields, in bytes.
const LARGEST_FORM: usize = 2 * 1024 * 1024;
/// The largest form with a file, in bytes.
const LARGEST_FILE: usize = 50 * 1024 * 1024;
/// How much of a body that is too large is still received, so that its sender reads the answer.
const DRAINED: usize = 64 * 1024 * 1024;
/// How long a form may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// A submitted form.
#[derive(Debug, Default)]
pub struct Sent {
    pub fields: FieldNode,
    /// The file of a form that sends one.
    pub file: Option<SentFile>,
}

/// A file as it was sent.
#[derive(Debug)]
pub struct SentFile {
    /// As the browser says; never used as it is.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Why a form was not received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreceived {
    TooLarge,
    /// It is not a form.
    Type,
    /// It broke off, or took too long.
    Lost,
}

impl Unreceived {
    pub fn reply(self, language: Language) -> Reply {
        let (status, words) = self.words();
        Reply::plain(status, &words, language)
    }

    /// What is said, and its status.
    pub fn words(self) -> (StatusCode, Text) {
        match self {
            Unreceived::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                text!(
                    "Det är för stort: en text kan vara högst 2 MB och en fil 50 MB. Inget sparades. Spara bilden mindre, eller dela filen, och försök igen.",
                    "It is too large: a text can be at most 2 MB and a file 50 MB. Nothing was saved. Save the image smaller, or divide the file, and try again."
                ),
            ),
            Unreceived::Type => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                text!(
                    "Det är inget formulär. Inget sparades.",
                    "It is no form. Nothing was saved."
                ),
            ),
            Unreceived::Lost => (
                StatusCode::REQUEST_TIMEOUT,
                text!(
                    "Formuläret kom inte fram helt. Inget sparades. Försök igen.",
                    "The form did not arrive whole. Nothing was saved. Try again."
                ),
            ),
        }
    }
}

/// Receives a form.
pub async fn receive(request: Request<Incoming>) -> Result<Sent, Unreceived> {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let content_type = content_type.unwrap_or_default().to_owned();
    let media = content_type.split(';').next().unwrap_or_default().trim();
    let is_form = media.eq_ignore_ascii_case("application/x-www-form-urlencoded");
    let boundary = multer::parse_boundary(&content_type).ok();
    let largest = if boundary.is_some() { LARGEST_FILE } else { LARGEST_FORM };
    let received = tokio::time::timeout(PATIENCE, collect(request.into_body(), largest)).await;
    let bytes = received.map_err(|_| Unreceived::Lost)??;
    match boundary {
        Some(boundary) => parts(bytes, boundary).await.map_err(|_| Unreceived::Type),
        None if is_form => Ok(Sent { fields: FieldNode::of_urlencoded(&bytes), file: None }),
        None => Err(Unreceived::Type),
    }
}

/// The parts of a form that sends a file.
async fn parts(bytes: Vec<u8>, boundary: String) -> multer::Result<Sent> {
    let stream = futures_util::stream::iter([Ok::<Bytes, std::io::Error>(bytes.into())]);
    let mut form = Multipart::new(stream, boundary);
    let (mut fields, mut file) = (Vec::new(), None);
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(own) => file = Some(SentFile { name: own, bytes: field.bytes().await?.to_vec() }),
            None => fields.push((name, field.text().await?)),
        }
    }
    Ok(Sent { fields: FieldNode::of(fields.into_iter()), file })
}

async fn collect(mut body: Incoming, largest: usize) -> Result<Vec<u8>, Unreceived> {
    let mut too_large = usize::try_from(body.size_hint().lower()).is_ok_and(|it| it > largest);
    let mut bytes = Vec::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Unreceived::Lost)?.into_data() else { continue };
        seen += data.len();
        too_large |= seen > largest;
        if seen > DRAINED {
            break;
        }
        if too_large {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&data);
        }
    }
    if too_large { Err(Unreceived::TooLarge) } else { Ok(bytes) }
}
