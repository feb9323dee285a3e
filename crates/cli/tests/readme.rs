//! The README's examples, run: what it says that `lanes` prints is what `lanes` prints. `UPDATE_EXPECT=1` rewrites them.
//! Owns no example.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The inside of every fenced block of a language, with where it begins and ends.
fn blocks(text: &str, language: &str) -> Vec<(usize, usize)> {
    let fence = format!("```{language}\n");
    let starts = text.match_indices(&fence).map(|(at, _)| at + fence.len());
    starts
        .map(|start| (start, start + text[start..].find("```").expect("an end of the block")))
        .collect()
}

/// The words of a command line; quotes keep words together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    parts
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// What a reader sees on a terminal, without what depends on the machine.
fn printed(command: &str, race: &Path) -> String {
    let arguments = words(command).into_iter().map(|word| match word.as_str() {
        "race.ts" => race.to_string_lossy().into_owned(),
        _ => word,
    });
    let lanes = Command::new(env!("CARGO_BIN_EXE_lanes"))
        .args(arguments)
        .current_dir(root())
        .output();
    let output = lanes.expect("lanes starts");
    let text = String::from_utf8(output.stdout).expect("text") + &String::from_utf8_lossy(&output.stderr);
    let text = text.replace(&*race.to_string_lossy(), "race.ts");
    let mut stable = String::new();
    for line in text.lines() {
        let _ = writeln!(stable, "{}", without_elapsed(line).trim_end());
    }
    stable
}

/// `17 states, 0 ms, threads` with `1 ms`: how long it took is about the machine.
fn without_elapsed(line: &str) -> String {
    let parts = line.split(", ").map(|part| match part.strip_suffix(" ms") {
        Some(number) if line.contains(" states, ") && number.parse::<u64>().is_ok() => "1 ms",
        _ => part,
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_readme_says_what_lanes_prints() {
    let path = root().join("README.md");
    let text = std::fs::read_to_string(&path).expect("README.md");
    let programs = blocks(&text, "ts");
    let (start, end) = *programs.first().expect("the program of the examples");
    let race = Path::new(env!("CARGO_TARGET_TMPDIR")).join("race.ts");
    std::fs::write(&race, &text[start..end]).expect("a file in the folder for tests");
    let mut blessed = String::new();
    let mut copied = 0;
    let mut commands = 0;
    for (start, end) in blocks(&text, "console") {
        blessed.push_str(&text[copied..start]);
        for command in text[start..end]
            .lines()
            .filter_map(|line| line.strip_prefix("$ lanes "))
        {
            commands += 1;
            let _ = writeln!(blessed, "$ lanes {command}");
            blessed.push_str(&printed(command, &race));
        }
        copied = end;
    }
    blessed.push_str(&text[copied..]);
    assert!(commands >= 5, "only {commands} commands: the blocks were not found");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &blessed).expect("a writable file");
        return;
    }
    let differing = text.lines().zip(blessed.lines()).find(|(says, prints)| says != prints);
    assert!(
        text == blessed,
        "README.md and lanes differ (UPDATE_EXPECT=1 rewrites it), first in: {differing:?}"
    );
}
