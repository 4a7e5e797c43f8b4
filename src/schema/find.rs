//! Looking up keys: by the file that has them, by name, and by what editors write instead.

use super::form::Form;
use super::group::Section;
use super::key::Key;
use super::keys::{ledger, seals, settings};
use super::kind::Kind;
use super::words::{
    AreaLevel, AssessmentMethod, AttachmentText, BodyType, Compliance, LANGUAGES, Licence,
    NoticeType, Status, Word, Wording,
};

/// The owner of the keys in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A file of this kind.
    Kind(Kind),
    /// `site.toml`.
    Settings,
    /// `addresses.toml`.
    Ledger,
    /// `seals/<year>.toml`.
    Seal,
    /// A Markdown file of unknown kind.
    Unknown,
}

/// A table with the name in its header, such as `sources` or `accessibility.faults`.
struct Headed {
    name: String,
    key: &'static Key,
    /// The file's own key that contains it.
    root: &'static Key,
}

impl Owner {
    /// Every sort of file.
    const ALL: [Owner; 3] = [Owner::Unknown, Owner::Settings, Owner::Ledger];

    /// The keys of the file itself. While its kind is unknown these are the keys of all kinds, and
    /// keys that several kinds have are repeated.
    pub fn keys(self) -> impl Iterator<Item = &'static Key> {
        self.sections().flat_map(|section| section.keys)
    }

    fn sections(self) -> impl Iterator<Item = &'static Section> {
        let (fixed, own, kinds): (&[&Section], Option<Kind>, &[Kind]) = match self {
            Owner::Settings => (settings::SECTIONS, None, &[]),
            Owner::Ledger => (ledger::SECTIONS, None, &[]),
            Owner::Seal => (seals::SECTIONS, None, &[]),
            Owner::Kind(own) => (&[], Some(own), &[]),
            Owner::Unknown => (&[], None, Kind::ALL),
        };
        let kinds = own.into_iter().chain(kinds.iter().copied());
        fixed.iter().copied().chain(kinds.flat_map(Kind::sections))
    }

    /// The file's own key with this name. While its kind is unknown, it is that of the first kind
    /// that has one.
    pub fn key(self, name: &str) -> Option<&'static Key> {
        // Section by section: a key is asked for some twenty times in every file.
        self.sections().find_map(|section| section.keys.iter().find(|key| key.name == name))
    }

    /// Whether such a file is known to have this key, outside all tables.
    pub fn surely_has(self, name: &str) -> bool {
        self != Owner::Unknown && self.key(name).is_some()
    }

    /// Its tables with headers, without duplicates.
    fn headed(self) -> Vec<Headed> {
        let mut found: Vec<Headed> = Vec::new();
        let mut add = |name: String, key, root| {
            if found.iter().all(|known| known.name != name) {
                found.push(Headed { name, key, root });
            }
        };
        for root in self.keys().filter(|key| key.has_header()) {
            add(root.name.to_owned(), root, root);
            for key in root.keys().iter().filter(|key| key.has_header()) {
                add(format!("{}.{}", root.name, key.name), key, root);
            }
        }
        found
    }
}

impl Headed {
    /// As written in a file.
    fn header(&self) -> String {
        let above = self.name.rsplit_once('.').map_or("", |(above, _)| above);
        self.key.header(above)
    }
}

/// Every key of every sort of file, including those of tables; many are repeated.
fn all() -> impl Iterator<Item = &'static Key> {
    Owner::ALL.into_iter().flat_map(Owner::keys).flat_map(with_own)
}

/// A key and those of the table that it holds.
fn with_own(key: &'static Key) -> Vec<&'static Key> {
    std::iter::once(key).chain(key.keys().iter().flat_map(with_own)).collect()
}

/// The names of the keys of such a file, including those of tables; some are repeated.
pub fn names_in(owner: Owner) -> impl Iterator<Item = &'static str> {
    owner.keys().flat_map(with_own).map(|key| key.name)
}

/// The names of all keys; some are repeated.
pub fn names() -> impl Iterator<Item = &'static str> {
    all().map(|key| key.name)
}

/// A key in the table with this name in its header; with an empty name, the file's own key.
pub fn key_in(owner: Owner, table: &str, name: &str) -> Option<&'static Key> {
    if table.is_empty() {
        return owner.key(name);
    }
    let headed = owner.headed();
    let table = headed.iter().find(|headed| headed.name == table)?;
    table.key.keys().iter().find(|key| key.name == name)
}

