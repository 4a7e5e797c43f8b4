//! The structure of a document as its readers' aids are told it: headings, paragraphs, lists,
//! tables and links, and which of the drawn texts belong to each.

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, Node, TagGroup, TagKind, TagTree};

/// A part of the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartId(usize);

/// A place in the structure for what is drawn; in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot(usize);

#[derive(Debug)]
struct StructurePart {
    tag: Option<TagKind>,
    children: Vec<Inside>,
}

#[derive(Debug)]
enum Inside {
    Part(PartId),
    Slot(Slot),
}

/// The parts of a document, and the slots in them.
#[derive(Debug)]
pub struct Structure {
    parts: Vec<StructurePart>,
    slots: usize,
}

impl Structure {
    /// The whole document, in which all other parts are.
    pub const ROOT: PartId = PartId(0);

    pub fn new() -> Structure {
        Structure { parts: vec![StructurePart { tag: None, children: Vec::new() }], slots: 0 }
    }

    /// Adds a part at the end of another.
    pub fn part(&mut self, inside: PartId, tag: impl Into<TagKind>) -> PartId {
        let id = PartId(self.parts.len());
        self.parts.push(StructurePart { tag: Some(tag.into()), children: Vec::new() });
        self.parts[inside.0].children.push(Inside::Part(id));
        id
    }

    /// Adds a slot at the end of a part.
    pub fn slot(&mut self, inside: PartId) -> Slot {
        let slot = Slot(self.slots);
        self.slots += 1;
        self.parts[inside.0].children.push(Inside::Slot(slot));
        slot
    }

    /// Notes where on a page a part is, from the page's top left corner; for figures.
    pub fn set_box(&mut self, part: PartId, page: usize, rect: Rect) {
        if let Some(TagKind::Figure(figure)) = self.parts[part.0].tag.as_mut() {
            figure.set_bbox(Some(BBox::new(page, rect)));
        }
    }

    /// The tree of tags, once everything has been drawn.
    pub fn tree(mut self, drawn: &Drawn) -> TagTree {
        let mut tree = TagTree::new();
        for child in self.children(Structure::ROOT, drawn) {
            tree.push(child);
        }
        tree
    }

    fn children(&mut self, of: PartId, drawn: &Drawn) -> Vec<Node> {
        let mut nodes = Vec::new();
        for child in std::mem::take(&mut self.parts[of.0].children) {
            match child {
                Inside::Slot(slot) => {
                    nodes.extend(drawn.of(slot).iter().copied().map(Node::from));
                }
                Inside::Part(part) => {
                    let children = self.children(part, drawn);
                    let tag = self.parts[part.0].tag.take();
                    match tag {
                        Some(tag) if !children.is_empty() => {
                            nodes.push(TagGroup::with_children(tag, children).into());
                        }
                        Some(_) | None => {}
                    }
                }
            }
        }
        nodes
    }

    /// A record of what is drawn in each slot.
    pub fn drawn(&self) -> Drawn {
        Drawn { identifiers: vec![Vec::new(); self.slots] }
    }
}

/// What has been drawn in each slot.
pub struct Drawn {
    identifiers: Vec<Vec<Identifier>>,
}

impl Drawn {
    pub fn add(&mut self, slot: Slot, identifier: Identifier) {
        if let Some(identifiers) = self.identifiers.get_mut(slot.0) {
            identifiers.push(identifier);
        }
    }

    fn of(&self, slot: Slot) -> &[Identifier] {
        self.identifiers.get(slot.0).map_or(&[], Vec::as_slice)
    }
}
