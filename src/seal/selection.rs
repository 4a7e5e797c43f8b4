//! Which documents a package holds, and why one cannot be made.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::facts::years_in_words;
use crate::archive::{Archive, SealMark};
use crate::diagnostic::visible;
use crate::failure::Failure;
use crate::model::DocId;
use crate::model::settings::RecordsArchive;
use crate::text;

/// The documents of a package.
#[derive(Debug, Default)]
pub struct Selection {
    /// In order of time.
    pub documents: Vec<DocId>,
    /// Those among them that an earlier package has too, and that have been corrected since.
    pub modified: Vec<DocId>,
    /// Documents of sealed years that have been changed without a correction; they are left out.
    pub unexplained: Vec<DocId>,
    /// Documents that belong to no year, so that no package of a year holds them.
    pub yearless: Vec<DocId>,
}

impl Selection {
    /// What the package of these years holds: their documents, and what has been added to or
    /// corrected in earlier packages since. A supplement holds only the latter, of its own years.
    pub fn of(archive: &Archive, years: &RangeInclusive<i16>, supplement: bool) -> Selection {
        let mut selection =
            Selection { yearless: archive.yearless().collect(), ..Selection::default() };
        // Translations too: they are documents with words of their own.
        let all = archive.documents.iter().enumerate();
        let all = all.filter(|(_, it)| it.published && it.document.kind.is_archive());
        for (n, linked) in all {
            let id = DocId::nth(n);
            let year = linked.archive_year();
            let own = year.is_some_and(|year| years.contains(&year));
            if supplement && !own {
                continue;
            }
            match archive.sealing(linked).map(|sealing| sealing.mark) {
                None if own => selection.documents.push(id),
                Some(SealMark::Late) => selection.documents.push(id),
                Some(SealMark::Corrected(..)) => {
                    selection.documents.push(id);
                    selection.modified.push(id);
                }
                Some(SealMark::Changed(_)) => selection.unexplained.push(id),
                Some(SealMark::Same(_)) | None => {}
            }
        }
        let key = |id: &DocId| {
            let linked = archive.document(*id);
            (linked.archive_year(), linked.effective.map(|it| it.date.order()), *id)
        };
        selection.documents.sort_by_key(key);
        selection
    }
}

/// Whose records a package of these years is made for on this day, or the reason why none can be.
pub fn check<'a>(
    archive: &'a Archive,
    years: &RangeInclusive<i16>,
    supplement: bool,
) -> Result<&'a RecordsArchive, Failure> {
    let (last, today) = (*years.end(), archive.today);
    if today.year() <= last {
        return Err(Failure {
            message: text!(
                "Året {last} är inte slut den {today}, så dess årspaket kan inte göras än.",
                "The year {last} is not over on {today}, so its yearly package cannot be made yet."
            ),
            help: text!("Vänta till nästa år.", "Wait until next year."),
        });
    }
    let Some(owner) = &archive.settings.archive else {
        return Err(Failure {
            message: text!(
                "Ett årspaket måste säga vem som är arkivbildare, och site.toml har inget [archive].",
                "A yearly package must say who created the records, and site.toml has no [archive]."
            ),
            help: text!(
                "Lägg till i site.toml, med era egna uppgifter:\n\n[archive]\ncreator = \"…\"        # arkivbildaren, med myndighetens fulla namn\ncreator_id = \"…\"     # dess organisationsnummer, NNNNNN-NNNN\ncontact = \"…\"        # en funktions e-postadress",
                "Add to site.toml, with your own facts:\n\n[archive]\ncreator = \"…\"        # the authority that created the records\ncreator_id = \"…\"     # its organisation number, NNNNNN-NNNN\ncontact = \"…\"        # the e-mail address of a function"
            ),
        });
    };
    let sealed: BTreeSet<&str> = years
        .clone()
        .filter_map(|year| archive.seals.of_year(year))
        .map(|seal| seal.name.as_str())
        .collect();
    match (sealed.first(), supplement) {
        (Some(name), false) => Err(Failure {
            message: text!(
                "Årspaketet {name} är redan gjort; seals/{name}.toml visar vad det innehåller.",
                "The yearly package {name} has already been made; seals/{name}.toml shows what it holds."
            ),
            help: text!(
                "Har dokument lagts till eller rättats sedan dess: gör ett tillägg, loftesarkiv seal {name} --supplement.",
                "If documents have been added or corrected since: make a supplement, loftesarkiv seal {name} --supplement."
            ),
        }),
        (None, true) => {
            let first = years.start();
            Err(Failure {
                message: text!(
                    "Det finns inget årspaket för {first} att göra ett tillägg till.",
                    "There is no yearly package of {first} to supplement."
                ),
                help: text!(
                    "Gör det först: loftesarkiv seal {first}",
                    "Make it first: loftesarkiv seal {first}"
                ),
            })
        }
        (Some(_), true) | (None, false) => Ok(owner),
    }
}

/// The drafts that belong to these years: a year with one in it is not finished.
pub fn drafts(archive: &Archive, years: &RangeInclusive<i16>) -> Vec<String> {
    let drafts = archive.documents.iter().filter(|linked| linked.document.common.draft);
    let own = drafts.filter(|linked| linked.archive_year().is_some_and(|it| years.contains(&it)));
    own.map(|linked| linked.document.source.path.to_string()).collect()
}

/// The failure that there is nothing to pack, although perhaps there are documents that have been
/// changed without a correction, or that belong to no year.
pub fn nothing(
    archive: &Archive,
    years: &RangeInclusive<i16>,
    supplement: bool,
    selection: &Selection,
) -> Failure {
    let years = years_in_words(years);
    let paths = |documents: &[DocId]| {
        let paths = documents.iter().map(|id| &archive.document(*id).document.source.path);
        paths.map(|path| visible(path).to_string()).collect::<Vec<String>>().join(", ")
    };
    if supplement && !selection.unexplained.is_empty() {
        let paths = paths(&selection.unexplained);
        return Failure {
            message: text!(
                "Inget är nytt eller rättat sedan årspaketet {years} gjordes. Men texten har ändrats utan att en rättelse säger varför, så den kan inte följa med: {paths}",
                "Nothing has been added or corrected since the yearly package {years} was made. But texts have changed and no correction says why, so they cannot be included: {paths}"
            ),
            help: text!(
                "Lägg tillbaka texten som den var, eller berätta vad som har rättats med [[corrections]], date och text, och gör tillägget sedan.",
                "Put the text back as it was, or say what was corrected with [[corrections]], date and text, and then make the supplement."
            ),
        };
    }
    Failure {
        message: match supplement {
            true => text!(
                "Inget är nytt eller rättat sedan årspaketet {years} gjordes.",
                "Nothing has been added or corrected since the yearly package {years} was made."
            ),
            false => text!(
                "Arkivet har inget dokument som hör till {years}.",
                "The archive has no document that belongs to {years}."
            ),
        },
        help: match selection.yearless.as_slice() {
            [] => text!("Inget behöver göras.", "Nothing needs to be done."),
            yearless => {
                let paths = paths(yearless);
                text!(
                    "Dessa dokument hör till inget år, och följer inte med i något årspaket: {paths}. Skriv in period, datum eller archived i dem.",
                    "These documents belong to no year, and are in no yearly package: {paths}. Write in them their period, their date or archived."
                )
            }
        },
    }
}
