//! Renaming and moving a document: what refers to it is mended, and its earlier address leads on. The
//! editor chooses a place, a year and a name; no path is typed.

use std::path::Path;

use hyper::StatusCode;

use super::conflict::gone;
use super::context::Context;
use super::document::refused;
use super::edited::Edited;
use super::unsaved::unsaved;
use crate::archive::Drafts;
use crate::author::{self, PlannedMove};
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::model::{Address, ContentPath, ContentPathBuf, is_year};
use crate::slug::segment;
use crate::text;

/// Moves a document.
pub fn moved(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        return gone(context, address, fields);
    };
    if !edited.is_of(fields) {
        let words = text!(
            "Dokumentet har ändrats sedan sidan öppnades. Ladda om den. Inget flyttades.",
            "The document has changed since the page was opened. Reload it. Nothing was moved."
        );
        return refused(context, &edited, StatusCode::CONFLICT, &[words]);
    }
    let Some(from) = edited.content_path() else { return Reply::not_found(context.language) };
    let outcome = target(context, from, fields).and_then(|to| {
        let session = context.session(Drafts::Shown);
        let here = Path::new("");
        let (old, new) = (edited.path.clone(), to.to_string());
        let planned = author::plan(&session, here, Path::new(&old), Path::new(&new))?;
        Ok((to, planned))
    });
    let (to, planned) = match outcome {
        Ok((to, PlannedMove::Move(planned))) => (to, planned),
        Ok((_, PlannedMove::Errors(problems))) => {
            let words: Vec<Text> = problems
                .iter()
                .map(|problem| crate::desk::form::for_forms(&problem.message))
                .collect();
            return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &words);
        }
        Err(failure) => {
            let words = [crate::desk::form::for_forms(&failure.message)];
            return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &words);
        }
    };
    if let Err(failure) = planned.carry_out() {
        let words = [crate::desk::form::for_forms(&failure.message)];
        return refused(context, &edited, StatusCode::INTERNAL_SERVER_ERROR, &words);
    }
    let new_path = to.to_string();
    if let Err(why) = context.state.store.follow(&edited.path, &new_path) {
        return unsaved(context, why).after(edited.path.clone(), None);
    }
    let digest = context.state.store.read(&new_path).ok().map(|bytes| Digest::of(&bytes));
    let address = Address::of_content(to.as_path()).map(|it| it.to_string()).unwrap_or_default();
    Reply::see_other(format!("/dokument/{address}"))
        .after(edited.path.clone(), None)
        .after(new_path, digest)
}

/// Where the form says that a document is to be.
fn target(
    context: &Context<'_>,
    from: ContentPath<'_>,
    fields: &FieldNode,
) -> Result<ContentPathBuf, Failure> {
    let value = |name| fields.value(name).unwrap_or_default().trim().to_owned();
    let (own, _) = from.home();
    let (home, year, name) = (value("_home"), value("_year"), value("_name"));
    let places = context.newest.archive.places.iter();
    let known = home == own.as_str()
        || places.map(|linked| linked.place.path().parent()).any(|it| it.as_str() == home);
    let stem = segment(&name);
    let (Some(stem), true, true) = (stem, known, is_year(&year) || year.is_empty()) else {
        return Err(Failure {
            message: text!(
                "Fyll i ett namn med bokstäver eller siffror, och ett år med fyra siffror. Inget flyttades.",
                "Fill in a name of letters or digits, and a year of four digits. Nothing was moved."
            ),
            help: text!("", ""),
        });
    };
    let folder = match year.as_str() {
        "" => ContentPath::new(&home).to_buf(),
        year => ContentPath::new(&home).join(year),
    };
    Ok(folder.as_path().join(&format!("{stem}.md")))
}
