//! The part of a document's page that withdraws one of its attachments or images and leaves the rest.

use super::packed::kept;
use super::withdrawal::fields;
use crate::archive::{Archive, LinkTarget};
use crate::desk::html::Html;
use crate::desk::pages::context::Context;
use crate::desk::pages::decision::FIELDS;
use crate::desk::pages::edited::Edited;
use crate::desk::pages::shell::{begin_error, button};
use crate::desk::pages::withdrawn_with::stands;
use crate::model::document::Common;
use crate::model::{Address, FileId};
use crate::text;

/// A file that can be withdrawn.
pub struct WithdrawableFile {
    pub id: FileId,
    /// Relative to the site's folder.
    pub path: String,
    pub address: Address,
    /// Its title, or else its name.
    title: String,
    pub state: WithdrawableState,
}

/// How a published file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithdrawableState {
    /// Some document shows it.
    Named,
    /// No document does any more, so its address would be lost.
    Unnamed,
    /// The decision stands in the ledger, but the file is still there: the program was ended in between.
    Unfinished,
}

/// The files of a document that can be withdrawn: those that it shows, and those beside it that no document
/// names any more.
pub fn published(context: &Context<'_>, edited: &Edited) -> Vec<WithdrawableFile> {
    let archive = &context.newest.archive;
    let Some(path) = edited.content_path() else { return Vec::new() };
    let mut found: Vec<WithdrawableFile> = Vec::new();
    let mut add = |id: FileId, title: Option<&str>, state: WithdrawableState| {
        let file = &archive.files[id.index()].file;
        let Some(address) = &file.address else { return };
        let state = match stands(archive, address) {
            true => state,
            false if archive.ledger.withdrawal(address).is_some() => WithdrawableState::Unfinished,
            false => return,
        };
        if state == WithdrawableState::Unfinished && title.is_none()
            || found.iter().any(|it| it.id == id)
        {
            return;
        }
        let name = file.path.as_path().name();
        let title = title
            .filter(|title| !title.is_empty())
            .map_or_else(|| name.to_owned(), |title| format!("{title} ({name})"));
        let (path, address) = (file.path.to_string(), address.clone());
        found.push(WithdrawableFile { id, path, address, title, state });
    };
    for (id, title) in shown(archive, edited) {
        add(id, Some(&title), WithdrawableState::Named);
    }
    let beside = archive.files.iter().enumerate().filter(|(_, known)| {
        let own = known.file.path.as_path();
        !known.referred
            && if path.is_index() {
                own.parent() == path.parent()
            } else {
                own.is_inside(path.parent())
            }
    });
    for (n, _) in beside {
        add(FileId::nth(n), None, WithdrawableState::Unnamed);
    }
    found
}

/// The attachments and images of a document or a place, with their titles.
fn shown(archive: &Archive, edited: &Edited) -> Vec<(FileId, String)> {
    let Some(path) = edited.content_path() else { return Vec::new() };
    let (common, attachments, images): (&Common, _, _) = if let Some(id) = archive.document_at(path)
    {
        let linked = archive.document(id);
        (&linked.document.common, &linked.attachments, &linked.images)
    } else if let Some(linked) = archive.place_at(path) {
        (&linked.place.common, &linked.attachments, &linked.images)
    } else {
        return Vec::new();
    };
    let titles = common.attachments.iter().map(|it| &it.title);
    let alternatives = common.images.iter().map(|it| &it.alt);
    let attachments = titles.zip(attachments);
    let all = attachments.chain(alternatives.zip(images));
    all.filter_map(|(title, id)| Some(((*id)?, title.clone()))).collect()
}

/// The titles of the documents and places whose running text leads to a file.
pub fn linking(context: &Context<'_>, id: FileId) -> Vec<String> {
    let archive = &context.newest.archive;
    let leads = |links: &[LinkTarget]| links.iter().filter_map(LinkTarget::file).any(|it| it == id);
    let documents = archive.documents.iter().filter(|linked| leads(&linked.links));
    let documents = documents.map(|linked| linked.document.common.title.value.clone());
    let places = archive.places.iter().filter(|linked| leads(&linked.links));
    documents.chain(places.map(|linked| linked.place.common.title.value.clone())).collect()
}

