//! The few texts that pages need before they are rendered: titles and the names in "Du är här". They
//! come from the theme's strings, table `[labels]`, like every other text.

/// Titles of the pages that no document names. `{…}` stands for what is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    pub start: String,
    pub municipalities: String,
    pub police_areas: String,
    pub districts: String,
    pub places: String,
    pub years: String,
    /// `{year}`
    pub year: String,
    pub subjects: String,
    /// `{label}`
    pub subject: String,
    pub documents: String,
    pub accessibility: String,
    pub not_found: String,
    /// `{title}`
    pub moved: String,
    /// `{address}`
    pub withdrawn: String,
    /// `{title}`: the embedded version of a timeline.
    pub embedded: String,
    /// `{count}`: "6 kommuner", in the title of a document that concerns many.
    pub many_municipalities: String,
    pub municipality: String,
    pub police_area: String,
    pub district: String,
}

impl Labels {
    /// The labels that a string file has under `labels.`.
    pub fn of(text: impl Fn(&str) -> String) -> Labels {
        Labels {
            start: text("labels.start"),
            municipalities: text("labels.municipalities"),
            police_areas: text("labels.police_areas"),
            districts: text("labels.districts"),
            places: text("labels.places"),
            years: text("labels.years"),
            year: text("labels.year"),
            subjects: text("labels.subjects"),
            subject: text("labels.subject"),
            documents: text("labels.documents"),
            accessibility: text("labels.accessibility"),
            not_found: text("labels.not_found"),
            moved: text("labels.moved"),
            withdrawn: text("labels.withdrawn"),
            embedded: text("labels.embedded"),
            many_municipalities: text("labels.many_municipalities"),
            municipality: text("labels.municipality"),
            police_area: text("labels.police_area"),
            district: text("labels.district"),
        }
    }
}
