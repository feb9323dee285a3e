//! Where things are: in the checkout, in the target folder, in the cache of tools. Creates nothing.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The top of the checkout.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The folder of the page, which is also the only npm root.
pub(crate) fn web() -> PathBuf {
    root().join("web")
}

/// What the pre-build hook writes and Trunk copies.
pub(crate) fn generated() -> PathBuf {
    web().join("generated")
}

/// Where npm's packages put their programs.
pub(crate) fn node_bin() -> PathBuf {
    web().join("node_modules").join(".bin")
}

/// What ships.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder, as cargo itself would choose it here.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(path) => root().join(path),
        None => root().join("target"),
    }
}

/// Where tools of one exact version each are kept, outside the checkout so that a fresh clone need not build them again.
pub(crate) fn tools() -> Outcome<PathBuf> {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("LANES_TOOLS_DIR")
        .or_else(|| set("XDG_CACHE_HOME"))
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))
        .map(|cache| cache.join("lanes-tools"))
        .ok_or_else(|| Failure("no place for tools: set LANES_TOOLS_DIR to a folder".into()))
}
