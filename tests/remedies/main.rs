//! Every remedy that a message proposes is tried: written into the file, it mends the problem or
//! makes it another one. An editor does what the program says, and must not get the same answer.

#[path = "../support/mod.rs"]
mod support;

mod slips;
mod told;

use std::collections::BTreeMap;

use serde_json::Value;

use slips::{BODIES, LINES};
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
        "base_url = \"https://habo.example//loften/\"",
        "base_url = \"https://habo.example/loften/index.html\"",
        "base_url = \"https://habo.example/loften/?a=1\"",
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
