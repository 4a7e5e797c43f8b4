//! The closed vocabularies of front matter: kinds, statuses, wordings. The English keys are what
//! editors write; the Swedish labels stand in the theme's strings.

/// An enum of words, each of which is written in one way wherever it stands.
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

vocabulary! {
    /// What a file is. The first six are archive documents, in the order in which documents of one
    /// date stand in a timeline.
    Kind {
        /// Samverkansöverenskommelse.
        Agreement = "agreement",
        /// Medborgarlöfte.
        Pledge = "pledge",
        /// Lägesbild.
        SituationReport = "situation-report",
        /// Åtgärdsplan.
        ActionPlan = "action-plan",
        /// Uppföljning.
        FollowUp = "follow-up",
        /// Nyhet, pressmeddelande, pressinbjudan, dialog.
        Notice = "notice",
        /// Sida.
        Page = "page",
        /// Kommun.
        Municipality = "municipality",
        /// Lokalpolisområde.
        PoliceArea = "police-area",
        /// Stadsdel, område.
        District = "district",
    }
}

impl Kind {
    /// Whether files of this kind define a place.
    pub fn is_place(self) -> bool {
        matches!(self, Kind::Municipality | Kind::PoliceArea | Kind::District)
    }

    /// Whether files of this kind are documents of the archive: all but places and pages.
    pub fn is_archive(self) -> bool {
        !self.is_place() && self != Kind::Page
    }
}

vocabulary! {
    /// What came of a commitment, as a follow-up says.
    Status {
        /// Uppfyllt.
        Kept = "kept",
        /// Delvis uppfyllt.
        PartlyKept = "partly-kept",
        /// Inte uppfyllt.
        NotKept = "not-kept",
        /// Inställt; the reason is required.
        Cancelled = "cancelled",
        /// Ej påbörjat.
        NotStarted = "not-started",
        /// Pågår.
        Ongoing = "ongoing",
        /// Går inte att bedöma.
        NotAssessable = "not-assessable",
    }
}

vocabulary! {
    /// Whose words a document's body holds.
    Wording {
        /// The source's own.
        Verbatim = "verbatim",
        /// A summary made for the archive.
        Summary = "summary",
        /// The document is only known from another; its text is missing.
        Mentioned = "mentioned",
    }
}

vocabulary! {
    /// What sort of notice.
    NoticeType {
        /// Nyhet.
        News = "news",
        /// Pressmeddelande.
        PressRelease = "press-release",
        /// Pressinbjudan.
        PressInvitation = "press-invitation",
        /// Dialog.
        Dialogue = "dialogue",
    }
}

vocabulary! {
    /// Whether an attachment's text can be searched and read aloud.
    AttachmentText {
        /// Real text.
        Searchable = "searchable",
        /// Text recognised from a scan.
        Ocr = "ocr",
        /// Only pictures of text.
        Scanned = "scanned",
    }
}

vocabulary! {
    /// How an agreement or pledge stands on the day.
    State {
        /// Unknown period, or begun and without known end.
        Unknown = "unknown",
        /// Not yet begun.
        Upcoming = "upcoming",
        /// In force.
        InForce = "in-force",
        /// Its period is over.
        Ended = "ended",
        /// Ended before its time.
        Terminated = "terminated",
        /// Another took its place.
        Replaced = "replaced",
    }
}

vocabulary! {
    /// Which of a document's dates places it in time.
    DatedBy {
        /// `signed`
        Signed = "signed",
        /// `date`
        Date = "date",
        /// The period's first day.
        Period = "period",
        /// `announced`
        Announced = "announced",
    }
}
vocabulary! {
    /// Whether a planned follow-up came.
    PlannedState {
        /// A follow-up answers it.
        Published = "published",
        /// Its last day has passed and the archive has none.
        Missing = "missing",
        /// Still to come.
        Upcoming = "upcoming",
    }
}
