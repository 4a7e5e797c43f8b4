//! One word for one thing: the words that `docs/ord.md` replaces are not used in the theme's texts,
//! in messages, in the documentation or on built pages, except in the contexts listed here.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use support::{Site, html, manifest_folder};

/// Where an old word is allowed, each with the reason. In lower case, as it is written there.
const ALLOWED: &[&str] = &[
    // The official record.
    "allmän handling",
    "den handling hos kommunen eller polisen",
    // A place where something is.
    "annan plats på datorn",
    "läggas på plats",
    "frigör plats",
    "som fanns på plats",
    "det finns plats",
    "har datumen bytt plats",
    "en plats för ett värde",
    "alla platser i den inbyggda texten",
    "med sina platser ifyllda",
    "har ingen plats ”{",
    "till platsen ”{",
    "saknas platsen ”{",
    "platsen ”{{{name}}}”",
    "uppgifter om plats och kamera",
    "på en plats",
    "plats i källan",
    "plats:",
    // The name of a published table.
    "platser.csv",
    // The name of a text's placeholder, and what an editor may have written.
    "{places}",
    "inte vara ”löfte”",
    // What a webmaster must search for.
    "förbjudit inbäddning",
    // What a source says, or an editor may have written.
    "”idag”",
    // A follow-up that says what was meant to be done.
    "färre än planerat",
];

/// Swedish words that are also English ones, so they are looked for only in text that is certain to
/// be Swedish.
const ALSO_ENGLISH: &[&str] = &["sort", "sorts", "slag"];

/// A text, where it is, and its language if known.
struct Passage {
    at: String,
    text: String,
    language: Language,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Swedish,
    English,
    /// Either. Only Swedish is looked for, since in English the words of keys are everyday words.
    Unknown,
}

/// The words that have been replaced, in Swedish and English.
struct Old {
    swedish: BTreeSet<String>,
    english: BTreeSet<String>,
}

impl Old {
    fn read() -> Old {
        let table = read("docs/ord.md");
        let column = |n: usize| -> BTreeSet<String> {
            let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
            let cells = rows.filter_map(|row| row.trim_matches('|').split('|').nth(n));
            let words = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
            words.map(str::to_owned).collect()
        };
        Old { swedish: column(3), english: column(4) }
    }

    /// Every old word in a passage that is not in one of the allowed contexts.
    fn found(&self, passage: &Passage) -> Vec<String> {
        let text = passage.text.to_lowercase();
        let languages = match passage.language {
            Language::Swedish => vec![&self.swedish],
            Language::English => vec![&self.english],
            Language::Unknown => vec![&self.swedish],
        };
        let mut found = Vec::new();
        for word in languages.into_iter().flatten() {
            let unsure = passage.language != Language::Swedish;
            if unsure && ALSO_ENGLISH.contains(&word.as_str()) {
                continue;
            }
            for (at, _) in text.match_indices(word.as_str()) {
                let end = at + word.len();
                if is_whole(&text, at, end) && !is_allowed(&text, at, end) {
                    let context: String = text[at..].chars().take(50).collect();
                    found.push(format!("{}: “{word}” in “{context}”", passage.at));
                }
            }
        }
        found
    }
}

/// Whether it is not a part of a longer word, of a key or of an address.
fn is_whole(text: &str, at: usize, end: usize) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/');
    !text[..at].ends_with(part) && !text[end..].starts_with(part)
}

fn is_allowed(text: &str, at: usize, end: usize) -> bool {
    ALLOWED.iter().any(|context| {
        text.match_indices(context).any(|(start, _)| start <= at && end <= start + context.len())
    })
}

fn read(path: &str) -> String {
    let path = manifest_folder().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn assert_none(passages: &[Passage]) {
    assert!(!passages.is_empty(), "nothing was looked at");
    let old = Old::read();
    let found: Vec<String> = passages.iter().flat_map(|passage| old.found(passage)).collect();
    assert!(found.is_empty(), "docs/ord.md has other words for:\n{}", found.join("\n"));
}

/// The texts of a strings file, line by line.
fn theme(language: Language, tag: &str) -> Vec<Passage> {
    let path = format!("themes/default/strings/{tag}.toml");
    let text = read(&path);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('['));
    lines
        .map(|(n, line)| Passage {
            at: format!("{path}:{}", n + 1),
            text: line.split_once(" = ").map_or(line, |(_, text)| text).to_owned(),
            language,
        })
        .collect()
}

