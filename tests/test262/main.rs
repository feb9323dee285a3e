//! `lanes-test262 PATH [--filter SUBSTRING]... [--list-failures] [--by-folder] [--jobs N]`: runs the tests of a checkout of
//! tc39/test262 that `areas.toml` claims, prints what passes per area, and holds the result against `known_failures.txt`.
//! `cargo xtask test262` builds and starts it.
//!
//! Owns the command line and the order of things. Every test runs in a worker process (`worker`), so that a panic, an
//! overflown stack or a hang is the result of that test and of no other.

#[cfg(not(target_family = "wasm"))]
mod areas;
#[cfg(not(target_family = "wasm"))]
mod execute;
#[cfg(not(target_family = "wasm"))]
mod front_matter;
#[cfg(not(target_family = "wasm"))]
mod known;
#[cfg(not(target_family = "wasm"))]
mod pool;
#[cfg(not(target_family = "wasm"))]
mod report;
#[cfg(not(target_family = "wasm"))]
mod verdict;
#[cfg(not(target_family = "wasm"))]
mod worker;

#[cfg(target_family = "wasm")]
fn main() {}

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [word, root] if word == "--worker" => worker::serve(root.as_ref()).map(|()| true),
        _ => command::run(&arguments),
    };
    match result {
        Ok(true) => std::process::ExitCode::SUCCESS,
        Ok(false) => std::process::ExitCode::FAILURE,
        Err(message) => {
            eprintln!("test262: {message}");
            std::process::ExitCode::from(2)
        }
    }
}

#[cfg(not(target_family = "wasm"))]
mod command {
    use std::path::PathBuf;

    use crate::areas::{Areas, Claim};
    use crate::known::Known;
    use crate::verdict::Verdict;
    use crate::{pool, report};

    const USAGE: &str = "usage: cargo xtask test262 PATH [--filter SUBSTRING]... [--list-failures] [--by-folder] \
                         [--causes] [--jobs N]";

    struct Options {
        root: PathBuf,
        filters: Vec<String>,
        lists_failures: bool,
        lists_causes: bool,
        by_folder: bool,
        jobs: usize,
    }

    fn parse(arguments: &[String]) -> Result<Options, String> {
        let mut options = Options {
            root: PathBuf::new(),
            filters: Vec::new(),
            lists_failures: false,
            lists_causes: false,
            by_folder: false,
            jobs: std::thread::available_parallelism().map_or(1, usize::from),
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("{argument} needs a value\n{USAGE}"));
            match argument.as_str() {
                "--filter" => options.filters.push(value()?.clone()),
                "--jobs" => options.jobs = value()?.parse().map_err(|error| format!("--jobs: {error}"))?,
                "--list-failures" => options.lists_failures = true,
                "--causes" => options.lists_causes = true,
                "--by-folder" => options.by_folder = true,
                word if word.starts_with("--") => return Err(format!("no option {word}\n{USAGE}")),
                path if options.root.as_os_str().is_empty() => options.root = path.into(),
                other => return Err(format!("what is {other}?\n{USAGE}")),
            }
        }
        if !options.root.join("harness").is_dir() {
            return Err(format!("{} is no checkout of test262\n{USAGE}", options.root.display()));
        }
        Ok(options)
    }

    /// Runs what was asked for; whether every result is the one that the committed lists expect.
    pub(crate) fn run(arguments: &[String]) -> Result<bool, String> {
        let options = parse(arguments)?;
        let areas = Areas::load()?;
        let mut known = Known::load()?;
        let tests = areas.tests(&options.root)?;
        let is_wanted =
            |path: &str| options.filters.is_empty() || options.filters.iter().any(|part| path.contains(part));
        let mut results: Vec<(String, usize, Verdict)> = Vec::new();
        let mut claimed: Vec<(String, usize)> = Vec::new();
        for (path, area, claim) in tests.into_iter().filter(|(path, _, _)| is_wanted(path)) {
            match claim {
                Claim::Yes => claimed.push((path, area)),
                Claim::No(reason) => results.push((path, area, Verdict::Skipped(reason))),
            }
        }
        let paths: Vec<String> = claimed.iter().map(|(path, _)| path.clone()).collect();
        let verdicts = pool::run(&options.root, &paths, options.jobs)?;
        results.extend(
            claimed
                .into_iter()
                .zip(verdicts)
                .map(|((path, area), verdict)| (path, area, verdict)),
        );
        results.sort();
        if options.lists_failures {
            report::failures(&results);
        }
        if options.lists_causes {
            report::causes(&results);
        }
        if options.by_folder {
            report::by_folder(&results);
        }
        report::by_area(&areas, &results);
        report::alarms(&results);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            known.update(&results)?;
            return Ok(true);
        }
        Ok(report::surprises(&known, &results))
    }
}
