//! What to do about each kind of problem in a form.

use crate::diagnostic::{Code, Text};
use crate::schema::{Key, Type};
use crate::text;

/// What to do about a problem, in the form.
pub(super) fn help(code: Code, key: Option<&'static Key>) -> Text {
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
        Code::InvalidDate if matches!(key.map(|key| key.holds), Some(Type::Dates)) => text!(
            "Skriv till exempel 2025-02 eller 3 februari 2025, en på varje rad. Säger källan det bara i ord, som varje kvartal: skriv det under Uppföljningen som källan skriver den.",
            "Write such as 2025-02 or 3 February 2025, one on each line. If the source says it only in words, such as each quarter, write it under The follow-ups as printed."
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
            "Är dokumentet ett utkast nu: välj Nej under Utkast, eller dra tillbaka det. Är det borta: hämta det under Borttagna dokument. Är det en bilaga som har tagits ur sitt dokument: hämta dokumentets tidigare version, eller dra tillbaka bilagan längst ner på dokumentets sida.",
            "If the document is a draft now: choose No under Draft, or withdraw it. If it is gone: bring it back under Removed documents. If it is an attachment that was taken out of its document: bring back the earlier version of the document, or withdraw the attachment at the foot of the document's page."
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
        Code::UnsafeLink if key.is_some() => text!(
            "Skriv hela adressen, från https:// och framåt, så som den står i webbläsarens adressfält.",
            "Write the whole address, from https:// on, as it stands in the address field of the browser."
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
        Code::PrivateEmail => text!(
            "Skriv en gemensam adress hos kommunen eller myndigheten i stället, eller ta bort den.",
            "Write a shared address of the municipality or authority instead, or remove it."
        ),
        Code::PhoneNumber => text!(
            "Skriv växelns nummer i stället, eller ta bort det.",
            "Write the number of the switchboard instead, or remove it."
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
        Code::DuplicatePlace | Code::DocumentTwice => {
            text!("Ta bort det ena.", "Remove one of them.")
        }
        Code::InvalidAddress => text!(
            "Skriv adressen som den stod efter webbplatsens namn, till exempel om/index.html.",
            "Write the address as it stood after the site's name, such as om/index.html."
        ),
        Code::AddressCollision | Code::PageLeftOut => text!(
            "Ge dokumentet ett annat namn under Byt namn eller flytta.",
            "Give the document another name under Rename or move."
        ),
        Code::YearFolder => text!(
            "Flytta dokumentet till rätt år under Byt namn eller flytta, eller rätta perioden eller datumet efter källan.",
            "Move the document to the right year under Rename or move, or mend the period or date by the source."
        ),
        Code::AddressOccupied | Code::FileForeign => text!(
            "Flytta bort det som ligger där, och publicera igen.",
            "Move away what lies there, then publish again."
        ),
        Code::MoveUnfinished => text!(
            "Tryck på Publicera, så görs flytten färdig först.",
            "Press Publish, which finishes the move first."
        ),
        Code::ContentEmpty => text!("Börja under Nytt dokument.", "Begin under New document."),
        Code::AttachmentChanged => text!(
            "Vänta tills filen är färdig, och publicera igen.",
            "Wait until the file is finished, then publish again."
        ),
        Code::NotUtf8 | Code::Unreadable => text!(
            "Öppna filen i ett annat program och spara den som UTF-8, eller hämta en tidigare version.",
            "Open the file in another program and save it as UTF-8, or bring back an earlier version."
        ),
        Code::TextLost | Code::MarkupAsText => text!(
            "Skriv om stycket. Rubriker börjar med ## och ett mellanslag, punkter i listor med - och ett mellanslag.",
            "Write the passage anew. Headings begin with ## and a space, items of lists with - and a space."
        ),
        Code::MergeConflict => text!(
            "Behåll det som ska gälla, och ta bort resten och raderna med <<<<<<<, ======= och >>>>>>>.",
            "Keep what is to count, and remove the rest and the lines with <<<<<<<, ======= and >>>>>>>."
        ),
        Code::AttachmentBroken => text!(
            "Lägg till filen på nytt ur originalet, och ta bort den trasiga.",
            "Add the file anew from the original, and remove the broken one."
        ),
        Code::AttachmentType => text!(
            "Spara det som PDF, och lägg till den filen i stället.",
            "Save it as PDF, and add that file instead."
        ),
        Code::AttachmentFormat => text!(
            "Öppna filen i ett program som visar den, spara en kopia som JPEG, PNG eller PDF, och lägg till den i stället.",
            "Open the file in a program that shows it, save a copy as JPEG, PNG or PDF, and add that instead."
        ),
        Code::TooLarge => {
            text!("Gör det mindre, eller dela det.", "Make it smaller, or divide it.")
        }
        Code::Symlink => text!(
            "Lägg filen själv där, eller ta bort länken.",
            "Put the file itself there, or remove the link."
        ),
        Code::ThemeMissing => text!(
            "Lämna fältet tomt för det inbyggda temat.",
            "Leave the field empty for the built-in theme."
        ),
        Code::ThemeFileUnknown | Code::ThemeTemplate | Code::ThemeString => text!(
            "Fråga den som har gjort temat, eller lämna fältet Tema tomt för det inbyggda.",
            "Ask whoever made the theme, or leave the field Theme empty for the built-in one."
        ),
        Code::ColourContrast => text!("Välj en mörkare färg.", "Choose a darker colour."),
        Code::SealedAttachment | Code::SealedMissing | Code::SealedLost => text!(
            "Hämta tillbaka det under Borttagna dokument eller ur en säkerhetskopia. Ska det bort: dra tillbaka dokumentet, eller bara bilagan, på dokumentets sida.",
            "Bring it back under Removed documents or from a backup. If it is to go, withdraw the document, or the attachment alone, on the document's page."
        ),
        Code::SealedChanged => text!(
            "Hämta tillbaka den tidigare versionen, eller berätta under Rättelser vad som har rättats.",
            "Bring back the earlier version, or tell under Corrections what has been corrected."
        ),
        Code::SealedLate => {
            text!("Gör ett tillägg under Årspaket.", "Make a supplement under Yearly packages.")
        }
        Code::PledgeOutsideAgreement => text!(
            "Kontrollera perioden i båda, och att det är rätt överenskommelse.",
            "Check the period of both, and that it is the right agreement."
        ),
        Code::ScannedOnly => text!(
            "Skriv av eller sammanfatta texten under Löpande text.",
            "Copy out or sum up the text under Running text."
        ),
        Code::NotAMember => text!(
            "Rätta kommunen eller området här, eller vilka som ingår i området.",
            "Mend the municipality or area here, or who are in the area."
        ),
        Code::SituationReportOld => text!(
            "Enligt lagen (2023:196) ska den uppdateras minst vartannat år. Lägg till den nya under Nytt dokument.",
            "By law (2023:196) it is to be updated at least every other year. Add the new one under New document."
        ),
        Code::FocusSpelling => text!(
            "Skriv det på samma sätt om samma ämne menas.",
            "Write it in the same way if the same subject is meant."
        ),
        Code::GarbledText => text!(
            "Skriv det rätta tecknet. Är hela texten så här: klistra in den på nytt ur originalet.",
            "Write the right sign. If the whole text is like this, paste it anew from the original."
        ),
        Code::PhotoPosition => text!(
            "Lägg till bilden på nytt, och kryssa för Ta bort uppgift om var en bild är tagen. Ta sedan bort den gamla.",
            "Add the image anew, and tick Remove where an image was taken. Then remove the old one."
        ),
        Code::FileIgnored => text!(
            "Lägg till filen i ett dokument, eller ta bort den under Borttagna dokument.",
            "Add the file to a document, or remove it under Removed documents."
        ),
        Code::FollowUpEarly | Code::DateFar => {
            text!("Kontrollera datumet mot källan.", "Check the date against the source.")
        }
        Code::TranslationKey => text!(
            "Töm fältet. Säger originalet något annat: rätta det där.",
            "Empty the field. If the original says something else, mend it there."
        ),
        Code::AcceptUnused => text!(
            "Ta bort det ur listan över det som godtas, så att en ny varning inte göms.",
            "Remove it from the list of what is accepted, so that no new warning is hidden."
        ),
        Code::AssessedByPerson => text!(
            "Skriv organisationen eller funktionen.",
            "Write the organisation or the function."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::form::code_words::plain;
    use crate::desk::form::wording::is_of_files;

    #[test]
    fn no_help_of_a_problem_speaks_of_how_files_are_written() {
        for code in Code::ALL {
            for text in [plain(*code, ""), plain(*code, "Rubrik"), help(*code, None)] {
                assert!(!is_of_files(&text.sv) && !is_of_files(&text.en), "{code:?}: {text:?}");
            }
        }
    }
}
