//! What happens to documents after their package was made, and to the package when they change.

use crate::support::{Site, manifest_folder};
use crate::{PACKAGE, PLEDGE, RECORD, archive, sealed, told, unpacked};

#[test]
fn afterwards_nothing_changes_unnoticed() {
    assert_eq!(told(&sealed()), Vec::<String>::new());

    let changed = sealed().change(PLEDGE, "Fler lampor.", "Färre lampor.");
    assert_eq!(told(&changed), [format!("warning sealed-changed {PLEDGE}")]);
    let refused = changed.run(&["seal", "2018", "--supplement"]);
    let refused = refused.ends(2, &["utan att en rättelse", PLEDGE, "[[corrections]]"]);
    assert!(!refused.stderr.contains("Inget behöver göras"), "{}", refused.stderr);
    changed.build().has("kommuner/habo/2018/medborgarlofte.html", "Texten har ändrats sedan dess");

    let earlier = "[[corrections]]\ndate = 2026-11-27\ntext = \"Färre.\"\n[[attachments]]";
    let site = sealed().change(PLEDGE, "[[attachments]]", earlier);
    assert_eq!(told(&site), [format!("warning sealed-changed {PLEDGE}")], "dated before");

    let correction =
        "[[corrections]]\ndate = 2026-11-28\ntext = \"Antalet var fel.\"\n[[attachments]]";
    let site = sealed().change(PLEDGE, "[[attachments]]", correction);
    assert_eq!(told(&site), Vec::<String>::new());
    let page = "kommuner/habo/2018/medborgarlofte.html";
    site.build()
        .has(page, "Rättad den 28 november 2026, efter årspaketet 2018: Antalet var fel.")
        .has(page, "I årspaketet 2018, gjort den 28 november 2026, finns texten som den var då.")
        .lacks(page, "Textens kontrollsumma");

    let site = sealed().write("content/kommuner/habo/2018/avtal.pdf", "%PDF-1.5\n");
    assert_eq!(told(&site), [format!("error sealed-attachment {RECORD}")]);
    // Nor is one that nothing refers to any more to be moved away, which would be that error.
    let listed = "[[attachments]]\nfile = \"avtal.pdf\"\ntitle = \"Avtalet\"\n";
    let site = sealed().change(PLEDGE, listed, "");
    let said = site.run(&["check", "--all"]).stderr;
    for words in ["Men den ingår i ett årspaket", "address = \"kommuner/habo/2018/avtal.pdf\""] {
        assert!(said.contains(words), "no {words:?} in {said}");
    }
    assert!(!said.contains("flytta den ut ur content"), "{said}");
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
    let readme = files.iter().find(|(name, _)| name == "documentation/LASMIG.txt").expect("LASMIG");
    let readme = String::from_utf8_lossy(&readme.1);
    let words = "Paketet är ett tillägg till årspaketet 2018, loftesarkiv-habo-kommun-2018.zip, som gjordes den 2026-";
    assert!(readme.contains(words), "{readme}");
    let first = unpacked(&site, "packages/loftesarkiv-habo-kommun-2018");
    let (_, readme) =
        first.iter().find(|(name, _)| name == "documentation/LASMIG.txt").expect("it");
    assert!(!String::from_utf8_lossy(readme).contains("tillägg till årspaketet"));
}

