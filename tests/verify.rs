//! `verify`: compares a copy of a built site with its checksums.

mod support;

use snapbox::{assert_data_eq, str};
use support::Site;

fn built() -> Site {
    let site = Site::empty();
    site.run(&["init", "."]).succeeds();
    site.build()
}

#[test]
fn a_built_site_is_whole() {
    let site = built();
    let outcome = site.run(&["verify", "public"]).succeeds();
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
Alla [..] filer är som när webbplatsen byggdes.

"#]]
    );
    site.run(&["verify", "public", "--language", "en"]).ends(0, &["files are as they were when"]);
}

#[test]
fn what_differs_is_named_and_the_status_is_1() {
    let site = built().write("public/om.html", "annat").remove("public/robots.txt");
    let site = site.write("public/egen.txt", "min").write("public/nya/a.txt", "min");
    let outcome = site.run(&["verify", "public"]);
    assert_eq!(outcome.status, 1);
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
saknas: robots.txt
ändrad: om.html
utan kontrollsumma: egen.txt
utan kontrollsumma: nya/
2 av [..] filer skiljer sig. Hämta en ny kopia, eller bygg om webbplatsen.

"#]]
    );
}

#[test]
fn a_file_of_somebody_else_s_is_told_and_is_no_fault() {
    let site = built().write("public/egen.txt", "x");
    site.run(&["verify", "public"]).ends(0, &["utan kontrollsumma: egen.txt"]);
    assert_eq!(site.run(&["verify", "public", "--quiet"]).succeeds().stderr, "");
}

#[test]
fn a_program_gets_json() {
    let site = built().write("public/om.html", "annat");
    let outcome = site.run(&["verify", "public", "--format", "json"]);
    assert_eq!(outcome.status, 1);
    assert_eq!(outcome.stderr, "");
    let told: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    assert_eq!(told["changed"], serde_json::json!(["om.html"]));
    assert_eq!(told["missing"], serde_json::json!([]));
}

#[test]
fn a_folder_without_checksums_cannot_be_verified() {
    let site = built();
    site.run(&["verify", "content"])
        .ends(2, &["SHA256SUMS” finns inte.", "Ange mappen som webbplatsen är byggd i"]);
    site.run(&["verify", "ingenstans"]).ends(2, &["SHA256SUMS” finns inte."]);
    let site = site.write("public/SHA256SUMS", "");
    site.run(&["verify", "public"]).ends(2, &["SHA256SUMS” är tom"]);
    let site = site.remove("public/SHA256SUMS").write("public/SHA256SUMS/a.txt", "");
    site.run(&["verify", "public"])
        .ends(2, &["SHA256SUMS” är ingen vanlig fil", "Jämför med en annan kopia"]);
    let site = site.remove("public/SHA256SUMS");
    let site = site.write("public/SHA256SUMS", "inte en kontrollsumma\n");
    site.run(&["verify", "public"]).ends(2, &["Rad 1 i ", "är ingen kontrollsumma."]);
}

#[test]
fn a_shortened_list_is_not_taken_for_a_whole_one() {
    let site = built();
    let sums = site.read("public/SHA256SUMS");
    let five: String = sums.split_inclusive('\n').take(6).collect();
    let site = site.write("public/SHA256SUMS", &five);
    site.run(&["verify", "public"]).ends(1, &["Listan i SHA256SUMS är inte hel", "men har 5."]);
    let without_number = five.split_once('\n').expect("lines").1.to_owned();
    let site = site.write("public/SHA256SUMS", &without_number);
    site.run(&["verify", "public"]).ends(1, &["startsidan, index.html, finns inte i den"]);
    let outcome = site.run(&["verify", "public", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    assert_eq!(told["whole_list"], serde_json::json!(false));
}
