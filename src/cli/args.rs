use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Builds briefing sites from folders of articles and editor notes.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, max_term_width = 100)]
pub struct Args {
    /// Flags that every command takes, before or after it.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags that every command takes.
#[derive(Debug, clap::Args)]
pub struct Global {
    /// The site folder
    #[arg(short, long, global = true, default_value = ".", value_name = "DIR")]
    pub root: PathBuf,
    /// Only errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// More about what is done
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// How messages are written
    #[arg(long, global = true, default_value = "human", value_name = "FORMAT")]
    pub format: Format,
    /// When to colour
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
}

/// How messages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the line and a caret
    Human,
    /// One line each: path:line:col: error[code]: message
    Short,
    /// One JSON object a line
    Json,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a small site that builds at once
    Init(Init),
    /// Make an article, note, briefing, topic or correction with its keys
    New(New),
    /// Build the site into public/
    Build(Build),
    /// Show the site in a browser while it is written
    Serve(Serve),
    /// Say everything that build would say, writing nothing
    Check(Check),
    /// List what is and what is not published, and why
    List(List),
    /// Lock an edition as readers get it
    Release(Release),
    /// Say in words what a build would change
    Diff(Diff),
    /// Compare a copy of the output with its manifest
    Verify(Verify),
    /// Say which files made a page
    Why(Why),
    /// Say what a message means and how to mend it
    Explain(Explain),
    /// Print the JSON Schema of a kind of file
    Schema(Schema),
    /// Print completions for a shell
    Completions(Completions),
}

/// `dateline init`
#[derive(Debug, clap::Args)]
pub struct Init {
    /// The folder, which must be empty or not there
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// `dateline release`
#[derive(Debug, clap::Args)]
pub struct Release {
    /// The edition: its slug, or its day
    #[arg(value_name = "SLUG|DATE")]
    pub edition: String,
    /// What the build depends on
    #[command(flatten)]
    pub inputs: Inputs,
}

/// `dateline diff`
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// What to compare with: an output folder, or a manifest that was kept
    #[arg(value_name = "OLD", default_value = "public")]
    pub old: PathBuf,
    /// What the build depends on
    #[command(flatten)]
    pub inputs: Inputs,
}

/// `dateline verify`
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// The copy: a folder with its .dateline-manifest
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// A file or folder in it that is not Dateline's; may be given several times
    #[arg(long, value_name = "PATH")]
    pub keep: Vec<String>,
}

/// `dateline new`
#[derive(Debug, clap::Args)]
pub struct New {
    /// What to make
    #[arg(value_enum)]
    pub kind: NewKind,
    /// Its title; of a correction, what it corrects
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    /// Its day, or time with offset; today otherwise
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Turn pasted wire copy into an article: a file, or - for standard input
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// A topic of the article; may be given several times
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// The outlet of the article
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// The article's address at its outlet
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Of a correction, the words that readers got
    #[arg(long, value_name = "WORDS")]
    pub was: Option<String>,
    /// Of a correction, the words that stand there now
    #[arg(long, value_name = "WORDS")]
    pub now: Option<String>,
    /// What the note is on: an article's slug, a topic, place, actor, event or day
    #[arg(long, value_name = "NAME")]
    pub on: Vec<String>,
}

/// What `dateline new` makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NewKind {
    /// Somebody's report
    Article,
    /// The desk's remark
    Note,
    /// A dated edition
    Briefing,
    /// A topic's introduction
    Topic,
    /// What was wrong in something that readers got
    Correction,
}

/// What `build` and `check` depend on besides the sources.
#[derive(Debug, clap::Args)]
pub struct Inputs {
    /// The site's address, instead of the settings' base_url
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The build's clock: a day or a time with offset; SOURCE_DATE_EPOCH or now otherwise
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// Make errors of warnings
    #[arg(long)]
    pub strict: bool,
    /// Let links end in index.html, for disks and hosts whose folders have no index
    #[arg(long)]
    pub portable: bool,
    /// How many threads; as many as cores otherwise
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
}

/// `dateline build`
#[derive(Debug, clap::Args)]
pub struct Build {
    /// The output folder
    #[arg(short, long, value_name = "DIR", default_value = "public")]
    pub output: PathBuf,
    #[command(flatten)]
    #[allow(missing_docs, reason = "flattened")]
    pub inputs: Inputs,
}

/// `dateline serve`
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// The port; 0 for any that is free. The settings' own or the next free one otherwise
    #[arg(short, long, value_name = "PORT")]
    pub port: Option<u16>,
    /// The address to listen at
    #[arg(short, long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub interface: std::net::IpAddr,
    /// Let other machines see the preview, with the token of the printed address
    #[arg(long)]
    pub allow_lan: bool,
    /// Open the browser
    #[arg(short = 'O', long)]
    pub open: bool,
    /// Look at the folder once a second instead of being told by the system
    #[arg(long)]
    pub poll: bool,
    /// Show drafts, held, scheduled and internal things too, with a stamp
    #[arg(short = 'D', long)]
    pub drafts: bool,
    /// The preview's clock: a day or a time with offset; SOURCE_DATE_EPOCH or now otherwise
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
}

/// `dateline check`
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    #[allow(missing_docs, reason = "flattened")]
    pub inputs: Inputs,
}

/// `dateline list`
#[derive(Debug, clap::Args)]
pub struct List {
    /// Which
    #[arg(value_enum, default_value = "all")]
    pub which: Which,
    /// The build's clock
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
}

/// What `dateline list` lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// Still being written
    Drafts,
    /// Kept back: held, internal or withdrawn
    Held,
    /// Embargoed, or dated ahead of the clock
    Scheduled,
    /// Past their time
    Expired,
    /// Registered, and named by nothing
    Orphans,
    /// Everything
    All,
}

/// `dateline why`
#[derive(Debug, clap::Args)]
pub struct Why {
    /// The page's address, such as /topics/libya/
    #[arg(value_name = "URL")]
    pub url: String,
    /// The build's clock
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
}

/// `dateline explain`
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The code in a message's brackets; all codes otherwise
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// `dateline schema`
#[derive(Debug, clap::Args)]
pub struct Schema {
    /// article, note, briefing, topic, page, places, actors, people, sources, events or settings
    #[arg(value_name = "KIND", default_value = "article")]
    pub kind: String,
}

/// `dateline completions`
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}
