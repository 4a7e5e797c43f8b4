//! Where to publish: a folder, or an address that begins with `sftp://`.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::error::HostError;
use super::sftp_address::SftpAddress;
use crate::model::settings::PublishTarget;

/// A place that a site can be published to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Folder(PathBuf),
    Sftp(SftpAddress),
}

/// The target of a name, or the one without, of those in `site.toml`. One that is alone is meant
/// even if it has a name.
pub fn choose<'a>(
    targets: &'a [PublishTarget],
    name: Option<&str>,
) -> Result<&'a PublishTarget, HostError> {
    if targets.is_empty() {
        return Err(HostError::NoTarget);
    }
    let found = targets.iter().find(|target| target.name.as_deref() == name);
    let alone = || match (targets, name) {
        ([only], None) => Some(only),
        _ => None,
    };
    let names = || targets.iter().filter_map(|target| target.name.clone()).collect();
    found
        .or_else(alone)
        .ok_or_else(|| HostError::UnknownTarget { name: name.map(str::to_owned), names: names() })
}

impl Target {
    /// Reads a target; a folder that is not absolute is in the site's folder.
    pub fn parse(to: &str, site: &Path) -> Result<Target, HostError> {
        let refused = || HostError::BadAddress { to: to.to_owned() };
        let Some(address) = to.strip_prefix("sftp://") else {
            // "C:/…" is a folder, a longer word before a colon the scheme of something else.
            let scheme = to.split_once("://").map_or("", |(scheme, _)| scheme);
            if scheme.len() > 1 || to.trim().is_empty() {
                return Err(refused());
            }
            return Ok(Target::Folder(site.join(to)));
        };
        let (host, path) = address.split_once('/').ok_or_else(refused)?;
        let (host, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.contains(']') => {
                (name, Some(port.parse().map_err(|_| refused())?))
            }
            _ => (host, None),
        };
        // What begins with a hyphen would be an option; a password does not belong in a file.
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '+');
        let is_host = !host.starts_with('-') && !host.is_empty() && host.chars().all(allowed);
        let machine = host.rsplit_once('@').map_or(host, |(_, machine)| machine);
        let path = percent_decode_str(path).decode_utf8().map_err(|_| refused())?;
        let path = path.trim_end_matches('/');
        let folder = match path.strip_prefix('~') {
            Some(own) => own.trim_start_matches('/').to_owned(),
            None => format!("/{path}"),
        };
        let is_folder = !folder.chars().any(char::is_control)
            && !folder.is_empty()
            && folder != "/"
            && folder.split('/').all(|segment| segment != "..");
        if !is_host || machine.is_empty() || machine.starts_with('-') || !is_folder {
            return Err(refused());
        }
        Ok(Target::Sftp(SftpAddress { host: host.to_owned(), port, folder }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Spanned;

    fn sftp(to: &str) -> Option<(String, Option<u16>, String)> {
        match Target::parse(to, Path::new("site")) {
            Ok(Target::Sftp(SftpAddress { host, port, folder })) => Some((host, port, folder)),
            Ok(Target::Folder(_)) | Err(_) => None,
        }
    }

    #[test]
    fn addresses_are_read_as_they_are_written() {
        let read =
            |host: &str, port, folder: &str| Some((host.to_owned(), port, folder.to_owned()));
        assert_eq!(
            sftp("sftp://konto@host.se/www/loften/"),
            read("konto@host.se", None, "/www/loften")
        );
        assert_eq!(sftp("sftp://host:2222/~/loften"), read("host", Some(2222), "loften"));
        assert_eq!(sftp("sftp://h/a%20b"), read("h", None, "/a b"));
        for wrong in [
            "sftp://host",
            "sftp:///x",
            "sftp://-oProxyCommand=x/y",
            "sftp://a@-x/y",
            "sftp://h:x/y",
            "sftp://h/",
            "sftp://h/~",
            "sftp://h/a/../b",
            "sftp://h/a%0ab",
            "sftp://a b/c",
            "sftp://konto:hemligt@host/x",
        ] {
            assert_eq!(sftp(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn anything_else_is_a_folder_but_not_other_schemes() {
        let site = Path::new("/site");
        let folder = |to: &str| Target::parse(to, site);
        assert_eq!(folder("//server/loften"), Ok(Target::Folder("//server/loften".into())));
        assert_eq!(folder("ut"), Ok(Target::Folder("/site/ut".into())));
        assert!(folder("ftp://host/x").is_err() && folder("https://x/y").is_err());
        assert!(folder(" ").is_err());
    }

    #[test]
    fn targets_are_chosen_by_name() {
        let target = |name: Option<&str>| PublishTarget {
            name: name.map(str::to_owned),
            to: Spanned::new("x".to_owned(), 0..0),
        };
        let both = [target(None), target(Some("prov"))];
        assert_eq!(choose(&both, None).map(|target| target.name.clone()), Ok(None));
        assert_eq!(choose(&both, Some("prov")).unwrap().name.as_deref(), Some("prov"));
        assert!(choose(&both, Some("annan")).is_err());
        assert!(choose(&[target(Some("prov"))], None).is_ok());
        assert!(choose(&[], None).is_err());
    }
}
