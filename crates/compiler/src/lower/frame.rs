//! One function under construction.
//!
//! Owns its operations, registers, labels and tables. Knows nothing of syntax.

use super::control::Control;
use crate::lost_update::Recorder;
use crate::resolve::{FunctionIndex, VariableId};
use bytecode::{
    AccessNote, Atom, CaptureId, CaptureSource, Function, FunctionKind, Handler, LineMap, Op, Pc, Reg, Span, Variable,
};
use oxc_ast::ast::FormalParameters;
use std::collections::BTreeMap;

/// A place in the code that is known before its operation is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label(usize);

/// What identifies a function from the beginning.
pub(super) struct Head {
    pub(super) index: FunctionIndex,
    pub(super) name: Atom,
    pub(super) name_text: String,
    pub(super) kind: FunctionKind,
    pub(super) span: Span,
}

pub(super) struct Frame<'a> {
    pub(super) head: Head,
    pub(super) params: u16,
    pub(super) length: u16,
    pub(super) has_rest: bool,
    pub(super) arguments: Option<Reg>,
    pub(super) next_register: u16,
    registers: u16,
    pub(super) captures: Vec<(VariableId, CaptureSource)>,
    ops: Vec<Op>,
    pub(super) handlers: Vec<Handler>,
    lines: LineMap,
    pub(super) statements: bytecode::Statements,
    pub(super) variables: Vec<Variable>,
    pub(super) access_names: BTreeMap<Pc, Atom>,
    pub(super) access_notes: BTreeMap<Pc, AccessNote>,
    /// Where a derived constructor ends, and the register with what it returns: the check of that must not be caught inside.
    pub(super) epilogue: Option<(Label, Reg)>,
    /// The parameters of a derived constructor that are fields too.
    pub(super) parameter_properties: Option<&'a FormalParameters<'a>>,
    /// What a jump out of here passes, the innermost last.
    pub(super) control: Vec<Control>,
    /// Where the optional chains around the current expression go when they stop short, the innermost last.
    pub(super) chain_ends: Vec<Label>,
    /// How many patterns there are around the current one.
    pub(super) pattern_depth: usize,
    /// What the next pattern takes apart, in the words of a message.
    pub(super) pattern_source: Option<String>,
    pub(super) recorder: Recorder<'a>,
    /// Handlers whose target was not placed yet when they were added.
    pub(super) handler_fixups: Vec<(usize, Label)>,
    labels: Vec<Pc>,
    fixups: Vec<(Pc, Label)>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(head: Head) -> Frame<'a> {
        Frame {
            head,
            params: 0,
            length: 0,
            has_rest: false,
            arguments: None,
            next_register: 0,
            registers: 0,
            captures: Vec::new(),
            ops: Vec::new(),
            handlers: Vec::new(),
            lines: LineMap::default(),
            statements: bytecode::Statements::default(),
            variables: Vec::new(),
            access_names: BTreeMap::new(),
            access_notes: BTreeMap::new(),
            epilogue: None,
            parameter_properties: None,
            control: Vec::new(),
            chain_ends: Vec::new(),
            pattern_depth: 0,
            pattern_source: None,
            recorder: Recorder::default(),
            handler_fixups: Vec::new(),
            labels: Vec::new(),
            fixups: Vec::new(),
        }
    }

    pub(super) fn next_pc(&self) -> Pc {
        Pc(u32::try_from(self.ops.len()).unwrap_or(u32::MAX))
    }

    pub(super) fn push(&mut self, op: Op, span: Span) -> Pc {
        let pc = self.next_pc();
        self.lines.push(pc, span);
        self.ops.push(op);
        pc
    }

    pub(super) fn allocate(&mut self) -> Option<Reg> {
        let register = Reg(self.next_register);
        self.next_register = self.next_register.checked_add(1)?;
        self.registers = self.registers.max(self.next_register);
        Some(register)
    }

    pub(super) fn new_label(&mut self) -> Label {
        self.labels.push(Pc(u32::MAX));
        Label(self.labels.len() - 1)
    }

    pub(super) fn place_label(&mut self, label: Label) {
        let pc = self.next_pc();
        self.labels[label.0] = pc;
    }

    pub(super) fn fix_up_later(&mut self, pc: Pc, label: Label) {
        self.fixups.push((pc, label));
    }

    pub(super) fn label_pc(&self, label: Label) -> Pc {
        self.labels[label.0]
    }

    /// The index of a captured variable, if it is captured already.
    pub(super) fn capture_of(&self, variable: VariableId) -> Option<CaptureId> {
        let index = self.captures.iter().position(|&(captured, _)| captured == variable)?;
        u16::try_from(index).ok().map(CaptureId)
    }

    pub(super) fn finish(mut self, is_internal: bool) -> Function {
        for &(pc, label) in &self.fixups {
            let to = self.labels[label.0];
            set_target(&mut self.ops[pc.0 as usize], to);
        }
        for &(index, label) in &self.handler_fixups {
            self.handlers[index].target = self.labels[label.0];
        }
        self.handlers.retain(|handler| handler.start < handler.end);
        Function {
            name: self.head.name,
            kind: self.head.kind,
            params: self.params,
            length: self.length,
            has_rest: self.has_rest,
            arguments: self.arguments,
            registers: self.registers,
            captures: self.captures.iter().map(|&(_, source)| source).collect(),
            ops: self.ops,
            handlers: self.handlers,
            lines: self.lines,
            statements: self.statements,
            variables: self.variables,
            access_names: self.access_names.into_iter().collect(),
            access_notes: self.access_notes.into_iter().collect(),
            span: self.head.span,
            is_internal,
        }
    }
}

fn set_target(op: &mut Op, to: Pc) {
    if let Op::Jump { target }
    | Op::JumpIfTrue { target, .. }
    | Op::JumpIfFalse { target, .. }
    | Op::JumpIfNullish { target, .. }
    | Op::JumpIfUndefined { target, .. } = op
    {
        *target = to;
    }
}
