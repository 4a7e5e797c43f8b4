//! A parsed text without markup, for those who search it.

use super::part::{BodyEvent, Element};
use super::reading::ParsedText;

/// Writes the text, a line for each block.
pub(super) fn write(reading: &ParsedText<'_>) -> String {
    let mut out = String::new();
    parts(reading, &reading.body, &mut out);
    for note in &reading.notes {
        parts(reading, &note.parts, &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

fn parts(reading: &ParsedText<'_>, parts: &[BodyEvent<'_>], out: &mut String) {
    let line = |out: &mut String| {
        while out.ends_with(' ') {
            out.pop();
        }
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
    };
    for part in parts {
        match part {
            BodyEvent::Text(text) | BodyEvent::Code(text) => out.push_str(text),
            BodyEvent::SoftBreak | BodyEvent::HardBreak => out.push(' '),
            BodyEvent::Rule => line(out),
            BodyEvent::Image(image) => out.push_str(&reading.outline.links[*image].text),
            BodyEvent::Named(_) | BodyEvent::Note { .. } => {}
            BodyEvent::Open(element) | BodyEvent::Close(element) => match element {
                Element::Paragraph
                | Element::Heading(_)
                | Element::Quote
                | Element::CodeBlock
                | Element::List(_)
                | Element::Item(_)
                | Element::Table
                | Element::TableHead
                | Element::TableRow => line(out),
                Element::HeadCell(_) | Element::Cell(_) => out.push(' '),
                Element::Emphasis | Element::Strong | Element::Deleted | Element::Link(_) => {}
            },
        }
    }
    line(out);
}
