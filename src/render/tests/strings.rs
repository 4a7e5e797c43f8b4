//! The built-in texts in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::language::Language;
use crate::render::ThemeFiles;
use crate::render::strings::Strings;

pub fn built_in(language: Language) -> Strings {
    let files = ThemeFiles::built_in();
    let (strings, problems) = Strings::read(&files.strings(language).unwrap().built_in, None);
    assert_eq!(problems, []);
    strings
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_placeholders() {
    let (swedish, english) = (built_in(Language::Swedish), built_in(Language::English));
    let keys = |strings: &Strings| -> Vec<String> {
        strings
            .keys()
            .map(|(key, plural)| {
                let places = match strings.text(key) {
                    Some(text) => crate::render::phrase::placeholders(text).join(" "),
                    None => String::new(),
                };
                format!("{key} {plural} {places}")
            })
            .collect()
    };
    assert_eq!(keys(&swedish), keys(&english));
}

/// Pages ask for their labels by key, so a misspelt key would be shown as a page's title.
#[test]
fn every_label_that_pages_ask_for_is_there_and_no_other() {
    let mut asked = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/site")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // A call may continue over several lines.
            let code: String = fs::read_to_string(path).unwrap().split_whitespace().collect();
            let keys = code.split("labels.get(\"").skip(1).filter_map(|rest| rest.split_once('"'));
            asked.extend(keys.map(|(key, _)| key.to_owned()));
        }
    }
    for language in [Language::Swedish, Language::English] {
        let strings = built_in(language);
        let keys = strings.keys().filter_map(|(key, _)| key.strip_prefix("labels."));
        let there: BTreeSet<String> = keys.map(str::to_owned).collect();
        assert_eq!(asked, there);
    }
}
