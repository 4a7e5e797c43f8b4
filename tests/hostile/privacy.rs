//! Personal data is found in what a page will show, however it is written and wherever it is from.

use crate::bounded::{check, notice, plain_site, titled, with};

pub const FILE: &str = "content/kommuner/orust/prov.md";

/// Checks that the file has one error of this code, on this line.
#[track_caller]
pub fn one(text: &str, code: &str, line: u64) {
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

#[test]
fn a_comment_hides_no_part_of_a_number() {
    for body in [
        "Kim 121212<!-- x -->-1212",
        "Kim 121212-<!-- abc\ndef -->1212",
        "12<!-- a -->12<!-- b -->12-1212",
        "<!-- a -->121212<!-- b -->-1212",
        "<!-- a -->121212-<b>1212</b>",
        "121212[-](https://exempel.se)1212",
        "Kim [121212](https://exempel.se/lank)-1212",
    ] {
        let text = "+++\nkind = \"page\"\ntitle = \"S\"\n+++\n".to_owned() + body + "\n";
        let report = check(&plain_site().write("content/a.md", &text));
        let told = report.of("content/a.md");
        let found = told.iter().filter(|it| it.code == "personal-number").count();
        assert_eq!(found, 1, "{body:?}: {:#?}", report.told);
    }
}

#[test]
fn a_text_over_several_lines_is_inspected_as_it_will_be_shown() {
    for value in [
        "\"\"\"121212-\n1212\"\"\"",
        "'''Kim 19121212\n-1212'''",
        "\"\"\"\nKim 19121212-\n  1212, Håbo\"\"\"",
        "\"\"\"121212-\\\n   1212\"\"\"",
    ] {
        one(&with(&format!("summary = {value}")), "personal-number", 5);
        one(
            &with(&format!("[[corrections]]\ndate = 2021-03-05\ntext = {value}")),
            "personal-number",
            7,
        );
        one(&with(&format!("[[sources]]\ntitle = {value}")), "personal-number", 6);
    }
    one(
        &with("summary = \"\"\"namn@\ngm\\u0061il.com namn@gm\\u0061il.com\"\"\""),
        "private-email",
        5,
    );
    for value in ["\"\"\"år 2018\n1212 fall\"\"\"", "\"\"\"121212-\n1213\"\"\""] {
        let report = check(&plain_site().write(FILE, with(&format!("summary = {value}"))));
        assert!(report.faults(FILE).is_empty(), "{value}: {:?}", report.told);
    }
}

#[test]
fn a_published_file_is_inspected_as_its_readers_see_it() {
    let told = |name: &str, bytes: &str| {
        let text = with(&format!("[[attachments]]\nfile = \"{name}\"\ntitle = \"Bilaga\""));
        let path = format!("content/kommuner/orust/{name}");
        let report = check(&plain_site().write(FILE, text).write(&path, bytes));
        report.of(&path).iter().map(|it| (it.code.clone(), it.line)).collect::<Vec<_>>()
    };
    let number = |line| ("personal-number".to_owned(), Some(line));
    for (name, bytes, line) in [
        ("a.txt", "121212-\r\n1212", 1),
        ("a.txt", "Ett.\n\nKim 19121212\n-1212, Håbo", 3),
        ("a.log", "Kim 121212\n1212 i Håbo", 1),
        ("a.csv", "121212;1212", 1),
        ("a.csv", "Namn;Född;Sista\nKim;\"121212\";\"1212\"\n", 2),
        ("a.csv", "121212,1212", 1),
        ("a.tsv", "19121212\t-1212", 1),
        ("a.rtf", "{\\rtf1 121212\\-1212}", 1),
        ("a.rtf", "{\\rtf1 Kim\n{\\b 121212}-1212}", 2),
        ("a.rtf", "{\\rtf1 121212\\u8211?1212}", 1),
        ("a.json", "{\"a\":\"121212\\u002d1212\"}", 1),
        ("a.ics", "DESCRIPTION:121212-\r\n 1212", 1),
        (
            "a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>121212<tspan>-1212</tspan></text></svg>",
            1,
        ),
        (
            "a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>121212&#45;1212</text></svg>",
            1,
        ),
        ("a.xml", "<a><b>121212</b>\n<c>1212</c></a>", 1),
    ] {
        assert_eq!(told(name, bytes), [number(line)], "{name}: {bytes}");
    }
    for (name, bytes) in [
        ("a.txt", "121212\n1212\n"),
        ("a.txt", "Antal 2018:\n1212\n"),
        ("a.csv", "Datum;Klockslag\n20120112;1210\n20120112;1211\n20120112;1212\n20120112;1213\n"),
        ("a.csv", "Antal;Andel\n121212,1212;1\n"),
        ("a.json", "{\"a\":121212,\"b\":1212}"),
        ("a.rtf", "{\\rtf1{\\fonttbl{\\f0\\fnil 121212;}}-1212}"),
        (
            "a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>121212</text><text>1212</text></svg>",
        ),
    ] {
        assert_eq!(told(name, bytes), [], "{name}: {bytes}");
    }
    let email = vec![("private-email".to_owned(), Some(1))];
    assert_eq!(told("a.json", "{\"a\":\"kim\\u0040gmail.com\"}"), email);
}

#[test]
fn characters_that_no_page_can_show_are_told_wherever_they_are_from() {
    for odd in [
        "\u{b}",
        "\u{c}",
        "\u{8}",
        "\u{1b}",
        "\u{7f}",
        "\u{85}",
        "\u{fffe}",
        "\u{2028}",
        "\u{feff}",
        "\u{e0041}",
        "\u{e000}",
    ] {
        one(&notice(&format!("Ett{odd}ord.")), "garbled-text", 7);
    }
    for escape in ["\\u202e", "\\u00ad", "\\u2028", "\\ufffe", "\\U000E0041", "\\ue000"] {
        one(&titled(&format!("\"a{escape}b\"")), "garbled-text", 3);
    }
    for entity in
        ["&shy;", "&#173;", "&#8238;", "&#xE000;", "&#1;", "&#x200B;", "&#x85;", "&#xFFFE;", "&#0;"]
    {
        one(&notice(&format!("Ett{entity}ord.")), "garbled-text", 7);
        one(&notice(&format!("Ett **ord{entity}ord**.")), "garbled-text", 7);
        one(&notice(&format!("[Ett{entity}ord](https://exempel.se).")), "garbled-text", 7);
    }
    one(&notice("[Ett ord](https://exempel.se/a&shy;b)."), "garbled-text", 7);
    one(&notice("[Ett ord](https://exempel.se \"Ett&shy;ord\")."), "garbled-text", 7);
    one(&notice("Ett M&Atilde;&para;te."), "garbled-text", 7);
    for right in ["&nbsp;", "&ndash;", "&amp;", "&ouml;", "&zwj;", "&#8239;"] {
        let report = check(&plain_site().write(FILE, notice(&format!("Ett{right}ord, `&shy;`."))));
        assert!(report.faults(FILE).is_empty(), "{right}: {:?}", report.told);
    }
    let report = check(&plain_site().write(FILE, titled("\"a\\u00e5\\u2013b\"")));
    assert!(report.faults(FILE).is_empty(), "{:?}", report.told);
}
