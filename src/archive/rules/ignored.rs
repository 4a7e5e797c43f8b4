//! The rule that every file in `content/` is a document or one that a document refers to.

use crate::archive::whole::Archive;
use crate::diagnostic::{Code, Problem, Source};
use crate::model::Address;
use crate::text;

/// Reports every file that no document refers to.
pub(super) fn check(archive: &Archive, problems: &mut Vec<Problem>) {
    for file in archive.files.iter().filter(|file| !file.referred) {
        let path = &file.file.path;
        let source = Source::path_only(path.to_string());
        let (message, help) = if path.as_str().to_lowercase().ends_with(".md.txt") {
            (
                text!(
                    "Filen slutar på .md.txt, så den läses inte som ett dokument.",
                    "The file ends in .md.txt, so it is not read as a document."
                ),
                text!(
                    "Byt namn så att den slutar på .md. I Windows: visa filnamnstillägg först.",
                    "Rename it so that it ends in .md. In Windows: show file name extensions first."
                ),
            )
        } else if archive.seals.of_attachment(&path.to_string()).is_some() {
            let address = file.file.address.as_ref().map_or("", Address::as_str);
            (
                text!(
                    "Filen publiceras inte: inget dokument hänvisar till den. Men den ingår i ett årspaket.",
                    "The file is not published: no document refers to it. But it is in a yearly package."
                ),
                text!(
                    "Låt filen ligga, och ange den under [[attachments]] i dokumentet igen. Måste den bort, till exempel för att den har personuppgifter: skriv in beslutet i addresses.toml, under [[withdrawn]] med address = \"{address}\", och ta sedan bort den.",
                    "Leave the file, and give it under [[attachments]] in the document again. If it must go, as when it holds personal data: write the decision in addresses.toml, under [[withdrawn]] with address = \"{address}\", and then remove it."
                ),
            )
        } else {
            (
                text!(
                    "Filen publiceras inte: inget dokument hänvisar till den.",
                    "The file is not published: no document refers to it."
                ),
                text!(
                    "Ange den under [[attachments]] eller [[images]], länka till den, eller flytta den ut ur content.",
                    "Give it under [[attachments]] or [[images]], link to it, or move it out of content."
                ),
            )
        };
        problems.push(Problem::in_file(Code::FileIgnored, &source, message, help));
    }
}
