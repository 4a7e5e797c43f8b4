//! Personal data is found in what a page will show, however it is written and wherever it is from.

use crate::bounded::{check, notice, plain_site, titled, with};

const FILE: &str = "content/kommuner/orust/prov.md";

/// Checks that the file has one error of this code, on this line.
#[track_caller]
fn one(text: &str, code: &str, line: u64) {
    let report = check(&plain_site().write(FILE, text));
    let told = report.of(FILE).into_iter().filter(|told| told.code == code);
    let lines: Vec<Option<u64>> = told.map(|told| told.line).collect();
    assert_eq!(lines, [Some(line)], "{text}: {:#?}", report.told);
}

#[test]
fn a_number_is_found_however_markdown_divides_it() {
    for body in [
        "19121212-1212",
        "19121212-\n1212",
        "19121212\n-1212",
        "19121212\\-1212",
        "19121212&ndash;1212",
        "19121212&#45;1212",
        "19121212&nbsp;1212",
        "19121212&shy;1212",
        "&#49;9121212-1212",
        "**1912**1212-1212",
        "19121212-*1212*",
        "1912~~12~~12-1212",
        "`19121212`-1212",
        "19121212-`1212`",
        "1912[1212](https://exempel.se)-1212",
        "[19121212](https://exempel.se)-[1212](https://exempel.se)",
        "1912<!-- -->1212-1212",
        "1912<b>1212</b>-1212",
        "| 19121212 | 1212 |\n|---|---|\n",
        "| 19121212- | 1212 |\n|---|---|\n",
        "- 19121212-\n  1212",
        "> 19121212-\n> 1212",
        "## 191212**12-1212**",
        "![19121212\\-1212](https://exempel.se/x)",
        "Text[^1].\n\n[^1]: 19121212\\-1212",
    ] {
        let text = notice(body);
        let report = check(&plain_site().write(FILE, &text));
        let found = report.of(FILE).iter().filter(|it| it.code == "personal-number").count();
        assert_eq!(found, 1, "{body:?}: {:#?}", report.told);
    }
    one(&notice("Ett.\n\nTvå 19121212-\n1212."), "personal-number", 9);
    one(&notice("Ett.\n\nTvå **1912**1212-1212."), "personal-number", 9);
}

#[test]
fn what_only_looks_like_one_in_the_source_is_no_more_than_before() {
    for body in [
        "19121212-1213",
        "| 2019 | 1212 | 12 |\n|---|---|---|\n",
        "1912121\n\n2-1212",
        "Den 1912-12-12 och 12 12",
        "1. 19121212\n2. 1212",
    ] {
        let report = check(&plain_site().write(FILE, notice(body)));
        let found = report.of(FILE).iter().filter(|it| it.code == "personal-number").count();
        assert_eq!(found, 0, "{body:?}: {:#?}", report.told);
    }
}

#[test]
fn private_addresses_and_mobile_numbers_are_found_in_what_is_shown() {
    for body in ["namn&#64;gmail.com", "namn\\@gmail.com", "**namn**@gmail.com", "namn@gm*ail*.com"]
    {
        one(&notice(body), "private-email", 7);
    }
    for body in ["070\\-123 45 67", "**070**-123 45 67", "070&ndash;123&nbsp;45&nbsp;67"] {
        one(&notice(body), "phone-number", 7);
    }
}

#[test]
fn front_matter_is_inspected_as_it_will_be_shown() {
    for value in [
        "\"Född 1912\\u00312123-1212\"".replace("12123", "1212"),
        "\"19121212\\u002d1212\"".to_owned(),
        "\"19121212\\u00a01212\"".to_owned(),
        "\"1912\\U000000312 12-1212\"".replace("12 12", "1212"),
    ] {
        if check(&plain_site().write(FILE, titled(&value))).faults(FILE).is_empty() {
            panic!("{value}");
        }
    }
    one(&titled("\"19121212\\u002d1212\""), "personal-number", 3);
    one(&titled("\"namn\\u0040gmail.com\""), "private-email", 3);
    one(&titled("\"En \\\"citerad\\\" 19121212-1212\""), "personal-number", 3);
    one(
        &with("[[corrections]]\ndate = 2021-03-05\ntext = \"19121212\\u002d1212\""),
        "personal-number",
        7,
    );
}

#[test]
fn control_characters_in_a_value_are_refused() {
    for value in [
        "\"T:\\trygghet\\bilagor\"",
        "\"a\\u0001b\"",
        "\"a\\u007fb\"",
        "\"a\\u0085b\"",
        "\"a\\fb\"",
        "\"a\\tb\"",
        "\"C:\\nyheter\"",
        "\"\"\"a\\u0008b\"\"\"",
    ] {
        one(&titled(value), "toml-syntax", 3);
    }
    for value in ["\"rad\\nrad\"", "'T:\\trygghet'", "\"T:\\\\trygghet\"", "\"a\\u00e5\""] {
        let report = check(&plain_site().write(FILE, titled(value)));
        assert!(report.faults(FILE).is_empty(), "{value}: {:?}", report.told);
    }
    let site = plain_site().write("site.toml", "title = \"a\\u0001b\"\n");
    check(&site).tells("site.toml", "toml-syntax");
}

#[test]
fn settings_the_ledger_and_names_are_inspected_too() {
    let site = plain_site().write("site.toml", "title = \"19121212-1212\"\n");
    check(&site).tells("site.toml", "personal-number");
    let site =
        plain_site().write("site.toml", "title = \"Prov\"\npublisher = \"19121212\\u002d1212\"\n");
    check(&site).tells("site.toml", "personal-number");
    let withdrawn = "[[withdrawn]]\naddress = \"gammal.html\"\ndate = 2026-01-02\n\
                     decision = \"§ 1\"\nreason = \"Gällde 19121212-1212.\"\n";
    let site = plain_site().write("addresses.toml", withdrawn);
    check(&site).tells("addresses.toml", "personal-number");

    let attached = "[[attachments]]\nfile = \"19121212-1212.txt\"\ntitle = \"Bilaga\"";
    let path = "content/kommuner/orust/19121212-1212.txt";
    let site = plain_site().write(path, "Text.").write(FILE, with(attached));
    check(&site).tells(path, "personal-number");
    for path in ["content/kommuner/orust/19121212-1212.md", "content/19121212 1212/a.md"] {
        let site = plain_site().write(path, "+++\nkind = \"page\"\ntitle = \"Prov\"\n+++\n");
        check(&site).tells(path, "personal-number");
    }
    let accepted = "+++\nkind = \"page\"\ntitle = \"Prov\"\n\
                    accept = [{ code = \"personal-number\", reason = \"Ärendenummer.\" }]\n+++\n";
    let path = "content/19121212-1212.md";
    let report = check(&plain_site().write(path, accepted));
    assert!(report.faults(path).is_empty(), "{:?}", report.told);
}
