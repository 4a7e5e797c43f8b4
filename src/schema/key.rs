//! A key: the type of its value, whether it is needed, and how it is explained.

use super::both::{Both, both};
use super::form::Form;
use super::in_forms::{Completion, OneTable};
use super::kind::Kind;
use super::relation::Relation;
use super::words::Word;

/// A key of a file, or of a table in it. Made with [`Key::new`] and the methods below it, so that a
/// declaration can be read line by line.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As written in files.
    pub name: &'static str,
    pub holds: Type,
    pub need: Need,
    /// Its name in a form.
    pub label: Both,
    /// One line that says what belongs there.
    pub help: Both,
    /// The same for a form, if the help shows how it is written in a file.
    pub form_help: Option<Both>,
    /// The example for a form, if it is another.
    pub form_example: Option<&'static str>,
    /// What one of its tables is called, if forms add them one by one.
    pub one: Option<OneTable>,
    /// Whether forms have an empty one of its tables ready, though it may be left out.
    pub is_ready: bool,
    /// Whether a reader may have gone by what it says, so that a change of it is worth a correction.
    pub is_fact: bool,
    /// What a form says of its list being empty, if that says something.
    pub none: Option<Both>,
    /// What forms suggest for it.
    pub completion: Option<Completion>,
    /// A value, as TOML. Empty for a table.
    pub example: &'static str,
    /// The value that applies if the key is left out, as TOML; empty if there is none.
    pub default: &'static str,
    /// Other names that editors give it.
    pub synonyms: &'static [&'static str],
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// Text on one line.
    Line,
    /// Text of one or more sentences.
    Text,
    /// One text or several.
    Texts,
    /// A date of any precision.
    Date,
    /// One date or several.
    Dates,
    /// How a period ends: a date of any precision, or [`FURTHER_NOTICE`].
    End,
    /// A whole day.
    Day,
    /// A period; with the keys of one that is written as a table.
    Period(&'static [Key]),
    /// true or false.
    Flag,
    /// The kind of the file.
    Kind,
    /// One of a closed list of words.
    Word(&'static [Word]),
    /// The path of a document.
    Reference(Relation),
    /// The paths of one document or several.
    References(Relation),
    /// The id of a place of this kind.
    Place(Kind),
    /// The ids of one place or several.
    Places(Kind),
    /// The path of a file that is not Markdown.
    File(FileUse),
    /// a–z, 0–9 and `-`; never changed once it has been published.
    Id,
    /// One word for all spellings of a person's name.
    Person,
    /// A commitment's id, or `path.md#id`.
    Commitment,
    /// A BCP 47 tag.
    Language,
    /// An address of the site.
    Address,
    /// One address or several.
    Addresses,
    /// An address on the web.
    Url,
    Email,
    Phone,
    /// Four digits.
    Code,
    /// The number of an organisation in the register: ten digits.
    Organisation,
    /// `#rrggbb`
    Colour,
    /// A folder in `themes/`.
    Theme,
    /// The code of a warning.
    Warning,
    /// `[name]`
    Table(&'static [Key]),
    /// `[name]`, and below it any number of tables to which the editor gives names,
    /// `[name.other]`.
    Named {
        /// The keys of the table itself.
        own: &'static [Key],
        /// The keys of each table below it.
        each: &'static [Key],
    },
    /// `[[name]]`, any number of them.
    Tables(&'static [Key]),
    /// The accepted warnings: like `Tables`, but each within braces on one line.
    Accepts(&'static [Key]),
}

/// The word for the end of a period that is in force until further notice.
pub const FURTHER_NOTICE: &str = "further-notice";

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileUse {
    Attachment,
    Image,
    /// It is next to `site.toml`.
    Logo,
}

/// Whether a key has to be present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    Optional,
    /// It may be left out, but `check` mentions it.
    Advised,
    /// It may be left out and usually is; forms hide it until asked.
    Rare,
    Required,
    /// At least one of these keys is required.
    OneOf(&'static [&'static str]),
    /// Exactly one of these keys is required.
    Either(&'static [&'static str]),
    /// Required if the key `when` is present, unless the flag `unless` is true.
    Unless {
        when: &'static str,
        unless: &'static str,
    },
    /// Only allowed if this flag is true.
    Flagged(&'static str),
    /// Required if this key is present.
    With(&'static str),
    /// Only allowed if this key is absent.
    Without(&'static str),
    /// Required if a key has this value.
    When {
        key: &'static str,
        is: &'static str,
    },
}

impl Key {
    /// A key that may be left out.
    pub const fn new(name: &'static str, holds: Type) -> Key {
        Key {
            name,
            holds,
            need: Need::Optional,
            label: both("", ""),
            help: both("", ""),
            form_help: None,
            form_example: None,
            one: None,
            is_ready: false,
            is_fact: true,
            none: None,
            completion: None,
            example: "",
            default: "",
            synonyms: &[],
        }
    }

    /// The same key holding something else, as where its tables have words of their own.
    pub const fn holding(mut self, holds: Type) -> Key {
        self.holds = holds;
        self
    }

    pub const fn label(mut self, sv: &'static str, en: &'static str) -> Key {
        self.label = both(sv, en);
        self
    }

    pub const fn help(mut self, sv: &'static str, en: &'static str) -> Key {
        self.help = both(sv, en);
        self
    }

    /// What a form says instead of the help: nothing of how files are written.
    pub const fn in_forms(mut self, sv: &'static str, en: &'static str) -> Key {
        self.form_help = Some(both(sv, en));
        self
    }

    /// What one of its tables is called, Swedish and English, without and with an article.
    pub const fn one(
        mut self,
        sv: &'static str,
        en: &'static str,
        with_article_sv: &'static str,
        with_article_en: &'static str,
    ) -> Key {
        let with_article = both(with_article_sv, with_article_en);
        self.one = Some(OneTable { label: both(sv, en), with_article });
        self
    }

    pub const fn example_in_forms(mut self, text: &'static str) -> Key {
        self.form_example = Some(text);
        self
    }

    pub const fn ready(mut self) -> Key {
        self.is_ready = true;
        self
    }

    /// A key that says nothing which a reader could have gone by, or that tells of a change itself.
    pub const fn no_fact(mut self) -> Key {
        self.is_fact = false;
        self
    }

    pub const fn none(mut self, sv: &'static str, en: &'static str) -> Key {
        self.none = Some(both(sv, en));
        self
    }

    pub const fn completed(mut self, from: Completion) -> Key {
        self.completion = Some(from);
        self
    }

    pub const fn example(mut self, toml: &'static str) -> Key {
        self.example = toml;
        self
    }

    pub const fn default(mut self, toml: &'static str) -> Key {
        self.default = toml;
        self
    }

    pub const fn synonyms(mut self, words: &'static [&'static str]) -> Key {
        self.synonyms = words;
        self
    }

    pub const fn need(mut self, need: Need) -> Key {
        self.need = need;
        self
    }

    pub const fn required(self) -> Key {
        self.need(Need::Required)
    }

    pub const fn advised(self) -> Key {
        self.need(Need::Advised)
    }

    pub const fn rare(self) -> Key {
        self.need(Need::Rare)
    }

    /// The keys of the table that it holds; none if it holds a plain value.
    pub fn keys(&self) -> &'static [Key] {
        match self.holds {
            Type::Period(keys) | Type::Table(keys) | Type::Tables(keys) | Type::Accepts(keys) => {
                keys
            }
            Type::Named { own, .. } => own,
            _ => &[],
        }
    }

    /// Whether its keys are written below a header of their own, `[name]` or `[[name]]`.
    pub fn has_header(&self) -> bool {
        matches!(self.holds, Type::Table(_) | Type::Named { .. } | Type::Tables(_))
    }

    /// `[name]` or `[[name]]`, with the name of the table that contains it, if there is one.
    pub fn header(&self, above: &str) -> String {
        let dot = if above.is_empty() { "" } else { "." };
        let name = self.name;
        match self.holds.form() {
            Form::Tables => format!("[[{above}{dot}{name}]]"),
            _ => format!("[{above}{dot}{name}]"),
        }
    }

    /// A line, or a header, that shows how the key is written.
    pub fn line(&self, above: &str) -> String {
        match self.has_header() {
            true => self.header(above),
            false => format!("{} = {}", self.name, self.example),
        }
    }
}
