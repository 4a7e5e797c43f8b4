//! Files that editors and operating systems leave behind, which are silently skipped.

/// Whether a name is hidden, or left behind by an editor or a system.
pub fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || name.ends_with(".swp")
        || (name.starts_with('#') && name.ends_with('#'))
        || is_of_a_system(name)
}

/// Whether a name is that of a file or folder that an operating system puts beside files by itself.
pub fn is_of_a_system(name: &str) -> bool {
    const NAMES: [&str; 13] = [
        ".ds_store",
        ".localized",
        ".spotlight-v100",
        ".trashes",
        ".fseventsd",
        ".directory",
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "icon\r",
        "$recycle.bin",
        "system volume information",
        "lost+found",
    ];
    name.starts_with("._") || NAMES.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether a name is that of a Markdown file.
pub fn is_markdown(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(stem, extension)| !stem.is_empty() && extension.eq_ignore_ascii_case("md"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_behind_is_litter() {
        for name in
            [".DS_Store", "lofte.md~", ".lofte.md.swp", ".#lofte.md", "#lofte.md#", "~$lofte.docx"]
        {
            assert!(is_litter(name), "{name}");
        }
        assert!(!is_litter("lofte.md"));
        for name in ["Thumbs.db", "thumbs.db", "Desktop.ini", "._lofte.md", ".DS_Store"] {
            assert!(is_of_a_system(name) && is_litter(name), "{name}");
        }
        for name in [".git", ".htaccess", "lofte.md~", "robots.txt"] {
            assert!(!is_of_a_system(name), "{name}");
        }
    }
}
