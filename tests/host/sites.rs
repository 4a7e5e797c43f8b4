//! A small site with a place to publish it to, in two states.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::support::Site;

/// Files by their names.
pub type Tree = BTreeMap<String, Vec<u8>>;

const PLACE: &str = "content/kommuner/eskilstuna";

/// A site, and the folder that it is published to, which holds what strangers put there.
pub struct Published {
    pub site: Site,
    /// Holds the folder `www`.
    pub host: Site,
}

fn pledge(year: usize, body: &str) -> String {
    format!(
        "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte {year}\"\nperiod = {year}\n\n[[signatories]]\nname = \"Kommunen\"\n\n[[sources]]\npublisher = \"Eskilstuna kommun\"\n+++\n\n{body}\n"
    )
}

/// A site that has never been published; `to` in `[publish]` is what the function makes of the
/// host's folder.
pub fn site_for(to: impl Fn(&str) -> String) -> Published {
    let host = Site::empty();
    let www = host.path("www").display().to_string();
    let settings =
        format!("title = \"Arkivet\"\nlanguage = \"sv\"\n\n[publish]\nto = \"{}\"\n", to(&www));
    let site = Site::empty()
        .write("site.toml", settings)
        .write(
            &format!("{PLACE}/index.md"),
            "+++\nkind = \"municipality\"\ntitle = \"Eskilstuna kommun\"\ncode = \"0484\"\n+++\n",
        )
        .write(&format!("{PLACE}/2018/medborgarlofte.md"), pledge(2018, "Som det var."))
        .write(&format!("{PLACE}/2019/medborgarlofte.md"), pledge(2019, "Dras tillbaka."));
    Published { site, host }
}

/// A site that is to be published to a folder.
pub fn site() -> Published {
    site_for(str::to_owned)
}

impl Published {
    /// The folder on the host.
    pub fn www(&self) -> PathBuf {
        self.host.path("www")
    }

    /// What is on the host.
    pub fn there(&self) -> Tree {
        match self.www().exists() {
            true => self.host.files("www"),
            false => BTreeMap::new(),
        }
    }

    /// Changes a text, withdraws a document and adds one.
    pub fn changed(self) -> Published {
        let Published { site, host } = self;
        let ledger = site.read("addresses.toml");
        let site = site
            .remove(&format!("{PLACE}/2019/medborgarlofte.md"))
            .write(&format!("{PLACE}/2018/medborgarlofte.md"), pledge(2018, "Som det blev."))
            .write(&format!("{PLACE}/2020/medborgarlofte.md"), pledge(2020, "Nytt."))
            .write(
                "addresses.toml",
                ledger
                    + "\n[[withdrawn]]\naddress = \"kommuner/eskilstuna/2019/medborgarlofte.html\"\ndate = 2026-11-22\ndecision = \"§ 1\"\nreason = \"Ett prov.\"\n",
            );
        Published { site, host }
    }

    /// Removes the documents of years, and strikes their addresses as an editor may who has
    /// published them by mistake.
    pub fn without(self, years: &[&str]) -> Published {
        let Published { mut site, host } = self;
        for year in years {
            site = site.remove(&format!("{PLACE}/{year}"));
        }
        let kept = |line: &&str| !years.iter().any(|year| line.contains(&format!("/{year}/")));
        let ledger = site.read("addresses.toml");
        let ledger: Vec<&str> = ledger.lines().filter(kept).collect();
        let site = site.write("addresses.toml", ledger.join("\n") + "\n");
        Published { site, host }
    }

    /// Gives the site these settings.
    pub fn with_settings(self, settings: &str) -> Published {
        Published { site: self.site.write("site.toml", settings), host: self.host }
    }

    /// Publishes through another port of the server.
    pub fn with_port(self, port: &str, other: &str) -> Published {
        let settings = self.site.read("site.toml");
        self.with_settings(&settings.replace(&format!(":{port}/"), &format!(":{other}/")))
    }

    /// Puts strangers' files on the host, one in a folder of the site's.
    pub fn with_strangers(self) -> Published {
        for (name, text) in STRANGERS {
            let path = self.www().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        self
    }

    /// Strangers' files are as they were.
    #[track_caller]
    pub fn strangers_are_untouched(&self, when: &str) {
        let there = self.there();
        for (name, text) in STRANGERS {
            let found = there.get(name).map(Vec::as_slice);
            assert_eq!(found, Some(text.as_bytes()), "{when}: {name}");
        }
    }

    /// Every file on the host is an old or a new one of the site's, unfinished by its name, or a
    /// stranger's.
    #[track_caller]
    pub fn is_whole(&self, old: &Tree, new: &Tree, when: &str) {
        for (name, bytes) in self.there() {
            let own = name.starts_with("SHA256SUMS") || name.ends_with(".loftesarkiv-ny");
            let known = [old, new].iter().any(|tree| tree.get(&name) == Some(&bytes));
            let stranger = STRANGERS.iter().any(|(stranger, _)| *stranger == name);
            assert!(own || known || stranger, "{when}: {name} is neither old nor new");
        }
    }

    /// The host holds exactly the built site, besides strangers' files.
    #[track_caller]
    pub fn is_published(&self, when: &str) {
        let mut there = self.there();
        there.retain(|name, _| !STRANGERS.iter().any(|(stranger, _)| stranger == name));
        let built = self.site.published();
        let differing: Vec<&String> = there
            .keys()
            .chain(built.keys())
            .filter(|name| there.get(*name) != built.get(*name))
            .collect();
        assert!(differing.is_empty(), "{when}: {differing:?}");
    }
}

pub const STRANGERS: [(&str, &str); 3] = [
    ("web.config", "<configuration/>"),
    ("kommuner/eskilstuna/2019/egen.txt", "Någon annans."),
    ("kommuner/egen/index.html", "Någon annans sida."),
];
