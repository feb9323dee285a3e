//! Which writes were computed from a read of the same place.
//!
//! Owns the lost-update notes: within one function, a write is *derived* if on every path its value comes from a read of
//! the same variable or property, directly or by way of variables that hold such a value. A read that only decides
//! whether to write is none. Prefers silence to a false note. Whether an update is lost is found out at run time.

use crate::resolve::{FunctionIndex, Resolution, Resolved, VariableId, VariableKind};
use bytecode::{AccessNote, Pc};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How far a value is followed from variable to variable.
const DEPTH_MAX: usize = 64;

/// One plain assignment to a place that other functions can see.
pub(crate) struct Written<'a> {
    pub(crate) target: &'a SimpleAssignmentTarget<'a>,
    pub(crate) value: &'a Expression<'a>,
    pub(crate) pc: Pc,
}

/// What a variable was given.
#[derive(Clone)]
enum Source<'a> {
    Value(&'a Expression<'a>),
    /// `const { name } = value`.
    Property(&'a Expression<'a>, &'a IdentifierName<'a>),
    Unknown,
}

/// Collects what one function reads and writes while it is lowered.
#[derive(Default)]
pub(crate) struct Recorder<'a> {
    /// Reads that other functions could disturb, by where they stand in the text.
    reads: BTreeMap<(u32, u32), Pc>,
    writes: Vec<Written<'a>>,
    sources: BTreeMap<VariableId, Vec<Source<'a>>>,
    /// Declarations, whose variables are looked up only at the end.
    declarations: Vec<(&'a BindingPattern<'a>, &'a Expression<'a>)>,
}

/// A variable, or a property reached from one by a fixed path; paths are compared as text.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Place {
    root: Root,
    path: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Root {
    Variable(VariableId),
    This,
}

/// The reads that a value comes from; `None` if on some path it comes from none.
type Feeds = Option<BTreeSet<Pc>>;

impl<'a> Recorder<'a> {
    pub(crate) fn read(&mut self, span: Span, pc: Pc) {
        self.reads.insert((span.start, span.end), pc);
    }

    pub(crate) fn write(&mut self, written: Written<'a>) {
        self.writes.push(written);
    }

    pub(crate) fn assign(&mut self, variable: VariableId, value: &'a Expression<'a>) {
        self.sources.entry(variable).or_default().push(Source::Value(value));
    }

    pub(crate) fn assign_unknown(&mut self, variable: VariableId) {
        self.sources.entry(variable).or_default().push(Source::Unknown);
    }

    pub(crate) fn declare(&mut self, pattern: &'a BindingPattern<'a>, value: &'a Expression<'a>) {
        self.declarations.push((pattern, value));
    }

    /// A pattern whose values come from elsewhere, from the head of a loop for instance.
    pub(crate) fn declare_unknown(&mut self, resolution: &Resolution<'a>, pattern: &'a BindingPattern<'a>) {
        self.declared(resolution, pattern, &Source::Unknown);
    }

    /// The notes of a function that is complete.
    pub(crate) fn notes(mut self, resolution: &Resolution<'a>, function: FunctionIndex) -> Vec<(Pc, AccessNote)> {
        for (pattern, value) in std::mem::take(&mut self.declarations) {
            self.declared(resolution, pattern, &Source::Value(value));
        }
        let mut notes = BTreeMap::new();
        for written in &self.writes {
            let Some(target) = target_place(resolution, written.target) else {
                continue;
            };
            let mut search = Search {
                recorder: &self,
                resolution,
                function,
                target: &target,
                open: Vec::new(),
            };
            if let Some(feeds) = search.value(written.value).filter(|feeds| !feeds.is_empty()) {
                notes.insert(written.pc, AccessNote::Derived);
                notes.extend(feeds.into_iter().map(|pc| (pc, AccessNote::Feeds)));
            }
        }
        notes.into_iter().collect()
    }

    fn declared(&mut self, resolution: &Resolution<'a>, pattern: &'a BindingPattern<'a>, source: &Source<'a>) {
        match pattern {
            BindingPattern::BindingIdentifier(identifier) => {
                if let Some(variable) = resolution.declared(identifier) {
                    self.sources.entry(variable).or_default().push(source.clone());
                }
            }
            BindingPattern::ObjectPattern(object) => {
                for property in &object.properties {
                    let part = match (source, &property.key) {
                        (Source::Value(value), PropertyKey::StaticIdentifier(key)) if !property.computed => {
                            Source::Property(value, key)
                        }
                        _ => Source::Unknown,
                    };
                    self.declared(resolution, &property.value, &part);
                }
                if let Some(rest) = &object.rest {
                    self.declared(resolution, &rest.argument, &Source::Unknown);
                }
            }
            BindingPattern::ArrayPattern(array) => {
                for element in array.elements.iter().flatten() {
                    self.declared(resolution, element, source);
                }
                if let Some(rest) = &array.rest {
                    self.declared(resolution, &rest.argument, source);
                }
            }
            // With a default, some path does not come from the value.
            BindingPattern::AssignmentPattern(assignment) => {
                self.declared(resolution, &assignment.left, &Source::Unknown);
            }
        }
    }
}

