use std::sync::Arc;

use super::{CardId, Desk, EntryId};
use crate::base::{Day, Diagnostic, did_you_mean};
use crate::model::{EntryKind, Fields, Role, Settings, When, codes};

/// On whose behalf somebody speaks: the organisation at the top, and the side that it is on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Party {
    /// The topmost actor; the person or outlet itself where there is no actor.
    pub root: EntryId,
    /// The side in the desk's words.
    pub side: Option<String>,
}

impl Party {
    /// Whether two speak for one organisation or side.
    pub fn is_with(&self, other: &Self) -> bool {
        self.root == other.root || (self.side.is_some() && self.side == other.side)
    }
}

/// The mark that a party has beside its name: the shape carries who it is, the colour only helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The first side.
    Square,
    /// The second side.
    Circle,
    /// Third states and everybody else.
    Diamond,
    /// Nobody who is named.
    Ring,
}

impl Sign {
    /// The class that the style sheet draws it by.
    pub fn class(self) -> &'static str {
        match self {
            Self::Square => "G",
            Self::Circle => "R",
            Self::Diamond => "O",
            Self::Ring => "N",
        }
    }
}

impl Desk {
    /// The party that an actor or outlet speaks for; a person as of now.
    pub fn party(&self, speaker: EntryId) -> Party {
        self.party_on(speaker, None)
    }

    /// The party that somebody speaks for on a day. A person speaks for the actor of the office
    /// that they hold on it; where no office is known for the day, for that which has not ended,
    /// or else for the first.
    pub fn party_on(&self, speaker: EntryId, day: Option<Day>) -> Party {
        let alone = Party { root: speaker, side: None };
        match self.entries.get(speaker).facts.as_ref().map(|facts| &facts.fields) {
            Some(Fields::Person { roles, .. }) => {
                let held = |role: &&Role| {
                    let from = role.from.as_ref().and_then(When::earliest);
                    let to = role.to.as_ref().and_then(When::latest);
                    day.is_some_and(|day| {
                        from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
                    })
                };
                let of_actor = || roles.iter().filter(|role| role.actor.is_some());
                let role = of_actor().rfind(held);
                let role = role.or_else(|| of_actor().find(|role| role.to.is_none()));
                let role = role.or_else(|| of_actor().next());
                let actor = role.and_then(|role| role.actor.as_ref());
                let actor = actor.and_then(|name| self.entries.find(EntryKind::Actor, &name.value));
                actor.map_or(alone, |actor| self.party_of_actor(actor))
            }
            _ if speaker.kind == EntryKind::Actor => self.party_of_actor(speaker),
            _ => alone,
        }
    }

    /// The party that somebody speaks for in a report.
    pub fn party_in(&self, article: CardId, speaker: EntryId) -> Party {
        self.party_on(speaker, self.card(article).date().map(|date| date.day))
    }

    fn party_of_actor(&self, actor: EntryId) -> Party {
        let mut party = Party { root: actor, side: None };
        // A circle of parents has had its message; here it only must end.
        for _ in 0..=self.entries.list(EntryKind::Actor).len() {
            let entry = self.entries.get(party.root);
            if party.side.is_none()
                && let Some(Fields::Actor { side, .. }) =
                    entry.facts.as_ref().map(|facts| &facts.fields)
            {
                party.side.clone_from(side);
            }
            match entry.parent {
                Some(parent) if parent != party.root => party.root = parent,
                _ => break,
            }
        }
        party
    }

    /// The parties of a topic in their order, as the topic or one above it names them.
    pub fn sides_of(&self, topic: EntryId) -> Vec<Party> {
        let mut topic = Some(topic);
        for _ in 0..=self.entries.list(EntryKind::Topic).len() {
            let Some(id) = topic else { break };
            let entry = self.entries.get(id);
            let sides = entry.card.and_then(|card| self.card(card).topic());
            let sides = sides.map(|topic| topic.sides.as_slice()).unwrap_or_default();
            let found = sides.iter().filter_map(|name| {
                self.entries.find(EntryKind::Actor, &name.value).map(|actor| self.party(actor))
            });
            let found: Vec<Party> = found.collect();
            if !found.is_empty() {
                return found;
            }
            topic = entry.parent;
        }
        Vec::new()
    }

