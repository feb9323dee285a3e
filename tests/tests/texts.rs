//! What the page says by itself stands in catalogues, so that it can be translated: `web/src/texts/` for the components,
//! `crates/session/src/texts/` for the session, `crates/timeline/src/texts/` for what is told of a run. Nothing else in these
//! has words of its own. Reads the sources as text; what looks like words is decided by how it is written.

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

/// How keys are called in code, files by their names, and numbers that are none.
const NAMES: [&str; 18] = [
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
    "NaN",
    "Infinity",
];

/// How sentences begin that only an author of the code can come to read, where an invariant is broken.
const FOR_AUTHORS: [&str; 6] = [
    "a choice that was taken before",
    "a lesson's id",
    "who looks at the world",
    "an index below",
    "nobody has written",
    "tasks are announced in the order",
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
    let is_code =
        text.contains(['[', '<']) || text.contains("px") || text.contains("=\\\"") || before.ends_with("closest(");
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

/// What a crate says outside of its catalogue, but in the files `without` and as far as `in_code` finds it.
fn said_outside(
    krate: &str,
    at_least: usize,
    without: &[&str],
    in_code: fn(&str, &str) -> Vec<(usize, String)>,
) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../crates/{krate}/src"));
    let mut files = Vec::new();
    sources(&folder, &mut files);
    assert!(files.len() > at_least, "the sources were found");
    let mut wrong = Vec::new();
    for (path, text) in &files {
        let name = path.strip_prefix(&folder).unwrap_or(path).display().to_string();
        if without.contains(&&*name) {
            continue;
        }
        let words = in_code(&name, text);
        wrong.extend(words.iter().map(|(line, text)| format!("{name}:{line}: {text:?}")));
    }
    wrong
}

#[test]
fn the_session_says_nothing_that_is_not_in_its_catalogue() {
    let wrong = said_outside("session", 60, &[], |_, text| said_by_code(text));
    assert!(
        wrong.is_empty(),
        "put these into crates/session/src/texts:\n{}\n",
        wrong.join("\n")
    );
}

/// What other programs read is the same in every language, and so is what a snapshot shows of a scene.
const FORMATS: [&str; 6] = [
    "export/chrome.rs",
    "export/openmetrics.rs",
    "export/otlp.rs",
    "export/row.rs",
    "export/table.rs",
    "scene/listing.rs",
];

/// Before what a lone word is said by the timeline, which looks like a name otherwise.
const SAYING: [&str; 7] = [
    ".add(",
    ".times(",
    ".micros(",
    ".gauge(",
    ".durations(",
    "List::new(",
    "Curve::new(",
];

/// Files in which every lone word is said to somebody.
const SPEAKING: [&str; 3] = ["export/picture.rs", "export/picture/legend.rs", "measures/figures.rs"];

/// Whether there is text between the elements of a piece of SVG.
fn is_written_into_a_picture(text: &str) -> bool {
    let between = text.split('>').skip(1).filter_map(|piece| piece.split_once('<'));
    let is_letter = |each: &char| each.is_ascii_alphabetic();
    let mut letters = between.map(|(inner, _)| without_holes(inner).chars().filter(is_letter).count());
    // A line break is written with one letter.
    letters.any(|count| count > 2)
}

/// What is said by a file of the timeline: also a lone word that becomes a text of its own or names a figure.
fn said_of_a_run(name: &str, text: &str) -> Vec<(usize, String)> {
    let mut found = said_by_code(text);
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        let lone = literals(line).into_iter().filter(|(before, text)| {
            let after = &line[before.len() + text.len() + 2..];
            let is_word = text.len() > 2 && text.chars().all(|each| each.is_ascii_lowercase());
            let is_text = after.starts_with(".to_owned()") || SAYING.iter().any(|saying| before.ends_with(saying));
            is_word && (is_text || SPEAKING.contains(&name)) || is_written_into_a_picture(text)
        });
        found.extend(lone.map(|(_, text)| (index + 1, text.to_owned())));
    }
    found
}

#[test]
fn the_timeline_says_nothing_that_is_not_in_its_catalogue() {
    let wrong = said_outside("timeline", 40, &FORMATS, said_of_a_run);
    assert!(
        wrong.is_empty(),
        "put these into crates/timeline/src/texts:\n{}\n",
        wrong.join("\n")
    );
}

#[test]
fn a_lone_word_is_said_where_it_becomes_a_text() {
    for line in [
        r#"EventKind::Finished => "ends".to_owned(),"#,
        r#"list.times("served", self.departed);"#,
        r#"None => format!("waits for {name}"),"#,
        r#""<text fill=\"{FAINT}\">{} more lanes.</text>","#,
    ] {
        assert_eq!(said_of_a_run("lane.rs", line).len(), 1, "{line}");
    }
    let legend = r#"(Tone::Running, Pattern::Solid, "runs"),"#;
    assert_eq!(said_of_a_run("export/picture/legend.rs", legend).len(), 1);
    for line in [
        r#"Tone::Ready => "ready","#,
        r#"if mode == "permit" {"#,
        r#""<text fill=\"{FAINT}\">{}</text>\n<g>","#,
        r#"format!(" opacity=\"{AHEAD_OPACITY}\"")"#,
    ] {
        assert_eq!(said_of_a_run("lane.rs", line), [], "{line}");
    }
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