struct Search<'a, 's> {
    recorder: &'s Recorder<'a>,
    resolution: &'s Resolution<'a>,
    function: FunctionIndex,
    target: &'s Place,
    /// Variables that are being followed: `x = x + 1` comes from whatever `x` came from.
    open: Vec<VariableId>,
}

impl<'a> Search<'a, '_> {
    fn value(&mut self, expression: &'a Expression<'a>) -> Feeds {
        if let Some(pc) = self.read_of_target(expression) {
            return Some(BTreeSet::from([pc]));
        }
        match expression.get_inner_expression() {
            Expression::Identifier(identifier) => self.variable(identifier),
            Expression::BinaryExpression(it) => self.either([&it.left, &it.right]),
            Expression::ConditionalExpression(it) => self.both(&it.consequent, &it.alternate),
            Expression::LogicalExpression(it) => self.both(&it.left, &it.right),
            Expression::AwaitExpression(it) => self.value(&it.argument),
            Expression::UnaryExpression(it) => match it.operator {
                UnaryOperator::Void | UnaryOperator::Delete => None,
                UnaryOperator::UnaryPlus
                | UnaryOperator::UnaryNegation
                | UnaryOperator::LogicalNot
                | UnaryOperator::BitwiseNot
                | UnaryOperator::Typeof => self.value(&it.argument),
            },
            Expression::TemplateLiteral(it) => self.either(&it.expressions),
            Expression::ArrayExpression(it) => self.either(it.elements.iter().filter_map(|element| match element {
                ArrayExpressionElement::SpreadElement(spread) => Some(&spread.argument),
                _ => element.as_expression(),
            })),
            Expression::ObjectExpression(it) => self.either(it.properties.iter().map(|property| match property {
                ObjectPropertyKind::ObjectProperty(property) => &property.value,
                ObjectPropertyKind::SpreadProperty(spread) => &spread.argument,
            })),
            Expression::CallExpression(it) => self.call(&it.callee, &it.arguments),
            Expression::NewExpression(it) => self.either(it.arguments.iter().map(argument)),
            Expression::ChainExpression(it) => match &it.expression {
                ChainElement::CallExpression(call) => self.call(&call.callee, &call.arguments),
                ChainElement::TSNonNullExpression(inner) => self.value(&inner.expression),
                ChainElement::StaticMemberExpression(member) => self.value(&member.object),
                ChainElement::ComputedMemberExpression(member) => self.value(&member.object),
                ChainElement::PrivateFieldExpression(member) => self.value(&member.object),
            },
            Expression::StaticMemberExpression(it) => self.value(&it.object),
            Expression::ComputedMemberExpression(it) => self.either([&it.object, &it.expression]),
            Expression::PrivateFieldExpression(it) => self.value(&it.object),
            Expression::SequenceExpression(it) => self.value(it.expressions.last()?),
            Expression::AssignmentExpression(it) => match it.operator {
                AssignmentOperator::Assign => self.value(&it.right),
                _ => None,
            },
            _ => None,
        }
    }

    fn read_of_target(&self, expression: &'a Expression<'a>) -> Option<Pc> {
        let inner = expression.get_inner_expression();
        if place(self.resolution, inner)? != *self.target {
            return None;
        }
        let span = inner.span();
        self.recorder.reads.get(&(span.start, span.end)).copied()
    }

    /// A value that is computed from several others, whatever path is taken.
    fn either(&mut self, parts: impl IntoIterator<Item = &'a Expression<'a>>) -> Feeds {
        let mut feeds: Feeds = None;
        for part in parts {
            if let Some(found) = self.value(part) {
                feeds.get_or_insert_default().extend(found);
            }
        }
        feeds
    }

    /// A value that is one or the other.
    fn both(&mut self, left: &'a Expression<'a>, right: &'a Expression<'a>) -> Feeds {
        let mut feeds = self.value(left)?;
        feeds.extend(self.value(right)?);
        Some(feeds)
    }

    /// A result is computed from the arguments, and for a method from its object too.
    fn call(&mut self, callee: &'a Expression<'a>, arguments: &'a [Argument<'a>]) -> Feeds {
        let object = match callee.get_inner_expression() {
            Expression::StaticMemberExpression(member) => Some(&member.object),
            Expression::ComputedMemberExpression(member) => Some(&member.object),
            Expression::PrivateFieldExpression(member) => Some(&member.object),
            _ => None,
        };
        self.either(object.into_iter().chain(arguments.iter().map(argument)))
    }

    /// A variable of this function holds a derived value if everything it was ever given is derived.
    fn variable(&mut self, identifier: &'a IdentifierReference<'a>) -> Feeds {
        let Resolved::Variable { variable, .. } = self.resolution.reference(identifier) else {
            return None;
        };
        let info = self.resolution.variable(variable);
        let is_argument = matches!(info.kind, VariableKind::Parameter | VariableKind::CatchParameter);
        let is_local = info.function == self.function
            && !is_argument
            && info.writes.iter().all(|write| write.function == self.function);
        if !is_local || self.open.len() >= DEPTH_MAX {
            return None;
        }
        if self.open.contains(&variable) {
            return Some(BTreeSet::new());
        }
        let recorder = self.recorder;
        let sources = recorder.sources.get(&variable)?;
        self.open.push(variable);
        let mut feeds: Feeds = Some(BTreeSet::new());
        for source in sources {
            let found = match source {
                Source::Value(value) => self.value(value),
                Source::Property(object, name) => self.property(object, name),
                Source::Unknown => None,
            };
            feeds = match (feeds, found) {
                (Some(mut feeds), Some(found)) => {
                    feeds.extend(found);
                    Some(feeds)
                }
                (Some(_) | None, _) => None,
            };
        }
        self.open.pop();
        feeds
    }

    /// `const { balance } = account` reads `account.balance`.
    fn property(&mut self, object: &'a Expression<'a>, name: &'a IdentifierName<'a>) -> Feeds {
        let mut read = place(self.resolution, object);
        if let Some(read) = &mut read {
            read.path.push('.');
            read.path.push_str(name.name.as_str());
        }
        if read.as_ref() == Some(self.target) {
            let pc = self.recorder.reads.get(&(name.span.start, name.span.end))?;
            return Some(BTreeSet::from([*pc]));
        }
        self.value(object)
    }
}

