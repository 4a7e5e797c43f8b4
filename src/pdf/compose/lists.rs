//! Lists: with marks, with numbers, without either, and of definitions.

use krilla::tagging::{ListNumbering, Tag};

use super::composer::{Composer, LayoutPlace, Within};
use crate::pdf::lines;
use crate::pdf::rows::{self, Fill, FillExtent, Row};
use crate::pdf::style::{LINE, MUTED, Style};
use crate::pdf::tree::{Child, PageElement};

/// How far the text of a list is from the text around it.
const INDENT: f32 = 18.0;
/// Between a mark and the text.
const GAP: f32 = 6.0;
/// Between the columns of definitions.
const GUTTER: f32 = 14.0;

/// The marks of a list.
#[derive(Debug, Clone, Copy)]
enum Marks {
    None,
    /// The depth decides which.
    Bullets(usize),
    /// The number of the first.
    Numbers(u64),
}

impl Composer<'_, '_> {
    pub(super) fn list(
        &mut self,
        element: &PageElement,
        place: &LayoutPlace,
    ) -> Result<Vec<Row>, char> {
        let marks = marks(element, place.within);
        let numbering = match marks {
            Marks::None => ListNumbering::None,
            Marks::Bullets(depth) if depth % 2 == 0 => ListNumbering::Circle,
            Marks::Bullets(_) => ListNumbering::Disc,
            Marks::Numbers(_) => ListNumbering::Decimal,
        };
        let list = self.part(place.part, Tag::L(numbering), element);
        let depth = match place.within {
            Within::List(depth) => depth + 1,
            Within::Page | Within::Definition => 1,
        };
        let inner = LayoutPlace { within: Within::List(depth), ..*place };
        let commitments = element.has_class("commitments");
        let mut rows = Vec::new();
        let mut number = match marks {
            Marks::Numbers(first) => first,
            Marks::Bullets(_) | Marks::None => 1,
        };
        for item in element.elements().filter(|item| !item.is_unseen()) {
            if let Some(own) = item.attribute("value").and_then(|own| own.parse().ok()) {
                number = own;
            }
            let own = self.part(list, Tag::LI, item);
            // Its slot comes before those of the text, and so does what is drawn in it.
            let label = (!matches!(marks, Marks::None)).then(|| {
                let label = self.structure.part(own, Tag::Lbl);
                self.structure.slot(label)
            });
            let body = self.part(own, Tag::LBody, item);
            let mut text = inner.within(item).in_part(body, true);
            if label.is_some() {
                text = text.indented(INDENT);
            }
            let mut own = self.blocks(&item.children, &text)?;
            if let Some(slot) = label {
                let mark = match marks {
                    Marks::Numbers(_) => format!("{number}."),
                    Marks::Bullets(depth) if depth % 2 == 0 => "–".to_owned(),
                    Marks::Bullets(_) | Marks::None => "•".to_owned(),
                };
                let style = Style { colour: MUTED, ..Style::TEXT };
                let width = lines::width(&mark, style)?;
                let x = (text.x - GAP - width).max(place.x - INDENT / 2.0);
                let mut run = lines::run(&mark, style, slot, x)?;
                if own.is_empty() {
                    own.push(Row { height: style.line(), ..Row::default() });
                }
                let first = &mut own[0];
                // On the line of the text, whatever its size.
                run.y = first.runs.first().map_or(style.size, |text| text.y + text.style.raised);
                first.runs.push(run);
            }
            if commitments {
                rows::set_before(&mut own, 14.0);
                if let Some(first) = own.first_mut() {
                    let line = Fill {
                        x: place.x,
                        width: place.width,
                        colour: LINE,
                        extent: FillExtent::Above(0.75),
                    };
                    first.fills.push(line);
                    first.keeps = true;
                }
            } else if let Some(first) = own.first_mut() {
                first.before = if has_paragraphs(item) { 5.0 } else { 2.5 };
            }
            if let (Some(first), Some(id)) = (own.first_mut(), item.attribute("id")) {
                first.anchors.push(id.to_owned());
            }
            rows.extend(own);
            number = number.saturating_add(1);
        }
        if !commitments && matches!(place.within, Within::Page) {
            rows::set_before(&mut rows, 5.0);
        }
        Ok(rows)
    }

