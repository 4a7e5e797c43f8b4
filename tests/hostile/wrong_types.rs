//! Every key of every kind with every type of TOML that it cannot have: an error on that very line.

use loftesarkiv::schema::{Kind, keys_of};

use crate::bounded::{check, plain_site};

const VALUES: [&str; 9] = [
    "-7",
    "99999999999999999999999999",
    "1.5e300",
    "nan",
    "true",
    "[[[[[[[[1]]]]]]]]",
    "{ nonsense = { nonsense = 1 } }",
    "[{ nonsense = 1 }, 2, \"tre\"]",
    "2018-02-01T10:00:00+02:00",
];

const SWITCHES: [&str; 7] = [
    "draft",
    "third_party",
    "decorative",
    "acting",
    "includes_pledge",
    "commitments_complete",
    "original",
];

const SINGLE: [&str; 3] = ["contact", "ended", "period"];

#[test]
fn a_key_of_the_wrong_type_is_an_error_on_its_own_line() {
    let mut site = plain_site();
    let mut expected = Vec::new();
    for (number, kind) in Kind::ALL.iter().enumerate() {
        for (table, key) in keys_of(*kind) {
            for (which, value) in VALUES.iter().enumerate() {
                if *value == "true" && SWITCHES.contains(&key) {
                    continue;
                }
                let path = path(*kind, &format!("{number}-{table}-{key}-{which}"));
                let (text, line) = file(*kind, table, key, value);
                site = site.write(&path, text);
                expected.push((path, line, format!("{kind:?}: [{table}] {key} = {value}")));
            }
        }
    }
    assert!(expected.len() > 2000, "{}", expected.len());
    let report = check(&site);
    let mut told = std::collections::HashSet::new();
    for problem in report.told.iter().filter(|problem| problem.severity == "error") {
        told.insert((problem.path.as_str(), problem.line));
    }
    let missed: Vec<_> = expected
        .iter()
        .filter(|(path, line, _)| !told.contains(&(path.as_str(), Some(*line))))
        .map(|(_, _, what)| what)
        .collect();
    assert!(missed.is_empty(), "{} taken without a word: {missed:#?}", missed.len());
}

/// The file, and the line of the key.
fn file(kind: Kind, table: &str, key: &str, value: &str) -> (String, u64) {
    let name = kind.as_str();
    match (table, key) {
        ("", "kind") => (format!("+++\nkind = {value}\n+++\n"), 2),
        ("", _) => (format!("+++\nkind = \"{name}\"\n{key} = {value}\n+++\n"), 3),
        _ => {
            let header =
                if SINGLE.contains(&table) { format!("[{table}]") } else { format!("[[{table}]]") };
            (format!("+++\nkind = \"{name}\"\n{header}\n{key} = {value}\n+++\n"), 4)
        }
    }
}

fn path(kind: Kind, name: &str) -> String {
    let name = name.replace('_', "-");
    match kind {
        Kind::Municipality => format!("content/kommuner/{name}/index.md"),
        Kind::PoliceArea => format!("content/lokalpolisomraden/{name}/index.md"),
        Kind::District => format!("content/stadsdelar/{name}/index.md"),
        _ => format!("content/kommuner/orust/{name}.md"),
    }
}
