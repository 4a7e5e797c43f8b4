//! Who is let in: a browser on this computer that has the token of this run, once in an address and
//! from then on in a cookie. A form must also come from a page of the desk itself.

use hyper::header::{COOKIE, HeaderMap, ORIGIN};
use hyper::{Method, Uri};

use crate::desk::fields::FieldNode;
use crate::preview::server::answer::OWN;
use crate::preview::server::guard::Guard;

/// Decides who is let in.
#[derive(Debug)]
pub struct Admission {
    guard: Guard,
    token: String,
    cookie: String,
}

/// Whether a request is let in.
pub enum Admitted {
    In,
    /// The address had the token; the browser is to get the cookie and go on without it.
    WithToken {
        to: String,
    },
    Refused,
}

/// A token of 128 random bits from the system, in hexadecimal.
pub fn new_token() -> Result<String, getrandom::Error> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits)?;
    Ok(bits.iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Admission {
    /// For a server. The cookie's name holds the desk's port, because a browser sends the cookies of
    /// one port to every other.
    pub fn new(guard: Guard, token: String, port: u16) -> Admission {
        Admission { guard, token, cookie: format!("loftesarkiv-{port}") }
    }

    /// The token of this run, for forms.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The value of the header that sets the cookie.
    pub fn set_cookie(&self) -> String {
        format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie, self.token)
    }

    /// Whether a form has the token.
    pub fn has_token(&self, given: Option<&str>) -> bool {
        given.is_some_and(|given| same(given, &self.token))
    }

    /// Whether a request is let in.
    pub fn admit(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Admitted {
        let Ok(origin) = self.guard.check_name(uri, headers) else { return Admitted::Refused };
        let mut origins = headers.get_all(ORIGIN).iter();
        let own = match (origins.next(), origins.next()) {
            // Browsers say where a form comes from; what does not say it is no form of the desk.
            (None, _) => matches!(*method, Method::GET | Method::HEAD),
            (Some(given), None) => given.as_bytes() == origin.as_bytes(),
            (Some(_), Some(_)) => false,
        };
        if !own {
            return Admitted::Refused;
        }
        // The preview's own files and its stream of changes have a token of their own.
        let reads = matches!(*method, Method::GET | Method::HEAD) && !uri.path().starts_with(OWN);
        let query = FieldNode::of_urlencoded(uri.query().unwrap_or("").as_bytes());
        if let Some(given) = query.value("token").filter(|_| reads) {
            return match self.has_token(Some(given)) {
                true => Admitted::WithToken { to: uri.path().to_owned() },
                false => Admitted::Refused,
            };
        }
        if self.has_cookie(headers) { Admitted::In } else { Admitted::Refused }
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|value| value.split(';'));
        pairs.any(|pair| match pair.trim().split_once('=') {
            Some((name, value)) => name == self.cookie && same(value, &self.token),
            None => false,
        })
    }
}

/// Whether two texts are equal, in a time that does not tell how far they are.
fn same(one: &str, other: &str) -> bool {
    let differences = one.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    one.len() == other.len() && differences == 0
}
