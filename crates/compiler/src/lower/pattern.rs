//! Destructuring, in declarations and in assignments.
//!
//! Owns the order in which a pattern takes a value apart (ECMA-262 sections 8.6.2 and 13.15.5). How a single variable or
//! property is written is elsewhere.

use super::Lowerer;
use super::frame::Label;
use super::target::Target;
use super::try_finally::OpenFinally;
use crate::resolve::Resolved;
use bytecode::{Op, Reg, UnaryOp};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// Whether the names of a pattern are declared by it or exist already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Binding {
    Declaration,
    /// `var` again, which is an assignment.
    Assignment,
}

/// What is excluded from a rest property, if there is one.
type Excluded = Option<Reg>;

/// An array pattern that takes its values from an iterator. If something between two steps can throw or leave, the iterator
/// is closed then, unless it is done.
struct Steps {
    iterator: Reg,
    done: Reg,
    guard: Option<Guard>,
    span: Span,
}

/// The code between the steps.
struct Guard {
    closing: OpenFinally,
    stretches: Vec<(Label, Label)>,
    start: Label,
}

impl<'a> Lowerer<'a, '_> {
    /// Takes `value` apart into the variables of a declared pattern.
    pub(super) fn bind_pattern(&mut self, pattern: &'a BindingPattern<'a>, value: Reg, binding: Binding) {
        match pattern {
            BindingPattern::BindingIdentifier(identifier) => {
                if let Some(variable) = self.resolution.declared(identifier) {
                    match binding {
                        Binding::Declaration => self.initialize_variable(variable, value, identifier.span),
                        Binding::Assignment => {
                            self.store_variable(variable, false, value, identifier.span);
                        }
                    }
                }
            }
            BindingPattern::ObjectPattern(object) => self.nested(|this| this.bind_object(object, value, binding)),
            BindingPattern::ArrayPattern(array) => self.nested(|this| this.bind_array(array, value, binding)),
            BindingPattern::AssignmentPattern(assignment) => {
                let mark = self.mark();
                let own = self.temporary();
                self.copy(own, value, assignment.span);
                let name = super::function::binding_name(&assignment.left);
                self.default_value(own, &assignment.right, name);
                self.bind_pattern(&assignment.left, own, binding);
                self.release(mark);
            }
        }
    }

    /// Replaces an `undefined` value by a default.
    pub(super) fn default_value(&mut self, value: Reg, default: &'a Expression<'a>, name: &'a str) {
        let span = default.span();
        let is_undefined = self.new_label();
        let done = self.new_label();
        self.jump_if_undefined(value, is_undefined, span);
        self.jump(done, span);
        self.place_label(is_undefined);
        self.named_expression(default, value, name, name);
        self.place_label(done);
    }

    fn bind_object(&mut self, pattern: &'a ObjectPattern<'a>, value: Reg, binding: Binding) {
        let mark = self.mark();
        let first = pattern.properties.first();
        let first = first.filter(|property| !property.computed);
        let name = first.and_then(|property| super::literal::static_key(&property.key));
        self.require_object_coercible(value, name, pattern.span);
        let excluded = self.excluded_keys(pattern.rest.is_some(), pattern.span);
        for property in &pattern.properties {
            let inner = self.mark();
            let part = self.property_part(&property.key, property.computed, value, excluded);
            self.bind_pattern(&property.value, part, binding);
            self.release(inner);
        }
        if let (Some(rest), Some(excluded)) = (&pattern.rest, excluded) {
            let dest = self.rest_properties(value, excluded, rest.span);
            self.bind_pattern(&rest.argument, dest, binding);
        }
        self.release(mark);
    }

    fn bind_array(&mut self, pattern: &'a ArrayPattern<'a>, value: Reg, binding: Binding) {
        let mark = self.mark();
        let is_plain = |pattern: &BindingPattern<'_>| matches!(pattern, BindingPattern::BindingIdentifier(_));
        let is_guarded = !pattern.elements.iter().flatten().all(is_plain);
        let mut steps = self.begin_steps(value, is_guarded, pattern.span);
        for element in &pattern.elements {
            let inner = self.mark();
            let span = element.as_ref().map_or(pattern.span, |element| element.span());
            let part = self.next_step(&mut steps, span);
            if let Some(element) = element {
                self.bind_pattern(element, part, binding);
            }
            self.release(inner);
        }
        if let Some(rest) = &pattern.rest {
            let array = self.rest_steps(&mut steps, rest.span);
            self.bind_pattern(&rest.argument, array, binding);
        }
        self.finish_steps(steps, pattern.rest.is_some());
        self.release(mark);
    }

    /// Takes `value` apart into existing variables and properties.
    pub(super) fn assign_pattern(&mut self, target: &'a AssignmentTarget<'a>, value: Reg) {
        match target {
            AssignmentTarget::ArrayAssignmentTarget(array) => self.nested(|this| this.assign_array(array, value)),
            AssignmentTarget::ObjectAssignmentTarget(object) => self.nested(|this| this.assign_object(object, value)),
            _ => {
                if let Some(simple) = target.as_simple_assignment_target() {
                    let mark = self.mark();
                    let place = self.prepare_target(simple, target.span().end);
                    self.write_part(&place, value, simple.span());
                    self.release(mark);
                }
            }
        }
    }

    fn write_part(&mut self, place: &Target<'a>, value: Reg, span: Span) {
        self.write_target(place, value, span);
        if let Target::Variable { variable, .. } = *place {
            self.frame().recorder.assign_unknown(variable);
        }
    }

    /// Assigns to one element of a pattern: a property is evaluated before its value is fetched.
    fn assign_element(&mut self, element: &'a AssignmentTargetMaybeDefault<'a>, fetch: impl FnOnce(&mut Self) -> Reg) {
        let (target, default) = match element {
            AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(with_default) => {
                (&with_default.binding, Some(&with_default.init))
            }
            element => match element.as_assignment_target() {
                Some(target) => (target, None),
                None => return,
            },
        };
        let until = element.span().end;
        let simple = target.as_simple_assignment_target();
        let place = simple.map(|simple| (self.prepare_target(simple, until), simple.span()));
        let value = fetch(self);
        if let Some(default) = default {
            self.default_value(value, default, self.target_name(target));
        }
        match place {
            Some((place, span)) => self.write_part(&place, value, span),
            None => self.assign_pattern(target, value),
        }
    }

    /// The name that an anonymous function gets from the variable that it is assigned to.
    fn target_name(&self, target: &AssignmentTarget<'a>) -> &'a str {
        match target {
            AssignmentTarget::AssignmentTargetIdentifier(identifier) => identifier.name.as_str(),
            _ => "",
        }
    }

    fn assign_array(&mut self, pattern: &'a ArrayAssignmentTarget<'a>, value: Reg) {
        let mark = self.mark();
        let can_throw = |element: &AssignmentTargetMaybeDefault<'a>| !self.is_plain_target(element);
        let is_guarded = pattern.elements.iter().flatten().any(can_throw) || pattern.rest.is_some();
        let mut steps = self.begin_steps(value, is_guarded, pattern.span);
        for element in &pattern.elements {
            let inner = self.mark();
            match element {
                Some(element) => {
                    self.assign_element(element, |this| this.next_step(&mut steps, element.span()));
                }
                None => {
                    self.next_step(&mut steps, pattern.span);
                }
            }
            self.release(inner);
        }
        if let Some(rest) = &pattern.rest {
            let simple = rest.target.as_simple_assignment_target();
            let place = simple.map(|simple| (self.prepare_target(simple, rest.span.end), simple.span()));
            let array = self.rest_steps(&mut steps, rest.span);
            match place {
                Some((place, span)) => self.write_part(&place, array, span),
                None => self.assign_pattern(&rest.target, array),
            }
        }
        self.finish_steps(steps, pattern.rest.is_some());
        self.release(mark);
    }

    /// Whether assigning to a target can neither throw nor run code.
    fn is_plain_target(&self, element: &AssignmentTargetMaybeDefault<'a>) -> bool {
        let AssignmentTargetMaybeDefault::AssignmentTargetIdentifier(identifier) = element else {
            return false;
        };
        match self.resolution.reference(identifier) {
            Resolved::Variable { variable, is_early } => {
                !is_early && self.resolution.variable(variable).kind.is_assignable()
            }
            Resolved::Global(_) | Resolved::Undeclared => false,
        }
    }

    fn assign_object(&mut self, pattern: &'a ObjectAssignmentTarget<'a>, value: Reg) {
        let mark = self.mark();
        let name = match pattern.properties.first() {
            Some(AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(shorthand)) => {
                Some(shorthand.binding.name.as_str())
            }
            Some(AssignmentTargetProperty::AssignmentTargetPropertyProperty(property)) if !property.computed => {
                super::literal::static_key(&property.name)
            }
            Some(AssignmentTargetProperty::AssignmentTargetPropertyProperty(_)) | None => None,
        };
        self.require_object_coercible(value, name, pattern.span);
        let excluded = self.excluded_keys(pattern.rest.is_some(), pattern.span);
        for property in &pattern.properties {
            let inner = self.mark();
            match property {
                AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(shorthand) => {
                    let name = shorthand.binding.name.as_str();
                    let part = self.named_part(name, value, excluded, shorthand.binding.span);
                    if let Some(default) = &shorthand.init {
                        self.default_value(part, default, name);
                    }
                    self.assign_identifier(&shorthand.binding, part);
                }
                AssignmentTargetProperty::AssignmentTargetPropertyProperty(property) => {
                    let key = self.part_key(&property.name, property.computed);
                    self.assign_element(&property.binding, |this| {
                        this.part(&property.name, key, value, excluded)
                    });
                }
            }
            self.release(inner);
        }
        if let (Some(rest), Some(excluded)) = (&pattern.rest, excluded) {
            let simple = rest.target.as_simple_assignment_target();
            let place = simple.map(|simple| (self.prepare_target(simple, rest.span.end), simple.span()));
            let object = self.rest_properties(value, excluded, rest.span);
            if let Some((place, span)) = place {
                self.write_part(&place, object, span);
            }
        }
        self.release(mark);
    }

    fn nested(&mut self, take_apart: impl FnOnce(&mut Self)) {
        self.frame().pattern_depth += 1;
        take_apart(self);
        self.frame().pattern_depth -= 1;
    }

    fn require_object_coercible(&mut self, value: Reg, name: Option<&str>, span: Span) {
        // Inside another pattern, the access to the first property says the same by itself, in V8's words for this place.
        if self.frame().pattern_depth > 1 && name.is_some() {
            return;
        }
        let name = self.builder.atom(name.unwrap_or(""));
        let pc = self.emit(Op::RequireObjectCoercible { value, name }, span);
        if let Some(source) = self.frame().pattern_source.take() {
            self.name_access(pc, &source);
        }
    }

    fn begin_steps(&mut self, iterable: Reg, is_guarded: bool, span: Span) -> Steps {
        let iterator = self.temporary();
        let done = self.temporary();
        let op = Op::GetIterator {
            dest: iterator,
            iterable,
        };
        let pc = self.emit(op, span);
        let source = self.frame().pattern_source.take();
        self.name_access(pc, source.as_deref().unwrap_or(""));
        self.emit(
            Op::LoadBool {
                dest: done,
                value: false,
            },
            span,
        );
        let guard = is_guarded.then(|| {
            let closing = self.open_finally();
            let start = self.new_label();
            self.place_label(start);
            Guard {
                closing,
                stretches: Vec::new(),
                start,
            }
        });
        Steps {
            iterator,
            done,
            guard,
            span,
        }
    }

    /// Ends the guarded stretch before a step: an iterator that throws is not closed.
    fn pause_guard(&mut self, steps: &mut Steps) {
        if let Some(guard) = &mut steps.guard {
            let end = self.new_label();
            self.place_label(end);
            guard.stretches.push((guard.start, end));
        }
    }

    fn resume_guard(&mut self, steps: &mut Steps) {
        if let Some(guard) = &mut steps.guard {
            guard.start = self.new_label();
            self.place_label(guard.start);
        }
    }

    fn next_step(&mut self, steps: &mut Steps, span: Span) -> Reg {
        let dest = self.temporary();
        self.pause_guard(steps);
        let op = Op::IteratorNext {
            dest,
            iterator: steps.iterator,
            done: steps.done,
        };
        self.emit(op, span);
        self.resume_guard(steps);
        dest
    }

    /// Everything that is left, as an array.
    fn rest_steps(&mut self, steps: &mut Steps, span: Span) -> Reg {
        let dest = self.temporary();
        self.pause_guard(steps);
        let iterator = steps.iterator;
        self.emit(Op::RestElements { dest, iterator }, span);
        let done = steps.done;
        self.emit(
            Op::LoadBool {
                dest: done,
                value: true,
            },
            span,
        );
        self.resume_guard(steps);
        dest
    }

    /// Closes the iterator unless it is done, on every way out.
    fn finish_steps(&mut self, mut steps: Steps, is_exhausted: bool) {
        let span = Span::new(steps.span.end.saturating_sub(1), steps.span.end);
        self.pause_guard(&mut steps);
        let exits = match &steps.guard {
            Some(_) => self.close_finally(),
            None => Vec::new(),
        };
        if !is_exhausted {
            self.close_unless_done(&steps, false, span);
        }
        let Some(guard) = &steps.guard else { return };
        let over = self.new_label();
        self.jump(over, span);
        let mark = self.mark();
        let thrown = self.temporary();
        let caught = self.new_label();
        self.place_label(caught);
        for &(start, end) in &guard.stretches {
            self.guard(start, end, caught, thrown);
        }
        self.close_unless_done(&steps, true, span);
        self.emit(Op::Throw { value: thrown }, span);
        self.release(mark);
        self.place_label(guard.closing.entry);
        if !exits.is_empty() {
            self.close_unless_done(&steps, false, span);
            self.go_on_out(guard.closing, &exits, span);
        }
        self.place_label(over);
    }

    fn close_unless_done(&mut self, steps: &Steps, is_quiet: bool, span: Span) {
        let end = self.new_label();
        self.jump_if_true(steps.done, end, span);
        let iterator = steps.iterator;
        self.emit(Op::IteratorClose { iterator, is_quiet }, span);
        self.place_label(end);
    }

    /// The list of keys that a rest property leaves out.
    fn excluded_keys(&mut self, has_rest: bool, span: Span) -> Excluded {
        has_rest.then(|| {
            let dest = self.temporary();
            self.emit(Op::NewArray { dest }, span);
            dest
        })
    }

    fn rest_properties(&mut self, source: Reg, excluded: Reg, span: Span) -> Reg {
        let dest = self.temporary();
        let op = Op::RestProperties { dest, source, excluded };
        self.emit(op, span);
        dest
    }

    fn named_part(&mut self, name: &str, object: Reg, excluded: Excluded, span: Span) -> Reg {
        let dest = self.temporary();
        if let Some(array) = excluded {
            let value = self.temporary();
            self.load_text(value, name, span);
            self.emit(Op::ArrayAppend { array, value }, span);
        }
        let atom = self.builder.atom(name);
        let pc = self.emit(
            Op::GetProperty {
                dest,
                object,
                name: atom,
            },
            span,
        );
        self.name_access(pc, name);
        self.frame().recorder.read(span, pc);
        dest
    }

    fn property_part(&mut self, key: &'a PropertyKey<'a>, is_computed: bool, object: Reg, excluded: Excluded) -> Reg {
        let register = self.part_key(key, is_computed);
        self.part(key, register, object, excluded)
    }

    /// The register with the key of a property, unless that is a plain name.
    fn part_key(&mut self, key: &'a PropertyKey<'a>, is_computed: bool) -> Option<Reg> {
        if !is_computed && super::literal::static_key(key).is_some() {
            return None;
        }
        let dest = self.temporary();
        if let Some(expression) = key.as_expression() {
            self.expression_into(expression, dest);
        }
        let operator = UnaryOp::ToPropertyKey;
        let value = dest;
        self.emit(Op::Unary { operator, dest, value }, key.span());
        Some(dest)
    }

    fn part(&mut self, key: &'a PropertyKey<'a>, register: Option<Reg>, object: Reg, excluded: Excluded) -> Reg {
        let span = key.span();
        let Some(key_register) = register else {
            return self.named_part(super::literal::static_key(key).unwrap_or(""), object, excluded, span);
        };
        let dest = self.temporary();
        if let Some(array) = excluded {
            let value = key_register;
            self.emit(Op::ArrayAppend { array, value }, span);
        }
        let key = key_register;
        let pc = self.emit(Op::GetElement { dest, object, key }, span);
        self.name_access(pc, self.positions.text(span));
        dest
    }
}
