//! Bringing the built site to its host while the desk goes on: a first sending may take minutes. One
//! at a time; how far it has come, and what became of it, is told on the page for publishing.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use crate::diagnostic::{Text, os_error};
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
    /// What to do, if it failed.
    pub help: Option<Text>,
    /// Shown beside the words, since they stay until the next sending.
    pub when: SystemTime,
    /// The digest of the list of what was sent; `None` if it was not.
    pub list: Option<Digest>,
    /// Whether it has been told.
    pub told: bool,
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
    fn done(words: Text, list: Option<Digest>) -> EndedSending {
        EndedSending { words, help: None, when: SystemTime::now(), list, told: false }
    }

    fn failed(words: Text, help: Text) -> EndedSending {
        EndedSending { help: Some(help), ..EndedSending::done(words, None) }
    }

    pub fn has_failed(&self) -> bool {
        self.help.is_some()
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

fn again() -> Text {
    text!(
        "Skicka igen, så fortsätter det där det slutade.",
        "Send again, and it goes on where it ended."
    )
}

/// What to do about an error, for whoever sends from the desk: where a command would be given there are
/// buttons and fields here.
fn help(error: &HostError) -> Text {
    let target = text!(
        "Rätta under Inställningar, Publicering, vart webbplatsen ska skickas.",
        "Mend under Settings, Publishing, where the site is to be sent."
    );
    match error {
        HostError::NoTarget | HostError::UnknownTarget { .. } | HostError::BadAddress { .. } => {
            target
        }
        HostError::NoList { .. } | HostError::SiteChanged { .. } => text!(
            "Tryck på Publicera, så byggs webbplatsen igen, och skicka sedan.",
            "Press Publish, which builds the site again, then send."
        ),
        HostError::Unreachable { .. } => text!(
            "Kontrollera att datorn är ansluten till nätet, och serverns namn och port under Inställningar, Publicering.",
            "Check that the computer is connected to the network, and the server's name and port under Settings, Publishing."
        ),
        HostError::NotLetIn { .. } => text!(
            "Prova i ett kommandofönster att sftp loggar in utan att fråga: det behövs en nyckel. Fråga den som sköter servern om den bara tar emot lösenord.",
            "Try in a command window that sftp logs in without asking: it needs a key. If the server takes only passwords, ask whoever runs it."
        ),
        HostError::Refused { .. } => text!(
            "Kontrollera rättigheter och utrymme på servern, och skicka igen. Det fortsätter där det slutade.",
            "Check permissions and space on the server, and send again. It goes on where it ended."
        ),
        HostError::Differs { .. } => text!(
            "Skicka igen. Är det likadant då ändrar någon annan i mappen, eller så är disken trasig.",
            "Send again. If it is the same then, somebody else changes files there, or the disk is failing."
        ),
        HostError::Occupied { .. } => text!(
            "Flytta det som ligger där, eller ge dokumentet en annan adress, och skicka igen.",
            "Move what lies there, or give the document another address, and send again."
        ),
        HostError::BadList { .. } => text!(
            "Lägg tillbaka listan från en säkerhetskopia, eller töm mappen och skicka på nytt.",
            "Put the list back from a backup, or empty the folder and send anew."
        ),
        HostError::Io { error, .. } => os_error::close_elsewhere(error).unwrap_or_else(again),
        HostError::Interrupted => again(),
        // These say the same wherever they are read; the last two are asked about instead.
        HostError::Overlaps { .. }
        | HostError::NotOurs { .. }
        | HostError::NoFolder { .. }
        | HostError::NoSftp { .. }
        | HostError::Unknown { .. }
        | HostError::OtherSite { .. }
        | HostError::DeletesMuch { .. } => error.help(),
    }
}

impl Sending {
    pub fn state(&self) -> SendingState {
        locked(&self.0).clone()
    }

    /// The state, for the page that tells it: what has ended has then been told.
    pub fn tell(&self) -> SendingState {
        let mut state = locked(&self.0);
        let now = state.clone();
        if let SendingState::Ended(ended) = &mut *state {
            ended.told = true;
        }
        now
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
                Ok(words) => SendingState::Ended(EndedSending::done(words, list)),
                Err(error) => match yes_to(&error) {
                    Some(yes) => {
                        SendingState::Asks { to: request.to.clone(), why: error.message(), yes }
                    }
                    None => {
                        let (words, help) = (error.message(), help(&error));
                        SendingState::Ended(EndedSending::failed(words, help))
                    }
                },
            };
            *locked(&own.0) = ended;
        });
        if let Err(error) = started {
            let Text { sv, en } = os_error::in_words(&error);
            let words = text!("Inget skickades: {sv}.", "Nothing was sent: {en}.");
            *locked(&self.0) = SendingState::Ended(EndedSending::failed(words, again()));
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
