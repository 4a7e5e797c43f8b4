//! Yearly packages: what is in one, when none is made, and what happens to documents afterwards.

#[path = "../support/mod.rs"]
mod support;

#[path = "../faults/random.rs"]
mod random;

mod afterwards;
mod disturbed;
mod histories;
mod verified;

use std::collections::BTreeMap;
use std::io::Read;

use sha2::{Digest, Sha256};
use support::Site;

const PLEDGE: &str = "content/kommuner/habo/2018/medborgarlofte.md";
const RECORD: &str = "seals/2018.toml";
const PACKAGE: &str = "packages/loftesarkiv-habo-kommun-2018";

fn archive() -> Site {
    Site::empty()
        .write(
            "site.toml",
            "title = \"Löftesarkivet\"\npublisher = \"Håbo kommun\"\n\
             [archive]\ncreator = \"Håbo kommun, kommunstyrelsen\"\ncreator_id = \"212000-0241\"\n\
             contact = \"arkiv@habo.example\"\n",
        )
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            PLEDGE,
            "+++\nkind = \"pledge\"\ntitle = \"Löftet <&> 2018\"\nperiod = 2018\nwording = \"summary\"\n\
             [[attachments]]\nfile = \"avtal.pdf\"\ntitle = \"Avtalet\"\n+++\n\nFler lampor.\n",
        )
        .write("content/kommuner/habo/2018/avtal.pdf", "%PDF-1.4\n")
        .write(
            "content/kommuner/habo/2019/nyhet.md",
            "+++\nkind = \"notice\"\ntitle = \"Nyheten\"\ndate = 2019-05-02\n+++\n\nText.\n",
        )
        .today("2026-11-28")
}

fn sealed() -> Site {
    let site = archive();
    site.run(&["seal", "2018"]).succeeds();
    site
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files of a package, by path from its root folder, in the order of the ZIP file.
fn unpacked(site: &Site, package: &str) -> Vec<(String, Vec<u8>)> {
    let bytes = std::fs::read(site.path(&format!("{package}.zip"))).expect("a package");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP file");
    let root = format!("{}/", package.rsplit('/').next().expect("a name"));
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).expect("an entry");
            let mut contents = Vec::new();
            file.read_to_end(&mut contents).expect("its bytes");
            (
                file.name()
                    .expect("a name")
                    .strip_prefix(&root)
                    .expect("the root folder")
                    .to_owned(),
                contents,
            )
        })
        .collect()
}

/// What `check` reports, one line for each problem.
fn told(site: &Site) -> Vec<String> {
    let outcome = site.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("a report");
    let all = report["diagnostics"].as_array().expect("a list").iter();
    let sealed = all.filter(|it| it["code"].as_str().is_some_and(|it| it.starts_with("sealed-")));
    sealed
        .map(|it| {
            let word = |key: &str| it[key].as_str().unwrap_or_default();
            format!("{} {} {}", word("severity"), word("code"), word("path"))
        })
        .collect()
}

#[test]
fn a_package_does_not_say_how_the_site_gets_to_its_server() {
    let settings = archive().read("site.toml");
    let published = format!("{settings}[publish]\nto = \"sftp://eva.ek@host.example/loften\"\n");
    let site = archive().write("site.toml", &published);
    site.run(&["seal", "2018"]).succeeds();
    for (name, bytes) in unpacked(&site, PACKAGE) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("eva.ek") && !text.contains("host.example"), "{name}");
        if name == "representations/kallfiler/data/site.toml" {
            assert!(text.starts_with(&settings), "{text}");
            assert!(text.contains("[publish] är utelämnat"), "{text}");
        }
        if name == "documentation/LASMIG.txt" {
            assert!(text.contains("I site.toml är [publish] utelämnat"), "{text}");
        }
    }
    site.run(&["verify", &format!("{PACKAGE}.zip")]).succeeds();
    assert_eq!(told(&site), [""; 0]);
    assert_eq!(site.read("site.toml"), published);
}

/// On Windows a lock is never deleted, since nobody can tell whether it is still the one that is held.
pub fn is_lasting_lock(path: &str) -> bool {
    cfg!(windows) && path.ends_with(".loftesarkiv/lock")
}

