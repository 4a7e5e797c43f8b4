//! `robots.txt`: everything may be read, and where the sitemap is if there is one.

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::model::Address;
use crate::site::make::Maker;
use crate::site::overview::Overview;

/// `robots.txt`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RobotsFile;

impl OutputKind for RobotsFile {
    /// The absolute address of the sitemap, if there is one.
    type Data<'a> = Option<String>;
    const KNOWN_BY_ITS_ADDRESS: bool = false;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, RobotsFile)> {
        [(Address::made("robots.txt".to_owned()), RobotsFile)].into_iter()
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<Option<String>> {
        Some(maker.absolute("sitemap.xml"))
    }

    fn bytes(sitemap: &Option<String>) -> Vec<u8> {
        let mut text = String::from("User-agent: *\nAllow: /\n");
        if let Some(sitemap) = sitemap {
            text.push_str("Sitemap: ");
            text.extend(sitemap.chars().filter(|c| !c.is_control()));
            text.push('\n');
        }
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn robots(sitemap: Option<&str>) -> String {
        String::from_utf8(RobotsFile::bytes(&sitemap.map(str::to_owned))).unwrap()
    }

    #[test]
    fn robots_may_read_everything_and_are_shown_the_sitemap() {
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
        assert_eq!(
            robots(Some("https://www.exempel.se/sitemap.xml")),
            "User-agent: *\nAllow: /\nSitemap: https://www.exempel.se/sitemap.xml\n"
        );
    }
}
