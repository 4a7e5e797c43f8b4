//! What the program says about typical mistakes in front matter and settings: the place, what
//! happened, and what to do. `SNAPSHOTS=overwrite cargo test --test front_matter` rewrites the
//! texts.

mod site;
mod tables;
mod values;
mod whole;
mod written;

use loftesarkiv::content::{self, RawFile};
use loftesarkiv::diagnostic::Problem;
use loftesarkiv::language::Language;

/// A mistake and, indented, what is said about it in Swedish: place, code, message, help.
fn told(mistake: &str, problems: &[Problem]) -> String {
    let mut told = mistake.lines().map(|line| format!("{line}\n")).collect::<String>();
    for problem in problems {
        let it = problem.diagnostic(Language::Swedish);
        let code = it.code.as_str();
        told += &format!("    {}:{} {code}: {}\n", it.line, it.column, it.message);
        told += &format!("        {}\n", it.help);
    }
    told
}

fn file(path: &str, mistake: &str, text: &str) -> String {
    told(mistake, &content::parse_file(&RawFile::new(path, text.as_bytes())).problems)
}

/// Tries each of these pieces of front matter, from line 2 of a file that is otherwise valid.
fn each(kind: &str, required: &str, mistakes: &[&str]) -> String {
    let told = mistakes.iter().map(|mistake| {
        let text = format!("+++\n{mistake}\n{required}\nkind = \"{kind}\"\ntitle = \"T\"\n+++\n");
        file("content/kommuner/habo/2018/a.md", mistake, &text)
    });
    told.collect()
}

fn pledge(mistakes: &[&str]) -> String {
    each("pledge", "period = 2018", mistakes)
}

/// Whole files.
fn files(path: &str, texts: &[&str]) -> String {
    texts.iter().map(|text| file(path, text, text)).collect()
}
