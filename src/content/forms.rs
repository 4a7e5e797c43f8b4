//! Texts of a set form: language codes, earlier addresses, web addresses, e-mail addresses.

use super::excerpt::excerpt;
use super::fields::Table;
use super::names;
use crate::diagnostic::{Code, Spanned};
use crate::model::{Address, Kind};
use crate::text;

/// Whether a text has the form of a language tag: `sv`, `sv-FI`, `zh-Hant`.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or("");
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

pub fn language(keys: &Table<'_>) -> Option<String> {
    let tag = keys.text("language")?;
    if is_language_tag(&tag) {
        return Some(tag.value);
    }
    let written = excerpt(&tag.value);
    let meant = names::meant(&written, &["sv", "en"]).unwrap_or("sv");
    keys.report(
        Code::UnknownValue,
        tag.span,
        text!(
            "”{written}” är ingen språkkod. Koderna är två eller tre bokstäver: sv, en, fi, so.",
            "“{written}” is no language code. The codes are two or three letters: sv, en, fi, so."
        ),
        text!("Skriv language = \"{meant}\"", "Write language = \"{meant}\""),
    );
    None
}

/// Whether a folder is the one for all places of a kind, or that of a place in it.
fn is_home(folder: &str) -> bool {
    let mut names = folder.split('/');
    let is_usual = names.next().is_some_and(|it| matches!(it, "kommuner" | "lokalpolisomraden"));
    is_usual && names.nth(1).is_none()
}

/// Whether an alias is an address; that of a folder is allowed only for a place.
pub fn alias(keys: &Table<'_>, written: &Spanned<String>, kind: Option<Kind>) -> bool {
    let (path, folder) = match written.strip_suffix('/') {
        Some(path) => (path, true),
        None => (written.as_str(), false),
    };
    let file = path.rsplit('/').next().unwrap_or("");
    let of_place = kind.is_none_or(Kind::is_place);
    // A redirect is a page, which no browser would show under the name of another kind of file.
    let is_page = file.ends_with(".html");
    let address = Address::parse(path);
    if address.is_some() && (if folder { of_place } else { is_page }) {
        let Some(error) = address.and_then(|address| address.fault()) else { return true };
        let (message, _) = error.in_words();
        let help = text!(
            "Stryk adressen ur aliases: på webbplatsen kan den inte finnas.",
            "Strike the address from aliases: the site cannot have it."
        );
        keys.report(Code::InvalidAddress, written.span.clone(), message, help);
        return false;
    }
    let shown = excerpt(written);
    let (page, more) = written.split_at(written.find(['?', '#']).unwrap_or(written.len()));
    let is_page_with_more = !more.is_empty() && page.ends_with(".html");
    let message = if folder && !of_place {
        text!(
            "Adressen ”{shown}” slutar med / och gäller då en hel mapp. Så kan det bara stå i index.md för en kommun eller ett område, och den här filen är något annat.",
            "The address “{shown}” ends in / and so stands for a whole folder. That can stand only in the index.md of a municipality or area, and this file is something else."
        )
    } else if is_page_with_more {
        text!(
            "”{shown}” är ingen adress till en sida: det som börjar med ? eller # hör inte till den.",
            "“{shown}” is no address of a page: what begins with ? or # is no part of it."
        )
    } else if Address::parse(path).is_some() && !folder && file.contains('.') {
        text!(
            "På en tidigare adress står en sida som leder vidare, så den slutar på .html. Det gör inte ”{shown}”.",
            "At an earlier address there is a page that sends on, so it ends in .html. “{shown}” does not."
        )
    } else {
        text!(
            "”{shown}” är ingen adress på webbplatsen. En tidigare adress skrivs utan inledande /, utan https:// och med filnamn.",
            "“{shown}” is no address of the site. An earlier address is written without a leading /, without https:// and with a file name."
        )
    };
    let bare = path
        .rsplit_once("://")
        .map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path))
        .trim_start_matches('/');
    let meant = match (folder, file.contains('.')) {
        _ if is_page_with_more => {
            let way = page
                .split_once("://")
                .map_or(page, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
            way.trim_start_matches('/').to_owned()
        }
        (true, _) if of_place => format!("{bare}/"),
        (true, true) if !is_page => format!("{bare}/index.html"),
        (_, true) => bare.to_owned(),
        _ => format!("{bare}/index.html").trim_start_matches('/').to_owned(),
    };
    let is_file = !folder && file.contains('.') && !is_page && !is_page_with_more;
    // What would be refused in turn is no remedy.
    let is_refused = |address: &Address| {
        let root = address.as_str().split('/').next().unwrap_or("");
        address.fault().is_some() || root.eq_ignore_ascii_case("SHA256SUMS")
    };
    let help = match Address::parse(meant.trim_end_matches('/')) {
        Some(address) if is_refused(&address) => text!(
            "Stryk adressen ur aliases: på webbplatsen kan den inte finnas.",
            "Strike the address from aliases: the site cannot have it."
        ),
        // The page of such a folder is the program's or a place's own.
        _ if folder && !of_place && is_home(bare) => text!(
            "Stryk adressen ur aliases: mappens sida finns redan på webbplatsen. Gäller det en sida i mappen: skriv den med filnamn, \"{bare}/….html\".",
            "Strike the address from aliases: the site has the page of that folder already. If it is about a page in the folder: write it with its file name, \"{bare}/….html\"."
        ),
        _ if is_file => text!(
            "Ta bort den. En bilaga eller bild behåller sin adress om filen ligger kvar under sitt namn. Ska den bort: lägg till [[withdrawn]] med address, date, decision och reason i addresses.toml.",
            "Remove it. An attachment or image keeps its address if the file stays under its name. If it is to go: add [[withdrawn]] with address, date, decision and reason to addresses.toml."
        ),
        Some(_) => text!("Skriv \"{meant}\"", "Write \"{meant}\""),
        None => text!(
            "Skriv adressen så här: \"mapp/fil.html\". Bara bokstäverna a–z, siffror, bindestreck, punkt och / går bra.",
            "Write the address like this: \"folder/file.html\". Only the letters a–z, digits, hyphens, dots and / will do."
        ),
    };
    keys.report(Code::InvalidAddress, written.span.clone(), message, help);
    false
}

