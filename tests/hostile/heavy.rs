//! Input that is heavy rather than wrong: alone in a site, within the limits of time and memory. An
//! ordinary run uses a tenth of it; `HOSTILE=all` all of it.

use crate::bounded::{check, measured, notice, plain_site, run, titled, with};

/// This many in a whole run, and a tenth of that in an ordinary run.
fn much(whole: usize) -> usize {
    if std::env::var_os("HOSTILE").is_some_and(|it| it == "all") { whole } else { whole / 10 }
}

const FILE: &str = "content/kommuner/orust/tung.md";

/// The file is checked and, if it has no errors, built.
#[track_caller]
fn is_endured(text: impl AsRef<[u8]>) {
    let site = plain_site().write(FILE, text);
    let report = check(&site);
    for told in &report.told {
        assert!(told.path != FILE || told.line.is_some(), "where? {told:?}");
    }
    let (status, ..) = run(&site, site.command(&["build", "--quiet"]));
    assert_eq!(status, report.status);
}

/// Checks that the file is refused, with a position in it.
#[track_caller]
fn is_refused(text: impl AsRef<[u8]>, code: &str) {
    check(&plain_site().write(FILE, text)).tells(FILE, code);
}

#[test]
fn a_line_of_ten_megabytes() {
    is_endured(notice(&"löfte ".repeat(much(1_500_000))));
}

#[test]
fn ten_megabytes_without_a_blank() {
    is_endured(notice(&"x".repeat(much(10_000_000))));
}

#[test]
fn ten_megabytes_of_digits() {
    is_endured(notice(&"0123456789".repeat(much(1_000_000))));
}

#[test]
fn a_table_of_a_hundred_thousand_rows() {
    let rows = "| unga | 1 | uppfyllt |\n".repeat(much(100_000));
    is_endured(notice(&format!("| Fokus | Antal | Läge |\n|---|---|---|\n{rows}")));
}

#[test]
fn ten_thousand_levels_of_nesting() {
    is_endured(notice(&format!("{} text", ">".repeat(10_000))));
    is_endured(notice(&format!("{}text", "- ".repeat(10_000))));
    is_endured(notice(&format!("{}text{}", "[".repeat(10_000), "](a)".repeat(10_000))));
    is_endured(notice(&format!("{}text{}", "![".repeat(10_000), "](a)".repeat(10_000))));
    is_endured(notice(&format!("{}text{}", "*_".repeat(10_000), "_*".repeat(10_000))));
    is_endured(notice(&"[^a]: [^b]\n[^b]: [^a]\n\n[^a]".repeat(much(2_000))));
}

#[test]
fn ten_thousand_openings_without_an_end() {
    for opening in ["[", "![", "`", "<", "*a **b ", "<!--", "~~", "[a](", "&", "\\", "[^", "|"] {
        is_endured(notice(&opening.repeat(10_000)));
    }
}

#[test]
fn a_hundred_thousand_unknown_keys() {
    let keys: String = (0..100_000).map(|n| format!("key{n} = {n}\n")).collect();
    is_refused(with(&keys), "toml-syntax");
}

#[test]
fn a_hundred_thousand_syntax_errors() {
    is_refused(with(&"= = \"\n".repeat(100_000)), "toml-syntax");
}

#[test]
fn toml_nested_ten_thousand_levels() {
    is_refused(
        with(&format!("focus = {}{}", "[".repeat(10_000), "]".repeat(10_000))),
        "toml-syntax",
    );
    is_refused(
        with(&format!("focus = {}{}", "{a=".repeat(10_000), "}".repeat(10_000))),
        "toml-syntax",
    );
    is_refused(with(&format!("{}x = 1", "a.".repeat(10_000))), "toml-syntax");
    is_refused(with(&format!("[{}x]", "a.".repeat(10_000))), "toml-syntax");
}

#[test]
fn a_list_of_a_hundred_thousand_values() {
    let labels: String = (0..much(100_000)).map(|n| format!("\"etikett {n}\",")).collect();
    let site = plain_site().write(FILE, with(&format!("focus = [{labels}]")));
    check(&site);
    let references = "\"finns-inte.md\",".repeat(100_000);
    is_refused(with(&format!("about = [{references}]")), "toml-syntax");
}

