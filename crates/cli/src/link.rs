//! `lanes link`: a program as a share link's fragment.

use std::io::Write;

use session::{Link, PolicyKind};

use crate::exit::{Exit, Failure};
use crate::input::{Source, read_schedule};
use crate::machine::Machine;

/// Print the share link of a program: what stands behind the `#` of the page's address
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  lanes link race.ts --model threads
  lanes link race.ts --schedule 'v1 model=threads ... : 0*3 1 2' --cursor 4
  echo \"https://example.org/lanes/$(lanes link race.ts)\"")]
pub(crate) struct Args {
    /// The program; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Who runs next where there is a choice
    #[arg(long, value_enum)]
    policy: Option<PolicyWord>,
    /// A run of it, on the machine that it carries; `@FILE` reads it from a file
    #[arg(long, value_name = "S")]
    schedule: Option<String>,
    /// How many steps of that run have been taken [default: all]
    #[arg(long, value_name = "N", requires = "schedule")]
    cursor: Option<u32>,
    /// The lesson that it belongs to, by id
    #[arg(long, value_name = "ID")]
    lesson: Option<String>,
    #[command(flatten)]
    machine: Machine,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum PolicyWord {
    /// The task that has been able to run for longest
    Fifo,
    /// Any task that can run, drawn with the seed
    Random,
    /// Whoever looks at it
    Manual,
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    // A program with errors has a link as well: somebody may want to ask about them.
    let source = Source::read(&args.file)?;
    let explicit = args.machine.explicit();
    let link = Link {
        source: source.text,
        lesson: args.lesson.clone(),
        model: explicit.model,
        granularity: explicit.granularity,
        time: explicit.time,
        cores: explicit.cores,
        seed: explicit.seed,
        policy: args.policy.map(|policy| match policy {
            PolicyWord::Fifo => PolicyKind::Fifo,
            PolicyWord::Random => PolicyKind::Random,
            PolicyWord::Manual => PolicyKind::Manual,
        }),
        set: args.machine.overrides.clone(),
        schedule: args.schedule.as_deref().map(read_schedule).transpose()?,
        cursor: args.cursor,
    };
    let fragment = link
        .to_fragment()
        .map_err(|refused| Failure::Usage(format!("`{}` is too long for a link: {refused}", source.name)))?;
    writeln!(out, "{fragment}")?;
    Ok(Exit::Fine)
}
