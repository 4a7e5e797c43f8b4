//! One small site per diagnostic code, `tests/errors/<code>/`. Each has that fault and no other,
//! and the program reports what is in `expected.sv.txt` and `expected.en.txt`. `SNAPSHOTS=overwrite
//! cargo test --test errors` rewrites these; read the difference before committing it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use loftesarkiv::diagnostic::{Code, Severity};
use loftesarkiv::schema::Status;
use rayon::prelude::*;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data, IntoData};

/// The date on which the sites are built.
const TODAY: &str = "2026-11-22";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors")
}

/// Whether what a code is about can be made here: links and pipes are of Unix.
fn can_be_made(code: Code) -> bool {
    cfg!(unix) || !matches!(code, Code::Symlink | Code::Unreadable)
}

#[test]
fn every_code_is_told_as_its_snapshots_say() {
    let made = Code::ALL.par_iter().filter(|code| can_be_made(**code));
    let wrong: Vec<String> = made.flat_map_iter(|code| wrong_with(*code)).collect();
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
    let docs = catalogue();
    let entries: Vec<(&str, &str)> = docs
        .split("\n## `")
        .skip(1)
        .map(|entry| {
            let (code, rest) = entry.split_once('`').expect("a code between backticks");
            (code, rest.trim_start().split_once('.').map_or("", |(word, _)| word))
        })
        .collect();
    let codes: Vec<(&str, &str)> = Code::ALL
        .iter()
        .map(|code| {
            let word = match code.severity() {
                Severity::Error => "Error",
                Severity::Warning => "Warning",
                Severity::Advice => "Advice",
            };
            (code.as_str(), word)
        })
        .collect();
    assert_eq!(entries, codes, "entries in the order of the catalogue, each with its severity");
}

#[test]
fn every_message_that_an_entry_quotes_is_one_that_is_told() {
    for entry in catalogue().split("\n## `").skip(1) {
        let (code, rest) = entry.split_once('`').expect("a code between backticks");
        let told = fixtures().join(code).join("expected.sv.txt");
        for quoted in rest.lines().filter_map(|line| line.strip_prefix("> ")) {
            let told = fs::read_to_string(&told).expect("a snapshot");
            assert!(told.contains(quoted), "{code}: {quoted}");
        }
    }
}

/// What the files of a fixture say, and the names of the files.
fn written_in(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).expect("a fixture's folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("expected.") {
            continue;
        }
        all += &format!("{name}\n");
        if path.is_dir() {
            all += &written_in(&path);
        } else {
            all += &String::from_utf8_lossy(&fs::read(&path).expect("a file"));
        }
    }
    all
}

/// The years in a text, apart from the numbers of laws: “lagen (2018:1937)”.
fn years(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || c == ':'))
        .filter(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")))
}

/// A help may be copied as it is, so a date or a status in it must be one that the editor wrote.
#[test]
fn no_help_proposes_a_date_or_a_status() {
    for code in Code::ALL {
        let folder = fixtures().join(code.as_str());
        let written = written_in(&folder);
        for language in ["sv", "en"] {
            let told = fs::read_to_string(folder.join(format!("expected.{language}.txt")));
            let told = told.expect("a snapshot");
            let helps = told.lines().filter_map(|line| {
                line.split_once("= hjälp: ").or_else(|| line.split_once("= help: "))
            });
            for (_, help) in helps {
                for year in years(help) {
                    assert!(written.contains(year), "{code:?} proposes {year}: {help}");
                }
                for status in Status::ALL {
                    let proposed = format!("\"{}\"", status.as_str());
                    let own = !help.contains(&proposed) || written.contains(&proposed);
                    assert!(own, "{code:?} proposes {proposed}: {help}");
                }
            }
        }
    }
}

/// The faults of a site's own documents; the others are in its settings, theme, ledger or output.
fn of_documents() -> impl Iterator<Item = Code> {
    let beside = [
        Code::ContentEmpty,
        Code::AddressLost,
        Code::AddressOccupied,
        Code::SealedLost,
        Code::MoveUnfinished,
        Code::FileForeign,
        Code::AttachmentChanged,
        Code::ThemeMissing,
        Code::ThemeFileUnknown,
        Code::ThemeTemplate,
        Code::ThemeString,
        Code::ColourContrast,
        Code::LogoMissing,
        Code::AccessibilityIncomplete,
        Code::AccessibilityOld,
        // Its file holds an address of the root.
        Code::PageLeftOut,
    ];
    Code::ALL.iter().copied().filter(move |code| !beside.contains(code))
}

/// Gives a site the record of a yearly package that a fixture has, if it has one, for its documents
/// in a folder of their own.
fn add_record(site: &Path, code: Code) {
    let record = fixtures().join(code.as_str()).join("seals/2026.toml");
    let Ok(text) = fs::read_to_string(record) else { return };
    let text = text
        .replace("path = \"content/", &format!("path = \"content/{}/", code.as_str()))
        .replace("address = \"", &format!("address = \"{}/", code.as_str()));
    fs::create_dir_all(site.join("seals")).expect("a folder");
    fs::write(site.join(format!("seals/{}.toml", code.as_str())), text).expect("a record");
}

