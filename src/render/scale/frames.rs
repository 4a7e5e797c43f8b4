//! Headers and footers. They are the same on most pages apart from the path to the root, so they
//! are made once for each such path.

use std::collections::HashMap;
use std::sync::Mutex;

use tera::value::Key;
use tera::{Context, Map, Tera, TeraResult, Value};

use crate::lock::locked;
use crate::site::View;

/// The fields of `page` that they can use.
pub const KNOWN: [&str; 2] = ["root", "address"];

/// The pieces of a frame, by the name under which `base.html` inserts them.
pub const PIECES: [(&str, &str); 2] =
    [("header", "partials/header.html"), ("footer", "partials/footer.html")];

/// The frames made so far, by the path to the root; `None` if nothing is cached.
pub struct Frames(Option<Mutex<HashMap<String, Value>>>);

impl Default for Frames {
    fn default() -> Frames {
        Frames(Some(Mutex::default()))
    }
}

impl Frames {
    /// Caches nothing: every page gets a frame of its own.
    pub fn nothing() -> Frames {
        Frames(None)
    }

    /// The frame of a page.
    pub fn around(&self, tera: &Tera, view: &View) -> TeraResult<Value> {
        let root = &view.page.root;
        let own = || frame(tera, root, view.page.address.as_str());
        let Some(frames) = &self.0 else { return own() };
        if view.view.is_in_menus() {
            return own();
        }
        let kept = || locked(frames);
        if let Some(frame) = kept().get(root) {
            return Ok(frame.clone());
        }
        let frame = frame(tera, root, "")?;
        kept().insert(root.clone(), frame.clone());
        Ok(frame)
    }
}

/// The frame of the page at an address; the address is empty for a page that is in no menu.
pub fn frame(tera: &Tera, root: &str, address: &str) -> TeraResult<Value> {
    let pair = |name, value: &str| (Key::Str(name), Value::from(value));
    let page: Map = [pair("root", root), pair("address", address)].into_iter().collect();
    let mut context = Context::new();
    context.insert_value("page", Value::from(page));
    let pieces = PIECES.iter().map(|(name, template)| {
        let html = tera.render(template, &context)?;
        Ok((Key::Str(name), Value::safe_string(&html)))
    });
    Ok(Value::from(pieces.collect::<TeraResult<Map>>()?))
}
