//! The seeds of the fuzzing: the files that `fuzz/run` gives to libFuzzer.

use std::fs;
use std::path::{Path, PathBuf};

/// The files in these folders of the repository, in order of path.
pub fn files(folders: &[&str]) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    for folder in folders {
        gather(&root().join(folder), &mut paths);
    }
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a seed")).collect()
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of seeds") {
        let path = entry.expect("a seed").path();
        let is_text = path.extension().is_none_or(|it| it == "md" || it == "toml");
        if path.is_dir() {
            gather(&path, paths);
        } else if is_text {
            paths.push(path);
        }
    }
}

/// The words to insert, from a libFuzzer dictionary.
pub fn words(target: &str) -> Vec<Vec<u8>> {
    let path = root().join(format!("fuzz/words/{target}.dict"));
    let dictionary = fs::read_to_string(path).expect("a dictionary");
    let quoted = dictionary.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(bytes).collect()
}

/// Decodes a word, in which `\x0A` is one byte.
fn bytes(word: &str) -> Vec<u8> {
    let mut pieces = word.split("\\x");
    let mut bytes = pieces.next().unwrap_or("").as_bytes().to_vec();
    for piece in pieces {
        let (code, rest) = piece.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect("two hexadecimal digits"));
        bytes.extend_from_slice(rest.as_bytes());
    }
    bytes
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
