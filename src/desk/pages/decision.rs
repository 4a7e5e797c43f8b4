//! A decision to withdraw something that has been published, as a form sends it: written into the ledger,
//! then the file is taken to the versions. Both are done, or neither.

use hyper::StatusCode;
use jiff::civil::Date;

use super::context::Context;
use super::shell::message;
use super::unsaved::unsaved;
use crate::content::{RawFile, written_date};
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::store::Unsaved;
use crate::diagnostic::{Spanned, Text};
use crate::digest::Digest;
use crate::ledger::{self, Ledger, Withdrawal};
use crate::model::{Address, PartialDate};
use crate::text;

/// Where the browser is sent when something has been withdrawn: the list before publishing, which says so.
const WITHDRAWN: &str = "/publicera?_tillbaka=1";

/// The fields of a withdrawal.
pub const FIELDS: [&str; 4] = ["_date", "_decision", "_reason", "_called"];

/// When it was decided, by whom, and why.
pub struct NotedDecision {
    date: Date,
    decision: String,
    reason: String,
}

impl NotedDecision {
    /// What a form says; `None` if any of it is missing, or the date is no whole day.
    pub fn of(fields: &FieldNode) -> Option<NotedDecision> {
        let value = |name| fields.value(name).unwrap_or_default().trim().to_owned();
        let (decision, reason) = (value("_decision"), value("_reason"));
        let date = match written_date(&value("_date"))? {
            PartialDate::Day(day) => day,
            PartialDate::Year(_) | PartialDate::Month(..) => return None,
        };
        let is_whole = !decision.is_empty() && !reason.is_empty();
        is_whole.then_some(NotedDecision { date, decision, reason })
    }

    /// What is to be said when something is missing.
    pub fn missing() -> Text {
        text!(
            "Fyll i en hel dag, beslutet och skälet. Inget drogs tillbaka.",
            "Fill in a whole day, the decision and the reason. Nothing was withdrawn."
        )
    }

    /// The withdrawal of an address by this decision.
    pub fn withdraws(&self, address: &Address) -> Withdrawal {
        Withdrawal {
            address: Spanned::new(address.clone(), 0..0),
            date: self.date,
            decision: self.decision.clone(),
            reason: self.reason.clone(),
            title: None,
            follows_up: Vec::new(),
        }
    }
}

/// What was typed in an attempt that lacked something, for the form that says so.
pub fn typed(fields: &FieldNode, more: &[&str]) -> FieldNode {
    let names = FIELDS.iter().chain(more);
    FieldNode::of(
        names.map(|name| ((*name).to_owned(), fields.value(name).unwrap_or_default().to_owned())),
    )
}

/// The ledger as it is on the disk.
pub struct LedgerFile {
    bytes: Vec<u8>,
    pub ledger: Ledger,
}

impl LedgerFile {
    /// By the file itself: what was read last may be an attempt that failed and was taken back since.
    pub fn read(context: &Context<'_>) -> Result<LedgerFile, Unsaved> {
        let store = &context.state.store;
        let bytes = match store.read(ledger::FILE) {
            Ok(bytes) => bytes,
            Err(why) if store.has(ledger::FILE) => return Err(why),
            Err(_) => Vec::new(),
        };
        let (ledger, _) = ledger::read(&RawFile::new(ledger::FILE, &bytes));
        Ok(LedgerFile { bytes, ledger })
    }

    /// Adds withdrawals, and takes the file that was at the first of them away.
    pub fn withdraw(
        &self,
        context: &Context<'_>,
        withdrawals: &[Withdrawal],
        (path, read): (&str, Digest),
    ) -> Reply {
        let store = &context.state.store;
        let old = &self.bytes;
        let mut rows = if old.ends_with(b"\n") { String::new() } else { "\n".to_owned() };
        for withdrawal in withdrawals {
            ledger::push_withdrawal(&mut rows, withdrawal);
        }
        let new = [old.as_slice(), rows.as_bytes()].concat();
        if let Err(why) = store.save(ledger::FILE, Digest::of(old), &new) {
            return unsaved(context, why);
        }
        match store.remove(path, read) {
            Ok(()) => Reply::see_other(WITHDRAWN)
                .after(path, None)
                .after(ledger::FILE, Some(Digest::of(&new))),
            // Neither the decision nor anything else is left of the attempt.
            Err(why) => match store.save(ledger::FILE, Digest::of(&new), old) {
                Ok(()) => unsaved(context, why).after(ledger::FILE, Some(Digest::of(old))),
                Err(_) => half_done(context).after(ledger::FILE, Some(Digest::of(&new))),
            },
        }
    }
}

/// Takes away a file of which the decision stands in the ledger already.
pub fn finish(context: &Context<'_>, path: &str, read: Digest) -> Reply {
    match context.state.store.remove(path, read) {
        Ok(()) => Reply::see_other(WITHDRAWN).after(path, None),
        Err(why) => unsaved(context, why),
    }
}

/// The page when the decision was noted, but the file could not be taken away.
fn half_done(context: &Context<'_>) -> Reply {
    message(
        context,
        StatusCode::INTERNAL_SERVER_ERROR,
        context.say("Filen ligger kvar", "The file is still here"),
        &[context.say(
            "Beslutet är antecknat, men filen kunde inte tas bort. Stäng de program som har den öppen, gå tillbaka till dokumentet och slutför tillbakadragandet.",
            "The decision is noted, but the file could not be removed. Close the programs that have it open, go back to the document and finish the withdrawal.",
        )],
    )
}
