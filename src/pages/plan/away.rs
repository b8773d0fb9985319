//! What is made for places other than the site: texts and e-mails of editions, pictures of links.

use super::{PageKind, Planner};
use crate::desk::{CardId, EntryId};
use crate::model::{EntryKind, Settings};

/// What has a picture of its own for links to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardOf {
    /// The site.
    Site,
    /// An edition.
    Briefing(CardId),
    /// A topic.
    Topic(EntryId),
}

impl Planner<'_> {
    /// The forms in which editions leave the site. An e-mail needs to say in full where the site is.
    pub(super) fn documents(&mut self, settings: &Settings) {
        for id in self.desk.briefings.iter().copied() {
            let card = self.desk.card(id);
            let owner = || Some((card.path.clone(), card.spot));
            self.add_for(self.addresses.text_of(id), PageKind::Text(id), owner());
            if settings.base_url.is_some() {
                self.add_for(self.addresses.mail_of(id), PageKind::Mail(id), owner());
            }
        }
    }

    /// Pictures of shared links, which need a full address. A desk may have the site's for itself.
    pub(super) fn shared(&mut self) {
        let site = self.addresses.share_card(CardOf::Site);
        // The site has one picture for all its trees.
        let own = self.tree != 0 || self.desk.statics.contains_key(site.as_str());
        let briefings = self.desk.briefings.iter().map(|id| CardOf::Briefing(*id));
        let topics = self.desk.entries.of_kind(EntryKind::Topic).map(|(id, _)| CardOf::Topic(id));
        for of in (!own).then_some(CardOf::Site).into_iter().chain(briefings).chain(topics) {
            self.add(self.addresses.share_card(of), PageKind::Card(of));
        }
    }
}
