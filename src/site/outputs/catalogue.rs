//! `data/catalog.rdf`: what the open data is, for the national portal (DCAT-AP-SE 3.0.1, as
//! RDF/XML). A broken catalogue stops the harvest of everything that the municipality has, so only
//! what is certain to be right is in it: there are no blank nodes, and every address is absolute.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use uuid::Uuid;

use super::kind::OutputKind;
use super::tables::FOLDER;
use crate::archive::Archive;
use crate::language::Language;
use crate::model::settings::Licence;
use crate::model::{Address, PartialDate};
use crate::site::make::{Maker, updated};
use crate::site::overview::Overview;
use crate::tables::{self, DataTable, Parted};

/// `data/catalog.rdf`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueFile;

/// What it says.
#[derive(Debug, Hash)]
pub struct CatalogueData {
    base_url: String,
    title: String,
    publisher: String,
    /// Ten digits.
    organisation: String,
    contact: String,
    licence: Licence,
    language: Language,
    /// The first and last day on which something was added or corrected.
    issued: Option<String>,
    modified: Option<String>,
    /// The first day that a document is about.
    begins: Option<String>,
    /// The sizes of the workbook and of the JSON, unless that is divided.
    sizes: Option<[usize; 2]>,
}

const NAMESPACES: [(&str, &str); 6] = [
    ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xmlns:dcat", "http://www.w3.org/ns/dcat#"),
    ("xmlns:dcatap", "http://data.europa.eu/r5r/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:foaf", "http://xmlns.com/foaf/0.1/"),
    ("xmlns:vcard", "http://www.w3.org/2006/vcard/ns#"),
];
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

impl OutputKind for CatalogueFile {
    type Data<'a> = CatalogueData;
    const KNOWN_BY_ITS_ADDRESS: bool = true;
    const LISTED: bool = true;
    const GIVES_WAY: bool = true;

