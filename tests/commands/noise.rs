//! How much a run says: what an editor must mend stands whole and nearest the prompt, what is right
//! as it is does not hide it.

use snapbox::str;

use crate::support::Site;

const HABO: &str = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
const SOURCE: &str = "[[sources]]\npublisher = \"Håbo kommun\"\ntitle = \"Protokoll\"\n";

/// A municipality with a pledge a year, of which nobody knows who signed them or why.
fn pledges(years: std::ops::Range<u16>) -> Site {
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", HABO);
    years.fold(site, |site, year| {
        site.write(
            &format!("content/kommuner/habo/{year}/medborgarlofte.md"),
            format!(
                "+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n{SOURCE}+++\n\n\
                 Fler patruller.\n"
            ),
        )
    })
}

/// What is told, without the line with the time.
fn told(site: &Site, arguments: &[&str]) -> String {
    site.run(arguments).succeeds().stderr
}

#[test]
fn advice_is_one_line_a_code_with_the_number_of_files() {
    let site = pledges(2015..2020);
    snapbox::assert_data_eq!(
        told(&site, &["check"]),
        str![[r#"
påpekande[pledge-without-agreement]: 5 medborgarlöften säger inte vilken överenskommelse de hör till.
påpekande[no-signatories]: 5 dokument säger inte vilka som har skrivit under.
 = hjälp: Kör ”loftesarkiv check --all” för att se var. Det som är rätt som det är godtas för hela webbplatsen med [[accept]] i site.toml.

Inga fel i 6 dokument, men 10 påpekanden.

"#]]
    );
    snapbox::assert_data_eq!(
        told(&site, &["check", "--language", "en"]),
        str![[r#"
advice[pledge-without-agreement]: 5 pledges do not say which agreement they belong to.
advice[no-signatories]: 5 documents do not say who signed them.
 = help: Run “loftesarkiv check --all” to see where. What is right as it is can be accepted for the whole site with [[accept]] in site.toml.

No errors in 6 documents, but 10 pieces of advice.

"#]]
    );
}

#[test]
fn one_file_with_advice_is_named() {
    let said = told(&pledges(2015..2016), &["check"]);
    assert!(said.starts_with(
        "påpekande[pledge-without-agreement]: 1 medborgarlöfte säger inte vilken \
         överenskommelse det hör till: content/kommuner/habo/2015/medborgarlofte.md\n"
    ));
}

#[test]
fn all_tells_each_of_them_and_what_to_do() {
    let site = pledges(2015..2020);
    for command in ["check", "build"] {
        let said = told(&site, &[command, "--all"]);
        assert_eq!(said.matches("\npåpekande[").count() + 1, 10, "{said}");
        assert_eq!(said.matches("= hjälp: Lägg till [[signatories]]").count(), 5);
    }
    // What is stored of a build that changed nothing can be told in either way.
    assert!(told(&site, &["build"]).contains("5 medborgarlöften säger inte"));
}

#[test]
fn quiet_is_about_errors_alone() {
    let site = pledges(2015..2017);
    assert_eq!(told(&site, &["check", "--quiet"]), "");
    let wrong = site.write("content/om.md", "+++\nkind = \"page\"\ntittle = \"Om\"\n+++\n");
    let said = wrong.run(&["check", "--quiet"]).ends(1, &["fel[unknown-key]"]).stderr;
    assert!(!said.contains("påpekande"), "{said}");
    assert!(said.ends_with("\n\n1 fel.\n"), "{said}");
}

#[test]
fn errors_stand_nearest_the_prompt() {
    let site = pledges(2015..2017)
        .write("content/aaa.md", "+++\nkind = \"page\"\ntitle = \"Om\"\ntext = 1\n+++\n")
        .write(
            "content/om.md",
            "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\nRing 070-174 06 05.\n",
        );
    let said = site.run(&["check"]).ends(1, &[]).stderr;
    let headings: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("]: "))
        .filter_map(|line| line.split(']').next())
        .collect();
    assert_eq!(
        headings,
        [
            "varning[phone-number",
            "påpekande[pledge-without-agreement",
            "påpekande[no-signatories",
            "fel[unknown-key"
        ]
    );
}

#[test]
fn advice_is_never_made_an_error() {
    let site = pledges(2015..2017);
    site.run(&["check", "--strict"]).ends(0, &["påpekande[no-signatories]"]);
    site.run(&["build", "--strict"]).ends(0, &["2 dokument säger inte vilka"]);
}

#[test]
fn for_programs_nothing_is_summed_up() {
    let said = pledges(2000..2020).run(&["check", "--format", "json", "--quiet"]).succeeds();
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("one object");
    assert_eq!((&report["warnings"], &report["advice"]), (&0.into(), &40.into()));
    let told = report["diagnostics"].as_array().expect("a list");
    assert_eq!(told.len(), 40);
    assert!(told.iter().all(|told| told["severity"] == "advice"));
}
