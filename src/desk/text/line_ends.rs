//! Puts a text with LF back into a file with line ends of its own: a line that was there before
//! keeps its line end, and a new one gets the file's.

use crate::line_ends::ended_lines;

/// The text with LF.
pub(super) fn with_lf(text: &str) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

/// The new text, which has LF, with the line ends of the old one. `end` is that of the file.
pub(super) fn merged(old: &str, new: &str, end: &str) -> String {
    if with_lf(old) == new {
        return old.to_owned();
    }
    let old = ended_lines(old);
    let new: Vec<&str> = new.split('\n').collect();
    let same = matches(&old, &new);
    let last = new.len() - 1;
    let mut out = String::new();
    for (n, line) in new.iter().enumerate() {
        out.push_str(line);
        if n == last {
            break;
        }
        let own = same[n].map(|at| old[at].1).filter(|own| !own.is_empty());
        out.push_str(own.unwrap_or(end));
    }
    out
}

/// More pairs of lines than this are not compared with one another.
const MOST_PAIRS: usize = 4_000_000;

/// For each new line, the old line that it was: of the longest possible sequence of equal lines.
fn matches(old: &[(&str, &str)], new: &[&str]) -> Vec<Option<usize>> {
    let mut same = vec![None; new.len()];
    let shorter = old.len().min(new.len());
    let before = (0..shorter).take_while(|n| old[*n].0 == new[*n]).count();
    let after =
        (1..=shorter - before).take_while(|n| old[old.len() - n].0 == new[new.len() - n]).count();
    for (n, line) in same.iter_mut().enumerate().take(before) {
        *line = Some(n);
    }
    for n in 1..=after {
        same[new.len() - n] = Some(old.len() - n);
    }
    let (olds, news) = (&old[before..old.len() - after], &new[before..new.len() - after]);
    if olds.len() * news.len() > MOST_PAIRS {
        return same;
    }
    // The length of the longest common sequence of what remains from each pair of lines on.
    let width = news.len() + 1;
    let mut longest = vec![0_u32; (olds.len() + 1) * width];
    for i in (0..olds.len()).rev() {
        for j in (0..news.len()).rev() {
            longest[i * width + j] = if olds[i].0 == news[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < olds.len() && j < news.len() {
        if olds[i].0 == news[j] {
            same[before + j] = Some(before + i);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_stay_keep_their_ends_wherever_others_come_and_go() {
        assert_eq!(merged("a\r\nb\nc\rd", "a\nx\nb\nc\nd", "\r\n"), "a\r\nx\r\nb\nc\rd");
        assert_eq!(merged("a\r\nb\nc\r", "b\na\nc\n", "\r\n"), "b\na\r\nc\r");
        assert_eq!(merged("a\r\nb\n", "b\n", "\r\n"), "b\n");
        assert_eq!(merged("a", "a\nb", "\r\n"), "a\r\nb");
        assert_eq!(merged("", "a\n", "\n"), "a\n");
        assert_eq!(merged("a\r\n", "", "\r\n"), "");
    }
}
