//! The keys that every Markdown file may have, and those of archive documents.

use super::accept::{Acceptor, accept};
use super::excerpt::excerpt;
use super::fields::Table;
use super::forms::{alias, email, language, web_address};
use crate::diagnostic::Code;
use crate::model::Kind;
use crate::model::document::{
    ArchiveKeys, Attachment, Common, Conflict, Contact, Correction, Decision, Image, SourceNote,
};
use crate::text;

/// Reads the keys that every file may have.
pub fn common(keys: &Table<'_>, kind: Option<Kind>) -> Common {
    let archived = keys.date("archived");
    Common {
        archived_span: archived.as_ref().map(|date| date.span.clone()).unwrap_or_default(),
        archived: archived.map(|date| date.value),
        title: keys.need("title", keys.text("title")).unwrap_or_default(),
        called: keys.string("called"),
        summary: keys.text("summary"),
        language: language(keys),
        draft: draft(keys, kind),
        aliases: keys.addresses("aliases").into_iter().filter(|it| alias(keys, it, kind)).collect(),
        wording: keys.word("wording").map(|word| word.value),
        sources: keys.tables("sources").iter().map(source_note).collect(),
        corrections: keys.tables("corrections").iter().filter_map(correction).collect(),
        conflicts: keys.tables("conflicts").iter().filter_map(conflict).collect(),
        attachments: keys.all("attachments", attachment),
        images: keys.tables("images").iter().map(image).collect(),
        accept: keys
            .tables("accept")
            .iter()
            .filter_map(|table| accept(table, Acceptor::File))
            .collect(),
    }
}

/// Reads the keys of archive documents.
pub fn archive_keys(keys: &Table<'_>) -> ArchiveKeys {
    // An empty list replaces the default with nothing, so it is different from no list.
    let places = |key| {
        let ids = keys.references(key);
        keys.has(key).then_some(ids)
    };
    ArchiveKeys {
        municipalities: places("municipalities"),
        districts: places("districts"),
        police_areas: places("police_areas"),
        focus: keys.texts("focus"),
        translation_of: keys.reference("translation_of"),
        published: keys.date("published"),
        date_basis: keys.string("date_basis"),
        decisions: keys.tables("decisions").iter().map(decision).collect(),
        contact: keys.table("contact").map(|table| contact(&table)),
    }
}

fn draft(keys: &Table<'_>, kind: Option<Kind>) -> bool {
    match kind {
        // Left unread, so that it is reported with the other keys that places do not have.
        Some(kind) if kind.is_place() => false,
        _ => keys.flag("draft").unwrap_or(false),
    }
}

fn source_note(keys: &Table<'_>) -> SourceNote {
    let note = SourceNote {
        publisher: keys.string("publisher"),
        title: keys.string("title"),
        url: keys.text("url").filter(|url| web_address(keys, url)),
        dated: keys.day("dated"),
        retrieved: keys.day("retrieved"),
        reference: keys.string("reference"),
    };
    keys.leftovers();
    note
}

fn correction(keys: &Table<'_>) -> Option<Correction> {
    let date = keys.need("date", keys.date("date"));
    let text = keys.need("text", keys.string("text"));
    keys.leftovers();
    let date = date?;
    Some(Correction { date: date.value, span: date.span, text: text? })
}

fn conflict(keys: &Table<'_>) -> Option<Conflict> {
    let field = keys.need("field", keys.string("field"));
    let value = keys.need("value", keys.string("value"));
    let source = keys.string("source");
    keys.leftovers();
    Some(Conflict { field: field?, value: value?, source })
}

fn attachment(keys: &Table<'_>) -> Option<Attachment> {
    let file = keys.need("file", keys.text("file"));
    let title = keys.need("title", keys.string("title"));
    let text = keys.word("text").map(|word| word.value);
    let original = keys.flag("original").unwrap_or(false);
    keys.leftovers();
    // That the file does not exist is told even if it has no title.
    if title.is_none() {
        keys.mark_unusable();
    }
    Some(Attachment { file: file?, title: title.unwrap_or_default(), text, original })
}

fn image(keys: &Table<'_>) -> Image {
    let file = keys.text("file");
    let alt = keys.string("alt");
    let decorative = keys.flag("decorative").unwrap_or(false);
    let (caption, credit) = (keys.string("caption"), keys.string("credit"));
    keys.leftovers();
    if let Some(file) = &file
        && alt.is_none()
        && !decorative
    {
        let shown = excerpt(file);
        keys.report(
            Code::ImageAltMissing,
            file.span.clone(),
            text!(
                "Bilden ”{shown}” saknar text för den som inte ser den.",
                "The image “{shown}” has no text for those who do not see it."
            ),
            text!(
                "Lägg till raden alt = \"…\" med vad bilden visar, eller decorative = true om bilden inte säger något som inte står i texten.",
                "Add the line alt = \"…\" with what the image shows, or decorative = true if the image says nothing that the text does not."
            ),
        );
    }
    let alt = if decorative { String::new() } else { alt.unwrap_or_default() };
    Image { file, alt, caption, credit }
}

fn decision(keys: &Table<'_>) -> Decision {
    let body = keys.string("body");
    let date = keys.date("date");
    let decision = Decision {
        body,
        span: date.as_ref().map(|date| date.span.clone()).unwrap_or_default(),
        date: date.map(|date| date.value),
        paragraph: keys.string("paragraph"),
        case_number: keys.string("case_number"),
    };
    keys.leftovers();
    decision
}

fn contact(keys: &Table<'_>) -> Contact {
    let contact = Contact {
        name: keys.string("name"),
        role: keys.string("role"),
        email: keys.text("email").filter(|it| email(keys, it)).map(|it| it.value),
        phone: keys.string("phone"),
        until: keys.day("until"),
        span: keys.span(),
    };
    keys.leftovers();
    contact
}
