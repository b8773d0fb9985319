//! The preview as a real process, and what it answers.

use std::collections::BTreeMap;
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
        let mut child = dateline()
            .args(["serve", "--quiet", "--at", AT, "--root"])
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
        let address = address.parse().unwrap_or_else(|_| panic!("no address: {line:?}"));
        Self { child, address, url }
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

/// A built page without what the preview carries in its header.
fn without_policy(html: &str) -> String {
    let from = html.find("<meta http-equiv=\"Content-Security-Policy\"");
    let Some(from) = from else { return html.to_owned() };
    let to = from + html[from..].find('>').expect("a closed tag") + 1;
    format!("{}{}", &html[..from], &html[to..])
}

/// Whether the preview shows what a clean build gives; otherwise the first file that differs.
pub fn differs(preview: &Preview, built: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    for (path, bytes) in built.iter().filter(|(path, _)| *path != ".dateline-manifest") {
        let url = percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC);
        let served = preview.get(&format!("/{}", url.to_string().replace("%2F", "/")));
        let same = if path == "404.html" {
            served.status == 200
        } else if path.ends_with(".html") {
            plain(&served.text()) == without_policy(&String::from_utf8_lossy(bytes))
        } else {
            served.body == *bytes
        };
        if !same {
            return Some(path.clone());
        }
    }
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
