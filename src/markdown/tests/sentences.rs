use crate::markdown::sentences;

/// The characters of every sentence, and its number of words.
fn found(text: &str) -> Vec<(&str, usize)> {
    let sentences = sentences(text).into_iter();
    sentences.map(|(span, words)| (&text[span], words)).collect()
}

#[test]
fn sentences_end_with_their_mark_or_their_paragraph() {
    assert_eq!(
        found(
            "Polisen **ska** vara\nsynlig. Det lovar vi! Varför? ”Ja.” Så är\ndet …\n\nUtan punkt"
        ),
        [
            ("Polisen **ska** vara\nsynlig.", 4),
            ("Det lovar vi!", 3),
            ("Varför?", 1),
            ("”Ja.”", 1),
            ("Så är\ndet …", 3),
            ("Utan punkt", 2),
        ]
    );
}

#[test]
fn abbreviations_initials_and_times_do_not_end_a_sentence() {
    for text in [
        "Vi arbetar bl.a. Mot buller, t.ex. Mopeder, droger m.m. Och annat.",
        "Möte kl. 10.00 den 3.5 i rum nr. 4 (jfr. Bilaga) fr.o.m. 2018.",
        "Av C. J. L. Almqvist, dvs. Carl, s.k. Polis, t. ex. I Eskilstuna.",
        "Se polisen.se. och polisen, m.fl. Aktörer.",
    ] {
        assert_eq!(found(text).len(), 1, "{text}");
    }
    assert_eq!(
        found("Det ska bli av. Vi gick dit i. Sedan 2018. Det var www.bra.se. Nu.").len(),
        5
    );
}

#[test]
fn headings_tables_code_images_and_html_hold_no_prose() {
    assert_eq!(
        found(
            "# Rubrik. Två.\n\nEn ![bild. Här.](b.png) rad.\n\n| Cell. |\n|-|\n| Två. |\n\n\
             ```\nKod.\n```\n\n<div>\nHTML.\n</div>\n\n- Punkt ett\n  - Punkt två\n- Punkt `tre fyra`"
        ),
        [
            ("En ![bild. Här.](b.png) rad.", 2),
            ("Punkt ett", 2),
            ("Punkt två", 2),
            ("Punkt `tre fyra`", 3),
        ]
    );
}

#[test]
fn spans_cover_what_is_written_for_what_is_read() {
    assert_eq!(
        found("R&auml;ksm&ouml;rg&aring;s &amp; [mer](x.md). Sen[^1]\n\n[^1]: En not."),
        [("R&auml;ksm&ouml;rg&aring;s &amp; [mer](x.md).", 2), ("Sen", 1), ("En not.", 2)]
    );
}
