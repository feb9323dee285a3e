//! Makes one text of the library's: what explains it is for whoever reads it here, and is left out of what ships. Owns what
//! is left out, and nothing of what the texts say; that nothing else is lost is held by a test of `library`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// How long a part has to be, in bytes. A phone should parse it in a few milliseconds.
const PART_BYTES_MIN: usize = 12_000;

/// The texts in the order in which their functions are numbered.
const TEXTS: [&str; 33] = [
    "array",
    "array_helpers",
    "console",
    "convert",
    "date",
    "emitter",
    "error",
    "iterate",
    "json",
    "map",
    "modules",
    "cache",
    "bounded_work",
    "channel",
    "connection_pool",
    "database",
    "server",
    "mutex",
    "object",
    "overload",
    "process",
    "promise",
    "reflect",
    "regexp",
    "semaphore",
    "condition",
    "rw_lock",
    "set",
    "sort",
    "web",
    "string",
    "structure",
    "weak",
];

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/library");
    println!("cargo::rerun-if-changed=src/library");
    let (mut whole, mut text, mut ends, mut part) = (String::new(), String::new(), String::new(), 0);
    for name in TEXTS {
        let file = fs::read_to_string(folder.join(name).with_extension("ts"))?;
        text += &without_comments(&file);
        whole += &file;
        if text.len() - part >= PART_BYTES_MIN {
            part = text.len();
            let _ = write!(ends, "{part}, ");
        }
    }
    if part < text.len() {
        let _ = write!(ends, "{}", text.len());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("library.ts"), text)?;
    fs::write(out.join("library_as_written.ts"), whole)?;
    fs::write(out.join("library_parts.rs"), format!("[{ends}]"))
}

/// A text without the lines that are nothing but a comment, and without what stands before the first sign of a line. The
/// texts have no other comments, and none of their literals goes on in another line.
fn without_comments(text: &str) -> String {
    let lines = text.lines().map(str::trim_start);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.fold(String::new(), |text, line| text + line + "\n")
}
