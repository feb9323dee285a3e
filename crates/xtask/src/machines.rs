//! Builds the program that runs the core on two machines, `lanes-core`: natively and in wasm for Node.js. Owns where
//! the two end up; what is done with them is for stages and benchmarks.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::shell::Shell;
use crate::{paths, tools};

/// How the core is built.
#[derive(Clone, Copy)]
pub(crate) enum CoreProfile {
    /// Quickly.
    Dev,
    /// As it ships: optimised natively, and with the profile of the page in wasm.
    Release,
}

/// The core on both machines.
pub(crate) struct Core {
    pub(crate) native: PathBuf,
    pub(crate) wasm: PathBuf,
}

/// Builds both.
pub(crate) fn build_core(profile: CoreProfile) -> Outcome<Core> {
    tools::ensure_wasm_target()?;
    tools::ensure_wasm_bindgen()?;
    let (native_flags, native_folder, wasm_flags, wasm_folder) = match profile {
        CoreProfile::Dev => ("", "debug", "", "debug"),
        CoreProfile::Release => ("--release", "release", "--profile wasm-release", "wasm-release"),
    };
    let core = |flags: &str| {
        Shell::cargo()
            .words("build --package lanes-tests --bin lanes-core")
            .words(flags)
            .run()
    };
    core(native_flags)?;
    core(&format!("--target wasm32-unknown-unknown {wasm_flags}"))?;
    let target = paths::target();
    let module = target.join(format!("lanes-core-node-{wasm_folder}"));
    Shell::new("wasm-bindgen")
        .words("--target nodejs --no-typescript --out-name lanes_core --out-dir")
        .arg(&module)
        .arg(
            target
                .join("wasm32-unknown-unknown")
                .join(wasm_folder)
                .join("lanes-core.wasm"),
        )
        .run()?;
    let native = target
        .join(native_folder)
        .join(format!("lanes-core{}", std::env::consts::EXE_SUFFIX));
    Ok(Core {
        native,
        wasm: module.join("lanes_core.js"),
    })
}
