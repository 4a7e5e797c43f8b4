//! Random histories of an archive, with the real program: documents come, change, move and are
//! withdrawn, strangers' files lie in the output, and what is promised holds after every step.

use std::collections::{BTreeMap, BTreeSet};

use crate::extent;
use crate::random::Random;
use crate::support::Site;
use crate::trial::{SETTINGS, municipality, pledge, published};

const STEPS: usize = 5;
const PLACES: [(&str, &str, &str); 2] =
    [("eskilstuna", "Eskilstuna kommun", "0484"), ("strangnas", "Strängnäs kommun", "0486")];

/// What a history has made so far.
struct History {
    site: Site,
    random: Random,
    /// Paths below `content/`, in the order they came.
    documents: Vec<String>,
    /// Every path ever used, so that none comes twice.
    taken: BTreeSet<String>,
    /// Every address that was ever in the ledger.
    addresses: BTreeSet<String>,
    /// Files in the output that are not the program's.
    foreign: BTreeMap<String, Vec<u8>>,
    told: Vec<String>,
}

impl History {
    fn begin(seed: u64) -> History {
        let mut site = Site::empty().write("site.toml", SETTINGS);
        for (id, title, code) in PLACES {
            site =
                site.write(&format!("content/kommuner/{id}/index.md"), municipality(title, code));
        }
        History {
            site,
            random: Random::new(seed),
            documents: Vec::new(),
            taken: BTreeSet::new(),
            addresses: BTreeSet::new(),
            foreign: BTreeMap::new(),
            told: vec![format!("seed {seed}")],
        }
    }

    fn told(&self) -> String {
        self.told.join("\n")
    }

