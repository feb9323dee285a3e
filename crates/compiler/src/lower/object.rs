//! Object literals.
//!
//! Owns how properties, methods and accessors of a literal are defined (PropertyDefinitionEvaluation, ECMA-262 section
//! 13.2.5.5).

use super::Lowerer;
use super::class::NameSource;
use super::literal::static_key;
use crate::resolve::{noted, sets_prototype};
use bytecode::{NamePrefix, Op, Reg};
use oxc_ast::ast::*;

impl<'a> Lowerer<'a, '_> {
    /// An object literal that is given to `target`, if that is no empty text: so what its properties are can be named.
    pub(super) fn object_literal(&mut self, object: &'a ObjectExpression<'a>, dest: Reg, target: &str) {
        self.emit(Op::NewObject { dest }, object.span);
        let home = noted(&object.node_id).map(|home| &self.resolution.homes[home]);
        let open = home.map(|home| {
            let open = self.enter_scope(Some(home.scope), object.span);
            if let Some(variable) = home.variable {
                self.initialize_variable(variable, dest, object.span);
            }
            open
        });
        for property in &object.properties {
            let mark = self.mark();
            match property {
                ObjectPropertyKind::ObjectProperty(property) => self.object_property(property, dest, target),
                ObjectPropertyKind::SpreadProperty(spread) => {
                    let source = self.operand(&spread.argument, spread.span.end);
                    let object = dest;
                    self.emit(Op::CopyProperties { object, source }, spread.span);
                }
            }
            self.release(mark);
        }
        if let Some(open) = open {
            self.leave_scope(open);
        }
    }

    fn object_property(&mut self, property: &'a ObjectProperty<'a>, object: Reg, target: &str) {
        let span = property.span;
        if sets_prototype(property) {
            let prototype = self.operand(&property.value, span.end);
            self.emit(Op::SetPrototype { object, prototype }, span);
            return;
        }
        if property.method || property.kind != PropertyKind::Init {
            return self.object_method(property, object);
        }
        if let Some(name) = static_key(&property.key).filter(|_| !property.computed) {
            let value = if property.value.is_anonymous_function_definition() {
                let value = self.temporary();
                self.named_expression(&property.value, value, name, "");
                value
            } else {
                self.literal_part(&property.value, || match target {
                    "" => name.to_owned(),
                    target => format!("{target}.{name}"),
                })
            };
            let name = self.builder.atom(name);
            self.emit(Op::DefineField { object, name, value }, span);
            return;
        }
        let key = self.property_key(&property.key, property.computed);
        let value = if property.value.is_anonymous_function_definition() {
            let value = self.temporary();
            self.value_with_name(&property.value, value, NameSource::Key(key));
            value
        } else {
            self.operand(&property.value, span.end)
        };
        self.emit(Op::DefineElement { object, key, value }, span);
    }

    fn object_method(&mut self, property: &'a ObjectProperty<'a>, object: Reg) {
        let span = property.span;
        let Expression::FunctionExpression(function) = &property.value else {
            return;
        };
        let prefix = match property.kind {
            PropertyKind::Init => NamePrefix::None,
            PropertyKind::Get => NamePrefix::Get,
            PropertyKind::Set => NamePrefix::Set,
        };
        let name = static_key(&property.key).filter(|_| !property.computed);
        if let (Some(name), NamePrefix::None) = (name, prefix) {
            let value = self.temporary();
            self.method_closure(function, name, prefix, span, value);
            let name = self.builder.atom(name);
            self.emit(Op::DefineField { object, name, value }, span);
            return;
        }
        let key = self.property_key(&property.key, property.computed);
        let value = self.temporary();
        match name {
            Some(name) => self.method_closure(function, name, prefix, span, value),
            None => {
                self.method_closure(function, "", NamePrefix::None, span, value);
                let function = value;
                self.emit(Op::SetFunctionName { function, key, prefix }, span);
            }
        }
        let enumerable = true;
        let op = match prefix {
            NamePrefix::None => Op::DefineElement { object, key, value },
            NamePrefix::Get => Op::DefineGetter {
                object,
                key,
                value,
                enumerable,
            },
            NamePrefix::Set => Op::DefineSetter {
                object,
                key,
                value,
                enumerable,
            },
        };
        self.emit(op, span);
    }
}
