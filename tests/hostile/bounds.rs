//! Input that would multiply what the program prints, keeps in memory or publishes: refused, with the
//! place, before it does.

use crate::bounded::{check, measured, notice, plain_site, run, with};
use crate::support::Site;

const FILE: &str = "content/kommuner/orust/prov.md";

/// What a check prints, and its status.
fn printed(site: &Site) -> (i32, String) {
    let (status, _, err) = run(site, site.command(&["check"]));
    (status, err)
}

/// How many errors and warnings there are about the file, and the message that counts the rest.
fn told_of(site: &Site) -> (usize, String) {
    let (_, json, err) = run(site, site.command(&["check", "--format", "json"]));
    let report: serde_json::Value =
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {err}"));
    let told = report["diagnostics"].as_array().expect("a list").iter();
    let told = told.filter(|told| told["path"] == FILE && told["severity"] != "advice");
    let messages: Vec<&str> = told.filter_map(|told| told["message"].as_str()).collect();
    let counts = |message: &&&str| message.contains("tterligare ");
    let rest = messages
        .iter()
        .find(counts)
        .map(|message| message.split("tterligare ").nth(1).unwrap_or_default().to_owned());
    (messages.len(), rest.unwrap_or_default())
}

#[test]
fn thousands_of_faults_in_one_file_are_two_hundred_and_a_number() {
    let many = |piece: &str| piece.repeat(5_000);
    for body in [
        many("![](x) "),
        many("![a](x.png) "),
        many("[a](x.md) "),
        many("[a](#b) "),
        many("[a][b] "),
        many("[a]: b\n\n"),
        many("x[^a] "),
        many("<b>"),
        many("**a:**b "),
        many("\u{ad}a"),
    ] {
        let site = plain_site().write(FILE, notice(&body));
        let (_, said) = printed(&site);
        assert!(said.len() < 400_000, "{} bytes of {:?}", said.len(), &body[..20]);
        let (number, last) = told_of(&site);
        // Two hundred of the file itself, and two hundred of what its links lead to.
        assert!((1..=400).contains(&number), "{number} of {:?}", &body[..20]);
        let more: Option<usize> = last.split_whitespace().find_map(|word| word.parse().ok());
        assert!(number < 200 || more.is_some(), "{number} and no more of {:?}", &body[..20]);
    }
    let headings: String = (0..5_000).map(|n| format!("## R {n}\n\n[a](#r-{n})\n\n")).collect();
    let report = check(&plain_site().write(FILE, notice(&headings)));
    assert!(report.faults(FILE).is_empty());
    for lines in [
        "accept = [\"x\"]".to_owned(),
        (0..5_000).map(|_| "[[accept]]\ncode = \"phone-number\"\nreason = \"x\"\n").collect(),
        format!("aliases = [{}]", "\"a\",".repeat(5_000)),
        format!("about = [{}]", "\"x.md\",".repeat(5_000)),
    ] {
        let site = plain_site().write(FILE, with(&lines));
        let (_, said) = printed(&site);
        assert!(said.len() < 400_000, "{} bytes of {:?}", said.len(), &lines[..20]);
        let (number, _) = told_of(&site);
        assert!((1..=200).contains(&number), "{number} of {:?}", &lines[..20]);
    }
}

#[test]
fn many_errors_in_many_files_are_five_thousand_and_a_number() {
    let links = "[a](x.md) ".repeat(100);
    let site = (0..60).fold(plain_site(), |site, n| {
        site.write(&format!("content/kommuner/orust/n{n}.md"), notice(&links))
    });
    let (status, said) = printed(&site);
    assert_eq!(status, 1);
    assert_eq!(
        said.matches("[link-missing]: Länken").count(),
        5_000,
        "{}",
        &said[said.len() - 500..]
    );
    assert!(said.contains("fel[link-missing]: 1000 till i "), "{}", &said[said.len() - 500..]);
    let published: String = (0..20_000).map(|n| format!("  \"borta/{n}.html\",\n")).collect();
    let site = plain_site().write("addresses.toml", format!("published = [\n{published}]\n"));
    let (_, said) = printed(&site);
    assert_eq!(said.matches("[address-lost]").count(), 200);
    assert!(said.contains("Ytterligare 19800 adresser saknas"));
}

#[test]
fn a_bad_import_beside_a_ledger_costs_no_more_than_its_parts() {
    let published: String = (0..20_000).map(|n| format!("  \"borta/{n}.html\",\n")).collect();
    let site = plain_site().write("addresses.toml", format!("published = [\n{published}]\n"));
    let text = "löfte ".repeat(2_000);
    let site = (0..500)
        .fold(site, |site, n| site.write(&format!("content/kommuner/orust/n{n}.md"), &text));
    let report = check(&site);
    assert!(report.told.iter().filter(|told| told.code == "front-matter-missing").count() == 500);
}

