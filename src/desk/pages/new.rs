//! A new document, place or page.

use hyper::StatusCode;

use super::Context;
use super::shell::{MenuPart, begin_form_with_file, button, failed, page};
use crate::archive::Drafts;
use crate::author::{self, ImportFile, ImportRequest, ImportedDraft, NewFileRequest};
use crate::content;
use crate::desk::fields::FieldNode;
use crate::desk::form::title_of;
use crate::desk::html::Html;
use crate::desk::server::{Reply, Sent, SentFile};
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::language::capitalised;
use crate::model::place::PlaceKeys;
use crate::model::register::Registered;
use crate::model::{Address, ContentPath, register};
use crate::schema::Kind;
use crate::session::Session;
use crate::slug::segment;
use crate::text;

/// Why nothing was made.
pub struct NewRefusal {
    failure: Failure,
    /// Whether the municipality can be added all the same.
    asks: bool,
}

impl From<Failure> for NewRefusal {
    fn from(failure: Failure) -> NewRefusal {
        NewRefusal { failure, asks: false }
    }
}

/// The form; above it why the last attempt failed, if it did.
pub fn new_form(context: &Context<'_>, refusal: Option<(&NewRefusal, &FieldNode)>) -> Reply {
    let mut html = Html::new();
    let given = refusal.map_or(context.query, |(_, fields)| fields);
    if let Some((refusal, _)) = refusal {
        failed(&mut html, context, &refusal.failure);
    }
    begin_form_with_file(&mut html, context, "/nytt");
    file(context, &mut html);
    kinds(context, given, &mut html);
    places(context, given, refusal.is_some_and(|(refusal, _)| refusal.asks), &mut html);
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", "f-year")], context.say("År", "Year"));
    let help = context.say(
        "Året som dokumentet gäller, eller är från.",
        "The year that the document is about, or is from.",
    );
    html.element("p", &[("class", "help"), ("id", "f-year-help")], help);
    html.open(
        "input",
        &[
            ("type", "text"),
            ("id", "f-year"),
            ("name", "year"),
            ("value", given.value("year").unwrap_or_default()),
            ("inputmode", "numeric"),
            ("autocomplete", "off"),
            ("aria-describedby", "f-year-help"),
        ],
    );
    html.close("div");
    earlier(context, given, &mut html);
    html.open("p", &[("class", "buttons")]);
    button(&mut html, "_create", "1", context.say("Skapa utkast", "Make a draft"), "main");
    html.close("p").close("form");
    let status = match refusal {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let title = context.say("Nytt dokument", "New document");
    Reply::page(status, page(context, MenuPart::New, title, &html))
}

/// A file to begin with: its text becomes the draft's, and it is kept as the original.
fn file(context: &Context<'_>, html: &mut Html) {
    html.open("div", &[("class", "field")]);
    let label = context.say("Börja med en fil (kan vara tomt)", "Begin with a file (may be empty)");
    html.element("label", &[("for", "f-file")], label);
    let help = context.say(
        "Det undertecknade dokumentet som pdf, Word (docx), LibreOffice (odt), webbsida (html) eller text (txt). Texten blir utkastets, och filen läggs bredvid som original. Jämför den sedan med källan.",
        "The signed document as pdf, Word (docx), LibreOffice (odt), a web page (html) or text (txt). The text becomes the draft's, and the file is put beside it as the original. Then compare it with the source.",
    );
    html.element("p", &[("class", "help"), ("id", "f-file-help")], help);
    html.open(
        "input",
        &[
            ("type", "file"),
            ("id", "f-file"),
            ("name", "file"),
            ("accept", ".docx,.odt,.pdf,.html,.htm,.txt"),
            ("aria-describedby", "f-file-help"),
        ],
    );
    html.close("div");
}

fn kinds(context: &Context<'_>, given: &FieldNode, html: &mut Html) {
    let chosen = given.value("kind").unwrap_or("pledge");
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", "f-kind")], context.say("Typ", "Kind"));
    html.open("select", &[("id", "f-kind"), ("name", "kind")]);
    let none = context.say("Låt filen säga det", "Let the file tell");
    let selected = if chosen.is_empty() { "yes" } else { "" };
    html.element("option", &[("value", ""), ("selected", selected)], none);
    for kind in Kind::ALL {
        let name = kind.facts().name.in_language(context.language);
        let selected = if kind.as_str() == chosen { "yes" } else { "" };
        html.element(
            "option",
            &[("value", kind.as_str()), ("selected", selected)],
            &capitalised(name),
        );
    }
    html.close("select").close("div");
}

/// The place, typed with completion from the archive and the register; several make it joint.
fn places(context: &Context<'_>, given: &FieldNode, asks: bool, html: &mut Html) {
    let values = given.get("place").map(|node| node.values.clone()).unwrap_or_default();
    let help = context.say(
        "Kommunens eller områdets namn. En kommun som inte finns i arkivet än läggs till. För en ny sida: sidans namn.",
        "The name of the municipality or area. A municipality that is not in the archive yet is added. For a new page: its name.",
    );
    html.open("fieldset", &[("class", "field")]);
    html.element("legend", &[], context.say("Kommuner och områden", "Municipalities and areas"));
    html.element("p", &[("class", "help"), ("id", "f-place-help")], help);
    for n in 0..3.max(values.len()) {
        let id = format!("f-place-{n}");
        let label = match n {
            0 => context.say("Kommun eller område", "Municipality or area"),
            _ => context.say("Gemensamt med (kan vara tomt)", "Joint with (may be empty)"),
        };
        html.element("label", &[("for", &id)], label);
        html.open(
            "input",
            &[
                ("type", "text"),
                ("id", &id),
                ("name", "place"),
                ("value", values.get(n).map_or("", String::as_str)),
                ("list", "list-places"),
                ("autocomplete", "off"),
                ("aria-describedby", "f-place-help"),
            ],
        );
    }
    if asks {
        html.open("p", &[("class", "choice")]);
        html.open(
            "input",
            &[("type", "checkbox"), ("id", "f-add-place"), ("name", ADD), ("value", "true")],
        );
        let add = context.say("Lägg till kommunen", "Add the municipality");
        html.element("label", &[("for", "f-add-place")], add).close("p");
    }
    html.close("fieldset");
    html.open("datalist", &[("id", "list-places")]);
    let archive =
        context.newest.archive.places.iter().map(|linked| &*linked.place.common.title.value);
    let mut names: Vec<&str> = archive.collect();
    names.extend(register::municipalities().iter().map(|entry| entry.name));
    names.sort_unstable();
    names.dedup();
    for name in names {
        html.open("option", &[("value", name)]).close("option");
    }
    html.close("datalist");
}

/// How many documents are offered as the ground for a new one.
const MOST_OFFERED: usize = 300;

fn earlier(context: &Context<'_>, given: &FieldNode, html: &mut Html) {
    for (name, sv, en, help_sv, help_en) in [
        (
            "from",
            "Utgå från",
            "Start from",
            "Ett tidigare dokument av samma typ. Åtaganden följer med; datum, underskrifter, källor och utfall gör det inte.",
            "An earlier document of the same kind. Commitments come along; dates, signatories, sources and outcomes do not.",
        ),
        (
            "of",
            "Följer upp",
            "Follows up",
            "För en uppföljning: det som följs upp. Alla dess åtaganden kommer med, inget av dem bedömt.",
            "For a follow-up: what is followed up. All of its commitments come along, none of them judged.",
        ),
    ] {
        let id = format!("f-{name}");
        let chosen = given.value(name).unwrap_or_default();
        html.open("div", &[("class", "field")]);
        html.element("label", &[("for", &id)], context.say(sv, en));
        let help = format!("{id}-help");
        html.element("p", &[("class", "help"), ("id", &help)], context.say(help_sv, help_en));
        html.open("select", &[("id", &id), ("name", name), ("aria-describedby", &help)]);
        html.element("option", &[("value", "")], context.say("Inget valt", "Nothing chosen"));
        // Whoever follows something up has said of what kind the new document is.
        let kind = given.value("of").and(given.value("kind")).and_then(Kind::parse);
        let documents = context.newest.archive.documents.iter().filter(|linked| match name {
            "of" => linked.document.agreement().is_some(),
            _ => {
                let own = linked.document.kind;
                own.is_archive() && kind.is_none_or(|kind| kind == own)
            }
        });
        // The one that was asked for is always there.
        let address = |linked: &crate::archive::Linked| linked.document.address.as_str().to_owned();
        let (first, others): (Vec<_>, Vec<_>) =
            documents.partition(|linked| address(linked) == chosen);
        for linked in first.into_iter().chain(others.into_iter().rev().take(MOST_OFFERED)) {
            let own = address(linked);
            let selected = if own == chosen { "yes" } else { "" };
            let title = title_of(linked, context.language);
            html.element("option", &[("value", &own), ("selected", selected)], &title);
        }
        html.close("select").close("div");
    }
}

/// Creates what the form asks for, and sends the browser to its form.
pub fn create(context: &Context<'_>, sent: &Sent) -> Reply {
    let fields = &sent.fields;
    let file = sent.file.as_ref().filter(|file| !file.bytes.is_empty());
    match created(context, fields, file) {
        Ok(paths) => {
            let Some(last) = paths.last() else { return Reply::see_other("/") };
            let address =
                ContentPath::of_site(last).and_then(|path| Address::of_content(path).ok());
            let to = address.map_or_else(|| last.clone(), |address| address.to_string());
            let mut reply = Reply::see_other(format!("/dokument/{to}"));
            for path in paths {
                let digest = context.state.store.read(&path).ok().map(|bytes| Digest::of(&bytes));
                reply = reply.after(path, digest);
            }
            reply
        }
        Err(refusal) => new_form(context, Some((&refusal, fields))),
    }
}

/// Writes the file, and the municipalities that it needs; returns their paths in the site's folder,
/// the file's last.
fn created(
    context: &Context<'_>,
    fields: &FieldNode,
    file: Option<&SentFile>,
) -> Result<Vec<String>, NewRefusal> {
    let kind = match fields.value("kind").unwrap_or_default().trim() {
        "" => None,
        word => Some(author::kind(word)?),
    };
    let mut places = fields.get("place").map(FieldNode::lines).unwrap_or_default();
    let year = year(fields.value("year").unwrap_or_default())?;
    let reference = |name| {
        let address = fields.value(name).map(str::trim).filter(|it| !it.is_empty())?;
        Some(path_of(context, address))
    };
    let (from, of) = (reference("from").transpose()?, reference("of").transpose()?);
    let file = file.map(|SentFile { name, bytes }| ImportFile::read(name, bytes)).transpose()?;
    if let Some(file) = file.as_ref().filter(|_| places.is_empty()) {
        places.extend(file.municipality().map(str::to_owned));
    }
    let mut paths = Vec::new();
    let mut session = context.session(Drafts::Shown);
    if kind.is_none_or(Kind::is_archive) {
        for place in &places {
            if fields.value(ADD) != Some("true") {
                known_or_new(context, &session, place)?;
            }
            if let Some(path) = author::create_municipality(&session, place)? {
                paths.push(path);
                let site = context.state.store.site();
                let loaded = crate::content::load(site, &[], Some(&session.loaded));
                session.loaded = std::sync::Arc::new(loaded.map_err(Failure::from)?);
            }
        }
    }
    let called: Vec<&str> = places.iter().map(String::as_str).collect();
    if let Some(file) = &file {
        let asked = ImportRequest { kind, places: &called, year, explained: false };
        let ImportedDraft { draft, .. } = author::import(&session, file, asked)?;
        paths.extend(draft.original.map(|path| path.to_string()));
        paths.push(draft.path.to_string());
        return Ok(paths);
    }
    let kind = kind.ok_or_else(no_kind)?;
    let wanted = NewFileRequest {
        kind,
        places: &called,
        year,
        from: from.as_deref().map(ContentPath::new),
        of: of.as_deref().map(ContentPath::new),
        original: None,
        explained: false,
    };
    paths.push(author::create(&session, wanted)?.path.to_string());
    Ok(paths)
}

/// The field that says that a municipality is to be added though another is called nearly the same.
const ADD: &str = "_add_place";

/// Refuses a name that is nobody's, or that may have been meant for a place of the archive: Habo and
/// Håbo are two municipalities.
fn known_or_new(context: &Context<'_>, session: &Session, called: &str) -> Result<(), NewRefusal> {
    let places = context.newest.archive.places.iter().map(|linked| &linked.place);
    let titles: Vec<&str> = places.clone().map(|place| &*place.common.title.value).collect();
    if author::is_place(session, called) {
        return Ok(());
    }
    let Some(Registered { name, code, county }) = author::new_municipality(session, called) else {
        return Err(unknown(called, &titles).into());
    };
    let near = places.filter(|place| match &place.particulars {
        PlaceKeys::Municipality(keys) => {
            keys.code != *code
                && (segment(&keys.name) == segment(name)
                    || content::meant(name, &[&keys.name]).is_some())
        }
        PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => false,
    });
    let Some(near) = near.map(|place| &*place.common.title.value).next() else { return Ok(()) };
    let new = register::by_code(code).map(Registered::display_name).unwrap_or_default();
    let message = text!(
        "{new} ({county}) finns inte i arkivet. Menade du {near}, som finns?",
        "{new} ({county}) is not in the archive. Did you mean {near}, which is?"
    );
    let help = text!(
        "Ska {new} läggas till: kryssa för det under namnen. Har du valt en fil: välj den igen.",
        "If {new} is to be added, tick that below the names. If you have chosen a file, choose it again."
    );
    Err(NewRefusal { failure: Failure { message, help }, asks: true })
}

/// How many places are listed for whoever has written a name that none has.
const MOST_NAMED: usize = 12;

fn unknown(called: &str, titles: &[&str]) -> Failure {
    let registered = register::municipalities().iter().map(|entry| entry.name);
    let mut names: Vec<&str> = titles.to_vec();
    names.extend(registered);
    let help = match content::meant(called, &names) {
        Some(meant) => text!("Menade du {meant}?", "Did you mean {meant}?"),
        None if titles.is_empty() || titles.len() > MOST_NAMED => text!(
            "Välj en kommun i listan, eller ett område som finns i arkivet.",
            "Choose a municipality from the list, or an area that is in the archive."
        ),
        None => {
            let list = titles.join(", ");
            text!(
                "Välj en kommun i listan, eller något av det som finns i arkivet: {list}.",
                "Choose a municipality from the list, or one of those in the archive: {list}."
            )
        }
    };
    Failure {
        message: text!(
            "Ingen kommun och inget område heter ”{called}”.",
            "No municipality and no area is called “{called}”."
        ),
        help,
    }
}

fn no_kind() -> Failure {
    Failure {
        message: text!(
            "Vilken typ av dokument ska det vara?",
            "What kind of document is it to be?"
        ),
        help: text!(
            "Välj en typ, eller en fil att börja med.",
            "Choose a kind, or a file to begin with."
        ),
    }
}

fn year(written: &str) -> Result<Option<i16>, Failure> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    match crate::model::PartialDate::parse(written) {
        Ok(crate::model::PartialDate::Year(year)) => Ok(Some(year)),
        _ => Err(Failure {
            message: no_year(written),
            help: text!("Skriv det med fyra siffror.", "Write it with four digits."),
        }),
    }
}

fn no_year(written: &str) -> Text {
    text!("”{written}” är inget årtal.", "“{written}” is no year.")
}

/// The path in `content/` of a document given by its address or its path.
fn path_of(context: &Context<'_>, given: &str) -> Result<String, Failure> {
    let given = given.trim_start_matches('/');
    let documents = context.newest.archive.documents.iter().map(|linked| &linked.document);
    let found = documents
        .filter(|document| {
            let path = document.path();
            document.address.as_str() == given
                || path.as_str() == given
                || *document.source.path == *given
        })
        .map(|document| document.path().as_str().to_owned())
        .next();
    found.ok_or_else(|| Failure {
        message: text!("Dokumentet ”{given}” finns inte.", "There is no document “{given}”."),
        help: text!("Välj det i listan.", "Choose it from the list."),
    })
}
