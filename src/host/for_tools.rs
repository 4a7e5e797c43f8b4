//! What is to be done on a host, as lists for other programs: `rclone --files-from`, `azcopy
//! --list-of-files`, WinSCP.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use super::difference::{Difference, folders_of};
use super::error::HostError;
use super::site_files::SiteFiles;
use crate::publish::SHA256SUMS;
use crate::shown_path::shown_path;

/// Lists for other programs. Their numbers are the order in which they are to be used.
#[derive(Debug)]
pub struct ToolLists {
    /// Each with its name.
    pub files: Vec<(&'static str, String)>,
}

impl ToolLists {
    /// The lists for a difference.
    pub fn of(site: &SiteFiles, difference: &Difference) -> ToolLists {
        let lines = |names: &[String]| {
            names.iter().fold(String::new(), |mut text, name| {
                text.push_str(name);
                text.push('\n');
                text
            })
        };
        let files = vec![
            ("1-nya.txt", lines(&difference.new)),
            ("2-andrade.txt", lines(&difference.changed)),
            ("3-listan.txt", format!("{SHA256SUMS}\n")),
            ("4-ta-bort.txt", lines(&difference.gone)),
            ("winscp.txt", winscp(site, difference)),
            ("plan.json", format!("{:#}\n", as_json(difference))),
        ];
        ToolLists { files }
    }

    /// Writes them in a folder, which is made if need be.
    pub fn write(&self, folder: &Path) -> Result<(), HostError> {
        std::fs::create_dir_all(folder).map_err(|error| HostError::io(folder, error))?;
        for (name, text) in &self.files {
            let path = folder.join(name);
            std::fs::write(&path, text).map_err(|error| HostError::io(&path, error))?;
        }
        Ok(())
    }
}

/// The difference for programs.
pub fn as_json(difference: &Difference) -> serde_json::Value {
    json!({
        "new": difference.new,
        "changed": difference.changed,
        "list": SHA256SUMS,
        "gone": difference.gone,
        "same": difference.same,
    })
}

/// A script for WinSCP, to be run once the editor has logged in and stands in the right folder on
/// the host.
fn winscp(site: &SiteFiles, difference: &Difference) -> String {
    let mut script = String::from(
        "# WinSCP: logga in, ställ dig i webbplatsens mapp på servern, och kör det här som skript.\n\
         option batch abort\noption confirm off\noption failonnomatch off\n",
    );
    let folder = shown_path(&site.folder);
    let separator = if folder.contains('\\') { "\\" } else { "/" };
    let _ = writeln!(script, "lcd \"{folder}\"");
    for folder in folders_of(difference.new.iter()) {
        // One that exists already is no error.
        let _ = writeln!(script, "option batch continue\nmkdir \"{folder}\"\noption batch abort");
    }
    let list = SHA256SUMS.to_owned();
    for address in difference.sent().chain([&list]) {
        let from = address.replace('/', separator);
        let _ = writeln!(script, "put -transfer=binary \"{from}\" \"./{address}\"");
    }
    for address in &difference.gone {
        let _ = writeln!(script, "rm \"{address}\"");
    }
    script.push_str("exit\n");
    script
}
