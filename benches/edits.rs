//! How long an edit takes inside the preview, without watcher and sockets:
//! `cargo bench --bench edits -- SITE content/articles/…/some.md [templates/some.html]`.
//!
//! Changes the article's text, then its title, then the template, over and over, as the preview
//! does: reads the file again, runs the pipeline with its memo, renders the article and the home
//! page. The files are put back as they were.

#![allow(clippy::expect_used, reason = "a bench fails by it")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dateline::base::Clock;
use dateline::content::Folder;
use dateline::desk::Audience;
use dateline::pipeline::{Memo, Options, Proof, proof_of};

const RUNS: usize = 30;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    // `cargo test --benches` and the like only want to know that it starts.
    let (site, article, template) = match arguments.as_slice() {
        [site, article] => (site, article, None),
        [site, article, template] => (site, article, Some(template)),
        _ => {
            println!("give a site and an article: cargo bench --bench edits -- SITE ARTICLE");
            return;
        }
    };
    let root = Path::new(site).canonicalize().expect("a site");
    let file = root.join(article);
    let kept = std::fs::read_to_string(&file).expect("an article");
    let mut preview = Preview::start(&root, article);
    println!("start    {:>8.1} ms", preview.started.as_secs_f64() * 1e3);
    preview.series("text", &file, |at| format!("{kept}\nWords {at}.\n"));
    preview.series("title", &file, |at| {
        kept.replacen("title: \"", &format!("title: \"Edit {at} "), 1)
    });
    std::fs::write(&file, kept).expect("written");
    if let Some(template) = template {
        let file = root.join(template);
        let kept = std::fs::read_to_string(&file).expect("a template");
        preview.series("template", &file, |at| format!("{kept}{{# {at} #}}\n"));
        std::fs::write(&file, kept).expect("written");
    }
}

struct Preview {
    folder: Folder,
    memo: Memo,
    options: Options,
    article: String,
    started: Duration,
}

impl Preview {
    fn start(root: &Path, article: &str) -> Self {
        let clock = Clock::parse("2040-01-01").expect("a literal");
        let options = Options { clock, strict: false, portable: false, base_url: None };
        let start = Instant::now();
        let folder = Folder::read(root).expect("readable");
        let mut memo = Memo::default();
        proof_of(&folder, &options, Audience::Readers, &mut memo);
        Self { folder, memo, options, article: article.to_owned(), started: start.elapsed() }
    }

    fn series(&mut self, what: &str, file: &Path, text: impl Fn(usize) -> String) {
        let mut times: [Vec<Duration>; 4] = Default::default();
        for at in 0..RUNS {
            std::fs::write(file, text(at)).expect("written");
            for (all, time) in times.iter_mut().zip(self.edit(file.to_owned())) {
                all.push(time);
            }
        }
        for (name, mut all) in ["read", "pipeline", "article", "home"].into_iter().zip(times) {
            all.sort();
            let ms = |time: Duration| time.as_secs_f64() * 1e3;
            println!(
                "{what:<8} {name:<9} median {:>7.2} ms, best {:>7.2} ms",
                ms(all[RUNS / 2]),
                ms(all[0])
            );
        }
    }

    /// One edit; how long each of its parts took.
    fn edit(&mut self, file: PathBuf) -> [Duration; 4] {
        let start = Instant::now();
        assert!(self.folder.read_again(&[file]).expect("readable"), "nothing changed");
        let read = start.elapsed();
        let proof = proof_of(&self.folder, &self.options, Audience::Readers, &mut self.memo);
        let ran = start.elapsed();
        let own = |proof: &Proof, page| proof.content_of(page).as_deref() == Some(&self.article);
        let page = proof.plan.pages.iter().find(|page| own(&proof, page)).expect("a page");
        let (article, home) = (Instant::now(), &proof.plan.pages[0]);
        assert!(proof.page(page).is_ok());
        let article = article.elapsed();
        let start = Instant::now();
        assert!(proof.page(home).is_ok());
        [read, ran - read, article, start.elapsed()]
    }
}
