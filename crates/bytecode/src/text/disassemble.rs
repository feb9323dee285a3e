//! Program to text.
//!
//! Owns the order of the lines. What a line says about an operation stands on the operation's own line.

use super::borrowed::Borrowed;
use super::operand::{Word, quote, write_op};
use crate::{AccessNote, CaptureSource, Const, Function, FunctionKind, Op, Pc, Program, VariablePlace};
use std::fmt::Write;

/// Writes a program down, so that [`crate::assemble`] gives the same program again. Neither the library nor the
/// source text is part of it.
#[must_use]
pub fn disassemble(program: &Program) -> String {
    let library = &program.library;
    let mut borrowed = Borrowed::default();
    let mut functions = String::new();
    for (index, (_, function)) in program.own_functions().enumerate() {
        write_function(&mut functions, program, index, function);
    }
    let functions = borrowed.localize(&functions, library);
    let mut text = borrowed.localize(&format!("program main={}\n", program.main.write()), library);
    if program.is_module {
        text.push_str("module\n");
    }
    for (index, atom) in program.atoms.iter().enumerate() {
        line(&mut text, &format!("atom a{index} {}", quote(atom)), "");
    }
    text.push_str(&borrowed.lines(library));
    for (index, constant) in program.constants.iter().enumerate() {
        write_constant(&mut text, index, constant);
    }
    text + &functions
}

fn line(text: &mut String, content: &str, comment: &str) {
    text.push_str(content);
    if !comment.is_empty() {
        text.push_str(" ; ");
        text.push_str(comment);
    }
    text.push('\n');
}

fn name_of(program: &Program, atom: crate::Atom) -> String {
    let quoted = quote(program.atom(atom));
    quoted[1..quoted.len() - 1].to_owned()
}

fn write_constant(text: &mut String, index: usize, constant: &Const) {
    match constant {
        Const::Number(bits) => {
            let value = f64::from_bits(*bits);
            line(text, &format!("const k{index} number {bits:016x}"), &value.to_string());
        }
        Const::Text(value) => line(text, &format!("const k{index} text {}", quote(value)), ""),
        Const::Utf16(units) => {
            let units: Vec<String> = units.iter().map(|unit| format!("{unit:04x}")).collect();
            line(text, format!("const k{index} utf16 {}", units.join(" ")).trim_end(), "");
        }
        Const::Library(function) => line(text, &format!("const k{index} library {}", function.write()), ""),
    }
}

fn write_function(text: &mut String, program: &Program, index: usize, function: &Function) {
    let head = format!(
        "function f{index} kind={} name={} params={} length={} rest={}{} registers={} internal={} span={}",
        kind_word(function.kind),
        function.name.write(),
        function.params,
        function.length,
        function.has_rest,
        function
            .arguments
            .map_or_else(String::new, |register| format!(" arguments={}", register.write())),
        function.registers,
        function.is_internal,
        function.span.write(),
    );
    text.push('\n');
    line(text, &head, &name_of(program, function.name));
    for capture in &function.captures {
        let source = match capture {
            CaptureSource::Local(register) => register.write(),
            CaptureSource::Outer(capture) => capture.write(),
        };
        line(text, &format!("  capture {source}"), "");
    }
    for handler in &function.handlers {
        let entry = format!(
            "  handler start={} end={} target={} value={}",
            handler.start.write(),
            handler.end.write(),
            handler.target.write(),
            handler.value.write()
        );
        line(text, &entry, "");
    }
    for variable in &function.variables {
        let place = match variable.place {
            VariablePlace::Register(register) => format!("register={}", register.write()),
            VariablePlace::Cell(register) => format!("cell={}", register.write()),
            VariablePlace::Capture(capture) => format!("capture={}", capture.write()),
        };
        let entry = format!(
            "  variable name={} {place} start={} end={}",
            variable.name.write(),
            variable.start.write(),
            variable.end.write()
        );
        line(text, &entry, &name_of(program, variable.name));
    }
    write_operations(text, program, function);
}

fn write_operations(text: &mut String, program: &Program, function: &Function) {
    let mut lines = function.lines.entries().iter().peekable();
    for (index, op) in function.ops.iter().enumerate() {
        let pc = Pc(u32::try_from(index).unwrap_or(u32::MAX));
        let mut content = format!("  {}", write_op(op));
        let mut attributes = String::new();
        while let Some((_, span)) = lines.next_if(|(at, _)| *at == pc) {
            let _ = write!(attributes, " at={}", span.write());
        }
        if function.is_statement_start(pc) {
            attributes.push_str(" statement=true");
        }
        if let Some(name) = function.access_name(pc) {
            let _ = write!(attributes, " access={}", name.write());
        }
        if let Some(note) = function.access_note(pc) {
            let _ = write!(attributes, " note={}", note_word(note));
        }
        if !attributes.is_empty() {
            content.push_str(" |");
            content.push_str(&attributes);
        }
        line(
            text,
            &content,
            format!("{} {}", pc.write(), remark(program, function, pc, op)).trim_end(),
        );
    }
}

/// What helps to read an operation: names, constants.
fn remark(program: &Program, function: &Function, pc: Pc, op: &Op) -> String {
    if let Some(name) = function.access_name(pc) {
        return name_of(program, name);
    }
    match *op {
        Op::LoadConst { constant, .. } => match program.constant(constant) {
            Const::Number(bits) => f64::from_bits(*bits).to_string(),
            Const::Text(text) => quote(text),
            Const::Utf16(_) => String::new(),
            Const::Library(function) => name_of(program, program.function(*function).name),
        },
        Op::NewClosure { function, .. } => name_of(program, program.function(function).name),
        Op::CheckInitialized { name, .. }
        | Op::ThrowConstAssign { name }
        | Op::NewCell { name, .. }
        | Op::DefineField { name, .. }
        | Op::LoadGlobalName { name, .. }
        | Op::StoreGlobalName { name, .. }
        | Op::NewPrivateName { name, .. }
        | Op::GetProperty { name, .. }
        | Op::SetProperty { name, .. } => name_of(program, name),
        _ => String::new(),
    }
}

pub(super) fn kind_word(kind: FunctionKind) -> &'static str {
    match kind {
        FunctionKind::Main => "main",
        FunctionKind::Function => "function",
        FunctionKind::Arrow => "arrow",
        FunctionKind::Method => "method",
        FunctionKind::Async => "async",
        FunctionKind::AsyncArrow => "async_arrow",
        FunctionKind::ClassConstructor => "class_constructor",
        FunctionKind::DerivedConstructor => "derived_constructor",
        FunctionKind::Generator => "generator",
        FunctionKind::AsyncGenerator => "async_generator",
    }
}

pub(super) fn note_word(note: AccessNote) -> &'static str {
    match note {
        AccessNote::Feeds => "feeds",
        AccessNote::Derived => "derived",
    }
}
