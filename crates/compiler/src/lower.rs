//! Syntax tree to bytecode.
//!
//! Owns the state of the function being compiled: registers, labels, positions. What each construct becomes is in the
//! modules below, one per area.

mod assign;
mod call;
mod callee_text;
mod class;
mod control;
mod enumeration;
mod expression;
mod fields;
mod frame;
mod function;
mod generator;
mod iterate;
mod library;
mod literal;
mod member;
mod object;
mod pattern;
mod receiver;
mod statement;
mod target;
mod template;
mod try_finally;
mod unsupported;
mod variable;

use crate::Diagnostic;
use crate::overrides::Overrides;
use crate::pause::Pause;
use crate::positions::Positions;
use crate::program_builder::ProgramBuilder;
use crate::resolve::{Resolution, VariableId};
use bytecode::{FunctionId, Op, Pc, Reg};
use frame::{Frame, Label};
pub(crate) use library::LibraryFunctions;
use oxc_ast::ast::Program;
use oxc_span::Span;
use std::collections::BTreeMap;
use variable::Place;

/// What the lowering of one text needs from outside.
pub(crate) struct Context<'a, 'c> {
    pub(crate) resolution: &'c Resolution<'a>,
    pub(crate) positions: &'c Positions<'a>,
    pub(crate) builder: &'c mut ProgramBuilder,
    pub(crate) overrides: &'c mut Overrides,
    pub(crate) diagnostics: &'c mut Vec<Diagnostic>,
}

/// Lowers a whole program; the result is its main line.
pub(crate) fn lower_program<'a>(program: &'a Program<'a>, context: Context<'a, '_>) -> FunctionId {
    let mut lowerer = Lowerer::new(context);
    lowerer.is_script = program.source_type.is_script();
    lowerer.main(program)
}

/// Lowers the text of the library.
pub(crate) async fn lower_library<'a>(
    program: &'a Program<'a>,
    context: Context<'a, '_>,
    pause: Pause<'_>,
) -> LibraryFunctions<'a> {
    Lowerer::new(context).library(program, pause).await
}

/// Lowers one text, function by function; the innermost one under construction is the last frame.
struct Lowerer<'a, 'c> {
    resolution: &'c Resolution<'a>,
    positions: &'c Positions<'a>,
    builder: &'c mut ProgramBuilder,
    overrides: &'c mut Overrides,
    diagnostics: &'c mut Vec<Diagnostic>,
    frames: Vec<Frame<'a>>,
    /// Whether the program is a script rather than a module: `this` at its top is `globalThis`.
    is_script: bool,
    /// Where each variable lives in the frame that owns it; `None` before its scope opens.
    places: Vec<Option<Place>>,
    /// From which operation on each variable has a value, once its declaration is lowered.
    initialized: Vec<Option<Pc>>,
    /// In the text of the library: its functions.
    library_functions: BTreeMap<VariableId, FunctionId>,
}

impl<'a, 'c> Lowerer<'a, 'c> {
    fn new(context: Context<'a, 'c>) -> Lowerer<'a, 'c> {
        let places = vec![None; context.resolution.variables.len()];
        Lowerer {
            resolution: context.resolution,
            positions: context.positions,
            builder: context.builder,
            overrides: context.overrides,
            diagnostics: context.diagnostics,
            frames: Vec::new(),
            is_script: false,
            initialized: vec![None; places.len()],
            places,
            library_functions: BTreeMap::new(),
        }
    }

