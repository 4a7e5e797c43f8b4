//! Withdrawing what has been published: a decision, a date and a reason go into the ledger, so that a
//! page at the address says so, and the document goes to the versions. What refers to it comes first.

use hyper::StatusCode;

use super::Context;
use super::document::{refused, refused_for};
use super::edited::Edited;
use super::saving::unsaved;
use super::shell::{begin_error, button, message, text_field};
use crate::archive::{LinkTarget, Linked};
use crate::content::{RawFile, written_date};
use crate::desk::fields::FieldNode;
use crate::desk::form::title_of;
use crate::desk::html::Html;
use crate::desk::server::Reply;
use crate::digest::Digest;
use crate::ledger::{self, Ledger};
use crate::model::{DocId, PartialDate};
use crate::schema::Relation;
use crate::text;
use crate::toml_text::basic;

/// The status when a withdrawal cannot be made as it was asked for.
const UNFIT: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The part of a document's form that withdraws it, if it has been published.
pub fn form(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    let ledger = &context.newest.archive.ledger;
    if begun(ledger, edited) {
        unfinished(context, html);
        return;
    }
    let Some((_, linked)) = linked(context, edited).filter(|_| is_published(ledger, edited)) else {
        return;
    };
    html.open("details", &[]);
    html.element("summary", &[], context.say("Dra tillbaka", "Withdraw"));
    let help = context.say(
        "Sidan ersätts av en som säger att dokumentet har tagits bort, när, av vem och varför. Kommunens eller områdets sida leder dit. Dokumentet finns kvar bland tidigare versioner.",
        "The page is replaced by one that says that the document was taken down, when, by whom and why. The page of the municipality or area leads there. The document stays among the earlier versions.",
    );
    html.element("p", &[], help);
    if !linked.follows_up.is_empty() {
        let trace = context.say(
            "Det som uppföljningen handlar om säger sedan inget om den: var den utlovad står det att den saknas i arkivet. Behöver läsaren veta att den har funnits, skriv det i löptexten där.",
            "What it follows up then says nothing of it: if it was promised, it is said to be missing from the archive. If readers need to know that there was one, write it in the running text there.",
        );
        html.element("p", &[], trace);
    }
    for (name, sv, en) in [
        ("_date", "Dagen för beslutet", "The day of the decision"),
        ("_decision", "Beslut (vem, och vilket nummer)", "Decision (who, and which number)"),
        ("_reason", "Skäl", "Reason"),
    ] {
        let id = format!("dra{name}");
        text_field(html, &id, name, context.say(sv, en), "");
    }
    button(
        html,
        "_withdraw",
        "1",
        context.say("Dra tillbaka dokumentet", "Withdraw the document"),
        "",
    );
    html.close("details");
}

/// Whether the decision stands in the ledger, but the document was not taken away: the program was
/// ended in between.
fn begun(ledger: &Ledger, edited: &Edited) -> bool {
    edited.content_path().is_some() && edited.is_withdrawn(ledger)
}

fn unfinished(context: &Context<'_>, html: &mut Html) {
    begin_error(html, false);
    let words = context.say(
        "Beslutet att dra tillbaka dokumentet är antecknat, men dokumentet ligger kvar. Webbplatsen kan inte byggas förrän det är borta.",
        "The decision to withdraw the document is noted, but the document is still here. The site cannot be built until it is gone.",
    );
    html.element("p", &[], words);
    let finish = context.say("Slutför tillbakadragandet", "Finish the withdrawal");
    button(html, "_withdraw", "1", finish, "main");
    html.close("div");
}

fn is_published(ledger: &Ledger, edited: &Edited) -> bool {
    edited.has_been_published(ledger) && !edited.is_withdrawn(ledger)
}

fn linked<'c>(context: &'c Context<'_>, edited: &Edited) -> Option<(DocId, &'c Linked)> {
    let path = edited.content_path()?;
    let archive = &context.newest.archive;
    let id = archive.document_at(path)?;
    Some((id, archive.document(id)))
}

