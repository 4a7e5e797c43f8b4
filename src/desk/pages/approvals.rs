//! Whether a document has been approved as it is.

use super::context::Context;
use crate::diagnostic::canonical;
use crate::digest::Digest;

/// Whether an approval of a document is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approved {
    /// Of the document as it is.
    AsItIs,
    /// Of what it said before.
    Earlier,
    Never,
}

/// Whether an approval of the file at this path is noted.
pub fn approved(context: &Context<'_>, path: &str) -> Approved {
    let notes = context.state.store.review(path);
    if notes.approvals.is_empty() {
        return Approved::Never;
    }
    let raw = context.newest.loaded.markdown_at(path);
    let now = raw.and_then(|raw| text_digest(path, &raw.bytes)).map(|now| now.to_string());
    match notes.approvals.iter().any(|approval| Some(&approval.sha256) == now.as_ref()) {
        true => Approved::AsItIs,
        false => Approved::Earlier,
    }
}

/// The digest of what a file says. Whether it is a draft is no part of that: an approved text stays
/// approved when it is published.
pub fn text_digest(path: &str, bytes: &[u8]) -> Option<Digest> {
    let source = canonical::source(path, bytes).ok()?;
    let is_state = |line: &&str| {
        let key = line.split('=').next().unwrap_or_default().trim();
        matches!(key, "draft" | "archived")
    };
    let lines = source.text.lines().filter(|line| !is_state(line));
    Some(Digest::of(lines.collect::<Vec<_>>().join("\n").as_bytes()))
}
