//! What version control leaves in a text when two people have changed the same lines.

use std::ops::Range;
use std::sync::Arc;

use super::limit::MOST;
use crate::diagnostic::{Code, Problem, Source};
use crate::text;

/// Reports the marks in a body, or another text of the site's own, which begins here.
pub(super) fn problems(source: &Arc<Source>, start: usize) -> Vec<Problem> {
    let marks = marks(&source.text[start..]);
    let at = |mark: Range<usize>| start + mark.start..start + mark.end;
    marks.into_iter().take(MOST).map(|mark| problem(source, at(mark))).collect()
}

/// Reports the marks in a file that is published as it is. Others may have written it, with signs
/// before what they quote or around empty cells, so only a beginning with what follows it counts.
pub(super) fn in_published(source: &Arc<Source>) -> Vec<Problem> {
    let text = &source.text;
    let marks = marks(text);
    let conflicts = marks
        .chunk_by(|_, next| !text[next.clone()].starts_with('<'))
        .filter(|conflict| text[conflict[0].clone()].starts_with('<'))
        .filter(|conflict| conflict.iter().any(|mark| text[mark.clone()].starts_with('=')))
        .flat_map(|conflict| {
            let end = conflict.iter().position(|mark| text[mark.clone()].starts_with('>'));
            &conflict[..end.map_or(conflict.len(), |end| end + 1)]
        });
    conflicts.take(MOST).map(|mark| problem(source, mark.clone())).collect()
}

fn problem(source: &Arc<Source>, span: Range<usize>) -> Problem {
    Problem::at(
        Code::MergeConflict,
        source,
        span,
        text!(
            "Här står ett märke från versionshanteringen: två har ändrat samma rader, och ingen har valt vad som ska gälla. Båda versionerna skulle publiceras.",
            "This is a mark of version control: two people have changed the same lines, and nobody has chosen what is to hold. Both versions would be published."
        ),
        text!(
            "Välj det som ska gälla, och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
            "Choose what is to hold, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
        ),
    )
}

/// The lines that are marks. `=======` is also an underline, so it counts only between the others.
fn marks(body: &str) -> Vec<Range<usize>> {
    let bytes = body.as_bytes();
    let mut signs = memchr::memchr3_iter(b'<', b'>', b'|', bytes);
    if !signs.any(|at| bytes[at..].starts_with(&[bytes[at]; 7])) {
        return Vec::new();
    }
    let mut marks = Vec::new();
    let mut open = false;
    let mut start = 0;
    for whole in body.split_inclusive('\n') {
        let line = whole.trim_end();
        let is = |sign: char| {
            let rest = line.trim_start_matches(sign);
            line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))
        };
        let marked = is('<') || is('>') || is('|') || (open && line == "=======");
        if marked {
            open = is('<') || (open && !is('>'));
            marks.push(start..start + line.len());
        }
        start += whole.len();
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_underlines_and_quotes_are_not() {
        let found = |body: &str| {
            marks(body).into_iter().map(|mark| body[mark].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            found("a\n<<<<<<< HEAD\nb\n||||||| bas\nc\n=======\nd\n>>>>>>> gren\ne\n=======\n"),
            ["<<<<<<< HEAD", "||||||| bas", "=======", ">>>>>>> gren"]
        );
        assert_eq!(found("a\n>>>>>>> gren\n"), [">>>>>>> gren"]);
        for prose in ["Rubrik\n=======\n", "> > text\n", ">>>>>>>> a\n", "a <<<<<<< b", "| a |\n"] {
            assert_eq!(found(prose), Vec::<String>::new(), "{prose}");
        }
    }
}
