//! One small site per diagnostic code, `tests/errors/<code>/`: each has that fault and no other,
//! told as `expected.sv.txt` and `expected.en.txt` say. `SNAPSHOTS=overwrite cargo test --test
//! errors` writes these anew; read the difference before committing it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use loftesarkiv::diagnostic::{Code, Severity};
use rayon::prelude::*;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data, IntoData};

/// The day on which all of this happens.
const TODAY: &str = "2026-11-22";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors")
}

#[test]
fn every_code_is_told_as_its_snapshots_say() {
    let wrong: Vec<String> = Code::ALL.par_iter().flat_map_iter(|code| wrong_with(*code)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_fixture_and_every_fixture_a_code() {
    let folders: BTreeSet<String> = fs::read_dir(fixtures())
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(folders, codes);
}

#[test]
fn every_code_has_an_entry_that_says_how_grave_it_is() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    let docs = fs::read_to_string(docs).expect("the catalogue");
    let entries: Vec<(&str, bool)> = docs
        .split("\n## `")
        .skip(1)
        .map(|entry| {
            let (code, rest) = entry.split_once('`').expect("a code between backticks");
            (code, rest.trim_start().starts_with("Error."))
        })
        .collect();
    let codes: Vec<(&str, bool)> =
        Code::ALL.iter().map(|code| (code.as_str(), code.severity() == Severity::Error)).collect();
    assert_eq!(entries, codes, "entries in the order of the catalogue, each with its severity");
}

/// What is wrong with a code's fixture, each a sentence.
fn wrong_with(code: Code) -> Vec<String> {
    let mut wrong = Vec::new();
    for language in ["sv", "en"] {
        let site = Site::copied(code, language);
        let output = site.run(&["--language", language]);
        let expected = fixtures().join(code.as_str()).join(format!("expected.{language}.txt"));
        let expected = Data::read_from(&expected, Some(DataFormat::Text)).raw();
        let told = String::from_utf8_lossy(&output.stderr).into_owned().into_data();
        if let Err(error) =
            Assert::new().action_env("SNAPSHOTS").try_eq(Some(&code.as_str()), told, expected)
        {
            wrong.push(format!("{code:?}, {language}: {error}"));
        }
        let status = i32::from(code.severity() == Severity::Error);
        if output.status.code() != Some(status) {
            wrong.push(format!("{code:?} ends with {} instead of {status}", output.status));
        }
    }
    let site = Site::copied(code, "json");
    let output = site.run(&["--format", "json"]);
    let found = codes_in(&output.stdout);
    if found != BTreeSet::from([code.as_str().to_owned()]) {
        wrong.push(format!("{code:?} is told as {found:?}"));
    }
    wrong
}

/// The codes of the one JSON object on stdout.
fn codes_in(stdout: &[u8]) -> BTreeSet<String> {
    let told: serde_json::Value = serde_json::from_slice(stdout).unwrap_or_default();
    let diagnostics = told["diagnostics"].as_array().cloned().unwrap_or_default();
    diagnostics.iter().filter_map(|d| Some(d["code"].as_str()?.to_owned())).collect()
}

/// A fixture's site in a folder of its own, so that nothing is written among the fixtures.
struct Site {
    code: Code,
    folder: PathBuf,
}

impl Site {
    fn copied(code: Code, use_for: &str) -> Site {
        let room = Path::new(env!("CARGO_TARGET_TMPDIR")).join("errors").join(code.as_str());
        let folder = room.join(use_for);
        let _ = fs::remove_dir_all(&folder);
        copy(&fixtures().join(code.as_str()), &folder);
        let site = Site { code, folder };
        site.add_what_git_cannot_hold();
        site
    }

    fn add_what_git_cannot_hold(&self) {
        match self.code {
            #[cfg(unix)]
            Code::Symlink => {
                let outside = self.folder.with_extension("md");
                fs::write(&outside, "Utanför webbplatsen.\n").expect("a file outside the site");
                std::os::unix::fs::symlink(&outside, self.folder.join("content/utanfor.md"))
                    .expect("a link");
            }
            #[cfg(unix)]
            Code::Unreadable => {
                use rustix::fs::{CWD, FileType, Mode, mknodat};
                let pipe = self.folder.join("content/kanal.md");
                mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
            }
            Code::AddressOccupied => {
                self.build();
                let page = self.folder.join("public/om.html");
                fs::write(page, "Skriven för hand.\n").expect("a page written over");
            }
            Code::FileForeign => {
                self.build();
                let own = self.folder.join("public/egen.html");
                fs::write(own, "En egen sida.\n").expect("a page of one's own");
            }
            _ => {}
        }
    }

    /// The command that finds the fault: only `build` looks at what has been published.
    fn run(&self, arguments: &[&str]) -> Output {
        let command = match self.code {
            Code::AddressOccupied | Code::FileForeign => "build",
            _ => "check",
        };
        self.program(command, arguments)
    }

    fn build(&self) {
        let output = self.program("build", &["--quiet"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn program(&self, command: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_loftesarkiv"))
            .arg(command)
            .args(["--site", ".", "--today", TODAY])
            .args(arguments)
            .current_dir(&self.folder)
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .expect("the program runs")
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a fixture's folder") {
        let entry = entry.expect("an entry");
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target);
        } else if !entry.file_name().to_string_lossy().starts_with("expected.") {
            fs::copy(&source, &target).expect("a copy");
        }
    }
}
