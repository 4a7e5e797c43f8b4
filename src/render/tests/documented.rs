//! `docs/teman.md` lists everything that a site may replace: every file of the theme, every small
//! part, every text.

use std::fmt::Write as _;

use crate::language::Language;
use crate::render::embedded::THEME;
use crate::schema::Kind;

const GUIDE: &str = include_str!("../../../docs/teman.md");

#[test]
fn the_guide_lists_every_file_of_the_theme() {
    let missing: Vec<&str> = THEME
        .iter()
        .map(|(path, _)| *path)
        .filter(|path| {
            let name = path.split_once('/').map_or(*path, |(_, name)| name);
            !GUIDE.contains(&format!("`{name}`")) && !GUIDE.contains(&format!("`{path}`"))
        })
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn the_guide_lists_every_small_part_by_its_file() {
    let mut listed = String::new();
    for (path, bytes) in THEME {
        let text = String::from_utf8_lossy(bytes);
        let parts: Vec<&str> = text
            .split("{% component ")
            .skip(1)
            .filter_map(|rest| rest.split_once('(').map(|(name, _)| name))
            .collect();
        if let (Some(name), false) = (path.strip_prefix("templates/"), parts.is_empty()) {
            listed += &line(name, &parts);
        }
    }
    assert_eq!(section("### Små delar"), listed);
}

#[test]
fn the_guide_lists_every_text_by_its_group() {
    let strings = super::strings::built_in(Language::Swedish);
    let mut listed = String::new();
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (key, _) in strings.keys() {
        let (group, rest) = key.split_once('.').unwrap_or((key, ""));
        // Which kinds there are is said in the page of front matter.
        let rest = if group == "kind" && Kind::parse(rest).is_some() { "<kind>" } else { rest };
        match groups.last_mut() {
            Some((last, keys)) if *last == group => {
                if !keys.contains(&rest) {
                    keys.push(rest);
                }
            }
            _ => groups.push((group, vec![rest])),
        }
    }
    for (group, keys) in groups {
        listed += &line(group, &keys);
    }
    assert_eq!(section("### Alla texter"), listed);
}

/// A line of a list: a name and what it holds.
fn line(name: &str, parts: &[&str]) -> String {
    let mut line = format!("- `{name}`:");
    for part in parts {
        let _ = write!(line, " `{part}`");
    }
    line + "\n"
}

/// The list under a heading of the guide.
fn section(heading: &str) -> String {
    let rest = GUIDE.split_once(heading).map_or("", |(_, rest)| rest);
    let lines = rest.lines().skip(1).take_while(|line| !line.starts_with('#'));
    lines.filter(|line| line.starts_with("- `")).flat_map(|line| [line, "\n"]).collect()
}