#[test]
fn a_record_that_is_lost_is_told_and_its_year_is_not_packed_as_something_else() {
    let site = sealed();
    site.run(&["seal", "2019"]).succeeds();
    let site = site.build();
    let record = site.read(RECORD);
    assert!(site.read("addresses.toml").contains("packages = [\n  \"2018\",\n  \"2019\",\n]"));
    let site = site.remove(RECORD).change(PLEDGE, "Fler lampor.", "Inga lampor.");
    assert_eq!(told(&site), ["error sealed-lost addresses.toml"]);
    let words = ["sealed-lost", RECORD, "Hämta tillbaka"];
    for command in [&["check"][..], &["build"], &["seal", "2018"], &["seal", "2017"]] {
        site.run(command).ends(1, &words);
    }
    assert!(!site.path(RECORD).exists());
    // Either remedy does.
    let site = site.write(RECORD, record).change(PLEDGE, "Inga lampor.", "Fler lampor.");
    assert_eq!(told(&site), Vec::<String>::new());
    let site = site.build().remove(RECORD).remove("packages");
    let site = site.change("addresses.toml", "  \"2018\",\n", "");
    site.run(&["seal", "2018"]).succeeds();
    assert_eq!(told(&site.build()), Vec::<String>::new());
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

/// The archive of this repository with its records.
fn included() -> Site {
    let records = std::fs::read_dir(manifest_folder().join("seals")).expect("records");
    records.fold(Site::repository(), |site, record| {
        let path = record.expect("a record").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        site.write(&format!("seals/{name}"), std::fs::read(&path).expect("its bytes"))
    })
}

#[test]
fn the_included_archive_shows_what_packed_years_look_like() {
    let site = included();
    for year in 2018..=2023 {
        assert!(site.path(&format!("seals/{year}.toml")).is_file(), "{year}");
    }
    let outcome = site.run(&["check", "--all"]).succeeds();
    assert!(outcome.stderr.ends_with("Inga fel i 60 filer.\n"), "{}", outcome.stderr);
    assert_eq!(told(&site), Vec::<String>::new());
    let follow_up = "kommuner/goteborg/norra-hisingen/2018/uppfoljning.html";
    let site = site
        .build()
        .has("kommuner/eskilstuna/2018/medborgarlofte.html", "Ingår i årspaketet 2018")
        .has(follow_up, "Ingår i årspaketet 2018-2, gjort den 30 november 2026")
        .has(follow_up, "Sammanfattningen sa att utfallet redovisas för varje åtagande.")
        .has("arspaket/index.html", "loftesarkiv-loftesarkivets-exempel-2018-2")
        .lacks("kommuner/eskilstuna/2016/medborgarlofte.html", "årspaketet");
    // Whoever builds it in a fresh clone changes no file that is under version control.
    let ledger = std::fs::read_to_string(manifest_folder().join("addresses.toml"));
    assert_eq!(site.read("addresses.toml"), ledger.expect("the ledger"));
}

/// Two packages of one day hold the same document, the later one as it was corrected: whatever their
/// names, it is compared with how it was packed last.
#[test]
fn of_two_packages_of_one_day_the_one_with_the_correction_is_the_later() {
    const NOTICE: &str = "content/kommuner/habo/2019/nyhet.md";
    let site = archive();
    site.run(&["seal", "2019"]).succeeds();
    let correction = "\n[[corrections]]\ndate = 2026-11-28\ntext = \"Dagen var fel.\"\n+++\n";
    let site = site.change(NOTICE, "\n+++\n", correction);
    site.run(&["seal", "2018"]).succeeds();
    assert!(site.read(RECORD).contains(NOTICE), "a corrected document is packed once more");
    assert_eq!(told(&site), Vec::<String>::new());
    site.run(&["seal", "2018", "--supplement"]).ends(2, &["Inget behöver göras"]);
    let site = site.change(NOTICE, "Text.", "En annan text.");
    assert_eq!(told(&site), [format!("warning sealed-changed {NOTICE}")]);
}

const UNDATED: &str = "content/kommuner/habo/odaterat.md";

fn undated(more: &str) -> String {
    format!(
        "+++\nkind = \"pledge\"\ntitle = \"Odaterat\"\nperiod = \"unknown\"\n{more}+++\n\nText.\n"
    )
}

/// What belongs to no year is in no package, and that is told each time that one is made, in the
/// package, when there is nothing else to pack, and in the list of what needs doing.
#[test]
fn a_document_without_a_year_is_told_as_left_out() {
    let kinds = |site: &Site| site.run(&["status", "--format", "json"]).succeeds().stdout;
    let readme = |site: &Site| {
        let files = unpacked(site, PACKAGE).into_iter();
        let readme = files.filter(|(name, _)| name == "documentation/LASMIG.txt");
        readme.map(|(_, text)| String::from_utf8(text).expect("text")).collect::<String>()
    };
    let site = archive().write(UNDATED, undated(""));
    let task = "\"kind\":\"no-year\",\"message\":\"Följer inte med i något årspaket.";
    assert!(kinds(&site).contains(task), "{}", kinds(&site));
    let refused = site.run(&["seal", "2016"]);
    refused.ends(2, &["inget dokument som hör till 2016", "hör till inget år", UNDATED]);
    let told = site.run(&["seal", "2018"]).succeeds().stderr;
    let words = format!("Följer inte med i något årspaket: {UNDATED} hör till inget år.");
    assert!(told.contains(&words), "{told}");
    assert!(!site.read(RECORD).contains("odaterat"));
    let listed = format!("något årspaket:\n  Odaterat  ({UNDATED})\n");
    assert!(readme(&site).contains(&listed), "{}", readme(&site));
    let refused = site.run(&["seal", "2018", "--supplement"]);
    refused.ends(2, &["Inget är nytt", "hör till inget år", UNDATED]);
    // As the remedy says.
    let site = archive().write(UNDATED, undated("archived = 2018-05-01\n"));
    assert!(!kinds(&site).contains("no-year"), "{}", kinds(&site));
    let told = site.run(&["seal", "2018"]).succeeds().stderr;
    assert!(!told.contains("hör till inget år"), "{told}");
    assert!(site.read(RECORD).contains(UNDATED));
    assert!(!readme(&site).contains("inget år"), "{}", readme(&site));
    // A draft is not ready to be packed, and who makes no packages is not asked for years.
    let site = archive().write(UNDATED, undated("draft = true\n"));
    assert!(!kinds(&site).contains("no-year"), "{}", kinds(&site));
    let site = archive().write("site.toml", "title = \"A\"\n").write(UNDATED, undated(""));
    assert!(!kinds(&site).contains("no-year"), "{}", kinds(&site));
}

/// Whose documents there are beside the records creator's own is said, and not guessed where the
/// archive has no municipality by that name.
#[test]
fn a_package_says_whose_other_documents_are_in_it() {
    let other = |site: Site| {
        let pledge = |municipalities: &str| {
            format!(
                "+++\nkind = \"pledge\"\ntitle = \"Annat\"\nperiod = 2018\n{municipalities}+++\n\nText.\n"
            )
        };
        site.write(
            "content/kommuner/knivsta/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Knivsta kommun\"\ncode = \"0330\"\n+++\n",
        )
        .write("content/kommuner/knivsta/2018/a.md", pledge(""))
        .write("content/gemensamt/b.md", pledge("municipalities = [\"habo\", \"knivsta\"]\n"))
    };
    let readme = |site: Site, package: &str| {
        site.run(&["seal", "2018"]).succeeds();
        let files = unpacked(&site, package).into_iter();
        let readme = files.filter(|(name, _)| name == "documentation/LASMIG.txt");
        readme.map(|(_, text)| String::from_utf8(text).expect("text")).collect::<String>()
    };
    let told = readme(other(archive()), PACKAGE);
    let words = "Paketet har också dokument som hör till andra än Håbo kommun, kommunstyrelsen: Knivsta kommun (1).";
    assert!(told.contains(words), "{told}");
    let told = readme(archive(), PACKAGE);
    assert!(!told.contains("hör till andra") && !told.contains("hör till Håbo"), "{told}");
    let site = other(archive())
        .change(
            "site.toml",
            "creator = \"Håbo kommun, kommunstyrelsen\"",
            "creator = \"Förbundet\"",
        )
        .change("site.toml", "publisher = \"Håbo kommun\"", "publisher = \"Förbundet\"");
    let told = readme(site, "packages/loftesarkiv-forbundet-2018");
    let words = "Dokumenten hör till Håbo kommun (2) och Knivsta kommun (2).";
    assert!(told.contains(words), "{told}");
}
