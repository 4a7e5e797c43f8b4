//! The accessibility statement.

use super::{Head, Maker};
use crate::model::AttachmentText;
use crate::site::view::{AccessibilityView, Body, FaultView, Link, View};

impl Maker<'_> {
    pub(super) fn accessibility(&self) -> View {
        let settings = &self.archive.settings;
        let statement = settings.accessibility.as_ref();
        let text = |pick: fn(&crate::model::settings::Accessibility) -> &Option<String>| {
            statement.and_then(|statement| pick(statement).clone())
        };
        let view = AccessibilityView {
            publisher: settings.publisher.clone(),
            service: settings.title.clone(),
            status: statement.and_then(|statement| statement.status),
            assessed: statement.and_then(|s| s.assessed.as_ref()).map(|date| date.value),
            updated: statement.and_then(|statement| statement.updated),
            method: statement.and_then(|statement| statement.method),
            contact: text(|statement| &statement.contact),
            contact_url: text(|statement| &statement.contact_url),
            supervisor: text(|statement| &statement.supervisor),
            supervisor_url: text(|statement| &statement.supervisor_url),
            burden: text(|statement| &statement.burden),
            outside_law: text(|statement| &statement.outside_law),
            faults: statement
                .map(|statement| &statement.faults[..])
                .unwrap_or(&[])
                .iter()
                .map(|fault| FaultView {
                    situation: fault.situation.clone(),
                    text: fault.text.clone(),
                    reason: fault.reason.clone(),
                })
                .collect(),
            scanned: self.scanned(),
            missing: statement.is_none(),
        };
        let head = Head {
            breadcrumb: vec![self.start_link()],
            ..Head::titled(self.plan.labels.accessibility.clone())
        };
        self.view(head, Body::Accessibility(view))
    }

    /// Documents with attachments that are only pictures of text.
    fn scanned(&self) -> Vec<Link> {
        let scanned = self.archive.published().filter(|(_, linked)| {
            let mut attachments = linked.document.common.attachments.iter();
            attachments.any(|attachment| attachment.text == Some(AttachmentText::Scanned))
        });
        scanned
            .map(|(id, linked)| Link {
                text: self.plan.titles[id.index()].clone(),
                href: self.way(&linked.document.address),
            })
            .collect()
    }
}
