//! The definition of a kind of output file. Each kind has a file beside this one with everything
//! about it.

use std::fmt::Debug;
use std::hash::Hash;

use crate::archive::Archive;
use crate::model::Address;
use crate::site::make::Maker;
use crate::site::overview::Overview;

/// A kind of file that the program writes without the theme. Its values are the single files,
/// identified by small ids only. Their addresses are not kept for ever.
pub trait OutputKind: Sized {
    /// What the bytes are made from: equal data gives equal bytes.
    type Data<'a>: Debug + Hash;

    /// Whether the file contains its own address, so that a copy of it elsewhere has the same
    /// bytes. Otherwise a copy is made for the address at which it is.
    const KNOWN_BY_ITS_ADDRESS: bool;

    /// Whether the sitemap lists it: it is of use to people.
    const LISTED: bool = false;

    /// Whether it is left out, with a warning, if an editor's published file has its address.
    const GIVES_WAY: bool = false;

    /// The files of this kind that a site has, each with its address.
    fn addresses(archive: &Archive, overview: &Overview) -> impl Iterator<Item = (Address, Self)>;

    /// What the file is made from; `None` if the site cannot have the file after all.
    fn data<'a>(&self, maker: &Maker<'a>) -> Option<Self::Data<'a>>;

    /// The bytes of the file.
    fn bytes(data: &Self::Data<'_>) -> Vec<u8>;
}
