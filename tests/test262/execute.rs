//! Runs one test: puts the harness before it, compiles both as one program, runs it in the `event-loop` model with bounded
//! work, and says whether the specification was kept. Owns the translation of a test's expectations to outcomes of a run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use compiler::Diagnostic;
use world::{Detail, EventKind, Log, Outcome, Policy, Scheduler, Setup, World};

use crate::front_matter::{FrontMatter, Phase};
use crate::verdict::Verdict;

/// Enough for the longest of the claimed tests several times over.
const OPS_MAX: u64 = 30_000_000;
const STEPS_MAX: u32 = 200_000;
const SYNC_END: &str = "Lanes:EndOfTest";
const ASYNC_END: &str = "Test262:AsyncTestComplete";
const ASYNC_FAILURE: &str = "Test262:AsyncTestFailure:";

/// What a host of test262 has to offer (INTERPRETING.md), as far as one strict program can.
const HOST: &str = "
function print(value) { console.log(String(value)); }
const $262 = {
  global: globalThis,
  gc() {},
  createRealm() { throw new Test262Error('there is one realm only'); },
  evalScript() { throw new Test262Error('there is no eval'); },
};
";

/// `fnGlobalObject.js` of the harness asks the `Function` constructor, which makes code from text.
const GLOBAL_OBJECT: &str = "function fnGlobalObject() { return globalThis; }\n";

/// A checkout whose tests are run.
pub(crate) struct Checkout {
    /// Its top.
    pub(crate) root: PathBuf,
}

impl Checkout {
    /// Runs the test at that path.
    pub(crate) fn run(&self, path: &str) -> Verdict {
        match self.program(path) {
            Ok((matter, source)) => verdict_of(&matter, &source),
            Err(error) => Verdict::Failed(error),
        }
    }

    fn program(&self, path: &str) -> Result<(FrontMatter, String), String> {
        let test = read(&self.root.join(path))?;
        let matter = FrontMatter::parse(&test).ok_or_else(|| "has no head".to_owned())?;
        if matches!(matter.negative, Some((Phase::Parse | Phase::Resolution, _))) {
            return Ok((matter, test));
        }
        let mut source = HOST.to_owned();
        let usual = ["assert.js", "sta.js", "doneprintHandle.js"].map(str::to_owned);
        let usual = usual
            .iter()
            .filter(|name| matter.is("async") || *name != "doneprintHandle.js");
        for name in usual.chain(&matter.includes) {
            if name == "fnGlobalObject.js" {
                source.push_str(GLOBAL_OBJECT);
            } else {
                source.push_str(&read(&self.root.join("harness").join(name))?);
            }
            source.push('\n');
            if name == "doneprintHandle.js" {
                // `asyncHelpers.js` asks whether there is such a global.
                source.push_str("globalThis.$DONE = $DONE;\n");
            }
        }
        source.push_str(&test);
        source.push_str("\n;print(\"");
        source.push_str(SYNC_END);
        source.push_str("\");\n");
        Ok((matter, source))
    }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What a program did.
struct Run {
    lines: Vec<String>,
    outcome: Option<Outcome>,
}

fn verdict_of(matter: &FrontMatter, source: &str) -> Verdict {
    let options = compiler::Options {
        script: !matter.is("module"),
        ..compiler::Options::default()
    };
    let compilation = compiler::compile(source, &options);
    let error = compilation.diagnostics.iter().find(|diagnostic| diagnostic.is_error());
    match (&matter.negative, error) {
        (Some((Phase::Parse | Phase::Resolution, _)), error) => early_verdict(error),
        (_, Some(error)) => Verdict::Failed(format!("compile: {error}")),
        (Some((Phase::Runtime, kind)), None) => thrown_verdict(kind, &run(compilation.program)),
        (None, None) if matter.is("async") => async_verdict(&run(compilation.program)),
        (None, None) => sync_verdict(&run(compilation.program)),
    }
}

fn early_verdict(error: Option<&Diagnostic>) -> Verdict {
    match error {
        Some(error) if error.code == "unsupported" => Verdict::Failed(format!("refused for another reason: {error}")),
        Some(_) => Verdict::Passed,
        None => Verdict::Failed("compiles, and should not".to_owned()),
    }
}

fn run(program: world::Program) -> Run {
    let mut log = Log::new(Detail::Console);
    let mut world = World::new(Arc::new(program), Setup::default(), &mut log);
    let mut scheduler = Scheduler::new(Policy::Fifo);
    while world.ops() < OPS_MAX
        && world.steps() < STEPS_MAX
        && let Some(choice) = scheduler.next(&world)
    {
        world.step_enabled(choice, &mut log);
    }
    let lines = log.events.into_iter().filter_map(|event| match event.kind {
        EventKind::Printed { text, .. } => Some(text),
        _ => None,
    });
    Run {
        lines: lines.collect(),
        outcome: world.outcome().cloned(),
    }
}

impl Run {
    fn printed(&self, text: &str) -> bool {
        self.lines.iter().any(|line| line == text)
    }

    /// How it ended, for a person.
    fn end(&self) -> String {
        match &self.outcome {
            None => "does not end within the bounds".to_owned(),
            // An object that is no error is shown on several lines.
            Some(Outcome::Failed { message, .. }) => {
                let lines: Vec<&str> = message.lines().map(str::trim).collect();
                lines.join(" ")
            }
            Some(end @ (Outcome::Finished | Outcome::Deadlock { .. } | Outcome::Limit { .. })) => end.to_string(),
        }
    }
}

/// The end of the text was reached: what happens to promises afterwards is none of the test's business.
fn sync_verdict(run: &Run) -> Verdict {
    if run.printed(SYNC_END) {
        Verdict::Passed
    } else {
        Verdict::Failed(run.end())
    }
}

fn async_verdict(run: &Run) -> Verdict {
    match run.lines.iter().find_map(|line| line.strip_prefix(ASYNC_FAILURE)) {
        Some(why) => Verdict::Failed(why.to_owned()),
        None if run.printed(ASYNC_END) => Verdict::Passed,
        None => Verdict::Failed(format!("never done: {}", run.end())),
    }
}

fn thrown_verdict(kind: &str, run: &Run) -> Verdict {
    let end = run.end();
    let is_kind = end.strip_prefix("Uncaught ").unwrap_or(&end).strip_prefix(kind);
    // An object that is no error is shown with its properties.
    if is_kind.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' '])) {
        Verdict::Passed
    } else {
        Verdict::Failed(format!("{kind} expected: {end}"))
    }
}
