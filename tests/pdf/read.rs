//! Making PDFs, and reading them back.

use std::path::{Path, PathBuf};
use std::process::Command;

use loftesarkiv::pdf::{self, PdfOptions, PictureSource, no_pictures};

/// A PDF that has been read back.
pub struct PdfRead {
    pub pages: Vec<Vec<WordRead>>,
}

/// A word with its box, from the top left corner.
#[derive(Debug)]
pub struct WordRead {
    pub text: String,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// The size of a page, and where its margins begin.
pub const PAGE: (f32, f32) = (595.28, 841.89);
const TOP: f32 = 60.0;
const BOTTOM: f32 = PAGE.1 - 60.0;

/// Makes the PDF of a page without pictures and reads it back, in the order in which it is drawn.
pub fn pdf_of(name: &str, html: &str) -> PdfRead {
    pdf_with(name, html, &no_pictures)
}

/// Makes the PDF of a page with its pictures and reads it back.
pub fn pdf_with(name: &str, html: &str, pictures: PictureSource<'_>) -> PdfRead {
    let made = pdf::document(html, pictures, &PdfOptions::on(jiff::civil::date(2026, 11, 22)));
    let bytes = made.unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let file = kept(name);
    std::fs::write(&file, bytes).expect("a file");
    let read = Command::new("pdftotext").args(["-raw", "-bbox"]).arg(&file).arg("-").output();
    let read = read.expect("pdftotext, of poppler-utils");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    removed(&file);
    let text = String::from_utf8(read.stdout).expect("UTF-8");
    let pages = text.split("<page ").skip(1).map(|page| {
        page.lines().filter(|line| line.trim_start().starts_with("<word ")).map(word).collect()
    });
    PdfRead { pages: pages.collect() }
}

/// A page with this `main`.
pub fn page_of(main: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"sv\">\n<head><title>Titel – Arkivet</title></head>\n\
         <body>\n<main>{main}</main>\n</body>\n</html>\n"
    )
}

/// Removes a PDF, unless it is to be kept.
pub fn removed(file: &Path) {
    if std::env::var_os("PDFS").is_none() {
        std::fs::remove_file(file).expect("a removal");
    }
}

/// Where a PDF is made.
pub fn kept(name: &str) -> PathBuf {
    let name = name.trim_end_matches(".html").replace('/', "_") + ".pdf";
    match std::env::var_os("PDFS") {
        Some(folder) => {
            std::fs::create_dir_all(&folder).expect("a folder");
            PathBuf::from(folder).join(name)
        }
        None => std::env::temp_dir().join(format!("loftesarkiv-{}-{name}", std::process::id())),
    }
}

fn word(line: &str) -> WordRead {
    let number = |name: &str| {
        let after = line.split_once(&format!("{name}=\"")).map_or("", |(_, after)| after);
        after.split_once('"').and_then(|(number, _)| number.parse().ok()).expect("a number")
    };
    let text = line.split_once('>').map_or("", |(_, after)| after);
    let text = text.rsplit_once("</word>").map_or(text, |(text, _)| text);
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    WordRead {
        text: text.replace("&apos;", "'").replace("&amp;", "&"),
        left: number("xMin"),
        top: number("yMin"),
        right: number("xMax"),
        bottom: number("yMax"),
    }
}

impl PdfRead {
    /// The words of the text, without those of the margins. Nothing may be outside the page, or
    /// outside the text's own margins.
    pub fn words(&self) -> Vec<&WordRead> {
        let all: Vec<&WordRead> = self.pages.iter().flatten().collect();
        for word in &all {
            let inside = word.left > 40.0 && word.right < PAGE.0 - 40.0;
            assert!(inside && word.top > 20.0 && word.bottom < PAGE.1 - 20.0, "{word:?}");
        }
        all.into_iter().filter(|word| word.top > TOP && word.bottom < BOTTOM).collect()
    }

    /// The text, in words. Those that were divided at the end of a line are whole again.
    pub fn text(&self) -> Vec<String> {
        self.text_without(&[])
    }

    /// The text without these heads of tables where a page begins by repeating one.
    pub fn text_without(&self, heads: &[Vec<String>]) -> Vec<String> {
        let all = self.words();
        let mut kept = Vec::new();
        for (number, page) in self.pages.iter().enumerate() {
            let on_page = |word: &&&WordRead| page.iter().any(|own| std::ptr::eq(own, **word));
            let words: Vec<&WordRead> = all.iter().filter(on_page).copied().collect();
            let begins = |head: &&Vec<String>| {
                let mut first: Vec<&str> =
                    words.iter().take(head.len()).map(|word| word.text.as_str()).collect();
                let mut head: Vec<&str> = head.iter().map(String::as_str).collect();
                first.sort_unstable();
                head.sort_unstable();
                !head.is_empty() && first == head
            };
            let repeated = heads.iter().filter(|_| number > 0).find(begins);
            kept.extend(words.into_iter().skip(repeated.map_or(0, Vec::len)));
        }
        let mut words: Vec<String> = Vec::new();
        let mut divided = false;
        for word in kept {
            let part = word.text.trim_end_matches('\u{ad}');
            match words.last_mut().filter(|_| divided) {
                Some(last) => last.push_str(part),
                None => words.push(part.to_owned()),
            }
            divided = part.len() < word.text.len();
        }
        words
    }
}
