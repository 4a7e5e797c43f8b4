//! The page of one file: its form, or its text if the form cannot be made.

use hyper::StatusCode;
use toml_edit::Document;

use super::Context;
use super::shell::{MenuPart, begin_form, button, message, page};
use crate::desk::fields::{FieldNode, cards};
use crate::desk::form::{Choices, FormSource, Mistakes, added, groups};
use crate::desk::html::Html;
use crate::desk::server::Reply;
use crate::desk::text::{FileText, whole_text, words};
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::language::capitalised;
use crate::model::{Address, ContentPath};
use crate::schema::{Kind, Owner};

/// A file that is edited.
pub struct Edited {
    /// Relative to the site's folder.
    pub path: String,
    /// As in the address of its page in the desk.
    pub address: String,
    pub bytes: Vec<u8>,
    /// Of the file on the disk, which `bytes` are unless they could not be saved.
    pub read: Digest,
}

impl Edited {
    /// The file whose page has this address; a place may be given without `index.html`.
    pub fn find(context: &Context<'_>, address: &str) -> Option<Edited> {
        let mut address = address.to_owned();
        if address.is_empty() || address.ends_with('/') {
            address.push_str("index.html");
        }
        let path = match &*address {
            "site.toml" => "site.toml".to_owned(),
            wanted => {
                let mut paths =
                    context.newest.sources.content.files.iter().map(|file| &*file.source.path);
                paths.find(|path| address_of(path).is_some_and(|it| it == wanted))?.to_owned()
            }
        };
        let bytes = context.state.store.read(&path).ok()?;
        let read = Digest::of(&bytes);
        Some(Edited { path, address, bytes, read })
    }

    /// The digest that a form must have been made from.
    pub fn version(&self) -> String {
        self.read.to_string()
    }

    /// Whether a form was made from the file as it is.
    pub fn is_of(&self, fields: &FieldNode) -> bool {
        fields.value("_version") == Some(&*self.version())
    }

    /// The document that once was at this address, and has been moved.
    pub fn once_at(context: &Context<'_>, address: &str) -> Option<Edited> {
        let mut documents = context.newest.archive.documents.iter().map(|linked| &linked.document);
        let moved = documents.find(|document| {
            document.common.aliases.iter().any(|alias| alias.value.as_str() == address)
        })?;
        Edited::find(context, moved.address.as_str())
    }

    pub fn content_path(&self) -> Option<ContentPath<'_>> {
        ContentPath::of_site(&self.path)
    }

    /// Its parts.
    pub fn text(&self) -> Option<FileText> {
        self.text_of(&self.bytes)
    }

    /// The parts of other bytes of the same file.
    pub fn text_of(&self, bytes: &[u8]) -> Option<FileText> {
        let text = match self.content_path() {
            Some(_) => FileText::of_markdown(bytes),
            None => FileText::of_toml(bytes),
        };
        text.ok()
    }

    /// Whose keys it has; `None` if its kind cannot be read, so that there is no form for it.
    pub fn owner(&self, toml: &Document<String>) -> Option<Owner> {
        if self.content_path().is_none() {
            return Some(Owner::Settings);
        }
        let kind = toml.as_table().get("kind").and_then(toml_edit::Item::as_str)?;
        Kind::parse(kind.trim()).map(Owner::Kind)
    }

    /// Whose keys it has as far as is known.
    pub fn known_owner(&self) -> Owner {
        let toml = self.text().and_then(|text| Document::parse(text.toml()).ok());
        toml.and_then(|toml| self.owner(&toml)).unwrap_or(Owner::Unknown)
    }

    /// Whether it is a draft that was never published.
    pub fn is_draft(&self, context: &Context<'_>) -> bool {
        let archive = &context.newest.archive;
        let mut files = context.newest.sources.content.files.iter();
        let own = files.find(|file| *file.source.path == *self.path);
        let published = Address::parse(&self.address)
            .is_some_and(|address| archive.ledger.has_published(&address));
        own.is_some_and(|file| file.draft) && !published
    }

    /// Whether it can be removed: a draft, or a place of which nothing has been published and in whose
    /// folder nothing else is.
    pub fn can_be_removed(&self, context: &Context<'_>) -> bool {
        self.is_draft(context) || self.is_unused_place(context)
    }

    fn is_unused_place(&self, context: &Context<'_>) -> bool {
        let Some(path) = self.content_path().filter(|path| path.is_index()) else { return false };
        let is_place = matches!(self.known_owner(), Owner::Kind(kind) if kind.is_place());
        let folder = path.parent();
        let ledger = &context.newest.archive.ledger;
        let published = Address::folder(folder).is_ok_and(|it| ledger.has_published_in(&it));
        let mut files = context.newest.sources.content.files.iter();
        let others = files.any(|file| {
            let own = ContentPath::of_source(&file.source);
            own != path && own.is_inside(folder)
        });
        is_place && !published && !others
    }

    /// The attachments and images of a draft that no other document names and that have not been
    /// published, by path in the site's folder.
    pub fn files_of_its_own(&self, context: &Context<'_>) -> Vec<String> {
        let (Some(path), Some(text)) = (self.content_path(), self.text()) else {
            return Vec::new();
        };
        let Ok(toml) = Document::parse(text.toml()) else { return Vec::new() };
        let listed = ["attachments", "images"].into_iter();
        let listed = listed.filter_map(|table| toml.as_table().get(table)).flat_map(cards);
        let names = listed.filter_map(|card| card.get("file").and_then(toml_edit::Item::as_str));
        let ledger = &context.newest.archive.ledger;
        let own = names.filter_map(|name| {
            let file = path.resolve(name)?;
            let address = Address::of_content(file.as_path()).ok()?;
            let last = file.as_path().name().as_bytes().to_vec();
            let mut others = context.newest.loaded.markdown.iter();
            let named = others.any(|raw| {
                raw.path != self.path && raw.bytes.windows(last.len()).any(|part| part == last)
            });
            let stored = file.to_string();
            let stays = named || ledger.has_published(&address);
            (!stays && context.state.store.has(&stored)).then_some(stored)
        });
        own.collect()
    }

    fn to(&self) -> String {
        format!("/dokument/{}", self.address)
    }
}

