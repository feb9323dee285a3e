//! `cargo xtask build`: the page that ships, into `dist/`. Trunk does the building, with the hooks of `hook`.

use crate::failure::{Outcome, fail};
use crate::shell::Shell;
use crate::{sizes, tools};

/// Builds for release and prints what it weighs.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if let Some(argument) = arguments.first() {
        return fail(format!("`cargo xtask build` takes no `{argument}`"));
    }
    release()?;
    sizes::print(&sizes::measure()?);
    Ok(())
}

/// The release build alone.
pub(crate) fn release() -> Outcome {
    tools::ensure_build_tools()?;
    trunk()?.words("build --release").run()
}

/// Trunk, set up so that a missing tool is an error and never a download of its own.
pub(crate) fn trunk() -> Outcome<Shell> {
    // Trunk's `--offline` reaches cargo too, so what cargo needs must be here before.
    Shell::cargo().words("fetch --quiet").run()?;
    let trunk = Shell::new("trunk")
        .words("--offline=true --skip-version-check")
        .env("RUST_BACKTRACE", "0");
    // Trunk takes no other value for it than these two words, and people set it to 1.
    Ok(match std::env::var_os("NO_COLOR") {
        Some(_) => trunk.env("NO_COLOR", "true"),
        None => trunk,
    })
}
