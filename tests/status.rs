//! `status`: what needs doing, most urgent first.

mod support;

use support::Site;

fn site() -> Site {
    let document = |title: &str, keys: &str| {
        format!(
            "+++\nkind = \"agreement\"\ntitle = \"{title}\"\n{keys}\n[[signatories]]\nname = \"A\"\n[[sources]]\ntitle = \"K\"\n+++\n"
        )
    };
    Site::empty()
        .write(
            "site.toml",
            "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[accessibility]\nstatus = \"full\"\nassessed = 2026-10-01\nupdated = 2026-10-01\nmethod = \"self\"\ncontact = \"a@habo.example\"\nsupervisor = \"Digg\"\nsupervisor_url = \"https://www.digg.se/tdosanmalan\"\n",
        )
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/habo/2023/a.md",
            document("Avtal", "period = { from = 2023, until = 2026 }\nfollow_ups_planned = [\"2024-05\", \"2026-12\", \"2028\"]"),
        )
        .write("content/kommuner/habo/2019/b.md", document("Förra", "period = { from = 2019, until = 2022 }"))
        .write("content/kommuner/habo/2026/c.md", document("Utkast", "period = 2027\ndraft = true"))
}

fn kinds(site: &Site) -> Vec<String> {
    let told = site.run(&["status", "--format", "json"]).succeeds();
    let told: serde_json::Value = serde_json::from_str(&told.stdout).expect("JSON");
    let tasks = told["tasks"].as_array().expect("a list").clone();
    let name = |task: &serde_json::Value| {
        format!("{} {}", task["kind"].as_str().unwrap(), task["title"].as_str().unwrap())
    };
    tasks.iter().map(name).collect()
}

#[test]
fn the_most_urgent_comes_first_and_the_exit_status_is_zero() {
    let site = site();
    assert_eq!(
        kinds(&site),
        ["draft Utkast", "follow-up-missing Avtal", "follow-up-due Avtal", "ending Avtal"]
    );
    let site = site.write("content/trasig.md", "+++\nkind = \"page\"\n+++\n");
    assert_eq!(kinds(&site)[0], "error content/trasig.md");
    let told = site.run(&["status"]).succeeds().stdout;
    assert!(told.starts_with("Fel att rätta (1)\n"), "{told}");
}

#[test]
fn a_period_that_has_ended_is_mentioned_until_another_follows() {
    let site = site().today("2027-06-01");
    assert!(kinds(&site).contains(&"ended Avtal".to_owned()));
    let site = site.change("content/kommuner/habo/2026/c.md", "draft = true\n", "");
    assert!(!kinds(&site).iter().any(|it| it.starts_with("ended")), "{:?}", kinds(&site));
    // Six months before, and not the day before that.
    let site = site.remove("content/kommuner/habo/2026/c.md").today("2026-07-01");
    assert!(kinds(&site).contains(&"ending Avtal".to_owned()));
    let site = site.today("2026-06-30");
    assert!(!kinds(&site).contains(&"ending Avtal".to_owned()));
}
