//! `lanes trace`: one run for other programs, in the form that they read. Owns the choice; the forms are the timeline's.

use std::io::Write;

use timeline::{Axis, Meter, Timeline};
use world::{Detail, Log, Scheduler, World};

use crate::drive::drive;
use crate::ending;
use crate::exit::{Exit, Failure};
use crate::input::Source;
use crate::machine::{Machine, Order};
use crate::measures;

/// Run a program and print everything that happened
#[derive(clap::Args)]
#[command(after_help = "\
Each line of `events` is: step, virtual time, #task, Lline of the program, what happened.

Examples:
  lanes trace race.ts --model threads --format events | grep wrote
  lanes trace pool.ts --format chrome > pool.json      open it at https://ui.perfetto.dev
  lanes trace pool.ts --format svg --axis time > pool.svg")]
pub(crate) struct Args {
    /// The program; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The form of the log
    #[arg(long, value_enum, default_value_t = Format::Events)]
    format: Format,
    /// What runs from left to right in a picture
    #[arg(long, value_enum, default_value_t = AxisWord::Step)]
    axis: AxisWord,
    #[command(flatten)]
    order: Order,
    #[command(flatten)]
    machine: Machine,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One line for each event
    Events,
    /// Waits, holds, use, throughput and their curves over virtual time, as JSON
    Measures,
    /// The same as a table: comma-separated values
    Csv,
    /// Trace Event Format, for Perfetto and chrome://tracing
    Chrome,
    /// OTLP/JSON, for tracing backends
    Otlp,
    /// What it amounts to in numbers: waits, holds, use
    Openmetrics,
    /// The lanes as a picture
    Svg,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum AxisWord {
    /// One column for each step
    Step,
    /// Virtual time
    Time,
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    let source = Source::read(&args.file)?;
    let compiled = source.compile(&args.machine.overrides)?;
    let (policy, setup) = args.order.policy(args.machine.for_run(&compiled))?;
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(compiled.program, setup, &mut log);
    let mut scheduler = Scheduler::new(policy);
    let mut meter = Meter::new();
    let mut timeline = Timeline::new();
    let stop = drive(
        &mut world,
        &mut scheduler,
        args.order.max_steps,
        &mut log,
        |events| match args.format {
            // What needs no whole run is written as it goes, so that an endless one can be watched.
            Format::Events => events.iter().try_for_each(|event| writeln!(out, "{event}")),
            Format::Measures => {
                meter.extend(events);
                Ok(())
            }
            Format::Csv | Format::Chrome | Format::Otlp | Format::Openmetrics | Format::Svg => {
                timeline.extend(events);
                Ok(())
            }
        },
    )?;
    if args.format == Format::Measures {
        measures::json(&meter, out)?;
    }
    out.write_all(written(args, &timeline, &source.name, setup.model.word()).as_bytes())?;
    out.flush()?;
    ending::tell(&source, &world, stop)
}

/// The forms that are written when the run is over.
fn written(args: &Args, timeline: &Timeline, name: &str, model: &str) -> String {
    match args.format {
        Format::Events | Format::Measures => String::new(),
        Format::Csv => timeline::table(timeline),
        Format::Chrome => timeline::chrome_trace(timeline, name),
        Format::Otlp => timeline::otlp(timeline, name),
        Format::Openmetrics => timeline::openmetrics(timeline),
        Format::Svg => {
            let axis = match args.axis {
                AxisWord::Step => Axis::Step,
                AxisWord::Time => Axis::Time,
            };
            let caption = format!("{name} ({model}, {} steps)", timeline.step_count());
            timeline::picture(timeline, &timeline::whole_run(timeline, axis), &caption)
        }
    }
}
