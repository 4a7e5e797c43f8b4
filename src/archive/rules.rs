//! The rules of the archive that need more than one file or the day: all of them warnings, none of
//! them about what is normal (signing after the period began, several pledges at once, quarterly
//! pledges, an agreement without pledges).

use jiff::civil::Date;
use jiff::{ToSpan, civil};
use rayon::prelude::*;

use super::linked::{Linked, LinkedPlace};
use super::whole::Archive;
use crate::diagnostic::{Code, Problem, Span, Spanned};
use crate::language::Language;
use crate::model::document::{Agreement, PledgeKeys};
use crate::model::{
    AttachmentText, Kind, PartialDate, PlaceId, PlannedState, Wording, date_in_text,
};
use crate::text;

/// Tries every rule on every document.
pub fn check(archive: &Archive, problems: &mut Vec<Problem>) {
    problems.par_extend(archive.documents.par_iter().flat_map_iter(|linked| {
        let mut problems = Vec::new();
        let mut rules = Rules { archive, linked, problems: &mut problems };
        rules.sources();
        rules.attachments();
        rules.contact();
        rules.members();
        if let Some(agreement) = linked.document.agreement() {
            rules.signatories(agreement);
            rules.overdue(agreement);
        }
        if let Some(pledge) = linked.document.pledge() {
            rules.agreement(pledge);
        }
        problems
    }));
    for place in archive.places.iter() {
        situation_report(archive, place, problems);
    }
    ignored(archive, problems);
}

struct Rules<'a> {
    archive: &'a Archive,
    linked: &'a Linked,
    problems: &'a mut Vec<Problem>,
}

