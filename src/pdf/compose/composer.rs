//! What a document is laid out with: what has come of it so far, and the place where something is put.

use hypher::Lang;
use krilla::tagging::TagKind;

use crate::language::Language;
use crate::pdf::pictures::Pictures;
use crate::pdf::rows::Row;
use crate::pdf::structure::{PartId, Slot, Structure};
use crate::pdf::style::Style;
use crate::pdf::tree::PageElement;

/// The space above a paragraph.
pub(super) const PARAGRAPH: f32 = 6.5;

/// A link.
#[derive(Debug)]
pub struct LinkTo {
    pub href: String,
    /// What it is called: its text.
    pub text: String,
    /// Where in the structure its surfaces are.
    pub slot: Slot,
}

/// The patterns that divide the words of a language.
pub fn patterns(language: &str) -> Option<Lang> {
    match language.split('-').next().unwrap_or("") {
        "sv" => Some(Lang::Swedish),
        "en" => Some(Lang::English),
        _ => None,
    }
}

/// Where something is laid out, and how.
#[derive(Debug, Clone, Copy)]
pub struct LayoutPlace {
    pub x: f32,
    pub width: f32,
    pub style: Style,
    /// The part of the structure that it belongs to.
    pub part: PartId,
    /// Whether text may stand in that part without being a paragraph.
    pub holds_text: bool,
    pub language: Option<Lang>,
    pub within: Within,
}

/// What decides whether lists have marks, as it does on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Page,
    /// A list; its depth, from 1.
    List(usize),
    /// The text of a definition.
    Definition,
}

impl LayoutPlace {
    /// The place of an element within it.
    pub fn within(&self, element: &PageElement) -> LayoutPlace {
        let language = element.attribute("lang").map_or(self.language, patterns);
        LayoutPlace { style: self.style.within(element), language, ..*self }
    }

    /// The place further in from the left.
    pub fn indented(self, by: f32) -> LayoutPlace {
        // Room for a word is left, however deep something is nested.
        let by = by.min((self.width - 60.0).max(0.0));
        LayoutPlace { x: self.x + by, width: self.width - by, ..self }
    }

    /// The same place, for what belongs to another part.
    pub fn in_part(self, part: PartId, holds_text: bool) -> LayoutPlace {
        LayoutPlace { part, holds_text, ..self }
    }
}

/// What lays out a document.
///
/// `'a` is how long the document is made, `'s` how long its pictures can be found.
pub struct Composer<'a, 's> {
    pub structure: Structure,
    pub links: Vec<LinkTo>,
    pub heads: Vec<Vec<Row>>,
    pub pictures: &'a mut Pictures<'s>,
    /// The language of what the page does not say itself.
    pub words: Language,
}

impl Composer<'_, '_> {
    /// A part for an element, in the element's language.
    pub fn part(
        &mut self,
        inside: PartId,
        tag: impl Into<TagKind>,
        element: &PageElement,
    ) -> PartId {
        let mut tag = tag.into();
        if let Some(language) = element.attribute("lang") {
            tag.set_lang(Some(language.to_owned()));
        }
        self.structure.part(inside, tag)
    }
}
