//! The pane beside the form: the page as it would be with what is typed but not saved. The typed text
//! is a layer over what was read, in memory, one for each tab; nothing of it is ever written.

use serde_json::json;

use crate::archive::references_to_drafts;
use crate::content::RawFile;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::Mistakes;
use crate::desk::html::id;
use crate::desk::pages::{Context, Edited, edited_bytes};
use crate::desk::panes::Pane;
use crate::desk::state::DeskState;
use crate::model::Address;
use crate::pipeline::{Sources, assemble, reword};
use crate::preview::SiteStatus;

/// Makes the page of what was typed, and answers with what is wrong with it.
pub fn typed(state: &DeskState, status: &SiteStatus, address: &str, fields: &FieldNode) -> Reply {
    let language = status.language;
    let Some(newest) = status.newest.as_deref() else { return Reply::failed(language) };
    let query = FieldNode::default();
    let context = Context { state, status, newest, query: &query, language };
    let Some(edited) = Edited::find(&context, address) else { return Reply::not_found(language) };
    let Some((bytes, _)) = edited_bytes(&context, &edited, fields) else {
        return Reply::not_found(language);
    };
    let mut loaded = (*newest.loaded).clone();
    let raw = RawFile::new(edited.path.as_str(), bytes);
    match loaded.markdown.binary_search_by(|raw| raw.path.as_str().cmp(&edited.path)) {
        Ok(at) => loaded.markdown[at] = raw,
        Err(_) => loaded.settings = Some(raw),
    }
    let sources = Sources::read_again(&loaded, (&newest.loaded, &newest.sources));
    let options = (state.options)();
    let shown = status.shown.as_deref();
    // While somebody writes mostly words change, and nothing need be linked again.
    let as_shown = shown.filter(|shown| {
        !status.failing
            && shown.assembled.archive.today == options.today
            && loaded.same_but_for_texts(&newest.loaded)
    });
    let assembled = as_shown
        .and_then(|shown| reword(&shown.assembled, &newest.sources, &sources, options))
        .unwrap_or_else(|| assemble(&sources, &newest.theme, shown.map(|it| &it.theme), options));
    let page = Address::parse(&edited.address).and_then(|address| assembled.page(&address));
    if let (Some(page), Some(tab)) = (page, fields.value("_tab")) {
        let (tab, address) = (tab.chars().take(64).collect(), edited.address.clone());
        state.panes.keep(Pane { tab, address, page: page.into() });
    }
    let own = assembled.problems.iter().filter(|it| *it.source.path == *edited.path);
    let drafts = references_to_drafts(&assembled.archive, edited.content_path());
    let mistakes = Mistakes::of(own.chain(&drafts), edited.known_owner(), language);
    let told: Vec<_> = mistakes
        .all()
        .iter()
        .map(|mistake| json!({ "id": id(&mistake.field), "message": mistake.message() }))
        .collect();
    let reply = Reply::file("application/json", json!({ "mistakes": told }).to_string().as_bytes());
    // Whoever types need not wait until the memory of a national archive has been given back.
    rayon::spawn(move || drop((assembled, sources, loaded)));
    reply
}
