//! Stylesheets as they are published: without comments and blanks that only people need.

/// The stylesheet without comments, and with blanks only where they mean something. What is in
/// quotes stays as it is.
pub fn lean(css: &str) -> String {
    let mut lean = String::with_capacity(css.len());
    let mut blank = false;
    let mut rest = css.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '/' && rest.peek() == Some(&'*') {
            rest.next();
            let mut last = ' ';
            for c in rest.by_ref() {
                if last == '*' && c == '/' {
                    break;
                }
                last = c;
            }
            blank = true;
        } else if c.is_ascii_whitespace() {
            blank = true;
        } else {
            let joined = lean.is_empty()
                || lean.ends_with(['{', '}', ';', ',', ':'])
                || matches!(c, '{' | '}' | ';' | ',');
            if blank && !joined {
                lean.push(' ');
            }
            blank = false;
            lean.push(c);
            if matches!(c, '"' | '\'') {
                quoted(c, &mut rest, &mut lean);
            }
        }
    }
    lean
}

/// Copies up to and including the closing quote.
fn quoted(quote: char, rest: &mut impl Iterator<Item = char>, lean: &mut String) {
    let mut escaped = false;
    for c in rest {
        lean.push(c);
        if c == quote && !escaped {
            return;
        }
        escaped = c == '\\' && !escaped;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_means_the_same_without_what_people_need() {
        for (css, expected) in [
            (
                "/* Words */\na :is(b, c):hover > d {\n  margin: 0 1px;\n}\n",
                "a :is(b,c):hover > d{margin:0 1px;}",
            ),
            ("a::before { content: \"/* ; { */\" }", "a::before{content:\"/* ; { */\"}"),
            ("a { content: '\\'  ' ; color: red }", "a{content:'\\'  ';color:red}"),
            (
                "@media (min-width: 48rem) and print{a{b:c}}",
                "@media (min-width:48rem) and print{a{b:c}}",
            ),
            ("a/**/b { } /* open", "a b{}"),
            ("p{}", "p{}"),
        ] {
            assert_eq!(lean(css), expected);
        }
    }
}
