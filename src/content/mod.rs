//! Read: the site's files become canonical text, and the text becomes documents, places and
//! settings. There are two steps: [`load()`] does all I/O, and [`parse()`] is a pure function of
//! what was loaded, so that an unchanged build never parses and the preview parses only what has
//! changed.

mod accept;
mod again;
mod as_read;
mod attachment_text;
mod base_url;
mod beside;
mod check_digit;
mod common;
mod documents;
mod encoding;
mod excerpt;
mod fences;
pub(crate) mod fields;
mod file;
mod forms;
mod inspect;
mod limits;
mod litter;
mod load;
mod loaded;
mod mentions;
mod municipality;
mod names;
mod nature;
mod parse;
mod parsed;
mod pdf;
mod person_name;
mod places;
mod publishing;
mod raw_file;
mod reason;
mod remarks;
mod settings;
mod source_stamp;
mod subjects;
mod symlink;
mod unloaded;
mod walk;

pub use again::parse_again;
pub(crate) use attachment_text::of_theme_file;
pub use beside::SEALS;
pub use encoding::decoded;
pub(crate) use excerpt::excerpt;
pub use fields::written_date;
pub use file::parse_file;
pub use inspect::inspect_text;
pub(crate) use inspect::{
    inspect_beside, inspect_name_of_theme, inspect_of_theme, inspect_part, inspect_value,
    says_nothing,
};
pub use litter::{is_litter, is_of_a_system};
pub use load::load;
pub use loaded::{Loaded, OtherFile};
pub use mentions::{Aliases, Mention, Mentioned, Mentions, mentions};
pub use municipality::registered;
pub use names::meant;
pub use nature::{Nature, Sort, fetch_again};
pub use parse::parse;
pub use parsed::{Legible, Parsed, ParsedContent, ParsedFile, file_at};
pub use raw_file::RawFile;
pub(crate) use reason::reason;
pub use settings::parse_settings;
pub use unloaded::LoadError;
