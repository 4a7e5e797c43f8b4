//! A period in a form: which of its four forms it has, and its dates.

use toml_edit::{InlineTable, Item, TableLike, Value};

use super::dates::date;
use super::shown::shown;
use super::submitted::FieldNode;
use crate::schema::FURTHER_NOTICE;
use crate::toml_edits::{put, remove, text};

/// The forms of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodForm {
    /// One year, month or day.
    Whole,
    /// From one date until another, of which one may be unknown.
    Span,
    /// Until further notice.
    FurtherNotice,
    /// The source says nothing.
    Unknown,
}

/// A period as a form shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownPeriod {
    /// `None` if the key is absent.
    pub form: Option<PeriodForm>,
    pub whole: String,
    pub from: String,
    pub until: String,
}

impl PeriodForm {
    pub const ALL: [PeriodForm; 4] =
        [PeriodForm::Whole, PeriodForm::Span, PeriodForm::FurtherNotice, PeriodForm::Unknown];

    /// The word for it in a form.
    pub fn as_str(self) -> &'static str {
        match self {
            PeriodForm::Whole => "whole",
            PeriodForm::Span => "span",
            PeriodForm::FurtherNotice => FURTHER_NOTICE,
            PeriodForm::Unknown => "unknown",
        }
    }
}

impl ShownPeriod {
    /// The period of a key.
    pub fn of(item: Option<&Item>) -> ShownPeriod {
        let Some(item) = item else { return ShownPeriod::default() };
        if let Some(table) = item.as_table_like() {
            let end = |key| table.get(key).map(shown).unwrap_or_default();
            let (from, until) = (end("from"), end("until"));
            return if until == FURTHER_NOTICE {
                let form = Some(PeriodForm::FurtherNotice);
                ShownPeriod { form, from, ..ShownPeriod::default() }
            } else {
                ShownPeriod { form: Some(PeriodForm::Span), from, until, whole: String::new() }
            };
        }
        match shown(item) {
            word if word == "unknown" => {
                ShownPeriod { form: Some(PeriodForm::Unknown), ..ShownPeriod::default() }
            }
            whole => ShownPeriod { form: Some(PeriodForm::Whole), whole, ..ShownPeriod::default() },
        }
    }

    /// The period as it is submitted; dates that are absent stay.
    fn after(&self, fields: &FieldNode) -> ShownPeriod {
        let date = |name: &str, old: &str| {
            fields.value(name).map_or_else(|| old.to_owned(), |new| new.trim().to_owned())
        };
        let given = fields.value("_form");
        let form = match given {
            Some(word) => PeriodForm::ALL.into_iter().find(|form| form.as_str() == word.trim()),
            None if fields.get("whole").is_some() => Some(PeriodForm::Whole),
            None if fields.get("until").is_some() => Some(PeriodForm::Span),
            None if fields.get("from").is_some()
                && self.form != Some(PeriodForm::FurtherNotice) =>
            {
                Some(PeriodForm::Span)
            }
            None => self.form,
        };
        let (whole, from) = (date("whole", &self.whole), date("from", &self.from));
        let until = date("until", &self.until);
        let empty = String::new;
        let form = self.meant(form, fields, (&whole, &from, &until));
        match form {
            None => ShownPeriod::default(),
            Some(PeriodForm::Whole) if whole.is_empty() => ShownPeriod::default(),
            Some(PeriodForm::Whole) => ShownPeriod { form, whole, from: empty(), until: empty() },
            Some(PeriodForm::Span) if from.is_empty() && until.is_empty() => ShownPeriod::default(),
            Some(PeriodForm::Span) => ShownPeriod { form, whole: empty(), from, until },
            Some(PeriodForm::FurtherNotice) => {
                ShownPeriod { form, whole: empty(), from, until: empty() }
            }
            Some(PeriodForm::Unknown) => ShownPeriod { form, ..ShownPeriod::default() },
        }
    }
}

impl ShownPeriod {
    /// The form that dates were typed for, when the choice was left as it was, or has none of its own
    /// filled in: what somebody has typed is not thrown away because another choice is marked.
    fn meant(
        &self,
        chosen: Option<PeriodForm>,
        fields: &FieldNode,
        (whole, from, until): (&str, &str, &str),
    ) -> Option<PeriodForm> {
        let is_new = |name: &str, old: &str| {
            let typed = fields.value(name).map(str::trim).filter(|typed| !typed.is_empty());
            typed.is_some_and(|typed| typed != old)
        };
        let of_further_notice = chosen == Some(PeriodForm::FurtherNotice);
        let span =
            is_new("until", &self.until) || (is_new("from", &self.from) && !of_further_notice);
        let one = is_new("whole", &self.whole);
        let is_left = chosen == self.form;
        match chosen {
            Some(PeriodForm::Span) => {
                let is_bare = from.is_empty() && until.is_empty();
                if one && !span && (is_left || is_bare) { Some(PeriodForm::Whole) } else { chosen }
            }
            Some(PeriodForm::Whole) if span && !one && (is_left || whole.is_empty()) => {
                Some(PeriodForm::Span)
            }
            Some(PeriodForm::Whole) => chosen,
            None | Some(PeriodForm::FurtherNotice | PeriodForm::Unknown) if is_left && span => {
                Some(PeriodForm::Span)
            }
            None | Some(PeriodForm::FurtherNotice | PeriodForm::Unknown) if is_left && one => {
                Some(PeriodForm::Whole)
            }
            None | Some(PeriodForm::FurtherNotice | PeriodForm::Unknown) => chosen,
        }
    }
}

/// Writes the period of a key as submitted.
pub(super) fn apply_period(
    table: &mut dyn TableLike,
    key: &str,
    fields: &FieldNode,
    order: &[&str],
    orphans: &mut String,
) {
    let old = ShownPeriod::of(table.get(key));
    let new = old.after(fields);
    if new == old {
        return;
    }
    match new.form {
        None => remove(table, key, orphans),
        Some(PeriodForm::Whole) => put(table, key, date(&new.whole), order),
        Some(PeriodForm::Unknown) => put(table, key, text("unknown"), order),
        Some(PeriodForm::Span | PeriodForm::FurtherNotice) => {
            let until = match new.form {
                Some(PeriodForm::FurtherNotice) => Some(text(FURTHER_NOTICE)),
                _ => (!new.until.is_empty()).then(|| date(&new.until)),
            };
            let from = (!new.from.is_empty()).then(|| date(&new.from));
            if !table.get(key).is_some_and(Item::is_table_like) {
                put(table, key, Value::InlineTable(InlineTable::new()), order);
            }
            let Some(period) = table.get_mut(key) else { return };
            let Some(ends) = period.as_table_like_mut() else { return };
            let before = ends.len();
            set_end(ends, "from", from, old.from == new.from && old.form.is_some(), orphans);
            let same = old.until == new.until && old.form == new.form;
            set_end(ends, "until", until, same, orphans);
            if before != ends.len()
                && let Some(inline) = period.as_inline_table_mut()
            {
                inline.fmt();
            }
        }
    }
}

fn set_end(
    ends: &mut dyn TableLike,
    key: &str,
    value: Option<Value>,
    same: bool,
    orphans: &mut String,
) {
    match value {
        Some(_) if same && ends.contains_key(key) => {}
        Some(value) => put(ends, key, value, &["from", "until"]),
        None => remove(ends, key, orphans),
    }
}
