//! Whether every planned address can be a file on every system that a site is copied to: none is
//! too long or has a name that Windows reserves, no two differ only by case, and none is also the
//! folder of another. It is the plan that is checked, so that it does not matter where an address
//! comes from.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::pages::{Origin, Page};
use super::planned::PlannedFile;
use crate::archive::Archive;
use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::model::Address;
use crate::model::document::Common;
use crate::text;

/// A file that the program itself writes in the root, whatever is planned.
const CHECKSUMS: &str = "SHA256SUMS";

/// Checks every address of the plan.
pub fn check(
    archive: &Archive,
    pages: &BTreeMap<Address, PlannedFile>,
    problems: &mut Vec<Problem>,
) {
    let check = PlanCheck { archive, pages };
    let faults = pages
        .par_iter()
        .filter_map(|(address, planned)| address.fault().map(|error| (address, planned, error)));
    for (address, planned, error) in faults.collect::<Vec<_>>() {
        let (message, help) = error.in_words();
        let message = of_address(address, &message);
        let place = check.place(address, planned);
        let origin = planned.page().map(|page| page.origin());
        let help = if matches!(origin, Some(Origin::Ledger)) {
            text!(
                "Stryk [[withdrawn]] för adressen i addresses.toml.",
                "Strike the [[withdrawn]] of the address in addresses.toml."
            )
        } else {
            help
        };
        problems.push(place.problem(Code::InvalidAddress, message, help));
    }
    check.clashes(problems);
}

/// A message that also says which address it is about.
fn of_address(address: &Address, message: &Text) -> Text {
    let shown: String = address.as_str().chars().take(80).collect();
    let cut = if shown.len() < address.as_str().len() { "…" } else { "" };
    Text {
        sv: format!("Adressen {shown}{cut} kan inte finnas på webbplatsen. {}", message.sv).into(),
        en: format!("The site cannot have the address {shown}{cut}. {}", message.en).into(),
    }
}

struct PlanCheck<'a> {
    archive: &'a Archive,
    pages: &'a BTreeMap<Address, PlannedFile>,
}

