//! What Trunk calls before and after it builds. Before: the files that the page is built from and that are themselves
//! built (editor and its chunks, lessons). After, in release: smaller wasm and scripts, names that change with the content, and
//! the page's security policy. Knows file names, not what is in the files.

use std::path::{Path, PathBuf};

use crate::failure::{Context, Outcome, fail};
use crate::shell::Shell;
use crate::{paths, split, tools};

mod frame;
mod styles;

/// The names of the worker's files come from Trunk, which hashes none of them.
const WORKER: [&str; 3] = [
    "checker_worker_bg.wasm",
    "checker_worker.js",
    "checker_worker_loader.js",
];
const BUNDLES: [&str; 8] = [
    "first.js",
    "boot.js",
    "editor.js",
    "assist.js",
    "formatter.js",
    "charts.js",
    "lessons.json",
    "examples.json",
];
/// What `bundle` makes, which is small already, and what from.
const CHUNKS: [(&str, &str); 6] = [
    ("first.js", BLOCKING),
    ("boot.js", "boot/boot.ts"),
    ("editor.js", "editor/editor.ts"),
    ("assist.js", "assist/assist.ts"),
    ("formatter.js", "formatter/formatter.ts"),
    ("charts.js", "charts/charts.ts"),
];
/// The only script that is no module, because modules run when something is on screen already.
const BLOCKING: &str = "boot/first.ts";
/// What the page shows before its program is there. Not for Trunk, so not in the page's list of files.
const FIRST_FRAME: &str = "first_frame.html";

/// Everything comes from this host. Styles are the exception because the editor injects its own style element.
const SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
                               img-src 'self' data: blob:; worker-src 'self'; base-uri 'self'; object-src 'none'";

/// What wasm-opt does to what the page has to load before it comes to life. Functions are not merged into their only caller if
/// they are large, because a browser compiles a function when it is first called, all of it. And instances of one generic
/// function stand side by side, where a packer finds them alike: that alone is a twentieth of what is transferred.
pub(crate) const SMALL: &str = "-Oz --one-caller-inline-max-function-size=300 --reorder-functions-by-name";

/// `cargo xtask hook pre-build|post-build`.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [stage] if stage == "pre-build" => before(),
        [stage] if stage == "post-build" => after(),
        _ => fail("hook needs `pre-build` or `post-build`"),
    }
}

fn before() -> Outcome {
    tools::ensure_npm_packages()?;
    let generated = paths::generated();
    std::fs::create_dir_all(&generated).context(|| generated.display().to_string())?;
    build_cli()?;
    write_if_changed(&generated.join("lessons.json"), &lessons("export")?)?;
    write_if_changed(&generated.join("examples.json"), &lessons("examples")?)?;
    declarations(&generated.join("declarations.json"))?;
    for (name, source) in CHUNKS {
        write_if_changed(&generated.join(name), &bundle(source)?)?;
    }
    if is_release() {
        write_if_changed(
            &generated.join(FIRST_FRAME),
            &frame::make(&generated.join("lessons.json"))?,
        )?;
    }
    let types = paths::root().join("crates/cli/lanes.d.ts");
    write_if_changed(&generated.join("lanes.d.ts"), &read(&types)?)
}

/// A TypeScript file with all that it imports.
fn bundle(source: &str) -> Outcome<String> {
    Shell::new("esbuild")
        .arg(source)
        .words("--bundle --minify --target=es2022 --legal-comments=none --log-level=warning")
        .arg(format!("--format={}", if source == BLOCKING { "iife" } else { "esm" }))
        .arg("--alias:lanes:declarations=./generated/declarations.json")
        // A chunk brings the styles of what it draws with it.
        .arg("--loader:.css=text")
        .in_folder(paths::web())
        .read()
}

/// What the editor completes from. The script asks the engine, through the command, what of the language it has.
fn declarations(output: &Path) -> Outcome {
    let command = format!("lanes{}", std::env::consts::EXE_SUFFIX);
    Shell::new("node")
        .arg("assist/extract.mjs")
        .arg(paths::target().join("debug").join(command))
        .arg(paths::root().join("crates/cli/lanes.d.ts"))
        .arg(output)
        .in_folder(paths::web())
        .run()
}

