//! Bringing the built site to its host while the desk goes on: a first sending may take minutes. One
//! at a time; how far it has come, and what became of it, is told on the page for publishing.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use crate::diagnostic::Text;
use crate::host::{Difference, Host, HostError, Scratch, SiteFiles, Target, Watching};
use crate::lock::locked;
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
    Running { done: usize, of: usize },
    /// What became of it.
    Ended(Text),
    /// More than a fifth of what is published would be deleted; it waits to be asked once more.
    DeletesMuch(Text),
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
    /// Whether much may be deleted.
    pub deletes_much: bool,
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
            let ended = match own.send(&request) {
                Ok(words) => SendingState::Ended(words),
                Err(error @ HostError::DeletesMuch { .. }) => {
                    SendingState::DeletesMuch(error.message())
                }
                Err(error) => SendingState::Ended(error.message()),
            };
            *locked(&own.0) = ended;
        });
        if let Err(error) = started {
            *locked(&self.0) = SendingState::Ended(text!(
                "Inget skickades: {error}.",
                "Nothing was sent: {error}."
            ));
        }
    }

    fn send(&self, request: &SendRequest) -> Result<Text, HostError> {
        let SendRequest { to, site, built, scratch, deletes_much } = request;
        let files = SiteFiles::read(built)?;
        let scratch = Scratch::in_folder(scratch)?;
        let host = Host::at(Target::parse(to, site)?, site, built, &scratch)?;
        let difference = Difference::between(&files, &host.look(&files)?);
        if difference.nothing {
            return Ok(host.has_everything(to, false));
        }
        if difference.deletes_much() && !deletes_much {
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
