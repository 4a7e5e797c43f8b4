//! The handbook's first chapters and the README's tour, followed word for word in an empty folder.

#[path = "support/mod.rs"]
mod support;

use support::{Site, manifest_folder};

/// The blocks of code in a text, each with its language, in order.
fn blocks(text: &str) -> Vec<(&str, &str)> {
    let mut pieces = text.split("```");
    let mut blocks = Vec::new();
    pieces.next();
    while let Some(block) = pieces.next() {
        blocks.extend(block.split_once('\n'));
        pieces.next();
    }
    blocks
}

/// The part of a document from one heading to before another.
fn part(file: &str, from: &str, to: &str) -> String {
    let text = std::fs::read_to_string(manifest_folder().join(file)).expect("a document");
    let start = text.find(&format!("\n{from}\n")).unwrap_or_else(|| panic!("no {from} in {file}"));
    let rest = &text[start..];
    let end = rest.find(&format!("\n{to}\n")).unwrap_or_else(|| panic!("no {to} in {file}"));
    rest[..end].to_owned()
}

/// The words of a command line; what stands in quotes is one.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, piece) in line.split('"').enumerate() {
        match n % 2 {
            0 => words.extend(piece.split_whitespace().map(str::to_owned)),
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

/// Follows the blocks of a text. A document that stands in one is written into the file that the
/// last `new` made. Returns the site and how many commands were run.
fn follow(text: &str) -> (Site, usize) {
    let mut site = Site::empty();
    let mut folder = String::new();
    let mut made = String::new();
    let mut commands = 0;
    for (language, block) in blocks(text) {
        if language == "toml" && block.starts_with("+++") {
            assert!(!made.is_empty(), "there is no file to fill in:\n{block}");
            site = site.write(&made, block.replace("\n…\n", "\nText.\n"));
            continue;
        }
        if language != "sh" {
            continue;
        }
        for line in block.lines() {
            let line = line.split(" #").next().unwrap_or(line).trim();
            let words = words(line);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            match words.as_slice() {
                ["cd", name] => folder = format!("{name}/"),
                // These go on until somebody ends them, or need a server.
                ["loftesarkiv", "edit" | "serve" | "publish", ..] => {}
                ["loftesarkiv", "verify", _] => {
                    let mut command = site.command(&["verify", "public"]);
                    command.current_dir(site.path(&folder));
                    site.finish(command).succeeds();
                    commands += 1;
                }
                ["loftesarkiv", arguments @ ..] => {
                    let before = site.files("");
                    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_loftesarkiv"));
                    command.args(arguments).current_dir(site.path(&folder)).env("NO_COLOR", "1");
                    let outcome = site.finish(command);
                    assert_eq!(outcome.status, 0, "{line}\n{}{}", outcome.stdout, outcome.stderr);
                    commands += 1;
                    if arguments.first() == Some(&"new") {
                        let new = site.files("").into_keys().find(|it| !before.contains_key(it));
                        made = new.unwrap_or_else(|| panic!("{line} made nothing"));
                    }
                }
                [] => {}
                other => panic!("what is {other:?}?"),
            }
        }
    }
    (site, commands)
}

#[test]
fn the_handbook_leads_from_an_empty_folder_to_a_built_site() {
    let text = part("docs/handbok.md", "## 3. Skapa webbplatsen", "## 6. Så är en fil uppbyggd");
    let (site, commands) = follow(&text);
    assert!(commands >= 8, "{commands} commands");
    let page = site.read("loften/public/kommuner/eskilstuna/2018/medborgarlofte.html");
    assert!(page.contains("Medborgarlöfte Eskilstuna 2018") && page.contains("lofte-synlighet"));
    assert!(site.path("loften/public/kommuner/eskilstuna/lagersberg/index.html").exists());
}

#[test]
fn so_does_the_tour_of_the_readme() {
    let (site, commands) = follow(&part("README.md", "## A tour", "## Hosting"));
    assert!(commands >= 3, "{commands} commands");
    let mut build = std::process::Command::new(env!("CARGO_BIN_EXE_loftesarkiv"));
    build.args(["build", "--strict"]).current_dir(site.path("loften")).env("NO_COLOR", "1");
    site.finish(build).succeeds();
    let page = site.read("loften/public/kommuner/eskilstuna/2018/medborgarlofte.html");
    assert!(page.contains("Fler patruller till fots och i bil"), "{page}");
}

#[test]
fn every_example_of_front_matter_in_the_handbook_is_read() {
    let text = std::fs::read_to_string(manifest_folder().join("docs/handbok.md")).expect("it");
    let mut tried = 0;
    for (language, block) in blocks(&text) {
        // What shows the form of something, or is of site.toml, has no kind.
        if language != "toml" || !block.contains("kind = \"") {
            continue;
        }
        let kind = block.split("kind = \"").nth(1).and_then(|it| it.split('"').next());
        let text = match block.starts_with("+++") {
            true => block.to_owned(),
            false => format!("+++\n{block}+++\n\nText.\n"),
        };
        // A key that belongs to another file of the handbook's story leads nowhere here.
        let site =
            Site::empty().write("site.toml", "title = \"A\"\n").write("content/a/b.md", text);
        let outcome = site.run(&["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("a report");
        let wrong: Vec<&str> = report["diagnostics"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|told| told["code"].as_str())
            .filter(|code| {
                ["toml-syntax", "unknown-key", "wrong-type", "invalid-date", "unknown-value"]
                    .contains(code)
            })
            .collect();
        assert!(wrong.is_empty(), "{kind:?}: {wrong:?}\n{block}\n{}", outcome.stdout);
        tried += 1;
    }
    assert!(tried > 8, "{tried} examples");
}
