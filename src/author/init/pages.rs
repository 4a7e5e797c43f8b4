//! Files by which GitHub or GitLab builds and publishes a site that is kept in version control
//! there.

use std::path::Path;

use crate::author::disk;
use crate::failure::Failure;

/// Writes the files of both; whichever does not hold the site ignores the other's.
pub fn add_pages(site: &Path) -> Result<(), Failure> {
    for (path, text) in files() {
        disk::write_new(&site.join(path), &text)?;
    }
    Ok(())
}

/// Each with its path. They bring the very version of the program that wrote them, so that a page
/// changes when its editor says so, not when a new version comes.
fn files() -> [(&'static str, String); 2] {
    let of_version = |text: &str| text.replace("VERSION", env!("CARGO_PKG_VERSION"));
    [
        (".github/workflows/pages.yml", of_version(include_str!("pages-github.yml"))),
        (".gitlab-ci.yml", of_version(include_str!("pages-gitlab.yml"))),
    ]
}
