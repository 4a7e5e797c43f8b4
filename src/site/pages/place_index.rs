//! The list of places in a folder that contains places without being one, such as
//! `kommuner/index.html`.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, Kind};
use crate::site::fixture::{self, SIGNS, bare, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::view::{PageOf, PlaceRow, Prose};

/// The list of a folder's places; the folder is given by its index in [`Overview::folders`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceIndexPage(usize);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceIndexView {
    /// From an `index.md` of kind `page`; otherwise the theme names the kind.
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// `null` if the folder contains several kinds.
    pub kind: Option<Kind>,
    /// Whether police areas of higher levels are among them.
    pub levels: bool,
    pub letters: Vec<PlaceLetter>,
    pub places: u32,
}

/// Places under one letter.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceLetter {
    pub letter: String,
    pub places: Vec<PlaceRow>,
}

impl PageKind for PlaceIndexPage {
    type View = PlaceIndexView;
    const TEMPLATE: &'static str = "place-index.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(
        _: &Archive,
        overview: &Overview,
    ) -> impl Iterator<Item = (Address, PlaceIndexPage)> {
        let folders = overview.folders.iter().enumerate();
        folders.map(|(n, folder)| (folder.index.clone(), PlaceIndexPage(n)))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<PlaceIndexView> {
        let folder = &maker.overview.folders[self.0];
        let (heading, introduction) = maker.introduction();
        let alphabet = maker.alphabet();
        let mut letters: Vec<PlaceLetter> = Vec::new();
        for row in maker.place_rows(&folder.places) {
            let letter = alphabet.letter(&row.name);
            match letters.last_mut() {
                Some(last) if last.letter == letter => last.places.push(row),
                _ => letters.push(PlaceLetter { letter, places: vec![row] }),
            }
        }
        let view = PlaceIndexView {
            heading,
            introduction,
            kind: folder.kind,
            levels: maker.has_levels(&folder.places),
            letters,
            places: u32::try_from(folder.places.len()).unwrap_or(u32::MAX),
        };
        let title = maker.folder_heading(folder);
        maker.page(Head { breadcrumb: vec![maker.start_link()], ..Head::titled(title) }, view)
    }

    fn fixture() -> Vec<PageOf<PlaceIndexView>> {
        let letter = |letter: &str| PlaceLetter {
            letter: letter.to_owned(),
            places: [Kind::Municipality, Kind::PoliceArea, Kind::District]
                .into_iter()
                .flat_map(fixture::place_rows)
                .collect(),
        };
        let kinds = [Some(Kind::Municipality), Some(Kind::PoliceArea), Some(Kind::District), None];
        let full = kinds.map(|kind| {
            let folder = kind.map_or("platser", Kind::as_str);
            let view = PlaceIndexView {
                heading: some(SIGNS),
                introduction: Some(prose()),
                kind,
                levels: kind == Some(Kind::PoliceArea),
                letters: ["E", "Ö", "#"].map(letter).into(),
                places: 27,
            };
            rich(&format!("{folder}/index.html"), "Platser", view)
        });
        let empty = PlaceIndexView {
            heading: None,
            introduction: None,
            kind: None,
            levels: false,
            letters: Vec::new(),
            places: 0,
        };
        full.into_iter().chain([bare("kommuner/tom/index.html", "Platser", empty)]).collect()
    }
}
