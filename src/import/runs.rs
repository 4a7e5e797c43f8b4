//! The paragraphs, lists and tables of a word processor's file as HTML, which becomes Markdown in the
//! same way as what is pasted from it.

use super::signing::{may_stand_beside, names_somebody};
use crate::escape;

/// A piece of a paragraph in one form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedRun {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    /// Where it leads.
    pub link: Option<String>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportedBlock {
    Heading(usize, Vec<ImportedRun>),
    Paragraph(Vec<ImportedRun>),
    /// An item of a list.
    Item {
        /// From 0.
        level: usize,
        numbered: bool,
        runs: Vec<ImportedRun>,
    },
    /// Rows of cells.
    Table(Vec<Vec<Vec<ImportedRun>>>),
}

/// All of them as HTML.
pub fn html(blocks: &[ImportedBlock]) -> String {
    let blocks = &with_signatures(blocks);
    let mut html = String::new();
    // The open lists, the innermost last: whether each is numbered.
    let mut lists: Vec<bool> = Vec::new();
    for block in blocks {
        if let ImportedBlock::Item { level, numbered, runs } = block {
            while lists.len() > level + 1 {
                close_list(&mut lists, &mut html);
            }
            if lists.len() == level + 1 && lists.last() != Some(numbered) {
                close_list(&mut lists, &mut html);
            }
            if lists.len() == level + 1 {
                html.push_str("</li><li>");
            }
            while lists.len() < level + 1 {
                html.push_str(if *numbered { "<ol><li>" } else { "<ul><li>" });
                lists.push(*numbered);
            }
            inline(runs, &mut html);
            continue;
        }
        while !lists.is_empty() {
            close_list(&mut lists, &mut html);
        }
        match block {
            ImportedBlock::Heading(level, runs) => {
                let level = (*level).clamp(1, 6);
                let plain = runs.iter().map(|run| ImportedRun {
                    bold: false,
                    italic: false,
                    ..run.clone()
                });
                html.push_str(&format!("<h{level}>"));
                inline(&plain.collect::<Vec<_>>(), &mut html);
                html.push_str(&format!("</h{level}>"));
            }
            ImportedBlock::Paragraph(runs) => {
                html.push_str("<p>");
                inline(runs, &mut html);
                html.push_str("</p>");
            }
            ImportedBlock::Table(rows) => table(rows, &mut html),
            ImportedBlock::Item { .. } => {}
        }
    }
    while !lists.is_empty() {
        close_list(&mut lists, &mut html);
    }
    html
}

/// The blocks with those who sign beside each other, set apart by tabs, in a table: a tab is a space in
/// Markdown, and two names would become one.
fn with_signatures(blocks: &[ImportedBlock]) -> Vec<ImportedBlock> {
    let cells = |block: &ImportedBlock| -> Option<Vec<String>> {
        let ImportedBlock::Paragraph(runs) = block else { return None };
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let cells = text.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
        let cells: Vec<String> = cells.map(str::to_owned).collect();
        let fits = cells.len() > 1 && cells.iter().all(|cell| may_stand_beside(cell));
        (fits && runs.iter().all(|run| run.link.is_none())).then_some(cells)
    };
    let mut all = Vec::with_capacity(blocks.len());
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let mut rows: Vec<Vec<String>> = Vec::new();
        while let Some(row) = blocks.get(at + rows.len()).and_then(cells) {
            if rows.first().is_some_and(|first| first.len() != row.len()) {
                break;
            }
            rows.push(row);
        }
        let named = rows.iter().any(|row| row.iter().all(|cell| names_somebody(cell)));
        if named {
            at += rows.len();
            let says = |row: &Vec<String>| row.iter().any(|it| it.contains(char::is_alphanumeric));
            let run = |text: String| vec![ImportedRun { text, ..ImportedRun::default() }];
            let rows = rows.into_iter().filter(says);
            let rows = rows.map(|row| row.into_iter().map(run).collect());
            all.push(ImportedBlock::Table(rows.collect()));
        } else {
            at += 1;
            all.push(block.clone());
        }
    }
    all
}

