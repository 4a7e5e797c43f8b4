//! An engine for each thread. What templates know is counted by all who use it, and threads that
//! count the same things wait for each other's memory.

use std::sync::OnceLock;

use tera::{Map, Tera, Value};

/// What every template knows.
const GLOBALS: [&str; 6] = ["t", "site", "shapes", "signs", "hollow_signs", "statuses"];

/// The engine that a theme was loaded with, and copies of it that share nothing with each other.
pub struct Engines {
    first: Tera,
    /// By the number of a thread at work on pages; made when first asked for.
    own: Box<[OnceLock<Tera>]>,
}

impl Engines {
    pub fn of(first: Tera) -> Engines {
        let own = (0..rayon::current_num_threads()).map(|_| OnceLock::new()).collect();
        Engines { first, own }
    }

    /// The engine of this thread.
    pub fn own(&self) -> &Tera {
        let own = rayon::current_thread_index().and_then(|thread| self.own.get(thread));
        own.map_or(&self.first, |own| own.get_or_init(|| copy(&self.first)))
    }
}

fn copy(engine: &Tera) -> Tera {
    let mut copy = engine.clone();
    for name in GLOBALS {
        let context = copy.global_context();
        if let Some(value) = context.get(name).map(deep) {
            context.insert_value(name, value);
        }
    }
    copy
}

/// A value with texts of its own.
fn deep(value: &Value) -> Value {
    if let Some(map) = value.as_map() {
        return Value::from(
            map.iter().map(|(key, value)| (key.clone(), deep(value))).collect::<Map>(),
        );
    }
    if let Some(items) = value.as_array() {
        return Value::from(items.iter().map(deep).collect::<Vec<_>>());
    }
    match value.as_str() {
        Some(text) if value.is_safe() => Value::safe_string(text),
        Some(text) => Value::from(text),
        None => value.clone(),
    }
}
