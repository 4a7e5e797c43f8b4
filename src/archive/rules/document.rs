//! Rules of any document: its sources, its attachments, its contact and the places it names.

use super::words::in_words;
use crate::archive::areas::below_on;
use crate::archive::linked::{Linked, LinkedPlace};
use crate::archive::whole::Archive;
use crate::diagnostic::{Code, Problem, Span, Spanned, Text};
use crate::model::{AttachmentText, Kind};
use crate::text;

/// The rules applied to one document.
pub(super) struct Rules<'a> {
    pub(super) archive: &'a Archive,
    pub(super) linked: &'a Linked,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl Rules<'_> {
    pub(super) fn warn(&mut self, code: Code, span: Option<Span>, message: Text, help: Text) {
        let source = &self.linked.document.source;
        self.problems.push(match span {
            Some(span) => Problem::at(code, source, span, message, help),
            None => Problem::in_file(code, source, message, help),
        });
    }

    pub(super) fn title_span(&self) -> Option<Span> {
        Some(self.linked.document.common.title.span.clone())
    }

    pub(super) fn check_sources(&mut self) {
        let document = &self.linked.document;
        if document.kind.is_archive() && document.common.sources.is_empty() {
            self.warn(
                Code::NoSource,
                self.title_span(),
                text!(
                    "Dokumentet säger inte var texten kommer ifrån.",
                    "The document does not say where its text comes from."
                ),
                text!(
                    "Lägg till [[sources]] med till exempel publisher, title och retrieved.",
                    "Add [[sources]] with for example publisher, title and retrieved."
                ),
            );
        }
    }

    pub(super) fn check_attachments(&mut self) {
        let document = &self.linked.document;
        if !document.body.text.trim().is_empty() {
            return;
        }
        let scanned: Vec<Span> = document
            .common
            .attachments
            .iter()
            .filter(|attachment| attachment.text == Some(AttachmentText::Scanned))
            .map(|attachment| attachment.file.span.clone())
            .collect();
        for span in scanned {
            self.warn(
                Code::ScannedOnly,
                Some(span),
                text!(
                    "Texten finns bara som en skannad bild, så den går varken att söka i eller få uppläst.",
                    "The text is only there as a scanned picture, so it can neither be searched nor read aloud."
                ),
                text!(
                    "Skriv av eller sammanfatta texten nedanför den avslutande raden +++.",
                    "Transcribe or summarise the text below the closing line +++."
                ),
            );
        }
    }

    pub(super) fn check_contact(&mut self) {
        let Some(contact) = &self.linked.document.archive.contact else { return };
        let Some(until) = contact.until.filter(|until| until.last_day() < self.archive.today)
        else {
            return;
        };
        let span = contact.span.clone();
        let (sv, en) = in_words(until);
        self.warn(
            Code::ContactExpired,
            Some(span),
            text!(
                "Kontakten gällde till och med {sv} och visas inte längre.",
                "The contact held until {en} and is no longer shown."
            ),
            text!(
                "Uppdatera kontakten, eller ta bort [contact].",
                "Update the contact, or remove [contact]."
            ),
        );
    }

    /// Reports a police area that did not cover the municipality at the time.
    pub(super) fn check_members(&mut self) {
        let linked = self.linked;
        let named = &linked.document.archive;
        let date = linked.effective.map(|effective| effective.date);
        for id in &linked.police_areas {
            let area = self.archive.place(*id);
            // An area within another of the document's areas does not cover all that the other does.
            let mut others = linked.police_areas.iter().map(|other| self.archive.place(*other));
            let is_within = others.any(|other| other.below.contains(id));
            if is_within || !self.knows_members(area) {
                continue;
            }
            let members = below_on(&self.archive.places, *id, date);
            for municipality in &linked.municipalities {
                let place = self.archive.place(*municipality);
                let covered = members.contains(municipality)
                    || place.districts.iter().any(|district| members.contains(district));
                if covered {
                    continue;
                }
                let span = written(&named.police_areas, &area.place.id)
                    .or_else(|| written(&named.municipalities, &place.place.id))
                    .or_else(|| self.title_span());
                let (area, place) = (area.name_on(date).to_owned(), place.short_name().to_owned());
                self.warn(
                    Code::NotAMember,
                    span,
                    text!(
                        "{place} hörde inte till {area} då, enligt områdets index.md.",
                        "{place} did not belong to {area} then, says the area's index.md."
                    ),
                    text!(
                        "Rätta police_areas eller municipalities här, eller [[members]] i områdets index.md.",
                        "Correct police_areas or municipalities here, or [[members]] in the area's index.md."
                    ),
                );
            }
        }
    }
}

impl Rules<'_> {
    /// Whether the archive knows of any municipality or district in a police area.
    fn knows_members(&self, area: &LinkedPlace) -> bool {
        area.below.iter().any(|id| self.archive.place(*id).place.kind() != Kind::PoliceArea)
    }
}

fn written(names: &Option<Vec<Spanned<String>>>, id: &str) -> Option<Span> {
    names.as_ref()?.iter().find(|name| name.value == id).map(|name| name.span.clone())
}
