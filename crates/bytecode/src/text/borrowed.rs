//! What a program takes from the library's tables.
//!
//! Owns the difference between numbers in memory, where the library's entries come first, and numbers in the text, where
//! a program's own tables begin with 0 and what is taken from the library is listed by name: the text of a program does
//! not change when the library does.

use crate::{FunctionId, Library, LibraryEntry};

use super::operand::{quote, unquote};

/// What a program takes from the library, in order of first use.
#[derive(Default)]
pub(super) struct Borrowed {
    atoms: Vec<usize>,
    functions: Vec<usize>,
}

impl Borrowed {
    /// Rewrites the numbers of a text from those in memory.
    pub(super) fn localize(&mut self, text: &str, library: &Library) -> String {
        let lines = text.lines().map(|line| {
            rewrite(line, |prefix, number| match prefix {
                "a" => Some(own_or_borrowed(
                    ("a", "b"),
                    number,
                    library.atoms.len(),
                    &mut self.atoms,
                )),
                "f" => Some(own_or_borrowed(
                    ("f", "g"),
                    number,
                    library.functions.len(),
                    &mut self.functions,
                )),
                "k" => Some(format!("k{}", number.saturating_sub(library.constants.len()))),
                _ => None,
            })
        });
        lines.fold(String::new(), |text, line| text + &line + "\n")
    }

    /// The lines that say what is taken.
    pub(super) fn lines(&self, library: &Library) -> String {
        let mut text = String::new();
        for (index, &atom) in self.atoms.iter().enumerate() {
            text.push_str(&format!("borrow b{index} {}\n", quote(&library.atoms[atom])));
        }
        for (index, &function) in self.functions.iter().enumerate() {
            text.push_str(&format!("borrow g{index} {}\n", quote(entry_name(function, library))));
        }
        text
    }

    /// Reads a line `borrow ...`.
    pub(super) fn read(&mut self, rest: &str, library: &Library) -> Result<(), String> {
        let (number, name) = rest.split_once(' ').unwrap_or((rest, ""));
        let (name, _) = unquote(name).ok_or("the name is not in quotes")?;
        let (list, found) = match number.get(..1) {
            Some("b") => (&mut self.atoms, library.atoms.iter().position(|atom| **atom == *name)),
            Some("g") => (&mut self.functions, entry_function(&name, library)),
            _ => return Err("what is borrowed is a name (`b0`) or a function (`g0`)".to_owned()),
        };
        if number[1..] != list.len().to_string() {
            return Err(format!("this should be number {}", list.len()));
        }
        list.push(found.ok_or_else(|| format!("the library has no `{name}`"))?);
        Ok(())
    }

    /// Rewrites the numbers of a line to those in memory.
    pub(super) fn globalize(&self, line: &str, library: &Library) -> String {
        rewrite(line, |prefix, number| match prefix {
            "a" => Some(format!("a{}", number + library.atoms.len())),
            "f" => Some(format!("f{}", number + library.functions.len())),
            "k" => Some(format!("k{}", number + library.constants.len())),
            "b" => self.atoms.get(number).map(|atom| format!("a{atom}")),
            "g" => self.functions.get(number).map(|function| format!("f{function}")),
            _ => None,
        })
    }
}

fn own_or_borrowed(prefixes: (&str, &str), number: usize, first: usize, list: &mut Vec<usize>) -> String {
    if let Some(own) = number.checked_sub(first) {
        return format!("{}{own}", prefixes.0);
    }
    let index = list.iter().position(|&known| known == number).unwrap_or_else(|| {
        list.push(number);
        list.len() - 1
    });
    format!("{}{index}", prefixes.1)
}

fn entry_name(function: usize, library: &Library) -> &'static str {
    let is_it = |entry: &&LibraryEntry| {
        library
            .entry(**entry)
            .is_some_and(|FunctionId(id)| usize::from(id) == function)
    };
    LibraryEntry::ALL.iter().find(is_it).map_or("", |entry| entry.name())
}

fn entry_function(name: &str, library: &Library) -> Option<usize> {
    let entry = LibraryEntry::ALL.iter().find(|entry| entry.name() == name)?;
    library.entry(*entry).map(|FunctionId(id)| usize::from(id))
}

/// Replaces the numbers in words of the form `name=a1`; a comment is left alone.
fn rewrite(line: &str, mut replace: impl FnMut(&str, usize) -> Option<String>) -> String {
    let (content, comment) = match line.find(" ; ") {
        Some(at) => line.split_at(at),
        None => (line, ""),
    };
    let words = content.split(' ').map(|word| {
        let parts = word.split_once('=');
        let number = parts.and_then(|(_, value)| Some((value.get(..1)?, value.get(1..)?.parse().ok()?)));
        let new = number.and_then(|(prefix, number)| replace(prefix, number));
        match (parts, new) {
            (Some((name, _)), Some(new)) => format!("{name}={new}"),
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ") + comment
}
