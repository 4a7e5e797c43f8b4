//! Which requests are allowed: those from a browser on this computer, to a name of this computer. A
//! page from elsewhere whose own name is made to lead here (DNS rebinding) is refused because of
//! that name, and the stream of changes requires a token that only the preview's own pages have.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::net::{IpAddr, SocketAddr};

use hyper::header::{HOST, HeaderMap, ORIGIN};
use hyper::{Method, Uri};

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestRefusal {
    /// Its host is not a name of this computer, is missing, or is given several times.
    Name,
    /// Its method is something other than GET or HEAD.
    Method,
}

/// Knows the names of the server and the token of this run.
#[derive(Debug)]
pub struct Guard {
    bound: SocketAddr,
    token: String,
}

impl Guard {
    /// A guard for a server that listens on this address. The token is new every time.
    pub fn new(bound: SocketAddr) -> Guard {
        // The standard library seeds these from the system's randomness.
        let random = || RandomState::new().build_hasher().finish();
        Guard { bound, token: format!("{:016x}{:016x}", random(), random()) }
    }

    /// The token that the stream of changes requires.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Checks a request, and returns the origin that it is made to, such as
    /// `http://localhost:4484`.
    pub fn check(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<String, RequestRefusal> {
        let origin = self.check_name(uri, headers)?;
        if !matches!(*method, Method::GET | Method::HEAD) {
            return Err(RequestRefusal::Method);
        }
        Ok(origin)
    }

    /// Checks the name that a request is made to, and returns its origin.
    pub fn check_name(&self, uri: &Uri, headers: &HeaderMap) -> Result<String, RequestRefusal> {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err(RequestRefusal::Name);
        };
        let host = host.to_str().map_err(|_| RequestRefusal::Name)?;
        // A target in absolute form contains a host of its own.
        let same = uri.authority().is_none_or(|authority| authority.as_str() == host);
        if !same || !self.is_own(host) {
            return Err(RequestRefusal::Name);
        }
        Ok(format!("http://{host}"))
    }

    /// Whether the stream of changes may be read: only from the server's own origin and with the
    /// token.
    pub fn may_listen(&self, origin: &str, headers: &HeaderMap, token: Option<&str>) -> bool {
        let mut origins = headers.get_all(ORIGIN).iter();
        let same = match (origins.next(), origins.next()) {
            (None, _) => true,
            (Some(given), None) => given.as_bytes() == origin.as_bytes(),
            _ => false,
        };
        same && token == Some(self.token.as_str())
    }

    /// Whether a host is a name of this server, with its port.
    fn is_own(&self, host: &str) -> bool {
        let port = self.bound.port().to_string();
        let name = match host.strip_suffix(&port).and_then(|rest| rest.strip_suffix(':')) {
            Some(name) => name,
            None if self.bound.port() == 80 => host,
            None => return false,
        };
        if matches!(name.to_ascii_lowercase().as_str(), "localhost" | "127.0.0.1" | "[::1]") {
            return true;
        }
        let bare = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
        let Ok(address) = bare.parse::<IpAddr>() else { return false };
        // An IP address cannot be made to lead elsewhere, as a name can.
        address == self.bound.ip() || self.bound.ip().is_unspecified()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_computer_with_the_port_are_its_own() {
        let guard = Guard::new(SocketAddr::from(([127, 0, 0, 1], 4484)));
        for own in ["127.0.0.1:4484", "localhost:4484", "LOCALHOST:4484", "[::1]:4484"] {
            assert!(guard.is_own(own), "{own}");
        }
        for other in [
            "",
            ":4484",
            "4484",
            "localhost",
            "localhost:80",
            "localhost:44840",
            "localhost:04484",
            "localhost.:4484",
            "a@localhost:4484",
            "evil.example:4484",
            "127.0.0.1.evil.example:4484",
            "192.168.1.2:4484",
            "127.0.0.2:4484",
            "[::ffff:127.0.0.1]:4484",
            "[::1:4484",
            "::1:4484",
            "0x7f.1:4484",
            "localhost:4484:4484",
            "localhost :4484",
        ] {
            assert!(!guard.is_own(other), "{other}");
        }
    }

    #[test]
    fn a_server_for_the_network_goes_by_numbers() {
        let guard = Guard::new(SocketAddr::from(([0, 0, 0, 0], 80)));
        assert!(guard.is_own("192.168.1.2"));
        assert!(guard.is_own("192.168.1.2:80"));
        assert!(!guard.is_own("evil.example"));
    }

    #[test]
    fn tokens_differ() {
        let bound = SocketAddr::from(([127, 0, 0, 1], 1));
        assert_ne!(Guard::new(bound).token(), Guard::new(bound).token());
        assert_eq!(Guard::new(bound).token().len(), 32);
    }
}
