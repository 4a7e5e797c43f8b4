//! The catalogue: the permanent name and the severity of every diagnostic. Each code has an entry
//! in `docs/diagnostics.md` and a fixture under `tests/errors/`; a test checks that they agree.

use serde::{Deserialize, Serialize};

/// How serious a problem is, the most serious first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// Worth a look; the site is built.
    Warning,
    /// Something that a good archive states and real sources often do not. Reported as a number of
    /// files, and never made an error.
    Advice,
}

macro_rules! codes {
    ($($severity:ident { $($name:ident = $text:literal,)* })*) => {
        /// A diagnostic's permanent name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs)] // each is described in docs/diagnostics.md
        pub enum Code { $($(#[serde(rename = $text)] $name,)*)* }

        impl Code {
            /// Every code: errors, then warnings, then advice.
            pub const ALL: &[Code] = &[$($(Code::$name,)*)*];

            /// The name as printed.
            pub fn as_str(self) -> &'static str {
                match self { $($(Code::$name => $text,)*)* }
            }

            /// The severity, unless `--strict`, a draft or an `accept` changes it.
            pub fn severity(self) -> Severity {
                match self { $($(Code::$name => Severity::$severity,)*)* }
            }

            /// Whether an `accept` can silence it. That is so for warnings and advice, for numbers
            /// that look like personal numbers but are not, and for attachments of types that are
            /// not published unless somebody has thought about it.
            pub fn is_acceptable(self) -> bool {
                self.severity() != Severity::Error
                    || matches!(self, Code::PersonalNumber | Code::AttachmentType)
            }
        }
    };
}

codes! {
    Error {
        FrontMatterMissing = "front-matter-missing",
        FrontMatterUnclosed = "front-matter-unclosed",
        TomlSyntax = "toml-syntax",
        UnknownKey = "unknown-key",
        MissingKey = "missing-key",
        WrongType = "wrong-type",
        UnknownKind = "unknown-kind",
        UnknownValue = "unknown-value",
        InvalidDate = "invalid-date",
        PeriodReversed = "period-reversed",
        NoPlace = "no-place",
        UnknownPlace = "unknown-place",
        UnknownMunicipalityCode = "unknown-municipality-code",
        DuplicatePlace = "duplicate-place",
        InvalidAddress = "invalid-address",
        AddressCollision = "address-collision",
        AddressLost = "address-lost",
        AddressOccupied = "address-occupied",
        MoveUnfinished = "move-unfinished",
        ReferenceMissing = "reference-missing",
        ReferenceKind = "reference-kind",
        ReferenceCycle = "reference-cycle",
        ReferenceDraft = "reference-draft",
        ContentEmpty = "content-empty",
        CommitmentMissing = "commitment-missing",
        CommitmentDuplicate = "commitment-duplicate",
        OutcomeDuplicate = "outcome-duplicate",
        AnswerUnplanned = "answer-unplanned",
        ReasonMissing = "reason-missing",
        LinkMissing = "link-missing",
        AnchorMissing = "anchor-missing",
        AttachmentMissing = "attachment-missing",
        AttachmentChanged = "attachment-changed",
        ImageAltMissing = "image-alt-missing",
        NotUtf8 = "not-utf8",
        Unreadable = "unreadable",
        UnsafeLink = "unsafe-link",
        TextLost = "text-lost",
        MergeConflict = "merge-conflict",
        AttachmentBroken = "attachment-broken",
        AttachmentType = "attachment-type",
        TooLarge = "too-large",
        Symlink = "symlink",
        PersonalNumber = "personal-number",
        PrivateEmail = "private-email",
        ThemeMissing = "theme-missing",
        ThemeFileUnknown = "theme-file-unknown",
        ThemeTemplate = "theme-template",
        ThemeString = "theme-string",
        ColourContrast = "colour-contrast",
        LogoMissing = "logo-missing",
        AccessibilityIncomplete = "accessibility-incomplete",
        SealedAttachment = "sealed-attachment",
        SealedMissing = "sealed-missing",
        SealedLost = "sealed-lost",
    }
    Warning {
        PledgeOutsideAgreement = "pledge-outside-agreement",
        FollowUpOverdue = "follow-up-overdue",
        ScannedOnly = "scanned-only",
        PhoneNumber = "phone-number",
        ContactExpired = "contact-expired",
        NotAMember = "not-a-member",
        SituationReportOld = "situation-report-old",
        FocusSpelling = "focus-spelling",
        LinkText = "link-text",
        RawHtml = "raw-html",
        MarkupAsText = "markup-as-text",
        GarbledText = "garbled-text",
        AttachmentFormat = "attachment-format",
        PhotoPosition = "photo-position",
        FileIgnored = "file-ignored",
        FileForeign = "file-foreign",
        YearFolder = "year-folder",
        FollowUpEarly = "follow-up-early",
        DateFar = "date-far",
        DocumentTwice = "document-twice",
        TranslationKey = "translation-key",
        AcceptUnused = "accept-unused",
        AccessibilityOld = "accessibility-old",
        PageLeftOut = "page-left-out",
        AssessedByPerson = "assessed-by-person",
        SealedChanged = "sealed-changed",
    }
    Advice {
        PledgeWithoutAgreement = "pledge-without-agreement",
        NoSignatories = "no-signatories",
        NoSource = "no-source",
        LongSentence = "long-sentence",
        SealedLate = "sealed-late",
    }
}
