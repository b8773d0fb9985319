//! A preview on the loopback that whatever is sent to it must survive.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, Shutdown, SocketAddr, TcpStream};
use std::sync::mpsc::channel;
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use dateline::base::Clock;
use dateline::desk::Audience;
use dateline::pipeline::Options;
use dateline::serve::{Preview, Word, run};

/// A word that stands in files that no answer may hold.
const SECRET: &str = "cedar-harbour-5120";

/// How long an answer may take: much longer than any does.
const PATIENCE: Duration = Duration::from_secs(20);

static ADDRESS: LazyLock<SocketAddr> = LazyLock::new(|| {
    let root = std::env::temp_dir().join("dateline-fuzz-requests");
    // An earlier run may have left it.
    let _ = std::fs::remove_dir_all(&root);
    let write = |path: &str, text: &str| {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("folders");
        std::fs::write(file, text).expect("written");
    };
    write("dateline.yaml", &format!("# {SECRET}\ntitle: Briefing\n"));
    write("private/names.txt", SECRET);
    write("static/a b/é.txt", "A file.\n");
    write("content/topics/front.md", "---\ntitle: Front\n---\nThe front.\n");
    let article = "---\ntitle: A day\ndate: 2011-07-18\ntopics: [front]\n---\nText.\n";
    write("content/articles/2011-07-18-a.md", article);
    write("content/articles/2011-07-18-b.md", &article.replace("date:", "draft: true\ndate:"));
    let held = article.replace("A day", SECRET).replace("date:", "status: held\ndate:");
    write("content/articles/2011-07-18-c.md", &held);
    let clock = Clock::parse("2026-01-01T00:00:00Z").expect("a literal");
    let preview = Preview {
        root: root.canonicalize().expect("there"),
        options: Options { clock, strict: false, portable: false, base_url: None },
        now: None,
        audience: Audience::Readers,
        port: Some(0),
        interface: IpAddr::V4(Ipv4Addr::LOCALHOST),
        lan: false,
        open: false,
        poll: false,
    };
    let (sender, addresses) = channel();
    let sender = Mutex::new(sender);
    let say = move |word: &Word<'_>| {
        if let Word::Address(url) = word {
            let address = url.trim_start_matches("http://").split('/').next().unwrap_or_default();
            let sent = sender.lock().expect("no panic").send(address.to_owned());
            sent.expect("it is waited for");
        }
    };
    std::thread::spawn(move || run(&preview, say).expect("a preview"));
    let address = addresses.recv_timeout(PATIENCE).expect("an address");
    address.parse().expect("an address")
});

/// Sends bytes, as they are or as a part of a request, and looks at what comes back.
pub fn requests(bytes: &[u8]) {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let host = format!("Host: {}\r\nConnection: close\r\n", *ADDRESS);
    let request = match kind % 4 {
        0 => bytes.to_vec(),
        1 => [b"GET /", bytes, b" HTTP/1.1\r\n", host.as_bytes(), b"\r\n"].concat(),
        2 => [b"GET / HTTP/1.1\r\n", host.as_bytes(), bytes, b"\r\n\r\n"].concat(),
        _ => [bytes, b" / HTTP/1.1\r\n", host.as_bytes(), b"\r\n"].concat(),
    };
    if let Some(answer) = sent(&request) {
        let text = String::from_utf8_lossy(&answer);
        assert!(text.starts_with("HTTP/1."), "{text:?}");
        assert!(!text.contains(SECRET), "it gave a secret away: {text:?}");
        assert!(!text.starts_with("HTTP/1.1 500"), "{text:?}");
    }
    // It lives.
    let plain = format!("GET /2011/07/18/a/ HTTP/1.1\r\n{host}\r\n");
    let answer = sent(plain.as_bytes()).expect("an answer");
    assert!(answer.starts_with(b"HTTP/1.1 200"), "{:?}", String::from_utf8_lossy(&answer));
}

/// What comes back until the connection is closed; nothing where it was closed without a word. Who
/// waits for more is told that there is none.
fn sent(request: &[u8]) -> Option<Vec<u8>> {
    let mut stream = TcpStream::connect(*ADDRESS).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_millis(300))).expect("a time");
    // What is refused early may be closed before all of it is sent.
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    for _ in 0..2 {
        match stream.read_to_end(&mut answer) {
            Err(error) if [ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind()) => {
                stream.set_read_timeout(Some(PATIENCE)).expect("a time");
                let _ = stream.shutdown(Shutdown::Write);
            }
            Err(error) if error.kind() != ErrorKind::ConnectionReset => panic!("{error}"),
            _ => return (!answer.is_empty()).then_some(answer),
        }
    }
    panic!("no end of the answer to {:?}", String::from_utf8_lossy(request))
}
