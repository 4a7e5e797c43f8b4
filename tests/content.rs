//! Reading a site: what is found, skipped and refused, and that nothing an editor can write makes
//! the reader panic.

use std::fs;
use std::path::{Path, PathBuf};

use loftesarkiv::content::{self, LoadError, Loaded, Parsed, RawFile};
use loftesarkiv::diagnostic::{Code, Problem};
use loftesarkiv::language::Language;
use loftesarkiv::ledger;
use loftesarkiv::model::Kind;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const PAGE: &str = "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\nText.\n";

/// A new site for a test, with these files.
fn site(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("content").join(name);
    if site.exists() {
        fs::remove_dir_all(&site).unwrap();
    }
    fs::create_dir_all(site.join("content")).unwrap();
    fs::write(site.join("site.toml"), "title = \"Arkivet\"\n").unwrap();
    for (path, text) in files {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    site
}

fn load(site: &Path) -> Loaded {
    content::load(site, &[site.join("public")], None).unwrap()
}

fn told(problems: &[Problem]) -> Vec<String> {
    let told = problems.iter().map(|problem| problem.diagnostic(Language::Swedish));
    told.map(|it| format!("{} {}: {}", it.path, it.code.as_str(), it.message)).collect()
}

#[test]
fn the_archive_of_this_repository_has_no_faults() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = content::parse(&load(site));
    let problems = content.files.iter().flat_map(|file| file.problems.clone());
    let errors: Vec<_> = problems
        .chain(content.problems)
        .filter(|problem| problem.severity == loftesarkiv::diagnostic::Severity::Error)
        .collect();
    assert_eq!(told(&errors), [""; 0]);
    assert!(content.files.iter().all(|file| !matches!(file.parsed, Parsed::Broken { .. })));
}

#[test]
fn files_come_in_order_of_path_and_litter_is_skipped() {
    let site = site(
        "order",
        &[
            ("content/b/index.md", PAGE),
            ("content/a.md", PAGE),
            ("content/B.MD", PAGE),
            ("content/e\u{301}.md", PAGE),
            ("content/bild.jpg", "x"),
            ("content/a.md~", "x"),
            ("content/.a.md.swp", "x"),
            ("content/.git/config", "x"),
            ("content/public/index.html", "x"),
        ],
    );
    let loaded = content::load(&site, &[site.join("content/public")], None).unwrap();
    let markdown: Vec<_> = loaded.markdown.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(markdown, ["content/B.MD", "content/a.md", "content/b/index.md", "content/é.md"]);
    let others: Vec<_> = loaded.others.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(others, ["bild.jpg"]);
    assert_eq!(told(&loaded.problems), [""; 0]);
}

#[test]
fn a_folder_without_a_site_cannot_be_read() {
    let empty = Path::new(env!("CARGO_TARGET_TMPDIR")).join("content/empty");
    fs::create_dir_all(&empty).unwrap();
    let no_site = content::load(&empty, &[], None).unwrap_err();
    assert!(matches!(no_site, LoadError::NoSite { exists: true, .. }));
    let nowhere = content::load(&empty.join("nowhere"), &[], None).unwrap_err();
    assert!(matches!(nowhere, LoadError::NoSite { exists: false, .. }));
    let site = site("no-content", &[]);
    fs::remove_dir(site.join("content")).unwrap();
    let no_content = content::load(&site, &[], None).unwrap_err();
    assert!(matches!(no_content, LoadError::NoContent { .. }));
    assert!(no_content.message().sv.contains("har ingen mapp content"));
}

