//! The part of a document's form that withdraws it.

use super::packed::kept;
use crate::archive::Linked;
use crate::desk::html::Html;
use crate::desk::pages::context::Context;
use crate::desk::pages::decision::FIELDS;
use crate::desk::pages::edited::Edited;
use crate::desk::pages::shell::{begin_error, button, text_field};
use crate::ledger::Ledger;
use crate::model::DocId;

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
    // What was typed in an attempt that lacked something is still there.
    let typed = |name: &str| context.query.value(name).unwrap_or_default();
    let of_file = context.query.get("_file").is_some();
    let begun = !of_file && FIELDS.iter().any(|name| !typed(name).is_empty());
    html.open("details", &[("open", if begun { "yes" } else { "" })]);
    html.element("summary", &[], context.say("Dra tillbaka", "Withdraw"));
    let help = context.say(
        "Sidan ersätts av en som säger att dokumentet har tagits bort, när, av vem och varför. Kommunens eller områdets sida leder dit. Bilagor och bilder som inget annat dokument visar tas bort samtidigt, och tidigare adresser säger samma sak. Dokumentet finns kvar bland tidigare versioner.",
        "The page is replaced by one that says that the document was taken down, when, by whom and why. The page of the municipality or area leads there. Attachments and images that no other document shows are taken down with it, and earlier addresses say the same. The document stays among the earlier versions.",
    );
    html.element("p", &[], help);
    if !linked.follows_up.is_empty() {
        let trace = context.say(
            "På sidan för det som uppföljningen handlar om står sedan att en uppföljning drogs tillbaka, och när. Var den utlovad står det också att den saknas i arkivet.",
            "The page of what it follows up then says that a follow-up was withdrawn, and when. If it was promised, it is also said to be missing from the archive.",
        );
        html.element("p", &[], trace);
    }
    if let Some(kept) = kept(context, &[&linked.document.address]) {
        html.element("p", &[], &kept);
    }
    fields(context, "dra", begun, html);
    // Whoever has sent it once has decided what of it may be kept.
    let title = &linked.document.common.title.value;
    let called = if begun { typed("_called") } else { title };
    let label = context.say(
        "Rubrik som får stå kvar (töm fältet om den inte får det)",
        "Title that may be kept (empty the field if it may not)",
    );
    text_field(html, "dra_called", "_called", label, called);
    button(
        html,
        "_withdraw",
        "1",
        context.say("Dra tillbaka dokumentet", "Withdraw the document"),
        "",
    );
    html.close("details");
}

/// The fields about the decision, whose elements' ids begin with a word; `begun` if they are to hold what
/// was typed in an attempt that lacked something.
pub fn fields(context: &Context<'_>, ids: &str, begun: bool, html: &mut Html) {
    for (name, sv, en) in [
        ("_date", "Dagen för beslutet", "The day of the decision"),
        ("_decision", "Beslut (vem, och vilket nummer)", "Decision (who, and which number)"),
        ("_reason", "Skäl", "Reason"),
    ] {
        let typed = context.query.value(name).filter(|_| begun).unwrap_or_default();
        text_field(html, &format!("{ids}{name}"), name, context.say(sv, en), typed);
    }
}

/// Whether the decision stands in the ledger, but the document was not taken away: the program was
/// ended in between.
pub fn begun(ledger: &Ledger, edited: &Edited) -> bool {
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

pub fn is_published(ledger: &Ledger, edited: &Edited) -> bool {
    edited.has_been_published(ledger) && !edited.is_withdrawn(ledger)
}

pub fn linked<'c>(context: &'c Context<'_>, edited: &Edited) -> Option<(DocId, &'c Linked)> {
    let path = edited.content_path()?;
    let archive = &context.newest.archive;
    let id = archive.document_at(path)?;
    Some((id, archive.document(id)))
}