    fn frame(&mut self) -> &mut Frame<'a> {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>, help: Option<String>) {
        let diagnostic = self.positions.error(code, span, message, help);
        self.diagnostics.push(diagnostic);
    }

    fn warning(&mut self, code: &'static str, span: Span, message: impl Into<String>, help: Option<String>) {
        let diagnostic = self.positions.warning(code, span, message, help);
        self.diagnostics.push(diagnostic);
    }

    fn source_text(&self, span: Span) -> &'a str {
        self.positions.text(span)
    }

    /// Appends an operation that belongs to `span`.
    fn emit(&mut self, op: Op, span: Span) -> Pc {
        let span = self.positions.span(span);
        self.frame().push(op, span)
    }

    /// A register of its own until [`Lowerer::release`].
    fn temporary(&mut self) -> Reg {
        match self.frame().allocate() {
            Some(register) => register,
            None => {
                self.builder.is_full = true;
                Reg(0)
            }
        }
    }

    /// What to give back to [`Lowerer::release`].
    fn mark(&mut self) -> u16 {
        self.frame().next_register
    }

    /// Frees all registers that were taken since `mark`.
    fn release(&mut self, mark: u16) {
        self.frame().next_register = mark;
    }

    fn new_label(&mut self) -> Label {
        self.frame().new_label()
    }

    /// Puts a label at the next operation.
    fn place_label(&mut self, label: Label) {
        self.frame().place_label(label);
    }

    fn jump(&mut self, label: Label, span: Span) {
        let target = Pc(u32::MAX);
        self.emit_jump(Op::Jump { target }, label, span);
    }

    fn jump_if_true(&mut self, condition: Reg, label: Label, span: Span) {
        let target = Pc(u32::MAX);
        self.emit_jump(Op::JumpIfTrue { condition, target }, label, span);
    }

    fn jump_if_false(&mut self, condition: Reg, label: Label, span: Span) {
        let target = Pc(u32::MAX);
        self.emit_jump(Op::JumpIfFalse { condition, target }, label, span);
    }

    fn jump_if_nullish(&mut self, value: Reg, label: Label, span: Span) {
        let target = Pc(u32::MAX);
        self.emit_jump(Op::JumpIfNullish { value, target }, label, span);
    }

    fn jump_if_undefined(&mut self, value: Reg, label: Label, span: Span) {
        let target = Pc(u32::MAX);
        self.emit_jump(Op::JumpIfUndefined { value, target }, label, span);
    }

    fn emit_jump(&mut self, op: Op, label: Label, span: Span) {
        let pc = self.emit(op, span);
        self.frame().fix_up_later(pc, label);
    }

    /// Notes that a statement, or the condition of one, begins at the next operation.
    fn mark_statement(&mut self) {
        // What the library does is part of the step that calls it.
        if self.positions.is_internal() {
            return;
        }
        let frame = self.frame();
        let pc = frame.next_pc();
        frame.statements.push(pc);
    }

    /// Notes what the access at `pc` reads or writes, as the learner wrote it.
    fn name_access(&mut self, pc: Pc, text: &str) {
        if self.positions.is_internal() {
            return;
        }
        const CHARACTERS_MAX: usize = 40;
        let words: Vec<&str> = text.split_whitespace().collect();
        let name: String = words.join(" ").chars().take(CHARACTERS_MAX).collect();
        let atom = self.builder.atom(&name);
        self.frame().access_names.insert(pc, atom);
    }

    fn load_undefined(&mut self, dest: Reg, span: Span) {
        self.emit(Op::LoadUndefined { dest }, span);
    }

    fn load_text(&mut self, dest: Reg, text: &str, span: Span) {
        let constant = self.builder.text(text);
        self.emit(Op::LoadConst { dest, constant }, span);
    }

    fn load_number(&mut self, dest: Reg, value: f64, span: Span) {
        let is_negative_zero = value == 0.0 && value.is_sign_negative();
        let is_small = value.fract() == 0.0 && value >= f64::from(i32::MIN) && value <= f64::from(i32::MAX);
        if is_small && !is_negative_zero {
            #[allow(clippy::cast_possible_truncation, reason = "a whole number within i32, just checked")]
            let value = value as i32;
            self.emit(Op::LoadInt { dest, value }, span);
        } else {
            let constant = self.builder.number(value);
            self.emit(Op::LoadConst { dest, constant }, span);
        }
    }

    fn copy(&mut self, dest: Reg, source: Reg, span: Span) {
        if dest != source {
            self.emit(Op::Move { dest, source }, span);
        }
    }
}
