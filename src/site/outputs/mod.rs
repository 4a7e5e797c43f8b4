//! Every kind of file that the program writes without the theme, each in a file of its own. The
//! list in `outputs!` is the only place where all of them are named. Assets, attachments and images
//! are copied unchanged, and are in the plan as such.

mod calendar;
mod catalogue;
mod feed;
mod kind;
mod robots;
mod search;
mod sitemap;
mod tables;
mod timeline_json;

use super::make::Maker;
use super::overview::Overview;
use crate::archive::Archive;
use crate::model::Address;

use kind::OutputKind;
pub use search::cut as cut_search;

/// Declares the kinds of output files.
macro_rules! outputs {
    ($($name:ident($kind:ty),)*) => {
        /// An output file of any kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Output { $($name($kind),)* }

        /// What an output file is made from.
        #[derive(Debug, Hash)]
        pub enum Data<'a> { $($name(<$kind as OutputKind>::Data<'a>),)* }

        /// Passes every output file that the site should have, with its address, to `take`; not
        /// the sitemaps, which list the others.
        pub fn wanted(
            archive: &Archive,
            overview: &Overview,
            mut take: impl FnMut(Address, Output),
        ) {
            $(
                for (address, output) in <$kind>::addresses(archive, overview) {
                    take(address, Output::$name(output));
                }
            )*
        }

        impl Output {
            /// See [`OutputKind::data`].
            pub fn data<'a>(&self, maker: &Maker<'a>) -> Option<Data<'a>> {
                match self { $(Output::$name(output) => output.data(maker).map(Data::$name),)* }
            }

            /// See [`OutputKind::LISTED`].
            pub fn is_listed(&self) -> bool {
                match self { $(Output::$name(_) => <$kind>::LISTED,)* }
            }

            /// See [`OutputKind::GIVES_WAY`].
            pub fn gives_way(&self) -> bool {
                match self { $(Output::$name(_) => <$kind>::GIVES_WAY,)* }
            }

            /// See [`OutputKind::KNOWN_BY_ITS_ADDRESS`].
            pub fn is_known_by_its_address(&self) -> bool {
                match self { $(Output::$name(_) => <$kind>::KNOWN_BY_ITS_ADDRESS,)* }
            }
        }

        impl Data<'_> {
            /// The bytes of the file.
            pub fn bytes(&self) -> Vec<u8> {
                match self { $(Data::$name(data) => <$kind>::bytes(data),)* }
            }
        }
    };
}

outputs! {
    TimelineJson(timeline_json::TimelineFile),
    Feed(feed::FeedFile),
    Sitemap(sitemap::SitemapFile),
    Robots(robots::RobotsFile),
    Search(search::SearchFile),
    Tables(tables::TableFile),
    Catalogue(catalogue::CatalogueFile),
    Calendar(calendar::CalendarFile),
}

/// The sitemaps of a site, with their addresses. `listed` is what they list, in order.
pub fn sitemaps(archive: &Archive, listed: &[&Address]) -> Vec<(Address, Output)> {
    let sitemaps = sitemap::sitemaps(archive, listed).into_iter();
    sitemaps.map(|(address, sitemap)| (address, Output::Sitemap(sitemap))).collect()
}
