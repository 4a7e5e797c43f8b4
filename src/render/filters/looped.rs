//! `__looped`, through which every list goes that a loop of a site's own template runs through. It
//! counts how often loops run while a page is made.

use std::cell::Cell;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::render::complaint::filter_error;
use crate::render::loops::FILTER;
use crate::text;

/// All loops on one page together. The longest lists of the largest archive need a tenth.
const MOST_OF_A_PAGE: usize = 2_000_000;

thread_local! {
    // A page is made from its beginning to its end by one thread.
    static RUN: Cell<usize> = const { Cell::new(0) };
}

/// Begins a page: no loop has run on it.
pub fn begin_page() {
    RUN.set(0);
}

pub fn register(tera: &mut Tera) {
    tera.register_filter(FILTER, |list: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        // A loop that is given nothing is run through as well.
        let run = RUN.get().saturating_add(list.len().unwrap_or_default() + 1);
        RUN.set(run);
        if run > MOST_OF_A_PAGE {
            return Err(filter_error(text!(
                "Slingorna går mer än {MOST_OF_A_PAGE} varv på en och samma sida, så sidan skulle kanske aldrig bli klar. Troligen går en slinga genom en annan om och om igen.",
                "The loops run more than {MOST_OF_A_PAGE} times on one page, so the page might never be finished. Probably a loop runs through another again and again."
            )));
        }
        Ok(list.clone())
    });
}
