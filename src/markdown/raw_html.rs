//! Blocks of raw HTML: the text to show, and the comments to leave out.

use std::ops::Range;

use pulldown_cmark::CowStr;

/// A block of HTML without its comments.
pub(super) struct Block {
    pub text: String,
    /// Where the comments were.
    pub comments: Vec<Range<usize>>,
}

/// A comment that never ends is shown; otherwise it would hide the rest of the text.
pub(super) fn without_comments(lines: &[(CowStr<'_>, Range<usize>)]) -> Block {
    let mut source = String::new();
    let mut starts = Vec::with_capacity(lines.len());
    for (line, span) in lines {
        starts.push((source.len(), span.start));
        source.push_str(line);
    }
    let place = |at: usize| {
        let line = starts.partition_point(|&(start, _)| start <= at);
        line.checked_sub(1).map_or(at, |line| starts[line].1 + at - starts[line].0)
    };

    let mut text = String::new();
    let mut comments = Vec::new();
    let mut rest = 0;
    while let Some(begin) = source[rest..].find("<!--").map(|at| rest + at) {
        let Some(length) = comment_length(&source[begin..]) else {
            break;
        };
        text.push_str(&source[rest..begin]);
        rest = begin + length;
        comments.push(place(begin)..place(rest - 1) + 1);
    }
    text.push_str(&source[rest..]);
    Block { text: text.trim().to_owned(), comments }
}

/// CommonMark also accepts `<!-->` and `<!--->` as complete comments.
fn comment_length(html: &str) -> Option<usize> {
    ["<!-->", "<!--->"]
        .iter()
        .find(|short| html.starts_with(**short))
        .map(|short| short.len())
        .or_else(|| html[4..].find("-->").map(|at| 4 + at + 3))
}
