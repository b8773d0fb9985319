//! A browser's view of an output folder: every page parsed as HTML, every link followed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use rayon::prelude::*;

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use url::Url;

/// What a page says to a crawler.
#[derive(Debug, Default)]
pub struct Facts {
    /// Addresses in `href`, `src` and refreshes, as written.
    pub links: Vec<String>,
    /// Ids, in order.
    pub ids: Vec<String>,
    /// How many first headings.
    pub h1: usize,
    /// `<base href>`
    pub base: Option<String>,
    /// Elements by name.
    pub elements: BTreeMap<String, usize>,
    /// Names of attributes.
    pub attributes: BTreeSet<String>,
}

/// Reads a page as a browser does.
pub fn facts(html: &str) -> Facts {
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(html);
    let mut facts = Facts::default();
    visit(&dom.document, &mut facts);
    facts
}

fn visit(node: &Handle, facts: &mut Facts) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let element = name.local.to_string();
        facts.h1 += usize::from(element == "h1");
        for attr in attrs.borrow().iter() {
            let (attribute, value) = (attr.name.local.to_string(), attr.value.to_string());
            match attribute.as_str() {
                "href" if element == "base" => facts.base = Some(value),
                "href" | "src" => facts.links.push(value),
                "id" => facts.ids.push(value),
                "content" if value.contains("url=") => {
                    facts.links.extend(value.split_once("url=").map(|(_, url)| url.to_owned()));
                }
                _ => {}
            }
            facts.attributes.insert(attribute);
        }
        *facts.elements.entry(element).or_default() += 1;
    }
    for child in node.children.borrow().iter() {
        visit(child, facts);
    }
}

/// Where a site stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// At a domain's root.
    Root,
    /// Under `/a/b/`.
    Folder,
    /// On a disk, where a folder shows no index.
    Disk,
}

/// An output folder, crawled.
pub struct Crawl {
    pages: BTreeMap<String, Facts>,
    files: BTreeSet<String>,
    stand: Stand,
}

impl Crawl {
    /// Reads every page of an output folder.
    pub fn new(output: &Path, stand: Stand) -> Self {
        let tree = super::tree(output);
        let pages = tree.par_iter().filter(|(path, _)| path.ends_with(".html"));
        let pages =
            pages.map(|(path, bytes)| (path.clone(), facts(&String::from_utf8_lossy(bytes))));
        Self { pages: pages.collect(), files: tree.keys().cloned().collect(), stand }
    }

    /// The pages by their files.
    pub fn pages(&self) -> &BTreeMap<String, Facts> {
        &self.pages
    }

    fn origin(&self) -> Url {
        let text = match self.stand {
            Stand::Root => "https://site.example/",
            Stand::Folder => "https://site.example/a/b/",
            Stand::Disk => "file:///home/somebody/site/",
        };
        Url::parse(text).expect("a literal")
    }

    /// The address at which a reader opens a file.
    fn address(&self, file: &str) -> Url {
        let path = match self.stand {
            Stand::Disk => file,
            _ => file.strip_suffix("index.html").unwrap_or(file),
        };
        self.origin().join(path).expect("a path")
    }

    /// The file that a link leads to, and its anchor; `Ok(None)` for other sites.
    fn follow(&self, file: &str, link: &str) -> Result<Option<(String, Option<String>)>, String> {
        let mut from = self.address(file);
        if let Some(base) = self.pages.get(file).and_then(|facts| facts.base.as_ref()) {
            from = from.join(base).map_err(|error| error.to_string())?;
        }
        let to = from.join(link).map_err(|error| error.to_string())?;
        let origin = self.origin();
        if to.scheme() != origin.scheme() || to.host() != origin.host() {
            return Ok(None);
        }
        let path = to.path().strip_prefix(origin.path()).ok_or("it leads out of the site")?;
        let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned();
        let folder = path.is_empty() || path.ends_with('/');
        let target = match (folder, self.stand) {
            (true, Stand::Disk) => return Err("a folder shows no index on a disk".to_owned()),
            (true, _) => format!("{path}index.html"),
            (false, _) => path,
        };
        if !self.files.contains(&target) {
            return Err(format!("there is no {target}"));
        }
        let anchor = to.fragment().map(|anchor| {
            percent_encoding::percent_decode_str(anchor).decode_utf8_lossy().into_owned()
        });
        Ok(Some((target, anchor.filter(|anchor| !anchor.is_empty()))))
    }

    /// Every link that leads nowhere, every anchor that is not there.
    pub fn broken(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for (file, facts) in &self.pages {
            for link in &facts.links {
                match self.follow(file, link) {
                    Err(why) => broken.push(format!("{file}: {link}: {why}")),
                    Ok(Some((target, Some(anchor)))) => {
                        let there = self
                            .pages
                            .get(&target)
                            .is_some_and(|facts| facts.ids.contains(&anchor));
                        if !there {
                            broken.push(format!("{file}: {link}: no such anchor"));
                        }
                    }
                    Ok(_) => {}
                }
            }
        }
        broken
    }

    /// How many links lead from the home page to each file.
    pub fn depths(&self) -> BTreeMap<String, usize> {
        let mut depths = BTreeMap::from([("index.html".to_owned(), 0)]);
        let mut queue = VecDeque::from(["index.html".to_owned()]);
        while let Some(file) = queue.pop_front() {
            let depth = depths[&file];
            for target in self.targets(&file) {
                if !depths.contains_key(&target) {
                    depths.insert(target.clone(), depth + 1);
                    queue.push_back(target);
                }
            }
        }
        depths
    }

    /// The pages that a page links to.
    pub fn targets(&self, file: &str) -> BTreeSet<String> {
        let links = self.pages.get(file).map(|facts| facts.links.as_slice()).unwrap_or_default();
        let targets = links.iter().filter_map(|link| self.follow(file, link).ok().flatten());
        targets.map(|(target, _)| target).filter(|target| target.ends_with(".html")).collect()
    }
}
