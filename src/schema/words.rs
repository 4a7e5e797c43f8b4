//! The closed vocabularies that keys may hold. Files use the English word; each has a label in both
//! languages and the other words that editors write for it.

use super::both::{Both, both};

/// An enum of words, each of which is written the same way everywhere.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::serde::Serialize, ::serde::Deserialize,
        )]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// Every word of the vocabulary, in the order of this list.
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// The word as written in front matter, and as templates and data know it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// The value that this word means.
            pub fn parse(text: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }
    };
}
pub(crate) use vocabulary;

/// A word that a key may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// As written in files.
    pub word: &'static str,
    pub label: Both,
    /// What editors write instead.
    pub synonyms: &'static [&'static str],
}

/// A vocabulary with the label and the synonyms of every word: word, Swedish, English, synonyms.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident {
        $($(#[$more:meta])* $variant:ident = $word:literal, $sv:literal, $en:literal, [$($also:literal),*];)*
    })*) => {$(
        vocabulary! {
            $(#[$doc])*
            $name { $(#[doc = $sv] $(#[$more])* $variant = $word,)* }
        }

        impl $name {
            /// Every word with its label, in the order of [`Self::ALL`].
            pub const WORDS: &[Word] = &[$(
                Word { word: $word, label: both($sv, $en), synonyms: &[$($also),*] },
            )*];
        }
    )*};
}

words! {
    /// What became of a commitment, according to a follow-up.
    Status {
        Kept = "kept", "Uppfyllt", "Kept", ["uppfyllt", "genomfört", "klart", "done"];
        PartlyKept = "partly-kept", "Delvis uppfyllt", "Partly kept", ["delvis", "delvis uppfyllt"];
        NotKept = "not-kept", "Inte uppfyllt", "Not kept", ["inte uppfyllt", "ej uppfyllt"];
        #[doc = "\nThe reason is required."]
        Cancelled = "cancelled", "Inställt", "Cancelled", ["inställt", "canceled"];
        NotStarted = "not-started", "Inte påbörjat", "Not started",
            ["ej påbörjat", "inte påbörjat"];
        Ongoing = "ongoing", "Pågår", "In progress", ["pågår", "pågående"];
        NotAssessable = "not-assessable", "Går inte att bedöma", "Cannot be assessed",
            ["går inte att bedöma"];
    }

    /// Whose words the body of a document consists of.
    Wording {
        Verbatim = "verbatim", "Källans egna ord", "The source's own words",
            ["ordagrant", "ordagrann"];
        Excerpt = "excerpt", "Utdrag med källans egna ord", "An excerpt in the source's own words",
            ["utdrag"];
        Summary = "summary", "Arkivets sammanfattning", "The archive's summary",
            ["sammanfattning"];
        #[doc = "\nThe document is only known from another; its text is missing."]
        Mentioned = "mentioned", "Bara omnämnt av andra", "Only mentioned by others",
            ["omnämnd", "omnämnt"];
    }

    /// What sort of notice it is.
    NoticeType {
        News = "news", "Nyhet", "News", ["nyhet"];
        PressRelease = "press-release", "Pressmeddelande", "Press release", ["pressmeddelande"];
        PressInvitation = "press-invitation", "Pressinbjudan", "Press invitation",
            ["pressinbjudan"];
        Dialogue = "dialogue", "Dialog", "Dialogue", ["dialog"];
        Report = "report", "Rapport", "Report", ["rapport"];
    }

    /// How large a part of the police's organisation an area is.
    AreaLevel {
        Local = "local", "Lokalpolisområde", "Local police area", ["lpo", "lokalpolisområde"];
        District = "district", "Polisområde", "Police district", ["polisområde"];
        Region = "region", "Polisregion", "Police region", ["polisregion"];
    }

    /// What sort of body works with crime prevention at a place.
    BodyType {
        Council = "council", "Brottsförebyggande råd", "Crime prevention council", ["råd", "brå"];
        Coordinator = "coordinator", "Samordnare", "Coordinator", ["samordnare"];
        Other = "other", "Annat", "Other", ["annat"];
    }

    /// Whether an attachment's text can be searched and read aloud.
    AttachmentText {
        Searchable = "searchable", "Riktig text", "Real text", ["sökbar"];
        Ocr = "ocr", "Maskinläst text", "Recognised text", [];
        Scanned = "scanned", "Bara bild", "Only pictures", ["skannad", "inskannad"];
    }

    /// How the site meets the accessibility requirements.
    Compliance {
        Full = "full", "Helt förenlig", "Fully compliant", ["helt"];
        Partial = "partial", "Delvis förenlig", "Partially compliant", ["delvis"];
        None = "none", "Inte förenlig", "Not compliant", ["inte"];
    }

    /// The licence of the site's open data.
    Licence {
        Zero = "CC0-1.0", "CC0: fritt för alla", "CC0: free for all", ["cc0"];
        Attribution = "CC-BY-4.0", "CC BY: källan ska anges", "CC BY: name the source",
            ["cc-by", "cc by"];
    }

    /// How the site's accessibility was assessed.
    AssessmentMethod {
        Own = "self", "Egen kontroll", "Self-assessment", ["självskattning"];
        External = "external", "Extern granskning", "External review", ["extern"];
    }
}

/// The languages that a site can have.
pub const LANGUAGES: &[Word] = &[
    Word { word: "sv", label: both("Svenska", "Swedish"), synonyms: &["svenska", "swedish"] },
    Word { word: "en", label: both("Engelska", "English"), synonyms: &["engelska", "english"] },
];
