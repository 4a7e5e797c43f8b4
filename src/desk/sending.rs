//! Bringing the built site to its host while the desk goes on: a first sending may take minutes. One
//! at a time; how far it has come, and what became of it, is told on the page for publishing.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::host::{Difference, Host, HostError, Scratch, SiteFiles, Target, Watching};
use crate::lock::locked;
use crate::publish::SHA256SUMS;
use crate::text;

/// The latest sending.
#[derive(Debug, Default)]
pub struct Sending(Mutex<SendingState>);

/// How far it has come.
#[derive(Debug, Clone, Default)]
pub enum SendingState {
    /// None has begun.
    #[default]
    None,
    /// How many files of how many are done.
    Running {
        done: usize,
        of: usize,
    },
    Ended(EndedSending),
    /// It waits to be told that this is meant: where, why, and what there is to say yes to.
    Asks {
        to: String,
        why: Text,
        yes: Text,
    },
}

/// What became of a sending.
#[derive(Debug, Clone)]
pub struct EndedSending {
    pub words: Text,
    /// Shown beside the words, since they stay until the next sending.
    pub when: SystemTime,
    /// The digest of the list of what was sent; `None` if it was not.
    pub list: Option<Digest>,
}

/// What is to be sent, and where.
#[derive(Debug)]
pub struct SendRequest {
    /// As the settings say.
    pub to: String,
    pub site: PathBuf,
    /// The folder of the built site.
    pub built: PathBuf,
    /// A folder in which the program may make one for itself.
    pub scratch: PathBuf,
    /// Whether what would be asked about has been said yes to: much that is deleted, another site.
    pub yes: bool,
}

impl EndedSending {
    fn now(words: Text, list: Option<Digest>) -> EndedSending {
        EndedSending { words, when: SystemTime::now(), list }
    }
}

/// What there is to say yes to, if that is all that an error needs.
fn yes_to(error: &HostError) -> Option<Text> {
    match error {
        HostError::DeletesMuch { .. } => {
            Some(text!("Det är rätt att så mycket tas bort", "It is right that so much is deleted"))
        }
        HostError::OtherSite { .. } => Some(text!(
            "Det är rätt ställe, och webbplatsen där ska ersättas av den här",
            "It is the right place, and the site there is to be replaced by this one"
        )),
        _ => None,
    }
}

impl Sending {
    pub fn state(&self) -> SendingState {
        locked(&self.0).clone()
    }

    /// Begins, unless one is running already.
    pub fn begin(self: &Arc<Sending>, request: SendRequest) {
        {
            let mut state = locked(&self.0);
            if matches!(*state, SendingState::Running { .. }) {
                return;
            }
            *state = SendingState::Running { done: 0, of: 0 };
        }
        let own = self.clone();
        let started = std::thread::Builder::new().name("send".to_owned()).spawn(move || {
            let list = std::fs::read(request.built.join(SHA256SUMS)).ok();
            let list = list.map(|list| Digest::of(&list));
            let ended = match own.send(&request) {
                Ok(words) => SendingState::Ended(EndedSending::now(words, list)),
                Err(error) => match yes_to(&error) {
                    Some(yes) => {
                        SendingState::Asks { to: request.to.clone(), why: error.message(), yes }
                    }
                    None => SendingState::Ended(EndedSending::now(error.message(), None)),
                },
            };
            *locked(&own.0) = ended;
        });
        if let Err(error) = started {
            let words = text!("Inget skickades: {error}.", "Nothing was sent: {error}.");
            *locked(&self.0) = SendingState::Ended(EndedSending::now(words, None));
        }
    }

    fn send(&self, request: &SendRequest) -> Result<Text, HostError> {
        let SendRequest { to, site, built, scratch, yes } = request;
        let files = SiteFiles::read(built)?;
        let scratch = Scratch::in_folder(scratch)?;
        let host = Host::at(Target::parse(to, site)?, site, built, &scratch)?;
        let there = host.look(&files)?;
        let difference = Difference::between(&files, &there);
        if difference.nothing {
            return Ok(host.has_everything(to, false));
        }
        if let Some(other) = host.other_site(&files, &there).filter(|_| !yes) {
            return Err(other);
        }
        if difference.deletes_much() && !yes {
            let (gone, listed) = (difference.gone.len(), difference.listed);
            return Err(HostError::DeletesMuch { gone, listed });
        }
        let watching = Watching {
            progress: &|done, of| *locked(&self.0) = SendingState::Running { done, of },
            interrupted: &|| false,
        };
        let sent = host.send(&files, &difference, watching)?;
        let (files, deleted) = (sent.files, sent.deleted);
        Ok(text!(
            "Publicerat i {to}: {files} filer är skickade och {deleted} borttagna.",
            "Published in {to}: {files} files have been sent and {deleted} deleted."
        ))
    }
}
