//! Texts that are written otherwise than they are shown, with escapes or over several lines.

use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::content::inspect_value;
use crate::diagnostic::{Problem, Source};

/// What the texts of a strings file should not contain, apart from what the file itself shows.
pub fn inspect_strings(source: &Arc<Source>) -> Vec<Problem> {
    let (table, _) = DeTable::parse_recoverable(&source.text);
    let mut problems = Vec::new();
    inspect_table(table.get_ref(), source, &mut problems);
    problems
}

fn inspect_table(table: &DeTable<'_>, source: &Arc<Source>, problems: &mut Vec<Problem>) {
    for value in table.values() {
        match value.get_ref() {
            DeValue::String(text) => problems.extend(inspect_value(source, &value.span(), text)),
            DeValue::Table(inner) => inspect_table(inner, source, problems),
            _ => {}
        }
    }
}