#[test]
fn the_theme_has_none_of_the_old_words() {
    assert_none(&theme(Language::Swedish, "sv"));
    assert_none(&theme(Language::English, "en"));
}

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// The literals of a Rust file, in order, with their lines; comments and tests are left out.
fn literals(source: &str) -> Vec<(usize, String, bool)> {
    let code = source.split("#[cfg(test)]").next().unwrap_or(source);
    let mut found = Vec::new();
    let (mut rest, mut line) = (code, 1);
    let mut before = String::new();
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("'\"'") {
            rest = &rest[3..];
        } else if c == '"' {
            let start = line;
            let mut text = String::new();
            let mut inside = rest[1..].char_indices();
            let mut end = rest.len();
            while let Some((at, c)) = inside.next() {
                match c {
                    '"' => {
                        end = at + 2;
                        break;
                    }
                    '\\' => match inside.next() {
                        Some((_, '\n')) => {
                            line += 1;
                            text.push(' ');
                        }
                        Some((_, c)) => text.push(c),
                        None => {}
                    },
                    '\n' => {
                        line += 1;
                        text.push(c);
                    }
                    c => text.push(c),
                }
            }
            rest = rest.get(end..).unwrap_or("");
            found.push((start, text, before.ends_with("text!(")));
            before.clear();
        } else {
            if c == '\n' {
                line += 1;
            }
            if !c.is_whitespace() {
                before.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}

#[test]
fn messages_have_none_of_the_old_words() {
    let mut paths = Vec::new();
    files(&manifest_folder().join("src"), &mut paths);
    let old = Old::read();
    let mut passages = Vec::new();
    for path in paths {
        let name = path.strip_prefix(manifest_folder()).expect("a file of the repository");
        let name = name.display().to_string().replace('\\', "/");
        let is_test = name.contains("/tests") || name.contains("fixture");
        if !name.ends_with(".rs") || is_test {
            continue;
        }
        for (line, text, swedish) in literals(&read(&name)) {
            // Addresses, and what editors write instead of a word of the front matter.
            if !text.contains(' ') || old.swedish.contains(&text) {
                continue;
            }
            let language = if swedish { Language::Swedish } else { Language::Unknown };
            passages.push(Passage { at: format!("{name}:{line}"), text, language });
        }
    }
    assert!(passages.len() > 500, "only {} texts were found in src", passages.len());
    assert_none(&passages);
}

/// Messages about files show how a date is written, never one that could be copied. Only the number
/// of a law and the years that the archive can be about are in them.
#[test]
fn no_message_holds_a_date() {
    let mut paths = Vec::new();
    for folder in ["src/content", "src/archive", "src/ledger", "src/site"] {
        files(&manifest_folder().join(folder), &mut paths);
    }
    let mut messages = 0;
    for path in paths {
        let name = path.strip_prefix(manifest_folder()).expect("a file of the repository");
        let name = name.display().to_string().replace('\\', "/");
        if !name.ends_with(".rs") || name.contains("/tests") || name.contains("fixture") {
            continue;
        }
        for (line, text, _) in literals(&read(&name)) {
            if !text.contains(' ') || text.contains("1900–2199") {
                continue;
            }
            messages += 1;
            let digits = text.split(|c: char| !(c.is_ascii_digit() || c == ':'));
            let year = digits
                .filter(|run| run.len() == 4)
                .find(|run| run.starts_with("19") || run.starts_with("20"));
            assert_eq!(year, None, "{name}:{line}: {text}");
        }
    }
    assert!(messages > 300, "only {messages} texts were found");
}

#[test]
fn help_has_none_of_the_old_words() {
    let site = Site::empty();
    let mut passages = Vec::new();
    for command in ["build", "check", "serve", "watch", "new", "init", "move", "verify", ""] {
        let arguments: Vec<&str> =
            [command, "--help"].into_iter().filter(|a| !a.is_empty()).collect();
        let text = site.run(&arguments).succeeds().stdout;
        passages.push(Passage {
            at: format!("{command} --help"),
            text,
            language: Language::Unknown,
        });
    }
    assert_none(&passages);
}

#[test]
fn the_documentation_has_none_of_the_old_words() {
    let mut passages = Vec::new();
    for (path, language) in [
        ("docs/handbok.md", Language::Swedish),
        ("docs/teman.md", Language::Swedish),
        ("docs/rutin-personuppgifter.md", Language::Swedish),
        ("docs/diagnostics.md", Language::Unknown),
        ("docs/front-matter.md", Language::Unknown),
        ("content/om.md", Language::Swedish),
        ("content/index.md", Language::Swedish),
        ("content/ordlista.md", Language::Swedish),
        ("content/about.md", Language::English),
        ("src/author/init/om.md", Language::Swedish),
        ("src/author/init/about.md", Language::English),
    ] {
        for (n, line) in read(path).lines().enumerate() {
            passages.push(Passage {
                at: format!("{path}:{}", n + 1),
                text: line.to_owned(),
                language,
            });
        }
    }
    assert_none(&passages);
}

/// What the program itself writes on the pages of a site: neither the words of its documents, which
/// are those of their sources, nor those of its settings, nor addresses.
fn written_by_the_program(site: &Site) -> Vec<Passage> {
    let collapsed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sources = site.files("content");
    for file in ["site.toml", "addresses.toml"] {
        if site.path(file).exists() {
            sources.insert(file.to_owned(), site.read(file).into_bytes());
        }
    }
    let sources: Vec<String> =
        sources.values().map(|bytes| collapsed(&String::from_utf8_lossy(bytes))).collect();
    let sources = sources.join("\n");
    // Titles, labels and captions occur within the program's own words too.
    let old = Old::read();
    let mut quoted: Vec<&str> = sources.split('"').skip(1).step_by(2).collect();
    quoted.extend(sources.split('"').skip(2).step_by(2));
    quoted
        .retain(|text| old.swedish.iter().any(|word| text.to_lowercase().contains(word.as_str())));
    quoted.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let mut passages = Vec::new();
    for (path, bytes) in site.published() {
        if !path.ends_with(".html") {
            continue;
        }
        // A soft hyphen divides no word.
        let page = String::from_utf8_lossy(&bytes).replace('\u{ad}', "");
        let mut texts: Vec<String> = page
            .split('<')
            .filter_map(|piece| piece.split_once('>').map(|(_, text)| collapsed(text)))
            .collect();
        for name in ["aria-label", "title", "data-legend", "data-kind", "data-focus", "data-count"]
        {
            texts.extend(html::attributes(&page, name));
        }
        for mut text in texts {
            if text.is_empty() || sources.contains(&text.replace("&amp;", "&")) {
                continue;
            }
            for quoted in &quoted {
                text = text.replace(quoted, "…");
            }
            passages.push(Passage { at: path.clone(), text, language: Language::Swedish });
        }
    }
    passages
}

#[test]
fn built_pages_have_none_of_the_old_words() {
    assert_none(&written_by_the_program(&Site::repository().build()));
    assert_none(&written_by_the_program(&Site::from("browser/site").build()));
}

/// A text that was to be filled in, such as `{year}`, must never reach a reader unfilled: then it is
/// the text of something else.
#[test]
fn no_page_shows_a_text_that_was_not_filled_in() {
    let mut complaints = Vec::new();
    for site in [Site::repository().build(), Site::from("browser/site").build()] {
        for Passage { at, text, .. } in written_by_the_program(&site) {
            let mut inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
            // The script of the filter fills this one in.
            let by_script = text.starts_with("Visar {n} av {total}");
            if !by_script
                && inside.any(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
            {
                complaints.push(format!("{at}: {text}"));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_page_says_once_which_archive_is_meant() {
    let site = Site::from("browser/site").build();
    let said = "Arkivet är den här webbplatsen, inte kommunarkivet.";
    for (path, bytes) in site.published() {
        if path.ends_with(".html") {
            let page = String::from_utf8_lossy(&bytes);
            assert_eq!(page.matches(said).count(), 1, "{path}");
        }
    }
    let english = Site::empty()
        .write("site.toml", "title = \"Archive\"\nlanguage = \"en\"\n")
        .write("content/index.md", "+++\nkind = \"page\"\ntitle = \"Archive\"\n+++\n")
        .build();
    let said = "The archive is this website, not the municipal archives.";
    assert_eq!(english.html("index.html").matches(said).count(), 1);
}

#[test]
fn an_old_word_is_found_where_it_stands_and_nowhere_else() {
    let old = Old::read();
    let found = |text: &str, language: Language| {
        old.found(&Passage { at: "here".to_owned(), text: text.to_owned(), language }).len()
    };
    assert_eq!(found("Löftet bygger på fem löften.", Language::Swedish), 1);
    assert_eq!(found("Medborgarlöften och Löftesarkivet", Language::Swedish), 0);
    assert_eq!(found("En handling, gallring av en allmän handling", Language::Swedish), 1);
    assert_eq!(found("handlingar/index.html", Language::Swedish), 0);
    assert_eq!(found("En sort till", Language::Swedish), 1);
    assert_eq!(found("of every sort", Language::Unknown), 0);
    assert_eq!(found("follow_ups_planned is planned", Language::English), 1);
}
