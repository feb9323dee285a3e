//! What must be on the machine, and how it gets there: the wasm target, Trunk, wasm-bindgen's CLI, npm's packages, a
//! browser for the tests. Every `ensure_*` is quick when nothing is missing, says what it installs when something is,
//! and names the thing in one line when it cannot. Builds nothing of the project.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Context, Failure, Outcome, fail};
use crate::shell::{self, Shell};
use crate::{lock, paths};

/// Trunk 0.22 needs a newer rustc than the one that this workspace is built with.
const TRUNK_VERSION: &str = "0.21.14";
/// `import.meta.dirname`, which the tests use, is of this version.
const NODE_MIN: (u32, u32) = (20, 11);
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program built by `cargo install`, of exactly one version.
struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
}

impl CargoTool {
    fn folder(&self) -> Outcome<PathBuf> {
        Ok(paths::tools()?.join(format!("{}-{}", self.package, self.version)))
    }

    fn is_at(&self, program: &Path) -> bool {
        // Started directly: `Shell` asks for the tools' folders, and this is how they are found.
        let Ok(output) = Command::new(program).arg("--version").output() else {
            return false;
        };
        String::from_utf8_lossy(&output.stdout).split_whitespace().nth(1) == Some(self.version.as_str())
    }

    fn ensure(&self) -> Outcome {
        let folder = self.folder()?;
        let ours = folder.join("bin").join(self.program);
        if self.is_at(&ours) || self.is_at(Path::new(self.program)) {
            return Ok(());
        }
        println!(
            "xtask: installing {} {} (once, takes some minutes)",
            self.package, self.version
        );
        let install = |locked: &str| {
            Shell::cargo()
                .words("install")
                .arg(self.package)
                .args(["--version", self.version.as_str(), "--root"])
                .arg(&folder)
                .words("--force --quiet")
                .words(locked)
                .run()
        };
        // Its own lock file first; without it where a registry lacks one of the packages named there.
        if install("--locked").is_err() && install("").is_err() {
            let wanted = format!("{} --version {}", self.package, self.version);
            return fail(format!(
                "{} is missing and `cargo install {wanted}` failed",
                self.program
            ));
        }
        if self.is_at(&ours) {
            Ok(())
        } else {
            fail(format!("`{}` was installed but does not run", ours.display()))
        }
    }
}

fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: TRUNK_VERSION.into(),
    }
}

fn wasm_bindgen() -> Outcome<CargoTool> {
    let version = lock::version_of("wasm-bindgen")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version,
    })
}

/// The folders of our own tools that exist, for the front of `PATH`.
pub(crate) fn folders() -> Vec<PathBuf> {
    let tools = [Ok(trunk()), wasm_bindgen()];
    let folders = tools.into_iter().flatten().filter_map(|tool| tool.folder().ok());
    folders
        .map(|folder| folder.join("bin"))
        .filter(|folder| folder.is_dir())
        .collect()
}

/// Everything that a build of the page needs.
pub(crate) fn ensure_build_tools() -> Outcome {
    ensure_wasm_target()?;
    ensure_npm_packages()?;
    ensure_wasm_bindgen()?;
    trunk().ensure()
}

/// The CLI of exactly the version of the crate in Cargo.lock: the two speak a private format.
pub(crate) fn ensure_wasm_bindgen() -> Outcome {
    wasm_bindgen()?.ensure()
}

/// The standard library for the browser.
pub(crate) fn ensure_wasm_target() -> Outcome {
    let sysroot = Shell::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .words("--print sysroot")
        .read()?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .join("lib")
        .is_dir()
    {
        return Ok(());
    }
    if !shell::is_installed("rustup") {
        return fail(format!(
            "the Rust target {WASM_TARGET} is missing and there is no rustup to add it"
        ));
    }
    println!("xtask: adding the Rust target {WASM_TARGET}");
    Shell::new("rustup").words("target add").arg(WASM_TARGET).run()
}

/// Node.js of a version that the scripts run on.
pub(crate) fn ensure_node() -> Outcome {
    let (major, minor) = NODE_MIN;
    let Ok(version) = Shell::new("node").words("--version").read() else {
        return fail(format!(
            "Node.js {major}.{minor} or newer is missing: install it so that `node` and `npm` are found"
        ));
    };
    if node_version(&version).is_some_and(|found| found >= NODE_MIN) {
        return Ok(());
    }
    fail(format!(
        "Node.js {major}.{minor} or newer is needed, `node --version` says {}",
        version.trim()
    ))
}

/// Major and minor of `v20.11.1`.
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// The packages of `web/package-lock.json`, exactly.
pub(crate) fn ensure_npm_packages() -> Outcome {
    ensure_npm_packages_in(&paths::web())
}

/// The packages of a folder's `package-lock.json`, exactly. A copy of the lock file beside them says what they were made
/// from.
pub(crate) fn ensure_npm_packages_in(folder: &Path) -> Outcome {
    ensure_node()?;
    let lock_path = folder.join("package-lock.json");
    let lock = std::fs::read(&lock_path).context(|| lock_path.display().to_string())?;
    let modules = folder.join("node_modules");
    let stamp = modules.join(".lanes-lock.json");
    if std::fs::read(&stamp).is_ok_and(|made_from| made_from == lock) {
        return Ok(());
    }
    println!("xtask: installing the npm packages of {}", lock_path.display());
    Shell::new("npm")
        .words("ci --ignore-scripts --no-audit --no-fund --loglevel=error")
        .in_folder(folder)
        .run()?;
    std::fs::write(&stamp, lock).context(|| modules.display().to_string())
}

/// A Chromium for the browser tests: the one that `CHROMIUM` names, one on the machine, or Debian's where we may install.
pub(crate) fn ensure_chromium() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            fail(format!("CHROMIUM names {}, which is no file", named.display()))
        };
    }
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    if is_root() && shell::is_installed("apt-get") {
        println!("xtask: installing Debian's chromium for the browser tests");
        let apt = |words: &str| {
            Shell::new("apt-get")
                .words(words)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .output()
        };
        // The lists may be old or absent; whether that matters shows in the install.
        apt("update -qq")?;
        let installed = apt("install -y -qq --no-install-recommends chromium")?;
        if !installed.status.success() {
            let said = String::from_utf8_lossy(&installed.stderr);
            return fail(format!(
                "Chromium is missing and `apt-get install chromium` failed: {}",
                said.trim()
            ));
        }
    }
    find_chromium().ok_or_else(|| {
        Failure("Chromium is missing: install it, or set CHROMIUM to the path of a Chromium or Chrome".into())
    })
}

fn find_chromium() -> Option<PathBuf> {
    let fixed = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    fixed.iter().map(PathBuf::from).find(|path| path.is_file())
}

fn is_root() -> bool {
    Shell::new("id").words("-u").read().is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node() {
        assert_eq!(node_version("v20.11.1\n"), Some((20, 11)));
        assert!(node_version("v22.0.0").is_some_and(|found| found >= NODE_MIN));
        assert!(node_version("v20.9.0").is_some_and(|found| found < NODE_MIN));
        assert_eq!(node_version("unknown"), None);
    }
}
