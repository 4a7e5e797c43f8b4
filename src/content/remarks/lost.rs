//! What is written in a text and would be on no page.

use super::told::Told;
use crate::diagnostic::Code;
use crate::text;

/// Letters or digits that Markdown leaves out.
pub(super) fn text(written: &str) -> Told {
    (
        Code::TextLost,
        text!(
            "”{written}” skulle inte synas någonstans på sidan: Markdown läser det som uppmärkning, inte som text.",
            "“{written}” would be nowhere on the page: Markdown reads it as markup, not as text."
        ),
        text!(
            "Ska det synas: skriv ett omvänt snedstreck före tecknet som Markdown tolkar, till exempel \\[ eller \\{{. Annars: ta bort det.",
            "If it shall be seen: write a backslash before the sign that Markdown interprets, such as \\[ or \\{{. Otherwise remove it."
        ),
    )
}

/// Signs between digits that are taken for marks of emphasis.
pub(super) fn sign(written: &str) -> Told {
    (
        Code::TextLost,
        text!(
            "I ”{written}” skulle tecknen mellan siffrorna inte synas, så att talen flyter ihop: Markdown läser dem som början och slut på kursiv, fet eller struken text.",
            "In “{written}” the signs between the digits would not be seen, so that the numbers run together: Markdown reads them as the beginning and end of text in italics, bold or struck through."
        ),
        text!(
            "Skriv ett omvänt snedstreck före varje tecken som ska synas, 5\\*3, eller skriv 5 × 3.",
            "Write a backslash before each sign that shall be seen, 5\\*3, or write 5 × 3."
        ),
    )
}

/// A row with more cells than the header.
pub(super) fn cells(cells: usize, columns: usize) -> Told {
    (
        Code::TextLost,
        text!(
            "Raden har {cells} celler, men tabellens rubrikrad har {columns}. Det som står i de överskjutande cellerna skulle inte synas.",
            "The row has {cells} cells, but the table's header has {columns}. What stands in the surplus cells would not be seen."
        ),
        text!(
            "Ge rubrikraden och raden med --- lika många kolumner, eller skriv \\| om strecket hör till texten.",
            "Give the header and the row of --- as many columns, or write \\| if the bar belongs to the text."
        ),
    )
}

/// A definition that nothing uses.
pub(super) fn definition(written: &str) -> Told {
    (
        Code::TextLost,
        text!(
            "Raden ”{written}” skulle inte synas: en rad som börjar med [ord]: läses som adressen till en länk, och ingen länk använder den.",
            "The line “{written}” would not be seen: a line that begins with [word]: is read as a link's address, and no link uses it."
        ),
        text!(
            "Är det text: skriv ett omvänt snedstreck först, \\[Kommunen]: Ja. Är det en länkadress som inte behövs: ta bort raden.",
            "If it is text: write a backslash first, \\[The municipality]: Yes. If it is a link's address that is not needed: remove the line."
        ),
    )
}

/// Words after the opening of a block of code.
pub(super) fn fence_words(written: &str) -> Told {
    (
        Code::TextLost,
        text!(
            "”{written}” skulle inte synas: det som står på samma rad efter ``` läses som namnet på ett programspråk.",
            "“{written}” would not be seen: what stands on the same line after ``` is read as the name of a programming language."
        ),
        text!(
            "Flytta orden till nästa rad. Ska texten inte visas som kod: ta bort ```.",
            "Move the words to the next line. If the text shall not be shown as code: remove ```."
        ),
    )
}

/// A reference to a note that does not exist.
pub(super) fn note(written: &str) -> Told {
    (
        Code::AnchorMissing,
        text!(
            "”{written}” hänvisar till en fotnot som inte finns, och skulle visas med sina hakparenteser.",
            "“{written}” refers to a footnote that does not exist, and would be shown with its brackets."
        ),
        text!(
            "Skriv fotnoten på en egen rad, {written}: …, eller ta bort hänvisningen.",
            "Write the footnote on a line of its own, {written}: …, or remove the reference."
        ),
    )
}

/// A note within a line.
pub(super) fn note_within(written: &str) -> Told {
    (
        Code::MarkupAsText,
        text!(
            "”{written}” blir ingen fotnot, utan visas som det står.",
            "“{written}” becomes no footnote but is shown as it stands."
        ),
        text!(
            "Skriv [^namn] där noten hör hemma, och noten på en egen rad, med en tom rad före: [^namn]: Noten. Ska tecknen synas: skriv \\^[.",
            "Write [^name] where the note belongs, and the note on a line of its own, after an empty line: [^name]: The note. If the signs shall be seen: write \\^[."
        ),
    )
}

/// An address within `<` and `>` that is no link.
pub(super) fn address(written: &str) -> Told {
    (
        Code::LinkMissing,
        text!(
            "”{written}” är skrivet som en länk, men leder ingenstans: inom < och > kan bara en hel webbadress eller e-postadress stå, på en enda rad och utan blanksteg.",
            "“{written}” is written as a link, but leads nowhere: only a whole web address or e-mail address can stand within < and >, on a single line and without blanks."
        ),
        text!(
            "Skriv länken som [länktext](adress), med hela adressen på samma rad: [länktext](fil.md), [länktext](https://…). Ska tecknen synas: skriv \\<.",
            "Write the link as [link text](address), with the whole address on one line: [link text](file.md), [link text](https://…). If the signs shall be seen: write \\<."
        ),
    )
}
