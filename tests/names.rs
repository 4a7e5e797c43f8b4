//! One noun, one meaning: no two files of the program declare types of one name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The names that several files may declare, each with the reason. At most five.
const ALLOWED: [(&str, &str); 0] = [];

#[test]
fn paths_are_shown_by_one_function() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let shows = |path: &PathBuf| fs::read_to_string(path).unwrap().contains(".display()");
    let showing: Vec<PathBuf> = rust_files(&src).into_iter().filter(shows).collect();
    assert_eq!(showing, [src.join("shown_path.rs")], "use shown_path, which knows Windows");
}

#[test]
fn no_two_files_declare_a_type_of_the_same_name() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut declared: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for path in rust_files(&src) {
        let text = fs::read_to_string(&path).unwrap();
        for name in type_names(&text) {
            declared.entry(name).or_default().insert(path.strip_prefix(&src).unwrap().to_owned());
        }
    }
    // If the search found nothing at all, the test would pass.
    for (name, file) in [("Kind", "schema/kind.rs"), ("Archive", "archive/whole.rs")] {
        assert!(declared[name].contains(Path::new(file)), "{name} is declared in {file}");
    }

    declared.retain(|_, files| files.len() > 1);
    for (name, reason) in ALLOWED {
        assert!(declared.remove(name).is_some(), "{name} ({reason}) is declared in one file only");
    }
    assert!(declared.is_empty(), "declared in several files: {declared:#?}");
}

#[test]
fn names_are_found_in_declarations_and_vocabularies() {
    let text = r#"
/// struct Comment
pub struct A;
    enum B<'a> {}
pub(super) trait C {}
type D = ();
macro_rules! m {
    vocabulary! {
        /// Words.
        E { $(F = "f",)* }
    }
}
impl C for A {
    type G = ();
}
id! {
    I
    /// j
    J
}
#[cfg(test)]
mod tests {
    struct H;
}
"#;
    assert_eq!(type_names(text), ["A", "B", "C", "D", "E", "I", "J"]);
}

/// The files of the program itself, without its tests.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().unwrap() != "tests" {
                files.extend(rust_files(&path));
            }
        } else if path.extension().is_some_and(|it| it == "rs")
            && path.file_name().unwrap() != "tests.rs"
        {
            files.push(path);
        }
    }
    files
}

/// The types that a file declares: structs, enums, traits, unions, aliases, and those that the macros
/// `vocabulary!`, `words!` and `id!` make. Types within traits and of unit tests do not count.
fn type_names(text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut names = Vec::new();
    // The indentation of the brace that ends the macro's arguments.
    let mut end_of_macro = None;
    for line in text.lines() {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        let name = match trimmed {
            "vocabulary! {" | "words! {" | "id! {" => {
                end_of_macro = Some(indent);
                continue;
            }
            _ if end_of_macro.is_some() && trimmed.starts_with('}') => {
                end_of_macro = end_of_macro.filter(|end| *end != indent);
                continue;
            }
            _ if end_of_macro.is_some() => {
                let (name, rest) = trimmed.split_at(word_length(trimmed));
                (rest.is_empty() || rest.starts_with(" {")).then_some(name)
            }
            _ => declared_name(trimmed, indent),
        };
        names.extend(name.filter(|name| name.starts_with(char::is_uppercase)).map(str::to_owned));
    }
    names
}

/// The name of the type that a line declares.
fn declared_name(line: &str, indent: usize) -> Option<&str> {
    let line = match line.strip_prefix("pub(").and_then(|line| line.split_once(") ")) {
        Some((_, line)) => line,
        None => line.strip_prefix("pub ").unwrap_or(line),
    };
    let (word, rest) = line.split_once(' ')?;
    let declares = match word {
        "struct" | "enum" | "trait" | "union" => true,
        "type" => indent == 0,
        _ => false,
    };
    declares.then(|| &rest[..word_length(rest)])
}

fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}
