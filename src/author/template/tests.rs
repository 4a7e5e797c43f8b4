//! The templates of every kind, in both languages, as the reader reads them.

use super::*;
use crate::content::{self, Parsed, RawFile};
use crate::diagnostic::Code;

const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];

/// A file of this kind as `new` makes it when nothing is known.
fn fresh(kind: Kind, language: Language) -> String {
    let draft = (!kind.is_place()).then(|| ("draft", "true".to_owned()));
    of_kind(kind, draft.as_slice(), language)
}

fn path(kind: Kind) -> &'static str {
    if kind.is_place() { "content/a/b/index.md" } else { "content/a/b/c.md" }
}

/// The template with every key in use.
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
            let template = fresh(*kind, language);
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
                    let inline = value
                        .split(['{', ',', '}'])
                        .filter_map(|it| it.trim().split_once(" = ").map(|(name, _)| (key, name)));
                    there.extend(inline);
                }
            }
            // It is explained with an example of a whole period.
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
            let whole = in_use(&fresh(*kind, language));
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
        let fresh = fresh(*kind, Language::Swedish);
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
        assert!(!matches!(file.parsed, Parsed::Broken { .. }), "{kind:?}: {:?}", file.problems);
        assert_eq!(codes(*kind, &filled), [], "{kind:?}");
    }
}

#[test]
fn the_lines_are_short_enough_to_read() {
    for kind in Kind::ALL {
        for language in LANGUAGES {
            for line in fresh(*kind, language).lines() {
                assert!(line.chars().count() <= 100, "{line}");
            }
        }
    }
}

/// A line that is put to use changes something.
#[test]
fn no_key_stands_there_with_what_holds_without_it() {
    for language in LANGUAGES {
        let template = fresh(Kind::Pledge, language);
        assert!(template.contains("\n#commitments_complete = false\n"), "{template}");
        let acting = template.lines().any(|line| line.starts_with("#acting = true"));
        assert!(acting, "{template}");
    }
}
