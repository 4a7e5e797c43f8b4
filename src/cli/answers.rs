//! Whether the address of a site answers with what was published.

use std::io::{self, Read};
use std::process::{Command, Stdio};

use super::arguments::Global;
use super::tell;
use crate::language::Language;
use crate::publish::SHA256SUMS;
use crate::text;

/// Asks the site's address for the list of its files, and tells whether it is the one that was
/// published. If it is not, that is no error: the host may be slow, or reached from elsewhere only.
pub fn tell_whether(global: &Global, language: Language, base: &str, list: &[u8]) {
    // No curl: nothing is known.
    let Ok(answer) = ask(base, list.len()) else { return };
    if answer.as_deref() == Some(list) {
        let same = text!(
            "{base} svarar med det som publicerades.",
            "{base} answers with what was published."
        );
        return tell::line(global, language, &same);
    }
    let told = match answer.is_some() {
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

/// The list that the address has, and of one that is longer than this only that it is; `None` if there
/// is none.
fn ask(base: &str, length: usize) -> io::Result<Option<Vec<u8>>> {
    let address = format!("{base}{SHA256SUMS}");
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--location", "--fail", "--max-time", "5", "--", &address]);
    curl.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut curl = curl.spawn()?;
    let mut answer = Vec::new();
    if let Some(said) = &mut curl.stdout {
        said.take(length as u64 + 1).read_to_end(&mut answer)?;
    }
    // An answer need not have an end.
    if answer.len() > length {
        curl.kill()?;
        curl.wait()?;
        return Ok(Some(answer));
    }
    Ok(curl.wait()?.success().then_some(answer))
}
