//! A small site in two states: built as it was, with its sources changed to what it is to become.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::support::{Outcome, Site};

pub type Tree = BTreeMap<String, Vec<u8>>;

const OWN: &str = ".loftesarkiv/";

pub const SETTINGS: &str = "title = \"Arkivet\"\npublisher = \"Arkivet\"\nlanguage = \"en\"\n";

pub fn municipality(title: &str, code: &str) -> String {
    format!("+++\nkind = \"municipality\"\ntitle = \"{title}\"\ncode = \"{code}\"\n+++\n")
}

pub fn pledge(year: usize, body: &str) -> String {
    format!(
        "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte {year}\"\nperiod = {year}\nsummary = \"Mer närvaro.\"\n\n[[signatories]]\nname = \"Kommunen\"\n\n[[sources]]\npublisher = \"Eskilstuna kommun\"\n+++\n\n{body}\n"
    )
}

const PLACE: &str = "content/kommuner/eskilstuna";

/// What readers get: the site as it was, and as it is to be.
pub struct Reference {
    pub old: Tree,
    pub new: Tree,
}

/// Made once, since every trial starts and ends in the same two states.
pub fn reference() -> &'static Reference {
    static MADE: OnceLock<Reference> = OnceLock::new();
    MADE.get_or_init(|| {
        let site = old_sources().build();
        let old = published(&site.path("public"));
        let site = changed(site).build();
        Reference { old, new: published(&site.path("public")) }
    })
}

fn old_sources() -> Site {
    Site::empty()
        .write("site.toml", SETTINGS)
        .write(format!("{PLACE}/index.md").as_str(), municipality("Eskilstuna kommun", "0484"))
        .write(format!("{PLACE}/2018/medborgarlofte.md").as_str(), pledge(2018, "Som det var."))
        .write(format!("{PLACE}/2019/medborgarlofte.md").as_str(), pledge(2019, "Dras tillbaka."))
}

/// A title and a body are changed, a document is withdrawn, one is added, and one is moved with an
/// alias.
fn changed(site: Site) -> Site {
    let ledger = site.read("addresses.toml");
    site.remove(&format!("{PLACE}/2019/medborgarlofte.md"))
        .write(&format!("{PLACE}/2018/medborgarlofte.md"), pledge(2018, "Som det blev."))
        .write(&format!("{PLACE}/2020/medborgarlofte.md"), pledge(2020, "Nytt."))
        .change("site.toml", "title = \"Arkivet\"", "title = \"Det nya arkivet\"")
        .write(
            "addresses.toml",
            ledger + "\n[[withdrawn]]\naddress = \"kommuner/eskilstuna/2019/medborgarlofte.html\"\ndate = 2026-11-22\ndecision = \"§ 1\"\nreason = \"Ett prov.\"\n",
        )
}

/// A site that is built as it was, and whose sources have been changed.
pub fn begun() -> Site {
    changed(old_sources().build())
}

/// The same without an output, such as a copy that was just taken from version control.
pub fn unbuilt() -> Site {
    begun().remove("public")
}

/// What an output contains for its readers, which excludes the program's own folder.
pub fn published(output: &Path) -> Tree {
    files(output).into_iter().filter(|(name, _)| !name.starts_with(OWN)).collect()
}

/// Every file below a folder, including unfinished ones.
pub fn files(folder: &Path) -> Tree {
    let mut found = Tree::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).expect("a path below");
            let name = name.to_str().expect("a name in UTF-8").to_owned();
            found.insert(name, std::fs::read(entry.path()).expect("a readable file"));
        }
    }
    found
}

/// Each file is the old one or the new one, never a part of either.
#[track_caller]
pub fn assert_whole(output: &Path, when: &str) {
    let Reference { old, new } = reference();
    for (name, bytes) in published(output) {
        let whole = [old, new].iter().any(|tree| tree.get(&name) == Some(&bytes));
        assert!(whole, "{when}: {name} is neither the old nor the new file");
    }
}

/// The output is exactly the old site or exactly the new one.
#[track_caller]
pub fn assert_old_or_new(output: &Path, when: &str) {
    let found = published(output);
    let Reference { old, new } = reference();
    if found != *old && found != *new {
        let names = |tree: &Tree| -> Vec<String> {
            let differs = |name: &&String| found.get(*name) != tree.get(*name);
            tree.keys().chain(found.keys()).filter(differs).cloned().collect()
        };
        panic!("{when}: unlike the old in {:?}, unlike the new in {:?}", names(old), names(new));
    }
}

/// The next build makes the site as it is to be, and leaves nothing else.
#[track_caller]
pub fn assert_mends(site: &Site, output: &Path, when: &str) {
    let next = build(site, output);
    assert_eq!(next.status, 0, "{when}, the next build: {}", next.stderr);
    assert!(published(output) == reference().new, "{when}: the next build did not finish");
    let own: Vec<String> = files(&output.join(OWN)).into_keys().collect();
    assert_eq!(own, ["lock", "manifest", "seen"], "{when}: litter");
    let empty = empty_folders(output);
    assert!(empty.is_empty(), "{when}: {empty:?} hold nothing");
    let beside = [site.path(""), output.parent().expect("a folder").to_owned()];
    let stray: Vec<_> = beside
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.')))
        .filter(|path| *path != site.path(OWN.trim_end_matches('/')))
        .collect();
    assert!(stray.is_empty(), "{when}: {stray:?}");
    // What is remembered of the last build, what it was made from, and of the last trial in another folder.
    let mut remembered = vec![".gitignore", "addresses.toml", "report", "sources"];
    if files(&site.path(OWN)).contains_key("trial-report") {
        remembered.push("trial-report");
    }
    let found: Vec<String> = files(&site.path(OWN)).into_keys().collect();
    assert_eq!(found, remembered, "{when}: litter in what is remembered");
}

/// The empty folders of an output, including the program's own.
pub fn empty_folders(output: &Path) -> Vec<PathBuf> {
    let folders = walkdir::WalkDir::new(output).min_depth(1).into_iter();
    folders
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_dir())
        .map(walkdir::DirEntry::into_path)
        .filter(|path| std::fs::read_dir(path).expect("a folder").next().is_none())
        .collect()
}

/// A build into an output, not started yet.
pub fn building(site: &Site, output: &Path) -> Command {
    let mut command = site.command(&["build"]);
    command.arg("--output").arg(output);
    command
}

pub fn build(site: &Site, output: &Path) -> Outcome {
    site.finish(building(site, output))
}
