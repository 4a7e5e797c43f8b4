//! Everything that is written is on the page, or reported.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::{page, remarks};
use crate::markdown::RemarkKind::{
    BrokenAddress, BrokenLink, EmptyNote, FenceWords, LineInTable, LinkNowhere, LostCells,
    LostText, MarkInNumber, NoteWithin, UnknownNote, UnusedDefinition,
};
use crate::markdown::outline;

/// The words of a text.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The words of a source that are neither on its page nor in what is reported.
fn lost(text: &str) -> Vec<String> {
    lost_by(text, |known, word| known == word)
}

/// The same, by a comparison of a known word with one of the source.
fn lost_by(text: &str, is_same: fn(&str, &str) -> bool) -> Vec<String> {
    let page = page(text);
    let addresses = percent_encoding::percent_decode_str(&page).decode_utf8_lossy();
    let outline = outline(text);
    let told = outline.remarks.iter().map(|remark| &text[remark.span.clone()]);
    let known: Vec<&str> =
        words(&page).into_iter().chain(words(&addresses)).chain(told.flat_map(words)).collect();
    // The name of a language after a fence is no text; entities are shown as what they mean.
    let of_markup = ["toml", "Ouml", "ouml", "8212", "nbsp"];
    // The numbers of lists are attributes, or counted by the browser.
    let is_digit = |word: &str| word.len() == 1 && word.bytes().all(|it| it.is_ascii_digit());
    let lost = words(text)
        .into_iter()
        .filter(|word| !of_markup.contains(word) && !is_digit(word))
        .filter(|word| !known.iter().any(|known| is_same(known, word)));
    lost.map(str::to_owned).collect()
}

#[test]
fn every_word_is_on_the_page_or_reported() {
    for text in [
        "| a | b |\n|---|---|\n| ett | två | tre |\n| fyra | fem | `x | sex` |\n",
        "| a |\n|---|\n| ett |\nrad under\n",
        "| a | b |\n|---|---|\n| ett \\| två | tre |\n",
        "[Kommunen]: Ja.\n\n[Polisen]: Nej.\n",
        "> [Kommunen]: Ja.\n\nText.\n",
        "- [Kommunen]: Ja.\n  [Polisen]: <Nej> 'kanske'\n",
        "[a]: ett.md\n[a]: två.md\n\n[a]\n",
        "[a]: ett.md 'rubrik'\n\nSe [a] och [b][a].\n",
        "``` Förslag till beslut\nkod\n```\n",
        "~~~ Förslag\nkod\n",
        "~~~~\nkod\n~~~\nmer\n",
        "```toml\nkod = 1\n```\n",
        "## Rubrik {.klass}\n\n## Annan {#egen .klass}\n\n## Fokus {unga}\n\nSatt {#x}\n===\n",
        "[^1] och [^finns-ej]\n\n[^1]: Not ett.\n[^2]: Not två.\n[^1]: Not igen.\n",
        "![alt [^1] och [länk](mal.md)](bild.jpg 'titel')\n\n[^1]: Not.\n",
        "<!-- dold --> text <b>fet</b>\n\n<div>\nblock\n</div>\n",
        "1. ett\n2. två\n4. fyra\n",
        "&Ouml; sterg &ouml; tland &#8212; &nbsp;slut &finnsej; \\*stjärna\\*",
        "<https://exempel.se/sida> och <namn@exempel.se>",
        "[text][namn] och [text](mal.md) och [text](två ord.md)",
        "[a](<b c.md> \"t\") [](tom.md)\n\n[b]: <c d.md>\n",
        "Rad ett  \nrad två\\\nrad tre\n***\nslut\n",
        "    indraget\n\n\ttabb\n",
        "#\n\n##\n\n# \n",
    ] {
        assert_eq!(lost(text), Vec::<String>::new(), "{text:?}\n{}", page(text));
    }
}

