//! Mistakes of editors, and what others do in the output. What cannot be published is refused and
//! everything is left as it was, and what the message says to do mends it.

use super::History;
use super::promises::{after_a_tick, whole};
use crate::trial::published;

impl History {
    /// Makes something that no build may accept, and takes it back once it was refused.
    pub fn mistake(&mut self) {
        let Some(at) = self.one_of(self.documents.len()) else { return self.add() };
        let path = format!("content/{}", self.documents[at].path);
        let text = self.read(&path);
        let is_published =
            self.published.contains(&self.documents[at].path.replace(".md", ".html"));
        match self.random.below(4) {
            0 => {
                self.tell(format!("half a file {path}"));
                self.write(&path, &text[..text.len() / 4]);
                self.is_refused("error");
            }
            1 => {
                self.tell(format!("a link to nothing {path}"));
                self.write(&path, format!("{text}\n[Dit](finns-inte.md)\n"));
                self.is_refused("link-missing");
            }
            2 if is_published => {
                self.tell(format!("a draft of {path}"));
                self.write(&path, super::texts::with_key(&text, "draft = true"));
                self.is_refused("error");
            }
            _ => {
                let folder = self.places[self.random.below(self.places.len())].folder.clone();
                let path = format!("content/{folder}/index.md");
                let text = self.read(&path);
                let is_published = self.published.contains(&format!("{folder}/index.html"));
                if is_published {
                    self.tell(format!("without {path}"));
                    self.remove(&path);
                    self.is_refused("error");
                    self.write(&path, text);
                }
            }
        }
        self.write(&path, text);
    }

    /// Puts somebody's file or folder among the program's or beside them.
    pub fn stranger(&mut self) {
        let folders: Vec<String> = self
            .left
            .keys()
            .filter_map(|name| name.rsplit_once('/'))
            .map(|(folder, _)| format!("{folder}/"))
            .collect();
        let number = self.number();
        let name = match self.random.below(3) {
            0 if !folders.is_empty() => {
                format!("{}frammande-{number}.txt", folders[self.random.below(folders.len())])
            }
            1 => format!("frammande-{number}/fil.txt"),
            _ => format!("frammande-{number}.txt"),
        };
        after_a_tick(&self.site);
        self.write(&format!("public/{name}"), &name);
        self.tell(format!("stranger {name}"));
        self.foreign.insert(name.clone(), name.into_bytes());
    }

    /// Changes one of the program's files: it is never overwritten while it is planned, and comes
    /// back once it is deleted.
    pub fn tamper(&mut self) {
        let standing = published(&self.site.path("public")).into_keys();
        let own: Vec<String> = standing.filter(|name| !self.foreign.contains_key(name)).collect();
        let Some(at) = self.one_of(own.len()) else { return };
        let name = own[at].clone();
        let path = format!("public/{name}");
        self.tell(format!("tamper with {name}"));
        let ours = std::fs::read(self.site.path(&path)).expect("our file");
        let theirs = [&ours[..], b"<!-- theirs -->"].concat();
        self.write(&path, &theirs);
        let before = whole(&self.site);
        let build = self.site.run(&["build"]);
        assert!(build.stderr.contains(&path), "{}: not told\n{}", self.told(), build.stderr);
        if build.status == 0 {
            // No page is planned there any more.
            assert!(build.stderr.contains("file-foreign"), "{}\n{}", self.told(), build.stderr);
            self.foreign.insert(name, theirs);
            self.note_what_is_published();
            return;
        }
        assert_eq!(build.status, 2, "{}\n{}", self.told(), build.stderr);
        assert!(build.stderr.contains("address-occupied"), "{}\n{}", self.told(), build.stderr);
        assert!(before == whole(&self.site), "{}: a refused build wrote", self.told());
        self.remove(&path);
    }

