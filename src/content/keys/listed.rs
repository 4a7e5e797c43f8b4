//! The list of all keys: where each belongs, and an example of its value.

use crate::content::fields::Owner;
use crate::model::Kind;

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Every Markdown file's.
    Every,
    /// Every Markdown file's but places'.
    NotPlaces,
    /// All documents of the archive.
    Archive,
    /// These kinds'.
    Kinds(&'static [Kind]),
    /// `site.toml`'s.
    Settings,
    /// `addresses.toml`'s.
    Ledger,
    /// Keys under a header, `sources` or `accessibility.faults`.
    Under(&'static str),
}

use Scope::{Archive, Every, Kinds, NotPlaces, Settings, Under};

const PROMISES: Scope = Kinds(&[Kind::Agreement, Kind::Pledge]);
const PLACES: Scope = Kinds(&[Kind::PoliceArea, Kind::District]);

/// Scope, key, an example of its value. Tables have their header as example.
#[rustfmt::skip]
pub const KEYS: &[(Scope, &str, &str)] = &[
    (Every, "kind", "\"pledge\""),
    (Every, "title", "\"Medborgarlöfte Eskilstuna 2018\""),
    (Every, "summary", "\"Vad löftet går ut på, i en eller två meningar.\""),
    (Every, "language", "\"sv\""),
    (NotPlaces, "draft", "true"),
    (Every, "aliases", "[\"gamla/adressen.html\"]"),
    (Every, "archived", "2026-11-22"),
    (Every, "wording", "\"verbatim\""),
    (Every, "sources", "[[sources]]"),
    (Every, "corrections", "[[corrections]]"),
    (Every, "conflicts", "[[conflicts]]"),
    (Every, "attachments", "[[attachments]]"),
    (Every, "images", "[[images]]"),
    (Every, "accept", "[{ code = \"phone-number\", reason = \"växelns nummer\" }]"),

    (Archive, "municipalities", "[\"eskilstuna\"]"),
    (Archive, "districts", "[\"fristaden\"]"),
    (Archive, "police_areas", "[\"eskilstuna\"]"),
    (Archive, "focus", "[\"unga\", \"trafik\"]"),
    (Archive, "date_basis", "\"dagen efter inbjudan\""),
    (Archive, "decisions", "[[decisions]]"),
    (Archive, "contact", "[contact]"),

    (Kinds(&[Kind::Agreement, Kind::Pledge, Kind::SituationReport, Kind::ActionPlan]), "period", "2018"),
    (PROMISES, "period_as_printed", "\"31 juni 2023 – 31 juni 2027\""),
    (PROMISES, "signed", "2018-02-01"),
    (PROMISES, "announced", "2018-02-01"),
    (PROMISES, "signatories", "[[signatories]]"),
    (PROMISES, "parties", "[\"Eskilstuna kommun\", \"Polismyndigheten\"]"),
    (PROMISES, "replaces", "\"../2016/overenskommelse.md\""),
    (PROMISES, "extends", "\"../2016/overenskommelse.md\""),
    (Kinds(&[Kind::Agreement, Kind::Pledge, Kind::ActionPlan]), "builds_on", "\"lagesbild.md\""),
    (PROMISES, "follow_ups_planned", "[\"2018-05\", \"2018-09\"]"),
    (PROMISES, "ended", "[ended]"),
    (Kinds(&[Kind::Pledge]), "agreement", "\"../2016/overenskommelse.md\""),
    (Kinds(&[Kind::Pledge]), "commitments", "[[commitments]]"),

    (Kinds(&[Kind::FollowUp, Kind::SituationReport, Kind::ActionPlan, Kind::Notice]), "date", "2018-02-01"),
    (Kinds(&[Kind::FollowUp]), "follows_up", "\"medborgarlofte.md\""),
    (Kinds(&[Kind::FollowUp]), "assessed_by", "\"Eskilstuna kommun och Polisen\""),
    (Kinds(&[Kind::FollowUp]), "third_party", "true"),
    (Kinds(&[Kind::FollowUp]), "answers", "\"2018-05\""),
    (Kinds(&[Kind::FollowUp]), "outcomes", "[[outcomes]]"),
    (Kinds(&[Kind::Notice]), "type", "\"news\""),
    (Kinds(&[Kind::Notice]), "about", "\"medborgarlofte.md\""),
    (Kinds(&[Kind::Page]), "translation_of", "\"om.md\""),

    (Kinds(&[Kind::Municipality]), "code", "\"0484\""),
    (Kinds(&[Kind::Municipality, Kind::PoliceArea]), "name", "\"Eskilstuna\""),
    (Kinds(&[Kind::PoliceArea]), "names", "[[names]]"),
    (Kinds(&[Kind::PoliceArea]), "region", "\"Öst\""),
    (Kinds(&[Kind::PoliceArea]), "police_district", "\"Södermanland\""),
    (Kinds(&[Kind::PoliceArea]), "members", "[[members]]"),
    (Kinds(&[Kind::PoliceArea]), "predecessors", "\"../taby/index.md\""),
    (Kinds(&[Kind::District]), "municipality", "\"eskilstuna\""),
    (PLACES, "from", "2015"),
    (PLACES, "until", "2019"),

    (Under("sources"), "publisher", "\"Eskilstuna kommun\""),
    (Under("sources"), "title", "\"Medborgarlöfte 2018\""),
    (Under("sources"), "url", "\"https://www.eskilstuna.se/loften\""),
    (Under("sources"), "dated", "2018-02-01"),
    (Under("sources"), "retrieved", "2026-11-22"),
    (Under("sources"), "reference", "\"KS 2018/12\""),
    (Under("corrections"), "date", "2026-11-22"),
    (Under("corrections"), "text", "\"Årtalet rättat.\""),
    (Under("conflicts"), "field", "\"signed\""),
    (Under("conflicts"), "value", "\"2018-03-16\""),
    (Under("conflicts"), "source", "\"Polisens pressmeddelande\""),
    (Under("attachments"), "file", "\"lofte-2018.pdf\""),
    (Under("attachments"), "title", "\"Medborgarlöfte 2018\""),
    (Under("attachments"), "text", "\"searchable\""),
    (Under("images"), "file", "\"signering.jpg\""),
    (Under("images"), "alt", "\"Två personer skriver under ett papper.\""),
    (Under("images"), "decorative", "true"),
    (Under("images"), "caption", "\"Undertecknandet i stadshuset.\""),
    (Under("images"), "credit", "\"Polisen\""),
    (Under("accept"), "code", "\"phone-number\""),
    (Under("accept"), "reason", "\"växelns nummer\""),
    (Under("decisions"), "body", "\"Kommunstyrelsen\""),
    (Under("decisions"), "date", "2018-02-01"),
    (Under("decisions"), "paragraph", "\"§ 189\""),
    (Under("decisions"), "case_number", "\"KS 2018/12\""),
    (Under("contact"), "name", "\"Trygghetssamordnaren\""),
    (Under("contact"), "role", "\"kommunens trygghetssamordnare\""),
    (Under("contact"), "email", "\"trygghet@eskilstuna.se\""),
    (Under("contact"), "phone", "\"016-710 10 00\""),
    (Under("contact"), "until", "2027-12-31"),
    (Under("signatories"), "name", "\"Anna Andersson\""),
    (Under("signatories"), "role", "\"lokalpolisområdeschef\""),
    (Under("signatories"), "organisation", "\"Polismyndigheten\""),
    (Under("signatories"), "political_party", "\"S\""),
    (Under("signatories"), "acting", "true"),
    (Under("signatories"), "person", "\"anna-andersson\""),
    (Under("ended"), "date", "2018-10-01"),
    (Under("ended"), "reason", "\"Ersatt av en ny överenskommelse i förtid.\""),
    (Under("ended"), "by", "\"Kommunstyrelsen\""),
    (Under("ended"), "source", "\"Protokoll 2018-10-01\""),
    (Under("commitments"), "id", "\"synlighet\""),
    (Under("commitments"), "text", "\"Fler patruller till fots i centrum.\""),
    (Under("commitments"), "by", "[\"Polismyndigheten\"]"),
    (Under("commitments"), "target", "\"minst 30 helger\""),
    (Under("commitments"), "place", "\"centrum\""),
    (Under("outcomes"), "commitment", "\"synlighet\""),
    (Under("outcomes"), "status", "\"kept\""),
    (Under("outcomes"), "text", "\"Patrullerna genomfördes enligt plan.\""),
    (Under("outcomes"), "value", "\"32 helger\""),
    (Under("outcomes"), "assessed_by", "\"Polismyndigheten\""),
    (Under("names"), "name", "\"Södra Roslagen\""),
    (Under("names"), "from", "2020"),
    (Under("names"), "until", "2024"),
    (Under("members"), "municipality", "\"eskilstuna\""),
    (Under("members"), "district", "\"skarholmen\""),
    (Under("members"), "from", "2015"),
    (Under("members"), "until", "2019"),
    (Under("period"), "from", "2018"),
    (Under("period"), "until", "2019"),

    (Settings, "title", "\"Löftesarkivet\""),
    (Settings, "language", "\"sv\""),
    (Settings, "publisher", "\"Eskilstuna kommun\""),
    (Settings, "base_url", "\"https://www.eskilstuna.se/loften/\""),
    (Settings, "theme", "\"default\""),
    (Settings, "colour", "\"#00498f\""),
    (Settings, "logo", "\"logo.svg\""),
    (Settings, "accessibility", "[accessibility]"),
    (Under("accessibility"), "status", "\"partial\""),
    (Under("accessibility"), "assessed", "2026-09-01"),
    (Under("accessibility"), "updated", "2026-09-15"),
    (Under("accessibility"), "method", "\"self\""),
    (Under("accessibility"), "contact", "\"kommunen@eskilstuna.se\""),
    (Under("accessibility"), "contact_url", "\"https://www.eskilstuna.se/kontakt\""),
    (Under("accessibility"), "supervisor", "\"Myndigheten för digital förvaltning\""),
    (Under("accessibility"), "supervisor_url", "\"https://www.digg.se/tdosanmalan\""),
    (Under("accessibility"), "burden", "\"Inskannade bilagor från före 2018.\""),
    (Under("accessibility"), "outside_law", "\"Kartor.\""),
    (Under("accessibility"), "faults", "[[accessibility.faults]]"),
    (Under("accessibility.faults"), "situation", "\"utan synförmåga\""),
    (Under("accessibility.faults"), "reason", "\"De finns inte i annan form.\""),
    (Under("accessibility.faults"), "text", "\"Äldre bilagor är inskannade bilder.\""),
    (Scope::Ledger, "published", "[\"index.html\"]"),
    (Scope::Ledger, "withdrawn", "[[withdrawn]]"),
    (Under("withdrawn"), "address", "\"kommuner/eskilstuna/2018/nyhet.html\""),
    (Under("withdrawn"), "date", "2026-11-22"),
    (Under("withdrawn"), "decision", "\"Kommunstyrelsen § 12\""),
    (Under("withdrawn"), "reason", "\"Innehöll personuppgifter.\""),
];

impl Scope {
    /// Whether a file of this owner has the keys of this scope.
    pub fn holds(self, owner: Owner) -> bool {
        match (self, owner) {
            (Settings, Owner::Settings)
            | (Scope::Ledger, Owner::Ledger)
            | (Every, Owner::Kind(_)) => true,
            (NotPlaces, Owner::Kind(kind)) => !kind.is_place(),
            (Archive, Owner::Kind(kind)) => kind.is_archive(),
            (Kinds(kinds), Owner::Kind(kind)) => kinds.contains(&kind),
            _ => false,
        }
    }
}
