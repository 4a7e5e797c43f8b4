//! The errors of publishing in words, in both languages: what happened, the likely cause and what
//! to do.

use std::io;

use super::checksums::BadList;
use super::error::{FileOperation, MakeError, OutputRefusal, PublishError};
use crate::diagnostic::{Text, os_error};
use crate::shown_path::shown_path;
use crate::text;

impl PublishError {
    /// What happened and why.
    pub fn message(&self) -> Text {
        match self {
            PublishError::Refused { path, why } => refused(&shown_path(path), why),
            PublishError::Locked { path } => {
                let path = shown_path(path);
                text!(
                    "Ett annat bygge skriver just nu i ”{path}”.",
                    "Another build is writing in “{path}” right now."
                )
            }
            PublishError::LedgerChanged { path } => {
                let path = shown_path(path);
                text!(
                    "Filen ”{path}” ändrades medan webbplatsen byggdes. Inget har publicerats, och ändringen finns kvar.",
                    "The file “{path}” was changed while the site was being built. Nothing has been published, and the change is still there."
                )
            }
            PublishError::LedgerProtected { path } => {
                let path = shown_path(path);
                text!(
                    "Filen ”{path}” är skrivskyddad, så de nya adresserna kan inte antecknas. Inget har publicerats.",
                    "The file “{path}” is read-only, so the new addresses cannot be recorded. Nothing has been published."
                )
            }
            PublishError::Interrupted => text!(
                "Bygget avbröts. Webbplatsen är som den var.",
                "The build was interrupted. The site is as it was."
            ),
            PublishError::ManifestDamaged { path } => {
                let path = shown_path(path);
                text!(
                    "”{path}” är skadad. Utan den vet programmet inte vilka filer i mappen det självt har skrivit, och rör därför ingen.",
                    "“{path}” is damaged. Without it the program does not know which files in the folder it wrote itself, and so touches none."
                )
            }
            PublishError::ManifestNewer { path } => {
                let path = shown_path(path);
                text!(
                    "”{path}” är skriven av en senare version av programmet.",
                    "“{path}” was written by a later version of the program."
                )
            }
            PublishError::Occupied { output, addresses } => {
                let (output, list) = (shown_path(output), list(addresses));
                text!(
                    "I ”{output}” står något som programmet inte har skrivit, eller som någon har ändrat, där det ska skriva:{list}",
                    "In “{output}” there is something that the program did not write, or that somebody changed, where it is to write:{list}"
                )
            }
            PublishError::Linked { output, folders } => {
                let (output, list) = (shown_path(output), list(folders));
                text!(
                    "I ”{output}” står länkar där det ska vara mappar, och programmet skriver aldrig genom en länk:{list}",
                    "In “{output}” there are links where there should be folders, and the program never writes through a link:{list}"
                )
            }
            PublishError::Collision { first, second } if first == second => {
                text!("Två sidor har adressen {first}.", "Two pages have the address {first}.")
            }
            PublishError::Collision { first, second } => text!(
                "Adresserna {first} och {second} kan inte finnas samtidigt: den ena är en fil där den andra behöver en mapp.",
                "The addresses {first} and {second} cannot both exist: one is a file where the other needs a folder."
            ),
            PublishError::Io { doing, path, error } => {
                failed(*doing, &shown_path(path), &os_error::in_words(error))
            }
            PublishError::Make(MakeError(problems)) => match problems.first() {
                Some(problem) => problem.message.clone(),
                None => text!("En sida kunde inte skapas.", "A page could not be made."),
            },
            PublishError::NoChecksums { path } => {
                let path = shown_path(path);
                text!("”{path}” finns inte.", "“{path}” does not exist.")
            }
            PublishError::BadChecksums { path, bad } => {
                let path = shown_path(path);
                match bad {
                    BadList::NoFile => text!(
                        "”{path}” är ingen vanlig fil, utan en mapp eller något annat.",
                        "“{path}” is no ordinary file, but a folder or something else."
                    ),
                    BadList::Empty => text!(
                        "”{path}” är tom, så det går inte att säga om kopian är hel.",
                        "“{path}” is empty, so there is no telling whether the copy is whole."
                    ),
                    BadList::ByteOrderMark => text!(
                        "”{path}” börjar med ett tecken som vissa redigeringsprogram lägger till när de sparar (en byteordningsmarkering).",
                        "“{path}” begins with a character that some editors add when they save (a byte order mark)."
                    ),
                    BadList::Line(line) => text!(
                        "Rad {line} i ”{path}” är ingen kontrollsumma.",
                        "Line {line} of “{path}” is no checksum."
                    ),
                }
            }
        }
    }

