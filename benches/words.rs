//! Texts of the words that real documents have, as often as they have them, and of compounds made of
//! those words: what a search meets, where the benchmark's own sentences have 45 different words.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::random::Random;

/// So many compounds are made: with the words themselves they are about as many forms as a national
/// archive of this size has.
const COMPOUNDS: usize = 125_000;
/// Of a hundred words, how many are compounds.
const COMPOUNDS_IN_HUNDRED: u64 = 15;
/// Words of a paragraph: with these, 22 000 documents have some eight million words.
const IN_PARAGRAPH: u64 = 110;

/// The words of a folder of documents.
pub struct Words {
    /// Every word of the texts in order, each as often as it stands there.
    running: Vec<String>,
    compounds: Vec<String>,
}

impl Words {
    /// Reads the texts of a folder's Markdown files, without their front matter.
    pub fn of(folder: &Path) -> io::Result<Words> {
        let mut running = Vec::new();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry?;
            if entry.path().extension().is_some_and(|extension| extension == "md") {
                let text = fs::read_to_string(entry.path())?;
                let body = text.splitn(3, "+++\n").last().unwrap_or(&text);
                let words =
                    body.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
                running.extend(words.map(str::to_lowercase));
            }
        }
        let different: BTreeSet<&String> = running.iter().collect();
        let parts: Vec<&String> =
            different.into_iter().filter(|word| (4..=12).contains(&word.chars().count())).collect();
        if parts.is_empty() {
            return Err(io::Error::other(format!("no words in {}", folder.display())));
        }
        let mut dice = Random::new(1);
        let compounds = (0..COMPOUNDS).map(|_| {
            let joint = ["", "s"][dice.below(2)];
            format!("{}{joint}{}", parts[dice.below(parts.len())], parts[dice.below(parts.len())])
        });
        let compounds = compounds.collect();
        Ok(Words { running, compounds })
    }

    /// A paragraph, the same for the same seed.
    pub fn paragraph(&self, seed: u64) -> String {
        // A stream of its own: the streams of two numbers that follow each other are one, a step apart.
        let mut dice = Random::new(Random::new(seed).next());
        let mut text = String::new();
        let mut begins = true;
        for n in 0..IN_PARAGRAPH {
            let word = match dice.next() % 100 < COMPOUNDS_IN_HUNDRED {
                true => &self.compounds[often_first(&mut dice, self.compounds.len())],
                false => &self.running[dice.below(self.running.len())],
            };
            let mut letters = word.chars();
            match letters.next().filter(|_| begins) {
                Some(first) => text.extend(first.to_uppercase().chain(letters)),
                None => text.push_str(word),
            }
            begins = n % 13 == 12 || n + 1 == IN_PARAGRAPH;
            text.push_str(if begins { ". " } else { " " });
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
        text
    }
}

/// A number below `end`, the first the most often, by Zipf's law.
fn often_first(dice: &mut Random, end: usize) -> usize {
    let at = (dice.next() >> 11) as f64 / (1_u64 << 53) as f64;
    ((end as f64).powf(at) as usize - 1).min(end - 1)
}
