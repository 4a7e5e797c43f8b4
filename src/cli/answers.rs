//! Whether the address of a site answers with what was published.

use std::process::{Command, Stdio};

use super::arguments::Global;
use super::tell;
use crate::language::Language;
use crate::publish::SHA256SUMS;
use crate::text;

/// Asks the site's address for the list of its files, and tells whether it is the one that was
/// published. If it is not, that is no error: the host may be slow, or reached from elsewhere only.
pub fn tell_whether(global: &Global, language: Language, base: &str, list: &[u8]) {
    let address = format!("{base}{SHA256SUMS}");
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--location", "--fail", "--max-time", "5", "--", &address]);
    let answer = curl.stdin(Stdio::null()).stderr(Stdio::null()).output();
    // No curl: nothing is known.
    let Ok(answer) = answer else { return };
    if answer.status.success() && answer.stdout == list {
        let same = text!(
            "{base} svarar med det som publicerades.",
            "{base} answers with what was published."
        );
        return tell::line(global, language, &same);
    }
    let told = match answer.status.success() {
        true => text!(
            "varning: {base} svarar med en annan version än den som publicerades. Vänta en stund om servern sparar sidor, och kontrollera annars att mappen är rätt.",
            "warning: {base} answers with another version than was published. Wait a while if the server caches pages, and check otherwise that the folder is the right one."
        ),
        false => text!(
            "varning: {base} svarar inte inom fem sekunder, eller har ingen SHA256SUMS. Kontrollera adressen i en webbläsare.",
            "warning: {base} does not answer within five seconds, or has no SHA256SUMS. Check the address in a browser."
        ),
    };
    tell::notice(language, &told);
}
