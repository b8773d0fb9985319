//! Where the preview listens, and the address by which it is opened.

use std::hash::{BuildHasher, RandomState};
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};

use super::{Preview, ServeError, Word};

/// So many ports after the first are tried.
const PORTS: u16 = 100;

/// Takes the port that was asked for, or the first free one of the next.
pub fn listen(
    preview: &Preview,
    first: u16,
    say: &impl Fn(&Word<'_>),
) -> Result<TcpListener, ServeError> {
    let last = if preview.port.is_some() { first } else { first.saturating_add(PORTS) };
    for port in first..=last {
        match TcpListener::bind(SocketAddr::new(preview.interface, port)) {
            Ok(listener) => {
                if port != first {
                    say(&Word::Remark(&format!("port {first} is taken; this is {port}")));
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => {
                let words = format!("{}:{port} cannot be listened at: {error}", preview.interface);
                return Err(ServeError::Machine(words));
            }
        }
    }
    Err(ServeError::Taken(first))
}

/// The address to open. Where all of the machine's addresses are listened at, the one by which
/// other machines reach it.
pub fn url(listening: SocketAddr, token: Option<&str>) -> String {
    let ip = if listening.ip().is_unspecified() { in_network() } else { listening.ip() };
    let address = SocketAddr::new(ip, listening.port());
    let token = token.map(|token| format!("?token={token}")).unwrap_or_default();
    format!("http://{address}/{token}")
}

/// This machine's address in its network: the one that it would send from. Nothing is sent; the
/// address that it would be sent to is set aside for examples (RFC 5737).
fn in_network() -> IpAddr {
    let asked = || {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    };
    asked().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address: SocketAddr| address.ip())
}

/// This machine's name, without its domain.
pub fn name() -> Option<String> {
    let system = rustix::system::uname();
    let name = system.nodename().to_str().ok()?;
    name.split('.').next().filter(|name| !name.is_empty()).map(str::to_owned)
}

/// A number to begin with that no earlier preview is likely to have reached.
pub fn any_number() -> u64 {
    // Scripts count exactly up to 2^53.
    RandomState::new().hash_one(0u8) >> 24
}

/// 128 bits that nobody can guess: the standard library keys its hashers from the system.
pub fn token() -> String {
    (0..2u8).map(|n| format!("{:016x}", RandomState::new().hash_one(n))).collect()
}
