//! `expected.toml` of a fixture.
//!
//! ```toml
//! today = "2026-11-28"                  # the day, unless a place has one of its own
//! warnings = ["year-folder content/…"]  # all errors and warnings of `check`, sorted; default none
//! absent = ["kommuner/…/utkast.html"]   # files that must not be published
//!
//! [[places]]
//! folder = "kommuner/gotland"
//! today = "2023-06-30"                  # optional
//! timeline = "timelines/…json"          # the whole `timeline.json`, if it is compared
//! summary = ["…"]                       # the whole "Läget i korthet" in order, if it is compared
//!
//! [[says]]                              # and [[lacks]]: words on a page, as its readers see them
//! page = "…html"
//! words = "…"
//!
//! [[contains]]                          # the same of the page's source
//! ```

use std::path::Path;

use serde_json::Value;

/// What the pages of a fixture must show.
pub struct Expected {
    pub today: String,
    pub warnings: Vec<String>,
    pub absent: Vec<String>,
    pub places: Vec<Place>,
    /// Pages, each with words that it must say, must not say, or must have in its source.
    pub says: Vec<(String, String)>,
    pub lacks: Vec<(String, String)>,
    pub contains: Vec<(String, String)>,
}

/// What the page and the data of a place must show.
pub struct Place {
    pub folder: String,
    pub today: Option<String>,
    timeline: Option<String>,
    pub summary: Option<Vec<String>>,
}

impl Expected {
    /// Reads the file of a fixture's folder. A misspelt key is a fault of the fixture.
    #[track_caller]
    pub fn of_fixture(folder: &Path) -> Expected {
        let expected = Expected::read(&folder.join("expected.toml"));
        let compared = expected.places.iter().all(|place| place.timeline.is_some());
        assert!(compared, "{} names no timeline of a place", folder.display());
        expected
    }

    /// Reads such a file with another name.
    #[track_caller]
    pub fn read(path: &Path) -> Expected {
        let text = std::fs::read_to_string(path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut table: toml::Table =
            text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let expected = Expected {
            today: text_of(&mut table, "today").expect("today"),
            warnings: texts(&mut table, "warnings").unwrap_or_default(),
            absent: texts(&mut table, "absent").unwrap_or_default(),
            places: tables(&mut table, "places")
                .into_iter()
                .map(|mut place| {
                    let read = Place {
                        folder: text_of(&mut place, "folder").expect("folder"),
                        today: text_of(&mut place, "today"),
                        timeline: text_of(&mut place, "timeline"),
                        summary: texts(&mut place, "summary"),
                    };
                    nothing_left(&place, path);
                    read
                })
                .collect(),
            says: pages(&mut table, "says", path),
            lacks: pages(&mut table, "lacks", path),
            contains: pages(&mut table, "contains", path),
        };
        nothing_left(&table, path);
        assert!(!expected.places.is_empty(), "{} expects nothing", path.display());
        expected
    }
}

impl Place {
    /// The `timeline.json` that is expected.
    #[track_caller]
    pub fn timeline(&self, fixture: &Path) -> Value {
        let path = fixture.join(self.timeline.as_deref().unwrap_or_default());
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

fn pages(table: &mut toml::Table, key: &str, path: &Path) -> Vec<(String, String)> {
    tables(table, key)
        .into_iter()
        .map(|mut one| {
            let page = text_of(&mut one, "page").expect("page");
            let words = text_of(&mut one, "words").expect("words");
            nothing_left(&one, path);
            (page, words)
        })
        .collect()
}

fn tables(table: &mut toml::Table, key: &str) -> Vec<toml::Table> {
    table.remove(key).map_or_else(Vec::new, |value| {
        value.try_into().unwrap_or_else(|error| panic!("{key}: {error}"))
    })
}

fn texts(table: &mut toml::Table, key: &str) -> Option<Vec<String>> {
    let value = table.remove(key)?;
    Some(value.try_into().unwrap_or_else(|error| panic!("{key}: {error}")))
}

fn text_of(table: &mut toml::Table, key: &str) -> Option<String> {
    let value = table.remove(key)?;
    Some(value.try_into().unwrap_or_else(|error| panic!("{key}: {error}")))
}

fn nothing_left(table: &toml::Table, path: &Path) {
    let left: Vec<&String> = table.keys().collect();
    assert!(left.is_empty(), "{}: unknown {left:?}", path.display());
}
