//! Looking up places by the ids that other files use.

use std::collections::HashMap;
use std::sync::Arc;

use super::linked::LinkedPlace;
use crate::content::{excerpt, registered};
use crate::diagnostic::{Code, Problem, Spanned, Text};
use crate::model::place::{Municipality, PlaceKeys};
use crate::model::{Place, PlaceId};
use crate::nearest::{did_you_mean, nearest, slips};
use crate::schema::{Kind, PlaceKind};
use crate::slug;
use crate::text;

/// Place ids by kind and name.
pub struct PlaceIds<'a> {
    ids: HashMap<(Kind, &'a str), PlaceId>,
}

impl<'a> PlaceIds<'a> {
    pub fn new(places: &'a [Arc<Place>], problems: &mut Vec<Problem>) -> PlaceIds<'a> {
        let mut ids: HashMap<(Kind, &str), PlaceId> = HashMap::new();
        for (n, place) in places.iter().enumerate() {
            if let Some(first) = ids.get(&(place.kind(), place.id.as_str())) {
                let first = &places[first.index()].source.path;
                let id = &place.id;
                problems.push(Problem::in_file(
                    Code::DuplicatePlace,
                    &place.source,
                    text!(
                        "”{id}” finns redan: {first} har samma id.",
                        "“{id}” exists already: {first} has the same id."
                    ),
                    text!(
                        "En kommun eller ett område får sitt id av mappens namn. Byt namn på den ena mappen, eller ta bort den ena filen.",
                        "A municipality or area has its id from its folder's name. Rename one of the folders, or remove one of the files."
                    ),
                ));
            } else {
                ids.insert((place.kind(), place.id.as_str()), PlaceId::nth(n));
            }
        }
        duplicate_codes(places, problems);
        PlaceIds { ids }
    }

    pub fn of_linked(places: &'a [LinkedPlace]) -> PlaceIds<'a> {
        let mut ids = HashMap::new();
        for (n, linked) in places.iter().enumerate() {
            ids.entry((linked.place.kind(), linked.place.id.as_str())).or_insert(PlaceId::nth(n));
        }
        PlaceIds { ids }
    }

    pub fn get(&self, kind: Kind, name: &str) -> Option<PlaceId> {
        self.ids.get(&(kind, name)).copied()
    }

    pub fn find(
        &self,
        kind: Kind,
        name: &Spanned<String>,
        place: &Arc<Place>,
        problems: &mut Vec<Problem>,
    ) -> Option<PlaceId> {
        let found = self.get(kind, name);
        if found.is_none() {
            problems.push(self.unknown(kind, name, &place.source));
        }
        found
    }

    pub fn unknown(
        &self,
        kind: Kind,
        name: &Spanned<String>,
        source: &Arc<crate::diagnostic::Source>,
    ) -> Problem {
        let place = kind.place().unwrap_or(PlaceKind::Municipality);
        let (kind_sv, kind_en) = match place {
            PlaceKind::PoliceArea => ("Lokalpolisområdet", "local police area"),
            PlaceKind::District => ("Stadsdelen", "district"),
            PlaceKind::Municipality => ("Kommunen", "municipality"),
        };
        let wanted = slug::segment(name).unwrap_or_default();
        let of_kind = self.ids.keys().filter(|(other, _)| *other == kind).map(|(_, id)| *id);
        let nearest = nearest(&wanted, of_kind, slips(&wanted));
        let name_written = &name.value;
        let help = match nearest {
            Some(id) => did_you_mean(id),
            None => to_be_made(place, name),
        };
        Problem::at(
            Code::UnknownPlace,
            source,
            name.span.clone(),
            text!(
                "{kind_sv} ”{name_written}” finns inte i arkivet.",
                "There is no {kind_en} “{name_written}” in the archive."
            ),
            help,
        )
    }
}

/// What to do about a place that is not there: the command that makes it.
fn to_be_made(place: PlaceKind, name: &str) -> Text {
    let shown = shown(name);
    match (place, registered(name)) {
        (PlaceKind::Municipality, Some(registered)) => {
            let name = registered.name;
            text!(
                "Skapa kommunen: loftesarkiv new municipality \"{name}\"",
                "Make the municipality: loftesarkiv new municipality \"{name}\""
            )
        }
        (PlaceKind::Municipality, None) => text!(
            "Här skrivs namnet på kommunens mapp. Finns den inte: skapa den med loftesarkiv new municipality och kommunens namn.",
            "Write the name of the municipality's folder here. If there is none, make it with loftesarkiv new municipality and the municipality's name."
        ),
        (PlaceKind::PoliceArea, _) => text!(
            "Här skrivs namnet på områdets mapp. Finns den inte, skapa den: loftesarkiv new police-area \"{shown}\"",
            "Write the name of the area's folder here. If there is none, make it: loftesarkiv new police-area \"{shown}\""
        ),
        (PlaceKind::District, _) => text!(
            "Här skrivs namnet på stadsdelens mapp. Finns den inte, skapa den: loftesarkiv new district \"KOMMUN/{shown}\"",
            "Write the name of the district's folder here. If there is none, make it: loftesarkiv new district \"MUNICIPALITY/{shown}\""
        ),
    }
}

/// A name as it can be written in a command, within quotes.
fn shown(name: &str) -> String {
    excerpt(name).replace(['"', '\\', '`', '$'], "")
}

/// Reports every municipality whose code another file already has.
fn duplicate_codes(places: &[Arc<Place>], problems: &mut Vec<Problem>) {
    let mut first: HashMap<&str, &Arc<Place>> = HashMap::new();
    for place in places {
        let PlaceKeys::Municipality(Municipality { code, .. }) = &place.particulars else {
            continue;
        };
        let Some(other) = first.get(code.as_str()) else {
            first.insert(code, place);
            continue;
        };
        // That both have the same id is already reported, and is the more serious fault.
        if other.id == place.id {
            continue;
        }
        let other = &other.source.path;
        problems.push(Problem::in_file(
            Code::DuplicatePlace,
            &place.source,
            text!(
                "Kommunkoden {code} finns redan: {other} har samma kod, så en av dem är en annan kommun än filen säger.",
                "The municipality code {code} exists already: {other} has the same code, so one of them is another municipality than its file says."
            ),
            text!(
                "Rätta koden i den fil där den är fel. Gäller båda filerna samma kommun: behåll en av dem och flytta dokumenten till dess mapp med ”loftesarkiv move”.",
                "Correct the code in the file where it is wrong. If both files are about the same municipality: keep one of them and move the documents to its folder with “loftesarkiv move”."
            ),
        ));
    }
}
