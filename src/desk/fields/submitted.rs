//! The fields of a submitted form, as a tree by the parts of their names.

use std::collections::BTreeMap;

/// The values of one field, and the fields whose names go on from its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldNode {
    /// In the order of the form; a field that is repeated has several.
    pub values: Vec<String>,
    pub fields: BTreeMap<String, FieldNode>,
}

/// A longer name is not that of a field.
const DEEPEST: usize = 6;

impl FieldNode {
    /// The tree of these fields.
    pub fn of(fields: impl Iterator<Item = (String, String)>) -> FieldNode {
        let mut root = FieldNode::default();
        for (name, value) in fields {
            let parts: Vec<&str> = name.split('.').collect();
            if parts.len() > DEEPEST {
                continue;
            }
            let mut node = &mut root;
            for part in parts {
                node = node.fields.entry(part.to_owned()).or_default();
            }
            node.values.push(value);
        }
        root
    }

    /// The tree of the fields in a query or in the body of a form.
    pub fn of_urlencoded(bytes: &[u8]) -> FieldNode {
        FieldNode::of(form_urlencoded::parse(bytes).into_owned())
    }

    /// Adds other fields; of a field that both have, the other values follow.
    pub fn add(&mut self, other: FieldNode) {
        self.values.extend(other.values);
        for (name, node) in other.fields {
            self.fields.entry(name).or_default().add(node);
        }
    }

    /// The field with this name, whose parts are separated by dots.
    pub fn get(&self, name: &str) -> Option<&FieldNode> {
        name.split('.').try_fold(self, |node, part| node.fields.get(part))
    }

    /// The last value of a field; browsers send only one of those that can have one.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.get(name)?.values.last().map(String::as_str)
    }

    /// All values of a field, each line by itself, without empty ones.
    pub fn lines(&self) -> Vec<String> {
        let lines = self.values.iter().flat_map(|value| value.split(['\n', '\r']));
        lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// Whether every field in it is empty.
    pub fn is_blank(&self) -> bool {
        self.values.iter().all(|value| value.trim().is_empty())
            && self
                .fields
                .iter()
                .filter(|(name, _)| !name.starts_with('_'))
                .all(|(_, node)| node.is_blank())
    }

    /// The numbered fields in it, in order of their numbers.
    pub fn numbered(&self) -> BTreeMap<usize, &FieldNode> {
        let numbered = self.fields.iter().filter_map(|(name, node)| {
            let number = name.parse().ok().filter(|number: &usize| *number < 100_000)?;
            Some((number, node))
        });
        numbered.collect()
    }
}
