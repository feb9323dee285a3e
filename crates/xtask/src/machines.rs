//! Builds the program that runs the core on two machines, `lanes-core`: natively and in wasm for Node.js; and
//! `lanes-engine`, compiler, VM and world alone. Owns where they end up; what is done with them is for stages and
//! benchmarks.

use std::path::PathBuf;

use crate::failure::{Context, Outcome};
use crate::shell::Shell;
use crate::{hook, paths, tools};

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

/// Builds compiler, VM and world alone, as the page has them: the folder with nothing but their wasm.
pub(crate) fn build_engine() -> Outcome<PathBuf> {
    tools::ensure_wasm_target()?;
    tools::ensure_wasm_bindgen()?;
    tools::ensure_npm_packages()?;
    Shell::cargo()
        .words("build --package lanes-tests --bin lanes-engine --target wasm32-unknown-unknown --profile wasm-page")
        .run()?;
    let target = paths::target();
    let bound = target.join("lanes-engine");
    Shell::new("wasm-bindgen")
        .words("--target web --no-typescript --out-name lanes_engine --out-dir")
        .arg(&bound)
        .arg(target.join("wasm32-unknown-unknown/wasm-page/lanes-engine.wasm"))
        .run()?;
    let folder = target.join("lanes-engine-alone");
    std::fs::create_dir_all(&folder).context(|| folder.display().to_string())?;
    Shell::new("wasm-opt")
        .words(hook::SMALL)
        .arg(bound.join("lanes_engine_bg.wasm"))
        .arg("-o")
        .arg(folder.join("compiler, VM and world alone"))
        .run()?;
    Ok(folder)
}
