//! Random histories of an archive, with the real program: documents, places and attachments are
//! added, changed, moved and withdrawn, editors make mistakes, others put files in the output and
//! change files there; and what is promised is true after every step.

mod documents;
mod mistakes;
mod places;
mod promises;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use crate::extent;
use crate::random::Random;
use crate::support::Site;

const STEPS: usize = 6;

/// What a history has made so far.
struct History {
    site: Site,
    /// Where the same sources are built from scratch.
    cold: Site,
    random: Random,
    documents: Vec<Document>,
    places: Vec<Place>,
    /// Attachments and images, below `content/`.
    attachments: Vec<String>,
    /// A number that has not been used yet.
    next: usize,
    /// Every address that was ever published and must be kept for ever.
    published: BTreeSet<String>,
    /// Files in the output that are not the program's, or no longer are.
    foreign: BTreeMap<String, Vec<u8>>,
    /// The output as the last build left it.
    left: promises::Tree,
    title: usize,
    base_url: bool,
    year: usize,
    told: Vec<String>,
}

#[derive(Debug, Clone)]
struct Document {
    /// Below `content/`.
    path: String,
    year: usize,
    kind: Kind,
    /// Its earlier paths.
    earlier: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Agreement,
    Pledge,
    FollowUp,
    Notice,
}

#[derive(Debug, Clone)]
struct Place {
    /// Below `content/`, without a slash at the end.
    folder: String,
    kind: PlaceKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PlaceKind {
    /// The index among [`texts::MUNICIPALITIES`].
    Municipality(usize),
    District,
    PoliceArea,
}

impl History {
    fn begin(seed: u64) -> History {
        let site = Site::empty().write("site.toml", texts::settings(0, false));
        let mut history = History {
            site,
            cold: Site::empty(),
            random: Random::new(seed),
            documents: Vec::new(),
            places: Vec::new(),
            attachments: Vec::new(),
            next: 0,
            published: BTreeSet::new(),
            foreign: BTreeMap::new(),
            left: promises::Tree::new(),
            title: 0,
            base_url: false,
            year: 2026,
            told: vec![format!("seed {seed}")],
        };
        history.add_municipality();
        history
    }

    /// What has happened so far, for the message about a promise that was broken.
    fn told(&self) -> String {
        self.told.join("\n")
    }

    fn tell(&mut self, what: impl Into<String>) {
        self.told.push(what.into());
    }

    fn number(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    /// A random index below this, if there is any.
    fn one_of(&mut self, count: usize) -> Option<usize> {
        (count > 0).then(|| self.random.below(count))
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.site.path(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    fn read(&self, path: &str) -> String {
        self.site.read(path)
    }

    fn remove(&self, path: &str) {
        std::fs::remove_file(self.site.path(path)).expect("a file to remove");
    }

    /// Whether any file except those in `besides` contains this text.
    fn is_said(&self, what: &str, besides: &str) -> bool {
        let contents = self.site.files("content");
        contents.iter().any(|(path, bytes)| {
            !path.starts_with(besides) && String::from_utf8_lossy(bytes).contains(what)
        })
    }

    fn step(&mut self) {
        match self.random.below(100) {
            0..22 => self.add(),
            22..31 => self.edit(),
            31..40 => self.rename(),
            40..44 => self.rename_by_hand(),
            44..48 => self.move_back(),
            48..54 => self.withdraw(),
            54..60 => self.attach(),
            60..63 => self.replace_attachment(),
            63..66 => self.withdraw_attachment(),
            66..69 => self.add_alias(),
            69..73 => self.add_place(),
            73..77 => self.move_place(),
            77..80 => self.withdraw_place(),
            80..84 => self.stranger(),
            84..88 => self.tamper(),
            88..90 => self.occupy(),
            90..92 => self.lose_a_file(),
            92..96 => self.mistake(),
            96..98 => self.change_settings(),
            _ => self.next_day(),
        }
    }
}

/// Runs one history, with a build after every few events.
fn history(seed: u64) {
    let mut history = History::begin(seed);
    history.keeps_its_promises();
    for _ in 0..STEPS {
        for _ in 0..=history.random.below(4) {
            history.step();
        }
        history.keeps_its_promises();
    }
}

#[test]
fn whatever_happens_to_an_archive_every_promise_holds_after_each_build() {
    let seeds: Vec<u64> = (0..extent(4, 300)).collect();
    let half = seeds.len().div_ceil(2);
    std::thread::scope(|scope| {
        for seeds in seeds.chunks(half) {
            scope.spawn(move || seeds.iter().copied().for_each(history));
        }
    });
    println!("{} histories of {STEPS} builds kept every promise", seeds.len());
}
