//! The ledger, `addresses.toml`: every address that the site has ever published, so that none is
//! lost by mistake. The program adds to it, and people withdraw addresses from it by decision; what
//! they write in it is preserved. Reading and merging are pure; only `publish` writes the file.

mod array;
mod entries;
mod merge;
mod read;
mod rules;
mod text;

pub use entries::{FILE, Ledger, Withdrawal};
pub use merge::merged;
pub use read::{ReadLedger, read};
pub use rules::{cut, lost, occupied, unknown};
pub use text::{push_withdrawal, text};
