//! The files of the search page: the index, and the texts that results are shown from. Each is a
//! script that calls one function with one value, so that a page on a memory stick can load it.

use std::hash::Hash;

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::model::Address;
use crate::search::{Cut, KeptRuns, NoRuns, script};
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::site::searching::{self, SearchRecord};
use crate::site::site_names::SEARCH_FOLDER;

/// A script of the search page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchFile {
    /// `rot.js`, which says where everything is; or all of it, if it is little.
    Root,
    /// This one of the files into which the index is cut.
    Index(usize),
    /// The texts of some documents of this group.
    Texts { group: usize, part: usize },
}

/// What a script is made from.
#[derive(Debug, Hash)]
pub enum SearchData<'a> {
    /// Its text.
    Index(&'a [u8]),
    /// Its name and what it holds.
    Texts(String, Vec<SearchRecord<'a>>),
}

impl OutputKind for SearchFile {
    type Data<'a> = SearchData<'a>;
    const KNOWN_BY_ITS_ADDRESS: bool = false;

    fn addresses(_: &Archive, overview: &Overview) -> impl Iterator<Item = (Address, SearchFile)> {
        let root = overview.search.iter().map(|_| (address("rot"), SearchFile::Root));
        let groups = overview.search.iter().flatten().enumerate();
        let texts = groups.flat_map(|(n, group)| {
            (0..group.parts()).map(move |part| {
                let name = searching::script_name(group, part);
                (address(&name), SearchFile::Texts { group: n, part })
            })
        });
        root.chain(texts)
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<SearchData<'a>> {
        let archive = maker.archive;
        let groups = maker.overview.search.as_ref()?;
        // Whoever has not cut it reads all of it from the same computer.
        let index = || {
            archive.search.get_or_init(|| searching::index(archive, groups, Cut::Never, &NoRuns))
        };
        Some(match self {
            SearchFile::Root => SearchData::Index(&index().root),
            SearchFile::Index(n) => SearchData::Index(&index().files.get(*n)?.text),
            SearchFile::Texts { group, part } => {
                let group = groups.get(*group)?;
                let records = searching::of_part(archive, group, *part);
                SearchData::Texts(searching::script_name(group, *part), records)
            }
        })
    }

    fn bytes(data: &SearchData<'_>) -> Vec<u8> {
        match data {
            SearchData::Index(text) => (*text).to_owned(),
            SearchData::Texts(name, records) => script(name, records),
        }
    }
}

/// The files into which an index is cut, besides those that every site with search has.
pub fn cut(
    archive: &Archive,
    overview: &Overview,
    kept: &dyn KeptRuns,
) -> Vec<(Address, SearchFile)> {
    let Some(groups) = &overview.search else { return Vec::new() };
    let index = archive.search.get_or_init(|| searching::index(archive, groups, Cut::Apart, kept));
    let files = index.files.iter().enumerate();
    files.map(|(n, file)| (address(&file.name), SearchFile::Index(n))).collect()
}

fn address(name: &str) -> Address {
    Address::made(format!("{SEARCH_FOLDER}{name}.js"))
}
