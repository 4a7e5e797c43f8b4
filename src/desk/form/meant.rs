//! What was meant by the values of references: they may be given as the address of a page, and are
//! then written as the path of its file.

use crate::archive::Archive;
use crate::desk::fields::FieldNode;
use crate::model::ContentPath;
use crate::model::address::relative;
use crate::schema::{Key, Type};

/// The fields with every reference that is the address of a page replaced by its file's path.
pub fn meant(
    fields: &mut FieldNode,
    keys: &[&'static Key],
    archive: &Archive,
    path: ContentPath<'_>,
) {
    for key in keys {
        let Some(node) = fields.fields.get_mut(key.name) else { continue };
        match key.holds {
            Type::Reference(_) | Type::References(_) => {
                for value in &mut node.values {
                    if let Some(written) = written(value, archive, path) {
                        *value = written;
                    }
                }
            }
            _ => {}
        }
    }
}

fn written(value: &str, archive: &Archive, path: ContentPath<'_>) -> Option<String> {
    let address = value.trim();
    if !address.ends_with(".html") {
        return None;
    }
    let address = address.trim_start_matches('/');
    let documents = archive.documents.iter().map(|linked| &linked.document);
    let document = documents
        .filter(|document| document.address.as_str() == address)
        .map(|document| document.path().as_str().to_owned())
        .next();
    let places = archive.places.iter().map(|linked| &linked.place);
    let place = || {
        let mut places = places.filter(|place| place.address.as_str() == address);
        places.next().map(|place| place.path().as_str().to_owned())
    };
    let target = document.or_else(place)?;
    let folder = path.parent().as_str();
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    Some(relative(&folder, &target))
}
