//! What an expression evidently is.
//!
//! Owns the guesses that need no types: what is a promise, what class an object is of; whether a call can fail is in
//! the module below. Where
//! nothing is evident it says so; the lints then keep quiet.

mod failure;

use super::outline::*;
use super::walk::plain_name;
use crate::resolve::{Resolution, Resolved, VariableId};
use oxc_ast::ast::*;

/// How far a value is followed from name to name.
const DEPTH_MAX: usize = 8;

/// Methods of the built-in classes that give a promise.
const BUILT_IN: &[(&str, &[&str])] = &[
    ("Semaphore", &["acquire", "tryAcquireFor", "withPermit"]),
    ("Mutex", &["lock", "tryLockFor", "withLock"]),
    ("Channel", &["send", "receive"]),
    ("WeightedSemaphore", &["acquire", "withPermit"]),
    ("PrioritySemaphore", &["acquire"]),
    ("RwLock", &["readLock", "writeLock", "withRead", "withWrite"]),
    ("Condition", &["wait", "waitFor"]),
    ("Barrier", &["wait"]),
    ("Latch", &["wait"]),
    ("WaitGroup", &["wait"]),
    ("ManualResetEvent", &["wait"]),
    ("AutoResetEvent", &["wait"]),
];

/// Built-in functions that give a promise, `spawn` aside: a task runs by itself.
const PROMISING: [&str; 5] = ["sleep", "yieldNow", "fetch", "io", "select"];

/// Ways to put several promises together.
const COMBINATORS: [&str; 4] = ["all", "allSettled", "race", "any"];

/// What an object evidently is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'a> {
    BuiltIn(&'static str),
    Class(ClassKey),
    Object(&'a ObjectExpression<'a>),
}

/// Why an expression is evidently a promise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Promised<'a> {
    /// A call of something that is async, or that returns a promise.
    Call,
    /// A method of a built-in class.
    BuiltIn(&'static str),
    /// `Promise.all` and its kind.
    Combinator(&'a str),
    /// `Promise.resolve` and `Promise.reject`.
    Settled,
    /// `promise.then(...)`.
    Chain,
    /// `new Promise(...)`.
    New,
}

/// Looks things up in an outline.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a, 'e> {
    pub(super) outline: &'e Outline<'a>,
    pub(super) resolution: &'e Resolution<'a>,
}

