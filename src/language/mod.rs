//! The two languages of the program: labels, names of months and Swedish alphabetical order. The
//! texts of the theme are not here but in its strings files.

mod casing;
mod direction;
mod enumeration;
mod labels;
mod months;
mod order;
mod tag;

pub use casing::{capitalised, lowered};
pub use direction::is_right_to_left;
pub use enumeration::{and_of, enumerated};
pub use labels::Labels;
pub use months::month_name;
pub use order::Alphabet;
pub use tag::Language;
