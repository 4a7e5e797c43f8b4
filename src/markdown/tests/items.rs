//! Lines that were meant as items of a list and are none are told; lines of prose are not.

use super::remarks;
use crate::markdown::RemarkKind::{JoinedItem, LinesAsItems};

/// What is told of lists in a text, and about what.
fn told(text: &str) -> Vec<(String, &str)> {
    let lists = remarks(text).into_iter().filter_map(|(what, written)| match what {
        JoinedItem(proposed) => Some((proposed, written)),
        LinesAsItems => Some(("lines".to_owned(), written)),
        _ => None,
    });
    lists.collect()
}

#[test]
fn a_line_that_joins_the_item_before_it_is_told_with_the_line_to_write() {
    for (text, wrong, right) in [
        ("- ett\n-två", "-två", "- två"),
        ("* ett\n-två", "-två", "* två"),
        ("- ett\n  -två", "-två", "- två"),
        ("- ett\n*två", "*två", "- två"),
        ("- ett\n+två", "+två", "- två"),
        ("- ett\n\n-två", "-två", "- två"),
        ("- ett\n\n  -två", "-två", "- två"),
        ("-ett\n- två", "-ett", "- ett"),
        ("Mål:\n-ett\n\n- två", "-ett", "- ett"),
        ("- ett\n-**två** och tre", "-**två** och tre", "- **två** och tre"),
        (
            "- ett\n-[två](https://exempel.se)",
            "-[två](https://exempel.se)",
            "- [två](https://exempel.se)",
        ),
        ("- ett\n–två", "–två", "- två"),
        ("- Ett\n– Två", "– Två", "- Två"),
        ("- ett\n-- två", "-- två", "- två"),
        ("* ett\n** två", "** två", "* två"),
        ("- ett\n_ två", "_ två", "- två"),
        ("- 10 poliser\n-20 bilar", "-20 bilar", "- 20 bilar"),
        ("1. ett\n2.två", "2.två", "2. två"),
        ("1) ett\n2)två", "2)två", "2) två"),
        ("1. ett\n2 ) två", "2 ) två", "2. två"),
        ("1. ett\n2: två", "2: två", "2. två"),
        ("1. ett\n(2) två", "(2) två", "2. två"),
        ("1. ett\n2 - två", "2 - två", "2. två"),
        ("1. ett\n\n2.två", "2.två", "2. två"),
        ("1.ett\n\n2. två", "1.ett", "1. ett"),
        ("> - ett\n> -två", "-två", "- två"),
        ("- yttre\n  - ett\n  -två", "-två", "- två"),
    ] {
        assert_eq!(told(text), [(right.to_owned(), wrong)], "{text:?}");
        let mended = text.replace(wrong, right).replace("\n  -två", "\n- två");
        assert_eq!(told(&mended), [], "{mended:?}");
    }
    // Each of several.
    assert_eq!(told("- ett\n-två\n-tre").len(), 2);
    assert_eq!(told("1. ett\n2.två\n3.tre").len(), 2);
}

#[test]
fn lines_that_are_numbered_one_after_the_other_are_told() {
    for text in [
        "(1) ett\n(2) två",
        "(a) ett\n(b) två",
        "[1] ett\n[2] två",
        "1 ) ett\n2 ) två",
        "1: ett\n2: två",
        "1 - ett\n2 - två",
        "1 – ett\n2 – två",
        "1.) ett\n2.) två",
        "1 ett\n2 två\n3 tre",
        "1 § ett\n2 § två",
        "1.ett\n2. två",
        "A. ett\nB. två",
        "a. ett\nb. två",
        "A: ett\nB: två",
        "i) ett\nii) två",
        "I. ett\nII. två",
        "iv. ett\nv. två",
        "Mål 1: ett\nMål 2: två",
        "Punkt 1. ett\nPunkt 2. två",
        "2018: ett\n2019: två",
        "(1) ett som\ngår vidare\n(2) två",
        "Vi lovar:\n2. två\n3. tre",
        "1: **ett**\n2: **två**",
        "-- ett\n-- två",
        "--ett\n--två",
        "_ ett\n_ två",
        "~ ett\n~ två",
        "= ett\n= två",
        "-> ett\n-> två",
        "→ ett\n→ två",
        "** ett\n** två",
        "o ett\no två",
        "§ ett\n§ två",
        "-**ett**\n-**två**",
        "-10 poliser\n-20 bilar",
        "- a) ett\n  b) två\n  c) tre",
    ] {
        let [(what, _)] = &told(text)[..] else { panic!("{text:?}: {:?}", told(text)) };
        assert_eq!(what, "lines", "{text:?}");
    }
}

#[test]
fn lines_of_prose_that_begin_like_items_are_not_told() {
    for text in [
        "- 18-\n-åring",
        "- unga under 18\n-åringar",
        "- Polisen patrullerar\n– även på helger – i centrum",
        "Mellan 18\n-25 år och 30\n-35 år",
        "- mellan 18\n-25 år",
        "- temperaturen föll till\n-5 grader",
        "kl.\n8.30 och\n10.15 och\n1.2 meter",
        "Vi ses\n8. Då\n10. Sedan",
        "(2) först\n(1) sedan",
        "Se bilaga\n(1) och bilaga\n(3) där",
        "s.k.\nt.ex. detta",
        "1:a plats\n2:a plats",
        "1-åringar\n2-åringar",
        "1 januari\n2 februari",
        "A. Andersson\nC. Carlsson",
        "§ 5\n§ 6",
        "och\no",
        "I Håbo\nI Enköping",
        "i centrum\ni parken",
        "Vi\nVi lovar\nvi",
        "- a) ett\n  - b) två",
        "- ett\n- två\n\nText.",
        "1. ett\n2. två\n\nText 3: mer",
        "- ett\n\n– Hej, sade hon.",
        "- i park 3\n- på torg 4",
        "* en not\n",
        "- ett\n\\-två",
        "1\n2\n3",
        "5 procent\n6 personer\n7 bilar",
    ] {
        assert_eq!(told(text), [], "{text:?}");
    }
}
