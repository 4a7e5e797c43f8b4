//! What the ledger demands of a site: every published address must still lead somewhere, and a
//! withdrawn address must be free for the page that says so.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::entries::{Ledger, Withdrawal};
use crate::diagnostic::{Code, Problem, Spanned, Text};
use crate::model::Address;
use crate::nearest::{COMPARED, nearest, slips};
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

/// The problems with withdrawals of addresses that were never published: a page that says that
/// something was taken down there would say what is not so. A ledger without published addresses,
/// as before the first build, does not say what there was.
pub fn unknown(ledger: &Ledger) -> Vec<Problem> {
    if ledger.published.is_empty() {
        return Vec::new();
    }
    let is_known = |address: &Address| {
        ledger.has_published(address) || ledger.standing.binary_search(address).is_ok()
    };
    // A notice about a file is at an address of its own.
    let is_noticed = |address: &Address| {
        Address::parse(&format!("{address}.html")).is_some_and(|notice| is_known(&notice))
    };
    let withdrawn = ledger.withdrawn.iter().map(|withdrawal| &withdrawal.address);
    let unknown = withdrawn.filter(|it| !is_known(&it.value) && !is_noticed(&it.value));
    let problem = |(n, written): (usize, &Spanned<Address>)| {
        let address = &written.value;
        let names = ledger.published.iter().map(|published| published.as_str());
        let near =
            (n < COMPARED).then(|| nearest(address.as_str(), names, slips(address.as_str())));
        let help = match near.flatten() {
            Some(near) => text!("Skriv address = \"{near}\"", "Write address = \"{near}\""),
            None => text!(
                "Skriv adressen som den står under published i samma fil, eller stryk hela stycket [[withdrawn]].",
                "Write the address as it stands under published in the same file, or strike the whole [[withdrawn]]."
            ),
        };
        Problem::at(
            Code::InvalidAddress,
            &ledger.source(),
            written.span.clone(),
            text!(
                "Adressen {address} har aldrig varit publicerad, så det finns inget där att dra tillbaka.",
                "The address {address} has never been published, so there is nothing to withdraw."
            ),
            help,
        )
    };
    unknown.enumerate().map(problem).collect()
}

/// The problem that there is no ledger, or that it is empty, although addresses have been published.
pub(super) fn gone(ledger: &Ledger) -> Problem {
    let count = ledger.standing.len();
    let message = match ledger.source {
        None => text!(
            "Filen addresses.toml finns inte, men webbplatsen har {count} publicerade adresser. Utan den vet programmet inte vilka som måste finnas kvar.",
            "There is no file addresses.toml, but the site has {count} published addresses. Without it the program does not know which must stay."
        ),
        Some(_) => text!(
            "Filen addresses.toml är tom, men webbplatsen har {count} publicerade adresser. Utan listan vet programmet inte vilka som måste finnas kvar.",
            "The file addresses.toml is empty, but the site has {count} published addresses. Without the list the program does not know which must stay."
        ),
    };
    Problem::in_file(Code::AddressLost, &ledger.source(), message, restore())
}

/// The problem that some published addresses are no longer in the ledger, given those that would
/// disappear from the site and the number of the others. Somebody who strikes an address has also
/// removed its page; if the ledger lacks others too, part of it has been lost.
pub fn cut(ledger: &Ledger, lost: &[&Address], others: usize) -> Option<Problem> {
    let first = lost.first().filter(|_| others > 0)?;
    let count = lost.len() + others;
    Some(Problem::in_file(
        Code::AddressLost,
        &ledger.source(),
        text!(
            "I addresses.toml saknas {count} adresser som är publicerade. Några av dem skulle försvinna från webbplatsen, bland andra {first}.",
            "In addresses.toml {count} addresses are missing that have been published. Some of them would disappear from the site, among others {first}."
        ),
        restore(),
    ))
}

fn restore() -> Text {
    text!(
        "Hämta tillbaka filen, ur versionshanteringen eller en säkerhetskopia. En kopia från det senaste bygget kan också finnas i .loftesarkiv/addresses.toml. Ska en adress bort, stryk bara dess rad. Har webbplatsen aldrig legat ute: flytta undan utmappen och bygg igen.",
        "Restore the file, from version control or a backup. There may also be a copy from the last build in .loftesarkiv/addresses.toml. If an address is to go, strike only its line. If the site has never been public: move the output folder away and build again."
    )
}

/// More lost addresses than this are only counted: one cause has then lost them all, and nobody
/// mends more before running the program again.
const MOST_LOST: usize = 200;