    /// A path that no document ever had.
    fn fresh_path(&mut self) -> String {
        loop {
            let (id, ..) = PLACES[self.random.below(2)];
            let (year, number) = (2018 + self.random.below(4), self.random.below(50));
            let path = format!("kommuner/{id}/{year}/medborgarlofte-{number}.md");
            if self.taken.insert(path.clone()) {
                return path;
            }
        }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.site.path(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    fn pick(&mut self) -> Option<usize> {
        (!self.documents.is_empty()).then(|| self.random.below(self.documents.len()))
    }

    fn add(&mut self) {
        let path = self.fresh_path();
        let year: usize = path.split('/').nth(2).and_then(|y| y.parse().ok()).expect("a year");
        let reference = match self.pick() {
            Some(other) => format!("Se [ett annat löfte](/{}).", self.documents[other]),
            None => "Det första.".to_owned(),
        };
        self.write(&format!("content/{path}"), &pledge(year, &reference));
        self.told.push(format!("add {path}"));
        self.documents.push(path);
    }

    fn edit(&mut self) {
        let Some(at) = self.pick() else { return self.add() };
        let path = format!("content/{}", self.documents[at]);
        let text = self.site.read(&path) + &format!("\nTillägg {}.\n", self.random.below(1000));
        self.write(&path, &text);
        self.told.push(format!("edit {path}"));
    }

    fn rename(&mut self) {
        let Some(at) = self.pick() else { return self.add() };
        let (old, new) = (self.documents[at].clone(), self.fresh_path());
        self.told.push(format!("move {old} {new}"));
        let [from, to] = [&old, &new].map(|path| format!("content/{path}"));
        let moved = self.site.run(&["move", &from, &to]);
        assert_eq!(moved.status, 0, "{}\n{}", self.told(), moved.stderr);
        self.documents[at] = new;
    }

    /// First only deleted, which no build may accept; then with the decision.
    fn withdraw(&mut self) {
        let Some(at) = self.pick() else { return self.add() };
        let path = self.documents[at].clone();
        let stem = path.rsplit('/').next().expect("a name").to_owned();
        let referred = self.documents.iter().any(|other| {
            *other != path && self.site.read(&format!("content/{other}")).contains(&stem)
        });
        if referred {
            return self.edit();
        }
        self.told.push(format!("withdraw {path}"));
        // A document that moved has its aliases in it, which die with it.
        let text = self.site.read(&format!("content/{path}"));
        let mut lost = vec![path.replace(".md", ".html")];
        lost.extend(aliases(&text));
        std::fs::remove_file(self.site.path(&format!("content/{path}"))).expect("a document");
        self.documents.remove(at);

        let public = self.site.path("public");
        let before = public.exists().then(|| published(&public));
        let published_before = lost.iter().any(|address| self.addresses.contains(address));
        if published_before {
            let refused = self.site.run(&["build"]);
            assert_eq!(refused.status, 1, "{}\n{}", self.told(), refused.stderr);
            assert!(refused.stderr.contains("address-lost"), "{}", refused.stderr);
            assert!(before == Some(published(&public)), "{}: a failed build wrote", self.told());
        }
        let mut ledger = self.site.read("addresses.toml");
        for address in lost.iter().filter(|address| self.addresses.contains(*address)) {
            ledger += &format!(
                "\n[[withdrawn]]\naddress = \"{address}\"\ndate = 2026-11-22\ndecision = \"§ 1\"\nreason = \"Ett prov.\"\n"
            );
        }
        self.write("addresses.toml", &ledger);
    }

    fn stranger(&mut self) {
        let name = format!("frammande-{}.txt", self.random.below(1000));
        self.write(&format!("public/{name}"), &name);
        self.told.push(format!("stranger {name}"));
        self.foreign.insert(name.clone(), name.into_bytes());
    }

    fn step(&mut self) {
        match self.random.below(10) {
            0..4 => self.add(),
            4..6 => self.edit(),
            6..8 => self.rename(),
            8 => self.withdraw(),
            _ if self.site.path("public").exists() => self.stranger(),
            _ => self.add(),
        }
    }

    /// Builds, and looks at all that is promised.
    fn check(&mut self) {
        let public = self.site.path("public");
        let build = self.site.run(&["build"]);
        assert_eq!(build.status, 0, "{}\n{}", self.told(), build.stderr);
        let tree = published(&public);

        for (name, bytes) in &self.foreign {
            assert!(tree.get(name) == Some(bytes), "{}: {name} was touched", self.told());
        }
        let verified = self.site.run(&["verify", "public"]);
        assert_eq!(verified.status, 0, "{}\n{}", self.told(), verified.stderr);
        let sums = String::from_utf8(tree["SHA256SUMS"].clone()).expect("text");
        let listed = sums.lines().map(|line| line.split_once("  ").expect("two columns").1);
        let planned: BTreeSet<&str> = listed.chain(["SHA256SUMS"]).collect();
        let own = tree.keys().filter(|name| !self.foreign.contains_key(*name));
        assert_eq!(planned, own.map(String::as_str).collect(), "{}", self.told());

        self.addresses.extend(ledger_addresses(&self.site.read("addresses.toml")));
        for address in &self.addresses {
            assert!(tree.contains_key(address), "{}: {address} is lost", self.told());
        }

        let again = self.site.run(&["build"]);
        assert!(again.stderr.contains("nothing had changed"), "{}\n{}", self.told(), again.stderr);
        assert!(tree == published(&public), "{}: the second build wrote", self.told());
    }

    /// What stands after all the steps is what a first build of the same sources makes.
    fn compare_with_a_first_build(&self) {
        let built = self.site.run(&["build", "--output", "fresh"]);
        assert_eq!(built.status, 0, "{}\n{}", self.told(), built.stderr);
        let mut tree = published(&self.site.path("public"));
        tree.retain(|name, _| !self.foreign.contains_key(name));
        assert!(tree == published(&self.site.path("fresh")), "{}: not as new", self.told());
    }
}

/// The addresses in a document's front matter that lead to it.
fn aliases(text: &str) -> Vec<String> {
    let front = text.split("+++").nth(1).unwrap_or_default();
    let front: toml::Table = front.parse().expect("front matter");
    let aliases = front.get("aliases").and_then(|value| value.as_array()).cloned();
    let aliases = aliases.unwrap_or_default();
    aliases
        .iter()
        .filter_map(|it| it.as_str())
        .map(|it| it.trim_start_matches('/').to_owned())
        .collect()
}

fn ledger_addresses(text: &str) -> Vec<String> {
    let ledger: toml::Table = text.parse().expect("a ledger");
    let published = ledger["published"].as_array().expect("a list");
    published.iter().filter_map(|value| value.as_str()).map(str::to_owned).collect()
}

#[test]
fn whatever_happens_to_an_archive_every_promise_holds_after_each_build() {
    for seed in 0..extent(30, 300) {
        let mut history = History::begin(seed);
        history.check();
        for _ in 0..STEPS {
            // Several things happen between two builds.
            for _ in 0..=history.random.below(3) {
                history.step();
            }
            history.check();
        }
        history.compare_with_a_first_build();
    }
}
