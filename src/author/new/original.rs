//! The file that a draft is made from: it is put beside the draft as its original, and its text
//! becomes the draft's.

use std::path::Path;

use super::existing::ExistingContent;
use super::new_file::quoted;
use crate::author::attachment::SafeName;
use crate::author::disk::{exists, on_disk, write_new};
use crate::failure::Failure;
use crate::import::{Suggestions, below_title, without_title};
use crate::language::{Language, capitalised};
use crate::model::{ContentPath, ContentPathBuf};

/// A file that a draft is made from.
#[derive(Debug, Clone, Copy)]
pub struct Original<'a> {
    /// Its name as it was given.
    pub name: &'a str,
    pub bytes: &'a [u8],
    /// Its text as Markdown.
    pub text: &'a str,
    /// Whether the text was recognised in a picture.
    pub recognised: bool,
    /// Whether it is a picture without text.
    pub scanned: bool,
    pub suggestions: &'a Suggestions,
}

impl Original<'_> {
    /// Puts the file in a folder under a safe name; `None` if it is of a type that is no original, such
    /// as a web page.
    pub(super) fn store(
        &self,
        content: &Path,
        folder: ContentPath<'_>,
        existing: &ExistingContent,
    ) -> Result<Option<ContentPathBuf>, Failure> {
        let Some(safe) = SafeName::of(self.name) else { return Ok(None) };
        let paths = safe.candidates().map(|name| folder.join(&name));
        let free = |path: &ContentPathBuf| {
            existing.is_fresh(path.as_path()) && !exists(&on_disk(content, path.as_str()))
        };
        let Some(path) = paths.into_iter().find(free) else { return Ok(None) };
        write_new(&on_disk(content, path.as_str()), self.bytes)?;
        Ok(Some(path))
    }

    /// Its text as it stands below the title of the draft, of which these keys are known.
    pub(super) fn body(&self, known: &[(&'static str, String)]) -> String {
        // The title is written as the value of its key.
        let is_title = |heading: &str| known.contains(&("title", quoted(heading)));
        let title = self.suggestions.title.as_deref().filter(|title| is_title(title));
        let text = without_title(self.text, title.unwrap_or_default());
        below_title(&text).into_owned()
    }

    /// The lines of the front matter: the suggestions as comments, if they are to stand there, and the
    /// file as the original.
    pub(super) fn lines(
        &self,
        stored: Option<&ContentPathBuf>,
        language: Language,
        suggests: bool,
    ) -> String {
        let mut lines = if suggests { self.comments(language) } else { String::new() };
        if let Some(path) = stored {
            let (file, title) = (quoted(path.as_path().name()), quoted(&self.title(language)));
            lines.push_str(&format!(
                "\n[[attachments]]\nfile = {file}\ntitle = {title}\noriginal = true\n"
            ));
            if self.scanned {
                lines.push_str("text = \"scanned\"\n");
            } else if self.recognised {
                lines.push_str("text = \"ocr\"\n");
            }
        }
        lines
    }

    /// What the file is called for readers: its own name if it was written in words, otherwise the title
    /// that its text has, or its kind and year.
    fn title(&self, language: Language) -> String {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let Suggestions { title, kind, year, .. } = self.suggestions;
        // A link or a form of letters is no title.
        let is_plain = |title: &&String| !title.contains(['[', '*', '`', '<', '|']);
        match (title.as_ref().filter(is_plain), kind) {
            _ if name.trim().contains(' ') => name.to_owned(),
            (Some(title), _) => title.clone(),
            (None, Some(kind)) => {
                let kind = capitalised(kind.facts().name.in_language(language));
                year.map_or_else(|| kind.clone(), |year| format!("{kind} {year}"))
            }
            (None, None) => name.to_owned(),
        }
    }

    fn comments(&self, language: Language) -> String {
        let Suggestions { title, period, signed, days, signatories, .. } = self.suggestions;
        let mut found: Vec<String> = Vec::new();
        found.extend(title.as_ref().map(|title| format!("title = {}", quoted(title))));
        let period = period.as_ref();
        found.extend(period.map(|it| format!("period = {}  (”{}”)", it.written(), it.words)));
        let day = signed.as_ref();
        found.extend(day.map(|day| format!("signed = {}  (”{}”)", day.value, day.words)));
        for day in days.iter().filter(|day| signed.as_ref() != Some(*day)) {
            found.push(format!("{}  (”{}”)", day.value, day.words));
        }
        for one in signatories {
            let (name, role) = (quoted(&one.name), quoted(&one.role));
            found.push(format!("[[signatories]] name = {name}, role = {role}"));
        }
        if found.is_empty() {
            return String::new();
        }
        let heading = match language {
            Language::Swedish => "# Förslag ur filens text, att jämföra med källan:",
            Language::English => "# Suggestions from the file's text, to compare with the source:",
        };
        let clean = |line: &String| line.replace(char::is_control, " ");
        let lines: String = found.iter().map(|line| format!("# {}\n", clean(line))).collect();
        format!("{heading}\n{lines}")
    }
}
