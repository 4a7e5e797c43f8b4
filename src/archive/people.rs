//! Joining spellings of names: a `person` id says that they mean the same person. The printed
//! spelling remains where it is printed; there are no pages about people.

use std::collections::{BTreeMap, BTreeSet};

use super::linked::Linked;

/// Every spelling of each person that has an id.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct People {
    spellings: BTreeMap<String, BTreeSet<String>>,
}

impl People {
    /// The people who have signed a published document.
    pub fn of(documents: &[Linked]) -> People {
        let mut spellings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for linked in documents.iter().filter(|linked| linked.published) {
            let Some(agreement) = linked.document.agreement() else { continue };
            for signatory in &agreement.signatories {
                if let Some(person) = &signatory.person {
                    spellings
                        .entry(person.clone())
                        .or_default()
                        .insert(signatory.name.value.clone());
                }
            }
        }
        People { spellings }
    }

    /// The other spellings of a person, sorted.
    pub fn also_written(&self, person: &str, printed: &str) -> Vec<String> {
        self.spellings
            .get(person)
            .into_iter()
            .flatten()
            .filter(|spelling| *spelling != printed)
            .cloned()
            .collect()
    }
}
