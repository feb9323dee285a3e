//! Text to program.
//!
//! Owns the reading of lines and the complaint about the first one that is wrong.

use super::borrowed::Borrowed;
use super::disassemble::{kind_word, note_word};
use super::operand::{Fields, Word, read_op, unquote};
use crate::{
    AccessNote, CaptureId, CaptureSource, Const, Function, FunctionId, FunctionKind, Handler, Library, LineMap, Pc,
    Program, Reg, SourceText, Span, Variable, VariablePlace,
};
use std::fmt;
use std::sync::Arc;

/// Why a text is not a program.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AssembleError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for AssembleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message)
    }
}

impl std::error::Error for AssembleError {}

/// Reads what [`crate::disassemble`] wrote of a program with this library, compiled from this source text.
///
/// # Errors
///
/// The first line that is not of that form.
pub fn assemble(text: &str, library: &Arc<Library>, source: &SourceText) -> Result<Program, AssembleError> {
    let mut program = Program {
        functions: library.functions.clone(),
        main: FunctionId(0),
        is_module: false,
        constants: Vec::new(),
        atoms: Vec::new(),
        library: Arc::clone(library),
        source: source.clone(),
    };
    let mut borrowed = Borrowed::default();
    for (index, line) in text.lines().enumerate() {
        read_line(&mut program, &mut borrowed, line.trim()).map_err(|message| AssembleError {
            line: index + 1,
            message,
        })?;
    }
    Ok(program)
}

fn read_line(program: &mut Program, borrowed: &mut Borrowed, line: &str) -> Result<(), String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "" | ";" => Ok(()),
        "program" => {
            let rest = borrowed.globalize(rest, &program.library);
            let mut fields = fields(&rest)?;
            program.main = fields.take("main")?;
            fields.finish()
        }
        "module" => {
            program.is_module = true;
            Ok(())
        }
        "atom" => {
            let text = numbered(rest, "a", program.atoms.len())?;
            let (name, _) = unquote(text).ok_or("the name is not in quotes")?;
            program.atoms.push(name.into());
            Ok(())
        }
        "const" => {
            let text = numbered(rest, "k", program.constants.len())?;
            program.constants.push(read_constant(text)?);
            Ok(())
        }
        "borrow" => borrowed.read(rest, &program.library),
        "function" => {
            let first = program.library.functions.len();
            let text = numbered(rest, "f", program.functions.len() - first)?;
            let text = borrowed.globalize(text, &program.library);
            program.functions.push(Arc::new(read_function(&text)?));
            Ok(())
        }
        _ => {
            let first = program.library.functions.len();
            let function = program.functions[first..]
                .last_mut()
                .ok_or("this line belongs into a function")?;
            let line = borrowed.globalize(rest, &program.library);
            read_entry(Arc::make_mut(function), word, &line)
        }
    }
}

fn without_comment(text: &str) -> &str {
    text.split_once(';').map_or(text, |(content, _)| content)
}

fn fields(text: &str) -> Result<Fields<'_>, String> {
    Fields::read(without_comment(text).split_whitespace())
}

/// Checks that entries come in the order of their numbers.
fn numbered<'t>(text: &'t str, prefix: &str, expected: usize) -> Result<&'t str, String> {
    let (number, rest) = text.split_once(' ').unwrap_or((text, ""));
    let expected = format!("{prefix}{expected}");
    if number == expected {
        Ok(rest)
    } else {
        Err(format!("this should be `{expected}`, not `{number}`"))
    }
}

fn read_constant(text: &str) -> Result<Const, String> {
    let (kind, value) = text.split_once(' ').unwrap_or((text, ""));
    match kind {
        "number" => u64::from_str_radix(without_comment(value).trim(), 16)
            .map(Const::Number)
            .map_err(|_| "a number is written as the 16 hexadecimal digits of its bits".to_owned()),
        "text" => match unquote(value) {
            Some((text, _)) => Ok(Const::Text(text.into())),
            None => Err("the text is not in quotes".to_owned()),
        },
        "utf16" => value
            .split_whitespace()
            .map(|unit| u16::from_str_radix(unit, 16).map_err(|_| format!("`{unit}` is not a code unit")))
            .collect::<Result<Vec<u16>, String>>()
            .map(|units| Const::Utf16(units.into())),
        "library" => match Word::read(without_comment(value).trim()) {
            Some(function) => Ok(Const::Library(function)),
            None => Err("this should be a function".to_owned()),
        },
        _ => Err(format!("there is no kind of constant `{kind}`")),
    }
}

