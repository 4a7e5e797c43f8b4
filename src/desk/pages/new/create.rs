//! Making what the form asks for: the file, and the municipalities that it needs.

use super::super::context::Context;
use super::super::edited::Edited;
use super::super::wrong::name_of;
use super::form::new_form;
use super::{ADD, ALIKE, MUNICIPALITY, NewRefusal, SAME_YEAR};
use crate::archive::Drafts;
use crate::author::{self, ImportFile, ImportRequest, ImportedDraft, NewFileRequest};
use crate::content;
use crate::desk::exchange::{Reply, Sent, SentFile};
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::model::place::PlaceKeys;
use crate::model::register::Registered;
use crate::model::{Address, ContentPath, PartialDate, register};
use crate::schema::Kind;
use crate::session::Session;
use crate::slug::segment;
use crate::text;

/// Creates what the form asks for, and sends the browser to its form.
pub fn create(context: &Context<'_>, sent: &Sent) -> Reply {
    let fields = &sent.fields;
    let file = sent.file.as_ref().filter(|file| !file.bytes.is_empty());
    match created(context, fields, file) {
        Ok(paths) => {
            let Some(last) = paths.last() else { return Reply::see_other("/") };
            let address = Address::of_site(last);
            let to = address.map_or_else(|| last.clone(), |address| address.to_string());
            let mut told: Vec<String> = Vec::new();
            // Of a file that is kept the draft tells itself.
            if file.is_some() && paths.iter().all(|it| it.ends_with(".md")) {
                told.push("_ur=fil".to_owned());
            }
            told.extend(told_of(context, &paths));
            // Which year was taken is seen nowhere else in the form.
            let is_of = !fields.value("of").unwrap_or_default().trim().is_empty();
            if is_of && fields.value("year").unwrap_or_default().trim().is_empty() {
                told.push(format!("{SAME_YEAR}=1"));
            }
            let told = if told.is_empty() { String::new() } else { format!("?{}", told.join("&")) };
            let mut reply = Reply::see_other(format!("/dokument/{to}{told}"));
            for path in paths {
                let digest = context.state.store.read(&path).ok().map(|bytes| Digest::of(&bytes));
                reply = reply.after(path, digest);
            }
            reply
        }
        Err(refusal) => new_form(context, Some((&refusal, fields))),
    }
}

/// What is to be said of new files, besides that they are there, as parts of a query: the municipalities
/// that were added for a document, and that there was one like it already.
fn told_of(context: &Context<'_>, paths: &[String]) -> Vec<String> {
    let Some((last, others)) = paths.split_last() else { return Vec::new() };
    let mut told = Vec::new();
    for path in others.iter().filter(|path| path.ends_with(".md")) {
        let address = Address::of_site(path);
        told.extend(address.map(|address| format!("{MUNICIPALITY}={address}")));
    }
    let stem = last.strip_suffix(".md").and_then(|stem| stem.rsplit_once('-'));
    let earlier =
        stem.filter(|(_, n)| n.parse::<u16>().is_ok()).map(|(stem, _)| format!("{stem}.md"));
    if let Some(earlier) = earlier.filter(|earlier| context.state.store.has(earlier)) {
        let address = Address::of_site(&earlier);
        told.extend(address.map(|address| format!("{ALIKE}={address}")));
    }
    told
}

/// What was just made, if the browser was sent to its form after it and there is something to say.
pub fn made(context: &Context<'_>) -> Option<Html> {
    let mut html = Html::new();
    let named = |address: &str| {
        let edited = Edited::find(context, address)?;
        Some((edited.to(), name_of(context, &edited.path)))
    };
    let municipalities = context.query.get(MUNICIPALITY);
    for (to, name) in municipalities.iter().flat_map(|it| &it.values).filter_map(|it| named(it)) {
        html.open("p", &[]).element("a", &[("href", &to)], &name);
        html.text(context.say(
            " fanns inte i arkivet och har lagts till. Ska den inte vara med: ta bort den på dess egen sida.",
            " was not in the archive and has been added. If it is not to be there, remove it on its own page.",
        ));
        html.close("p");
    }
    if context.query.get(SAME_YEAR).is_some() {
        let words = context.say(
            "Inget år var ifyllt, så uppföljningen ligger i samma års mapp som det den följer upp. Ska den ligga i ett annat år: flytta den under ",
            "No year was given, so the follow-up is in the folder of the same year as what it follows up. If it belongs to another year, move it under ",
        );
        html.open("p", &[]).text(words);
        let way = context.say("Byt namn eller flytta", "Rename or move");
        html.element("a", &[("href", "#flytta")], way).text(".").close("p");
    }
    if let Some((to, name)) = context.query.value(ALIKE).and_then(named) {
        html.open("p", &[]);
        html.text(context.say(
            "Det här är ett nytt dokument. Det finns redan ett av samma typ, för samma kommun eller område och år: ",
            "This is a new document. There is already one of the same kind, for the same municipality or area and year: ",
        ));
        html.element("a", &[("href", &to)], &name).text(".").close("p");
    }
    let said = !html.is_empty();
    said.then_some(html)
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
    let years = years(fields.value("year").unwrap_or_default())?;
    let (year, until) = years.map_or((None, None), |(year, until)| (Some(year), until));
    let reference = |name| {
        let address = fields.value(name).map(str::trim).filter(|it| !it.is_empty())?;
        Some(path_of(context, address))
    };
    let (from, of) = (reference("from").transpose()?, reference("of").transpose()?);
    let file = file.map(|SentFile { name, bytes }| ImportFile::read(name, bytes)).transpose()?;
    if let Some(file) = file.as_ref().filter(|_| places.is_empty()) {
        places.extend(file.municipalities().iter().map(|name| (*name).to_owned()));
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
        until,
        from: from.as_deref().map(ContentPath::new),
        of: of.as_deref().map(ContentPath::new),
        original: None,
        explained: false,
    };
    paths.push(author::create(&session, wanted)?.path.to_string());
    Ok(paths)
}

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

/// A year, or the first and the last of several: "2024–2027".
fn years(written: &str) -> Result<Option<(i16, Option<i16>)>, Failure> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    let year = |word: &str| match PartialDate::parse(word.trim()) {
        Ok(PartialDate::Year(year)) => Some(year),
        _ => None,
    };
    let years = match written.split_once(['-', '–']) {
        None => year(written).map(|year| (year, None)),
        Some((first, last)) => {
            let both = year(first).zip(year(last)).filter(|(first, last)| first <= last);
            both.map(|(first, last)| (first, Some(last)))
        }
    };
    years.map(Some).ok_or_else(|| Failure {
        message: no_year(written),
        help: text!(
            "Skriv det med fyra siffror, eller det första och det sista: 2024–2027.",
            "Write it with four digits, or the first and the last: 2024–2027."
        ),
    })
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
