//! Events of places, of the whole site, and of the date.

use super::texts;
use super::{History, Place, PlaceKind};

/// The folders of municipalities; a place may move from one to the other.
const LISTS: [&str; 2] = ["kommuner", "orter/sodra"];

impl History {
    pub fn add_municipality(&mut self) {
        let has =
            |n: &usize| self.places.iter().any(|place| place.kind == PlaceKind::Municipality(*n));
        let Some(n) = (0..texts::MUNICIPALITIES.len()).find(|n| !has(n)) else { return };
        let number = self.number();
        let folder = format!("{}/ort-{number}", LISTS[self.random.below(2)]);
        self.add_place_as(folder, PlaceKind::Municipality(n), texts::municipality(n));
    }

    fn add_place_as(&mut self, folder: String, kind: PlaceKind, text: String) {
        self.write(&format!("content/{folder}/index.md"), text);
        self.tell(format!("add {folder}"));
        self.places.push(Place { folder, kind });
    }

    pub fn add_place(&mut self) {
        let municipalities: Vec<String> = self
            .places
            .iter()
            .filter(|place| matches!(place.kind, PlaceKind::Municipality(_)))
            .map(|place| place.folder.clone())
            .collect();
        let Some(at) = self.one_of(municipalities.len()) else { return self.add_municipality() };
        let folder = &municipalities[at];
        let id = folder.rsplit('/').next().expect("a name");
        let number = self.number();
        match self.random.below(3) {
            0 => self.add_municipality(),
            1 => {
                let text = texts::district(number, id);
                let district = format!("{folder}/stadsdelar/del-{number}");
                self.add_place_as(district, PlaceKind::District, text);
            }
            _ => {
                let text = texts::police_area(number, id);
                let area = format!("lokalpolisomraden/lpo-{number}");
                self.add_place_as(area, PlaceKind::PoliceArea, text);
            }
        }
    }

    /// Gives a place another folder, and thereby another id.
    pub fn move_place(&mut self) {
        let at = self.random.below(self.places.len());
        let Place { folder: old, kind } = self.places[at].clone();
        let number = self.number();
        let new = match kind {
            PlaceKind::Municipality(_) => {
                format!("{}/ort-{number}", LISTS[self.random.below(2)])
            }
            PlaceKind::District => {
                let above = old.rsplit_once('/').expect("a folder").0;
                format!("{above}/del-{number}")
            }
            PlaceKind::PoliceArea => format!("lokalpolisomraden/lpo-{number}"),
        };
        self.tell(format!("move {old} {new}"));
        let [from, to] = [&old, &new].map(|folder| format!("content/{folder}"));
        let moved = self.site.run(&["move", &from, &to]);
        assert_eq!(moved.status, 0, "{}\n{}", self.told(), moved.stderr);
        let moved = |path: &mut String| {
            if let Some(rest) = path.strip_prefix(&old)
                && (rest.is_empty() || rest.starts_with('/'))
            {
                *path = format!("{new}{rest}");
            }
        };
        self.places.iter_mut().for_each(|place| moved(&mut place.folder));
        self.attachments.iter_mut().for_each(moved);
        for document in &mut self.documents {
            let before = document.path.clone();
            moved(&mut document.path);
            if document.path != before {
                document.earlier.push(before);
            }
        }
    }

    /// Withdraws a place with all its documents, unless something elsewhere needs one of them.
    pub fn withdraw_place(&mut self) {
        let at = self.random.below(self.places.len());
        let folder = self.places[at].folder.clone();
        let inside = |path: &str| path.starts_with(&format!("{folder}/"));
        let id = folder.rsplit('/').next().expect("a name");
        let documents = self.documents.iter().map(|document| &document.path);
        let is_needed = documents
            .chain(&self.attachments)
            .filter(|path| inside(path))
            .filter_map(|path| path.rsplit('/').next())
            .chain([&*format!("\"{id}\"")])
            .any(|name| self.is_said(name, &format!("{folder}/")));
        let is_last = !self.places.iter().any(|place| {
            matches!(place.kind, PlaceKind::Municipality(_)) && place.folder != folder
        });
        if is_last || is_needed {
            return self.edit();
        }
        self.tell(format!("withdraw {folder}"));
        std::fs::remove_dir_all(self.site.path(&format!("content/{folder}"))).expect("a folder");
        self.places.retain(|place| place.folder != folder && !inside(&place.folder));
        self.documents.retain(|document| !inside(&document.path));
        self.attachments.retain(|path| !inside(path));
        self.withdraw_what_is_lost();
    }

    /// Feeds and the sitemap exist only with the site's address, and its name is on every page.
    pub fn change_settings(&mut self) {
        if self.random.below(2) == 0 {
            self.base_url = !self.base_url;
        } else {
            self.title += 1;
        }
        self.tell(format!("settings {} {}", self.title, self.base_url));
        self.write("site.toml", texts::settings(self.title, self.base_url));
    }

    pub fn next_day(&mut self) {
        self.year += 1;
        self.tell(format!("day {}", self.year));
        for site in [&mut self.site, &mut self.cold] {
            site.set_today(&format!("{}-06-01", self.year));
        }
    }
}
