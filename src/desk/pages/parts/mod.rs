//! The parts of a document's page: each shows one thing that can be done with the document.

pub mod about;
pub mod attachments;
pub mod done;
pub mod files;
pub mod moving;
pub mod packed;
pub mod review;
pub mod suggested;
pub mod withdrawal;
