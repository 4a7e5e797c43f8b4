//! The words of a form's fields, which name fields and buttons and never how a file is written: keys,
//! brackets, commands and paths belong to those who edit files by hand.

use std::borrow::Cow;

use crate::diagnostic::Text;
use crate::language::Language;
use crate::schema::{Both, Form, Key, Type, both};
use crate::text;

/// A message, or words that hold for any if it speaks of how files are written.
pub fn for_forms(message: &Text) -> Text {
    if is_of_files(&message.sv) || is_of_files(&message.en) {
        return text!("Något här stämmer inte.", "Something here is not right.");
    }
    message.clone()
}

/// What belongs in a field.
pub fn help_of(key: &Key, language: Language) -> Cow<'static, str> {
    let own = own_help(key);
    match own {
        Some(own) => own.words(language).clone(),
        None => Cow::Borrowed(key.help.in_language(language)),
    }
}

/// The help of keys whose help for files shows how they are written.
fn own_help(key: &Key) -> Option<Text> {
    Some(match (key.name, key.holds.form()) {
        ("period", _) => text!(
            "Tiden som dokumentet gäller, så långt källan säger den. Vet du bara början eller bara slutet: lämna det andra tomt.",
            "The time covered, as far as the source says it. If only the beginning or the end is known, leave the other empty."
        ),
        ("draft", _) => text!(
            "Ett utkast syns bara här. Välj Nej eller Inget valt när dokumentet ska publiceras.",
            "A draft is shown only here. Choose No or nothing when the document is to be published."
        ),
        ("date", Form::Date) if key.help.sv.contains("published") => text!(
            "Dagen som dokumentet är daterat. Har källan ingen: fyll i Offentligt senast.",
            "The date of the document. If the source has none, fill in Public by."
        ),
        ("includes_pledge", _) => text!(
            "Välj Ja när ett och samma papper är både överenskommelse och medborgarlöfte, och spara. Då kan du lägga till åtagandena.",
            "Choose Yes when one paper is both an agreement and a pledge, and save. Then you can add the commitments."
        ),
        ("follows_up", _) => text!("Det som följs upp.", "What is followed up."),
        ("output", _) => text!(
            "Mappen som webbplatsen byggs i. Byt den bara om ni har bestämt er för en annan.",
            "The folder that the site is built in. Change it only if you have decided on another."
        ),
        ("answers", _) => text!(
            "Vilken utlovad uppföljning det här är, när datumet inte säger det.",
            "Which promised follow-up this is, when the date does not tell."
        ),
        ("outcomes", _) => text!(
            "Hur det gick med ett åtagande. Utan åtagande gäller resultatet helheten.",
            "What came of a commitment. Without one, the result is of the whole."
        ),
        ("signatories", _) => text!(
            "De som undertecknade, i källans ordning.",
            "Those who signed, in the order of the source."
        ),
        ("commitment", _) => text!(
            "Åtagandet som resultatet gäller. Inget valt: resultatet gäller hela dokumentet.",
            "The commitment that the result is about. Nothing chosen: it is of the whole document."
        ),
        ("status", _) if key.help.sv.contains("value") => text!(
            "Hur det gick, enligt uppföljningen. Bedömer den inte åtagandet: lämna tomt och skriv vad den säger.",
            "How it went, as the follow-up says. If it does not judge the commitment, leave this empty and write what it says."
        ),
        ("commitments_complete", _) => text!(
            "Välj Nej när källan innehåller fler än de som står här. Då säger ingen mening ”alla”.",
            "Choose No when the source holds more than stand here. Then no sentence says “all”."
        ),
        ("until", Form::Date) if matches!(key.holds, Type::End) => {
            text!("Sista dagen, om källan säger den.", "The last day, if the source says it.")
        }
        ("municipalities" | "districts" | "police_areas", _) => text!(
            "Behövs bara när det inte följer av var dokumentet ligger.",
            "Only needed when it does not follow from where the document is."
        ),
        ("municipality" | "district", _) => {
            text!("Välj i listan.", "Choose from the list.")
        }
        ("code", _) if matches!(key.holds, Type::Code) => {
            text!("Kommunkoden: fyra siffror.", "The municipality's code: four digits.")
        }
        ("code", _) => {
            text!("Koden som står vid varningen.", "The code that stands with the warning.")
        }
        ("id", _) => text!(
            "Görs av texten när du sparar. Ändra det aldrig efteråt: andra dokument hänvisar till det.",
            "Made from the text when you save. Never change it afterwards: other documents refer to it."
        ),
        ("aliases", _) => text!(
            "Tidigare adresser som ska fortsätta fungera; en mapps adress slutar med /. De skrivs åt dig när ett dokument flyttas.",
            "Earlier addresses that must keep working; a folder's ends in /. They are written for you when a document is moved."
        ),
        ("theme", _) => text!(
            "Namnet på en egen temamapp, om ni ändrar utseendet.",
            "The name of a theme folder of your own, if you change the looks."
        ),
        ("logo", _) => text!(
            "Namnet på en bildfil i webbplatsens mapp.",
            "The name of an image file in the site's folder."
        ),
        _ => return None,
    })
}

