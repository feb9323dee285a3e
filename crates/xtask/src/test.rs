//! `cargo xtask test`: the stages, in an order that fails early, each with its name and its time. What a stage does is
//! in `stages`.

use std::time::Duration;

use crate::failure::{Outcome, fail};
use crate::stages::{STAGES, Stage};

/// Runs the chosen stages up to the first that fails.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if arguments.iter().any(|argument| argument == "--list") {
        for stage in STAGES {
            println!("{:<12} {}", stage.name, stage.what);
        }
        return Ok(());
    }
    let chosen = choose(arguments)?;
    let mut times: Vec<(&str, Duration)> = Vec::new();
    for stage in &chosen {
        println!("\n=== {}: {}", stage.name, stage.what);
        let started = now();
        if let Err(failure) = (stage.run)() {
            report(&times);
            return fail(format!("stage {} failed: {}", stage.name, failure.0));
        }
        times.push((stage.name, started.elapsed()));
    }
    report(&times);
    println!("stages: {} passed, 0 failed", times.len());
    Ok(())
}

#[allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "how long a stage takes is about this machine, not about a simulated world"
)]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}

fn report(times: &[(&str, Duration)]) {
    println!();
    for (name, time) in times {
        println!("{name:<12} ok {:>7.1} s", time.as_secs_f64());
    }
}

/// `--only` and `--skip`, each with a list of names; all stages without.
fn choose(arguments: &[String]) -> Outcome<Vec<&'static Stage>> {
    let mut chosen: Vec<&Stage> = STAGES.iter().collect();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let keep = match argument.as_str() {
            "--only" => true,
            "--skip" => false,
            other => return fail(format!("`cargo xtask test` takes no `{other}`")),
        };
        let Some(list) = rest.next() else {
            return fail(format!("{argument} needs a list of stages: A,B"));
        };
        let names: Vec<&str> = list.split(',').collect();
        if let Some(unknown) = names
            .iter()
            .find(|name| STAGES.iter().all(|stage| stage.name != **name))
        {
            return fail(format!("no stage `{unknown}`; `cargo xtask test --list` names them"));
        }
        chosen.retain(|stage| names.contains(&stage.name) == keep);
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &str) -> Option<Vec<&'static str>> {
        let words: Vec<String> = words.split_whitespace().map(String::from).collect();
        choose(&words)
            .ok()
            .map(|stages| stages.iter().map(|stage| stage.name).collect())
    }

    #[test]
    fn all_stages_without_a_word() {
        assert_eq!(names("").map(|names| names.len()), Some(STAGES.len()));
    }

    #[test]
    fn only_keeps_the_order_of_the_stages() {
        assert_eq!(names("--only native,format"), Some(vec!["format", "native"]));
    }

    #[test]
    fn skip_leaves_the_others() {
        assert!(
            names("--skip browser").is_some_and(|names| !names.contains(&"browser") && names.len() == STAGES.len() - 1)
        );
    }

    #[test]
    fn a_stage_that_is_none_is_refused() {
        assert_eq!(names("--only nativ"), None);
        assert_eq!(names("--only"), None);
        assert_eq!(names("native"), None);
    }
}
