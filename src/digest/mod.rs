//! SHA-256 digests: of a page's key, of a file's bytes, of everything a build is made from.

mod fields;
mod sha256;

pub use fields::hash_value;
pub(crate) use sha256::write_digits;
pub use sha256::{Digest, Digester};
