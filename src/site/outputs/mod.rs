//! Every kind of file that the program writes without the theme, each in a file of its own. The
//! list in `outputs!` is the only place where all of them are named. Assets, attachments and images
//! are copied unchanged, and are in the plan as such.

mod feed;
mod kind;
mod robots;
mod search;
mod sitemap;
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

        /// Passes every output file that the site should have, with its address, to `take`.
        /// `listed` are the pages in the sitemap, in order.
        pub fn wanted(
            archive: &Archive,
            overview: &Overview,
            listed: &[&Address],
            mut take: impl FnMut(Address, Output),
        ) {
            $(
                for (address, output) in <$kind>::addresses(archive, overview, listed) {
                    take(address, Output::$name(output));
                }
            )*
        }

        impl Output {
            /// See [`OutputKind::data`].
            pub fn data<'a>(&self, maker: &Maker<'a>) -> Option<Data<'a>> {
                match self { $(Output::$name(output) => output.data(maker).map(Data::$name),)* }
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
}
