//! A form of a page, read with a browser's parser and filled in as a browser would send it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The fields of a page's first form with method POST.
#[derive(Debug, Default)]
pub struct Form {
    /// Every field that is sent when nothing is changed, in order.
    pub fields: Vec<(String, String)>,
    /// The names of its buttons.
    pub buttons: Vec<String>,
    /// The values that can be chosen in each list.
    pub options: Vec<(String, String)>,
}

impl Form {
    pub fn of(page: &str) -> Form {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
        let mut form = Form::default();
        let found = find(&dom.document, &|node| {
            name(node) == "form" && attribute(node, "id").as_deref() == Some("formular")
        });
        if let Some(found) = found {
            read(&found, &mut form);
        }
        form
    }

    /// The fields that a browser sends for a text: line ends are CRLF.
    pub fn sent(&self) -> Vec<(String, String)> {
        let crlf = |value: &String| value.replace("\r\n", "\n").replace('\n', "\r\n");
        self.fields.iter().map(|(name, value)| (name.clone(), crlf(value))).collect()
    }

    /// What every form has.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let own = |name: &str| matches!(name, "_token" | "_version");
        self.fields.iter().filter(|(name, _)| own(name)).cloned().collect()
    }

    /// The first value of a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        _ => String::new(),
    }
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    match &node.data {
        NodeData::Element { attrs, .. } => {
            let attrs = attrs.borrow();
            let found = attrs.iter().find(|attribute| &*attribute.name.local == wanted)?;
            Some(found.value.to_string())
        }
        _ => None,
    }
}

fn find(node: &Handle, wanted: &dyn Fn(&Handle) -> bool) -> Option<Handle> {
    if wanted(node) {
        return Some(node.clone());
    }
    node.children.borrow().iter().find_map(|child| find(child, wanted))
}

fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

fn read(node: &Handle, form: &mut Form) {
    let own = attribute(node, "name").unwrap_or_default();
    match name(node).as_str() {
        "input" => {
            let value = attribute(node, "value").unwrap_or_default();
            let kind = attribute(node, "type").unwrap_or_default();
            let box_or_radio = matches!(kind.as_str(), "checkbox" | "radio");
            if box_or_radio {
                form.options.push((own.clone(), value.clone()));
            }
            if !box_or_radio || attribute(node, "checked").is_some() {
                // A field of one line cannot hold a line break.
                let value = if kind == "text" { value.replace(['\n', '\r'], "") } else { value };
                form.fields.push((own, value));
            }
        }
        "textarea" => form.fields.push((own, text(node))),
        "select" => {
            let mut options = Vec::new();
            all(node, "option", &mut options);
            let value = |option: &Handle| {
                attribute(option, "value").unwrap_or_else(|| text(option).trim().to_owned())
            };
            form.options.extend(options.iter().map(|option| (own.clone(), value(option))));
            let chosen = options.iter().rev().find(|it| attribute(it, "selected").is_some());
            if let Some(chosen) = chosen.or(options.first()) {
                form.fields.push((own, value(chosen)));
            }
        }
        "button" => form.buttons.push(own),
        _ => {
            for child in node.children.borrow().iter() {
                read(child, form);
            }
        }
    }
}

fn all(node: &Handle, wanted: &str, found: &mut Vec<Handle>) {
    if name(node) == wanted {
        found.push(node.clone());
    }
    for child in node.children.borrow().iter() {
        all(child, wanted, found);
    }
}
