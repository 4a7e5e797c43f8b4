//! Markup that was meant and is shown as characters is reported; prose is not.

use super::remarks;
use crate::markdown::RemarkKind::{
    ForeignMark, HardBlankBeforeMark, IndentedText, LineAsHeading, LinesAsItems, LooseMark,
    MarkBeforeHardBlank, MarkWithoutBlank, NoteAsHeading, PipesAsText, QuoteOfNumber,
    StrangeBullet, Tabs, TitleOnly, TooManyHashes, UnclosedFence,
};

#[test]
fn marks_that_mark_nothing_are_reported() {
    for (text, what, wrong) in [
        ("##Rubrik", MarkWithoutBlank, "##Rubrik"),
        ("Text.\n\n###2 Mål\n\nText.", MarkWithoutBlank, "###2 Mål"),
        ("Text.\n\n#Rubrik\n\nText.", MarkWithoutBlank, "#Rubrik"),
        ("> ##Rubrik", MarkWithoutBlank, "##Rubrik"),
        ("##\u{a0}Rubrik", MarkBeforeHardBlank, "##\u{a0}Rubrik"),
        ("#\u{a0}Rubrik", MarkBeforeHardBlank, "#\u{a0}Rubrik"),
        ("-\u{a0}punkt", MarkBeforeHardBlank, "-\u{a0}punkt"),
        ("*\u{202f}punkt", MarkBeforeHardBlank, "*\u{202f}punkt"),
        ("1.\u{a0}punkt", MarkBeforeHardBlank, "1.\u{a0}punkt"),
        ("Så här: **Mål:**mer text", LooseMark, "**"),
        ("**Mål: ** mer text", LooseMark, "**"),
        ("Så här: __Mål:__mer text", LooseMark, "__"),
        ("Så här *Mål:*mer text", LooseMark, "*Mål:*"),
        ("• ett\n", StrangeBullet, "• ett"),
        ("\u{f0b7} ett", StrangeBullet, "\u{f0b7} ett"),
        ("o\tett", StrangeBullet, "o\tett"),
        ("- • ett", StrangeBullet, "• ett"),
        ("– ett\n– två\n", LinesAsItems, "– ett"),
        ("-ett\n-två\n", LinesAsItems, "-ett"),
        ("a) ett\nb) två\n", LinesAsItems, "a) ett"),
        ("År\tAntal\n", Tabs, "År\tAntal"),
        ("Text.\n\n    indraget", IndentedText, "indraget"),
        ("Text.\n\n\tindraget", IndentedText, "indraget"),
        ("```\nkod\n\ntext", UnclosedFence, "```"),
        ("~~~~\nkod\n~~~\n", UnclosedFence, "~~~~"),
        ("> ```\n> kod\n\ntext", UnclosedFence, "```"),
        ("# Kolla datum\n\n## Mål", NoteAsHeading, "# Kolla datum"),
        ("# Fråga Anna om det här stämmer.", NoteAsHeading, "# Fråga Anna om det här stämmer."),
        ("# kolla med Anna", NoteAsHeading, "# kolla med Anna"),
        ("Det är ** fett ** så.", LooseMark, "** fett **"),
        ("** fet **", LooseMark, "** fet **"),
        ("| a | b |\n| 1 | 2 |", PipesAsText, "| a | b |"),
        ("| a | b |\n|:--|\n| 1 | 2 |", PipesAsText, "| a | b |"),
        ("Text före.\n\n| **a** | b |", PipesAsText, "| **a** | b |"),
        ("* a\n\u{a0}\u{a0}* b", HardBlankBeforeMark, "\u{a0}\u{a0}* b"),
        ("Text.\n\n\u{a0}## Mål", HardBlankBeforeMark, "\u{a0}## Mål"),
        ("1.a\n2.b", LinesAsItems, "1.a"),
        ("1)a\n2)b", LinesAsItems, "1)a"),
        ("####### sju", TooManyHashes, "####### sju"),
        ("> [!NOTE]\n> Text.", ForeignMark, "[!NOTE]"),
        ("- [x] klart\n- [ ] kvar", ForeignMark, "[x] "),
        ("1. [X] klart", ForeignMark, "[X] "),
        ("Det är ==viktigt==.", ForeignMark, "==viktigt=="),
        ("H~2~O", ForeignMark, "~2~"),
        (">5 procent ska minska.", QuoteOfNumber, ">5 procent ska minska."),
        ("Mål:\n\n>=10 patruller", QuoteOfNumber, ">=10 patruller"),
        ("En rad\n---\nmer", LineAsHeading, "En rad\n---"),
        ("Citat följer:\n=====\n\nText", LineAsHeading, "Citat följer:\n====="),
        ("En rad\noch en till\n-----", LineAsHeading, "En rad\noch en till\n-----"),
        (
            "[Kommunen] svarade.\n\n[Kommunen]: https://example.se \"Ja, det gör vi\"",
            TitleOnly,
            "[Kommunen]: https://example.se \"Ja, det gör vi\"",
        ),
    ] {
        let found = remarks(text);
        assert!(found.contains(&(what.clone(), wrong)), "{text:?}: no {what:?} in {found:?}");
    }
}

#[test]
fn prose_and_right_markup_are_left_alone() {
    for text in [
        "Vi är #1 i landet och #metoo.\n#metoo var 2017.",
        "#unga #trafik",
        "## Rubrik ##",
        "# Situationen idag",
        "Situationen idag\n===",
        "5 * 3 = 15 och 2 * 2 * 2, H*2*O, 100*, *exklusive moms* och 200*",
        "** fotnot",
        "* en not, ** två noter och *** tre",
        "Antal 4 ** 2 och 5 ** 3",
        "Mål\n---\n\nText",
        "Mål\n------\nText",
        "Hem | Kontakt | Om oss",
        "[x] är okänt, [ ] Ja [ ] Nej",
        "- [1] en hänvisning",
        "> 5 procent, sade hon.",
        ">5 procent\n>och mer",
        "a == b, x==y==z och ===",
        "kl. 8~10 och 9~12",
        "2018. Det var ett år.",
        "kl.\n8.30 och\n10.15 och\n1.2 meter",
        "[a]: ett.md 'rubrik'\n\nSe [a].",
        "## Mål {#mal}",
        "\\[!NOTE] och\n\\==a== och\n\\| a | b |",
        "- \\[x] a\n- \\[ ] b",
        "Text\n\n***\n\nmer",
        "Namn: ______ Datum: ____",
        "*Mål:* mer, **Mål:** mer, ord*ord*ord",
        "\\*\\*inte fet\\*\\*",
        "`**kod**` och `##kod`",
        "– Hej, sade hon.",
        "- ett\n- två\n\n1. ett\n2. två",
        "Mellan 18–\n25 år",
        "18-\n-åring",
        "```\n**kod**\ta\n##Rubrik\n```",
        "~~~\nkod\n~~~~~",
        "> ```\n> kod\n> ```",
        "- punkt\n\n      indrag i punkt hör till den\n".trim_end_matches("hör till den\n"),
        "text \t",
    ] {
        let found = remarks(text);
        let found: Vec<_> = found.iter().filter(|it| it.0 != IndentedText).collect();
        assert!(found.is_empty(), "{text:?}: {found:?}");
    }
}
