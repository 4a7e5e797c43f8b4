//! Publishing over SFTP, to OpenSSH's own server on this computer.

use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::sites::{Published, site_for};
use crate::support::{Outcome, Site};

/// A server with one user, this one, who has a key.
struct Server {
    daemon: Child,
    port: u16,
    /// Holds keys, settings, and an `sftp` that uses them.
    folder: Site,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

const SSHD: &str = "/usr/sbin/sshd";

/// Starts a server; `None` if there is none to start.
fn server(settings: &str) -> Option<Server> {
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
    let folder = folder.write("known_hosts", format!("[127.0.0.1]:{port} {host_key}\n"));
    let config = format!(
        "IdentityFile {}\nIdentitiesOnly yes\nUserKnownHostsFile {}\nStrictHostKeyChecking yes\n",
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
    fn site(&self) -> Published {
        site_for(|www| format!("sftp://127.0.0.1:{}{www}", self.port))
    }

    fn publish(&self, published: &Published, arguments: &[&str]) -> Outcome {
        let arguments: Vec<&str> = ["publish"].iter().chain(arguments).copied().collect();
        let mut command = published.site.command(&arguments);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let own: PathBuf = self.folder.path("bin");
        let paths = std::iter::once(own).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(paths).expect("a path"));
        published.site.finish(command)
    }
}

#[test]
fn a_server_gets_the_built_site() {
    let Some(server) = server("") else { return };
    let published = server.site();
    let first = server.publish(&published, &[]).succeeds();
    published.is_published("first");
    assert!(first.stderr.contains("Nytt: Medborgarlöfte 2018"), "{}", first.stderr);
    let again = server.publish(&published, &["--verify"]).succeeds();
    assert!(again.stderr.contains("har redan allt"), "{}", again.stderr);

    // Without reading, only the list is known; what reading shows is sent again.
    std::fs::remove_file(published.www().join("ar/index.html")).expect("a removal");
    let listed = server.publish(&published, &[]).succeeds();
    assert!(listed.stderr.contains("Enligt listan i sftp://"), "{}", listed.stderr);
    assert!(!listed.stderr.contains("har redan allt"), "{}", listed.stderr);
    let mended = server.publish(&published, &["--verify"]).succeeds();
    assert!(mended.stderr.contains("skickas igen: ar/index.html"), "{}", mended.stderr);
    published.is_published("mended");

    let published = published.with_strangers().changed();
    server.publish(&published, &["--verify"]).succeeds();
    published.is_published("after a change");
    published.strangers_are_untouched("after a change");
}

#[test]
fn a_strangers_file_is_never_replaced_on_a_server() {
    let Some(server) = server("") else { return };
    let published = server.site();
    server.publish(&published, &[]).succeeds();
    let published = published.changed();
    let page = published.www().join("kommuner/eskilstuna/2020/medborgarlofte.html");
    std::fs::create_dir_all(page.parent().expect("a folder")).expect("a folder");
    std::fs::write(&page, "Någon annans.").expect("a file");
    let list = std::fs::read(published.www().join("SHA256SUMS")).expect("a list");
    server.publish(&published, &[]).ends(2, &["medborgarlofte.html", "Flytta det"]);
    assert_eq!(std::fs::read_to_string(&page).expect("the file"), "Någon annans.");
    assert_eq!(std::fs::read(published.www().join("SHA256SUMS")).expect("a list"), list);
    std::fs::remove_file(&page).expect("a removal");
    server.publish(&published, &[]).succeeds();
    published.is_published("once it was moved");
}

#[test]
fn a_server_that_refuses_or_drops_is_explained_and_the_next_run_finishes() {
    // The server refuses renames that replace a file, as some do.
    let Some(old) = server("-P posix-rename") else { return };
    let published = old.site();
    old.publish(&published, &[]).succeeds();
    let published = published.changed();
    old.publish(&published, &["--verify"]).succeeds();
    published.is_published("without renaming onto files");

    // It refuses to delete anything: what was withdrawn is still there, and that is told.
    let Some(keeping) = server("-P remove") else { return };
    let published = keeping.site();
    keeping.publish(&published, &[]).ends(2, &["SHA256SUMS.next"]);

    // It may only be read.
    let Some(server) = server("-R") else { return };
    let published = server.site();
    std::fs::create_dir(published.www()).expect("a folder");
    server.publish(&published, &[]).ends(2, &["tog inte emot", "rättigheter"]);
    assert!(published.there().is_empty());
}

#[test]
fn a_server_that_lets_nobody_in_is_explained() {
    let Some(server) = server("") else { return };
    let published = server.site();
    let folder = server.folder.path("user_key.pub");
    std::fs::remove_file(folder).expect("a removal");
    server.publish(&published, &[]).ends(2, &["Permission denied", "logga in", "nyckel", "WinSCP"]);
}

#[test]
fn interrupted_at_any_command_the_next_run_finishes() {
    let Some(server) = server("") else { return };
    for after in [3, 9, 17, 26, 40] {
        let published = server.site();
        server.publish(&published, &[]).succeeds();
        let published = published.with_strangers().changed();
        // An sftp that is killed in the middle of its commands.
        let path = |name: &str| server.folder.path(name).display().to_string();
        let killed = format!(
            "#!/bin/sh\nif grep -q '^put' \"$2\"; then\n  head -n {after} \"$2\" > \"$2.cut\"\n\
             cut=\"$2.cut\"; shift 2\n  /usr/bin/sftp -F '{0}' -b \"$cut\" \"$@\"\n\
             echo 'Connection closed' >&2; exit 255\nfi\nexec /usr/bin/sftp -F '{0}' \"$@\"\n",
            path("ssh_config")
        );
        let own = server.folder.path("bin/sftp");
        let whole = std::fs::read(&own).expect("the script");
        std::fs::write(&own, killed).expect("a script");
        server.publish(&published, &[]).ends(2, &["tog inte emot"]);
        published.strangers_are_untouched("interrupted");
        std::fs::write(&own, whole).expect("the script");
        server.publish(&published, &[]).succeeds();
        published.is_published(&format!("interrupted after {after} commands"));
        published.strangers_are_untouched("finished");
    }
}
