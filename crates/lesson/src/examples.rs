//! The example programs: short programs in groups, each of which shows one thing. Owns their list (`examples/examples.toml`)
//! and how the files below `examples/` are read; that each does what the list says is for the tests, which can run it.

use crate::front_matter::{self, ExamplesFile};
use crate::{Model, Problem, Verdict};
use serde::{Deserialize, Serialize};

/// Their folder below `lessons/`.
pub(crate) const FOLDER: &str = "examples/";
const LIST: &str = "examples/examples.toml";

/// The example programs by group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examples {
    /// The groups in order.
    pub groups: Vec<ExampleGroup>,
}

/// Programs about the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleGroup {
    /// What they are about.
    pub title: String,
    /// The programs in order.
    pub examples: Vec<Example>,
}

/// A program that shows one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The path of its file without the ending: `races/lost-update`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// A sentence about it.
    pub summary: String,
    /// The model that its first line names.
    pub model: Model,
    /// What a check of it finds; nothing if it holds.
    pub finds: Vec<Verdict>,
    /// The program.
    pub source: String,
}

impl Examples {
    /// Reads the examples from the files under `lessons/`, as [`Course::from_files`](crate::Course::from_files) takes them. What
    /// cannot be read is left out and reported.
    pub fn from_files(files: &[(String, String)]) -> (Examples, Vec<Problem>) {
        let mut problems = Vec::new();
        let text = |path: &str| {
            let found = files.iter().find(|(file, _)| file == path);
            found.map(|(_, text)| text.replace("\r\n", "\n"))
        };
        let Some(list) = text(LIST) else {
            problems.push(Problem::in_file(LIST, "the file is missing", "list the examples in it"));
            return (Examples::default(), problems);
        };
        let list = match front_matter::parse::<ExamplesFile>(LIST, &list, 1) {
            Ok(list) => list,
            Err(problem) => return (Examples::default(), vec![problem]),
        };
        let mut listed = vec![LIST.to_owned()];
        let mut groups = Vec::new();
        for group in list.groups {
            let mut examples = Vec::new();
            for entry in group.examples {
                let path = format!("{FOLDER}{}", entry.file);
                match text(&path)
                    .ok_or("the file is missing")
                    .and_then(|source| example(entry, source))
                {
                    Ok(example) => examples.push(example),
                    Err(message) => {
                        problems.push(Problem::in_file(&path, message, "see the format in lessons/README.md"))
                    }
                }
                listed.push(path);
            }
            groups.push(ExampleGroup {
                title: group.title,
                examples,
            });
        }
        let strangers = files
            .iter()
            .filter(|(file, _)| file.starts_with(FOLDER) && !listed.contains(file));
        problems.extend(strangers.map(|(file, _)| {
            let advice = "list it in examples.toml, or remove it";
            Problem::in_file(file, "the file is no listed example", advice)
        }));
        (Examples { groups }, problems)
    }

    /// All examples in the order of the list.
    pub fn all(&self) -> impl Iterator<Item = &Example> {
        self.groups.iter().flat_map(|group| &group.examples)
    }
}

fn example(entry: front_matter::ExampleEntry, source: String) -> Result<Example, &'static str> {
    let model = model(&source).ok_or("its first line does not name the model: `// lanes: model=threads`")?;
    let id = entry
        .file
        .strip_suffix(".ts")
        .ok_or("an example is a file that ends with .ts")?;
    Ok(Example {
        id: id.to_owned(),
        title: entry.title,
        summary: entry.summary,
        model,
        finds: entry.finds,
        source,
    })
}

/// The model in the directive on the first line.
fn model(source: &str) -> Option<Model> {
    let directive = source.lines().next()?.strip_prefix("// lanes:")?;
    let word = directive
        .split_whitespace()
        .find_map(|word| word.strip_prefix("model="))?;
    Model::from_name(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &str, others: &[(&str, &str)]) -> Vec<(String, String)> {
        let list = (LIST.to_owned(), list.to_owned());
        let others = others
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        std::iter::once(list).chain(others).collect()
    }

    const ENTRY: &str = "[[group]]\ntitle = \"G\"\n[[group.example]]\nfile = \"g/a.ts\"\ntitle = \"A\"\nsummary = \"S\"\nfinds = [\"deadlock\"]\n";

    #[test]
    fn an_example_is_read_with_its_model() {
        let program = "// lanes: seed=3 model=event-loop\nlet a;\n";
        let (examples, problems) = Examples::from_files(&files(ENTRY, &[("examples/g/a.ts", program)]));
        assert_eq!(problems, []);
        let example = &examples.groups[0].examples[0];
        assert_eq!((example.id.as_str(), example.model), ("g/a", Model::EventLoop));
        assert_eq!(example.finds, [Verdict::Deadlock]);
        assert_eq!(example.source, program);
    }

    #[test]
    fn what_is_missing_or_listed_nowhere_is_told() {
        let told = |files: &[(String, String)]| -> Vec<String> {
            let (_, problems) = Examples::from_files(files);
            problems.iter().map(ToString::to_string).collect()
        };
        assert!(told(&[])[0].starts_with("examples/examples.toml: the file is missing"));
        assert!(told(&files(ENTRY, &[]))[0].starts_with("examples/g/a.ts: the file is missing"));
        assert!(told(&files(ENTRY, &[("examples/g/a.ts", "let a;")]))[0].contains("does not name the model"));
        let stranger = files("", &[("examples/g/b.ts", "let b;")]);
        assert!(told(&stranger)[0].starts_with("examples/g/b.ts: the file is no listed example"));
        assert!(told(&files("group = 3", &[]))[0].starts_with("examples/examples.toml:1"));
    }
}
