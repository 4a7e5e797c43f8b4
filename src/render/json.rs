//! `timeline.json`.
use crate::site::view::TimelineJson;
/// The file.
pub fn timeline(view: &TimelineJson) -> Vec<u8> {
    let mut json = serde_json::to_vec_pretty(view).unwrap_or_default();
    json.push(b'\n');
    json
}
