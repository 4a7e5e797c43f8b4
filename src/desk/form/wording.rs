//! The words of a form, which name fields and buttons and never how a file is written: keys,
//! brackets, commands and paths belong to those who edit files by hand.

use std::borrow::Cow;

use crate::diagnostic::{Code, Problem, Text};
use crate::language::Language;
use crate::schema::{Both, Form, Key, Need, Owner, Type, both};
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
fn is_of_files(text: &str) -> bool {
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

/// A problem as a form tells it: what happened, and what to do there.
pub fn in_form(
    problem: &Problem,
    key: Option<&'static Key>,
    owner: Owner,
    language: Language,
) -> (String, String) {
    let label = key.map_or("", |key| key.label.in_language(language));
    let mut message = problem.message.words(language).to_string();
    let all = owner.keys().flat_map(|key| std::iter::once(key).chain(key.keys()));
    for key in all {
        let own = key.label.in_language(language);
        for (before, after) in [('”', '”'), ('“', '”')] {
            message = message
                .replace(&format!("{before}{}{after}", key.name), &format!("{before}{own}{after}"));
        }
    }
    if is_of_files(&message) {
        message = plain(problem.code, label).words(language).to_string();
    }
    for (before, after) in [("Nyckeln ”", "Fältet ”"), ("The key “", "The field “")] {
        message = message.replace(before, after);
    }
    if is_unjudged(problem.code, key) {
        let words = text!(
            "Uppföljningen säger inget om det här åtagandet än.",
            "The follow-up says nothing about this commitment yet."
        );
        let help = text!(
            "Välj en status, eller skriv vad uppföljningen säger.",
            "Choose a status, or write what the follow-up says."
        );
        return (words.words(language).to_string(), help.words(language).to_string());
    }
    let help = help(problem.code, key).words(language).to_string();
    (message, help)
}

/// Whether an outcome has neither a status nor anything else, which need not be a status.
fn is_unjudged(code: Code, key: Option<&'static Key>) -> bool {
    code == Code::MissingKey
        && key.is_some_and(|key| {
            key.name == "status" && matches!(key.need, Need::OneOf(others) if others.len() > 1)
        })
}

/// What happened, in words that hold for every problem of a kind.
fn plain(code: Code, label: &str) -> Text {
    match code {
        Code::MissingKey if label.is_empty() => {
            text!("Något som behövs är inte ifyllt.", "Something that is needed is not filled in.")
        }
        Code::MissingKey => text!("”{label}” är inte ifyllt.", "“{label}” is not filled in."),
        Code::FrontMatterMissing | Code::FrontMatterUnclosed | Code::TomlSyntax => {
            text!("Filens uppgifter går inte att läsa.", "The facts of the file cannot be read.")
        }
        Code::UnknownKey => text!(
            "Filen innehåller en uppgift som arkivet inte känner till.",
            "The file holds a fact that the archive does not know."
        ),
        Code::InvalidDate => {
            text!("Det här går inte att läsa som ett datum.", "This cannot be read as a date.")
        }
        Code::ReferenceMissing | Code::LinkMissing => text!(
            "Det här leder till ett dokument som inte finns.",
            "This leads to a document that does not exist."
        ),
        Code::ReferenceKind => text!(
            "Det här leder till ett dokument av fel typ.",
            "This leads to a document of the wrong kind."
        ),
        Code::ReferenceDraft => text!(
            "Det här leder till ett utkast, som inte publiceras.",
            "This leads to a draft, which is not published."
        ),
        Code::ReferenceCycle => text!(
            "Dokumenten hänvisar till varandra i en ring.",
            "The documents refer to each other in a circle."
        ),
        Code::CommitmentMissing => text!(
            "Åtagandet finns inte i det som följs upp.",
            "The commitment is not in what is followed up."
        ),
        Code::AttachmentMissing | Code::LogoMissing => {
            text!("Filen finns inte.", "The file does not exist.")
        }
        Code::ImageAltMissing => {
            text!("Bilden saknar beskrivning.", "The image has no description.")
        }
        Code::NoSource => text!("Dokumentet har ingen källa.", "The document has no source."),
        Code::NoSignatories => {
            text!("Det står inte vem som undertecknade.", "It does not say who signed.")
        }
        Code::PledgeWithoutAgreement => text!(
            "Medborgarlöftet hör inte till någon överenskommelse.",
            "The pledge belongs to no agreement."
        ),
        Code::AddressCollision => {
            text!("Ett annat dokument har samma adress.", "Another document has the same address.")
        }
        Code::AddressLost => text!(
            "En adress som har publicerats skulle försvinna.",
            "An address that has been published would disappear."
        ),
        _ if label.is_empty() => text!("Något här stämmer inte.", "Something here is not right."),
        _ => text!("Något stämmer inte i ”{label}”.", "Something is not right in “{label}”."),
    }
}

/// What to do about a problem, in the form.
fn help(code: Code, key: Option<&'static Key>) -> Text {
    match code {
        Code::MissingKey => text!("Fyll i det.", "Fill it in."),
        Code::FrontMatterMissing | Code::FrontMatterUnclosed | Code::TomlSyntax => text!(
            "Rätta texten nedan, eller hämta en tidigare version.",
            "Mend the text below, or bring back an earlier version."
        ),
        Code::UnknownKey => text!(
            "Den står sist på sidan och är kvar i filen. Ta bort den under Redigera som text om den inte behövs.",
            "It stands last on the page and stays in the file. Remove it under Edit as text if it is not needed."
        ),
        Code::InvalidDate => text!(
            "Skriv till exempel 2025-02-03, februari 2025 eller 2025, så noga som källan säger.",
            "Write 2025-02-03, February 2025 or 2025, as precisely as the source says."
        ),
        Code::PeriodReversed => {
            text!("Låt perioden sluta efter att den börjar.", "Let the period end after it begins.")
        }
        Code::WrongType | Code::UnknownValue | Code::UnknownKind => {
            match key.map(|key| key.holds) {
                Some(Type::Word(_) | Type::Flag) => {
                    text!("Välj i listan.", "Choose from the list.")
                }
                _ => text!("Skriv om det i fältet.", "Write it anew in the field."),
            }
        }
        Code::ReferenceMissing
        | Code::ReferenceKind
        | Code::ReferenceDraft
        | Code::ReferenceCycle
        | Code::UnknownPlace
        | Code::CommitmentMissing => {
            text!("Välj ett annat i listan, eller inget.", "Choose another from the list, or none.")
        }
        Code::CommitmentDuplicate => {
            text!("Ge ett av dem ett annat kortnamn.", "Give one of them another short name.")
        }
        Code::OutcomeDuplicate => text!("Ta bort det ena.", "Remove one of them."),
        Code::AnswerUnplanned => text!(
            "Skriv en av de utlovade dagarna, eller lämna fältet tomt.",
            "Write one of the promised dates, or leave the field empty."
        ),
        Code::ReasonMissing => text!(
            "Skriv skälet under Vad uppföljningen säger.",
            "Write the reason under What the follow-up says."
        ),
        Code::NoPlace => text!(
            "Välj kommun eller område under Kommuner, områden och ämnen.",
            "Choose a municipality or area under Places and subjects."
        ),
        Code::LinkMissing | Code::AnchorMissing | Code::UnsafeLink | Code::LinkText => {
            text!("Rätta länken i texten.", "Mend the link in the text.")
        }
        Code::AttachmentMissing | Code::LogoMissing => text!(
            "Lägg filen bredvid dokumentet, eller rätta namnet.",
            "Put the file beside the document, or mend its name."
        ),
        Code::ImageAltMissing => text!(
            "Skriv vad bilden visar under Bilden i ord.",
            "Write what the image shows under The image in words."
        ),
        Code::PersonalNumber => text!(
            "Ta bort numret. Ta sedan bort det också ur tidigare versioner.",
            "Remove the number. Then remove it from earlier versions too."
        ),
        Code::PrivateEmail | Code::PhoneNumber => text!(
            "Ta bort det, eller skriv en gemensam adress.",
            "Remove it, or write a shared one."
        ),
        Code::RawHtml => text!("Skriv om stycket utan HTML.", "Write the passage without HTML."),
        Code::LongSentence => text!("Dela meningen.", "Divide the sentence."),
        Code::FollowUpOverdue => text!(
            "Lägg till uppföljningen under Nytt dokument, eller rätta datumet.",
            "Add the follow-up under New document, or mend the date."
        ),
        Code::NoSource => text!("Lägg till källan under Källor.", "Add the source under Sources."),
        Code::NoSignatories => {
            text!("Lägg till dem under Undertecknat av.", "Add them under Signed by.")
        }
        Code::PledgeWithoutAgreement => {
            text!("Välj den under Överenskommelse.", "Choose it under Agreement.")
        }
        Code::UnknownMunicipalityCode => text!("Rätta kommunkoden.", "Mend the municipality code."),
        Code::ContactExpired => {
            text!("Byt kontakten, eller ta bort den.", "Change the contact, or remove it.")
        }
        _ => text!("Rätta det och spara.", "Mend it and save."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Kind;

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

    #[test]
    fn no_help_of_a_problem_speaks_of_how_files_are_written() {
        for code in Code::ALL {
            for text in [plain(*code, ""), plain(*code, "Rubrik"), help(*code, None)] {
                assert!(!is_of_files(&text.sv) && !is_of_files(&text.en), "{code:?}: {text:?}");
            }
        }
    }
}
