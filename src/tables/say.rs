//! Values in words, in the site's language, and the ids of rows.

use crate::archive::{Archive, Linked};
use crate::model::{DatedBy, DocId, NoticeType, PlaceId, Standing, Status, Wording};
use crate::schema::{Both, Kind, both};

/// A document's id: its address without the extension.
pub fn id(linked: &Linked) -> &str {
    let address = linked.document.address.as_str();
    address.strip_suffix(".html").unwrap_or(address)
}

/// The ids of the published documents among these.
pub fn ids<'a>(archive: &'a Archive, documents: &'a [DocId]) -> impl Iterator<Item = &'a str> {
    let documents = documents.iter().map(|document| archive.document(*document));
    documents.filter(|linked| linked.published).map(id)
}

/// A place's id: its folder.
pub fn place_id(archive: &Archive, place: PlaceId) -> &str {
    archive.place(place).place.address.parent().trim_end_matches('/')
}

/// An address: absolute, if the site knows its own, otherwise from the folder of the start page.
pub fn url(archive: &Archive, address: &str) -> String {
    let base = archive.settings.base_url.as_deref().unwrap_or("");
    [base, address].concat()
}

/// A text in the site's language.
pub fn said(archive: &Archive, text: Both) -> &'static str {
    text.in_language(archive.settings.language)
}

/// Yes or no.
pub fn flag(archive: &Archive, flag: bool) -> &'static str {
    said(archive, if flag { YES } else { NO })
}

/// What a [`Flag`](super::Holds::Flag) says.
pub const YES: Both = both("ja", "yes");
pub const NO: Both = both("nej", "no");

/// A verdict: of a commitment, or of a measure of a plan.
pub fn status(status: Status, of: Kind) -> Both {
    if of == Kind::ActionPlan {
        return match status {
            Status::Kept => both("Genomförd", "Carried out"),
            Status::PartlyKept => both("Delvis genomförd", "Partly carried out"),
            Status::NotKept => both("Inte genomförd", "Not carried out"),
            Status::Cancelled => both("Inställd", "Cancelled"),
            Status::NotStarted => both("Inte påbörjad", "Not started"),
            Status::Ongoing => both("Pågår", "In progress"),
            Status::NotAssessable => both("Går inte att bedöma", "Cannot be assessed"),
        };
    }
    let word = Status::WORDS.iter().find(|word| word.word == status.as_str());
    word.map_or(both("", ""), |word| word.label)
}

/// How far a commitment has been followed up; `None` if the archive has no follow-up of it.
pub fn standing(standing: Standing) -> Option<Both> {
    match standing {
        Standing::Judged(_) => Some(both("bedömt", "assessed")),
        Standing::Reported => Some(both("resultat utan bedömning", "result without a verdict")),
        Standing::AsAWhole => Some(both("uppföljt som helhet", "followed up as a whole")),
        Standing::None => None,
    }
}

/// Which date places a document in time.
pub fn dated_by(by: DatedBy) -> Both {
    match by {
        DatedBy::Signed => both("undertecknat", "signed"),
        DatedBy::Date => both("daterat", "dated"),
        DatedBy::Period => both("periodens början", "beginning of the period"),
        DatedBy::Announced => both("aviserat", "announced"),
        DatedBy::Published => both("offentligt senast", "public by"),
    }
}

/// What sort of notice it is.
pub fn notice_type(notice_type: NoticeType) -> Both {
    match notice_type {
        NoticeType::News => both("nyhet", "news"),
        NoticeType::PressRelease => both("pressmeddelande", "press release"),
        NoticeType::PressInvitation => both("pressinbjudan", "press invitation"),
        NoticeType::Dialogue => both("dialog", "dialogue"),
        NoticeType::Report => both("rapport", "report"),
    }
}

/// Whose words a text consists of.
pub fn wording(wording: Wording) -> Both {
    match wording {
        Wording::Verbatim => both("ordagrann", "verbatim"),
        Wording::Excerpt => both("utdrag", "excerpt"),
        Wording::Summary => both("sammanfattning", "summary"),
        Wording::Mentioned => both("bara omnämnt", "only mentioned"),
    }
}

/// The title of the whole, without the name of a municipality or a year.
pub const TITLE: Both = both(
    "Medborgarlöften och samverkansöverenskommelser",
    "Citizen pledges and cooperation agreements with the police",
);

/// What it is, and what an empty value means.
pub const DESCRIPTION: Both = both(
    "Varje medborgarlöfte, samverkansöverenskommelse och åtgärdsplan i arkivet: vad som utlovades, utlovade och gjorda uppföljningar och vad de kom fram till. Det som saknas saknas i arkivet: en tom status och en rad i luckor betyder inte att inget fanns eller gjordes.",
    "Each citizen pledge, cooperation agreement and action plan in the archive: what was promised, promised and published follow-ups, and their findings. What is missing is missing from the archive: an empty status and a row among the gaps do not mean that there was nothing or that nothing was done.",
);

/// What the parts of a divided file are.
pub const PARTS: Both = both(
    "Filerna med raderna, när arkivet är för stort för en fil: en för varje kommun eller område.",
    "The files with the rows, if the archive is too large for one: one for each municipality or area.",
);
