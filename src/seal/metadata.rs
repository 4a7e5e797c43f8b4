//! The package's other descriptions: Dublin Core, the list of documents, PREMIS, and the fields of
//! the delivery form.

use serde::Serialize;

use super::facts::{PackageFacts, VERSION};
use super::formats;
use super::mets::{Representation, organisation};
use super::schema;
use super::stage::{PackageFile, PackageStage};
use crate::archive::Linked;
use crate::digest::Digest;
use crate::model::DatedBy;
use crate::tables;
use crate::text;
use crate::xml::XmlText;

/// `metadata/descriptive/dc.xml`
pub fn dublin_core(facts: &PackageFacts<'_>) -> Vec<u8> {
    let mut xml = XmlText::new();
    xml.open(
        "metadata",
        &[
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:noNamespaceSchemaLocation", &format!("../../{}", schema::PATH)),
        ],
    );
    let (publisher, years) = (facts.publisher(), facts.years_in_words());
    let title = facts.say(text!(
        "Medborgarlöften och överenskommelser, {publisher}, {years}",
        "Pledges and agreements, {publisher}, {years}"
    ));
    let tag = facts.language().tag();
    xml.text("dc:title", &[("xml:lang", tag)], &title);
    xml.text("dc:creator", &[], &facts.owner.creator);
    xml.text("dc:publisher", &[], facts.publisher());
    xml.text("dc:identifier", &[], &format!("urn:uuid:{}", facts.uuid()));
    if let Some(base) = &facts.archive.settings.base_url {
        xml.text("dc:source", &[], base);
    }
    let (first, last) = (facts.years.start(), facts.years.end());
    let dated = if first == last { first.to_string() } else { format!("{first}/{last}") };
    xml.text("dc:date", &[], &dated);
    xml.text("dcterms:created", &[], &facts.day.to_string());
    xml.text("dcterms:temporal", &[], &format!("{first}-01-01/{last}-12-31"));
    xml.text("dc:language", &[], tag);
    xml.text("dc:type", &[], "Collection");
    for place in facts.places() {
        xml.text("dc:coverage", &[], &facts.archive.place(place).place.common.title.value);
    }
    let count = facts.documents.len();
    let description = facts.say(text!(
        "{count} dokument, och webbplatsen så som den var när paketet gjordes.",
        "{count} documents, and the site as it was when the package was made."
    ));
    xml.text("dc:description", &[("xml:lang", tag)], &description);
    if let Some(classification) = &facts.owner.classification {
        xml.text("dc:subject", &[], classification);
    }
    xml.finish()
}

/// `metadata/descriptive/dokument.csv`: each document, with the paths of its files in the package.
pub fn list(facts: &PackageFacts<'_>) -> Vec<u8> {
    let mut rows = vec![
        [
            "typ",
            "datum",
            "titel",
            "platser",
            "ordalydelse",
            "original",
            "diarienummer",
            "adress",
            "kallfil",
            "pdf",
        ]
        .map(str::to_owned),
    ];
    for id in &facts.documents {
        let linked = facts.archive.document(*id);
        let document = &linked.document;
        let address = document.address.as_str();
        let places = linked.places();
        let places = places.map(|it| facts.archive.place(it).place.common.title.value.as_str());
        let numbers = document.archive.decisions.iter().filter_map(|it| it.case_number.as_deref());
        let original = document.common.has_original();
        rows.push([
            document.kind.facts().name.in_language(facts.language()).to_owned(),
            date_of(linked).unwrap_or_default(),
            document.common.title.value.clone(),
            places.collect::<Vec<&str>>().join("|"),
            document.common.wording.map(|it| wording(facts, it)).unwrap_or_default(),
            facts.say(if original { text!("ja", "yes") } else { text!("nej", "no") }),
            numbers.collect::<Vec<&str>>().join("|"),
            format!("representations/webb/data/{address}"),
            format!("representations/kallfiler/data/{}", document.source.path),
            match facts.without_pdf.get(id) {
                Some(_) => String::new(),
                None => pdf_path(address),
            },
        ]);
    }
    tables::rows(&rows)
}

/// Whose words a document's text consists of.
pub fn wording(facts: &PackageFacts<'_>, wording: crate::model::Wording) -> String {
    tables::wording(wording).in_language(facts.language()).to_owned()
}

