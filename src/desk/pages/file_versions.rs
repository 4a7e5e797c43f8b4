//! The earlier versions of a file as a page shows them, and removing one for good.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use toml_edit::Document;

use super::context::Context;
use super::differences::VersionComparison;
use super::edited::Edited;
use super::shell::{button, exact_moment};
use super::unsaved::unsaved;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::Choices;
use crate::desk::html::Html;
use crate::desk::store::{FileVersion, PurgedVersion};
use crate::desk::text::{FileText, whole_text};
use crate::model::ContentPath;
use crate::schema::{Kind, Owner};

/// How long a page may take to find the least differences; after that larger ones will do.
const LONGEST_COMPARISON: Duration = Duration::from_secs(2);

/// A file whose versions are shown.
pub struct FileVersions {
    /// Relative to the site's folder.
    pub path: String,
    /// As in the address of their page.
    pub address: String,
    /// The digest of the file as it is; empty if it is gone.
    pub read: String,
    /// The file as it is; of one that is gone, its last version.
    pub now: Vec<u8>,
    /// Whether a version can be brought back.
    pub can_return: bool,
}

impl FileVersions {
    pub fn of(edited: &Edited) -> FileVersions {
        FileVersions {
            path: edited.path.clone(),
            address: edited.address.clone(),
            read: edited.version(),
            now: edited.bytes.clone(),
            can_return: true,
        }
    }
}

/// Every version of a file, the latest first.
pub fn show(context: &Context<'_>, file: &FileVersions, html: &mut Html) {
    let earlier = context.state.store.earlier(&file.path);
    if earlier.is_empty() {
        let none =
            context.say("Det finns inga tidigare versioner.", "There are no earlier versions.");
        html.element("p", &[], none);
    }
    let content = ContentPath::of_site(&file.path);
    let parts = |bytes: &[u8]| match content {
        Some(_) => FileText::of_markdown(bytes).ok(),
        None => FileText::of_toml(bytes).ok(),
    };
    let toml = parts(&file.now).and_then(|text| Document::parse(text.toml()).ok());
    let Some(toml) = toml.or_else(|| Document::parse(String::new()).ok()) else { return };
    let owner = match content {
        Some(_) => {
            let kind = toml.as_table().get("kind").and_then(toml_edit::Item::as_str);
            kind.and_then(|kind| Kind::parse(kind.trim())).map_or(Owner::Unknown, Owner::Kind)
        }
        None => Owner::Settings,
    };
    let archive = &context.newest.archive;
    let choices = Choices::new(archive, content, owner, &toml, context.language);
    let comparison = VersionComparison {
        owner,
        choices: &choices,
        now: &file.now,
        deadline: Instant::now() + LONGEST_COMPARISON,
    };
    for version in &earlier {
        one(context, file, version, html, |then, html| comparison.show(context, then, parts, html));
    }
}

fn one(
    context: &Context<'_>,
    file: &FileVersions,
    version: &FileVersion,
    html: &mut Html,
    compare: impl Fn(&[u8], &mut Html),
) {
    let number = version.number.to_string();
    html.open("section", &[("class", "group")]);
    let when = version.replaced.and_then(|time| Timestamp::try_from(time).ok());
    let when = when.map(|when| exact_moment(context.language, when)).unwrap_or_default();
    let heading = format!("{} {number}", context.say("Version", "Version"));
    html.element("h2", &[], &heading);
    html.element("p", &[], &format!("{} {when}", context.say("Ersattes", "Replaced")));
    let bytes = context.state.store.version(&file.path, version.number).ok();
    let text = bytes.as_ref().and_then(|bytes| whole_text(bytes).ok());
    if let (Some(bytes), Some(text)) = (bytes, text) {
        let differs = match file.read.is_empty() {
            true => context.say("Det som skiljer från den sista", "What differs from the last"),
            false => context.say("Det som skiljer från nu", "What differs from now"),
        };
        html.element("h3", &[], differs);
        compare(&bytes, html);
        let show = context.say("Visa hela filen som den var", "Show the whole file as it was");
        html.open("details", &[]).element("summary", &[], show);
        html.element("pre", &[], &text).close("details");
    }
    let action = format!("/versioner/{}", file.address);
    if file.can_return {
        html.open("form", &[("method", "post"), ("action", &action)]);
        html.hidden("_token", context.state.admission.token());
        html.hidden("_version", &file.read);
        let restore =
            format!("{} {number}", context.say("Hämta tillbaka version", "Bring back version"));
        button(html, "_restore", &number, &restore, "main");
        html.close("form");
    }
    let lacks_reason = context.query.value("_skal") == Some(&*number);
    html.open("details", &[("open", if lacks_reason { "yes" } else { "" })]);
    html.element("summary", &[], context.say("Ta bort för gott", "Remove for good"));
    html.open("form", &[("method", "post"), ("action", &action)]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &file.read);
    let id = format!("skal-{number}");
    let told = format!("{id}-fel");
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", &id)], context.say("Skäl", "Reason"));
    if lacks_reason {
        html.open("p", &[("class", "mistake error"), ("id", &told), ("role", "alert")]);
        html.text(context.say(
            "Inget togs bort. Skriv varför versionen ska tas bort för gott.",
            "Nothing was removed. Write why the version is to be removed for good.",
        ));
        html.close("p");
    }
    html.open(
        "input",
        &[
            ("type", "text"),
            ("id", &id),
            ("name", "_reason"),
            ("value", ""),
            ("required", "yes"),
            ("aria-describedby", if lacks_reason { &told } else { "" }),
        ],
    );
    html.close("div");
    let purge = format!("{} {number}", context.say("Ta bort version", "Remove version"));
    button(html, "_purge", &number, &purge, "");
    html.close("form").close("details").close("section");
}

/// Removes a version for good, if that was asked for; why must be told.
pub fn purged(context: &Context<'_>, file: &FileVersions, fields: &FieldNode) -> Option<Reply> {
    let number = fields.value("_purge").and_then(|number| number.parse::<u32>().ok())?;
    let reason = fields.value("_reason").unwrap_or_default().trim().to_owned();
    let at = format!("/versioner/{}", file.address);
    if reason.is_empty() {
        return Some(Reply::see_other(format!("{at}?_skal={number}")));
    }
    let store = &context.state.store;
    let date = (context.state.options)().today.to_string();
    if let Err(why) = store.purge(&file.path, number, &PurgedVersion { reason, date }) {
        return Some(unsaved(context, why));
    }
    let is_last = !store.has(&file.path) && store.earlier(&file.path).is_empty();
    Some(Reply::see_other(if is_last { "/borttagna".to_owned() } else { at }))
}
