//! Every remedy that a message proposes is tried: written into the file, it mends the problem or
//! makes it another one. An editor does what the program says, and must not get the same answer.

#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use serde_json::Value;

use support::Site;

/// What is reported about one file, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    code: String,
    severity: String,
    message: String,
    help: String,
    line: usize,
    column: usize,
}

/// How a help says that a file is to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Remedy {
    /// The whole line instead.
    Line(String),
    /// What stands at the place of the problem, without its quotes.
    Word(String),
    /// The same with its quotes.
    Value(String),
}

/// The remedy that a help spells out, with its placeholders filled in; `None` if it leaves more to
/// the editor.
fn remedy(help: &str) -> Option<Remedy> {
    let filled = |text: &str| {
        let text = text.trim_end_matches('.');
        text.replace("ÅÅÅÅ-MM-DD", "2020-02-03").replace('…', "x")
    };
    if let Some((_, line)) = help.split_once("Skriv raden så här: ") {
        return Some(Remedy::Line(filled(line)));
    }
    for before in ["En period skrivs ", "Skriv bara datumet: ", "Skriv ett värde efter =, som "] {
        if let Some((_, line)) = help.split_once(before) {
            return Some(Remedy::Line(filled(line.split(", eller ").next().unwrap_or(line))));
        }
    }
    if let Some((_, value)) = help.split_once("Skriv i stället: ") {
        return Some(Remedy::Value(value.to_owned()));
    }
    if let Some((_, rest)) = help.split_once("Menade du ”")
        && let Some((word, rest)) = rest.split_once('”')
        && !rest.contains("Skriv ")
    {
        return Some(Remedy::Word(word.trim_start_matches('#').to_owned()));
    }
    let asked = help.strip_prefix("Menade du ").and_then(|rest| rest.split_once('?'));
    let asked = asked.map(|(asked, _)| asked).filter(|asked| asked.contains(" = "));
    let rest = asked.or_else(|| help.split_once("Skriv ").map(|(_, rest)| rest))?;
    let begins = |c: char| c.is_ascii_lowercase() || c == '_';
    let key: String = rest.chars().take_while(|c| begins(*c)).collect();
    if !key.is_empty() && rest[key.len()..].starts_with(" = ") {
        // What follows the value says when it is right, or names another way.
        let line = rest.split(". ").next().unwrap_or(rest).split(", eller ").next()?;
        return Some(Remedy::Line(filled(line)));
    }
    if rest.starts_with('[') && rest.ends_with(']') && !rest.contains(' ') {
        return Some(Remedy::Line(rest.to_owned()));
    }
    rest.starts_with('"').then(|| Remedy::Value(rest.to_owned()))
}

/// A text with a remedy written into it.
fn mended(text: &str, told: &Told, remedy: &Remedy) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let line = &mut lines[told.line - 1];
    match remedy {
        // One pair of several within braces.
        Remedy::Line(new)
            if line.contains('{')
                && !line.trim_start().starts_with(new.split(" =").next().unwrap_or("")) =>
        {
            let at = line.char_indices().nth(told.column - 1).map_or(line.len(), |(at, _)| at);
            let start = line[..at].rfind(['{', ',']).map_or(0, |at| at + 1);
            let end = line[at..].find([',', '}']).map_or(line.len(), |length| at + length);
            *line = format!("{} {new} {}", &line[..start], &line[end..]);
        }
        Remedy::Line(new) => *line = new.clone(),
        Remedy::Word(new) | Remedy::Value(new) => {
            let start = line.char_indices().nth(told.column - 1).map_or(line.len(), |(at, _)| at);
            let (before, rest) = line.split_at(start);
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
            let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '#');
            let (inside, after) = match quote {
                Some(quote) => {
                    let end = rest[1..].find(quote).map_or(rest.len(), |end| end + 2);
                    match remedy {
                        Remedy::Value(_) => (new.clone(), &rest[end..]),
                        _ => (format!("{quote}{new}{quote}"), &rest[end..]),
                    }
                }
                None => {
                    let end = rest.find(|c| !fits(c)).unwrap_or(rest.len());
                    let before_anchor = rest[..end].split_once('#').map_or("", |(path, _)| path);
                    let inside = match told.code.as_str() {
                        "anchor-missing" => format!("{before_anchor}#{new}"),
                        _ => new.clone(),
                    };
                    (inside, &rest[end..])
                }
            };
            *line = format!("{before}{inside}{after}");
        }
    }
    lines.join("\n")
}

