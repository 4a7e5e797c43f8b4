//! Rendering into a page that has an end: a template whose loops multiply each other would fill the
//! memory before anybody learns which template it is.

use std::io;

use tera::{Context, Tera, TeraResult};

use super::complaint::filter_error;
use super::filters::begin_page;
use super::limits::LARGEST;
use crate::text;

/// The initial capacity for a page or part in bytes; most fit in it.
const MOST_PAGES: usize = 8192;

/// Renders a template.
pub fn render(tera: &Tera, template: &str, context: &Context) -> TeraResult<Vec<u8>> {
    begin_page();
    render_within(LARGEST, tera, template, context)
}

fn render_within(
    largest: usize,
    tera: &Tera,
    template: &str,
    context: &Context,
) -> TeraResult<Vec<u8>> {
    let mut page = BoundedPage { html: Vec::with_capacity(MOST_PAGES), largest, is_full: false };
    let rendered = tera.render_to(template, context, &mut page);
    if page.is_full {
        return Err(filter_error(text!(
            "Mallen skriver mer än {largest} byte på en och samma sida, så sidan skulle kanske aldrig bli klar. Troligen går en slinga genom en annan om och om igen.",
            "The template writes more than {largest} bytes on one page, so the page might never be finished. Probably a loop runs through another again and again."
        )));
    }
    rendered.map(|()| page.html)
}

struct BoundedPage {
    html: Vec<u8>,
    largest: usize,
    is_full: bool,
}

impl io::Write for BoundedPage {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.html.len() + bytes.len() > self.largest {
            self.is_full = true;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.html.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_within_loops_are_told_when_the_page_is_too_large() {
        let mut tera = Tera::default();
        let many = "{% for a in n %}{% for b in n %}{% for c in n %}{% for d in n %}x";
        let ends = "{% endfor %}".repeat(4);
        tera.add_raw_template("many.html", &format!("{many}{ends}")).expect("a template");
        let mut context = Context::new();
        context.insert("n", &vec![0; 10]);
        let whole = render_within(10_000, &tera, "many.html", &context).expect("it fits");
        assert_eq!(whole.len(), 10_000);
        let error = render_within(9_999, &tera, "many.html", &context).expect_err("too large");
        assert!(error.to_string().contains("9999 byte"), "{error}");
    }
}
