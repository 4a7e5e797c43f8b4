//! What is reported about references that lead nowhere, also when a renamed folder breaks thousands
//! of them at once: only the first are compared with everything that exists.

use std::fmt::Write;

use serde_json::Value;

use crate::support::Site;

/// The number of references that are compared.
const COMPARED: usize = 50;

/// The help with each problem of this code, in order.
fn helps(site: &Site, code: &str, threads: &str) -> Vec<String> {
    let mut command = site.command(&["check", "--format", "json"]);
    command.env("RAYON_NUM_THREADS", threads);
    let report: Value = serde_json::from_str(&site.finish(command).stdout).expect("a report");
    let told = report["diagnostics"].as_array().expect("a list").iter();
    let told = told.filter(|told| told["code"] == code);
    told.map(|told| told["help"].as_str().unwrap_or_default().to_owned()).collect()
}

fn page(site: Site, name: &str, text: &str) -> Site {
    let text = format!("+++\nkind = \"page\"\ntitle = \"Sidan {name}\"\n+++\n\n{text}\n");
    site.write(&format!("content/{name}.md"), text)
}

fn settings() -> Site {
    Site::empty().write("site.toml", "title = \"Arkivet\"\nlanguage = \"sv\"\n")
}

#[test]
fn the_first_are_compared_with_every_path_and_the_rest_only_but_for_case() {
    let mut site = settings();
    for n in 0..80 {
        // Every tenth differs only in case, the others in a letter.
        let written = if n % 10 == 9 { format!("SIDA-{n:02}") } else { format!("side-{n:02}") };
        site =
            page(site, &format!("a/lista-{n:02}"), &format!("Se [nästa sida](../{written}.md)."));
        site = page(site, &format!("sida-{n:02}"), "Text.");
    }
    let helps_of_one = helps(&site, "link-missing", "1");
    assert_eq!(helps_of_one.len(), 80);
    for (n, help) in helps_of_one.iter().enumerate() {
        let meant = format!("Menade du ”/sida-{n:02}.md”? En sökväg räknas");
        let general = "Rätta sökvägen, eller lägg filen där. En sökväg räknas";
        let expected = if n < COMPARED || n % 10 == 9 { meant.as_str() } else { general };
        assert!(help.starts_with(expected), "{n}: {help}");
    }
    for _ in 0..3 {
        assert_eq!(helps(&site, "link-missing", "4"), helps_of_one);
    }
}

#[test]
fn references_lists_and_links_are_counted_together_in_the_order_of_files() {
    let mut site = Site::from("errors/reference-missing");
    for n in 0..COMPARED {
        site = page(site, &format!("a/{n:02}"), "Se [om arkivet](../arkivt.md).");
    }
    let site = page(site, "arkivet", "Text.");
    let reference = helps(&site, "reference-missing", "4");
    assert!(reference.iter().all(|help| !help.contains("Menade du")), "{reference:?}");
    let site = site.remove("content/a/00.md");
    let reference = helps(&site, "reference-missing", "4");
    assert!(reference.iter().any(|help| help.contains("Menade du")), "{reference:?}");
}

#[test]
fn what_there_is_in_the_folder_is_said_of_every_one() {
    let mut site = settings();
    for n in 0..80 {
        site = page(site, &format!("a/{n:02}"), "Se [protokollet](../b/protokoll-helt-annat.md).");
    }
    let site = page(page(site, "b/ett", "Text."), "b/tva", "Text.");
    let helps = helps(&site, "link-missing", "2");
    assert_eq!(helps.len(), 80);
    let same =
        helps.iter().all(|help| help.starts_with("I mappen content/b finns ett.md, tva.md."));
    assert!(same, "{helps:?}");
}

#[test]
fn of_the_headings_of_a_page_only_the_first_are_compared_and_no_list_is_endless() {
    let mut text = String::new();
    for n in 0..80 {
        let _ = write!(text, "## Rubriken nummer {n}\n\nSe [den](#rubrikem-nummer-{n}).\n\n");
    }
    let helps = helps(&page(settings(), "a", &text), "anchor-missing", "2");
    assert_eq!(helps.len(), 80);
    for (n, help) in helps.iter().enumerate() {
        if n < COMPARED {
            assert_eq!(*help, format!("Menade du ”#rubriken-nummer-{n}”?"));
        } else {
            assert!(help.starts_with("Rubrikerna på sidan är #rubriken-nummer-0, #"), "{help}");
            assert!(help.ends_with("#rubriken-nummer-39 och 40 till."), "{help}");
        }
    }
}

/// However many documents have however many links that lead nowhere, the work is what is told: so many
/// of each file, and so few of all that are compared with every path.
#[test]
fn many_documents_with_many_lost_links_cost_no_more_than_what_is_told_of_them() {
    const OF_FILE: usize = 200;
    const MORE: usize = 10;
    for documents in [2, 8] {
        let mut site = settings();
        for n in 0..documents {
            let mut text = String::new();
            for link in 0..OF_FILE + MORE {
                let _ = write!(text, "Se [nästa sida](../side-{:02}.md).\n\n", link % 20);
            }
            site = page(site, &format!("a/lista-{n:02}"), &text);
        }
        for n in 0..20 {
            site = page(site, &format!("sida-{n:02}"), "Text.");
        }
        let mut command = site.command(&["check", "--format", "json"]);
        command.env("RAYON_NUM_THREADS", "2");
        let report: Value = serde_json::from_str(&site.finish(command).stdout).expect("a report");
        let told: Vec<&Value> = report["diagnostics"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|told| told["code"] == "link-missing")
            .collect();
        let says = |key: &str, words: &str| {
            told.iter()
                .filter(|told| told[key].as_str().is_some_and(|it| it.contains(words)))
                .count()
        };
        assert_eq!(told.len(), documents * OF_FILE);
        assert_eq!(says("message", &format!("Ytterligare {MORE} länkar")), documents);
        assert_eq!(says("help", "Menade du"), COMPARED, "of {documents} documents");
    }
}
