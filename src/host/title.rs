//! The title of a built page, for those who are to see what is published.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::escape::unescaped;

/// The title of a page of a document, without the site's; `None` for any other page or file.
pub fn title_of(path: &Path) -> Option<String> {
    if path.extension()? != "html" {
        return None;
    }
    // The title and the type of a page are at its beginning.
    let mut beginning = Vec::new();
    File::open(path).ok()?.take(16 << 10).read_to_end(&mut beginning).ok()?;
    let html = String::from_utf8_lossy(&beginning);
    if !html.contains("data-page=\"document\"") {
        return None;
    }
    let (_, after) = html.split_once("<title")?;
    let (title, _) = after.split_once('>')?.1.split_once("</title>")?;
    let title = title.rsplit_once(" – ").map_or(title, |(title, _)| title);
    Some(unescaped(title))
}
