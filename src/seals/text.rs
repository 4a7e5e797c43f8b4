//! A record as text, in a form that can be read and kept under version control.

use std::fmt::Write;

use super::record::Seal;
use crate::toml_text::push_basic;

/// The record of a package as text. Two records of the same package have the same text.
pub fn text(seal: &Seal) -> String {
    let (first, last) = (seal.years.start(), seal.years.end());
    let mut text = String::with_capacity(512 + seal.documents.len() * 256);
    // Writing to a string cannot fail; the same is true below.
    let _ = if first == last {
        writeln!(
            text,
            "# Årspaketet {first}. Programmet sköter filen; bara received och reference fylls i för hand.\nyear = {first}"
        )
    } else {
        writeln!(
            text,
            "# Årspaketet {first}–{last}. Programmet sköter filen; bara received och reference fylls i för hand.\nyear = {{ from = {first}, until = {last} }}"
        )
    };
    let _ = writeln!(text, "sealed = {}", seal.sealed);
    let mut line = |key: &str, value: &str| {
        text.push_str(key);
        text.push_str(" = ");
        push_basic(&mut text, value);
        text.push('\n');
    };
    line("package", &seal.package);
    line("mets_sha256", &seal.mets.to_string());
    line("zip_sha256", &seal.zip.to_string());
    text.push_str("# received = 2027-02-01             # när arkivet tog emot paketet\n");
    text.push_str("# reference = \"SE/D3A/KS/Loften\"    # var det finns\n");
    for document in &seal.documents {
        text.push_str("\n[[documents]]\npath = ");
        push_basic(&mut text, &document.path.value);
        text.push_str("\naddress = ");
        push_basic(&mut text, &document.address);
        let _ = writeln!(text, "\nsha256 = \"{}\"", document.digest);
        let _ = writeln!(text, "corrections = {}", document.corrections);
    }
    for attachment in &seal.attachments {
        text.push_str("\n[[attachments]]\npath = ");
        push_basic(&mut text, &attachment.path.value);
        let _ = writeln!(text, "\nsha256 = \"{}\"", attachment.digest);
    }
    text
}
