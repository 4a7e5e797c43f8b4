//! Making the bytes of every kind of product: pages from the templates, the rest by the program
//! itself.

use super::embedded::BUILD_ID;
use super::strings::Strings;
use super::{Theme, ThemeFiles};
use crate::diagnostic::Problem;
use crate::digest::{Digest, Digester, hash_value};
use crate::language::{Labels, Language};
use crate::site::Product;

impl Theme {
    /// A product's key: equal keys mean equal bytes. A file of the site has its own digest as its
    /// key.
    pub fn key(&self, product: &Product) -> Digest {
        match product {
            Product::View(view) => self.page_key(view),
            Product::Asset(n) => Digest::of(self.asset(*n)),
            // The theme has no influence on what the program writes itself.
            Product::Data(data) => {
                let mut digest = Digester::new();
                digest.update(BUILD_ID);
                hash_value(&mut digest, data);
                digest.finish()
            }
            Product::File(id) => {
                let mut digest = Digester::new();
                hash_value(&mut digest, id);
                digest.finish()
            }
        }
    }

    /// A product's bytes; a file of the site has them already.
    pub fn bytes(&self, product: &Product) -> Result<Vec<u8>, Vec<Problem>> {
        Ok(match product {
            Product::View(view) => self.page(view)?,
            Product::Data(data) => data.bytes(),
            Product::Asset(n) => self.asset(*n).to_vec(),
            Product::File(_) => Vec::new(),
        })
    }

    fn asset(&self, n: usize) -> &[u8] {
        self.assets().nth(n).map_or(&[], |(_, bytes)| bytes)
    }
}

impl ThemeFiles {
    /// The texts that titles are made from, in one language.
    pub fn labels(&self, language: Language) -> Labels {
        let strings = match self.strings(language) {
            Some(layers) => Strings::read(&layers.built_in, layers.own.as_ref()).0,
            None => Strings::default(),
        };
        let keys = strings.keys().filter_map(|(key, _)| key.strip_prefix("labels."));
        Labels::of(keys.filter_map(|key| Some((key, strings.text(&format!("labels.{key}"))?))))
    }
}