#[test]
fn quotes_without_end_and_files_of_nonsense_are_refused_before_they_are_parsed() {
    let refused = |body: &str| {
        let site = plain_site().write(FILE, notice(body));
        let (status, said, err, kib) =
            measured(&site, site.command(&["check", "--format", "json"]));
        assert_eq!(status, 1, "{err}");
        assert!(said.contains("\"too-large\""), "{}", &said[..said.len().min(2000)]);
        assert!(kib < 300 * 1024, "{kib} KiB");
    };
    refused(&">".repeat(15_000_000));
    refused(&format!("{}\n\n", ">".repeat(90)).repeat(160_000));
    refused(&"a\n\n".repeat(5_000_000));
    refused(&"*a".repeat(7_000_000));
    for file in ["addresses.toml", "site.toml"] {
        for nonsense in ["=".repeat(4_000_000), "=\n".repeat(2_000_000), "a = [\n".repeat(600_000)]
        {
            let site = plain_site().write(file, nonsense);
            let command = site.command(&["check", "--format", "json"]);
            let (status, said, err, kib) = measured(&site, command);
            assert_eq!(status, 1, "{err}");
            assert!(said.contains("\"toml-syntax\""), "{file}");
            assert!(kib < 300 * 1024, "{file}: {kib} KiB");
        }
    }
}

#[test]
fn what_would_multiply_the_site_is_refused() {
    let labels: String = (0..14_000).map(|n| format!("\"ämne {n}\",")).collect();
    check(&plain_site().write(FILE, with(&format!("focus = [{labels}]")))).tells(FILE, "too-large");
    let aliases: String = (0..101).map(|n| format!("\"a{n}.html\",")).collect();
    check(&plain_site().write(FILE, with(&format!("aliases = [{aliases}]"))))
        .tells(FILE, "too-large");
    let districts = (0..301).fold(plain_site(), |site, n| {
        site.write(
            &format!("content/omraden/o{n}/index.md"),
            format!("+++\nkind = \"district\"\ntitle = \"O {n}\"\nmunicipality = \"orust\"\n+++\n"),
        )
    });
    let all: String = (0..301).map(|n| format!("\"o{n}\",")).collect();
    let site = districts.write(FILE, with(&format!("districts = [{all}]")));
    check(&site).tells(FILE, "too-large");
    let index = "content/kommuner/orust/index.md";
    let folders: String = (0..100).map(|n| format!("\"gammal-{n}/\",")).collect();
    let site = plain_site().change(index, "code", &format!("aliases = [{folders}]\ncode"));
    let site = (0..600).fold(site, |site, n| {
        let path = format!("content/kommuner/orust/n{n}.md");
        site.write(&path, notice("Text.").replace("Prov", &format!("Prov {n}")))
    });
    check(&site).tells(index, "too-large");
}

#[test]
fn the_data_of_a_timeline_count_the_places_of_a_document_of_very_many() {
    let of = |places: usize| {
        let site = (0..places).fold(plain_site(), |site, n| {
            site.write(
                &format!("content/omraden/o{n}/index.md"),
                format!(
                    "+++\nkind = \"district\"\ntitle = \"O {n}\"\nmunicipality = \"orust\"\n+++\n"
                ),
            )
        });
        let all: String = (0..places).map(|n| format!("\"o{n}\",")).collect();
        let site = site.write("content/gemensam.md", with(&format!("districts = [{all}]")));
        let site = site.build();
        let timeline = site.json("omraden/o3/timeline.json");
        timeline["entries"][0].clone()
    };
    // The municipality is one of them.
    let few = of(59);
    assert_eq!(few["places"].as_array().map(Vec::len), Some(60));
    assert!(few["places_count"].is_null(), "{few}");
    let many = of(60);
    assert_eq!(many["places_count"], 61);
    assert_eq!(many["places"], serde_json::json!([{ "kind": "district", "id": "o3" }]));
}

#[test]
fn a_document_of_many_municipalities_is_one_line_in_each_timeline() {
    let names = [
        ("0114", "Upplands Väsby"),
        ("0115", "Vallentuna"),
        ("0117", "Österåkers"),
        ("0120", "Värmdö"),
        ("0123", "Järfälla"),
        ("0125", "Ekerö"),
        ("0126", "Huddinge"),
        ("0127", "Botkyrka"),
        ("0128", "Salems"),
        ("0136", "Haninge"),
        ("0138", "Tyresö"),
        ("0139", "Upplands-Bro"),
        ("0140", "Nykvarns"),
        ("0160", "Täby"),
    ];
    let site = names.iter().enumerate().fold(plain_site(), |site, (n, (code, name))| {
        site.write(
            &format!("content/kommuner/k{n}/index.md"),
            format!(
                "+++\nkind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"\n+++\n"
            ),
        )
    });
    let all: String = (0..14).map(|n| format!("\"k{n}\",")).collect();
    let site =
        site.write("content/gemensam.md", with(&format!("municipalities = [{all}]"))).build();
    let page = site.read("public/kommuner/k3/index.html");
    assert!(page.contains("Gemensamt med 13 andra kommuner"), "{page}");
    assert!(!page.contains("kommuner/k4/") && !page.contains("../k4/"), "{page}");
    let page = site.read("public/gemensam.html");
    assert!(page.contains("kommuner/k4/index.html"), "{page}");
}