/// What `check` reports about each file, without advice.
fn check(site: &Site) -> BTreeMap<String, Vec<Told>> {
    let outcome = site.run(&["check", "--all", "--format", "json", "--language", "sv"]);
    let report: Value = serde_json::from_str(&outcome.stdout)
        .unwrap_or_else(|error| panic!("{error}\n{}\n{}", outcome.stdout, outcome.stderr));
    let mut found: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for told in report["diagnostics"].as_array().expect("a list") {
        let word = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| told[key].as_u64().unwrap_or(1) as usize;
        let (severity, code) = (word("severity"), word("code"));
        if severity != "advice" {
            let (line, column) = (number("line"), number("column"));
            let (message, help) = (word("message"), word("help"));
            let told = Told { code, severity, message, help, line, column };
            found.entry(word("path")).or_default().push(told);
        }
    }
    found
}

/// Follows the remedies in every file until none is left, and returns what still is reported about
/// each. No remedy may leave its problem as it was.
#[track_caller]
fn follow(site: Site, files: &[String]) -> BTreeMap<String, Vec<Told>> {
    let (mut site, mut files) = (site, files.to_vec());
    let mut useless: Vec<String> = Vec::new();
    let mut told = check(&site);
    for _ in 0..8 {
        let mut tried: Vec<(String, Told, Remedy)> = Vec::new();
        for file in &files {
            let of_file = told.get(file).map(Vec::as_slice).unwrap_or_default();
            let first = of_file.iter().find_map(|told| Some((told, remedy(&told.help)?)));
            let Some((one, remedy)) = first else { continue };
            let text = mended(&site.read(file), one, &remedy);
            site = site.write(file, text);
            tried.push((file.clone(), one.clone(), remedy));
        }
        if tried.is_empty() {
            assert!(useless.is_empty(), "{} remedies: {}", useless.len(), useless.join("\n"));
            return told;
        }
        told = check(&site);
        for (file, before, remedy) in tried {
            let after = told.get(&file).map(Vec::as_slice).unwrap_or_default();
            let same = |it: &&Told| it.code == before.code && it.message == before.message;
            if after.iter().any(|it| same(&it)) {
                let text = site.read(&file);
                useless.push(format!("{remedy:?} leaves {before:#?}\nin:\n{text}"));
                files.retain(|other| *other != file);
            }
        }
    }
    panic!("the remedies never end: {told:#?}");
}

/// A pledge in which this stands instead of its second line, which has the title, or its third,
/// which has the period; or before its tables.
fn pledge(n: usize, line: &str) -> String {
    let key = line.trim_start().to_lowercase();
    let is = |names: &[&str]| names.iter().any(|name| key.starts_with(name));
    let kind = if is(&["kind", "typ"]) { "" } else { "kind = \"pledge\"\n" };
    let own_title = format!("title = \"Löfte {n}\"\n");
    let title = if is(&["tit"]) { "" } else { own_title.as_str() };
    let period = if is(&["period", "perod", "tid"]) { "" } else { "period = 2018\n" };
    format!(
        "+++\n{kind}{title}{period}{line}\n[[signatories]]\nname = \"Kim Exempel\"\n+++\n\nText {n}.\n"
    )
}

