//! Variables: where they live, how they are read and written.
//!
//! Owns the choice between register and cell, the checks for use before initialisation, and scopes as stretches of code.
//! Which variable a name means was decided before.

use super::Lowerer;
use crate::resolve::{VariableId, VariableKind};
use bytecode::{CaptureId, CaptureSource, Op, Pc, Reg, Variable, VariablePlace};
use oxc_span::Span;

/// Where a variable lives in the frame that owns it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    Register(Reg),
    Cell(Reg),
}

/// How the running frame reaches a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    Register(Reg),
    Cell(Reg),
    Capture(CaptureId),
    /// Its scope has not opened yet, so it can only be in its dead zone.
    Missing,
}

/// An open scope, to be given back when it closes.
pub(super) struct OpenScope {
    scope: Option<usize>,
    register_mark: u16,
    start: Pc,
}

impl<'a> Lowerer<'a, '_> {
    /// Makes room for the variables of a scope.
    pub(super) fn enter_scope(&mut self, scope: Option<usize>, span: Span) -> OpenScope {
        let register_mark = self.mark();
        let start = self.frame().next_pc();
        let variables = scope.map_or(&[][..], |scope| &self.resolution.scopes[scope].variables);
        for &variable in variables {
            self.allocate_variable(variable, Span::new(span.start, span.start));
        }
        OpenScope {
            scope,
            register_mark,
            start,
        }
    }

    /// Ends the stretch of code in which a scope's variables can be seen.
    pub(super) fn leave_scope(&mut self, open: OpenScope) {
        let end = self.frame().next_pc();
        let scope = open.scope.filter(|_| !self.positions.is_internal());
        let variables = scope.map_or(&[][..], |scope| &self.resolution.scopes[scope].variables);
        for &variable in variables {
            let info = self.resolution.variable(variable);
            if !info.kind.is_visible() {
                continue;
            }
            let name = self.builder.atom(info.name);
            let place = match self.places[variable.0] {
                Some(Place::Register(register)) => VariablePlace::Register(register),
                Some(Place::Cell(cell)) => VariablePlace::Cell(cell),
                None => continue,
            };
            let start = self.initialized[variable.0].unwrap_or(open.start);
            if start < end {
                self.frame().variables.push(Variable {
                    name,
                    place,
                    start,
                    end,
                });
            }
        }
        self.release(open.register_mark);
    }

    /// Gives a variable its register or cell, unless it is a parameter that has one.
    fn allocate_variable(&mut self, variable: VariableId, span: Span) {
        if self.places[variable.0].is_some() {
            return;
        }
        let info = self.resolution.variable(variable);
        let dest = self.temporary();
        if info.is_captured {
            self.places[variable.0] = Some(Place::Cell(dest));
            let name = self.builder.atom(info.name);
            self.emit(Op::NewCell { dest, name }, span);
            if info.kind.begins_undefined() {
                let value = self.temporary();
                self.load_undefined(value, span);
                self.emit(Op::InitCell { cell: dest, value }, span);
                self.release(value.0);
            }
            return;
        }
        self.places[variable.0] = Some(Place::Register(dest));
        if info.kind.begins_undefined() {
            self.load_undefined(dest, span);
        } else if info.kind == VariableKind::This || (info.kind.has_dead_zone() && info.may_be_used_early) {
            self.emit(Op::LoadUninitialized { dest }, span);
        }
    }

    /// How the running frame reaches a variable; captures it if need be.
    pub(super) fn access(&mut self, variable: VariableId) -> Access {
        let frame = self.frames.len() - 1;
        self.access_from(frame, variable)
    }

    fn access_from(&mut self, frame: usize, variable: VariableId) -> Access {
        if self.frames[frame].head.index == self.resolution.variable(variable).function {
            return match self.places[variable.0] {
                Some(Place::Register(register)) => Access::Register(register),
                Some(Place::Cell(cell)) => Access::Cell(cell),
                None => Access::Missing,
            };
        }
        if let Some(capture) = self.frames[frame].capture_of(variable) {
            return Access::Capture(capture);
        }
        let Some(outer) = frame.checked_sub(1) else {
            return Access::Missing;
        };
        let source = match self.access_from(outer, variable) {
            Access::Cell(cell) => CaptureSource::Local(cell),
            Access::Capture(capture) => CaptureSource::Outer(capture),
            // What is captured lives in a cell; a register here means that the tables are full.
            Access::Register(_) | Access::Missing => return Access::Missing,
        };
        let captures = &mut self.frames[frame].captures;
        captures.push((variable, source));
        match u16::try_from(captures.len() - 1) {
            Ok(index) => Access::Capture(CaptureId(index)),
            Err(_) => {
                self.builder.is_full = true;
                Access::Missing
            }
        }
    }

    /// Reads a variable into `dest`. The result is the operation that reads it, if another function can see it.
    pub(super) fn load_variable(&mut self, variable: VariableId, is_early: bool, dest: Reg, span: Span) -> Option<Pc> {
        if let Some(&function) = self.library_functions.get(&variable) {
            let constant = self.builder.library_constant(function);
            self.emit(Op::LoadConst { dest, constant }, span);
            return None;
        }
        let info = self.resolution.variable(variable);
        let name = info.name;
        let read = match self.access(variable) {
            Access::Register(source) => {
                if is_early {
                    self.check_initialized(source, name, span);
                }
                self.copy(dest, source, span);
                return None;
            }
            Access::Cell(cell) => Some(self.emit(Op::LoadCell { dest, cell }, span)),
            Access::Capture(capture) => Some(self.emit(Op::LoadCapture { dest, capture }, span)),
            Access::Missing => {
                self.emit(Op::LoadUninitialized { dest }, span);
                None
            }
        };
        if let Some(pc) = read {
            self.name_access(pc, name);
        }
        if is_early || read.is_none() {
            self.check_initialized(dest, name, span);
        }
        read
    }

    fn check_initialized(&mut self, value: Reg, name: &str, span: Span) {
        let name = self.builder.atom(name);
        self.emit(Op::CheckInitialized { value, name }, span);
    }

    /// Assigns to a variable after its declaration. The result is the operation that writes it, if another function
    /// can see it.
    pub(super) fn store_variable(
        &mut self,
        variable: VariableId,
        is_early: bool,
        value: Reg,
        span: Span,
    ) -> Option<Pc> {
        let name = self.resolution.variable(variable).name;
        let kind = self.resolution.variable(variable).kind;
        if !kind.is_assignable() {
            if is_early {
                let value = self.temporary();
                self.load_variable(variable, true, value, span);
            }
            self.throw_const_assign(name, kind, span);
            return None;
        }
        let written = match self.access(variable) {
            Access::Register(dest) => {
                if is_early {
                    self.check_initialized(dest, name, span);
                }
                self.copy(dest, value, span);
                return None;
            }
            Access::Cell(cell) => self.emit(Op::StoreCell { cell, value }, span),
            Access::Capture(capture) => self.emit(Op::StoreCapture { capture, value }, span),
            Access::Missing => {
                let dest = self.temporary();
                self.emit(Op::LoadUninitialized { dest }, span);
                self.check_initialized(dest, name, span);
                return None;
            }
        };
        self.name_access(written, name);
        Some(written)
    }

    fn throw_const_assign(&mut self, name: &str, kind: VariableKind, span: Span) {
        let atom = self.builder.atom(name);
        self.emit(Op::ThrowConstAssign { name: atom }, span);
        let help = match kind {
            VariableKind::Const => Some(format!("declare it with `let {name}`")),
            _ => Some("give the variable another name".to_owned()),
        };
        let what = match kind {
            VariableKind::ClassName => "the class itself here",
            VariableKind::FunctionName => "the function itself here",
            VariableKind::Import => "an import",
            _ => "a constant",
        };
        let message = format!("`{name}` is {what}: assigning to it throws");
        self.warning("const-assignment", span, message, help);
    }

    /// The first write of a variable, by its declaration.
    pub(super) fn initialize_variable(&mut self, variable: VariableId, value: Reg, span: Span) {
        let info = self.resolution.variable(variable);
        if matches!(info.kind, VariableKind::Var | VariableKind::Enum) {
            self.store_variable(variable, false, value, span);
            return;
        }
        let is_constant = info.is_never_assigned();
        match self.places[variable.0] {
            Some(Place::Register(dest)) => self.copy(dest, value, span),
            Some(Place::Cell(cell)) if is_constant => {
                self.emit(Op::InitCellConst { cell, value }, span);
            }
            Some(Place::Cell(cell)) => {
                self.emit(Op::InitCell { cell, value }, span);
            }
            None => {}
        }
        let from = self.frame().next_pc();
        self.initialized[variable.0].get_or_insert(from);
    }

    /// Reads a variable that nobody can name: it is initialised wherever it is used.
    pub(super) fn load_hidden(&mut self, variable: VariableId, dest: Reg, span: Span) {
        match self.access(variable) {
            Access::Register(source) => self.copy(dest, source, span),
            Access::Cell(cell) => {
                self.emit(Op::LoadCell { dest, cell }, span);
            }
            Access::Capture(capture) => {
                self.emit(Op::LoadCapture { dest, capture }, span);
            }
            Access::Missing => self.load_undefined(dest, span),
        }
    }

    /// The register of a hidden variable, or a temporary one with its value.
    pub(super) fn hidden(&mut self, variable: VariableId, span: Span) -> Reg {
        if let Access::Register(register) = self.access(variable) {
            return register;
        }
        let dest = self.temporary();
        self.load_hidden(variable, dest, span);
        dest
    }

    /// The register of a variable that may be written as its initialiser is computed, because nothing can read it
    /// meanwhile.
    pub(super) fn register_to_initialize(&self, variable: VariableId) -> Option<Reg> {
        let info = self.resolution.variable(variable);
        match self.places[variable.0] {
            Some(Place::Register(register)) if info.kind.has_dead_zone() && !info.may_be_used_early => Some(register),
            Some(Place::Register(_) | Place::Cell(_)) | None => None,
        }
    }

    /// Notes, once a function is complete, what it captured.
    pub(super) fn list_captured_variables(&mut self) {
        if self.positions.is_internal() {
            return;
        }
        let end = self.frame().next_pc();
        let captured: Vec<VariableId> = self.frame().captures.iter().map(|&(variable, _)| variable).collect();
        for variable in captured {
            if !self.resolution.variable(variable).kind.is_visible() {
                continue;
            }
            let name = self.builder.atom(self.resolution.variable(variable).name);
            if let Some(capture) = self.frame().capture_of(variable) {
                self.frame().variables.push(Variable {
                    name,
                    place: VariablePlace::Capture(capture),
                    start: Pc(0),
                    end,
                });
            }
        }
    }
}
