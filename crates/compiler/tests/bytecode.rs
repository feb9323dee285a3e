//! The bytecode of small programs: `tests/bytecode/*.ts`, each with what it compiles to in a `.txt` beside it.
//! `UPDATE_EXPECT=1` writes those anew. Every program also survives being written down and read back.

use compiler::{Options, compile};
use std::path::{Path, PathBuf};

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bytecode");
    let mut programs: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ts"))
        .collect();
    programs.sort();
    programs
}

#[test]
fn every_program_compiles_to_what_is_written() {
    let programs = programs();
    assert!(programs.len() >= 15, "the programs are gone");
    for path in programs {
        let source = std::fs::read_to_string(&path).unwrap();
        let compilation = compile(&source, &Options::default());
        let errors: Vec<_> = compilation
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        let actual = bytecode::disassemble(&compilation.program);
        let expected_path = path.with_extension("txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&expected_path, &actual).unwrap();
        }
        let expected = std::fs::read_to_string(&expected_path).unwrap_or_default();
        assert!(expected == actual, "{}:\n{actual}", path.display());
        assert_eq!(
            bytecode::assemble(&actual, &compilation.program.library, &compilation.program.source).unwrap(),
            compilation.program,
            "{}",
            path.display()
        );
    }
}

/// The programs of the language suite, whatever there is.
fn suite() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/lang");
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "ts"))
        .collect()
}

#[test]
fn every_program_of_the_suite_compiles_and_can_be_written_down_and_read_back() {
    for path in suite() {
        let source = std::fs::read_to_string(&path).unwrap();
        let compilation = compile(&source, &Options::default());
        assert!(
            !compilation.has_errors(),
            "{}: {:?}",
            path.display(),
            compilation.diagnostics
        );
        let text = bytecode::disassemble(&compilation.program);
        assert_eq!(
            bytecode::assemble(&text, &compilation.program.library, &compilation.program.source).unwrap(),
            compilation.program,
            "{}",
            path.display()
        );
    }
}

#[test]
fn tables_are_consistent() {
    for path in programs().into_iter().chain(suite()) {
        let source = std::fs::read_to_string(&path).unwrap();
        let program = compile(&source, &Options::default()).program;
        for (_, function) in program.own_functions() {
            check_tables(function, &path);
        }
    }
}

fn check_tables(function: &bytecode::Function, path: &Path) {
    let path = path.display();
    let length = u32::try_from(function.ops.len()).unwrap();
    assert!(!function.ops.last().unwrap().falls_through(), "{path}");
    for op in &function.ops {
        assert!(
            op.jump_target().is_none_or(|target| target.0 < length),
            "{path}: {op:?}"
        );
        op.for_each_read(|register| assert!(register.0 < function.registers, "{path}: {op:?}"));
        op.for_each_write(|register| assert!(register.0 < function.registers, "{path}: {op:?}"));
    }
    for handler in &function.handlers {
        assert!(
            handler.start < handler.end && handler.end.0 <= length && handler.target.0 < length,
            "{path}"
        );
    }
    for variable in &function.variables {
        assert!(
            variable.start < variable.end && variable.end.0 <= length,
            "{path}: {variable:?}"
        );
    }
    assert!(function.access_names.is_sorted_by(|a, b| a.0 < b.0), "{path}");
    assert!(function.access_notes.is_sorted_by(|a, b| a.0 < b.0), "{path}");
}
