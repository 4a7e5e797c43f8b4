//! Addresses at e-mail services for private customers: such an address belongs to a private person,
//! who may not want it to be in an archive for ever.

use std::ops::Range;
use std::sync::Arc;

use super::characters::is_invisible;
use super::signs::{may_begin_a_sign, sign_at};
use crate::diagnostic::{Code, Problem, Source};
use crate::text;

/// Services with one domain in each country: `hotmail.com`, `hotmail.se`.
const SERVICES: [&str; 16] = [
    "aol",
    "gmail",
    "gmx",
    "googlemail",
    "hotmail",
    "icloud",
    "live",
    "mail",
    "msn",
    "outlook",
    "passagen",
    "proton",
    "protonmail",
    "spray",
    "yahoo",
    "ymail",
];
const COUNTRIES: [&str; 18] = [
    "at", "ch", "co.uk", "com", "de", "dk", "es", "eu", "fi", "fr", "it", "me", "net", "nl", "no",
    "nu", "org", "se",
];

/// Other domains, most of them of Swedish broadband companies that give their customers addresses.
const DOMAINS: [&str; 32] = [
    "algonet.se",
    "bahnhof.se",
    "bostream.nu",
    "bredband.net",
    "bredband2.com",
    "bredbandsbolaget.se",
    "chello.se",
    "comhem.se",
    "email.com",
    "fastmail.com",
    "fastmail.fm",
    "glocalnet.net",
    "home.se",
    "hushmail.com",
    "inbox.com",
    "mac.com",
    "mail.ru",
    "me.com",
    "netatonce.net",
    "ownit.nu",
    "pm.me",
    "rocketmail.com",
    "swipnet.se",
    "tele2.se",
    "telia.com",
    "tiscali.se",
    "tuta.com",
    "tuta.io",
    "tutanota.com",
    "web.de",
    "yandex.com",
    "yandex.ru",
];

/// What people write instead of a full stop.
const POINTS: [&str; 4] = ["(punkt)", "[punkt]", "(dot)", "[dot]"];

/// Longer than any name before the sign or domain after it (RFC 5321, 4.5.3.1, rounded down), so
/// that a line of ten million letters and signs is read only once.
const LONGEST: usize = 64;

pub(super) fn problem(source: &Arc<Source>, span: Range<usize>, domain: &str) -> Problem {
    Problem::at(
        Code::PrivateEmail,
        source,
        span,
        text!(
            "Här står en privat e-postadress: {domain} är en tjänst för privatpersoner. Det som står i arkivet går inte att ta tillbaka när det väl har spridits.",
            "This is a private e-mail address: {domain} is a service for private persons. What stands in the archive cannot be taken back once it has spread."
        ),
        text!(
            "Skriv i stället myndighetens egen adress, helst en funktionsbrevlåda, eller ta bort adressen.",
            "Write the authority's own address instead, preferably a shared mailbox, or remove the address."
        ),
    )
}

/// Every private address in a text, in order, and its domain.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let firsts = text.bytes().enumerate().filter(|(_, byte)| may_begin_a_sign(*byte));
    let signs = firsts.filter_map(|(at, _)| Some((at, sign_at(&text.as_bytes()[at..])?)));
    signs.filter_map(|(at, sign)| address_around(text, at, sign)).collect()
}

fn address_around(text: &str, at: usize, sign: &str) -> Option<(Range<usize>, String)> {
    let (mut before, mut after) = (&text[..at], &text[at + sign.len()..]);
    let spelled_out = sign.starts_with(['(', '[']);
    if spelled_out || (before.ends_with(' ') && after.starts_with(' ')) {
        before = before.strip_suffix(' ').unwrap_or(before);
        after = after.strip_prefix(' ').unwrap_or(after);
    }
    let start = before
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|&(_, c)| is_of_name(c))
        .map(|(start, _)| start)
        .last()?;
    let domain_start = text.len() - after.len();
    let length = after
        .char_indices()
        .take(LONGEST)
        .take_while(|&(_, c)| is_of_domain(c) || (spelled_out && "()[]".contains(c)))
        .map(|(at, c)| at + c.len_utf8())
        .last()?;
    let written = after[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
    let domain: String =
        written.chars().filter(|&c| !is_invisible(c)).flat_map(char::to_lowercase).collect();
    let domain = POINTS.iter().fold(domain, |domain, point| domain.replace(point, "."));
    is_private(&domain).then(|| (start..domain_start + written.len(), domain))
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '.' | '_' | '-' | '+')
        || is_invisible(character)
}

fn is_of_domain(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-') || is_invisible(character)
}

fn is_private(domain: &str) -> bool {
    DOMAINS.contains(&domain)
        || domain.split_once('.').is_some_and(|(service, country)| {
            SERVICES.contains(&service) && COUNTRIES.contains(&country)
        })
}
