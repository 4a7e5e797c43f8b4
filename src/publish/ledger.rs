//! The ledger, `addresses.toml`: its text, made to be read, edited and kept under version control;
//! and the writing of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::{At, Doing, PublishError};
use crate::model::Address;
use crate::model::settings::Withdrawal;

const PREFACE: &str = r#"# Alla adresser som webbplatsen någonsin har publicerat: sidor, bilagor och bilder.
#
# Programmet sköter den här filen. "loftesarkiv build" lägger till nya adresser, och stannar om en
# adress härifrån inte längre skulle leda någonstans. Spara filen tillsammans med content/.
#
# En adress som har kommit med av misstag får strykas för hand, rad för rad.
#
# Ska något tas bort från webbplatsen, så skriv in beslutet sist i filen. På den gamla adressen
# står sedan en sida som berättar om det:
#
#   [[withdrawn]]
#   address = "kommuner/exempel/2018/medborgarlofte.html"
#   date = 2026-11-22
#   decision = "Kommunstyrelsen 2026-11-20, § 123"
#   reason = "Handlingen innehöll personuppgifter."
"#;

/// The ledger as text: sorted, one address per line, so that a version history shows exactly what
/// came and went.
pub fn ledger_text(published: &BTreeSet<Address>, withdrawn: &[Withdrawal]) -> String {
    let mut text = String::with_capacity(PREFACE.len() + published.len() * 64);
    text.push_str(PREFACE);
    text.push_str("\npublished = [\n");
    for address in published {
        text.push_str("  ");
        push_string(&mut text, address.as_str());
        text.push_str(",\n");
    }
    text.push_str("]\n");
    let mut withdrawn: Vec<&Withdrawal> = withdrawn.iter().collect();
    withdrawn.sort_by_key(|withdrawal| (&withdrawal.address.value, withdrawal.date));
    for Withdrawal { address, date, decision, reason } in withdrawn {
        text.push_str("\n[[withdrawn]]\naddress = ");
        push_string(&mut text, address.as_str());
        text.push_str(&format!("\ndate = {date}\ndecision = "));
        push_string(&mut text, decision);
        text.push_str("\nreason = ");
        push_string(&mut text, reason);
        text.push('\n');
    }
    text
}

/// A TOML basic string.
fn push_string(text: &mut String, value: &str) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            control if control.is_control() => {
                text.push_str(&format!("\\u{:04X}", u32::from(control)));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

/// A ledger that was written, and can be put back as it was.
pub(super) struct Written<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    before: Option<Vec<u8>>,
}

/// Writes the ledger when its text is another; whole or not at all.
pub(super) fn write<'a>(
    disk: &'a dyn Disk,
    path: &Path,
    text: &str,
) -> Result<Option<Written<'a>>, PublishError> {
    // The file may be kept elsewhere and linked here; the link stays.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let before = match disk.stat(&path).at(Doing::Reading, &path)? {
        Some(_) => Some(disk.read(&path).at(Doing::Reading, &path)?),
        None => None,
    };
    if before.as_deref() == Some(text.as_bytes()) {
        return Ok(None);
    }
    put(disk, &path, text.as_bytes())?;
    Ok(Some(Written { disk, path, before }))
}

/// Removes what an interrupted writing of the ledger may have left beside it.
pub(super) fn clear(disk: &dyn Disk, path: &Path) -> Result<(), PublishError> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let fresh = beside(&path);
    match disk.stat(&fresh).at(Doing::Reading, &fresh)? {
        Some(_) => disk.remove_file(&fresh).at(Doing::Deleting, &fresh),
        None => Ok(()),
    }
}

impl Written<'_> {
    /// Puts the former ledger back. Should that fail, it knows addresses that never were published,
    /// which can be struck; never too few.
    pub fn undo(self) {
        let _ = match self.before {
            Some(before) => put(self.disk, &self.path, &before),
            None => self.disk.remove_file(&self.path).at(Doing::Deleting, &self.path),
        };
    }
}

fn put(disk: &dyn Disk, path: &Path, text: &[u8]) -> Result<(), PublishError> {
    let fresh = beside(path);
    let written = disk.write(&fresh, text, true).at(Doing::Writing, path);
    let put = written.and_then(|_| disk.replace(&fresh, path).at(Doing::Moving, path));
    if put.is_err() {
        let _ = disk.remove_file(&fresh);
    }
    put
}

/// Where a new ledger is written before it takes the old one's place.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.loftesarkiv"))
}
