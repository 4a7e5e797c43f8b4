//! Undoing a withdrawal that no reader has seen: as long as the built site still has the document at
//! its address, the decision can be struck from the ledger and the document put back. Once the site has
//! been built the address says for ever that it was withdrawn.

use std::collections::BTreeSet;

use hyper::StatusCode;
use toml_edit::{DocumentMut, Item, Table};

use super::context::Context;
use super::shell::message;
use super::unsaved::unsaved;
use super::withdrawn_with::named_in;
use crate::archive::Drafts;
use crate::desk::exchange::Reply;
use crate::desk::text::FileText;
use crate::digest::Digest;
use crate::host;
use crate::ledger;
use crate::model::Address;

/// Whether what was withdrawn is still in the built site as it was.
pub fn can_be_undone(context: &Context<'_>, address: &Address) -> bool {
    let place = context.session(Drafts::Hidden).output.join(address.as_str());
    match address.as_str().ends_with(".html") {
        true => host::title_of(&place).is_some(),
        false => place.is_file(),
    }
}

/// Where what was brought back is seen: an attachment has no page of its own.
pub fn page_of(address: &Address, path: &str) -> String {
    match path.ends_with(".md") {
        true => format!("/dokument/{address}"),
        false => "/borttagna?_gjort=tillbaka".to_owned(),
    }
}

/// Puts the document back, and strikes the decision. If the program is ended in between, the decision
/// stands and the document is there, which its page says and finishes.
pub fn undo(context: &Context<'_>, address: &Address, path: &str, document: &[u8]) -> Reply {
    let store = &context.state.store;
    let old = match store.read(ledger::FILE) {
        Ok(old) => old,
        Err(why) => return unsaved(context, why),
    };
    let Some(new) = struck(&old, address.as_str(), &named_in(path, document)) else {
        return message(
            context,
            StatusCode::CONFLICT,
            context.say("Inget hämtades tillbaka", "Nothing was brought back"),
            &[context.say(
                "Beslutet att dra tillbaka dokumentet går inte att stryka härifrån.",
                "The decision to withdraw the document cannot be struck from here.",
            )],
        );
    };
    if let Err(why) = store.create(path, document) {
        return unsaved(context, why);
    }
    match store.save(ledger::FILE, Digest::of(&old), &new) {
        Ok(()) => Reply::see_other(page_of(address, path))
            .after(path, Some(Digest::of(document)))
            .after(ledger::FILE, Some(Digest::of(&new))),
        Err(why) => match store.take_back(path, Digest::of(document)) {
            Ok(()) => unsaved(context, why),
            Err(_) => unsaved(context, why).after(path, Some(Digest::of(document))),
        },
    }
}

/// The ledger without the decision about an address, and about what was withdrawn by the same decision
/// of what the document names; `None` if it cannot be read or has none.
fn struck(bytes: &[u8], address: &str, named: &BTreeSet<Address>) -> Option<Vec<u8>> {
    let text = FileText::of_toml(bytes).ok()?;
    let mut toml: DocumentMut = text.toml().parse().ok()?;
    let decisions = toml.get_mut("withdrawn")?.as_array_of_tables_mut()?;
    let of = |decision: &Table| {
        let words = ["date", "decision", "reason"]
            .map(|key| decision.get(key).map(|item| item.to_string().trim().to_owned()));
        (decision.get("address").and_then(Item::as_str).unwrap_or_default().to_owned(), words)
    };
    let decided = decisions.iter().map(of).find(|(of, _)| of == address)?;
    decisions.retain(|decision| {
        let (of, words) = of(decision);
        let with = Address::parse(&of).is_some_and(|of| named.contains(&of));
        of != address && !(with && words == decided.1)
    });
    if decisions.is_empty() {
        toml.remove("withdrawn");
    }
    Some(text.with(Some(&toml.to_string()), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_decision_is_struck_and_the_rest_stays() {
        let one = |address: &str| {
            format!(
                "\n[[withdrawn]]\naddress = \"{address}\"\ndate = 2026-11-01\ndecision = \"§ 1\"\nreason = \"x\"\n"
            )
        };
        let rest = "# Vår lista.\npublished = [\n  \"a.html\",\n  \"b.html\",\n] # slut\n";
        let both = format!("{rest}{}{}", one("a.html"), one("b.html"));
        let without = |text: &str, address: &str| {
            struck(text.as_bytes(), address, &BTreeSet::new())
                .map(|it| String::from_utf8(it).expect("text"))
        };
        let alone = format!("{rest}{}", one("a.html"));
        assert_eq!(without(&both, "b.html"), Some(alone.clone()));
        assert_eq!(without(&alone, "a.html").as_deref(), Some(rest));
        let windows = alone.replace('\n', "\r\n");
        assert_eq!(without(&windows, "a.html"), Some(rest.replace('\n', "\r\n")));
        assert_eq!(without(&both, "c.html"), None);
        assert_eq!(without(rest, "a.html"), None);
        // What the document names goes with it, if it was withdrawn by the same decision.
        let names = |address: &str| BTreeSet::from([Address::made(address.to_owned())]);
        let with = struck(both.as_bytes(), "b.html", &names("a.html"));
        assert_eq!(with.as_deref(), Some(rest.as_bytes()));
        let others = both.replacen("§ 1", "§ 2", 1);
        let with = struck(others.as_bytes(), "b.html", &names("a.html"));
        assert_eq!(with, Some(alone.replace("§ 1", "§ 2").into_bytes()));
    }
}