/// Whether a URL is a web address.
pub fn web_address(keys: &Table<'_>, url: &Spanned<String>) -> bool {
    let lowered = url.to_lowercase();
    let host = lowered.strip_prefix("https://").or_else(|| lowered.strip_prefix("http://"));
    let sound = host.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !rest.contains(|c: char| {
                // RFC 3986 allows none of these, and in an attribute they would end it.
                c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`')
            })
    });
    if sound {
        return true;
    }
    let url_shown = excerpt(url);
    let help = if lowered.starts_with("www.") {
        text!("Skriv \"https://{url_shown}\"", "Write \"https://{url_shown}\"")
    } else {
        text!(
            "Skriv hela adressen, från https:// och framåt, så som den står i webbläsarens adressfält.",
            "Write the whole address, from https:// on, as it stands in the browser's address bar."
        )
    };
    keys.report(
        Code::UnsafeLink,
        url.span.clone(),
        match host {
            Some(rest) if !rest.is_empty() && !rest.contains(char::is_whitespace) => text!(
                "”{url_shown}” är ingen webbadress: efter https:// ska namnet på en webbserver stå, som börjar med en bokstav eller siffra, och inga citattecken.",
                "“{url_shown}” is no web address: after https:// stands the name of a web server, which begins with a letter or digit, and no quotation marks."
            ),
            _ => text!(
            "”{url_shown}” är ingen webbadress: den ska börja med https:// eller http:// och inte innehålla blanksteg eller citattecken.",
            "“{url_shown}” is no web address: it must begin with https:// or http:// and hold neither blanks nor quotation marks."
            ),
        },
        help,
    );
    false
}

/// Whether a text has the form of an e-mail address.
pub fn email(keys: &Table<'_>, written: &Spanned<String>) -> bool {
    let sound = written.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !host.contains('@')
            && !written
                .contains(|c: char| c.is_whitespace() || c.is_control() || "<>(),;\"".contains(c))
    });
    if !sound {
        let shown = excerpt(written);
        keys.report(
            Code::UnknownValue,
            written.span.clone(),
            text!("”{shown}” är ingen e-postadress.", "“{shown}” is no e-mail address."),
            text!("Skriv bara adressen: \"…@…\".", "Write only the address: \"…@…\"."),
        );
    }
    sound
}

/// The value of a key that holds an e-mail address; one that is no address is reported.
pub fn mailbox(keys: &Table<'_>, key: &'static str) -> Option<String> {
    keys.text(key).filter(|written| email(keys, written)).map(|written| written.value)
}