    /// Terms to the left, what is said of them to the right.
    pub(super) fn definitions(
        &mut self,
        element: &PageElement,
        place: &LayoutPlace,
    ) -> Result<Vec<Row>, char> {
        let list = self.part(place.part, Tag::L(ListNumbering::None), element);
        let lined = element.has_class("facts");
        let term = if place.width > 360.0 { 118.0 } else { place.width * 0.3 };
        let mut rows = Vec::new();
        for (terms, texts) in groups(element) {
            let own = self.structure.part(list, Tag::LI);
            let label = self.structure.part(own, Tag::Lbl);
            let body = self.structure.part(own, Tag::LBody);
            let left = LayoutPlace { width: term, ..place.in_part(label, true) };
            let right = LayoutPlace {
                within: Within::Definition,
                ..place.in_part(body, true).indented(term + GUTTER)
            };
            let mut columns = [Vec::new(), Vec::new()];
            for (column, (elements, place)) in
                columns.iter_mut().zip([(&terms, left), (&texts, right)])
            {
                for element in elements {
                    let mut own = self.blocks(&element.children, &place.within(element))?;
                    rows::set_before(&mut own, if column.is_empty() { 0.0 } else { 2.5 });
                    column.extend(own);
                }
            }
            let mut own = rows::beside(columns.into());
            if own.len() <= 12 {
                rows::keep_together(&mut own);
            }
            rows::set_before(&mut own, if lined { 4.0 } else { 1.5 });
            if let Some(last) = own.last_mut().filter(|_| lined) {
                last.height += 4.0;
                let line = Fill {
                    x: place.x,
                    width: place.width,
                    colour: LINE,
                    extent: FillExtent::Below(0.5),
                };
                last.fills.push(line);
            }
            rows.extend(own);
        }
        rows::set_before(&mut rows, 6.0);
        Ok(rows)
    }
}

/// The terms of a list of definitions, each group with its texts. A group may be in a `div`.
fn groups(list: &PageElement) -> Vec<(Vec<&PageElement>, Vec<&PageElement>)> {
    let mut groups: Vec<(Vec<&PageElement>, Vec<&PageElement>)> = Vec::new();
    let direct = list.elements().flat_map(|element| match element.name.as_str() {
        "div" => element.elements().collect(),
        _ => vec![element],
    });
    for element in direct.filter(|element| !element.is_unseen()) {
        let is_term = element.name == "dt";
        match groups.last_mut() {
            Some((terms, texts)) if !is_term || texts.is_empty() => {
                if is_term { terms } else { texts }.push(element);
            }
            Some(_) | None if is_term => groups.push((vec![element], Vec::new())),
            Some(_) | None => groups.push((Vec::new(), vec![element])),
        }
    }
    groups
}

/// Which marks a list has: those that it has on the page, where lists of a class of their own and
/// those of facts have none.
fn marks(list: &PageElement, within: Within) -> Marks {
    let named = ["sources", "attachments"].iter().any(|class| list.has_class(class));
    let plain = list.attribute("class").is_none() && within != Within::Definition;
    if !named && !plain {
        return Marks::None;
    }
    let depth = match within {
        Within::List(depth) => depth + 1,
        Within::Page | Within::Definition => 1,
    };
    match list.name.as_str() {
        "ol" => Marks::Numbers(list.attribute("start").and_then(|n| n.parse().ok()).unwrap_or(1)),
        _ => Marks::Bullets(depth),
    }
}

fn has_paragraphs(item: &PageElement) -> bool {
    item.children.iter().any(|child| match child {
        Child::Element(element) => element.name == "p",
        Child::Text(_) => false,
    })
}
