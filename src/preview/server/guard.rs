//! Who may ask: a browser on this computer, under a name of this computer. A page from elsewhere
//! that has its own name lead here (DNS rebinding) is refused by that name, and the stream of
//! changes asks for a token that only the preview's own pages know.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::net::{IpAddr, SocketAddr};

use hyper::header::{HOST, HeaderMap, ORIGIN};
use hyper::{Method, Uri};

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestRefusal {
    /// It goes by a name that is not this computer's, by none, or by several.
    Name,
    /// It would do something else than look.
    Method,
}

/// Knows the server's own names and this run's token.
#[derive(Debug)]
pub struct Guard {
    bound: SocketAddr,
    token: String,
}

impl Guard {
    /// For a server that listens there. The token is new every time.
    pub fn new(bound: SocketAddr) -> Guard {
        // The standard library seeds these from the system's randomness.
        let random = || RandomState::new().build_hasher().finish();
        Guard { bound, token: format!("{:016x}{:016x}", random(), random()) }
    }

    /// What the stream of changes asks for.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The origin that an allowed request is made to: `http://localhost:4484`.
    pub fn check(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<String, RequestRefusal> {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err(RequestRefusal::Name);
        };
        let host = host.to_str().map_err(|_| RequestRefusal::Name)?;
        // A target in absolute form names a host of its own.
        let same = uri.authority().is_none_or(|authority| authority.as_str() == host);
        if !same || !self.is_own(host) {
            return Err(RequestRefusal::Name);
        }
        if !matches!(*method, Method::GET | Method::HEAD) {
            return Err(RequestRefusal::Method);
        }
        Ok(format!("http://{host}"))
    }

    /// Whether the stream of changes may be listened to: no other origin, and the token.
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
        // A number cannot be made to lead elsewhere, as a name can.
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
