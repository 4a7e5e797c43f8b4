//! Embeds the default theme in the program and makes the build id: a digest of everything that
//! decides what a page looks like, so that a changed program never keeps the pages of an older one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

const THEME: &str = "themes/default";

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for watched in ["build.rs", "Cargo.lock", "src", THEME] {
        println!("cargo::rerun-if-changed={watched}");
    }
    // The addresses that a loader adjusts take a tenth of the program unless they are packed.
    let target = |key: &str| env::var(format!("CARGO_CFG_TARGET_{key}")).unwrap_or_default();
    if (target("OS").as_str(), target("ENV").as_str()) == ("linux", "gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
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
        let full = root.join(path);
        let _ = writeln!(code, "    ({name:?}, include_bytes!({:?})),", full.display().to_string());
    }
    let _ = writeln!(code, "];");
    fs::write(out.join("embedded.rs"), code)
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
