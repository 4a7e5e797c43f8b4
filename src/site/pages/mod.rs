//! Every kind of HTML page, each in a file of its own. The list in `pages!` is the only place where
//! all of them are named. It determines which pages can be at an address, and which views exist.

mod accessibility;
mod all_documents;
mod data;
mod document;
mod embed;
mod focus;
mod focus_index;
mod follow_ups;
mod kind;
mod list_part;
mod matrix;
mod missing_follow_ups;
mod not_found;
mod place_changes;
mod place_commitments;
mod place_comparison;
mod place_comparison_part;
mod place_index;
mod place_pledges;
mod place_year;
mod redirect;
mod seals;
mod search;
mod start;
mod text_page;
mod timeline;
mod withdrawn;
mod without;
mod year;
mod years;

use serde::Serialize;

use super::make::Maker;
use super::overview::Overview;
use super::view::{PageOf, Part};
use crate::archive::Archive;
use crate::model::Address;

pub use kind::{Origin, PageKind};
pub use missing_follow_ups::{missing_href, missing_years};
pub use not_found::NotFoundPage;
pub use place_pledges::{PlaceTable, TableOf};
pub use redirect::RedirectPage;
pub use withdrawn::WithdrawnPage;

/// An HTML page: its surroundings, and what it shows.
pub type View = PageOf<PageBody>;

/// Declares the kinds of pages. If two kinds that the program makes by itself want the same address,
/// the later in the list gets it. A document gets an address only if it is free or the page there
/// gives way; otherwise it is that page's introduction, or a collision is reported.
macro_rules! pages {
    ($($(#[$doc:meta])* $name:ident($kind:ty),)*) => {
        /// A page of any kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Page { $($(#[$doc])* $name($kind),)* }

        /// The view of a page of each kind.
        #[derive(Debug, Clone, Hash, Serialize)]
        #[serde(untagged)]
        pub enum PageBody { $($name(<$kind as PageKind>::View),)* }

        /// Passes every page that a kind has addresses for to `take`: not redirects and pages
        /// about what was withdrawn, which only fill addresses that are otherwise empty.
        pub fn wanted(archive: &Archive, overview: &Overview, mut take: impl FnMut(Address, Page)) {
            $(
                for (address, page) in <$kind>::addresses(archive, overview) {
                    take(address, Page::$name(page));
                }
            )*
        }

        /// Views of every kind, in a fixed order, each at an address of its own.
        pub fn fixture_views() -> Vec<View> {
            let mut views = Vec::new();
            $(views.extend(<$kind>::fixture().into_iter().map(|view| view.map(PageBody::$name)));)*
            views
        }

        impl Page {
            /// The view of the page.
            pub fn view(&self, maker: &Maker<'_>) -> View {
                match self { $(Page::$name(page) => page.view(maker).map(PageBody::$name),)* }
            }

            /// See [`PageKind::LISTED`].
            pub fn is_listed(&self) -> bool {
                match self { $(Page::$name(_) => <$kind>::LISTED,)* }
            }

            /// See [`PageKind::KEPT`].
            pub fn is_kept(&self) -> bool {
                match self { $(Page::$name(_) => <$kind>::KEPT,)* }
            }

            /// See [`PageKind::GIVES_WAY`].
            pub fn gives_way(&self) -> bool {
                match self { $(Page::$name(_) => <$kind>::GIVES_WAY,)* }
            }

            /// See [`PageKind::INTRODUCED`].
            pub fn is_introduced(&self) -> bool {
                match self { $(Page::$name(_) => <$kind>::INTRODUCED,)* }
            }

            /// See [`PageKind::origin`].
            pub fn origin(&self) -> Origin {
                match self { $(Page::$name(page) => page.origin(),)* }
            }

            /// See [`PageKind::name`].
            pub fn name(&self, archive: &Archive, overview: &Overview) -> Option<String> {
                match self { $(Page::$name(page) => page.name(archive, overview),)* }
            }

            /// See [`PageKind::leads_to`].
            pub fn leads_to<'a>(&'a self, own: &'a Address) -> Option<&'a Address> {
                match self { $(Page::$name(page) => page.leads_to(own),)* }
            }

            /// See [`PageKind::takes_over`].
            pub fn takes_over<'a>(
                &'a self,
                own: &'a Address,
                below: &str,
            ) -> Option<&'a Address> {
                match self { $(Page::$name(page) => page.takes_over(own, below),)* }
            }
        }

        impl PageBody {
            /// The name of its template.
            pub fn template(&self) -> &'static str {
                match self { $(PageBody::$name(_) => <$kind>::TEMPLATE,)* }
            }

            /// See `PageKind::IN_MENUS`.
            pub fn is_in_menus(&self) -> bool {
                match self { $(PageBody::$name(_) => <$kind>::IN_MENUS,)* }
            }

            /// The parts that it shares with other pages.
            pub fn parts(&self) -> Vec<Part<'_>> {
                match self { $(PageBody::$name(view) => <$kind>::parts(view),)* }
            }
        }
    };
}

pages! {
    Start(start::StartPage),
    Search(search::SearchPage),
    Years(years::YearsPage),
    Year(year::YearPage),
    FocusIndex(focus_index::FocusIndexPage),
    Focus(focus::FocusPage),
    AllDocuments(all_documents::AllDocumentsPage),
    ListPart(list_part::ListPartPage),
    Matrix(matrix::MatrixPage),
    FollowUps(follow_ups::FollowUpsPage),
    MissingFollowUps(missing_follow_ups::MissingFollowUpsPage),
    Without(without::WithoutPage),
    Data(data::DataPage),
    Seals(seals::SealsPage),
    Accessibility(accessibility::AccessibilityPage),
    NotFound(NotFoundPage),
    PlaceIndex(place_index::PlaceIndexPage),
    Embed(embed::EmbedPage),
    PlaceCommitments(place_commitments::PlaceCommitmentsPage),
    PlaceComparison(place_comparison_part::PlaceComparisonPage),
    PlaceYear(place_year::PlaceYearPage),
    Timeline(timeline::TimelinePage),
    Document(document::DocumentPage),
    Text(text_page::TextPage),
    Redirect(RedirectPage),
    Withdrawn(WithdrawnPage),
}
