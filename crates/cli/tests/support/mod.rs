//! What the tests of the command share: the command with a program as its input, and two programs.

use std::io::Write;
use std::process::{Command, Output, Stdio};

pub(crate) const RACE: &str = "// lanes: model=threads\n\
let counter = 0;\n\
async function add() {\n\
  counter = counter + 1;\n\
}\n\
await Promise.all([spawn('A', add), spawn('B', add)]);\n\
assert(counter === 2, `lost an update: ${counter}`);\n";

pub(crate) const SAFE: &str = "// lanes: model=threads\n\
const counter = new AtomicInt(0);\n\
async function add() {\n\
  counter.increment();\n\
}\n\
await Promise.all([spawn('A', add), spawn('B', add)]);\n\
assert(counter.get() === 2);\n";

/// What the command did with `program` as standard input.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn lanes(arguments: &[&str], program: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lanes"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that ends before it reads its input closes the pipe; what it prints still counts.
    let _ = stdin.write_all(program.as_bytes());
    drop(stdin);
    let Output { status, stdout, stderr } = child.wait_with_output().expect("the command ends");
    Ran {
        code: status.code(),
        out: String::from_utf8(stdout).expect("text"),
        err: String::from_utf8(stderr).expect("text"),
    }
}

/// Runs a program and expects an exit code and a part of what is said on standard error.
#[track_caller]
pub(crate) fn ends(arguments: &[&str], program: &str, code: i32, said: &str) -> Ran {
    let ran = lanes(arguments, program);
    assert_eq!(ran.code, Some(code), "stdout: {}\nstderr: {}", ran.out, ran.err);
    assert!(ran.err.contains(said), "`{said}` is not in: {}", ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran
}