    fn addresses(
        archive: &Archive,
        _: &Overview,
    ) -> impl Iterator<Item = (Address, CatalogueFile)> {
        let known = tables::has_catalogue(archive);
        let address = || Address::made(format!("{FOLDER}catalog.rdf"));
        known.then(|| (address(), CatalogueFile)).into_iter()
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<CatalogueData> {
        let archive = maker.archive;
        let settings = &archive.settings;
        let open = settings.data.as_ref()?;
        let owner = settings.archive.as_ref()?;
        let added = || archive.published().map(|(_, linked)| linked);
        let archived = added().filter_map(|linked| linked.document.common.archived);
        let begins = added().filter_map(|linked| {
            let period = linked.document.period().and_then(|period| period.first_day());
            period.or(linked.effective.map(|effective| effective.date.first_day()))
        });
        let whole = !Parted::is_needed(archive);
        Some(CatalogueData {
            base_url: settings.base_url.clone()?,
            title: settings.title.clone(),
            publisher: settings.publisher.clone().unwrap_or_else(|| owner.creator.clone()),
            organisation: owner.creator_id.chars().filter(char::is_ascii_digit).collect(),
            contact: open.contact.clone(),
            licence: open.licence,
            language: settings.language,
            issued: archived.map(PartialDate::first_day).min().map(|day| day.to_string()),
            modified: added()
                .filter_map(updated)
                .map(PartialDate::first_day)
                .max()
                .map(|day| day.to_string()),
            begins: begins.min().map(|day| day.to_string()),
            sizes: whole.then(|| {
                [tables::workbook(archive).len(), tables::json(archive, Parted::Whole).len()]
            }),
        })
    }

    fn bytes(data: &CatalogueData) -> Vec<u8> {
        let mut rdf = Rdf { xml: Writer::new_with_indent(Vec::with_capacity(16 << 10), b' ', 2) };
        // Writing to memory does not fail.
        let written = rdf.catalogue(data);
        debug_assert!(written.is_ok());
        let mut bytes = rdf.xml.into_inner();
        bytes.push(b'\n');
        bytes
    }
}

/// RDF/XML being written: resources, and what is said of them.
struct Rdf {
    xml: Writer<Vec<u8>>,
}

impl Rdf {
    fn catalogue(&mut self, data: &CatalogueData) -> io::Result<()> {
        self.xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = quick_xml::events::BytesStart::new("rdf:RDF").with_attributes(NAMESPACES);
        self.xml.write_event(Event::Start(root.borrow()))?;
        let own = format!("{}{FOLDER}catalog.rdf", data.base_url);
        let page = format!("{}{FOLDER}index.html", data.base_url);
        let at = |part: &str| format!("{own}#{part}");
        let publisher = format!("http://dataportal.se/organisation/SE{}", data.organisation);
        let licence = tables::licence_url(data.licence);
        let language = match data.language {
            Language::Swedish => format!("{AUTHORITY}language/SWE"),
            Language::English => format!("{AUTHORITY}language/ENG"),
        };
        let dates = [("dcterms:issued", &data.issued), ("dcterms:modified", &data.modified)];
        let dates = |rdf: &mut Rdf| -> io::Result<()> {
            for (name, day) in dates {
                if let Some(day) = day {
                    rdf.typed(name, "date", day)?;
                }
            }
            Ok(())
        };
        self.resource("dcat:Catalog", &own, |rdf| {
            rdf.text("dcterms:title", "sv", "Öppna data om medborgarlöften")?;
            rdf.text("dcterms:title", "en", "Open data on citizen pledges")?;
            let sv = "Data om vad kommunen och polisen har utlovat invånarna, och hur det gick.";
            let en =
                "Data on what the municipality and the police promised residents, and how it went.";
            rdf.text("dcterms:description", "sv", sv)?;
            rdf.text("dcterms:description", "en", en)?;
            rdf.link("dcterms:publisher", &publisher)?;
            rdf.link("dcterms:license", licence)?;
            dates(rdf)?;
            rdf.link("dcterms:language", &language)?;
            rdf.link("dcat:themeTaxonomy", &format!("{AUTHORITY}data-theme"))?;
            rdf.link("foaf:homepage", &format!("{}index.html", data.base_url))?;
            rdf.link("dcat:dataset", &at("dokument"))
        })?;
        self.resource("foaf:Agent", &publisher, |rdf| {
            rdf.plain("foaf:name", &data.publisher)?;
            rdf.link("dcterms:type", "http://purl.org/adms/publishertype/LocalAuthority")
        })?;
        self.resource("vcard:Organization", &at("kontakt"), |rdf| {
            rdf.plain("vcard:fn", &data.publisher)?;
            rdf.link("vcard:hasEmail", &format!("mailto:{}", data.contact))
        })?;
        let distributions = ["csv", "xlsx", "json"];
        self.resource("dcat:Dataset", &at("dokument"), |rdf| {
            let id = Uuid::new_v5(&Uuid::NAMESPACE_URL, own.as_bytes());
            rdf.plain("dcterms:identifier", &id.to_string())?;
            rdf.text("dcterms:title", "sv", tables::TITLE.sv)?;
            rdf.text("dcterms:title", "en", tables::TITLE.en)?;
            rdf.text("dcterms:description", "sv", tables::DESCRIPTION.sv)?;
            rdf.text("dcterms:description", "en", tables::DESCRIPTION.en)?;
            rdf.link("dcterms:publisher", &publisher)?;
            rdf.link("dcat:contactPoint", &at("kontakt"))?;
            for word in ["medborgarlöfte", "trygghet", "brottsförebyggande arbete"] {
                rdf.text("dcat:keyword", "sv", word)?;
            }
            rdf.text("dcat:keyword", "en", "crime prevention")?;
            rdf.link("dcat:theme", &format!("{AUTHORITY}data-theme/JUST"))?;
            rdf.link("dcat:theme", &format!("{AUTHORITY}data-theme/GOVE"))?;
            rdf.link("dcterms:accessRights", &format!("{AUTHORITY}access-right/PUBLIC"))?;
            rdf.link("dcterms:accrualPeriodicity", &format!("{AUTHORITY}frequency/IRREG"))?;
            rdf.link("dcterms:language", &language)?;
            dates(rdf)?;
            if data.begins.is_some() {
                rdf.link("dcterms:temporal", &at("tid"))?;
            }
            rdf.link("dcat:landingPage", &page)?;
            rdf.link("foaf:page", &page)?;
            for part in distributions {
                rdf.link("dcat:distribution", &at(part))?;
            }
            Ok(())
        })?;
        if let Some(begins) = &data.begins {
            self.resource("dcterms:PeriodOfTime", &at("tid"), |rdf| {
                rdf.typed("dcat:startDate", "date", begins)
            })?;
        }
        self.resource("foaf:Document", &page, |rdf| {
            rdf.text("dcterms:title", "sv", "Om tabellerna och deras kolumner")?;
            rdf.text("dcterms:title", "en", "About the tables and their columns")
        })?;
        for part in distributions {
            let distribution = Distribution::of(part, data);
            let Distribution { titles, descriptions, files, format, media_type, size } =
                distribution;
            let urls: Vec<String> =
                files.iter().map(|file| format!("{}{FOLDER}{file}", data.base_url)).collect();
            self.resource("dcat:Distribution", &at(part), |rdf| {
                for (language, title) in ["sv", "en"].into_iter().zip(titles) {
                    rdf.text("dcterms:title", language, title)?;
                }
                for (language, description) in ["sv", "en"].into_iter().zip(descriptions) {
                    rdf.text("dcterms:description", language, description)?;
                }
                // Several files are had from the page that lists them.
                let access = if let [only] = urls.as_slice() { only } else { &page };
                rdf.link("dcat:accessURL", access)?;
                for url in &urls {
                    rdf.link("dcat:downloadURL", url)?;
                }
                rdf.link("dcterms:format", &format!("{AUTHORITY}file-type/{format}"))?;
                let media_type =
                    format!("https://www.iana.org/assignments/media-types/{media_type}");
                rdf.link("dcat:mediaType", &media_type)?;
                rdf.link("dcterms:license", licence)?;
                let stable = format!("{AUTHORITY}planned-availability/STABLE");
                rdf.link("dcatap:availability", &stable)?;
                dates(rdf)?;
                rdf.link("dcterms:language", &language)?;
                if let Some(size) = size {
                    rdf.typed("dcat:byteSize", "nonNegativeInteger", &size.to_string())?;
                }
                Ok(())
            })?;
        }
        self.xml.write_event(Event::End(root.to_end()))
    }

