//! Events of documents and their attachments.

use super::texts::{Text, with_key, with_table};
use super::{Document, History, Kind};

impl History {
    /// A path in some place that no document has ever had.
    fn fresh_path(&mut self, kind: Kind, year: usize) -> String {
        let place = self.random.below(self.places.len());
        let (folder, number) = (self.places[place].folder.clone(), self.number());
        format!("{folder}/{year}/{}-{number}.md", format!("{kind:?}").to_lowercase())
    }

    fn one_that_is(&mut self, fits: impl Fn(Kind) -> bool) -> Option<Document> {
        let fitting: Vec<Document> =
            self.documents.iter().filter(|document| fits(document.kind)).cloned().collect();
        self.one_of(fitting.len()).map(|at| fitting[at].clone())
    }

    pub fn add(&mut self) {
        let year = 2016 + self.random.below(6);
        let kind = match self.random.below(8) {
            0 | 1 => Kind::Agreement,
            2..5 => Kind::Pledge,
            5 | 6 => Kind::FollowUp,
            _ => Kind::Notice,
        };
        let other = match kind {
            Kind::Agreement | Kind::Pledge => self.one_that_is(|kind| kind == Kind::Agreement),
            Kind::FollowUp => {
                self.one_that_is(|kind| matches!(kind, Kind::Agreement | Kind::Pledge))
            }
            Kind::Notice => self.one_that_is(|_| true),
        };
        // There is nothing to follow up yet.
        let kind = if other.is_none() && kind == Kind::FollowUp { Kind::Notice } else { kind };
        let path = self.fresh_path(kind, year);
        let refers_to = other.as_ref().map(|other| other.path.as_str());
        let text = Text { number: self.next, year, refers_to };
        let text = match kind {
            Kind::Agreement => text.agreement(),
            Kind::Pledge => text.pledge(),
            Kind::FollowUp => {
                text.follow_up(other.as_ref().is_some_and(|other| other.kind == Kind::Pledge))
            }
            Kind::Notice => text.notice(),
        };
        self.write(&format!("content/{path}"), text);
        self.tell(format!("add {path}"));
        self.documents.push(Document { path, year, kind, earlier: Vec::new() });
    }

    pub fn edit(&mut self) {
        let Some(at) = self.one_of(self.documents.len()) else { return self.add() };
        let path = format!("content/{}", self.documents[at].path);
        let text = self.read(&path);
        let number = self.random.below(1000);
        let text = match self.random.below(3) {
            0 => text.replace("title = \"Handling", "title = \"En handling"),
            1 => text.replace("focus = [\"", &format!("focus = [\"ämne {}\", \"", number % 5)),
            _ => text + &format!("\nTillägg {number}.\n"),
        };
        self.write(&path, text);
        self.tell(format!("edit {path}"));
    }

    pub fn rename(&mut self) {
        let Some(at) = self.one_of(self.documents.len()) else { return self.add() };
        let Document { kind, year, .. } = self.documents[at];
        let new = self.fresh_path(kind, year);
        self.move_document(at, new);
    }

    /// Moves a document back to an earlier path, if there still is a place there.
    pub fn move_back(&mut self) {
        let been: Vec<usize> = (0..self.documents.len())
            .filter(|at| !self.documents[*at].earlier.is_empty())
            .collect();
        let Some(at) = self.one_of(been.len()) else { return self.rename() };
        let at = been[at];
        let earlier = &self.documents[at].earlier;
        let path = earlier[self.random.below(earlier.len())].clone();
        let in_place =
            self.places.iter().any(|place| path.starts_with(&format!("{}/", place.folder)));
        if in_place && !self.site.path(&format!("content/{path}")).exists() {
            self.move_document(at, path);
        }
    }

    fn move_document(&mut self, at: usize, new: String) {
        let old = self.documents[at].path.clone();
        self.tell(format!("move {old} {new}"));
        let [from, to] = [&old, &new].map(|path| format!("content/{path}"));
        let moved = self.site.run(&["move", &from, &to]);
        assert_eq!(moved.status, 0, "{}\n{}", self.told(), moved.stderr);
        self.documents[at].earlier.push(old);
        self.documents[at].path = new;
    }

