use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fmt, fs, io};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::Filed;
use super::source::{SiteFiles, Source, SourceKind, StaticFile, TemplateFile};
use super::wanted::wanted;
use crate::base::{Checked, Diagnostic, Lines, Spot};
use crate::model::codes;

/// No content file may be larger: 2 MiB is a novel.
const MAX_FILE: u64 = 2 << 20;

/// The list of words in `private/`.
const SECRETS: &str = "secrets.txt";

/// The machine's refusal to let a file be read.
#[derive(Debug)]
pub struct ReadError {
    /// Relative to the site folder where it can be told.
    pub path: String,
    /// What the system said.
    pub error: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: cannot be read: {}", self.path, self.error)
    }
}

impl std::error::Error for ReadError {}

/// A site folder as it was read.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    pub(super) root: PathBuf,
    pub(super) packs: bool,
    /// What is in it.
    pub files: SiteFiles,
    /// What is wrong with its files as files.
    pub complaints: Vec<Diagnostic>,
}

impl Folder {
    /// Reads the site folder: content, registry, settings, templates, and the list of static
    /// files.
    ///
    /// `private/` and the output are never opened by it. Links that lead out of the folder are refused.
    pub fn read(root: &Path) -> Result<Self, ReadError> {
        Self::read_as(root, false)
    }

    /// The same for a preview that lasts: texts are kept packed.
    pub fn read_to_keep(root: &Path) -> Result<Self, ReadError> {
        Self::read_as(root, true)
    }

    pub(super) fn read_as(root: &Path, packs: bool) -> Result<Self, ReadError> {
        let Checked { value: files, complaints } = read(root, filing(packs))?;
        Ok(Self { root: root.to_owned(), packs, files, complaints })
    }

    /// How texts are kept.
    pub(super) fn filing(&self) -> fn(Source) -> Filed {
        filing(self.packs)
    }
}

impl StaticFile {
    /// Its bytes as they are now.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        fs::read(self.place()?)
    }

    /// Opens it as it is now, with its size and a number that changes when it is written.
    pub fn open(&self) -> io::Result<(u64, u128, impl io::Read + Send + use<>)> {
        let file = fs::File::open(self.place()?)?;
        let meta = file.metadata()?;
        let written = meta.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Ok((meta.len(), written.as_nanos(), file))
    }

    /// Where it is. A file that has become a link, or that stands in a folder that has, is not the
    /// one that was looked at, and may lie outside of what may be shown.
    fn place(&self) -> io::Result<PathBuf> {
        let now = self.file.canonicalize()?;
        if self.real.as_ref() != Some(&now) {
            return Err(io::Error::other("this file has become a link to another"));
        }
        Ok(now)
    }

    /// Whether it can be read, without reading it.
    pub fn opens(&self) -> io::Result<()> {
        fs::File::open(&self.file).map(drop)
    }
}

/// The words that a desk lists so that they are never published. Of `private/` only this file is read,
/// and nothing is made of it.
pub fn secrets(root: &Path) -> Result<Option<String>, ReadError> {
    let path = format!("private/{SECRETS}");
    match fs::read(root.join("private").join(SECRETS)) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ReadError { path, error }),
    }
}

fn filing(packs: bool) -> fn(Source) -> Filed {
    if packs { Filed::packed } else { Filed::plain }
}

