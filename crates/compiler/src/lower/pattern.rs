//! Destructuring, in declarations and in assignments.
//!
//! Owns the order in which a pattern takes a value apart (ECMA-262 sections 8.6.2 and 13.15.5). How a single variable or
//! property is written is elsewhere.

use super::Lowerer;
use super::assign::Target;
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
            BindingPattern::ObjectPattern(object) => self.bind_object(object, value, binding),
            BindingPattern::ArrayPattern(array) => self.bind_array(array, value, binding),
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
        self.reject_nullish_for_empty_pattern(pattern.properties.is_empty(), value, pattern.span);
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
        let iterator = self.iterator_over(value, pattern.span);
        for element in &pattern.elements {
            let inner = self.mark();
            let span = element.as_ref().map_or(pattern.span, |element| element.span());
            let part = self.next_element(iterator, span);
            if let Some(element) = element {
                self.bind_pattern(element, part, binding);
            }
            self.release(inner);
        }
        if let Some(rest) = &pattern.rest {
            let dest = self.temporary();
            self.emit(Op::RestElements { dest, iterator }, rest.span);
            self.bind_pattern(&rest.argument, dest, binding);
        }
        self.release(mark);
    }

    /// Takes `value` apart into existing variables and properties.
    pub(super) fn assign_pattern(&mut self, target: &'a AssignmentTarget<'a>, value: Reg) {
        match target {
            AssignmentTarget::ArrayAssignmentTarget(array) => self.assign_array(array, value),
            AssignmentTarget::ObjectAssignmentTarget(object) => self.assign_object(object, value),
            _ => {
                if let Some(simple) = target.as_simple_assignment_target() {
                    let mark = self.mark();
                    let place = self.prepare_target(simple, target.span().end);
                    self.write_target(&place, value, simple.span());
                    if let Target::Variable { variable, .. } = place {
                        self.frame().recorder.assign_unknown(variable);
                    }
                    self.release(mark);
                }
            }
        }
    }

    fn assign_maybe_default(&mut self, target: &'a AssignmentTargetMaybeDefault<'a>, value: Reg) {
        match target {
            AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(with_default) => {
                let name = with_default.binding.get_identifier_name().unwrap_or("");
                self.default_value(value, &with_default.init, name);
                self.assign_pattern(&with_default.binding, value);
            }
            _ => {
                if let Some(target) = target.as_assignment_target() {
                    self.assign_pattern(target, value);
                }
            }
        }
    }

    fn assign_array(&mut self, pattern: &'a ArrayAssignmentTarget<'a>, value: Reg) {
        let mark = self.mark();
        let iterator = self.iterator_over(value, pattern.span);
        for element in &pattern.elements {
            let inner = self.mark();
            let span = element.as_ref().map_or(pattern.span, |element| element.span());
            let part = self.next_element(iterator, span);
            if let Some(element) = element {
                self.assign_maybe_default(element, part);
            }
            self.release(inner);
        }
        if let Some(rest) = &pattern.rest {
            let dest = self.temporary();
            self.emit(Op::RestElements { dest, iterator }, rest.span);
            self.assign_pattern(&rest.target, dest);
        }
        self.release(mark);
    }

    fn assign_object(&mut self, pattern: &'a ObjectAssignmentTarget<'a>, value: Reg) {
        let mark = self.mark();
        self.reject_nullish_for_empty_pattern(pattern.properties.is_empty(), value, pattern.span);
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
                    let part = self.property_part(&property.name, property.computed, value, excluded);
                    self.assign_maybe_default(&property.binding, part);
                }
            }
            self.release(inner);
        }
        if let (Some(rest), Some(excluded)) = (&pattern.rest, excluded) {
            let dest = self.rest_properties(value, excluded, rest.span);
            self.assign_pattern(&rest.target, dest);
        }
        self.release(mark);
    }

    /// `const {} = null` throws like every other access to a property of `null`, though it takes none.
    fn reject_nullish_for_empty_pattern(&mut self, is_empty: bool, value: Reg, span: Span) {
        if is_empty {
            let dest = self.temporary();
            let name = self.builder.atom("constructor");
            self.emit(
                Op::GetProperty {
                    dest,
                    object: value,
                    name,
                },
                span,
            );
        }
    }

    fn iterator_over(&mut self, iterable: Reg, span: Span) -> Reg {
        let dest = self.temporary();
        self.emit(Op::GetIterator { dest, iterable }, span);
        dest
    }

    fn next_element(&mut self, iterator: Reg, span: Span) -> Reg {
        let dest = self.temporary();
        let done = self.temporary();
        self.emit(Op::IteratorNext { dest, iterator, done }, span);
        dest
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
        let span = key.span();
        if !is_computed && let Some(name) = super::literal::static_key(key) {
            return self.named_part(name, object, excluded, span);
        }
        let dest = self.temporary();
        let key_register = self.temporary();
        match key.as_expression() {
            Some(expression) => self.expression_into(expression, key_register),
            None => {
                self.unsupported_private_name(span);
                self.load_undefined(key_register, span);
            }
        }
        let operator = UnaryOp::ToPropertyKey;
        self.emit(
            Op::Unary {
                operator,
                dest: key_register,
                value: key_register,
            },
            span,
        );
        if let Some(array) = excluded {
            let value = key_register;
            self.emit(Op::ArrayAppend { array, value }, span);
        }
        let pc = self.emit(
            Op::GetElement {
                dest,
                object,
                key: key_register,
            },
            span,
        );
        self.name_access(pc, self.positions.text(span));
        dest
    }
}
