//! What is at an address before it is made into bytes: a view for the theme, or data for the
//! program's own formats.

use super::outputs::Data;
use super::pages::{NotFoundPage, PageBody, PageKind, View};
use super::plan::SitePlan;
use super::planned::PlannedFile;
use super::scale::Recent;
use crate::archive::Archive;
use crate::model::{Address, FileId};

/// What the bytes at an address are made from.
#[derive(Debug)]
pub enum Product<'a> {
    /// An HTML page.
    View(Box<View>),
    /// A file that the program writes without the theme.
    Data(Box<Data<'a>>),
    /// A file of the theme, by its index in the theme's list.
    Asset(usize),
    /// A file of the site, unchanged.
    File(FileId),
}

/// What the bytes at an address of the plan are made from. For an address that is not in the plan,
/// that is the page that says so.
pub fn product<'a>(archive: &'a Archive, plan: &'a SitePlan, address: &'a Address) -> Product<'a> {
    product_near(archive, plan, address, &Recent::default())
}

/// Like [`product`], for callers that also make the pages around it: what they share is made once.
pub fn product_near<'a>(
    archive: &'a Archive,
    plan: &'a SitePlan,
    address: &'a Address,
    recent: &Recent,
) -> Product<'a> {
    let maker = plan.maker(archive, address);
    let product = match plan.pages.get(address) {
        Some(PlannedFile::Page(page)) => {
            Some(Product::View(Box::new(page.view(&maker.near(recent)))))
        }
        Some(PlannedFile::Output(output)) => output.data(&maker).map(Box::new).map(Product::Data),
        Some(PlannedFile::File(id)) => Some(Product::File(*id)),
        Some(PlannedFile::Asset(n)) => Some(Product::Asset(*n)),
        Some(PlannedFile::Copy(of)) => copy(archive, plan, address, of),
        None => None,
    };
    product.unwrap_or_else(|| {
        let page = NotFoundPage.view(&maker).map(PageBody::NotFound);
        Product::View(Box::new(page))
    })
}

/// What a copy at `address` of what is at another address is made from; `None` if nothing is there
/// that can be copied.
fn copy<'a>(
    archive: &'a Archive,
    plan: &'a SitePlan,
    address: &'a Address,
    of: &'a Address,
) -> Option<Product<'a>> {
    match plan.pages.get(of)? {
        PlannedFile::Output(output) => {
            let from = if output.is_known_by_its_address() { of } else { address };
            output.data(&plan.maker(archive, from)).map(Box::new).map(Product::Data)
        }
        PlannedFile::File(id) => Some(Product::File(*id)),
        PlannedFile::Asset(n) => Some(Product::Asset(*n)),
        PlannedFile::Page(_) | PlannedFile::Copy(_) => None,
    }
}
