//! A headless Chromium, driven over its DevTools protocol on the loopback.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// Longer than any machine needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser with one open page. It ends with the test.
pub struct Browser {
    child: Child,
    socket: WebSocket<TcpStream>,
    number: u64,
    /// What the page's console complained of.
    pub complaints: Vec<String>,
    _profile: tempfile::TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program: `DATELINE_CHROMIUM`, or what the system has.
fn program() -> Option<PathBuf> {
    if let Some(given) = std::env::var_os("DATELINE_CHROMIUM") {
        return Some(PathBuf::from(given));
    }
    let folders = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}

/// The program. Without one the tests that need it are not run, and say so; where
/// `DATELINE_NEEDS_CHROMIUM` is set they fail.
pub fn found() -> Option<PathBuf> {
    let program = program();
    if program.is_none() {
        let needed = std::env::var_os("DATELINE_NEEDS_CHROMIUM").is_some();
        assert!(!needed, "there is no Chromium: install it, or name it in DATELINE_CHROMIUM");
        let words = "NOT RUN: there is no Chromium, so nothing was tested in a browser \
                     (install it, or name it in DATELINE_CHROMIUM)\n";
        // Straight to the terminal: the test's own output is shown only when it fails.
        let _ = std::io::stderr().write_all(words.as_bytes());
    }
    program
}

impl Browser {
    /// Starts a browser, where there is one.
    pub fn start() -> Option<Self> {
        let program = found()?;
        let profile = tempfile::tempdir().expect("a folder");
        let child = Command::new(program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update"])
            .args(["--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-port=0"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("Chromium starts");
        let mut started = Started(Some(child));
        let port = port(profile.path());
        let (address, path) = page_socket(port);
        let stream = TcpStream::connect(address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        let url = format!("ws://127.0.0.1:{port}{path}");
        let (socket, _) = tungstenite::client(url, stream).expect("a socket");
        let child = started.0.take().expect("just put there");
        let mut browser =
            Self { child, socket, number: 0, complaints: Vec::new(), _profile: profile };
        for domain in ["Page.enable", "Runtime.enable", "Log.enable"] {
            browser.tell(domain, json!({}));
        }
        browser.size(1280, 800);
        Some(browser)
    }

    /// Sends a command and waits for its answer.
    pub fn tell(&mut self, method: &str, parameters: Value) -> Value {
        self.number += 1;
        let text = json!({ "id": self.number, "method": method, "params": parameters }).to_string();
        self.socket.send(Message::text(text)).expect("sent");
        let start = Instant::now();
        loop {
            assert!(start.elapsed() < PATIENCE, "{method}: no answer");
            let Message::Text(text) = self.socket.read().expect("an answer") else { continue };
            let answer: Value = serde_json::from_str(&text).expect("JSON");
            if answer["id"] == self.number {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.listen(&answer);
        }
    }

    fn listen(&mut self, event: &Value) {
        let entry = &event["params"]["entry"];
        // A page that is not there yet, and a preview that ends, are part of the tests.
        let network = entry["source"] == "network";
        if event["method"] == "Log.entryAdded" && entry["level"] == "error" && !network {
            self.complaints.push(entry["text"].to_string());
        }
        if event["method"] == "Runtime.exceptionThrown" {
            self.complaints.push(event["params"]["exceptionDetails"].to_string());
        }
    }

    /// How large the window is.
    pub fn size(&mut self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Opens an address and waits until it is loaded and follows the preview.
    pub fn open(&mut self, url: &str) {
        self.tell("Page.navigate", json!({ "url": url }));
        let loaded = format!("location.href == '{url}' && document.readyState == 'complete'");
        self.until(&loaded);
    }

    /// The value of an expression in the page.
    pub fn value(&mut self, expression: &str) -> Value {
        let wanted =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let result = self.tell("Runtime.evaluate", wanted);
        assert!(
            result["exceptionDetails"].is_null(),
            "{expression}: {}",
            result["exceptionDetails"]
        );
        result["result"]["value"].clone()
    }

    /// Runs words in the page as if somebody had clicked, which opening other tabs asks for.
    pub fn gesture(&mut self, expression: &str) {
        let asked = json!({ "expression": expression, "userGesture": true });
        let result = self.tell("Runtime.evaluate", asked);
        let wrong = &result["exceptionDetails"];
        assert!(wrong.is_null(), "{expression}: {wrong}");
    }

    /// Waits until an expression is true in the page.
    pub fn until(&mut self, expression: &str) {
        let start = Instant::now();
        while self.value(&format!("Boolean({expression})")) != true {
            let body = "document.body ? document.body.innerText : ''";
            assert!(
                start.elapsed() < PATIENCE,
                "not seen: {expression}\n{}",
                self.value(body).as_str().unwrap_or_default()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// A picture of the window, written where `DATELINE_SHOTS` asks for it.
    pub fn picture(&mut self, name: &str) {
        let Some(folder) = std::env::var_os("DATELINE_SHOTS") else { return };
        let shot = self.tell("Page.captureScreenshot", json!({ "format": "png" }));
        let text = shot["data"].as_str().unwrap_or_default();
        std::fs::write(Path::new(&folder).join(name), base64(text)).expect("written");
    }
}

/// A browser that is still starting, and ends if that fails.
struct Started(Option<Child>);

impl Drop for Started {
    fn drop(&mut self) {
        if let Some(mut child) = self.0.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The port that the browser chose.
fn port(profile: &Path) -> u16 {
    let start = Instant::now();
    loop {
        let text = std::fs::read_to_string(profile.join("DevToolsActivePort")).unwrap_or_default();
        if let Some(port) = text.lines().next().and_then(|line| line.parse().ok()) {
            return port;
        }
        assert!(start.elapsed() < PATIENCE, "Chromium does not start");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The address of the page's own socket.
fn page_socket(port: u16) -> (String, String) {
    let address = format!("127.0.0.1:{port}");
    let start = Instant::now();
    loop {
        let mut stream = TcpStream::connect(&address).expect("it listens");
        let ask =
            format!("GET /json/list HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(ask.as_bytes()).expect("sent");
        stream.set_read_timeout(Some(Duration::from_millis(500))).expect("a time");
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        let list = text.split_once("\r\n\r\n").map(|(_, list)| list.to_owned());
        let list: Value = serde_json::from_str(&list.unwrap_or_default()).unwrap_or_default();
        let pages = list.as_array().cloned().unwrap_or_default();
        let page = pages.iter().find(|page| page["type"] == "page");
        let url = page.and_then(|page| page["webSocketDebuggerUrl"].as_str().map(str::to_owned));
        if let Some(at) = url.as_ref().and_then(|url| url.find("/devtools/")) {
            return (address, url.unwrap_or_default()[at..].to_owned());
        }
        assert!(start.elapsed() < PATIENCE, "Chromium opens no page");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Bytes from base64 (RFC 4648), as pictures come.
fn base64(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u8> = text.bytes().filter(|c| *c != b'=').map(digit).collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for four in digits.chunks(4) {
        let all = four.iter().fold(0u32, |all, digit| (all << 6) | u32::from(*digit));
        let all = all << (6 * (4 - four.len()));
        bytes.extend_from_slice(&all.to_be_bytes()[1..four.len()]);
    }
    bytes
}
