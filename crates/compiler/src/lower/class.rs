//! Classes.
//!
//! Owns the order in which a class comes into being (ClassDefinitionEvaluation, ECMA-262 section 15.7.14). What its
//! constructor does at its beginning and end is with the receiver, what its field functions do is next door.

use super::Lowerer;
use super::function::{Body, FunctionParts};
use super::literal::static_key;
use crate::resolve::{ClassIndex, VariableId, noted, written_constructor};
use bytecode::{FunctionKind, NamePrefix, Op, PrivateKind, Reg, UnaryOp};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// What gives an anonymous function or class its name.
#[derive(Clone, Copy)]
pub(super) enum NameSource<'n> {
    Text(&'n str),
    /// The property key in a register.
    Key(Reg),
}

/// A class under construction.
#[derive(Clone, Copy)]
struct OpenClass {
    index: ClassIndex,
    constructor: Reg,
    prototype: Reg,
}

impl<'a> Lowerer<'a, '_> {
    pub(super) fn class_declaration(&mut self, class: &'a Class<'a>) {
        if class.declare {
            return;
        }
        self.mark_statement();
        let mark = self.mark();
        let value = self.temporary();
        let declared = class.id.as_ref().and_then(|id| self.resolution.declared(id));
        let name = if declared.is_none() { "default" } else { "" };
        self.class(class, NameSource::Text(name), value);
        if let Some(variable) = declared {
            self.initialize_variable(variable, value, class.span);
        }
        self.release(mark);
    }

    pub(super) fn class(&mut self, class: &'a Class<'a>, name: NameSource<'_>, dest: Reg) {
        let Some(index) = noted(&class.node_id).map(ClassIndex) else {
            return self.load_undefined(dest, class.span);
        };
        let head = Span::new(class.span.start, class.body.span.start);
        let mark = self.mark();
        let constructor = self.temporary();
        let prototype = self.temporary();
        let open_scope = self.enter_scope(self.resolution.scope(&class.scope_id), head);
        let class_name = match (&class.id, name) {
            (Some(id), _) => id.name.as_str(),
            (None, NameSource::Text(text)) => text,
            (None, NameSource::Key(_)) => "",
        };
        self.private_names(class, class_name, index, head);
        let inner = self.mark();
        let heritage = self.temporary();
        match &class.heritage {
            Some(it) => self.expression_into(&it.expression, heritage),
            None => {
                self.emit(Op::LoadUninitialized { dest: heritage }, head);
            }
        }
        self.constructor(class, index, name, constructor);
        let op = Op::NewClass {
            constructor,
            heritage,
            prototype,
        };
        self.emit(op, head);
        self.release(inner);
        if let (NameSource::Key(key), None) = (name, &class.id) {
            let function = constructor;
            let prefix = NamePrefix::None;
            self.emit(Op::SetFunctionName { function, key, prefix }, head);
        }
        let open = OpenClass {
            index,
            constructor,
            prototype,
        };
        self.home_objects(open, head);
        for element in &class.body.body {
            self.class_element(element, open);
        }
        self.complete_class(class, open);
        self.leave_scope(open_scope);
        self.copy(dest, constructor, head);
        self.release(mark);
    }

    fn private_names(&mut self, class: &Class<'a>, class_name: &str, index: ClassIndex, span: Span) {
        let resolution = self.resolution;
        for (name, private) in &resolution.classes[index.0].privates {
            let mark = self.mark();
            let dest = self.temporary();
            let brand = self.builder.atom(&brand(class, class_name, name));
            let name = self.builder.atom(&format!("#{name}"));
            self.emit(Op::NewPrivateName { dest, name, brand }, span);
            self.initialize_variable(private.variable, dest, span);
            self.release(mark);
        }
    }

    /// The closure of the constructor, written or not.
    fn constructor(&mut self, class: &'a Class<'a>, index: ClassIndex, name: NameSource<'_>, dest: Reg) {
        let hint = match name {
            NameSource::Text(text) => text,
            NameSource::Key(_) => "",
        };
        let name = class.id.as_ref().map_or(hint, |id| id.name.as_str());
        let info = &self.resolution.classes[index.0];
        let kind = if info.is_derived {
            FunctionKind::DerivedConstructor
        } else {
            FunctionKind::ClassConstructor
        };
        let written = written_constructor(class).and_then(|method| Some((method, method.value.body.as_deref()?)));
        match (written, info.default_constructor) {
            (Some((method, body)), _) => {
                let parts = FunctionParts {
                    name: name.to_owned(),
                    kind,
                    params: &method.value.params,
                    body: Body::Statements(body),
                    scope: &method.value.scope_id,
                    span: class.span,
                };
                let function = self.function(parts);
                self.emit(Op::NewClosure { dest, function }, method.key.span());
            }
            (None, Some(scope)) => self.default_constructor(index, scope, name, class.span, dest),
            (None, None) => self.load_undefined(dest, class.span),
        }
    }

    /// What `super` in the members refers to.
    fn home_objects(&mut self, open: OpenClass, span: Span) {
        let info = &self.resolution.classes[open.index.0];
        let homes = [(info.prototype, open.prototype), (info.constructor, open.constructor)];
        for (home, object) in homes {
            if let Some(variable) = self.resolution.homes[home.0].variable {
                self.initialize_variable(variable, object, span);
            }
        }
    }

    fn class_element(&mut self, element: &'a ClassElement<'a>, open: OpenClass) {
        let mark = self.mark();
        match element {
            ClassElement::MethodDefinition(method) => {
                if method.kind != MethodDefinitionKind::Constructor && method.value.body.is_some() {
                    self.class_method(method, open);
                }
            }
            ClassElement::PropertyDefinition(property) => {
                // A computed key is evaluated once, with the class; the value with every object.
                if let Some(variable) = noted(&property.node_id).filter(|_| property.computed) {
                    let key = self.property_key(&property.key, true);
                    self.initialize_variable(VariableId(variable), key, property.span);
                }
            }
            // Run when the class is complete; the resolver has reported what is not supported.
            ClassElement::StaticBlock(_) | ClassElement::AccessorProperty(_) | ClassElement::TSIndexSignature(_) => {}
        }
        self.release(mark);
    }

    /// A property key in a register of its own: a computed one is converted, a written one is a text or number.
    pub(super) fn property_key(&mut self, key: &'a PropertyKey<'a>, is_computed: bool) -> Reg {
        let dest = self.temporary();
        if let Some(name) = static_key(key).filter(|_| !is_computed) {
            self.load_text(dest, name, key.span());
            return dest;
        }
        if let Some(expression) = key.as_expression() {
            self.expression_into(expression, dest);
        }
        if is_computed {
            let operator = UnaryOp::ToPropertyKey;
            let value = dest;
            self.emit(Op::Unary { operator, dest, value }, key.span());
        }
        dest
    }

    fn class_method(&mut self, method: &'a MethodDefinition<'a>, open: OpenClass) {
        let span = method_span(method, self.source_text(method.span));
        let prefix = match method.kind {
            MethodDefinitionKind::Get => NamePrefix::Get,
            MethodDefinitionKind::Set => NamePrefix::Set,
            MethodDefinitionKind::Method | MethodDefinitionKind::Constructor => NamePrefix::None,
        };
        if let PropertyKey::PrivateIdentifier(identifier) = &method.key {
            let value = self.temporary();
            let name = format!("#{}", identifier.name);
            self.method_closure(&method.value, &name, prefix, span, value);
            if let Some(variable) = noted(&method.node_id) {
                self.initialize_variable(VariableId(variable), value, span);
            }
            return;
        }
        let object = if method.r#static {
            open.constructor
        } else {
            open.prototype
        };
        let key = self.property_key(&method.key, method.computed);
        let value = self.temporary();
        match static_key(&method.key).filter(|_| !method.computed) {
            Some(name) => self.method_closure(&method.value, name, prefix, span, value),
            None => {
                self.method_closure(&method.value, "", NamePrefix::None, span, value);
                let function = value;
                self.emit(Op::SetFunctionName { function, key, prefix }, span);
            }
        }
        let enumerable = false;
        let op = match prefix {
            NamePrefix::None => Op::DefineMethod { object, key, value },
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

    /// The closure of a method or accessor, whose text is `span`.
    pub(super) fn method_closure(
        &mut self,
        function: &'a Function<'a>,
        name: &str,
        prefix: NamePrefix,
        span: Span,
        dest: Reg,
    ) {
        let name = match prefix {
            NamePrefix::None => name.to_owned(),
            NamePrefix::Get => format!("get {name}"),
            NamePrefix::Set => format!("set {name}"),
        };
        match self.function_parts(function, &name, FunctionKind::Method) {
            Some(parts) => self.closure(FunctionParts { span, ..parts }, dest),
            None => self.load_undefined(dest, span),
        }
    }

    /// What comes when all methods are there: the fields of objects, the class's own name, static elements.
    fn complete_class(&mut self, class: &'a Class<'a>, open: OpenClass) {
        let resolution = self.resolution;
        let info = &resolution.classes[open.index.0];
        let at = Span::new(class.span.end.saturating_sub(1), class.span.end);
        let mark = self.mark();
        if let (Some(variable), Some(scope)) = (info.fields, info.fields_scope) {
            let value = self.temporary();
            let function = self.fields_function(class, scope);
            self.emit(Op::NewClosure { dest: value, function }, at);
            self.initialize_variable(variable, value, at);
        }
        if let Some(variable) = info.inner_name {
            self.initialize_variable(variable, open.constructor, at);
        }
        self.private_methods(class, true, open.constructor);
        if let Some(scope) = info.statics_scope {
            let base = self.temporary();
            let this = self.temporary();
            let function = self.statics_function(class, scope);
            self.emit(Op::NewClosure { dest: base, function }, at);
            self.copy(this, open.constructor, at);
            let op = Op::Call {
                dest: base,
                base,
                count: 0,
            };
            self.emit(op, at);
        }
        self.release(mark);
    }

    /// Gives an object the private methods and accessors of a class, or the class itself its static ones.
    pub(super) fn private_methods(&mut self, class: &'a Class<'a>, is_static: bool, object: Reg) {
        for element in &class.body.body {
            let ClassElement::MethodDefinition(method) = element else {
                continue;
            };
            let PropertyKey::PrivateIdentifier(identifier) = &method.key else {
                continue;
            };
            let (Some(name), Some(function)) = (noted(&identifier.node_id), noted(&method.node_id)) else {
                continue;
            };
            if method.r#static != is_static || method.value.body.is_none() {
                continue;
            }
            let kind = match method.kind {
                MethodDefinitionKind::Get => PrivateKind::Getter,
                MethodDefinitionKind::Set => PrivateKind::Setter,
                MethodDefinitionKind::Method | MethodDefinitionKind::Constructor => PrivateKind::Method,
            };
            let mark = self.mark();
            let key = self.hidden(VariableId(name), method.key.span());
            let value = self.hidden(VariableId(function), method.key.span());
            let op = Op::DefinePrivate {
                object,
                key,
                value,
                kind,
            };
            self.emit(op, method.key.span());
            self.release(mark);
        }
    }
}

