//! The worked example of a test that CONTRIBUTING.md quotes.

mod support;

use snapbox::str;
use support::Site;

#[test]
fn a_promised_follow_up_is_missing_once_its_month_has_passed() {
    let state = |site: &Site| {
        site.json("kommuner/habo/timeline.json")["entries"][1]["state"].as_str().map(str::to_owned)
    };
    let mut site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/habo/2018/overenskommelse.md",
            "+++\nkind = \"agreement\"\ntitle = \"Samverkan i Håbo\"\nperiod = 2018\n\
             follow_ups_planned = [\"2018-05\"]\n+++\n\nFler patruller i centrum.\n",
        )
        .today("2018-05-31")
        .build();
    assert_eq!(state(&site).as_deref(), Some("upcoming"), "on the last day of the month");

    site.set_today("2018-06-01");
    let site = site.build();
    assert_eq!(state(&site).as_deref(), Some("missing"), "on the day after");
    site.reports(str![[r#"
advice no-signatories content/kommuner/habo/2018/overenskommelse.md:3
advice no-source content/kommuner/habo/2018/overenskommelse.md:3
warning follow-up-overdue content/kommuner/habo/2018/overenskommelse.md:5
"#]]);
}

#[test]
fn the_guide_quotes_this_file_as_it_is() {
    let (_, example) = include_str!("example.rs").split_once("#[test]\n").expect("a test");
    let (example, _) = example.split_once("\n#[test]").expect("another test");
    let guide = include_str!("../CONTRIBUTING.md");
    assert!(guide.contains(example), "CONTRIBUTING.md quotes another test than:\n{example}");
}
