//! The keys that a translation has from its original, and that would not be shown if they stood in
//! the translation itself.

use super::dated::is_translation;
use crate::content::fields::Table;
use crate::diagnostic::Code;
use crate::language::{Language, enumerated};
use crate::text;

/// The keys that are a translation's own.
const OWN: [&str; 16] = [
    "kind",
    "title",
    "called",
    "summary",
    "language",
    "translation_of",
    "draft",
    "aliases",
    "archived",
    "wording",
    "accept",
    "sources",
    "corrections",
    "conflicts",
    "attachments",
    "images",
];

/// Reports the keys of a translation that are its original's, all at once.
pub fn inherited(keys: &Table<'_>) {
    if !is_translation(keys) {
        return;
    }
    let known = keys.known();
    let ignored: Vec<_> = known.into_iter().filter(|(name, _)| !OWN.contains(name)).collect();
    let Some((_, first)) = ignored.first() else { return };
    let names: Vec<&str> = ignored.iter().map(|(name, _)| *name).collect();
    let (sv, en) = (listed(&names, '”', Language::Swedish), listed(&names, '“', Language::English));
    keys.report(
        Code::TranslationKey,
        first.clone(),
        text!(
            "{sv} räknas inte här: en översättning har dem från sitt original.",
            "{en} do not count here: a translation has them from its original."
        ),
        text!(
            "Ta bort raderna. Säger originalet något annat: rätta det där.",
            "Remove the lines. If the original says something else: correct it there."
        ),
    );
}

/// Names in quotes, which open as this sign does and close as the Swedish do.
fn listed(names: &[&str], opening: char, language: Language) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("{opening}{name}”")).collect();
    enumerated(language, &quoted)
}
