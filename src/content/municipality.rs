//! Whether the code and names of a municipality agree with the register.

use super::excerpt::excerpt;
use super::fields::Table;
use crate::diagnostic::{Code, Spanned};
use crate::model::register::{self, Registered};
use crate::slug::segment;
use crate::text;

/// The code, if the register has it.
pub fn code(keys: &Table<'_>, title: &Spanned<String>) -> Option<Spanned<String>> {
    // A code written as a number is reported as of the wrong type, and read nevertheless.
    let value = keys.value("code")?;
    let code = match value.digits() {
        Some(digits) => {
            value.text();
            Spanned::new(format!("{digits:0>4}"), value.span())
        }
        None => value.text()?,
    };
    if register::by_code(&code).is_some() {
        return Some(code);
    }
    let shown = excerpt(&code);
    let by_name = register::municipalities().iter().find(|entry| fits(title, entry));
    let help = match by_name {
        Some(Registered { code, name, .. }) => text!(
            "{name} har koden {code}: skriv code = \"{code}\"",
            "{name} has the code {code}: write code = \"{code}\""
        ),
        None => text!(
            "Slå upp kommunens kod i SCB:s lista, och skriv den inom citattecken: code = \"NNNN\".",
            "Look the municipality's code up in Statistics Sweden's list, and write it in quotes: code = \"NNNN\"."
        ),
    };
    keys.report(
        Code::UnknownMunicipalityCode,
        code.span.clone(),
        text!(
            "Ingen kommun har koden ”{shown}”. Koden är SCB:s, med fyra siffror.",
            "No municipality has the code “{shown}”. The code is Statistics Sweden's, of four digits."
        ),
        help,
    );
    None
}

/// Reports the first of the names that does not agree with the code.
pub fn check_names<'n>(
    keys: &Table<'_>,
    code: &Spanned<String>,
    registered: &Registered,
    mut names: impl Iterator<Item = &'n Spanned<String>>,
) {
    let Some(wrong) = names.find(|name| !fits(name, registered)) else { return };
    let Registered { name, .. } = registered;
    let full = registered.display_name();
    let shown = excerpt(wrong);
    let other = register::municipalities().iter().find(|entry| fits(wrong, entry));
    let help = match other {
        Some(Registered { code: right, name, .. }) => text!(
            "{name} har koden {right}: skriv code = \"{right}\", eller rätta namnet.",
            "{name} has the code {right}: write code = \"{right}\", or correct the name."
        ),
        None => text!(
            "Rätta koden, eller skriv kommunens namn, till exempel ”{full}”.",
            "Correct the code, or write the municipality's name, for example “{full}”."
        ),
    };
    keys.report(
        Code::UnknownMunicipalityCode,
        code.span.clone(),
        text!(
            "Koden {code} är {name}, men filen säger ”{shown}”.",
            "The code {code} is {name}, but the file says “{shown}”."
        ),
        help,
    );
}

/// The municipality of the register that a full name or a code means.
pub fn registered(written: &str) -> Option<&'static Registered> {
    let by_name = || register::municipalities().iter().find(|entry| fits(written, entry));
    register::by_code(written).or_else(by_name)
}

/// Whether a full name is that of a municipality: "Eskilstuna kommun", "Östersunds kommun", "Borås
/// Stad", "Region Gotland", "Malmö". Letters with marks matter, since Håbo is not Habo; but a name
/// without them ("Habo kommun" for 0305) is accepted if no other municipality is called that.
fn fits(written: &str, registered: &Registered) -> bool {
    let written = core(written);
    named(&written, registered.name)
        || written == core(&registered.display_name())
        || (segment_of(&written) == segment_of(&registered.name.to_lowercase())
            || segment_of(&written) == segment_of(&genitive(registered.name)))
            && !register::municipalities().iter().any(|other| named(&written, other.name))
}

fn named(core: &str, name: &str) -> bool {
    core == name.to_lowercase() || core == genitive(name)
}

fn genitive(name: &str) -> String {
    format!("{}s", name.to_lowercase())
}

fn segment_of(text: &str) -> String {
    segment(text).unwrap_or_default()
}

/// The name in lower case, without the words that say that it is a municipality.
fn core(written: &str) -> String {
    const AROUND: &[&str] = &["kommun", "stad", "region", "municipality", "city", "of", "the"];
    let lowered = written.to_lowercase();
    let words: Vec<&str> =
        lowered.split_whitespace().filter(|word| !AROUND.contains(word)).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fit(title: &str, code: &str) -> bool {
        fits(title, register::by_code(code).expect("a code of the register"))
    }

    #[test]
    fn names_fit_in_all_their_forms() {
        for (title, code) in [
            ("Eskilstuna kommun", "0484"),
            ("Borås Stad", "1490"),
            ("Håbo kommun", "0305"),
            ("Habo kommun", "0643"),
            ("Östersunds kommun", "2380"),
            ("Region Gotland", "0980"),
            ("Gotlands kommun", "0980"),
            ("Göteborgs Stad", "1480"),
            ("Malmö stad", "1280"),
            ("Upplands Väsby kommun", "0114"),
            ("Upplands-Bro kommun", "0139"),
            ("Dals-Eds kommun", "1438"),
            ("ÅSTORPS KOMMUN", "1277"),
            ("Municipality of Strängnäs", "0486"),
            ("Malmo", "1280"),
        ] {
            assert!(fit(title, code), "{title} {code}");
        }
    }

    #[test]
    fn another_municipality_s_name_does_not() {
        for (title, code) in [
            ("Håbo kommun", "0643"),
            ("Habo kommun", "0305"),
            ("Strängnäs kommun", "0484"),
            ("Kommunen", "0484"),
            ("Eskilstuna och Strängnäs", "0484"),
        ] {
            assert!(!fit(title, code), "{title} {code}");
        }
    }
}
