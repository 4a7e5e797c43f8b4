//! What to do when a site was not published, for whoever gives the command.

use super::error::HostError;
use crate::diagnostic::{Text, os_error};
use crate::text;

impl HostError {
    /// What to do about it.
    pub fn help(&self) -> Text {
        let again = || {
            text!(
                "Kör publish igen, så fortsätter den där den slutade.",
                "Run publish again, and it goes on where it ended."
            )
        };
        match self {
            HostError::NoTarget => text!(
                "Skriv i site.toml: [publish] och på nästa rad to = \"//server/mapp\" eller to = \"sftp://konto@server/mapp\".",
                "Write in site.toml: [publish] and on the next line to = \"//server/folder\" or to = \"sftp://account@server/folder\"."
            ),
            HostError::UnknownTarget { names, .. } => {
                let names = names.join(", ");
                text!("Välj med --target: {names}", "Choose with --target: {names}")
            }
            HostError::BadAddress { .. } => text!(
                "Skriv en mapp, som \"//server/mapp\", eller \"sftp://konto@server/mapp\" utan lösenord. Till andra sorters värdar: publish --plan MAPP skriver listor för andra program.",
                "Write a folder, such as \"//server/folder\", or \"sftp://account@server/folder\" without a password. For other kinds of hosts, publish --plan FOLDER writes lists for other programs."
            ),
            HostError::NoList { .. } | HostError::SiteChanged { .. } => text!(
                "Bygg webbplatsen igen och publicera sedan.",
                "Build the site again, then publish."
            ),
            HostError::Overlaps { .. } => {
                text!("Välj en mapp utanför webbplatsens.", "Choose a folder outside the site's.")
            }
            HostError::NotOurs { .. } => text!(
                "Kontrollera att mappen är rätt. Töm den, eller ange en tom mapp i den.",
                "Check that the folder is the right one. Empty it, or give an empty folder within it."
            ),
            HostError::BadList { .. } => text!(
                "Lägg tillbaka listan från en säkerhetskopia, eller töm mappen och publicera på nytt.",
                "Put the list back from a backup, or empty the folder and publish anew."
            ),
            HostError::NoFolder { .. } => text!(
                "Kontrollera sökvägen, och att enheten eller servern är ansluten.",
                "Check the path, and that the drive or server is connected."
            ),
            HostError::Occupied { .. } => text!(
                "Flytta det som ligger där, eller ge sidan en annan adress, och publicera igen.",
                "Move what lies there, or give the page another address, and publish again."
            ),
            HostError::OtherSite { .. } => text!(
                "Kontrollera vart den här webbplatsen ska publiceras, to under [publish] i site.toml. Är det samma webbplats som har bytt namn: kör igen med --yes.",
                "Check where this site is to be published, to under [publish] in site.toml. If it is the same site with a new name, run again with --yes."
            ),
            HostError::DeletesMuch { .. } => text!(
                "Se vad som skulle tas bort med --dry-run. Är det rätt: kör igen med --yes.",
                "See with --dry-run what would be deleted. If it is right, run again with --yes."
            ),
            HostError::Differs { .. } => text!(
                "Kör publish --verify igen: den läser alla filer och skickar de som skiljer sig på nytt. Är det likadant då ändrar någon annan i mappen, eller så är disken trasig.",
                "Run publish --verify again: it reads all files and sends those that differ anew. If it is the same then, somebody else changes files there, or the disk is failing."
            ),
            HostError::NoSftp { .. } => text!(
                "sftp hör till OpenSSH, som finns i Windows 10 och senare (valfri funktion ”OpenSSH-klient”), macOS och Linux.",
                "sftp is part of OpenSSH, which is in Windows 10 and later (the optional feature “OpenSSH Client”), macOS and Linux."
            ),
            HostError::Unreachable { .. } => text!(
                "Kontrollera serverns namn och port under [publish] i site.toml, och att datorn är ansluten till nätet.",
                "Check the server's name and port under [publish] in site.toml, and that the computer is connected to the network."
            ),
            HostError::Unknown { by_hand, .. } => text!(
                "Logga in för hand en gång i ett kommandofönster: {by_hand}. Jämför fingeravtrycket som visas med det som den som sköter servern uppger, innan du svarar yes. Har servern fått en ny nyckel: fråga den som sköter den först.",
                "Log in by hand once in a command window: {by_hand}. Compare the fingerprint that is shown with what whoever runs the server gives before you answer yes. If the server has a new key, first ask whoever runs it."
            ),
            HostError::NotLetIn { .. } => text!(
                "Prova i ett kommandofönster att sftp loggar in utan att fråga: det behövs en nyckel, och servern ska vara känd sedan förut. Har värden bara lösenord: använd publish --plan med WinSCP.",
                "Try in a command window that sftp logs in without asking: it needs a key, and the server must be known from before. If the host has only passwords, use publish --plan with WinSCP."
            ),
            HostError::Refused { .. } => text!(
                "Kontrollera rättigheter och utrymme på servern, och kör publish igen. Den fortsätter där den slutade.",
                "Check permissions and space on the server, and run publish again. It goes on where it ended."
            ),
            HostError::Io { error, .. } => os_error::close_elsewhere(error).unwrap_or_else(again),
            HostError::Interrupted => again(),
        }
    }
}