/// The address of the page of a file in `content/`.
fn address_of(path: &str) -> Option<String> {
    let path = ContentPath::of_site(path)?;
    Some(Address::of_content(path).ok()?.to_string())
}

/// The page of a file.
pub fn document(context: &Context<'_>, address: &str) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        return message(
            context,
            StatusCode::NOT_FOUND,
            context.say("Dokumentet finns inte", "There is no such document"),
            &[context.say(
                "Det kan ha flyttats eller tagits bort.",
                "It may have been moved or removed.",
            )],
        );
    };
    Reply::page(StatusCode::OK, page_of(context, &edited, None))
}

/// The page of a file, with a notice above its form if there is one.
pub fn page_of(context: &Context<'_>, edited: &Edited, notice: Option<&Html>) -> String {
    let mut html = Html::new();
    if let Some(notice) = notice {
        html.part(notice);
    } else if context.query.value("_sparat").is_some() {
        let saved = context.say("Sparat.", "Saved.");
        html.element("p", &[("class", "told"), ("role", "status")], saved);
    }
    let as_text = context.query.value("_som").is_some_and(|form| form == "text");
    let text = edited.text();
    let toml = text.as_ref().and_then(|text| Document::parse(text.toml()).ok());
    let owner = toml.as_ref().and_then(|toml| edited.owner(toml));
    let title = title(context, edited);
    match (text, toml, owner) {
        (Some(text), Some(toml), Some(owner)) if !as_text => {
            form(context, edited, &text, &toml, owner, &mut html);
        }
        _ => whole(context, edited, &mut html),
    }
    let part = if edited.path == "site.toml" { MenuPart::Settings } else { MenuPart::Other };
    page(context, part, &title, &html)
}

/// The page of a file, above its form why something was not done.
pub fn refused(
    context: &Context<'_>,
    edited: &Edited,
    status: StatusCode,
    words: &[Text],
) -> Reply {
    let mut notice = Html::new();
    notice.open("div", &[("class", "mistake error"), ("role", "alert")]);
    for words in words {
        notice.element("p", &[], context.words(words));
    }
    notice.close("div");
    Reply::page(status, page_of(context, edited, Some(&notice)))
}