#[test]
fn what_the_page_leaves_out_is_reported_where_it_stands() {
    assert_eq!(
        remarks("| a | b |\n|---|---|\n| 1 | 2 | 34 |\n| 1 | 2 | |\n| 1 |\n"),
        [(LostCells { cells: 3, columns: 2 }, "| 1 | 2 | 34 |")]
    );
    assert_eq!(remarks("| a | b |\n|---|---|\n| 1 | x \\| y |\n"), []);
    assert_eq!(remarks("| a |\n|---|\n| 1 |\nSlut.\n"), [(LineInTable, "Slut.")]);
    assert_eq!(
        remarks("[Kommunen]: Ja.\n\n> [Polisen]: Nej.\n"),
        [(UnusedDefinition, "[Kommunen]: Ja."), (UnusedDefinition, "[Polisen]: Nej.")]
    );
    assert_eq!(remarks("[a]: b.md\n\nSe [a].\n"), []);
    assert_eq!(remarks("[a]: b.md\n[a]: c.md\n\nSe [a].\n"), [(LostText, "a]: c.md")]);
    assert_eq!(remarks("``` Vårt förslag\nkod\n```\n"), [(FenceWords, "Vårt förslag")]);
    assert_eq!(remarks("```toml\nkod\n```\n"), []);
    assert_eq!(remarks("## Rubrik {.klass}\n"), [(LostText, "klass")]);
    assert_eq!(remarks("## Mål {#a .polisen kommun=ja}\n"), [(LostText, "polisen kommun=ja")]);
    assert_eq!(remarks("## Mål {.polisen #a}\n"), [(LostText, "polisen")]);
    assert_eq!(remarks("x[^1]\n\n[^1]:\n"), [(EmptyNote, "[^1]:")]);
}

#[test]
fn references_that_lead_nowhere_are_reported_and_prose_in_brackets_is_not() {
    for (text, wrong) in [
        ("Se [avtalet][nope].", "[avtalet][nope]"),
        ("Se [avtalet] (avtal.md).", "[avtalet] (avtal.md)"),
        ("Se [avtalet]\n(avtal.md).", "[avtalet]\n(avtal.md)"),
        ("Se [sidan] (https://exempel.se/sida).", "[sidan] (https://exempel.se/sida)"),
        ("Se [rubriken] (#fokus).", "[rubriken] (#fokus)"),
        ("Se (avtalet)[avtal.md].", "[avtal.md]"),
        ("Se [[avtal.md]].", "[avtal.md]"),
        ("Se [avtalet](två ord.md).", "[avtalet](två ord.md)"),
        ("Se [[avtalet]].", "[avtalet]"),
        ("Se [[avtal.md|avtalet]].", "[avtal.md|avtalet]"),
        ("Se [avtalet][].", "[avtalet]"),
        ("Se ![bilden] [bild.png].", "[bild.png]"),
        ("Se [avtalet] [avtal.md].", "[avtal.md]"),
        ("Se [avtalet]{avtal.md}.", "[avtalet]{avtal.md}"),
        ("Se [målet]{#mal}.", "[målet]{#mal}"),
        ("Se {avtalet}(avtal.md).", "{avtalet}(avtal.md)"),
        ("Se (avtalet)(avtal.md).", "(avtalet)(avtal.md)"),
        ("Se {avtalet}[avtal.md].", "[avtal.md]"),
    ] {
        assert_eq!(remarks(text), [(BrokenLink, wrong)], "{text:?}");
    }
    assert_eq!(remarks("![Bilden] (bild.png)").len(), 1);
    for (text, wrong) in [
        ("Se <avtal.md>.", "<avtal.md>"),
        ("Se <../2018/avtal.md#mal>.", "<../2018/avtal.md#mal>"),
        ("Se <bilaga 1.pdf>, <bilaga.pdf>.", "<bilaga.pdf>"),
        ("Se <https://polisen.se/en/lång-\nadress>.", "<https://polisen.se/en/lång-\nadress>"),
        ("Se <https://polisen.se/en sida>.", "<https://polisen.se/en sida>"),
        ("Se <https://polisen.se nu.", "<https://polisen.se"),
        ("Se <www.polisen.se>.", "<www.polisen.se>"),
        ("Se < kim@habo.se >.", "< kim@habo.se >"),
        ("Se <kim@håbo.se>.", "<kim@håbo.se>"),
    ] {
        assert_eq!(remarks(text), [(BrokenAddress, wrong)], "{text:?}");
    }
    for (text, wrong) in [
        ("Så är det.^[En not.]", "^[En not.]"),
        ("Så är det^[1].", "^[1]"),
        ("^[En *viktig* not]", "^[En "),
    ] {
        assert_eq!(remarks(text), [(NoteWithin, wrong)], "{text:?}");
    }
    assert_eq!(remarks("Text[^nope]."), [(UnknownNote, "[^nope]")]);
    assert_eq!(remarks("Text[^ fotnot]."), [(UnknownNote, "[^ fotnot]")]);
    assert_eq!(remarks("Text[^1].\n\n[^1]: Not."), []);
    for prose in [
        "De lovade [sic] mer.",
        "Han sade [sic] (se nedan) att",
        "[…] (s. 12) [2018] (bl.a.) [a] [b] (t.ex.)",
        "Vi [polisen] (och kommunen) lovar.",
        "[[2018]] och [[…]] och [a] [b] [c]",
        "x[^ 2] och `[^kod]` och \\[^text]",
        "\\<avtal.md> och `<avtal.md>` och \\^[text] och 5 < 7 > 3",
        "<https://exempel.se> och <kim@habo.se>",
        "[sic] {så} och (se nedan)(s. 4) och {a}(b) och f(x)(y)",
        "\\[x]{y} och `[x]{y}`",
        "## Mål [sic]{#mal}\n\nText.",
        "Mål [sic] {#mal}\n===\n\nText.",
        "Klockan 8 <-> 9 och <3",
    ] {
        assert_eq!(remarks(prose), [], "{prose}");
    }
}

