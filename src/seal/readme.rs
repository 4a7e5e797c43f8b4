//! What the package tells those who open it without this program: `documentation/LASMIG.txt`, what
//! it is and what is not in it, and `documentation/front-matter.md`, what the keys of the sources
//! mean. Both are in the site's language.

use std::fmt::Write;

use super::facts::PackageFacts;
use super::metadata::{BY_THE_MUNICIPALITY, date_of, wording};
use super::mets::Representation;
use super::whose::whose;
use crate::language::Language;
use crate::model::DocId;
use crate::schema::{Key, Kind, Owner};
use crate::seals::Seal;
use crate::text;

/// `documentation/LASMIG.txt`
pub fn lasmig(facts: &PackageFacts<'_>, all: &[Representation]) -> Vec<u8> {
    let mut text = String::with_capacity(4 << 10);
    let archive = facts.archive;
    let has_original = |id: &&DocId| archive.document(**id).document.common.has_original();
    let count = facts.documents.len();
    let originals = facts.documents.iter().filter(has_original).count();
    let (name, day, years) = (&facts.name, facts.day, facts.years_in_words());
    let mut say = |told| {
        text.push_str(&facts.say(told));
        text.push('\n');
    };
    say(text!(
        "Paketet innehåller {count} dokument. Originalet finns med till {originals} av dem.",
        "The package contains {count} documents. The original of {originals} of them is included."
    ));
    let title = facts.title();
    say(text!(
        "\n{title}. Paketet gjordes den {day}.\n",
        "\n{title}. The package was made on {day}.\n"
    ));
    if let Some(Seal { name: first, package, sealed, .. }) = facts.adds_to {
        say(text!(
            "Paketet är ett tillägg till årspaketet {first}, {package}.zip, som gjordes den {sealed}. Här finns bara de\ndokument som har lagts till eller rättats sedan dess. De andra finns i det paketet och i tidigare tillägg till\ndet. Ett rättat dokument finns i båda, med det som står på webbplatsen i det senaste.\n",
            "The package is a supplement to the yearly package {first}, {package}.zip, which was made on {sealed}. It holds\nonly the documents that were added or corrected since. The others are in that package and in earlier\nsupplements to it. A corrected document is in both, with what the site says in the latest.\n"
        ));
    }
    say(text!(
        "Ett dokument är en sida på webbplatsen, om den handling hos kommunen eller polisen som är originalet.\nDär originalet saknas är dokumentet arkivets egen text eller det som andra dokument säger om originalet.\nÖverenskommelser, medborgarlöften och åtgärdsplaner ligger i paketet för periodens första år, eftersom de\noftast gäller hela den tiden och skrivs under när som helst i den. Andra dokument ligger i året för sitt datum,\neller, när de saknar datum, i året då de lades in. Varje dokument ligger i ett enda års paket.",
        "A document is a page of the site, about the record of the municipality or the police that is the original.\nWhere the original is missing, the document is the archive's own text or what other documents say of it.\nAgreements, pledges and action plans are in the package of the first year of their period, because they are\nmostly in force all that time and signed at any time in it. Other documents are in the year of their date,\nor, without one, in the year in which they were added. Each document is in the package of one year only."
    ));
    say(text!(
        "\nLäs så här: öppna representations/webb/data/index.html i en webbläsare. Inget behöver installeras, och inget\nhämtas från nätet. Sidorna visar hela webbplatsen så som den var den {day}, även andra år än {years}.\n",
        "\nRead it like this: open representations/webb/data/index.html in a browser. Nothing needs to be installed, and\nnothing is fetched from the web. The pages are the whole site as it was on {day}, other years than {years} too.\n"
    ));
    say(text!("DOKUMENTEN", "THE DOCUMENTS"));
    for id in &facts.documents {
        document(facts, *id, &mut text);
    }
    let mut say = |told| {
        text.push_str(&facts.say(told));
        text.push('\n');
    };
    if let Some(whose) = whose(facts) {
        say(whose);
    }
    if !facts.modified.is_empty() {
        say(text!(
            "\nRättade sedan de ingick i ett tidigare årspaket:",
            "\nCorrected since they were in an earlier yearly package:"
        ));
        for id in &facts.modified {
            let title = &archive.document(*id).document.common.title.value;
            say(text!("  {title}", "  {title}"));
        }
    }
    if !facts.yearless.is_empty() {
        say(text!(
            "\nHör till inget år, eftersom varken period, datum eller dagen då de lades in är känd, och ingår därför inte i\nnågot årspaket:",
            "\nBelong to no year, because neither their period, their date nor the day on which they were added is known, and\nare therefore in no yearly package:"
        ));
        for id in &facts.yearless {
            let document = &archive.document(*id).document;
            let (title, path) = (&document.common.title.value, &document.source.path);
            say(text!("  {title}  ({path})", "  {title}  ({path})"));
        }
    }
    for (id, why) in &facts.without_pdf {
        let title = &archive.document(*id).document.common.title.value;
        let why = facts.say(why.clone());
        say(text!("\nUtan PDF: {title}: {why}", "\nWithout a PDF: {title}: {why}"));
    }
    say(text!("\nMAPPARNA", "\nTHE FOLDERS"));
    for of in all {
        let (name, label) = (of.name, &of.label);
        say(text!(
            "  representations/{name}/data/   {label}",
            "  representations/{name}/data/   {label}"
        ));
    }
    say(text!(
        "  metadata/      beskrivning (Dublin Core, dokument.csv), bevarande (PREMIS) och kontrollsummor\n  METS.xml       förteckning över paketet enligt E-ARK SIP 2.1.0 (FGS Paketstruktur 2.0)\n  documentation/front-matter.md   vad nycklarna i källfilerna betyder\n  schemas/       formen på beskrivningen i Dublin Core (XML Schema)",
        "  metadata/      description (Dublin Core, dokument.csv), preservation (PREMIS) and checksums\n  METS.xml       the list of the package by E-ARK SIP 2.1.0 (FGS Paketstruktur 2.0)\n  documentation/front-matter.md   what the keys of the sources mean\n  schemas/       the form of the description in Dublin Core (XML Schema)"
    ));
    if !archive.settings.publish.is_empty() {
        say(text!(
            "\nI site.toml är [publish] utelämnat: hur webbplatsen når sin server hör inte till det som arkiveras.",
            "\nIn site.toml [publish] is left out: how the site gets to its server is not archived."
        ));
    }
    say(text!(
        "\nKONTROLLERA ATT INGET HAR ÄNDRATS\n  Linux och Mac, i paketets mapp:   sha256sum -c metadata/other/sha256sums.txt\n  Windows, hela zip-filen:          Get-FileHash -Algorithm SHA256 {name}.zip\n  och jämför med {name}.zip.sha256 och med det som webbplatsen visar i arspaket/index.html.\n  Med programmet:                   loftesarkiv verify {name}.zip",
        "\nCHECK THAT NOTHING HAS CHANGED\n  Linux and Mac, in the package's folder:   sha256sum -c metadata/other/sha256sums.txt\n  Windows, the whole ZIP file:              Get-FileHash -Algorithm SHA256 {name}.zip\n  and compare with {name}.zip.sha256 and with what the site shows in arspaket/index.html.\n  With the program:                         loftesarkiv verify {name}.zip"
    ));
    let owner = facts.owner;
    let secrecy = owner.secrecy.as_deref().unwrap_or(BY_THE_MUNICIPALITY);
    let disposal = owner.disposal.as_deref().unwrap_or(BY_THE_MUNICIPALITY);
    let (creator, number, contact) = (&owner.creator, &owner.creator_id, &owner.contact);
    say(text!(
        "\nARKIVBILDARE\n  {creator} ({number}), {contact}\n  Sekretess: {secrecy}\n  Gallring: {disposal}",
        "\nCREATOR OF THE RECORDS\n  {creator} ({number}), {contact}\n  Secrecy: {secrecy}\n  Disposal: {disposal}"
    ));
    text.into_bytes()
}

