//! What the page weighs, and the budgets that it must keep. Measures `dist/` as it is; builds nothing.

use std::path::Path;

use crate::failure::{Context, Failure, Outcome, fail};
use crate::paths;
use crate::shell::Shell;

/// What is on the screen first, and can be read and typed into: the page with its first frame, styles, start scripts. A
/// kilobyte is 1,000 bytes.
const FIRST_VIEW_GZIP_MAX: u64 = 40_000;
/// What brings it to life, loaded after the first paint: components, glue, lessons.
const APP_GZIP_MAX: u64 = 530_000;
/// Compiler, VM and world, loaded beside it.
const ENGINE_GZIP_MAX: u64 = 920_000;
/// The editor chunk, loaded after the first view.
const EDITOR_GZIP_MAX: u64 = 170_000;
/// What knows names: loaded when the editor first has the focus.
const ASSIST_GZIP_MAX: u64 = 60_000;
/// Loaded when somebody first formats a program.
const FORMATTER_GZIP_MAX: u64 = 180_000;

/// Loaded when somebody first plots something.
const CHARTS_GZIP_MAX: u64 = 30_000;

/// When a file is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    FirstView,
    App,
    Engine,
    Editor,
    Assist,
    Formatter,
    Charts,
    /// When the menu of examples is first opened.
    Examples,
    /// On the first check.
    Checker,
    /// By whoever asks for it: the page does not.
    Download,
}

/// A file that ships, and what it weighs in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shipped {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Shipped {
    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split('\t');
        let name = fields.next()?.to_string();
        let mut bytes = || fields.next()?.parse().ok();
        Some(Shipped {
            name,
            raw: bytes()?,
            gzip: bytes()?,
            brotli: bytes()?,
        })
    }

    fn part(&self) -> Part {
        if self.name.starts_with("checker_worker") {
            Part::Checker
        } else if self.name.starts_with("app") || self.name.starts_with("lessons") || self.name.starts_with("snippets")
        {
            Part::App
        } else if self.name.starts_with("engine") {
            Part::Engine
        } else if self.name.starts_with("editor") {
            Part::Editor
        } else if self.name.starts_with("assist") {
            Part::Assist
        } else if self.name.starts_with("formatter") {
            Part::Formatter
        } else if self.name.starts_with("charts") {
            Part::Charts
        } else if self.name.starts_with("examples") {
            Part::Examples
        } else if self.name == "lanes.d.ts" {
            Part::Download
        } else {
            // Whatever nobody named counts as loaded at once: a new file is then noticed here.
            Part::FirstView
        }
    }
}

/// Measures every file in `dist/`.
pub(crate) fn measure() -> Outcome<Vec<Shipped>> {
    let dist = paths::dist();
    if !dist.join("index.html").is_file() {
        return fail("dist/ holds no page: run `cargo xtask build` first");
    }
    measure_in(&dist)
}

/// Measures every file in a folder.
fn measure_in(folder: &Path) -> Outcome<Vec<Shipped>> {
    // A file and not `--eval`, which would not tell script arguments from Node's own.
    let script = paths::target().join("xtask-sizes.mjs");
    std::fs::write(&script, include_str!("sizes.mjs")).context(|| script.display().to_string())?;
    let lines = Shell::new("node").arg(script).arg(folder).read()?;
    let parsed: Option<Vec<Shipped>> = lines.lines().map(Shipped::parse).collect();
    parsed.ok_or_else(|| Failure(format!("the sizes of {} could not be read", folder.display())))
}

/// A line for each file in a folder that does not ship.
pub(crate) fn print_others(folder: &Path) -> Outcome {
    for file in measure_in(folder)? {
        print_line(&file);
    }
    Ok(())
}

fn print_line(file: &Shipped) {
    println!(
        "{:<48} {:>10} {:>10} {:>10}",
        file.name, file.raw, file.gzip, file.brotli
    );
}

fn total(shipped: &[Shipped], part: Part) -> Shipped {
    let of_part = || shipped.iter().filter(|file| file.part() == part);
    let sum = |bytes: fn(&Shipped) -> u64| of_part().map(bytes).sum();
    let name = match part {
        Part::FirstView => "first view",
        Part::App => "app, after the first paint",
        Part::Engine => "engine, after the first paint",
        Part::Editor => "editor, lazy",
        Part::Assist => "completion, lazy",
        Part::Formatter => "formatter, lazy",
        Part::Charts => "charts, lazy",
        Part::Examples => "examples, lazy",
        Part::Checker => "checker, lazy",
        Part::Download => "for download",
    };
    Shipped {
        name: name.into(),
        raw: sum(|file| file.raw),
        gzip: sum(|file| file.gzip),
        brotli: sum(|file| file.brotli),
    }
}

