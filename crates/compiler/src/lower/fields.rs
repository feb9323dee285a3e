//! Fields and static blocks of classes.
//!
//! Owns the two functions that a class makes for itself: one gives a new object its private methods and fields, one runs the
//! static initialisers and blocks. When they are called is the class's and the constructor's.

use super::Lowerer;
use super::class::NameSource;
use super::literal::static_key;
use crate::resolve::{VariableId, is_field, is_parameter_property, noted, written_constructor};
use bytecode::{FunctionId, FunctionKind, Op, PrivateKind, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    pub(super) fn fields_function(&mut self, class: &'a Class<'a>, scope: usize) -> FunctionId {
        self.initializer(class, scope, "<instance_members_initializer>", |this, object| {
            this.private_methods(class, false, object);
            let constructor = written_constructor(class);
            let params = constructor.iter().flat_map(|method| &method.value.params.items);
            for item in params.filter(|item| is_parameter_property(item)) {
                this.parameter_field(item, object);
            }
            for element in &class.body.body {
                if let ClassElement::PropertyDefinition(property) = element
                    && !property.r#static
                {
                    this.field(property, object);
                }
            }
        })
    }

    pub(super) fn statics_function(&mut self, class: &'a Class<'a>, scope: usize) -> FunctionId {
        self.initializer(class, scope, "<static_initializer>", |this, object| {
            for element in &class.body.body {
                match element {
                    ClassElement::PropertyDefinition(property) if property.r#static => this.field(property, object),
                    ClassElement::StaticBlock(block) => this.static_block(block),
                    _ => {}
                }
            }
        })
    }

    fn initializer(
        &mut self,
        class: &'a Class<'a>,
        scope: usize,
        name: &str,
        build: impl FnOnce(&mut Self, Reg),
    ) -> FunctionId {
        let index = self.resolution.scopes[scope].function;
        let head = self.head(index, name.to_owned(), FunctionKind::Method, class.body.span);
        let at = Span::new(class.body.span.start, class.body.span.start + 1);
        self.compile(head, |this| {
            let open = this.enter_scope(Some(scope), at);
            let object = this.temporary();
            this.emit(Op::LoadThis { dest: object }, at);
            build(this, object);
            this.end_of_body(class.body.span);
            this.leave_scope(open);
        })
    }

    /// The field of a parameter property is there, and undefined, before the constructor assigns it.
    fn parameter_field(&mut self, item: &'a FormalParameter<'a>, object: Reg) {
        if let BindingPattern::BindingIdentifier(identifier) = &item.pattern {
            let mark = self.mark();
            let value = self.temporary();
            self.load_undefined(value, item.span);
            let name = self.builder.atom(identifier.name.as_str());
            self.emit(Op::DefineField { object, name, value }, item.span);
            self.release(mark);
        }
    }

    fn field(&mut self, property: &'a PropertyDefinition<'a>, object: Reg) {
        if !is_field(property) {
            return;
        }
        let span = property.span;
        self.mark_statement();
        let mark = self.mark();
        if let PropertyKey::PrivateIdentifier(identifier) = &property.key {
            let name = format!("#{}", identifier.name);
            let value = self.field_value(property, NameSource::Text(&name));
            if let Some(variable) = noted(&identifier.node_id) {
                let key = self.hidden(VariableId(variable), span);
                let kind = PrivateKind::Field;
                let op = Op::DefinePrivate {
                    object,
                    key,
                    value,
                    kind,
                };
                self.emit(op, span);
            }
        } else if let Some(name) = static_key(&property.key).filter(|_| !property.computed) {
            let value = self.field_value(property, NameSource::Text(name));
            let name = self.builder.atom(name);
            self.emit(Op::DefineField { object, name, value }, span);
        } else {
            let key = match noted(&property.node_id).filter(|_| property.computed) {
                Some(variable) => self.hidden(VariableId(variable), span),
                None => self.property_key(&property.key, false),
            };
            let value = self.field_value(property, NameSource::Key(key));
            self.emit(Op::DefineElement { object, key, value }, span);
        }
        self.release(mark);
    }

    fn field_value(&mut self, property: &'a PropertyDefinition<'a>, name: NameSource<'_>) -> Reg {
        let dest = self.temporary();
        match &property.value {
            Some(value) => self.value_with_name(value, dest, name),
            None => self.load_undefined(dest, property.span),
        }
        dest
    }

    fn static_block(&mut self, block: &'a StaticBlock<'a>) {
        let open = self.enter_scope(self.resolution.scope(&block.scope_id), block.span);
        self.hoist_functions(&block.body);
        self.statements(&block.body);
        self.leave_scope(open);
    }

    /// Evaluates an expression that, if it is an anonymous function or class, takes a name.
    pub(super) fn value_with_name(&mut self, value: &'a Expression<'a>, dest: Reg, name: NameSource<'_>) {
        match name {
            NameSource::Text(text) => self.named_expression(value, dest, text, text),
            NameSource::Key(key) => match value.get_inner_expression() {
                Expression::ClassExpression(class) => self.class(class, name, dest),
                _ => {
                    self.expression_into(value, dest);
                    if value.is_anonymous_function_definition() {
                        let prefix = bytecode::NamePrefix::None;
                        let function = dest;
                        self.emit(Op::SetFunctionName { function, key, prefix }, value.span());
                    }
                }
            },
        }
    }
}
