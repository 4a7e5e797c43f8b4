//! `init`: a new site that builds.

mod support;

use snapbox::{assert_data_eq, str};
use support::Site;

#[test]
fn a_new_site_builds_and_the_next_steps_are_told() {
    let site = Site::empty();
    let outcome = site.run(&["init", "loften"]).succeeds();
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
Webbplatsen är skapad i loften. Nästa steg:
  cd loften
  loftesarkiv new municipality "Kommunens namn"
  loftesarkiv build        och öppna public/index.html
Skriv webbplatsens namn och utgivare i site.toml, och se över content/om.md.

"#]]
    );
    let files = site.files("loften");
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        [".gitignore", ".taplo.toml", ".taplo/site.schema.json", "content/om.md", "site.toml"],
        "nothing more"
    );
}

#[test]
fn a_folder_with_a_space_is_quoted_where_it_is_to_be_typed() {
    let outcome = Site::empty().run(&["init", "våra löften"]).succeeds();
    let quoted = if cfg!(windows) { "  cd \"våra löften\"" } else { "  cd 'våra löften'" };
    assert!(outcome.stderr.contains(quoted), "{}", outcome.stderr);
}

#[test]
fn pages_brings_what_builds_the_site_on_github_and_gitlab() {
    let site = Site::empty();
    let outcome = site.run(&["init", "loften", "--pages"]).succeeds();
    assert!(outcome.stderr.contains(".gitlab-ci.yml"), "{}", outcome.stderr);
    for file in [".github/workflows/pages.yml", ".gitlab-ci.yml"] {
        let text = site.read(&format!("loften/{file}"));
        let version = env!("CARGO_PKG_VERSION");
        assert!(text.contains(&format!("pip install loftesarkiv=={version}\n")), "{text}");
        // New addresses must be in the repository, or they would be lost.
        assert!(text.contains("git diff --exit-code -- addresses.toml"), "{text}");
        assert!(text.contains("rm -r public/.loftesarkiv"), "{text}");
    }
    site.run(&["build", "--site", "loften", "--quiet"]).succeeds();
}

#[test]
fn the_new_site_has_no_errors_in_either_language() {
    for (language, page) in [("sv", "om.html"), ("en", "about.html")] {
        let site = Site::empty();
        site.run(&["init", ".", "--language", language]).succeeds();
        let site = site.reports(str![""]);
        let site = site.build().publishes("index.html").publishes(page);
        assert!(site.html(page).contains(&format!("<html lang=\"{language}\"")));
    }
}

#[test]
fn the_handbook_s_first_steps_lead_to_a_site() {
    let site = Site::empty();
    site.run(&["init", "."]).succeeds();
    site.run(&["new", "municipality", "Strängnäs"]).succeeds();
    site.run(&["new", "pledge", "strangnas", "2021"]).succeeds();
    site.build().publishes("kommuner/strangnas/index.html");
}

#[test]
fn a_folder_with_anything_in_it_is_refused_and_left_alone() {
    let site = Site::empty().write("loften/anteckning.txt", "min");
    let before = site.files("");
    site.run(&["init", "loften"]).ends(2, &["Mappen ”loften” är inte tom."]);
    site.run(&["init", "loften/anteckning.txt"]).ends(2, &["är ingen mapp"]);
    site.run(&["init", "loften/anteckning.txt/x"]).ends(2, &["kunde inte skrivas"]);
    assert_eq!(before, site.files(""));
}

#[test]
fn a_site_is_not_begun_anew() {
    let site = Site::empty();
    site.run(&["init", "."]).succeeds();
    site.run(&["init", "."]).ends(2, &["är redan en webbplats"]);
}

#[test]
fn every_setting_that_is_commented_out_is_one_that_the_program_knows() {
    for language in ["sv", "en"] {
        let site = Site::empty();
        site.run(&["init", ".", "--language", language]).succeeds();
        let used: String = site
            .read("site.toml")
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(key) if !key.is_empty() && !key.starts_with(' ') => format!("{key}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let outcome = site.write("site.toml", used).run(&["check", "--format", "json"]);
        for code in ["unknown-key", "toml-syntax", "wrong-type", "unknown-value"] {
            assert!(!outcome.stdout.contains(code), "{}", outcome.stdout);
        }
    }
}

#[test]
fn a_folder_that_version_control_has_begun_is_taken_and_its_own_lines_stay() {
    let site = Site::empty()
        .write("loften/.gitignore", "*.bak\n/public/")
        .write("loften/.gitattributes", "* text=auto\n");
    site.run(&["init", "loften"]).succeeds();
    assert_eq!(site.read("loften/.gitignore"), "*.bak\n/public/\n/packages/\n");
    assert_eq!(site.read("loften/.gitattributes"), "* text=auto\n");
    let other = Site::empty().write("loften/.gitignore", "").write("loften/brev.txt", "x");
    other.run(&["init", "loften"]).ends(2, &["är inte tom"]);
    assert_eq!(other.read("loften/.gitignore"), "");
}