/// The form, if there is anything to withdraw.
pub fn form(context: &Context<'_>, edited: &Edited, files: &[WithdrawableFile], html: &mut Html) {
    for file in files.iter().filter(|file| file.state == WithdrawableState::Unfinished) {
        unfinished(context, edited, file, html);
    }
    let files: Vec<&WithdrawableFile> =
        files.iter().filter(|file| file.state != WithdrawableState::Unfinished).collect();
    if files.is_empty() {
        return;
    }
    for file in files.iter().filter(|file| file.state == WithdrawableState::Unnamed) {
        begin_error(html, false);
        let title = &file.title;
        let words = text!(
            "Filen {title} är publicerad, men inget dokument nämner den längre. Inget kan publiceras förrän den är tillbaka eller dras tillbaka. Ska den vara kvar: hämta en tidigare version av dokumentet. Ska den bort: dra tillbaka den här.",
            "The file {title} has been published, but no document names it any more. Nothing can be published until it is back or withdrawn. If it is to stay, bring back an earlier version of the document. If it is to go, withdraw it here."
        );
        html.element("p", &[], context.words(&words)).close("div");
    }
    let typed = |name: &str| context.query.value(name).unwrap_or_default();
    let begun =
        context.query.get("_file").is_some() && FIELDS.iter().any(|it| !typed(it).is_empty());
    let is_open = begun || files.iter().any(|file| file.state == WithdrawableState::Unnamed);
    html.open("details", &[("open", if is_open { "yes" } else { "" })]);
    let heading =
        context.say("Dra tillbaka en bilaga eller bild", "Withdraw an attachment or image");
    html.element("summary", &[("id", "dra-fil")], heading);
    let help = context.say(
        "Bara filen tas bort; dokumentet ligger kvar. På filens adress står sedan när, av vem och varför, och dokumentet säger samma sak vid bilagans rubrik; vid en bild säger det att den saknas. Får rubriken eller bildtexten inte stå kvar: ändra den i kortet under Bilagor eller Bilder. Filen finns kvar under Borttagna dokument, och kan hämtas tillbaka tills webbplatsen har byggts. Spara först det du har ändrat ovan.",
        "Only the file is taken down; the document stays. At the file's address then stands when, by whom and why, and the document says the same beside the title of the attachment; of an image it says that it is missing. If the title or the caption may not be kept, change it in the card under Attachments or Images. The file stays under Removed documents, and can be brought back until the site has been built. First save what you have changed above.",
    );
    html.element("p", &[], help);
    let addresses: Vec<&Address> = files.iter().map(|file| &file.address).collect();
    if let Some(kept) = kept(context, &addresses) {
        html.element("p", &[], &kept);
    }
    begin(context, edited, html);
    html.open("fieldset", &[("class", "field")]);
    html.element("legend", &[], context.say("Vilken fil", "Which file"));
    for (n, file) in files.iter().enumerate() {
        let id = format!("dra-fil-{n}");
        let checked = if typed("_file") == file.path || files.len() == 1 { "yes" } else { "" };
        html.open("p", &[("class", "choice")]);
        html.open(
            "input",
            &[
                ("type", "radio"),
                ("id", &id),
                ("name", "_file"),
                ("value", &file.path),
                ("checked", checked),
            ],
        );
        html.element("label", &[("for", &id)], &file.title).close("p");
    }
    html.close("fieldset");
    fields(context, "dra-fil", begun, html);
    html.open("p", &[("class", "buttons")]);
    button(html, "_withdraw", "1", context.say("Dra tillbaka filen", "Withdraw the file"), "");
    html.close("p").close("form").close("details");
}

fn begin(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    let action = format!("/bilaga/{}", edited.address);
    html.open("form", &[("method", "post"), ("action", &action)]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &edited.version());
}

fn unfinished(context: &Context<'_>, edited: &Edited, file: &WithdrawableFile, html: &mut Html) {
    begin_error(html, false);
    let title = &file.title;
    let words = text!(
        "Beslutet att dra tillbaka {title} är antecknat, men filen ligger kvar. Webbplatsen kan inte byggas förrän den är borta.",
        "The decision to withdraw {title} is noted, but the file is still here. The site cannot be built until it is gone."
    );
    html.element("p", &[], context.words(&words));
    begin(context, edited, html);
    html.hidden("_file", &file.path);
    let finish = context.say("Slutför tillbakadragandet", "Finish the withdrawal");
    button(html, "_withdraw", "1", finish, "main");
    html.close("form").close("div");
}
