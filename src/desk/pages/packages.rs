//! Yearly packages for the records archive: which years have none, and making one.

use hyper::StatusCode;

use super::Context;
use super::shell::{MenuPart, button, page};
use crate::archive::Drafts;
use crate::desk::fields::FieldNode;
use crate::desk::form::for_forms;
use crate::desk::html::Html;
use crate::desk::server::Reply;
use crate::diagnostic::Text;
use crate::seal::{self, SealOutcome, SealRequest};
use crate::text;

/// The page that lists the years.
pub fn packages(context: &Context<'_>) -> Reply {
    shown(context, StatusCode::OK, &[], None)
}

/// The list; `made` is the year whose package was made just now, which the newest version that was
/// read does not show yet.
fn shown(context: &Context<'_>, status: StatusCode, told: &[Text], made: Option<i16>) -> Reply {
    let mut html = Html::new();
    if !told.is_empty() {
        html.open("div", &[("class", "told"), ("role", "status")]);
        for words in told {
            html.element("p", &[], context.words(words));
        }
        html.close("div");
    }
    let help = context.say(
        "Årspaketet är det som kommunarkivet tar emot: årets dokument som de är, som pdf och som webbplats. Gör det när årets sista dokument är publicerat.",
        "The yearly package is what the records archive receives: the year's documents as they are, as PDF and as a web site. Make it when the year's last document has been published.",
    );
    html.element("p", &[], help);
    let archive = &context.newest.archive;
    html.open("table", &[]).open("thead", &[]).open("tr", &[]);
    for (sv, en) in [("År", "Year"), ("Dokument", "Documents"), ("Årspaket", "Yearly package")] {
        html.element("th", &[("scope", "col")], context.say(sv, en));
    }
    html.close("tr").close("thead").open("tbody", &[]);
    for (year, count) in archive.archive_years().iter().rev() {
        html.open("tr", &[]);
        html.element("td", &[], &year.to_string()).element("td", &[], &count.to_string());
        html.open("td", &[]);
        match archive.seals.of_year(*year) {
            Some(seal) => {
                html.text(&format!("{} {}", context.say("Gjort", "Made"), seal.sealed));
            }
            None if made == Some(*year) => {
                html.text(context.say("Gjort nu", "Made just now"));
            }
            None if *year >= archive.today.year() => {
                html.text(context.say("Året är inte slut", "The year is not over"));
            }
            None => {
                html.open("form", &[("method", "post"), ("action", "/arspaket")]);
                html.hidden("_token", context.state.admission.token());
                let make = context.say("Gör årspaketet", "Make the package");
                button(&mut html, "_year", &year.to_string(), &format!("{make} {year}"), "");
                html.close("form");
            }
        }
        html.close("td").close("tr");
    }
    html.close("tbody").close("table");
    let title = context.say("Årspaket", "Yearly packages");
    Reply::page(status, page(context, MenuPart::Other, title, &html))
}

/// Makes the package of a year.
pub fn make_package(context: &Context<'_>, fields: &FieldNode) -> Reply {
    let Some(year) = fields.value("_year").and_then(|year| year.parse::<i16>().ok()) else {
        return Reply::see_other("/arspaket");
    };
    if context.newest.archive.settings.archive.is_none() {
        let words = text!(
            "Inget årspaket gjordes. Fyll först i vem som är arkivbildare, under Inställningar.",
            "No yearly package was made. First fill in who the records creator is, under Settings."
        );
        return shown(context, StatusCode::UNPROCESSABLE_ENTITY, &[words], None);
    }
    let session = context.session(Drafts::Hidden);
    let output = session.site.join(seal::PACKAGES);
    let request = SealRequest {
        years: year..=year,
        supplement: false,
        output: &output,
        interrupted: &|| false,
    };
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    match seal::seal(&session, &request) {
        Ok(SealOutcome::Sealed(sealed)) => {
            let name = sealed.zip.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let count = sealed.documents;
            let words = text!(
                "Årspaketet {year} är gjort: {count} dokument, i filen {name} i mappen packages. Lämna den till kommunarkivet, och publicera webbplatsen så att dokumenten visar att de ingår.",
                "The yearly package {year} has been made: {count} documents, in the file {name} in the folder packages. Give it to the records archive, and publish the site so that the documents show that they are included."
            );
            shown(context, StatusCode::OK, &[words], Some(year))
        }
        Ok(SealOutcome::Errors(_) | SealOutcome::NotMade(_)) => {
            let words = text!(
                "Inget årspaket gjordes. Rätta felen först.",
                "No yearly package was made. Mend the errors first."
            );
            shown(context, refused, &[words], None)
        }
        Ok(SealOutcome::Drafts(drafts)) => {
            let count = drafts.len();
            let words = text!(
                "Inget årspaket gjordes: året har {count} utkast, som inte skulle följa med. Publicera dem eller ta bort dem.",
                "No yearly package was made: the year has {count} drafts, which would not be included. Publish or remove them."
            );
            shown(context, refused, &[words], None)
        }
        Err(failure) => shown(context, refused, &[for_forms(&failure.message)], None),
    }
}
