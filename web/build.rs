//! A name for this build, so that the page notices a worker of another one: a hash over every source that page and worker
//! are made of, so that the same sources give the same files. And where constants begin in memory.

use std::path::{Path, PathBuf};

/// Constants lie behind the stack. Whoever splits the page tells addresses by their value alone (xtask's `split::data`), and
/// 0x110000, which stands for "no character" all over Rust's code, would be one with a stack of the usual 0x100000 bytes:
/// whatever constant happens to lie there would stay in the first view.
const STACK_BYTES: u32 = 0x12_0000;

fn main() {
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        println!("cargo::rustc-link-arg-bins=-zstack-size={STACK_BYTES}");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = vec![root.join("../Cargo.lock")];
    for folder in ["../crates", "src"] {
        println!("cargo::rerun-if-changed={folder}");
        collect(&root.join(folder), &mut sources);
    }
    sources.sort();
    // FNV-1a: enough to tell builds apart; nothing is secured by it.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in sources.iter().filter_map(|path| std::fs::read(path).ok()).flatten() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    println!("cargo::rustc-env=LANES_BUILD={hash:016x}");
}

fn collect(folder: &Path, sources: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(path);
        }
    }
}
