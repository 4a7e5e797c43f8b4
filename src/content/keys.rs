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

/// Every key that a file of this kind may have: its table, empty for the file's own, and its name.
pub fn keys_of(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let own = |key: &str| in_root(key, Owner::Kind(kind));
    KEYS.iter()
        .filter_map(|(scope, name, _)| match scope {
            Under(table) => own(table).then_some((*table, *name)),
            scope => scope.holds(Owner::Kind(kind)).then_some(("", *name)),
        })
        .collect()
}

fn is_header(example: &str, key: &str) -> bool {
    let header = example.trim_matches(['[', ']']);
    example.starts_with('[') && (header == key || header.ends_with(&format!(".{key}")))
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

/// The header of the table whose key this is, when only one has it; and whose table that is, in
/// words, when it is another kind's.
pub fn in_table(key: &str, owner: Owner) -> Option<(&'static str, Option<(String, String)>)> {
    let headers = KEYS.iter().filter_map(|(scope, name, _)| match scope {
        Under(table) if *name == key => {
            KEYS.iter().find(|(_, name, example)| name == table && is_header(example, table))
        }
        _ => None,
    });
    let of_markdown = |scope: &Scope| !matches!(scope, Settings | Scope::Ledger | Under(_));
    let mut headers = headers.filter(|(scope, ..)| match owner {
        Owner::Kind(_) | Owner::Unknown => of_markdown(scope),
        Owner::Settings | Owner::Ledger => scope.holds(owner),
    });
    let (scope, table, header) = headers.next()?;
    if headers.next().is_some() {
        return None;
    }
    Some((header, if scope.holds(owner) { None } else { of_other_kinds(table) }))
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

/// The only kind of which a file may have all these keys, if there is one.
pub fn only_kind_with(keys: &[&str]) -> Option<Kind> {
    let fits = |kind: &Kind| {
        keys.iter().all(|key| of_other_kinds(key).is_none() || in_root(key, Owner::Kind(*kind)))
    };
    let mut fitting = Kind::ALL.iter().copied().filter(fits);
    let first = fitting.next();
    first.filter(|_| fitting.next().is_none())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::file::keys_asked_of;
    use crate::content::{RawFile, parse_file, parse_ledger, parse_settings};
    use crate::diagnostic::Problem;

    /// A file with every key that its owner has, as in the examples.
    fn everything(owner: Owner) -> String {
        let mut text = String::new();
        let mut headers = Vec::new();
        for (_, key, value) in KEYS.iter().filter(|(scope, ..)| scope.holds(owner)) {
            match (owner, *key) {
                _ if is_header(value, key) => headers.push(*key),
                (Owner::Kind(kind), "kind") => text += &format!("kind = \"{}\"\n", kind.as_str()),
                (Owner::Kind(Kind::Municipality), "title") => {
                    text += "title = \"Eskilstuna kommun\"\n"
                }
                _ => text += &format!("{key} = {value}\n"),
            }
        }
        for table in headers {
            text += &format!("{}\n", header(table).unwrap_or_default());
            let keys = KEYS.iter().filter(|(scope, ..)| *scope == Under(table));
            for (_, key, value) in keys.filter(|(_, key, value)| !is_header(value, key)) {
                // A member is one or the other.
                if (table, *key) != ("members", "district") {
                    text += &format!("{key} = {value}\n");
                }
            }
        }
        text
    }

    fn problems(problems: Vec<Problem>, text: &str) {
        let told: Vec<_> = problems.iter().map(|it| (it.code, &it.message.sv)).collect();
        assert!(told.is_empty(), "{told:?} in\n{text}");
    }

    #[test]
    fn every_key_of_the_list_is_read_where_the_list_says() {
        for kind in Kind::ALL {
            let text = format!("+++\n{}+++\n", everything(Owner::Kind(*kind)));
            let raw = RawFile::new("content/kommuner/eskilstuna/index.md", text.as_bytes());
            problems(parse_file(&raw).problems, &text);
        }
        let text = everything(Owner::Settings);
        problems(parse_settings(&RawFile::new("site.toml", text.as_bytes())).1, &text);
        let text = everything(Owner::Ledger);
        problems(parse_ledger(&RawFile::new("addresses.toml", text.as_bytes())).1, &text);
    }

    #[test]
    fn the_list_names_what_the_reader_asks_for() {
        for kind in Kind::ALL {
            let own = keys_of(*kind).into_iter().filter(|(table, _)| table.is_empty());
            let mut listed: Vec<&str> = own.map(|(_, key)| key).collect();
            let mut asked = keys_asked_of(*kind);
            listed.sort_unstable();
            asked.sort_unstable();
            asked.dedup();
            assert_eq!(listed, asked, "{kind:?}");
        }
    }
}
