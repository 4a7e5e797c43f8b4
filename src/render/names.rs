//! Names in templates that no view has: misspelt ones pass silently through `{% if %}`.

use std::sync::Arc;

use super::strings::Strings;
use crate::diagnostic::{Problem, Source};
use crate::site::view::View;

/// Problems with names that exist nowhere.
pub fn check(
    _templates: &[(String, Arc<Source>)],
    _views: &[View],
    _strings: &Strings,
) -> Vec<Problem> {
    Vec::new()
}
