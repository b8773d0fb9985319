//! What readers get does not depend on anything private: whatever is held back, kept for the desk,
//! or typed beside the text is taken out, renamed, dated otherwise or added, not one byte changes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use dateline::base::{Clock, Severity};
use dateline::content::Folder;
use dateline::pipeline::{Edition, Memo, Options, edition, edition_of};
use proptest::prelude::*;
use support::{AT, write_all};

/// So many changes are made to each site.
const CHANGES: usize = 20;

/// So many sites: 2,000 changes in a plain run. A longer run is `DATELINE_CASES=2500`.
fn sites() -> u32 {
    std::env::var("DATELINE_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(100)
}

/// A report that readers see.
#[derive(Debug, Clone)]
struct Report {
    day: u8,
    topic: usize,
    /// Whether it is at the town, at the hidden house, or at both.
    places: usize,
    claim: bool,
    figure: bool,
    /// Whether the nurse, who must not be named, speaks in it.
    nurse: bool,
}

/// Something that readers must not see, and in what it is like another.
#[derive(Debug, Clone)]
struct Secret {
    kind: usize,
    name: u16,
    day: u8,
    words: u8,
}

/// The ways in which a text is private.
const HELD_BACK: [&str; 7] = [
    "status: draft",
    "draft: true",
    "status: held",
    "status: withdrawn",
    "embargo: 2030-01-01T08:00+01:00",
    "expires: 2012-01-01T00:00+00:00",
    "embargo: 2027-05-01T00:00+00:00\nexpires: 2029-01-01T00:00+00:00",
];

const KINDS: usize = 12;

fn report() -> impl Strategy<Value = Report> {
    (1_u8..28, 0_usize..3, 0_usize..4, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(day, topic, places, claim, figure, nurse)| Report {
            day,
            topic,
            places,
            claim,
            figure,
            nurse,
        },
    )
}

fn secret() -> impl Strategy<Value = Secret> {
    (0..KINDS, 0_u16..1000, 1_u8..28, any::<u8>()).prop_map(|(kind, name, day, words)| Secret {
        kind,
        name,
        day,
        words,
    })
}

/// Whether there are two trees, which takes twice as long.
fn is_bilingual(reports: &[Report]) -> bool {
    reports.len() > 2
}

/// The files of the public site.
fn public(reports: &[Report]) -> Vec<(String, String)> {
    let mut files = vec![
        (
            "dateline.yaml".to_owned(),
            format!(
                "title: Soundings\n{}rights: own\nsearch: {}\n",
                if is_bilingual(reports) { "languages: [en, ar]\n" } else { "" },
                reports[0].claim
            ),
        ),
        (
            "content/registry/actors.yaml".to_owned(),
            "gov: {name: Government, side: state}\nntc: {name: Council, side: rebels}\n".to_owned(),
        ),
        (
            "content/registry/events.yaml".to_owned(),
            "fight: {title: The fight, when: \"2011-07-14/..\", place: town}\n".to_owned(),
        ),
        (
            "content/topics/war.md".to_owned(),
            "---\ntitle: War\nsides: [gov, ntc]\n---\nText.\n".to_owned(),
        ),
        ("content/pages/about.md".to_owned(), "---\ntitle: About\n---\nWho we are.\n".to_owned()),
        (
            "content/briefings/2011-07-15-day.md".to_owned(),
            "---\ntitle: A day\ndate: 2011-07-15\n---\nLead.\n".to_owned(),
        ),
        (
            "content/notes/2011-07-16-note.md".to_owned(),
            "---\non: [war]\ndate: 2011-07-16\n---\nA note.\n".to_owned(),
        ),
    ];
    for (at, report) in reports.iter().enumerate() {
        let topic = ["war", "Aid", "Talks"][report.topic];
        let places =
            ["", "places: [town]\n", "places: [house]\n", "places: [house, town]\n"][report.places];
        let claim =
            if report.claim { "[It stands.](#c1 \"gov says re fight\")" } else { "It stands." };
        let by = if report.nurse { " [They came.](#c2 \"ntc says by nurse\")" } else { "" };
        let figure = if report.figure {
            " [Nine died.](#k1 \"ntc: ntc killed 9 2011-07-14/2011-07-15 re fight\")"
        } else {
            ""
        };
        files.push((
            format!("content/articles/2011-07-{:02}-report-{at}.md", report.day),
            format!("---\ntitle: Report {at}\ntopics: [{topic}]\n{places}source: Post\n---\n{claim}{by}{figure}\n"),
        ));
    }
    files
}

/// What stands in the private places, as files: some are files of their own, some are lines in public
/// ones. Nothing that is the same with and without secrets may be left out, such as the registry.
fn private(secrets: &[Secret], reports: &[Report]) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let (mut nurse, mut house) = ("Amal Haddad".to_owned(), (31.25, 19.75));
    let mut comments = String::new();
    for Secret { kind, name, day, words } in secrets {
        let key = HELD_BACK[usize::from(*words) % HELD_BACK.len()];
        let topic = ["war", "Aid", "Unheard of", "Talks"][usize::from(*words >> 2) % 4];
        let text = body(*words, reports);
        match kind {
            0 | 1 => {
                let file = format!("content/articles/2011-07-{day:02}-secret-{name}.md");
                let more = [
                    "",
                    "places: [town, Hideout]\n",
                    "events: [fight]\nactors: [Spies, gov]\n",
                    "weight: 9\nsource: Insider\n",
                ][usize::from(*words >> 4) % 4];
                files.insert(
                    file,
                    format!(
                        "---\ntitle: Secret {name}\ntopics: [{topic}]\n{more}{key}\n---\n{text}\n"
                    ),
                );
            }
            2 => {
                let file = format!("content/articles/2030-01-{day:02}-later-{name}.md");
                files.insert(
                    file,
                    format!("---\ntitle: Later {name}\ntopics: [{topic}]\n---\n{text}\n"),
                );
            }
            3 => {
                let file = format!("content/notes/2011-07-{day:02}-inner-{name}.md");
                let on = ["war", "town", "gov", "report-0"][usize::from(*words) % 4];
                files.insert(file, format!("---\non: [{on}]\ntitle: Inner {name}\ninternal: true\n---\nDo not print {name}.\n"));
            }
            4 => {
                let file = format!("content/pages/secret-{name}.md");
                files.insert(
                    file,
                    format!("---\ntitle: Page {name}\ndraft: true\n---\nNot yet {name}.\n"),
                );
            }
            5 => {
                let file = format!("content/briefings/2011-07-{day:02}-planned-{name}.md");
                files.insert(file, format!("---\ntitle: Planned {name}\nembargo: 2030-01-01T08:00+01:00\n---\nNot yet {name}.\n"));
            }
            // Only a site of several languages has translations.
            6 if is_bilingual(reports) => {
                let day = reports[0].day;
                let file = format!("content/articles/2011-07-{day:02}-report-0.ar.md");
                files.insert(
                    file,
                    format!("---\ntitle: سر {name}\ntopics: [war]\n{key}\n---\nسر {name}.\n"),
                );
            }
            7 => nurse = format!("Secret Nurse {name}"),
            8 => house = (f64::from(*day), f64::from(*name) / 10.0),
            9 => comments += &format!("\n<!-- secret {name} -->\n"),
            10 => {
                let file = [
                    ".notes.md",
                    "content/.draft.md",
                    "content/articles/old.md~",
                    "private/plan.md",
                    "content/articles/.#lock.md",
                ][usize::from(*words) % 5];
                files.insert(file.to_owned(), format!("---\ntitle: Hidden {name}\n"));
            }
            _ => {
                let file = "private/secrets.txt".to_owned();
                files.insert(file, format!("# words\nsecret phrase {name}\n"));
            }
        }
    }
    files.insert("content/registry/people.yaml".to_owned(), format!("# who\nnurse: {{name: {nurse}, native: {nurse}, aliases: [{nurse} again], identify: role, roles: [{{title: a nurse, actor: ntc}}]}}\n"));
    files.insert("content/registry/places.yaml".to_owned(), format!("town: {{name: Town, lat: 30.4, lon: 19.5}}\nhouse: {{name: A house, lat: {}, lon: {}, sensitive: true}}\n", house.0, house.1));
    files.insert(
        "content/pages/method.md".to_owned(),
        format!(
            "---\n# {}\ntitle: Method\n---\nHow we work.\n{comments}",
            comments.replace('\n', " ")
        ),
    );
    files
}

