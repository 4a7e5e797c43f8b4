//! OpenSSH's own server, on this computer and for one test.

use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::sites::{Published, site_for};
use crate::support::{Outcome, Site};

/// A server with one user, this one, who has a key.
pub struct Server {
    daemon: Child,
    pub port: u16,
    /// Holds keys, settings, and an `sftp` that uses them.
    pub folder: Site,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

const SSHD: &str = "/usr/sbin/sshd";

/// Starts a server; `None` if there is none to start.
pub fn server(settings: &str) -> Option<Server> {
    if !Path::new(SSHD).exists() {
        println!("skipped: there is no {SSHD} (openssh-server)");
        return None;
    }
    let folder = Site::empty();
    // The folder does not move when the value does.
    let root = folder.path("");
    let path = |name: &str| root.join(name).display().to_string();
    for key in ["host_key", "user_key"] {
        let made = Command::new("ssh-keygen")
            .args(["-q", "-t", "ed25519", "-N", "", "-f", &path(key)])
            .status();
        assert!(made.expect("ssh-keygen").success());
    }
    // A folder that the server demands, where the service itself has never run.
    let _ = std::fs::create_dir_all("/run/sshd");
    let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it").port();
    let folder = folder.write(
        "sshd_config",
        format!(
            "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nPidFile none\nUsePAM no\n\
             AuthorizedKeysFile {}\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
             StrictModes no\nPermitRootLogin prohibit-password\nSubsystem sftp internal-sftp {settings}\n",
            path("host_key"),
            path("user_key.pub")
        ),
    );
    let host_key = folder.read("host_key.pub");
    let host_key = host_key.trim();
    // The key is known whichever port leads to it.
    let folder = folder.write("known_hosts", format!("server {host_key}\n"));
    let config = format!(
        "IdentityFile {}\nIdentitiesOnly yes\nUserKnownHostsFile {}\n\
         HostKeyAlias server\nStrictHostKeyChecking yes\n",
        path("user_key"),
        path("known_hosts")
    );
    let sftp = format!("#!/bin/sh\nexec /usr/bin/sftp -F '{}' \"$@\"\n", path("ssh_config"));
    let folder = folder.write("ssh_config", config).write("bin/sftp", sftp);
    let program = folder.path("bin/sftp");
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).expect("a mode");
    let daemon = Command::new(SSHD)
        .args(["-D", "-e", "-f"])
        .arg(folder.path("sshd_config"))
        .stdin(Stdio::null())
        .stderr(std::fs::File::create(folder.path("log")).expect("a log"))
        .spawn()
        .expect("sshd starts");
    let server = Server { daemon, port, folder };
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(server);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("sshd does not answer: {}", server.folder.read("log"));
}

impl Server {
    /// A site that is to be published there.
    pub fn site(&self) -> Published {
        self.site_through(self.port)
    }

    /// A site that is to be published there through another port.
    pub fn site_through(&self, port: u16) -> Published {
        site_for(|www| format!("sftp://127.0.0.1:{port}{www}"))
    }

    pub fn publish(&self, published: &Published, arguments: &[&str]) -> Outcome {
        published.site.finish(self.command(published, arguments))
    }

    /// Publishing, not yet begun.
    pub fn command(&self, published: &Published, arguments: &[&str]) -> Command {
        let arguments: Vec<&str> = ["publish"].iter().chain(arguments).copied().collect();
        let mut command = published.site.command(&arguments);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let own: PathBuf = self.folder.path("bin");
        let paths = std::iter::once(own).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(paths).expect("a path"));
        command
    }

    /// From now on, a run whose environment names a file in `BEGUN` makes it when it begins to send.
    pub fn tells_when_it_sends(&self) {
        let config = self.folder.path("ssh_config");
        let script = format!(
            "#!/bin/sh\nif [ \"$BEGUN\" ] && grep -q '^put' \"$2\"; then : > \"$BEGUN\"; fi\n\
             exec /usr/bin/sftp -F '{}' \"$@\"\n",
            config.display()
        );
        std::fs::write(self.folder.path("bin/sftp"), script).expect("a script");
    }
}