impl Rules<'_> {
    fn warn(
        &mut self,
        code: Code,
        span: Option<Span>,
        message: crate::diagnostic::Text,
        help: crate::diagnostic::Text,
    ) {
        let source = &self.linked.document.source;
        self.problems.push(match span {
            Some(span) => Problem::at(code, source, span, message, help),
            None => Problem::in_file(code, source, message, help),
        });
    }

    fn title_span(&self) -> Option<Span> {
        Some(self.linked.document.common.title.span.clone())
    }

    fn sources(&mut self) {
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

    fn attachments(&mut self) {
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

    fn contact(&mut self) {
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

    /// A police area that did not cover the municipality at the time.
    fn members(&mut self) {
        let linked = self.linked;
        let named = &linked.document.archive;
        let date = linked.effective.map(|effective| effective.date);
        for area in &linked.police_areas {
            let area = self.archive.place(*area);
            if area.members.is_empty() {
                continue;
            }
            let members: Vec<PlaceId> = area.members_on(date).collect();
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

    fn signatories(&mut self, agreement: &Agreement) {
        let mentioned = self.linked.document.common.wording == Some(Wording::Mentioned);
        if agreement.signatories.is_empty() && !mentioned {
            self.warn(
                Code::NoSignatories,
                self.title_span(),
                text!(
                    "Dokumentet säger inte vilka som har skrivit under.",
                    "The document does not say who signed it."
                ),
                text!(
                    "Lägg till [[signatories]] med namn som i källan. Saknas de där: accept = [{{ code = \"no-signatories\", reason = \"står inte i källan\" }}].",
                    "Add [[signatories]] with names as in the source. If it has none: accept = [{{ code = \"no-signatories\", reason = \"not in the source\" }}]."
                ),
            );
        }
    }

    /// For twelve months after the planned date, not for ever.
    fn overdue(&mut self, agreement: &Agreement) {
        let today = self.archive.today;
        for planned in &self.linked.planned {
            let recent = planned
                .date
                .last_day()
                .checked_add(12.months())
                .is_ok_and(|forgotten| today <= forgotten);
            if planned.state != PlannedState::Missing || !recent {
                continue;
            }
            let span = agreement
                .follow_ups_planned
                .iter()
                .find(|written| written.value == planned.date)
                .map(|written| written.span.clone());
            let (sv, en) = in_words(planned.date);
            self.warn(
                Code::FollowUpOverdue,
                span,
                text!(
                    "En uppföljning var utlovad till {sv}, men arkivet har ingen.",
                    "A follow-up was promised for {en}, but the archive has none."
                ),
                text!(
                    "Lägg till uppföljningen med ”loftesarkiv new follow-up”. Har den inte gjorts visas den som saknad.",
                    "Add it with “loftesarkiv new follow-up”. If it was never made, it is shown as missing."
                ),
            );
        }
    }

    fn agreement(&mut self, pledge: &PledgeKeys) {
        let Some(reference) = &pledge.agreement else {
            self.warn(
                Code::PledgeWithoutAgreement,
                self.title_span(),
                text!(
                    "Medborgarlöftet säger inte vilken överenskommelse det hör till.",
                    "The pledge does not say which agreement it belongs to."
                ),
                text!(
                    "Skriv till exempel agreement = \"../2016/overenskommelse.md\" ovanför första raden med [ … ]. Är ingen överenskommelse känd, skriv där: accept = [{{ code = \"pledge-without-agreement\", reason = \"…\" }}].",
                    "Write for example agreement = \"../2016/overenskommelse.md\" above the first line with [ … ]. If no agreement is known, write there: accept = [{{ code = \"pledge-without-agreement\", reason = \"…\" }}]."
                ),
            );
            return;
        };
        let period = |linked: &Linked| linked.document.agreement().and_then(|a| a.period.value);
        let Some(agreement) = self.linked.agreement.map(|id| self.archive.document(id)) else {
            return;
        };
        let (Some(own), Some(frame)) = (period(self.linked), period(agreement)) else { return };
        // Only of days that are known can it be said.
        let after = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(a, b)| a > b);
        let outside = after(frame.first_day(), own.first_day())
            || after(own.last_day(), frame.last_day())
            || after(own.first_day(), frame.last_day())
            || after(frame.first_day(), own.last_day());
        if outside {
            self.warn(
                Code::PledgeOutsideAgreement,
                Some(reference.span.clone()),
                text!(
                    "Medborgarlöftets tid ligger inte inom överenskommelsens.",
                    "The pledge's time does not lie within the agreement's."
                ),
                text!(
                    "Kontrollera period i båda filerna, och att det är rätt överenskommelse.",
                    "Check period in both files, and that it is the right agreement."
                ),
            );
        }
    }
}

fn written(names: &Option<Vec<Spanned<String>>>, id: &str) -> Option<Span> {
    names.as_ref()?.iter().find(|name| name.value == id).map(|name| name.span.clone())
}

fn in_words(date: PartialDate) -> (String, String) {
    (date_in_text(Language::Swedish, date), date_in_text(Language::English, date))
}

/// Lag (2023:196) 6 §: the situation report is brought up to date at least every second year, from
/// 1 July 2023.
const LAW_IN_FORCE: Date = civil::date(2023, 7, 1);

fn situation_report(archive: &Archive, place: &LinkedPlace, problems: &mut Vec<Problem>) {
    if place.place.kind() != Kind::Municipality {
        return;
    }
    let latest = place
        .documents
        .iter()
        .map(|id| archive.document(*id))
        .filter(|linked| linked.document.kind == Kind::SituationReport)
        .filter_map(|linked| Some((linked.effective?.date, linked)))
        .max_by_key(|(date, _)| date.order());
    let Some((date, linked)) = latest else { return };
    let due = date.last_day().max(LAW_IN_FORCE).checked_add(24.months());
    if due.is_ok_and(|due| archive.today > due) {
        let (sv, en) = in_words(date);
        let place = place.short_name();
        problems.push(Problem::at(
            Code::SituationReportOld,
            &linked.document.source,
            linked.document.common.title.span.clone(),
            text!(
                "Den senaste lägesbilden för {place} är från {sv}, för mer än 24 månader sedan.",
                "The latest situation report for {place} is from {en}, more than 24 months ago."
            ),
            text!(
                "Lagen (2023:196) 6 § kräver en ny minst vartannat år. Lägg till den. Finns ingen nyare, skriv: accept = [{{ code = \"situation-report-old\", reason = \"…\" }}]",
                "The law (2023:196) 6 § asks for a new one at least every second year. Add it. If there is none, write: accept = [{{ code = \"situation-report-old\", reason = \"…\" }}]"
            ),
        ));
    }
}

/// Every file in `content/` is a document or referred to by one.
fn ignored(archive: &Archive, problems: &mut Vec<Problem>) {
    for file in archive.files.iter().filter(|file| !file.referred) {
        let path = &file.file.path;
        let source = crate::diagnostic::Source::path_only(path.to_string());
        let (message, help) = if path.as_str().to_lowercase().ends_with(".md.txt") {
            (
                text!(
                    "Filen slutar på .md.txt, så den läses inte som ett dokument.",
                    "The file ends in .md.txt, so it is not read as a document."
                ),
                text!(
                    "Byt namn så att den slutar på .md. I Windows: visa filnamnstillägg först.",
                    "Rename it so that it ends in .md. In Windows: show file name extensions first."
                ),
            )
        } else {
            (
                text!(
                    "Filen publiceras inte: inget dokument hänvisar till den.",
                    "The file is not published: no document refers to it."
                ),
                text!(
                    "Ange den under [[attachments]] eller [[images]], länka till den, eller flytta den ut ur content.",
                    "Give it under [[attachments]] or [[images]], link to it, or move it out of content."
                ),
            )
        };
        problems.push(Problem::in_file(Code::FileIgnored, &source, message, help));
    }
}
