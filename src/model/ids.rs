//! Small ids by which the archive's parts know each other. Shared snapshots need no borrowing.

use serde::Serialize;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(pub u32);

        impl $name {
            /// Where it stands in its list.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of the n-th in its list.
            pub fn nth(index: usize) -> $name {
                $name(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

id! {
    /// A document or page, in order of path.
    DocId
    /// A place, in order of path.
    PlaceId
    /// A subject label, in order of address.
    FocusId
    /// A file other than Markdown in `content/`, in order of path.
    FileId
}
