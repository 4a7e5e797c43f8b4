//! `schema`: the JSON Schema of front matter, `site.toml` and `addresses.toml`.

use super::arguments::Global;
use super::completions;
use super::outcome::CommandOutcome;
use crate::failure::Failure;
use crate::language::Language;
use crate::schema;

/// Prints it as one document, explained in the language of the messages.
pub fn run(global: &Global) -> Result<CommandOutcome, Failure> {
    let language = global.language.map(Language::from).unwrap_or_default();
    let schema = schema::json::everything(language);
    completions::print(format!("{schema:#}\n").as_bytes())
}