/// The path of a document's PDF in the package.
pub fn pdf_path(address: &str) -> String {
    let stem = address.strip_suffix(".html").unwrap_or(address);
    format!("representations/pdf/data/{stem}.pdf")
}

/// `metadata/preservation/premis.xml`: the records, not the snapshot of the site. `stage` holds the
/// files of the representations.
pub fn premis(
    facts: &PackageFacts<'_>,
    stage: &PackageStage<'_>,
    all: &[Representation],
) -> Vec<u8> {
    let mut xml = XmlText::new();
    xml.open(
        "premis",
        &[
            ("xmlns", "http://www.loc.gov/premis/v3"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("version", "3.0"),
        ],
    );
    let uuid = facts.uuid();
    xml.open("object", &[("xsi:type", "intellectualEntity")]);
    identifier(&mut xml, "object", "UUID", &uuid);
    xml.text("originalName", &[], &facts.name);
    xml.close();
    for of in all {
        xml.open("object", &[("xsi:type", "representation")]);
        identifier(&mut xml, "object", "path", &format!("representations/{}", of.name));
        xml.text("originalName", &[], &of.label);
        relationship(&mut xml, "represents", "UUID", &uuid);
        xml.close();
    }
    for of in all.iter().filter(|of| of.name != "webb") {
        for file in stage.below(&format!("representations/{}/data/", of.name)) {
            premis_file(&mut xml, file, of.name);
        }
    }
    event(
        &mut xml,
        facts,
        "creation",
        &uuid,
        &facts.say(text!("Årspaketet gjordes.", "The yearly package was made.")),
    );
    for id in &facts.modified {
        let document = &facts.archive.document(*id).document;
        let last = document.common.last_correction();
        let path = format!("representations/kallfiler/data/{}", document.source.path);
        let what = last.map_or(String::new(), |it| format!("{}: {}", it.date, it.text));
        event(&mut xml, facts, "modification", &path, &what);
    }
    xml.open("agent", &[]);
    identifier(&mut xml, "agent", "local", "loftesarkiv");
    xml.text("agentName", &[], "loftesarkiv");
    xml.text("agentType", &[], "software");
    xml.text("agentVersion", &[], VERSION);
    xml.close();
    xml.open("agent", &[]);
    identifier(&mut xml, "agent", "local", &organisation(&facts.owner.creator_id));
    xml.text("agentName", &[], &facts.owner.creator);
    xml.text("agentType", &[], "organization");
    xml.finish()
}

fn identifier(xml: &mut XmlText, of: &str, kind: &str, value: &str) {
    xml.open(&format!("{of}Identifier"), &[]);
    xml.text(&format!("{of}IdentifierType"), &[], kind);
    xml.text(&format!("{of}IdentifierValue"), &[], value);
    xml.close();
}

fn relationship(xml: &mut XmlText, sub: &str, kind: &str, value: &str) {
    xml.open("relationship", &[]);
    xml.text("relationshipType", &[], "structural");
    xml.text("relationshipSubType", &[], sub);
    identifier(xml, "relatedObject", kind, value);
    xml.close();
}

fn premis_file(xml: &mut XmlText, file: &PackageFile, representation: &str) {
    let format = formats::of(&file.path, representation == "pdf");
    xml.open("object", &[("xsi:type", "file")]);
    identifier(xml, "object", "path", &file.path);
    xml.open("objectCharacteristics", &[]);
    xml.open("fixity", &[]);
    xml.text("messageDigestAlgorithm", &[], "SHA-256");
    xml.text("messageDigest", &[], &file.digest.to_string());
    xml.close();
    xml.text("size", &[], &file.size.to_string());
    xml.open("format", &[]);
    xml.open("formatDesignation", &[]);
    xml.text("formatName", &[], format.name);
    if let Some(version) = format.version {
        xml.text("formatVersion", &[], version);
    }
    xml.close();
    if let Some(key) = format.pronom {
        xml.open("formatRegistry", &[]);
        xml.text("formatRegistryName", &[], "PRONOM");
        xml.text("formatRegistryKey", &[], key);
        xml.close();
    }
    xml.close();
    xml.close();
    let of = format!("representations/{representation}");
    relationship(xml, "is included in", "path", &of);
    xml.close();
}

fn event(xml: &mut XmlText, facts: &PackageFacts<'_>, kind: &str, of: &str, detail: &str) {
    xml.open("event", &[]);
    let id = Digest::of(format!("{kind} {of}").as_bytes()).to_string();
    identifier(xml, "event", "local", &id[..20]);
    xml.text("eventType", &[], kind);
    xml.text("eventDateTime", &[], &facts.instant());
    xml.open("eventDetailInformation", &[]);
    xml.text("eventDetail", &[], detail);
    xml.close();
    xml.open("linkingAgentIdentifier", &[]);
    xml.text("linkingAgentIdentifierType", &[], "local");
    xml.text("linkingAgentIdentifierValue", &[], "loftesarkiv");
    xml.close();
    xml.open("linkingObjectIdentifier", &[]);
    let kind = if of.contains('/') { "path" } else { "UUID" };
    xml.text("linkingObjectIdentifierType", &[], kind);
    xml.text("linkingObjectIdentifierValue", &[], of);
    xml.close();
    xml.close();
}

/// The fields of the delivery form, which is Swedish whatever the site's language.
#[derive(Serialize)]
struct DeliveryForm<'a> {
    leveransfil: String,
    kontrollsumma: String,
    algoritm: &'static str,
    startdatum: String,
    slutdatum: String,
    arkivbildare: &'a str,
    arkivbildare_id: &'a str,
    arkivbildare_system: &'static str,
    arkivbildare_system_version: &'static str,
    ansvarig_enhet: &'a str,
    kontakt: &'a str,
    mottagare: &'a str,
    #[serde(rename = "leveransöverenskommelse")]
    leveransoverenskommelse: &'a str,
    #[serde(rename = "ärende")]
    arende: &'a str,
    klassificering: &'a str,
    paketstruktur: &'static str,
    informationstyp: &'static str,
    status: &'static str,
    sekretess: &'a str,
    gallring: &'a str,
    gjort: String,
    antal_dokument: usize,
}