fn argument<'a>(argument: &'a Argument<'a>) -> &'a Expression<'a> {
    match argument {
        Argument::SpreadElement(spread) => &spread.argument,
        _ => argument.to_expression(),
    }
}

fn target_place<'a>(resolution: &Resolution<'a>, target: &'a SimpleAssignmentTarget<'a>) -> Option<Place> {
    match target {
        SimpleAssignmentTarget::AssignmentTargetIdentifier(identifier) => variable_place(resolution, identifier),
        SimpleAssignmentTarget::StaticMemberExpression(member) => static_place(resolution, member),
        SimpleAssignmentTarget::ComputedMemberExpression(member) => computed_place(resolution, member),
        SimpleAssignmentTarget::PrivateFieldExpression(member) => private_place(resolution, member),
        _ => place(resolution, target.get_expression()?.get_inner_expression()),
    }
}

fn place<'a>(resolution: &Resolution<'a>, expression: &'a Expression<'a>) -> Option<Place> {
    match expression.get_inner_expression() {
        Expression::Identifier(identifier) => variable_place(resolution, identifier),
        Expression::ThisExpression(_) => Some(Place {
            root: Root::This,
            path: String::new(),
        }),
        Expression::StaticMemberExpression(member) => static_place(resolution, member),
        Expression::ComputedMemberExpression(member) => computed_place(resolution, member),
        Expression::PrivateFieldExpression(member) => private_place(resolution, member),
        _ => None,
    }
}

fn variable_place<'a>(resolution: &Resolution<'a>, identifier: &IdentifierReference<'a>) -> Option<Place> {
    match resolution.reference(identifier) {
        Resolved::Variable { variable, .. } => Some(Place {
            root: Root::Variable(variable),
            path: String::new(),
        }),
        Resolved::Global(_) | Resolved::Undeclared => None,
    }
}

fn static_place<'a>(resolution: &Resolution<'a>, member: &'a StaticMemberExpression<'a>) -> Option<Place> {
    let mut place = place(resolution, &member.object)?;
    place.path.push('.');
    place.path.push_str(member.property.name.as_str());
    Some(place)
}

fn private_place<'a>(resolution: &Resolution<'a>, member: &'a PrivateFieldExpression<'a>) -> Option<Place> {
    let mut place = place(resolution, &member.object)?;
    place.path.push_str(".#");
    place.path.push_str(member.field.name.as_str());
    Some(place)
}

/// `seats[i]`: the key must be as fixed as the rest, a variable, a constant or a property of one. That it still has the same
/// value is checked at run time, where the place that is read and the place that is written are known.
fn computed_place<'a>(resolution: &Resolution<'a>, member: &'a ComputedMemberExpression<'a>) -> Option<Place> {
    let mut found = place(resolution, &member.object)?;
    let key = match member.expression.get_inner_expression() {
        Expression::NumericLiteral(literal) => literal.value.to_string(),
        Expression::StringLiteral(literal) => format!("{:?}", literal.value.as_str()),
        key => {
            let key = place(resolution, key)?;
            format!("{:?}{}", key.root, key.path)
        }
    };
    found.path.push('[');
    found.path.push_str(&key);
    found.path.push(']');
    Some(found)
}
