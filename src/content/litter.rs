//! Files that editors and operating systems leave behind, which are silently skipped.

/// Whether a name is hidden, or left behind by an editor or a system.
pub fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || name.ends_with(".swp")
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(name, "Thumbs.db" | "desktop.ini" | "Icon\r")
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
    }
}
