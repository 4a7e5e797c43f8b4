//! Keys that were not asked for: misspelled, of another kind of file, or in the wrong place.

use super::header_in_comment::header_in_comment;
use super::place::TablePosition;
use super::scan::{commented_header, table_of};
use super::table::Table;
use crate::content::excerpt::excerpt;
use crate::content::names;
use crate::diagnostic::{Code, Span, Text};
use crate::nearest::did_you_mean;
use crate::schema::{self, Kind, Need, Owner};
use crate::text;

impl Table<'_> {
    /// Reports the keys that the schema does not have here; called last. While the kind of the file
    /// is unknown, a key of any kind may be right.
    pub fn leftovers(&self) {
        if self.entries.is_empty() {
            self.is_empty_group();
        }
        let owner = self.reader.owner.get();
        let any = self.place.is_root() && owner == Owner::Unknown;
        #[cfg(debug_assertions)]
        if !any {
            self.asked.are_all(self.declared(), self.place.name());
        }
        let is_declared = |key: &str| match any {
            true => schema::names().any(|name| name == key),
            false => self.row(key).is_some(),
        };
        let unknown = self.entries.iter().filter(|(key, value)| {
            !is_declared(key.get_ref()) && !self.is_named(key.get_ref(), value.get_ref())
        });
        let mut unknown: Vec<_> = unknown.collect();
        // Nearly every file has none.
        if unknown.is_empty() {
            return;
        }
        let declared: Vec<&'static str> = match any {
            true => schema::names().collect(),
            false => self.declared().map(|key| key.name).collect(),
        };
        unknown.sort_by_key(|(key, _)| key.span().start);
        let mut comments: Vec<usize> = Vec::new();
        for (key, value) in unknown {
            let written: &str = key.get_ref();
            if self.reader.is_full() {
                return;
            }
            let span = self.reader.absolute(key.span());
            let value = self.reader.absolute(value.span());
            if let Some((comment, header)) = self.commented_header(span.start, written) {
                // One line is to be mended, however many keys follow it.
                if !comments.contains(&comment.start) {
                    comments.push(comment.start);
                    let (message, help) = header_in_comment(header);
                    self.report(Code::UnknownKey, comment, message, help);
                }
                continue;
            }
            let (message, help) = self.explain(written, owner, &declared, &value);
            self.report(Code::UnknownKey, span, message, help);
        }
    }

    /// The line above an unknown key that would be the header of its table if it were no comment.
    fn commented_header(&self, key: usize, written: &str) -> Option<(Span, &str)> {
        if self.is_inline() {
            return None;
        }
        let start = self.reader.start;
        let above = &self.reader.source.text[start..key];
        let above = &above[..above.rfind('\n')?];
        let (at, header) = commented_header(above)?;
        schema::key_in(self.reader.owner.get(), table_of(header), written)?;
        let end = above[at..].find('\n').map_or(above.len(), |length| at + length);
        Some((start + at..start + end, header))
    }

    /// Reports a table in which no key is required and none says anything; it would be shown as an
    /// empty line.
    fn is_empty_group(&self) {
        let optional = |need: Need| {
            matches!(
                need,
                Need::Optional
                    | Need::Advised
                    | Need::Rare
                    | Need::Unless { .. }
                    | Need::With(_)
                    | Need::Without(_)
            )
        };
        if !self.place.is_list() || !self.declared().all(|key| optional(key.need)) {
            return;
        }
        let header = self.header();
        self.report(
            Code::MissingKey,
            self.span.clone(),
            text!("Under {header} står ingenting.", "There is nothing under {header}."),
            text!("Fyll i gruppen, eller ta bort raden.", "Fill in the group, or remove the line."),
        );
    }

    fn explain(
        &self,
        key: &str,
        owner: Owner,
        declared: &[&'static str],
        value: &Span,
    ) -> (Text, Text) {
        let header = self.header();
        let shown = excerpt(key);
        if !self.place.is_root() && owner.surely_has(key) && !self.is_inline() {
            return (
                text!(
                    "Nyckeln ”{shown}” gäller hela filen, men står under raden {header} och hör därför till den.",
                    "The key “{shown}” is about the whole file, but stands under the line {header} and so belongs to that."
                ),
                text!(
                    "Flytta raden ovanför första raden med [ … ].",
                    "Move the line above the first line with [ … ]."
                ),
            );
        }
        if let (TablePosition::Root, Owner::Kind(kind)) = (self.place, owner)
            && let Some((sv, en)) = schema::owners_of(key)
        {
            let word = kind.as_str();
            let all: Vec<&str> = self.entries.keys().map(|key| key.get_ref().as_ref()).collect();
            return (
                text!(
                    "Nyckeln ”{shown}” finns bara för {sv}, och den här filen har kind = \"{word}\".",
                    "The key “{shown}” is only for {en}, and this file has kind = \"{word}\"."
                ),
                // A plan may have most of what a pledge and an agreement have: which of them it is, only
                // its editor knows.
                match schema::only_kind_with(&all).filter(|_| kind != Kind::ActionPlan) {
                    Some(kind) => {
                        let kind = kind.as_str();
                        text!(
                            "Av filens nycklar att döma ska det stå kind = \"{kind}\". Annars: ta bort raden.",
                            "Judging by the file's keys it should say kind = \"{kind}\". Otherwise remove the line."
                        )
                    }
                    None => {
                        text!(
                            "Ta bort raden, eller rätta kind.",
                            "Remove the line, or correct kind."
                        )
                    }
                },
            );
        }
        let message = match self.place {
            TablePosition::Root => text!(
                "Nyckeln ”{shown}” finns inte, så det som står här skulle inte synas någonstans.",
                "There is no key “{shown}”, so what stands here would not be shown anywhere."
            ),
            TablePosition::Under { .. } | TablePosition::Named { .. } => text!(
                "Nyckeln ”{shown}” finns inte i {header}, så det som står här skulle inte synas någonstans.",
                "There is no key “{shown}” in {header}, so what stands here would not be shown anywhere."
            ),
        };
        (message, self.suggestion(key, declared, value))
    }

    fn suggestion(&self, key: &str, declared: &[&'static str], value: &Span) -> Text {
        let free: Vec<&str> = declared.iter().copied().filter(|known| !self.has(known)).collect();
        if let Some(meant) = names::meant(key, &free).or_else(|| names::meant(key, declared)) {
            let written = self.reader.written(value);
            let line = if written.starts_with('[') && written.contains(key) {
                written.replace(key, meant)
            } else {
                format!("{meant} = {written}")
            };
            return if line.len() <= 120 && !line.contains('\n') {
                text!("Menade du ”{meant}”? Skriv {line}", "Did you mean “{meant}”? Write {line}")
            } else {
                did_you_mean(meant)
            };
        }
        match schema::in_table(key, self.reader.owner.get()) {
            Some((header, None)) => {
                return text!(
                    "Nyckeln hör hemma under {header}. Flytta raden dit, eller ta bort den.",
                    "The key belongs under {header}. Move the line there, or remove it."
                );
            }
            Some((header, Some((sv, en)))) => {
                return Text {
                    sv: format!(
                        "Nyckeln hör hemma under {header}, som bara finns i {sv}. Skriv den där, eller ta bort den."
                    ).into(),
                    en: format!(
                        "The key belongs under {header}, which is only in {en}. Write it there, or remove it."
                    ).into(),
                };
            }
            None => {}
        }
        if self.place.is_root() && self.reader.owner.get() == Owner::Unknown {
            return text!(
                "Ta bort raden, eller sätt # först på den.",
                "Remove the line, or put # first on it."
            );
        }
        let mut known: Vec<&str> = declared.to_vec();
        known.sort_unstable();
        known.dedup();
        let list = known.join(", ");
        text!(
            "Ta bort raden, sätt # först på den, eller använd någon av nycklarna {list}.",
            "Remove the line, put # first on it, or use one of the keys {list}."
        )
    }
}
