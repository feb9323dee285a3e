//! `lanes-peers FILE`: runs a script in boa, jobs included, and prints how many seconds of processor time that took, then
//! what the script left in `globalThis.result`.

use std::process::ExitCode;

use boa_engine::{Context, Source};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: lanes-peers FILE");
        return ExitCode::from(2);
    };
    match run(&path) {
        Ok((seconds, result)) => {
            println!("{seconds}\n{result}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("lanes-peers: {path}: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(path: &str) -> Result<(f64, String), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let mut context = Context::default();
    let start = processor_seconds()?;
    context
        .eval(Source::from_bytes(&text))
        .map_err(|error| error.to_string())?;
    context.run_jobs().map_err(|error| error.to_string())?;
    let seconds = processor_seconds()? - start;
    let result = context
        .eval(Source::from_bytes("globalThis.result"))
        .map_err(|error| error.to_string())?;
    let text = result.to_string(&mut context).map_err(|error| error.to_string())?;
    Ok((seconds, text.to_std_string_escaped()))
}

/// The processor time of this process so far. Linux counts it in nanoseconds in the first field of `schedstat`.
fn processor_seconds() -> Result<f64, String> {
    let text = std::fs::read_to_string("/proc/self/schedstat").map_err(|error| error.to_string())?;
    let field = text.split_whitespace().next().unwrap_or_default();
    let nanoseconds: f64 = field.parse().map_err(|_| format!("no number in `{text}`"))?;
    Ok(nanoseconds / 1e9)
}
