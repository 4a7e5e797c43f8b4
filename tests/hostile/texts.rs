//! Small hostile texts, more than a hundred in one site: each is reported with its code and a line,
//! or accepted; and what was accepted becomes pages in which nothing of it is code.

use crate::bounded::{check, notice, plain_site, run, titled, with};
use crate::support::html;

/// A text and the error that it must be reported with; empty if it has none.
type Input = (Vec<u8>, &'static str);

fn encodings() -> Vec<Input> {
    let plain = notice("Löftet gäller.");
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| plain.encode_utf16().flat_map(bytes).collect();
    vec![
        (format!("\u{feff}{plain}").into(), ""),
        (format!("\u{feff}\u{feff}{plain}").into(), "front-matter-missing"),
        (utf_16(u16::to_le_bytes), "not-utf8"),
        (utf_16(u16::to_be_bytes), "not-utf8"),
        (plain.chars().map(|c| c as u8).collect(), "not-utf8"),
        (plain.replace('\n', "\r\n").into(), ""),
        (plain.replace('\n', "\r").into(), ""),
        (plain.replace('\n', "\n\r").into(), ""),
        (plain.replace('ö', "o\u{308}").into(), ""),
        (plain.replace('ö', "\0").into(), "not-utf8"),
        (plain.replace("Prov", "Pr\0v").into(), "not-utf8"),
        (plain.replace("Prov", "Pr\u{1b}[31mv").into(), "toml-syntax"),
        (plain.trim_end().into(), ""),
        (b"\xff\xfe\xfd\xfc".to_vec(), "not-utf8"),
        (b"\xed\xa0\x80".to_vec(), "not-utf8"),
        (b"\xf4\x90\x80\x80".to_vec(), "not-utf8"),
        (b"\xc0\xaf".to_vec(), "not-utf8"),
        (plain.bytes().chain([0xc3]).collect(), "not-utf8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "not-utf8"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), "not-utf8"),
        (b"PK\x03\x04\x14\0".to_vec(), "not-utf8"),
    ]
}

fn fences() -> Vec<Input> {
    [
        ("", "front-matter-missing"),
        ("\n", "front-matter-missing"),
        ("   \t \n", "front-matter-missing"),
        ("\0", "not-utf8"),
        ("+++", "front-matter-unclosed"),
        ("+++\n", "front-matter-unclosed"),
        ("+++\n+++", "missing-key"),
        ("++++\n++++\n", "front-matter-missing"),
        ("++\n++\n", "front-matter-missing"),
        ("---\nkind: notice\n---\n", "front-matter-missing"),
        ("---\nkind = \"notice\"\n---\n", "front-matter-missing"),
        ("+++\nkind = \"notice\"\n---\n", "front-matter-unclosed"),
        ("```toml\n+++\nkind = \"notice\"\n+++\n```\n", "front-matter-missing"),
        ("\n\n+++\nkind = \"notice\"\n+++\n", "missing-key"),
        (" +++\nkind = \"notice\"\n +++\n", "missing-key"),
        ("\u{a0}+++\nkind = \"notice\"\n+++\n", "missing-key"),
        ("+++ toml\nkind = \"notice\"\n+++\n", "front-matter-missing"),
        ("+++\nkind = \"\"\"\n+++\n\"\"\"\n+++\n", "toml-syntax"),
        ("{ \"kind\": \"notice\" }\n", "front-matter-missing"),
        ("<?php system('id'); ?>", "front-matter-missing"),
        ("<<<<<<< HEAD\n+++\n=======\n+++\n>>>>>>> b\n", "front-matter-missing"),
    ]
    .map(|(text, code)| (text.into(), code))
    .into()
}

fn front_matter() -> Vec<Input> {
    let date = |value: &str| titled("\"Prov\"").replace("2021-03-04", value).into();
    let mut inputs: Vec<Input> = [
        "0000-01-01",
        "9999",
        "9999-12-31",
        "2018-02-31",
        "2019-02-29",
        "2018-13-01",
        "2018-00-10",
        "2018-01-00",
        "-2018",
        "\"2018-2\"",
        "\"18-02-01\"",
        "20180201",
        "2018-02-01T10:00:00",
        "2018-02-01T10:00:00+02:00",
        "2018-02-01 10:00:00Z",
        "10:00:00",
        "99999999999999999999",
        "9223372036854775807",
        "-9223372036854775808",
        "0x7e2",
        "0b1",
        "2e3",
        "inf",
        "-nan",
        "\"２０１８\"",
        "\"2018\u{2013}02\"",
        "\"2018-02-01\\u0000\"",
    ]
    .map(|value| (date(value), "invalid-date"))
    .into();
    for inputs_of in [
        ("0x", "invalid-date"),
        ("2018-2-1", "invalid-date"),
        ("2018-02", "toml-syntax"),
        ("0000", "toml-syntax"),
        ("\"\"", "missing-key"),
        ("31 juni 2018", "toml-syntax"),
        ("", "toml-syntax"),
    ] {
        inputs.push((date(inputs_of.0), inputs_of.1));
    }
    for (lines, code) in [
        ("title = \"igen\"", "toml-syntax"),
        ("kind = \"pledge\"", "toml-syntax"),
        ("[contact]\nname = \"a\"\n[contact]\nname = \"b\"", "toml-syntax"),
        ("[[sources]]\n[sources]", "toml-syntax"),
        ("focus = [\"a\"\n", "toml-syntax"),
        ("focus = [,]", "toml-syntax"),
        ("focus = \"\"\"", "toml-syntax"),
        ("focus = '''", "toml-syntax"),
        ("focus = \"\\x\"", "toml-syntax"),
        ("focus = \"\\ud800\"", "toml-syntax"),
        ("focus = \u{201d}unga\u{201d}", "toml-syntax"),
        ("focus\u{a0}= \"unga\"", "toml-syntax"),
        ("fokus = \"unga\"", "unknown-key"),
        ("Title = \"x\"", "unknown-key"),
        ("\"\" = 1", "unknown-key"),
        ("\"\\u0000\" = 1", "unknown-key"),
        ("\"\\u202etitle\" = 1", "unknown-key"),
        ("\"tit\u{200b}le\" = 1", "unknown-key"),
        ("\"tіtle\" = 1", "unknown-key"),
        ("[a.b.c.d]\ne.f.g = 1", "unknown-key"),
        ("[[sources]]\ndate = 2018", "unknown-key"),
        ("period = { from = 2019, until = 2018 }", "unknown-key"),
        ("wording = \"Verbatim\"", "unknown-value"),
        ("type = \"\"", ""),
        ("about = \"\"", ""),
        ("about = \"../../../../../../etc/passwd\"", "reference-missing"),
        ("about = \"/\"", "reference-missing"),
        ("about = \"\\u0000\"", "missing-key"),
        ("about = \"C:\\\\Windows\\\\win.ini\"", "reference-missing"),
        ("municipalities = \"../orust\"", "unknown-place"),
        ("aliases = \"../../ut.html\"", "invalid-address"),
        ("aliases = \"/rot.html\"", "invalid-address"),
        ("aliases = \"javascript:alert(1)\"", "invalid-address"),
        ("aliases = \"a<b>.html\"", "invalid-address"),
        ("language = \"<script>\"", "unknown-value"),
        ("language = \"sv\\\" onload=\\\"x\"", "unknown-value"),
        ("[[sources]]\nurl = \"javascript:alert(1)\"", "unsafe-link"),
        ("[[sources]]\nurl = \"JaVaScRiPt:alert(1)\"", "unsafe-link"),
        ("[[sources]]\nurl = \"data:text/html,x\"", "unsafe-link"),
        (
            "[[attachments]]\nfile = \"../../../../../etc/passwd\"\ntitle = \"x\"",
            "attachment-missing",
        ),
        ("[[attachments]]\nfile = \"/dev/zero\"\ntitle = \"x\"", "attachment-missing"),
        ("[[images]]\nfile = \"x.png\"\nalt = \"x\"", "attachment-missing"),
        ("[[accept]]\ncode = \"finns-inte\"\nreason = \"x\"", "unknown-value"),
        ("[[accept]]\ncode = \"phone-number\"\nreason = \"\"", "reason-missing"),
    ] {
        inputs.push((with(lines).into(), code));
    }
    for (period, code) in [
        ("{ from = 2019, until = 2018 }", "period-reversed"),
        ("{ from = 2018-02-02, until = 2018-02-01 }", "period-reversed"),
        ("{ until = 2018 }", ""),
        ("{}", "missing-key"),
        ("\"2018-2019\"", "invalid-date"),
        ("{ from = \"31 juni 2023\" }", "invalid-date"),
    ] {
        let text = with(&format!("period = {period}")).replace("date = 2021-03-04\n", "");
        inputs.push((text.replace("notice", "pledge").into(), code));
    }
    inputs
}

/// Possible titles, all of which are to be shown as they are.
fn titles() -> Vec<Input> {
    [
        "\"</script><script>alert(1)</script>\"",
        "\"]]><x/>\"",
        "\"=cmd|'/C calc'!A0\"",
        "\"-1+1\"",
        "\"@SUM(A1)\"",
        "\"\\\"><img src=x onerror=alert(1)>\"",
        "\"{{ config }}{% raw %}\"",
        "\"&lt;&amp;&#0;&#xD800;\"",
        "\"-->\"",
        "\"\\u202eödnäv\"",
        "\"Оrust\"",
        "\"أورست שלום\"",
        "\"a\\nb\\r\\nc\"",
        "\"😀👩‍👩‍👧‍👦\"",
        "\"\\u0301\\u0301\\u0301\"",
        "\"\\uffff\\ufdd0\"",
    ]
    .map(|title| (titled(title).into(), ""))
    .into_iter()
    .chain(
        ["\"\"", "\" \"", "\"\\u2028\\u2029\"", "\"\\u200b\"", "\"\\u2066\\u2069\""]
            .map(|title| (titled(title).into(), "missing-key")),
    )
    .collect()
}

fn bodies() -> Vec<Input> {
    [
        ("[x](javascript:alert(1))", "unsafe-link"),
        ("[x](JAVASCRIPT:alert(1))", "unsafe-link"),
        ("[x](&#106;avascript:alert(1))", "unsafe-link"),
        ("[x](java&#10;script:alert(1))", "unsafe-link"),
        ("[x](<java\tscript:alert(1)>)", "unsafe-link"),
        ("[x](\u{1}javascript:alert(1))", "unsafe-link"),
        ("[x](vbscript:x)", "unsafe-link"),
        ("[x](data:text/html;base64,PHNjcmlwdD4=)", "unsafe-link"),
        ("<javascript:alert(1)>", "unsafe-link"),
        ("[x]\n\n[x]: javascript:alert(1)", "unsafe-link"),
        ("[x](file:///etc/passwd)", "unsafe-link"),
        ("![](x.png)", "image-alt-missing"),
        ("[x](../../../../../../../etc/passwd)", "link-missing"),
        ("[x](%2e%2e/%2e%2e/etc/passwd)", "link-missing"),
        ("[x](a%00b.md)", "link-missing"),
        ("[x](%ff.md)", "link-missing"),
        ("[x](#)", ""),
        ("[x](#\u{202e})", "anchor-missing"),
        ("[x](//ond.example/x)", "unsafe-link"),
        ("[x](http://[::1)", ""),
        ("[x](https://a.se/\"onmouseover=\"alert(1))", ""),
        ("<script>alert(1)</script>", ""),
        ("<img src=x onerror=alert(1)>", ""),
        ("<svg/onload=alert(1)>", ""),
        ("<iframe src=\"javascript:alert(1)\"></iframe>", ""),
        ("<!--", ""),
        ("<![CDATA[", ""),
        ("</main></body></html>", ""),
        ("{{ config }} {% include \"x\" %}", ""),
        ("# a {#x onclick=alert(1)}\n\n## b {#x}\n\n## c {#x}", "text-lost"),
        ("## \u{202e}\n\n##\n\n## \u{200b}", ""),
        ("```\n+++\nkind = \"page\"\n+++\n```", ""),
        ("+++\nkind = \"page\"\n+++", ""),
        ("| a |\n|---|\n| b | c | d | e |", "text-lost"),
        ("| a |\n|---|\n| b | | |", ""),
        ("> [Kommunen]: Ja.", "text-lost"),
        ("[a]: b.md\n[a]: c.md", "text-lost"),
        ("``` Vårt förslag\nkod\n```", "text-lost"),
        ("## Rubrik {.unga}", "text-lost"),
        ("[avtalet][nope]", "link-missing"),
        ("[avtalet] (avtal.md)", "link-missing"),
        ("![kartan] (karta.png)", "link-missing"),
        ("(avtalet)[avtal.md]", "link-missing"),
        ("Text[^nope].", "anchor-missing"),
        ("Han sade [sic] (sic) att [x] och [2018].", ""),
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> gren", "merge-conflict"),
        (">>>>>>> gren", "merge-conflict"),
        ("Rubrik\n=======\n\n> > > citat", ""),
        ("[^1] [^1] [^2]\n\n[^1]: [^1]", "anchor-missing"),
        ("[^1] [^1] [^2]\n\n[^1]: [^1]\n[^2]: b", ""),
        ("&#0; &#xD800; &#x110000; &#99999999999;", ""),
        ("\u{feff}\u{fffe}\u{10ffff}", ""),
        ("\u{2028}\u{2029}\u{85}\u{b}\u{c}", ""),
        ("19121212-1212", "personal-number"),
        ("1912\u{ad}12\u{a0}12\u{2013}12 12", "personal-number"),
    ]
    .map(|(body, code)| (notice(body).into(), code))
    .into()
}

#[test]
fn every_hostile_text_is_told_in_its_place_or_taken() {
    let inputs = [encodings(), fences(), front_matter(), titles(), bodies()].concat();
    assert!(inputs.len() >= 150, "{}", inputs.len());
    let path = |number: usize| format!("content/kommuner/orust/prov-{number}.md");
    let mut site = plain_site();
    for (number, (text, _)) in inputs.iter().enumerate() {
        site = site.write(&path(number), text);
    }
    let report = check(&site);
    let mut wrong = Vec::new();
    for (number, (text, code)) in inputs.iter().enumerate() {
        let told = report.of(&path(number));
        let mut errors = told.iter().filter(|told| told.severity == "error");
        let right = match *code {
            "" => errors.next().is_none(),
            code => errors.any(|told| told.code == code && told.line.is_some()),
        };
        if !right {
            wrong.push(format!("{:?}\n  not {code:?} but {told:?}", String::from_utf8_lossy(text)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), inputs.len(), wrong.join("\n"));

    for (number, (_, code)) in inputs.iter().enumerate() {
        if !code.is_empty() {
            site = site.remove(&path(number));
        }
    }
    let (status, _, err) = run(&site, site.command(&["build", "--quiet"]));
    assert_eq!(status, 0, "{err}");
    for (file, bytes) in site.published() {
        if file.ends_with(".html") {
            holds_no_code(&file, &String::from_utf8(bytes).expect("UTF-8"));
        } else if file.ends_with(".json") {
            let read = serde_json::from_slice::<serde_json::Value>(&bytes);
            assert!(read.is_ok(), "{file}: {read:?}");
        }
    }
}

#[track_caller]
fn holds_no_code(page: &str, text: &str) {
    assert!(!text.contains("<script>alert"), "{page} has the script of a text");
    for tag in html::tags(text) {
        assert!(tag.name != "iframe", "{page}: <{}>", tag.name);
        for (key, value) in &tag.attributes {
            assert!(!key.starts_with("on"), "{page}: <{} {key}={value:?}>", tag.name);
            let scheme: String = value.chars().filter(|c| !c.is_control()).collect();
            let scheme = scheme.trim().to_ascii_lowercase();
            assert!(!scheme.starts_with("javascript:"), "{page}: <{} {key}={value:?}>", tag.name);
        }
    }
}