fn title(context: &Context<'_>, edited: &Edited) -> String {
    let Some(path) = edited.content_path() else {
        return context.say("Inställningar", "Settings").to_owned();
    };
    if let Some(title) = context.newest.archive.title_at(path) {
        return title.to_owned();
    }
    // A document with errors is not in the archive yet.
    let toml = edited.text().and_then(|text| Document::parse(text.toml()).ok());
    let written = toml.as_ref().and_then(|toml| toml.as_table().get("title")?.as_str());
    if let Some(title) = written.filter(|title| !title.trim().is_empty()) {
        return title.to_owned();
    }
    match edited.known_owner() {
        Owner::Kind(kind) => capitalised(kind.facts().name.in_language(context.language)),
        Owner::Settings | Owner::Ledger | Owner::Seal | Owner::Unknown => edited.address.clone(),
    }
}

fn mistakes(context: &Context<'_>, edited: &Edited, owner: Owner) -> Mistakes {
    let own = context.status.problems.iter().filter(|it| *it.source.path == *edited.path);
    Mistakes::of(own, owner, context.language)
}

fn form(
    context: &Context<'_>,
    edited: &Edited,
    text: &FileText,
    toml: &Document<String>,
    owner: Owner,
    html: &mut Html,
) {
    let mistakes = mistakes(context, edited, owner);
    let archive = &context.newest.archive;
    let choices = Choices::new(archive, edited.content_path(), owner, toml, context.language);
    about(context, edited, owner, html);
    begin_form(html, context, &edited.to(), Some(&edited.version()));
    html.open("p", &[("class", "buttons first")]);
    button(html, "_save", "1", context.say("Spara", "Save"), "main");
    html.close("p");
    summary(context, &mistakes, true, html);
    let form = FormSource {
        owner,
        document: toml,
        choices: &choices,
        mistakes: &mistakes,
        add: added(context.query),
        language: context.language,
    };
    if edited.is_draft(context)
        && let Some(body) = text.body()
    {
        super::suggested::show(context, toml, owner, &body, html);
    }
    html.part(&groups(&form));
    if let Some(body) = text.body() {
        html.open("section", &[("class", "group")]);
        html.element("h2", &[], context.say("Texten", "The text"));
        html.open("div", &[("class", "field")]);
        html.element("label", &[("for", "f-body")], context.say("Löpande text", "Running text"));
        let help = context.say(
            "Rubriker börjar med ## och ett mellanslag, punkter i listor med - och ett mellanslag. En tom rad skiljer stycken.",
            "Headings begin with ## and a space, items of lists with - and a space. An empty line separates paragraphs.",
        );
        html.element("p", &[("class", "help"), ("id", "f-body-help")], help);
        let mut described = String::from("f-body-help");
        for (n, mistake) in mistakes.at("body").enumerate() {
            let id = format!("f-body-{n}");
            mistake.show(html, &id, context.language);
            described.push_str(&format!(" {id}"));
        }
        html.textarea(
            &[
                ("id", "f-body"),
                ("name", "body"),
                ("rows", "24"),
                ("aria-describedby", &described),
                ("class", "body"),
            ],
            words(&body),
        );
        html.close("div").close("section");
    }
    unknown(context, toml, owner, html);
    html.open("p", &[("class", "buttons")]);
    button(html, "_save", "1", context.say("Spara", "Save"), "main");
    html.close("p");
    removal(context, edited, html);
    super::withdrawal::form(context, edited, html);
    html.close("form");
    super::files::form(context, edited, html);
    if matches!(owner, Owner::Kind(kind) if kind.is_archive()) {
        super::review::form(context, edited, html);
        super::moving::form(context, edited, html);
    }
    html.part(&choices.lists());
    links(context, edited, html);
}

/// The part of the form that removes a draft, or a place that nothing is in yet.
fn removal(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    if !edited.can_be_removed(context) {
        return;
    }
    let (remove, help) = match edited.is_draft(context) {
        true => (
            context.say("Ta bort utkastet", "Remove the draft"),
            context.say(
                "Utkastet tas bort. Det finns kvar under Borttagna dokument.",
                "The draft is removed. It stays under Removed documents.",
            ),
        ),
        false => (
            context.say("Ta bort kommunen eller området", "Remove the municipality or area"),
            context.say(
                "Inget av det är publicerat, och det har inga dokument. Det finns kvar under Borttagna dokument.",
                "Nothing of it is published, and it has no documents. It stays under Removed documents.",
            ),
        ),
    };
    html.open("details", &[]);
    html.element("summary", &[], remove);
    html.element("p", &[], help);
    let files = edited.files_of_its_own(context);
    if !files.is_empty() {
        let names = files.iter().map(|path| path.rsplit('/').next().unwrap_or(path));
        let names = names.collect::<Vec<_>>().join(", ");
        html.open("p", &[("class", "choice")]);
        html.open(
            "input",
            &[
                ("type", "checkbox"),
                ("id", "ta-bort-filer"),
                ("name", "_delete_files"),
                ("value", "true"),
            ],
        );
        let also =
            context.say("Ta också bort filerna bredvid:", "Also remove the files beside it:");
        html.element("label", &[("for", "ta-bort-filer")], &format!("{also} {names}"));
        html.close("p");
    }
    button(html, "_delete", "1", remove, "");
    html.close("details");
}

