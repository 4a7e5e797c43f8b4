//! Files that documents refer to and that are not what they seem.

use crate::bounded::{Report, check, notice, plain_site, with};

const FILE: &str = "content/kommuner/orust/prov.md";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\
                     \0\0\0\x0aIDATx\x9cc`\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xaeB`\x82";
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\
                      \xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08";
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n";
const PAGE: &[u8] = b"<!DOCTYPE html>\n<title>404</title>\n";

/// What is reported about a document that has this file as attachment and by a link.
fn attached(name: &str, bytes: &[u8]) -> Report {
    let text = with(&format!("[[attachments]]\nfile = \"{name}\"\ntitle = \"Bilaga\""));
    let text = format!("{text}\n[Bilagan](<{name}>)\n");
    check(&plain_site().write(FILE, text).write(&format!("content/kommuner/orust/{name}"), bytes))
}

/// What is reported about a document that shows this file in its text and at its end.
fn shown(name: &str, bytes: &[u8]) -> Report {
    let text = with(&format!("[[images]]\nfile = \"{name}\"\nalt = \"Bild\""));
    let text = format!("{text}\n![Bilden](<{name}>)\n");
    check(&plain_site().write(FILE, text).write(&format!("content/kommuner/orust/{name}"), bytes))
}

/// Checks that the document is told twice of this code, and of nothing else.
#[track_caller]
fn tells(report: &Report, severity: &str, code: &str) {
    let told: Vec<(&str, &str)> =
        report.faults(FILE).iter().map(|it| (it.severity.as_str(), it.code.as_str())).collect();
    assert_eq!(told, [(severity, code); 2], "{:#?}", report.told);
}

