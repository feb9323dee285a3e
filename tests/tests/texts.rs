//! What the page says by itself stands in catalogues, so that it can be translated: `web/src/texts/` for the components,
//! `crates/session/src/texts/` for the session. Nothing else has words of its own. Reads the sources as text; what looks like
//! words is decided by how it is written.

use std::path::{Path, PathBuf};

/// Attributes whose value is nothing that anybody reads.
const NOT_WORDS: [&str; 9] = [
    "class=",
    "class={",
    "d=",
    "viewBox=",
    "style=",
    "accept=",
    "reason = ",
    "download=",
    "class={format!(",
];

/// How keys are called in code, and files by their names.
const NAMES: [&str; 16] = [
    "ArrowRight",
    "ArrowLeft",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "Enter",
    "Escape",
    "PageDown",
    "PageUp",
    "Key",
    "Tab",
    "Delete",
    "Backspace",
    "Files",
    "lanes.d.ts",
];

/// How sentences begin that only an author of the code can come to read, where an invariant is broken.
const FOR_AUTHORS: [&str; 3] = [
    "a choice that was taken before",
    "a lesson's id",
    "who looks at the world",
];

/// Outlines of pictures look like words and are none.
const PICTURES: &str = "icon.rs";

/// Components whose words are still their own. A line may go away; none may come.
const NOT_YET: &[&str] = &[];

fn components() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src/components");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder of the components")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a text");
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// The literals of a line with what stands before each.
fn literals(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    let mut is_escaped = false;
    for (at, character) in line.char_indices() {
        match (start, character) {
            (_, _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (None, '"') => start = Some(at),
            (Some(from), '"') => {
                found.push((&line[..from], &line[from + 1..at]));
                start = None;
            }
            (_, _) => {}
        }
    }
    found
}

/// Whether a literal says something to somebody: a capital and small letters, words with blanks between, or the child of an element.
fn is_said(before: &str, text: &str) -> bool {
    if NAMES.contains(&text) || ["Ctrl ", "Shift ", "Alt "].iter().any(|held| text.starts_with(held)) {
        return false;
    }
    if NOT_WORDS.iter().any(|attribute| before.ends_with(attribute)) {
        return false;
    }
    let text = &without_holes(text);
    let letters: Vec<char> = text.chars().collect();
    let is_name =
        matches!(letters[..], [first, second, ..] if first.is_ascii_uppercase() && second.is_ascii_lowercase());
    let is_word = |word: &str| {
        let word = word.trim_matches(|each: char| !each.is_ascii_alphabetic());
        word.len() > 1 && word.chars().all(|each| each.is_ascii_lowercase())
    };
    let is_code = text.contains(['[', '<']) || text.contains("px") || before.ends_with("closest(");
    let has_words = text.contains(' ') && !is_code && text.split(' ').any(is_word);
    let is_child = before.ends_with("{ ") && letters.iter().filter(|each| each.is_ascii_alphabetic()).count() > 1;
    is_name || has_words || is_child
}

/// A template without what is put into it.
fn without_holes(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for character in text.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

fn said(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") || line.trim_start().starts_with("#[") {
            continue;
        }
        let words = literals(line)
            .into_iter()
            .filter(|(before, text)| is_said(before, text));
        found.extend(words.map(|(_, text)| (index + 1, text.to_owned())));
    }
    found
}

#[test]
fn components_say_nothing_that_is_not_in_the_catalogue() {
    let components = components();
    assert!(components.len() > 30, "the components were found");
    let mut wrong = Vec::new();
    for (path, text) in &components {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let words = said(text);
        match (NOT_YET.contains(&&*name), words.is_empty()) {
            (true, true) => wrong.push(format!("{name}: take it off the list NOT_YET")),
            (true, false) => {}
            (false, _) if name == PICTURES => {}
            (false, _) => wrong.extend(words.iter().map(|(line, text)| format!("{name}:{line}: {text:?}"))),
        }
    }
    assert!(
        wrong.is_empty(),
        "put these into web/src/texts:\n{}\n",
        wrong.join("\n")
    );
}

/// The sources of a crate without its catalogue and its tests.
fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if matches!(&*name, "texts" | "texts.rs" | "tests" | "tests.rs") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else if name.ends_with(".rs") {
            let text = std::fs::read_to_string(&path).expect("a text");
            let own = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default()
                .to_owned();
            found.push((path, own));
        }
    }
}

/// What is said by code that is no component: there the child of an element is only a block.
fn said_by_code(text: &str) -> Vec<(usize, String)> {
    let is_for_authors = |text: &str| FOR_AUTHORS.iter().any(|known| text.starts_with(known));
    said(&text.replace("{ \"", "{\""))
        .into_iter()
        .filter(|(_, text)| !is_for_authors(text))
        .collect()
}

#[test]
fn the_session_says_nothing_that_is_not_in_its_catalogue() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/session/src");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    assert!(files.len() > 60, "the sources were found");
    let mut wrong = Vec::new();
    for (path, text) in &files {
        let name = path.strip_prefix(&folder).unwrap_or(path).display().to_string();
        let words = said_by_code(text);
        wrong.extend(words.iter().map(|(line, text)| format!("{name}:{line}: {text:?}")));
    }
    assert!(
        wrong.is_empty(),
        "put these into crates/session/src/texts:\n{}\n",
        wrong.join("\n")
    );
}

#[test]
fn words_are_told_from_what_only_looks_like_them() {
    for line in [
        r#"<button title="Stop here">"#,
        r#"<p>{ "free" }</p>"#,
        r#"format!("after {} of {} steps", a, b)"#,
        r#"let name = "Run";"#,
    ] {
        assert_eq!(said(line).len(), 1, "{line}");
    }
    for line in [
        r#"<div class="button button-quiet" role="group">"#,
        r#"// He said "Run it"."#,
        r#""ArrowRight" => 1, "Shift Enter" => 2,"#,
        r#"closest("button, a, input, summary")"#,
        r#"format!("detail-panel-{}", index)"#,
    ] {
        assert_eq!(said(line), [], "{line}");
    }
}
