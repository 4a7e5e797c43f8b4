//! The two languages of the program: names of months, plurals and Swedish alphabetical order. A leaf;
//! the theme's texts themselves stand in its string files.

mod labels;
mod months;
mod order;

pub use labels::Labels;
pub use months::month_name;
pub use order::Alphabet;

use serde::{Deserialize, Serialize};

/// A language that pages and messages can be in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Language {
    /// Svenska.
    #[default]
    #[serde(rename = "sv")]
    Swedish,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Swedish => "sv",
            Language::English => "en",
        }
    }

    /// The language with this tag.
    pub fn parse(tag: &str) -> Option<Language> {
        match tag {
            "sv" => Some(Language::Swedish),
            "en" => Some(Language::English),
            _ => None,
        }
    }
}
