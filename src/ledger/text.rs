//! The ledger as text, in a form that can be read, edited and kept under version control.

use std::collections::BTreeSet;

use super::entries::Withdrawal;
use crate::model::Address;
use crate::toml_text::{basic, push_basic};

/// The beginning of every ledger.
pub(super) const PREFACE: &str = r#"# Alla adresser som webbplatsen någonsin har publicerat: sidor, bilagor och bilder.
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
#   date = ÅÅÅÅ-MM-DD
#   decision = "vem som beslutade, när och i vilken paragraf"
#   reason = "varför, med ord som alla får läsa"
"#;

/// The ledger as text: sorted, with one address or name of a package per line, so that version
/// control shows exactly which were added or removed.
pub fn text(
    published: &BTreeSet<&Address>,
    packages: &BTreeSet<&str>,
    withdrawn: &[Withdrawal],
) -> String {
    let mut text = String::with_capacity(PREFACE.len() + published.len() * 64);
    text.push_str(PREFACE);
    text.push_str("\npublished = [\n");
    for address in published {
        text.push_str("  ");
        push_basic(&mut text, address.as_str());
        text.push_str(",\n");
    }
    text.push_str("]\n");
    if !packages.is_empty() {
        text.push_str("\npackages = [\n");
        for name in packages {
            text.push_str("  ");
            push_basic(&mut text, name);
            text.push_str(",\n");
        }
        text.push_str("]\n");
    }
    let mut withdrawn: Vec<&Withdrawal> = withdrawn.iter().collect();
    withdrawn.sort_by_key(|withdrawal| (&withdrawal.address.value, withdrawal.date));
    withdrawn.into_iter().for_each(|withdrawal| push_withdrawal(&mut text, withdrawal));
    text
}

/// Appends a decision, with an empty line before it.
pub fn push_withdrawal(text: &mut String, withdrawal: &Withdrawal) {
    let Withdrawal { address, date, decision, reason, title, follows_up } = withdrawal;
    text.push_str("\n[[withdrawn]]\naddress = ");
    push_basic(text, address.as_str());
    text.push_str(&format!("\ndate = {date}\ndecision = "));
    push_basic(text, decision);
    text.push_str("\nreason = ");
    push_basic(text, reason);
    if let Some(title) = title {
        text.push_str("\ntitle = ");
        push_basic(text, title);
    }
    text.push('\n');
    if !follows_up.is_empty() {
        let addresses: Vec<String> = follows_up.iter().map(|it| basic(it.as_str())).collect();
        text.push_str(&format!("follows_up = [{}]\n", addresses.join(", ")));
    }
}
