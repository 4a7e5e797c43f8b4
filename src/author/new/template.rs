//! A file ready to be filled in: every key of its kind, explained. Required keys stand there empty,
//! so that `check` tells what is missing; all others are commented out. Nothing is invented.

use super::keys::{self, Group, Key};
use crate::language::Language;
use crate::model::Kind;

/// No line of a comment is longer, in characters.
const WIDTH: usize = 92;

/// The file of a kind. `known` are further keys whose values are already known, as TOML.
pub fn template(kind: Kind, known: &[(&str, String)], language: Language) -> String {
    let mut page = Page { text: String::from("+++\n"), language, kind, known };
    page.comment(keys::INTRODUCTION.in_language(language));
    for part in keys::of_file(kind) {
        page.blank();
        page.key(part);
    }
    for group in keys::groups(kind) {
        page.blank();
        page.group(group);
    }
    page.blank();
    page.comment(keys::BODY.in_language(language));
    page.text.push_str("+++\n");
    page.text
}

struct Page<'a> {
    text: String,
    language: Language,
    kind: Kind,
    known: &'a [(&'a str, String)],
}

impl Page<'_> {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Prose, told from a key that is commented out by the blank after `#`.
    fn comment(&mut self, prose: &str) {
        let mut line = String::from("#");
        for word in words(prose) {
            if line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&line);
                line.truncate(1);
            }
            line.push(' ');
            line.push_str(&word);
        }
        self.line(&line);
    }

    fn key(&mut self, key: &Key) {
        self.comment(key.told.in_language(self.language));
        let known = self.known.iter().find(|(name, _)| *name == key.name);
        let line = match known {
            None if key.name == "kind" => format!("kind = \"{}\"", self.kind.as_str()),
            Some((name, value)) => format!("{name} = {value}"),
            None if key.required => format!("{} = {}", key.name, key.empty),
            None => format!("#{} = {}", key.name, key.empty),
        };
        self.line(&line);
    }

    fn group(&mut self, group: &Group) {
        self.comment(group.told.in_language(self.language));
        self.line(&format!("#{}", group.header));
        let lengths = group.keys.iter().map(|key| key.name.len() + key.empty.len());
        let longest = lengths.max().unwrap_or(0);
        for Key { name, empty, told, .. } in group.keys {
            let blanks = " ".repeat(longest - name.len() - empty.len());
            let told = told.in_language(self.language);
            self.line(&format!("#{name} = {empty}{blanks}  # {told}"));
        }
    }
}

/// The words of a text; what stands between braces is one, so that no example is broken.
fn words(prose: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in prose.split_whitespace() {
        match words.last_mut() {
            Some(open) if open.matches('{').count() > open.matches('}').count() => {
                open.push(' ');
                open.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{self, Entry, RawFile};
    use crate::diagnostic::Code;

    const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];

    fn path(kind: Kind) -> &'static str {
        if kind.is_place() { "content/a/b/index.md" } else { "content/a/b/c.md" }
    }

    /// With every key in use.
    fn in_use(template: &str) -> String {
        let line = |line: &str| match line.strip_prefix('#') {
            Some(key) if !key.is_empty() && !key.starts_with(' ') => format!("{key}\n"),
            _ => format!("{line}\n"),
        };
        template.lines().map(line).collect()
    }

    fn codes(kind: Kind, text: &str) -> Vec<(Code, String)> {
        let file = content::parse_file(&RawFile::new(path(kind), text.as_bytes()));
        let line = |problem: &crate::diagnostic::Problem| {
            let span = problem.span.clone().unwrap_or_default();
            problem.source.text[span].to_owned()
        };
        file.problems.iter().map(|problem| (problem.code, line(problem))).collect()
    }

    #[test]
    fn every_key_that_the_reader_knows_is_there() {
        for kind in Kind::ALL {
            for language in LANGUAGES {
                let template = template(*kind, &[], language);
                let mut table = "";
                let mut there: Vec<(&str, &str)> = Vec::new();
                for line in template.lines() {
                    let line = line.strip_prefix('#').unwrap_or(line);
                    if line.starts_with('[') {
                        table = line.trim_matches(['[', ']']);
                        there.push(("", table));
                    } else if let Some((key, value)) = line.split_once(" = ")
                        && !key.contains(' ')
                    {
                        there.push((table, key));
                        let inline = value.split(['{', ',', '}']).filter_map(|it| {
                            it.trim().split_once(" = ").map(|(name, _)| (key, name))
                        });
                        there.extend(inline);
                    }
                }
                // Explained with an example of a whole period.
                if template.contains("{ from = 2018, until = 2019 }") {
                    there.extend([("period", "from"), ("period", "until")]);
                }
                for wanted in crate::schema::keys_of(*kind) {
                    assert!(there.contains(&wanted), "{kind:?} {language:?} lacks {wanted:?}");
                }
            }
        }
    }

    #[test]
    fn every_key_is_one_that_the_reader_knows_and_stands_where_it_looks() {
        for kind in Kind::ALL {
            for language in LANGUAGES {
                let whole = in_use(&template(*kind, &[], language));
                for (code, line) in codes(*kind, &whole) {
                    let unfit = matches!(
                        code,
                        Code::UnknownKey | Code::TomlSyntax | Code::WrongType | Code::UnknownValue
                    );
                    assert!(!unfit, "{kind:?} {code:?} {line}\n{whole}");
                }
            }
        }
    }

    #[test]
    fn only_what_is_required_is_missing() {
        for kind in Kind::ALL {
            let fresh = template(*kind, &[], Language::Swedish);
            let missing = codes(*kind, &fresh);
            assert!(missing.iter().all(|(code, _)| *code == Code::MissingKey), "{missing:?}");
            let filled = fresh
                .replace("\ntitle = \"\"", "\ntitle = \"Eskilstuna kommun\"")
                .replace("\ncode = \"\"", "\ncode = \"0484\"")
                .replace("\nmunicipality = \"\"", "\nmunicipality = \"eskilstuna\"")
                .replace("\nperiod = \"\"", "\nperiod = 2021")
                .replace("\ndate = \"\"", "\ndate = 2021")
                .replace("\nfollows_up = \"\"", "\nfollows_up = \"a.md\"")
                .replace("\nassessed_by = \"\"", "\nassessed_by = \"Kommunen\"");
            let file = content::parse_file(&RawFile::new(path(*kind), filled.as_bytes()));
            assert!(!matches!(file.entry, Entry::Broken { .. }), "{kind:?}: {:?}", file.problems);
            assert_eq!(codes(*kind, &filled), [], "{kind:?}");
        }
    }

    #[test]
    fn the_lines_are_short_enough_to_read() {
        for kind in Kind::ALL {
            for language in LANGUAGES {
                for line in template(*kind, &[], language).lines() {
                    assert!(line.chars().count() <= 100, "{line}");
                }
            }
        }
    }
}