    /// What to do.
    pub fn help(&self) -> Text {
        match self {
            PublishError::Refused { why, .. } => instead_of(why),
            PublishError::Locked { .. } => text!(
                "Vänta tills det är klart och försök igen.",
                "Wait until it is done and try again."
            ),
            PublishError::LedgerChanged { .. } => text!("Bygg igen.", "Build again."),
            PublishError::LedgerProtected { .. } => text!(
                "Ta bort skrivskyddet för filen och bygg igen.",
                "Take the write protection off the file and build again."
            ),
            PublishError::Interrupted => {
                text!("Bygg igen när det passar.", "Build again when it suits.")
            }
            PublishError::ManifestDamaged { .. } => text!(
                "Flytta undan hela utmappen och bygg igen. Har du själv lagt filer där, flytta tillbaka dem efteråt.",
                "Move the whole output folder away and build again. If you put files there yourself, move them back afterwards."
            ),
            PublishError::ManifestNewer { .. } => text!(
                "Bygg med den senaste versionen, eller välj en annan mapp med --output.",
                "Build with the latest version, or choose another folder with --output."
            ),
            PublishError::Occupied { .. } => text!(
                "Flytta eller ta bort det som står där och bygg igen. Ändringar görs i content/, aldrig i utmappen.",
                "Move or remove what is there and build again. Changes are made in content/, never in the output."
            ),
            PublishError::Linked { .. } => text!(
                "Ersätt länken med en riktig mapp, eller ta bort den, och bygg igen.",
                "Put a real folder in place of the link, or remove it, and build again."
            ),
            PublishError::Collision { .. } => {
                text!("Byt namn på den ena källfilen.", "Rename one of the source files.")
            }
            PublishError::Io { error, .. } => mend(error),
            PublishError::Make(MakeError(problems)) => match problems.first() {
                Some(problem) => problem.help.clone(),
                None => text!("Rätta temat och bygg igen.", "Mend the theme and build again."),
            },
            PublishError::NoChecksums { .. } => text!(
                "Ange mappen som webbplatsen är byggd i, den som har filen SHA256SUMS.",
                "Give the folder that the site was built in, the one with the file SHA256SUMS."
            ),
            PublishError::BadChecksums { .. } => text!(
                "Jämför med en annan kopia av webbplatsen: filen har ändrats sedan den skrevs.",
                "Compare with another copy of the site: the file was changed after it was written."
            ),
        }
    }
}

/// One name as it is, or several with one on each line.
fn list(names: &[String]) -> String {
    match names {
        [name] => format!(" {name}"),
        names => names.iter().map(|name| format!("\n  {name}")).collect(),
    }
}