/// Built by itself: what the compiler says belongs on the screen, not into the message of a failure.
fn build_cli() -> Outcome {
    Shell::cargo().words("build --quiet --package cli").run()
}

/// What `lanes lessons` prints of the course or of the examples.
fn lessons(what: &str) -> Outcome<String> {
    if !paths::root().join("lessons/course.toml").is_file() {
        return fail("lessons/course.toml is missing");
    }
    let exported = Shell::cargo()
        .words("run --quiet --package cli -- lessons")
        .arg(what)
        .read()?;
    let is_json = exported.trim_start().starts_with(['{', '[']);
    if is_json {
        Ok(exported)
    } else {
        fail(format!("`lanes lessons {what}` printed no JSON"))
    }
}

/// An unchanged file keeps its time, so that nothing that depends on it is built again.
fn write_if_changed(path: &Path, content: &str) -> Outcome {
    if std::fs::read(path).is_ok_and(|old| old == content.as_bytes()) {
        return Ok(());
    }
    std::fs::write(path, content).context(|| path.display().to_string())
}

fn is_release() -> bool {
    std::env::var("TRUNK_PROFILE").as_deref() == Ok("release")
}

fn after() -> Outcome {
    if !is_release() {
        return Ok(());
    }
    let Some(stage) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return fail("the post-build hook is for Trunk, which sets TRUNK_STAGING_DIR");
    };
    let mut engine = None;
    for file in files_in(&stage)? {
        if is_app(&file) {
            engine = Some(split_app(&file, &stage)?);
        } else {
            shrink(&file)?;
        }
    }
    let Some(engine) = engine else {
        return fail("the build has no app-*_bg.wasm");
    };
    let renamed = fingerprint(&stage)?;
    let page = stage.join("index.html");
    let html = with_engine(&rename_in(read(&page)?, &renamed), &engine)?;
    let html = with_security_policy(&styles::in_one(&html, &stage)?)?;
    // Last, so that no word of a lesson is taken for the name of a file.
    write(
        &page,
        &frame::put_in(&html, &read(&paths::generated().join(FIRST_FRAME))?)?,
    )
}

/// The page's own wasm, which Trunk has given its hash.
fn is_app(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("app-") && name.ends_with("_bg.wasm")
}

/// Makes the page's wasm small and cuts the engine out of it. Returns the name of the engine's file.
fn split_app(file: &Path, stage: &Path) -> Outcome<String> {
    // The names tell what belongs to the engine; neither half keeps them.
    Shell::new("wasm-opt")
        .words(SMALL)
        .words("-g")
        .arg(file)
        .arg("-o")
        .arg(file)
        .run()?;
    let whole = std::fs::read(file).context(|| file.display().to_string())?;
    let halves = split::split(&whole)?;
    std::fs::write(file, halves.page).context(|| file.display().to_string())?;
    let name = fingerprinted("engine.wasm", &halves.engine);
    let path = stage.join(&name);
    std::fs::write(&path, halves.engine).context(|| path.display().to_string())?;
    Ok(name)
}

/// The page with the engine's file named where `boot.js` looks for it.
fn with_engine(html: &str, engine: &str) -> Outcome<String> {
    const EMPTY: &str = "<meta name=\"lanes-engine\" content=\"\"";
    if !html.contains(EMPTY) {
        return fail("web/index.html has no empty meta element `lanes-engine`");
    }
    Ok(html.replace(EMPTY, &format!("<meta name=\"lanes-engine\" content=\"{engine}\"")))
}

fn shrink(file: &Path) -> Outcome {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if name.ends_with("_bg.wasm") {
        return optimise_wasm(file);
    }
    // Chunks were minified when they were made.
    if CHUNKS.iter().any(|(chunk, _)| name == *chunk) || !(name.ends_with(".js") || name.ends_with(".css")) {
        return Ok(());
    }
    let format = if name.ends_with(".js") { "--format=esm" } else { "" };
    Shell::new("esbuild")
        .arg(file)
        .words("--minify --target=es2022 --allow-overwrite --log-level=warning")
        .words(format)
        .arg(format!("--outfile={}", file.display()))
        .run()
}

