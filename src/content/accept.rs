//! What is accepted: by `accept` in a file's front matter, and by `[[accept]]` in `site.toml`.

use super::excerpt::excerpt;
use super::fields::Table;
use super::names;
use super::reason::reason;
use crate::diagnostic::{Code, Severity, Spanned};
use crate::model::document::Accept;
use crate::nearest::did_you_mean;
use crate::text;

/// The files for which something is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptor {
    /// The file that has the `accept`.
    File,
    /// All files of the site, and only warnings and advice. An error has to be accepted in the file
    /// that it is in.
    Site,
}

impl Acceptor {
    fn may_accept(self, code: Code) -> bool {
        match self {
            Acceptor::File => code.is_acceptable(),
            Acceptor::Site => code.severity() != Severity::Error,
        }
    }
}

/// Reads something that is accepted. It only counts if it has a reason and its code can be
/// accepted.
pub fn accept(keys: &Table<'_>, acceptor: Acceptor) -> Option<Accept> {
    let code = keys.need("code", keys.text("code"));
    let reason = reason(keys, "reason");
    keys.leftovers();
    let code = code.filter(|code| acceptable(keys, code, acceptor))?;
    Some(Accept { code, reason: reason? })
}

fn acceptable(keys: &Table<'_>, written: &Spanned<String>, acceptor: Acceptor) -> bool {
    let code = Code::ALL.iter().find(|code| code.as_str() == written.as_str());
    if code.is_some_and(|code| acceptor.may_accept(*code)) {
        return true;
    }
    let shown = excerpt(written);
    let (message, help) = match code {
        Some(code) if code.is_acceptable() => (
            text!(
                "”{shown}” är ett fel och kan inte godtas för hela webbplatsen, bara i den fil där det står.",
                "“{shown}” is an error and cannot be accepted for the whole site, only in the file where it is."
            ),
            text!(
                "Ta bort det här och skriv i filen: accept = [{{ code = \"{shown}\", reason = \"…\" }}]",
                "Remove it here and write in the file: accept = [{{ code = \"{shown}\", reason = \"…\" }}]"
            ),
        ),
        Some(_) => (
            text!(
                "”{shown}” är ett fel, och fel kan inte godkännas, bara rättas.",
                "“{shown}” is an error, and errors cannot be accepted, only mended."
            ),
            text!(
                "Ta bort den ur accept, och rätta felet där det står.",
                "Remove it from accept, and mend the error where it is."
            ),
        ),
        None => {
            let acceptable: Vec<&str> = Code::ALL
                .iter()
                .filter(|code| acceptor.may_accept(**code))
                .map(|code| code.as_str())
                .collect();
            let help = match names::meant(written, &acceptable) {
                Some(meant) => did_you_mean(meant),
                None => text!(
                    "Skriv koden som står vid varningen, till exempel phone-number.",
                    "Write the code that stands with the warning, such as phone-number."
                ),
            };
            (
                text!(
                    "Det finns ingen varning som heter ”{shown}”.",
                    "There is no warning called “{shown}”."
                ),
                help,
            )
        }
    };
    keys.report(Code::UnknownValue, written.span.clone(), message, help);
    false
}
