//! What every file of the checkout keeps to: a head that says what the module owns, a length that can be read, no path
//! of somebody's machine. Reads files as text; knows no Rust.

use std::path::{Path, PathBuf};

const LINES_MAX: usize = 500;

/// Files that were longer when this test came, and how long. A number here may go down and a line may go away; nothing
/// else.
const LONGER: &[(&str, usize)] = &[];

/// What holds nothing written by us. `.git` is a file in a second work tree.
const NOT_OURS: &[&str] = &["target", "dist", "node_modules", "generated", "output", ".git"];

const TEXT: &[&str] = &[
    "rs", "toml", "md", "ts", "mjs", "js", "json", "html", "css", "svg", "yml", "yaml", "",
];

struct File {
    /// Relative to the checkout, with `/` everywhere.
    name: String,
    text: String,
}

impl File {
    fn is_rust(&self) -> bool {
        self.name.ends_with(".rs")
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(&root)
            .expect("a path below the root")
            .to_string_lossy()
            .replace('\\', "/");
        // A file that is no UTF-8 is no text, whatever its name says.
        std::fs::read_to_string(&path).ok().map(|text| File { name, text })
    };
    paths.into_iter().filter_map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, paths);
        } else if TEXT.contains(&extension.as_str()) {
            paths.push(path);
        }
    }
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_checkout_was_found() {
    let names: Vec<String> = files().into_iter().map(|file| file.name).collect();
    for expected in [
        "Cargo.toml",
        "crates/world/src/lib.rs",
        "web/index.html",
        "tests/tests/tidy.rs",
    ] {
        assert!(
            names.iter().any(|name| name == expected),
            "{expected} is not among {} files",
            names.len()
        );
    }
}

#[test]
fn every_module_says_what_it_owns() {
    let silent = files()
        .into_iter()
        .filter(|file| file.is_rust() && !file.text.starts_with("//! "));
    report(
        &silent
            .map(|file| format!("{}: starts with no `//!`: what does it own, and what not?", file.name))
            .collect::<Vec<_>>(),
    );
}

/// What is wrong with a file of so many lines, if anything.
fn length_problem(name: &str, lines: usize, longer: &[(&str, usize)]) -> Option<String> {
    let known = longer.iter().find(|(long, _)| *long == name).map(|(_, lines)| *lines);
    match known {
        None if lines > LINES_MAX => Some(format!("{name}: {lines} lines, at most {LINES_MAX}: split it")),
        Some(known) if lines > known => Some(format!("{name}: {lines} lines, and it had {known}: it may only shrink")),
        Some(_) if lines <= LINES_MAX => Some(format!("{name}: {lines} lines now: take it off the list LONGER")),
        Some(known) if lines < known => Some(format!(
            "{name}: {lines} lines now: write that down in LONGER instead of {known}"
        )),
        None | Some(_) => None,
    }
}

#[test]
fn files_can_be_read_in_one_go() {
    let files = files();
    let rust = files.iter().filter(|file| file.is_rust());
    let mut wrong: Vec<String> = rust
        .filter_map(|file| length_problem(&file.name, file.text.lines().count(), LONGER))
        .collect();
    let gone = LONGER
        .iter()
        .filter(|(name, _)| files.iter().all(|file| file.name != *name));
    wrong.extend(gone.map(|(name, _)| format!("{name}: is on the list LONGER and does not exist")));
    report(&wrong);
}

#[test]
fn the_list_of_long_files_only_shrinks() {
    let longer = [("a.rs", 700)];
    assert_eq!(length_problem("a.rs", 700, &longer), None);
    assert_eq!(length_problem("b.rs", 500, &longer), None);
    for (name, lines) in [("a.rs", 701), ("a.rs", 699), ("a.rs", 500), ("b.rs", 501)] {
        assert!(
            length_problem(name, lines, &longer).is_some(),
            "{name} with {lines} lines"
        );
    }
}

/// The first path in a line that only exists on somebody's machine.
fn machine_path(line: &str) -> Option<&str> {
    // In two parts, because this file is read too.
    let places = [
        ["/ho", "me/"],
        ["/ro", "ot/"],
        ["/Us", "ers/"],
        ["/tm", "p/"],
        ["/wo", "rk/"],
        ["C:\\", "Users"],
    ]
    .map(|parts| parts.concat());
    places.iter().find_map(|place| {
        let starts = line.match_indices(place.as_str()).map(|(at, _)| at);
        // Inside a longer path or an address it is just a folder of that name.
        let stands_alone =
            |at: &usize| !line[..*at].ends_with(|before: char| before.is_alphanumeric() || "._-/}$".contains(before));
        starts.filter(stands_alone).map(|at| &line[at..]).next()
    })
}

#[test]
fn no_file_names_a_place_on_somebodys_machine() {
    let mut wrong = Vec::new();
    for file in files() {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(path) = machine_path(line) {
                let shown: String = path.chars().take(40).collect();
                wrong.push(format!("{}:{}: {shown}", file.name, index + 1));
            }
        }
    }
    report(&wrong);
}

#[test]
fn a_machine_path_is_told_from_a_folder_of_that_name() {
    let home = ["/ho", "me/"].concat();
    assert!(machine_path(&format!("open(\"{home}me/x\")")).is_some());
    assert!(machine_path(&format!("{home}me/x")).is_some());
    assert!(machine_path(&format!("https://example.org{home}x")).is_none());
    assert!(machine_path(&format!("..{home}x")).is_none());
}