fn read(root: &Path, filing: fn(Source) -> Filed) -> Result<Checked<SiteFiles>, ReadError> {
    let mut complaints = Vec::new();
    let mut files = SiteFiles::default();
    let mut found = Vec::new();
    let settings = root.join("dateline.yaml");
    let kind = standing(root, "dateline.yaml")?;
    let link = kind.is_some_and(|kind| kind.is_symlink());
    if link && !stays_inside(root, &settings) {
        files.has_links = true;
        complaints.push(link_out("dateline.yaml"));
    } else if link || kind.is_some_and(|kind| kind.is_file()) {
        found.push((Arc::from("dateline.yaml"), settings, SourceKind::Settings));
    }
    files.has_content = standing(root, "content")?.is_some_and(|kind| kind.is_dir());
    let mut walk = |folder| walk(root, folder, &mut files.has_links, &mut complaints);
    let (content, statics, templates) = (walk("content")?, walk("static")?, walk("templates")?);
    let locks = walk("editions")?;
    for (path, file) in content.into_iter().chain(locks) {
        match SourceKind::of(&path) {
            Some(kind) => found.push((Arc::from(path), file, kind)),
            None => complaints.push(odd_file(&path)),
        }
    }
    let texts = found.par_iter().map(|(path, file, kind)| {
        let Checked { value, complaints } = load(path, file, *kind)?;
        Ok(Checked { value: value.map(filing), complaints })
    });
    let texts: Vec<_> = texts.collect();
    let mut sources: Vec<Filed> = Vec::with_capacity(texts.len());
    for text in texts {
        sources.extend(text?.into_value(&mut complaints));
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    files.sources = sources.into();
    let mut list = Vec::new();
    for (path, file) in statics {
        if let Some(complaint) = odd_name(&path) {
            complaints.push(complaint);
            continue;
        }
        let size =
            fs::metadata(&file).map_err(|error| ReadError { path: path.clone(), error })?.len();
        let real = file.canonicalize().ok();
        list.push(StaticFile { path: path["static/".len()..].to_owned(), file, real, size });
    }
    files.statics = Arc::new(list);
    for (path, file) in templates {
        let text = load(&Arc::from(path.as_str()), &file, SourceKind::Page)?;
        if let Some(source) = text.into_value(&mut complaints) {
            let name = path["templates/".len()..].to_owned();
            files.templates.push(TemplateFile { name, text: source.text });
        }
    }
    Ok(Checked::new(files, complaints))
}

/// The files below a folder that are meant for the site: path from the root, and where it is.
/// Notes whether any of them is a link, or a folder is.
fn walk(
    root: &Path,
    folder: &str,
    has_links: &mut bool,
    complaints: &mut Vec<Diagnostic>,
) -> Result<Vec<(String, PathBuf)>, ReadError> {
    let start = root.join(folder);
    let Some(kind) = standing(root, folder)? else { return Ok(Vec::new()) };
    if kind.is_symlink() {
        *has_links = true;
        complaints.push(link_out(folder));
        return Ok(Vec::new());
    }
    if !kind.is_dir() {
        let message = format!("`{folder}` is a file where a folder belongs");
        let complaint =
            Diagnostic::error(codes::FILE_NAME, &Arc::from(folder), Spot::START, message);
        complaints.push(complaint.help("rename it"));
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    let entries = WalkDir::new(&start).sort_by_file_name().into_iter();
    let visible = entries
        .filter_entry(|entry| entry.depth() == 0 || entry.file_name().to_str().is_none_or(wanted));
    for entry in visible {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        let Some(path) = relative(root, entry.path()) else {
            complaints.push(not_unicode(root, entry.path()));
            continue;
        };
        *has_links |= entry.path_is_symlink();
        if entry.path_is_symlink() && !stays_inside(root, entry.path()) {
            complaints.push(link_out(&path));
        } else if entry.path_is_symlink() || entry.file_type().is_file() {
            files.push((path, entry.path().to_owned()));
        }
    }
    Ok(files)
}

/// What stands in the site's folder by this name, a link for itself; nothing where it is not there.
/// That the system cannot say it is another matter: a folder left out would unpublish what is in it.
fn standing(root: &Path, name: &str) -> Result<Option<fs::FileType>, ReadError> {
    match fs::symlink_metadata(root.join(name)) {
        Ok(found) => Ok(Some(found.file_type())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ReadError { path: name.to_owned(), error }),
    }
}

fn walk_error(root: &Path, error: walkdir::Error) -> ReadError {
    let path = error.path().and_then(|path| relative(root, path)).unwrap_or_default();
    let error = error.into_io_error().unwrap_or_else(|| io::Error::other("a loop of links"));
    ReadError { path, error }
}

pub(super) fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// A link may stand for a file of the same site, never for a folder and never for anything else.
fn stays_inside(root: &Path, link: &Path) -> bool {
    let (Ok(root), Ok(target)) = (root.canonicalize(), link.canonicalize()) else { return false };
    // A link in static/ to a content file would publish what the gate keeps back: a link may lead
    // only within the folder that it stands in.
    let Some(folder) = link.strip_prefix(&root).ok().and_then(|path| path.components().next())
    else {
        return false;
    };
    target.starts_with(root.join(folder)) && target.is_file()
}

pub(super) fn load(
    path: &Arc<str>,
    file: &Path,
    kind: SourceKind,
) -> Result<Checked<Option<Source>>, ReadError> {
    let fault = |error| ReadError { path: path.to_string(), error };
    let size = fs::metadata(file).map_err(fault)?.len();
    if size > MAX_FILE {
        let message = format!("this file has {size} bytes; the limit is {MAX_FILE}");
        let complaint = Diagnostic::error(codes::TOO_LARGE, path, Spot::START, message)
            .help("split it into several files");
        return Ok(Checked::new(None, vec![complaint]));
    }
    let bytes = fs::read(file).map_err(fault)?;
    Ok(match decode(path, bytes) {
        Ok(text) => Checked::fine(Some(Source { path: Arc::clone(path), kind, text: text.into() })),
        Err(complaint) => Checked::new(None, vec![*complaint]),
    })
}

/// Bytes to text: UTF-8 without its mark, lines ending in LF, no NUL.
fn decode(path: &Arc<str>, mut bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let message = "this file is in UTF-16, not in UTF-8";
        return Err(Box::new(
            Diagnostic::error(codes::NOT_UTF8, path, Spot::START, message)
                .help("save it as UTF-8 in your editor"),
        ));
    }
    if bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
        bytes.drain(..3);
    }
    let text = String::from_utf8(bytes).map_err(|error| Box::new(not_utf8(path, &error)))?;
    let text = match text.contains('\r') {
        true => text.replace("\r\n", "\n").replace('\r', "\n"),
        false => text,
    };
    match text.find('\0') {
        None => Ok(text),
        Some(at) => {
            let spot = Lines::new(&text).spot(at..at + 1);
            let message = "a NUL character stands here: this is not a text file, or a damaged one";
            Err(Box::new(Diagnostic::error(codes::NUL, path, spot, message).help("delete it")))
        }
    }
}

