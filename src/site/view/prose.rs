//! Markdown in a view.

use serde::Serialize;

use crate::model::Tail;

/// Markdown with its links resolved. It becomes HTML only when the page is rendered, by the filter
/// `markdown`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Prose {
    /// The Markdown.
    pub text: Tail,
    /// The addresses of the text's links and images: the n-th is that of the n-th link or image.
    pub hrefs: Vec<String>,
}