impl<'a> Evidence<'a, '_> {
    /// The variable that a name means.
    pub(super) fn variable(&self, expression: &Expression<'a>) -> Option<VariableId> {
        let Expression::Identifier(identifier) = expression.get_inner_expression() else {
            return None;
        };
        match self.resolution.reference(identifier) {
            Resolved::Variable { variable, .. } => Some(variable),
            _ => None,
        }
    }

    /// The built-in that a name means.
    pub(super) fn global(&self, expression: &Expression<'a>) -> Option<&'a str> {
        let Expression::Identifier(identifier) = expression.get_inner_expression() else {
            return None;
        };
        let is_variable = matches!(self.resolution.reference(identifier), Resolved::Variable { .. });
        (!is_variable).then(|| identifier.name.as_str())
    }

    fn is_constant(&self, variable: VariableId) -> bool {
        self.resolution.variable(variable).is_never_assigned()
    }

    /// What an object evidently is, in the function `at`.
    pub(super) fn kind(&self, expression: &'a Expression<'a>, at: FunctionKey) -> Option<Kind<'a>> {
        self.kind_within(expression, at, DEPTH_MAX)
    }

    fn kind_within(&self, expression: &'a Expression<'a>, at: FunctionKey, depth: usize) -> Option<Kind<'a>> {
        let depth = depth.checked_sub(1)?;
        match expression.get_inner_expression() {
            Expression::Identifier(_) => {
                let variable = self.variable(expression)?;
                let known = &self.outline.variables[variable.0];
                if let Some(annotated) = known.annotation.and_then(|annotation| self.kind_of_type(annotation)) {
                    return Some(annotated);
                }
                let value = known.value.filter(|_| self.is_constant(variable))?;
                self.kind_within(value, at, depth)
            }
            Expression::ThisExpression(_) => match self.outline.function(at).this {
                Root::Instance(class) => Some(Kind::Class(class)),
                Root::Variable(_) | Root::This(_) => None,
            },
            Expression::StaticMemberExpression(member) => {
                let object = self.kind_within(&member.object, at, depth)?;
                self.kind_of_property(object, member.property.name.as_str(), at, depth)
            }
            Expression::PrivateFieldExpression(member) => {
                let object = self.kind_within(&member.object, at, depth)?;
                self.kind_of_property(object, member.field.name.as_str(), at, depth)
            }
            Expression::NewExpression(new) => self.kind_of_class(&new.callee),
            Expression::ObjectExpression(object) => Some(Kind::Object(object)),
            _ => None,
        }
    }

    fn kind_of_class(&self, callee: &Expression<'a>) -> Option<Kind<'a>> {
        if let Some(variable) = self.variable(callee) {
            return self.outline.variables[variable.0].class.map(Kind::Class);
        }
        self.built_in(self.global(callee)?)
    }

    fn built_in(&self, name: &str) -> Option<Kind<'a>> {
        let known = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Some(Kind::BuiltIn(known.0))
    }

    /// `sem: Semaphore`; the name of a type is looked up by its text.
    fn kind_of_type(&self, annotation: &TSType<'a>) -> Option<Kind<'a>> {
        let name = type_name(annotation)?;
        let classes = self.outline.classes.iter();
        let found = classes
            .enumerate()
            .find(|(_, outline)| outline.class.id.as_ref().is_some_and(|id| id.name.as_str() == name));
        match found {
            Some((index, _)) => Some(Kind::Class(ClassKey(index))),
            None => self.built_in(name),
        }
    }

    fn kind_of_property(&self, object: Kind<'a>, name: &str, at: FunctionKey, depth: usize) -> Option<Kind<'a>> {
        match object {
            Kind::BuiltIn(_) => None,
            Kind::Class(class) => self.kind_of_field(class, name, depth),
            Kind::Object(object) => {
                let value = property_of(object, name)?;
                self.kind_within(value, at, depth)
            }
        }
    }

    fn kind_of_field(&self, class: ClassKey, name: &str, depth: usize) -> Option<Kind<'a>> {
        let outline = &self.outline.classes[class.0];
        for element in &outline.class.body.body {
            let ClassElement::PropertyDefinition(property) = element else {
                continue;
            };
            if plain_name(&property.key) != Some(name) {
                continue;
            }
            let annotation = property.type_annotation.as_deref();
            if let Some(kind) = annotation.and_then(|annotation| self.kind_of_type(&annotation.type_annotation)) {
                return Some(kind);
            }
            if let Some(value) = &property.value {
                return self.kind_within(value, FunctionKey(0), depth);
            }
        }
        if let Some(constructor) = outline.constructor {
            let assigned = outline.assigned.iter().find(|(field, _)| *field == name);
            if let Some(kind) = assigned.and_then(|(_, value)| self.kind_within(value, constructor, depth)) {
                return Some(kind);
            }
        }
        parameter_property(outline.class, name).and_then(|annotation| self.kind_of_type(annotation))
    }

    /// The method of a class, with what it overrides left out.
    pub(super) fn method(&self, class: ClassKey, name: &str) -> Option<&'a MethodDefinition<'a>> {
        self.method_within(class, name, DEPTH_MAX)
    }

    fn method_within(&self, class: ClassKey, name: &str, depth: usize) -> Option<&'a MethodDefinition<'a>> {
        let depth = depth.checked_sub(1)?;
        let class = self.outline.classes[class.0].class;
        for element in &class.body.body {
            if let ClassElement::MethodDefinition(method) = element
                && method.kind == MethodDefinitionKind::Method
                && !method.r#static
                && method.value.body.is_some()
                && plain_name(&method.key) == Some(name)
            {
                return Some(method);
            }
        }
        let parent = self.variable(&class.heritage.as_ref()?.expression)?;
        self.method_within(self.outline.variables[parent.0].class?, name, depth)
    }

    /// The function of the program that a call evidently calls.
    pub(super) fn called(&self, callee: &'a Expression<'a>, at: FunctionKey) -> Option<FunctionKey> {
        match callee.get_inner_expression() {
            Expression::Identifier(_) => self.function_of(self.variable(callee)?),
            Expression::StaticMemberExpression(member) => {
                let kind = self.kind(&member.object, at)?;
                self.method_of(kind, member.property.name.as_str())
            }
            Expression::PrivateFieldExpression(member) => {
                let kind = self.kind(&member.object, at)?;
                self.method_of(kind, member.field.name.as_str())
            }
            callee => self.outline.made_by(callee),
        }
    }

    /// The function that a variable holds for ever.
    pub(super) fn function_of(&self, variable: VariableId) -> Option<FunctionKey> {
        let known = &self.outline.variables[variable.0];
        if !self.is_constant(variable) {
            return None;
        }
        known.function.or_else(|| self.outline.made_by(known.value?))
    }

    fn method_of(&self, kind: Kind<'a>, name: &str) -> Option<FunctionKey> {
        match kind {
            Kind::BuiltIn(_) => None,
            Kind::Class(class) => match self.method(class, name) {
                Some(method) => self.outline.function_at(method.value.span.start),
                None => self.outline.made_by(self.field_value(class, name)?),
            },
            Kind::Object(object) => self.outline.made_by(property_of(object, name)?),
        }
    }

    fn field_value(&self, class: ClassKey, name: &str) -> Option<&'a Expression<'a>> {
        let class = self.outline.classes[class.0].class;
        class.body.body.iter().find_map(|element| match element {
            ClassElement::PropertyDefinition(property) if plain_name(&property.key) == Some(name) => {
                property.value.as_ref()
            }
            _ => None,
        })
    }

    /// Whether calling a function evidently gives a promise.
    pub(super) fn gives_promise(&self, function: FunctionKey) -> bool {
        self.gives_promise_within(function, DEPTH_MAX)
    }

    fn gives_promise_within(&self, key: FunctionKey, depth: usize) -> bool {
        let Some(depth) = depth.checked_sub(1) else {
            return false;
        };
        let function = self.outline.function(key);
        if function.is_generator {
            return false;
        }
        if function.is_async {
            return true;
        }
        match function.return_type {
            Some(annotation) => type_name(annotation) == Some("Promise"),
            None => {
                let mut returned = function.returned.iter();
                let gives = |value: &&&'a Expression<'a>| self.promised_within(value, key, depth).is_some();
                !function.returned.is_empty() && returned.all(|value| gives(&value))
            }
        }
    }

    /// Whether, and why, an expression is evidently a promise.
    pub(super) fn promised(&self, expression: &'a Expression<'a>, at: FunctionKey) -> Option<Promised<'a>> {
        self.promised_within(expression, at, DEPTH_MAX)
    }

    fn promised_within(&self, expression: &'a Expression<'a>, at: FunctionKey, depth: usize) -> Option<Promised<'a>> {
        match expression.get_inner_expression() {
            Expression::CallExpression(call) => self.promised_call(call, at, depth),
            Expression::NewExpression(new) => (self.global(&new.callee) == Some("Promise")).then_some(Promised::New),
            _ => None,
        }
    }

    fn promised_call(&self, call: &'a CallExpression<'a>, at: FunctionKey, depth: usize) -> Option<Promised<'a>> {
        if let Some(function) = self.called(&call.callee, at) {
            return self.gives_promise_within(function, depth).then_some(Promised::Call);
        }
        match call.callee.get_inner_expression() {
            Expression::Identifier(_) => {
                if let Some(variable) = self.variable(&call.callee) {
                    let annotation = self.outline.variables[variable.0].annotation?;
                    return returns_promise(annotation).then_some(Promised::Call);
                }
                let name = self.global(&call.callee)?;
                PROMISING.contains(&name).then_some(Promised::Call)
            }
            Expression::StaticMemberExpression(member) => {
                let name = member.property.name.as_str();
                if self.global(&member.object) == Some("Promise") {
                    return if COMBINATORS.contains(&name) {
                        Some(Promised::Combinator(name))
                    } else {
                        matches!(name, "resolve" | "reject").then_some(Promised::Settled)
                    };
                }
                match self.kind(&member.object, at) {
                    Some(Kind::BuiltIn(class)) => {
                        let methods = BUILT_IN.iter().find(|(known, _)| *known == class)?.1;
                        methods.contains(&name).then_some(Promised::BuiltIn(class))
                    }
                    Some(Kind::Class(_) | Kind::Object(_)) => None,
                    None => is_chain(name, call).then_some(Promised::Chain),
                }
            }
            _ => None,
        }
    }
}