fn not_utf8(path: &Arc<str>, error: &std::string::FromUtf8Error) -> Diagnostic {
    let at = error.utf8_error().valid_up_to();
    let valid = String::from_utf8_lossy(&error.as_bytes()[..at]);
    let spot = Lines::new(&valid).spot(valid.len()..valid.len());
    let byte = error.as_bytes().get(at).copied().unwrap_or_default();
    let message = format!("byte 0x{byte:02x} at offset {at} is not UTF-8");
    Diagnostic::error(codes::NOT_UTF8, path, spot, message).help("save the file as UTF-8")
}

fn odd_file(path: &str) -> Diagnostic {
    if path.starts_with("editions/") {
        let message = "this file is no lock of a release; it is left out";
        let help = "editions/ holds `*.lock`, which `dateline release` writes";
        let complaint =
            Diagnostic::warning(codes::ODD_FILE, &Arc::from(path), Spot::START, message);
        return complaint.help(help);
    }
    let known = "articles, notes, briefings (any depth), corrections, topics, pages (no folders below), or one \
                 of the five files in content/registry";
    let message = "this file is nothing that Dateline knows; it is left out";
    let help = format!("content is `*.md` in content/ under {known}; images go under static/");
    Diagnostic::warning(codes::ODD_FILE, &Arc::from(path), Spot::START, message).help(help)
}

/// A name under `static/` that no address can have.
fn odd_name(path: &str) -> Option<Diagnostic> {
    let control = path.chars().find(|c| c.is_control())?;
    let shown = path.replace(char::is_control, "?");
    let message =
        format!("this file's name has a control character (U+{:04X})", u32::from(control));
    let complaint = Diagnostic::error(codes::FILE_NAME, &Arc::from(shown), Spot::START, message);
    Some(complaint.help("rename it"))
}

fn link_out(path: &str) -> Diagnostic {
    let message = "this link leads out of the site, in a circle, or to a folder";
    Diagnostic::error(codes::LINK_OUT_OF_SITE, &Arc::from(path), Spot::START, message)
        .help("put the file itself here")
}

fn not_unicode(root: &Path, path: &Path) -> Diagnostic {
    let parent = path.parent().and_then(|parent| relative(root, parent)).unwrap_or_default();
    let message = "a file in this folder has a name that is not UTF-8";
    Diagnostic::error(codes::FILE_NAME, &Arc::from(parent), Spot::START, message).help("rename it")
}

/// The bytes of a file of the site that is copied as it is; none where it cannot be read any more, which
/// copying it will say.
pub fn read_static(file: &StaticFile) -> Vec<u8> {
    std::fs::read(&file.file).unwrap_or_default()
}
