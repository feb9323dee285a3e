//! Prints what the compiler says about programs: `cargo run -p compiler --example diagnostics FILE...`.

use std::process::ExitCode;

fn main() -> ExitCode {
    for file in std::env::args().skip(1) {
        let source = match std::fs::read_to_string(&file) {
            Ok(source) => source,
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        };
        for diagnostic in compiler::compile(&source, &compiler::Options::default()).diagnostics {
            println!("{file}:{diagnostic} [{}]", diagnostic.code);
        }
    }
    ExitCode::SUCCESS
}
