//! The problems that a reference can have.

use std::sync::Arc;

use super::lookup::Lookup;
use crate::diagnostic::{Code, Problem, Source, Text};
use crate::model::ContentPath;
use crate::model::document::Reference;
use crate::schema::{Kind, Relation};
use crate::text;

/// Reports a reference to a file that does not exist.
pub fn missing(
    source: &Arc<Source>,
    from: ContentPath<'_>,
    reference: &Reference,
    lookup: &Lookup,
) {
    let written = &reference.value;
    let wanted = from.resolve(written);
    let message = match &wanted {
        Some(path) => text!(
            "Filen ”{written}” finns inte; programmet letade efter {path}.",
            "There is no file “{written}”; the program looked for {path}."
        ),
        None => text!(
            "”{written}” leder ut ur mappen content.",
            "“{written}” leads out of the folder content."
        ),
    };
    lookup.lost_references.add(Code::ReferenceMissing, source, &reference.span, message, wanted);
}

/// A reference to a document or place of a kind that is not allowed there.
pub fn wrong_kind(
    source: &Arc<Source>,
    reference: &Reference,
    kind: Kind,
    relation: Relation,
) -> Problem {
    let written = &reference.value;
    let (kind, key) = (kind.as_str(), relation.as_str());
    let (to_sv, to_en) = relation.facts().to.in_words();
    Problem::at(
        Code::ReferenceKind,
        source,
        reference.span.clone(),
        text!(
            "”{written}” är av typen ”{kind}”, och den typen passar inte här.",
            "“{written}” is of the kind “{kind}”, and that kind does not fit here."
        ),
        Text {
            sv: format!("Peka på rätt dokument: {key} ska leda till {to_sv}.").into(),
            en: format!("Point to the right document: {key} leads to {to_en}.").into(),
        },
    )
}

/// A reference to a file that is not Markdown where a document is required.
pub fn not_a_document(source: &Arc<Source>, reference: &Reference) -> Problem {
    let written = &reference.value;
    Problem::at(
        Code::ReferenceKind,
        source,
        reference.span.clone(),
        text!(
            "”{written}” är inget dokument i arkivet utan en annan fil.",
            "“{written}” is not a document of the archive but another file."
        ),
        text!(
            "Peka på dokumentets .md-fil. En bilaga anges under [[attachments]].",
            "Point to the document's .md file. An attachment is given under [[attachments]]."
        ),
    )
}

/// A published document that refers to a draft.
pub fn draft(source: &Arc<Source>, reference: &Reference) -> Problem {
    let written = &reference.value;
    Problem::at(
        Code::ReferenceDraft,
        source,
        reference.span.clone(),
        text!(
            "”{written}” är ett utkast och publiceras inte, så hänvisningen skulle leda ingenstans.",
            "“{written}” is a draft and is not published, so the reference would lead nowhere."
        ),
        text!(
            "Ta bort ”draft = true” i den filen när den är klar, eller ta bort hänvisningen så länge.",
            "Remove “draft = true” from that file when it is ready, or remove the reference until then."
        ),
    )
}
