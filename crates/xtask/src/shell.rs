//! Runs other programs from the top of the checkout, with our own tools in front of `PATH`. A program that cannot be
//! started or that fails becomes one line; what it printed is on the screen already.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::failure::{Context, Failure, Outcome, fail};
use crate::{paths, tools};

/// A program to run, its arguments and its environment.
pub(crate) struct Shell {
    name: String,
    command: Command,
    /// What it reads; nothing without.
    input: Option<PathBuf>,
}

impl Shell {
    /// `program` with our tools in front of `PATH`, in the top folder.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let search = search_path();
        // Looked up here, because not every platform searches the child's own `PATH`.
        let program = program.as_ref();
        let found = find_in(program, &search).unwrap_or_else(|| PathBuf::from(program));
        let mut command = Command::new(found);
        command.current_dir(paths::root()).env("PATH", search);
        Shell {
            name: program.to_string_lossy().into_owned(),
            command,
            input: None,
        }
    }

    /// `cargo` of the toolchain that runs us.
    pub(crate) fn cargo() -> Self {
        let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut shell = Shell::new(program);
        shell.name = "cargo".into();
        shell
    }

    /// Adds words separated by blanks: for fixed arguments, never for paths.
    pub(crate) fn words(mut self, words: &str) -> Self {
        self.command.args(words.split_whitespace());
        self
    }

    /// Adds one argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// Adds arguments.
    pub(crate) fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets a variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs in another folder.
    pub(crate) fn in_folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Has it read a file as its standard input.
    pub(crate) fn input(mut self, path: impl Into<PathBuf>) -> Self {
        self.input = Some(path.into());
        self
    }

    fn stdin(&self) -> Outcome<Stdio> {
        match &self.input {
            Some(path) => Ok(File::open(path).context(|| path.display().to_string())?.into()),
            None => Ok(Stdio::null()),
        }
    }

    fn shown(&self) -> String {
        let first = self.command.get_args().take(3).map(OsStr::to_string_lossy);
        std::iter::once(self.name.as_str().into())
            .chain(first)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Runs with our own standard streams; fails unless the program succeeds.
    pub(crate) fn run(mut self) -> Outcome {
        let stdin = self.stdin()?;
        let status = self
            .command
            .stdin(stdin)
            .status()
            .context(|| format!("could not start `{}`", self.name))?;
        if status.success() {
            Ok(())
        } else {
            fail(format!("`{}` failed ({status})", self.shown()))
        }
    }

    /// Runs and returns everything, whatever the exit status.
    pub(crate) fn output(mut self) -> Outcome<Output> {
        let stdin = self.stdin()?;
        self.command
            .stdin(stdin)
            .output()
            .context(|| format!("could not start `{}`", self.name))
    }

    /// Runs and returns what it printed; on failure what it said on standard error is part of the message.
    pub(crate) fn read(self) -> Outcome<String> {
        let shown = self.shown();
        let output = self.output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return fail(format!("`{shown}` failed ({}): {}", output.status, said.trim()));
        }
        String::from_utf8(output.stdout).map_err(|_| Failure(format!("`{shown}` printed something that is no text")))
    }
}

/// Our tools, the npm packages' programs, then what the machine has.
fn search_path() -> OsString {
    let ours = tools::folders().into_iter().chain([paths::node_bin()]);
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = ours.chain(std::env::split_paths(&inherited)).collect();
    std::env::join_paths(all).unwrap_or(inherited)
}

fn find_in(program: &OsStr, search: &OsStr) -> Option<PathBuf> {
    if Path::new(program).components().count() > 1 {
        return None;
    }
    let name = Path::new(program);
    // npm's own programs are scripts on Windows.
    let candidates = if cfg!(windows) { &["exe", "cmd"][..] } else { &[""][..] };
    std::env::split_paths(search)
        .flat_map(|folder| {
            candidates
                .iter()
                .map(move |suffix| folder.join(name).with_extension(suffix))
        })
        .find(|path| path.is_file())
}

/// Whether a program of that name can be found.
pub(crate) fn is_installed(program: &str) -> bool {
    find_in(OsStr::new(program), &search_path()).is_some()
}