/// A document: its date, title, places, whose words it has, whether the original is there, and its
/// case numbers.
fn document(facts: &PackageFacts<'_>, id: DocId, text: &mut String) {
    let linked = facts.archive.document(id);
    let document = &linked.document;
    let common = &document.common;
    let places = linked.places();
    let places = places.map(|place| facts.archive.place(place).place.common.title.value.as_str());
    let places = places.collect::<Vec<&str>>().join(", ");
    let undated = || facts.say(text!("utan datum", "undated"));
    let dated = date_of(linked).unwrap_or_else(undated);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "  {dated:<10}   {}  ({places})", common.title.value);
    let mut facts_of = Vec::new();
    if let Some(word) = common.wording {
        let word = wording(facts, word);
        facts_of.push(facts.say(text!("text: {word}", "text: {word}")));
    }
    facts_of.push(facts.say(match common.has_original() {
        true => text!("originalet finns med", "the original is included"),
        false => text!("originalet finns inte här", "the original is not here"),
    }));
    for number in document.archive.decisions.iter().filter_map(|it| it.case_number.as_deref()) {
        facts_of.push(facts.say(text!("dnr {number}", "case {number}")));
    }
    let _ = writeln!(text, "               {}", facts_of.join("; "));
    let _ = writeln!(text, "               representations/webb/data/{}", document.address);
}

/// `documentation/front-matter.md`
pub fn front_matter(facts: &PackageFacts<'_>) -> Vec<u8> {
    let language = facts.language();
    let mut text = facts.say(text!(
        "# Nycklarna i källfilerna\n\nVarje källfil är Markdown. Överst, mellan två rader `+++`, står uppgifterna om dokumentet i TOML: en nyckel och ett värde på varje rad. Nycklarna är engelska. Sist på sidan står nycklarna i webbplatsens inställningar, site.toml, och i förteckningen över dess adresser, addresses.toml.\n",
        "# The keys of the sources\n\nEach source is Markdown. At its top, between two lines `+++`, are the facts of the document in TOML: a key and a value on each line. Last on the page are the keys of the site's settings, site.toml, and of the list of its addresses, addresses.toml.\n"
    ));
    for kind in Kind::ALL {
        let name = kind.facts().name.in_language(language);
        let _ = writeln!(text, "\n## `{}`: {name}\n", kind.as_str());
        lines(&mut text, language, kind.keys(), "");
    }
    for (file, owner) in [("site.toml", Owner::Settings), ("addresses.toml", Owner::Ledger)] {
        let _ = writeln!(text, "\n## `{file}`\n");
        lines(&mut text, language, owner.keys(), "");
    }
    text.into_bytes()
}

/// A line for each key, followed by those of the table that it holds; `above` is that of the table that
/// they are in, with a dot.
fn lines(
    text: &mut String,
    language: Language,
    keys: impl Iterator<Item = &'static Key>,
    above: &str,
) {
    for key in keys {
        let name = format!("{above}{}", key.name);
        let _ = writeln!(text, "- `{name}`: {}", key.help.in_language(language));
        lines(text, language, key.keys().iter(), &format!("{name}."));
    }
}