fn close_list(lists: &mut Vec<bool>, html: &mut String) {
    if let Some(numbered) = lists.pop() {
        html.push_str(if numbered { "</li></ol>" } else { "</li></ul>" });
    }
}

/// A table. What has one column only is a frame around text.
fn table(rows: &[Vec<Vec<ImportedRun>>], html: &mut String) {
    if rows.iter().all(|row| row.len() < 2) {
        for cell in rows.iter().flatten() {
            html.push_str("<p>");
            inline(cell, html);
            html.push_str("</p>");
        }
        return;
    }
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    html.push_str("<table>");
    for row in rows {
        html.push_str("<tr>");
        for n in 0..widest {
            html.push_str("<td>");
            if let Some(cell) = row.get(n) {
                inline(cell, html);
            }
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
}

/// The runs of a paragraph. Those that follow each other in one form are one.
fn inline(runs: &[ImportedRun], html: &mut String) {
    let mut joined: Vec<ImportedRun> = Vec::new();
    for run in runs.iter().filter(|run| !run.text.is_empty()) {
        let blank = run.text.trim().is_empty();
        match joined.last_mut() {
            Some(last) if last.link == run.link && (blank || alike(last, run)) => {
                last.text.push_str(&run.text);
            }
            _ => joined.push(run.clone()),
        }
    }
    for run in &joined {
        // Emphasis ends where the words do, or it is none.
        let inner = run.text.trim();
        let start = run.text.len() - run.text.trim_start().len();
        let end = start + inner.len();
        let (bold, italic) = (run.bold && !inner.is_empty(), run.italic && !inner.is_empty());
        escaped(&run.text[..start], html);
        if let Some(link) = &run.link {
            html.push_str("<a href=\"");
            escape::html(link, html);
            html.push_str("\">");
        }
        for (on, tag) in [(bold, "<strong>"), (italic, "<em>")] {
            html.push_str(if on { tag } else { "" });
        }
        escaped(inner, html);
        for (on, tag) in [(italic, "</em>"), (bold, "</strong>")] {
            html.push_str(if on { tag } else { "" });
        }
        html.push_str(if run.link.is_some() { "</a>" } else { "" });
        escaped(&run.text[end..], html);
    }
}

fn alike(a: &ImportedRun, b: &ImportedRun) -> bool {
    (a.bold, a.italic) == (b.bold, b.italic)
}

/// Text with its line breaks.
fn escaped(text: &str, html: &mut String) {
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            html.push_str("<br>");
        }
        escape::html(line, html);
    }
}

/// Several paragraphs as one, such as those of a cell.
pub fn joined(paragraphs: Vec<Vec<ImportedRun>>) -> Vec<ImportedRun> {
    let mut all = Vec::new();
    for paragraph in paragraphs {
        if say_something(&paragraph) {
            if !all.is_empty() {
                all.push(ImportedRun { text: " ".to_owned(), ..ImportedRun::default() });
            }
            // A line break would end the row.
            all.extend(
                paragraph
                    .into_iter()
                    .map(|run| ImportedRun { text: run.text.replace('\n', " "), ..run }),
            );
        }
    }
    all
}

/// The runs of blocks, such as those in a cell, without their forms.
pub fn paragraphs(blocks: Vec<ImportedBlock>) -> Vec<Vec<ImportedRun>> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            ImportedBlock::Heading(_, runs)
            | ImportedBlock::Paragraph(runs)
            | ImportedBlock::Item { runs, .. } => {
                all.push(runs);
            }
            ImportedBlock::Table(rows) => all.extend(rows.into_iter().flatten()),
        }
    }
    all
}

/// Whether there is any text in these runs.
pub fn say_something(runs: &[ImportedRun]) -> bool {
    runs.iter().any(|run| !run.text.trim().is_empty())
}
