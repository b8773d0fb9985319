//! The preview as a real process, and what it answers.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use dateline::serve::{BEGIN, END};

use super::{AT, build, copy, dateline, demo, tree};

/// Longer than any machine needs.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A preview that ends with the test.
pub struct Preview {
    /// The process.
    pub child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// The address that it printed.
    pub url: String,
    /// Every file that it was seen to show.
    shown: RefCell<BTreeSet<String>>,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer: status, head and body.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Preview {
    /// Of a site, at any free port.
    pub fn of(root: &Path) -> Self {
        Self::with(root, &["--port", "0"])
    }

    /// With arguments of the test's own.
    pub fn with(root: &Path, more: &[&str]) -> Self {
        Self::start(&mut dateline(), root, &[&["--at", AT], more].concat())
    }

    /// With the machine's own clock.
    pub fn now(root: &Path) -> Self {
        Self::start(&mut dateline(), root, &["--port", "0"])
    }

    /// As a user who has no leave of the system's own: who runs tests may have every leave.
    #[cfg(unix)]
    pub fn as_nobody(root: &Path, more: &[&str]) -> Self {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        use std::os::unix::process::CommandExt;
        let program = root.join(".dateline-for-nobody");
        std::fs::copy(env!("CARGO_BIN_EXE_dateline"), &program).expect("copied");
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(root, open.clone()).expect("set");
        std::fs::set_permissions(&program, open).expect("set");
        let mut command = std::process::Command::new(&program);
        if root.metadata().expect("there").uid() == 0 {
            command.uid(65534).gid(65534);
        }
        Self::start(&mut command, root, &[&["--at", AT, "--port", "0"], more].concat())
    }

    fn start(command: &mut std::process::Command, root: &Path, more: &[&str]) -> Self {
        let mut child = command
            .args(["serve", "--quiet", "--root"])
            .arg(root)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let url = line.trim().to_owned();
        let address = url.strip_prefix("http://").unwrap_or_default();
        let address = address.split('/').next().unwrap_or_default();
        let mut address: SocketAddr =
            address.parse().unwrap_or_else(|_| panic!("no address: {line:?}"));
        // A preview for the whole network is asked on this machine only.
        address.set_ip(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST));
        Self { child, address, url, shown: RefCell::default() }
    }

    /// Sends bytes and reads what comes back until the connection is closed.
    pub fn raw(&self, request: &[u8]) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        // What is refused early may be closed before all of it is sent.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Answer { status, head, body: bytes[end + 4..].to_vec() })
    }

    pub fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = format!("Host: {}\r\n", self.address);
        let host = if headers.contains("Host:") { "" } else { &host };
        let request =
            format!("{method} {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n");
        self.raw(request.as_bytes()).unwrap_or_else(|| panic!("{method} {path}: no answer"))
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    pub fn state(&self) -> serde_json::Value {
        serde_json::from_slice(&self.get("/_dateline/state?page=/").body).expect("JSON")
    }

    /// Asks until something holds.
    pub fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < PATIENCE, "not seen: {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// A page without the preview's parts.
pub fn plain(html: &str) -> String {
    let mut html = html.to_owned();
    while let (Some(from), Some(to)) = (html.find(BEGIN), html.find(END)) {
        html.replace_range(from..to + END.len(), "");
    }
    html
}

/// A built page without what the preview carries in its header, and with its base where the preview
/// is.
fn without_policy(html: &str) -> String {
    let mut html = html.to_owned();
    let from = html.find("<meta http-equiv=\"Content-Security-Policy\"");
    if let Some(from) = from {
        let to = from + html[from..].find('>').expect("a closed tag") + 1;
        html.replace_range(from..to, "");
    }
    if let Some(from) = html.find("<base ") {
        let to = from + html[from..].find('>').expect("a closed tag") + 1;
        html.replace_range(from..to, "<base href=\"/\">");
    }
    html
}

fn address_of(path: &str) -> String {
    let url = percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC);
    format!("/{}", url.to_string().replace("%2F", "/"))
}

/// Whether the preview shows what a clean build gives, and nothing that it showed before and that
/// is no more; otherwise the first file that differs.
pub fn differs(preview: &Preview, built: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    for (path, bytes) in built.iter().filter(|(path, _)| *path != ".dateline-manifest") {
        let served = preview.get(&address_of(path));
        let same = match path.ends_with(".html") {
            true => plain(&served.text()) == without_policy(&String::from_utf8_lossy(bytes)),
            false => served.body == *bytes,
        };
        if served.status != 200 || !same {
            return Some(path.clone());
        }
    }
    let mut shown = preview.shown.borrow_mut();
    let gone = shown.iter().filter(|path| !built.contains_key(*path));
    for path in gone {
        if preview.get(&address_of(path)).status != 404 {
            return Some(path.clone());
        }
    }
    shown.extend(built.keys().cloned());
    None
}

/// Waits until every file of a clean build is what the preview shows.
pub fn settle(preview: &Preview, root: &Path, step: &str) {
    let output = tempfile::tempdir().expect("a folder");
    build(root, &output.path().join("out"), &["--quiet"]);
    let built = tree(&output.path().join("out"));
    let start = Instant::now();
    while let Some(path) = differs(preview, &built) {
        assert!(start.elapsed() < PATIENCE, "after {step}: {path} is not what a build gives");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A copy of the demo's sources.
pub fn site() -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a folder");
    for part in ["content", "static"] {
        copy(&demo().join(part), &site.path().join(part));
    }
    std::fs::copy(demo().join("dateline.yaml"), site.path().join("dateline.yaml")).expect("copied");
    site
}
