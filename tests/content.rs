//! Reading: the site's own content is sound, and files are found, skipped and refused as promised.

use std::path::Path;

use loftesarkiv::content::{self, Entry};
use loftesarkiv::language::Language;

#[test]
fn the_archive_of_this_repository_has_no_faults() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = content::load(site, &[site.join("public")], None).expect("a site");
    let content = content::parse(&loaded);
    for problem in content.files.iter().flat_map(|file| &file.problems).chain(&content.problems) {
        let told = problem.told(Language::Swedish);
        panic!("{}:{}:{} {} {}", told.path, told.line, told.column, told.message, told.help);
    }
    assert!(content.files.iter().all(|file| !matches!(file.entry, Entry::Broken { .. })));
    assert!(content.files.len() > 10);
}
