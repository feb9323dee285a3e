//! What a function has without being told: `this`, `super`, `new.target`.
//!
//! Owns how they are read where a derived constructor or an arrow function makes that more than one operation, and the
//! beginning and end of constructors.

use super::Lowerer;
use super::variable::Access;
use crate::resolve::{ClassIndex, FunctionIndex, Nature, VariableId, noted};
use bytecode::{FunctionKind, Op, Pc, Reg};
use oxc_ast::ast::*;
use oxc_span::Span;

impl<'a> Lowerer<'a, '_> {
    pub(super) fn this_expression(&mut self, it: &ThisExpression, dest: Reg) {
        match noted(&it.node_id) {
            Some(variable) => {
                self.load_hidden(VariableId(variable), dest, it.span);
                self.emit(Op::CheckThis { value: dest }, it.span);
            }
            None => self.plain_this(dest, it.span),
        }
    }

    fn plain_this(&mut self, dest: Reg, span: Span) {
        let is_main = self.resolution.function(self.binding_function()).nature == Nature::Main;
        match bytecode::GlobalId::find("globalThis", false).filter(|_| is_main && self.is_script) {
            Some(global) => self.emit(Op::LoadGlobal { dest, global }, span),
            None => self.emit(Op::LoadThis { dest }, span),
        };
    }

    /// The function whose `this` the current one sees.
    fn binding_function(&self) -> FunctionIndex {
        let frames = self.frames.iter().rev().map(|frame| frame.head.index);
        let mut binding = frames.filter(|&index| self.resolution.function(index).nature != Nature::Arrow);
        binding.next().unwrap_or(FunctionIndex(0))
    }

    /// `this` of the current function, wherever it is.
    pub(super) fn this_value(&mut self, span: Span) -> Reg {
        let dest = self.temporary();
        match self.resolution.function(self.binding_function()).this {
            Some(variable) => {
                self.load_hidden(variable, dest, span);
                self.emit(Op::CheckThis { value: dest }, span);
            }
            None => self.plain_this(dest, span),
        }
        dest
    }

    pub(super) fn new_target(&mut self, it: &NewTarget, dest: Reg) {
        match noted(&it.node_id) {
            Some(variable) => self.load_hidden(VariableId(variable), dest, it.span),
            None => {
                self.emit(Op::LoadNewTarget { dest }, it.span);
            }
        }
    }

    /// The `new.target` of the function around an arrow function, or of the current function.
    fn outer_new_target(&mut self, dest: Reg, span: Span) {
        let binding = self.binding_function();
        match self.resolution.function(binding).new_target {
            Some(variable) if self.frame().head.index != binding => self.load_hidden(variable, dest, span),
            Some(_) | None => {
                self.emit(Op::LoadNewTarget { dest }, span);
            }
        }
    }

    /// The beginning of a row for `super[key]`: the home object, `this`, and room for the key.
    pub(super) fn super_row(&mut self, it: &Super) -> (Reg, Reg) {
        let base = self.temporary();
        let this = self.temporary();
        let key = self.temporary();
        match noted(&it.node_id) {
            Some(home) => self.load_hidden(VariableId(home), base, it.span),
            None => self.load_undefined(base, it.span),
        }
        let mark = self.mark();
        let value = self.this_value(it.span);
        self.copy(this, value, it.span);
        self.release(mark);
        (base, key)
    }

    /// The row of `super.name`, evaluated; `None` if the object is another one.
    pub(super) fn super_static(&mut self, member: &'a StaticMemberExpression<'a>) -> Option<Reg> {
        let Expression::Super(object) = &member.object else {
            return None;
        };
        let (base, key) = self.super_row(object);
        self.load_text(key, member.property.name.as_str(), member.property.span);
        Some(base)
    }

    /// The row of `super[key]`, evaluated; `None` if the object is another one.
    pub(super) fn super_computed(&mut self, member: &'a ComputedMemberExpression<'a>) -> Option<Reg> {
        let Expression::Super(object) = &member.object else {
            return None;
        };
        let (base, key) = self.super_row(object);
        self.expression_into(&member.expression, key);
        Some(base)
    }

    pub(super) fn get_super(&mut self, dest: Reg, base: Reg, span: Span) -> Pc {
        let pc = self.emit(Op::GetSuper { dest, base }, span);
        self.name_access(pc, self.positions.text(span));
        pc
    }

    /// `super(...)`: makes the object, binds `this`, gives it its fields.
    pub(super) fn super_call(&mut self, call: &'a CallExpression<'a>, callee: &Super, dest: Reg) -> Option<Pc> {
        let mark = self.mark();
        let base = self.temporary();
        let new_target = self.temporary();
        self.outer_new_target(new_target, callee.span);
        match noted(&callee.node_id) {
            Some(constructor) => self.load_hidden(VariableId(constructor), base, callee.span),
            None => self.load_undefined(base, callee.span),
        }
        let op = match self.arguments(&call.arguments, call.span) {
            None => Op::SuperCallSpread { dest, base },
            Some(count) => Op::SuperCall { dest, base, count },
        };
        let pc = self.emit(op, call.span);
        self.release(mark);
        self.bind_this(dest, call.span);
        Some(pc)
    }

    /// What follows the call of the parent's constructor.
    fn bind_this(&mut self, value: Reg, span: Span) {
        let info = self.resolution.function(self.binding_function());
        let Some(this) = info.this else { return };
        let mark = self.mark();
        let known = self.hidden(this, span);
        self.emit(Op::CheckNoThis { value: known }, span);
        self.release(mark);
        match self.access(this) {
            Access::Register(dest) => self.copy(dest, value, span),
            Access::Cell(cell) => {
                self.emit(Op::InitCellConst { cell, value }, span);
            }
            Access::Capture(capture) => {
                self.emit(Op::InitCaptureConst { capture, value }, span);
            }
            Access::Missing => {}
        }
        if let Some(class) = info.class {
            self.run_fields(class, value, span);
        }
        if let Some(params) = self.frame().parameter_properties {
            self.parameter_properties(params);
        }
    }

    /// Gives a new object the fields and private methods of a class.
    fn run_fields(&mut self, class: ClassIndex, object: Reg, span: Span) {
        let Some(fields) = self.resolution.classes[class.0].fields else {
            return;
        };
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        let dest = self.temporary();
        self.load_hidden(fields, base, span);
        self.copy(this, object, span);
        self.emit(Op::Call { dest, base, count: 0 }, span);
        self.release(mark);
    }

    pub(super) fn begin_constructor(&mut self, index: FunctionIndex, kind: FunctionKind, span: Span) {
        let class = self.resolution.function(index).class;
        match kind {
            FunctionKind::DerivedConstructor => {
                let label = self.new_label();
                let result = self.temporary();
                self.frame().epilogue = Some((label, result));
            }
            FunctionKind::ClassConstructor => {
                let mark = self.mark();
                if let Some(class) = class {
                    let at = Span::new(span.start, span.start);
                    let object = self.temporary();
                    self.emit(Op::LoadThis { dest: object }, at);
                    self.run_fields(class, object, at);
                }
                self.release(mark);
            }
            FunctionKind::Main
            | FunctionKind::Function
            | FunctionKind::Arrow
            | FunctionKind::Method
            | FunctionKind::Async
            | FunctionKind::AsyncArrow
            | FunctionKind::Generator
            | FunctionKind::AsyncGenerator => {}
        }
    }

    /// The one end of a derived constructor, outside of every `try`.
    pub(super) fn end_of_constructor(&mut self, index: FunctionIndex, span: Span) {
        let Some((label, value)) = self.frame().epilogue else {
            return;
        };
        let Some(this) = self.resolution.function(index).this else {
            return;
        };
        let at = Span::new(span.end.saturating_sub(1).max(span.start), span.end);
        self.place_label(label);
        let mark = self.mark();
        let this = self.hidden(this, at);
        let dest = value;
        self.emit(Op::DerivedReturn { dest, value, this }, at);
        self.emit(Op::Return { value: dest }, at);
        self.release(mark);
    }

    /// The constructor of a class that writes none.
    pub(super) fn default_constructor(&mut self, class: ClassIndex, scope: usize, name: &str, span: Span, dest: Reg) {
        let info = &self.resolution.classes[class.0];
        let index = self.resolution.scopes[scope].function;
        let kind = if info.is_derived {
            FunctionKind::DerivedConstructor
        } else {
            FunctionKind::ClassConstructor
        };
        let constructor = self.resolution.homes[info.constructor.0].variable;
        let head = self.head(index, name.to_owned(), kind, span);
        let function = self.compile(head, |this| {
            let rest = info.is_derived.then(|| {
                this.frame().has_rest = true;
                this.temporary()
            });
            let open = this.enter_scope(Some(scope), span);
            this.begin_constructor(index, kind, span);
            if let (Some(rest), Some(constructor)) = (rest, constructor) {
                let base = this.temporary();
                let new_target = this.temporary();
                let array = this.temporary();
                this.emit(Op::LoadNewTarget { dest: new_target }, span);
                this.load_hidden(constructor, base, span);
                this.copy(array, rest, span);
                let dest = this.temporary();
                this.emit(Op::SuperCallSpread { dest, base }, span);
                this.bind_this(dest, span);
            }
            this.end_of_body(span);
            this.end_of_constructor(index, span);
            this.leave_scope(open);
        });
        let at = Span::new(span.start, span.start);
        self.emit(Op::NewClosure { dest, function }, at);
    }

    /// `delete super.name`: a reference that cannot be deleted, once its parts are evaluated.
    pub(super) fn delete_super(&mut self, span: Span) {
        self.throw_error("ReferenceError", "Unsupported reference to 'super'", span);
    }

    /// Throws an error of a built-in kind.
    pub(super) fn throw_error(&mut self, kind: &str, message: &str, span: Span) {
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        let argument = self.temporary();
        if let Some(global) = bytecode::GlobalId::find(kind, false) {
            self.emit(Op::LoadGlobal { dest: base, global }, span);
        }
        self.load_undefined(this, span);
        self.load_text(argument, message, span);
        let op = Op::Construct {
            dest: base,
            base,
            count: 1,
        };
        self.emit(op, span);
        self.emit(Op::Throw { value: base }, span);
        self.release(mark);
    }
}
