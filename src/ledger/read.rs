//! Reading the ledger from its file, `addresses.toml`.

use std::sync::Arc;

use super::entries::{FILE, Ledger, Withdrawal};
use super::rules;
use crate::content::fields::{self, Owner, Table};
use crate::content::{Loaded, RawFile, excerpt, inspect_beside, reason};
use crate::diagnostic::{Code, Problem, Spanned};
use crate::model::{Address, PartialDate};
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
        keys.texts("published").iter().filter_map(|it| address(keys, it)).collect();
    published.sort_by(|a, b| (&a.value, a.span.start).cmp(&(&b.value, b.span.start)));
    published.dedup_by(|a, b| a.value == b.value);
    let withdrawn = keys.tables("withdrawn").iter().filter_map(withdrawal).collect();
    keys.leftovers();
    Ledger { published, withdrawn, ..Ledger::default() }
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

fn withdrawal(keys: &Table<'_>) -> Option<Withdrawal> {
    let address = keys.need("address", keys.text("address")).and_then(|it| address(keys, &it));
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
    keys.leftovers();
    Some(Withdrawal { address: address?, date: date?, decision: decision?, reason: reason? })
}