    /// The mark of a speaker: by the order of the topic's sides; where the topic names none, by
    /// the order in which the registry first names each side.
    pub fn sign(&self, topic: Option<EntryId>, party: Option<&Party>) -> Sign {
        let Some(party) = party else { return Sign::Ring };
        let sides = topic.map(|topic| self.sides_of(topic)).unwrap_or_default();
        let place = if sides.is_empty() {
            self.side_names.iter().position(|side| Some(side) == party.side.as_ref())
        } else {
            sides.iter().position(|side| side.is_with(party))
        };
        let pins: Vec<Option<usize>> = if sides.is_empty() {
            self.side_names.iter().map(|side| self.pinned(None, Some(side))).collect()
        } else {
            sides.iter().map(|side| self.pin_of(side)).collect()
        };
        let place = place.map(|place| numbers(&pins)[place]).or_else(|| self.pin_of(party));
        match place {
            Some(0) => Sign::Square,
            Some(1) => Sign::Circle,
            _ => Sign::Diamond,
        }
    }

    /// The numbers of the marks of some actors, the sides of one map: from 0, each once as far as the
    /// settings leave them free.
    pub fn marks_of(&self, sides: &[EntryId]) -> Vec<usize> {
        if self.pins.is_empty() {
            return (0..sides.len()).collect();
        }
        let pins: Vec<_> = sides.iter().map(|side| self.pin_of(&self.party(*side))).collect();
        numbers(&pins)
    }

    fn pin_of(&self, party: &Party) -> Option<usize> {
        self.pinned(Some(party.root), party.side.as_deref())
    }

    /// The mark that the settings give an actor, or else its side.
    fn pinned(&self, actor: Option<EntryId>, side: Option<&str>) -> Option<usize> {
        let pin = |wanted: &dyn Fn(&str) -> bool| {
            self.pins.iter().find(|(name, _)| wanted(name)).map(|(_, mark)| *mark)
        };
        pin(&|name| actor.is_some() && self.entries.find(EntryKind::Actor, name) == actor)
            .or_else(|| pin(&|name| side == Some(name)))
    }

    /// The mark of a speaker in an article.
    pub fn sign_in(&self, article: CardId, speaker: Option<EntryId>) -> Sign {
        let party = speaker.map(|speaker| self.party_in(article, speaker));
        self.sign(self.first_topic(article), party.as_ref())
    }

    /// Whoever a speaker's name means: an actor, a person or an outlet, in that order.
    pub fn speaker(&self, name: &str) -> Option<EntryId> {
        let kinds = [EntryKind::Actor, EntryKind::Person, EntryKind::Source];
        kinds.into_iter().find_map(|kind| self.entries.find(kind, name))
    }
}

/// Takes the settings' marks over; a name that nobody has is said.
pub fn pin(desk: &mut Desk, settings: &Settings, complaints: &mut Vec<Diagnostic>) {
    let sides = side_names(desk);
    for (name, mark) in &settings.look.marks {
        let known = desk.entries.find(EntryKind::Actor, &name.value).is_some();
        if !known && !sides.contains(&name.value) {
            let message = format!("no actor and no side is called `{}`", name.value);
            let actors = desk.entries.of_kind(EntryKind::Actor).map(|(_, actor)| actor.id.as_str());
            let names = sides.iter().map(String::as_str).chain(actors);
            let help = did_you_mean(&name.value, names)
                .unwrap_or_else(|| "write an actor's id or a `side` of the registry".to_owned());
            let path = Arc::from("dateline.yaml");
            complaints.push(
                Diagnostic::error(codes::SETTINGS_VALUE, &path, name.spot, message).help(help),
            );
        }
        desk.pins.push((name.value.clone(), *mark));
    }
}

/// Places among the marks: those that are given, and for the others the first that are left.
fn numbers(pins: &[Option<usize>]) -> Vec<usize> {
    let mut free = (0..).filter(|number| !pins.contains(&Some(*number)));
    pins.iter().map(|pin| pin.or_else(|| free.next()).unwrap_or_default()).collect()
}

/// The sides that the registry names, each once, in its order.
pub fn side_names(desk: &Desk) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (_, actor) in desk.entries.of_kind(EntryKind::Actor) {
        if let Some(Fields::Actor { side: Some(side), .. }) =
            actor.facts.as_ref().map(|facts| &facts.fields)
            && !names.contains(side)
        {
            names.push(side.clone());
        }
    }
    names
}

impl Desk {
    /// The parties to an event, as the registry names them.
    pub fn sides_of_event(&self, event: EntryId) -> Vec<EntryId> {
        let facts = self.entries.get(event).facts.as_ref();
        let Some(Fields::Event { sides, .. }) = facts.map(|facts| &facts.fields) else {
            return Vec::new();
        };
        let known = |name: &crate::model::Name| self.entries.find(EntryKind::Actor, &name.value);
        sides.iter().filter_map(known).collect()
    }
}
