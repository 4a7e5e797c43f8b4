//! PDFs of built pages, read back with poppler. They say what the page says, in its order, and
//! nothing is outside the page. `PDFS=DIR` keeps the files, for `tests/pdf/validate`.

#[path = "../support/mod.rs"]
mod support;

mod layout;
mod pictures;
mod read;
mod words;