/// What one of several tables is called.
pub struct OneOf {
    /// "Undertecknare"
    pub label: Both,
    /// "en underskrift"
    pub with_article: Both,
}

/// The words for one of the tables of a key, whose label speaks of all of them.
pub fn one_of(key: &Key) -> Option<OneOf> {
    let (label, with_article) = match key.name {
        "signatories" => (both("Underskrift", "Signature"), both("en underskrift", "a signature")),
        "commitments" => (both("Åtagande", "Commitment"), both("ett åtagande", "a commitment")),
        "outcomes" => (both("Resultat", "Outcome"), both("ett resultat", "an outcome")),
        "sources" => (both("Källa", "Source"), both("en källa", "a source")),
        "attachments" => (both("Bilaga", "Attachment"), both("en bilaga", "an attachment")),
        "images" => (both("Bild", "Image"), both("en bild", "an image")),
        "decisions" => (both("Beslut", "Decision"), both("ett beslut", "a decision")),
        "corrections" => (both("Rättelse", "Correction"), both("en rättelse", "a correction")),
        _ => return None,
    };
    Some(OneOf { label, with_article })
}

/// An example as one would type it in the field.
pub fn example(key: &Key) -> Option<String> {
    if key.name == "summary" {
        let example = "Polisen och kommunen lovar fler patruller i centrum på helgkvällar.";
        return Some(example.trim_end_matches('.').to_owned());
    }
    let shows = match key.holds {
        Type::Reference(_)
        | Type::References(_)
        | Type::Place(_)
        | Type::Places(_)
        | Type::Commitment
        | Type::Kind
        | Type::Word(_)
        | Type::Flag
        | Type::Table(_)
        | Type::Named { .. }
        | Type::Tables(_)
        | Type::Accepts(_)
        | Type::Period(_)
        | Type::Warning => false,
        Type::Line
        | Type::Text
        | Type::Texts
        | Type::Date
        | Type::Dates
        | Type::End
        | Type::Day
        | Type::File(_)
        | Type::Id
        | Type::Person
        | Type::Language
        | Type::Address
        | Type::Addresses
        | Type::Url
        | Type::Email
        | Type::Phone
        | Type::Code
        | Type::Organisation
        | Type::Colour
        | Type::Theme => true,
    };
    let plain = key.example.trim_matches(['[', ']']).replace(['"', '\\'], "");
    let plain = plain.trim().trim_end_matches('.').to_owned();
    (shows && !plain.is_empty()).then_some(plain)
}

/// What must not be in the words of a form.
pub(super) fn is_of_files(text: &str) -> bool {
    const SIGNS: [&str; 14] = [
        "[[",
        "]]",
        " = ",
        ".md",
        "+++",
        "{ ",
        " }",
        "content/",
        "site.toml",
        "addresses.toml",
        "loftesarkiv ",
        "[ ",
        "--",
        "= \"",
    ];
    SIGNS.iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Kind, Owner};

    #[test]
    fn no_label_help_or_example_speaks_of_how_files_are_written() {
        let kinds = Kind::ALL.iter().map(|kind| Owner::Kind(*kind));
        let keys = kinds.chain([Owner::Settings]).flat_map(Owner::keys);
        for key in keys.flat_map(|key| std::iter::once(key).chain(key.keys())) {
            for language in [Language::Swedish, Language::English] {
                let label = key.label.in_language(language);
                let help = help_of(key, language);
                let example = example(key).unwrap_or_default();
                for text in [label, &help, &example] {
                    assert!(!is_of_files(text), "{}: {text}", key.name);
                }
            }
        }
    }
}
