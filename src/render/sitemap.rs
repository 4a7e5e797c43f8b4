//! Sitemap.
use crate::site::view::SitemapView;
pub fn sitemap(_: &SitemapView) -> Vec<u8> {
    Vec::new()
}
pub fn robots(_: Option<&str>) -> Vec<u8> {
    b"User-agent: *\nAllow: /\n".to_vec()
}
