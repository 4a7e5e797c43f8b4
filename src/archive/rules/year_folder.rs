//! The rule that a document in a year's folder is about that year. If last year's file was
//! overwritten with this year's text, a published address would show false history.

use super::document::Rules;
use crate::archive::linked::Linked;
use crate::diagnostic::Code;
use crate::model::{ContentPath, PartialDate};
use crate::text;

impl Rules<'_> {
    /// Reports a document if neither its period nor any of its dates is in the year of its folder.
    pub(super) fn year_folder(&mut self) {
        let linked = self.linked;
        let document = &linked.document;
        if !document.kind.is_archive() {
            return;
        }
        let path = ContentPath::of_source(&document.source);
        let Some((folder, year)) = path.folders().find_map(|it| Some((it, year_of(it.name())?)))
        else {
            return;
        };
        // A follow-up or a notice may be in the folder of the year that its subject belongs to.
        let about = linked.follows_up.iter().chain(&linked.about);
        let about: Vec<&Linked> = about.map(|id| self.archive.document(*id)).collect();
        if touches(linked, year) || about.into_iter().any(|other| touches(other, year)) {
            return;
        }
        let period = document.period().and_then(|period| period.first_year());
        let dated = linked.effective.map(|effective| effective.date.calendar_year());
        let Some(own) = period.or(dated) else { return };
        let span = document.written_period().map(|period| period.span.clone());
        let span = span.or_else(|| document.written_date().map(|date| date.span.clone()));
        let (folder, name) = (folder.as_str(), path.name());
        let (from, to) = (path.as_str(), format!("{}{own}/{name}", parent(folder)));
        self.warn(
            Code::YearFolder,
            span.or_else(|| self.title_span()),
            text!(
                "Filen ligger i mappen {year}, men dokumentet är från {own}: varken perioden eller något datum rör {year}.",
                "The file is in the folder {year}, but the document is from {own}: neither its period nor any date touches {year}."
            ),
            text!(
                "Är det {year} års fil som har skrivits över: lägg tillbaka den, och lägg det nya dokumentet i mappen {own}. Ligger filen bara i fel mapp: loftesarkiv move content/{from} content/{to}. Annars: rätta period eller datum efter källan.",
                "If the file of {year} was overwritten: put it back, and put the new document in the folder {own}. If the file is only in the wrong folder: loftesarkiv move content/{from} content/{to}. Otherwise correct the period or the date from the source."
            ),
        );
    }
}

/// The path of the folder above, with a slash at the end, or an empty text if there is none.
fn parent(folder: &str) -> &str {
    folder.rfind('/').map_or("", |at| &folder[..=at])
}

fn year_of(name: &str) -> Option<i16> {
    match PartialDate::parse(name) {
        Ok(PartialDate::Year(year)) => Some(year),
        _ => None,
    }
}

/// Whether a year is in a document's period or is the year of one of its dates. If an end of the
/// period is unknown, the period has no limit there.
fn touches(linked: &Linked, year: i16) -> bool {
    let document = &linked.document;
    let in_period = document.period().is_some_and(|period| {
        period.from().is_none_or(|from| from.calendar_year() <= year)
            && period.until().is_none_or(|until| year <= until.calendar_year())
    });
    let dates = document.written_date().into_iter().chain(&document.archive.published);
    let of_agreement = document.agreement().into_iter().flat_map(|keys| {
        let ended = keys.ended.as_ref().map(|ended| &ended.date);
        let signed = keys.signed.iter().chain(&keys.announced).chain(ended);
        signed.chain(&keys.follow_ups_planned)
    });
    let beside = document.archive.decisions.iter().filter_map(|decision| decision.date);
    let sources = document.common.sources.iter().filter_map(|source| source.dated);
    in_period
        || dates
            .chain(of_agreement)
            .map(|date| date.value)
            .chain(beside)
            .chain(sources)
            .any(|date| date.calendar_year() == year)
}