/// Lines that are wrong, after whose remedies the file has no error.
const LINES: &[&str] = &[
    // Periods.
    "period = { from = 2024 until = 2027 }",
    "period = { from = 2024, until = 2027",
    "period = { from: 2024, until: 2027 }",
    "period = { från = 2024, till = 2027 }",
    "period = { from 2024 until 2027 }",
    "period = { from = 2024; until = 2027 }",
    "period = { from = februari 2018, until = 2019 }",
    "period = { from = \"februari 2018\", until = 2019 }",
    "period = { from = 2018-02, until = 2019-03 }",
    "period = { from = 2018-07-01, until = tills vidare }",
    "period = { from = 2018-07-01, until = \"tills vidare\" }",
    "period = { from = 2018-7-1, until = 2019-6-30 } # läsåret",
    "period = 2024–2027",
    "period = 2024/2027",
    "period = \"2024/2027\"",
    "period = from 2024 until 2027",
    "period = från 2024 till 2027",
    "period = 2024–tills vidare",
    "period = från 2024-02-01 tills vidare",
    "period = \"2024 tills vidare\"",
    "period = 2024-2027",
    "period = \"2024–2027\"",
    "period = \"2018-02-01 - 2019-03-31\"",
    "period = ”2018”",
    "period = 2018-02",
    "period = februari 2018",
    "period = \"1 februari 2018\"",
    "period = okänd",
    "period = \"okänt\"",
    "period: 2018",
    "period: 2018-2019",
    "period 2018",
    "period == 2018",
    "period =",
    "period = # året",
    "Period = 2018",
    "perod = 2018",
    "period = true",
    // Texts.
    "title = Medborgarlöfte",
    "title = ”Medborgarlöfte”",
    "title = “Medborgarlöfte”",
    "title = \"Medborgarlöfte",
    "title = Medborgarlöfte\"",
    "title = \"Medborgarlöfte”",
    "title = 'Medborgarlöfte",
    "title: Medborgarlöfte",
    "title: \"Medborgarlöfte\"",
    "titel = \"Medborgarlöfte\"",
    "Titel: Medborgarlöfte",
    "title = \"Löftet \"Trygg\" i stan\"",
    "title = \"Medborgarlöfte\",",
    "title = \"Medborgarlöfte\";",
    "title = 2018",
    "title = [\"Medborgarlöfte\"]",
    "title = [\"Löftet ”Trygg” \\\\ i stan\"]",
    "title = true",
    "title = 2018-02-01",
    "title =",
    "summary = \"H:\\Medborgarlöften\"",
    "summary = \"..\\Mål\\2018\"",
    "summary = \"T:\\trygghet\\bilagor\\nr 3\"",
    "summary = \"C:\\Users\\trygghet\"",
    "summary = \"C:\\temp\\nytt\"",
    // Lists.
    "focus = unga, trafik",
    "focus = \"unga\", \"trafik\"",
    "focus = [\"unga\" \"trafik\"]",
    "focus = [\"unga\", \"trafik\"",
    "focus = [unga, trafik]",
    "focus = [unga trafik, \"fest\"]",
    "focus = [”unga”, ”trafik”]",
    "focus = [\"unga\", trafik]",
    "focus: unga, trafik",
    "focus: [unga, trafik]",
    "fokus = [\"unga\"]",
    "ämne = [\"unga\"]",
    "ämnen: unga",
    "focus = 2018",
    "focus = [2018]",
    "follow_ups_planned = 2018-05, 2018-09",
    "follow_ups_planned = [2018-05, 2018-09]",
    "follow_ups_planned = [maj 2018]",
    "follow_ups_planned = \"maj 2018\"",
    "follow_ups_planned = [\"maj 2018\", \"2018-9\"]",
    "follow_ups_planned: maj 2018",
    // Dates.
    "signed = 2018-2-1",
    "signed = \"1 februari 2018\"",
    "signed = 1 februari 2018",
    "signed = den 1 februari 2018",
    "signed = 2018/02/01",
    "signed = 2018-02",
    "signed = februari 2018",
    "signed = 2018-02-01T10:00:00",
    "signed = \"2018-02-01 10:00\"",
    "signed = 01.02.2018",
    "signed = 20180201",
    "signed: 2018-02-01",
    "signed 2018-02-01",
    "signed =",
    "signed = [2018-02-01]",
    "signed = ja",
    "undertecknat = 2018-02-01",
    // Yes and no, and words of a list.
    "commitments_complete = nej",
    "commitments_complete = \"false\"",
    "commitments_complete = False",
    "commitments_complete = 0",
    "commitments_complete: nej",
    "wording = \"sammanfattning\"",
    "wording = summary",
    "wording = Verbatim",
    "wording: sammanfattning",
    "wording = ”summary”",
    "kind = löfte",
    "kind = \"medborgarlöfte\"",
    "kind: pledge",
    "kind = pledge",
    "kind = \"plegde\"",
    "kind = Pledge",
    "typ = \"pledge\"",
    // Headers.
    "[[sources]\npublisher = \"Håbo kommun\"",
    "[sources]]\npublisher = \"Håbo kommun\"",
    "[sources]\npublisher = \"Håbo kommun\"",
    "[[source]]\npublisher = \"Håbo kommun\"",
    "[[källor]]\npublisher = \"Håbo kommun\"",
    "[källor]\npublisher = \"Håbo kommun\"",
    "[[contact]]\nname = \"Kommunpolisen\"",
    "[kontakt]\nname = \"Kommunpolisen\"",
    "[contact\nname = \"Kommunpolisen\"",
    "[[sources]]\npublisher = Håbo kommun",
    "[[sources]]\ndated = februari 2018",
    "[[sources]]\ndated = 2018-02",
    "[[sources]]\nutgivare = \"Håbo kommun\"",
    "[[sources]]\nurl =",
    "# [[commitments]]\nid = \"synas\"\ntext = \"Synas mer.\"",
    "# [[commitments]]\nid = \"synas\"\ntext = \"Synas mer.\"\n\n[[commitments]]\nid = \"b\"\ntext = \"B.\"",
    "#[[sources]]\npublisher = \"Håbo kommun\"\nreference = \"sidan 3\"",
    "[[sources]]\npublisher = \"Håbo kommun\"\n# [[commitments]]\nid = \"a\"\ntext = \"A.\"\n[[commitments]]\nid = \"b\"\ntext = \"B.\"",
    "[[commitments]]\nid = \"Synas mer\"\ntext = \"Synas mer.\"",
    "[[commitments]]\nid = Synas mer\ntext = Synas mer.",
    "[[commitments]]\nid = 1\ntext = \"Synas mer.\"",
    // Comments of other languages.
    "// en anteckning",
    "<!-- en anteckning -->",
    "; en anteckning",
    // Places and paths.
    "municipalities = [\"Habo\"]",
    "municipalities = [\"Håbo\"]",
    "municipalities = \"habbo\"",
    "agreement = \"content/kommuner/habo/avtal.md\"",
    "agreement = \"/content/kommuner/habo/avtal.md\"",
    "agreement = \"content/Kommuner/Habo/Avtal.md\"",
    "agreement = \"../avtall.md\"",
    "agreement = \"..\\avtal.md\"",
    "agreement = ../avtal.md",
    "agreement: ../avtal.md",
    "agreement = [\"../avtal.md\"]",
    "[[attachments]]\nfile = \"content/kommuner/habo/bilaga.pdf\"\ntitle = \"Bilagan\"",
    "[[attachments]]\nfile = \"kommuner/habo/bilaga.pdf\"\ntitle = \"Bilagan\"",
    "agreement = \"kommuner/habo/avtal.md\"",
    "[[attachments]]\nfile = \"../Bilaga.PDF\"\ntitle = \"Bilagan\"",
    "[[attachments]]\nfile = \"/kommuner/habo/bilga.pdf\"\ntitle = \"Bilagan\"",
];

