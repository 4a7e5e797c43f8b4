//! Personal data in a theme's files and in the logo.

use crate::bounded::{check, plain_site};
use crate::theme::{ASSETS, PNG, TEMPLATES, codes, with_file};

#[test]
fn personal_data_in_a_theme_is_told_where_it_stands() {
    let page = |inside: &str| {
        format!(
            "{{% extends \"default/page.html\" %}}\n{{% block main %}}\n{inside}\n{{% endblock main %}}\n"
        )
    };
    let chain = "partials/chain.html";
    for (path, text, line) in [
        (format!("{TEMPLATES}/page.html"), page("<p>19121212-1212</p>"), 3),
        (format!("{TEMPLATES}/page.html"), page("<p>121212<b>-1212</b></p>"), 3),
        (format!("{TEMPLATES}/page.html"), page("<p>121212&#45;1212</p>"), 3),
        (format!("{TEMPLATES}/page.html"), page("<a href=\"x?p=121212%2D1212\">a</a>"), 3),
        (format!("{TEMPLATES}/page.html"), page("<p title=\"121212&shy;-1212\">a</p>"), 3),
        (format!("{TEMPLATES}/{chain}"), "{# 121212-1212 #}".to_owned(), 1),
        (format!("{ASSETS}/filter.js"), "let a = 1;\nlet b = '121212-1212';\n".to_owned(), 2),
        (format!("{ASSETS}/filter.js"), "let b = '121212\\u002d1212';\n".to_owned(), 1),
        (format!("{ASSETS}/filter.js"), "let b = '121212\\u{2d}1212';\n".to_owned(), 1),
        (format!("{ASSETS}/filter.js"), "let b = '121212\\x2d1212';\n".to_owned(), 1),
        (format!("{ASSETS}/style.css"), "a::after{content:'19121212-1212'}\n".to_owned(), 1),
        (format!("{ASSETS}/egen.txt"), "Ett.\nKim 121212-\n1212\n".to_owned(), 2),
        (format!("{ASSETS}/egen.json"), "{\"a\":\"121212\\u002d1212\"}".to_owned(), 1),
        (
            format!("{ASSETS}/egen.svg"),
            "<svg xmlns='http://www.w3.org/2000/svg'>\n<desc>121212<!-- -->-1212</desc></svg>"
                .to_owned(),
            2,
        ),
        (
            "themes/default/strings/sv.toml".to_owned(),
            "[page]\nskip = \"121212-1212\"\n".to_owned(),
            2,
        ),
        (
            "themes/default/strings/sv.toml".to_owned(),
            "[page]\nskip = \"121212\\u002d1212\"\n".to_owned(),
            2,
        ),
        (
            "themes/default/strings/en.toml".to_owned(),
            "[document]\nmunicipality = { one = \"a\", other = \"121212\\u00a01212\" }\n"
                .to_owned(),
            2,
        ),
    ] {
        let report = with_file(&path, &text);
        assert_eq!(codes(&report, &path), ["error personal-number"], "{path}: {text}");
        assert_eq!(report.of(&path)[0].line, Some(line), "{path}: {text}");
    }
    for (path, text) in [
        (format!("{TEMPLATES}/page.html"), page("<p>kim&#64;gmail.com</p>")),
        (format!("{TEMPLATES}/page.html"), page("<a href='mailto:kim%40gmail.com'>a</a>")),
        (format!("{ASSETS}/egen.txt"), "kim@gmail.com".to_owned()),
        (
            "themes/default/strings/sv.toml".to_owned(),
            "[page]\nskip = \"kim@gmail.com\"\n".to_owned(),
        ),
    ] {
        let report = with_file(&path, &text);
        assert_eq!(codes(&report, &path), ["error private-email"], "{path}: {text}");
    }
    let path = format!("{ASSETS}/19121212-1212.png");
    assert_eq!(codes(&with_file(&path, PNG), &path), ["error personal-number"]);
    for (path, text) in [
        // Whoever wrote a script may say so in it.
        (format!("{ASSETS}/egen.js"), "/* Kim <kim@gmail.com> */\n".to_owned()),
        (format!("{ASSETS}/egen.css"), "/* Kim <kim@gmail.com> */a{}\n".to_owned()),
        (format!("{ASSETS}/licence.txt"), "Copyright Kim <kim@gmail.com>\n".to_owned()),
        (
            format!("{TEMPLATES}/page.html"),
            page("<p>registrator@habo.example.se, 0303-23 80 00</p>"),
        ),
        (
            format!("{ASSETS}/egen.svg"),
            "<svg xmlns='http://www.w3.org/2000/svg'><path d='M12 12 12 1212 191212 1212'/></svg>"
                .to_owned(),
        ),
    ] {
        let report = with_file(&path, &text);
        assert_eq!(codes(&report, &path), [""; 0], "{path}: {text}");
    }
}

#[test]
fn personal_data_in_a_logo_is_told_in_the_logo() {
    let told = |inside: &str| {
        let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg'>\n{inside}\n</svg>\n");
        let site = plain_site()
            .write("site.toml", "title = \"Prov\"\nlogo = \"logo.svg\"\n")
            .write("logo.svg", drawing);
        let report = check(&site);
        assert!(report.of("site.toml").is_empty(), "{inside}: {:?}", report.told);
        let told = report.of("logo.svg").into_iter().map(|it| (it.code.clone(), it.line));
        told.collect::<Vec<_>>()
    };
    let number = [("personal-number".to_owned(), Some(2))];
    for inside in [
        "<text>19121212-1212</text>",
        "<title>121212-1212</title>",
        "<desc>121212&#45;1212</desc>",
        "<metadata>Kim 121212-1212</metadata>",
        "<text>121212<tspan>-1212</tspan></text>",
        "<!-- 121212-1212 -->",
        "<g aria-label='121212-1212'/>",
        "<a href='https://a.se/?p=121212%2D1212'/>",
    ] {
        assert_eq!(told(inside), number, "{inside}");
    }
    assert_eq!(told("<desc>kim@gmail.com</desc>"), [("private-email".to_owned(), Some(2))]);
    for inside in [
        "<title>Kommunens vapen</title><path d='M12 12 12 1212 191212 1212'/>",
        "<polygon points='12 12 12 1212'/>",
        "<text>registrator@habo.example.se</text>",
    ] {
        assert_eq!(told(inside), [], "{inside}");
    }
}
