//! Markup that was meant and is shown as characters is reported; prose is not.

use super::remarks;
use crate::markdown::RemarkKind::{
    IndentedText, LinesAsItems, LooseMark, MarkBeforeHardBlank, MarkWithoutBlank, NoteAsHeading,
    StrangeBullet, Tabs, UnclosedFence,
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