/// What is wrong with a body.
const BODIES: &[&str] = &[
    "[avtalet](content/kommuner/habo/avtal.md)",
    "[avtalet](/content/kommuner/habo/avtal.md)",
    "[avtalet](kommuner/habo/avtal.md)",
    "[avtalet](kommuner/Håbo/../habo/avtal.md)",
    "[avtalet](../avtall.md)",
    "[avtalet](../avtal.md#maal)",
    "[målet](#mall)\n\n## Mål",
];

fn habo() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/bilaga.pdf", b"%PDF-1.4\n")
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/habo/avtal.md",
            "+++\nkind = \"agreement\"\ntitle = \"Avtal\"\nperiod = \"unknown\"\n[[attachments]]\nfile = \"bilaga.pdf\"\n\
             title = \"Avtalet\"\n+++\n\n## Mål\n\nText.\n",
        )
}

#[test]
fn a_line_that_is_proposed_is_accepted() {
    let mut site = habo();
    let mut files = Vec::new();
    let texts = LINES.iter().enumerate().map(|(n, line)| pledge(n, line));
    let bodies = BODIES
        .iter()
        .enumerate()
        .map(|(n, body)| pledge(1000 + n, "").replace(&format!("Text {}.", 1000 + n), body));
    for (n, text) in texts.chain(bodies).enumerate() {
        let file = format!("content/kommuner/habo/prov/p{n:03}.md");
        site = site.write(&file, text);
        files.push(file);
    }
    let told = check(&site);
    let unseen: Vec<&String> = files.iter().filter(|file| !told.contains_key(*file)).collect();
    assert!(unseen.is_empty(), "nothing is wrong with {unseen:?}");
    let left = follow(site, &files);
    let open: Vec<(&str, &Vec<Told>)> = files
        .iter()
        .enumerate()
        .filter_map(|(n, file)| Some((*LINES.iter().chain(BODIES).nth(n)?, left.get(file)?)))
        .filter(|(_, told)| told.iter().any(|told| told.severity == "error"))
        .collect();
    assert!(open.is_empty(), "{} are not mended: {open:#?}", open.len());
}