/// The problems with published addresses that would no longer lead anywhere: first places, then
/// single pages and files. A place that is gone is one problem, reported at its timeline, not one
/// for each page below it.
pub fn lost(ledger: &Ledger, lost: Vec<&Spanned<Address>>) -> Vec<Problem> {
    // Only places have a page for embedding.
    let embedded = lost.iter().filter_map(|it| it.value.as_str().strip_suffix("embed.html"));
    let embedded: HashSet<&str> = embedded.collect();
    let timelines = lost.iter().filter(|address| {
        let folder = address.value.as_str().strip_suffix("index.html");
        folder.is_some_and(|folder| embedded.contains(folder))
    });
    // Each place that is gone, and how many of its addresses.
    let mut places: BTreeMap<&str, (&Spanned<Address>, usize)> =
        timelines.map(|at| (at.value.as_str().trim_end_matches("index.html"), (*at, 0))).collect();
    let mut single = Vec::new();
    for published in lost {
        let address = published.value.as_str();
        let folders = address.match_indices('/').map(|(at, _)| &address[..=at]);
        match folders.into_iter().find(|folder| places.contains_key(folder)) {
            Some(folder) => {
                if let Some((_, count)) = places.get_mut(folder) {
                    *count += 1;
                }
            }
            None => single.push(published),
        }
    }
    let places = places.into_iter().filter(|(_, (_, count))| *count > 0);
    let (tops, places) = whole_tops(ledger, places.collect());
    let (folders, single) = whole_folders(ledger, single);
    let more = (tops.len() + places.len() + folders.len() + single.len()).saturating_sub(MOST_LOST);
    let mut problems: Vec<Problem> = tops
        .into_iter()
        .map(|(top, lost)| lost_top(ledger, top, &lost))
        .chain(
            places.into_iter().map(|(folder, (at, count))| lost_place(ledger, at, folder, count)),
        )
        .chain(folders.into_iter().map(|(folder, lost)| lost_folder(ledger, folder, &lost)))
        .take(MOST_LOST)
        .collect();
    let room = MOST_LOST - problems.len();
    problems.extend(single.into_iter().take(room).map(|published| lost_address(ledger, published)));
    if let Some(last) = problems.last_mut().filter(|_| more > 0) {
        last.message = last.message.clone().with(&text!(
            " (Ytterligare {more} adresser saknas.)",
            " ({more} more addresses are missing.)"
        ));
    }
    problems
}

/// A place's folder, with its timeline and how many of its addresses are lost.
type LostPlace<'l> = (&'l str, (&'l Spanned<Address>, usize));

/// The folders at the top, such as `kommuner/`, of whose places none is left: somebody has renamed or
/// deleted each as a whole. The places in other folders are returned as they were.
fn whole_tops<'l>(
    ledger: &'l Ledger,
    places: Vec<LostPlace<'l>>,
) -> (BTreeMap<&'l str, Vec<LostPlace<'l>>>, Vec<LostPlace<'l>>) {
    let top = |folder: &'l str| folder.split_inclusive('/').next().filter(|top| *top != folder);
    let mut tops: BTreeMap<&str, Vec<LostPlace<'_>>> = BTreeMap::new();
    for place in &places {
        if let Some(top) = top(place.0) {
            tops.entry(top).or_default().push(*place);
        }
    }
    tops.retain(|_, lost| lost.len() > 1);
    if tops.is_empty() {
        return (tops, places);
    }
    let mut published: HashMap<&str, usize> = HashMap::new();
    for address in &ledger.published {
        let place = address.value.as_str().strip_suffix("embed.html");
        if let Some(top) = place.and_then(top) {
            *published.entry(top).or_default() += 1;
        }
    }
    tops.retain(|top, lost| published.get(top) == Some(&lost.len()));
    let is_other = |place: &LostPlace<'l>| top(place.0).is_none_or(|top| !tops.contains_key(top));
    let places = places.into_iter().filter(is_other).collect();
    (tops, places)
}

