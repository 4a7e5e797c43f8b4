//! Embeds the default theme in the program and makes the build id: a digest of everything that
//! decides what a page looks like, so that a changed program never keeps the pages of an older one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

#[path = "src/search/table.rs"]
mod table;

const THEME: &str = "themes/default";

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for watched in ["build.rs", "Cargo.lock", "src", THEME] {
        println!("cargo::rerun-if-changed={watched}");
    }

    let theme = files(&root, THEME)?;
    let mut digest = Sha256::new();
    let mut sources = files(&root, "src")?;
    sources.extend(theme.iter().cloned());
    sources.push("Cargo.lock".to_owned());
    for path in &sources {
        let bytes = fs::read(root.join(path))?;
        digest.update((path.len() as u64).to_le_bytes());
        digest.update(path);
        digest.update((bytes.len() as u64).to_le_bytes());
        digest.update(&bytes);
    }

    let mut code = String::new();
    let _ = writeln!(code, "pub static BUILD_ID: [u8; 32] = {:?};", &digest.finalize()[..]);
    let _ = writeln!(code, "pub static THEME: &[(&str, &[u8])] = &[");
    for path in &theme {
        let name = &path[THEME.len() + 1..];
        let full = prepared(&root, &out, path)?;
        let _ = writeln!(code, "    ({name:?}, include_bytes!({:?})),", full.display().to_string());
    }
    let _ = writeln!(code, "];");
    fs::write(out.join("embedded.rs"), code)
}

/// The file as it is embedded: the script of the search with the rules of words, scripts and
/// stylesheets without what only people read, everything else as it is.
fn prepared(root: &Path, out: &Path, path: &str) -> io::Result<PathBuf> {
    let full = root.join(path);
    let text = if path.ends_with("/sokning.js") {
        let text = fs::read_to_string(&full)?;
        if text.matches(RULES).count() != 1 {
            return Err(io::Error::other(format!("{path} has no place for the rules of words")));
        }
        lean(&text.replace(RULES, &rules()))
    } else if path.ends_with(".js") {
        lean(&fs::read_to_string(&full)?)
    } else if path.ends_with(".css") {
        squeezed(&fs::read_to_string(&full)?)
    } else {
        return Ok(full);
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    let made = out.join(name);
    fs::write(&made, text)?;
    Ok(made)
}

/// Where the script of the search has the rules of words.
const RULES: &str = "{} /* the rules of words */";

/// The rules of words as an object for the script.
fn rules() -> String {
    use table::{ENDINGS, FILED_AS, LONGEST, MARKED, NO_S_AFTER, READ_AS, STOP_WORDS, VOWELS};

    let mut json = String::from("{");
    let quoted = |texts: &[&str]| {
        let texts: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
        format!("[{}]", texts.join(","))
    };
    let marked: String = MARKED.iter().collect();
    let _ = write!(json, "\"longest\":{LONGEST},\"marked\":\"{marked}\",\"vowels\":\"{VOWELS}\"");
    let read_as: Vec<String> = READ_AS.iter().map(|(c, s)| format!("\"{c}\":\"{s}\"")).collect();
    let _ = write!(json, ",\"readAs\":{{{}}}", read_as.join(","));
    let filed: Vec<String> = FILED_AS
        .iter()
        .flat_map(|(from, to)| from.chars().map(move |c| format!("\"{c}\":\"{to}\"")))
        .collect();
    let _ = write!(json, ",\"filedAs\":{{{}}}", filed.join(","));
    let _ = write!(json, ",\"stop\":{},\"noSAfter\":\"{NO_S_AFTER}\"", quoted(&STOP_WORDS));
    let endings: Vec<String> = ENDINGS
        .iter()
        .map(|one| {
            let (after, unless_s) = (quoted(one.after), u8::from(one.unless_s));
            format!("[\"{}\",{after},{},{unless_s}]", one.text, one.leaves)
        })
        .collect();
    let _ = write!(json, ",\"endings\":[{}]}}", endings.join(","));
    json
}

/// A script without the lines that are comments, and without indentation.
fn lean(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// A stylesheet without comments and indentation.
fn squeezed(css: &str) -> String {
    let mut rest = css;
    let mut without = String::with_capacity(css.len());
    while let Some(at) = rest.find("/*") {
        without.push_str(&rest[..at]);
        rest = rest[at..].find("*/").map_or("", |end| &rest[at + end + 2..]);
    }
    without.push_str(rest);
    let lines = without.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut squeezed: String = lines.flat_map(|line| [line, "\n"]).collect();
    for (long, short) in [(" {\n", "{"), (" { ", "{"), (" }\n", "}\n"), ("; ", ";"), (";\n", ";")] {
        squeezed = squeezed.replace(long, short);
    }
    squeezed
}

/// Every file below a folder, sorted, with `/` between segments; hidden ones are left out.
fn files(root: &Path, folder: &str) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(root.join(&folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{folder}/{name}");
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
