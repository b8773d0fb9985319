use std::fmt;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

use super::{ItemView, Source};
use crate::desk::CardId;

/// An article in a list, in whatever form its reader wants it: made once, shared by every page
/// that lists the article.
#[derive(Clone)]
pub struct SharedItem(Arc<dyn erased_serde::Serialize + Send + Sync>);

impl SharedItem {
    /// Wraps an item in its reader's form.
    pub fn new(form: impl Serialize + Send + Sync + 'static) -> Self {
        Self(Arc::new(form))
    }
}

impl Serialize for SharedItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(&*self.0, serializer)
    }
}

impl fmt::Debug for SharedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedItem")
    }
}

/// The list entries of a site's articles, each made when it is first asked for.
#[derive(Debug)]
pub struct Items {
    cells: Vec<OnceLock<SharedItem>>,
    form: fn(&ItemView) -> SharedItem,
}

impl Items {
    /// For so many cards, in a reader's form.
    pub fn new(cards: usize, form: fn(&ItemView) -> SharedItem) -> Self {
        Self { cells: (0..cards).map(|_| OnceLock::new()).collect(), form }
    }
}

impl Source<'_> {
    /// An article in a list, shared with every other list that it stands in.
    pub fn shared_item(&self, id: CardId) -> SharedItem {
        match self.items.cells.get(id.0 as usize) {
            Some(cell) => cell.get_or_init(|| (self.items.form)(&self.item(id))).clone(),
            None => (self.items.form)(&self.item(id)),
        }
    }
}
