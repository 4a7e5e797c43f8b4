//! Text with links, emphasis and pictures in it, before it is broken into lines.

use krilla::tagging::Tag;

use super::{Composer, LayoutPlace, LinkTo};
use crate::pdf::faces::Face;
use crate::pdf::lines::{BREAK, Inline};
use crate::pdf::style::Style;
use crate::pdf::tree::{Child, PageElement};

/// A paragraph that is being collected. Spaces are collapsed as a browser does.
#[derive(Default)]
pub struct Paragraph {
    inlines: Vec<Inline>,
    /// The part and style of the last inline, to which more text may be added.
    last: Option<(super::PartId, Option<usize>)>,
    anchors: Vec<String>,
    /// Whether a space that comes now would be the second, or the first of a line.
    after_space: bool,
}

impl Paragraph {
    /// Whether these nodes hold anything to show.
    pub fn begins(&self, children: &[Child]) -> bool {
        children.iter().any(|child| match child {
            Child::Text(text) => text.chars().any(|c| !is_collapsed(c)),
            Child::Element(element) if element.is_unseen() => false,
            Child::Element(element) if element.name == "img" => alternative(element).is_some(),
            Child::Element(element) => self.begins(&element.children),
        })
    }

    /// The inlines, without spaces at the end, and the ids in the paragraph.
    pub fn finish(mut self) -> (Vec<Inline>, Vec<String>) {
        while let Some(last) = self.inlines.last_mut() {
            let shown = last.text.trim_end_matches(is_collapsed_or_break).len();
            last.text.truncate(shown);
            if !last.text.is_empty() {
                break;
            }
            self.inlines.pop();
        }
        (self.inlines, self.anchors)
    }

    fn push(
        &mut self,
        composer: &mut Composer,
        text: &str,
        place: &LayoutPlace,
        link: Option<usize>,
    ) {
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            if place.style.as_written {
                match character {
                    '\n' => shown.push(BREAK),
                    '\t' => shown.push_str("\u{a0}\u{a0}\u{a0}\u{a0}"),
                    ' ' => shown.push('\u{a0}'),
                    _ => shown.push(character),
                }
                self.after_space = false;
            } else if is_collapsed(character) {
                let at_start = self.inlines.is_empty() && shown.is_empty();
                if !self.after_space && !at_start {
                    shown.push(' ');
                }
                self.after_space = true;
            } else {
                shown.push(character);
                self.after_space = character == BREAK;
            }
        }
        if shown.is_empty() {
            return;
        }
        let same = |inline: &&mut Inline| {
            inline.style == place.style && self.last == Some((place.part, link))
        };
        match self.inlines.last_mut().filter(same) {
            Some(inline) => inline.text.push_str(&shown),
            None => {
                let slot = composer.structure.slot(place.part);
                let language = place.language;
                self.inlines.push(Inline { text: shown, style: place.style, slot, link, language });
                self.last = Some((place.part, link));
            }
        }
    }
}

impl Composer {
    /// Adds nodes to a paragraph.
    pub(super) fn collect(
        &mut self,
        children: &[Child],
        place: &LayoutPlace,
        link: Option<usize>,
        paragraph: &mut Paragraph,
    ) {
        for child in children {
            match child {
                Child::Text(text) => paragraph.push(self, text, place, link),
                Child::Element(element) if element.is_unseen() => {}
                Child::Element(element) => self.inline(element, place, link, paragraph),
            }
        }
    }

    fn inline(
        &mut self,
        element: &PageElement,
        place: &LayoutPlace,
        link: Option<usize>,
        paragraph: &mut Paragraph,
    ) {
        paragraph.anchors.extend(element.attribute("id").map(str::to_owned));
        let mut place = place.within(element);
        match element.name.as_str() {
            "br" => {
                let style = Style { as_written: true, ..place.style };
                paragraph.push(self, "\n", &LayoutPlace { style, ..place }, link);
                paragraph.after_space = true;
            }
            "wbr" => paragraph.push(self, "\u{200b}", &place, link),
            "img" => {
                let Some(text) = alternative(element) else { return };
                let tag = Tag::Span.with_alt_text(Some(text.to_owned()));
                place.part = self.structure.part(place.part, tag);
                place.style.face = Face::Italic;
                paragraph.push(self, text, &place, link);
            }
            "a" if link.is_none()
                && element.attribute("href").is_some_and(|href| !href.is_empty()) =>
            {
                if !paragraph.begins(&element.children) {
                    return;
                }
                let part = self.part(place.part, Tag::Link, element);
                place.part = part;
                let link = self.links.len();
                let text = element.text().split_whitespace().collect::<Vec<_>>().join(" ");
                let href = element.attribute("href").unwrap_or("").to_owned();
                let slot = self.structure.slot(part);
                self.links.push(LinkTo { href, text, slot });
                self.collect(&element.children, &place, Some(link), paragraph);
            }
            _ => {
                if element.attribute("lang").is_some() && paragraph.begins(&element.children) {
                    place.part = self.part(place.part, Tag::Span, element);
                }
                self.collect(&element.children, &place, link, paragraph);
            }
        }
    }
}

/// What is said of a picture; `None` for one that only decorates.
fn alternative(image: &PageElement) -> Option<&str> {
    image.attribute("alt").map(str::trim).filter(|text| !text.is_empty())
}

fn is_collapsed(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn is_collapsed_or_break(character: char) -> bool {
    is_collapsed(character) || character == BREAK
}
