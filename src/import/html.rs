//! What is pasted from Word, Excel, a web page or a mail, as clean Markdown: headings, lists, tables
//! and links, and nothing of what only concerned looks. Of a page only its main content comes.

mod elements;

use htmd::HtmlToMarkdown;
use htmd::options::{BrStyle, BulletListMarker, HeadingStyle, Options};

use super::lines::{from_text, is_bullet};
use super::marks;
use elements::{division, large, link, nothing, paragraph, span};

/// What is never part of a text.
const SKIPPED: [&str; 15] = [
    "script", "style", "head", "title", "meta", "nav", "header", "footer", "aside", "noscript",
    "button", "form", "svg", "template", "iframe",
];

/// How deep elements may lie within each other. Nobody writes so, and what does is read as text.
const DEEPEST: usize = 400;

/// Around the sign of an item in Word's HTML.
const BEGIN: &str = "<![if !supportLists]>";
const END: &str = "<![endif]>";

/// Markdown of HTML from a clipboard or a file.
pub fn from_html(html: &str) -> String {
    of_marked(&marks::without_marks(html))
}

/// What stands at the head of the pages of a file, which is no part of its text: LibreOffice writes it
/// into the page.
pub(super) fn page_header(html: &str) -> String {
    let begin = html.find("<div title=\"header\"").map(|at| &html[at..]);
    let header = begin.and_then(|rest| rest.split("</div>").next());
    header.map(|header| without_tags(header).trim().to_owned()).unwrap_or_default()
}

/// Markdown of HTML that the program made itself, in which there may be marks.
pub(super) fn of_marked(html: &str) -> String {
    // Browsers write Word's conditions as comments.
    let html = html.replace("<!--[if !supportLists]-->", BEGIN).replace("<!--[endif]-->", END);
    let html = with_items(main_content(&html));
    let html = with_headings(&without_bold_frame(&without_comments(&html)));
    if depth(&html) > DEEPEST {
        return from_text(&without_tags(&html));
    }
    let options = Options {
        heading_style: HeadingStyle::Atx,
        bullet_list_marker: BulletListMarker::Dash,
        br_style: BrStyle::Backslash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    let converter = HtmlToMarkdown::builder()
        .options(options)
        .skip_tags(SKIPPED.to_vec())
        .add_handler(vec!["a"], link)
        .add_handler(vec!["p"], paragraph)
        .add_handler(vec!["div"], division)
        .add_handler(vec!["span"], span)
        .add_handler(vec!["font"], large)
        // A line between parts is only looks.
        .add_handler(vec!["img", "picture", "video", "audio", "hr"], nothing)
        .build();
    let markdown = converter.convert(&html).unwrap_or_default();
    from_text(&marks::resolved(&markdown))
}

/// The content between the tags of `<main>` or, if there is only one, `<article>`.
fn main_content(html: &str) -> &str {
    let lower = html.to_ascii_lowercase();
    for tag in ["main", "article"] {
        let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
        let starts = |at: &usize| {
            lower[at + open.len()..].starts_with(|c: char| c == '>' || c.is_ascii_whitespace())
        };
        let mut opened = lower.match_indices(&open).map(|(at, _)| at).filter(starts);
        let Some(start) = opened.next() else { continue };
        let single = opened.next().is_none();
        let end = lower.rfind(&close).filter(|end| *end > start);
        if let Some(end) = end.filter(|_| single || tag == "main") {
            return &html[start..end];
        }
    }
    html
}

/// The signs and numbers that Word writes before the items of its lists, in paragraphs, as marks.
fn with_items(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(BEGIN) {
        let inner = &rest[start + BEGIN.len()..];
        let Some(end) = inner.find(END) else { break };
        let before = &rest[..start];
        // The paragraph's style says how deep the item is: mso-list:l0 level2 lfo1.
        let paragraph = before.rfind("<p").map_or(before, |at| &before[at..]);
        let level = paragraph.find("level").and_then(|at| paragraph[at + 5..].chars().next());
        let level = level.and_then(|level| level.to_digit(10)).unwrap_or(1);
        let sign = without_tags(&inner[..end]);
        let sign = sign.trim().trim_start_matches('(');
        let digits: String = sign.chars().take_while(char::is_ascii_digit).collect();
        let number = digits.parse::<u32>().ok().filter(|number| *number < 1000);
        out.push_str(before);
        out.push_str(&marks::item(usize::try_from(level).unwrap_or(1), number));
        // "a)" and "IV." stay as words; Markdown has only numbers.
        let is_word = number.is_none() && sign.ends_with([')', '.']);
        if is_word && !sign.starts_with(is_bullet) {
            out.push_str(sign);
            out.push(' ');
        }
        rest = &inner[end + END.len()..];
    }
    out.push_str(rest);
    out
}

/// Without comments, in which Word writes its own instructions, and without what remains of
/// conditional ones: `<![if …]>` and `<![endif]>`.
fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!") {
        out.push_str(&rest[..start]);
        let found = &rest[start..];
        let end = match found {
            _ if found.starts_with("<!--") => found.find("-->").map(|end| end + 3),
            _ if found.starts_with("<![") => found.find('>').map(|end| end + 1),
            _ => {
                out.push_str("<!");
                Some(2)
            }
        };
        rest = end.map_or("", |end| &found[end..]);
    }
    out.push_str(rest);
    out
}

