//! The keys of each kind of place.

use super::fields::Table;
use super::municipality;
use crate::diagnostic::{Code, Spanned};
use crate::model::AreaLevel;
use crate::model::place::{
    DatedName, District, Member, Municipality, PlaceBody, PlaceKeys, PoliceArea,
};
use crate::model::register;
use crate::schema::{Kind, PlaceKind};
use crate::text;

/// Reads the keys of a place's own kind. What is required and missing is reported, and left empty.
pub fn particulars(keys: &Table<'_>, kind: PlaceKind, title: &Spanned<String>) -> PlaceKeys {
    match kind {
        PlaceKind::Municipality => PlaceKeys::Municipality(municipality(keys, title)),
        PlaceKind::PoliceArea => PlaceKeys::PoliceArea(police_area(keys)),
        PlaceKind::District => PlaceKeys::District(district(keys)),
    }
}

fn municipality(keys: &Table<'_>, title: &Spanned<String>) -> Municipality {
    let code = keys.need("code", municipality::code(keys, title));
    let name = keys.text("name");
    let bodies = keys.all("bodies", body);
    let registered = code.as_ref().and_then(|code| register::by_code(code));
    if let (Some(code), Some(registered)) = (&code, registered) {
        let written = name.as_ref().into_iter().chain((!title.is_empty()).then_some(title));
        municipality::check_names(keys, code, registered, written);
    }
    let name = match (name, registered) {
        (Some(name), _) => name.value,
        (None, Some(registered)) => registered.name.to_owned(),
        (None, None) => title.value.clone(),
    };
    Municipality { code: code.map(|code| code.value).unwrap_or_default(), name, bodies }
}

fn police_area(keys: &Table<'_>) -> PoliceArea {
    let (from, until) = keys.span_of_time();
    PoliceArea {
        name: keys.string("name"),
        names: keys.all("names", dated_name),
        level: keys.word("level").map_or(AreaLevel::Local, |word| word.value),
        bodies: keys.all("bodies", body),
        region: keys.string("region"),
        police_district: keys.string("police_district"),
        members: keys.all("members", member),
        predecessors: keys.references("predecessors"),
        from,
        until,
    }
}

fn dated_name(keys: &Table<'_>) -> Option<DatedName> {
    let name = keys.need("name", keys.text("name"));
    let (from, until) = keys.span_of_time();
    keys.leftovers();
    Some(DatedName { name: name?, from, until })
}

fn body(keys: &Table<'_>) -> Option<PlaceBody> {
    let name = keys.need("name", keys.string("name"));
    let body_type = keys.word("type").map(|word| word.value);
    let (from, until) = keys.span_of_time();
    keys.leftovers();
    Some(PlaceBody { name: name?, body_type, from, until })
}

fn member(keys: &Table<'_>) -> Option<Member> {
    let written = [
        (Kind::Municipality, keys.text("municipality")),
        (Kind::District, keys.text("district")),
        (Kind::PoliceArea, keys.text("area")),
    ];
    let (from, until) = keys.span_of_time();
    keys.leftovers();
    let mut written = written.into_iter().filter_map(|(kind, id)| Some((kind, id?)));
    let Some((kind, id)) = written.next() else {
        keys.need("municipality", None::<()>);
        return None;
    };
    if let Some((other, _)) = written.next() {
        let (one, other) = (key_of(kind), key_of(other));
        keys.report(
            Code::UnknownKey,
            keys.span(),
            text!(
                "Här står både ”{one}” och ”{other}”, men varje [[members]] är en av dem.",
                "Here stand both “{one}” and “{other}”, but each [[members]] is one of them."
            ),
            text!(
                "Ta bort den ena, eller dela upp dem på två [[members]].",
                "Remove one of them, or make two [[members]] of them."
            ),
        );
    }
    Some(Member { kind, id, from, until })
}

/// The key under which a member of this kind is written.
fn key_of(kind: Kind) -> &'static str {
    if kind == Kind::PoliceArea { "area" } else { kind.as_str() }
}

fn district(keys: &Table<'_>) -> District {
    let municipality = keys.need("municipality", keys.text("municipality"));
    let (from, until) = keys.span_of_time();
    District { municipality: municipality.unwrap_or_default(), from, until }
}
