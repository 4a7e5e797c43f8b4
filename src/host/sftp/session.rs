//! One run of the system's `sftp`: commands in, what was printed out.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::host::Watching;
use crate::host::error::HostError;
use crate::host::sftp_address::SftpAddress;

/// The program that speaks SFTP, and a folder of ours for what it reads and fetches.
#[derive(Debug, Clone)]
pub struct Sftp {
    pub program: OsString,
    pub scratch: PathBuf,
}

impl Sftp {
    /// Writes a file for the program to read, in the folder of ours.
    pub fn stage(&self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        let path = self.scratch.join(name);
        std::fs::write(&path, bytes).map_err(|error| HostError::io(&path, error))
    }

    /// Runs commands, and returns what was printed. If watched, files are counted as they are sent.
    pub fn run(
        &self,
        address: &SftpAddress,
        commands: &str,
        watched: Option<(Watching<'_>, usize)>,
    ) -> Result<Vec<String>, HostError> {
        self.stage("commands", commands.as_bytes())?;
        let mut command = Command::new(&self.program);
        command.arg("-b").arg(self.scratch.join("commands"));
        // Why it did not get in is told; what a server says to everybody is not. Nobody is there to
        // answer a question, and a server that is not there is told of soon.
        command.args([
            "-oLogLevel=ERROR",
            "-oBatchMode=yes",
            "-oConnectTimeout=20",
            "-oServerAliveInterval=15",
        ]);
        if let Some(port) = address.port {
            command.arg("-P").arg(port.to_string());
        }
        command.arg(&address.host);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| HostError::NoSftp { error })?;
        let errors = child.stderr.take().map(|mut stderr| {
            std::thread::spawn(move || {
                let mut said = Vec::new();
                let _ = stderr.read_to_end(&mut said);
                String::from_utf8_lossy(&said).into_owned()
            })
        });
        let mut lines = Vec::new();
        let mut sent = 0;
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned();
                if let Some((watching, of)) = watched {
                    if line.starts_with("sftp> rename") {
                        sent += 1;
                        (watching.progress)(sent.min(of), of);
                    }
                    if (watching.interrupted)() {
                        let _ = child.kill();
                        let _ = child.wait();
                        return Err(HostError::Interrupted);
                    }
                }
                lines.push(line);
            }
        }
        let status = child.wait().map_err(|error| HostError::NoSftp { error })?;
        if status.success() {
            return Ok(lines);
        }
        let said = errors.and_then(|thread| thread.join().ok()).unwrap_or_default();
        let last = lines.iter().rev().find(|line| line.starts_with(PROMPT));
        let mut said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        // 255 is ssh's own: no connection, or one that was lost.
        if lines.is_empty() || status.code() == Some(255) && last.is_none() {
            return Err(HostError::no_connection(address, said));
        }
        // A lost connection says nothing of the command that it was lost in.
        if let Some(last) = last.filter(|_| status.code() != Some(255)) {
            let _ = write!(said, " ({})", last.trim_start_matches(PROMPT).trim());
        }
        Err(HostError::Refused { host: address.host.clone(), said })
    }
}

/// What precedes each command where `sftp` repeats it.
pub const PROMPT: &str = "sftp> ";

/// A name as `sftp` reads it: in quotes, and without the meaning that some signs have in patterns.
pub fn quoted(name: &str) -> String {
    let mut quoted = String::with_capacity(name.len() + 2);
    quoted.push('"');
    for character in name.chars() {
        if matches!(character, '"' | '\\' | '*' | '?' | '[') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted() {
        assert_eq!(quoted("/a b/c"), "\"/a b/c\"");
        assert_eq!(quoted("C:\\x\\*[\""), "\"C:\\\\x\\\\\\*\\[\\\"\"");
    }
}
