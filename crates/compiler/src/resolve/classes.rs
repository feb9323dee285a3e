//! Classes and enums.
//!
//! Owns which functions a class consists of, the variables behind its private names, computed keys and home objects, and the
//! members of an `enum`. How a class comes into being is the lowering's.

use super::collect::{Collector, FunctionSetup};
use super::{ClassIndex, HomeIndex, Nature, ScopeKind, VariableId, VariableKind, note};
use oxc_ast::ast::*;
use oxc_ast_visit::Visit;
use oxc_span::{GetSpan, Span};
use std::collections::BTreeMap;

/// What is known of a class beyond its tree, which carries its index.
pub(crate) struct ClassInfo<'a> {
    /// Its name as its own members see it.
    pub(crate) inner_name: Option<VariableId>,
    /// Where `super` in its instance members and in its static members looks.
    pub(crate) prototype: HomeIndex,
    pub(crate) constructor: HomeIndex,
    /// The function that gives a new object its fields and private methods, and that function's scope.
    pub(crate) fields: Option<VariableId>,
    pub(crate) fields_scope: Option<usize>,
    /// The scope of the function that runs static initialisers and blocks.
    pub(crate) statics_scope: Option<usize>,
    /// The scope of the constructor that it has if it writes none.
    pub(crate) default_constructor: Option<usize>,
    pub(crate) is_derived: bool,
    pub(crate) privates: BTreeMap<&'a str, PrivateName>,
}

/// One private name of a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct PrivateName {
    /// The variable that holds the name itself.
    pub(crate) variable: VariableId,
    is_static: bool,
    form: PrivateForm,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum PrivateForm {
    Getter,
    Setter,
    /// A getter and a setter, or anything that stands alone.
    Complete,
}

