use super::args::{self, Global};
use super::build::{in_pool, options, say_all, site_root};
use super::failure::Failure;
use super::init::write;
use super::report::Report;
use crate::base::{Clock, Day};
use crate::desk::{CardId, Desk};
use crate::model::Lock;
use crate::model::lock::unplaced;
use crate::pipeline::{Edition, edition};

/// Locks an edition as readers get it.
pub fn run(release: &args::Release, global: &Global, report: &Report) -> Result<(), Failure> {
    let options = options(&release.inputs)?;
    let root = site_root(&global.root)?;
    in_pool(release.inputs.jobs, || {
        let edition = edition(&root, &options)?;
        say_all(&edition, Vec::new(), report)?;
        if edition.later_locks() > 0 {
            return Err(Failure::usage(
                "an edition was released at a later time than this",
                "locks are a chain in the order of time: give a later --at, or leave it out",
            ));
        }
        let mut locks: Vec<Lock> = edition.desk.locks.to_vec();
        let named = named(&edition, &release.edition)?;
        let mut made = Vec::new();
        for (desk, id) in named {
            let lock = lock(&edition, desk, id, &locks, to_the_second(options.clock));
            locks.push(lock.clone());
            made.push(lock);
        }
        for lock in &made {
            write(&root, &lock.path, &lock.to_string())?;
            report.say(&lock.path);
        }
        let remembered: usize = made.iter().map(|lock| lock.addresses.len()).sum();
        report.summary(&format!(
            "released {}: its text is locked, and {} remembered",
            release.edition,
            match remembered {
                1 => "one new address is".to_owned(),
                more => format!("{more} new addresses are"),
            },
        ));
        Ok(())
    })
}

/// The briefing of a slug or of a day, in each language; one that readers get, and not twice.
fn named<'e>(edition: &'e Edition, name: &str) -> Result<Vec<(&'e Desk, CardId)>, Failure> {
    let day = Day::parse(name);
    let is_it = |desk: &Desk, id: CardId| {
        let card = desk.card(id);
        card.slug() == name || day.is_some() && card.date().map(|date| date.day) == day
    };
    let home = |desk: &Desk, id: CardId| {
        let language = desk.card(id).language().unwrap_or(edition.settings.language());
        edition.settings.home_of(language) == desk.language
    };
    let desks = edition.trees.iter().map(|tree| &*tree.desk);
    let all: Vec<(&Desk, CardId)> = desks
        .flat_map(|desk| desk.briefings.iter().map(move |id| (desk, *id)))
        .filter(|(desk, id)| is_it(desk, *id) && home(desk, *id))
        .collect();
    let left = all.iter().copied().filter(|(desk, id)| desk.lock_of(*id).is_none());
    let left: Vec<_> = left.collect();
    if let (Some((desk, id)), true) = (all.first(), left.is_empty()) {
        let lock = desk.lock_of(*id).map(|lock| lock.path.to_string()).unwrap_or_default();
        let help = "what is released is never released again; a correction is a file of its own";
        return Err(Failure::usage(format!("`{name}` was released before: {lock}"), help));
    }
    let one = left.first().map(|(desk, id)| desk.card(*id).slug());
    match one {
        None => Err(Failure::usage(
            format!("no edition that readers get is called `{name}`, nor is one of that day"),
            "give a briefing's file name without its ending, or its day; `dateline list held` says \
             what is kept back",
        )),
        Some(slug) if left.iter().any(|(desk, id)| desk.card(*id).slug() != slug) => {
            let slugs: Vec<&str> = left.iter().map(|(desk, id)| desk.card(*id).slug()).collect();
            let help = format!("give one of them: {}", slugs.join(", "));
            Err(Failure::usage(format!("{name} has several editions"), help))
        }
        Some(_) => Ok(left),
    }
}

/// The clock's time as a lock holds it.
fn to_the_second(clock: Clock) -> String {
    clock.0.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The lock of an edition, after those that there are.
fn lock(edition: &Edition, desk: &Desk, id: CardId, locks: &[Lock], released: String) -> Lock {
    let card = desk.card(id);
    let language = card.language().unwrap_or(edition.settings.language());
    let ending = match desk.tree.trim_end_matches('/') {
        "" => String::new(),
        tree => format!(".{tree}"),
    };
    let slug = card.slug();
    let known = |route: &str| {
        locks.iter().any(|lock| lock.addresses.iter().any(|address| address.value == route))
    };
    let pages = edition.plan.pages.iter().filter(|page| page.kind.is_page());
    let routes = pages.map(|page| page.route.as_str()).filter(|route| !known(route));
    let last = locks.last();
    let before = last.map(|lock| (unplaced(lock.name().to_owned()), lock.seal.clone()));
    let mut lock = Lock {
        path: format!("editions/{slug}{ending}.lock").into(),
        edition: unplaced(slug.to_owned()),
        language: language.to_owned(),
        released,
        before,
        text: edition.text_of(desk, id).into_iter().map(unplaced).collect(),
        addresses: routes.map(|route| unplaced(route.to_owned())).collect(),
        seal: String::new(),
    };
    lock.seal = lock.sealed();
    lock
}
