//! Functions and classes of the outline.
//!
//! Owns what belongs to whom: parameters, `this`, the fields of a class. Statements and expressions are walked elsewhere.

use super::{Walk, plain_name};
use crate::lint::outline::*;
use crate::resolve::VariableId;
use oxc_ast::ast::*;
use oxc_span::Span;

/// What a function is before its body is looked at.
struct Shape<'a> {
    span: Span,
    name: &'a str,
    is_async: bool,
    is_generator: bool,
    is_arrow: bool,
    is_called_at_once: bool,
    return_type: Option<&'a TSType<'a>>,
}

impl<'a> Walk<'a, '_> {
    pub(super) fn function_declaration(&mut self, it: &'a Function<'a>) {
        let key = self.function(it, false);
        if let (Some(id), Some(key)) = (&it.id, key)
            && let Some(variable) = self.resolution.declared(id)
        {
            self.variable(variable).function = Some(key);
        }
    }

    /// A function with a body; an overload or declaration has none.
    pub(super) fn function(&mut self, it: &'a Function<'a>, is_called_at_once: bool) -> Option<FunctionKey> {
        let body = it.body.as_deref()?;
        let shape = Shape {
            span: it.span,
            name: it.id.as_ref().map_or("", |id| id.name.as_str()),
            is_async: it.r#async,
            is_generator: it.generator,
            is_arrow: false,
            is_called_at_once,
            return_type: it.return_type.as_deref().map(|annotation| &annotation.type_annotation),
        };
        Some(self.in_function(shape, &it.params, |this| this.statements(&body.statements)))
    }

    pub(super) fn arrow(&mut self, it: &'a ArrowFunctionExpression<'a>, is_called_at_once: bool) -> FunctionKey {
        let shape = Shape {
            span: it.span,
            name: "",
            is_async: it.r#async,
            is_generator: false,
            is_arrow: true,
            is_called_at_once,
            return_type: it.return_type.as_deref().map(|annotation| &annotation.type_annotation),
        };
        self.in_function(shape, &it.params, |this| match &it.body {
            ArrowFunctionBody::FunctionBody(body) => this.statements(&body.statements),
            body => {
                if let Some(value) = body.as_expression() {
                    this.expression(value, Use::Other);
                    this.current().returned.push(value);
                }
            }
        })
    }

    fn in_function(
        &mut self,
        shape: Shape<'a>,
        parameters: &'a FormalParameters<'a>,
        body: impl FnOnce(&mut Self),
    ) -> FunctionKey {
        let key = FunctionKey(self.outline.functions.len());
        let this = match self.class {
            _ if shape.is_arrow => self.current().this,
            Some(class) => Root::Instance(class),
            None => Root::This(key),
        };
        self.outline.functions.push(FunctionOutline {
            span: shape.span,
            name: shape.name,
            parent: Some(self.function),
            this,
            is_async: shape.is_async,
            is_generator: shape.is_generator,
            is_called_at_once: shape.is_called_at_once,
            return_type: shape.return_type,
            parameters: Vec::new(),
            returned: Vec::new(),
            has_await: false,
            has_lock: false,
            steps: Vec::new(),
        });
        let outer_function = std::mem::replace(&mut self.function, key);
        // What a function inside a method calls `this` is its own, unless it is an arrow function.
        let outer_class = if shape.is_arrow { self.class } else { self.class.take() };
        let outer_tries = std::mem::take(&mut self.tries);
        let outer_depth = std::mem::take(&mut self.block_depth);
        let steps = self.nested(|this| {
            this.parameters(parameters);
            body(this);
        });
        self.current().steps = steps;
        self.block_depth = outer_depth;
        self.tries = outer_tries;
        self.class = outer_class;
        self.function = outer_function;
        self.steps.push(Step::Closure(key));
        key
    }

    fn parameters(&mut self, parameters: &'a FormalParameters<'a>) {
        for parameter in &parameters.items {
            if let Some(initializer) = &parameter.initializer {
                self.expression(initializer, Use::Other);
            }
            let mut names = Vec::new();
            self.names(&parameter.pattern, &mut names);
            let annotation = parameter.type_annotation.as_deref();
            if let (BindingPattern::BindingIdentifier(_), [variable], Some(annotation)) =
                (&parameter.pattern, names.as_slice(), annotation)
            {
                self.variable(*variable).annotation = Some(&annotation.type_annotation);
            }
            self.own_parameters(names);
        }
        if let Some(rest) = &parameters.rest {
            let mut names = Vec::new();
            self.names(&rest.rest.argument, &mut names);
            self.own_parameters(names);
        }
    }

    fn own_parameters(&mut self, names: Vec<VariableId>) {
        let function = self.function;
        for &name in &names {
            self.variable(name).owner = Some(function);
        }
        self.current().parameters.extend(names);
    }

    pub(super) fn class_declaration(&mut self, it: &'a Class<'a>) {
        let key = self.class(it);
        if let Some(id) = &it.id
            && let Some(variable) = self.resolution.declared(id)
        {
            self.variable(variable).class = Some(key);
        }
    }

    pub(super) fn class(&mut self, it: &'a Class<'a>) -> ClassKey {
        if let Some(heritage) = &it.heritage {
            self.expression(&heritage.expression, Use::Other);
        }
        let key = ClassKey(self.outline.classes.len());
        self.outline.classes.push(ClassOutline {
            class: it,
            constructor: None,
            assigned: Vec::new(),
        });
        for element in &it.body.body {
            self.class_element(key, element);
        }
        key
    }

    fn class_element(&mut self, key: ClassKey, element: &'a ClassElement<'a>) {
        let outer = self.class.replace(key);
        match element {
            ClassElement::MethodDefinition(method) => {
                let function = self.function(&method.value, false);
                if let (Some(name), Some(function)) = (plain_name(&method.key), function) {
                    self.outline.functions[function.0].name = name;
                }
                if method.kind == MethodDefinitionKind::Constructor {
                    self.outline.classes[key.0].constructor = function;
                    let body = method.value.body.as_ref().map_or(&[][..], |body| &body.statements);
                    self.outline.classes[key.0].assigned = body.iter().filter_map(assigned_field).collect();
                }
            }
            ClassElement::PropertyDefinition(property) => {
                if let Some(value) = &property.value {
                    self.initializer(value);
                }
            }
            ClassElement::AccessorProperty(property) => {
                if let Some(value) = &property.value {
                    self.initializer(value);
                }
            }
            ClassElement::StaticBlock(block) => self.in_block(&block.body),
            ClassElement::TSIndexSignature(_) => {}
        }
        self.class = outer;
    }

    /// A field's value runs with `this` of the class, whatever function the class stands in.
    fn initializer(&mut self, value: &'a Expression<'a>) {
        let function = self.function;
        let this = self.class.map_or(Root::This(function), Root::Instance);
        let outer = std::mem::replace(&mut self.current().this, this);
        self.expression(value, Use::Other);
        self.current().this = outer;
    }
}

/// `this.name = value`.
fn assigned_field<'a>(statement: &'a Statement<'a>) -> Option<(&'a str, &'a Expression<'a>)> {
    let Statement::ExpressionStatement(statement) = statement else {
        return None;
    };
    let Expression::AssignmentExpression(assignment) = &statement.expression else {
        return None;
    };
    let AssignmentTarget::StaticMemberExpression(member) = &assignment.left else {
        return None;
    };
    let is_this = matches!(member.object, Expression::ThisExpression(_));
    (is_this && assignment.operator == AssignmentOperator::Assign)
        .then(|| (member.property.name.as_str(), &assignment.right))
}
