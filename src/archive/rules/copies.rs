//! The names that Windows, macOS and programs that synchronise folders give to copies of a file.

/// If a name looks like that of a copy, returns the name of the original and how certain this is.
/// Both names are without their extensions.
pub(super) fn copied_from(stem: &str) -> Option<(&str, Certainty)> {
    // Every such name has a blank, a full stop, a parenthesis or a capital letter.
    if stem.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-') {
        return None;
    }
    let surely = |original| Some((original, Certainty::Sure));
    let bare = without_number(stem);
    for ending in [" - kopia", " – kopia", " - copy", " – copy", " kopia", " copy"] {
        for name in [stem, bare] {
            if let Some(original) = without_ending(name, ending) {
                return surely(original);
            }
        }
    }
    for beginning in ["kopia av ", "copy of "] {
        if let Some(original) = without_beginning(stem, beginning) {
            return surely(original);
        }
    }
    if let Some((original, rest)) = stem.split_once(".sync-conflict-")
        && rest.starts_with(|first: char| first.is_ascii_digit())
    {
        return surely(original);
    }
    if let Some((original, note)) = stem.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        let note = note.to_lowercase();
        let conflict = ["conflict", "konflikt", "motstridig"].iter().any(|it| note.contains(it));
        if conflict || is_number(&note) {
            return surely(original.trim_end());
        }
    }
    if let Some((original, _)) = stem
        .match_indices('-')
        .map(|(at, _)| (&stem[..at], &stem[at + 1..]))
        .find(|(original, name)| !original.is_empty() && is_computer(name))
    {
        return surely(original);
    }
    (bare != stem).then_some((bare, Certainty::Perhaps))
}

/// How certain it is that a name is that of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Only programs that copy files give such names.
    Sure,
    /// A person may have chosen the name: `lofte 2.md` may be the second pledge.
    Perhaps,
}

/// The name without the number at its end: after a space, 2 to 99, or 1 to 99 in brackets.
fn without_number(stem: &str) -> &str {
    match stem.rsplit_once(' ') {
        Some((rest, number)) if is_number(number) && number != "1" => rest,
        Some((rest, number))
            if number
                .strip_prefix('(')
                .and_then(|it| it.strip_suffix(')'))
                .is_some_and(is_number) =>
        {
            rest
        }
        _ => stem,
    }
}

fn is_number(text: &str) -> bool {
    matches!(text.len(), 1..=2)
        && !text.starts_with('0')
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether this is a computer's name as OneDrive writes it: `DESKTOP-AB12`.
fn is_computer(name: &str) -> bool {
    let plain = name.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'-');
    let named = ["DESKTOP-", "LAPTOP-", "WIN-", "PC-"].iter().any(|it| name.starts_with(it));
    plain && named && !name.ends_with('-')
}

/// The part of a name before this ending, which may be in upper or lower case.
fn without_ending<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let at = name.len().checked_sub(ending.len())?;
    let (rest, end) = name.split_at_checked(at)?;
    (!rest.is_empty() && end.to_lowercase() == ending).then_some(rest)
}

fn without_beginning<'a>(name: &'a str, beginning: &str) -> Option<&'a str> {
    let (begin, rest) = name.split_at_checked(beginning.len())?;
    (!rest.is_empty() && begin.to_lowercase() == beginning).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_copies_name_their_original() {
        for copy in [
            "löfte - Kopia",
            "löfte - Kopia (2)",
            "löfte – kopia",
            "löfte - Copy",
            "löfte - Copy (3)",
            "löfte kopia",
            "löfte copy 2",
            "Kopia av löfte",
            "Copy of löfte",
            "löfte (1)",
            "löfte(2)",
            "löfte-DESKTOP-AB12",
            "löfte-LAPTOP-7Q2",
            "löfte.sync-conflict-20260203-101112-ABCDEFG",
            "löfte (Annas konflikterande kopia 2026-02-03)",
            "löfte (conflicted copy 2026-02-03 101112)",
            "löfte (Anna's conflicted copy 2026-02-03)",
        ] {
            assert_eq!(copied_from(copy), Some(("löfte", Certainty::Sure)), "{copy}");
        }
        assert_eq!(copied_from("löfte 2"), Some(("löfte", Certainty::Perhaps)));
    }

    #[test]
    fn other_names_are_no_copies() {
        for name in [
            "löfte",
            "löfte-2",
            "löfte 2018",
            "löfte 1",
            "löfte (2018)",
            "löfte (våren)",
            "medborgarlöfte-skiftinge",
            "kopia",
            "fotokopia",
            "trafik-KS",
            "löfte-DESKTOP-",
            "löfte.sync",
            "å",
            "",
        ] {
            assert_eq!(copied_from(name), None, "{name}");
        }
    }
}
