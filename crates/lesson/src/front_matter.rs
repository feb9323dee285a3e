//! The TOML that authors write: `course.toml`, `examples.toml` and the front matter of `lesson.md`. It owns the spelling of the keys and the
//! place of a mistake in the file; what the values mean is in `course` and `check`.

use crate::problem::{Problem, line_at};
use crate::{Prove, Run, Setup, SourceRules, Verdict};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// `course.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CourseFile {
    pub(crate) title: String,
    #[serde(default, rename = "chapter")]
    pub(crate) chapters: Vec<ChapterEntry>,
}

/// One `[[chapter]]` of `course.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChapterEntry {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) lessons: Vec<String>,
}

/// `examples.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExamplesFile {
    #[serde(default, rename = "group")]
    pub(crate) groups: Vec<ExampleGroupEntry>,
}

/// One `[[group]]` of `examples.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExampleGroupEntry {
    pub(crate) title: String,
    #[serde(rename = "example")]
    pub(crate) examples: Vec<ExampleEntry>,
}

/// One `[[group.example]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExampleEntry {
    pub(crate) file: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) finds: Vec<Verdict>,
}

/// What stands between the `+++` lines of `lesson.md`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrontMatter {
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) goal: String,
    pub(crate) minutes: u32,
    pub(crate) objectives: Vec<String>,
    #[serde(default)]
    pub(crate) prerequisites: Vec<String>,
    pub(crate) hints: Vec<String>,
    #[serde(default)]
    pub(crate) setup: Setup,
    #[serde(default)]
    pub(crate) predict: Vec<QuestionEntry>,
    pub(crate) checks: Vec<CheckEntry>,
}

/// One `[[predict]]`: the right answer is given as its text, so that reordering the options cannot make it wrong.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionEntry {
    pub(crate) prompt: String,
    pub(crate) options: Vec<String>,
    pub(crate) answer: String,
    pub(crate) explanation: String,
}

/// One `[[checks]]` with exactly one of the tables `prove`, `run` and `source`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckEntry {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) on_fail: String,
    pub(crate) prove: Option<Prove>,
    pub(crate) run: Option<Run>,
    pub(crate) source: Option<SourceRules>,
}

/// Reads TOML that starts on line `first_line` of `file`.
pub(crate) fn parse<T: DeserializeOwned>(file: &str, toml: &str, first_line: u32) -> Result<T, Problem> {
    toml::from_str(toml).map_err(|error| {
        let problem = Problem::in_file(file, error.message(), "see the format in lessons/README.md");
        match error.span() {
            Some(span) => problem.at_line(line_at(toml, span.start) + first_line - 1),
            None => problem,
        }
    })
}

/// A lesson's text, cut into its front matter and its prose.
pub(crate) struct Cut<'a> {
    /// The TOML, which starts on line 2.
    pub(crate) front_matter: &'a str,
    /// The Markdown after the closing `+++`.
    pub(crate) prose: &'a str,
    /// The line on which the prose starts.
    pub(crate) prose_line: u32,
}

/// Cuts `lesson.md` at its `+++` lines; `None` unless the first line is one and another follows.
pub(crate) fn cut(text: &str) -> Option<Cut<'_>> {
    let rest = text.strip_prefix("+++\n")?;
    let end = if rest.starts_with("+++\n") {
        0
    } else {
        rest.find("\n+++\n")? + 1
    };
    let prose_start = text.len() - rest.len() + end + "+++\n".len();
    Some(Cut {
        front_matter: &rest[..end],
        prose: &text[prose_start..],
        prose_line: line_at(text, prose_start),
    })
}
