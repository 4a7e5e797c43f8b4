//! What the preview says of a file's type.

use crate::media_type::media_type;

/// The `Content-Type` of an address, so that browsers need not guess. Markdown is plain text to them:
/// they would otherwise save it as a file.
pub fn content_type(address: &str) -> &'static str {
    match media_type(address) {
        "text/html" => "text/html; charset=utf-8",
        "text/css" => "text/css; charset=utf-8",
        "text/javascript" => "text/javascript; charset=utf-8",
        "text/plain" | "text/markdown" => "text/plain; charset=utf-8",
        "text/csv" => "text/csv; charset=utf-8",
        "text/calendar" => "text/calendar; charset=utf-8",
        other => other,
    }
}
