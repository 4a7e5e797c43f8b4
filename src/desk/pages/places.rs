//! The places with their documents, on the start of the desk: also those documents of which too little
//! can be read for the archive, since somebody has begun them.

use super::approvals::{Approved, approved};
use super::context::Context;
use super::shell::link;
use super::wrong::{hindrances, title_or_kind, told};
use crate::archive::{Linked, LinkedPlace};
use crate::content::ParsedFile;
use crate::desk::html::Html;
use crate::diagnostic::Problem;
use crate::model::{Address, ContentPath, DocId};
use crate::schema::Kind;

/// How many places have their documents listed; those of others are on a page of their own.
const MOST_PLACES: usize = 30;

/// All places.
pub fn places(context: &Context<'_>, html: &mut Html) {
    let archive = &context.newest.archive;
    html.open("section", &[("class", "places")]);
    html.element("h2", &[], context.say("Kommuner och områden", "Municipalities and areas"));
    if archive.places.is_empty() {
        html.open("p", &[]);
        html.text(
            context
                .say("Arkivet har inga kommuner än. ", "The archive has no municipalities yet. "),
        );
        let first = context.say("Lägg till den första", "Add the first");
        html.element("a", &[("href", "/nytt")], first).text(".").close("p");
    }
    let broken = broken(context);
    let few = archive.places.len() <= MOST_PLACES;
    if !few {
        html.open("ul", &[]);
    }
    for linked in archive.places.iter() {
        let place = &linked.place;
        let listed = DocumentRows::of_place(context, &broken, linked);
        let count = listed.count();
        if few {
            html.open("details", &[]);
            html.element("summary", &[], &format!("{} ({count})", place.common.title.value));
            listed.show(context, html);
            about(context, linked, html);
            html.close("details");
        } else {
            html.open("li", &[]);
            let to = format!("/?plats={}", place.address);
            html.element("a", &[("href", &to)], &place.common.title.value);
            html.text(&format!(" ({count})")).close("li");
        }
    }
    if !few {
        html.close("ul");
    }
    let others = DocumentRows::of_no_place(context, &broken);
    if others.count() > 0 {
        html.open("details", &[]);
        let pages = match others.unread.is_empty() {
            true => context.say("Sidor", "Pages"),
            false => context.say("Sidor och övrigt", "Pages and others"),
        };
        html.element("summary", &[], &format!("{pages} ({})", others.count()));
        others.show(context, html);
        html.close("details");
    }
    html.close("section");
}

/// One place; all of them if there is none at this address.
pub fn of_place(context: &Context<'_>, address: &str, html: &mut Html) {
    let archive = &context.newest.archive;
    let found = archive.places.iter().find(|linked| linked.place.address.as_str() == address);
    let Some(linked) = found else { return places(context, html) };
    html.element("h2", &[], &linked.place.common.title.value);
    DocumentRows::of_place(context, &broken(context), linked).show(context, html);
    about(context, linked, html);
}

fn about(context: &Context<'_>, linked: &LinkedPlace, html: &mut Html) {
    html.open("p", &[]);
    let about = context.say("Kommunens eller områdets egna uppgifter", "About the place");
    link(html, Some(&linked.place.address), "", about);
    html.close("p");
}

/// A file of which too little can be read for the archive, and what hinders it.
type UnreadFile<'c> = (&'c ParsedFile, Option<&'c Problem>);

/// The documents of a place.
struct DocumentRows<'c> {
    /// The latest first.
    documents: Vec<&'c Linked>,
    /// Those that the archive does not have, with what hinders them.
    unread: Vec<UnreadFile<'c>>,
}

impl<'c> DocumentRows<'c> {
    fn of_place(
        context: &Context<'c>,
        broken: &[UnreadFile<'c>],
        linked: &LinkedPlace,
    ) -> DocumentRows<'c> {
        let own = linked.place.folder();
        let unread = broken.iter().copied().filter(|(file, _)| file.is_of(own)).collect();
        DocumentRows::of(context, &linked.documents, unread)
    }