/// A private text that speaks of public ones: it denies, counts and links.
fn body(words: u8, reports: &[Report]) -> String {
    let claims = reports.iter().position(|report| report.claim);
    let denial = claims
        .filter(|_| words & 1 == 1)
        .map(|at| format!("[Not so.](#c1 \"ntc denies report-{at}#c1 re fight\") "));
    let figure = if words & 2 == 2 {
        "[Ninety died.](#k1 \"gov: ntc killed 90 2011-07-14/2011-07-15 re fight\") "
    } else {
        ""
    };
    let link = if words & 4 == 4 { "See [[War]], [[Town]] and [[Report 0]]. " } else { "" };
    format!("{}{figure}{link}Words {words}.", denial.unwrap_or_default())
}

/// Every page by what its bytes are.
fn pages(edition: &Edition) -> BTreeMap<String, u64> {
    let errors: Vec<_> =
        edition.complaints.iter().filter(|c| c.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "the test's site is wrong: {errors:#?}");
    let pages = Mutex::new(BTreeMap::new());
    let faults = edition.render(|path, bytes| {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        pages.lock().expect("no panic").insert(path.to_owned(), hasher.finish());
        Ok::<(), ()>(())
    });
    assert!(faults.is_ok_and(|faults| faults.is_empty()));
    pages.into_inner().expect("no panic")
}