/// What the file is, whether it is published, and where it is seen.
fn about(context: &Context<'_>, edited: &Edited, owner: Owner, html: &mut Html) {
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
        html.text(match own.draft {
            true => context.say("Utkast, visas bara här. ", "Draft, shown only here. "),
            false => context.say("Publiceras. ", "Is published. "),
        });
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

/// All mistakes, each with a link to its field and, within the form, with the button that answers it.
fn summary(context: &Context<'_>, mistakes: &Mistakes, in_form: bool, html: &mut Html) {
    if mistakes.all().is_empty() {
        return;
    }
    html.open("section", &[("class", "summary"), ("aria-labelledby", "att-ratta")]);
    html.element("h2", &[("id", "att-ratta")], context.say("Att se över", "To look over"));
    html.open("ul", &[]);
    for mistake in mistakes.all() {
        html.open("li", &[("class", mistake.class())]);
        html.element("strong", &[], &format!("{}: ", mistake.word(context.language)));
        html.element("a", &[("href", &mistake.anchor())], mistake.message());
        if let Some(code) = mistake.answered_by_the_source().filter(|_| in_form) {
            html.text(" ");
            let text = context.say("Källan säger inte det", "The source does not say");
            button(html, "_accept", code, text, "");
        }
        html.close("li");
    }
    html.close("ul").close("section");
}

/// What the form does not know: shown as it is written, and kept.
fn unknown(context: &Context<'_>, toml: &Document<String>, owner: Owner, html: &mut Html) {
    let known: Vec<&str> = owner.keys().map(|key| key.name).collect();
    let unknown: Vec<String> = toml
        .as_table()
        .iter()
        .filter(|(name, _)| !known.contains(name))
        .map(|(name, item)| format!("{name}: {}", item.to_string().trim()))
        .collect();
    if unknown.is_empty() {
        return;
    }
    html.open("section", &[("class", "group")]);
    let heading = context
        .say("Uppgifter som formuläret inte känner till", "Facts that the form does not know");
    html.element("h2", &[], heading);
    html.element("p", &[], context.say("De är kvar i filen.", "They stay in the file."));
    html.element("pre", &[], &unknown.join("\n")).close("section");
}

/// The text of the whole file.
fn whole(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    let Ok(text) = whole_text(&edited.bytes) else {
        let words = context.say(
            "Filen är ingen text i UTF-8, så den kan inte redigeras här. Öppna den i ett annat program och spara den som UTF-8, eller hämta en tidigare version.",
            "The file is no text in UTF-8 and cannot be edited here. Open it in another program and save it as UTF-8, or bring back an earlier version.",
        );
        html.element("p", &[], words);
        return links(context, edited, html);
    };
    let mistakes = mistakes(context, edited, Owner::Unknown);
    summary(context, &mistakes, false, html);
    begin_form(html, context, &edited.to(), Some(&edited.version()));
    html.open("div", &[("class", "field")]);
    html.element(
        "label",
        &[("for", "f-source")],
        context.say("Hela filens text", "The text of the whole file"),
    );
    html.textarea(
        &[("id", "f-source"), ("name", "_source"), ("rows", "30"), ("class", "body")],
        &text,
    );
    html.close("div");
    html.open("p", &[("class", "buttons")]);
    button(html, "_save", "1", context.say("Spara", "Save"), "main");
    html.close("p").close("form");
    links(context, edited, html);
}

/// What else can be done with the file.
fn links(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    html.open("ul", &[("class", "more")]);
    let versions = format!("/versioner/{}", edited.address);
    let as_text = format!("{}?_som=text", edited.to());
    for (to, sv, en) in [
        (versions, "Ångra och tidigare versioner", "Undo and earlier versions"),
        (as_text, "Redigera som text", "Edit as text"),
    ] {
        html.open("li", &[]).element("a", &[("href", &to)], context.say(sv, en)).close("li");
    }
    html.close("ul");
}