#[test]
fn a_title_of_a_megabyte() {
    is_endured(titled(&format!("\"{}\"", "Ö".repeat(much(500_000)))));
}

#[test]
fn a_hundred_thousand_headings_links_and_notes() {
    let headings = "## Rubrik\n\n".repeat(much(20_000));
    is_endured(notice(&headings));
    let links = "[hit](#ingenstans) ".repeat(much(20_000));
    is_refused(notice(&links), "anchor-missing");
    let notes: String = (0..much(20_000)).map(|n| format!("x[^{n}]\n\n[^{n}]: not\n\n")).collect();
    is_endured(notice(&notes));
}

#[test]
fn a_file_of_a_gigabyte_with_nothing_in_it() {
    let site = plain_site().write(FILE, "");
    let file = std::fs::File::options().write(true).open(site.path(FILE)).expect("a file");
    file.set_len(1 << 30).expect("a sparse file");
    drop(file);
    let report = check(&site);
    assert!(report.of(FILE).iter().any(|told| told.severity == "error"), "{:?}", report.told);
}

#[test]
fn a_hundred_thousand_warnings() {
    let site = |number: &str| {
        let lines: String = (10..100).map(|n| format!("Ring {number} 06 {n}.\n\n")).collect();
        (0..1111).fold(plain_site(), |site, n| {
            site.write(&format!("content/kommuner/orust/n{n}.md"), notice(&lines))
        })
    };
    let (calm, warned) = (site("ABC-174"), site("070-174"));
    let used = |site: &crate::support::Site, options: &[&str]| {
        let command = site.command(&[&["check"], options].concat());
        let (status, out, err, kib) = measured(site, command);
        assert_eq!(status, 0, "{err}");
        (out, err, kib / 1024)
    };
    let (_, _, without) = used(&calm, &[]);
    for options in [&[][..], &["--format", "json"]] {
        let (_, err, with) = used(&warned, options);
        assert!(with <= without + 50, "{options:?}: {with} MB with warnings, {without} without");
        assert!(err.lines().count() < 200, "{} lines", err.lines().count());
    }
}

#[test]
fn a_folder_of_fifty_thousand_files() {
    let folder = "content/kommuner/orust";
    let documents = (0..much(50_000)).fold(plain_site(), |site, n| {
        site.write(&format!("{folder}/n{n}.md"), notice(&format!("Ring 070-174 06 1{n}.")))
    });
    let others = (0..much(50_000))
        .fold(plain_site(), |site, n| site.write(&format!("{folder}/n{n}.txt"), format!("{n}")));
    for site in [documents, others] {
        let (status, _, err, kib) = measured(&site, site.command(&["check"]));
        assert_eq!(status, 0, "{err}");
        assert!(kib < 300 * 1024, "{kib} KiB");
    }
}

/// A PNG of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    use std::io::Write;
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(data);
        let length = u32::try_from(data.len()).expect("a chunk").to_be_bytes();
        [&length, kind.as_slice(), data, &crc.sum().to_be_bytes()].concat()
    };
    let row = vec![0; width as usize * 3 + 1];
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..height {
        packed.write_all(&row).expect("memory");
    }
    let packed = packed.finish().expect("memory");
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend([8, 2, 0, 0, 0]);
    let ends = [chunk(b"IHDR", &head), chunk(b"IDAT", &packed), chunk(b"IEND", b"")].concat();
    [b"\x89PNG\r\n\x1a\n".as_slice(), &ends].concat()
}

#[test]
fn a_picture_of_a_hundred_million_pixels_in_a_package() {
    let settings = "title = \"A\"\npublisher = \"Orusts kommun\"\n\n[archive]\n\
                    creator = \"Orusts kommun\"\ncreator_id = \"212000-1314\"\n\
                    contact = \"arkiv@orust.example\"\n";
    let site = plain_site().write("site.toml", settings);
    let site = site.write("content/kommuner/orust/stor.png", png(12_000, 9_000));
    let site = site.write(FILE, notice("![Stor](stor.png)"));
    let year = site.read(FILE).split_once("date = ").expect("a date").1[..4].to_owned();
    let (status, _, err, kib) = measured(&site, site.command(&["seal", &year]));
    assert_eq!(status, 0, "{err}");
    assert!(kib < 300 * 1024, "{kib} KiB");
}
