//! What makes a kind of output file: each has a file of its own beside this one that says all of it.

use std::fmt::Debug;
use std::hash::Hash;

use crate::archive::Archive;
use crate::model::Address;
use crate::site::make::Maker;
use crate::site::overview::Overview;

/// A kind of file that the program writes without the theme. A value of it is one such file, known by
/// small ids only. No address of one is kept for ever.
pub trait OutputKind: Sized {
    /// What the bytes are made of: equal data, equal bytes.
    type Data<'a>: Debug + Hash;

    /// Whether the file is known by its own address, so that a copy of it elsewhere is the same to
    /// the byte. Else a copy is made for where it stands.
    const KNOWN_BY_ITS_ADDRESS: bool;

    /// The files of this kind that a site has, each with its address. `listed` are the pages that the
    /// sitemap lists, in order.
    fn addresses(
        archive: &Archive,
        overview: &Overview,
        listed: &[&Address],
    ) -> impl Iterator<Item = (Address, Self)>;

    /// What the file is made of; `None` when the site cannot have it after all.
    fn data<'a>(&self, maker: &Maker<'a>) -> Option<Self::Data<'a>>;

    /// The file.
    fn bytes(data: &Self::Data<'_>) -> Vec<u8>;
}
