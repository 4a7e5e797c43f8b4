//! A run of the program with limits on time and memory: `check --format json`, and what it
//! reported.

use std::fs::{self, File};
use std::process::{Child, Command, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::Site;

/// The most memory that the program may use, in KiB.
const MEMORY: u64 = 512 * 1024;

/// A guard, not a measurement: the budget is ten seconds for an optimised program on a computer of
/// its own.
const PATIENCE: Duration = Duration::from_secs(90);

/// A reported problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub severity: String,
    pub code: String,
    pub path: String,
    pub line: Option<u64>,
}

/// What a run reported, in order.
pub struct Report {
    pub status: i32,
    pub told: Vec<Told>,
}

impl Report {
    /// What was reported about a file.
    pub fn of(&self, path: &str) -> Vec<&Told> {
        self.told.iter().filter(|told| told.path == path).collect()
    }

    /// The errors and warnings about a file, without the advice that every plain notice gets.
    pub fn faults(&self, path: &str) -> Vec<&Told> {
        self.of(path).into_iter().filter(|told| told.severity != "advice").collect()
    }

    /// Checks that there is an error with this code in this file.
    #[track_caller]
    pub fn tells(&self, path: &str, code: &str) {
        let told = self.of(path);
        assert!(told.iter().any(|told| told.code == code), "{path}: no {code} in {told:#?}");
    }
}

/// Checks a site, within the limits.
#[track_caller]
pub fn check(site: &Site) -> Report {
    let (status, stdout, stderr) = run(site, site.command(&["check", "--format", "json"]));
    let report: Value =
        serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stderr}"));
    let told: Vec<Told> = report["diagnostics"]
        .as_array()
        .unwrap_or_else(|| panic!("no list of diagnostics: {stderr}"))
        .iter()
        .map(|problem| {
            let word = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
            let line = problem["line"].as_u64();
            Told { severity: word("severity"), code: word("code"), path: word("path"), line }
        })
        .collect();
    let errors = told.iter().any(|told| told.severity == "error");
    assert_eq!(status, i32::from(errors), "{told:#?}");
    for told in &told {
        assert!(!told.path.is_empty() && !told.code.is_empty(), "told of nothing: {told:?}");
        assert_ne!(told.line, Some(0), "lines are counted from 1: {told:?}");
    }
    Report { status, told }
}

/// Runs a command of the program within the limits; returns its status, 0 or 1, and its output.
#[track_caller]
pub fn run(site: &Site, command: Command) -> (i32, String, String) {
    let (status, out, err, _) = measured(site, command);
    (status, out, err)
}

/// As [`run`], with the most memory that the program was seen to use, in KiB.
#[track_caller]
pub fn measured(site: &Site, mut command: Command) -> (i32, String, String, u64) {
    let (stdout, stderr) = (site.path("../stdout"), site.path("../stderr"));
    let (stdout, stderr) = (named_for(site, &stdout), named_for(site, &stderr));
    command.stdout(File::create(&stdout).expect("a file for what it says"));
    command.stderr(File::create(&stderr).expect("a file for what it complains of"));
    let mut child = command.spawn().expect("the program starts");
    let (status, peak) = watched(&mut child);
    let said = |path| String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned();
    let (out, err) = (said(&stdout), said(&stderr));
    let _ = (fs::remove_file(&stdout), fs::remove_file(&stderr));
    assert!(!err.contains("panicked"), "{err}");
    let status = status.unwrap_or_else(|| panic!("stopped after {PATIENCE:?}: {err}"));
    let status = status.code().unwrap_or_else(|| panic!("ended by a signal, {status}: {err}"));
    assert!(matches!(status, 0 | 1), "status {status}: {out}{err}");
    assert!(peak <= MEMORY, "used {peak} KiB");
    (status, out, err, peak)
}

/// A file beside the site's folder, so that it is not part of the site.
fn named_for(site: &Site, file: &std::path::Path) -> std::path::PathBuf {
    let folder = site.path("");
    let name = folder.components().next_back().expect("a name").as_os_str().to_string_lossy();
    let kind = file.file_name().expect("a name").to_string_lossy();
    folder.parent().expect("a folder above").join(format!("{name}.{kind}"))
}

/// How it ended, `None` if it had to be stopped, and the most memory that it was seen to use, in
/// KiB.
fn watched(child: &mut Child) -> (Option<ExitStatus>, u64) {
    let started = Instant::now();
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(child.id()));
        match child.try_wait().expect("a child of ours") {
            Some(status) => return (Some(status), peak),
            None if started.elapsed() > PATIENCE => {
                let _ = child.kill();
                let _ = child.wait();
                return (None, peak);
            }
            None => sleep(Duration::from_millis(4)),
        }
    }
}

/// The most memory that a process has used so far, if the system reports it.
fn high_water(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// A site with one municipality, to which files can be added.
pub fn plain_site() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Prov\"\n")
        .write("content/index.md", "+++\nkind = \"page\"\ntitle = \"Prov\"\n+++\nText.\n")
        .write(
            "content/kommuner/orust/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Orusts kommun\"\ncode = \"1421\"\n+++\n",
        )
}

/// A notice with this body.
pub fn notice(body: &str) -> String {
    format!("+++\nkind = \"notice\"\ntitle = \"Prov\"\ndate = 2021-03-04\n+++\n\n{body}\n")
}

/// A notice with this title, written as TOML.
pub fn titled(title: &str) -> String {
    format!("+++\nkind = \"notice\"\ntitle = {title}\ndate = 2021-03-04\n+++\n\nText.\n")
}

/// A notice with these lines in its front matter besides the required ones.
pub fn with(lines: &str) -> String {
    format!("+++\nkind = \"notice\"\ntitle = \"Prov\"\ndate = 2021-03-04\n{lines}\n+++\n\nText.\n")
}
