//! What is pasted from Word, Excel, a web page or a mail becomes clean Markdown: headings, lists,
//! tables and links, and nothing of what only concerned looks. Of a page only its main content comes.

use htmd::HtmlToMarkdown;
use htmd::options::{BulletListMarker, HeadingStyle, Options};

/// What is never part of a text.
const SKIPPED: [&str; 13] = [
    "script", "style", "head", "title", "meta", "nav", "header", "footer", "aside", "noscript",
    "button", "form", "svg",
];

/// Markdown of HTML from a clipboard.
pub fn from_html(html: &str) -> String {
    let options = Options {
        heading_style: HeadingStyle::Atx,
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    let converter = HtmlToMarkdown::builder().options(options).skip_tags(SKIPPED.to_vec()).build();
    let html = with_headings(&without_comments(main_content(html)));
    let markdown = converter.convert(&html).unwrap_or_default();
    from_text(&markdown)
}

/// Text as it is copied from a PDF or a plain file: bullets become lists, invisible characters go.
pub fn from_text(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.replace("\r\n", "\n").replace('\r', "\n").lines() {
        let line: String = line
            .chars()
            .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
            .map(|c| if c == '\u{a0}' || c == '\u{202f}' { ' ' } else { c })
            .collect();
        lines.push(listed(line.trim_end()));
    }
    tidy(lines)
}

/// The content between the tags of `<main>` or `<article>`, if there are any.
fn main_content(html: &str) -> &str {
    let lower = html.to_ascii_lowercase();
    for tag in ["main", "article"] {
        let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
        if let Some(start) = lower.find(&open)
            && let Some(end) = lower.rfind(&close).filter(|end| *end > start)
        {
            return &html[start..end];
        }
    }
    html
}

/// Word writes its own instructions as comments.
fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        out.push_str(&rest[..start]);
        rest = match rest[start..].find("-->") {
            Some(end) => &rest[start + end + 3..],
            None => "",
        };
    }
    out.push_str(rest);
    // What remains of conditional comments: <![if !supportLists]> and <![endif]>.
    while let Some(start) = out.find("<![") {
        let Some(end) = out[start..].find('>') else { break };
        out.replace_range(start..=start + end, "");
    }
    out
}

/// The HTML with the cells of each table's first row as headings, if the table has none: Markdown
/// has no tables without headings, and spreadsheets have no headings.
fn with_headings(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    loop {
        // Only ASCII letters change, so places in one are places in the other.
        let lower = rest.to_ascii_lowercase();
        let Some(start) = lower.find("<table") else { break };
        let end = lower[start..].find("</table").map_or(rest.len(), |end| start + end);
        let row_end = lower[start..end].find("</tr").map(|row| start + row);
        let has_headings = lower[start..end].contains("<th");
        match row_end.filter(|_| !has_headings) {
            Some(row) => {
                out.push_str(&rest[..start]);
                out.push_str(&cells_as_headings(&rest[start..row], &lower[start..row]));
                out.push_str(&rest[row..end]);
            }
            None => out.push_str(&rest[..end]),
        }
        rest = &rest[end..];
        let tag = rest.len().min("</table".len());
        out.push_str(&rest[..tag]);
        rest = &rest[tag..];
    }
    out.push_str(rest);
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

/// The signs that word processors draw before the items of a list, among them private ones of their
/// symbol fonts.
fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '·' | '•'
            | '◦'
            | '▪'
            | '▫'
            | '■'
            | '●'
            | '○'
            | '–'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
            | '\u{f0fc}'
    )
}

/// A line that begins with a bullet as an item of a list.
fn listed(line: &str) -> String {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let text = text.strip_prefix('\\').filter(|rest| rest.starts_with(is_bullet)).unwrap_or(text);
    let mut characters = text.chars();
    match characters.next() {
        Some(sign) if is_bullet(sign) => {
            let rest = characters.as_str();
            let item = rest.trim_start();
            // A dash without a space after it is part of a word, such as "–2019".
            if item.is_empty() || (rest.len() == item.len() && sign == '–') {
                return line.to_owned();
            }
            format!("{}- {item}", " ".repeat(indent / 2 * 2))
        }
        _ => line.to_owned(),
    }
}

/// One empty line between blocks, none between the items of a list, and one space inside the bars of
/// a table.
fn tidy(lines: Vec<String>) -> String {
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    let mut out: Vec<String> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            let next = lines[n..].iter().find(|line| !line.trim().is_empty());
            let between = out.last().is_some_and(|last| is_item(last))
                && next.is_some_and(|next| is_item(next));
            let again = out.last().is_none_or(|last| last.is_empty());
            if !between && !again {
                out.push(String::new());
            }
        } else if line.trim_start().starts_with('|') && line.trim_end().ends_with('|') {
            out.push(row(line.trim()));
        } else {
            out.push(line.clone());
        }
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    if out.is_empty() { String::new() } else { out.join("\n") + "\n" }
}

/// A row of a table with one space inside each cell's bars.
fn row(line: &str) -> String {
    let inner = line.trim_start_matches('|').trim_end_matches('|');
    let cells: Vec<String> = inner
        .split('|')
        .map(|cell| {
            let cell = cell.trim();
            let is_rule = !cell.is_empty() && cell.chars().all(|c| c == '-' || c == ':');
            if is_rule { "---".to_owned() } else { cell.to_owned() }
        })
        .collect();
    format!("| {} |", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_s_paragraphs_with_bullets_become_a_list() {
        let word = "<html><head><style>p{}</style></head><body><!--StartFragment-->\
            <h2>Våra l&shy;öften</h2>\
            <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Fler patruller</p>\
            <p class=MsoListParagraphCxSpLast><span>\u{f0b7}<span>&nbsp; </span></span>Bättre ljus</p>\
            <p class=MsoNormal>Se <a href=\"https://example.se/\">sidan</a>.<o:p></o:p></p><!--EndFragment--></body></html>";
        assert_eq!(
            from_html(word),
            "## Våra löften\n\n- Fler patruller\n- Bättre ljus\n\nSe [sidan](https://example.se/).\n"
        );
    }

    #[test]
    fn excel_s_cells_become_a_table() {
        let excel = "<table><tr><td>Åtgärd</td><td>När</td></tr><tr><td>Ljus</td><td>2025</td></tr></table>";
        assert_eq!(from_html(excel), "| Åtgärd | När |\n| --- | --- |\n| Ljus | 2025 |\n");
    }

    #[test]
    fn of_a_web_page_only_the_main_content_comes() {
        let page = "<body><header><a href=/>Hem</a></header><nav><ul><li>Meny</li></ul></nav>\
            <main><h1>Löfte</h1><p>Text <strong>viktig</strong>.</p><ul><li>Ett</li><li>Två</li></ul></main><footer>Sidfot</footer></body>";
        assert_eq!(from_html(page), "# Löfte\n\nText **viktig**.\n\n- Ett\n- Två\n");
    }

    #[test]
    fn a_pdf_s_text_keeps_its_lines_and_loses_what_is_invisible() {
        assert_eq!(
            from_text(
                "Löf\u{ad}tet\r\n\r\n\r\n•\tFler patruller\r\n\r\n\u{f0b7} Bättre ljus\r\n2018–2019\r\n"
            ),
            "Löftet\n\n- Fler patruller\n- Bättre ljus\n2018–2019\n"
        );
        assert_eq!(from_text(""), "");
    }
}
