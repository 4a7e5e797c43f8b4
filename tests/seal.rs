//! Yearly packages: what is in one, when none is made, and what happens to documents afterwards.

mod support;

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
    assert_eq!(
        site.read(&format!("{PACKAGE}.zip.sha256")),
        format!("{}  loftesarkiv-habo-kommun-2018.zip\n", sha256(&zip))
    );
    let record = site.read(RECORD);
    assert!(record.contains(&format!("zip_sha256 = \"{}\"", sha256(&zip))), "{record}");
    assert!(record.contains(&format!("mets_sha256 = \"{}\"", sha256(by_name["METS.xml"]))));
    assert!(record.contains(&format!("sha256 = \"{}\"", sha256(site.read(PLEDGE).as_bytes()))));
    assert!(record.contains("avtal.pdf") && !record.contains("nyhet.md"), "{record}");
    let left: Vec<String> = site.files("packages").into_keys().collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn the_same_content_and_day_give_the_same_bytes_in_any_folder_zone_and_locale() {
    let one = sealed();
    let other = archive();
    // A checkout on Windows.
    let text = other.read(PLEDGE).replace('\n', "\r\n");
    let other = other.write(PLEDGE, format!("\u{feff}{text}"));
    let mut command = other.command(&["seal", "2018"]);
    command
        .env("TZ", "Pacific/Auckland")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("RAYON_NUM_THREADS", "1");
    other.finish(command).succeeds();
    for file in [format!("{PACKAGE}.zip"), format!("{PACKAGE}.json"), RECORD.to_owned()] {
        let bytes = |site: &Site| std::fs::read(site.path(&file)).expect("a file");
        assert!(bytes(&one) == bytes(&other), "{file}");
    }
    assert_eq!(told(&other), Vec::<String>::new(), "line ends and a BOM are no change");
}

