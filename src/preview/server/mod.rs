//! The preview's server: HTTP/1.1 on a loopback address. Pages are made when they are asked for,
//! and a stream tells browsers of changes. The server only reads; it never writes.

pub mod answer;
pub mod body;
pub mod connections;
mod events;
pub mod guard;
pub mod state;
mod types;

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use answer::{Answer, Answerer, OWN, Payload, plain};
use body::{AnswerBody, BodyContent, FileStream};
use connections::{Answering, Connections};
use events::Lasting;
use guard::{Guard, RequestRefusal};
use state::ServerState;

use super::status::SiteStatus;
use crate::language::Language;
use crate::text;

/// A client that has not sent a complete request within this time is disconnected.
const PATIENCE: Duration = Duration::from_secs(10);
/// The greatest size of a request's head in bytes; browsers send less than a tenth of it.
const LARGEST_HEAD: usize = 16 * 1024;
const MOST_HEADERS: usize = 64;

/// Serves the present version of the site until its sender is gone.
pub async fn serve(
    listener: TcpListener,
    site: PathBuf,
    standing: watch::Receiver<Arc<SiteStatus>>,
) -> io::Result<()> {
    let guard = Guard::new(listener.local_addr()?);
    let shared = Arc::new(ServerState { guard, site, desk: None });
    let watched = standing.clone();
    accept(listener, standing, move |request, answering| {
        respond(shared.clone(), watched.clone(), request, answering)
    })
    .await
}

/// Accepts connections and answers their requests with `respond`, until nobody updates the status of
/// the site any more.
pub async fn accept<R, F>(
    listener: TcpListener,
    mut standing: watch::Receiver<Arc<SiteStatus>>,
    respond: R,
) -> io::Result<()>
where
    R: Fn(Request<Incoming>, Answering) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Response<AnswerBody>> + Send + 'static,
{
    accept_until(listener, async move { ended(&mut standing).await }, respond).await
}

/// Like [`accept`], until `until` says how it ended.
pub async fn accept_until<R, F>(
    listener: TcpListener,
    until: impl Future<Output = io::Result<()>>,
    respond: R,
) -> io::Result<()>
where
    R: Fn(Request<Incoming>, Answering) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Response<AnswerBody>> + Send + 'static,
{
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let connections = Connections::default();
    let mut until = std::pin::pin!(until);
    for id in 0.. {
        let accepted = tokio::select! {
            // First whether it is over: a connection that comes then is somebody else's.
            biased;
            ended = &mut until => return ended,
            accepted = listener.accept() => accepted,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(_) => {
                // Most likely there are no file descriptors left; they become available again.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let answers = Arc::new(AtomicUsize::new(0));
        let respond = respond.clone();
        let (gone, counted) = (connections.clone(), answers.clone());
        let task = tokio::spawn(async move {
            let service = service_fn(|request| {
                let answered = respond(request, Answering::new(&counted));
                async move { Ok::<_, Infallible>(answered.await) }
            });
            // An error on one connection concerns only its client.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(PATIENCE)
                .max_buf_size(LARGEST_HEAD)
                .max_headers(MOST_HEADERS)
                .serve_connection(TokioIo::new(stream), service)
                .await;
            gone.remove(id);
        });
        connections.add(id, task.abort_handle(), answers);
    }
    Ok(())
}

/// Ends when nobody updates the status any more: what is shown could then be out of date.
async fn ended(standing: &mut watch::Receiver<Arc<SiteStatus>>) -> io::Result<()> {
    while standing.changed().await.is_ok() {}
    Err(io::Error::other("the site is no longer read"))
}

/// Answers a request for a page of the site.
pub async fn respond(
    shared: Arc<ServerState>,
    watched: watch::Receiver<Arc<SiteStatus>>,
    request: Request<Incoming>,
    answering: Answering,
) -> Response<AnswerBody> {
    let standing = watched.borrow().clone();
    let language = standing.language;
    let (method, uri, headers) = (request.method(), request.uri(), request.headers());
    let origin = match shared.guard.check(method, uri, headers) {
        Ok(origin) => origin,
        Err(refusal) => return response(refused(refusal, language), answering),
    };
    let head_only = *method == Method::HEAD;
    let path = uri.path().to_owned();
    if path.strip_prefix(OWN) == Some("events") {
        let query = uri.query().unwrap_or("");
        if !shared.guard.may_listen(&origin, headers, parameter(query, "token").as_deref()) {
            return response(not_to_listen(language), answering);
        }
        let shown = parameter(query, "path").unwrap_or_default();
        let lasting = match parameter(query, "once") {
            Some(_) => Lasting::Once,
            None => Lasting::Always,
        };
        let content = if head_only {
            BodyContent::Bytes(Bytes::new())
        } else {
            BodyContent::Events(events::stream(shared, watched, shown, origin, lasting))
        };
        let mut response = Response::new(AnswerBody::new(content, answering));
        head(&mut response, "text/event-stream");
        return response;
    }
    let made = spawn_blocking(move || Answerer::of(&shared, &standing, &origin).answer(&path));
    match made.await {
        Ok(answer) => response(answer, answering),
        Err(_) => {
            let words = answer::not_made();
            response(plain(StatusCode::INTERNAL_SERVER_ERROR, &words, language), answering)
        }
    }
}

/// A parameter of a query, decoded.
fn parameter(query: &str, name: &str) -> Option<String> {
    let value = query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then_some(value)
    })?;
    Some(percent_decode_str(value).decode_utf8().ok()?.into_owned())
}

fn refused(refusal: RequestRefusal, language: Language) -> Answer {
    match refusal {
        RequestRefusal::Name => plain(
            StatusCode::FORBIDDEN,
            &text!(
                "Förhandsvisningen svarar bara på den adress som skrevs ut när den startade, så att ingen annan webbplats kan läsa den. Öppna den adressen.",
                "The preview answers only at the address that was printed when it started, so that no other site can read it. Open that address."
            ),
            language,
        ),
        RequestRefusal::Method => plain(
            StatusCode::METHOD_NOT_ALLOWED,
            &text!(
                "Förhandsvisningen kan bara visa, inte ta emot något.",
                "The preview can only show, not receive anything."
            ),
            language,
        ),
    }
}

fn not_to_listen(language: Language) -> Answer {
    plain(
        StatusCode::FORBIDDEN,
        &text!(
            "Bara förhandsvisningens egna sidor får veta vad som ändras. Ladda om sidan.",
            "Only the preview's own pages may know what changes. Reload the page."
        ),
        language,
    )
}

/// An answer as a response.
pub fn response(answer: Answer, answering: Answering) -> Response<AnswerBody> {
    let Answer { status, content_type, location, made } = answer;
    let is_file = matches!(made, Payload::File(..));
    let content = match made {
        Payload::Bytes(bytes) => BodyContent::Bytes(bytes.into()),
        Payload::File(file, length) => BodyContent::File(FileStream::new(file, length)),
    };
    let mut response = Response::new(AnswerBody::new(content, answering));
    *response.status_mut() = status;
    head(&mut response, content_type);
    let headers = response.headers_mut();
    if let Some(location) = location.and_then(|to| HeaderValue::from_str(&to).ok()) {
        headers.insert(LOCATION, location);
    }
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    if is_file && content_type != "application/pdf" {
        // An attached page or image may contain scripts, and those must not run in the preview.
        let policy = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'";
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    response
}

/// Sets the headers that every answer has.
fn head(response: &mut Response<AnswerBody>, content_type: &'static str) {
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("frame-ancestors 'none'"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
}
