//! A `site.toml` and an `addresses.toml` with every sort of mistake: reported in that file, or
//! accepted.

use crate::bounded::{check, plain_site, run};

const KEYS: [&str; 14] = [
    "title",
    "language",
    "publisher",
    "base_url",
    "theme",
    "colour",
    "logo",
    "accessibility",
    "contact",
    "records",
    "subjects",
    "archive",
    "data",
    "publish",
];
const TYPES: [&str; 6] =
    ["7", "1.5", "true", "[[[1]]]", "{ nonsense = 1 }", "2018-02-01T10:00:00Z"];

#[test]
fn a_setting_of_the_wrong_type_is_an_error_on_its_line() {
    let text: String = KEYS.iter().map(|key| format!("{key} = NO\n")).collect();
    for wrong in TYPES {
        let report = check(&plain_site().write("site.toml", text.replace("NO", wrong)));
        for (at, key) in (1..).zip(KEYS) {
            // A table of the accessibility statement is a table; its contents are on the same line.
            let told = report.of("site.toml");
            assert!(told.iter().any(|it| it.line == Some(at)), "{key} = {wrong}: {told:#?}");
        }
    }
}

#[test]
fn broken_settings_are_told_in_the_file() {
    for broken in [
        "",
        "\u{feff}",
        "\0",
        "title",
        "title =",
        "title = \"",
        "title = \"a\"\ntitle = \"b\"",
        "title = \"\"",
        "title = \"   \"",
        "+++\ntitle = \"a\"\n+++",
        "title = \"a\"\nlanguage = \"xx\"",
        "title = \"a\"\nbase_url = \"javascript:alert(1)\"",
        "title = \"a\"\nbase_url = \"ftp://a.se/\"",
        "title = \"a\"\nbase_url = \"https://\"",
        "title = \"a\"\nbase_url = \"https://a.se/\\\"onload=x\"",
        "title = \"a\"\nbase_url = \"https://a.se/?x#y\"",
        "title = \"a\"\nbase_url = \"https://a..se/\"",
        "title = \"a\"\nbase_url = \"https://-a.se/\"",
        "title = \"a\"\nbase_url = \"https://a-.se/\"",
        "title = \"a\"\nbase_url = \"https://a.se/../x/\"",
        "title = \"a\"\nbase_url = \"https://a.se/%zz/\"",
        "title = \"a\"\nbase_url = \"https://a.se/%4/\"",
        "title = \"a\"\ntheme = \"../../etc\"",
        "title = \"a\"\ntheme = \"/etc\"",
        "title = \"a\"\ntheme = \"finns-inte\"",
        "title = \"a\"\ncolour = \"red;}body{display:none\"",
        "title = \"a\"\ncolour = \"#12345\"",
        "title = \"a\"\nlogo = \"/etc/passwd\"",
        "title = \"a\"\nlogo = \"../../../../etc/passwd\"",
        "title = \"a\"\nlogo = \"content\"",
        "title = \"a\"\nlogo = \"finns-inte.svg\"",
        "title = \"a\"\n[accessibility]\nstatus = \"bäst\"",
        "title = \"a\"\n[accessibility]\nassessed = 2018-02-31",
        "title = \"a\"\n[[accessibility]]",
        "title = \"a\"\n[[accessibility.faults]]\n",
        "title = \"a\"\nnonsense = 1",
        "title = \"a\"\nsearch = \"nej\"",
        "title = \"a\"\ncontact = \"skriv till oss\"",
        "title = \"a\"\nrecords = \"@example.se\"",
        "title = \"a\"\n[[subjects]]\nlabel = \"unga\"",
        "title = \"a\"\n[[subjects]]\nincludes = [\"unga\"]",
        "title = \"a\"\n[[subjects]]\nlabel = \"unga\"\nincludes = [\"–\"]",
        "title = \"a\"\n[archive]\ncreator = \"Kommunen\"",
        "title = \"a\"\n[data]\ncontact = \"a@example.se\"\nlicence = \"fri\"",
        "title = \"a\"\n[publish]\nto = 7",
        "title = \"a\"\n[publish]\ntoo = \"/srv\"",
        "title = \"a\"\n[publish.prov]\n",
        "title = \"a\"\n[publish.prov]\nto = \"/srv\"\n[publish.prov.mer]\nto = \"/srv\"",
        "title = \"a\"\npublish.prov = \"/srv\"",
    ] {
        let report = check(&plain_site().write("site.toml", broken));
        let told = report.of("site.toml");
        assert!(told.iter().any(|it| it.severity == "error"), "{broken:?}: {:#?}", report.told);
    }
    let latin_1 = b"title = \"L\xf6ften\"".as_slice();
    check(&plain_site().write("site.toml", latin_1)).tells("site.toml", "not-utf8");
}

#[test]
fn a_broken_ledger_is_told_in_the_file_and_never_overwritten() {
    let mut broken: Vec<String> = [
        "published",
        "published = 7",
        "published = [7, true, [], {}]",
        "published = [\"index.html\"",
        "published = [\"/etc/passwd\"]",
        "published = [\"../utanför.html\"]",
        "published = [\"a//b.html\", \"\", \" \", \"å.html\"]",
        "published = { a = 1 }",
        "nonsense = 1",
        "published = []\npublished = []",
        "withdrawn = 7",
        "[[withdrawn]]",
        "[[withdrawn]]\naddress = \"../x.html\"\ndate = 2026-02-31\ndecision = 7\nreason = \"\"",
        "<<<<<<< HEAD\npublished = []\n=======\n>>>>>>> b",
        "\0",
    ]
    .map(str::to_owned)
    .into();
    broken.push(format!("published = [\"{}.html\"]", "a".repeat(1_000)));
    for broken in broken {
        let site = plain_site().write("addresses.toml", &broken);
        let report = check(&site);
        let told = report.of("addresses.toml");
        assert!(told.iter().any(|it| it.severity == "error"), "{broken:?}: {:#?}", report.told);
        let (status, ..) = run(&site, site.command(&["build", "--quiet"]));
        assert_eq!((status, site.read("addresses.toml")), (1, broken));
    }
}