/// A line per file and per part.
pub(crate) fn print(shipped: &[Shipped]) {
    println!("{:<48} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli");
    let totals = [
        Part::FirstView,
        Part::App,
        Part::Engine,
        Part::Editor,
        Part::Assist,
        Part::Formatter,
        Part::Charts,
        Part::Examples,
        Part::Checker,
        Part::Download,
    ]
    .map(|part| total(shipped, part));
    for file in shipped.iter().chain(&totals) {
        print_line(file);
    }
}

/// Fails when a part is over its budget.
pub(crate) fn hold_budgets(shipped: &[Shipped]) -> Outcome {
    for (part, max) in [
        (Part::FirstView, FIRST_VIEW_GZIP_MAX),
        (Part::App, APP_GZIP_MAX),
        (Part::Engine, ENGINE_GZIP_MAX),
        (Part::Editor, EDITOR_GZIP_MAX),
        (Part::Assist, ASSIST_GZIP_MAX),
        (Part::Formatter, FORMATTER_GZIP_MAX),
        (Part::Charts, CHARTS_GZIP_MAX),
    ] {
        let total = total(shipped, part);
        if total.raw == 0 {
            return fail(format!("dist/ holds nothing for: {}", total.name));
        }
        if total.gzip > max {
            return fail(format!("{}: {} bytes gzip, budget {max}", total.name, total.gzip));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(name: &str, gzip: u64) -> Shipped {
        Shipped {
            name: name.into(),
            raw: gzip * 3,
            gzip,
            brotli: gzip,
        }
    }

    #[test]
    fn a_line_of_the_script() {
        let parsed = Shipped::parse("snippets/a.js\t30\t10\t9");
        assert_eq!(
            parsed,
            Some(Shipped {
                name: "snippets/a.js".into(),
                raw: 30,
                gzip: 10,
                brotli: 9
            })
        );
        assert_eq!(Shipped::parse("a.js\t30"), None);
    }

    #[test]
    fn lazy_parts_do_not_weigh_on_the_first_view() {
        let files = [
            shipped("index.html", 20_000),
            shipped("app_bg.wasm", 300_000),
            shipped("engine-1.wasm", 300_000),
            shipped("editor-1.js", 160_000),
            shipped("assist-1.js", 30_000),
            shipped("formatter-1.js", 170_000),
            shipped("charts-1.js", 20_000),
            shipped("examples-1.json", 7_000),
            shipped("lanes.d.ts", 3_000),
            shipped("checker_worker_bg-1.wasm", 500_000),
        ];
        assert!(hold_budgets(&files).is_ok());
        assert_eq!(total(&files, Part::FirstView).gzip, 20_000);
        assert_eq!(total(&files, Part::App).gzip, 300_000);
    }

    #[test]
    fn each_budget_is_held() {
        let build = |page, app, engine, editor, assist, formatter, charts| {
            hold_budgets(&[
                shipped("index.html", page),
                shipped("app_bg.wasm", app),
                shipped("engine-1.wasm", engine),
                shipped("editor-1.js", editor),
                shipped("assist-1.js", assist),
                shipped("formatter-1.js", formatter),
                shipped("charts-1.js", charts),
            ])
        };
        assert!(build(40_000, 530_000, 920_000, 170_000, 60_000, 180_000, 30_000).is_ok());
        assert!(build(40_001, 1, 1, 1, 1, 1, 1).is_err());
        assert!(build(1, 530_001, 1, 1, 1, 1, 1).is_err());
        assert!(build(1, 1, 920_001, 1, 1, 1, 1).is_err());
        assert!(build(1, 1, 1, 170_001, 1, 1, 1).is_err());
        assert!(build(1, 1, 1, 1, 60_001, 1, 1).is_err());
        assert!(build(1, 1, 1, 1, 1, 180_001, 1).is_err());
        assert!(build(1, 1, 1, 1, 1, 1, 30_001).is_err());
        assert!(hold_budgets(&[shipped("app_bg.wasm", 1)]).is_err());
    }
}
