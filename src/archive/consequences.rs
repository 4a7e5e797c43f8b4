//! What follows from a file that could not be read is not told: its page seems lost, its documents
//! without a place, its place unknown, its attachments without use. Mending the file mends it all.

use super::material::Broken;
use crate::diagnostic::{Code, Problem};
use crate::model::{Address, Kind};
use crate::slug;

/// Leaves out the problems that are there only because these files could not be read.
pub fn leave_out(problems: &mut Vec<Problem>, broken: &[Broken]) {
    if !broken.is_empty() {
        problems.retain(|problem| !broken.iter().any(|broken| broken.explains(problem)));
    }
}

impl Broken {
    fn explains(&self, problem: &Problem) -> bool {
        let path = &problem.source.path;
        let path = path.strip_prefix("content/").unwrap_or(path);
        match problem.code {
            // What a draft would have had is lost for as long as it is one.
            Code::AddressLost => !self.draft && self.may_stand_at(written(problem)),
            Code::NoPlace => self.folder().is_some_and(|folder| is_beneath(path, folder)),
            Code::UnknownPlace => self.folder().is_some_and(|folder| {
                let name = folder.rsplit('/').next().unwrap_or(folder);
                slug::segment(name) == slug::segment(written(problem))
            }),
            Code::FileIgnored => {
                let name = path.rsplit('/').next().unwrap_or(path);
                self.source.text.contains(name)
            }
            _ => false,
        }
    }

    /// Whether its page, one of its place's pages or an alias of it has this address.
    fn may_stand_at(&self, address: &str) -> bool {
        let own = Address::of_content(&self.path).is_ok_and(|own| own.as_str() == address);
        let of_place = || {
            let folder = self.folder().and_then(|folder| Address::folder(folder).ok());
            folder.is_some_and(|folder| {
                let above = folder.trim_end_matches('/').rsplit_once('/').map_or("", |it| it.0);
                // The list of places may hold no other.
                address.starts_with(&folder) || address == format!("{above}/index.html")
            })
        };
        let in_folder = || {
            let folder = Address::folder(&self.path);
            !self.is_markdown() && folder.is_ok_and(|folder| address.starts_with(&folder))
        };
        own || of_place() || in_folder() || self.source.text.contains(address)
    }

    /// Otherwise it is a folder that could not be looked into, or another file.
    fn is_markdown(&self) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case("md"))
    }

    /// The folder that it would be a place of, as far as is known.
    fn folder(&self) -> Option<&str> {
        let (folder, name) = self.path.rsplit_once('/')?;
        let may_be_place = self.kind.is_none_or(Kind::is_place);
        (may_be_place && name.eq_ignore_ascii_case("index.md")).then_some(folder)
    }
}

fn is_beneath(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The value that a problem is about, without its quotes.
fn written(problem: &Problem) -> &str {
    let written = problem.span.clone().and_then(|span| problem.source.text.get(span));
    written.unwrap_or("").trim_matches(['"', '\''])
}
