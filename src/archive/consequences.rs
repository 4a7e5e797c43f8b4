//! Problems that follow from a file that could not be read are not reported: its page seems lost,
//! its documents without a place, its place unknown, its attachments unused. Once the file is
//! mended, they are gone.

use super::material::Broken;
use crate::diagnostic::{Code, Problem};
use crate::model::{Address, ContentPath, Kind};
use crate::slug;

/// Removes the problems that exist only because these files could not be read.
pub fn leave_out(problems: &mut Vec<Problem>, broken: &[Broken]) {
    if !broken.is_empty() {
        problems.retain(|problem| !broken.iter().any(|broken| broken.explains(problem)));
    }
}

impl Broken {
    fn explains(&self, problem: &Problem) -> bool {
        let path = ContentPath::of_source(&problem.source);
        match problem.code {
            // What a draft would have had is missing for as long as it is a draft.
            Code::AddressLost => !self.draft && self.may_stand_at(written(problem)),
            Code::NoPlace => self.folder().is_some_and(|folder| path.is_inside(folder)),
            Code::UnknownPlace => self.folder().is_some_and(|folder| {
                slug::segment(folder.name()) == slug::segment(written(problem))
            }),
            Code::FileIgnored => self.source.text.contains(path.name()),
            _ => false,
        }
    }

    /// Whether this may be the address of its page, of one of its place's pages, or of an alias of
    /// it.
    fn may_stand_at(&self, address: &str) -> bool {
        let own = Address::of_content(self.path.as_path()).is_ok_and(|own| own.as_str() == address);
        let of_place = || {
            let folder = self.folder().and_then(|folder| Address::folder(folder).ok());
            folder.is_some_and(|folder| {
                let above = folder.trim_end_matches('/').rsplit_once('/').map_or("", |it| it.0);
                // It may be the only place on the list of places.
                address.starts_with(&folder) || address == format!("{above}/index.html")
            })
        };
        let in_folder = || {
            let folder = Address::folder(self.path.as_path());
            !self.is_markdown() && folder.is_ok_and(|folder| address.starts_with(&folder))
        };
        own || of_place() || in_folder() || self.source.text.contains(address)
    }

    /// Otherwise it is a folder that could not be read, or a file of another type.
    fn is_markdown(&self) -> bool {
        self.path.as_path().extension().is_some_and(|it| it.eq_ignore_ascii_case("md"))
    }

    /// The folder of the place that it may describe.
    fn folder(&self) -> Option<ContentPath<'_>> {
        let path = self.path.as_path();
        let may_be_place = self.kind.is_none_or(Kind::is_place);
        (may_be_place && path.is_index() && !path.parent().is_root()).then(|| path.parent())
    }
}

/// The value that a problem is about, without its quotes.
fn written(problem: &Problem) -> &str {
    let written = problem.span.clone().and_then(|span| problem.source.text.get(span));
    written.unwrap_or("").trim_matches(['"', '\''])
}
