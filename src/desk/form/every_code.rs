//! Every kind of problem has words in the desk. The smallest site with each of them is among the tests'
//! fixtures.

use std::collections::BTreeSet;
use std::path::Path;

use super::Mistakes;
use super::code_help::help;
use super::code_words::plain;
use super::wording::{is_of_files, unquoted};
use crate::archive::Drafts;
use crate::diagnostic::{Code, Problem};
use crate::language::Language;
use crate::pipeline::Options;
use crate::scan::Scan;
use crate::schema::Owner;
use crate::session::Session;

/// The problems of a fixture.
fn problems(code: Code) -> Vec<Problem> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors").join(code.as_str());
    let Ok(scan) = Scan::new(&folder, Vec::new()) else { return Vec::new() };
    let today = jiff::civil::date(2026, 11, 22);
    let options = Options { today, drafts: Drafts::Shown, strict: false, language: None };
    let (_, assembled) = Session::new(&scan, options).assemble();
    assembled.problems
}

fn owner(path: &str, problem: &Problem) -> Owner {
    match path {
        "site.toml" => Owner::Settings,
        "addresses.toml" => Owner::Ledger,
        _ if path.starts_with("seals/") => Owner::Seal,
        _ => {
            let kinds = crate::schema::Kind::ALL.iter();
            let written = |kind: &&crate::schema::Kind| {
                problem.source.text.contains(&format!("kind = \"{}\"", kind.as_str()))
            };
            kinds.copied().find(|kind| written(&kind)).map_or(Owner::Unknown, Owner::Kind)
        }
    }
}

#[test]
fn every_code_says_in_the_desk_what_is_wrong_and_what_to_do() {
    let mut seen = BTreeSet::new();
    for code in Code::ALL {
        for problem in problems(*code).iter().filter(|problem| problem.code == *code) {
            seen.insert(code.as_str());
            for language in [Language::Swedish, Language::English] {
                let owner = owner(&problem.source.path, problem);
                let mistakes = Mistakes::of(std::iter::once(problem), owner, language);
                let mistake = mistakes.all().first().expect("a mistake");
                for text in [mistake.message(), mistake.help()] {
                    assert!(text.ends_with(['.', '?']), "{code:?}: {text}");
                    assert!(!is_of_files(&unquoted(text)), "{code:?}: {text}");
                }
            }
        }
    }
    // The others need what a fixture cannot hold.
    assert!(seen.len() > 70, "{seen:?}");
}

#[test]
fn no_two_codes_are_told_in_the_same_words_unless_they_are_the_same_to_an_editor() {
    let mut told: Vec<(String, Code)> =
        Code::ALL.iter().map(|code| (plain(*code, "").sv.into_owned(), *code)).collect();
    told.sort();
    let same: Vec<[Code; 2]> = told
        .windows(2)
        .filter(|two| two[0].0 == two[1].0)
        .map(|two| [two[0].1, two[1].1])
        .collect();
    let expected = [
        [Code::ReferenceMissing, Code::LinkMissing],
        [Code::AttachmentMissing, Code::LogoMissing],
        [Code::WrongType, Code::UnknownValue],
        [Code::FrontMatterMissing, Code::FrontMatterUnclosed],
        [Code::FrontMatterUnclosed, Code::TomlSyntax],
        [Code::TomlSyntax, Code::FrontMatterMissing],
        [Code::ThemeFileUnknown, Code::ThemeTemplate],
        [Code::ThemeTemplate, Code::ThemeString],
    ];
    for pair in &same {
        let either = [*pair, [pair[1], pair[0]]];
        assert!(either.iter().any(|pair| expected.contains(pair)), "{pair:?}");
    }
    for code in Code::ALL {
        assert!(!help(*code, None).sv.is_empty(), "{code:?}");
    }
}