#[test]
fn what_is_proposed_for_the_settings_is_accepted() {
    for line in [
        "language = svenska",
        "language = \"Swedish\"",
        "språk = \"sv\"",
        "publisher = Håbo kommun",
        "utgivare = \"Håbo kommun\"",
        "search = ja",
        "search = \"nej\"",
        "search: true",
        "färg = \"#00498f\"",
    ] {
        let settings = format!("title = \"Arkivet\"\n{line}\n");
        let site = habo().write("site.toml", settings);
        let told = check(&site);
        assert!(told.contains_key("site.toml"), "nothing is wrong with {line}");
        let left = follow(site, &["site.toml".to_owned()]);
        let errors =
            left.get("site.toml").into_iter().flatten().filter(|it| it.severity == "error");
        let errors: Vec<&Told> = errors.collect();
        assert!(errors.is_empty(), "{line}: {errors:#?}");
    }
}

#[test]
fn what_is_proposed_for_a_withdrawal_is_accepted() {
    let site = || {
        let text = "+++\nkind = \"page\"\ntitle = \"P\"\n+++\n\nText.\n";
        let site = habo().write("content/kommuner/habo/bort.md", text).build();
        site.remove("content/kommuner/habo/bort.md")
    };
    for written in [
        "https://www.habo.example/loften/kommuner/habo/bort.html",
        "/kommuner/habo/bort.html",
        "content/kommuner/habo/bort.md",
        "content\\\\kommuner\\\\habo\\\\bort.md",
        "kommuner/habo/Bort.html",
        "kommuner/habo/bortt.html",
        "public/kommuner/habo/bort.html",
    ] {
        let site = site();
        let ledger = site.read("addresses.toml");
        let withdrawn = format!(
            "{ledger}\n[[withdrawn]]\naddress = \"{written}\"\ndate = 2026-11-22\ndecision = \"§ 1\"\nreason = \"Ett prov.\"\n"
        );
        let mut site = site.write("addresses.toml", withdrawn);
        let told = check(&site);
        let of_ledger = told.get("addresses.toml").unwrap_or_else(|| panic!("{written} is taken"));
        let remedies: Vec<Remedy> = of_ledger.iter().filter_map(|it| remedy(&it.help)).collect();
        let right = Remedy::Line("address = \"kommuner/habo/bort.html\"".to_owned());
        assert!(remedies.contains(&right), "{written}: {of_ledger:#?}");
        let wrong = format!("address = \"{written}\"");
        let text =
            site.read("addresses.toml").replace(&wrong, "address = \"kommuner/habo/bort.html\"");
        site = site.write("addresses.toml", text);
        assert_eq!(check(&site).get("addresses.toml"), None, "{written}");
    }
}

