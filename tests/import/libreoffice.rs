//! Documents of our own that LibreOffice saved in each of its forms, with the Markdown that is to come
//! of each beside it: see `libreoffice/README.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use loftesarkiv::import::{from_text, imported};

use crate::support::{Site, manifest_folder};

/// The forms of each document.
const FORMS: [&str; 5] = ["docx", "odt", "html", "pdf", "txt"];

fn folder() -> PathBuf {
    manifest_folder().join("tests/import/libreoffice")
}

/// The names of the documents.
fn documents() -> Vec<String> {
    let sources = fs::read_dir(folder().join("sources")).expect("sources");
    let mut names: Vec<String> = sources
        .map(|entry| entry.expect("a file").path())
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 5);
    names
}

/// The names of all files.
fn files() -> Vec<String> {
    let of = |document: &String| FORMS.map(|form| format!("{document}.{form}"));
    documents().iter().flat_map(of).collect()
}

#[test]
fn every_file_becomes_its_markdown() {
    for name in files() {
        let bytes = fs::read(folder().join(&name)).expect("a file");
        let markdown = imported(&name, &bytes).expect("text").text;
        // Pasted once more it stays as it is.
        assert_eq!(from_text(&markdown), markdown, "{name}");
        let expected = folder().join(format!("{name}.md"));
        if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
            fs::write(&expected, &markdown).expect("written");
        }
        assert_eq!(markdown, fs::read_to_string(&expected).expect("its Markdown"), "{name}");
    }
}

#[test]
fn both_forms_of_the_word_processors_say_the_same() {
    for document in documents() {
        let of = |form| fs::read_to_string(folder().join(format!("{document}.{form}.md")));
        assert_eq!(of("docx").expect("Markdown"), of("odt").expect("Markdown"), "{document}");
    }
}

/// The words of a text, without the signs of Markdown and where its links lead.
fn words(text: &str) -> BTreeSet<String> {
    let mut parts = text.split("](");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once(')').expect("the end of a link").1);
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[test]
fn every_form_has_all_words_of_the_document() {
    for document in documents() {
        let of = |form| {
            let name = format!("{document}.{form}.md");
            words(&fs::read_to_string(folder().join(name)).expect("Markdown"))
        };
        let whole = of("docx");
        assert!(whole.len() > 20, "{document}");
        for form in ["html", "pdf"] {
            let lost: Vec<_> = whole.difference(&of(form)).cloned().collect();
            // What was proposed to be deleted is in no word of its own there.
            let expected: &[&str] = if document == "granskad" { &["fyra"] } else { &[] };
            let alone = |word: &String| !expected.contains(&word.as_str());
            assert!(!lost.iter().any(alone), "{document}.{form}: {lost:?}");
        }
    }
}

#[test]
fn every_file_becomes_a_draft_that_can_be_checked() {
    for name in files() {
        let site = Site::empty().write("site.toml", "title = \"Arkivet\"\n").write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        );
        let file = folder().join(&name);
        site.run(&["import", file.to_str().expect("text")]).ends(0, &["är skapad"]);
        let found = site.files("content").into_iter();
        let mut drafts = found.filter(|(path, _)| path.contains("/20") && path.ends_with(".md"));
        let (_, draft) = drafts.next().expect("a draft");
        let draft = String::from_utf8(draft).expect("text");
        assert!(draft.contains("\ndraft = true\n"), "{name}: {draft}");
        let markdown = fs::read_to_string(folder().join(format!("{name}.md"))).expect("Markdown");
        // With headings of several levels the highest would be taken for a private note.
        let marks = || markdown.lines().filter(|line| line.starts_with('#'));
        let several = marks().any(|line| line.starts_with("# "))
            && marks().any(|line| line.starts_with("##"));
        let step = |line: &str| match several && line.starts_with('#') {
            true => format!("#{line}\n"),
            false => format!("{line}\n"),
        };
        let body: String = markdown.lines().map(step).collect();
        assert!(draft.ends_with(&format!("+++\n\n{body}")), "{name}: {draft}");
        // A web page is no original.
        let original = draft.contains("\noriginal = true\n");
        assert_eq!(original, !name.ends_with(".html"), "{name}: {draft}");
        let checked = site.run(&["check"]).ends(0, &[]);
        assert!(!checked.stderr.contains("fel:"), "{name}: {}", checked.stderr);
        let all = site.run(&["check", "--all"]).ends(0, &[]);
        assert!(!all.stderr.contains("privat anteckning"), "{name}: {}", all.stderr);
    }
}