/// Withdraws a document.
pub fn withdraw(context: &Context<'_>, edited: &Edited, fields: &FieldNode) -> Reply {
    let store = &context.state.store;
    let old = match store.read(ledger::FILE) {
        Ok(old) => old,
        Err(why) if store.has(ledger::FILE) => return unsaved(context, why),
        Err(_) => Vec::new(),
    };
    // By the file itself: what was read last may be an attempt that failed and was taken back since.
    let (ledger, _) = ledger::read(&RawFile::new(ledger::FILE, &old));
    if begun(&ledger, edited) {
        return match store.remove(&edited.path, Digest::of(&edited.bytes)) {
            Ok(()) => Reply::see_other("/publicera").after(edited.path.clone(), None),
            Err(why) => unsaved(context, why),
        };
    }
    let value = |name| fields.value(name).unwrap_or_default().trim().to_owned();
    let (date, decision, reason) = (value("_date"), value("_decision"), value("_reason"));
    let day = written_date(&date).and_then(|date| match date {
        PartialDate::Day(day) => Some(day),
        PartialDate::Year(_) | PartialDate::Month(..) => None,
    });
    let Some(day) = day.filter(|_| !decision.is_empty() && !reason.is_empty()) else {
        let words = text!(
            "Fyll i en hel dag, beslutet och skälet. Inget drogs tillbaka.",
            "Fill in a whole day, the decision and the reason. Nothing was withdrawn."
        );
        return refused(context, edited, UNFIT, &[words]);
    };
    let Some((id, linked)) = linked(context, edited).filter(|_| is_published(&ledger, edited))
    else {
        let words = text!(
            "Bara ett publicerat dokument kan dras tillbaka.",
            "Only a published document can be withdrawn."
        );
        return refused(context, edited, UNFIT, &[words]);
    };
    let referring = referring(context, id);
    if !referring.is_empty() {
        let words = text!(
            "Andra dokument hänvisar hit. Ta bort hänvisningarna först. Inget drogs tillbaka.",
            "Other documents refer to this one. Remove the references first. Nothing was withdrawn."
        );
        return refused_for(context, edited, UNFIT, &[words], &referring);
    }
    let end = if old.ends_with(b"\n") { "" } else { "\n" };
    let row = format!(
        "{end}\n[[withdrawn]]\naddress = {}\ndate = {day}\ndecision = {}\nreason = {}\n",
        basic(linked.document.address.as_str()),
        basic(&decision),
        basic(&reason)
    );
    let new = [old.as_slice(), row.as_bytes()].concat();
    if let Err(why) = store.save(ledger::FILE, Digest::of(&old), &new) {
        return unsaved(context, why);
    }
    match store.remove(&edited.path, Digest::of(&edited.bytes)) {
        Ok(()) => Reply::see_other("/publicera")
            .after(edited.path.clone(), None)
            .after(ledger::FILE, Some(Digest::of(&new))),
        // Neither the decision nor anything else is left of the attempt.
        Err(why) => match store.save(ledger::FILE, Digest::of(&new), &old) {
            Ok(()) => unsaved(context, why).after(ledger::FILE, Some(Digest::of(&old))),
            Err(_) => half_done(context).after(ledger::FILE, Some(Digest::of(&new))),
        },
    }
}

/// The page when the decision was noted, but the document could not be taken away.
fn half_done(context: &Context<'_>) -> Reply {
    message(
        context,
        StatusCode::INTERNAL_SERVER_ERROR,
        context.say("Dokumentet ligger kvar", "The document is still here"),
        &[context.say(
            "Beslutet är antecknat, men filen kunde inte tas bort. Stäng de program som har den öppen, gå tillbaka till dokumentet och slutför tillbakadragandet.",
            "The decision is noted, but the file could not be removed. Close the programs that have it open, go back to the document and finish the withdrawal.",
        )],
    )
}

/// The titles of the documents that refer to one.
fn referring(context: &Context<'_>, id: DocId) -> Vec<String> {
    let refers = |linked: &Linked| {
        Relation::ALL.iter().any(|relation| linked.targets(*relation).contains(&id))
            || linked
                .links
                .iter()
                .any(|link| matches!(link, LinkTarget::Document(to, _) if *to == id))
    };
    let documents = context.newest.archive.documents.iter();
    documents.filter(|linked| refers(linked)).map(|it| title_of(it, context.language)).collect()
}
