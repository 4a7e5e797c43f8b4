//! How much a run prints. What an editor must mend is shown in full and nearest the prompt, so that
//! it is not hidden by remarks on what is right as it is.

use snapbox::str;

use crate::support::Site;

const HABO: &str = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
const SOURCE: &str = "[[sources]]\npublisher = \"Håbo kommun\"\ntitle = \"Protokoll\"\n";

/// A municipality with one pledge a year. The pledges do not say who signed them.
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

/// What a command prints, without the line with the time.
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

Inga fel i 6 filer, men 10 påpekanden.

"#]]
    );
    snapbox::assert_data_eq!(
        told(&site, &["check", "--language", "en"]),
        str![[r#"
advice[pledge-without-agreement]: 5 pledges do not say which agreement they belong to.
advice[no-signatories]: 5 documents do not say who signed them.
 = help: Run “loftesarkiv check --all” to see where. What is right as it is can be accepted for the whole site with [[accept]] in site.toml.

No errors in 6 files, but 10 pieces of advice.

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
    // The stored report of a build that changed nothing can be shown in either way.
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

/// Accepts a code in `site.toml`.
fn accepting(site: Site, code: &str, reason: &str) -> Site {
    let settings = site.read("site.toml");
    let accept = format!("\n[[accept]]\ncode = \"{code}\"\nreason = \"{reason}\"\n");
    site.write("site.toml", settings + &accept)
}

#[test]
fn a_site_accepts_a_code_in_all_its_files() {
    let site = pledges(2015..2020).reports(str![[r#"
advice pledge-without-agreement content/kommuner/habo/2015/medborgarlofte.md:3
advice no-signatories content/kommuner/habo/2015/medborgarlofte.md:3
advice pledge-without-agreement content/kommuner/habo/2016/medborgarlofte.md:3
advice no-signatories content/kommuner/habo/2016/medborgarlofte.md:3
advice pledge-without-agreement content/kommuner/habo/2017/medborgarlofte.md:3
advice no-signatories content/kommuner/habo/2017/medborgarlofte.md:3
advice pledge-without-agreement content/kommuner/habo/2018/medborgarlofte.md:3
advice no-signatories content/kommuner/habo/2018/medborgarlofte.md:3
advice pledge-without-agreement content/kommuner/habo/2019/medborgarlofte.md:3
advice no-signatories content/kommuner/habo/2019/medborgarlofte.md:3
"#]]);
    let site = accepting(site, "no-signatories", "Källorna namnger dem inte.");
    let site = accepting(site, "pledge-without-agreement", "Överenskommelserna är inte kända.");
    site.reports(str![""]).run(&["check", "--strict"]).ends(0, &["Inga fel i 6 filer."]);
}

#[test]
fn what_a_site_accepts_must_be_there_to_accept() {
    let site = accepting(pledges(2015..2016), "phone-number", "Växelns nummer.");
    let site = accepting(site, "no-signatories", "Källorna namnger dem inte.");
    let site = accepting(site, "pledge-without-agreement", "Inte kända.").reports(str![[r#"
warning accept-unused site.toml:4
"#]]);
    site.run(&["check", "--strict"]).ends(1, &["Här godtas ”phone-number” för hela webbplatsen"]);
    // If a file cannot be read, nobody knows what warnings it would have.
    site.write("content/om.md", "+++\nkind = \"page\"\n+++\n\nRing 070-174 06 05.\n").reports(
        str![[r#"
error missing-key content/om.md:1
"#]],
    );
}

#[test]
fn what_a_file_accepts_for_itself_is_not_the_site_s_to_accept() {
    let file = "content/kommuner/habo/2015/medborgarlofte.md";
    let own = "period = 2015\naccept = [{ code = \"no-signatories\", reason = \"står inte\" }]\n";
    let site = accepting(pledges(2015..2017), "no-signatories", "Källorna namnger dem inte.");
    let site = accepting(site, "pledge-without-agreement", "Inte kända.");
    let site = site.change(file, "period = 2015\n", own).reports(str![""]);
    site.remove("content/kommuner/habo/2016").reports(str![[r#"
warning accept-unused site.toml:4
"#]]);
}

#[test]
fn a_site_accepts_no_errors_and_nothing_without_a_reason() {
    let site = || pledges(2015..2015);
    let told = |code, reason| accepting(site(), code, reason).run(&["check"]).ends(1, &[]).stderr;
    assert!(
        told("personal-number", "ärendenummer")
            .contains("”personal-number” är ett fel och kan inte godtas för hela webbplatsen")
    );
    assert!(told("link-missing", "vet ej").contains("fel kan inte godkännas, bara rättas"));
    assert!(told("no-signatures", "saknas").contains("Menade du ”no-signatories”?"));
    assert!(told("no-signatories", " ").contains("fel[reason-missing]"));
}

#[test]
fn the_remedy_for_a_personal_number_that_is_none_works_in_its_file() {
    let site = Site::from("errors/personal-number");
    let told = accepting(site, "personal-number", "ärendenummer").run(&["check"]).stderr;
    let remedy = "accept = [{ code = \"personal-number\", reason = \"…\" }]";
    assert!(told.contains(&format!("skriv i filen: {remedy}")), "{told}");
    let page = "+++\nkind = \"page\"\ntitle = \"Om\"\nACCEPT\n+++\n\nÄrende 121212-1212.\n";
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/om.md", page.replace("ACCEPT", remedy))
        .reports("");
}

#[test]
fn what_lies_in_the_output_can_be_accepted_too() {
    let site = accepting(pledges(2015..2015), "file-foreign", "Webbhotellets egen fil.").build();
    let site = site.reports(str![""]).write("public/.user.ini", "").write("public/a.txt", "egen");
    let said = site.run(&["build"]).succeeds().stderr;
    assert!(!said.contains("file-foreign"), "{said}");
}

/// A notice of Håbo with these labels.
fn labelled(site: Site, name: &str, labels: &str) -> Site {
    site.write(
        &format!("content/kommuner/habo/2026/{name}.md"),
        format!(
            "+++\nkind = \"notice\"\ntitle = \"Nyhet {name}\"\ndate = 2026-02-03\nfocus = [{labels}]\n\
             {SOURCE}+++\n\nText.\n"
        ),
    )
}

#[test]
fn capitals_are_no_spelling() {
    let habo = || pledges(2015..2015);
    let site = labelled(habo(), "a", "\"Trafik\", \"ÄLDRE\", \"unga män\"");
    let site = labelled(site, "b", "\"trafik\", \"Äldre\", \"Unga Män\"").reports(str![""]);
    labelled(site, "c", "\"TRAFIKEN\"").reports(str![[r#"
warning focus-spelling content/kommuner/habo/2026/c.md:5
"#]]);
    let site = labelled(habo(), "a", "\"rån\"");
    labelled(site, "b", "\"ran\"").reports(str![[r#"
warning focus-spelling content/kommuner/habo/2026/b.md:5
"#]]);
}

#[test]
fn a_spelling_is_told_once_and_each_acceptance_is_of_use() {
    let mut site = labelled(pledges(2015..2015), "a", "\"narkotika\"");
    for name in ["b", "c", "d", "e"] {
        site = labelled(site, name, "\"narkotika\"");
    }
    for name in ["f", "g", "h"] {
        site = labelled(site, name, "\"narkotka\"");
    }
    let told = site.run(&["check"]).succeeds().stderr;
    assert_eq!(told.matches("focus-spelling]").count(), 1, "{told}");
    assert!(told.contains("i andra dokument. Det står så på 2 ställen till."), "{told}");
    let file = "content/kommuner/habo/2026/f.md";
    let accept = "accept = [{ code = \"focus-spelling\", reason = \"Källans ord.\" }]";
    let site = site.change(file, "focus =", &format!("{accept}\nfocus ="));
    site.reports(str![[r#"
warning focus-spelling content/kommuner/habo/2026/g.md:5
"#]]);
}

#[test]
fn all_remedies_for_a_spelling_help() {
    let one = || labelled(pledges(2015..2015), "a", "\"narkotika\"");
    let slip = || labelled(labelled(one(), "b", "\"narkotika\""), "c", "\"Narkotka\"");
    let told = slip().run(&["check"]).succeeds().stderr;
    let accept = "accept = [{ code = \"focus-spelling\", reason = \"…\" }]";
    let together = "[[subjects]] med label = \"narkotika\" och includes = [\"Narkotka\"]";
    for remedy in ["Skriv ”narkotika” om samma ämne menas", together, accept] {
        assert!(told.contains(remedy), "{told}");
    }
    let file = "content/kommuner/habo/2026/c.md";
    slip().change(file, "Narkotka", "narkotika").reports(str![""]);
    slip().change(file, "focus =", &format!("{accept}\nfocus =")).reports(str![""]);
    let title = "title = \"Arkivet\"";
    let subjects = "[[subjects]]\nlabel = \"narkotika\"\nincludes = [\"Narkotka\"]";
    slip().change("site.toml", title, &format!("{title}\n{subjects}")).reports(str![""]);
}
