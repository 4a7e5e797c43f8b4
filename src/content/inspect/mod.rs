//! What a text should not hold: personal numbers, private addresses, unhelpful links.

use std::sync::Arc;

use crate::diagnostic::{Problem, Source, Span};
use crate::model::document::Body;

/// Looks through a file's front matter and body.
pub fn inspect(_source: &Arc<Source>, _front_matter: Span, _body: Option<&Body>) -> Vec<Problem> {
    Vec::new()
}
