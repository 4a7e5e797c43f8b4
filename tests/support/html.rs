//! HTML as a reader and a link checker see it. It supports only what well-formed pages need.

/// A start tag with its attributes, decoded.
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

enum Token<'a> {
    Text(&'a str),
    Start(Tag),
    End(String),
}

/// Every start tag, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    tokens(html)
        .into_iter()
        .filter_map(|token| match token {
            Token::Start(tag) => Some(tag),
            _ => None,
        })
        .collect()
}

/// Every value of an attribute, in order.
pub fn attributes(html: &str, name: &str) -> Vec<String> {
    tags(html).iter().filter_map(|tag| tag.get(name).map(str::to_owned)).collect()
}

/// What a page shows: without its head, scripts, styles and drawings, and with white space
/// collapsed.
pub fn visible_text(html: &str) -> String {
    const HIDDEN: [&str; 5] = ["head", "script", "style", "svg", "template"];
    const INLINE: [&str; 18] = [
        "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small", "span",
        "strong", "sub", "sup", "time", "u",
    ];
    let mut text = String::new();
    let mut hidden: Option<String> = None;
    for token in tokens(html) {
        match token {
            Token::Start(tag) if hidden.is_none() && HIDDEN.contains(&tag.name.as_str()) => {
                hidden = Some(tag.name);
            }
            Token::End(name) if hidden.as_ref() == Some(&name) => hidden = None,
            _ if hidden.is_some() => {}
            Token::Text(piece) => text.push_str(&decoded(piece)),
            Token::Start(Tag { name, .. }) | Token::End(name) => {
                if !INLINE.contains(&name.as_str()) {
                    text.push(' ');
                }
            }
        }
    }
    // A soft hyphen is not seen where the line does not break.
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            tokens.push(Token::Text(&rest[..at]));
        }
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with("<!") {
            rest = rest.split_once('>').map_or("", |(_, after)| after);
        } else {
            let (inside, after) = rest[1..].split_at(end_of_tag(&rest[1..]));
            rest = after.strip_prefix('>').unwrap_or(after);
            match inside.strip_prefix('/') {
                Some(name) => tokens.push(Token::End(name.trim().to_lowercase())),
                None => tokens.push(Token::Start(tag(inside))),
            }
        }
    }
    tokens.push(Token::Text(rest));
    tokens
}

/// Where the tag ends; a `>` between quotes does not end it.
fn end_of_tag(inside: &str) -> usize {
    let mut quote = None;
    for (at, c) in inside.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    inside.len()
}

fn tag(inside: &str) -> Tag {
    let inside = inside.trim_end_matches('/');
    let (name, mut rest) =
        inside.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c == '=' || c.is_ascii_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_lowercase();
        rest = rest[end..].trim_start();
        let Some(value) = rest.strip_prefix('=').map(str::trim_start) else {
            attributes.push((key, String::new()));
            continue;
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((value, "")),
            _ => value.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((value, "")),
        };
        attributes.push((key, decoded(value)));
        rest = after;
    }
    Tag { name: name.to_lowercase(), attributes }
}

fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.find(';').filter(|end| *end < 12).and_then(|end| {
            let name = &rest[1..end];
            let number = match name.strip_prefix('#') {
                Some(digits) => match digits.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => digits.parse().ok(),
                },
                None => None,
            };
            let character = match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                "nbsp" => Some('\u{a0}'),
                _ => number.and_then(char::from_u32),
            };
            character.map(|character| (character, end + 1))
        });
        match entity {
            Some((character, length)) => {
                out.push(character);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}
