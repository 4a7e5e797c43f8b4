//! Headings while they are parsed.

use super::reader::{MarkdownReader, on_one_line};
use crate::markdown::headings::HeadingText;
use crate::markdown::outline::RemarkKind;
use crate::markdown::part::{BodyEvent, Element};

/// A heading whose end has not been reached.
pub(super) struct OpenHeading {
    /// The index of the event with which it begins.
    start: usize,
    written: HeadingText,
    /// Whether it has neither an id nor a class.
    plain: bool,
    /// Whether it has classes or attributes, which no page has.
    has_others: bool,
}

impl MarkdownReader<'_> {
    pub(super) fn begin_heading(
        &mut self,
        written: HeadingText,
        plain: bool,
        has_others: bool,
    ) -> OpenHeading {
        let start = self.parts().len();
        // These are placeholders: what they become is known at the end of the heading.
        self.push(BodyEvent::Open(Element::Paragraph));
        self.push(BodyEvent::Open(Element::Strong));
        self.heading = Some(String::new());
        OpenHeading { start, written, plain, has_others }
    }

    pub(super) fn end_heading(&mut self, heading: OpenHeading) {
        let OpenHeading { start, mut written, plain, has_others } = heading;
        if plain {
            self.say_lost_braces(written.span.end);
        }
        let unread = self.cursor..written.span.end;
        match &written.explicit {
            None if !plain => {}
            Some(id) if has_others => {
                let id = format!("#{id}");
                let at = self.text.get(unread.clone()).and_then(|unread| unread.find(&id));
                let start = unread.start + at.unwrap_or_default();
                self.covered.add(start..start + id.len());
            }
            _ => self.covered.add(unread),
        }
        written.text = on_one_line(self.heading.take().unwrap_or_default());
        if written.text.is_empty() {
            self.parts().remove(start + 1);
            self.end_paragraph();
            self.remark(RemarkKind::EmptyHeading, written.span);
        } else if self.open_notes.is_empty() {
            let element = Element::Heading(self.headings.len());
            self.parts()[start] = BodyEvent::Open(element);
            self.parts().remove(start + 1);
            self.push(BodyEvent::Close(element));
            self.headings.push(written);
        } else {
            self.push(BodyEvent::Close(Element::Strong));
            self.push(BodyEvent::Close(Element::Paragraph));
        }
    }

    /// The parser reads “Fokus {unga}” as a heading with an attribute and removes the braces; this
    /// puts them back.
    fn say_lost_braces(&mut self, heading_end: usize) {
        let unread = self.text.get(self.cursor..heading_end).unwrap_or("");
        if let (Some(from), Some(to)) = (unread.find('{'), unread.rfind('}')) {
            if self.heading.as_ref().is_some_and(|text| !text.is_empty()) {
                self.say(" ".into());
            }
            self.say(unread.get(from..=to).unwrap_or("").into());
        }
    }
}