fn options() -> Options {
    let clock = Clock::parse(AT).expect("a literal");
    Options { clock, strict: false, portable: false, base_url: None }
}

/// Puts the files of a folder into another state, and says which were touched.
fn put(
    root: &Path,
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Vec<PathBuf> {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
    let touched = changed.map(|name| {
        match after.get(name) {
            Some(text) => write_all(root, [(name.as_str(), text.as_str())]),
            None => std::fs::remove_file(root.join(name)).expect("removed"),
        }
        root.join(name)
    });
    touched.collect()
}

/// Takes one out, names it otherwise, dates it otherwise, says something else in it, or adds one.
fn changed(secrets: &mut Vec<Secret>, how: u8, at: usize, new: Secret) {
    let at = at % secrets.len().max(1);
    match (how % 5, secrets.get_mut(at)) {
        (0, Some(_)) => drop(secrets.remove(at)),
        (1, Some(secret)) => secret.name = new.name,
        (2, Some(secret)) => secret.day = new.day,
        (3, Some(secret)) => secret.words = new.words,
        _ => secrets.push(new),
    }
}

/// Changes what is private in a site, again and again, and looks at it each time: `warm` with what is
/// known from before, else as a first run does.
fn unmoved(
    reports: &[Report],
    mut secrets: Vec<Secret>,
    changes: Vec<(u8, usize, Secret)>,
    warm: bool,
) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().canonicalize().expect("a folder");
    for (name, text) in public(reports) {
        write_all(&root, [(name.as_str(), text.as_str())]);
    }
    let mut state = private(&[], reports);
    put(&root, &BTreeMap::new(), &state);
    let expected = pages(&edition(&root, &options()).expect("readable"));
    let mut read = Folder::read(&root).expect("readable");
    let mut memo = Memo::default();
    for (how, which, new) in changes {
        changed(&mut secrets, how, which, new);
        let next = private(&secrets, reports);
        let touched = put(&root, &state, &next);
        let found = if warm {
            read.read_again(&touched).expect("readable");
            pages(&edition_of(&read, &options(), &mut memo))
        } else {
            pages(&edition(&root, &options()).expect("readable"))
        };
        prop_assert!(found == expected, "{:?} {:?}", differing(&found, &expected), secrets);
        state = next;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: sites(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_private_changes_a_byte_of_a_preview(
        reports in prop::collection::vec(report(), 1..4),
        secrets in prop::collection::vec(secret(), 0..4),
        changes in prop::collection::vec((any::<u8>(), 0_usize..8, secret()), CHANGES),
    ) {
        unmoved(&reports, secrets, changes, true)?;
    }
}

proptest! {
    // A first run takes longer, and has less that could be stale.
    #![proptest_config(ProptestConfig { cases: sites().div_ceil(3), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_private_changes_a_byte_of_a_build(
        reports in prop::collection::vec(report(), 1..4),
        secrets in prop::collection::vec(secret(), 0..4),
        changes in prop::collection::vec((any::<u8>(), 0_usize..8, secret()), CHANGES),
    ) {
        unmoved(&reports, secrets, changes, false)?;
    }
}

fn differing<'p>(
    one: &'p BTreeMap<String, u64>,
    other: &'p BTreeMap<String, u64>,
) -> Vec<&'p String> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).take(8).collect()
}