    /// A resource at an absolute address.
    fn resource(
        &mut self,
        class: &str,
        address: &str,
        what: impl FnOnce(&mut Rdf) -> io::Result<()>,
    ) -> io::Result<()> {
        let start =
            quick_xml::events::BytesStart::new(class).with_attributes([("rdf:about", address)]);
        self.xml.write_event(Event::Start(start.borrow()))?;
        what(self)?;
        self.xml.write_event(Event::End(start.to_end()))
    }

    fn link(&mut self, name: &str, to: &str) -> io::Result<()> {
        self.xml.create_element(name).with_attribute(("rdf:resource", to)).write_empty()?;
        Ok(())
    }

    fn text(&mut self, name: &str, language: &str, text: &str) -> io::Result<()> {
        let element = self.xml.create_element(name).with_attribute(("xml:lang", language));
        element.write_text_content(BytesText::new(&allowed(text)))?;
        Ok(())
    }

    fn typed(&mut self, name: &str, of: &str, text: &str) -> io::Result<()> {
        let datatype = format!("{XSD}{of}");
        let element = self.xml.create_element(name);
        let element = element.with_attribute(("rdf:datatype", datatype.as_str()));
        element.write_text_content(BytesText::new(text))?;
        Ok(())
    }

    fn plain(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.xml.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
        Ok(())
    }
}

/// A text without the characters that XML forbids.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// One of the forms in which the data can be had.
struct Distribution {
    /// In Swedish and English, as the descriptions are.
    titles: [&'static str; 2],
    descriptions: [&'static str; 2],
    files: Vec<String>,
    format: &'static str,
    media_type: &'static str,
    size: Option<usize>,
}

impl Distribution {
    fn of(part: &str, data: &CatalogueData) -> Distribution {
        match part {
            "csv" => Distribution {
                titles: ["Tabeller (csv)", "Tables (csv)"],
                descriptions: [
                    "En fil för varje tabell. De beskrivs i csv-metadata.json (CSVW).",
                    "A file for each table. They are described in csv-metadata.json (CSVW).",
                ],
                files: DataTable::ALL.iter().map(|table| table.file()).collect(),
                format: "CSV",
                media_type: "text/csv",
                size: None,
            },
            "xlsx" => Distribution {
                titles: ["Arbetsbok (xlsx)", "Workbook (xlsx)"],
                descriptions: [
                    "Alla tabeller som blad i en arbetsbok.",
                    "All tables as sheets of a workbook.",
                ],
                files: vec!["arkivet.xlsx".to_owned()],
                format: "XLSX",
                media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                size: data.sizes.map(|[workbook, _]| workbook),
            },
            _ => Distribution {
                titles: ["Allt i en fil (json)", "All in one file (json)"],
                descriptions: [
                    "Samma tabeller som JSON, med JSON Schema. En stor fil är uppdelad.",
                    "The same tables as JSON, with a JSON Schema. A large file is divided.",
                ],
                files: vec!["arkivet.json".to_owned()],
                format: "JSON",
                media_type: "application/json",
                size: data.sizes.map(|[_, json]| json),
            },
        }
    }
}
