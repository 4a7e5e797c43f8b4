//! The `<title>` of every document: its own title, with the place if the title does not name it,
//! and the period or date if two would be equal (WCAG 2.4.2).

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::archive::{Archive, Linked};
use crate::language::Labels;
use crate::model::document::Agreement;
use crate::model::{Address, DocId, PlaceId, date_in_list};
use crate::piece::PIECE;

/// The unique title of every document, without the site's title.
pub fn of_documents(archive: &Archive, labels: &Labels) -> Vec<String> {
    let documents = archive.documents.par_iter().with_max_len(PIECE);
    let mut titles: Vec<String> =
        documents.map(|linked| with_places(archive, linked, labels)).collect();
    let qualifiers: [fn(&Archive, &Linked) -> Option<String>; 2] = [period_or_date, address];
    for qualify in qualifiers {
        let mut same: BTreeMap<&str, Vec<DocId>> = BTreeMap::new();
        for (n, title) in titles.iter().enumerate().filter(|(n, _)| archive.documents[*n].published)
        {
            same.entry(title).or_default().push(DocId::nth(n));
        }
        let equal: Vec<DocId> = same.into_values().filter(|ids| ids.len() > 1).flatten().collect();
        for id in equal {
            if let Some(qualifier) = qualify(archive, archive.document(id)) {
                let title = &mut titles[id.index()];
                *title = format!("{title} ({qualifier})");
            }
        }
    }
    titles
}

fn with_places(archive: &Archive, linked: &Linked, labels: &Labels) -> String {
    let title = &linked.document.common.title.value;
    let name = |id: &PlaceId| archive.place(*id).short_name().to_owned();
    let names: Vec<String> = archive.shown_places(linked).iter().map(name).collect();
    match names.as_slice() {
        [] => title.clone(),
        names if names.iter().all(|name| title.contains(name.as_str())) => title.clone(),
        names if names.len() <= 3 => format!("{title} – {}", names.join(", ")),
        names => {
            let many =
                labels.get("many_municipalities").replace("{count}", &names.len().to_string());
            format!("{title} – {many}")
        }
    }
}

fn period_or_date(archive: &Archive, linked: &Linked) -> Option<String> {
    let language = archive.settings.language;
    let period = linked.document.agreement().and_then(Agreement::period);
    if let Some(period) = period {
        let words = |date| date_in_list(language, date);
        let (from, until) = (period.from().map(words), period.until().map(words));
        match (from, until) {
            (Some(from), Some(until)) if until == from => return Some(from),
            (Some(from), Some(until)) => return Some(format!("{from}–{until}")),
            (Some(from), None) => return Some(format!("{from}–")),
            (None, Some(until)) => return Some(format!("–{until}")),
            (None, None) => {}
        }
    }
    linked.effective.map(|effective| date_in_list(language, effective.date))
}

/// The last resort, which is always unique.
fn address(_: &Archive, linked: &Linked) -> Option<String> {
    let address: &Address = &linked.document.address;
    Some(address.as_str().trim_end_matches(".html").to_owned())
}
