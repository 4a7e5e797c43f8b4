//! One error hides no other: of a file in which something required is wrong or missing, everything
//! that it does say is judged, and so is what other files say of it.

use crate::support::Site;

const HABO: &str = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";

fn habo() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", HABO)
        .write(
            "content/kommuner/habo/lofte.md",
            "+++\nkind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2025\n[[sources]]\npublisher = \"Håbo kommun\"\n\
             [[signatories]]\nname = \"Kim Exempel\"\n[[commitments]]\nid = \"synas\"\ntext = \"Synas mer.\"\n+++\n\n## Mål\n\nText.\n",
        )
}

const FILE: &str = "content/kommuner/habo/fel.md";

/// The errors about a file, `line code`, in order.
#[track_caller]
fn errors_of(site: &Site, file: &str) -> Vec<String> {
    let outcome = site.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("a report");
    let told = report["diagnostics"].as_array().expect("a list").iter();
    told.filter(|told| told["severity"] == "error" && told["path"] == file)
        .map(|told| format!("{} {}", told["line"], told["code"].as_str().unwrap_or_default()))
        .collect()
}

/// What every faulty document of these tests has wrong besides its first lines: from the seventh
/// line on, a reference, a place, an attachment without a title, an image, a link and an anchor.
const REST: &str = "replaces = \"../2016/finns-inte.md\"\nmunicipalities = [\"habbo\"]\n\
    [[attachments]]\nfile = \"saknas.pdf\"\ntitle = \"Saknas\"\n[[images]]\nfile = \"bild.png\"\nalt = \"En bild\"\n\
    +++\n\n[a](finns.md) och [c](lofte.md#nix) och [d](#ingen).\n";

const REST_TOLD: [&str; 7] = [
    "7 reference-missing",
    "8 unknown-place",
    "10 attachment-missing",
    "13 attachment-missing",
    "17 anchor-missing",
    "17 anchor-missing",
    "17 link-missing",
];

#[track_caller]
fn tells_the_rest(first: &str, own: &[&str]) {
    let site = habo().write(FILE, format!("+++\n{first}\n{REST}"));
    let mut expected: Vec<String> = own.iter().chain(&REST_TOLD).map(|&it| it.to_owned()).collect();
    let mut told = errors_of(&site, FILE);
    let place = |it: &String| {
        let (line, code) = it.split_once(' ').expect("a line");
        (line.parse::<usize>().expect("a number"), code.to_owned())
    };
    expected.sort_by_key(place);
    told.sort_by_key(place);
    assert_eq!(told, expected, "{first}");
}

#[test]
fn a_wrong_or_missing_value_hides_nothing_else() {
    let kind = "kind = \"pledge\"";
    let title = "title = \"Fel\"";
    for (keys, own) in [
        ("period = \"2018-13\"", "4 invalid-date"),
        ("period = \"hela året\"", "4 invalid-date"),
        ("period = {}", "4 missing-key"),
        ("period = [2018]", "4 wrong-type"),
        ("period = true", "4 wrong-type"),
        ("perod = 2018", "4 unknown-key"),
        ("period = { from = 2019, until = 2018 }", "4 period-reversed"),
        ("period 2018", "4 toml-syntax"),
        ("# period = 2018", "1 missing-key"),
    ] {
        tells_the_rest(&format!("{kind}\n{title}\n{keys}\n\nsummary = \"x\""), &[own]);
    }
    let period = "period = 2018";
    for (title, own) in [
        ("title = 2018", "3 wrong-type"),
        ("titel = \"Fel\"", "3 unknown-key"),
        ("title = ”Fel”", "3 toml-syntax"),
        ("title = \"\"", "3 missing-key"),
        ("# ingen titel", "1 missing-key"),
    ] {
        tells_the_rest(&format!("{kind}\n{title}\n{period}\n\nsummary = \"x\""), &[own]);
    }
    tells_the_rest(
        &format!("{kind}\n{title}\n{period}\nsigned = \"maj\"\nsummary = [1]"),
        &["5 invalid-date", "6 wrong-type"],
    );
    // Several at once.
    tells_the_rest(
        &format!(
            "{kind}\ntitel = \"Fel\"\nperiod = \"2018-13\"\nfocus = true\nsigned = 2018-02-31"
        ),
        &["3 unknown-key", "4 invalid-date", "5 wrong-type", "6 invalid-date"],
    );
}

