//! The desk's server: the desk on one port, the site's pages on another of the same process, since
//! both want the same addresses. Both are for one browser on this computer: whoever has neither the
//! token of this run nor its cookie is refused, whatever is asked for.

mod pane;
mod routes;
mod setup;

use std::io;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use tokio::sync::watch;
use tokio::task::spawn_blocking;

pub use setup::{Setup, site_made_in};

use super::exchange::{Admission, Changed, Reply, Sent, receive};
use super::fields::FieldNode;
use super::panes::Panes;
use super::state::DeskState;
use super::store::Store;
use crate::canonical_path::canonical;
use crate::digest::Digest;
use crate::pipeline::Options;
use crate::preview::server::answer::{self, Answerer};
use crate::preview::server::body::AnswerBody;
use crate::preview::server::connections::Answering;
use crate::preview::server::guard::Guard;
use crate::preview::server::state::ServerState;
use crate::preview::server::{accept, respond, response};
use crate::preview::{Followed, Preview, SiteStatus};

/// A desk that is ready to be served.
pub struct Desk {
    pub preview: Preview,
    /// Where the desk is, and where the site's pages are; both on a loopback address.
    pub listener: TcpListener,
    pub pages: TcpListener,
    /// The token of this run, from [`new_token`](super::new_token).
    pub token: String,
    /// Asked before everything that depends on the date.
    pub options: Box<dyn Fn() -> Options + Send + Sync>,
    /// The user's home folder, in which nothing is built.
    pub home: Option<PathBuf>,
    /// The folder in which programs may put what they need for a while.
    pub scratch: PathBuf,
}

/// How long a saved file, or a new look at the site, is waited for before the page is shown without it.
const PATIENCE: Duration = Duration::from_secs(20);

impl Desk {
    /// Serves the desk until the server can no longer run.
    pub fn serve(self) -> io::Result<()> {
        let Desk { preview, listener, pages, token, options, home, scratch } = self;
        let (own, beside) = (listener.local_addr()?, pages.local_addr()?);
        let Followed { site, status, nudge } = preview.follow(|_| {})?;
        let known = canonical(&site).unwrap_or_else(|_| site.clone());
        let state = Arc::new(DeskState {
            admission: Admission::new(Guard::new(own), token.clone(), own.port()),
            store: Store::new(site.clone()),
            status: status.clone(),
            nudge,
            pages: format!("http://{beside}"),
            options,
            home,
            scratch,
            sending: Arc::default(),
            panes: Panes::default(),
            site_digest: Digest::of(known.as_os_str().as_encoded_bytes()).to_string(),
        });
        let of_pages = Arc::new(PagesState {
            admission: Admission::new(Guard::new(beside), token, own.port()),
            server: Arc::new(ServerState {
                guard: Guard::new(beside),
                site,
                desk: Some(format!("http://{own}")),
            }),
            status: status.clone(),
        });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(4)
            .build()?;
        let served = runtime.block_on(async {
            tokio::select! {
                ended = accept(listener, status.clone(), move |request, answering| {
                    answer_at_desk(state.clone(), request, answering)
                }) => ended,
                ended = accept(pages, status, move |request, answering| {
                    answer_with_page(of_pages.clone(), request, answering)
                }) => ended,
            }
        });
        runtime.shutdown_background();
        served
    }
}

/// What the site's pages share.
struct PagesState {
    admission: Admission,
    server: Arc<ServerState>,
    status: watch::Receiver<Arc<SiteStatus>>,
}

async fn answer_with_page(
    state: Arc<PagesState>,
    request: Request<Incoming>,
    answering: Answering,
) -> Response<AnswerBody> {
    let language = state.status.borrow().language;
    match Reply::unless_admitted(&state.admission, &request, language) {
        Some(reply) => reply.response(answering),
        None => respond(state.server.clone(), state.status.clone(), request, answering).await,
    }
}

async fn answer_at_desk(
    state: Arc<DeskState>,
    request: Request<Incoming>,
    answering: Answering,
) -> Response<AnswerBody> {
    let language = state.status.borrow().language;
    if let Some(reply) = Reply::unless_admitted(&state.admission, &request, language) {
        return reply.response(answering);
    }
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let query = FieldNode::of_urlencoded(request.uri().query().unwrap_or("").as_bytes());
    if let Some(shown) = path.strip_prefix("/visa/").filter(|_| method != Method::POST) {
        let typed = query.value("tab").and_then(|tab| state.panes.page(tab, shown));
        return pane(state, format!("/{shown}"), (method, typed), answering).await;
    }
    let sent = match method {
        Method::GET | Method::HEAD => Sent::default(),
        Method::POST => match receive(request).await {
            Ok(sent) => sent,
            Err(refusal) => {
                return routes::not_received(&state, &path, refusal).response(answering);
            }
        },
        _ => return Reply::not_allowed(language).response(answering),
    };
    if method == Method::POST && !state.admission.has_token(sent.fields.value("_token")) {
        return Reply::refused(language).response(answering);
    }
    if routes::concerns_whole_site(&path) {
        let _ = tokio::time::timeout(PATIENCE, state.nudge.up_to_date()).await;
    }
    let working = state.clone();
    let made = spawn_blocking(move || {
        let status = working.status.borrow().clone();
        routes::route(&working, &status, method == Method::POST, &path, &query, &sent)
    });
    let Ok(mut reply) = made.await else {
        return Reply::failed(language).response(answering);
    };
    for Changed { path, digest } in std::mem::take(&mut reply.changed) {
        state.nudge.changed(vec![state.store.site().join(&path)]);
        settled(&state, &path, digest).await;
    }
    reply.response(answering)
}

/// Waits until the newest version has a file with this digest, or no longer has it.
async fn settled(state: &DeskState, path: &str, digest: Option<Digest>) {
    let mut status = state.status.clone();
    let stands = |status: &Arc<SiteStatus>| {
        let newest = status.newest.as_ref();
        newest.is_some_and(|newest| newest.loaded.digest_of(path) == digest)
    };
    let waiting = async { drop(status.wait_for(stands).await) };
    let _ = tokio::time::timeout(PATIENCE, waiting).await;
}

/// A page of the site as it stands in the pane beside the form, where no scripts run.
async fn pane(
    state: Arc<DeskState>,
    path: String,
    (method, typed): (Method, Option<Arc<[u8]>>),
    answering: Answering,
) -> Response<AnswerBody> {
    let status = state.status.borrow().clone();
    let language = status.language;
    if !matches!(method, Method::GET | Method::HEAD) {
        return Reply::not_allowed(language).response(answering);
    }
    let made = spawn_blocking(move || {
        if let Some(page) = typed {
            return answer::page(&page);
        }
        let site = state.store.site();
        Answerer { standing: &status, site, token: "", origin: "", desk: None }.bare(&path)
    });
    let made = made.await.unwrap_or_else(|_| {
        answer::plain(StatusCode::INTERNAL_SERVER_ERROR, &answer::not_made(), language)
    });
    let mut response = response(made, answering);
    let policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                  script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}
