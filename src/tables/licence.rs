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
    let settings = &archive.settings;
    settings.base_url.is_some() && settings.data.is_some() && settings.archive.is_some()
}

/// The address of the data's licence, if it has one.
pub fn licence_of(archive: &Archive) -> Option<&'static str> {
    archive.settings.data.as_ref().map(|data| licence_url(data.licence))
}
