//! `METS.xml`: what is in the package, and in each of its representations, by E-ARK SIP 2.1.0, which
//! is Riksarkivet's FGS Paketstruktur 2.0.

use super::facts::{PackageFacts, VERSION};
use super::formats;
use super::stage::{PackageFile, PackageStage};
use crate::digest::Digest;
use crate::xml::XmlText;

const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns", "http://www.loc.gov/METS/"),
    ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
    ("xmlns:sip", "https://DILCIS.eu/XML/METS/SIPExtensionMETS"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];
const PROFILE: &str = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml";

/// One form in which the package holds the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representation {
    /// The name of its folder.
    pub name: &'static str,
    /// What it is, in the site's language.
    pub label: String,
}

/// An id made of a path: a letter and digits, as XML wants it.
fn id_of(path: &str) -> String {
    let digits = Digest::of(path.as_bytes()).to_string();
    format!("f-{}", &digits[..20])
}

/// The description of one representation. `stage` holds its files.
pub fn of_representation(
    facts: &PackageFacts<'_>,
    stage: &PackageStage<'_>,
    of: &Representation,
) -> Vec<u8> {
    let mut xml = XmlText::new();
    let folder = format!("representations/{}/", of.name);
    root(&mut xml, of.name, &of.label, "Textual works – Digital", facts, |_, _| {});
    let ids = [format!("fs-{}", of.name), format!("g-{}", of.name), format!("sm-{}", of.name)];
    xml.open("fileSec", &[("ID", &ids[0])]);
    xml.open("fileGrp", &[("ID", &ids[1]), ("USE", "Data")]);
    for listed in stage.below(&format!("{folder}data/")) {
        file(&mut xml, facts, listed, &folder);
    }
    xml.close();
    xml.close();
    let (div, metadata, data) = (
        format!("d-{}", of.name),
        format!("d-{}-metadata", of.name),
        format!("d-{}-data", of.name),
    );
    xml.open("structMap", &[("ID", &ids[2]), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")]);
    xml.open("div", &[("ID", &div), ("TYPE", "ORIGINAL"), ("LABEL", of.name)]);
    xml.empty("div", &[("ID", &metadata), ("LABEL", "Metadata")]);
    xml.open("div", &[("ID", &data), ("LABEL", "Data")]);
    xml.empty("fptr", &[("FILEID", &ids[1])]);
    xml.finish()
}

/// The description of the whole package. `stage` holds all of its other files.
pub fn of_package(
    facts: &PackageFacts<'_>,
    stage: &PackageStage<'_>,
    all: &[Representation],
) -> Vec<u8> {
    let mut xml = XmlText::new();
    root(&mut xml, &facts.name, &facts.title(), "Mixed", facts, package_header);
    let described = [
        ("dmd-dc", "metadata/descriptive/dc.xml", "DC", ""),
        ("dmd-list", "metadata/descriptive/dokument.csv", "OTHER", "CSV"),
        ("dmd-sums", "metadata/other/sha256sums.txt", "OTHER", "SHA-256 list"),
    ];
    let instant = facts.instant();
    for (id, path, kind, other) in described {
        let Some(file) = stage.file(path) else { continue };
        xml.open("dmdSec", &[("ID", id), ("CREATED", &instant), ("STATUS", "CURRENT")]);
        let mut of = vec![("MDTYPE", kind)];
        if !other.is_empty() {
            of.push(("OTHERMDTYPE", other));
        }
        reference(&mut xml, facts, file, &of);
        xml.close();
    }
    if let Some(file) = stage.file("metadata/preservation/premis.xml") {
        xml.open("amdSec", &[("ID", "amd")]);
        let section = [("ID", "amd-premis"), ("CREATED", &instant), ("STATUS", "CURRENT")];
        xml.open("digiprovMD", &section);
        reference(&mut xml, facts, file, &[("MDTYPE", "PREMIS"), ("MDTYPEVERSION", "3.0")]);
        xml.close();
        xml.close();
    }
    xml.open("fileSec", &[("ID", "fs")]);
    group(&mut xml, "g-doc", "Documentation", "documentation");
    for listed in stage.below("documentation/") {
        file(&mut xml, facts, listed, "");
    }
    xml.close();
    group(&mut xml, "g-schemas", "Schemas", "schemas");
    for listed in stage.below("schemas/") {
        file(&mut xml, facts, listed, "");
    }
    xml.close();
    for of in all {
        let (id, used) = (format!("g-rep-{}", of.name), format!("Representations/{}", of.name));
        group(&mut xml, &id, &used, &format!("loftesarkiv-{}", of.name));
        if let Some(listed) = stage.file(&format!("representations/{}/METS.xml", of.name)) {
            file(&mut xml, facts, listed, "");
        }
        xml.close();
    }
    xml.close();
    structure(&mut xml, facts, all);
    xml.finish()
}

fn group(xml: &mut XmlText, id: &str, used: &str, content: &str) {
    xml.open(
        "fileGrp",
        &[
            ("ID", id),
            ("USE", used),
            ("csip:CONTENTINFORMATIONTYPE", "OTHER"),
            ("csip:OTHERCONTENTINFORMATIONTYPE", content),
        ],
    );
}

fn structure(xml: &mut XmlText, facts: &PackageFacts<'_>, all: &[Representation]) {
    xml.open("structMap", &[("ID", "sm"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")]);
    xml.open("div", &[("ID", "d"), ("LABEL", &facts.name)]);
    xml.empty(
        "div",
        &[
            ("ID", "d-metadata"),
            ("LABEL", "Metadata"),
            ("DMDID", "dmd-dc dmd-list dmd-sums"),
            ("ADMID", "amd-premis"),
        ],
    );
    xml.open("div", &[("ID", "d-doc"), ("LABEL", "Documentation")]);
    xml.empty("fptr", &[("FILEID", "g-doc")]);
    xml.close();
    xml.open("div", &[("ID", "d-schemas"), ("LABEL", "Schemas")]);
    xml.empty("fptr", &[("FILEID", "g-schemas")]);
    xml.close();
    // Validators want the one division, and some archives find the content only by the others.
    xml.open("div", &[("ID", "d-reps"), ("LABEL", "Representations")]);
    for of in all {
        xml.empty("fptr", &[("FILEID", &format!("g-rep-{}", of.name))]);
    }
    xml.close();
    for of in all {
        let (id, label) = (format!("d-rep-{}", of.name), format!("Representations/{}", of.name));
        let href = format!("representations/{}/METS.xml", of.name);
        xml.open("div", &[("ID", &id), ("LABEL", &label)]);
        xml.empty(
            "mptr",
            &[
                ("LOCTYPE", "URL"),
                ("xlink:type", "simple"),
                ("xlink:href", &href),
                ("xlink:title", &format!("g-rep-{}", of.name)),
            ],
        );
        xml.close();
    }
}

/// Opens the root and writes its header; `more` adds what only one of the descriptions has.
fn root(
    xml: &mut XmlText,
    id: &str,
    label: &str,
    content: &str,
    facts: &PackageFacts<'_>,
    more: impl Fn(&mut XmlText, &PackageFacts<'_>),
) {
    let mut attributes = NAMESPACES.to_vec();
    attributes.extend([
        ("OBJID", id),
        ("LABEL", label),
        ("TYPE", content),
        ("csip:CONTENTINFORMATIONTYPE", "MIXED"),
        ("PROFILE", PROFILE),
    ]);
    xml.open("mets", &attributes);
    let instant = facts.instant();
    xml.open(
        "metsHdr",
        &[
            ("CREATEDATE", &instant),
            ("LASTMODDATE", &instant),
            ("RECORDSTATUS", facts.status()),
            ("csip:OAISPACKAGETYPE", "SIP"),
        ],
    );
    agent(xml, ["CREATOR", "OTHER", "loftesarkiv"], Some(("SOFTWARE VERSION", VERSION)));
    let (owner, code) = (&facts.owner.creator, organisation(&facts.owner.creator_id));
    let coded = Some(("IDENTIFICATIONCODE", code.as_str()));
    agent(xml, ["ARCHIVIST", "ORGANIZATION", owner], coded);
    agent(xml, ["CREATOR", "ORGANIZATION", owner], coded);
    more(xml, facts);
    xml.close();
}

/// The rest of the header of a package: who to ask, who receives it, and what it is known by.
fn package_header(xml: &mut XmlText, facts: &PackageFacts<'_>) {
    let owner = facts.owner;
    let function = owner.unit.as_deref().unwrap_or(&owner.contact);
    xml.open("agent", &[("ROLE", "CREATOR"), ("TYPE", "INDIVIDUAL")]);
    xml.text("name", &[], function);
    xml.text("note", &[], &owner.contact);
    xml.close();
    if let Some(receiver) = &owner.receiver {
        let code = owner.receiver_id.as_deref().map(organisation);
        let coded = code.as_deref().map(|code| ("IDENTIFICATIONCODE", code));
        agent(xml, ["PRESERVATION", "ORGANIZATION", receiver], coded);
    }
    if let Some(agreement) = &owner.agreement {
        xml.text("altRecordID", &[("TYPE", "SUBMISSIONAGREEMENT")], agreement);
    }
    if let Some(reference) = &owner.reference {
        xml.text("altRecordID", &[("TYPE", "REFERENCECODE")], reference);
    }
    xml.text("metsDocumentID", &[], "METS.xml");
}

/// An organisation number as descriptions have it.
pub fn organisation(number: &str) -> String {
    format!("ORG:{number}")
}

/// An agent: its role, type and name, and a note with its type.
fn agent(xml: &mut XmlText, [role, of, name]: [&str; 3], note: Option<(&str, &str)>) {
    let mut attributes = vec![("ROLE", role), ("TYPE", of)];
    if of == "OTHER" {
        attributes.push(("OTHERTYPE", "SOFTWARE"));
    }
    xml.open("agent", &attributes);
    xml.text("name", &[], name);
    if let Some((kind, text)) = note {
        xml.text("note", &[("csip:NOTETYPE", kind)], text);
    }
    xml.close();
}

/// A file, at its path from `folder`.
fn file(xml: &mut XmlText, facts: &PackageFacts<'_>, listed: &PackageFile, folder: &str) {
    let format = formats::of(&listed.path, listed.path.starts_with("representations/pdf/"));
    let (id, size, digest) =
        (id_of(&listed.path), listed.size.to_string(), listed.digest.to_string());
    let instant = facts.instant();
    let mut attributes = vec![
        ("ID", id.as_str()),
        ("MIMETYPE", format.media_type),
        ("SIZE", &size),
        ("CREATED", &instant),
        ("CHECKSUM", &digest),
        ("CHECKSUMTYPE", "SHA-256"),
        ("sip:FILEFORMATNAME", format.name),
    ];
    if let Some(version) = format.version {
        attributes.push(("sip:FILEFORMATVERSION", version));
    }
    if let Some(key) = format.pronom {
        attributes.extend([("sip:FORMATREGISTRY", "PRONOM"), ("sip:FORMATREGISTRYKEY", key)]);
    }
    xml.open("file", &attributes);
    let href = encoded(listed.path.strip_prefix(folder).unwrap_or(&listed.path));
    xml.empty("FLocat", &[("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", &href)]);
    xml.close();
}

/// A reference to metadata.
fn reference(
    xml: &mut XmlText,
    facts: &PackageFacts<'_>,
    listed: &PackageFile,
    of: &[(&str, &str)],
) {
    let format = formats::of(&listed.path, false);
    let (id, size, digest) =
        (id_of(&listed.path), listed.size.to_string(), listed.digest.to_string());
    let (instant, href) = (facts.instant(), encoded(&listed.path));
    let mut attributes = vec![
        ("ID", id.as_str()),
        ("LOCTYPE", "URL"),
        ("xlink:type", "simple"),
        ("xlink:href", &href),
    ];
    attributes.extend(of);
    attributes.extend([
        ("MIMETYPE", format.media_type),
        ("SIZE", &size),
        ("CREATED", &instant),
        ("CHECKSUM", &digest),
        ("CHECKSUMTYPE", "SHA-256"),
    ]);
    xml.empty("mdRef", &attributes);
}

/// A path as a relative reference: everything but what needs no escaping is escaped.
fn encoded(path: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(path, KEPT).to_string()
}
