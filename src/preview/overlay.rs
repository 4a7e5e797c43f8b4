//! What the preview adds to a page: a bar at the bottom that says which file the page is made from
//! and what to look at, and, while there are errors, a list of them over the page. It is escaped,
//! in the language of the messages, and works without scripts: `<details>` opens and closes it.

use super::status::SiteStatus;
use crate::diagnostic::html;
use crate::diagnostic::text::{advice_counted, warnings_counted};
use crate::diagnostic::{Problem, Report, Text};
use crate::escape::escaped;
use crate::language::Language;
use crate::model::ContentPath;
use crate::text;

/// Everything that the preview adds to a page, as the content of one element. `source` is the file
/// behind the page and whether it is a draft; `None` if the page has no file. `desk` is the origin of
/// the desk, if there is one, and the page's address.
pub fn additions(
    standing: &SiteStatus,
    source: Option<(&str, bool)>,
    desk: Option<(&str, &str)>,
) -> String {
    let mut html = bar(standing, source, desk);
    let errors: Vec<Problem> = standing.errors().cloned().collect();
    let explanation = match &standing.shown {
        None => text!(
            "Webbplatsen visas så snart felen är rättade och filerna sparade.",
            "The site is shown as soon as the errors are mended and the files saved."
        ),
        Some(_) => text!(
            "Sidan visas som den var innan. Rätta och spara, så försvinner rutan.",
            "The page is shown as it was before. Mend and save, and this goes away."
        ),
    };
    html.push_str(&overlay(&errors, &explanation, standing.language));
    html
}

/// The name of the preview.
pub fn name() -> Text {
    text!("Förhandsvisning", "Preview")
}

fn bar(standing: &SiteStatus, source: Option<(&str, bool)>, desk: Option<(&str, &str)>) -> String {
    let language = standing.language;
    let say = |text: Text| escaped(text.in_language(language));
    let mut html = String::from("<div class=\"bar\">\n<p>");
    html.push_str(&format!("<strong>{}</strong> ", say(name())));
    match source {
        Some((path, draft)) => {
            let state = if draft {
                text!("Utkast: visas bara här", "Draft: shown only here")
            } else {
                text!("Publiceras", "Will be published")
            };
            let class = if draft { "draft" } else { "published" };
            html.push_str(&format!(
                "<code>{}</code> <span class=\"{class}\">{}</span>",
                escaped(path),
                say(state)
            ));
        }
        None => html.push_str(&say(text!(
            "Programmet gör den här sidan av de andra.",
            "The program makes this page from the others."
        ))),
    }
    if let (Some((path, _)), Some((desk, address))) = (source, desk)
        && ContentPath::of_site(path).is_some()
    {
        html.push_str(&format!(
            " <a href=\"{}/dokument/{}\">{}</a>",
            escaped(desk),
            escaped(address),
            say(text!("Redigera", "Edit"))
        ));
    }
    let drafts = standing.shown.as_ref().map_or(0, |shown| {
        let documents = shown.assembled.archive.documents.iter();
        documents.filter(|it| it.published && it.document.common.draft).count()
    });
    let is_draft = source.is_some_and(|(_, draft)| draft);
    if drafts > 0 && !is_draft {
        html.push_str(&format!(
            " <span class=\"draft\">{}</span>",
            say(match drafts {
                1 => text!(
                    "Visas och räknas här men inte på den publicerade webbplatsen: 1 utkast",
                    "Shown and counted here but not on the published site: 1 draft"
                ),
                _ => text!(
                    "Visas och räknas här men inte på den publicerade webbplatsen: {drafts} utkast",
                    "Shown and counted here but not on the published site: {drafts} drafts"
                ),
            })
        ));
    }
    html.push_str("</p>\n");
    let path = source.map_or("", |(path, _)| path);
    let remarks: Vec<Problem> = standing.remarks(path).cloned().collect();
    if !remarks.is_empty() {
        let report = Report::of(&remarks, language);
        let count = remarks_counted(&report);
        html.push_str(&format!(
            "<details><summary>{}</summary>\n{}</details>\n",
            say(count),
            html::list(&report, language)
        ));
    }
    html.push_str("</div>\n");
    html
}

fn overlay(errors: &[Problem], explanation: &Text, language: Language) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let report = Report::of(errors, language);
    let heading = errors_counted(report.diagnostics.len());
    format!(
        "<div role=\"alert\"><details class=\"overlay\" open>\n<summary>{}</summary>\n<p>{}</p>\n{}</details></div>\n",
        escaped(heading.in_language(language)),
        escaped(explanation.in_language(language)),
        html::list(&report, language)
    )
}

/// A page with only the preview's additions, for when there is no other. `problems` are those of
/// this page alone, when it could not be made.
pub fn alone(standing: &SiteStatus, problems: &[Problem]) -> String {
    let explanation = text!(
        "Den här sidan går inte att visa förrän felen är rättade.",
        "This page cannot be shown until the errors are mended."
    );
    let heading = match problems {
        [] => text!("Webbplatsen kan inte visas än", "The site cannot be shown yet"),
        _ => text!("Sidan kan inte visas", "The page cannot be shown"),
    };
    let overlay = overlay(problems, &explanation, standing.language);
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
         <title>{heading}</title>\n</head>\n<body>\n<main class=\"loftesarkiv-alone\">\n\
         <h1>{heading}</h1>\n{overlay}</main>\n</body>\n</html>\n",
        standing.language.tag(),
        heading = heading.in_language(standing.language),
    )
}

fn errors_counted(n: usize) -> Text {
    match n {
        1 => text!("1 fel att rätta", "1 error to mend"),
        n => text!("{n} fel att rätta", "{n} errors to mend"),
    }
}

/// "2 varningar", "1 påpekande", "2 varningar, 1 påpekande".
fn remarks_counted(report: &Report) -> Text {
    let (warnings, advice) = (report.warnings(), report.advice());
    match (warnings, advice) {
        (_, 0) => warnings_counted(warnings),
        (0, _) => advice_counted(advice),
        (_, _) => {
            let (warnings, advice) = (warnings_counted(warnings), advice_counted(advice));
            Text {
                sv: format!("{}, {}", warnings.sv, advice.sv).into(),
                en: format!("{}, {}", warnings.en, advice.en).into(),
            }
        }
    }
}
