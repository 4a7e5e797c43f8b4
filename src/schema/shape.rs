//! How values are written, with a placeholder for what only the editor can know. Messages show
//! these and never an example's value: a line that is copied from a message must not become a fact.

use super::{Both, Form, Key, Type, both};

/// The placeholder for a date.
pub const DATE: Both = both("ÅÅÅÅ-MM-DD", "YYYY-MM-DD");

/// The placeholder for a text.
pub const TEXT: &str = "\"…\"";

impl Type {
    /// The form of a value as TOML, apart from its placeholders. Most types are fully described by
    /// their form.
    pub fn shape(&self) -> (String, String) {
        let same = |shape: &str| (shape.to_owned(), shape.to_owned());
        let dates = |form: fn(&str) -> String| (form(DATE.sv), form(DATE.en));
        match self {
            Type::Reference(_) | Type::References(_) => same("\"….md\""),
            Type::Url => same("\"https://…\""),
            Type::Accepts(_) => same("[{ code = \"…\", reason = \"…\" }]"),
            _ => match self.form() {
                Form::Text => same(TEXT),
                Form::Texts => same("[\"…\"]"),
                Form::Flag => same("true"),
                Form::Date => dates(str::to_owned),
                Form::Dates => dates(|date| format!("[{date}]")),
                Form::Period => dates(|date| format!("{{ from = {date}, until = {date} }}")),
                Form::Table | Form::Tables => same("{ … }"),
            },
        }
    }
}

impl Key {
    /// A line, or a header, that shows how the key is written, in Swedish and in English.
    pub fn shape(&self, above: &str) -> (String, String) {
        if self.has_header() {
            let header = self.header(above);
            return (header.clone(), header);
        }
        let (sv, en) = self.holds.shape();
        (format!("{} = {sv}", self.name), format!("{} = {en}", self.name))
    }
}
