//! The words of what is wrong with a file, for whoever has its form: what happened, and which field or
//! button mends it.

use super::wording::is_of_files;
use crate::diagnostic::{Code, Problem, Text};
use crate::language::Language;
use crate::schema::{Key, Need, Owner, Type};
use crate::text;

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
    if is_of_files(&message) || problem.code == Code::AccessibilityIncomplete {
        message = plain(problem.code, label).words(language).to_string();
    }
    for (before, after) in [
        ("Nyckeln ”", "Fältet ”"),
        ("The key “", "The field “"),
        ("men står tom.", "men står tomt."),
    ] {
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
        Code::AccessibilityIncomplete if label.is_empty() => text!(
            "Tillgänglighetsredogörelsen är inte fullständig.",
            "The accessibility statement is not complete."
        ),
        Code::AccessibilityIncomplete => text!(
            "Tillgänglighetsredogörelsen saknar ”{label}”.",
            "The accessibility statement lacks “{label}”."
        ),
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
        Code::AccessibilityIncomplete => text!(
            "Fyll i det. Lagen (2018:1937) kräver det.",
            "Fill it in. The law (2018:1937) asks for it."
        ),
        Code::AccessibilityOld => text!(
            "Bedöm webbplatsen på nytt, och skriv den nya dagen under Bedömd och Uppdaterad.",
            "Assess the site again, and write the new day under Assessed and Updated."
        ),
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
        | Code::ReferenceCycle
        | Code::UnknownPlace
        | Code::CommitmentMissing => {
            text!("Välj ett annat i listan, eller inget.", "Choose another from the list, or none.")
        }
        Code::ReferenceDraft => text!(
            "Välj Nej under Utkast i det dokumentet när det är klart, eller ta bort hänvisningen så länge. Till dess publiceras ingenting.",
            "Choose No under Draft in that document when it is ready, or remove the reference until then. Nothing is published before that."
        ),
        Code::AddressLost => text!(
            "Är dokumentet ett utkast nu: välj Nej under Utkast, eller dra tillbaka det. Är det borta: hämta det under Borttagna dokument.",
            "If the document is a draft now: choose No under Draft, or withdraw it. If it is gone: bring it back under Removed documents."
        ),
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

    #[test]
    fn no_help_of_a_problem_speaks_of_how_files_are_written() {
        for code in Code::ALL {
            for text in [plain(*code, ""), plain(*code, "Rubrik"), help(*code, None)] {
                assert!(!is_of_files(&text.sv) && !is_of_files(&text.en), "{code:?}: {text:?}");
            }
        }
    }
}
