//! Expressions of the outline.
//!
//! Owns the order in which the parts of an expression are evaluated, and what becomes of each value. Knows no statements.

use super::Walk;
use crate::lint::locks;
use crate::lint::outline::*;
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// Methods that call a function for every element.
const WITH_CALLBACK: [&str; 16] = [
    "forEach",
    "map",
    "filter",
    "some",
    "every",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
    "flatMap",
    "sort",
    "toSorted",
    "reduce",
    "reduceRight",
    "partition",
    "groupBy",
];

impl<'a> Walk<'a, '_> {
    pub(super) fn expression(&mut self, expression: &'a Expression<'a>, used: Use<'a>) {
        let expression = expression.get_inner_expression();
        match expression {
            Expression::Identifier(it) => self.identifier(it),
            Expression::CallExpression(it) => {
                self.note_use(expression, used);
                self.call(it, used);
            }
            Expression::NewExpression(it) => {
                self.note_use(expression, used);
                self.construct(it);
            }
            Expression::AwaitExpression(it) => {
                if matches!(it.argument.get_inner_expression(), Expression::ArrayExpression(_)) {
                    self.note_use(&it.argument, Use::Awaited);
                }
                self.expression(&it.argument, Use::Awaited);
                self.current().has_await = true;
                self.steps.push(Step::Await(it.span));
            }
            Expression::StaticMemberExpression(it) => self.static_member(it),
            Expression::ComputedMemberExpression(it) => self.computed_member(it),
            Expression::PrivateFieldExpression(it) => {
                let (span, object) = (it.span, &it.object);
                self.member(span, object, Use::Other);
            }
            Expression::ChainExpression(it) => self.chain(&it.expression, used),
            Expression::AssignmentExpression(it) => self.assignment(it),
            Expression::UpdateExpression(it) => {
                let from = self.steps.len();
                self.read_target(&it.argument);
                self.write_target(&it.argument, from, it.span);
            }
            Expression::BinaryExpression(it) => self.binary(it),
            Expression::LogicalExpression(it) => {
                self.expression(&it.left, Use::Condition);
                self.expression(&it.right, used);
            }
            Expression::ConditionalExpression(it) => {
                self.expression(&it.test, Use::Condition);
                self.expression(&it.consequent, used);
                self.expression(&it.alternate, used);
            }
            Expression::UnaryExpression(it) => {
                let used = match it.operator {
                    UnaryOperator::LogicalNot => Use::Condition,
                    UnaryOperator::UnaryPlus | UnaryOperator::UnaryNegation | UnaryOperator::BitwiseNot => Use::Operand,
                    UnaryOperator::Void | UnaryOperator::Typeof | UnaryOperator::Delete => Use::Other,
                };
                self.expression(&it.argument, used);
            }
            Expression::SequenceExpression(it) => {
                if let Some((last, rest)) = it.expressions.split_last() {
                    for part in rest {
                        self.expression(part, Use::Dropped);
                    }
                    self.expression(last, used);
                }
            }
            Expression::TemplateLiteral(it) => {
                for part in &it.expressions {
                    self.expression(part, Use::Text);
                }
            }
            Expression::TaggedTemplateExpression(it) => {
                self.expression(&it.tag, Use::Other);
                for part in &it.quasi.expressions {
                    self.expression(part, Use::Other);
                }
            }
            Expression::ArrayExpression(it) => self.array(it),
            Expression::ObjectExpression(it) => self.object(it),
            Expression::ArrowFunctionExpression(it) => {
                self.arrow(it, false);
            }
            Expression::FunctionExpression(it) => {
                self.function(it, false);
            }
            Expression::ClassExpression(it) => {
                self.class(it);
            }
            Expression::YieldExpression(it) => {
                if let Some(argument) = &it.argument {
                    self.expression(argument, Use::Other);
                }
                self.steps.push(Step::Yield);
            }
            Expression::PrivateInExpression(it) => self.expression(&it.right, Use::Other),
            // Literals, `this` and what is not supported do nothing that matters here.
            _ => {}
        }
    }

    fn note_use(&mut self, expression: &'a Expression<'a>, used: Use<'a>) {
        if used != Use::Other && (used != Use::Awaited || matches!(expression, Expression::ArrayExpression(_))) {
            self.outline.used.push(Used {
                expression,
                used,
                function: self.function,
                is_top_level: self.function == FunctionKey(0) && self.block_depth == 0,
            });
        }
    }

    fn identifier(&mut self, identifier: &'a IdentifierReference<'a>) {
        if let Some(variable) = self.resolved(identifier) {
            self.variable(variable).read_count += 1;
            self.steps.push(Step::Read(Place::variable(variable)));
        }
    }

    /// The place that an expression names, if it is one.
    fn place(&self, expression: &'a Expression<'a>) -> Option<Place<'a>> {
        match expression.get_inner_expression() {
            Expression::Identifier(identifier) => self.resolved(identifier).map(Place::variable),
            Expression::ThisExpression(_) => Some(Place {
                root: self.outline.functions[self.function.0].this,
                path: "",
            }),
            Expression::StaticMemberExpression(it) => self.member_place(&it.object, it.span),
            Expression::PrivateFieldExpression(it) => self.member_place(&it.object, it.span),
            Expression::ComputedMemberExpression(it) => match it.expression.get_inner_expression() {
                Expression::Identifier(_)
                | Expression::NumericLiteral(_)
                | Expression::StringLiteral(_)
                | Expression::StaticMemberExpression(_) => self.member_place(&it.object, it.span),
                _ => None,
            },
            _ => None,
        }
    }

    fn member_place(&self, object: &'a Expression<'a>, span: Span) -> Option<Place<'a>> {
        let place = self.place(object)?;
        let mut first = object;
        while let Some(member) = first.get_inner_expression().as_member_expression() {
            first = member.object();
        }
        let start = first.span().end as usize;
        let path = self.source.get(start..span.end as usize)?;
        Some(Place { path, ..place })
    }

    fn static_member(&mut self, it: &'a StaticMemberExpression<'a>) {
        self.member(it.span, &it.object, Use::Member(it.property.name.as_str()));
    }

    fn computed_member(&mut self, it: &'a ComputedMemberExpression<'a>) {
        self.expression(&it.expression, Use::Other);
        self.member(it.span, &it.object, Use::Other);
    }

    /// A property of `object` is read.
    fn member(&mut self, span: Span, object: &'a Expression<'a>, used: Use<'a>) {
        match self.member_place(object, span) {
            Some(place) => {
                self.count_read(object);
                self.steps.push(Step::Read(place));
            }
            None => self.expression(object, used),
        }
    }

    /// Notes that the variable that a path begins with, and those in its keys, are used.
    fn count_read(&mut self, expression: &'a Expression<'a>) {
        match expression.get_inner_expression() {
            Expression::Identifier(identifier) => {
                if let Some(variable) = self.resolved(identifier) {
                    self.variable(variable).read_count += 1;
                }
            }
            Expression::StaticMemberExpression(it) => self.count_read(&it.object),
            Expression::PrivateFieldExpression(it) => self.count_read(&it.object),
            Expression::ComputedMemberExpression(it) => {
                self.expression(&it.expression, Use::Other);
                self.count_read(&it.object);
            }
            _ => {}
        }
    }

    fn chain(&mut self, element: &'a ChainElement<'a>, used: Use<'a>) {
        match element {
            ChainElement::CallExpression(it) => self.call(it, used),
            ChainElement::StaticMemberExpression(it) => self.static_member(it),
            ChainElement::ComputedMemberExpression(it) => self.computed_member(it),
            ChainElement::PrivateFieldExpression(it) => self.member(it.span, &it.object, Use::Other),
            ChainElement::TSNonNullExpression(it) => self.expression(&it.expression, used),
        }
    }

    fn call(&mut self, it: &'a CallExpression<'a>, used: Use<'a>) {
        let from = self.steps.len();
        match it.callee.get_inner_expression() {
            Expression::ArrowFunctionExpression(arrow) => {
                self.arrow(arrow, true);
            }
            Expression::FunctionExpression(function) => {
                self.function(function, true);
            }
            Expression::StaticMemberExpression(member) => {
                let name = member.property.name.as_str();
                self.note_callback(it, name, used);
                self.current().has_lock |= locks::is_operation(name);
                self.receiver(&member.object, name);
            }
            Expression::ComputedMemberExpression(member) => {
                self.expression(&member.expression, Use::Other);
                self.expression(&member.object, Use::Other);
            }
            Expression::PrivateFieldExpression(member) => self.receiver(&member.object, member.field.name.as_str()),
            callee => self.expression(callee, Use::Other),
        }
        self.arguments(&it.arguments);
        self.steps.push(Step::Call {
            call: it,
            from,
            is_awaited: used == Use::Awaited,
        });
    }

    /// The object of a method call: reading it is reading the place.
    fn receiver(&mut self, object: &'a Expression<'a>, method: &'a str) {
        self.expression(object, Use::Member(method));
    }

    fn note_callback(&mut self, call: &'a CallExpression<'a>, method: &'a str, used: Use<'a>) {
        let first = call.arguments.first().and_then(Argument::as_expression);
        let may_be_function = first.is_some_and(|first| {
            matches!(
                first.get_inner_expression(),
                Expression::ArrowFunctionExpression(_)
                    | Expression::FunctionExpression(_)
                    | Expression::Identifier(_)
                    | Expression::StaticMemberExpression(_)
            )
        });
        if may_be_function && WITH_CALLBACK.contains(&method) {
            self.outline.callbacks.push(Callback {
                call,
                method,
                used,
                function: self.function,
            });
        }
    }

    fn arguments(&mut self, arguments: &'a [Argument<'a>]) {
        for argument in arguments {
            match argument {
                Argument::SpreadElement(spread) => self.expression(&spread.argument, Use::Other),
                _ => self.expression(argument.to_expression(), Use::Other),
            }
        }
    }

    fn construct(&mut self, it: &'a NewExpression<'a>) {
        self.expression(&it.callee, Use::Other);
        self.arguments(&it.arguments);
        if it.callee.is_specific_id("Promise") {
            self.outline.promises.push(it);
        }
        self.steps.push(Step::Construct(it));
    }

    fn binary(&mut self, it: &'a BinaryExpression<'a>) {
        let used = match it.operator {
            BinaryOperator::In | BinaryOperator::Instanceof => Use::Other,
            _ => Use::Operand,
        };
        // A sum of many terms is deep only to the left.
        let mut terms = vec![&it.right];
        let mut left = &it.left;
        while let Expression::BinaryExpression(inner) = left {
            terms.push(&inner.right);
            left = &inner.left;
        }
        self.expression(left, used);
        for term in terms.into_iter().rev() {
            self.expression(term, used);
        }
    }

    fn array(&mut self, it: &'a ArrayExpression<'a>) {
        for element in &it.elements {
            match element {
                ArrayExpressionElement::SpreadElement(spread) => self.expression(&spread.argument, Use::Other),
                ArrayExpressionElement::Elision(_) => {}
                _ => self.expression(element.to_expression(), Use::Other),
            }
        }
    }

    fn object(&mut self, it: &'a ObjectExpression<'a>) {
        for property in &it.properties {
            match property {
                ObjectPropertyKind::SpreadProperty(spread) => self.expression(&spread.argument, Use::Other),
                ObjectPropertyKind::ObjectProperty(property) => {
                    if property.computed
                        && let Some(key) = property.key.as_expression()
                    {
                        self.expression(key, Use::Other);
                    }
                    let first = self.outline.functions.len();
                    self.expression(&property.value, Use::Other);
                    if let (Some(name), Some(function)) =
                        (super::plain_name(&property.key), self.outline.functions.get_mut(first))
                        && function.name.is_empty()
                    {
                        function.name = name;
                    }
                }
            }
        }
    }

    fn assignment(&mut self, it: &'a AssignmentExpression<'a>) {
        let from = self.steps.len();
        if it.operator != AssignmentOperator::Assign
            && let Some(target) = it.left.as_simple_assignment_target()
        {
            self.read_target(target);
        }
        self.expression(&it.right, Use::Other);
        self.assignment_target(&it.left, from, it.span);
    }

    /// Everything that a target names is given something that comes from the steps since `from`.
    pub(super) fn assignment_target(&mut self, target: &'a AssignmentTarget<'a>, from: usize, span: Span) {
        match target {
            AssignmentTarget::ArrayAssignmentTarget(array) => {
                for element in array.elements.iter().flatten() {
                    self.maybe_default(element, from, span);
                }
                if let Some(rest) = &array.rest {
                    self.assignment_target(&rest.target, from, span);
                }
            }
            AssignmentTarget::ObjectAssignmentTarget(object) => {
                for property in &object.properties {
                    match property {
                        AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(property) => {
                            if let Some(variable) = self.resolved(&property.binding) {
                                self.write(Place::variable(variable), from, span);
                            }
                        }
                        AssignmentTargetProperty::AssignmentTargetPropertyProperty(property) => {
                            self.maybe_default(&property.binding, from, span);
                        }
                    }
                }
                if let Some(rest) = &object.rest {
                    self.assignment_target(&rest.target, from, span);
                }
            }
            _ => {
                if let Some(target) = target.as_simple_assignment_target() {
                    self.write_target(target, from, span);
                }
            }
        }
    }

    fn maybe_default(&mut self, target: &'a AssignmentTargetMaybeDefault<'a>, from: usize, span: Span) {
        match target {
            AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) => {
                self.expression(&it.init, Use::Other);
                self.assignment_target(&it.binding, from, span);
            }
            _ => {
                if let Some(target) = target.as_assignment_target() {
                    self.assignment_target(target, from, span);
                }
            }
        }
    }

    fn write(&mut self, place: Place<'a>, from: usize, span: Span) {
        if let (Root::Variable(variable), "") = (place.root, place.path) {
            let function = self.function;
            let known = self.variable(variable);
            known.has_several_writers |= known.writer.is_some_and(|writer| writer != function);
            known.writer = Some(function);
        }
        self.steps.push(Step::Write {
            place,
            from,
            span,
            is_declaration: false,
        });
    }

    fn write_target(&mut self, target: &'a SimpleAssignmentTarget<'a>, from: usize, span: Span) {
        if let Some(object) = target.as_member_expression().map(MemberExpression::object) {
            self.count_read(object);
        }
        if let Some(place) = self.target_place(target) {
            self.write(place, from, span);
        }
    }

    fn read_target(&mut self, target: &'a SimpleAssignmentTarget<'a>) {
        if let Some(place) = self.target_place(target) {
            self.steps.push(Step::Read(place));
        }
    }

    fn target_place(&self, target: &'a SimpleAssignmentTarget<'a>) -> Option<Place<'a>> {
        match target {
            SimpleAssignmentTarget::AssignmentTargetIdentifier(identifier) => {
                self.resolved(identifier).map(Place::variable)
            }
            SimpleAssignmentTarget::StaticMemberExpression(it) => self.member_place(&it.object, it.span),
            SimpleAssignmentTarget::PrivateFieldExpression(it) => self.member_place(&it.object, it.span),
            SimpleAssignmentTarget::ComputedMemberExpression(it) => match it.expression.get_inner_expression() {
                Expression::Identifier(_)
                | Expression::NumericLiteral(_)
                | Expression::StringLiteral(_)
                | Expression::StaticMemberExpression(_) => self.member_place(&it.object, it.span),
                _ => None,
            },
            _ => self.place(target.get_expression()?),
        }
    }
}
