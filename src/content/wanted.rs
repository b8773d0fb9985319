/// Whether a file of the site is meant for it, by its name alone: dot files, editors' backups and
/// the leavings of file managers are not.
pub fn wanted(name: &str) -> bool {
    let backup = name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".bak", ".swp", ".swo", ".orig", ".tmp"].iter().any(|end| name.ends_with(end));
    let leaving = ["Thumbs.db", "desktop.ini"].contains(&name);
    !(name.starts_with('.') || backup || leaving)
}
