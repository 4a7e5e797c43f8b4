//! The built-in texts in both languages.

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
