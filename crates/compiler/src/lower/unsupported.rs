//! What the language has and this compiler has not.
//!
//! Owns one message per construct, with what to write instead. A construct that becomes supported leaves this file.

use super::Lowerer;
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    fn unsupported(&mut self, span: Span, what: &str, instead: &str) {
        let message = format!("{what} not supported");
        self.error("unsupported", span, message, Some(instead.to_owned()));
    }

    pub(super) fn unsupported_expression(&mut self, expression: &'a Expression<'a>) {
        let span = expression.span();
        let (what, instead) = match expression {
            Expression::BigIntLiteral(_) => ("big integers are", "write a plain number, without the `n`"),
            Expression::ImportExpression(_) => ("dynamic `import` is", "write everything in this one text"),
            Expression::ImportMeta(_) => ("`import.meta` is", "a program here has no file of its own"),
            Expression::JSXElement(_) | Expression::JSXFragment(_) => ("JSX is", "write plain TypeScript"),
            // The resolver says where `super` may stand.
            Expression::Super(_) => return,
            _ => ("this expression is", "write it in another way"),
        };
        self.unsupported(span, what, instead);
    }

    pub(super) fn unsupported_statement(&mut self, statement: &'a Statement<'a>) {
        let span = statement.span();
        let (what, instead) = match statement {
            Statement::WithStatement(_) => {
                let at = first_line(span, self.source_text(span));
                let help = Some("name the object before each property".to_owned());
                return self.error("early-error", at, "`with` is not allowed in strict code", help);
            }
            Statement::TSNamespaceDeclaration(namespace) => return self.namespace(namespace),
            Statement::TSExternalModuleDeclaration(_) | Statement::TSGlobalDeclaration(_) => return,
            Statement::TSImportEqualsDeclaration(_) => return self.unsupported_import(span),
            _ => ("`export` from elsewhere is", "leave it out: a program is one text"),
        };
        self.unsupported(first_line(span, self.source_text(span)), what, instead);
    }

    /// A namespace of types is nothing at run time.
    pub(super) fn namespace(&mut self, namespace: &'a TSNamespaceDeclaration<'a>) {
        if namespace.declare || has_only_types(namespace) {
            return;
        }
        let at = first_line(namespace.span, self.source_text(namespace.span));
        self.unsupported(at, "`namespace` is", "write an object or plain functions");
    }

    pub(super) fn unsupported_import(&mut self, span: Span) {
        self.unsupported(span, "`import` is", "write everything in this one text");
    }

    pub(super) fn unsupported_regexp(&mut self, span: Span) {
        let instead = "use the methods of strings: `includes`, `startsWith`, `split`, `indexOf`";
        self.unsupported(span, "regular expressions are", instead);
    }

    /// Imports of names that exist here need no code; the others were reported when they were resolved.
    pub(super) fn import_declaration(&mut self, _import: &'a ImportDeclaration<'a>) {}
}

fn has_only_types(namespace: &TSNamespaceDeclaration<'_>) -> bool {
    let is_type = |statement: &Statement<'_>| match statement {
        Statement::TSTypeAliasDeclaration(_) | Statement::TSInterfaceDeclaration(_) => true,
        Statement::ExportDeclaration(export) => matches!(
            export.declaration,
            Declaration::TSTypeAliasDeclaration(_) | Declaration::TSInterfaceDeclaration(_)
        ),
        _ => false,
    };
    match &namespace.body {
        TSNamespaceDeclarationBody::TSModuleBlock(block) => block.body.iter().all(is_type),
        TSNamespaceDeclarationBody::TSNamespaceDeclaration(inner) => has_only_types(inner),
    }
}

/// The part of a long construct that is worth underlining.
fn first_line(span: Span, text: &str) -> Span {
    let length = text.find('\n').unwrap_or(text.len());
    let length = u32::try_from(text[..length].trim_end().len()).unwrap_or(0);
    Span::new(span.start, span.start + length)
}