impl<'a> Collector<'a, '_> {
    pub(super) fn class(&mut self, it: &Class<'a>) {
        if it.declare {
            return;
        }
        self.reject_decorators(&it.decorators);
        if let Some(id) = it.id.as_ref().filter(|_| it.is_declaration()) {
            self.declare_at(id, VariableKind::Class, it.span.end);
        }
        let function = self.function();
        self.open(ScopeKind::Block, function, Some(&it.scope_id));
        let class = self.open_class(it);
        if let Some(heritage) = &it.heritage {
            // What is extended sees the private names around the class, not those of the class.
            self.open_classes.pop();
            self.visit_expression(&heritage.expression);
            self.open_classes.push(class);
        }
        for element in &it.body.body {
            self.class_element(element, class, it.span);
        }
        if !has_constructor(it) {
            self.default_constructor(class, it.span);
        }
        self.open_classes.pop();
        self.close();
    }

    fn open_class(&mut self, it: &Class<'a>) -> ClassIndex {
        let scope = self.current;
        let inner_name = it.id.as_ref().map(|id| {
            let name = id.name.as_str();
            let variable = self.declare_hidden(scope, VariableKind::ClassName, name);
            // Members run only when the class is complete but for its static initialisers.
            self.resolution.variables[variable.0].initialized_at = before_end(it.span);
            self.resolution.scopes[scope].names.insert(name, variable);
            if !it.is_declaration() {
                id.symbol_id.set(Some(oxc_syntax::symbol::SymbolId::new(variable.0)));
                self.check_binding_name(name, id.span, VariableKind::ClassName);
            }
            variable
        });
        let class = ClassIndex(self.resolution.classes.len());
        let (prototype, constructor) = (self.new_home(scope), self.new_home(scope));
        let fields = needs_fields(it).then(|| self.declare_hidden(scope, VariableKind::Hidden, "%fields"));
        self.resolution.classes.push(ClassInfo {
            inner_name,
            prototype,
            constructor,
            fields,
            fields_scope: None,
            statics_scope: None,
            default_constructor: None,
            is_derived: it.heritage.is_some(),
            privates: BTreeMap::new(),
        });
        note(&it.node_id, class.0);
        self.open_classes.push(class);
        if fields.is_some() {
            let created_at = before_end(it.span);
            let scope = self.initializer_function(created_at, prototype);
            self.resolution.classes[class.0].fields_scope = Some(scope);
        }
        if it.body.body.iter().any(is_static_initializer) {
            // Static initialisers run when everything else of the class is there.
            let scope = self.initializer_function(before_end(it.span), constructor);
            self.resolution.classes[class.0].statics_scope = Some(scope);
        }
        let mut constructors = 0;
        for element in &it.body.body {
            self.declare_private(element, class);
            if let ClassElement::MethodDefinition(method) = element
                && method.kind == MethodDefinitionKind::Constructor
                && method.value.body.is_some()
            {
                constructors += 1;
                if constructors == 2 {
                    self.early_error(method.key.span(), "a class can have only one constructor", None);
                }
            }
        }
        class
    }

    /// The scope of a function that the class makes for itself.
    fn initializer_function(&mut self, created_at: u32, home: HomeIndex) -> usize {
        let setup = FunctionSetup {
            nature: Nature::Initializer,
            home: Some(home),
            ..FunctionSetup::new(created_at)
        };
        let mut scope = 0;
        self.in_function(setup, None, |this| scope = this.current);
        scope
    }

    fn default_constructor(&mut self, class: ClassIndex, span: Span) {
        let is_derived = self.resolution.classes[class.0].is_derived;
        let setup = FunctionSetup {
            nature: constructor_nature(is_derived),
            class: Some(class),
            ..FunctionSetup::new(before_end(span))
        };
        self.in_function(setup, None, |this| {
            this.resolution.classes[class.0].default_constructor = Some(this.current);
            if is_derived {
                this.use_super_constructor(class);
            } else if let Some(fields) = this.resolution.classes[class.0].fields {
                this.use_hidden(fields);
            }
        });
    }

    fn declare_private(&mut self, element: &ClassElement<'a>, class: ClassIndex) {
        let (key, is_static, form) = match element {
            ClassElement::MethodDefinition(method) if method.value.body.is_some() => {
                let form = match method.kind {
                    MethodDefinitionKind::Get => PrivateForm::Getter,
                    MethodDefinitionKind::Set => PrivateForm::Setter,
                    MethodDefinitionKind::Method | MethodDefinitionKind::Constructor => PrivateForm::Complete,
                };
                (&method.key, method.r#static, form)
            }
            ClassElement::PropertyDefinition(property) => (&property.key, property.r#static, PrivateForm::Complete),
            ClassElement::MethodDefinition(_)
            | ClassElement::AccessorProperty(_)
            | ClassElement::StaticBlock(_)
            | ClassElement::TSIndexSignature(_) => return,
        };
        let PropertyKey::PrivateIdentifier(identifier) = key else {
            return;
        };
        let name = identifier.name.as_str();
        let known = self.resolution.classes[class.0].privates.get(name).copied();
        let entry = match known {
            None => PrivateName {
                variable: self.declare_hidden(self.current, VariableKind::Hidden, name),
                is_static,
                form,
            },
            Some(other) => {
                let is_pair = other.is_static == is_static
                    && other.form != form
                    && other.form != PrivateForm::Complete
                    && form != PrivateForm::Complete;
                if !is_pair {
                    let message = format!("`#{name}` is already declared in this class");
                    self.early_error(
                        identifier.span,
                        message,
                        Some("give one of the two another name".to_owned()),
                    );
                }
                PrivateName {
                    form: PrivateForm::Complete,
                    ..other
                }
            }
        };
        note(&identifier.node_id, entry.variable.0);
        self.resolution.classes[class.0].privates.insert(name, entry);
    }

    /// A use of a private name.
    pub(super) fn use_private(&mut self, identifier: &PrivateIdentifier<'a>) {
        let name = identifier.name.as_str();
        let mut classes = self.open_classes.iter().rev();
        let found = classes.find_map(|class| self.resolution.classes[class.0].privates.get(name).copied());
        match found {
            Some(private) => {
                self.use_hidden(private.variable);
                note(&identifier.node_id, private.variable.0);
            }
            None => {
                let message = format!("no class around this declares `#{name}`");
                let help = Some(format!("declare it in the class: `#{name};`"));
                self.early_error(identifier.span, message, help);
            }
        }
    }

    fn class_element(&mut self, element: &ClassElement<'a>, class: ClassIndex, span: Span) {
        match element {
            ClassElement::MethodDefinition(method) => self.method(method, class, span),
            ClassElement::PropertyDefinition(property) => self.field(property, class),
            ClassElement::StaticBlock(block) => {
                if let Some(scope) = self.resolution.classes[class.0].statics_scope {
                    self.in_scope(scope, |this| {
                        let function = this.function();
                        this.open(ScopeKind::Body, function, Some(&block.scope_id));
                        this.visit_statements(&block.body);
                        this.close();
                    });
                }
            }
            ClassElement::AccessorProperty(accessor) => {
                let help = Some("write a getter and a setter, or a plain field".to_owned());
                self.unsupported(accessor.span, "`accessor` fields are not supported", help);
            }
            ClassElement::TSIndexSignature(_) => {}
        }
    }

    fn method(&mut self, method: &MethodDefinition<'a>, class: ClassIndex, span: Span) {
        self.reject_decorators(&method.decorators);
        if method.value.body.is_none() {
            return;
        }
        let info = &self.resolution.classes[class.0];
        let (prototype, constructor, fields, is_derived) =
            (info.prototype, info.constructor, info.fields, info.is_derived);
        let mut setup = FunctionSetup {
            nature: Nature::Ordinary,
            home: Some(if method.r#static { constructor } else { prototype }),
            ..FunctionSetup::new(before_end(span))
        };
        match (&method.key, method.kind) {
            (_, MethodDefinitionKind::Constructor) => {
                setup.nature = constructor_nature(is_derived);
                setup.class = Some(class);
            }
            (PropertyKey::PrivateIdentifier(identifier), _) => {
                let variable = self.declare_hidden(self.current, VariableKind::Hidden, identifier.name.as_str());
                note(&method.node_id, variable.0);
                let info = &self.resolution.classes[class.0];
                if let (Some(private), Some(scope)) =
                    (info.privates.get(identifier.name.as_str()).copied(), info.fields_scope)
                    && !method.r#static
                {
                    self.in_scope(scope, |this| {
                        this.use_hidden(variable);
                        this.use_hidden(private.variable);
                    });
                }
            }
            (key, _) => self.visit_key(key, method.computed),
        }
        self.function_like(&method.value, setup, |this| {
            if method.kind == MethodDefinitionKind::Constructor
                && !is_derived
                && let Some(fields) = fields
            {
                this.use_hidden(fields);
            }
        });
    }

    fn field(&mut self, property: &PropertyDefinition<'a>, class: ClassIndex) {
        self.reject_decorators(&property.decorators);
        if !is_field(property) {
            return;
        }
        let info = &self.resolution.classes[class.0];
        let scope = if property.r#static {
            info.statics_scope
        } else {
            info.fields_scope
        };
        let Some(scope) = scope else { return };
        let mut hidden = None;
        match &property.key {
            PropertyKey::PrivateIdentifier(identifier) => {
                let private = info.privates.get(identifier.name.as_str());
                hidden = private.map(|private| private.variable);
            }
            key if property.computed => {
                let variable = self.declare_hidden(self.current, VariableKind::Hidden, "%key");
                note(&property.node_id, variable.0);
                self.visit_key(key, true);
                hidden = Some(variable);
            }
            key => self.visit_key(key, false),
        }
        self.in_scope(scope, |this| {
            if let Some(hidden) = hidden {
                this.use_hidden(hidden);
            }
            if let Some(value) = &property.value {
                this.visit_expression(value);
            }
        });
    }

    pub(super) fn visit_key(&mut self, key: &PropertyKey<'a>, is_computed: bool) {
        match key {
            PropertyKey::StaticIdentifier(name) => self.visit_identifier_name(name),
            PropertyKey::PrivateIdentifier(_) => {}
            PropertyKey::Identifier(name) if !is_computed => {
                self.resolution.words.insert(name.name.as_str());
            }
            key => {
                if let Some(expression) = key.as_expression() {
                    self.visit_expression(expression);
                }
            }
        }
    }

    pub(super) fn enumeration(&mut self, it: &TSEnumDeclaration<'a>) {
        if it.declare {
            return;
        }
        self.declare_at(&it.id, VariableKind::Enum, it.span.end);
        let function = self.function();
        self.open(ScopeKind::Block, function, Some(&it.body.scope_id));
        for member in &it.body.members {
            if let Some(initializer) = &member.initializer {
                self.visit_expression(initializer);
            }
            let Some(name) = enum_member_name(&member.id) else {
                continue;
            };
            let variable = self.declare_hidden(self.current, VariableKind::EnumMember, name);
            self.resolution.variables[variable.0].initialized_at = member.span.end;
            let scope = self.current;
            self.resolution.scopes[scope].names.insert(name, variable);
            note(&member.node_id, variable.0);
        }
        self.close();
    }

    pub(super) fn reject_decorators(&mut self, decorators: &[Decorator<'a>]) {
        if let Some(first) = decorators.first() {
            let help = Some("call the function on the class or the method yourself".to_owned());
            self.unsupported(first.span, "decorators are not supported", help);
        }
    }

    pub(super) fn unsupported(&mut self, span: Span, message: &str, help: Option<String>) {
        let diagnostic = self.positions.error("unsupported", span, message, help);
        self.diagnostics.push(diagnostic);
    }
}

/// The name of a member of an `enum`.
pub(crate) fn enum_member_name<'a>(id: &TSEnumMemberName<'a>) -> Option<&'a str> {
    match id {
        TSEnumMemberName::Identifier(identifier) => Some(identifier.name.as_str()),
        TSEnumMemberName::String(literal) | TSEnumMemberName::ComputedString(literal) => Some(literal.value.as_str()),
        TSEnumMemberName::ComputedTemplateString(template) => template.single_quasi().map(|text| text.as_str()),
    }
}