/// The names of the tables that have headers in files.
pub fn tables() -> Vec<&'static str> {
    let roots = Owner::ALL.into_iter().flat_map(Owner::keys);
    roots.filter(|key| key.has_header()).map(|key| key.name).collect()
}

/// Whether a table may occur several times. It is named as in its header or by the last part of
/// that; `None` if there is no such table.
pub fn is_repeated(table: &str) -> Option<bool> {
    let headed = Owner::ALL.into_iter().flat_map(Owner::headed);
    headed
        .filter(|headed| headed.name == table || headed.key.name == table)
        .map(|headed| headed.key.holds.form() == Form::Tables)
        .next()
}

/// Whether a file's own key with this name holds a list of texts or dates.
pub fn is_list(key: &str) -> bool {
    let mut roots = Owner::ALL.into_iter().flat_map(Owner::keys);
    roots.any(|it| it.name == key && matches!(it.holds.form(), Form::Texts | Form::Dates))
}

/// The header of the table that this key belongs in, if only one has it; and, if the owner does not
/// have that table, the kinds that do, in words.
pub fn in_table(key: &str, owner: Owner) -> Option<(String, Option<(String, String)>)> {
    let file = match owner {
        Owner::Kind(_) => Owner::Unknown,
        Owner::Settings | Owner::Ledger | Owner::Seal | Owner::Unknown => owner,
    };
    let headed = file.headed();
    let mut fitting =
        headed.iter().filter(|headed| headed.key.keys().iter().any(|it| it.name == key));
    let table = fitting.next().filter(|_| fitting.next().is_none())?;
    let others = if owner.surely_has(table.root.name) { None } else { owners_of(table.root.name) };
    Some((table.header(), others))
}

/// The files that have this key, in words, in both languages; `None` if no file has it, or all have
/// it.
pub fn owners_of(key: &str) -> Option<(String, String)> {
    let has = |kind: &Kind| kind.keys().any(|it| it.name == key);
    let with: Vec<Kind> = Kind::ALL.iter().copied().filter(has).collect();
    let are =
        |fits: fn(Kind) -> bool| Kind::ALL.iter().all(|kind| fits(*kind) == with.contains(kind));
    let words = |sv: &str, en: &str| Some((sv.to_owned(), en.to_owned()));
    if with.is_empty() || with.len() == Kind::ALL.len() {
        None
    } else if are(Kind::is_archive) {
        words("dokument", "documents")
    } else if are(|kind| !kind.is_place()) {
        words("dokument och sidor", "documents and pages")
    } else {
        let list = |names: Vec<&str>, and: &str| match names.as_slice() {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [all @ .., last] => format!("{} {and} {last}", all.join(", ")),
        };
        let plural = with.iter().map(|kind| kind.facts().plural);
        let (sv, en): (Vec<_>, Vec<_>) = plural.map(|plural| (plural.sv, plural.en)).unzip();
        Some((list(sv, "och"), list(en, "and")))
    }
}

/// The only kind whose files may have all these keys, if there is one.
pub fn only_kind_with(keys: &[&str]) -> Option<Kind> {
    let fits = |kind: &Kind| {
        keys.iter().all(|key| owners_of(key).is_none() || Owner::Kind(*kind).surely_has(key))
    };
    let mut fitting = Kind::ALL.iter().copied().filter(fits);
    let first = fitting.next();
    first.filter(|_| fitting.next().is_none())
}

/// Every key that a file of this kind may have: its table, which is empty for the file's own keys,
/// and its name.
pub fn keys_of(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let with_own = |key: &'static Key| {
        let under = key.keys().iter().map(|under| (key.name, under.name));
        std::iter::once(("", key.name)).chain(under)
    };
    kind.keys().flat_map(with_own).collect()
}

/// Other words that editors write, each with the key, kind or word that it means.
pub fn synonyms() -> impl Iterator<Item = (&'static str, &'static str)> {
    let keys = all().map(|key| (key.synonyms, key.name));
    let kinds = Kind::ALL.iter().map(|kind| (kind.facts().synonyms, kind.as_str()));
    let vocabularies: [&[Word]; 10] = [
        AreaLevel::WORDS,
        BodyType::WORDS,
        Status::WORDS,
        NoticeType::WORDS,
        Wording::WORDS,
        AttachmentText::WORDS,
        LANGUAGES,
        Compliance::WORDS,
        Licence::WORDS,
        AssessmentMethod::WORDS,
    ];
    let words = vocabularies.into_iter().flatten().map(|word| (word.synonyms, word.word));
    let all = keys.chain(kinds).chain(words);
    all.flat_map(|(synonyms, meant)| synonyms.iter().map(move |synonym| (*synonym, meant)))
}
