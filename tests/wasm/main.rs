//! One program for two machines. Natively: `lanes-core CALL ARGUMENT..` prints the answer of that call, without a line
//! break of its own. In wasm: each call is an export. `core.test.mjs` beside this file compares the two byte for byte.

#[cfg(target_family = "wasm")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions only, wherever they are")]
mod exports {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// See [`lanes_tests::entry::fingerprint`].
    #[wasm_bindgen]
    pub fn fingerprint(text: &str) -> String {
        lanes_tests::entry::fingerprint(text)
    }
}

#[cfg(target_family = "wasm")]
fn main() {}

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["fingerprint", text] => print!("{}", lanes_tests::entry::fingerprint(text)),
        other => {
            eprintln!("lanes-core: no such call: {other:?}");
            return std::process::ExitCode::from(2);
        }
    }
    std::process::ExitCode::SUCCESS
}
