//! Which functions move to the engine.
//!
//! Those that belong to a crate of the engine by their name, and those that the page does not reach otherwise:
//! instances of generic functions, mostly, whose names do not tell. The page reaches its exports, functions without a name
//! of ours whose address somebody takes, and what these call.

use super::read::Parsed;

/// The crates of the engine: nothing of them runs before it is loaded.
const ENGINE: &[&str] = &[
    "adler2",
    "bytecode",
    "checker",
    "clock",
    "compiler",
    "grader",
    "libm",
    "miniz_oxide",
    "num_bigint",
    "num_integer",
    "num_traits",
    "primitives",
    "qrcodegen",
    "rand_pcg",
    "regexp",
    "session",
    "vm",
    "world",
];
/// Crates whose names begin so, likewise.
const ENGINE_FAMILIES: &[&str] = &["oxc_"];
/// The crates of the page: a function that names one of them too stays with the page.
const PAGE: &[&str] = &[
    "app",
    "gloo",
    "js_sys",
    // What is painted is its geometry.
    "timeline",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web",
    "web_sys",
    "yew",
];

/// By function, imported ones first: whether it moves.
pub(super) fn engine_functions(parsed: &Parsed) -> Vec<bool> {
    let count = parsed.function_types.len();
    let mut moved = vec![false; count];
    for index in parsed.imported_functions..count as u32 {
        moved[index as usize] = parsed.names.get(&index).is_some_and(|name| is_engine(name));
    }
    parsed.exported().for_each(|index| moved[index as usize] = false);
    let stays = stay(parsed, &moved);
    stays.iter().map(|stays| !stays).collect()
}

/// By function: whether it stays, given those that belong to the engine by their names. What is imported, exported or of
/// the page by its name stays, a function of nobody's whose address is taken, and of what belongs to nobody all that
/// those call, recursive or not.
fn stay(parsed: &Parsed, is_engine: &[bool]) -> Vec<bool> {
    let mut open: Vec<u32> = (0..parsed.imported_functions).chain(parsed.exported()).collect();
    let of_page = |index: &u32| parsed.names.get(index).is_some_and(|name| is_page(name));
    let of_nobody = |index: u32| !is_engine[index as usize];
    open.extend((0..is_engine.len() as u32).filter(of_page));
    open.extend(parsed.elements.values().copied().filter(|&index| of_nobody(index)));
    let mut stays = vec![false; is_engine.len()];
    while let Some(index) = open.pop() {
        if std::mem::replace(&mut stays[index as usize], true) {
            continue;
        }
        let uses = parsed.uses.get(index as usize);
        let calls = uses.into_iter().flat_map(|uses| uses.calls.iter().copied());
        open.extend(calls.filter(|&callee| of_nobody(callee)));
    }
    stays
}

/// Whether a name is of the page.
fn is_page(name: &str) -> bool {
    crates_in(name).any(|word| PAGE.contains(&word))
}

/// Whether a name is of the engine: it names a crate of it and none of the page.
fn is_engine(name: &str) -> bool {
    let mut is_engine = false;
    for word in crates_in(name) {
        if PAGE.contains(&word) {
            return false;
        }
        is_engine |= ENGINE.contains(&word) || ENGINE_FAMILIES.iter().any(|family| word.starts_with(family));
    }
    is_engine
}

/// The crates that a name mentions, as wasm-bindgen writes it: `<vm::heap::Heap as core::clone::Clone>::clone`. A
/// crate's name begins a path: `::` follows it, and nothing of a path precedes it.
fn crates_in(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices("::").filter_map(|(end, _)| {
        let before = &name[..end];
        let start = before.rfind(|sign: char| !is_word(sign)).map_or(0, |at| at + 1);
        let is_first = !before[..start].ends_with(':');
        (is_first && start < end).then(|| &before[start..])
    })
}

fn is_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_page_from_the_engine() {
        for (name, expected) in [
            ("vm::run::machine::Machine::run_frames::h15f07d4582c4dcad", true),
            (
                "world::step::<impl world::world::World>::step_enabled::hab5c2d964d18c0e2",
                true,
            ),
            ("<vm::heap::Heap as core::clone::Clone>::clone::h15f07d4582c4dcad", true),
            ("core::ptr::drop_in_place<vm::object::Object>::h15f07d4582c4dcad", true),
            ("oxc_parser::js::expression::main::h15f07d4582c4dcad", true),
            ("alloc::raw_vec::RawVec<T,A>::grow_one::h15f07d4582c4dcad", false),
            (
                "<app::components::app::App as yew::functional::FunctionProvider>::run::h1",
                false,
            ),
            (
                "core::ptr::drop_in_place<yew::callback::Callback<session::action::Action>>::h1",
                false,
            ),
            ("app::world::World::new::h1", false),
            ("timeline::scene::Scene::arranged::h1", false),
            ("memcpy", false),
        ] {
            assert_eq!(is_engine(name), expected, "{name}");
        }
    }
}