/// The text of a method, without the modifiers in front of it: the production MethodDefinition has none.
fn method_span(method: &MethodDefinition<'_>, text: &str) -> Span {
    let modifiers = [
        ("static", method.r#static),
        ("override", method.r#override),
        ("public", method.accessibility == Some(TSAccessibility::Public)),
        ("private", method.accessibility == Some(TSAccessibility::Private)),
        ("protected", method.accessibility == Some(TSAccessibility::Protected)),
    ];
    let mut left: Vec<&str> = modifiers.iter().filter(|it| it.1).map(|it| it.0).collect();
    let mut rest = text;
    while let Some(at) = left.iter().position(|modifier| rest.starts_with(modifier)) {
        rest = without_trivia(&rest[left.swap_remove(at).len()..]);
    }
    let skipped = text.len() - rest.len();
    let span = method.span;
    Span::new(span.start + u32::try_from(skipped).unwrap_or(0), span.end)
}

/// The text behind white space and comments.
fn without_trivia(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let after = if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map(|(_, after)| after)
        } else if rest.starts_with("//") {
            rest.split_once(['\n', '\r', '\u{2028}', '\u{2029}'])
                .map(|(_, after)| after)
        } else {
            None
        };
        match after {
            Some(after) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// What has a private element, in the words of messages, if it is a method or an accessor.
fn brand(class: &Class<'_>, class_name: &str, name: &str) -> String {
    let method = class.body.body.iter().find_map(|element| match element {
        ClassElement::MethodDefinition(method) => {
            let is_it = matches!(&method.key, PropertyKey::PrivateIdentifier(key) if key.name == name);
            is_it.then_some(method.r#static)
        }
        _ => None,
    });
    let named = if class_name.is_empty() { "anonymous" } else { class_name };
    match method {
        Some(true) => format!("class {named}"),
        Some(false) => format!("an instance of class {named}"),
        None => String::new(),
    }
}