    /// Puts somebody's file where a new page is to be.
    pub fn occupy(&mut self) {
        self.add();
        let path = self.documents.last().expect("a document").path.replace(".md", ".html");
        self.tell(format!("occupy {path}"));
        self.write(&format!("public/{path}"), "theirs");
        let before = whole(&self.site);
        let build = self.site.run(&["build"]);
        assert_eq!(build.status, 2, "{}\n{}", self.told(), build.stderr);
        assert!(build.stderr.contains("address-occupied"), "{}\n{}", self.told(), build.stderr);
        assert!(build.stderr.contains(&path), "{}\n{}", self.told(), build.stderr);
        assert!(before == whole(&self.site), "{}: a refused build wrote", self.told());
        self.remove(&format!("public/{path}"));
        // Including the folders that were theirs.
        let folders =
            path.match_indices('/').rev().map(|(at, _)| format!("public/{}", &path[..at]));
        for folder in folders {
            let _ = std::fs::remove_dir(self.site.path(&folder));
        }
    }

    /// Deletes one of the program's files, or one of somebody else's.
    pub fn lose_a_file(&mut self) {
        let names: Vec<String> = published(&self.site.path("public")).into_keys().collect();
        let Some(at) = self.one_of(names.len()) else { return };
        self.tell(format!("lose {}", names[at]));
        after_a_tick(&self.site);
        self.remove(&format!("public/{}", names[at]));
        self.foreign.remove(&names[at]);
    }

    /// Checks that the build ends with errors in the site's own files, says this, and writes
    /// nothing at all.
    #[track_caller]
    pub fn is_refused(&mut self, words: &str) {
        let before = whole(&self.site);
        let refused = self.site.run(&["build"]);
        assert_eq!(refused.status, 1, "{}\n{}", self.told(), refused.stderr);
        assert!(refused.stderr.contains(words), "{}: {words}?\n{}", self.told(), refused.stderr);
        assert!(before == whole(&self.site), "{}: a refused build wrote", self.told());
    }

    /// Builds, and returns what would be lost if the build went on: each address that the errors
    /// name, and for a place all that was ever below it. Empty if the site was built.
    pub fn what_is_lost(&mut self) -> Vec<String> {
        let before = whole(&self.site);
        let build = self.site.run(&["build", "--format", "json"]);
        if build.status == 0 {
            self.note_what_is_published();
            return Vec::new();
        }
        assert_eq!(build.status, 1, "{}\n{}{}", self.told(), build.stdout, build.stderr);
        assert!(before == whole(&self.site), "{}: a refused build wrote", self.told());
        let report: serde_json::Value = serde_json::from_str(&build.stdout).expect("a report");
        let ledger = self.read("addresses.toml");
        let lines: Vec<&str> = ledger.lines().collect();
        let mut lost = Vec::new();
        for problem in report["diagnostics"].as_array().expect("a list") {
            if problem["severity"] != "error" {
                continue;
            }
            assert_eq!(problem["code"], "address-lost", "{}\n{problem}", self.told());
            let line = problem["line"].as_u64().expect("a line") as usize;
            let named = address_on(lines[line - 1]).expect("an address");
            let message = problem["message"].as_str().expect("a message");
            let place = named.strip_suffix("index.html");
            let place = place.filter(|_| message.starts_with("The place"));
            let published = lines.iter().filter_map(|line| address_on(line));
            let goes =
                |address: &&str| place.map_or(*address == named, |it| address.starts_with(it));
            lost.extend(published.filter(goes).map(str::to_owned));
        }
        assert!(!lost.is_empty(), "{}\n{}", self.told(), build.stdout);
        lost
    }

    /// Withdraws what would be lost, until nothing is.
    pub fn withdraw_what_is_lost(&mut self) {
        for _ in 0..10 {
            let lost = self.what_is_lost();
            if lost.is_empty() {
                return;
            }
            let mut ledger = self.read("addresses.toml");
            for address in lost {
                // What was withdrawn before its place already has a decision.
                if !ledger.contains(&format!("address = \"{address}\"")) {
                    ledger += &format!(
                        "\n[[withdrawn]]\naddress = \"{address}\"\ndate = 2026-11-22\ndecision = \"§ 1\"\nreason = \"Ett prov.\"\n"
                    );
                }
            }
            self.write("addresses.toml", ledger);
        }
        panic!("{}: no withdrawal is enough", self.told());
    }
}

/// The address on a line of the ledger's list.
fn address_on(line: &str) -> Option<&str> {
    line.strip_prefix("  \"")?.strip_suffix("\",")
}
