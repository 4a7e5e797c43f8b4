//! Random histories of an archive whose years are packed: documents are added, changed, corrected,
//! moved and withdrawn, attachments replaced, packages and supplements made. After every event,
//! `check` must tell exactly what a second book of the same events says that it must, and no record
//! may be lost or changed except by a move.
//!
//! An ordinary run takes a few; `HISTORIES=300 cargo test --release --test seal histories` takes 300, and
//! `HISTORIES=78..79` only the one whose seed is 78. A failure tells the seed and every event.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use crate::random::Random;
use crate::support::Site;
use crate::{archive, told};

const EVENTS: usize = 14;
const FOLDER: &str = "content/kommuner/habo";

/// A document, as the second book has it.
struct Entry {
    /// From the site's folder.
    path: String,
    year: i16,
    corrections: Vec<Date>,
    packed: Option<Packed>,
    /// Its file, and whether that is as it was when the document was packed.
    attachment: Option<(String, bool)>,
    withdrawn: bool,
    gone: bool,
}

/// A document as it was when it was last packed.
struct Packed {
    /// With LF.
    text: String,
    corrections: usize,
    day: Date,
    record: String,
}

struct History {
    site: Site,
    random: Random,
    today: Date,
    entries: Vec<Entry>,
    /// The records that must exist, by path; with their bytes.
    records: BTreeMap<String, Vec<u8>>,
    next: usize,
    events: Vec<String>,
}

impl History {
    fn begin(seed: u64) -> History {
        let site = archive().remove(&format!("{FOLDER}/2018")).remove(&format!("{FOLDER}/2019"));
        let mut history = History {
            site,
            random: Random::new(seed),
            today: date(2026, 1, 1),
            entries: Vec::new(),
            records: BTreeMap::new(),
            next: 0,
            events: vec![format!("seed {seed}")],
        };
        history.add();
        history.add();
        history
    }

