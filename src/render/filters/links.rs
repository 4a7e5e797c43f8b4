//! `link` and `links`: links to documents and places as every page has them, separated by commas;
//! with `links(and=true)`, for use within a sentence, the last is preceded by "och".

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::arguments::{field, wrong};
use super::language;
use crate::escape;
use crate::language::{Language, and_of};
use crate::text;

pub fn register(tera: &mut Tera, language: Language) {
    tera.register_filter("link", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let mut html = String::with_capacity(128);
        let link = value.as_map().and_then(|map| write(map, &mut html));
        link.ok_or_else(|| wrong("link", &text!("en länk", "a link"), value))?;
        Ok(Value::safe_string(&html))
    });
    let links = move |value: &Value, values: Kwargs, _: &State| -> TeraResult<Value> {
        let not_links = || wrong("links", &text!("en lista av länkar", "a list of links"), value);
        let and = values.get::<bool>("and")?.unwrap_or(false);
        let links = value.as_array().ok_or_else(not_links)?;
        let mut html = String::with_capacity(128);
        for (at, link) in links.iter().enumerate() {
            if at > 0 {
                html.push_str(if and && at + 1 == links.len() { and_of(language) } else { ", " });
            }
            link.as_map().and_then(|map| write(map, &mut html)).ok_or_else(not_links)?;
        }
        Ok(Value::safe_string(&html))
    };
    tera.register_filter("links", links);
}

/// A link from a view: `text`, `href` and, if it is not the site's, `language`.
fn write(link: &Map, html: &mut String) -> Option<()> {
    let (text, href) = (field(link, "text")?.as_str()?, field(link, "href")?.as_str()?);
    html.push_str("<a href=\"");
    escape::html(href, html);
    html.push('"');
    if let Some(tag) = field(link, "language").and_then(Value::as_str) {
        language::attributes(tag, html);
        html.push_str(" hreflang=\"");
        escape::html(tag, html);
        html.push('"');
    }
    html.push('>');
    escape::html(text, html);
    html.push_str("</a>");
    Some(())
}
