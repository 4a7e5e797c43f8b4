//! Sites of a few lines, for situations that need no folder of their own.

use crate::support::Site;
use crate::{claims, summary};

/// A site with these files below `content/`, each with its front matter.
#[track_caller]
pub fn site(day: &str, files: &[(&str, &str)]) -> Site {
    let mut site = Site::empty().today(day).write("site.toml", "title = \"Löftesarkivet\"\n");
    for (path, front_matter) in files {
        site = site.write(&format!("content/{path}"), format!("+++\n{front_matter}\n+++\n"));
    }
    site.build()
}

/// Checks what the summary of a place says, all of it, and that its data say the same.
#[track_caller]
pub fn says(site: &Site, place: &str, expected: &[&str]) {
    let told = summary::of_page(&site.html(&format!("{place}/index.html")));
    let expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
    told.says(&expected, place);
    let timeline = site.json(&format!("{place}/timeline.json"));
    told.names_the_day(&timeline, place);
    let found = claims::contradictions(&told.lines, &timeline);
    assert!(found.is_empty(), "{place}: {found:#?}");
}