    fn told(&self) -> String {
        self.events.join("\n")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.site.path(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// A document that is there, by index.
    fn one(&mut self) -> Option<usize> {
        let here: Vec<usize> =
            (0..self.entries.len()).filter(|at| !self.entries[*at].gone).collect();
        (!here.is_empty()).then(|| here[self.random.below(here.len())])
    }

    /// Its address and, if it has moved, its earlier ones.
    fn addresses(&self, at: usize) -> Vec<String> {
        let path = &self.entries[at].path;
        let mut addresses = vec![path.replace("content/", "").replace(".md", ".html")];
        let text = self.text(at);
        let aliases = text.lines().find(|line| line.starts_with("aliases")).unwrap_or_default();
        addresses.extend(aliases.split('"').skip(1).step_by(2).map(str::to_owned));
        addresses
    }

    fn text(&self, at: usize) -> String {
        self.site.read(&self.entries[at].path).replace("\r\n", "\n")
    }

    fn add(&mut self) {
        self.next += 1;
        let (n, year) = (self.next, 2016 + self.random.below(4) as i16);
        let path = format!("{FOLDER}/{year}/nyhet-{n}.md");
        let with_file = self.random.below(3) == 0;
        let file = format!("{FOLDER}/{year}/bilaga-{n}.pdf");
        let table = match with_file {
            true => format!("[[attachments]]\nfile = \"bilaga-{n}.pdf\"\ntitle = \"Bilaga\"\n"),
            false => String::new(),
        };
        let text = format!(
            "+++\nkind = \"notice\"\ntitle = \"Nyhet {n}\"\ndate = {year}-05-02\n{table}+++\n\nText {n}.\n"
        );
        self.write(&path, &text);
        if with_file {
            self.write(&file, &format!("%PDF-1.4 {n}\n"));
        }
        self.events.push(format!("add {path}"));
        self.entries.push(Entry {
            path,
            year,
            corrections: Vec::new(),
            packed: None,
            attachment: with_file.then_some((file, true)),
            withdrawn: false,
            gone: false,
        });
    }

    fn edit(&mut self) {
        let Some(at) = self.one() else { return };
        self.next += 1;
        let text = self.text(at);
        let text = format!("{}\nTillägg {}.\n", text.trim_start_matches('\u{feff}'), self.next);
        // Line ends are no change, and a byte order mark is none.
        let text = if self.next.is_multiple_of(3) {
            format!("\u{feff}{}", text.replace('\n', "\r\n"))
        } else {
            text
        };
        self.write(&self.entries[at].path, &text);
        self.events.push(format!("edit {}", self.entries[at].path));
    }

    /// Puts the text back as it was packed.
    fn restore(&mut self) {
        let Some(at) = self.one() else { return };
        let Some(packed) = &self.entries[at].packed else { return };
        let (text, count) = (packed.text.replace('\n', "\r\n"), packed.corrections);
        self.write(&self.entries[at].path, &text);
        self.entries[at].corrections.truncate(count);
        self.events.push(format!("restore {}", self.entries[at].path));
    }

    /// Adds a correction of today, or one that claims to be from before the package.
    fn correct(&mut self) {
        let Some(at) = self.one() else { return };
        let day = match self.random.below(4) {
            0 => date(2025, 12, 1),
            _ => self.today,
        };
        self.next += 1;
        let correction =
            format!("\n[[corrections]]\ndate = {day}\ntext = \"Fel {}.\"\n", self.next);
        let text = self.text(at).replacen("\n+++\n", &format!("{correction}+++\n"), 1);
        self.write(&self.entries[at].path, &text);
        self.entries[at].corrections.push(day);
        self.events.push(format!("correct {} on {day}", self.entries[at].path));
    }

    fn replace_attachment(&mut self) {
        let Some(at) = self.one() else { return };
        let is_packed = self.entries[at].packed.is_some();
        let Some((file, is_same)) = &mut self.entries[at].attachment else { return };
        // What is replaced before it is packed is what will be packed.
        *is_same &= !is_packed;
        let file = file.clone();
        self.next += 1;
        self.write(&file, &format!("%PDF-1.4 {}\n", self.next));
        self.events.push(format!("replace {file}"));
    }

    fn lose(&mut self) {
        let Some(at) = self.one() else { return };
        // That a published page may not be lost, packed or not, is for other tests.
        let ledger = std::fs::read_to_string(self.site.path("addresses.toml")).unwrap_or_default();
        let is_listed = |address: &String| ledger.contains(&format!("\"{address}\""));
        if self.entries[at].packed.is_none() && self.addresses(at).iter().any(is_listed) {
            return;
        }
        std::fs::remove_file(self.site.path(&self.entries[at].path)).expect("removed");
        self.entries[at].gone = true;
        self.events.push(format!("lose {}", self.entries[at].path));
    }

    fn withdraw(&mut self) {
        let Some(at) = self.one() else { return };
        if self.has_errors() || self.entries[at].attachment.is_some() {
            return;
        }
        self.site.run(&["build", "--quiet"]).succeeds();
        let path = &self.entries[at].path;
        let addresses = self.addresses(at);
        let mut ledger = self.site.read("addresses.toml");
        for address in addresses {
            ledger += &format!(
                "\n[[withdrawn]]\naddress = \"{address}\"\ndate = {}\ndecision = \"§ 1\"\nreason = \"Ett prov.\"\n",
                self.today
            );
        }
        self.write("addresses.toml", &ledger);
        std::fs::remove_file(self.site.path(path)).expect("removed");
        self.events.push(format!("withdraw {path}"));
        self.entries[at].gone = true;
        self.entries[at].withdrawn = true;
    }

    fn rename(&mut self) {
        let Some(at) = self.one() else { return };
        if self.has_errors() {
            return;
        }
        self.next += 1;
        let old = self.entries[at].path.clone();
        let new = format!("{FOLDER}/{}/handling-{}.md", self.entries[at].year, self.next);
        let before = self.text(at).trim_start_matches('\u{feff}').to_owned();
        let moved = self.site.run(&["move", &old, &new]);
        self.events.push(format!("move {old} {new}"));
        assert_eq!(moved.status, 0, "{}\n{}", self.told(), moved.stderr);
        self.entries[at].path = new;
        let after = self.text(at).trim_start_matches('\u{feff}').to_owned();
        // The record follows a text that only the move has changed.
        if let Some(packed) = self.entries[at].packed.as_mut().filter(|it| it.text == before) {
            packed.text = after;
        }
        for (path, bytes) in &mut self.records {
            *bytes = std::fs::read(self.site.path(path)).expect("a record");
        }
    }

    fn seal(&mut self) {
        let first = 2016 + self.random.below(4) as i16;
        let last = if self.random.below(4) == 0 { (first + 2).min(2019) } else { first };
        let years = if first == last { first.to_string() } else { format!("{first}-{last}") };
        let supplement = self.random.below(3) == 0;
        let is_sealed = (first..=last).any(|year| self.is_sealed(year));
        let of_years = |entry: &Entry| (first..=last).contains(&entry.year);
        let wanted: Vec<usize> = (0..self.entries.len())
            .filter(|at| {
                let entry = &self.entries[*at];
                let own = of_years(entry);
                let is_new = match self.mark(*at) {
                    None => entry.packed.is_none() && own && !self.is_sealed(entry.year),
                    Some("late" | "corrected") => true,
                    Some(_) => false,
                };
                !entry.gone && is_new && (own || !supplement)
            })
            .collect();
        let mut arguments = vec!["seal", &years];
        if supplement {
            arguments.push("--supplement");
        }
        let before = self.site.files("");
        let outcome = self.site.run(&arguments);
        self.events.push(format!("{arguments:?}: {}", outcome.status));
        let expected = match () {
            () if self.has_errors() => 1,
            () if is_sealed != supplement || wanted.is_empty() => 2,
            () => 0,
        };
        assert_eq!(outcome.status, expected, "{}\n{}", self.told(), outcome.stderr);
        if expected != 0 {
            assert!(before == self.site.files(""), "{}: a refusal wrote", self.told());
            return;
        }
        let new: Vec<String> = self
            .site
            .files("seals")
            .into_keys()
            .map(|name| format!("seals/{name}"))
            .filter(|path| !self.records.contains_key(path))
            .collect();
        let [record] = new.as_slice() else { panic!("{}: {new:?}", self.told()) };
        let text = self.site.read(record);
        let listed: BTreeSet<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("path = \"")?.strip_suffix('"'))
            .filter(|path| path.ends_with(".md"))
            .collect();
        let expected: BTreeSet<&str> =
            wanted.iter().map(|at| self.entries[*at].path.as_str()).collect();
        assert_eq!(listed, expected, "{}", self.told());
        self.records.insert(record.clone(), text.into_bytes());
        for at in wanted {
            let text = self.text(at).trim_start_matches('\u{feff}').to_owned();
            let (corrections, day) = (self.entries[at].corrections.len(), self.today);
            let record = record.clone();
            self.entries[at].packed = Some(Packed { text, corrections, day, record });
            if let Some((_, is_same)) = &mut self.entries[at].attachment {
                *is_same = true;
            }
        }
    }

    /// Whether a record is of this year, by its name.
    fn is_sealed(&self, year: i16) -> bool {
        self.records.keys().any(|path| {
            let name = path.trim_start_matches("seals/").trim_end_matches(".toml");
            let years: Vec<i16> = name.split('-').filter_map(|part| part.parse().ok()).collect();
            match years.as_slice() {
                [first, last, ..] if *last > 2000 => (*first..=*last).contains(&year),
                [first, ..] => *first == year,
                [] => false,
            }
        })
    }

    /// What has become of a document since it was packed, by the second book.
    fn mark(&self, at: usize) -> Option<&'static str> {
        let entry = &self.entries[at];
        let Some(packed) = &entry.packed else {
            let is_late = !entry.gone && self.is_sealed(entry.year);
            return is_late.then_some("late");
        };
        if entry.gone {
            return (!entry.withdrawn).then_some("missing");
        }
        if self.text(at).trim_start_matches('\u{feff}') == packed.text {
            return None;
        }
        let is_new = entry.corrections.len() > packed.corrections
            && entry.corrections.iter().any(|day| *day >= packed.day);
        Some(if is_new { "corrected" } else { "changed" })
    }