/// Google's editor puts everything that is copied in an element for bold text that is not bold.
fn without_bold_frame(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<b ") {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag: String = rest[start..end].chars().filter(|c| !c.is_whitespace()).collect();
        out.push_str(&rest[..start]);
        if !tag.to_ascii_lowercase().contains("font-weight:normal") {
            out.push_str(&rest[start..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The HTML with the cells of each table's first row as headings, if the table has none: Markdown
/// has no tables without headings, and spreadsheets have no headings.
fn with_headings(html: &str) -> String {
    // Only ASCII letters change, so places in one are places in the other.
    let lower = html.to_ascii_lowercase();
    let mut out = String::with_capacity(html.len());
    let mut done = 0;
    while let Some(start) = lower[done..].find("<table").map(|at| done + at) {
        let end = lower[start..].find("</table").map_or(html.len(), |end| start + end);
        let segment = &lower[start..end];
        if is_frame(segment) {
            out.push_str(&html[done..start]);
            out.push_str(&as_blocks(&html[start..end]));
            // Its end tag closes nothing.
            done = html[end..].find('>').map_or(html.len(), |at| end + at + 1);
            continue;
        }
        let row_end = lower[start..end].find("</tr").map(|row| start + row);
        let has_headings = lower[start..end].contains("<th");
        match row_end.filter(|_| !has_headings) {
            Some(row) => {
                out.push_str(&html[done..start]);
                out.push_str(&cells_as_headings(&html[start..row], &lower[start..row]));
                out.push_str(&html[row..end]);
            }
            None => out.push_str(&html[done..end]),
        }
        done = end;
        if done == html.len() {
            break;
        }
        // The end tag, so that the next search begins after it.
        let tag = (done + "</table".len()).min(html.len());
        out.push_str(&html[done..tag]);
        done = tag;
    }
    out.push_str(&html[done..]);
    out
}

/// Whether a table has one column, so that it is a frame around text.
fn is_frame(table: &str) -> bool {
    let widest = table.split("<tr").skip(1).map(|row| row.matches("<td").count()).max();
    !table.contains("<th")
        && !table[1..].contains("<table")
        && widest.is_some_and(|widest| widest < 2)
}

/// A table as blocks one after the other.
fn as_blocks(table: &str) -> String {
    let mut out = String::with_capacity(table.len());
    for part in table.split_inclusive('>') {
        let Some(start) = part.rfind('<') else {
            out.push_str(part);
            continue;
        };
        let (text, tag) = part.split_at(start);
        out.push_str(text);
        let name = tag.trim_start_matches(['<', '/']).to_ascii_lowercase();
        let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
        match &*name {
            "table" | "tbody" | "thead" | "tr" | "colgroup" | "col" => {}
            "td" if tag.starts_with("</") => out.push_str("</div>"),
            "td" => out.push_str("<div>"),
            _ => out.push_str(tag),
        }
    }
    out
}

fn cells_as_headings(row: &str, lower: &str) -> String {
    let mut out = String::with_capacity(row.len());
    let mut done = 0;
    for (at, _) in lower.match_indices("td") {
        if lower[..at].ends_with(['<', '/']) {
            out.push_str(&row[done..at]);
            out.push_str("th");
            done = at + 2;
        }
    }
    out.push_str(&row[done..]);
    out
}

/// How deep elements lie within each other, at most; those that are never closed count.
fn depth(html: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for (at, _) in html.match_indices('<') {
        match html.as_bytes().get(at + 1) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(letter) if letter.is_ascii_alphabetic() => {
                let rest = &html[at + 1..];
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
                let tag = rest[..end].to_ascii_lowercase();
                // Elements without an end, and those that the next of their kind ends.
                let alone = [
                    "br", "img", "hr", "meta", "link", "input", "col", "wbr", "p", "li", "td",
                    "th", "tr", "option", "dt", "dd",
                ];
                if !alone.contains(&&*tag) {
                    open += 1;
                    deepest = deepest.max(open);
                }
            }
            _ => {}
        }
    }
    deepest
}

/// The text between tags.
fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut within = false;
    for character in html.chars() {
        match character {
            '<' => within = true,
            '>' if within => within = false,
            other if !within => out.push(other),
            _ => {}
        }
    }
    let entities =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.iter().fold(out, |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests;