/// The offset of a class at which its members can run.
fn before_end(span: Span) -> u32 {
    span.end.saturating_sub(1)
}

fn constructor_nature(is_derived: bool) -> Nature {
    if is_derived {
        Nature::DerivedConstructor
    } else {
        Nature::Ordinary
    }
}

/// The constructor that a class writes; overloads have no body.
pub(crate) fn written_constructor<'t, 'a>(it: &'t Class<'a>) -> Option<&'t MethodDefinition<'a>> {
    it.body.body.iter().find_map(|element| match element {
        ClassElement::MethodDefinition(method)
            if method.kind == MethodDefinitionKind::Constructor && method.value.body.is_some() =>
        {
            Some(&**method)
        }
        _ => None,
    })
}

fn has_constructor(it: &Class<'_>) -> bool {
    written_constructor(it).is_some()
}

/// Whether a property definition makes a field: declarations of types make none.
pub(crate) fn is_field(property: &PropertyDefinition<'_>) -> bool {
    !property.declare && property.r#type == PropertyDefinitionType::PropertyDefinition
}

/// Whether a parameter of a constructor is a field too: `constructor(private x: number)`.
pub(crate) fn is_parameter_property(item: &FormalParameter<'_>) -> bool {
    item.accessibility.is_some() || item.readonly || item.r#override
}

fn is_static_initializer(element: &ClassElement<'_>) -> bool {
    match element {
        ClassElement::StaticBlock(_) => true,
        ClassElement::PropertyDefinition(property) => property.r#static && is_field(property),
        ClassElement::MethodDefinition(_) | ClassElement::AccessorProperty(_) | ClassElement::TSIndexSignature(_) => {
            false
        }
    }
}

/// Whether new objects of a class receive more than their prototype.
fn needs_fields(it: &Class<'_>) -> bool {
    let has_element = it.body.body.iter().any(|element| match element {
        ClassElement::PropertyDefinition(property) => !property.r#static && is_field(property),
        ClassElement::MethodDefinition(method) => {
            !method.r#static && method.value.body.is_some() && matches!(method.key, PropertyKey::PrivateIdentifier(_))
        }
        ClassElement::StaticBlock(_) | ClassElement::AccessorProperty(_) | ClassElement::TSIndexSignature(_) => false,
    });
    let has_parameter = written_constructor(it)
        .is_some_and(|constructor| constructor.value.params.items.iter().any(is_parameter_property));
    has_element || has_parameter
}