    /// Pages, and what is of no place.
    fn of_no_place(context: &Context<'c>, broken: &[UnreadFile<'c>]) -> DocumentRows<'c> {
        let archive = &context.newest.archive;
        let all = archive.documents.iter().enumerate();
        let pages: Vec<DocId> = all
            .filter(|(_, linked)| linked.document.kind == Kind::Page)
            .map(|(n, _)| DocId::nth(n))
            .collect();
        let of_a_place = |file: &ParsedFile| {
            archive.places.iter().any(|linked| file.is_of(linked.place.folder()))
        };
        let unread = broken.iter().copied().filter(|(file, _)| !of_a_place(file)).collect();
        DocumentRows::of(context, &pages, unread)
    }

    fn of(context: &Context<'c>, ids: &[DocId], unread: Vec<UnreadFile<'c>>) -> DocumentRows<'c> {
        let newest = context.newest;
        let mut documents: Vec<&Linked> =
            ids.iter().map(|id| newest.archive.document(*id)).collect();
        documents.sort_by_key(|linked| std::cmp::Reverse(year(linked)));
        DocumentRows { documents, unread }
    }

    fn count(&self) -> usize {
        self.documents.len() + self.unread.len()
    }

    fn show(&self, context: &Context<'_>, html: &mut Html) {
        if self.count() == 0 {
            html.element("p", &[], context.say("Inga dokument än.", "No documents yet."));
            return;
        }
        html.open("table", &[]);
        html.open("thead", &[]).open("tr", &[]);
        for (sv, en) in
            [("Dokument", "Document"), ("Typ", "Kind"), ("År", "Year"), ("Läge", "State")]
        {
            html.element("th", &[("scope", "col")], context.say(sv, en));
        }
        html.close("tr").close("thead").open("tbody", &[]);
        for (file, wrong) in &self.unread {
            unread(context, file, *wrong, html);
        }
        for linked in &self.documents {
            document(context, linked, html);
        }
        html.close("tbody").close("table");
    }
}

/// The files of which too little can be read for the archive.
fn broken<'c>(context: &Context<'c>) -> Vec<UnreadFile<'c>> {
    let files = context.newest.sources.content.files.iter();
    let mut broken = files.map(|file| &**file).filter(|file| file.is_broken()).peekable();
    if broken.peek().is_none() {
        return Vec::new();
    }
    let hindrances = hindrances(context.status);
    broken.map(|file| (file, hindrances.get(&*file.source.path).copied())).collect()
}

fn year(linked: &Linked) -> Option<i16> {
    linked.effective.map(|effective| effective.date.calendar_year())
}

fn document(context: &Context<'_>, linked: &Linked, html: &mut Html) {
    let document = &linked.document;
    html.open("tr", &[]).open("td", &[]);
    link(html, Some(&document.address), "", &document.common.title.value);
    html.close("td");
    html.element("td", &[], document.kind.facts().name.in_language(context.language));
    html.element("td", &[], &year(linked).map(|year| year.to_string()).unwrap_or_default());
    let state = match document.common.draft {
        true => context.say("Utkast", "Draft"),
        false if context.newest.archive.ledger.has_published(&document.address) => {
            context.say("Publicerat", "Published")
        }
        false => context.say("Klart, inte publicerat än", "Ready, not published yet"),
    };
    html.open("td", &[]).text(state);
    if approved(context, &document.source.path) == Approved::Earlier {
        let words = context.say("Ändrat sedan godkännandet", "Changed since the approval");
        html.text(". ").element(
            "a",
            &[("href", &format!("/dokument/{}#granskning", document.address))],
            words,
        );
    }
    html.close("td").close("tr");
}

/// The row of a file that the archive does not have, with what is wrong with it.
fn unread(context: &Context<'_>, file: &ParsedFile, wrong: Option<&Problem>, html: &mut Html) {
    let path = &*file.source.path;
    let content = ContentPath::of_source(&file.source);
    html.open("tr", &[]).open("td", &[]);
    let address = Address::of_content(content).ok();
    link(html, address.as_ref(), path, &title_or_kind(context, file));
    html.close("td");
    let kind = file.kind().map(|kind| kind.facts().name.in_language(context.language));
    html.element("td", &[], kind.unwrap_or_default());
    html.element("td", &[], content.home().1);
    let state = match file.draft {
        true => context.say("Utkast.", "Draft."),
        false => context.say("Hindrar publicering.", "Stops publication."),
    };
    let wrong = wrong.map(|problem| told(context, problem));
    let state = format!("{state} {}", wrong.unwrap_or_default());
    html.element("td", &[], state.trim_end()).close("tr");
}