#[test]
fn a_package_holds_the_sources_the_site_and_what_describes_them() {
    let site = sealed();
    let files = unpacked(&site, PACKAGE);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.is_sorted(), "{names:?}");
    let by_name: BTreeMap<&str, &[u8]> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let sources: Vec<&str> =
        names.iter().copied().filter(|it| it.starts_with("representations/kallfiler/")).collect();
    assert_eq!(
        sources,
        [
            "representations/kallfiler/METS.xml",
            "representations/kallfiler/data/content/kommuner/habo/2018/avtal.pdf",
            "representations/kallfiler/data/content/kommuner/habo/2018/medborgarlofte.md",
            "representations/kallfiler/data/content/kommuner/habo/index.md",
            "representations/kallfiler/data/site.toml",
        ]
    );
    let pdf = by_name["representations/pdf/data/kommuner/habo/2018/medborgarlofte.pdf"];
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let listed = String::from_utf8_lossy(by_name["metadata/descriptive/dokument.csv"]);
    assert!(
        listed.contains(",representations/pdf/data/kommuner/habo/2018/medborgarlofte.pdf\r\n"),
        "{listed}"
    );
    assert!(by_name.contains_key("representations/webb/data/kommuner/habo/2019/nyhet.html"));
    let readme = String::from_utf8_lossy(by_name["documentation/LASMIG.txt"]);
    assert!(
        readme.starts_with("Paketet innehåller 1 dokument. Originalet finns med till 0 av dem.\n"),
        "{readme}"
    );
    for words in [
        "Löftet <&> 2018",
        "text: sammanfattning; originalet finns inte här",
        "sha256sum -c",
        "Get-FileHash",
        "anges av kommunen",
    ] {
        assert!(readme.contains(words), "{words}: {readme}");
    }
    let keys = String::from_utf8_lossy(by_name["documentation/front-matter.md"]);
    for key in [
        "- `commitments.text`: ",
        "\n## `site.toml`\n\n- `title`: ",
        "- `archive.creator_id`: ",
        "- `accessibility.faults.situation`: ",
        "\n## `addresses.toml`\n\n- `published`: ",
        "- `withdrawn.decision`: ",
    ] {
        assert!(keys.contains(key), "no {key:?} in {keys}");
    }
    // The list has every file but itself and METS.xml, each with the checksum that it has.
    let sums = String::from_utf8_lossy(by_name["metadata/other/sha256sums.txt"]);
    let listed: BTreeMap<&str, &str> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, name)| (name, sum))
        .collect();
    for (name, bytes) in &by_name {
        match listed.get(name) {
            Some(sum) => assert_eq!(**sum, sha256(bytes), "{name}"),
            None => assert!(["METS.xml", "metadata/other/sha256sums.txt"].contains(name), "{name}"),
        }
    }
    assert_eq!(listed.len() + 2, by_name.len());

    let zip = std::fs::read(site.path(&format!("{PACKAGE}.zip"))).unwrap();
    assert_eq!(support::zip_systems(&zip), [3], "the same on every system");
    assert_eq!(
        site.read(&format!("{PACKAGE}.zip.sha256")),
        format!("{}  loftesarkiv-habo-kommun-2018.zip\n", sha256(&zip))
    );
    let record = site.read(RECORD);
    assert!(record.contains(&format!("zip_sha256 = \"{}\"", sha256(&zip))), "{record}");
    assert!(record.contains(&format!("mets_sha256 = \"{}\"", sha256(by_name["METS.xml"]))));
    assert!(record.contains(&format!("sha256 = \"{}\"", sha256(site.read(PLEDGE).as_bytes()))));
    assert!(record.contains("avtal.pdf") && !record.contains("nyhet.md"), "{record}");
    let left = site.files("packages").into_keys();
    let left: Vec<String> = left.filter(|path| !is_lasting_lock(path)).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn the_same_content_and_day_give_the_same_bytes_in_any_folder_zone_and_locale() {
    let one = sealed();
    let other = archive();
    // A checkout on Windows.
    let text = other.read(PLEDGE).replace('\n', "\r\n");
    let other = other.write(PLEDGE, format!("\u{feff}{text}"));
    let program = other.command(&["seal", "2018"]);
    let mut command = if cfg!(unix) {
        // Somebody whose files nobody else may read.
        let mut masked = std::process::Command::new("sh");
        masked.args(["-c", "umask 077; exec \"$0\" \"$@\""]).arg(program.get_program());
        masked.args(program.get_args()).current_dir(other.path(""));
        masked
    } else {
        program
    };
    command
        .env("TZ", "Pacific/Auckland")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("RAYON_NUM_THREADS", "1");
    other.finish(command).succeeds();
    for file in [format!("{PACKAGE}.zip"), format!("{PACKAGE}.json"), RECORD.to_owned()] {
        let bytes = |site: &Site| std::fs::read(site.path(&file)).expect("a file");
        assert!(bytes(&one) == bytes(&other), "{file}");
    }
    #[cfg(unix)]
    for file in [format!("{PACKAGE}.zip"), RECORD.to_owned()] {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(other.path(&file)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o644, "{file} is for others too");
    }
    assert_eq!(told(&other), Vec::<String>::new(), "line ends and a BOM are no change");
}