    /// As an editor does who does not know of `move`: a build that would lose the address says so,
    /// and the alias is written by hand.
    pub fn rename_by_hand(&mut self) {
        let Some(at) = self.one_of(self.documents.len()) else { return self.add() };
        let Document { path: old, kind, year, .. } = self.documents[at].clone();
        let text = self.read(&format!("content/{old}"));
        if text.contains("aliases") || text.contains("file = ") || self.is_said(stem(&old), &old) {
            return self.rename();
        }
        let new = self.fresh_path(kind, year);
        self.tell(format!("by hand, move {old} {new}"));
        self.remove(&format!("content/{old}"));
        self.write(&format!("content/{new}"), &text);
        let lost = self.what_is_lost();
        if !lost.is_empty() {
            let aliases = format!("aliases = [\"{}\"]", lost.join("\", \""));
            self.write(&format!("content/{new}"), with_key(&text, &aliases));
        }
        self.documents[at].earlier.push(old);
        self.documents[at].path = new;
    }

    pub fn withdraw(&mut self) {
        let Some(at) = self.one_of(self.documents.len()) else { return self.add() };
        let path = self.documents[at].path.clone();
        let text = self.read(&format!("content/{path}"));
        if text.contains("file = ") || self.is_said(stem(&path), &path) {
            return self.edit();
        }
        self.tell(format!("withdraw {path}"));
        self.remove(&format!("content/{path}"));
        self.documents.remove(at);
        self.withdraw_what_is_lost();
    }

    pub fn attach(&mut self) {
        let Some(at) = self.one_of(self.documents.len()) else { return self.add() };
        let path = self.documents[at].path.clone();
        let number = self.number();
        let folder = path.rsplit_once('/').expect("a folder").0;
        let image = self.random.below(2) == 0;
        let name = format!("bilaga-{number}.{}", if image { "gif" } else { "pdf" });
        let table = if image {
            format!("[[images]]\nfile = \"{name}\"\nalt = \"Ett torg.\"\n")
        } else {
            format!(
                "[[attachments]]\nfile = \"{name}\"\ntitle = \"Bilaga {number}\"\ntext = \"searchable\"\n"
            )
        };
        let attached = format!("{folder}/{name}");
        self.write(
            &format!("content/{attached}"),
            if image {
                format!("GIF89a bytes {number},")
            } else {
                format!("%PDF-1.7 bytes {number}")
            },
        );
        let text = self.read(&format!("content/{path}"));
        self.write(&format!("content/{path}"), with_table(&text, &table));
        self.tell(format!("attach {attached} to {path}"));
        self.attachments.push(attached);
    }

    pub fn replace_attachment(&mut self) {
        let Some(at) = self.one_of(self.attachments.len()) else { return self.attach() };
        let path = self.attachments[at].clone();
        let bytes = format!("bytes {}", self.number());
        self.write(&format!("content/{path}"), bytes);
        self.tell(format!("replace {path}"));
    }

    /// Removes the file, and its table in whichever document has it.
    pub fn withdraw_attachment(&mut self) {
        let Some(at) = self.one_of(self.attachments.len()) else { return self.attach() };
        let path = self.attachments.remove(at);
        self.tell(format!("withdraw {path}"));
        let name = path.rsplit('/').next().expect("a name").to_owned();
        for document in &self.documents {
            let file = format!("content/{}", document.path);
            let text = self.read(&file);
            let Some(said) = text.find(&name) else { continue };
            let start = text[..said].rfind("[[").expect("a table");
            let length = text[said..].find("\n\n[[").or(text[said..].find("+++")).expect("an end");
            self.write(&file, format!("{}{}", &text[..start], &text[said + length..]));
        }
        self.remove(&format!("content/{path}"));
        self.withdraw_what_is_lost();
    }

    /// Adds an alias from somewhere else entirely; or removes one again, which only a withdrawal
    /// can make up for.
    pub fn add_alias(&mut self) {
        let Some(at) = self.one_of(self.documents.len()) else { return self.add() };
        let path = format!("content/{}", self.documents[at].path);
        let text = self.read(&path);
        let number = self.number();
        if let Some(start) = text.find("aliases = [\"gammalt/") {
            let end = text[start..].find('\n').expect("a line") + start + 1;
            self.tell(format!("strike the alias of {path}"));
            self.write(&path, format!("{}{}", &text[..start], &text[end..]));
            self.withdraw_what_is_lost();
        } else if !text.contains("aliases = ") {
            self.tell(format!("alias gammalt/{number}.html of {path}"));
            let key = format!("aliases = [\"gammalt/{number}.html\"]");
            self.write(&path, with_key(&text, &key));
        }
    }
}

/// The name by which a document is referred to; no other has the same.
fn stem(path: &str) -> &str {
    path.rsplit('/').next().expect("a name")
}