#[test]
fn one_folder_with_one_of_each_mistake_tells_them_all_in_one_run_in_order() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("errors/all-at-once");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("content")).expect("a folder");
    fs::write(folder.join("site.toml"), "title = \"Arkivet\"\n").expect("settings");
    for code in of_documents() {
        let own = folder.join("content").join(code.as_str());
        copy(&fixtures().join(code.as_str()).join("content"), &own);
        add_record(&folder, code);
    }
    let site = Site { code: Code::UnknownKey, folder };
    #[cfg(unix)]
    std::os::unix::fs::symlink("/", site.folder.join("content/symlink/utanfor")).expect("a link");
    let output = site.program("check", &["--format", "json", "--language", "sv"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
    let told = report["diagnostics"].as_array().expect("a list");
    let codes: BTreeSet<&str> = told.iter().filter_map(|told| told["code"].as_str()).collect();
    let untold: Vec<Code> = of_documents()
        .filter(|code| !codes.contains(code.as_str()) && *code != Code::Unreadable)
        .filter(|code| can_be_made(*code))
        .collect();
    assert!(untold.is_empty(), "not told: {untold:?}");
    let places: Vec<(&str, Option<u64>, Option<u64>)> = told
        .iter()
        .map(|it| (it["path"].as_str().unwrap_or(""), it["line"].as_u64(), it["column"].as_u64()))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

fn catalogue() -> String {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    fs::read_to_string(docs).expect("the catalogue")
}

/// What is wrong with the fixture of a code, one sentence for each fault.
fn wrong_with(code: Code) -> Vec<String> {
    let mut wrong = Vec::new();
    for language in ["sv", "en"] {
        let site = Site::copied(code, language);
        let output = site.run(language);
        let told = site.told(&output);
        let codes = codes_in(&told);
        if codes != BTreeSet::from([code.as_str()]) {
            wrong.push(format!("{code:?}, {language}: told as {codes:?}"));
        }
        if output.status.code() != Some(site.status()) {
            wrong.push(format!("{code:?} ends with {}, not {}", output.status, site.status()));
        }
        let expected = fixtures().join(code.as_str()).join(format!("expected.{language}.txt"));
        let expected = Data::read_from(&expected, Some(DataFormat::Text)).raw();
        let compared = Assert::new().action_env("SNAPSHOTS").try_eq(
            Some(&code.as_str()),
            told.clone().into_data(),
            expected,
        );
        if let Err(difference) = compared {
            wrong.push(format!("{code:?}, {language}: {difference}"));
        }
    }
    wrong
}

/// The codes in brackets at the beginning of lines: `fel[unknown-key]: …`.
fn codes_in(told: &str) -> BTreeSet<&str> {
    let beginnings = ["fel[", "varning[", "påpekande[", "error[", "warning[", "advice["];
    told.lines()
        .filter_map(|line| beginnings.iter().find_map(|beginning| line.strip_prefix(beginning)))
        .filter_map(|rest| Some(rest.split_once("]: ")?.0))
        .collect()
}

/// The site of a fixture in a folder of its own, so that nothing is written among the fixtures.
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
                // A Mac has no call for it that the tests could make.
                let pipe = self.folder.join("content/kanal.md");
                let made = Command::new("mkfifo").arg(pipe).status();
                assert!(made.is_ok_and(|status| status.success()), "a pipe");
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

    /// Whether only `build` finds the fault, because it looks at what is published.
    fn is_of_the_output(&self) -> bool {
        matches!(self.code, Code::AddressOccupied | Code::FileForeign | Code::AttachmentChanged)
    }

    /// The command that finds the fault.
    fn run(&self, language: &str) -> Output {
        let language = ["--language", language];
        let quiet: &[&str] = if self.is_error() { &["--quiet"] } else { &[] };
        let build = || self.program("build", &[&language[..], quiet].concat());
        if self.code == Code::AttachmentChanged {
            self.while_changing("content/kommuner/habo/2026/medborgarlofte-2026.pdf", build)
        } else if self.is_of_the_output() {
            build()
        } else {
            self.program("check", &[&language[..], &["--all"]].concat())
        }
    }

    /// A build during which a file never has the same contents twice. If it ends before the file
    /// has changed, because nothing else got any time, it is run again.
    fn while_changing(&self, file: &str, build: impl Fn() -> Output) -> Output {
        let (file, next) = (self.folder.join(file), self.folder.join("next"));
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                for version in 0.. {
                    if over.load(Ordering::Relaxed) {
                        break;
                    }
                    fs::write(&next, format!("%PDF-1.4 {version}\n")).expect("a new version");
                    // Windows refuses it while the program has the file open.
                    let placed = fs::rename(&next, &file);
                    assert!(
                        placed.is_ok() || cfg!(windows),
                        "the new version in place: {placed:?}"
                    );
                }
            });
            let mut builds = (0..100).map(|_| build());
            let output = builds.find(|output| !output.status.success());
            over.store(true, Ordering::Relaxed);
            output.expect("a build during which the file changed")
        })
    }

    fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// How the command should end: an occupied output is not a fault in the site's own files.
    fn status(&self) -> i32 {
        match self.code {
            Code::AddressOccupied => 2,
            _ => i32::from(self.is_error()),
        }
    }

    /// What was printed, wherever the copy of the site is. If the build succeeds, only the
    /// diagnostics, since its last lines say how long it took.
    fn told(&self, output: &Output) -> String {
        let folder = fs::canonicalize(&self.folder).unwrap_or_else(|_| self.folder.clone());
        let folder = format!("{}/", folder.display());
        let told = String::from_utf8_lossy(&output.stderr).replace(&folder, "");
        match told.rsplit_once("\n\n") {
            Some((diagnostics, _)) if self.is_of_the_output() && !self.is_error() => {
                format!("{diagnostics}\n\n")
            }
            _ => told,
        }
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
