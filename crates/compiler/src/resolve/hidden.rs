//! The names that nobody declares and every function has: `this`, `super`, `new.target`, `arguments`.
//!
//! Owns the variables behind them, where one is needed: an arrow function takes all of them from the function around it, a
//! derived constructor has no `this` before `super(...)`. Which functions and classes there are is told by the walk.

use super::collect::Collector;
use super::{ClassIndex, FunctionIndex, HomeIndex, Nature, TemplatePart, VariableId, VariableInfo, VariableKind, note};
use oxc_ast::ast::*;
use oxc_span::Span;

/// An object whose methods may say `super`: a prototype, a constructor or an object literal.
pub(crate) struct Home {
    /// The scope around it.
    pub(crate) scope: usize,
    /// The variable that holds it, if something needs one.
    pub(crate) variable: Option<VariableId>,
}

impl<'a> Collector<'a, '_> {
    /// Declares a variable in `scope` that cannot be named.
    pub(super) fn declare_hidden(&mut self, scope: usize, kind: VariableKind, name: &'a str) -> VariableId {
        let id = VariableId(self.resolution.variables.len());
        self.resolution.variables.push(VariableInfo {
            name,
            kind,
            scope,
            function: self.resolution.scopes[scope].function,
            initialized_at: 0,
            is_captured: false,
            writes: Vec::new(),
            may_be_used_early: false,
            alias: None,
        });
        self.resolution.scopes[scope].variables.push(id);
        id
    }

    /// Notes that the current function uses a variable that it did not look up by name.
    pub(super) fn use_hidden(&mut self, variable: VariableId) {
        let function = self.function();
        let info = &mut self.resolution.variables[variable.0];
        info.is_captured |= info.function != function;
    }

    pub(super) fn new_home(&mut self, scope: usize) -> HomeIndex {
        self.resolution.homes.push(Home { scope, variable: None });
        HomeIndex(self.resolution.homes.len() - 1)
    }

    /// The variable that holds a home object, for use in the current function.
    pub(super) fn use_home(&mut self, home: HomeIndex) -> VariableId {
        let known = &self.resolution.homes[home.0];
        let variable = match known.variable {
            Some(variable) => variable,
            None => {
                let variable = self.declare_hidden(known.scope, VariableKind::Hidden, "%home");
                self.resolution.homes[home.0].variable = Some(variable);
                variable
            }
        };
        self.use_hidden(variable);
        variable
    }

    /// The function whose `this` the current one sees.
    pub(super) fn binding_function(&self) -> FunctionIndex {
        let mut index = self.function();
        while self.resolution.functions[index.0].nature == Nature::Arrow {
            match self.resolution.functions[index.0].parent {
                Some(parent) => index = parent,
                None => break,
            }
        }
        index
    }

    pub(super) fn use_this(&mut self, it: &ThisExpression) {
        let function = self.binding_function();
        if let Some(variable) = self.resolution.functions[function.0].this {
            self.use_hidden(variable);
            note(&it.node_id, variable.0);
        }
    }

    pub(super) fn use_new_target(&mut self, it: &NewTarget) {
        let function = self.binding_function();
        if self.resolution.functions[function.0].nature == Nature::Main {
            let message = "`new.target` is only allowed inside a function or class";
            self.early_error(it.span, message, None);
        }
        if let Some(variable) = self.outer_new_target() {
            note(&it.node_id, variable.0);
        }
    }

    /// In an arrow function, the variable with the `new.target` of the function around.
    fn outer_new_target(&mut self) -> Option<VariableId> {
        let function = self.binding_function();
        if function == self.function() {
            return None;
        }
        let info = &self.resolution.functions[function.0];
        let (known, scope) = (info.new_target, info.scope);
        let variable = known.unwrap_or_else(|| self.declare_hidden(scope, VariableKind::Hidden, "new.target"));
        self.resolution.functions[function.0].new_target = Some(variable);
        self.use_hidden(variable);
        Some(variable)
    }

    /// The `arguments` of the function around; it is found by its name like every other variable.
    pub(super) fn use_arguments(&mut self, span: Span) {
        let function = self.binding_function();
        let info = &self.resolution.functions[function.0];
        match info.nature {
            Nature::Ordinary | Nature::DerivedConstructor if info.arguments.is_none() => {
                let scope = info.scope;
                if self.resolution.scopes[scope].names.contains_key("arguments") {
                    return;
                }
                let variable = self.declare_hidden(scope, VariableKind::Arguments, "arguments");
                self.resolution.scopes[scope].names.insert("arguments", variable);
                self.resolution.functions[function.0].arguments = Some(variable);
            }
            Nature::Initializer => {
                let message = "`arguments` is not allowed in the initialiser of a field or in a static block";
                self.early_error(span, message, None);
            }
            Nature::Ordinary | Nature::DerivedConstructor | Nature::Main | Nature::Arrow => {}
        }
    }

    /// `super.name`, or `super[key]`.
    pub(super) fn use_super_property(&mut self, it: &Super) {
        let function = self.binding_function();
        let info = &self.resolution.functions[function.0];
        let (home, this) = (info.home, info.this);
        match home {
            Some(home) => {
                let variable = self.use_home(home);
                note(&it.node_id, variable.0);
                if let Some(this) = this {
                    self.use_hidden(this);
                }
            }
            None => {
                let message = "`super.name` is only allowed inside a method of a class or object literal";
                let help = Some("write the function as a method: `name() { ... }`".to_owned());
                self.early_error(it.span, message, help);
            }
        }
    }

    /// `super(...)`.
    pub(super) fn use_super_call(&mut self, it: &Super) {
        let function = self.binding_function();
        let info = &self.resolution.functions[function.0];
        let (class, this) = (info.class, info.this);
        let (Some(class), Some(this)) = (class, this) else {
            let message = "`super(...)` is only allowed in the constructor of a class that extends another";
            self.early_error(it.span, message, None);
            return;
        };
        self.use_hidden(this);
        self.outer_new_target();
        let variable = self.use_super_constructor(class);
        note(&it.node_id, variable.0);
    }

    /// What a constructor needs for `super(...)`: the class itself, whose prototype is the parent, and its fields.
    pub(super) fn use_super_constructor(&mut self, class: ClassIndex) -> VariableId {
        let info = &self.resolution.classes[class.0];
        let (constructor, fields) = (info.constructor, info.fields);
        if let Some(fields) = fields {
            self.use_hidden(fields);
        }
        self.use_home(constructor)
    }

    /// The object of a tagged template is a constant of the whole program.
    pub(super) fn declare_template(&mut self, it: &TemplateLiteral<'a>) {
        let variable = self.declare_hidden(0, VariableKind::Hidden, "%template");
        self.use_hidden(variable);
        note(&it.node_id, variable.0);
        let parts = it.quasis.iter().map(|element| TemplatePart {
            cooked: element.value.cooked.map(|text| text.as_str()),
            has_lone_surrogates: element.lone_surrogates,
            raw: element.value.raw.as_str(),
        });
        self.resolution.templates.push((variable, parts.collect()));
    }
}
