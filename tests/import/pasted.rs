//! What Word, Excel, LibreOffice, Google's editors, mail, web pages and PDFs put on the clipboard, each
//! in a file of its own with the Markdown that is to come of it beside it.

use std::fs;
use std::path::PathBuf;

use loftesarkiv::import::{from_html, from_text};

#[test]
fn every_sample_becomes_its_markdown() {
    let folder = crate::support::manifest_folder().join("tests/import/pasted");
    let mut samples: Vec<PathBuf> =
        fs::read_dir(folder).expect("samples").map(|entry| entry.expect("a file").path()).collect();
    samples.retain(|path| path.extension().is_some_and(|ending| ending != "md"));
    samples.sort();
    assert!(samples.len() >= 30, "{} samples", samples.len());
    for sample in samples {
        let text = fs::read_to_string(&sample).expect("text");
        let markdown = match sample.extension().and_then(|ending| ending.to_str()) {
            Some("html") => from_html(&text),
            _ => from_text(&text),
        };
        // Pasted once more it stays as it is.
        assert_eq!(from_text(&markdown), markdown, "{}", sample.display());
        let expected = sample.with_extension("md");
        if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
            fs::write(&expected, &markdown).expect("written");
        }
        let expected = fs::read_to_string(&expected).expect("its Markdown");
        assert_eq!(markdown, expected, "{}", sample.display());
    }
}