fn property_of<'a>(object: &'a ObjectExpression<'a>, name: &str) -> Option<&'a Expression<'a>> {
    object.properties.iter().find_map(|property| match property {
        ObjectPropertyKind::ObjectProperty(property) if plain_name(&property.key) == Some(name) => {
            Some(&property.value)
        }
        _ => None,
    })
}

fn parameter_property<'a>(class: &'a Class<'a>, name: &str) -> Option<&'a TSType<'a>> {
    class.body.body.iter().find_map(|element| {
        let ClassElement::MethodDefinition(method) = element else {
            return None;
        };
        if method.kind != MethodDefinitionKind::Constructor {
            return None;
        }
        method.value.params.items.iter().find_map(|parameter| {
            let identifier = parameter.pattern.get_binding_identifier()?;
            let is_field = parameter.accessibility.is_some() || parameter.readonly;
            (is_field && identifier.name.as_str() == name)
                .then(|| parameter.type_annotation.as_deref().map(|it| &it.type_annotation))?
        })
    })
}

/// The name of a type that is written as one: `Promise<void>` gives `Promise`.
fn type_name<'a>(annotation: &TSType<'a>) -> Option<&'a str> {
    match annotation {
        TSType::TSTypeReference(reference) => match &reference.type_name {
            TSTypeName::IdentifierReference(identifier) => Some(identifier.name.as_str()),
            TSTypeName::QualifiedName(_) | TSTypeName::ThisExpression(_) => None,
        },
        _ => None,
    }
}

/// `() => Promise<T>`.
fn returns_promise(annotation: &TSType<'_>) -> bool {
    match annotation {
        TSType::TSFunctionType(function) => type_name(&function.return_type.type_annotation) == Some("Promise"),
        _ => false,
    }
}

/// `promise.then(f)`: a call of that name with at least one function.
fn is_chain(name: &str, call: &CallExpression<'_>) -> bool {
    matches!(name, "then" | "catch" | "finally")
        && call
            .arguments
            .first()
            .and_then(Argument::as_expression)
            .is_some_and(|argument| {
                matches!(
                    argument.get_inner_expression(),
                    Expression::ArrowFunctionExpression(_)
                        | Expression::FunctionExpression(_)
                        | Expression::Identifier(_)
                ) || argument.get_inner_expression().as_member_expression().is_some()
            })
}
