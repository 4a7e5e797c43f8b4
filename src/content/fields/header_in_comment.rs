//! A header that is no header, because it stands in a comment.

use crate::diagnostic::Text;
use crate::text;

/// That a header does not count since it is in a comment, and what to do about it.
pub(super) fn header_in_comment(header: &str) -> (Text, Text) {
    (
        text!(
            "{header} står efter #, och är därför en anteckning. Raderna under den hör då inte till någon sådan grupp.",
            "{header} stands after #, so it is a note. The lines under it then belong to no such group."
        ),
        text!("Skriv raden så här: {header}", "Write the line like this: {header}"),
    )
}
