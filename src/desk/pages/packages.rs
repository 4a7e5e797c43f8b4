//! Yearly packages for the records archive: which years have none, and making one.

use hyper::StatusCode;

use super::context::Context;
use super::publish::{correction_form, count_unpublished};
use super::shell::{MenuPart, button, page};
use super::wrong::{hindering, name_of};
use crate::archive::Drafts;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::for_forms;
use crate::desk::html::Html;
use crate::diagnostic::{Code, Text};
use crate::model::{ContentPath, Document, PartialDate, date_in_text};
use crate::seal::{self, SealOutcome, SealRequest};
use crate::seals::Seal;
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
    unpublished(context, &mut html);
    explained(context, &mut html);
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
        let mut seals = archive.seals.seals.iter().filter(|seal| seal.years.contains(year));
        match seals.next() {
            Some(first) => {
                sealed(context, first, context.say("Gjort", "Made"), &mut html);
                for more in seals {
                    html.text("; ");
                    sealed(context, more, context.say("tillägg", "supplement"), &mut html);
                }
                if made == Some(*year) {
                    html.text("; ")
                        .text(context.say("tillägg gjort nu", "supplement made just now"));
                } else if first.years.end() == year {
                    supplement(context, first, &mut html);
                }
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
    unexplained(context, &mut html);
    yearless(context, &mut html);
    let title = context.say("Årspaket", "Yearly packages");
    Reply::page(status, page(context, MenuPart::Other, title, &html))
}

/// That the site has changes that no reader has seen, which a package would hold all the same.
fn unpublished(context: &Context<'_>, html: &mut Html) {
    let count = count_unpublished(context);
    if count == 0 {
        return;
    }
    html.open("div", &[("class", "mistake advice")]).open("p", &[]);
    html.text(context.say(
        "Det finns ändringar som inte är publicerade. Ett paket som görs nu får dem med, fast ingen har kunnat läsa dem på webbplatsen. Publicera först: ",
        "There are changes that have not been published. A package that is made now includes them, though nobody could read them on the site. Publish first: ",
    ));
    let to = format!(
        "{} ({count})",
        context.say("nytt, ändrat och borttaget", "new, changed and withdrawn")
    );
    html.element("a", &[("href", "/publicera")], &to).text(".").close("p").close("div");
}

/// The documents that say something else than in their package without a correction that tells why, which
/// no supplement includes, each with a link to its form.
fn unexplained(context: &Context<'_>, html: &mut Html) {
    let archive = &context.newest.archive;
    let problems = context.status.problems.iter();
    let changed = problems.filter(|problem| problem.code == Code::SealedChanged);
    let documents = changed.filter_map(|problem| {
        let id = archive.document_at(ContentPath::of_site(&problem.source.path)?)?;
        Some(&archive.document(id).document)
    });
    let mut documents = documents.peekable();
    if documents.peek().is_none() {
        return;
    }
    let heading = context.say("Ändrat utan rättelse", "Changed without a correction");
    let help = context.say(
        "De här dokumenten säger något annat nu än i sitt årspaket, och ingen rättelse säger varför. De kommer inte med i något tillägg förrän de har en rättelse. Var det bara ett skrivfel: skriv det i rättelsen.",
        "These documents say something else now than in their yearly package, and no correction says why. No supplement includes them until they have a correction. If it was only a slip of the pen, write that in the correction.",
    );
    let links = documents.map(|document| (correction_form(&document.address), &**document));
    listed(heading, help, links, html);
}

/// The documents that no package holds, each with a link to its form.
fn yearless(context: &Context<'_>, html: &mut Html) {
    let archive = &context.newest.archive;
    let mut documents = archive.yearless().map(|id| &archive.document(id).document).peekable();
    if documents.peek().is_none() {
        return;
    }
    let heading = context.say("Hör till inget år", "Belong to no year");
    let help = context.say(
        "De här dokumenten följer inte med i något årspaket, eftersom de saknar period, datum och dag då de lades in. Fyll i en av dem.",
        "These documents are in no yearly package, because they have no period, no date and no day on which they were added. Fill in one of these.",
    );
    let links = documents.map(|document| (format!("/dokument/{}", document.address), &**document));
    listed(heading, help, links, html);
}

/// Documents, each with where its title leads.
fn listed<'d>(
    heading: &str,
    help: &str,
    documents: impl Iterator<Item = (String, &'d Document)>,
    html: &mut Html,
) {
    html.element("h2", &[], heading).element("p", &[], help).open("ul", &[]);
    for (to, document) in documents {
        html.open("li", &[]);
        html.element("a", &[("href", &to)], &document.common.title.value).close("li");
    }
    html.close("ul");
}

/// What a package is on the disk, and what it does not say by itself.
fn explained(context: &Context<'_>, html: &mut Html) {
    let summary = context.say("Vad ett årspaket är", "What a yearly package is");
    html.open("details", &[]).element("summary", &[], summary);
    html.open("p", &[]);
    html.text(context.say(
        "Ett årspaket är tre filer, som ligger i mappen packages i webbplatsens mapp och lämnas tillsammans:",
        "A yearly package is three files, which are in the folder packages of the site's folder and are handed over together:",
    ));
    html.close("p").open("ul", &[]);
    for (sv, en) in [
        ("zip-filen, som är själva paketet,", "the ZIP file, which is the package itself,"),
        (
            "filen som slutar på sha256, med kontrollsumman som arkivet jämför med,",
            "the file that ends in sha256, with the checksum that the archive compares with,",
        ),
        (
            "filen som slutar på json, med uppgifterna till arkivets leveransblankett.",
            "the file that ends in json, with the facts for the archive's delivery form.",
        ),
    ] {
        html.element("li", &[], context.say(sv, en));
    }
    html.close("ul");
    for (sv, en) in [
        (
            "Överst i zip-filens mapp documentation ligger LASMIG (läs mig). Den säger på vanlig svenska vad paketet innehåller, vad som saknas och hur det kontrolleras. Läs den innan du lämnar paketet.",
            "In the folder documentation of the ZIP file is LASMIG (read me). It says in plain words what the package holds, what is missing and how it is verified. Read it before you hand the package over.",
        ),
        (
            "Det som läggs till eller rättas i ett år som har sitt paket följer med i nästa årspaket som görs. Ska det lämnas genast görs ett tillägg, med knappen vid året. Tillägg som är gjorda visas också där.",
            "What is added to or corrected in a year that has its package is included in the next package that is made. If it is to be handed over at once, a supplement is made, with the button beside the year. Supplements that were made are shown there as well.",
        ),
        (
            "År från tiden före det första paketet kan göras här ett i taget. De kan också läggas samman till ett enda paket, om kommunarkivet hellre vill det; hur står i handboken. Fråga arkivet först: ett år ingår bara i ett paket.",
            "Years from before the first package can be made here one by one. They can also be put together in a single package, if the records archive prefers that; how is in the handbook. Ask the archive first: a year is in one package only.",
        ),
    ] {
        html.element("p", &[], context.say(sv, en));
    }
    html.close("details");
}

/// The button that makes a supplement, if a package lacks something by now.
fn supplement(context: &Context<'_>, seal: &Seal, html: &mut Html) {
    let lacking = match seal::count_for_supplement(&context.newest.archive, &seal.years) {
        0 => return,
        1 => text!(
            "1 dokument är nytt eller rättat sedan dess.",
            "1 document is new or corrected since."
        ),
        n => text!(
            "{n} dokument är nya eller rättade sedan dess.",
            "{n} documents are new or corrected since."
        ),
    };
    html.open("form", &[("method", "post"), ("action", "/arspaket")]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_supplement", "1");
    html.element("p", &[], context.words(&lacking));
    let make = context.say("Gör ett tillägg till", "Make a supplement to");
    let year = seal.years.end().to_string();
    button(html, "_year", &year, &format!("{make} {}", seal.name), "");
    html.close("form");
}

/// When a package was made, and of which years if they are several.
fn sealed(context: &Context<'_>, seal: &Seal, made: &str, html: &mut Html) {
    let day = date_in_text(context.language, PartialDate::Day(seal.sealed));
    html.text(&format!("{made} {day}"));
    let (first, last) = (seal.years.start(), seal.years.end());
    if first != last {
        let with = context.say("tillsammans, åren", "together, the years");
        html.text(&format!(" ({with} {first}–{last})"));
    }
}

/// Makes the package of a year.
pub fn make_package(context: &Context<'_>, fields: &FieldNode) -> Reply {
    let Some(year) = fields.value("_year").and_then(|year| year.parse::<i16>().ok()) else {
        return Reply::see_other("/arspaket");
    };
    if context.newest.archive.settings.archive.is_none() {
        let words = if hindering(context, "site.toml").next().is_some() {
            text!(
                "Inget årspaket gjordes. Rätta först det som är fel under Inställningar.",
                "No yearly package was made. First correct what is wrong under Settings."
            )
        } else {
            text!(
                "Inget årspaket gjordes. Fyll först i vem som är arkivbildare, under Inställningar.",
                "No yearly package was made. First fill in who the records creator is, under Settings."
            )
        };
        return shown(context, StatusCode::UNPROCESSABLE_ENTITY, &[words], None);
    }
    let supplement = fields.get("_supplement").is_some();
    // A supplement is to the whole package that the year is in.
    let first = context.newest.archive.seals.of_year(year).filter(|_| supplement);
    let years = first.map_or(year..=year, |first| first.years.clone());
    let session = context.session(Drafts::Hidden);
    let output = session.site.join(seal::PACKAGES);
    let request = SealRequest { years, supplement, output: &output, interrupted: &|| false };
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    match seal::seal(&session, &request) {
        Ok(SealOutcome::Sealed(sealed)) => {
            let name = sealed.zip.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let count = sealed.documents;
            let words = match supplement {
                true => text!(
                    "Tillägget till årspaketet {year} är gjort: {count} dokument, i filen {name} i mappen packages. Lämna den och de två filerna bredvid med samma namn till kommunarkivet, och publicera webbplatsen.",
                    "The supplement to the yearly package {year} has been made: {count} documents, in the file {name} in the folder packages. Give it and the two files beside it with the same name to the records archive, and publish the site."
                ),
                false => text!(
                    "Årspaketet {year} är gjort: {count} dokument, i filen {name} i mappen packages. Lämna den och de två filerna bredvid med samma namn till kommunarkivet, och publicera webbplatsen så att dokumenten visar att de ingår.",
                    "The yearly package {year} has been made: {count} documents, in the file {name} in the folder packages. Give it and the two files beside it with the same name to the records archive, and publish the site so that the documents show that they are included."
                ),
            };
            let mut told = vec![words];
            let left = sealed.unexplained.iter().map(|path| name_of(context, path));
            let left: Vec<String> = left.collect();
            if !left.is_empty() {
                let left = left.join(", ");
                told.push(text!(
                    "Följer inte med, eftersom texten har ändrats utan att en rättelse säger varför: {left}. Skriv rättelsen i dokumentet, och gör sedan ett tillägg.",
                    "Not included, since the text has changed and no correction says why: {left}. Write the correction in the document, and then make a supplement."
                ));
            }
            shown(context, StatusCode::OK, &told, Some(year))
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
