//! What the styles and the numberings of a file of Word say of a paragraph: whether it is a heading,
//! and of which list it is an item.

use std::collections::BTreeMap;

use crate::import::xml::XmlElement;

/// The styles, by id.
#[derive(Debug, Default)]
pub struct Styles(BTreeMap<String, WordStyle>);

#[derive(Debug, Default)]
struct WordStyle {
    /// In lower case; Word's own styles have English names in every language.
    name: String,
    based_on: Option<String>,
    outline: Option<usize>,
    numbering: Option<(String, usize)>,
    bold: bool,
    italic: bool,
}

/// How many styles are based on each other, at most.
const LONGEST: usize = 12;

impl Styles {
    pub fn of(part: Option<&XmlElement>) -> Styles {
        let styles = part.into_iter().flat_map(XmlElement::elements);
        let styles = styles.filter(|style| style.name == "style").filter_map(|style| {
            let id = style.attribute("styleId")?.to_owned();
            let (paragraph, run) = (style.child("pPr"), style.child("rPr"));
            let own = WordStyle {
                name: style.value_of("name").unwrap_or_default().to_lowercase(),
                based_on: style.value_of("basedOn").map(str::to_owned),
                outline: paragraph.and_then(outline),
                numbering: paragraph.and_then(numbering),
                bold: run.is_some_and(|run| run.turns_on("b")),
                italic: run.is_some_and(|run| run.turns_on("i")),
            };
            Some((id, own))
        });
        Styles(styles.collect())
    }

    /// A style and those that it is based on.
    fn chain<'s>(&'s self, id: &'s str) -> impl Iterator<Item = &'s WordStyle> {
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(style.based_on.as_deref()?)).take(LONGEST)
    }

    /// The level of a heading, from 1, if that is what paragraphs of a style are.
    pub fn heading(&self, id: &str) -> Option<usize> {
        self.chain(id).find_map(|style| {
            let of_name = match style.name.as_str() {
                "title" => Some(1),
                name => name.strip_prefix("heading ").and_then(|level| level.parse().ok()),
            };
            of_name.or(style.outline)
        })
    }

    /// Whether it is a line of a table of contents.
    pub fn is_contents(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.name.starts_with("toc "))
    }

    pub fn numbering(&self, id: &str) -> Option<(String, usize)> {
        self.chain(id).find_map(|style| style.numbering.clone())
    }

    pub fn bold(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.bold)
    }

    pub fn italic(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.italic)
    }
}

/// The level of a paragraph in the outline, from 1; text has none.
pub fn outline(paragraph: &XmlElement) -> Option<usize> {
    let level: usize = paragraph.value_of("outlineLvl")?.parse().ok()?;
    (level < 6).then_some(level + 1)
}

/// The list and the level, from 0, of a paragraph; a list of `0` is none.
pub fn numbering(paragraph: &XmlElement) -> Option<(String, usize)> {
    let numbering = paragraph.child("numPr")?;
    let level = numbering.value_of("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
    let list = numbering.value_of("numId")?;
    Some((list.to_owned(), usize::min(level, 8)))
}

/// Which levels of which lists are numbered.
#[derive(Debug, Default)]
pub struct Numberings(BTreeMap<(String, usize), bool>);

impl Numberings {
    pub fn of(part: Option<&XmlElement>) -> Numberings {
        let mut found = BTreeMap::new();
        let Some(part) = part else { return Numberings::default() };
        let id = |element: &XmlElement, name| element.attribute(name).map(str::to_owned);
        let named = |name: &'static str| part.elements().filter(move |it| it.name == name);
        for list in named("num") {
            let (Some(own), Some(of)) = (id(list, "numId"), list.value_of("abstractNumId")) else {
                continue;
            };
            let levels = named("abstractNum")
                .filter(|it| it.attribute("abstractNumId") == Some(of))
                .flat_map(XmlElement::elements)
                .filter(|it| it.name == "lvl");
            for level in levels {
                let format = level.value_of("numFmt").unwrap_or("decimal");
                let level = level.attribute("ilvl").and_then(|level| level.parse().ok());
                let numbered = !matches!(format, "bullet" | "none");
                found.insert((own.clone(), level.unwrap_or(0)), numbered);
            }
        }
        Numberings(found)
    }

    /// Whether the items of a list are numbered at a level.
    pub fn numbered(&self, list: &str, level: usize) -> bool {
        self.0.get(&(list.to_owned(), level)).copied().unwrap_or(false)
    }
}