#[test]
fn what_is_proposed_for_an_earlier_address_is_accepted_or_says_to_strike_it() {
    for (alias, proposed) in [
        ("x.php/", Some("x.php/index.html")),
        ("avtal.pdf/", Some("avtal.pdf/index.html")),
        ("gammal/", Some("gammal/index.html")),
        ("x2.html?y", Some("x2.html")),
        ("x3.html#a", Some("x3.html")),
        ("https://www.habo.se/loften/x4.html?a=b/c", Some("loften/x4.html")),
        ("con/", None),
        ("kommuner/", None),
        ("kommuner/habo/", None),
        ("kommuner/habo/2018/", Some("kommuner/habo/2018/index.html")),
        ("sha256sums", None),
    ] {
        let text = format!(
            "+++\nkind = \"page\"\ntitle = \"Om\"\naliases = [\"{alias}\"]\n+++\n\nText.\n"
        );
        let site = habo().write("content/om.md", &text);
        let told = check(&site);
        let of_file = told.get("content/om.md").unwrap_or_else(|| panic!("{alias} is taken"));
        let [one] = &of_file[..] else { panic!("{alias}: {of_file:#?}") };
        match proposed {
            Some(proposed) => {
                assert_eq!(one.help, format!("Skriv \"{proposed}\""), "{alias}");
                let site = site.write("content/om.md", text.replace(alias, proposed));
                assert_eq!(check(&site).get("content/om.md"), None, "{alias}");
            }
            None => assert!(one.help.contains("Stryk adressen ur aliases"), "{alias}: {one:?}"),
        }
    }
}

#[test]
fn a_block_of_code_ends_as_its_remedy_says() {
    for (body, marks) in [("~~~\nkod\n", "~~~"), ("````\nx\n```\n", "````"), ("```\nkod\n", "```")]
    {
        let text = format!("+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n{body}");
        let site = habo().write("content/om.md", &text);
        let told = check(&site);
        let help = &told["content/om.md"][0].help;
        assert!(help.starts_with(&format!("Skriv {marks} på en egen rad")), "{help}");
        let site = site.write("content/om.md", text + marks + "\n");
        assert_eq!(check(&site).get("content/om.md"), None, "{body}");
    }
}

#[test]
fn a_path_outside_the_archive_is_told_as_what_it_is() {
    for (path, help) in [
        ("a@b.se", "skriv mailto:a@b.se"),
        ("www.polisen.se", "skriv https:// först"),
        ("/home/x/b.pdf", "din egen dator"),
        ("C:/a/x.md", "din egen dator"),
        ("file:///C:/a/x.md", "din egen dator"),
        ("kommuner/habo/", "Menade du ”/kommuner/habo/index.md”?"),
        ("/kommuner/Habo", "Menade du ”/kommuner/habo/index.md”?"),
        (".pdf", "Byt namn på filen eller mappen"),
        ("../.git/config", "Rätta sökvägen"),
        (".dold/a.md", "Byt namn på filen eller mappen"),
    ] {
        let text = format!("+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n[text]({path})\n");
        let told = check(&habo().write("content/om.md", &text));
        let of_file = &told["content/om.md"];
        let says = |told: &Told| told.help.contains(help) || told.message.contains(help);
        assert!(of_file.iter().any(says), "{path}: {of_file:#?}");
    }
    let wrong = "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n![En bild](kommuner/habo/avtal.md)\n";
    let site = habo().write("content/om.md", wrong);
    let told = check(&site);
    let help = &told["content/om.md"][0].help;
    assert!(help.ends_with("[länktext](kommuner/habo/avtal.md)"), "{help}");
    let site = site.write("content/om.md", wrong.replace("![", "["));
    assert_eq!(check(&site).get("content/om.md"), None);
    // A path of Windows is one problem, which says how it is written.
    let text = pledge(1, "agreement = \"C:\\Users\\x.md\"");
    let told = check(&habo().write("content/kommuner/habo/p.md", text));
    let errors = told["content/kommuner/habo/p.md"].iter().filter(|it| it.severity == "error");
    let codes: Vec<&str> = errors.map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["toml-syntax"]);
}

