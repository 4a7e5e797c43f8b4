//! `seal`: the yearly package for the records archive, and its record.

use std::ops::RangeInclusive;
use std::sync::atomic::Ordering;

use super::arguments::{Global, SealOptions};
use super::outcome::CommandOutcome;
use super::{interrupt, session, tell};
use crate::diagnostic::{Report, visible};
use crate::failure::Failure;
use crate::language::Language;
use crate::model::is_year;
use crate::seal::{self, SealOutcome, SealRequest, Sealed};
use crate::shown_path::shown_path;
use crate::text;

/// Makes the package.
pub fn run(global: &Global, options: &SealOptions) -> Result<CommandOutcome, Failure> {
    session::finish_move(global)?;
    let session = session::open(global, false)?;
    let language = session.language();
    let asked = interrupt::noticed()?;
    let interrupted = || asked.load(Ordering::Relaxed);
    let output = options.output.clone().unwrap_or_else(|| global.site.join(seal::PACKAGES));
    let request = SealRequest {
        years: options.years.clone(),
        supplement: options.supplement,
        output: &output,
        interrupted: &interrupted,
    };
    match seal::seal(&session, &request)? {
        SealOutcome::Sealed(sealed) => {
            say(global, language, &sealed);
            Ok(CommandOutcome::Done)
        }
        SealOutcome::Errors(problems) | SealOutcome::NotMade(problems) => {
            tell::report(global, &Report::of(&problems, language), language, false)?;
            let told = text!(
                "Inget årspaket gjordes. Rätta felen först.",
                "No yearly package was made. Mend the errors first."
            );
            tell::notice(language, &told);
            Ok(CommandOutcome::Errors)
        }
        SealOutcome::Drafts(drafts) => {
            let drafts = drafts.iter().map(|path| visible(path).to_string());
            let drafts = drafts.collect::<Vec<String>>().join(", ");
            let told = text!(
                "Inget årspaket gjordes: året har utkast, som inte skulle följa med. Publicera dem eller ta bort dem: {drafts}",
                "No yearly package was made: the year has drafts, which would not be included. Publish or remove them: {drafts}"
            );
            tell::notice(language, &told);
            Ok(CommandOutcome::Errors)
        }
    }
}

fn say(global: &Global, language: Language, sealed: &Sealed) {
    let line = |told| tell::line(global, language, &told);
    let (zip, record, digest) = (shown_path(&sealed.zip), &sealed.record, sealed.digest);
    let zip = visible(&zip);
    let count = sealed.documents;
    line(match count {
        1 => text!("{zip}: 1 dokument.", "{zip}: 1 document."),
        _ => text!("{zip}: {count} dokument.", "{zip}: {count} documents."),
    });
    line(text!("SHA-256: {digest}", "SHA-256: {digest}"));
    if sealed.modified > 0 {
        let modified = sealed.modified;
        line(text!(
            "{modified} av dem har rättats sedan de ingick i ett tidigare årspaket.",
            "{modified} of them have been corrected since they were in an earlier yearly package."
        ));
    }
    for path in &sealed.unexplained {
        let path = visible(path);
        line(text!(
            "Följer inte med: {path} har ändrats sedan sitt årspaket utan att en rättelse säger varför.",
            "Not included: {path} has changed since its yearly package and no correction says why."
        ));
    }
    for path in &sealed.yearless {
        let path = visible(path);
        line(text!(
            "Följer inte med i något årspaket: {path} hör till inget år. Skriv in period, datum eller archived.",
            "Not in any yearly package: {path} belongs to no year. Write its period, its date or archived."
        ));
    }
    for (title, why) in &sealed.without_pdf {
        let (title, why) = (visible(title), why.in_language(language));
        line(text!("Utan PDF: {title}: {why}", "Without a PDF: {title}: {why}"));
    }
    for path in &sealed.long_paths {
        let path = visible(path);
        line(text!(
            "Varning: sökvägen är längre än 200 tecken, och alla system kan inte packa upp den: {path}",
            "Warning: the path is longer than 200 characters, and not every system can unpack it: {path}"
        ));
    }
    line(text!(
        "Spara {record} tillsammans med content, och bygg webbplatsen: dokumenten visar då att de ingår.",
        "Keep {record} together with content, and build the site: the documents then show that they are included."
    ));
}

/// `2020`, or `2015-2025`.
pub fn parse_years(text: &str) -> Result<RangeInclusive<i16>, String> {
    let year = |text: &str| -> Option<i16> { text.parse().ok().filter(|_| is_year(text)) };
    let years = match text.split_once(['-', '–']) {
        None => year(text).map(|year| year..=year),
        Some((first, last)) => year(first).zip(year(last)).map(|(first, last)| first..=last),
    };
    years.filter(|years| !years.is_empty()).ok_or_else(|| {
        "skriv året med fyra siffror, till exempel 2021 eller 2015-2021 (a year or years)"
            .to_owned()
    })
}
