//! `__looped`, through which every list goes that a loop of a site's own template runs through, and
//! `__begun`, with which its components and files begin. They count how often that happens while a
//! page is made, and `__written` how much is written, whether into the page or into a value.

use std::cell::Cell;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::render::complaint::filter_error;
use crate::render::limits::LARGEST;
use crate::render::loops::{BEGINNER, FILTER, WRITER};
use crate::text;

/// All loops on one page together. The longest lists of the largest archive need a tenth.
const MOST_OF_A_PAGE: usize = 2_000_000;

thread_local! {
    // A page is made from its beginning to its end by one thread.
    static RUN: Cell<usize> = const { Cell::new(0) };
    static WRITTEN: Cell<usize> = const { Cell::new(0) };
}

/// Begins a page: no loop has run on it, and nothing is written.
pub fn begin_page() {
    RUN.set(0);
    WRITTEN.set(0);
}

pub fn register(tera: &mut Tera) {
    tera.register_filter(FILTER, |list: &Value, given: Kwargs, _: &State| -> TeraResult<Value> {
        // A loop that is given nothing is run through as well.
        let times = list.len().unwrap_or_default() + 1;
        run(times, || {
            text!(
                "Slingorna går mer än {MOST_OF_A_PAGE} varv på en och samma sida, så sidan skulle kanske aldrig bli klar. Troligen går en slinga genom en annan om och om igen.",
                "The loops run more than {MOST_OF_A_PAGE} times on one page, so the page might never be finished. Probably a loop runs through another again and again."
            )
        })?;
        let text = given.get::<usize>("text")?.unwrap_or_default();
        write(text.saturating_mul(times - 1))?;
        Ok(list.clone())
    });
    tera.register_filter(BEGINNER, |text: usize, _: Kwargs, _: &State| -> TeraResult<Value> {
        run(1, || {
            text!(
                "Komponenter och mallar används mer än {MOST_OF_A_PAGE} gånger på en och samma sida, så sidan skulle kanske aldrig bli klar. Troligen använder en av dem en annan om och om igen.",
                "Components and templates are used more than {MOST_OF_A_PAGE} times on one page, so the page might never be finished. Probably one of them uses another again and again."
            )
        })?;
        write(text)?;
        Ok(Value::safe_string(""))
    });
    tera.register_filter(WRITER, |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        write(value.as_str().map_or(0, str::len))?;
        Ok(value.clone())
    });
}

/// Counts what is done so many times more.
fn run(times: usize, too_often: impl Fn() -> crate::diagnostic::Text) -> TeraResult<()> {
    let run = RUN.get().saturating_add(times);
    RUN.set(run);
    if run > MOST_OF_A_PAGE { Err(filter_error(too_often())) } else { Ok(()) }
}

/// Counts bytes that are written.
fn write(bytes: usize) -> TeraResult<()> {
    let written = WRITTEN.get().saturating_add(bytes);
    WRITTEN.set(written);
    if written > LARGEST {
        return Err(filter_error(text!(
            "Mallen skriver mer än {LARGEST} byte på en och samma sida, så minnet skulle kanske inte räcka. Troligen läggs en text till sig själv om och om igen.",
            "The template writes more than {LARGEST} bytes on one page, so the memory might not suffice. Probably a text is added to itself again and again."
        )));
    }
    Ok(())
}
