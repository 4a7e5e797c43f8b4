//! What is said where something is withdrawn that is in a yearly package: a package is never changed, so it
//! keeps what it holds.

use crate::archive::Archive;
use crate::desk::pages::context::Context;
use crate::diagnostic::Text;
use crate::language::enumerated;
use crate::model::{Address, ContentPath, date_in_text};
use crate::seals::Seal;
use crate::text;

/// What the packages keep of these addresses, and what is to be done; `None` if none is in any.
pub fn kept(context: &Context<'_>, addresses: &[&Address]) -> Option<String> {
    let seals = seals(&context.newest.archive, addresses);
    if seals.is_empty() {
        return None;
    }
    let language = context.language;
    let name = |seal: &&Seal| match seal.received {
        None => seal.name.clone(),
        Some(day) => {
            let (name, day) = (&seal.name, date_in_text(language, day));
            let words = text!(
                "{name} (mottaget av kommunarkivet {day})",
                "{name} (received by the records archive {day})"
            );
            context.words(&words).to_owned()
        }
    };
    let names: Vec<String> = seals.iter().map(name).collect();
    let (count, names) = (names.len(), enumerated(language, &names));
    let words: Text = match count {
        1 => text!(
            "Det ligger kvar i årspaketet {names}: ett paket ändras aldrig. Tala med arkivarien om det ska hållas hemligt eller gallras där också. Är paketet inte lämnat till kommunarkivet än, lämna beslutet tillsammans med det.",
            "It stays in the yearly package {names}: a package is never changed. Ask the archivist whether it is to be kept secret or disposed of there as well. If the package has not been handed over yet, hand over the decision together with it."
        ),
        _ => text!(
            "Det ligger kvar i årspaketen {names}: ett paket ändras aldrig. Tala med arkivarien om det ska hållas hemligt eller gallras där också. Är ett paket inte lämnat till kommunarkivet än, lämna beslutet tillsammans med det.",
            "It stays in the yearly packages {names}: a package is never changed. Ask the archivist whether it is to be kept secret or disposed of there as well. If a package has not been handed over yet, hand over the decision together with it."
        ),
    };
    Some(context.words(&words).to_owned())
}

/// The packages that have what is, or was, at one of these addresses.
fn seals<'c>(archive: &'c Archive, addresses: &[&Address]) -> Vec<&'c Seal> {
    let is_wanted = |own: &Address| addresses.contains(&own);
    let has = |seal: &&Seal| {
        let mut documents = seal.documents.iter().filter_map(|it| Address::parse(&it.address));
        let mut attachments = seal
            .attachments
            .iter()
            .filter_map(|it| Address::of_content(ContentPath::of_site(&it.path.value)?).ok());
        documents.any(|own| is_wanted(&own)) || attachments.any(|own| is_wanted(&own))
    };
    archive.seals.seals.iter().filter(has).collect()
}
