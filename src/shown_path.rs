//! A path as somebody who reads a message would write it. Windows' own form of a resolved path,
//! `\\?\C:\loften`, is one that neither Explorer nor most programs take.

use std::path::Path;

/// The path for a message.
pub fn shown_path(path: impl AsRef<Path>) -> String {
    let path = path.as_ref().display().to_string();
    if cfg!(windows) { as_windows_writes(&path) } else { path }
}

/// The path as an argument of a command that a message proposes: in quotation marks if a shell would
/// not take it as it is.
pub fn as_argument(path: impl AsRef<Path>) -> String {
    let path = shown_path(path);
    let plain = |c: char| c.is_alphanumeric() || "._-/\\:".contains(c);
    match path.chars().all(plain) && !path.is_empty() {
        true => path,
        // No name holds these on Windows, and within these nothing has a meaning elsewhere.
        false if cfg!(windows) => format!("\"{path}\""),
        false => format!("'{}'", path.replace('\'', "'\\''")),
    }
}

fn as_windows_writes(path: &str) -> String {
    let drive = |rest: &&str| rest.as_bytes().get(1) == Some(&b':');
    let plain = match path.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => path.strip_prefix(r"\\?\").filter(drive).unwrap_or(path).to_owned(),
    };
    plain.replace('/', r"\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_paths_are_shown_as_explorer_shows_them() {
        for (path, shown) in [
            (r"\\?\C:\Users\Åsa\loften", r"C:\Users\Åsa\loften"),
            (r"\\?\UNC\server\loften\public", r"\\server\loften\public"),
            (r"C:\loften\content/kommuner/x.md", r"C:\loften\content\kommuner\x.md"),
            (r"public", "public"),
            // Without a letter there is no other way to write it.
            (r"\\?\Volume{1-2}\x", r"\\?\Volume{1-2}\x"),
        ] {
            assert_eq!(as_windows_writes(path), shown);
        }
    }

    #[test]
    fn an_argument_is_quoted_if_it_must_be() {
        assert_eq!(as_argument("löften/2018"), shown_path("löften/2018"));
        let (spaced, quoted) = match cfg!(windows) {
            true => ("våra löften & $mer", "\"våra löften & $mer\""),
            false => ("våra 'löften' & $mer", r"'våra '\''löften'\'' & $mer'"),
        };
        assert_eq!(as_argument(spaced), quoted);
    }
}