#[test]
fn nor_does_what_is_missing_in_another_kind_of_file() {
    let told = |text: &str| errors_of(&habo().write(FILE, text), FILE);
    let body = "+++\n\n[a](finns.md)\n";
    let follow_up = "kind = \"follow-up\"\ntitle = \"F\"";
    let outcome = "[[outcomes]]\ncommitment = \"finns-inte\"\nstatus = \"kept\"\n";
    let keys = "follows_up = \"lofte.md\"\nanswers = 2024\n";
    assert_eq!(
        told(&format!("+++\n{follow_up}\n{keys}assessed_by = \"Håbo\"\n{outcome}{body}")),
        ["1 missing-key", "5 answer-unplanned", "8 commitment-missing", "12 link-missing"],
        "no date"
    );
    assert_eq!(
        told(&format!(
            "+++\n{follow_up}\ndate = 2025-05-05\nfollows_up = \"lofte.md\"\n{outcome}{body}"
        )),
        ["1 missing-key", "7 commitment-missing", "11 link-missing"],
        "no assessor"
    );
    assert_eq!(
        told(&format!("+++\nkind = \"notice\"\ntitle = \"N\"\nabout = [\"borta.md\"]\n{body}")),
        ["1 missing-key", "4 reference-missing", "7 link-missing"]
    );
    // A kind that nobody can guess, no front matter at all, and one that ends almost as it should.
    assert_eq!(
        told(&format!("+++\nkind = \"hemligt\"\ntitle = \"N\"\n{body}")),
        ["2 unknown-kind", "6 link-missing"]
    );
    assert_eq!(told("Bara text.\n\n[a](finns.md)\n"), ["1 front-matter-missing", "3 link-missing"]);
    assert_eq!(
        told("+++\nkind = \"page\"\ntitle = 5\n---\n\n[a](finns.md)\n"),
        ["3 wrong-type", "4 front-matter-unclosed", "6 link-missing"]
    );
    // An item of a list that lacks something.
    assert_eq!(
        told(&format!(
            "+++\nkind = \"pledge\"\ntitle = \"L\"\nperiod = 2020\n[[attachments]]\nfile = \"borta.pdf\"\n[[commitments]]\nid = \"a b\"\n{body}"
        )),
        [
            "5 missing-key",
            "6 attachment-missing",
            "7 missing-key",
            "8 unknown-value",
            "11 link-missing"
        ]
    );
}

#[test]
fn nor_does_what_is_wrong_with_a_place() {
    let told = |path: &str, text: &str| errors_of(&habo().write(path, text), path);
    let body = "[[attachments]]\nfile = \"borta.pdf\"\ntitle = \"B\"\n+++\n\n[a](finns.md)\n";
    let place = "content/kommuner/orust/index.md";
    let area = "content/lokalpolisomraden/uppsala/index.md";
    for (keys, own) in [
        ("title = \"Orusts kommun\"\ncode = \"9999\"", "4 unknown-municipality-code"),
        ("title = \"Orusts kommun\"\ncode = 1421", "4 wrong-type"),
        ("title = \"Orusts kommun\"\nkod = \"1421\"", "4 unknown-key"),
        ("titel = \"Orusts kommun\"\ncode = \"1421\"", "3 unknown-key"),
    ] {
        assert_eq!(
            told(place, &format!("+++\nkind = \"municipality\"\n{keys}\n{body}")),
            [own, "6 attachment-missing", "10 link-missing"]
        );
    }
    assert_eq!(
        told(
            area,
            &format!(
                "+++\nkind = \"police-area\"\npredecessors = [\"borta.md\"]\n[[members]]\nmunicipality = \"habbo\"\n{body}"
            )
        ),
        [
            "1 missing-key",
            "3 reference-missing",
            "5 unknown-place",
            "7 attachment-missing",
            "11 link-missing"
        ]
    );
    assert_eq!(
        told(
            "content/kommuner/habo/norr/index.md",
            &format!("+++\nkind = \"district\"\ntitle = \"Norr\"\n{body}")
        ),
        ["1 missing-key", "5 attachment-missing", "9 link-missing"]
    );
    // A place in a file of the wrong name.
    assert_eq!(
        told(
            "content/kommuner/orust.md",
            &format!("+++\nkind = \"municipality\"\ntitle = \"Orust\"\ncode = \"1421\"\n{body}")
        ),
        ["1 invalid-address", "6 attachment-missing", "10 link-missing"]
    );
}

