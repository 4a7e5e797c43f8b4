//! On which terms the data may be used, and whether a catalogue can say so.

use crate::archive::Archive;
use crate::model::settings::Licence;

/// The address of a licence, exactly as the national portal knows it.
pub fn licence_url(licence: Licence) -> &'static str {
    match licence {
        Licence::Zero => "http://creativecommons.org/publicdomain/zero/1.0/",
        Licence::Attribution => "http://creativecommons.org/licenses/by/4.0/",
    }
}

/// Whether the site states all that a catalogue must say.
pub fn has_catalogue(archive: &Archive) -> bool {
    lacking_for_catalogue(archive).is_empty()
}

/// What a catalogue must say and `site.toml` does not state: keys and tables, as they are written there.
pub fn lacking_for_catalogue(archive: &Archive) -> Vec<&'static str> {
    let settings = &archive.settings;
    let stated = [
        ("base_url", settings.base_url.is_some()),
        ("[archive]", settings.archive.is_some()),
        ("[data]", settings.data.is_some()),
    ];
    stated.into_iter().filter(|(_, is_stated)| !is_stated).map(|(key, _)| key).collect()
}

/// The address of the data's licence, if it has one.
pub fn licence_of(archive: &Archive) -> Option<&'static str> {
    archive.settings.data.as_ref().map(|data| licence_url(data.licence))
}
