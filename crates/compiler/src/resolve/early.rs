//! What the grammar lets through and the language forbids (the early errors of ECMA-262), as far as names decide it.
//!
//! Owns names that cannot be declared, private names that are not there, `await` and `yield` among parameters. Everything is
//! strict here, as in a module.

use super::VariableKind;
use super::collect::Collector;
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Collector<'a, '_> {
    pub(super) fn early_error(&mut self, span: Span, message: impl Into<String>, help: Option<String>) {
        let diagnostic = self.positions.error("early-error", span, message, help);
        self.diagnostics.push(diagnostic);
    }

    /// A name that is declared.
    pub(super) fn check_binding_name(&mut self, name: &str, span: Span, kind: VariableKind) {
        if matches!(name, "eval" | "arguments") {
            let message = format!("`{name}` cannot be the name of a variable");
            self.early_error(span, message, Some("give it another name".to_owned()));
        } else if is_reserved(name) {
            let message = format!("`{name}` is a reserved word");
            self.early_error(span, message, Some("give the variable another name".to_owned()));
        } else if name == "await" && kind != VariableKind::Hidden && !self.is_script {
            let message = "`await` cannot be the name of a variable";
            self.early_error(span, message, Some("give it another name".to_owned()));
        }
    }

    /// A name that is read or assigned.
    pub(super) fn check_used_name(&mut self, name: &str, span: Span, is_write: bool) {
        if is_reserved(name) || (name == "await" && !self.is_script) {
            let message = format!("`{name}` is a reserved word");
            self.early_error(span, message, Some("give the variable another name".to_owned()));
        } else if is_write && matches!(name, "eval" | "arguments") {
            let message = format!("`{name}` cannot be assigned");
            self.early_error(span, message, None);
        }
    }

    /// A second `__proto__: value` in one object literal.
    pub(super) fn check_prototype_keys(&mut self, it: &ObjectExpression<'a>) {
        let mut keys = it.properties.iter().filter_map(|property| match property {
            ObjectPropertyKind::ObjectProperty(property) if sets_prototype(property) => Some(property.key.span()),
            ObjectPropertyKind::ObjectProperty(_) | ObjectPropertyKind::SpreadProperty(_) => None,
        });
        if let Some(second) = keys.nth(1) {
            self.early_error(second, "an object literal can have only one `__proto__`", None);
        }
    }

    /// `"use strict"` in a function whose parameters are more than names.
    pub(super) fn check_directives(&mut self, params: &FormalParameters<'a>, body: &FunctionBody<'a>) {
        let strict = body.directives.iter().find(|it| it.directive == "use strict");
        if let Some(directive) = strict.filter(|_| !is_simple(params)) {
            let message =
                "`\"use strict\"` is not allowed in a function with defaults, patterns or `...` among its parameters";
            self.early_error(
                directive.span,
                message,
                Some("leave it out: everything is strict here".to_owned()),
            );
        }
    }

    /// What `delete` cannot be applied to.
    pub(super) fn check_delete(&mut self, it: &UnaryExpression<'a>) {
        match it.argument.get_inner_expression() {
            Expression::Identifier(identifier) => {
                let message = format!("`delete` removes properties, and `{}` is a variable", identifier.name);
                self.early_error(it.span, message, Some("assign `undefined` instead".to_owned()));
            }
            Expression::PrivateFieldExpression(_) => self.private_delete(it.span),
            Expression::ChainExpression(chain) => {
                if matches!(chain.expression, ChainElement::PrivateFieldExpression(_)) {
                    self.private_delete(it.span);
                }
            }
            _ => {}
        }
    }

    fn private_delete(&mut self, span: Span) {
        let message = "a private element cannot be deleted";
        self.early_error(span, message, Some("assign `undefined` instead".to_owned()));
    }

    /// A function can be declared in a block, but not be the one statement of an `if` or a loop.
    pub(super) fn check_substatement(&mut self, it: &Statement<'a>) {
        let mut body = it;
        while let Statement::LabeledStatement(labeled) = body {
            body = &labeled.body;
        }
        if let Statement::FunctionDeclaration(function) = body {
            let help = Some("put braces around it".to_owned());
            let message = "a function declaration cannot be the body of an `if` or a loop";
            self.early_error(function.span, message, help);
        }
    }

    /// `for (const x = 1 of list)`.
    pub(super) fn check_loop_head(&mut self, declaration: &VariableDeclaration<'a>) {
        if let Some(init) = declaration.declarations.iter().find_map(|it| it.init.as_ref()) {
            let message = "the variable of this loop cannot have an initialiser";
            self.early_error(
                init.span(),
                message,
                Some("its values come from what stands on the right".to_owned()),
            );
        }
    }

    /// `010`, which was a number in base 8, or in base 10, once.
    pub(super) fn check_number(&mut self, it: &NumericLiteral<'a>) {
        let text = it.raw.map_or("", |raw| raw.as_str());
        let is_old = text.len() > 1 && text.starts_with('0') && text.as_bytes()[1].is_ascii_digit();
        if is_old {
            let message = "a number cannot begin with `0`";
            self.early_error(it.span, message, Some("write `0o17` for a number in base 8".to_owned()));
        }
    }

    /// `"\17"`, which was a character by its number in base 8 once.
    pub(super) fn check_string(&mut self, it: &StringLiteral<'a>) {
        let text = it.raw.map_or("", |raw| raw.as_str());
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            if character != '\\' {
                continue;
            }
            let is_old = match characters.next() {
                Some('0') => characters.peek().is_some_and(char::is_ascii_digit),
                Some(escaped) => escaped.is_ascii_digit(),
                None => false,
            };
            if is_old {
                let message = "an escape sequence cannot be a number";
                self.early_error(it.span, message, Some("write `\\x41` or `\\u{41}`".to_owned()));
                return;
            }
        }
    }

    /// A pattern that is none.
    pub(super) fn check_regexp(&mut self, it: &RegExpLiteral<'a>) {
        let flags: Vec<u16> = it.regex.flags.to_string().encode_utf16().collect();
        let Some(flags) = regexp::Flags::parse(&flags) else {
            self.early_error(it.span, "the flags of this regular expression do not go together", None);
            return;
        };
        let pattern: Vec<u16> = it.regex.pattern.text.as_str().encode_utf16().collect();
        if let Err(error) = regexp::Program::compile(&pattern, flags) {
            let message = format!("this regular expression is wrong: {}", error.message);
            self.early_error(it.span, message, None);
        }
    }

    pub(super) fn check_label(&mut self, label: &LabelIdentifier<'a>) {
        let name = label.name.as_str();
        if is_reserved(name) || (name == "await" && !self.is_script) {
            self.early_error(label.span, format!("`{name}` is a reserved word"), None);
        }
    }

    /// `export` stands at the top.
    pub(super) fn check_export(&mut self, span: Span) {
        if !self.is_at_top() {
            let span = Span::new(span.start, span.start + 6);
            let message = "`export` is only allowed at the top of a program";
            self.early_error(span, message, Some("leave the word out".to_owned()));
        }
    }

    /// A name that is exported, once, and must be declared.
    pub(super) fn export_name(&mut self, name: &'a str, span: Span) {
        if !self.exported.insert(name) {
            self.early_error(span, format!("`{name}` is exported already"), None);
        }
    }

    /// `new await x`, which would have to wait before it constructs.
    pub(super) fn check_new(&mut self, it: &NewExpression<'a>) {
        let text = self.positions.text(it.span);
        let rest = text.strip_prefix("new").unwrap_or_default().trim_start();
        if matches!(it.callee, Expression::AwaitExpression(_)) && rest.starts_with("await") {
            let help = Some("put parentheses around it: `new (await x)()`".to_owned());
            self.early_error(it.callee.span(), "`await` cannot follow `new`", help);
        }
    }

    pub(super) fn check_parameter_expression(&mut self, word: &str, span: Span) {
        if self.is_in_parameters {
            let message = format!("`{word}` is not allowed among the parameters of a function");
            self.early_error(span, message, Some("write it in the body".to_owned()));
        }
    }
}

/// `__proto__: value`, which sets the prototype rather than a property.
pub(crate) fn sets_prototype(property: &ObjectProperty<'_>) -> bool {
    let is_plain = property.kind == PropertyKind::Init && !property.method && !property.shorthand && !property.computed;
    is_plain
        && match &property.key {
            PropertyKey::StaticIdentifier(identifier) => identifier.name == "__proto__",
            PropertyKey::StringLiteral(literal) => literal.value == "__proto__",
            _ => false,
        }
}

/// Whether all parameters are plain names.
pub(super) fn is_simple(params: &FormalParameters<'_>) -> bool {
    let is_name = |item: &FormalParameter<'_>| {
        item.initializer.is_none() && matches!(item.pattern, BindingPattern::BindingIdentifier(_))
    };
    params.rest.is_none() && params.items.iter().all(is_name)
}

/// The words that strict code reserves beyond the keywords.
fn is_reserved(name: &str) -> bool {
    matches!(
        name,
        "implements" | "interface" | "let" | "package" | "private" | "protected" | "public" | "static" | "yield"
    )
}
