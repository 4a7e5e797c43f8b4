//! Markup that was meant and would be shown as characters, or that makes of a text what was not
//! meant.

use super::told::Told;
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

/// A line that belongs to a list and is none of its items.
pub(super) fn joined_item(written: &str, proposed: &str) -> Told {
    told(
        text!(
            "”{written}” blir ingen punkt i listan, utan visas med de tecken som står, eller som en del av punkten före: raden börjar inte som de andra.",
            "“{written}” becomes no item of the list, but is shown with the signs that stand there, or as part of the item before: the line does not begin like the others."
        ),
        text!(
            "Börja raden som de andra, med ett blanksteg efter tecknet: {proposed}",
            "Begin the line like the others, with a blank after the sign: {proposed}"
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

/// A no-break space before `-` or `##`.
pub(super) fn hard_blank_before_mark(written: &str) -> Told {
    told(
        text!(
            "”{written}” visas som det står: raden börjar med hårda blanksteg, som inte räknas i Markdown.",
            "“{written}” is shown as it stands: the line begins with no-break spaces, which do not count in Markdown."
        ),
        text!(
            "Radera blankstegen i början av raden. En punkt under en annan skrivs med två vanliga blanksteg framför.",
            "Delete the blanks at the beginning of the line. An item below another is written after two ordinary blanks."
        ),
    )
}

/// `####### sju`
pub(super) fn too_many_hashes(written: &str) -> Told {
    told(
        text!(
            "”{written}” blir ingen rubrik, utan visas som det står: rubriker har högst sex #.",
            "“{written}” becomes no heading but is shown as it stands: headings have at most six #."
        ),
        text!(
            "Skriv ## för en rubrik i texten, och ### för en rubrik under den.",
            "Write ## for a heading of the text, and ### for one below it."
        ),
    )
}

/// `| a | b |` without a rule below the header.
pub(super) fn pipes(written: &str) -> Told {
    told(
        text!(
            "Raden ”{written}” ser ut som en rad i en tabell, men visas som löptext med streck: under rubrikraden saknas en rad |---|---| med lika många kolumner.",
            "The line “{written}” looks like a row of a table, but is shown as text with bars: below the header there is no row |---|---| with as many columns."
        ),
        text!(
            "Lämna en tom rad före tabellen, och skriv |---|---| under rubrikraden, med ett --- för varje kolumn.",
            "Leave an empty line before the table, and write |---|---| below the header, with one --- for each column."
        ),
    )
}

/// Markup of other programs.
pub(super) fn foreign(written: &str) -> Told {
    told(
        text!(
            "”{written}” är skrivet som i ett annat program, och visas som det står.",
            "“{written}” is written as in another program, and is shown as it stands."
        ),
        text!(
            "Ta bort tecknen, och skriv det med ord eller som **fetstil**. Ska de synas som de är: skriv ett omvänt snedstreck före det första, till exempel \\[.",
            "Remove the signs, and say it in words or as **bold text**. If they shall be seen as they are: write a backslash before the first, such as \\[."
        ),
    )
}

/// `>5 procent`
pub(super) fn quote_of_number(written: &str) -> Told {
    told(
        text!(
            "Tecknet > i ”{written}” skulle inte synas: först på en rad gör det ett citat av det som följer.",
            "The sign > in “{written}” would not be seen: at the beginning of a line it makes a quotation of what follows."
        ),
        text!(
            "Skriv ”mer än”, eller ett omvänt snedstreck först: \\>5. Är det ett citat: skriv ett blanksteg efter >.",
            "Write “more than”, or a backslash first: \\>5. If it is a quotation: write a blank after >."
        ),
    )
}

/// A line over `---`.
pub(super) fn line_as_heading(written: &str) -> Told {
    told(
        text!(
            "Strecken under ”{written}” gör texten till en rubrik.",
            "The line of signs below “{written}” makes a heading of the text."
        ),
        text!(
            "Ska det vara ett streck mellan två stycken: lämna en tom rad före ---, och ta bort ===. Är det en rubrik: skriv ## framför, och ta bort strecken.",
            "If it is a line between two paragraphs: leave an empty line before ---, and remove ===. If it is a heading: write ## before it, and remove the line."
        ),
    )
}

/// `[name]: address "title"`
pub(super) fn title_only(written: &str) -> Told {
    told(
        text!(
            "Orden inom citattecken i ”{written}” syns bara när någon håller muspekaren över länken.",
            "The words in quotation marks in “{written}” are seen only when somebody points at the link."
        ),
        text!(
            "Hör de till texten: skriv dem där. Annars: ta bort dem.",
            "If they belong to the text: write them there. Otherwise remove them."
        ),
    )
}