#[test]
fn a_package_is_refused_when_it_would_not_be_whole_or_true() {
    let refused = |site: Site, arguments: &[&str], status: i32, words: &str| {
        let before = site.files("");
        let outcome = site.run(arguments);
        assert_eq!(outcome.status, status, "{}", outcome.stderr);
        assert!(outcome.stderr.contains(words), "{words}: {}", outcome.stderr);
        let mut after = site.files("");
        after.retain(|path, _| !path.starts_with("packages/"));
        let mut expected = before;
        expected.retain(|path, _| !path.starts_with("packages/"));
        assert!(expected == after, "something was written");
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

#[test]
fn afterwards_nothing_changes_unnoticed() {
    assert_eq!(told(&sealed()), Vec::<String>::new());

    let changed = sealed().change(PLEDGE, "Fler lampor.", "Färre lampor.");
    assert_eq!(told(&changed), [format!("warning sealed-changed {PLEDGE}")]);
    changed.build().has("kommuner/habo/2018/medborgarlofte.html", "Texten har ändrats sedan dess");

    let earlier = "[[corrections]]\ndate = 2026-11-27\ntext = \"Färre.\"\n[[attachments]]";
    let site = sealed().change(PLEDGE, "[[attachments]]", earlier);
    assert_eq!(told(&site), [format!("warning sealed-changed {PLEDGE}")], "dated before");

    let correction =
        "[[corrections]]\ndate = 2026-11-28\ntext = \"Antalet var fel.\"\n[[attachments]]";
    let site = sealed().change(PLEDGE, "[[attachments]]", correction);
    assert_eq!(told(&site), Vec::<String>::new());
    site.build().has(
        "kommuner/habo/2018/medborgarlofte.html",
        "Rättad den 28 november 2026, efter årspaketet 2018: Antalet var fel.",
    );

    let site = sealed().write("content/kommuner/habo/2018/avtal.pdf", "%PDF-1.5\n");
    assert_eq!(told(&site), [format!("error sealed-attachment {RECORD}")]);
    let site = sealed().remove(PLEDGE);
    assert_eq!(
        told(&site),
        [format!("error sealed-missing {RECORD}")],
        "the attachment itself is still there"
    );
    let late = "content/kommuner/habo/2018/nyhet.md";
    let site = sealed()
        .write(late, "+++\nkind = \"notice\"\ntitle = \"Sent\"\ndate = 2018-09-09\n+++\n\nText.\n");
    assert_eq!(told(&site), [format!("advice sealed-late {late}")]);
    let site = site.build();
    let site = site.has("kommuner/habo/2018/nyhet.html", "Tillagd efter årspaketet 2018");
    site.run(&["seal", "2018", "--supplement"]).succeeds();
    assert_eq!(told(&site), Vec::<String>::new());
    let files = unpacked(&site, "packages/loftesarkiv-habo-kommun-2018-2");
    let mets = files.iter().find(|(name, _)| name == "METS.xml").expect("METS.xml");
    assert!(String::from_utf8_lossy(&mets.1).contains("RECORDSTATUS=\"SUPPLEMENT\""));
    assert!(site.read("seals/2018-2.toml").contains("nyhet.md"));
}

#[test]
fn the_pages_say_what_is_in_a_package() {
    let site = sealed().build();
    let site = site.has(
        "kommuner/habo/2018/medborgarlofte.html",
        "Ingår i årspaketet 2018, gjort den 28 november 2026",
    );
    let site = site.lacks("kommuner/habo/2019/nyhet.html", "årspaketet");
    let record = site.read(RECORD);
    let zip = record.lines().find_map(|line| line.strip_prefix("zip_sha256 = \"")).expect("a hash");
    let zip = zip.trim_end_matches('"').to_owned();
    let site = site.has("arspaket/index.html", &zip);
    let site = site.write(
        RECORD,
        record
            .replace("# received = 2027-02-01", "received = 2027-02-01")
            .replace("# reference", "reference"),
    );
    site.build()
        .has("arspaket/index.html", "Mottaget av kommunarkivet den 1 februari 2027")
        .has("arspaket/index.html", "SE/D3A/KS/Loften");
}

#[test]
fn a_later_package_holds_what_was_corrected_in_earlier_ones() {
    let correction =
        "[[corrections]]\ndate = 2026-11-28\ntext = \"Antalet var fel.\"\n[[attachments]]";
    let site = sealed().change(PLEDGE, "[[attachments]]", correction);
    site.run(&["seal", "2019"]).succeeds();
    let files = unpacked(&site, "packages/loftesarkiv-habo-kommun-2019");
    let premis = files.iter().find(|(name, _)| name.ends_with("premis.xml")).expect("PREMIS");
    let premis = String::from_utf8_lossy(&premis.1).into_owned();
    assert!(premis.contains("<eventType>modification</eventType>"), "{premis}");
    assert!(premis.contains("Antalet var fel."), "{premis}");
    // From now on it is compared with what the later package has.
    let site = site.change(PLEDGE, "Antalet var fel.", "Antalet var fel här.");
    assert_eq!(told(&site), [format!("warning sealed-changed {PLEDGE}")]);
}

#[test]
fn several_years_can_be_packed_as_one() {
    let site = archive();
    site.run(&["seal", "2015-2020"]).succeeds();
    let record = site.read("seals/2015-2020.toml");
    assert!(record.contains("year = { from = 2015, until = 2020 }"), "{record}");
    assert!(record.contains("nyhet.md") && record.contains("medborgarlofte.md"), "{record}");
    assert_eq!(told(&site), Vec::<String>::new());
}

#[test]
fn a_move_keeps_the_record_true() {
    let site = sealed().build();
    site.run(&["move", PLEDGE, "content/kommuner/habo/2018/lofte.md"]).succeeds();
    assert_eq!(told(&site), Vec::<String>::new(), "{}", site.read(RECORD));
    let record = site.read(RECORD);
    assert!(record.contains("lofte.md") && !record.contains("medborgarlofte.md"), "{record}");
    let site = site.change("content/kommuner/habo/2018/lofte.md", "Fler lampor.", "Färre lampor.");
    assert_eq!(told(&site), ["warning sealed-changed content/kommuner/habo/2018/lofte.md"]);
}

#[test]
fn a_package_is_verified_against_itself_and_its_record() {
    let site = sealed();
    let zip = format!("{PACKAGE}.zip");
    let verify = |site: &Site, path: &str| site.run(&["verify", path]);
    verify(&site, &zip).succeeds();
    // Unpacked.
    for (name, bytes) in unpacked(&site, PACKAGE) {
        let path = site.path(&format!("loftesarkiv-habo-kommun-2018/{name}"));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let folder = "loftesarkiv-habo-kommun-2018";
    verify(&site, folder).succeeds();
    let readme = format!("{folder}/documentation/LASMIG.txt");
    let text = site.read(&readme);
    let site = site.write(&readme, text.replace("2018", "2019"));
    let outcome = verify(&site, folder);
    assert_eq!(
        (outcome.status, outcome.stderr.contains("ändrad: documentation/LASMIG.txt")),
        (1, true)
    );
    let site = site.write(&readme, text).write(&format!("{folder}/mera.txt"), "x");
    assert!(verify(&site, folder).stderr.contains("hör inte dit: mera.txt"));
    let site = site.remove(&format!("{folder}/mera.txt")).remove(&readme);
    assert!(verify(&site, folder).stderr.contains("saknas: documentation/LASMIG.txt"));
    // Another package of the same name.
    let record = site.read(RECORD);
    let known =
        record.lines().find(|line| line.starts_with("zip_sha256")).expect("a line").to_owned();
    let other = format!("zip_sha256 = \"{}\"", "0".repeat(64));
    let site = site.write(RECORD, record.replace(&known, &other));
    let outcome = verify(&site, &zip);
    assert_eq!((outcome.status, outcome.stderr.contains("kontrollsumman är en annan")), (1, true));
}