/// What is said of an outcome without a commitment to belong to is about what is followed up, and no
/// key is proposed that a file of that kind does not have.
#[test]
fn an_outcome_of_what_is_not_there_is_told_in_the_words_of_what_is_followed_up() {
    for (kind, commitments, message, help) in [
        (
            "action-plan",
            "",
            "Ingen åtgärd med id ”a”",
            "Åtgärdsplanen har inga åtgärder att sätta resultat på. Lägg till dem där, under [[commitments]],",
        ),
        (
            "action-plan",
            "\n[[commitments]]\nid = \"belysning\"\ntext = \"Vi lyser upp.\"",
            "Ingen åtgärd med id ”a”",
            "Åtgärderna har id: belysning.",
        ),
        (
            "agreement",
            "",
            "Inget åtagande med id ”a”",
            "Överenskommelsen har inga åtaganden att sätta resultat på. Skriv resultatet för hela överenskommelsen",
        ),
        (
            "pledge",
            "",
            "Inget åtagande med id ”a”",
            "eller skriv resultatet för hela medborgarlöftet",
        ),
    ] {
        let of = format!(
            "+++\nkind = \"{kind}\"\ntitle = \"Det som följs upp\"\nperiod = 2020{commitments}\n+++\n"
        );
        let follow_up = "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2021-02-01\n\
            follows_up = \"det.md\"\nassessed_by = \"Håbo kommun\"\n\n[[outcomes]]\ncommitment = \"a\"\n\
            text = \"Så gick det.\"\n+++\n";
        let site = habo()
            .write("content/kommuner/habo/2020/det.md", &of)
            .write("content/kommuner/habo/2020/uppfoljning.md", follow_up);
        let told = check(&site);
        let missing: Vec<&Told> =
            told.values().flatten().filter(|told| told.code == "commitment-missing").collect();
        assert_eq!(missing.len(), 1, "{kind}: {told:#?}");
        assert!(missing[0].message.contains(message), "{kind}: {}", missing[0].message);
        assert!(missing[0].help.contains(help), "{kind}: {}", missing[0].help);
        // What it says for the measures of a plan is a key that a plan may have.
        if kind == "action-plan" && commitments.is_empty() {
            let with =
                of.replace("\n+++\n", "\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"\n+++\n");
            let told = check(&site.write("content/kommuner/habo/2020/det.md", &with));
            let errors = told.values().flatten().filter(|told| told.severity == "error");
            assert_eq!(errors.count(), 0, "{told:#?}");
        }
    }
}

/// The name of a municipality is proposed as it is written, with its genitive.
#[test]
fn the_name_that_is_proposed_for_a_municipality_is_its_own() {
    for (code, name) in
        [("1441", "Lerums kommun"), ("1415", "Stenungsunds kommun"), ("1438", "Dals-Eds kommun")]
    {
        let place = |title: &str| {
            format!("+++\nkind = \"municipality\"\ntitle = \"{title}\"\ncode = \"{code}\"\n+++\n")
        };
        let site = habo().write("content/kommuner/annan/index.md", place("Vår bygd"));
        let told = check(&site);
        let helps: Vec<&str> = told.values().flatten().map(|told| told.help.as_str()).collect();
        assert!(helps.iter().any(|help| help.contains(&format!("”{name}”"))), "{helps:?}");
        let told = check(&site.write("content/kommuner/annan/index.md", place(name)));
        assert!(
            told.values().flatten().all(|told| told.code != "unknown-municipality-code"),
            "{told:#?}"
        );
    }
}

#[test]
fn markup_that_was_not_meant_is_mended_as_its_remedy_says() {
    for (wrong, proposed, right) in [
        (">5 procent ska minska.", "\\>5", "\\>5 procent ska minska."),
        ("> 5 procent, sade hon.\n>Ja.\n\n>7 procent.", "ett blanksteg efter >", "> 7 procent."),
        ("| a | b |\n| 1 | 2 |", "|---|---|", "| a | b |\n|---|---|\n| 1 | 2 |"),
        (
            "Text:\n| a | b |\n|---|\n| 1 | 2 |",
            "tom rad före",
            "Text:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        ),
        ("####### sju", "Skriv ##", "## sju"),
        ("> [!NOTE]\n> Text.", "\\[", "> \\[!NOTE]\n> Text."),
        ("- [x] klart", "\\[", "- \\[x] klart"),
        ("Det är ==viktigt==.", "**fetstil**", "Det är **viktigt**."),
        ("En rad.\n---\nmer", "tom rad före ---", "En rad.\n\n---\nmer"),
        ("Citat följer:\n=====", "ta bort ===", "Citat följer:"),
        ("En rad om det.\n---\n", "skriv ## framför", "## En rad om det."),
        ("Det är ** fett **.", "intill orden", "Det är **fett**."),
        ("- a\n\u{a0}\u{a0}- b", "två vanliga blanksteg", "- a\n  - b"),
        ("x[^1]\n\n[^1]:", "efter kolonet", "x[^1]\n\n[^1]: Not."),
        ("## Mål {#a .polisen}", "ta bort det", "## Mål {#a}"),
        (
            "[K]\n\n[K]: https://example.se \"Ja, vi lovar\"",
            "ta bort dem",
            "[K]\n\n[K]: https://example.se",
        ),
    ] {
        let with = |body: &str| format!("+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n{body}\n");
        let site = habo().write("content/om.md", with(wrong));
        let told = check(&site);
        let of_file = told.get("content/om.md").unwrap_or_else(|| panic!("{wrong} is taken"));
        let [one] = &of_file[..] else { panic!("{wrong}: {of_file:#?}") };
        assert!(one.help.contains(proposed), "{wrong}: {one:#?}");
        let site = site.write("content/om.md", with(right));
        assert_eq!(check(&site).get("content/om.md"), None, "{right}");
    }
}

#[test]
fn a_wrong_kind_hides_nothing_else_that_is_wrong() {
    let of = |first: &str| {
        let text = format!(
            "+++\n{first}title = \"Löfte\"\nperiod = 2018\nagreement = \"../2016/nej.md\"\nreplaces = \"x.md\"\n\
             follow_ups_planned = [\"2018-13\"]\nmunicipalities = [\"haabo\"]\n\n[[signatories]]\nname = \"Kim Exempel\"\n\n\
             [[commitments]]\nid = \"A b\"\ntext = \"Ett.\"\n\n[[commitments]]\nid = \"b\"\n+++\n\n[text](nej.md)\n"
        );
        let file = "content/kommuner/habo/2018/p.md";
        let mut told = check(&habo().write(file, text)).remove(file).unwrap_or_default();
        told.retain(|it| it.severity == "error");
        told.into_iter().map(|it| it.code).collect::<Vec<String>>()
    };
    let mut others = of("kind = \"pledge\"\n");
    others.sort_unstable();
    assert_eq!(
        others,
        [
            "invalid-date",
            "link-missing",
            "missing-key",
            "reference-missing",
            "reference-missing",
            "unknown-place",
            "unknown-value"
        ]
    );
    for (first, own) in [
        ("knd = \"pledge\"\n", "unknown-key"),
        ("kind = \"pledg\"\n", "unknown-kind"),
        ("kind = \"medborgarlöfte\"\n", "unknown-kind"),
        ("kind = 3\n", "wrong-type"),
        ("kind = \"protokoll\"\n", "unknown-kind"),
        ("", "missing-key"),
    ] {
        let mut told = of(first);
        let at = told.iter().position(|code| code == own);
        told.remove(at.unwrap_or_else(|| panic!("{first}: no {own} in {told:?}")));
        told.sort_unstable();
        assert_eq!(told, others, "{first}");
    }
}