/// The checker's wasm is mostly search, so speed comes first; the page's own is `split_app`'s.
fn optimise_wasm(file: &Path) -> Outcome {
    Shell::new("wasm-opt").arg("-O3").arg(file).arg("-o").arg(file).run()
}

/// Old name to new name.
type Renamed = Vec<(String, String)>;

/// Gives files that Trunk did not hash a name with their content's hash, so that no cache can mix two versions.
fn fingerprint(stage: &Path) -> Outcome<Renamed> {
    let mut renamed = Renamed::new();
    // In an order in which a file comes after those that it names.
    for name in WORKER.into_iter().chain(BUNDLES) {
        let path = stage.join(name);
        if WORKER.contains(&name) && name.ends_with(".js") {
            write(&path, &rename_in(read(&path)?, &renamed))?;
        }
        let content = std::fs::read(&path).context(|| path.display().to_string())?;
        let new = fingerprinted(name, &content);
        std::fs::rename(&path, stage.join(&new)).context(|| path.display().to_string())?;
        renamed.push((name.to_string(), new));
    }
    Ok(renamed)
}

pub(crate) fn fingerprinted(name: &str, content: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{:016x}.{extension}", fnv1a(content))
}

/// FNV-1a: enough to tell versions apart; nothing is secured by it.
fn fnv1a(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn rename_in(text: String, renamed: &Renamed) -> String {
    renamed.iter().fold(text, |text, (old, new)| text.replace(old, new))
}

/// Only in what ships: Trunk's own reload script, in `serve`, is inline.
fn with_security_policy(html: &str) -> Outcome<String> {
    let Some((before, after)) = html.split_once("<meta charset=\"utf-8\"") else {
        return fail("web/index.html has no `<meta charset=\"utf-8\"`, before which the security policy goes");
    };
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{SECURITY_POLICY}\">");
    Ok(format!("{before}{policy}<meta charset=\"utf-8\"{after}"))
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).context(|| path.display().to_string())
}

fn write(path: &Path, content: &str) -> Outcome {
    std::fs::write(path, content).context(|| path.display().to_string())
}

/// All files below a folder, in a fixed order.
fn files_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).context(|| folder.display().to_string())? {
        let path = entry.context(|| folder.display().to_string())?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_follows_the_content_and_keeps_the_extension() {
        let one = fingerprinted("checker_worker_bg.wasm", b"one");
        assert!(one.starts_with("checker_worker_bg-") && one.ends_with(".wasm"), "{one}");
        assert_ne!(one, fingerprinted("checker_worker_bg.wasm", b"two"));
    }

    #[test]
    fn whatever_the_page_names_is_fingerprinted() {
        let page = read(&paths::web().join("index.html")).expect("the page");
        let named: Vec<&str> = page
            .split("content=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        for (chunk, _) in CHUNKS {
            assert!(BUNDLES.contains(&chunk), "{chunk}");
            let is_asked_for =
                named.contains(&chunk) || page.contains(&format!("src=\"{chunk}\"")) || chunk == "boot.js";
            assert!(is_asked_for, "index.html does not name {chunk}");
        }
        let copied = page
            .split("href=\"generated/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        for file in copied {
            // For download under its own name.
            assert!(BUNDLES.contains(&file) || file == "lanes.d.ts", "{file}");
        }
    }

    #[test]
    fn the_known_value_of_the_hash() {
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn names_are_replaced_where_they_stand() {
        let renamed = vec![
            ("a_bg.wasm".to_string(), "a_bg-1.wasm".to_string()),
            ("a.js".to_string(), "a-2.js".to_string()),
        ];
        assert_eq!(
            rename_in("load('a.js'); load('a_bg.wasm')".into(), &renamed),
            "load('a-2.js'); load('a_bg-1.wasm')"
        );
    }

    #[test]
    fn a_page_without_the_anchor_is_refused() {
        assert!(with_security_policy("<html>").is_err());
        assert!(
            with_security_policy("<head><meta charset=\"utf-8\"></head>")
                .is_ok_and(|html| html.contains("object-src 'none'"))
        );
    }
}