#[test]
fn an_empty_content_folder_is_an_error_of_the_site() {
    let content = content::parse(&load(&site("nothing", &[])));
    assert_eq!(content.problems.iter().map(|it| it.code).collect::<Vec<_>>(), [Code::ContentEmpty]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_loops_and_pipes_are_refused_and_the_rest_is_read() {
    use std::os::unix::fs::symlink;
    let site =
        site("links", &[("content/a.md", PAGE), ("content/b/c.md", PAGE), ("delad.md", PAGE)]);
    let outside = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    symlink(outside, site.join("content/ut.md")).unwrap();
    symlink("slinga.md", site.join("content/slinga.md")).unwrap();
    symlink("..", site.join("content/b/upp")).unwrap();
    symlink("../delad.md", site.join("content/inne.md")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(site.join("content/kanal.md")).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe");
    fs::create_dir(site.join("content/mapp.md")).unwrap();
    let loaded = load(&site);
    assert_eq!(
        told(&loaded.problems),
        [
            "content/b/upp symlink: content/b/upp är en symbolisk länk som inte kan följas: den leder till en mapp, inte till en fil.",
            "content/kanal.md unreadable: content/kanal.md går inte att läsa: den är ingen vanlig fil, utan en kanal eller enhet i systemet.",
            "content/mapp.md file-ignored: mapp.md heter som ett dokument, men är en mapp.",
            "content/slinga.md symlink: content/slinga.md är en symbolisk länk som inte kan följas: den leder ingenstans, eller till sig själv.",
            "content/ut.md symlink: content/ut.md är en symbolisk länk som inte kan följas: den leder ut ur webbplatsens mapp.",
        ]
    );
    let markdown: Vec<_> = loaded.markdown.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(markdown, ["content/a.md", "content/b/c.md", "content/inne.md"]);
}

#[test]
fn a_file_too_large_for_a_text_is_not_read() {
    let site = site("large", &[("content/a.md", PAGE)]);
    fs::File::create(site.join("content/film.md")).unwrap().set_len(17 * 1024 * 1024).unwrap();
    let loaded = load(&site);
    assert_eq!(
        told(&loaded.problems),
        [
            "content/film.md unreadable: content/film.md går inte att läsa: den är på 17 MB, och en text kan vara högst 16 MB."
        ]
    );
}

#[test]
fn an_unchanged_file_is_not_read_again() {
    let site =
        site("again", &[("content/a.md", PAGE), ("content/b.md", PAGE), ("content/c.pdf", "x")]);
    // A file changed a moment ago may change again within the same tick of the file system's clock,
    // and nobody can set the time of its last change back: the files have to be old enough.
    let newest = site.join("content/c.pdf");
    let is_old = || {
        let modified = fs::metadata(&newest).and_then(|it| it.modified()).unwrap();
        modified.elapsed().is_ok_and(|age| age > std::time::Duration::from_millis(2500))
    };
    while !is_old() {
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let first = load(&site);
    fs::write(site.join("content/b.md"), format!("{PAGE}Mer.\n")).unwrap();
    let again = content::load(&site, &[], Some(&first)).unwrap();
    let same = |index: usize| {
        std::sync::Arc::ptr_eq(&first.markdown[index].bytes, &again.markdown[index].bytes)
    };
    assert!(same(0));
    assert!(!same(1));
    assert_ne!(first.markdown[1].digest, again.markdown[1].digest);
    assert_eq!(first.others, again.others);
}

#[test]
fn a_broken_file_keeps_what_is_known_of_it() {
    let parse = |text: &str| {
        content::parse_file(&RawFile::new("content/kommuner/habo/index.md", text.as_bytes()))
    };
    let unclosed = parse("+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\n\n# Text\n");
    let Parsed::Broken { kind, address, .. } = &unclosed.parsed else { panic!("{unclosed:?}") };
    assert_eq!(*kind, Some(Kind::Municipality));
    assert_eq!(address.as_ref().map(|it| it.as_str()), Some("kommuner/habo/index.html"));
    assert_eq!(unclosed.problems.len(), 1);

    let draft = parse("+++\nkind = \"pledge\"\ntitle = \"T\"\ndraft = true\n+++\n");
    assert!(draft.draft && matches!(draft.parsed, Parsed::Broken { .. }));
}

/// A file with a bit of everything.
const SOUND: &str = r#"+++
kind = "pledge"
title = "Medborgarlöfte 2018"
summary = """
Två rader.
"""
period = { from = 2018, until = 2019 }
signed = 2018-02-01
focus = ["unga", 'trafik'] # två
follow_ups_planned = [
  "2018-05",
  "2018-09",
]
agreement = "../2016/avtal.md"

[[signatories]]
name = "Åsa Öberg"
acting = true

[[commitments]]
id = "synlighet"
text = "Fler \"patruller\"."

[contact]
email = "kommunen@habo.se"
+++

# Rubrik

Text med [länk](../2016/avtal.md) och ![bild](bild.jpg).
"#;

const BITS: &[&str] = &[
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ",",
    ":",
    "#",
    "\n",
    "+++",
    "---",
    "\\",
    "”",
    "\u{a0}",
    "å",
    "0",
    "2018-02-31",
    "true",
    ".",
    "\u{feff}",
    "\u{202e}",
    "\t",
    "\r",
    "<<<<<<<",
    "a = 1",
    "[a]",
    "period = ",
    "kind",
    "<!--",
    "]: ",
    "💧",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_150_106),
        ..Default::default()
    })]

    /// However a file is broken, its problems have valid places in it and can be reported.
    #[test]
    fn no_slip_brings_the_reader_down(
        edits in prop::collection::vec((0usize..900, 0usize..12, 0usize..BITS.len()), 1..6)
    ) {
        let mut text: Vec<char> = SOUND.chars().collect();
        for (at, remove, bit) in edits {
            let at = at.min(text.len());
            let end = (at + remove).min(text.len());
            text.splice(at..end, BITS[bit].chars());
        }
        let text: String = text.into_iter().collect();
        let file = content::parse_file(&RawFile::new("content/a.md", text.as_bytes()));
        for problem in &file.problems {
            if let Some(span) = &problem.span {
                prop_assert!(problem.source.text.get(span.clone()).is_some(), "{:?}\n{text}", problem);
            }
            for language in [Language::Swedish, Language::English] {
                let told = problem.diagnostic(language);
                prop_assert!(!told.message.is_empty() && !told.help.is_empty(), "{:?}", told);
            }
        }
        let read_as_written = matches!(file.parsed, Parsed::Document(_));
        let said_so = !file.problems.is_empty();
        prop_assert!(read_as_written || said_so, "silently broken:\n{text}");
        for raw in [text.as_str(), &text.replace("+++", "")] {
            content::parse_settings(&RawFile::new("site.toml", raw.as_bytes()));
            ledger::read(&RawFile::new("addresses.toml", raw.as_bytes()));
        }
    }

    /// Any bytes at all give either a file or a problem.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let file = content::parse_file(&RawFile::new("content/a.md", bytes));
        prop_assert!(!file.problems.is_empty());
        for problem in &file.problems {
            problem.diagnostic(Language::Swedish);
        }
    }
}
