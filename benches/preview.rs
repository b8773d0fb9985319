//! From a save to the first byte of the changed page, over HTTP: `cargo bench --bench preview`.
//!
//! Starts the preview on a made-up site, writes a file in place and asks for a page every 2 ms until
//! it holds the change; prints the median and the memory after the edits. With `HUGO=/path/to/hugo` the
//! same articles are then served by Hugo, with layouts that do less: an article, lists of topics and
//! days, a home page of the newest 50. `cargo bench --bench preview -- 1000 10000` says how many.

#![allow(clippy::expect_used, reason = "a bench fails by it")]

mod corpus;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const EDITS: u32 = 9;
/// A page that does not change within this time never will.
const PATIENCE: Duration = Duration::from_secs(120);

fn main() {
    let numbers: Vec<u32> = std::env::args().filter_map(|one| one.parse().ok()).collect();
    // `cargo test --benches` and the like only want to know that it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let numbers = if numbers.is_empty() { vec![1_000, 10_000] } else { numbers };
    for number in numbers {
        let site = Site::make(number);
        measure(&site, "Dateline", site.dateline());
        if let Some(hugo) = std::env::var_os("HUGO") {
            measure(&site, "Hugo", site.hugo(Path::new(&hugo)));
        }
        std::fs::remove_dir_all(&site.root).expect("the site can be removed");
    }
}

/// A site for either program.
struct Site {
    root: PathBuf,
    number: u32,
}

/// A running server, its address, and what it is asked for.
struct Server {
    child: Child,
    address: SocketAddr,
    /// The article that is edited: its file, and its page.
    file: PathBuf,
    page: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

impl Site {
    fn make(number: u32) -> Self {
        let name = format!("dateline-preview-{}-{number}", std::process::id());
        let root = std::env::temp_dir().join(name);
        corpus::make(&root, number).expect("the site can be written");
        Self { root, number }
    }

    fn start(&self, command: &mut Command, port: u16, file: &str, page: String) -> Server {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let file = self.root.join(file);
        Server { child: child.expect("the program starts"), address, file, page }
    }

    fn dateline(&self) -> Server {
        let (port, last) = (free_port(), self.number - 1);
        let (year, month, day) = corpus::day_of(last);
        let path = format!("{year}/{month:02}/{day:02}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(["serve", "--quiet", "--at", "2040-01-01", "--port", &port.to_string()]);
        command.arg("--root").arg(&self.root);
        let file = format!("content/articles/{path}/report-{last}.md");
        self.start(&mut command, port, &file, format!("/{path}/report-{last}/"))
    }

    /// The same articles with the front matter and the layouts that Hugo asks for.
    fn hugo(&self, program: &Path) -> Server {
        let (port, root, last) = (free_port(), self.root.join("hugo"), self.number - 1);
        for at in 0..self.number {
            let (year, month, day) = corpus::day_of(at);
            let folder = root.join(format!("content/{year}/{month:02}/{day:02}"));
            std::fs::create_dir_all(&folder).expect("a folder");
            let text = corpus::article(at, year, month, day);
            std::fs::write(folder.join(format!("report-{at}.md")), text).expect("written");
        }
        for (name, text) in [
            (
                "hugo.toml",
                "baseURL='http://127.0.0.1/'\ntitle='Bench'\n[taxonomies]\ntopic='topics'\n",
            ),
            (
                "layouts/home.html",
                "<h1>Home</h1>{{ range first 50 site.RegularPages.ByDate.Reverse }}<p><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></p>{{ end }}",
            ),
            ("layouts/page.html", "<title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"),
            (
                "layouts/section.html",
                "<h1>{{ .Title }}</h1>{{ range first 50 .Pages }}<p>{{ .Title }}</p>{{ end }}",
            ),
            ("layouts/taxonomy.html", "{{ range .Pages }}<p>{{ .Title }}</p>{{ end }}"),
            (
                "layouts/term.html",
                "<h1>{{ .Title }}</h1>{{ range first 50 .Pages }}<p>{{ .Title }}</p>{{ end }}",
            ),
        ] {
            let file = root.join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(file, text).expect("written");
        }
        let mut command = Command::new(program);
        command.args(["server", "--bind", "127.0.0.1", "--renderToMemory", "--port"]);
        command.arg(port.to_string()).arg("--source").arg(&root);
        let (year, month, day) = corpus::day_of(last);
        let path = format!("{year}/{month:02}/{day:02}/report-{last}");
        self.start(&mut command, port, &format!("hugo/content/{path}.md"), format!("/{path}/"))
    }
}

fn measure(site: &Site, name: &str, server: Server) {
    let start = Instant::now();
    server.until(&server.page, "</h1>");
    let started = start.elapsed();
    let text = std::fs::read_to_string(&server.file).expect("readable");
    let body = |edit: u32| (format!("{text}\nWord body{edit}x.\n"), format!("body{edit}x"));
    let title = |edit: u32| {
        let word = format!("Title{edit}x");
        (text.replacen("title: \"", &format!("title: \"{word} "), 1), word)
    };
    let page = server.page.clone();
    let rows = [
        ("text, on its page", server.edits(&page, body)),
        ("headline, on its page", server.edits(&page, title)),
        ("headline, on the home page", server.edits("/", title)),
    ];
    println!("{name}, {} articles: first page after {:.1} s", site.number, started.as_secs_f64());
    for (what, time) in rows {
        println!("  {what}: {:.1} ms", time.as_secs_f64() * 1e3);
    }
    println!("  memory after the edits: {} MB", memory(server.child.id()));
}

impl Server {
    /// The median over some edits.
    fn edits(&self, page: &str, edit: impl Fn(u32) -> (String, String)) -> Duration {
        let mut times: Vec<Duration> = (0..EDITS)
            .map(|number| {
                let (text, word) = edit(number);
                std::thread::sleep(Duration::from_millis(700));
                let start = Instant::now();
                std::fs::write(&self.file, text).expect("written");
                self.until(page, &word);
                start.elapsed()
            })
            .collect();
        times.sort();
        times[times.len() / 2]
    }

    fn until(&self, page: &str, word: &str) {
        let start = Instant::now();
        while !self.get(page).is_some_and(|text| text.contains(word)) {
            assert!(start.elapsed() < PATIENCE, "{page} never holds {word}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn get(&self, page: &str) -> Option<String> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        let ask =
            format!("GET {page} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(ask.as_bytes()).ok()?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// What a process holds, in MB; 0 where the system does not tell.
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