#[test]
fn files_without_content_are_errors() {
    for name in ["a.pdf", "a.txt", "a.svg", "a.docx"] {
        tells(&attached(name, b""), "error", "attachment-broken");
        tells(&attached(name, POINTER), "error", "attachment-broken");
    }
    for (name, bytes) in [
        ("a.png", b"".as_slice()),
        ("a.jpg", POINTER),
        ("a.jpg", PAGE),
        ("a.png", b"bild"),
        ("a.gif", b"%PDF-1.4"),
        ("a.webp", b"PK\x03\x04"),
        ("a.png", &PNG[..20]),
        ("a.jpg", &JPEG[..20]),
        ("a.gif", b"GIF89a\x90\x01\x2c\x01\xf7\0\0,,,\xff\xff\xff,"),
        ("a.webp", b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0"),
    ] {
        tells(&shown(name, bytes), "error", "attachment-broken");
    }
}

#[test]
fn bytes_of_another_type_than_the_name_are_warned_of() {
    for (name, bytes) in [
        ("a.pdf", PAGE),
        ("a.pdf", b"PK\x03\x04\x14\0".as_slice()),
        ("a.pdf", PNG),
        ("a.pdf", b"%PDF"),
        ("a.mp3", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
        ("a.pdf", b"Bilagan."),
        ("a.docx", b"%PDF-1.4"),
        ("a.docx", PAGE),
        ("a.xlsx", b"Namn;Antal\n"),
        ("a.txt", b"%PDF-1.4"),
        ("a.csv", b"PK\x03\x04\x14\0"),
        ("a.csv", PAGE),
        ("a.jpg", PNG),
        ("a.doc", b"%PDF-1.4"),
        ("a.mp3", b"%PDF-1.4"),
    ] {
        tells(&attached(name, bytes), "warning", "attachment-format");
    }
    tells(&shown("a.jpg", PNG), "warning", "attachment-format");
    for name in ["a.heic", "a.tif", "a.pdf", "a.docx", "a.mp4"] {
        tells(&shown(name, b"innehall".as_slice()), "warning", "attachment-format");
    }
    for (name, bytes) in [
        ("a.pdf", b"%PDF-1.4".as_slice()),
        ("A.PDF", b"\n%PDF-1.7"),
        ("a.docx", b"PK\x03\x04\x14\0"),
        ("a.png", PNG),
        ("a.txt", b"Bilagan."),
        ("a.csv", b"Namn;Antal\n"),
        ("a.svg", b"<svg/>"),
        ("a.ics", b"BEGIN:VCALENDAR\n"),
    ] {
        let report = attached(name, bytes);
        assert!(report.faults(FILE).is_empty(), "{name}: {:?}", report.told);
    }
    for (name, bytes) in [("a.png", PNG), ("a.svg", b"<svg/>"), ("a.JPG", JPEG)] {
        let report = shown(name, bytes);
        assert!(report.faults(FILE).is_empty(), "{name}: {:?}", report.told);
    }
}

#[test]
fn active_content_is_published_only_with_a_reason() {
    for name in [
        "a.html",
        "a.htm",
        "a.xhtml",
        "a.php",
        "a.exe",
        "a.js",
        "a.asp",
        "a.aspx",
        "a.jsp",
        "a.cgi",
        "a.sh",
        "a.bat",
        "a.docm",
        "a.xml",
        "a.xsl",
        "a.swf",
        "a.jar",
        "web.config",
        "a.lnk",
        "a.hta",
        "a",
        "a.pdf.exe",
    ] {
        tells(&attached(name, b"innehall"), "error", "attachment-type");
    }
    for drawing in [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<svg onload='alert(1)'/>",
        "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>&x;</svg>",
        "<svg><a href='java&#115;cript:alert(1)'/></svg>",
        "inte ens XML",
    ] {
        tells(&attached("a.svg", drawing.as_bytes()), "error", "attachment-type");
        tells(&shown("a.svg", drawing.as_bytes()), "error", "attachment-type");
    }
    let utf_16: Vec<u8> =
        "\u{feff}<svg onload='alert(1)'/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    tells(&attached("a.svg", &utf_16), "error", "attachment-type");

    let accepted = "[[attachments]]\nfile = \"a.html\"\ntitle = \"Sidan\"\n\n\
                    [[accept]]\ncode = \"attachment-type\"\nreason = \"Sparad som den var.\"";
    let site =
        plain_site().write("content/kommuner/orust/a.html", PAGE).write(FILE, with(accepted));
    let report = check(&site);
    assert!(report.faults(FILE).is_empty(), "{:?}", report.told);
    // A reason counts where it stands, and nowhere else.
    let site = site.write("content/kommuner/orust/annan.md", notice("[Sidan](a.html)"));
    check(&site).tells("content/kommuner/orust/annan.md", "attachment-type");
    let site = site.write(
        "site.toml",
        "title = \"Prov\"\n[[accept]]\ncode = \"attachment-type\"\nreason = \"x\"\n",
    );
    check(&site).tells("site.toml", "unknown-value");
}

#[test]
fn a_file_that_nothing_refers_to_is_only_ignored() {
    let site = plain_site().write("content/kommuner/orust/a.php", "").write(FILE, notice("Text."));
    let report = check(&site);
    let ignored = report.of("content/kommuner/orust/a.php");
    let codes: Vec<&str> = ignored.iter().map(|told| told.code.as_str()).collect();
    assert_eq!(codes, ["file-ignored"]);
    assert!(report.faults(FILE).is_empty(), "{:?}", report.told);
}

#[test]
fn a_logo_that_is_more_than_a_drawing_is_refused() {
    let logo = |bytes: &[u8]| {
        check(
            &plain_site()
                .write("site.toml", "title = \"Prov\"\nlogo = \"logo.svg\"\n")
                .write("logo.svg", bytes),
        )
    };
    let utf_16: Vec<u8> =
        "\u{feff}<svg onload='x'/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let tricks: [&[u8]; 12] = [
        b"<svg><script/></svg>",
        b"<svg onload='x'/>",
        b"<svg><a href='java&#x73;cript:x'/></svg>",
        b"<svg><a href='java\nscript:x'/></svg>",
        b"<!DOCTYPE svg [<!ENTITY a 'script'>]><svg><&a;/></svg>",
        b"<svg><foreignObject/></svg>",
        b"<svg xmlns:h='http://www.w3.org/1999/xhtml'><h:iframe srcdoc='&lt;script>'/></svg>",
        b"<svg><set attributeName='href' to='x'/></svg>",
        b"<svg><style>@import 'x';</style></svg>",
        b"<svg><use href='data:image/svg+xml,x#a'/></svg>",
        b"<?xml-stylesheet href='x'?><svg/>",
        &utf_16,
    ];
    for trick in tricks {
        logo(trick).tells("site.toml", "logo-missing");
    }
    assert!(
        logo(b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h1'/></svg>")
            .of("site.toml")
            .is_empty()
    );
}

#[test]
fn the_logo_is_judged_by_its_content_like_any_image() {
    let told = |name: &str, bytes: &[u8]| {
        let settings = format!("title = \"Prov\"\nlogo = \"{name}\"\n");
        let report = check(&plain_site().write("site.toml", settings).write(name, bytes));
        let faults = report.faults("site.toml");
        faults.iter().map(|it| format!("{} {}", it.severity, it.code)).collect::<Vec<_>>()
    };
    for (name, bytes) in [
        ("l.png", b"".as_slice()),
        ("l.png", b"%PDF-1.4"),
        ("l.jpg", PAGE),
        ("l.gif", POINTER),
        ("l.webp", b"bild"),
        ("l.svg", b""),
        ("l.png", &PNG[..20]),
    ] {
        assert_eq!(told(name, bytes), ["error logo-missing"], "{name}");
    }
    assert_eq!(told("l.png", PNG), [""; 0]);
    assert_eq!(told("l.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), [""; 0]);
    let position = b"\xff\xd8\xff\xe1\0\x20 exif:GPSLatitude=\"59,20N\"    ";
    let placed = [position, &JPEG[2..]].concat();
    assert_eq!(told("l.jpg", &placed), ["warning photo-position"]);
}

#[test]
fn no_hidden_file_is_a_logo() {
    for name in [
        ".git/logo.png",
        ".loftesarkiv/logo.png",
        ".logo.png",
        "bilder/.dold/logo.png",
        "$RECYCLE.BIN/logo.png",
    ] {
        let settings = format!("title = \"Prov\"\nlogo = \"{name}\"\n");
        let site = plain_site().write("site.toml", settings).write(name, PNG);
        check(&site).tells("site.toml", "logo-missing");
    }
    let site = plain_site()
        .write("site.toml", "title = \"Prov\"\nlogo = \"bilder/logo.png\"\n")
        .write("bilder/logo.png", PNG);
    assert!(check(&site).of("site.toml").is_empty());
}

#[test]
fn marks_of_a_conflict_in_an_attached_text_are_told_where_they_stand() {
    let told = |name: &str, bytes: &str| {
        let report = attached(name, bytes.as_bytes());
        let path = format!("content/kommuner/orust/{name}");
        let told = report.of(&path).into_iter().map(|it| (it.code.clone(), it.line));
        told.collect::<Vec<_>>()
    };
    let conflict = "Namn;Antal\n<<<<<<< HEAD\nA;1\n=======\nA;2\n>>>>>>> gren\n";
    let lines = [2, 4, 6].map(|line| ("merge-conflict".to_owned(), Some(line)));
    for name in ["a.csv", "a.txt", "a.tsv", "a.json", "a.ics", "a.log", "a.rtf", "a.vtt"] {
        assert_eq!(told(name, conflict), lines, "{name}");
        assert_eq!(told(name, &conflict.replace('\n', "\r\n")), lines, "{name}");
    }
    let base = "<<<<<<< a\nA\n||||||| bas\nB\n=======\nC\n>>>>>>> b\n";
    assert_eq!(told("a.txt", base).len(), 4);
    let cut = "<<<<<<< a\nA\n=======\nC\n";
    assert_eq!(told("a.txt", cut).len(), 2);
    for ordinary in [
        "Rubrik\n=======\nText.\n",
        "a|b|c|d|e|f|g|h\n|||||||\n1|2|3|4|5|6|7|8\n",
        ">>>>>>> Ett svar på ett svar på ett brev.\n",
        "<<<<<<< ett tecken\n",
        "Rubrik\n=======\n>>>>>>> Ett citat.\n",
        "a <<<<<<< b\n=======\n",
        "<<<<<<<<<<<<<<\n=======\n",
    ] {
        assert_eq!(told("a.txt", ordinary), [], "{ordinary}");
    }
}

#[test]
fn a_document_is_no_attachment_whatever_it_is_called() {
    let draft = notice("Hemligt.").replace("date =", "draft = true\ndate =");
    for name in ["a.txt", "a.md.txt", "a.csv", "a.log", "a.pdf"] {
        for text in [draft.clone(), draft.replace('\n', "\r\n"), format!("\u{feff}{draft}")] {
            tells(&attached(name, text.as_bytes()), "error", "attachment-type");
        }
    }
    for text in ["+++ Viktigt +++\nText.\n", "+++\nText.\n", "Text.\n+++\na\n+++\n"] {
        let report = attached("a.txt", text.as_bytes());
        assert!(report.faults(FILE).is_empty(), "{text}: {:?}", report.told);
    }
}
