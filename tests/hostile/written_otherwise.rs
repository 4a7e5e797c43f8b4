//! Personal data is found in the addresses of links and files, in the records of packages, and however
//! people write it.

use crate::bounded::{check, notice, plain_site, titled, with};
use crate::privacy::{FILE, one};

#[test]
fn the_address_of_a_link_hides_no_personal_data() {
    for body in [
        "[x](https://a.se/?p=19121212%2D1212)",
        "[x](https://a.se/?p=19121212%E2%80%911212)",
        "[x](https://a.se/?p=1912%31212-1212)",
        "[x](https://a.se/?p=19121212&#45;1212)",
        "[x](https://a.se/?p=19121212\\-1212)",
        "[x](https://a.se/?p=19121212&#37;2D1212)",
        "[x](https://a.se/?p=19121212%252D1212)",
        "[x](<https://a.se/19121212%201212>)",
        "<https://a.se/?p=19121212%2d1212>",
        "[x]\n\n[x]: https://a.se/?p=19121212%2D1212",
        "![x](https://a.se/?p=19121212%2D1212)",
        "[x](https://a.se \"19121212\\-1212\")",
        "[x](https://a.se \"19121212&#45;1212\")",
        "[x](mailto:registrator@a.se?subject=19121212%2D1212)",
    ] {
        let report = check(&plain_site().write(FILE, notice(body)));
        let found = report.of(FILE).iter().filter(|it| it.code == "personal-number").count();
        assert_eq!(found, 1, "{body:?}: {:#?}", report.told);
    }
    for body in [
        "[x](mailto:namn%40gmail.com)",
        "[x](mailto:n%61mn@gm%61il.com)",
        "[x](mailto:namn&#64;gmail.com)",
        "[x](mailto:namn&commat;gmail.com)",
        "[x](https://a.se/?till=namn%2540gmail.com)",
    ] {
        let report = check(&plain_site().write(FILE, notice(body)));
        let found = report.of(FILE).iter().filter(|it| it.code == "private-email").count();
        assert_eq!(found, 1, "{body:?}: {:#?}", report.told);
    }
    one(
        &with("[[sources]]\ntitle = \"a\"\nurl = \"https://a.se/?p=19121212%2D1212\""),
        "personal-number",
        7,
    );
    one(
        &with("[[sources]]\ntitle = \"a\"\nurl = \"https://a.se/?p=19121212\\u00252D1212\""),
        "personal-number",
        7,
    );
    let site = plain_site().write(
        "site.toml",
        "title = \"Prov\"\n[accessibility]\nstatus = \"full\"\n\
         contact_url = \"https://a.se/?p=19121212%2D1212\"\n",
    );
    check(&site).tells("site.toml", "personal-number");
    for body in [
        "[x](https://a.se/?p=19121212%2D1213)",
        "[x](https://a.se/2016-06-01%20%E2%80%93%202019-12-31)",
        "[x](mailto:registrator%40habo.example.se)",
        "[x](https://a.se/%C3%85k%C3%A9%20212000-0357)",
        "Ökade med 12 %12 1212.",
        "100%",
    ] {
        let report = check(&plain_site().write(FILE, notice(body)));
        let told = report.of(FILE);
        let found = told.iter().any(|it| matches!(&*it.code, "personal-number" | "private-email"));
        assert!(!found, "{body:?}: {told:#?}");
    }
}

#[test]
fn a_number_may_be_written_as_only_people_write_it() {
    for body in [
        "19121212--1212",
        "121212--1212",
        "19121212 (1212)",
        "19121212-(1212",
        "19121212)-1212",
        "19121212) 1212",
        "1912.12.12-1212",
        "1912.12.12 1212",
        "12.12.12-1212",
        "1912/12/12-1212",
        "12/12/12–1212",
        "1912.12.12.1212",
        "1912․12․12-1212",
        "１９１２．１２．１２－１２１２",
    ] {
        one(&notice(&format!("Kim, {body}, Håbo.")), "personal-number", 7);
        one(&titled(&format!("\"Kim {body}\"")), "personal-number", 3);
    }
    for body in [
        "1912.12.12-1213",
        "Den 12.12.12 kl. 12.12",
        "2016.06.01-2019.12.31",
        "2016.06.01 – 2019.12.31",
        "12.12.12.1212.5",
        "1.12.12.12-1212",
        "1912.13.12-1212",
        "1912.12.12–12124",
        "Avsnitt 12.12.12, sid 1212",
        "Antalet var 121212 (1212)",
        "Den 12.12.12 1212",
        "Den 12/12/12 1212",
        "19121212(1212)",
        "(19121212), 1212",
        "19121212---1212",
    ] {
        let report = check(&plain_site().write(FILE, notice(body)));
        let found = report.of(FILE).iter().filter(|it| it.code == "personal-number").count();
        assert_eq!(found, 0, "{body:?}: {:#?}", report.told);
    }
}

#[test]
fn the_address_of_a_file_is_inspected_as_it_will_be_published() {
    for name in ["19121212_1212", "1912.12.12-1212", "19121212,1212", "Kim_19121212_1212_(kopia)"] {
        let attached = format!("[[attachments]]\nfile = \"{name}.txt\"\ntitle = \"Bilaga\"");
        let path = format!("content/kommuner/orust/{name}.txt");
        let site = plain_site().write(&path, "Text.").write(FILE, with(&attached));
        check(&site).tells(&path, "personal-number");
        let path = format!("content/kommuner/orust/{name}.md");
        check(&plain_site().write(&path, notice("Text."))).tells(&path, "personal-number");
    }
    for name in ["20191112_131415", "KS-2020_42.142", "19121212_1213", "2016-06-01_2019-12-31"] {
        let path = format!("content/kommuner/orust/{name}.md");
        let report = check(&plain_site().write(&path, notice("Text.")));
        assert!(report.faults(&path).is_empty(), "{name}: {:?}", report.told);
    }
}

#[test]
fn a_record_of_a_package_is_inspected_where_somebody_writes_in_it() {
    let record = "year = 2020\nsealed = 2021-01-01\npackage = \"p\"\n\
                  mets_sha256 = \"1212121212abcdef1111111111111111111111111111111111111111111111111\"\n\
                  zip_sha256 = \"2222222222222222222222222222222222222222222222222222222222222222\"\n\
                  received = 2021-02-01\nreference = \"REFERENCE\"\n";
    let record = record.replace("1111\"\nzip", "111\"\nzip");
    let told = |reference: &str| {
        let text = record.replace("REFERENCE", reference);
        let report = check(&plain_site().write("seals/2020.toml", text));
        let told = report.of("seals/2020.toml").into_iter().map(|it| (it.code.clone(), it.line));
        told.collect::<Vec<_>>()
    };
    let number = [("personal-number".to_owned(), Some(7))];
    for reference in ["KS 121212-1212", "121212%2D1212", "1912.12.12-1212", "121212\\u002d1212"] {
        assert_eq!(told(reference), number, "{reference}");
    }
    assert_eq!(told("kim@gmail.com"), [("private-email".to_owned(), Some(7))]);
    assert_eq!(told("KS 2021/42"), []);
}
