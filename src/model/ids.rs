//! Small ids with which parts of the archive refer to each other, so that shared snapshots need no
//! borrowing.

use serde::Serialize;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(pub u32);

        impl $name {
            /// Its index in the list.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of the n-th item of the list.
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