#[test]
fn printed_numbers_stay() {
    assert_eq!(
        page("1. ett\n2. två\n4. fyra\n5. fem\n"),
        "<ol>\n<li>ett</li>\n<li>två</li>\n<li value=\"4\">fyra</li>\n<li>fem</li>\n</ol>\n"
    );
    assert_eq!(
        page("3. a\n   1. x\n   3. y\n4. b\n4. c\n2. d\n"),
        "<ol start=\"3\">\n<li>a\n<ol>\n<li>x</li>\n<li value=\"3\">y</li>\n</ol>\n</li>\n\
         <li>b</li>\n<li value=\"4\">c</li>\n<li value=\"2\">d</li>\n</ol>\n"
    );
    assert_eq!(page("- a\n- b\n"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
}

proptest! {
    #![proptest_config(Config {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_150_101),
        ..Config::default()
    })]
    #[test]
    fn no_word_is_lost_from_any_text(
        pieces in prop::collection::vec(
            prop_oneof![
                Just("ord"), Just("Ja"), Just("123"), Just("åäö"), Just(" "), Just("\n"),
                Just("\n\n"), Just("# "), Just("## "), Just("- "), Just("1. "), Just("4. "),
                Just("> "), Just("| "), Just(" | "), Just("|---|---|\n"), Just("[a]"),
                Just("[a]: "), Just("[^1]"), Just("[^1]: "), Just("]("), Just("[b"), Just(")"),
                Just("!["), Just("```"), Just("~~~ "), Just("    "), Just("\t"), Just("**"),
                Just("*"), Just("_"), Just("`"), Just("<b>"),
                Just("{#id}"), Just("{.k}"), Just("\\"), Just("===\n"),
                Just("<https://x.se>"), Just("\"titel\"")
            ],
            0..40,
        )
    ) {
        let text = pieces.concat();
        // Words that markup keeps apart in the source may stand together on the page.
        let lost = lost_by(&text, |known, word| known.contains(word));
        prop_assert_eq!(lost, Vec::<String>::new(), "{:?}\n{}", text, page(&text));
    }
}

#[test]
fn signs_between_digits_that_are_taken_for_marks_are_told() {
    for (text, told) in [
        ("Kostnad: 5*3 = 15 och 2*3.", "5*3 = 15 och 2*3"),
        ("2*3*4", "2*3*4"),
        ("2**8 och 2**9 rum", "2**8 och 2**9"),
        ("2*b*h", "2*b*h"),
        ("a*b*2", "a*b*2"),
    ] {
        assert_eq!(remarks(text), [(MarkInNumber, told)], "{text}");
    }
    for text in [
        "5\\*3 = 15 och 2\\*3",
        "5 \\* 3 och 2 \\* 3",
        "**2018** och *2019*, ~~2020~~",
        "(*5*) och 5 *6* 7",
        "H*2*O",
        "kl. 8~10 och 9~12",
        "`5*3` och `2*3`",
    ] {
        assert_eq!(remarks(text), [], "{text}");
    }
}

#[test]
fn a_link_without_a_destination_is_told() {
    for link in ["[text]()", "[text](  )", "[text](<>)"] {
        assert_eq!(remarks(link), [(LinkNowhere, link)], "{link}");
    }
    assert_eq!(remarks("[text](#) [text](.)"), []);
}
