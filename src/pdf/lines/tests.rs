use super::super::structure::Structure;
use super::*;

fn broken(text: &str, width: f32, language: Option<Lang>) -> Vec<String> {
    let slot = Structure::new().slot(Structure::ROOT);
    let inline = Inline { text: text.to_owned(), style: Style::TEXT, slot, link: None, language };
    let lines = lines(&[inline], 0.0, width).unwrap();
    let fits = |line: &TextLine| line.width <= width + 0.01 || line.runs[0].glyphs.len() == 1;
    assert!(lines.iter().all(fits), "{lines:?}");
    let text = |line: &TextLine| line.runs.iter().map(|run| run.text.as_str()).collect();
    lines.iter().map(text).collect()
}

#[test]
fn lines_end_at_spaces_and_after_hyphens() {
    assert_eq!(broken("ett två  tre", 40.0, None), ["ett två  ", "tre"]);
    assert_eq!(broken("Eskilstuna-Strängnäs", 80.0, None), ["Eskilstuna-", "Strängnäs"]);
    assert_eq!(broken("den 3\u{a0}maj", 30.0, None), ["den ", "3\u{a0}maj"]);
    assert_eq!(broken("a\u{2028}b", 40.0, None), ["a", "b"]);
}

#[test]
fn long_words_are_divided_as_the_language_does() {
    let words = "samverkansöverenskommelse och uppföljning";
    assert_eq!(
        broken(words, 70.0, Some(Lang::Swedish)),
        ["samverkansö\u{ad}", "verenskom\u{ad}", "melse och ", "uppföljning"],
        "the patterns do not know compounds"
    );
    assert_eq!(broken("Överenskommelsen,", 50.0, Some(Lang::Swedish))[0], "Överens\u{ad}");
}

#[test]
fn what_cannot_be_divided_is_broken_where_the_line_ends() {
    let address = "https://www.exempel.se/ett_mycket_langt_namn_utan_mellanslag";
    let lines = broken(address, 60.0, Some(Lang::Swedish));
    assert!(lines.len() > 3);
    assert_eq!(lines.concat(), address);
    assert_eq!(broken("ord", 0.5, None).concat(), "ord", "even in no room at all");
}

#[test]
fn a_character_without_a_glyph_is_an_error() {
    let slot = Structure::new().slot(Structure::ROOT);
    assert_eq!(run("a中b", Style::TEXT, slot, 0.0).map(|_| ()), Err('中'));
}
