//! What is claimed: the areas of `areas.toml`, the files in them, and for each file whether it is part of the claim.
//!
//! Owns the rules by which a test is left out: only what is written in `areas.toml` with a reason, and what cannot be run
//! as one strict program. Runs nothing.

use std::path::{Path, PathBuf};

use crate::front_matter::FrontMatter;

/// Folders that are claimed together.
pub(crate) struct Area {
    /// What the table calls it.
    pub(crate) name: String,
    paths: Vec<String>,
}

/// Something that is not claimed wherever it occurs.
struct Exclusion {
    word: String,
    reason: String,
}

/// The whole of `areas.toml`.
pub(crate) struct Areas {
    /// In the order of the table.
    pub(crate) areas: Vec<Area>,
    features: Vec<Exclusion>,
    paths: Vec<Exclusion>,
    sources: Vec<Exclusion>,
}

/// Whether a test is part of the claim.
pub(crate) enum Claim {
    /// It has to pass.
    Yes,
    /// It is not run, for this reason.
    No(String),
}

/// Where the committed lists are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("test262")
}

impl Areas {
    /// Reads the committed list.
    pub(crate) fn load() -> Result<Areas, String> {
        let path = folder().join("areas.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("areas.toml: {error}"))?;
        let table: toml::Table = text.parse().map_err(|error| format!("areas.toml: {error}"))?;
        let areas = rows(&table, "area").map(|row| Area {
            name: word(row, "name"),
            paths: words(row, "paths"),
        });
        Ok(Areas {
            areas: areas.collect(),
            features: exclusions(&table, "feature", "names"),
            paths: exclusions(&table, "path", "parts"),
            sources: exclusions(&table, "source", "texts"),
        })
    }

    /// Every test of every area: its path from the top of the checkout, its area, and whether it is claimed.
    pub(crate) fn tests(&self, root: &Path) -> Result<Vec<(String, usize, Claim)>, String> {
        let mut tests = Vec::new();
        for (index, area) in self.areas.iter().enumerate() {
            for path in &area.paths {
                let mut files = Vec::new();
                collect(root, path, &mut files)?;
                if files.is_empty() {
                    return Err(format!("areas.toml: {path} holds no test"));
                }
                for file in files {
                    let source =
                        std::fs::read_to_string(root.join(&file)).map_err(|error| format!("{file}: {error}"))?;
                    let claim = self.claim(&file, &source);
                    tests.push((file, index, claim));
                }
            }
        }
        Ok(tests)
    }

    fn claim(&self, path: &str, source: &str) -> Claim {
        let Some(matter) = FrontMatter::parse(source) else {
            return Claim::No("has no head".to_owned());
        };
        let flag = |flag: &str, reason: &str| matter.is(flag).then(|| reason.to_owned());
        let code = source.split_once("---*/").map_or(source, |(_, code)| code);
        let named = |list: &[Exclusion], holds: &dyn Fn(&str) -> bool| {
            list.iter()
                .find(|each| holds(&each.word))
                .map(|each| each.reason.clone())
        };
        let reason = flag("noStrict", "sloppy mode")
            .or_else(|| flag("raw", "runs without the harness, in sloppy mode"))
            .or_else(|| flag("CanBlockIsFalse", "blocking agents"))
            .or_else(|| {
                named(&self.features, &|word| {
                    matter.features.iter().any(|feature| feature == word)
                })
            })
            .or_else(|| named(&self.paths, &|word| path.contains(word)))
            .or_else(|| named(&self.sources, &|word| mentions(code, word)))
            .or_else(|| (matter.is("module") && imports(code)).then(|| "imports modules".to_owned()));
        reason.map_or(Claim::Yes, Claim::No)
    }
}

/// Whether code, not counting whole-line comments, has that text where a name does not go on in front of it.
fn mentions(code: &str, text: &str) -> bool {
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .any(|line| {
            line.match_indices(text).any(|(at, _)| {
                !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '$')
            })
        })
}

/// Whether a module asks for another one.
fn imports(code: &str) -> bool {
    let starts = |line: &str| {
        let line = line.trim_start();
        ["import ", "import{", "import*", "import'", "import\""]
            .iter()
            .any(|word| line.starts_with(word))
            || (line.starts_with("export ") && line.contains(" from "))
    };
    code.lines().any(starts)
}

fn collect(root: &Path, path: &str, files: &mut Vec<String>) -> Result<(), String> {
    let here = root.join(path);
    if here.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    let entries = std::fs::read_dir(&here).map_err(|error| format!("{path}: {error}"))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    for name in names {
        let inner = format!("{path}/{name}");
        if root.join(&inner).is_dir() {
            collect(root, &inner, files)?;
        } else if name.ends_with(".js") && !name.contains("_FIXTURE") {
            files.push(inner);
        }
    }
    Ok(())
}

fn rows<'a>(table: &'a toml::Table, key: &str) -> impl Iterator<Item = &'a toml::Table> {
    let list = table.get(key).and_then(toml::Value::as_array);
    list.into_iter().flatten().filter_map(toml::Value::as_table)
}

fn word(row: &toml::Table, key: &str) -> String {
    row.get(key)
        .and_then(toml::Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn words(row: &toml::Table, key: &str) -> Vec<String> {
    let list = row.get(key).and_then(toml::Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect()
}

/// One exclusion for each word of each row's list.
fn exclusions(table: &toml::Table, key: &str, list: &str) -> Vec<Exclusion> {
    let of_row = |row: &toml::Table| {
        let reason = word(row, "reason");
        words(row, list).into_iter().map(move |word| Exclusion {
            word,
            reason: reason.clone(),
        })
    };
    rows(table, key).flat_map(of_row).collect()
}

#[cfg(test)]
mod tests {
    use super::{imports, mentions};

    #[test]
    fn a_word_in_a_comment_or_inside_a_longer_name_is_not_meant() {
        assert!(mentions("var x = eval('1')", "eval("));
        assert!(!mentions("// eval('1')", "eval("));
        assert!(!mentions("medieval('1')", "eval("));
    }

    #[test]
    fn a_module_that_only_exports_imports_nothing() {
        assert!(imports("import x from './x.js'"));
        assert!(imports("export * from './x.js'"));
        assert!(!imports("export const x = 1; await x;"));
    }
}
