//! The line above a form: what the file is, whether it is published, where it is seen, and what can be
//! begun from it.

use crate::desk::html::Html;
use crate::desk::pages::approvals::{Approved, approved};
use crate::desk::pages::context::Context;
use crate::desk::pages::edited::Edited;
use crate::desk::pages::parts::attachments::{WithdrawableFile, WithdrawableState};
use crate::desk::pages::wrong::hindering;
use crate::language::capitalised;
use crate::schema::Owner;

fn has_errors(context: &Context<'_>, edited: &Edited) -> bool {
    hindering(context, &edited.path).next().is_some()
}

/// Writes it.
pub fn show(
    context: &Context<'_>,
    edited: &Edited,
    (owner, withdrawable): (Owner, &[WithdrawableFile]),
    html: &mut Html,
) {
    let Owner::Kind(kind) = owner else { return };
    html.open("p", &[("class", "about")]);
    let name = kind.facts().name.in_language(context.language);
    html.text(&capitalised(name)).text(". ");
    let archive = &context.newest.archive;
    let id = edited.content_path().and_then(|path| archive.document_at(path));
    let linked = id.map(|id| archive.document(id));
    let mut files = context.newest.sources.content.files.iter();
    let own = files.find(|file| *file.source.path == *edited.path);
    // A document with errors is not in the archive, but says whether it is a draft.
    if let Some(own) = own.filter(|_| !kind.is_place()) {
        let has_been = edited.has_been_published(&archive.ledger);
        html.text(match (own.draft, has_been) {
            (true, true) => context.say(
                "Utkast, men publicerat tidigare: sidan ligger kvar på webben, och inget annat kan publiceras förrän du väljer Nej under Utkast eller drar tillbaka dokumentet. ",
                "Draft, but published before: its page is still on the web, and nothing else can be published until you choose No under Draft or withdraw the document. ",
            ),
            (true, false) => context.say("Utkast, visas bara här. ", "Draft, shown only here. "),
            (false, _) if has_errors(context, edited) => context.say(
                "Inte ett utkast, men har fel som hindrar att något nytt publiceras. ",
                "Not a draft, but with errors that stop anything new from being published. ",
            ),
            (false, true) => context.say(
                "Publicerat. Det som ändras kommer med nästa gång du publicerar. ",
                "Published. What is changed comes along the next time you publish. ",
            ),
            (false, false) => context.say(
                "Klart, men inte publicerat än: det kommer med nästa gång du publicerar. ",
                "Ready, but not published yet: it comes along the next time you publish. ",
            ),
        });
    }
    if withdrawable.iter().any(|file| file.state == WithdrawableState::Unnamed) {
        let words = context.say(
            "En publicerad fil är borttagen ur dokumentet, och tills den är tillbaka eller har dragits tillbaka kan inget publiceras",
            "A published file was taken out of the document, and until it is back or has been withdrawn nothing can be published",
        );
        html.element("a", &[("href", "#dra-fil")], words).text(". ");
    }
    if approved(context, &edited.path) == Approved::Earlier {
        let words = context
            .say("Ändrat sedan godkännandet antecknades", "Changed since the approval was noted");
        html.element("a", &[("href", "#granskning")], words).text(". ");
    }
    let to = format!("{}/{}", context.state.pages, edited.address);
    html.element("a", &[("href", &to)], context.say("Visa sidan", "Show the page"));
    if linked.is_some_and(|linked| linked.document.commitments().is_some()) {
        html.text(" · ");
        let to = format!("/nytt?kind=follow-up&of={}", edited.address);
        html.element("a", &[("href", &to)], context.say("Följ upp", "Follow up"));
    }
    if kind.is_archive() {
        html.text(" · ");
        let to = format!("/nytt?kind={}&from={}", kind.as_str(), edited.address);
        let next = context.say("Nästa års, med det här som grund", "Next year's, from this");
        html.element("a", &[("href", &to)], next);
    }
    html.close("p");
}
