//! `link` and `links`: links to documents and places, as every page writes them.

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::arguments::{field, wrong};
use crate::escape;
use crate::text;

pub fn register(tera: &mut Tera) {
    tera.register_filter("link", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let mut html = String::with_capacity(128);
        let link = value.as_map().and_then(|map| write(map, &mut html));
        link.ok_or_else(|| wrong("link", &text!("en länk", "a link"), value))?;
        Ok(Value::safe_string(&html))
    });
    // Commas, since "a, b och c" would be a text without links.
    tera.register_filter("links", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let not_links = || wrong("links", &text!("en lista av länkar", "a list of links"), value);
        let mut html = String::with_capacity(128);
        for link in value.as_array().ok_or_else(not_links)? {
            if !html.is_empty() {
                html.push_str(", ");
            }
            link.as_map().and_then(|map| write(map, &mut html)).ok_or_else(not_links)?;
        }
        Ok(Value::safe_string(&html))
    });
}

/// A link of a view: `text`, `href` and, where it is not the site's, `language`.
fn write(link: &Map, html: &mut String) -> Option<()> {
    let (text, href) = (field(link, "text")?.as_str()?, field(link, "href")?.as_str()?);
    html.push_str("<a href=\"");
    escape::html(href, html);
    html.push('"');
    if let Some(language) = field(link, "language").and_then(Value::as_str) {
        for attribute in [" lang=\"", " hreflang=\""] {
            html.push_str(attribute);
            escape::html(language, html);
            html.push('"');
        }
    }
    html.push('>');
    escape::html(text, html);
    html.push_str("</a>");
    Some(())
}
