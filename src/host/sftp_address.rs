//! The address of a folder on a server that speaks SFTP.

/// An address that begins with `sftp://`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SftpAddress {
    /// `host`, or `account@host`.
    pub host: String,
    pub port: Option<u16>,
    /// The folder on the server, without a `/` at its end; one that does not begin with `/` is in
    /// the account's own folder.
    pub folder: String,
}