fn read_function(text: &str) -> Result<Function, String> {
    let mut fields = fields(text)?;
    let function = Function {
        name: fields.take("name")?,
        kind: fields.take("kind")?,
        params: fields.take("params")?,
        length: fields.take("length")?,
        has_rest: fields.take("rest")?,
        arguments: fields.take_optional("arguments")?,
        registers: fields.take("registers")?,
        captures: Vec::new(),
        ops: Vec::new(),
        handlers: Vec::new(),
        lines: LineMap::default(),
        statements: crate::Statements::default(),
        variables: Vec::new(),
        access_names: Vec::new(),
        access_notes: Vec::new(),
        span: fields.take("span")?,
        is_internal: fields.take("internal")?,
    };
    fields.finish()?;
    Ok(function)
}

fn read_entry(function: &mut Function, word: &str, rest: &str) -> Result<(), String> {
    match word {
        "capture" => {
            let source = without_comment(rest).trim();
            let local = Reg::read(source).map(CaptureSource::Local);
            let source = local.or_else(|| CaptureId::read(source).map(CaptureSource::Outer));
            function.captures.push(source.ok_or("a capture is `r0` or `c0`")?);
            Ok(())
        }
        "handler" => {
            let mut fields = fields(rest)?;
            function.handlers.push(Handler {
                start: fields.take("start")?,
                end: fields.take("end")?,
                target: fields.take("target")?,
                value: fields.take("value")?,
            });
            fields.finish()
        }
        "variable" => {
            function.variables.push(read_variable(rest)?);
            Ok(())
        }
        _ => read_operation(function, word, rest),
    }
}

fn read_variable(text: &str) -> Result<Variable, String> {
    let mut fields = fields(text)?;
    let register = fields.take_optional("register")?.map(VariablePlace::Register);
    let cell = fields.take_optional("cell")?.map(VariablePlace::Cell);
    let capture = fields.take_optional("capture")?.map(VariablePlace::Capture);
    let variable = Variable {
        name: fields.take("name")?,
        place: register
            .or(cell)
            .or(capture)
            .ok_or("one of `register`, `cell` and `capture` is missing")?,
        start: fields.take("start")?,
        end: fields.take("end")?,
    };
    fields.finish()?;
    Ok(variable)
}

fn read_operation(function: &mut Function, word: &str, rest: &str) -> Result<(), String> {
    let content = without_comment(rest);
    let (operands, attributes) = content.split_once('|').unwrap_or((content, ""));
    let mut operands = Fields::read(operands.split_whitespace())?;
    let op = read_op(word, &mut operands)?;
    operands.finish()?;
    let pc = Pc(u32::try_from(function.ops.len()).map_err(|_| "the function is too long")?);
    function.ops.push(op);
    let mut attributes = Fields::read(attributes.split_whitespace())?;
    if let Some(span) = attributes.take_optional::<Span>("at")? {
        function.lines.push(pc, span);
    }
    if attributes.take_optional("statement")? == Some(true) {
        function.statements.push(pc);
    }
    if let Some(name) = attributes.take_optional("access")? {
        function.access_names.push((pc, name));
    }
    if let Some(note) = attributes.take_optional("note")? {
        function.access_notes.push((pc, note));
    }
    attributes.finish()
}

impl Word for FunctionKind {
    fn write(&self) -> String {
        kind_word(*self).to_owned()
    }

    fn read(word: &str) -> Option<Self> {
        const KINDS: [FunctionKind; 10] = [
            FunctionKind::Main,
            FunctionKind::Function,
            FunctionKind::Arrow,
            FunctionKind::Method,
            FunctionKind::Async,
            FunctionKind::AsyncArrow,
            FunctionKind::ClassConstructor,
            FunctionKind::DerivedConstructor,
            FunctionKind::Generator,
            FunctionKind::AsyncGenerator,
        ];
        KINDS.into_iter().find(|&kind| kind_word(kind) == word)
    }
}

impl Word for AccessNote {
    fn write(&self) -> String {
        note_word(*self).to_owned()
    }

    fn read(word: &str) -> Option<Self> {
        const NOTES: [AccessNote; 2] = [AccessNote::Feeds, AccessNote::Derived];
        NOTES.into_iter().find(|&note| note_word(note) == word)
    }
}
