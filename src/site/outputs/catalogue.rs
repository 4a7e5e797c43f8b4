//! `data/catalog.rdf`: what the open data is, for the national portal (DCAT-AP-SE 3.0.1, as
//! RDF/XML). A broken catalogue stops the harvest of everything that the municipality has, so only
//! what is certain to be right is in it: there are no blank nodes, and every address is absolute.

use std::hash::{Hash, Hasher};

use uuid::Uuid;

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::diagnostic::Text;
use crate::language::Language;
use crate::media_type::media_type;
use crate::model::settings::Licence;
use crate::model::{Address, PartialDate};
use crate::site::make::{Maker, updated};
use crate::site::overview::Overview;
use crate::tables::{self, DataTable, FOLDER, Parted, TablePart, Tables};
use crate::text;
use crate::xml::XmlText;

/// `data/catalog.rdf`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueFile;

/// What it says.
#[derive(Debug)]
pub struct CatalogueData<'a> {
    tables: Tables<'a>,
    facts: CatalogueFacts,
}

/// What it says of the data, apart from the sizes of the files.
#[derive(Debug, Hash)]
struct CatalogueFacts {
    base_url: String,
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
    type Data<'a> = CatalogueData<'a>;
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

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<CatalogueData<'a>> {
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
        let modified = added().filter_map(updated).map(PartialDate::first_day).max();
        let facts = CatalogueFacts {
            base_url: settings.base_url.clone()?,
            publisher: settings.publisher.clone().unwrap_or_else(|| owner.creator.clone()),
            organisation: owner.creator_id.chars().filter(char::is_ascii_digit).collect(),
            contact: open.contact.clone(),
            licence: open.licence,
            language: settings.language,
            issued: archived.map(PartialDate::first_day).min().map(|day| day.to_string()),
            modified: modified.map(|day| day.to_string()),
            begins: begins.min().map(|day| day.to_string()),
        };
        Some(CatalogueData { tables: Tables::new(archive, &maker.overview.tables), facts })
    }

    fn bytes(data: &CatalogueData<'_>) -> Vec<u8> {
        let mut rdf = Rdf { xml: XmlText::new() };
        rdf.catalogue(data);
        rdf.xml.finish()
    }
}

/// The sizes of the files follow from the rows of the tables, so nothing needs to be made to know
/// whether they are the same.
impl Hash for CatalogueData<'_> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let CatalogueData { tables, facts } = self;
        facts.hash(hasher);
        for table in DataTable::ALL {
            tables.digest(*table, TablePart::Whole).0.hash(hasher);
        }
    }
}

/// RDF/XML being written: resources, and what is said of them.
struct Rdf {
    xml: XmlText,
}

