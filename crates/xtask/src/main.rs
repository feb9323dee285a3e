//! Automation: `cargo xtask serve | build | test | test262 | bench | hook`.
//!
//! Owns what has to be on a machine before anything else works (tools, packages, a browser) and the order in which the
//! project is built and tested. Owns no logic of the product, and depends on no outside crate: it is the first thing
//! that a newcomer compiles.

mod bench;
mod build;
mod failure;
mod hook;
mod lock;
mod machines;
mod paths;
mod serve;
mod shell;
mod sizes;
mod split;
mod stages;
mod test;
mod test262;
mod tools;

use std::process::ExitCode;

use failure::{Failure, Outcome};

const USAGE: &str = "usage: cargo xtask COMMAND

  serve [--port N] [--release]       install what is missing, build the page, serve it, rebuild on every change
  build                              install what is missing, build the page that ships into dist/
  test [--only A,B] [--skip A,B]     install what the tests need and run them all; --list names the stages
  test262 PATH [--filter PART] [--list-failures] [--causes] [--by-folder] [--jobs N] [--dev]
                                     run what is claimed of the checkout of tc39/test262 at PATH
  bench [rates|memory|stage|language|checker|sizes|load]
                                     print the rates of the core, what it weighs, how quick the stage is with long
                                     runs, its language beside other engines, its checker beside others, what ships
                                     and how that loads
  hook pre-build|post-build          what Trunk calls before and after it builds; not for hand use";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let rest = arguments.get(1..).unwrap_or_default();
    match arguments.first().map(String::as_str) {
        Some("serve") => serve::run(rest),
        Some("build") => build::run(rest),
        Some("test") => test::run(rest),
        Some("test262") => test262::run(rest),
        Some("bench") => bench::run(rest),
        Some("hook") => hook::run(rest),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(())
        }
        Some(other) => Err(Failure(format!("no command `{other}`\n{USAGE}"))),
        None => Err(Failure(format!("which command?\n{USAGE}"))),
    }
}