impl PlanCheck<'_> {
    /// Reports addresses that cannot be files beside each other.
    fn clashes(&self, problems: &mut Vec<Problem>) {
        // Nearly all addresses are in lower case.
        let mut unusual: HashMap<String, &Address> = HashMap::new();
        for address in self.pages.keys() {
            let lowered = lowered(address.as_str());
            if lowered.eq_ignore_ascii_case(CHECKSUMS) {
                self.same(address, CHECKSUMS, None, problems);
            }
            let Cow::Owned(lowered) = lowered else { continue };
            let there = self.pages.get_key_value(lowered.as_str()).map(|(there, _)| there);
            match there.or_else(|| unusual.get(&lowered).copied()) {
                Some(there) => self.same(address, there.as_str(), Some(there), problems),
                None => _ = unusual.insert(lowered, address),
            }
        }
        let file_at = |folder: &str| {
            let lowered = lowered(folder);
            let there = self.pages.get_key_value(&*lowered).map(|(there, _)| there);
            there.or_else(|| unusual.get(&*lowered).copied())
        };
        let mut checked = "";
        for address in self.pages.keys() {
            let folder = address.parent();
            // Addresses in one folder mostly follow each other.
            if folder == checked {
                continue;
            }
            checked = folder;
            let root = folder.split('/').next().unwrap_or("");
            if root.eq_ignore_ascii_case(CHECKSUMS) {
                self.below(address, CHECKSUMS, None, problems);
                continue;
            }
            let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
            if let Some(file) = above.into_iter().find_map(file_at) {
                self.below(address, file.as_str(), Some(file), problems);
            }
        }
    }

    fn same(
        &self,
        address: &Address,
        there: &str,
        other: Option<&Address>,
        problems: &mut Vec<Problem>,
    ) {
        let message = text!(
            "Adresserna {address} och {there} skiljer sig bara åt i stora och små bokstäver, och Windows och macOS håller dem för en och samma fil.",
            "The addresses {address} and {there} differ only in capitals, and Windows and macOS take them for one and the same file."
        );
        self.report([Some(address), other], &message, problems);
    }

    fn below(
        &self,
        address: &Address,
        file: &str,
        other: Option<&Address>,
        problems: &mut Vec<Problem>,
    ) {
        let message = text!(
            "Adressen {address} kräver en mapp som heter {file}, men där ligger en fil.",
            "The address {address} needs a folder called {file}, but there is a file."
        );
        self.report([Some(address), other], &message, problems);
    }

    /// Reports a clash at each of its two addresses that an editor has chosen.
    fn report(&self, clash: [Option<&Address>; 2], message: &Text, problems: &mut Vec<Problem>) {
        let places = clash.into_iter().flatten().filter_map(|address| {
            let planned = self.pages.get(address)?;
            Some(self.place(address, planned))
        });
        let mut places: Vec<AddressPlace> = places.collect();
        if places.iter().any(|place| place.chosen) {
            places.retain(|place| place.chosen);
        }
        let help = text!(
            "Byt namn på den ena filen, eller stryk adressen ur aliases om den är en tidigare adress.",
            "Rename one of the files, or strike the address from aliases if it is an earlier one."
        );
        for place in places {
            problems.push(place.problem(Code::AddressCollision, message.clone(), help.clone()));
        }
    }

    /// Where an editor has chosen an address, as far as anybody has.
    fn place(&self, address: &Address, planned: &PlannedFile) -> AddressPlace {
        let file = |source: &Arc<Source>| AddressPlace {
            source: source.clone(),
            span: None,
            chosen: true,
        };
        let path = |path: String| file(&Source::path_only(path));
        match planned {
            PlannedFile::File(id) => path(self.archive.files[id.index()].file.path.to_string()),
            PlannedFile::Asset(_) => {
                path(format!("themes/{}/{address}", self.archive.settings.theme.value))
            }
            PlannedFile::Page(Page::Redirect(_)) | PlannedFile::Copy(_) => self.alias(address),
            PlannedFile::Page(page) => match page.origin() {
                Origin::Document(id) => file(&self.archive.document(id).document.source),
                Origin::Place(id) => file(&self.archive.place(id).place.source),
                Origin::Ledger => self.withdrawal(address),
                Origin::Program => self.made_by_program(address),
            },
            PlannedFile::Output(_) => self.made_by_program(address),
        }
    }

    /// The innermost place in whose folder an address is, or else the settings.
    fn made_by_program(&self, address: &Address) -> AddressPlace {
        let innermost = self.archive.place_around(address).map(|id| self.archive.place(id));
        let source = innermost.map_or(&self.archive.settings.source, |linked| &linked.place.source);
        AddressPlace::of(source)
    }

    /// The withdrawal that has its notice at an address.
    fn withdrawal(&self, address: &Address) -> AddressPlace {
        let ledger = &self.archive.ledger;
        let of_file = address.as_str().strip_suffix(".html").and_then(Address::parse);
        let withdrawal = ledger
            .withdrawal(address)
            .or_else(|| of_file.as_ref().and_then(|file| ledger.withdrawal(file)));
        let span = withdrawal.map(|withdrawal| withdrawal.address.span.clone());
        AddressPlace { source: ledger.source(), span, chosen: false }
    }

    /// The entry of `aliases` that an address is from, or the ledger, which has it too.
    fn alias(&self, address: &Address) -> AddressPlace {
        let documents = self.archive.documents.iter().filter(|linked| linked.published);
        let documents = documents.map(|it| (&it.document.common, &it.document.source));
        let places = self.archive.places.iter().map(|it| (&it.place.common, &it.place.source));
        let is_from = |alias: &str| {
            alias == address.as_str()
                || (alias.ends_with('/') && address.as_str().starts_with(alias))
        };
        let entry = |(common, source): (&Common, &Arc<Source>)| {
            let alias = common.aliases.iter().find(|alias| is_from(alias))?;
            let span = Some(alias.span.clone());
            Some(AddressPlace { source: source.clone(), span, chosen: true })
        };
        let found = documents.chain(places).find_map(entry);
        found.unwrap_or_else(|| AddressPlace::of(&self.archive.ledger.source()))
    }
}

/// Where a problem with an address is reported.
struct AddressPlace {
    source: Arc<Source>,
    span: Option<Span>,
    /// Whether an editor has chosen the address there; otherwise the program has made it.
    chosen: bool,
}

impl AddressPlace {
    /// A file in which the address was not chosen.
    fn of(source: &Arc<Source>) -> AddressPlace {
        AddressPlace { source: source.clone(), span: None, chosen: false }
    }

    fn problem(&self, code: Code, message: Text, help: Text) -> Problem {
        match &self.span {
            Some(span) => Problem::at(code, &self.source, span.clone(), message, help),
            None => Problem::in_file(code, &self.source, message, help),
        }
    }
}

/// An address as systems that ignore case compare it.
fn lowered(address: &str) -> Cow<'_, str> {
    if address.bytes().any(|byte| byte.is_ascii_uppercase()) {
        address.to_ascii_lowercase().into()
    } else {
        address.into()
    }
}