fn refused(path: &str, why: &OutputRefusal) -> Text {
    match why {
        OutputRefusal::Root => text!(
            "”{path}” är roten av filsystemet. Där skriver programmet inte.",
            "“{path}” is the root of the file system. The program does not write there."
        ),
        OutputRefusal::Home => text!(
            "”{path}” är din hemmapp eller rymmer den. Där skriver programmet inte.",
            "“{path}” is your home folder or holds it. The program does not write there."
        ),
        OutputRefusal::Site => text!(
            "”{path}” är webbplatsens egen mapp, med dina källfiler.",
            "“{path}” is the site's own folder, with your sources."
        ),
        OutputRefusal::Holds(source) => {
            let source = shown_path(source);
            text!(
                "”{path}” rymmer ”{source}”, där dina källfiler finns.",
                "“{path}” holds “{source}”, where your sources are."
            )
        }
        OutputRefusal::Inside(source) => {
            let source = shown_path(source);
            text!(
                "”{path}” ligger i ”{source}”, där dina källfiler finns.",
                "“{path}” lies in “{source}”, where your sources are."
            )
        }
        OutputRefusal::Own => text!(
            "”{path}” ligger i mappen .loftesarkiv, som programmet har för sig självt och tömmer.",
            "“{path}” lies in the folder .loftesarkiv, which the program keeps for itself and clears."
        ),
        OutputRefusal::Kept(folder) => {
            let folder = shown_path(folder);
            text!(
                "”{path}” ligger i ”{folder}”, där versionshanteringen eller arkivets egna protokoll och paket finns.",
                "“{path}” lies in “{folder}”, where version control or the archive's own records and packages are."
            )
        }
        OutputRefusal::NoFolder => {
            text!("”{path}” är inte en mapp.", "“{path}” is not a folder.")
        }
        OutputRefusal::Link(_) => text!(
            "”{path}” är en länk. Programmet skriver aldrig genom en länk.",
            "“{path}” is a link. The program never writes through a link."
        ),
        OutputRefusal::NotOurs => text!(
            "”{path}” är inte tom och är inte skriven av programmet. Det skriver inte bland andras filer.",
            "“{path}” is not empty and was not written by the program. It does not write among others' files."
        ),
    }
}

fn instead_of(why: &OutputRefusal) -> Text {
    match why {
        OutputRefusal::Link(Some(target)) => {
            let target = shown_path(target);
            text!("Skriv --output \"{target}\" i stället.", "Write --output \"{target}\" instead.")
        }
        OutputRefusal::NotOurs => text!(
            "Välj en tom eller ny mapp med --output, eller töm den om inget i den behövs.",
            "Choose an empty or new folder with --output, or empty it if nothing in it is needed."
        ),
        _ => text!(
            "Välj en egen mapp för webbplatsen med --output, till exempel public.",
            "Choose a folder of its own for the site with --output, such as public."
        ),
    }
}

fn failed(doing: FileOperation, path: &str, cause: &Text) -> Text {
    let (sv, en) = match doing {
        FileOperation::Reading => ("läsas", "read"),
        FileOperation::Writing => ("skrivas", "written"),
        FileOperation::MakingFolder => ("skapas", "made"),
        FileOperation::Moving => ("läggas på plats", "put in place"),
        FileOperation::Deleting => ("tas bort", "deleted"),
        FileOperation::Locking => ("låsas", "locked"),
        FileOperation::Syncing => ("säkras på disken", "secured on the disk"),
    };
    Text {
        sv: format!("”{path}” kunde inte {sv}: {}.", cause.sv).into(),
        en: format!("“{path}” could not be {en}: {}.", cause.en).into(),
    }
}

fn mend(error: &io::Error) -> Text {
    use io::ErrorKind::*;
    if let Some(close) = os_error::close_elsewhere(error) {
        return close;
    }
    match error.kind() {
        StorageFull | QuotaExceeded => text!(
            "Frigör plats och bygg igen; det som fanns på plats är helt.",
            "Free some space and build again; what was in place is whole."
        ),
        ReadOnlyFilesystem | PermissionDenied => text!(
            "Se till att du får skriva där, eller välj en annan mapp med --output.",
            "See to it that you may write there, or choose another folder with --output."
        ),
        _ => text!(
            "Bygg igen. Kommer felet tillbaka, pröva en annan mapp eller disk med --output.",
            "Build again. If the error comes back, try another folder or disk with --output."
        ),
    }
}
