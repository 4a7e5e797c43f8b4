//! The line `aliases = […]` with one address added, and without those that are no longer earlier
//! addresses.

use super::edit::Edit;
use crate::content::Aliases;
use crate::diagnostic::Source;

/// The change that adds an earlier address and removes the `present` ones; `None` if nothing has to
/// change.
pub fn edit(
    source: &Source,
    aliases: &Aliases,
    earlier: Option<&str>,
    present: &[String],
) -> Option<Edit> {
    let listed = || aliases.listed.iter();
    let earlier = earlier.filter(|earlier| listed().all(|alias| alias.as_str() != *earlier));
    let struck: Vec<_> = listed().filter(|alias| present.contains(&alias.value)).collect();
    let Some(value) = &aliases.value else {
        let line = format!("aliases = [\"{}\"]\n", earlier?);
        return Some(Edit { span: aliases.line..aliases.line, text: line });
    };
    let is_list = source.text[value.clone()].starts_with('[');
    match (earlier, struck.as_slice(), aliases.listed.first()) {
        (None, [], _) => None,
        // The new address replaces the old.
        (Some(earlier), [struck], _) if is_list => {
            Some(Edit { span: struck.span.clone(), text: format!("\"{earlier}\"") })
        }
        (Some(earlier), [], Some(first)) if is_list => {
            let before = &source.text[value.start + 1..first.span.start];
            let gap = before.rfind('\n').map_or(" ", |at| &before[at..]);
            let at = first.span.start;
            Some(Edit { span: at..at, text: format!("\"{earlier}\",{gap}") })
        }
        _ => {
            let kept = listed().map(|alias| alias.as_str());
            let kept = kept.filter(|alias| !present.iter().any(|present| present == alias));
            let all: Vec<String> =
                earlier.into_iter().chain(kept).map(|alias| format!("\"{alias}\"")).collect();
            Some(Edit { span: value.clone(), text: format!("[{}]", all.join(", ")) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::mentions;
    use crate::diagnostic::Source;

    /// The front matter after `title` with `new.html` added and `own.html` removed.
    #[track_caller]
    fn with(line: &str, earlier: Option<&str>) -> String {
        let text = format!("+++\nkind = \"page\"\ntitle = \"T\"\n{line}+++\n");
        let source = Source::new("content/a.md", text);
        let aliases = mentions(&source).aliases;
        let mut text = source.text.to_string();
        if let Some(edit) = edit(&source, &aliases, earlier, &["own.html".to_owned()]) {
            text.replace_range(edit.span, &edit.text);
        }
        text.trim_start_matches("+++\nkind = \"page\"\ntitle = \"T\"\n")
            .trim_end_matches("+++\n")
            .to_owned()
    }

    #[test]
    fn an_earlier_address_is_added_in_the_list_s_own_form() {
        let add = |line: &str| with(line, Some("new.html"));
        assert_eq!(add(""), "aliases = [\"new.html\"]\n");
        assert_eq!(add("aliases = []\n"), "aliases = [\"new.html\"]\n");
        assert_eq!(add("aliases = \"\"\n"), "aliases = [\"new.html\"]\n");
        assert_eq!(add("aliases = \"a.html\"\n"), "aliases = [\"new.html\", \"a.html\"]\n");
        assert_eq!(add("aliases = ['a.html']  # x\n"), "aliases = [\"new.html\", 'a.html']  # x\n");
        assert_eq!(
            add("aliases = [\n  \"a.html\", # x\n]\n"),
            "aliases = [\n  \"new.html\",\n  \"a.html\", # x\n]\n"
        );
        assert_eq!(add("aliases = [\"new.html\"]\n"), "aliases = [\"new.html\"]\n");
        assert_eq!(add("[contact]\n"), "aliases = [\"new.html\"]\n[contact]\n");
    }

    #[test]
    fn moved_back_its_own_address_is_struck() {
        let back = |line: &str| with(line, Some("new.html"));
        assert_eq!(
            back("aliases = [\"a.html\", \"own.html\"] # x\n"),
            "aliases = [\"a.html\", \"new.html\"] # x\n"
        );
        assert_eq!(with("aliases = [\"own.html\"]\n", None), "aliases = []\n");
        assert_eq!(with("aliases = \"own.html\"\n", None), "aliases = []\n");
        assert_eq!(with("aliases = [\"a.html\"]\n", None), "aliases = [\"a.html\"]\n");
        assert_eq!(with("", None), "");
    }
}
