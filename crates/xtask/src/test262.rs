//! `cargo xtask test262 PATH`: builds the runner and starts it. What is claimed and how a test is judged is the runner's
//! (`tests/test262/`); `--dev` uses the build that `cargo test` has made already, slower to run and at hand.

use crate::failure::{Outcome, fail};
use crate::paths;
use crate::shell::Shell;

/// Builds and runs; every other argument is the runner's.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if arguments.is_empty() {
        return fail(
            "where is the checkout? git clone https://github.com/tc39/test262, then `cargo xtask test262 PATH`",
        );
    }
    let is_dev = arguments.iter().any(|argument| argument == "--dev");
    let (profile, folder) = if is_dev {
        ("dev", "debug")
    } else {
        ("test262", "test262")
    };
    Shell::cargo()
        .words("build --quiet --package lanes-tests --bin lanes-test262 --profile")
        .arg(profile)
        .run()?;
    let runner = paths::target()
        .join(folder)
        .join(format!("lanes-test262{}", std::env::consts::EXE_SUFFIX));
    // Paths are as the person typed them, and programs run in the top folder.
    let arguments = arguments
        .iter()
        .filter(|argument| *argument != "--dev")
        .map(|argument| {
            let path = std::path::Path::new(argument);
            let absolute = path.is_dir().then(|| std::path::absolute(path).ok()).flatten();
            absolute.map_or_else(|| argument.into(), std::path::PathBuf::into_os_string)
        });
    Shell::new(runner).args(arguments).run()
}
