//! `lanes check`: every interleaving, and the shortest run that shows what is wrong. Owns the wall clock and
//! the threads; the search is the checker's, and does not know of either.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "how long a check took is told to a person, and nothing is decided by it"
)]

mod dot;
mod json;
mod text;

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use bytecode::Program;
use checker::{BoundedBy, Checker, Draw, Job, Limits, Odds, Options, Sample, Verdict};
use world::{IoOrder, Setup, TimeMode};

use crate::exit::{Exit, Failure};
use crate::input::Source;
use crate::machine::Machine;

/// Transitions between two looks at the clock.
const SLICE: u32 = 200_000;

/// Check a program over every interleaving
#[derive(clap::Args)]
#[command(after_help = "\
The verdict is `holds` only when every reachable state was looked at; `bounded` when a limit came first and nothing was
found. Each finding comes with its shortest schedule: `lanes run FILE --schedule S` replays it.

Examples:
  lanes check race.ts --model threads
  lanes check pool.ts --set JOBS=5 --set LIMIT=2
  lanes check race.ts --ignore lost-update --json
  lanes check small.ts --dot | dot -Tsvg > states.svg")]
pub(crate) struct Args {
    /// The program; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Short for `--format json`
    #[arg(long, conflicts_with_all = ["format", "dot"])]
    json: bool,
    /// Short for `--format dot`
    #[arg(long, conflicts_with = "format")]
    dot: bool,
    /// Stop at the first finding
    #[arg(long)]
    first: bool,
    /// Kinds of finding that are not reported, with commas between them
    #[arg(long, value_name = "KIND,..", value_delimiter = ',')]
    ignore: Vec<Verdict>,
    /// Give up after so many states
    #[arg(long, value_name = "N", default_value_t = 5_000_000)]
    max_states: u64,
    /// Give up when the search holds so many megabytes
    #[arg(long, value_name = "MB", default_value_t = 1_024)]
    max_memory: u64,
    /// Give up after so many seconds
    #[arg(long, value_name = "N")]
    max_seconds: Option<u64>,
    /// Search in so many threads; the report is the same [default: as many as the machine has]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Draw so many ordinary runs in each way (first in first out, at random, by PCT) and tell how many meet each finding
    #[arg(long, value_name = "N")]
    odds: Option<u32>,
    #[command(flatten)]
    machine: Machine,
}

/// How the report is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum Format {
    /// For a person
    Text,
    /// For a program
    Json,
    /// The states and steps of a small program, for Graphviz
    Dot,
}

impl Args {
    fn format(&self) -> Format {
        match (self.json, self.dot) {
            (true, _) => Format::Json,
            (false, true) => Format::Dot,
            (false, false) => self.format,
        }
    }

    fn limits(&self) -> Limits {
        Limits {
            states: match self.format() {
                Format::Dot => dot::STATES_MAX.min(self.max_states),
                Format::Text | Format::Json => self.max_states,
            },
            bytes: self.max_memory.saturating_mul(1 << 20),
            ..Limits::native()
        }
    }
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    let source = Source::read(&args.file)?;
    let compiled = source.compile(&args.machine.overrides)?;
    let setup = args.machine.for_check(&compiled);
    let options = Options {
        limits: args.limits(),
        stop_at_first: args.first,
        ignore: args.ignore.clone(),
        // A picture shows every state.
        unreduced: matches!(args.format(), Format::Dot),
        ..Options::default()
    };
    let started = Instant::now();
    let mut checker = Checker::new(Arc::clone(&compiled.program), setup, options);
    explore(&mut checker, args, started);
    let report = checker.report();
    let elapsed = started.elapsed();
    let odds = args
        .odds
        .map(|runs| draw(runs, &compiled.program, setup))
        .unwrap_or_default();
    match args.format() {
        Format::Json => json::write(&report, &odds, elapsed, out)?,
        Format::Text => text::write(&report, &odds, elapsed, &compiled.program, setup, out)?,
        Format::Dot if report.limit == Some(BoundedBy::States) => {
            eprintln!(
                "lanes: the program has more than {} states, too many for a picture; make it smaller, for instance \
                 with --set NAME=LITERAL",
                dot::STATES_MAX.min(args.max_states)
            );
            return Ok(Exit::Limit);
        }
        Format::Dot => dot::write(
            &checker.state_graph(),
            report.findings.first(),
            &compiled.program,
            setup,
            out,
        )?,
    }
    out.flush()?;
    Ok(match (report.findings.is_empty(), report.verdict) {
        (true, Verdict::Bounded) => Exit::Limit,
        (true, _) => Exit::Fine,
        (false, _) => Exit::Finding,
    })
}

/// Searches to the end, with a line on standard error that a person can watch.
fn explore(checker: &mut Checker, args: &Args, started: Instant) {
    let is_watched = io::stderr().is_terminal();
    let jobs = args
        .jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let limit = args.max_seconds.map(Duration::from_secs);
    loop {
        let progress = checker.explore_with(SLICE, jobs, &mut on_threads);
        if is_watched {
            eprint!("\r{} states, depth {} \x1b[K", progress.states, progress.depth);
        }
        if progress.is_finished {
            break;
        }
        if limit.is_some_and(|limit| started.elapsed() >= limit) {
            checker.give_up();
            break;
        }
    }
    if is_watched {
        eprint!("\r\x1b[K");
    }
}

/// Draws ordinary runs on the machine of the check, in which timers are exact.
fn draw(runs: u32, program: &Arc<Program>, setup: Setup) -> Vec<Odds> {
    let setup = Setup {
        time: TimeMode::Exact,
        io: IoOrder::Timed,
        ..setup
    };
    let sample = |draw: Draw| Sample {
        draw,
        runs,
        ..Sample::default()
    };
    let draws = Draw::ALL.into_iter();
    draws
        .map(|draw| checker::odds(Arc::clone(program), setup, sample(draw)))
        .collect()
}

/// Runs each job on a thread of its own, the last one on this.
fn on_threads(mut jobs: Vec<Job<'_>>) {
    let own = jobs.pop();
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(job);
        }
        if let Some(job) = own {
            job();
        }
    });
}
