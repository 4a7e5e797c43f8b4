//! What each kind of problem is called in a form, where its own message speaks of how files are written.

use crate::diagnostic::{Code, Text};
use crate::text;

/// What happened, in words that hold for every problem of a kind.
pub(super) fn plain(code: Code, label: &str) -> Text {
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
        Code::WrongType | Code::UnknownValue if !label.is_empty() => text!(
            "Det som står i ”{label}” går inte att använda.",
            "What stands in “{label}” cannot be used."
        ),
        Code::WrongType | Code::UnknownValue => {
            text!("En uppgift i filen går inte att använda.", "A fact in the file cannot be used.")
        }
        Code::UnknownKind => text!(
            "Filen säger inte vilken typ av dokument den är, på ett sätt som arkivet förstår.",
            "The file does not say what kind of document it is in a way that the archive understands."
        ),
        Code::PeriodReversed => {
            text!("Perioden slutar innan den börjar.", "The period ends before it begins.")
        }
        Code::NoPlace => text!(
            "Dokumentet hör inte till någon kommun eller något område.",
            "The document belongs to no municipality and no area."
        ),
        Code::UnknownPlace => text!(
            "Kommunen eller området finns inte i arkivet.",
            "The municipality or area is not in the archive."
        ),
        Code::UnknownMunicipalityCode => text!(
            "Kommunkoden finns inte, eller hör till en annan kommun.",
            "There is no such municipality code, or it is that of another municipality."
        ),
        Code::DuplicatePlace => text!(
            "Kommunen eller området finns två gånger i arkivet.",
            "The municipality or area is in the archive twice."
        ),
        Code::InvalidAddress => text!(
            "Adressen går inte att använda på webbplatsen.",
            "The address cannot be used on the site."
        ),
        Code::AddressOccupied => text!(
            "Bland de byggda filerna ligger något som programmet inte har skrivit, där dokumentets sida ska ligga.",
            "Among the built files, where the document's page is to be, there is something that the program has not written."
        ),
        Code::MoveUnfinished => text!(
            "En flytt avbröts innan den var klar, så hänvisningar kan leda fel.",
            "A move was cut off before it was done, so references may lead astray."
        ),
        Code::ContentEmpty => {
            text!("Arkivet har inga dokument än.", "The archive has no documents yet.")
        }
        Code::CommitmentDuplicate => {
            text!("Två åtaganden har samma kortnamn.", "Two commitments have the same short name.")
        }
        Code::OutcomeDuplicate => text!(
            "Åtagandet har redan ett resultat av samma bedömare.",
            "The commitment already has an outcome by the same assessor."
        ),
        Code::AnswerUnplanned => text!(
            "Ingen uppföljning är utlovad till den dagen i det som följs upp.",
            "No follow-up is promised for that day in what is followed up."
        ),
        Code::ReasonMissing => text!("Skälet är inte ifyllt.", "The reason is not filled in."),
        Code::AnchorMissing => text!(
            "Länken leder till en rubrik som inte finns.",
            "The link leads to a heading that does not exist."
        ),
        Code::AttachmentChanged => text!(
            "Filen ändrades medan webbplatsen byggdes.",
            "The file changed while the site was built."
        ),
        Code::NotUtf8 => text!(
            "Filen är sparad i en äldre teckenkodning och går inte att läsa.",
            "The file is saved in an older encoding and cannot be read."
        ),
        Code::Unreadable => text!("Filen går inte att läsa.", "The file cannot be read."),
        Code::UnsafeLink => text!(
            "Länken leder till en typ av adress som inte är tillåten, eller är ingen webbadress.",
            "The link leads to a kind of address that is not allowed, or is no web address."
        ),
        Code::TextLost => text!(
            "En del av texten skulle inte synas på sidan.",
            "Part of the text would not be seen on the page."
        ),
        Code::MergeConflict => text!(
            "Två har ändrat samma rader, och båda versionerna står i texten.",
            "Two have changed the same lines, and both versions stand in the text."
        ),
        Code::AttachmentBroken => {
            text!("Filen är tom eller trasig.", "The file is empty or broken.")
        }
        Code::AttachmentType => {
            text!("Filer av den typen publiceras inte.", "Files of that type are not published.")
        }
        Code::TooLarge => {
            text!("Det här är för stort för att läsas in.", "This is too large to be read.")
        }
        Code::Symlink => text!(
            "Det som ligger här är bara en länk till något annat.",
            "What lies here is only a link to something else."
        ),
        Code::PersonalNumber => text!(
            "Här står något som ser ut som ett personnummer.",
            "Here stands something that looks like a personal number."
        ),
        Code::PrivateEmail => {
            text!("Här står en privat e-postadress.", "Here stands a private e-mail address.")
        }
        Code::ThemeMissing => text!(
            "Temat som webbplatsen ska ha finns inte.",
            "The theme that the site is to have does not exist."
        ),
        Code::ThemeFileUnknown | Code::ThemeTemplate | Code::ThemeString => text!(
            "Något i webbplatsens tema går inte att använda.",
            "Something in the site's theme cannot be used."
        ),
        Code::ColourContrast => text!(
            "Färgen är så ljus att text i den inte går att läsa.",
            "The colour is so light that text in it cannot be read."
        ),
        Code::SealedAttachment => text!(
            "En bilaga är inte densamma som i årspaketet.",
            "An attachment is not the same as in the yearly package."
        ),
        Code::SealedMissing => text!(
            "Ett dokument som finns i ett årspaket finns inte längre i arkivet.",
            "A document that is in a yearly package is no longer in the archive."
        ),
        Code::SealedLost => text!(
            "Protokollet för ett årspaket finns inte längre.",
            "The record of a yearly package is no longer there."
        ),
        Code::PledgeOutsideAgreement => text!(
            "Medborgarlöftets tid ligger inte inom överenskommelsens.",
            "The time of the pledge is not within that of the agreement."
        ),
        Code::FollowUpOverdue => text!(
            "En uppföljning var utlovad, men arkivet har ingen.",
            "A follow-up was promised, but the archive has none."
        ),
        Code::ScannedOnly => text!(
            "Texten finns bara som en skannad bild.",
            "The text exists only as a scanned picture."
        ),
        Code::PhoneNumber => text!("Här står ett mobilnummer.", "Here stands a mobile number."),
        Code::ContactExpired => {
            text!("Kontakten gäller inte längre.", "The contact is no longer valid.")
        }
        Code::NotAMember => text!(
            "Kommunen hörde inte till området då, enligt områdets egna uppgifter.",
            "The municipality was not part of the area then, by what the area says."
        ),
        Code::SituationReportOld => text!(
            "Den senaste lägesbilden är äldre än lagen säger.",
            "The latest situation report is older than the law says."
        ),
        Code::FocusSpelling => text!(
            "Ämnet skrivs på ett annat sätt i andra dokument.",
            "The subject is written in another way in other documents."
        ),
        Code::LinkText => text!(
            "Länktexten säger inte vart länken leder.",
            "The text of the link does not say where it leads."
        ),
        Code::RawHtml => text!("HTML-kod visas som den står.", "HTML is shown as it stands."),
        Code::MarkupAsText => text!(
            "Ett tecken i texten visas på ett annat sätt än det var tänkt.",
            "A sign in the text is shown in another way than was meant."
        ),
        Code::GarbledText => text!(
            "Här står tecken som har lästs i fel teckenkodning.",
            "Here stand signs that were read in the wrong encoding."
        ),
        Code::AttachmentFormat => text!(
            "Filens innehåll är av en annan typ än dess namn säger.",
            "What the file holds is of another type than its name says."
        ),
        Code::PhotoPosition => {
            text!("Bilden talar om var den är tagen.", "The image tells where it was taken.")
        }
        Code::FileIgnored => text!(
            "Filen publiceras inte: inget dokument nämner den.",
            "The file is not published: no document names it."
        ),
        Code::FileForeign => text!(
            "Bland de byggda filerna ligger något som inte är programmets.",
            "Among the built files there is something that is not the program's."
        ),
        Code::YearFolder => text!(
            "Dokumentet ligger i mappen för ett annat år än det gäller.",
            "The document lies in the folder of another year than it is about."
        ),
        Code::FollowUpEarly => text!(
            "Uppföljningen är daterad före det som den följer upp.",
            "The follow-up is dated before what it follows up."
        ),
        Code::DateFar => {
            text!("Datumet ligger långt fram i tiden.", "The date is far in the future.")
        }
        Code::DocumentTwice => text!(
            "Samma dokument verkar finnas två gånger.",
            "The same document seems to be there twice."
        ),
        Code::TranslationKey => text!(
            "En uppgift räknas inte här: en översättning har den från sitt original.",
            "A fact does not count here: a translation has it from its original."
        ),
        Code::AcceptUnused => text!(
            "Något som godtas behöver inte godtas längre.",
            "Something that is accepted need not be accepted any longer."
        ),
        Code::AccessibilityOld => text!(
            "Webbplatsens tillgänglighet bedömdes för mer än tolv månader sedan.",
            "The accessibility of the site was assessed more than twelve months ago."
        ),
        Code::PageLeftOut => text!(
            "Dokumentet har samma adress som en av programmets egna sidor, som därför inte görs.",
            "The document has the address of one of the program's own pages, which is therefore not made."
        ),
        Code::AssessedByPerson => text!(
            "Det som står här ser ut som en persons namn.",
            "What stands here looks like a person's name."
        ),
        Code::SealedChanged => text!(
            "Texten har ändrats sedan årspaketet gjordes, och ingen rättelse säger varför.",
            "The text has changed since the yearly package was made, and no correction says why."
        ),
        Code::LongSentence => text!(
            "Meningen är lång, och många läsare tappar tråden.",
            "The sentence is long, and many readers lose the thread."
        ),
        Code::SealedLate => text!(
            "Dokumentet hör till ett år vars årspaket redan är gjort.",
            "The document belongs to a year whose yearly package is already made."
        ),
    }
}
