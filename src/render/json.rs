//! `timeline.json`: two-space indents and a final newline, so that it can be read and compared.

use crate::site::view::TimelineJson;

/// The file.
pub fn timeline(view: &TimelineJson) -> Vec<u8> {
    // Structs, lists and texts: nothing here can fail to be written.
    let mut json = Vec::with_capacity(1024 * (1 + view.entries.len()));
    let written = serde_json::to_writer_pretty(&mut json, view);
    debug_assert!(written.is_ok());
    json.push(b'\n');
    json
}
