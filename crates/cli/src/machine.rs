//! The options that name a machine, shared by the commands that run programs. Owns their spelling; who wins over whom is
//! decided in the grader crate.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use grader::setup::{Explicit, check_setup, run_setup};
use world::{Granularity, LimitKind, Limits, Model, Schedule, Setup, TimeMode};

use crate::exit::Failure;
use crate::input::{Compiled, parse_override, read_schedule};

/// The machine, where it should differ from the program's own `// lanes:` line.
#[derive(clap::Args)]
#[command(next_help_heading = "Machine (wins over the program's `// lanes:` line)")]
pub(crate) struct Machine {
    /// Who may run next
    #[arg(long, value_parser = PossibleValuesParser::new(Model::WORDS).try_map(|word| word.parse::<Model>()))]
    model: Option<Model>,
    /// How much one step of a thread does
    #[arg(long, value_parser = PossibleValuesParser::new(Granularity::WORDS).try_map(|word| word.parse::<Granularity>()))]
    granularity: Option<Granularity>,
    /// Whether timers may be late [default: exact; in a check of threads, any]
    #[arg(long, value_parser = PossibleValuesParser::new(TimeMode::WORDS).try_map(|word| word.parse::<TimeMode>()))]
    time: Option<TimeMode>,
    /// How many tasks may compute at once
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    cores: Option<u32>,
    /// The seed of what is drawn at random
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Give a top-level constant another value; may be repeated
    #[arg(long = "set", value_name = "NAME=LITERAL", value_parser = parse_override)]
    pub(crate) overrides: Vec<(String, String)>,
}

impl Machine {
    /// The machine of an ordinary run.
    pub(crate) fn for_run(&self, compiled: &Compiled) -> Setup {
        run_setup(&compiled.directive, None, self.explicit())
    }

    /// The machine of a check.
    pub(crate) fn for_check(&self, compiled: &Compiled) -> Setup {
        check_setup(&compiled.directive, None, self.explicit())
    }

    /// What was chosen, and nothing else.
    pub(crate) fn explicit(&self) -> Explicit {
        Explicit {
            model: self.model,
            granularity: self.granularity,
            cores: self.cores,
            seed: self.seed,
            time: self.time,
        }
    }
}

/// Who runs next, for the commands that make one run.
#[derive(clap::Args)]
pub(crate) struct Order {
    /// Who runs next where there is a choice
    #[arg(long, value_enum, default_value_t = PolicyWord::Fifo)]
    policy: PolicyWord,
    /// Replay these decisions, on the machine that they carry; `@FILE` reads them from a file
    #[arg(
        long,
        value_name = "S",
        conflicts_with_all = ["policy", "model", "granularity", "time", "cores", "seed"],
    )]
    schedule: Option<String>,
    /// Stop after so many steps; a step that is cut off for computing too long counts as 10,000
    #[arg(long, visible_alias = "limit-steps", value_name = "N", default_value_t = 1_000_000)]
    pub(crate) max_steps: u64,
    #[command(flatten)]
    limits: LimitArgs,
}

/// How far a run may go, where it should differ from the defaults.
#[derive(clap::Args)]
#[command(next_help_heading = "Limits")]
struct LimitArgs {
    /// Bytes of memory [default: 268435456]
    #[arg(long, value_name = "N")]
    limit_heap_bytes: Option<u64>,
    /// Characters in one string [default: 16777216]
    #[arg(long, value_name = "N")]
    limit_string_length: Option<u32>,
    /// Elements in one array [default: 4194304]
    #[arg(long, value_name = "N")]
    limit_array_length: Option<u32>,
    /// Calls inside each other; one more is a RangeError [default: 10000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit_stack_depth: Option<u32>,
    /// Tasks in all [default: 150000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit_tasks: Option<u32>,
    /// Timers that wait at once [default: 100000]
    #[arg(long, value_name = "N")]
    limit_timers: Option<u32>,
    /// Lines on the console [default: 20000]
    #[arg(long, value_name = "N")]
    limit_console_lines: Option<u32>,
    /// Steps of one match of a regular expression [default: 10000000]
    #[arg(long, value_name = "N")]
    limit_regexp_steps: Option<u64>,
}

impl LimitArgs {
    fn limits(&self, given: Limits) -> Limits {
        Limits {
            step_ops: given.step_ops,
            heap_bytes: self.limit_heap_bytes.unwrap_or(given.heap_bytes),
            text_len: self.limit_string_length.unwrap_or(given.text_len),
            array_len: self.limit_array_length.unwrap_or(given.array_len),
            stack_depth: self.limit_stack_depth.unwrap_or(given.stack_depth),
            tasks: self.limit_tasks.unwrap_or(given.tasks),
            timers: self.limit_timers.unwrap_or(given.timers),
            console_lines: self.limit_console_lines.unwrap_or(given.console_lines),
            regexp_steps: self.limit_regexp_steps.unwrap_or(given.regexp_steps),
        }
    }
}

/// The option that allows more.
pub(crate) fn limit_option(limit: LimitKind) -> &'static str {
    match limit {
        LimitKind::HeapBytes => "--limit-heap-bytes",
        LimitKind::TextLen => "--limit-string-length",
        LimitKind::ArrayLen => "--limit-array-length",
        LimitKind::Tasks => "--limit-tasks",
        LimitKind::Timers => "--limit-timers",
        LimitKind::ConsoleLines => "--limit-console-lines",
        LimitKind::RegExpSteps => "--limit-regexp-steps",
    }
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum PolicyWord {
    /// The task that has been able to run for longest
    Fifo,
    /// Any task that can run, drawn with the seed
    Random,
}

impl Order {
    /// The policy of a run, and the machine of that run.
    pub(crate) fn policy(&self, setup: Setup) -> Result<(world::Policy, Setup), Failure> {
        let setup = Setup {
            limits: self.limits.limits(setup.limits),
            ..setup
        };
        if let Some(argument) = &self.schedule {
            let schedule: Schedule = read_schedule(argument)?;
            let setup = schedule.setup(setup);
            return Ok((world::Policy::Replay(schedule), setup));
        }
        let policy = match self.policy {
            PolicyWord::Fifo => world::Policy::Fifo,
            PolicyWord::Random => world::Policy::Random { seed: setup.seed },
        };
        Ok((policy, setup))
    }
}
