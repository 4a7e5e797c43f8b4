//! `[archive]`, `[data]` and `[publish]` of `site.toml`.

use super::check_digit;
use super::excerpt::excerpt;
use super::fields::Table;
use super::forms::mailbox;
use crate::diagnostic::{Code, Spanned};
use crate::model::settings::{OpenData, PublishTarget, RecordsArchive};
use crate::text;

/// Reads `[archive]`; `None` if something required is missing.
pub fn archive(keys: &Table<'_>) -> Option<RecordsArchive> {
    let creator = keys.need("creator", keys.string("creator"));
    let creator_id = keys.need("creator_id", keys.text("creator_id"));
    let creator_id = creator_id.and_then(|written| organisation(keys, &written));
    let contact = keys.need("contact", mailbox(keys, "contact"));
    let receiver_id = keys.text("receiver_id");
    let receiver_id = receiver_id.and_then(|written| organisation(keys, &written));
    let (unit, receiver) = (keys.string("unit"), keys.string("receiver"));
    let (agreement, reference) = (keys.string("agreement"), keys.string("reference"));
    let classification = keys.string("classification");
    let (secrecy, disposal) = (keys.string("secrecy"), keys.string("disposal"));
    keys.leftovers();
    Some(RecordsArchive {
        span: keys.span(),
        creator: creator?,
        creator_id: creator_id?,
        contact: contact?,
        unit,
        receiver,
        receiver_id,
        agreement,
        reference,
        classification,
        secrecy,
        disposal,
    })
}

/// Reads `[data]`; `None` if something required is missing.
pub fn data(keys: &Table<'_>) -> Option<OpenData> {
    let contact = keys.need("contact", mailbox(keys, "contact"));
    let licence = keys.need("licence", keys.word("licence"));
    keys.leftovers();
    Some(OpenData { span: keys.span(), contact: contact?, licence: licence?.value })
}

/// Reads `[publish]` and every `[publish.NAME]`.
pub fn targets(keys: &Table<'_>) -> Vec<PublishTarget> {
    let Some(table) = keys.table("publish") else { return Vec::new() };
    let unnamed = table.text("to").map(|to| PublishTarget { name: None, to });
    let named = table.named().into_iter().filter_map(|(name, below)| {
        let to = below.need("to", below.text("to"));
        below.leftovers();
        Some(PublishTarget { name: Some(name.value), to: to? })
    });
    let targets: Vec<PublishTarget> = unnamed.into_iter().chain(named).collect();
    table.leftovers();
    targets
}

/// An organisation number with its hyphen, if its check digit is right.
fn organisation(keys: &Table<'_>, written: &Spanned<String>) -> Option<String> {
    let digits: String = written.chars().filter(|c| *c != '-').collect();
    let hyphened = written.len() == 11 && written.as_bytes().get(6) == Some(&b'-');
    let ten = digits.len() == 10 && digits.bytes().all(|digit| digit.is_ascii_digit());
    let formed = ten && (written.len() == 10 || hyphened);
    // The third digit of an organisation is at least 2; of a person it is that of a month.
    if formed && digits.as_bytes().get(2) >= Some(&b'2') && check_digit::fits(digits.as_bytes()) {
        return Some(format!("{}-{}", digits.get(..6)?, digits.get(6..)?));
    }
    let shown = excerpt(written);
    let message = match formed {
        true => text!(
            "”{shown}” kan inte vara ett organisationsnummer: siffrorna stämmer inte med kontrollsiffran.",
            "“{shown}” cannot be an organisation number: its digits do not agree with the check digit."
        ),
        false => text!(
            "”{shown}” är inget organisationsnummer. Det har tio siffror.",
            "“{shown}” is no organisation number, which has ten digits."
        ),
    };
    keys.report(
        Code::UnknownValue,
        written.span.clone(),
        message,
        text!(
            "Jämför med numret i beslutet om registrering eller på kommunens fakturor. Skriv det som \"NNNNNN-NNNN\".",
            "Compare it with the number in the register or on an invoice. Write it as \"NNNNNN-NNNN\"."
        ),
    );
    None
}

#[cfg(test)]
mod tests {
    use crate::content::{RawFile, parse_settings};

    #[test]
    fn targets_have_the_names_that_the_editor_gives_them() {
        let targets = |toml: &str| {
            let raw = RawFile::new("site.toml", format!("title = \"a\"\n{toml}").as_bytes());
            let (settings, problems) = parse_settings(&raw);
            let problems: Vec<String> =
                problems.into_iter().map(|problem| problem.message.en.into_owned()).collect();
            let targets = settings.map(|settings| settings.publish).unwrap_or_default();
            let told = |(name, to): (Option<String>, String)| match name {
                Some(name) => format!("{name}: {to}"),
                None => to,
            };
            let told: Vec<String> =
                targets.into_iter().map(|target| told((target.name, target.to.value))).collect();
            (told.join(", "), problems.join(" "))
        };
        let own = "[publish]\nto = \"/srv\"\n";
        assert_eq!(targets(""), (String::new(), String::new()));
        assert_eq!(targets(own), ("/srv".to_owned(), String::new()));
        let both =
            format!("{own}[publish.prov]\nto = \"//b/c\"\n[publish.\"på nätet\"]\nto = \"d\"\n");
        assert_eq!(targets(&both), ("/srv, prov: //b/c, på nätet: d".to_owned(), String::new()));
        assert_eq!(
            targets("[publish.prov]\nto = \"/srv\"\n"),
            ("prov: /srv".to_owned(), String::new())
        );
        let (told, problem) = targets("[publish.prov]\ntill = \"/srv\"\n");
        assert_eq!(told, "");
        assert!(problem.contains("“till” in [publish.…]"), "{problem}");
    }
}
