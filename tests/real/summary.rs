//! The summary ("Läget i korthet") on a place's page, as a reader sees it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;

/// What a summary says.
pub struct Summary {
    /// Its blocks (headings, paragraphs, items of lists) in order, with white space collapsed. Its
    /// own heading and the sentence that names the day are left out.
    pub lines: Vec<String>,
    /// The sentence that names the day.
    day: Option<String>,
}

/// The heading of a summary.
const SUMMARY: &str = "sida-laget";

/// How a summary names its day: "Sidan skapades den 28 november 2026 och visar vad som gällde då."
const DAY: &str = "Sidan skapades den ";

/// The summary of a place's page.
#[track_caller]
pub fn of_page(html: &str) -> Summary {
    let mut lines = section_of_page(html, SUMMARY);
    assert!(!lines.is_empty(), "no section is named by “{SUMMARY}”");
    let at = lines.iter().position(|line| line.starts_with(DAY));
    let day = at.map(|at| lines.remove(at));
    Summary { lines, day }
}

/// The blocks of the section of a page that is named by a heading, as those of a [`Summary`]; none
/// if there is no such section.
#[track_caller]
pub fn section_of_page(html: &str, heading: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut lines = Vec::new();
    if let Some(section) = section(&dom.document, heading) {
        let mut line = String::new();
        blocks(&section, &mut line, &mut lines);
        end(&mut line, &mut lines);
    }
    lines
}

impl Summary {
    /// Checks that the summary says exactly this: the same words in the same order, however they
    /// are divided into blocks.
    #[track_caller]
    pub fn says(&self, expected: &[String], place: &str) {
        let whole = self.lines.join(" ");
        let mut rest = whole.as_str();
        for (n, line) in expected.iter().enumerate() {
            let Some(after) = rest.strip_prefix(line.as_str()) else {
                let before = expected[..n].join("\n  ");
                panic!(
                    "{place}, as it should:\n  {before}\nthen expected:\n  {line}\nbut it says:\n  {rest}\n\nall of it:\n{:#?}",
                    self.lines
                );
            };
            rest = after.trim_start();
        }
        assert!(rest.is_empty(), "{place} says more than it should: {rest}\n{:#?}", self.lines);
    }

    /// Checks that the summary names the day if something in it may be different on another day.
    #[track_caller]
    pub fn names_the_day(&self, timeline: &Value, place: &str) {
        let changes =
            |entry: &Value| matches!(entry["state"].as_str(), Some("in-force" | "upcoming"));
        let needed = timeline["entries"].as_array().expect("entries").iter().any(changes);
        assert!(!needed || self.day.is_some(), "{place} does not name the day: {:#?}", self.lines);
        let Some(day) = &self.day else { return };
        let as_of = timeline["as_of"].as_str().expect("a day");
        let wanted = format!("{DAY}{} och visar vad som gällde då.", in_words(as_of));
        assert_eq!(*day, wanted, "{place}");
    }
}

/// A date in words: "28 november 2026".
fn in_words(day: &str) -> String {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let parts: Vec<usize> = day.split('-').map(|part| part.parse().expect("a number")).collect();
    format!("{} {} {}", parts[2], MONTHS[parts[1] - 1], parts[0])
}

fn section(node: &Handle, heading: &str) -> Option<Handle> {
    if attribute(node, "aria-labelledby").as_deref() == Some(heading) {
        return Some(node.clone());
    }
    node.children.borrow().iter().find_map(|child| section(child, heading))
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| attr.value.to_string())
}

/// Collects the text below a node. Each block gets a line of its own.
fn blocks(node: &Handle, line: &mut String, lines: &mut Vec<String>) {
    const HIDDEN: [&str; 4] = ["svg", "script", "style", "template"];
    const INLINE: [&str; 12] =
        ["a", "abbr", "b", "bdi", "cite", "em", "i", "q", "small", "span", "strong", "time"];
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => line.push_str(&contents.borrow()),
            NodeData::Element { name, .. } => {
                let name: &str = &name.local;
                let own_heading = attribute(child, "id").as_deref() == Some(SUMMARY);
                if HIDDEN.contains(&name) || own_heading {
                    continue;
                }
                if INLINE.contains(&name) {
                    blocks(child, line, lines);
                } else {
                    end(line, lines);
                    blocks(child, line, lines);
                    end(line, lines);
                }
            }
            _ => {}
        }
    }
}

fn end(line: &mut String, lines: &mut Vec<String>) {
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words.is_empty() {
        lines.push(words);
    }
    line.clear();
}
