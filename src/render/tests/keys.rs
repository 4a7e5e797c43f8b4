//! Keys and digests: equal for equal inputs, and different for anything that shows.

use std::collections::BTreeSet;

use super::facts;
use crate::language::Language;
use crate::render::{SiteFacts, Theme, ThemeFiles};
use crate::site::fixture_views;

fn theme(site: &SiteFacts) -> Theme {
    Theme::load(&ThemeFiles::built_in(), site).ok().unwrap()
}

#[test]
fn every_view_has_a_key_of_its_own_that_stays_the_same() {
    let site = facts(Language::Swedish);
    let (one, other) = (theme(&site), theme(&site));
    let views = fixture_views();
    let keys: BTreeSet<_> = views.iter().map(|view| one.page_key(view)).collect();
    assert_eq!(keys.len(), views.len());
    for view in &views {
        assert_eq!(one.page_key(view), other.page_key(view));
        assert_eq!(one.page(view).unwrap(), other.page(view).unwrap());
    }
}

#[test]
fn what_the_site_is_called_is_part_of_every_key() {
    let site = facts(Language::Swedish);
    let renamed = SiteFacts { title: "Arkivet".to_owned(), ..site.clone() };
    let (one, other) = (theme(&site), theme(&renamed));
    assert_ne!(one.digest(), other.digest());
    let view = &fixture_views()[0];
    assert_ne!(one.page_key(view), other.page_key(view));
}

#[test]
fn a_theme_is_loaded_again_only_when_something_has_changed() {
    let files = ThemeFiles::built_in();
    let site = facts(Language::Swedish);
    let first = Theme::load_unless_same(&files, &site, None).ok().unwrap();
    let again = Theme::load_unless_same(&files, &site, Some(&first)).ok().unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &again));
    let renamed = SiteFacts { title: "Arkivet".to_owned(), ..site };
    let changed = Theme::load_unless_same(&files, &renamed, Some(&first)).ok().unwrap();
    assert!(!std::sync::Arc::ptr_eq(&first, &changed));
}
