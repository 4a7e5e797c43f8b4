//! A new document, place or page.

mod create;
mod form;

pub use create::{create, made};
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

/// In the address of a new document's form: a municipality that was added for it, and a document that is
/// like it.
const MUNICIPALITY: &str = "_kommun";
const ALIKE: &str = "_likt";

/// There too: that a follow-up was put with what it follows up, since no year was given.
const SAME_YEAR: &str = "_samma_ar";

/// The field that says that a municipality is to be added though another is called nearly the same.
const ADD: &str = "_add_place";
