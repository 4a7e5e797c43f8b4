//! Inserts into a page what the preview adds, and widens the page's own Content-Security-Policy by
//! exactly that: the preview's script and stylesheet, and the stream that its script listens to.
//! Everything else that the policy forbids stays forbidden, so that a page that violates it fails
//! in the preview too.

/// The page with these additions at its end. `origin` is the server's own, such as
/// `http://127.0.0.1:4484`.
pub fn inject(page: &str, additions: &str, origin: &str) -> String {
    let mut out = String::with_capacity(page.len() + additions.len() + 256);
    let body_end = find(page, 0, "</body").unwrap_or(page.len());
    let mut from = 0;
    while let Some(policy) = policy(page, from).filter(|policy| policy.end <= body_end) {
        out.push_str(&page[from..policy.start]);
        out.push_str(&widened(&page[policy.start..policy.end], origin));
        from = policy.end;
    }
    out.push_str(&page[from..body_end]);
    out.push_str(additions);
    out.push_str(&page[body_end..]);
    out
}

/// Where the page's next policy is: the `content` of the `<meta>` that sets it.
fn policy(page: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let mut at = from;
    loop {
        let tag = find(page, at, "<meta")?;
        let end = tag + page[tag..].find('>')?;
        at = end;
        if find(&page[..end], tag, "content-security-policy").is_none() {
            continue;
        }
        let Some(value) = find(&page[..end], tag, "content=\"") else { continue };
        let start = value + "content=\"".len();
        let length = page[start..end].find('"')?;
        return Some(start..start + length);
    }
}

/// Where an ASCII text next occurs, whatever its case.
fn find(page: &str, from: usize, wanted: &str) -> Option<usize> {
    let (page, wanted) = (page.as_bytes(), wanted.as_bytes());
    let rest = page.get(from..)?;
    let at = rest.windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted))?;
    Some(from + at)
}

/// The policy, with the preview's own script, stylesheet and stream allowed.
fn widened(policy: &str, origin: &str) -> String {
    let own = format!("{origin}/_loftesarkiv/");
    let mut directives: Vec<(String, Vec<&str>)> = Vec::new();
    for directive in policy.split(';') {
        let mut words = directive.split_ascii_whitespace();
        let Some(name) = words.next() else { continue };
        directives.push((name.to_ascii_lowercase(), words.collect()));
    }
    let default = directives.iter().find(|(name, _)| name == "default-src");
    let default: Vec<&str> = default.map(|(_, sources)| sources.clone()).unwrap_or_default();
    let limited = !default.is_empty();
    for wanted in ["script-src", "style-src", "connect-src"] {
        if let Some((_, sources)) = directives.iter_mut().find(|(name, _)| name == wanted) {
            sources.retain(|source| *source != "'none'");
            sources.push(&own);
        } else if limited {
            let mut sources = default.clone();
            sources.retain(|source| *source != "'none'");
            sources.push(&own);
            directives.push((wanted.to_owned(), sources));
        }
    }
    let directives: Vec<String> = directives
        .iter()
        .map(|(name, sources)| format!("{name} {}", sources.join(" ")).trim_end().to_owned())
        .collect();
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "http://127.0.0.1:4484";

    #[test]
    fn a_policy_is_widened_by_the_preview_and_nothing_else() {
        assert_eq!(
            widened("default-src 'none'; style-src 'self'; base-uri 'none'", ORIGIN),
            "default-src 'none'; \
             style-src 'self' http://127.0.0.1:4484/_loftesarkiv/; \
             base-uri 'none'; \
             script-src http://127.0.0.1:4484/_loftesarkiv/; \
             connect-src http://127.0.0.1:4484/_loftesarkiv/"
        );
        assert_eq!(widened("base-uri 'none'", ORIGIN), "base-uri 'none'");
    }

    #[test]
    fn additions_stand_last_in_the_body() {
        let page = "<META HTTP-EQUIV=\"Content-Security-Policy\" CONTENT=\"base-uri 'none'\">å</BODY></html>";
        assert_eq!(
            inject(page, "<hr>", ORIGIN),
            "<META HTTP-EQUIV=\"Content-Security-Policy\" CONTENT=\"base-uri 'none'\">å<hr></BODY></html>"
        );
        assert_eq!(inject("å", "<hr>", ORIGIN), "å<hr>");
    }
}
