//! Where the system does not tell what happens in a folder, and why.

use std::path::Path;

/// Why nothing can be watched, and what to type so that it can.
pub fn why_polling(error: &notify::Error) -> String {
    const LOOKED: &str = "so the site is looked at once a second";
    let too_many = |error: &std::io::Error| error.raw_os_error() == Some(24);
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => format!(
            "the system's limit of watched folders is reached, {LOOKED}; \
             `sudo sysctl fs.inotify.max_user_watches=524288` raises the limit"
        ),
        // EMFILE, with which inotify refuses one more watcher of the same user.
        notify::ErrorKind::Io(error) if too_many(error) => format!(
            "the system's limit of watching programs is reached, {LOOKED}; \
             `sudo sysctl fs.inotify.max_user_instances=1024` raises the limit"
        ),
        _ => format!("the site cannot be watched ({error}), {LOOKED}"),
    }
}

/// The system says nothing of what others do on a disk in the network.
#[cfg(target_os = "linux")]
pub fn network_disk(root: &Path) -> Option<String> {
    let kind = rustix::fs::statfs(root).ok()?.f_type;
    // NFS, SMB, CIFS, SMB2, 9P, AFS, Ceph: include/uapi/linux/magic.h
    let network: [u64; 7] =
        [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x5346_414f, 0x00c3_6400];
    let known = u64::try_from(kind).unwrap_or_default() & 0xffff_ffff;
    network.contains(&known).then(|| {
        "the site is on a disk in the network, so it is looked at once a second".to_owned()
    })
}

#[cfg(not(target_os = "linux"))]
pub fn network_disk(_: &Path) -> Option<String> {
    None
}
