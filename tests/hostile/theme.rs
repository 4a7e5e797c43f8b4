//! A theme's files and the logo: what would be published is judged as attachments are.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::bounded::{Report, Told, check, plain_site};

pub const TEMPLATES: &str = "themes/default/templates";
pub const ASSETS: &str = "themes/default/assets";
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\
                     \0\0\0\x0aIDATx\x9cc`\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xaeB`\x82";
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n";
const CONFLICT: &str = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> gren\n";

/// What is reported about a site whose theme has this file.
pub fn with_file(path: &str, bytes: impl AsRef<[u8]>) -> Report {
    check(&plain_site().write(path, bytes))
}

/// The severities and codes of what is told about a file, each once.
pub fn codes(report: &Report, path: &str) -> Vec<String> {
    let word = |told: &&Told| format!("{} {}", told.severity, told.code);
    let mut codes: Vec<String> = report.of(path).iter().map(word).collect();
    codes.dedup();
    codes
}

#[test]
fn a_template_that_shows_nothing_makes_no_page() {
    for nothing in [
        "{# visar inget #}",
        "{# visar #}\n\n{# inget #}\n",
        "<!-- visar inget -->",
        "{% raw %} {% endraw %}",
        "{% if false %}<p>Text.</p>{% endif %}",
        "{{ \"\" }}",
        "{% set a = 1 %}",
        "\u{200b}",
        "&nbsp;",
        "<div></div>",
    ] {
        for name in ["page.html", "document.html", "start.html", "timeline.html"] {
            let path = format!("{TEMPLATES}/{name}");
            let report = with_file(&path, nothing);
            assert_eq!(codes(&report, &path), ["error theme-template"], "{name}: {nothing}");
        }
    }
    // A frame around nothing is an empty page too.
    let frame = "{% extends \"base.html\" %}{% block main %}{# inget #}{% endblock main %}";
    let path = format!("{TEMPLATES}/page.html");
    assert_eq!(codes(&with_file(&path, frame), &path), ["error theme-template"]);
    // What is only a part of a page may show nothing.
    for name in ["partials/chain.html", "shape.html", "sign.html", "entry.html"] {
        let path = format!("{TEMPLATES}/{name}");
        assert_eq!(codes(&with_file(&path, "{# visar inget #}"), &path), [""; 0], "{name}");
    }
}

#[test]
fn assets_without_content_are_told() {
    for name in ["style.css", "filter.js", "sokning.js", "egen.css", "egen.txt", "egen.woff2"] {
        let path = format!("{ASSETS}/{name}");
        for nothing in ["", " \r\n", "\u{feff}\n"] {
            if name.ends_with(".woff2") && !nothing.is_empty() {
                continue;
            }
            let report = with_file(&path, nothing);
            assert_eq!(codes(&report, &path), ["error attachment-broken"], "{name}: {nothing:?}");
        }
    }
    for (name, bytes) in [("filter.js", "// Inget.\n"), ("style.css", "/* Inget. */")] {
        let path = format!("{ASSETS}/{name}");
        assert_eq!(codes(&with_file(&path, bytes), &path), [""; 0], "{name}");
    }
}

#[test]
fn assets_are_judged_as_attachments_are() {
    for name in [
        "a.php",
        "a.phtml",
        "a.asp",
        "a.exe",
        "a.html",
        "a.xhtml",
        "a.xml",
        "a.shtml",
        "a.php.css",
        "a.php.min.js",
        "a.aspx.png",
        "web.config",
        "a.toml",
        "a.md",
        "a",
    ] {
        let path = format!("{ASSETS}/{name}");
        let bytes = if name.ends_with(".png") { PNG } else { b"innehall" };
        assert_eq!(codes(&with_file(&path, bytes), &path), ["error attachment-type"], "{name}");
    }
    for drawing in [
        "<svg onload='alert(1)'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<svg><image href='https://ond.example/x.png'/></svg>",
    ] {
        for name in ["favicon.svg", "egen.svg"] {
            let path = format!("{ASSETS}/{name}");
            let report = with_file(&path, drawing);
            assert_eq!(codes(&report, &path), ["error attachment-type"], "{name}: {drawing}");
        }
    }
    for (name, bytes) in [
        ("a.png", b"bild".as_slice()),
        ("a.png", &PNG[..20]),
        ("a.jpg", b"%PDF-1.4"),
        ("a.png", POINTER),
        ("a.woff2", POINTER),
        ("style.css", POINTER),
        ("a.gif", b"<!DOCTYPE html>\n<title>404</title>"),
    ] {
        let path = format!("{ASSETS}/{name}");
        assert_eq!(codes(&with_file(&path, bytes), &path), ["error attachment-broken"], "{name}");
    }
    for (name, bytes) in [
        ("a.jpg", PNG),
        ("a.css", b"<!DOCTYPE html>\n<title>404</title>".as_slice()),
        ("a.js", b"<!DOCTYPE html>\n<title>404</title>"),
        ("a.woff2", b"<!DOCTYPE html>\n<title>404</title>"),
        ("a.pdf", b"innehall"),
    ] {
        let path = format!("{ASSETS}/{name}");
        assert_eq!(codes(&with_file(&path, bytes), &path), ["warning attachment-format"], "{name}");
    }
    for (name, bytes) in [
        ("a.css", b"a { color: red }".as_slice()),
        ("a.min.js", b"let a = 1;"),
        ("a.mjs", b"export {};"),
        ("a.js.map", b"{\"version\":3}"),
        ("a.webmanifest", b"{}"),
        ("a.png", PNG),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><title>Vapen</title></svg>"),
        ("a.woff2", b"wOF2\0\x01\0\0"),
        ("a.woff", b"wOFF\0\x01\0\0"),
        ("a.ttf", b"\0\x01\0\0\0"),
        ("a.ico", b"\0\0\x01\0\x01\0"),
        ("licence.txt", b"Fritt."),
        ("a.pdf", b"%PDF-1.4"),
        ("vapen-2.0.png", PNG),
    ] {
        let path = format!("{ASSETS}/{name}");
        assert_eq!(codes(&with_file(&path, bytes), &path), [""; 0], "{name}");
    }
}

