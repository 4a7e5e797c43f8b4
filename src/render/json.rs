//! `timeline.json`: two-space indents and a final newline, so that it can be read and compared.

use crate::site::view::TimelineJson;

/// The file.
pub fn timeline(view: &TimelineJson) -> Vec<u8> {
    // Structs, lists and texts: nothing here can fail to be written.
    let mut json = serde_json::to_vec_pretty(view).unwrap_or_default();
    json.push(b'\n');
    json
}
