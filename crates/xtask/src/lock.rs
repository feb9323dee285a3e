//! Reads versions out of Cargo.lock: the one place that says which wasm-bindgen this checkout was built with.

use crate::failure::{Context, Outcome, fail};
use crate::paths;

/// The locked version of a package that occurs once.
pub(crate) fn version_of(package: &str) -> Outcome<String> {
    let path = paths::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path).context(|| "Cargo.lock".into())?;
    match find(&text, package) {
        Some(version) => Ok(version.to_string()),
        None => fail(format!("Cargo.lock has no package `{package}`")),
    }
}

fn find<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_version_follows_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(find(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(find(lock, "bindgen"), None);
    }
}
