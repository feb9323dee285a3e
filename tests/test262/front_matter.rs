//! The head of a test: the part of YAML that test262 writes between `/*---` and `---*/`. Owns no decision about a test.

/// When an error is expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Phase {
    /// Before anything runs.
    Parse,
    /// While modules are linked.
    Resolution,
    /// While it runs.
    Runtime,
}

/// What a test says about itself.
#[derive(Default, Debug)]
pub(crate) struct FrontMatter {
    /// `onlyStrict`, `noStrict`, `module`, `raw`, `async`, ...
    pub(crate) flags: Vec<String>,
    /// Names of features of the language.
    pub(crate) features: Vec<String>,
    /// Files of the harness that it needs.
    pub(crate) includes: Vec<String>,
    /// The error that must end it.
    pub(crate) negative: Option<(Phase, String)>,
}

impl FrontMatter {
    /// Reads the head of a test; `None` if it has none.
    pub(crate) fn parse(source: &str) -> Option<FrontMatter> {
        let head = source.split_once("/*---")?.1.split_once("---*/")?.0;
        let mut matter = FrontMatter::default();
        let mut key = "";
        let (mut phase, mut kind) = (None, None);
        // A test of line ends is written with carriage returns alone.
        for line in head.split(['\n', '\r']) {
            let trimmed = line.trim();
            let is_indented = line.starts_with([' ', '\t']);
            if !is_indented && let Some((name, value)) = trimmed.split_once(':') {
                key = name.trim();
                for item in inline_list(value) {
                    matter.add(key, item);
                }
            } else if let Some(item) = trimmed.strip_prefix("- ") {
                matter.add(key, item.trim());
            } else if key == "negative" {
                match trimmed.split_once(':') {
                    Some(("phase", word)) => phase = phase_of(word.trim()),
                    Some(("type", word)) => kind = Some(word.trim().to_owned()),
                    _ => {}
                }
            }
        }
        matter.negative = phase.zip(kind);
        Some(matter)
    }

    /// Whether it has that flag.
    pub(crate) fn is(&self, flag: &str) -> bool {
        self.flags.iter().any(|each| each == flag)
    }

    fn add(&mut self, key: &str, item: &str) {
        let list = match key {
            "flags" => &mut self.flags,
            "features" => &mut self.features,
            "includes" => &mut self.includes,
            _ => return,
        };
        list.push(item.to_owned());
    }
}

fn inline_list(value: &str) -> impl Iterator<Item = &str> {
    let inner = value.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

fn phase_of(word: &str) -> Option<Phase> {
    match word {
        "parse" | "early" => Some(Phase::Parse),
        "resolution" => Some(Phase::Resolution),
        "runtime" => Some(Phase::Runtime),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{FrontMatter, Phase};

    #[test]
    fn lists_come_inline_and_by_the_line() {
        let source = "// x\n/*---\ndescription: a: [b]\ninfo: |\n  - no\nflags: [async, onlyStrict]\nfeatures:\n  - class\n  - Symbol.iterator\nincludes: [a.js]\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/\n";
        let matter = FrontMatter::parse(source).expect("a head");
        assert!(matter.is("async") && matter.is("onlyStrict") && !matter.is("module"));
        assert_eq!(matter.features, ["class", "Symbol.iterator"]);
        assert_eq!(matter.includes, ["a.js"]);
        assert_eq!(matter.negative, Some((Phase::Parse, "SyntaxError".to_owned())));
    }

    #[test]
    fn a_text_without_a_head_is_no_test() {
        assert!(FrontMatter::parse("let x = 1;").is_none());
    }
}
