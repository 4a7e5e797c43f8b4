//! Footnotes: which note a name refers to, and the numbers of notes, which follow the order of the
//! references.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::CowStr;

use super::part::BodyEvent;

/// The names of notes as the text refers to them, ignoring case.
#[derive(Default)]
pub(super) struct NoteNames<'a> {
    by_name: HashMap<String, usize>,
    written: Vec<CowStr<'a>>,
}

impl<'a> NoteNames<'a> {
    /// The index of a name, which is added if it is new.
    pub fn place(&mut self, name: CowStr<'a>) -> usize {
        let new = self.written.len();
        let place = *self.by_name.entry(name.to_lowercase()).or_insert(new);
        if place == new {
            self.written.push(name);
        }
        place
    }
}

/// A note where it is defined in the text.
pub(super) struct Definition<'a> {
    /// The index of its name.
    pub name: usize,
    pub parts: Vec<BodyEvent<'a>>,
    pub span: Range<usize>,
}

/// A note with a number: its position in the list, from 1.
pub(super) struct Note<'a> {
    pub parts: Vec<BodyEvent<'a>>,
    /// How many references lead to it.
    pub uses: usize,
    pub span: Range<usize>,
}

/// Numbers the notes by the first reference to them, first in the body and then in the notes
/// themselves. Notes without references come last, in the order of the text.
pub(super) fn number<'a>(
    body: &mut [BodyEvent<'a>],
    mut definitions: Vec<Definition<'a>>,
    names: &NoteNames<'a>,
) -> Vec<Note<'a>> {
    let mut numbering = Numbering {
        names: &names.written,
        defined: vec![None; names.written.len()],
        numbers: vec![None; definitions.len()],
        order: Vec::new(),
        uses: Vec::new(),
    };
    for (place, definition) in definitions.iter().enumerate() {
        numbering.defined[definition.name].get_or_insert(place);
    }
    numbering.resolve(body);
    let mut read = 0;
    for place in 0..definitions.len() {
        numbering.follow(&mut definitions, &mut read);
        if numbering.numbers[place].is_none() {
            numbering.give(place);
        }
    }
    numbering.follow(&mut definitions, &mut read);

    let Numbering { order, uses, .. } = numbering;
    order
        .into_iter()
        .zip(uses)
        .map(|(place, uses)| {
            let definition = &mut definitions[place];
            Note {
                parts: std::mem::take(&mut definition.parts),
                uses,
                span: definition.span.clone(),
            }
        })
        .collect()
}

struct Numbering<'n, 'a> {
    names: &'n [CowStr<'a>],
    /// The definition of each name.
    defined: Vec<Option<usize>>,
    /// The number of each definition.
    numbers: Vec<Option<usize>>,
    /// By number: the definition, and the number of references so far.
    order: Vec<usize>,
    uses: Vec<usize>,
}

impl<'a> Numbering<'_, 'a> {
    fn give(&mut self, definition: usize) -> usize {
        self.order.push(definition);
        self.uses.push(0);
        self.numbers[definition] = Some(self.order.len());
        self.order.len()
    }

    /// Looks for references to further notes in the numbered notes.
    fn follow(&mut self, definitions: &mut [Definition<'a>], read: &mut usize) {
        while let Some(&place) = self.order.get(*read) {
            self.resolve(&mut definitions[place].parts);
            *read += 1;
        }
    }

    fn resolve(&mut self, parts: &mut [BodyEvent<'a>]) {
        for part in parts {
            let &mut BodyEvent::Named(name) = part else {
                continue;
            };
            *part = match self.defined[name] {
                Some(definition) => {
                    let number = match self.numbers[definition] {
                        Some(number) => number,
                        None => self.give(definition),
                    };
                    self.uses[number - 1] += 1;
                    let times = self.uses[number - 1];
                    BodyEvent::Note { number, times }
                }
                // The parser folds case in a few more ways than this program.
                None => BodyEvent::Text(format!("[^{}]", self.names[name]).into()),
            };
        }
    }
}
