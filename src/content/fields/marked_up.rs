//! Markdown in a value, which pages show as it is written.

use super::values::Value;
use crate::content::excerpt::excerpt;
use crate::content::inspect::without_invisible;
use crate::diagnostic::Code;
use crate::markdown;
use crate::text;
use crate::toml_text;

/// No longer line is repeated without its markup.
const LONGEST: usize = 120;

impl Value<'_> {
    /// Reports Markdown in a text.
    pub(super) fn marked_up(&self, written: &str) {
        let Some(found) = markdown::marked_up(written) else { return };
        let key = self.key;
        let shown = excerpt(&written[found.span]);
        let message = text!(
            "”{shown}” i ”{key}” skulle visas på sidan med alla sina tecken: Markdown och HTML läses bara i texten efter den avslutande raden +++.",
            "“{shown}” in “{key}” would be shown on the page with all its signs: Markdown and HTML are read only in the text after the closing line +++."
        );
        let plain = without_invisible(&found.plain);
        let line = match self.in_list {
            true => toml_text::basic(&plain),
            false => format!("{key} = {}", toml_text::basic(&plain)),
        };
        let is_short = line.chars().count() <= LONGEST && !self.written().contains('\n');
        let help = match is_short && !plain.is_empty() {
            true => text!("Skriv {line}", "Write {line}"),
            false => text!(
                "Ta bort tecknen, så att bara orden står kvar.",
                "Remove the signs, so that only the words are left."
            ),
        };
        self.report(Code::MarkupAsText, message, help);
    }
}
