//! The rule that every file in `content/` is a document or one that a document refers to.

use crate::archive::whole::Archive;
use crate::diagnostic::{Code, Problem, Source};
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
