//! Markup that was meant and would be shown as characters, or that makes of a text what was not
//! meant.

use super::Told;
use crate::diagnostic::{Code, Text};
use crate::text;

fn told(message: Text, help: Text) -> Told {
    (Code::MarkupAsText, message, help)
}

/// `##Rubrik`
pub(super) fn mark_without_blank(written: &str) -> Told {
    told(
        text!(
            "”{written}” blir ingen rubrik, utan visas som det står: ett blanksteg saknas efter #.",
            "“{written}” becomes no heading but is shown as it stands: a blank is missing after #."
        ),
        text!("Skriv ## Rubrik, med blanksteg.", "Write ## Heading, with a blank."),
    )
}

/// A mark with a no-break space after it.
pub(super) fn mark_before_hard_blank(written: &str) -> Told {
    told(
        text!(
            "”{written}” visas som det står: tecknet först på raden följs av ett hårt blanksteg, som inte räknas i Markdown.",
            "“{written}” is shown as it stands: the sign that begins the line is followed by a no-break space, which does not count in Markdown."
        ),
        text!(
            "Radera blanksteget efter tecknet och skriv ett vanligt.",
            "Delete the blank after the sign and type an ordinary one."
        ),
    )
}

/// `**ord:**nästa`
pub(super) fn loose_mark(written: &str) -> Told {
    told(
        text!(
            "”{written}” visas som det står och gör ingenting fetstilt eller kursivt.",
            "“{written}” is shown as it stands and makes nothing bold or italic."
        ),
        text!(
            "Tecknen ska stå intill orden, med blanksteg utanför: **ord:** nästa. Ska de synas: skriv \\* eller \\_.",
            "The signs stand next to the words, with a blank outside: **word:** next. If they shall be seen: write \\* or \\_."
        ),
    )
}

/// `• punkt`
pub(super) fn bullet(written: &str) -> Told {
    told(
        text!(
            "”{written}” börjar med en punkt från ett ordbehandlingsprogram. Det blir ingen lista, och raderna flyter ihop.",
            "“{written}” begins with a bullet of a word processor. It becomes no list, and the lines run together."
        ),
        text!(
            "Skriv ett bindestreck och ett blanksteg i stället: - punkt. Lämna en tom rad före listan.",
            "Write a hyphen and a blank instead: - item. Leave an empty line before the list."
        ),
    )
}

/// Lines that look like items.
pub(super) fn lines_as_items(written: &str) -> Told {
    told(
        text!(
            "Raderna från ”{written}” ser ut som en lista, men flyter ihop till ett stycke på sidan.",
            "The lines from “{written}” look like a list, but run together as one paragraph on the page."
        ),
        text!(
            "Börja varje rad med ett bindestreck och ett blanksteg, - punkt, eller lämna en tom rad mellan dem.",
            "Begin each line with a hyphen and a blank, - item, or leave an empty line between them."
        ),
    )
}

/// Tabs between words.
pub(super) fn tabs(written: &str) -> Told {
    told(
        text!(
            "Raden ”{written}” har tabbar mellan orden, som en tabell från Word eller Excel. På sidan blir de blanksteg.",
            "The line “{written}” has tabs between its words, like a table from Word or Excel. On the page they become blanks."
        ),
        text!(
            "Skriv en tabell med | mellan cellerna och en rad |---|---| under rubrikraden, eller byt tabbarna mot blanksteg.",
            "Write a table with | between the cells and a row |---|---| under the header, or change the tabs to blanks."
        ),
    )
}

/// A block of code made by four blanks.
pub(super) fn indented() -> Told {
    told(
        text!(
            "Texten visas som programkod, i en ruta med fast teckenbredd, eftersom raderna börjar med fyra blanksteg eller en tabb.",
            "The text is shown as program code, in a box with fixed-width letters, since its lines begin with four blanks or a tab."
        ),
        text!(
            "Ta bort blankstegen i början av raderna.",
            "Remove the blanks at the beginning of the lines."
        ),
    )
}

/// A block of code that never ends.
pub(super) fn unclosed_fence(written: &str) -> Told {
    // It ends with the same signs, and as many.
    let sign = if written.starts_with('~') { '~' } else { '`' };
    let marks: String = written.chars().take_while(|c| *c == sign).collect();
    told(
        text!(
            "Här börjar ett kodblock utan slut. Det som följer visas som programkod, fram till slutet på texten, citatet eller listpunkten.",
            "Here begins a block of code without an end. What follows is shown as program code, to the end of the text, the quotation or the item."
        ),
        text!(
            "Skriv {marks} på en egen rad där koden slutar, eller ta bort raden.",
            "Write {marks} on a line of its own where the code ends, or remove the line."
        ),
    )
}

/// A line right under a table.
pub(super) fn line_in_table(written: &str) -> Told {
    told(
        text!(
            "Raden ”{written}” står direkt under en tabell och hamnar därför i tabellen.",
            "The line “{written}” stands right under a table and so ends up in the table."
        ),
        text!(
            "Lämna en tom rad efter tabellen. Är det en rad i tabellen: skriv | mellan cellerna.",
            "Leave an empty line after the table. If it is a row of the table: write | between the cells."
        ),
    )
}

/// A line `# …` that may be a private note.
pub(super) fn note_as_heading(written: &str) -> Told {
    told(
        text!(
            "”{written}” visas som en rubrik för alla som läser sidan. En rad som börjar med # är en privat anteckning bara mellan +++-raderna.",
            "“{written}” is shown as a heading to everybody who reads the page. A line that begins with # is a private note only between the +++ lines."
        ),
        text!(
            "Är det en anteckning: flytta den till mellan +++-raderna, eller ta bort den. Är det en rubrik i texten: skriv ## framför. Sidans egen rubrik är title.",
            "If it is a note: move it between the +++ lines, or remove it. If it is a heading of the text: write ## before it. The page's own heading is title."
        ),
    )
}