#[test]
fn a_document_that_the_typeface_cannot_write_has_no_pdf_and_the_package_says_so() {
    let site = archive().change(PLEDGE, "Fler lampor.", "Fler 灯.");
    let outcome = site.run(&["seal", "2018"]).succeeds();
    let why = "Löftet <&> 2018: tecknet ”灯” (U+706F) finns inte i PDF-filernas typsnitt";
    assert!(outcome.stderr.contains(&format!("Utan PDF: {why}")), "{}", outcome.stderr);
    let files: BTreeMap<String, Vec<u8>> = unpacked(&site, PACKAGE).into_iter().collect();
    assert!(!files.keys().any(|name| name.contains("/pdf/")), "{:?}", files.keys());
    let readme = String::from_utf8_lossy(&files["documentation/LASMIG.txt"]);
    assert!(readme.contains(&format!("Utan PDF: {why}")), "{readme}");
    let listed = String::from_utf8_lossy(&files["metadata/descriptive/dokument.csv"]);
    assert!(listed.trim_end().ends_with("medborgarlofte.md,"), "{listed}");
    site.run(&["verify", &format!("{PACKAGE}.zip")]).succeeds();
}

#[test]
fn the_pictures_of_a_document_are_in_its_pdf() {
    const PHOTO: &[u8] = include_bytes!("../pdf/pictures/photo.jpg");
    let site = archive().write("content/kommuner/bilder/Torget å.jpg", PHOTO).change(
        PLEDGE,
        "Fler lampor.",
        "![Torget](<../../bilder/Torget å.jpg>)",
    );
    site.run(&["seal", "2018"]).succeeds();
    let files: BTreeMap<String, Vec<u8>> = unpacked(&site, PACKAGE).into_iter().collect();
    let pdf = &files["representations/pdf/data/kommuner/habo/2018/medborgarlofte.pdf"];
    assert!(pdf.windows(PHOTO.len()).any(|bytes| bytes == PHOTO));
}

#[test]
fn a_package_is_refused_when_it_would_not_be_whole_or_true() {
    let refused = |site: Site, arguments: &[&str], status: i32, words: &str| {
        let before = site.files("");
        let outcome = site.run(arguments);
        assert_eq!(outcome.status, status, "{}", outcome.stderr);
        assert!(outcome.stderr.contains(words), "{words}: {}", outcome.stderr);
        let mut after = site.files("");
        after.retain(|path, _| !is_lasting_lock(path) || before.contains_key(path));
        let names = |files: &BTreeMap<String, Vec<u8>>| {
            files.keys().cloned().collect::<Vec<String>>().join(", ")
        };
        assert!(before == after, "{} became {}", names(&before), names(&after));
    };
    refused(archive().today("2018-12-31"), &["seal", "2018"], 2, "inte slut");
    refused(
        archive().write("site.toml", "title = \"A\"\n"),
        &["seal", "2018"],
        2,
        "[archive]\ncreator",
    );
    refused(
        archive().change(PLEDGE, "period = 2018", "period = \"x\""),
        &["seal", "2018"],
        1,
        "Rätta felen",
    );
    refused(
        archive().write(
            "content/kommuner/habo/2018/utkast.md",
            "+++\nkind = \"notice\"\ntitle = \"Utkast\"\ndate = 2018-02-03\ndraft = true\n+++\n\nText.\n",
        ),
        &["seal", "2018"],
        1,
        "utkast.md",
    );
    refused(sealed(), &["seal", "2018"], 2, "redan");
    refused(sealed(), &["seal", "2017-2019"], 2, "redan");
    refused(archive(), &["seal", "2018", "--supplement"], 2, "inget årspaket");
    refused(sealed(), &["seal", "2018", "--supplement"], 2, "Inget är nytt");
    refused(archive(), &["seal", "2016"], 2, "inget dokument");
    refused(archive(), &["seal", "2019-2018"], 2, "2019-2018");
    refused(
        archive().write("packages/loftesarkiv-habo-kommun-2018.zip", "en annans"),
        &["seal", "2018"],
        2,
        "finns redan",
    );
}
