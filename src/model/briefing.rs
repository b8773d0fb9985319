use jiff::Timestamp;

use super::{Extra, Name, Sum};
use crate::base::{Moment, Spotted};

/// The desk's own dated edition. Its body is the lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Briefing {
    /// The headline that says the day's state.
    pub title: String,
    /// The day it is for.
    pub date: Moment,
    /// Its name in the address `/briefings/<slug>/`: the file's name.
    pub slug: String,
    /// Until when reports were taken in.
    pub cut_off: Option<Moment>,
    /// The edition's number.
    pub number: Option<String>,
    /// At most seven sentences.
    pub takeaways: Vec<String>,
    /// Its articles; every article of the day if none is given.
    pub items: Vec<Name>,
    /// Topic and how it stands: deteriorated, improved or unchanged.
    pub trend: Vec<(Name, Spotted<String>)>,
    /// Topic and what may come: risk or opportunity.
    pub alerts: Vec<(Name, Spotted<String>)>,
    /// Figures that the desk adds up.
    pub sum: Option<Sum>,
    /// What to look out for.
    pub outlook: Option<String>,
    /// Not before this time.
    pub embargo: Option<Timestamp>,
    /// BCP 47.
    pub language: Option<String>,
    /// Free keys.
    pub extra: Extra,
}
