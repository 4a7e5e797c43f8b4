//! Whether what has changed in a published document should be told as a correction: asked where a fact that
//! readers have seen says something else, or is gone, and no correction was written since. Nothing is
//! stopped by it, since a slip of the pen needs none.

use super::super::context::Context;
use super::super::differences::with_the_numbers_of;
use super::super::field_values::{FieldValues, values};
use crate::archive::Linked;
use crate::desk::form::label_of;
use crate::desk::html::Html;
use crate::desk::text::FileText;
use crate::digest::Digest;
use crate::language::enumerated;
use crate::model::Address;
use crate::schema::Owner;
use crate::text;

/// The tables of which an added card changes what was published.
const LISTS: [&str; 2] = ["commitments", "outcomes"];

/// More names of fields than these are not listed.
const MOST_NAMED: usize = 4;

/// How many of the latest versions are looked through for the one that was published.
const MOST_READ: usize = 200;

/// The names of the fields with other facts than those that were published, given the digest of the file
/// that was; none if a correction was added since, or the file that was published is not kept.
fn changed_facts(context: &Context<'_>, linked: &Linked, built: Digest) -> Vec<String> {
    let path = &*linked.document.source.path;
    let store = &context.state.store;
    let mut kept = store.earlier(path).into_iter().take(MOST_READ);
    let then = kept.find_map(|version| {
        let bytes = store.version(path, version.number).ok()?;
        (Digest::of(&bytes) == built).then_some(bytes)
    });
    let now = context.newest.loaded.markdown_at(path);
    let (Some(then), Some(now)) = (then, now) else { return Vec::new() };
    let parts = |bytes: &[u8]| FileText::of_markdown(bytes).ok().map(|text| values(&text));
    let (Some(then), Some(now)) = (parts(&then), parts(&now.bytes)) else { return Vec::new() };
    let owner = Owner::Kind(linked.document.kind);
    let mut names: Vec<String> = Vec::new();
    for name in differing(owner, then, &now) {
        let label = label_of(owner, &name, context.language);
        if !names.contains(&label) {
            names.push(label);
        }
    }
    names
}

/// The names of the fields whose facts differ.
fn differing(owner: Owner, then: FieldValues, now: &FieldValues) -> Vec<String> {
    let then = with_the_numbers_of(now, then);
    let table = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let of_corrections = |values: &FieldValues| -> Vec<String> {
        let own = values.iter().filter(|(name, _)| table(name) == "corrections");
        own.map(|(_, value)| value.clone()).collect()
    };
    if of_corrections(&then) != of_corrections(now) {
        return Vec::new();
    }
    let is_fact = |name: &&String| owner.key(&table(name)).is_none_or(|key| key.is_fact);
    let other = then.keys().filter(|name| then.get(*name) != now.get(*name));
    let is_added = |name: &&String| LISTS.contains(&&*table(name)) && !then.contains_key(*name);
    let added = now.keys().filter(is_added);
    other.chain(added).filter(is_fact).cloned().collect()
}

/// Where the form of a document has an empty correction.
pub fn correction_form(address: &Address) -> String {
    format!("/dokument/{address}?_add=corrections#f-corrections")
}

/// The question, after the title of a document, if facts are not those that were published.
pub fn ask(context: &Context<'_>, linked: &Linked, published: Digest, html: &mut Html) {
    let names = changed_facts(context, linked, published);
    if names.is_empty() {
        return;
    }
    let mut listed: Vec<String> = names.iter().take(MOST_NAMED).cloned().collect();
    if let Some(more) = names.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        let more = text!("{more} till", "{more} more");
        listed.push(context.words(&more).to_owned());
    }
    let names = enumerated(context.language, &listed);
    let words = text!(
        "Ändrat sedan det publicerades: {names}. Ska sidan berätta om det? ",
        "Changed since it was published: {names}. Should the page tell of it? "
    );
    html.open("p", &[("class", "help")]).text(context.words(&words));
    let to = correction_form(&linked.document.address);
    let write = context.say("Skriv en rättelse", "Write a correction");
    html.element("a", &[("href", &to)], write);
    let path = &linked.document.source.path;
    html.text(match context.newest.archive.seals.of_document(path) {
        Some(_) => context.say(
            ". Dokumentet ligger i ett årspaket, så en rättelse behövs också för ett skrivfel.",
            ". The document is in a yearly package, so that even a slip of the pen needs one.",
        ),
        None => context.say(
            ". Rättade du bara ett skrivfel behövs det inte.",
            ". If you only mended a slip of the pen there is no need.",
        ),
    });
    html.close("p");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Kind;

    fn of(pairs: &[(&str, &str)]) -> FieldValues {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_fact_that_says_something_else_is_told_and_what_was_only_added_is_not() {
        let then = of(&[
            ("title", "Löfte"),
            ("commitments.0.id", "a"),
            ("commitments.0.text", "Ljus."),
            ("commitments.1.id", "b"),
            ("commitments.1.text", "Bus."),
            ("draft", "false"),
        ]);
        let differs = |changes: &[(&str, &str)]| {
            let mut now = then.clone();
            now.extend(of(changes));
            differing(Owner::Kind(Kind::Pledge), then.clone(), &now)
        };
        assert!(differs(&[]).is_empty());
        assert!(differs(&[("signed", "2025-02-01"), ("draft", "true")]).is_empty());
        assert_eq!(differs(&[("commitments.0.text", "Mer ljus.")]), ["commitments.0.text"]);
        assert_eq!(differs(&[("title", "Annat")]), ["title"]);
        assert_eq!(differs(&[("outcomes.0.status", "kept")]), ["outcomes.0.status"]);
        let corrected = [("title", "Annat"), ("corrections.0.text", "Titeln var fel.")];
        assert!(differs(&corrected).is_empty());
        // The same cards in another order say the same.
        let turned = [
            ("commitments.0.id", "b"),
            ("commitments.0.text", "Bus."),
            ("commitments.1.id", "a"),
            ("commitments.1.text", "Ljus."),
        ];
        assert!(differs(&turned).is_empty());
    }
}
