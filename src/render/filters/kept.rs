//! `__kept`, through which every value goes that a site's own template keeps, and the filters whose
//! result may be many times what they are given. A text that is joined with itself is twice as
//! large each time; each step is weighed, so that none is much larger than the last that was
//! allowed.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::render::complaint::filter_error;
use crate::render::loops::{WEIGHED, WEIGHER};
use crate::render::template_text::MULTIPLYING;
use crate::text;

/// All texts in a value together, in bytes. A year of documents has less.
const LARGEST: usize = 8 << 20;
/// All values in a value together.
const MOST: usize = 2_000_000;
/// Lists within lists.
const DEEPEST: usize = 64;

pub fn register(tera: &mut Tera) {
    tera.register_filter(WEIGHER, |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let mut room = Room { bytes: LARGEST, values: MOST };
        if room.has(value, DEEPEST) { Ok(value.clone()) } else { Err(too_large()) }
    });
    for name in MULTIPLYING {
        let filter = move |value: &Value, given: Kwargs, state: &State| -> TeraResult<Value> {
            match result(name, value, &given) {
                Some(size) if size > LARGEST => Err(too_large()),
                // What is not as the filter wants it is told by the filter.
                _ => state.call_filter(name, value, given),
            }
        };
        tera.register_filter(format!("{WEIGHED}{name}"), filter);
    }
}

/// How large the result of a filter would be, in bytes.
fn result(name: &str, value: &Value, given: &Kwargs) -> Option<usize> {
    match name {
        "replace" => {
            let text = value.as_str()?;
            let times = text.matches(argument(given, "from")?).count();
            Some(text.len().saturating_add(times.saturating_mul(argument(given, "to")?.len())))
        }
        "indent" => {
            let width = given.get::<usize>("width").ok().flatten().unwrap_or(4);
            let text = value.as_str()?;
            Some(
                text.len().saturating_add(text.lines().count().saturating_mul(width.min(1000) * 4)),
            )
        }
        _ => {
            let between = argument(given, "sep").map_or(0, str::len);
            let mut room = Room { bytes: LARGEST, values: MOST };
            let all = value.as_array()?.len().saturating_mul(between);
            let fits = room.has(value, DEEPEST);
            Some(if fits { all.saturating_add(LARGEST - room.bytes) } else { usize::MAX })
        }
    }
}

fn argument<'a>(given: &'a Kwargs, name: &'a str) -> Option<&'a str> {
    given.get::<&str>(name).ok().flatten()
}

fn too_large() -> tera::Error {
    filter_error(text!(
        "Värdet blir större än {LARGEST} byte, så minnet skulle kanske inte räcka. Troligen läggs en text till sig själv om och om igen.",
        "The value becomes larger than {LARGEST} bytes, so the memory might not suffice. Probably a text is added to itself again and again."
    ))
}

/// What is left for the value that is being weighed.
struct Room {
    bytes: usize,
    values: usize,
}

impl Room {
    /// Whether there is room for a value. What occurs twice in it counts twice, as it would be
    /// written.
    fn has(&mut self, value: &Value, deepest: usize) -> bool {
        let Some(left) = self.values.checked_sub(1) else { return false };
        self.values = left;
        if let Some(text) = value.as_str() {
            return self.take(text.len());
        }
        let list = value.as_array().unwrap_or_default();
        let fields = value.as_map();
        if deepest == 0 && (!list.is_empty() || fields.is_some_and(|fields| !fields.is_empty())) {
            return false;
        }
        list.iter().all(|item| self.has(item, deepest.saturating_sub(1)))
            && fields.is_none_or(|fields| {
                fields.values().all(|field| self.has(field, deepest.saturating_sub(1)))
            })
    }

    fn take(&mut self, bytes: usize) -> bool {
        let left = self.bytes.checked_sub(bytes);
        self.bytes = left.unwrap_or(0);
        left.is_some()
    }
}