    fn has_errors(&self) -> bool {
        self.expected().iter().any(|line| line.starts_with("error"))
    }

    /// What `check` must report of sealed documents.
    fn expected(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let path = &entry.path;
            match self.mark(at) {
                Some("late") => lines.push(format!("advice sealed-late {path}")),
                Some("changed") => lines.push(format!("warning sealed-changed {path}")),
                Some("missing") => {
                    let record = &entry.packed.as_ref().expect("it was packed").record;
                    lines.push(format!("error sealed-missing {record}"));
                }
                Some(_) | None => {}
            }
            if let (Some((_, false)), Some(packed)) = (&entry.attachment, &entry.packed) {
                lines.push(format!("error sealed-attachment {}", packed.record));
            }
        }
        lines.sort();
        lines
    }

    fn step(&mut self) {
        match self.random.below(20) {
            0..3 => self.add(),
            3..6 => self.edit(),
            6 => self.restore(),
            7..10 => self.correct(),
            10 => self.replace_attachment(),
            11 => self.lose(),
            12 => self.withdraw(),
            13..15 => self.rename(),
            15 => {
                self.today = self.today.tomorrow().expect("a day");
                self.site.set_today(&self.today.to_string());
            }
            _ => self.seal(),
        }
        let mut found = told(&self.site);
        found.sort();
        assert_eq!(found, self.expected(), "{}", self.told());
        for (path, bytes) in &self.records {
            let now = std::fs::read(self.site.path(path)).ok();
            assert!(now.as_ref() == Some(bytes), "{}: {path} is lost or changed", self.told());
        }
    }
}

#[test]
fn in_no_history_does_anything_packed_change_unnoticed() {
    let asked = std::env::var("HISTORIES").unwrap_or_else(|_| "4".to_owned());
    let (first, end) = asked.split_once("..").unwrap_or(("0", &asked));
    let seed =
        |written: &str| written.parse::<u64>().expect("HISTORIES is a number of seeds or A..B");
    let seeds = seed(first)..seed(end);
    let mut packages = 0;
    for seed in seeds.clone() {
        let mut history = History::begin(seed);
        let today = history.today.to_string();
        history.site.set_today(&today);
        for _ in 0..EVENTS {
            history.step();
        }
        packages += history.records.len();
    }
    println!("histories {seeds:?} with {packages} packages");
    assert!(packages > 0, "no package was ever made");
}