#[test]
fn what_others_say_of_a_file_with_an_error_is_judged_too() {
    let broken = |keys: &str| {
        habo()
            .write(
                FILE,
                format!(
                    "+++\nkind = \"pledge\"\ntitle = \"Fel\"\nperiod = \"2018-13\"\n{keys}[[commitments]]\nid = \"a\"\ntext = \"A.\"\n+++\n\n## Mål\n"
                ),
            )
            .write(
                "content/kommuner/habo/uppfoljning.md",
                "+++\nkind = \"follow-up\"\ntitle = \"F\"\ndate = 2025-05-05\nfollows_up = \"fel.md\"\n\
                 assessed_by = \"Håbo kommun\"\n[[outcomes]]\ncommitment = \"b\"\nstatus = \"kept\"\n[[outcomes]]\n\
                 commitment = \"a\"\nstatus = \"kept\"\n+++\n\n[m](fel.md#mal) [n](fel.md#nix)\n",
            )
            .write(
                "content/kommuner/habo/avtal.md",
                "+++\nkind = \"situation-report\"\ntitle = \"L\"\ndate = 2024\n+++\n\nText.\n",
            )
            .write(
                "content/kommuner/habo/lofte-2.md",
                "+++\nkind = \"pledge\"\ntitle = \"L2\"\nperiod = 2026\nagreement = \"fel.md\"\n+++\n\nText.\n",
            )
    };
    let site = broken("");
    assert_eq!(errors_of(&site, FILE), ["4 invalid-date"]);
    assert_eq!(
        errors_of(&site, "content/kommuner/habo/uppfoljning.md"),
        ["8 commitment-missing", "15 anchor-missing"]
    );
    assert_eq!(errors_of(&site, "content/kommuner/habo/lofte-2.md"), ["5 reference-kind"]);
    // What cannot be known is not told: which commitments there are besides one that is unreadable.
    // Its headings are known.
    let site = broken("[[commitments]]\ntext = \"B.\"\n");
    assert_eq!(errors_of(&site, "content/kommuner/habo/uppfoljning.md"), ["15 anchor-missing"]);
    // A broken draft that a published file refers to.
    let site = broken("draft = true\n");
    assert_eq!(
        errors_of(&site, "content/kommuner/habo/uppfoljning.md"),
        ["5 reference-draft", "15 reference-draft", "15 reference-draft"]
    );
}

#[test]
fn no_file_is_left_out_without_a_word() {
    for (kind, line) in [
        ("notice\"\ndate = 2020", "sources = []"),
        ("notice\"\ndate = 2020", "about = []"),
        ("notice\"\ndate = 2020", "about = [\"\"]"),
        ("notice\"\ndate = 2020", "municipalities = [\"habo\", \"\"]"),
        ("pledge\"\nperiod = 2020", "signatories = []\ncommitments = []\nextends = \"\""),
        ("pledge\"\nperiod = 2020", "attachments = []\nimages = []\naccept = []"),
        ("pledge\"\nperiod = 2020", "agreement = \"\""),
        ("pledge\"\nperiod = 2020", "[contact]"),
    ] {
        let text = format!("+++\nkind = \"{kind}\ntitle = \"Här är jag\"\n{line}\n+++\n\nText.\n");
        let site = habo().write(FILE, text);
        let errors = errors_of(&site, FILE);
        if errors.is_empty() {
            site.build().has("kommuner/habo/fel.html", "Här är jag");
        } else {
            panic!("{line}: {errors:?}");
        }
    }
}

#[test]
fn a_delimiter_within_a_text_is_said_to_end_the_front_matter() {
    let text = "+++\nkind = \"notice\"\ntitle = \"Nyhet\"\ndate = 2018\nsummary = \"\"\"\nDel ett\n+++\nDel två\n\"\"\"\n[[sources]]\npublisher = \"K\"\n+++\n\nText.\n";
    let site = habo().write(FILE, text);
    site.run(&["check"]).ends(1, &["Raden +++ (rad 7) avslutar uppgifterna mitt i texten"]);
    assert_eq!(errors_of(&site, FILE), ["5 toml-syntax"]);
    site.change(FILE, "Del ett\n+++\n", "Del ett\n").build();
    // A text that has no end at all, and a fence that is where it should be.
    let site = habo().write(
        FILE,
        "+++\nkind = \"notice\"\ntitle = \"N\"\ndate = 2018\nsummary = \"\"\"\nDel\n+++\n\nText.\n",
    );
    site.run(&["check"]).ends(1, &["slutar aldrig"]);
}
