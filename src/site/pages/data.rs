//! `data/index.html`: what the open data is, what each table and column means, and how to use it.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::media_type::media_type;
use crate::model::Address;
use crate::model::settings::Licence;
use crate::site::fixture::{SIGNS, bare, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::view::{PageOf, Prose};
use crate::tables::{self, DataTable, FOLDER};

/// The page about open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataPage;

/// What it shows. Links are to files beside the page.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct DataView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    pub tables: Vec<TableView>,
    /// The version of the tables.
    pub version: u32,
    pub licence: Option<LicenceView>,
    /// Where users of the data can write.
    pub contact: Option<String>,
    /// How to name it as a source.
    pub citation: String,
    /// Whether there is a catalogue for portals.
    pub catalogue: bool,
    /// What the data is, as JSON-LD in the vocabulary of schema.org.
    pub about: String,
}

/// A table and what its columns mean.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct TableView {
    pub file: String,
    pub title: String,
    pub help: String,
    pub columns: Vec<ColumnView>,
}

/// A column.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ColumnView {
    pub name: String,
    pub title: String,
    pub help: String,
    /// What its values look like.
    pub holds: String,
}

/// On which terms the data may be used.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct LicenceView {
    pub name: String,
    pub href: String,
}

/// The data as schema.org describes it.
#[derive(Serialize)]
struct DatasetJson<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(rename = "inLanguage")]
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<PublisherJson<'a>>,
    #[serde(rename = "isAccessibleForFree")]
    free: bool,
    version: String,
    distribution: Vec<DownloadJson>,
}

#[derive(Serialize)]
struct PublisherJson<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct DownloadJson {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "encodingFormat")]
    format: &'static str,
    #[serde(rename = "contentUrl")]
    url: String,
}

impl PageKind for DataPage {
    type View = DataView;
    const TEMPLATE: &'static str = "data.html";
    const LISTED: bool = true;
    const GIVES_WAY: bool = true;
    const INTRODUCED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, DataPage)> {
        [(Address::made(format!("{FOLDER}index.html")), DataPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<DataView> {
        let settings = &maker.archive.settings;
        let language = settings.language;
        let (heading, introduction) = maker.introduction();
        let title = heading.clone().unwrap_or_else(|| maker.overview.labels.get("data").to_owned());
        let here = maker.absolute(maker.from.as_str());
        let owner = settings.publisher.as_deref();
        let cited = [owner, Some(settings.title.as_str()), here.as_deref()];
        let view = DataView {
            heading,
            introduction,
            tables: DataTable::ALL
                .iter()
                .map(|table| TableView {
                    file: table.file(),
                    title: table.title().in_language(language).to_owned(),
                    help: table.help().in_language(language).to_owned(),
                    columns: table
                        .columns()
                        .into_iter()
                        .map(|about| ColumnView {
                            name: about.name.to_owned(),
                            title: about.title().in_language(language).to_owned(),
                            help: about.help().in_language(language).to_owned(),
                            holds: about.holds.in_words().in_language(language).to_owned(),
                        })
                        .collect(),
                })
                .collect(),
            version: tables::VERSION,
            licence: settings.data.as_ref().map(|data| LicenceView {
                name: licence_name(data.licence).to_owned(),
                href: tables::licence_url(data.licence).to_owned(),
            }),
            contact: settings.data.as_ref().map(|data| data.contact.clone()),
            citation: cited.into_iter().flatten().collect::<Vec<&str>>().join(", "),
            catalogue: tables::has_catalogue(maker.archive),
            about: about(maker),
        };
        let head = Head { breadcrumb: vec![maker.start_link()], ..Head::titled(title) };
        maker.page(head, view)
    }

    fn name(&self, _: &Archive, overview: &Overview) -> Option<String> {
        Some(overview.labels.get("data").to_owned())
    }

    fn fixture() -> Vec<PageOf<DataView>> {
        let full = DataView {
            heading: some(SIGNS),
            introduction: Some(prose()),
            tables: vec![TableView {
                file: "dokument.csv".to_owned(),
                title: SIGNS.to_owned(),
                help: SIGNS.to_owned(),
                columns: vec![ColumnView {
                    name: "plats_id".to_owned(),
                    title: SIGNS.to_owned(),
                    help: SIGNS.to_owned(),
                    holds: SIGNS.to_owned(),
                }],
            }],
            version: 1,
            licence: Some(LicenceView {
                name: "CC0 1.0".to_owned(),
                href: "http://creativecommons.org/publicdomain/zero/1.0/".to_owned(),
            }),
            contact: some("kommunen@kommunen.example"),
            citation: SIGNS.to_owned(),
            catalogue: true,
            about: "{\"@type\":\"Dataset\"}".to_owned(),
        };
        let empty = DataView {
            heading: None,
            introduction: None,
            tables: Vec::new(),
            version: 1,
            licence: None,
            contact: None,
            citation: "Löftesarkivet".to_owned(),
            catalogue: false,
            about: "{\"@type\":\"Dataset\"}".to_owned(),
        };
        vec![
            rich("data/index.html", "Öppna data", full),
            bare("data/tom/index.html", "Öppna data", empty),
        ]
    }
}

/// What a licence is called.
fn licence_name(licence: Licence) -> &'static str {
    match licence {
        Licence::Zero => "CC0 1.0",
        Licence::Attribution => "CC BY 4.0",
    }
}

/// The JSON-LD of the page.
fn about(maker: &Maker<'_>) -> String {
    let settings = &maker.archive.settings;
    let csv = DataTable::ALL.iter().map(|table| table.file());
    let others = [tables::WORKBOOK, tables::JSON].map(str::to_owned);
    let dataset = DatasetJson {
        context: "https://schema.org/",
        kind: "Dataset",
        name: tables::TITLE.in_language(settings.language),
        description: tables::DESCRIPTION.in_language(settings.language),
        url: maker.absolute(maker.from.as_str()),
        language: settings.language.tag(),
        license: settings.data.as_ref().map(|data| tables::licence_url(data.licence)),
        creator: settings
            .publisher
            .as_deref()
            .map(|name| PublisherJson { kind: "GovernmentOrganization", name }),
        free: true,
        version: tables::VERSION.to_string(),
        distribution: csv
            .chain(others)
            .map(|file| DownloadJson {
                kind: "DataDownload",
                format: media_type(&file),
                url: maker.absolute(&format!("{FOLDER}{file}")).unwrap_or(file),
            })
            .collect(),
    };
    // It consists of structs, lists and texts, so writing it cannot fail.
    serde_json::to_string(&dataset).unwrap_or_default()
}