fn lost_top(ledger: &Ledger, top: &str, lost: &[LostPlace<'_>]) -> Problem {
    let places = lost.len();
    let pages: usize = lost.iter().map(|(_, (_, count))| count).sum();
    let span = lost.first().map_or(0..0, |(_, (first, _))| first.span.clone());
    Problem::at(
        Code::AddressLost,
        &ledger.source(),
        span,
        text!(
            "I mappen {top} har {places} kommuner eller områden varit publicerade, med {pages} sidor, men inget av dem skulle finnas där längre.",
            "In the folder {top} {places} municipalities or areas have been published, with {pages} pages, but none of them would be there any more."
        ),
        text!(
            "Har mappen i content bytt namn eller flyttats för hand: låt den heta och ligga som förut. Har den tagits bort av misstag: lägg tillbaka den. Ska en kommun eller ett område flyttas: använd ”loftesarkiv move”. Ska allt bort: lägg till [[withdrawn]] för varje sida i addresses.toml.",
            "If the folder in content was renamed or moved by hand: give it back its name and place. If it was removed by mistake: put it back. If a municipality or an area is to move: use “loftesarkiv move”. If everything shall go: add [[withdrawn]] for each page to addresses.toml."
        ),
    )
}

/// A folder, and the lost addresses in it.
type LostFolder<'l> = (&'l str, Vec<&'l Spanned<Address>>);

/// The folders within others, such as those of years, of which nothing that was published is left:
/// somebody has moved or deleted each as a whole. The other addresses are returned as they were.
fn whole_folders<'l>(
    ledger: &Ledger,
    single: Vec<&'l Spanned<Address>>,
) -> (Vec<LostFolder<'l>>, Vec<&'l Spanned<Address>>) {
    let mut folders: BTreeMap<&str, Vec<&Spanned<Address>>> = BTreeMap::new();
    for address in &single {
        folders.entry(address.value.parent()).or_default().push(address);
    }
    let is_inner = |folder: &str| folder.trim_end_matches('/').contains('/');
    folders.retain(|folder, lost| lost.len() > 1 && is_inner(folder));
    let mut published: HashMap<&str, usize> = HashMap::new();
    for address in &ledger.published {
        *published.entry(address.value.parent()).or_default() += 1;
    }
    folders.retain(|folder, lost| {
        // The page of a year leads on to its place when nothing is left in it.
        let index = format!("{folder}index.html");
        let has_own = !lost.iter().any(|address| address.value.as_str() == index);
        let index = Address::parse(&index).is_some_and(|index| ledger.has_published(&index));
        let left = usize::from(has_own && index);
        published.get(folder) == Some(&(lost.len() + left))
    });
    let is_single = |it: &&Spanned<Address>| !folders.contains_key(it.value.parent());
    let single = single.into_iter().filter(is_single).collect();
    (folders.into_iter().collect(), single)
}

fn lost_folder(ledger: &Ledger, folder: &str, lost: &[&Spanned<Address>]) -> Problem {
    let count = lost.len();
    let span = lost.first().map_or(0..0, |first| first.span.clone());
    Problem::at(
        Code::AddressLost,
        &ledger.source(),
        span,
        text!(
            "I mappen {folder} har {count} sidor och filer varit publicerade, men ingen av dem skulle finnas där längre.",
            "In the folder {folder} {count} pages and files have been published, but none of them would be there any more."
        ),
        text!(
            "Har mappen flyttats eller bytt namn för hand: flytta tillbaka den, och använd sedan ”loftesarkiv move”. Har den tagits bort av misstag: lägg tillbaka den. Ska innehållet bort: lägg till [[withdrawn]] i addresses.toml för varje adress. Kom den med av misstag: stryk raderna där.",
            "If the folder was moved or renamed by hand: move it back, and then use “loftesarkiv move”. If it was removed by mistake: put it back. If the contents are to go: add [[withdrawn]] to addresses.toml for each address. If it was added by mistake: strike the lines there."
        ),
    )
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
        match (misspelt(ledger, address), address.as_str().ends_with(".html")) {
            (Some(wrong), _) => text!(
                "Under [[withdrawn]] står {wrong}, som aldrig har varit publicerad. Menades den här? Skriv address = \"{address}\"",
                "Under [[withdrawn]] stands {wrong}, which has never been published. Was this one meant? Write address = \"{address}\""
            ),
            (None, true) => lost_page(address),
            (None, false) => lost_file(),
        },
    )
}

/// The withdrawn address that was probably meant as this one, and was never published itself.
fn misspelt<'l>(ledger: &'l Ledger, address: &Address) -> Option<&'l str> {
    let withdrawn = ledger.withdrawn.iter().map(|it| &it.address.value);
    let unknown = withdrawn.filter(|withdrawn| !ledger.has_published(withdrawn));
    nearest(address.as_str(), unknown.map(Address::as_str), slips(address.as_str()))
}

/// No page can send on from the address of a file that is no page.
fn lost_file() -> Text {
    text!(
        "Lägg tillbaka filen där den låg och med samma namn, och låt ett publicerat dokument hänvisa till den. Har dess mapp flyttats för hand: flytta tillbaka den, och använd sedan ”loftesarkiv move”. Ska filen bort: lägg till [[withdrawn]] med address, date, decision och reason i addresses.toml. Kom den med av misstag: stryk raden där.",
        "Put the file back where it was, under the same name, and let a published document refer to it. If its folder was moved by hand: move it back, and then use “loftesarkiv move”. If the file is to go: add [[withdrawn]] with address, date, decision and reason to addresses.toml. If it was added by mistake: strike the line there."
    )
}

fn lost_page(address: &Address) -> Text {
    text!(
        "Har filen tagits bort av misstag: lägg tillbaka den. Har den eller dess mapp flyttats för hand: flytta tillbaka den, och använd sedan ”loftesarkiv move”, eller skriv aliases = [\"{address}\"] i den nya filen. Ska den bort: lägg till [[withdrawn]] med address, date, decision och reason i addresses.toml. Kom den med av misstag: stryk raden där.",
        "If the file was removed by mistake: put it back. If it or its folder was moved by hand: move it back, and then use “loftesarkiv move”, or write aliases = [\"{address}\"] in the new file. If it is to go: add [[withdrawn]] with address, date, decision and reason to addresses.toml. If it was added by mistake: strike the line there."
    )
}