#[test]
fn a_hidden_file_of_a_theme_is_not_published() {
    let site = plain_site()
        .write(&format!("{ASSETS}/.htaccess"), "Options +ExecCGI\n")
        .write(&format!("{ASSETS}/.git/config"), "hemligt")
        .write(&format!("{ASSETS}/style.css~"), "gammalt")
        .write(&format!("{ASSETS}/.style.css.swp"), "gammalt")
        .build();
    let published = site.published();
    for name in published.keys() {
        let hidden = name.contains("htaccess") || name.contains("config") || name.contains("swp");
        assert!(!hidden && !name.ends_with('~'), "{name}");
    }
}

#[test]
fn a_picture_of_a_theme_that_says_where_it_was_taken_is_told() {
    let jpeg = b"\xff\xd8\xff\xe1\0\x20 exif:GPSLatitude=\"59,20N\"    \
                 \xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\
                 \xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08";
    let path = format!("{ASSETS}/torget.jpg");
    assert_eq!(codes(&with_file(&path, jpeg), &path), ["warning photo-position"]);
}

#[test]
fn marks_of_a_conflict_in_a_theme_are_told() {
    let template = "{% extends \"default/page.html\" %}\n";
    for (path, before) in [
        (format!("{TEMPLATES}/page.html"), template),
        (format!("{TEMPLATES}/partials/chain.html"), ""),
        (format!("{ASSETS}/style.css"), "a{}\n"),
        (format!("{ASSETS}/filter.js"), "let a;\n"),
        (format!("{ASSETS}/egen.mjs"), "let a;\n"),
        (format!("{ASSETS}/egen.txt"), "Text.\n"),
        (format!("{ASSETS}/egen.json"), "{}\n"),
        ("themes/default/strings/sv.toml".to_owned(), "[page]\n"),
        ("themes/default/strings/en.toml".to_owned(), "[page]\n"),
    ] {
        let report = with_file(&path, format!("{before}{CONFLICT}"));
        assert_eq!(codes(&report, &path), ["error merge-conflict"], "{path}");
        let first = report.of(&path)[0].line;
        assert_eq!(first, Some(1 + before.lines().count() as u64), "{path}");
    }
    for (name, rule) in [("egen.css", "/*\n=======\n*/a{}"), ("egen.js", "// a\n// =======\n")] {
        let path = format!("{ASSETS}/{name}");
        assert_eq!(codes(&with_file(&path, rule), &path), [""; 0], "{name}");
    }
}

#[test]
fn what_is_published_of_a_theme_is_what_was_judged() {
    let still = "<svg xmlns='http://www.w3.org/2000/svg'><title>Vapen</title></svg>";
    let active = still.replace("<title>Vapen</title>", "<script>alert(1)</script>");
    let own = format!("{ASSETS}/egen.svg");
    let site = plain_site()
        .write("site.toml", "title = \"Prov\"\nlogo = \"logo.svg\"\n")
        .write("logo.svg", still)
        .write(&own, still)
        .build();
    let over = AtomicBool::new(false);
    let (mut built, mut refused) = (0, 0);
    thread::scope(|scope| {
        scope.spawn(|| {
            for version in 0.. {
                if over.load(Ordering::Relaxed) {
                    break;
                }
                for file in ["logo.svg", &own] {
                    let drawing = if version % 2 == 0 { &active } else { still };
                    let next = site.path("nasta.svg");
                    fs::write(&next, drawing).expect("a new version");
                    // Windows refuses it while the program has the file open.
                    let placed = fs::rename(&next, site.path(file));
                    assert!(
                        placed.is_ok() || cfg!(windows),
                        "the new version in place: {placed:?}"
                    );
                }
            }
        });
        for _ in 0..60 {
            match site.run(&["build", "--quiet"]).status {
                0 => built += 1,
                _ => refused += 1,
            }
            for file in ["assets/logo.svg", "assets/egen.svg"] {
                let published = fs::read_to_string(site.path("public").join(file));
                assert_eq!(published.expect("published"), still, "{file}");
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    assert!(built > 0 && refused > 0, "{built} built, {refused} refused");
}
