//! Problems that follow from a file that could not be read are not reported: its page seems lost,
//! its documents without a place, its place unknown, its attachments unused. Once the file is
//! mended, they are gone.

use std::collections::HashSet;

use super::material::Broken;
use crate::diagnostic::{Code, Problem};
use crate::model::{Address, ContentPath, Kind};
use crate::slug;

/// Removes the problems that exist only because these files could not be read.
pub fn leave_out(problems: &mut Vec<Problem>, broken: &[Broken]) {
    if !broken.is_empty() {
        let explained = BrokenTraces::by(broken);
        problems.retain(|problem| !explained.explains(problem));
    }
}

/// What the files that could not be read may have had. It is collected once, since a bad import may
/// break thousands of files and lose tens of thousands of addresses.
#[derive(Default)]
struct BrokenTraces<'a> {
    /// The addresses of pages, and those of the lists that may have held only them.
    addresses: HashSet<String>,
    /// The folders of addresses, ending in `/`, that may have been theirs.
    folders: HashSet<String>,
    /// What their texts name: addresses.
    named_addresses: HashSet<&'a str>,
    /// What their texts name: files.
    named_files: HashSet<&'a str>,
    /// The folders of places.
    places: HashSet<ContentPath<'a>>,
    /// The ids of places.
    ids: HashSet<String>,
}

impl<'a> BrokenTraces<'a> {
    fn by(broken: &'a [Broken]) -> BrokenTraces<'a> {
        let mut explained = BrokenTraces::default();
        for file in broken {
            explained.named_files.extend(names_in(&file.source.text));
            if let Some(folder) = file.folder() {
                explained.places.insert(folder);
                explained.ids.extend(slug::segment(folder.name()));
            }
            // What a draft would have had is missing for as long as it is a draft.
            if !file.draft {
                explained.add_addresses(file);
            }
        }
        explained
    }

    fn add_addresses(&mut self, file: &'a Broken) {
        let path = file.path.as_path();
        self.addresses.extend(Address::of_content(path).map(|own| own.to_string()));
        self.named_addresses.extend(addresses_in(&file.source.text));
        if let Some(folder) = file.folder().and_then(|folder| Address::folder(folder).ok()) {
            let above = folder.trim_end_matches('/').rsplit_once('/').map_or("", |it| it.0);
            // It may be the only place on the list of places.
            self.addresses.insert(format!("{above}/index.html"));
            self.folders.insert(folder);
        }
        if !file.is_markdown() {
            self.folders.extend(Address::folder(path));
        }
    }

    fn explains(&self, problem: &Problem) -> bool {
        let path = ContentPath::of_source(&problem.source);
        match problem.code {
            Code::AddressLost => self.may_have_had(written(problem)),
            Code::NoPlace => path.folders().any(|folder| self.places.contains(&folder)),
            Code::UnknownPlace => {
                slug::segment(written(problem)).is_some_and(|id| self.ids.contains(&id))
            }
            Code::FileIgnored => self.named_files.contains(path.name()),
            _ => false,
        }
    }

    /// Whether this may be the address of a page, of one of a place's pages, or an alias.
    fn may_have_had(&self, address: &str) -> bool {
        let mut folders = address.match_indices('/').map(|(at, _)| &address[..=at]);
        self.addresses.contains(address)
            || self.named_addresses.contains(address)
            || folders.any(|folder| self.folders.contains(folder))
    }
}

/// Everything in a text that may be an address.
fn addresses_in(text: &str) -> impl Iterator<Item = &str> {
    let is_of_address =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '/');
    let words = text.split(move |c: char| !is_of_address(c));
    words.map(|word| word.trim_start_matches('/')).filter(|word| word.contains('.'))
}

/// Everything in a text that may be the name of a file.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_control() || "\"'()<>[]/#,".contains(c));
    words.map(str::trim).filter(|word| word.contains('.'))
}

impl Broken {
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
