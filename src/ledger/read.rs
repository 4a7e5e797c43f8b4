//! Reading the ledger from its file, `addresses.toml`.

use std::sync::Arc;

use super::entries::{FILE, Ledger, Withdrawal};
use super::rules;
use crate::content::fields::{self, Owner, Table};
use crate::content::{Loaded, RawFile, excerpt, inspect_beside, reason};
use crate::diagnostic::{Code, Problem, Spanned};
use crate::model::{Address, ContentPath, PartialDate};
use crate::nearest::{nearest_as, slips};
use crate::text;

/// A site's ledger and its problems; empty if there is none yet.
#[derive(Debug, Clone, Default)]
pub struct ReadLedger {
    pub ledger: Arc<Ledger>,
    /// In order of place.
    pub problems: Vec<Problem>,
}

impl ReadLedger {
    /// Reads the ledger of a loaded site.
    pub fn of(loaded: &Loaded) -> ReadLedger {
        let (mut ledger, mut problems) = loaded.ledger.as_ref().map(read).unwrap_or_default();
        ledger.standing = loaded.standing.clone();
        // What cannot be read is reported as that.
        let is_told = loaded.problems.iter().any(|problem| *problem.source.path == *FILE);
        if !ledger.standing.is_empty()
            && ledger.published.is_empty()
            && problems.is_empty()
            && !is_told
        {
            problems.push(rules::gone(&ledger));
        }
        ReadLedger { ledger: Arc::new(ledger), problems }
    }
}

/// Reads a ledger: what could be read of it, and the problems with the rest.
pub fn read(raw: &RawFile) -> (Ledger, Vec<Problem>) {
    let source = match raw.source() {
        Ok(source) => source,
        Err(problem) => return (Ledger::default(), vec![*problem]),
    };
    let read = fields::read(&source, Owner::Ledger, 0..0, 0..source.text.len(), ledger);
    let (mut ledger, mut problems) = (read.value, read.problems);
    problems.extend(inspect_beside(&source));
    ledger.source = Some(source);
    (ledger, problems)
}

fn ledger(keys: &Table<'_>) -> Ledger {
    let mut published: Vec<_> =
        keys.addresses("published").iter().filter_map(|it| address(keys, it)).collect();
    published.sort_by(|a, b| (&a.value, a.span.start).cmp(&(&b.value, b.span.start)));
    published.dedup_by(|a, b| a.value == b.value);
    let mut packages = keys.addresses("packages");
    packages.sort_by(|a, b| (&a.value, a.span.start).cmp(&(&b.value, b.span.start)));
    packages.dedup_by(|a, b| a.value == b.value);
    let withdrawn = keys.tables("withdrawn");
    let withdrawn = withdrawn.iter().filter_map(|keys| withdrawal(keys, &published)).collect();
    keys.leftovers();
    Ledger { published, packages, withdrawn, ..Ledger::default() }
}

fn address(keys: &Table<'_>, written: &Spanned<String>) -> Option<Spanned<Address>> {
    if let Some(address) = Address::parse(written) {
        return Some(Spanned::new(address, written.span.clone()));
    }
    let shown = excerpt(written);
    keys.report(
        Code::InvalidAddress,
        written.span.clone(),
        text!("”{shown}” är ingen adress.", "“{shown}” is no address."),
        text!(
            "Programmet skriver listan själv. Hämta tillbaka raden som den var, till exempel ur versionshanteringen eller en säkerhetskopia.",
            "The program writes this list itself. Restore the line as it was, such as from version control or a backup."
        ),
    );
    None
}

/// The address of a withdrawal, which the editor writes.
fn withdrawn_address(
    keys: &Table<'_>,
    written: &Spanned<String>,
    published: &[Spanned<Address>],
) -> Option<Spanned<Address>> {
    let meant = meant(written, published);
    // The path of a source or of the output has the form of an address too.
    let is_path = written.starts_with("content/") || written.starts_with("public/");
    if let Some(address) = Address::parse(written).filter(|_| !is_path || meant.is_none()) {
        return Some(Spanned::new(address, written.span.clone()));
    }
    let shown = excerpt(written);
    let help = match meant {
        Some(meant) => text!("Skriv address = \"{meant}\"", "Write address = \"{meant}\""),
        None => text!(
            "Skriv adressen som den står under published i samma fil, utan https:// och utan snedstreck först: address = \"….html\"",
            "Write the address as it stands under published in the same file, without https:// and without a slash first: address = \"….html\""
        ),
    };
    keys.report(
        Code::InvalidAddress,
        written.span.clone(),
        text!("”{shown}” är ingen adress.", "“{shown}” is no address."),
        help,
    );
    None
}

/// The published address that was meant by a web address, a path of a source or a misspelt address.
fn meant<'p>(written: &str, published: &'p [Spanned<Address>]) -> Option<&'p Address> {
    let way = written.split_once("://").map_or(written, |(_, way)| way).replace('\\', "/");
    let way = way.split(['?', '#']).next().unwrap_or("").trim().trim_matches('/');
    let of_source = ContentPath::of_site(way).map(Address::of_content).and_then(Result::ok);
    let way = of_source.as_ref().map_or(way, Address::as_str);
    let is_end = |address: &&Spanned<Address>| {
        let before = way.strip_suffix(address.as_str());
        before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    let ends = published.iter().filter(is_end).max_by_key(|address| address.as_str().len());
    let near = || {
        let names = published.iter().map(|address| address.as_str());
        let nearest = nearest_as(&way.to_lowercase(), names, str::to_owned, slips(way))?;
        published.iter().find(|address| address.as_str() == nearest)
    };
    ends.or_else(near).map(|address| &address.value)
}

fn withdrawal(keys: &Table<'_>, published: &[Spanned<Address>]) -> Option<Withdrawal> {
    let address = keys.need("address", keys.text("address"));
    let address = address.and_then(|it| withdrawn_address(keys, &it, published));
    let date = keys.need("date", keys.date("date")).and_then(|date| match date.value {
        PartialDate::Day(day) => Some(day),
        _ => {
            keys.report(
                Code::InvalidDate,
                date.span,
                text!(
                    "Dagen för beslutet behövs, inte bara månad eller år.",
                    "The day of the decision is needed, not only its month or year."
                ),
                text!(
                    "Skriv hela dagen: date = ÅÅÅÅ-MM-DD",
                    "Write the whole day: date = YYYY-MM-DD"
                ),
            );
            None
        }
    });
    let decision = keys.need("decision", keys.string("decision"));
    let reason = reason(keys, "reason");
    let title = keys.string("title");
    let follows_up = keys.addresses("follows_up");
    let follows_up = follows_up.iter().filter_map(|it| withdrawn_address(keys, it, published));
    let follows_up = follows_up.map(|it| it.value).collect();
    keys.leftovers();
    Some(Withdrawal {
        address: address?,
        date: date?,
        decision: decision?,
        reason: reason?,
        title,
        follows_up,
    })
}