/// What is written of what the municipality has not stated.
pub const BY_THE_MUNICIPALITY: &str = "anges av kommunen";

/// `<package>.json`: what the delivery form asks for.
pub fn form(facts: &PackageFacts<'_>, zip: Digest) -> Vec<u8> {
    let owner = facts.owner;
    let form = DeliveryForm {
        leveransfil: format!("{}.zip", facts.name),
        kontrollsumma: zip.to_string(),
        algoritm: "SHA-256",
        startdatum: format!("{}-01-01", facts.years.start()),
        slutdatum: format!("{}-12-31", facts.years.end()),
        arkivbildare: &owner.creator,
        arkivbildare_id: &owner.creator_id,
        arkivbildare_system: "loftesarkiv",
        arkivbildare_system_version: VERSION,
        ansvarig_enhet: owner.unit.as_deref().unwrap_or_default(),
        kontakt: &owner.contact,
        mottagare: owner.receiver.as_deref().unwrap_or_default(),
        leveransoverenskommelse: owner.agreement.as_deref().unwrap_or_default(),
        arende: owner.reference.as_deref().unwrap_or_default(),
        klassificering: owner.classification.as_deref().unwrap_or_default(),
        paketstruktur: "FGS Paketstruktur 2.0 (E-ARK SIP 2.1.0)",
        informationstyp: "webbplats och dokument",
        status: facts.status(),
        sekretess: owner.secrecy.as_deref().unwrap_or(BY_THE_MUNICIPALITY),
        gallring: owner.disposal.as_deref().unwrap_or(BY_THE_MUNICIPALITY),
        gjort: facts.day.to_string(),
        antal_dokument: facts.documents.len(),
    };
    tables::pretty(&form)
}

/// A document's date as precisely as it is known: only the year of what is placed by its period, whose
/// first day is no date of the document. `None` if it has no date.
pub fn date_of(linked: &Linked) -> Option<String> {
    let effective = linked.effective?;
    Some(match effective.by {
        DatedBy::Period => effective.date.calendar_year().to_string(),
        DatedBy::Signed | DatedBy::Date | DatedBy::Announced | DatedBy::Published => {
            effective.date.to_string()
        }
    })
}
