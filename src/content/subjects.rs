//! `[[subjects]]` of `site.toml`: subjects that documents write in several ways.

use std::collections::HashMap;

use super::excerpt::excerpt;
use super::fields::Table;
use crate::diagnostic::{Code, Spanned};
use crate::model::settings::SubjectGroup;
use crate::slug::segment;
use crate::text;

/// Reads every `[[subjects]]`. A label that is already in another group is reported and left out,
/// since its documents would be in two lists that each claim to be the whole one.
pub fn read(keys: &Table<'_>) -> Vec<SubjectGroup> {
    let tables = keys.tables("subjects");
    let written = tables.iter().filter_map(|table| {
        let label = table.need("label", table.text("label"));
        let includes = table.need_some("includes", table.texts("includes"));
        table.leftovers();
        Some(SubjectGroup { label: label?, includes })
    });
    // The label of the group that each segment belongs to. The groups' own labels come first: none
    // of them is taken away by what another group includes.
    let mut groups_by_segment = HashMap::new();
    let mut groups: Vec<SubjectGroup> = written.collect();
    groups.retain(|group| {
        let owner = owner(keys, &mut groups_by_segment, &group.label, &group.label);
        owner.is_some_and(|owner| {
            let is_first = owner.span == group.label.span;
            if !is_first {
                twice(keys, &group.label, &owner);
            }
            is_first
        })
    });
    for SubjectGroup { label, includes } in &mut groups {
        includes.retain(|other| {
            let owner = owner(keys, &mut groups_by_segment, other, label);
            owner.is_some_and(|owner| {
                let is_own = owner.span == label.span;
                if !is_own {
                    twice(keys, other, &owner);
                }
                is_own
            })
        });
    }
    groups
}

/// The label of the group that a label belongs to: of this group, unless it is in another already.
/// `None` if the label cannot be in any, which is reported.
fn owner(
    keys: &Table<'_>,
    groups: &mut HashMap<String, Spanned<String>>,
    label: &Spanned<String>,
    group: &Spanned<String>,
) -> Option<Spanned<String>> {
    let Some(segment) = segment(label) else {
        no_address(keys, label);
        return None;
    };
    Some(groups.entry(segment).or_insert_with(|| group.clone()).clone())
}

fn no_address(keys: &Table<'_>, label: &Spanned<String>) {
    let shown = excerpt(label);
    keys.report(
        Code::InvalidAddress,
        label.span.clone(),
        text!(
            "Ämnet ”{shown}” har inga bokstäver eller siffror som en adress kan göras av: de är a–z, å, ä, ö och andra latinska bokstäver.",
            "The subject “{shown}” has no letters or digits that an address can be made from: those are a–z and other Latin letters."
        ),
        text!(
                "Skriv ämnet med latinska bokstäver.",
                "Write the subject in Latin letters."
            ),
    );
}

fn twice(keys: &Table<'_>, label: &Spanned<String>, other: &str) {
    let shown = excerpt(label);
    let other = excerpt(other);
    keys.report(
        Code::UnknownValue,
        label.span.clone(),
        text!(
            "Ämnet ”{shown}” hör redan till en annan grupp, som ”{other}”, och kan bara höra till en.",
            "The subject “{shown}” is in another group already, as “{other}”, and can only be in one."
        ),
        text!(
            "Ta bort det ur den ena gruppen, eller gör en grupp av dem.",
            "Remove it from one of the groups, or make one group of them."
        ),
    );
}
