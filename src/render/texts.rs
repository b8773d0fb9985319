use std::sync::Arc;

use super::put_right::put_right;
use crate::content::{Block, Body, Piece};
use crate::desk::{CardId, Desk, Thing};
use crate::model::Card;
use crate::pages::Addresses;
use crate::pages::views::{BlockView, Bodies, FootnoteView};

/// Where the text of a card comes from.
pub type BodyOf<'d> = &'d (dyn Fn(&Card) -> Arc<Body> + Sync);

/// The texts of a site, with what is needed to fill their slots.
#[derive(Clone, Copy)]
pub struct Texts<'d> {
    desk: &'d Desk,
    addresses: Addresses<'d>,
    body_of: BodyOf<'d>,
}

impl<'d> Texts<'d> {
    /// The texts of a desk's cards.
    pub fn new(desk: &'d Desk, addresses: Addresses<'d>, body_of: BodyOf<'d>) -> Self {
        Self { desk, addresses, body_of }
    }

    fn html(&self, card: CardId, pieces: &[Piece], root: &str, prefix: Option<&str>) -> String {
        let ids = prefix.unwrap_or_default();
        let mut html = String::with_capacity(pieces.len() * 64);
        for piece in pieces {
            match piece {
                Piece::Html(text) => html.push_str(text),
                Piece::Id(id) | Piece::Fragment(id) => {
                    html.push_str(ids);
                    html.push_str(&crate::base::escape_html(id));
                }
                Piece::Href(number) => {
                    let link = self.desk.links_of(card).get(*number);
                    let href =
                        link.map(|link| self.addresses.link(link, card, root, prefix.is_none()));
                    html.push_str(&crate::base::escape_html(&href.unwrap_or_default()));
                }
            }
        }
        html
    }

    fn block(&self, card: CardId, block: &Block, root: &str, prefix: Option<&str>) -> BlockView {
        let ids = prefix.unwrap_or_default();
        let footnotes = block.footnotes.iter().map(|note| FootnoteView {
            number: note.number,
            id: format!("{ids}fn{}", note.number),
            back: format!("{ids}fr{}", note.number),
            html: self.html(card, &note.pieces, root, prefix),
        });
        BlockView {
            html: self.html(card, &block.pieces, root, prefix),
            footnotes: footnotes.collect(),
            notes: Vec::new(),
            anchors: block.anchors.iter().map(|anchor| format!("{ids}{anchor}")).collect(),
        }
    }
}

impl Bodies for Texts<'_> {
    fn blocks(&self, card: CardId, root: &str, prefix: Option<&str>) -> Vec<BlockView> {
        let body = (self.body_of)(self.desk.card(card));
        let blocks = body.blocks.iter().map(|block| self.block(card, block, root, prefix));
        let mut blocks: Vec<BlockView> = blocks.collect();
        for corrected in self.desk.corrections_of(Thing::Card(card)) {
            let correction = self.desk.correction(corrected.correction);
            let words = correction.and_then(|c| c.was.as_ref().zip(c.now.as_ref()));
            let Some((was, now)) = words else { continue };
            let right = |block: &BlockView| put_right(&block.html, &was.value, &now.value);
            let found = blocks.iter_mut().find_map(|block| right(block).map(|html| (block, html)));
            if let Some((block, html)) = found {
                block.html = html;
            }
        }
        blocks
    }
}
