//! Every key of every file: where it belongs and an example of it. Only for messages; what is read
//! is decided where it is read, and a test holds the two together.

use super::fields::Owner;
use crate::model::Kind;

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
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
const KEYS: &[(Scope, &str, &str)] = &[
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
    (Under("accessibility"), "faults", "[[accessibility.faults]]"),
    (Under("accessibility.faults"), "text", "\"Äldre bilagor är inskannade bilder.\""),
    (Scope::Ledger, "published", "[\"index.html\"]"),
    (Scope::Ledger, "withdrawn", "[[withdrawn]]"),
    (Under("withdrawn"), "address", "\"kommuner/eskilstuna/2018/nyhet.html\""),
    (Under("withdrawn"), "date", "2026-11-22"),
    (Under("withdrawn"), "decision", "\"Kommunstyrelsen § 12\""),
    (Under("withdrawn"), "reason", "\"Innehöll personuppgifter.\""),
];

/// The names of all tables that have a header.
pub const TABLES: &[&str] = &[
    "sources",
    "corrections",
    "conflicts",
    "attachments",
    "images",
    "decisions",
    "contact",
    "signatories",
    "ended",
    "commitments",
    "outcomes",
    "names",
    "members",
    "accessibility",
    "withdrawn",
];

/// A line that shows how a key is written; the header, for a table.
pub fn example(file: Owner, table: &str, key: &str) -> String {
    let found = KEYS.iter().find(|(scope, name, _)| {
        *name == key
            && match scope {
                Under(header) => *header == table,
                Settings => table.is_empty() && file == Owner::Settings,
                Scope::Ledger => table.is_empty() && file == Owner::Ledger,
                _ => table.is_empty() && !matches!(file, Owner::Settings | Owner::Ledger),
            }
    });
    match found {
        Some((_, _, header)) if is_header(header, key) => (*header).to_owned(),
        Some((_, _, value)) => format!("{key} = {value}"),
        None => format!("{key} = \"…\""),
    }
}

/// The header of a table, `[contact]` or `[[sources]]`.
pub fn header(table: &str) -> Option<&'static str> {
    let mut headers = KEYS.iter().map(|(_, _, example)| *example);
    headers.find(|example| is_header(example, table) && example.starts_with('['))
}

/// Whether a key of the file itself holds a list of texts or dates.
pub fn is_list(key: &str) -> bool {
    KEYS.iter().any(|(scope, name, example)| {
        *name == key && !matches!(scope, Under(_)) && example.starts_with("[\"")
    })
}

/// The names of all keys; some of them several times.
pub fn names() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|(_, name, _)| *name)
}

fn is_header(example: &str, key: &str) -> bool {
    example.trim_matches(['[', ']']) == key
}

impl Scope {
    fn holds(self, owner: Owner) -> bool {
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

/// Whether this is one of the file's own keys, outside every table.
pub fn in_root(key: &str, owner: Owner) -> bool {
    KEYS.iter().any(|(scope, name, _)| *name == key && scope.holds(owner))
}

/// The table whose key this is, when only one has it.
pub fn in_table(key: &str) -> Option<String> {
    let mut tables = KEYS.iter().filter_map(|(scope, name, _)| match scope {
        Under(table) if *name == key => Some(*table),
        _ => None,
    });
    let table = tables.next().filter(|_| tables.next().is_none())?;
    header(table).map(str::to_owned)
}

/// The files that have this key, in words, in both languages; `None` when none has it.
pub fn of_other_kinds(key: &str) -> Option<(String, String)> {
    let scope = KEYS.iter().find_map(|(scope, name, _)| {
        (*name == key && matches!(scope, Archive | NotPlaces | Kinds(_))).then_some(*scope)
    })?;
    let words = |(sv, en): (&str, &str)| (sv.to_owned(), en.to_owned());
    Some(match scope {
        Archive => words(("handlingar", "documents")),
        NotPlaces => words(("handlingar och sidor", "documents and pages")),
        Kinds(kinds) => {
            let list = |names: Vec<&str>, and: &str| match names.as_slice() {
                [] => String::new(),
                [only] => (*only).to_owned(),
                [all @ .., last] => format!("{} {and} {last}", all.join(", ")),
            };
            let plural = kinds.iter().map(|kind| plural(*kind));
            let (sv, en): (Vec<_>, Vec<_>) = plural.unzip();
            (list(sv, "och"), list(en, "and"))
        }
        _ => return None,
    })
}

fn plural(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Agreement => ("överenskommelser", "agreements"),
        Kind::Pledge => ("medborgarlöften", "pledges"),
        Kind::SituationReport => ("lägesbilder", "situation reports"),
        Kind::ActionPlan => ("åtgärdsplaner", "action plans"),
        Kind::FollowUp => ("uppföljningar", "follow-ups"),
        Kind::Notice => ("nyheter", "notices"),
        Kind::Page => ("sidor", "pages"),
        Kind::Municipality => ("kommuner", "municipalities"),
        Kind::PoliceArea => ("lokalpolisområden", "police areas"),
        Kind::District => ("stadsdelar", "districts"),
    }
}
