//! Built-in methods that call back, written in the learner's own language.
//!
//! Owns their texts and which of them a program needs. They are compiled like the program, only with the intrinsics in
//! view and without positions. Methods that call nothing back are the VM's.

/// The methods of one kind of receiver.
pub(crate) struct Library {
    /// The constructor whose instances (or which itself) have the methods.
    pub(crate) owner: &'static str,
    pub(crate) is_static: bool,
    source: &'static str,
}

const LIBRARIES: [Library; 9] = [
    Library {
        owner: "Array",
        is_static: false,
        source: include_str!("library/array.ts"),
    },
    Library {
        owner: "Array",
        is_static: true,
        source: include_str!("library/array_static.ts"),
    },
    Library {
        owner: "Map",
        is_static: false,
        source: include_str!("library/map.ts"),
    },
    Library {
        owner: "Set",
        is_static: false,
        source: include_str!("library/set.ts"),
    },
    Library {
        owner: "Object",
        is_static: true,
        source: include_str!("library/object_static.ts"),
    },
    Library {
        owner: "Promise",
        is_static: true,
        source: include_str!("library/promise_static.ts"),
    },
    Library {
        owner: "Promise",
        is_static: false,
        source: include_str!("library/promise.ts"),
    },
    Library {
        owner: "Mutex",
        is_static: false,
        source: include_str!("library/mutex.ts"),
    },
    Library {
        owner: "Semaphore",
        is_static: false,
        source: include_str!("library/semaphore.ts"),
    },
];

/// The methods that a program may call, as texts to compile: those whose name occurs in it.
pub(crate) fn needed(is_word: impl Fn(&str) -> bool) -> Vec<(&'static Library, String)> {
    LIBRARIES
        .iter()
        .filter_map(|library| {
            let text: String = methods(library.source)
                .filter(|&(name, _)| match name {
                    "constructor" => is_word(library.owner),
                    name => is_word(method_name(name)),
                })
                .map(|(_, text)| text)
                .collect();
            (!text.is_empty()).then_some((library, text))
        })
        .collect()
}

/// The name of the method that a library function implements: reserved words carry an underscore at their end.
pub(crate) fn method_name(function_name: &str) -> &str {
    function_name.trim_end_matches('_')
}

/// The functions of a library text. Each begins at the start of a line, and nothing else of it does but its last brace.
fn methods(source: &str) -> impl Iterator<Item = (&str, &str)> {
    const START: [&str; 2] = ["function ", "async function "];
    let mut starts: Vec<usize> = Vec::new();
    let mut offset = 0;
    for line in source.split_inclusive('\n') {
        if START.iter().any(|start| line.starts_with(start)) {
            starts.push(offset);
        }
        offset += line.len();
    }
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([source.len()]).collect();
    starts.into_iter().zip(ends).filter_map(move |(start, end)| {
        let text = &source[start..end];
        let signature = START.iter().find_map(|start| text.strip_prefix(start))?;
        let name = signature.split(['(', '<']).next()?;
        Some((name, text))
    })
}
