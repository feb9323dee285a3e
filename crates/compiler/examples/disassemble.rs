//! Prints the bytecode of a program: `cargo run -p compiler --example disassemble FILE`.
//!
//! Owns nothing but the printing; for looking at what the compiler makes of a text.

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "/dev/stdin".to_owned());
    let source = match std::fs::read_to_string(&path) {
        Ok(source) => source,
        Err(error) => return eprintln!("{path}: {error}"),
    };
    let compilation = compiler::compile(&source, &compiler::Options::default());
    for diagnostic in &compilation.diagnostics {
        eprintln!("{path}:{diagnostic}");
    }
    print!("{}", bytecode::disassemble(&compilation.program));
}
