use super::*;

const NS: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

fn still(inside: &str) -> bool {
    is_still(
        format!("<svg {NS} xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>").as_bytes(),
    )
}

#[test]
fn ordinary_drawings_are_still() {
    for drawing in [
        "<path d='M0 0h1'/>",
        "<title>Kommunens vapen</title><desc>on = tradition &amp; &#229;</desc>",
        "<style>.a{fill:url(#g)}</style><g class='a' style=\"fill:url('#g')\"/>",
        "<style><![CDATA[.a{fill:#00498f}]]></style>",
        "<defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs>",
        "<use xlink:href='#g'/><use href='#g'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<a href='https://example.se/'><text>Länk</text></a>",
        "<!-- Skapad i Inkscape -->",
        "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
    ] {
        assert!(still(drawing), "{drawing}");
    }
    assert!(is_still(b"\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg/>"));
}

#[test]
fn what_could_run_or_be_fetched_is_not() {
    for trick in [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
        "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' srcdoc='&lt;script>'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<g onload='alert(1)'/>",
        "<g ONCLICK='alert(1)'/>",
        "<g\nonload\n=\n'alert(1)'/>",
        "<a href='javascript:alert(1)'/>",
        "<a xlink:href='java&#115;cript:alert(1)'/>",
        "<a href='java&#10;script:alert(1)'/>",
        "<a href='JaVaScRiPt:alert(1)'/>",
        "<a href='data:text/html,x'/>",
        "<a href='  javascript:alert(1)'/>",
        "<use href='data:image/svg+xml,x#y'/>",
        "<use href='https://ond.example/x.svg#y'/>",
        "<image href='https://ond.example/x.png'/>",
        "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<style>@import 'https://ond.example/x.css';</style>",
        "<style>a{fill:url(https://ond.example/)}</style>",
        "<style>a{fill:u\\72l(https://ond.example/)}</style>",
        "<style>&#64;import 'x';</style>",
        "<style><g/></style>",
        "<g style='fill:url(//ond.example/)'/>",
        "<g fill='url(https://ond.example/x.svg#a)'/>",
        "<handler type='text/javascript'>x</handler>",
        "<g xml:base='javascript:'/>",
        "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML' href='javascript:x'/>",
        "<unknown:script/>",
        "&unknown;",
        "<?xml-stylesheet href='x'?>",
        "<g",
    ] {
        assert!(!still(trick), "{trick}");
    }
    for whole in [
        "<!DOCTYPE svg [<!ENTITY x \"<script>alert(1)</script>\">]><svg>&x;</svg>".as_bytes(),
        b"<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>",
        b"<?xml-stylesheet type=\"text/xsl\" href=\"x\"?><svg/>",
        b"\xff\xfe<\0s\0v\0g\0/\0>\0",
        b"<html><script>alert(1)</script></html>",
        b"bild",
        b"<svg>",
        b"",
    ] {
        assert!(!is_still(whole), "{}", String::from_utf8_lossy(whole));
    }
    assert!(!is_still(format!("{}{}", "<svg>".repeat(300), "</svg>".repeat(300)).as_bytes()));
}
