//! What the ledger demands of a site: every published address must still lead somewhere, and a
//! withdrawn address must be free for the page that says so.

use super::entries::{Ledger, Withdrawal};
use crate::diagnostic::{Code, Problem, Spanned};
use crate::model::Address;
use crate::text;

/// The problem that a withdrawn address still has a page or file.
pub fn occupied(ledger: &Ledger, withdrawal: &Withdrawal) -> Problem {
    let address = &withdrawal.address.value;
    Problem::at(
        Code::AddressCollision,
        &ledger.source(),
        withdrawal.address.span.clone(),
        text!(
            "Adressen {address} är tillbakadragen, men det finns en sida eller fil där.",
            "The address {address} is withdrawn, but there is a page or file there."
        ),
        text!(
            "Ta bort filen ur content, eller stryk [[withdrawn]] för den i addresses.toml.",
            "Remove the file from content, or strike its [[withdrawn]] from addresses.toml."
        ),
    )
}

/// The problems with published addresses that would no longer lead anywhere: first places, then
/// single pages and files. A place that is gone is one problem, reported at its timeline, not one
/// for each page below it.
pub fn lost(ledger: &Ledger, mut lost: Vec<&Spanned<Address>>) -> Vec<Problem> {
    let mut problems = Vec::new();
    // Only places have a page for embedding.
    let folders: Vec<String> = lost
        .iter()
        .filter_map(|address| Some(address.value.as_str().strip_suffix("embed.html")?.to_owned()))
        .collect();
    for folder in folders {
        let timeline = format!("{folder}index.html");
        let Some(at) = lost.iter().find(|address| address.value.as_str() == timeline) else {
            continue;
        };
        let at = *at;
        let before = lost.len();
        lost.retain(|address| !address.value.as_str().starts_with(&folder));
        problems.push(lost_place(ledger, at, &folder, before - lost.len()));
    }
    problems.extend(lost.into_iter().map(|published| lost_address(ledger, published)));
    problems
}

fn lost_place(ledger: &Ledger, timeline: &Spanned<Address>, folder: &str, count: usize) -> Problem {
    Problem::at(
        Code::AddressLost,
        &ledger.source(),
        timeline.span.clone(),
        text!(
            "Mappen {folder} har varit publicerad, med {count} sidor, men skulle inte finnas där längre.",
            "The folder {folder} has been published, with {count} pages, but would not be there any more."
        ),
        text!(
            "Saknas mappens index.md: lägg tillbaka den. Har mappen bytt namn: skriv aliases = [\"{folder}\"] i dess index.md (”loftesarkiv move” gör det åt dig). Ska mappen bort: lägg till [[withdrawn]] för varje sida i addresses.toml.",
            "If the folder's index.md is missing: put it back. If the folder was renamed: write aliases = [\"{folder}\"] in its index.md (“loftesarkiv move” does it for you). If the folder shall go: add [[withdrawn]] for each page to addresses.toml."
        ),
    )
}

fn lost_address(ledger: &Ledger, published: &Spanned<Address>) -> Problem {
    let address = &published.value;
    Problem::at(
        Code::AddressLost,
        &ledger.source(),
        published.span.clone(),
        text!(
            "Adressen {address} har varit publicerad, men ingen sida skulle finnas där längre.",
            "The address {address} has been published, but no page would be there any more."
        ),
        text!(
            "Har sidan flyttat: skriv aliases = [\"{address}\"] i den nya filen (”loftesarkiv move” gör det åt dig). Ska den bort: lägg till [[withdrawn]] med address, date, decision och reason i addresses.toml. Kom den med av misstag: stryk raden där.",
            "If the page has moved: write aliases = [\"{address}\"] in the new file (“loftesarkiv move” does it for you). If it shall go: add [[withdrawn]] with address, date, decision and reason to addresses.toml. If it was added by mistake: strike the line there."
        ),
    )
}
