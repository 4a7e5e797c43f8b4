//! The stream of changes: how the page that a browser shows is made now, sent at once and whenever
//! it changes. Each message is complete in itself, so nothing is lost when a laptop sleeps.

use std::sync::Arc;
use std::time::Duration;

use hyper::body::Bytes;
use tokio::sync::mpsc;
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use super::answer::Answerer;
use super::state::ServerState;
use crate::preview::status::SiteStatus;

/// How often a sign of life is sent, so that a client that has gone away is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// How long a stream lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// Until nobody listens.
    Always,
    /// Until the page's state is told once; a browser then asks again. Browsers allow six connections
    /// to one server, and windows beyond those that hold one share the rest in this way.
    Once,
}

/// Sends the state of the page at a path.
pub fn stream(
    shared: Arc<ServerState>,
    mut standing: watch::Receiver<Arc<SiteStatus>>,
    path: String,
    origin: String,
    lasting: Lasting,
) -> mpsc::Receiver<Bytes> {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        let mut told = None;
        loop {
            let now = standing.borrow_and_update().clone();
            let (shared, path, origin) = (shared.clone(), path.clone(), origin.clone());
            let seen = spawn_blocking(move || Answerer::of(&shared, &now, &origin).seen(&path));
            let Ok(seen) = seen.await else { return };
            if told.as_ref() != Some(&seen) {
                let Ok(json) = serde_json::to_string(&seen) else { return };
                let message = format!("retry: 1000\nevent: seen\ndata: {json}\n\n");
                if sender.send(message.into()).await.is_err() {
                    return;
                }
                told = Some(seen);
            }
            if lasting == Lasting::Once {
                return;
            }
            loop {
                tokio::select! {
                    changed = standing.changed() => match changed {
                        Ok(()) => break,
                        Err(_) => return,
                    },
                    () = sender.closed() => return,
                    () = tokio::time::sleep(HEARTBEAT) => {
                        if sender.send(Bytes::from_static(b":\n\n")).await.is_err() {
                            return;
                        }
                    }
                }
            }
        }
    });
    receiver
}
