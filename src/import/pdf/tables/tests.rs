use super::*;
use crate::import::pdf::lines::lines;
use crate::import::pdf::page::PdfPiece;

/// A page of pieces: where each begins and stands, and its text.
fn page(pieces: &[(f64, f64, &str)]) -> Vec<PdfLine> {
    let pieces = pieces.iter().map(|(start, base, text)| PdfPiece {
        text: (*text).to_owned(),
        start: *start,
        end: start + text.chars().count() as f64 * 5.0,
        base: *base,
        size: 10.0,
    });
    lines(pieces.collect())
}

fn found(pieces: &[(f64, f64, &str)]) -> Vec<(Range<usize>, String)> {
    tables(&page(pieces)).into_iter().map(|table| (table.lines, table.text)).collect()
}

#[test]
fn cells_of_several_lines_below_a_paragraph() {
    let table = found(&[
        (50.0, 700.0, "Planen hör till överenskommelsen, som är lång."),
        (50.0, 688.0, "Åtgärd"),
        (170.0, 688.0, "Ansvarig"),
        (290.0, 688.0, "När"),
        (50.0, 676.0, "Fler"),
        (50.0, 664.0, "trygghets-"),
        (50.0, 652.0, "värdar"),
        (170.0, 676.0, "Kommunen | polisen"),
        (290.0, 676.0, "Mars"),
        (50.0, 640.0, "Patrull"),
        (290.0, 640.0, "Hela året"),
        (50.0, 628.0, "Så följs planen upp."),
    ]);
    let text = "| Åtgärd | Ansvarig | När |\n| --- | --- | --- |\n| Fler trygghetsvärdar | Kommunen \\| polisen | Mars |\n| Patrull |  | Hela året |";
    assert_eq!(table, [(1..7, text.to_owned())]);
}

#[test]
fn numbers_that_line_up_at_the_right_below_a_heading_without_a_first_cell() {
    let table = found(&[
        (200.0, 700.0, "2024"),
        (300.0, 700.0, "2025"),
        (50.0, 688.0, "Pass"),
        (210.0, 688.0, "98"),
        (305.0, 688.0, "212"),
        (50.0, 676.0, "Stolpar"),
        (205.0, 676.0, "104"),
        (300.0, 676.0, "1200"),
    ]);
    let text =
        "|  | 2024 | 2025 |\n| --- | --- | --- |\n| Pass | 98 | 212 |\n| Stolpar | 104 | 1200 |";
    assert_eq!(table, [(0..3, text.to_owned())]);
}

#[test]
fn what_only_stands_beside_something_is_no_table() {
    // Two columns of running text, one after the other.
    let columns: Vec<(f64, f64, &str)> = [50.0, 300.0]
        .iter()
        .flat_map(|start| (0..5).map(|n| (*start, 700.0 - 12.0 * f64::from(n), "Löpande text")))
        .collect();
    assert_eq!(found(&columns), []);
    // A line by itself, and lines that do not line up.
    assert_eq!(found(&[(50.0, 700.0, "Datum"), (300.0, 700.0, "3 mars")]), []);
    assert_eq!(
        found(&[
            (50.0, 700.0, "Frågor:"),
            (120.0, 700.0, "Kim"),
            (50.0, 688.0, "Telefonnummer:"),
            (160.0, 688.0, "Alex Exempel"),
        ]),
        []
    );
    // A table of contents.
    assert_eq!(
        found(&[
            (50.0, 700.0, "Parter"),
            (300.0, 700.0, "1"),
            (50.0, 688.0, "Syfte"),
            (300.0, 688.0, "2"),
        ]),
        []
    );
    // Names with what they say.
    assert_eq!(
        found(&[
            (50.0, 700.0, "Ansvar:"),
            (120.0, 700.0, "Polisen"),
            (50.0, 688.0, "Mål:"),
            (120.0, 688.0, "Två insatser"),
        ]),
        []
    );
    // Items of a list, whose signs stand far from their text.
    assert_eq!(
        found(&[
            (50.0, 700.0, "1."),
            (90.0, 700.0, "Unga"),
            (50.0, 688.0, "2."),
            (90.0, 688.0, "Trafik"),
        ]),
        []
    );
}
