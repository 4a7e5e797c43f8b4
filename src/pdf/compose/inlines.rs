//! Text with links, emphasis and pictures in it, before it is broken into lines.

use krilla::tagging::{Tag, TagKind};

use super::composer::{Composer, LayoutPlace, LinkTo};
use crate::pdf::faces::Face;
use crate::pdf::lines::{BREAK, Inline};
use crate::pdf::pictures::Picture;
use crate::pdf::rows::{PlacedPicture, Row};
use crate::pdf::structure::{PartId, Slot};
use crate::pdf::style::Style;
use crate::pdf::tree::{Child, PageElement};
use crate::text;

/// A paragraph that is being collected. Spaces are collapsed as a browser does.
#[derive(Default)]
pub struct Paragraph {
    /// What is before the text that is being collected.
    pieces: Vec<ParagraphPiece>,
    inlines: Vec<Inline>,
    /// The part and style of the last inline, to which more text may be added.
    last: Option<(PartId, Option<usize>)>,
    anchors: Vec<String>,
    /// Whether a space that comes now would be the second, or the first of a line.
    after_space: bool,
}

/// What a paragraph consists of: a picture has lines of its own.
pub enum ParagraphPiece {
    Text(Vec<Inline>),
    Picture(ShownPicture),
}

/// A picture in a text.
pub struct ShownPicture {
    picture: Picture,
    figure: Option<(PartId, Slot)>,
    link: Option<usize>,
}

/// No picture is higher, so that what is said of it has room on the same page.
const TALLEST: f32 = 520.0;

impl ShownPicture {
    /// The picture in a row of its own, as large as a browser shows it if there is room.
    pub fn row(self, x: f32, room: f32) -> Row {
        let ShownPicture { picture, figure, link } = self;
        let (width, height) = picture.size();
        let scale = (room / width).min(TALLEST / height).min(1.0);
        let (width, height) = (width * scale, height * scale);
        Row::picture(PlacedPicture { picture, x, width, height, figure, link })
    }
}

impl Paragraph {
    /// Whether these nodes hold anything to show.
    pub fn begins(&self, children: &[Child]) -> bool {
        children.iter().any(|child| match child {
            Child::Text(text) => text.chars().any(|c| !is_collapsed(c)),
            Child::Element(element) if element.is_unseen() => false,
            Child::Element(element) if element.name == "img" => {
                alternative(element).is_some() || file_name(element).is_some()
            }
            Child::Element(element) => self.begins(&element.children),
        })
    }

    /// What it consists of, and the ids in it.
    pub fn finish(mut self) -> (Vec<ParagraphPiece>, Vec<String>) {
        self.end_text();
        (self.pieces, self.anchors)
    }

    /// Ends a piece of text, without the spaces at its end.
    fn end_text(&mut self) {
        let mut inlines = std::mem::take(&mut self.inlines);
        while let Some(last) = inlines.last_mut() {
            let shown = last.text.trim_end_matches(is_collapsed_or_break).len();
            last.text.truncate(shown);
            if !last.text.is_empty() {
                break;
            }
            inlines.pop();
        }
        if !inlines.is_empty() {
            self.pieces.push(ParagraphPiece::Text(inlines));
        }
        self.last = None;
        self.after_space = false;
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

impl Composer<'_, '_> {
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
            "img" => self.picture(element, &place, link, paragraph),
            "a" if link.is_none()
                && element.attribute("href").is_some_and(|href| !href.is_empty()) =>
            {
                if !paragraph.begins(&element.children) {
                    return;
                }
                let part = self.part(place.part, Tag::Link, element);
                place.part = part;
                let link = self.links.len();
                let mut text = element.text().split_whitespace().collect::<Vec<_>>().join(" ");
                if text.is_empty() {
                    let picture = element.find("img").and_then(alternative);
                    text = picture.unwrap_or_default().to_owned();
                }
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

    /// A picture: itself, or, if a PDF cannot hold it, what is said of it and the name of its file.
    fn picture(
        &mut self,
        element: &PageElement,
        place: &LayoutPlace,
        link: Option<usize>,
        paragraph: &mut Paragraph,
    ) {
        let said = alternative(element);
        let found = element.attribute("src").and_then(|src| self.pictures.get(src));
        if let Some(picture) = found {
            let figure = said.map(|said| {
                let part = self.part(place.part, Tag::Figure(Some(said.to_owned())), element);
                (part, self.structure.slot(part))
            });
            paragraph.end_text();
            paragraph.pieces.push(ParagraphPiece::Picture(ShownPicture { picture, figure, link }));
            return;
        }
        let words = match (file_name(element), said) {
            (Some(name), Some(said)) => text!(
                "Bilden {name} visas inte här: {said}",
                "The image {name} is not shown here: {said}"
            ),
            (Some(name), None) => {
                text!("Bilden {name} visas inte här.", "The image {name} is not shown here.")
            }
            (None, Some(said)) => text!("{said}", "{said}"),
            (None, None) => return,
        };
        let tag: TagKind = Tag::Span.into();
        let part = self.structure.part(place.part, tag);
        let style = Style { face: Face::Italic, hyphens: false, ..place.style };
        let place = LayoutPlace { style, ..place.in_part(part, true) };
        paragraph.push(self, words.in_language(self.words), &place, link);
    }

    /// Whether these nodes are nothing but pictures that are shown.
    pub(super) fn are_pictures(&mut self, children: &[Child]) -> bool {
        let mut any = false;
        for child in children {
            match child {
                Child::Text(text) if text.chars().all(is_collapsed) => {}
                Child::Element(element) if element.is_unseen() => {}
                Child::Element(element) if element.name == "img" => {
                    let src = element.attribute("src");
                    if src.and_then(|src| self.pictures.get(src)).is_none() {
                        return false;
                    }
                    any = true;
                }
                Child::Text(_) | Child::Element(_) => return false,
            }
        }
        any
    }
}

/// The name of a picture's file.
fn file_name(image: &PageElement) -> Option<&str> {
    let src = image.attribute("src")?;
    src.rsplit('/').next().filter(|name| !name.is_empty())
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
