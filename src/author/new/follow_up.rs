//! A new follow-up: every commitment of what it follows up is listed, and none is judged.

use jiff::civil::Date;

use super::joint::PLACES;
use super::new_file::quoted;
use crate::failure::Failure;
use crate::model::address::relative;
use crate::model::{ContentPath, Document};
use crate::text;

/// The text of a follow-up at this path. Only its title is taken from `known`.
pub(super) fn text(
    of: &Document,
    path: ContentPath<'_>,
    known: &[(&'static str, String)],
    today: Date,
) -> String {
    let mut text = String::from("+++\nkind = \"follow-up\"\n");
    for (key, value) in known.iter().filter(|(key, _)| *key == "title") {
        text.push_str(&format!("{key} = {value}\n"));
    }
    let reference = relative(&format!("{}/", path.parent().as_str()), of.path().as_str());
    text.push_str(&format!(
        "draft = true\ndate = \"\"\nfollows_up = {}\nassessed_by = \"\"\n",
        quoted(&reference)
    ));
    for (key, value) in known {
        if PLACES.contains(key) {
            text.push_str(&format!("{key} = {value}\n"));
        }
    }
    text.push_str(&format!("archived = {today}\n"));
    for commitment in of.commitments().into_iter().flat_map(|commitments| &commitments.list) {
        let (id, promised) = (quoted(&commitment.id.value), commitment.text.replace('\n', " "));
        text.push_str(&format!("\n# {promised}\n[[outcomes]]\ncommitment = {id}\n"));
    }
    text.push_str("+++\n\n");
    text
}

pub(super) fn not_followed_up() -> Failure {
    Failure {
        message: text!(
            "Bara en uppföljning följer upp ett dokument, och bara medborgarlöften, överenskommelser och åtgärdsplaner följs upp.",
            "Only a follow-up follows up a document, and only pledges, agreements and action plans are followed up."
        ),
        help: text!(
            "Välj typen uppföljning och ett sådant dokument.",
            "Choose the kind follow-up and such a document."
        ),
    }
}
