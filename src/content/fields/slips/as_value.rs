//! Text that lacks its quotes.

use super::quotes::CURLY;
use super::slip::quoted;
use crate::content::names;
use crate::model::PartialDate;

/// Text without quotes as the value that was meant: with quotes, unless it is already a value.
pub fn as_value(written: &str) -> String {
    let written = written.trim();
    let bare = written.trim_matches(|c| CURLY.contains(&c));
    let is_value = written.starts_with(['"', '[', '{'])
        || matches!(written, "true" | "false")
        || (written.parse::<u32>().is_ok() && !written.starts_with('0'))
        || matches!(PartialDate::parse(written), Ok(PartialDate::Day(_) | PartialDate::Year(_)));
    match names::yes_or_no(written) {
        Some(flag) if matches!(written, "ja" | "nej" | "True" | "False") => flag.to_owned(),
        _ if is_value => written.to_owned(),
        _ => quoted(bare.trim_matches('\'')),
    }
}
