//! The archive of this repository: "Läget i korthet" of every place is compared with what it must
//! say, and none contradicts its data.

use std::collections::BTreeSet;

use crate::expected::Expected;
use crate::support::{Site, manifest_folder};
use crate::{claims, summary};

#[test]
fn every_place_of_the_archive_says_what_its_files_say() {
    let expected = Expected::read(&manifest_folder().join("tests/real/archive.toml"));
    let site = Site::repository().today(&expected.today).build();
    let mut places = BTreeSet::new();
    for file in site.published().keys().filter(|file| file.ends_with("/timeline.json")) {
        let place = file.trim_end_matches("/timeline.json").to_owned();
        let timeline = site.json(file);
        let told = summary::of_page(&site.html(&format!("{place}/index.html")));
        told.names_the_day(&timeline, &place);
        let found = claims::contradictions(&told.lines, &timeline);
        assert!(found.is_empty(), "{place}: {found:#?}\n{:#?}", told.lines);
        places.insert(place);
    }
    for place in &expected.places {
        let told = summary::of_page(&site.html(&format!("{}/index.html", place.folder)));
        told.says(place.summary.as_ref().expect("a summary"), &place.folder);
    }
    let compared = expected.places.iter().map(|place| place.folder.clone());
    assert_eq!(places, compared.collect());
}