impl Rdf {
    fn catalogue(&mut self, CatalogueData { tables, facts: data }: &CatalogueData<'_>) {
        self.xml.open("rdf:RDF", &NAMESPACES);
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
        let dates = |rdf: &mut Rdf| {
            for (name, day) in dates {
                if let Some(day) = day {
                    rdf.typed(name, "date", day);
                }
            }
        };
        self.resource("dcat:Catalog", &own, |rdf| {
            rdf.text("dcterms:title", "sv", "Öppna data om medborgarlöften");
            rdf.text("dcterms:title", "en", "Open data on citizen pledges");
            let sv = "Data om vad kommunen och polisen har utlovat invånarna, och hur det gick.";
            let en =
                "Data on what the municipality and the police promised residents, and how it went.";
            rdf.text("dcterms:description", "sv", sv);
            rdf.text("dcterms:description", "en", en);
            rdf.link("dcterms:publisher", &publisher);
            rdf.link("dcterms:license", licence);
            dates(rdf);
            rdf.link("dcterms:language", &language);
            rdf.link("dcat:themeTaxonomy", &format!("{AUTHORITY}data-theme"));
            rdf.link("foaf:homepage", &format!("{}index.html", data.base_url));
            rdf.link("dcat:dataset", &at("dokument"));
        });
        self.resource("foaf:Agent", &publisher, |rdf| {
            rdf.plain("foaf:name", &data.publisher);
            rdf.link("dcterms:type", "http://purl.org/adms/publishertype/LocalAuthority");
        });
        self.resource("vcard:Organization", &at("kontakt"), |rdf| {
            rdf.plain("vcard:fn", &data.publisher);
            rdf.link("vcard:hasEmail", &format!("mailto:{}", data.contact));
        });
        let distributions = Distribution::all(*tables);
        self.resource("dcat:Dataset", &at("dokument"), |rdf| {
            let id = Uuid::new_v5(&Uuid::NAMESPACE_URL, own.as_bytes());
            rdf.plain("dcterms:identifier", &id.to_string());
            rdf.text("dcterms:title", "sv", tables::TITLE.sv);
            rdf.text("dcterms:title", "en", tables::TITLE.en);
            rdf.text("dcterms:description", "sv", tables::DESCRIPTION.sv);
            rdf.text("dcterms:description", "en", tables::DESCRIPTION.en);
            rdf.link("dcterms:publisher", &publisher);
            rdf.link("dcat:contactPoint", &at("kontakt"));
            for word in ["medborgarlöfte", "trygghet", "brottsförebyggande arbete"] {
                rdf.text("dcat:keyword", "sv", word);
            }
            rdf.text("dcat:keyword", "en", "crime prevention");
            rdf.link("dcat:theme", &format!("{AUTHORITY}data-theme/JUST"));
            rdf.link("dcat:theme", &format!("{AUTHORITY}data-theme/GOVE"));
            rdf.link("dcterms:accessRights", &format!("{AUTHORITY}access-right/PUBLIC"));
            rdf.link("dcterms:accrualPeriodicity", &format!("{AUTHORITY}frequency/IRREG"));
            rdf.link("dcterms:language", &language);
            dates(rdf);
            if data.begins.is_some() {
                rdf.link("dcterms:temporal", &at("tid"));
            }
            rdf.link("dcat:landingPage", &page);
            rdf.link("foaf:page", &page);
            for distribution in &distributions {
                rdf.link("dcat:distribution", &at(distribution.part));
            }
        });
        if let Some(begins) = &data.begins {
            self.resource("dcterms:PeriodOfTime", &at("tid"), |rdf| {
                rdf.typed("dcat:startDate", "date", begins);
            });
        }
        self.resource("foaf:Document", &page, |rdf| {
            rdf.text("dcterms:title", "sv", "Om tabellerna och deras kolumner");
            rdf.text("dcterms:title", "en", "About the tables and their columns");
        });
        for distribution in &distributions {
            let Distribution { part, title, description, files, format, size } = distribution;
            let urls: Vec<String> =
                files.iter().map(|file| format!("{}{FOLDER}{file}", data.base_url)).collect();
            self.resource("dcat:Distribution", &at(part), |rdf| {
                rdf.text("dcterms:title", "sv", &title.sv);
                rdf.text("dcterms:title", "en", &title.en);
                rdf.text("dcterms:description", "sv", &description.sv);
                rdf.text("dcterms:description", "en", &description.en);
                // Several files are had from the page that lists them.
                let access = if let [only] = urls.as_slice() { only } else { &page };
                rdf.link("dcat:accessURL", access);
                for url in &urls {
                    rdf.link("dcat:downloadURL", url);
                }
                rdf.link("dcterms:format", &format!("{AUTHORITY}file-type/{format}"));
                let media_type = files.first().map_or("", |file| media_type(file));
                let media_type =
                    format!("https://www.iana.org/assignments/media-types/{media_type}");
                rdf.link("dcat:mediaType", &media_type);
                rdf.link("dcterms:license", licence);
                let stable = format!("{AUTHORITY}planned-availability/STABLE");
                rdf.link("dcatap:availability", &stable);
                dates(rdf);
                rdf.link("dcterms:language", &language);
                if let Some(size) = size {
                    rdf.typed("dcat:byteSize", "nonNegativeInteger", &size.to_string());
                }
            });
        }
    }

    /// A resource at an absolute address.
    fn resource(&mut self, class: &str, address: &str, what: impl FnOnce(&mut Rdf)) {
        self.xml.open(class, &[("rdf:about", address)]);
        what(self);
        self.xml.close();
    }

    fn link(&mut self, name: &str, to: &str) {
        self.xml.empty(name, &[("rdf:resource", to)]);
    }

    fn text(&mut self, name: &str, language: &str, text: &str) {
        self.xml.text(name, &[("xml:lang", language)], text);
    }

    fn typed(&mut self, name: &str, of: &str, text: &str) {
        self.xml.text(name, &[("rdf:datatype", &format!("{XSD}{of}"))], text);
    }

    fn plain(&mut self, name: &str, text: &str) {
        self.xml.text(name, &[], text);
    }
}

/// One of the forms in which the data can be had.
struct Distribution {
    /// Its name in the address of the resource.
    part: &'static str,
    title: Text,
    description: Text,
    /// In the folder of open data; all of one media type.
    files: Vec<String>,
    /// As the EU's list of file types calls it.
    format: &'static str,
    size: Option<usize>,
}

impl Distribution {
    fn all(of: Tables<'_>) -> [Distribution; 3] {
        let csv = Distribution {
            part: "csv",
            title: text!("Tabeller (csv)", "Tables (csv)"),
            description: text!(
                "En fil för varje tabell. De beskrivs i csv-metadata.json (CSVW).",
                "A file for each table. They are described in csv-metadata.json (CSVW)."
            ),
            files: DataTable::ALL.iter().map(|table| table.file()).collect(),
            format: "CSV",
            size: None,
        };
        // What is divided has no size of its own.
        let is_whole = !Parted::is_needed(of.archive);
        let workbook = Distribution {
            part: "xlsx",
            title: text!("Arbetsbok (xlsx)", "Workbook (xlsx)"),
            description: text!(
                "Alla tabeller som blad i en arbetsbok.",
                "All tables as sheets of a workbook."
            ),
            files: vec![tables::WORKBOOK.to_owned()],
            format: "XLSX",
            size: is_whole.then(|| tables::workbook(of).len()),
        };
        let json = Distribution {
            part: "json",
            title: text!("Allt i en fil (json)", "All in one file (json)"),
            description: text!(
                "Samma tabeller som JSON, med JSON Schema. En stor fil är uppdelad.",
                "The same tables as JSON, with a JSON Schema. A large file is divided."
            ),
            files: vec![tables::JSON.to_owned()],
            format: "JSON",
            size: is_whole.then(|| tables::json(of, Parted::Whole).len()),
        };
        [csv, workbook, json]
    }
}
