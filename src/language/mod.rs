//! The two languages of the program: labels, names of months and Swedish alphabetical order. The
//! texts of the theme are not here but in its strings files.

mod direction;
mod labels;
mod months;
mod order;
mod tag;

pub use direction::is_right_to_left;
pub use labels::Labels;
pub use months::month_name;
pub use order::Alphabet;
pub use tag::Language;
