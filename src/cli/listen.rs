//! The port at which a command answers a browser.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};

use crate::failure::Failure;
use crate::text;

/// How many further ports are tried if the usual one is taken.
const TRIED: u16 = 100;

/// Listens at the port that was asked for; otherwise at the usual one or, if other programs have
/// that, at a later one.
pub fn listen(host: IpAddr, asked: Option<u16>, usual: u16) -> io::Result<TcpListener> {
    let at = |port| TcpListener::bind(SocketAddr::new(host, port));
    if let Some(port) = asked {
        return at(port);
    }
    let mut listening = at(usual);
    let further = (usual + 1..=usual + TRIED).chain([0]);
    for port in further {
        match &listening {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => listening = at(port),
            _ => break,
        }
    }
    listening
}

/// The failure when another program has the port.
pub fn taken(port: u16) -> Failure {
    Failure {
        message: text!(
            "Port {port} är upptagen av ett annat program.",
            "Port {port} is taken by another program."
        ),
        help: text!(
            "Välj en annan med --port, eller utelämna --port för att få en ledig.",
            "Choose another with --port, or leave --port out to get a free one."
        ),
    }
}
