//! What in the Markdown of a body a page cannot show.

mod lost;
mod markup;
mod told;

use std::sync::Arc;
use told::Told;

use super::excerpt::excerpt;
use crate::diagnostic::{Code, Problem, Source};
use crate::markdown::{Remark, RemarkKind};
use crate::model::document::Body;
use crate::text;

/// More remarks than this are only counted: nobody mends more before running the program again.
const MOST: usize = 300;

/// The remarks of a body's outline as problems, and how many more there are.
pub fn problems(source: &Arc<Source>, body: &Body) -> (Vec<Problem>, usize) {
    let remarks = &body.outline.remarks;
    let told = remarks.iter().take(MOST).map(|remark| problem(source, body, remark));
    (told.collect(), remarks.len().saturating_sub(MOST))
}

fn problem(source: &Arc<Source>, body: &Body, remark: &Remark) -> Problem {
    let span = body.start + remark.span.start..body.start + remark.span.end;
    let written = excerpt(source.text.get(span.clone()).unwrap_or(""));
    let (code, message, help): Told = match remark.what {
        RemarkKind::LostText => lost::text(&written),
        RemarkKind::LostCells { cells, columns } => lost::cells(cells, columns),
        RemarkKind::UnusedDefinition => lost::definition(&written),
        RemarkKind::FenceWords => lost::fence_words(&written),
        RemarkKind::MarkInNumber => lost::sign(&written),
        RemarkKind::UnknownNote => lost::note(&written),
        RemarkKind::NoteWithin => lost::note_within(&written),
        RemarkKind::BrokenAddress => lost::address(&written),
        RemarkKind::UnclosedFence => markup::unclosed_fence(&written),
        RemarkKind::IndentedText => markup::indented(),
        RemarkKind::LineInTable => markup::line_in_table(&written),
        RemarkKind::NoteAsHeading => markup::note_as_heading(&written),
        RemarkKind::MarkWithoutBlank => markup::mark_without_blank(&written),
        RemarkKind::MarkBeforeHardBlank => markup::mark_before_hard_blank(&written),
        RemarkKind::LooseMark => markup::loose_mark(&written),
        RemarkKind::StrangeBullet => markup::bullet(&written),
        RemarkKind::LinesAsItems => markup::lines_as_items(&written),
        RemarkKind::JoinedItem(ref proposed) => markup::joined_item(&written, proposed),
        RemarkKind::Tabs => markup::tabs(&written),
        RemarkKind::HardBlankBeforeMark => markup::hard_blank_before_mark(&written),
        RemarkKind::TooManyHashes => markup::too_many_hashes(&written),
        RemarkKind::PipesAsText => markup::pipes(&written),
        RemarkKind::ForeignMark => markup::foreign(&written),
        RemarkKind::QuoteOfNumber => markup::quote_of_number(&written),
        RemarkKind::LineAsHeading => markup::line_as_heading(&written),
        RemarkKind::TitleOnly => markup::title_only(&written),
        RemarkKind::RawHtml => (
            Code::RawHtml,
            text!(
                "HTML-koden ”{written}” visas som text på sidan: texten skrivs i Markdown, inte i HTML.",
                "The HTML “{written}” is shown as text on the page: texts are written in Markdown, not in HTML."
            ),
            text!(
                "Skriv det i Markdown: **fetstil**, *kursiv*, [länktext](adress), eller ta bort koden.",
                "Write it in Markdown: **bold**, *italics*, [link text](address), or remove the code."
            ),
        ),
        RemarkKind::CommentDropped => (
            Code::RawHtml,
            text!(
                "Kommentaren visas inte på sidan, men ligger kvar i filen.",
                "The comment is not shown on the page, but stays in the file."
            ),
            text!("Ta bort den när den inte behövs.", "Remove it when it is not needed."),
        ),
        RemarkKind::UnsafeLink(ref scheme) if scheme.len() == 1 || scheme == "file" => (
            Code::UnsafeLink,
            text!(
                "Länken ”{written}” leder till en fil på din egen dator, som inte följer med webbplatsen.",
                "The link “{written}” leads to a file on your own computer, which is no part of the site."
            ),
            text!(
                "Lägg filen i mappen content, bredvid dokumentet, och skriv bara dess namn.",
                "Put the file in the folder content, beside the document, and write its name only."
            ),
        ),
        RemarkKind::UnsafeLink(_) => (
            Code::UnsafeLink,
            text!(
                "Länken ”{written}” leder till en typ av adress som inte är tillåten.",
                "The link “{written}” leads to a kind of address that is not allowed."
            ),
            text!(
                "Länkar får börja med https:, http:, mailto: eller tel:, eller leda till en fil i arkivet. Ändra eller ta bort länken.",
                "Links may begin with https:, http:, mailto: or tel:, or lead to a file of the archive. Change or remove the link."
            ),
        ),
        RemarkKind::ImageElsewhere => (
            Code::UnsafeLink,
            text!(
                "Bilden ”{written}” ligger på en annan webbplats. Där kan den tas bort, och webbläsaren skulle hämta den därifrån, så den visas inte.",
                "The image “{written}” is on another website. It may be removed there, and the browser would fetch it from there, so it is not shown."
            ),
            text!(
                "Spara bilden i dokumentets mapp och skriv filens namn, ![…](….jpg), eller länka till sidan: [länktext](https://…).",
                "Save the image in the document's folder and write the file's name, ![…](….jpg), or link to the page: [link text](https://…)."
            ),
        ),
        RemarkKind::BrokenLink => (
            Code::LinkMissing,
            text!(
                "”{written}” är skrivet som en länk, men leder ingenstans.",
                "“{written}” is written as a link, but leads nowhere."
            ),
            text!(
                "Skriv länken som [länktext](fil.md), utan blanksteg mellan parenteserna. Innehåller filnamnet blanksteg: [länktext](<mitt namn.md>).",
                "Write the link as [link text](file.md), without blanks between the brackets. If the file name has blanks: [link text](<my name.md>)."
            ),
        ),
        RemarkKind::LinkNowhere => (
            Code::LinkMissing,
            text!(
                "Länken ”{written}” har ingen adress och leder ingenstans.",
                "The link “{written}” has no address and leads nowhere."
            ),
            text!(
                "Skriv vart den leder mellan parenteserna, [länktext](fil.md), eller ta bort hakparenteserna och parenteserna.",
                "Write where it leads between the brackets, [link text](file.md), or remove the brackets."
            ),
        ),
        RemarkKind::LinkWithoutText => (
            Code::LinkText,
            text!(
                "Länken ”{written}” har ingen text, så sidan visar adressen i stället.",
                "The link “{written}” has no text, so the page shows its address instead."
            ),
            text!(
                "Skriv mellan hakparenteserna vart länken leder: [vad som finns där](…).",
                "Write between the brackets where the link leads: [what is there](…)."
            ),
        ),
        RemarkKind::EmptyHeading => (
            Code::RawHtml,
            text!("Rubriken är tom och visas inte.", "The heading is empty and not shown."),
            text!(
                "Skriv en rubrik efter #, eller ta bort raden.",
                "Write a heading after #, or remove the line."
            ),
        ),
        RemarkKind::UnusedNote => (
            Code::AnchorMissing,
            text!(
                "Ingenting i texten hänvisar till fotnoten, eller så finns två med samma namn.",
                "Nothing in the text refers to the footnote, or there are two of one name."
            ),
            text!(
                "Skriv [^namn] där noten hör hemma, och ge varje not ett eget namn.",
                "Write [^name] where the note belongs, and give each note a name of its own."
            ),
        ),
        RemarkKind::EmptyNote => (
            Code::AnchorMissing,
            text!(
                "Fotnoten är tom: den som följer hänvisningen hittar ingenting.",
                "The footnote is empty: whoever follows the reference finds nothing."
            ),
            text!(
                "Skriv fotnotens text efter kolonet, eller ta bort den och hänvisningen.",
                "Write the footnote's text after the colon, or remove it and the reference."
            ),
        ),
        RemarkKind::ImageWithoutAlt => (
            Code::ImageAltMissing,
            text!(
                "Bilden ”{written}” saknar text för den som inte ser den.",
                "The image “{written}” has no text for those who do not see it."
            ),
            text!(
                "Skriv vad bilden visar mellan hakparenteserna: ![Två personer skriver under ett papper](bild.jpg)",
                "Write what the image shows between the brackets: ![Two people signing a paper](image.jpg)"
            ),
        ),
    };
    Problem::at(code, source, span, message, help)
}
