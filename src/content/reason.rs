//! Reasons for corrections, exceptions and cancellations.

use super::fields::Table;
use crate::diagnostic::Code;
use crate::text;

/// Reads a reason, which is required.
pub fn reason(keys: &Table<'_>, key: &'static str) -> Option<String> {
    let reason = keys.string(key);
    if reason.is_none() && keys.absent_or_empty(key) {
        keys.report(
            Code::ReasonMissing,
            keys.span(),
            text!(
                "Här saknas skälet: ”{key}” måste säga varför.",
                "The reason is missing: “{key}” must say why."
            ),
            text!(
                "Lägg till {key} = \"…\" med skälet, så som källan anger det.",
                "Add {key} = \"…\" with the reason, as the source gives it."
            ),
        );
    }
    reason
}
