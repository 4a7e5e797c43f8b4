//! A new document, place or page.

mod create;
mod form;

pub use create::create;
pub use form::new_form;

use crate::failure::Failure;

/// Why nothing was made.
pub struct NewRefusal {
    failure: Failure,
    /// Whether the municipality can be added all the same.
    asks: bool,
}

impl From<Failure> for NewRefusal {
    fn from(failure: Failure) -> NewRefusal {
        NewRefusal { failure, asks: false }
    }
}

/// The field that says that a municipality is to be added though another is called nearly the same.
const ADD: &str = "_add_place";
