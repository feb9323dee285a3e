//! What the language has and this compiler has not.
//!
//! Owns one message per construct, with what to write instead. A construct that becomes supported leaves this file.

use super::Lowerer;
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    fn unsupported(&mut self, span: Span, what: &str, instead: &str) {
        let message = format!("{what} not supported yet");
        self.error("unsupported", span, message, Some(instead.to_owned()));
    }

    pub(super) fn unsupported_expression(&mut self, expression: &'a Expression<'a>) {
        let span = expression.span();
        let (what, instead) = match expression {
            Expression::BigIntLiteral(_) => ("big integers are", "write a plain number, without the `n`"),
            Expression::RegExpLiteral(_) => (
                "regular expressions are",
                "use the methods of strings: `includes`, `startsWith`, `split`, `indexOf`",
            ),
            Expression::ClassExpression(_) => return self.unsupported_class(span),
            Expression::Super(_) => ("`super` is", "write a function that makes an object"),
            Expression::ImportExpression(_) | Expression::ImportMeta(_) => {
                ("`import` is", "write everything in this one text")
            }
            Expression::TaggedTemplateExpression(_) => ("tagged template strings are", "call the function: `tag(...)`"),
            Expression::YieldExpression(_) => return self.unsupported_generator(span),
            Expression::PrivateInExpression(_) | Expression::PrivateFieldExpression(_) => {
                return self.unsupported_private_name(span);
            }
            Expression::NewTarget(_) => ("`new.target` is", "pass what you need as an argument"),
            Expression::JSXElement(_) | Expression::JSXFragment(_) => ("JSX is", "write plain TypeScript"),
            _ => ("this expression is", "write it in another way"),
        };
        self.unsupported(span, what, instead);
    }

    pub(super) fn unsupported_statement(&mut self, statement: &'a Statement<'a>) {
        let span = statement.span();
        let (what, instead) = match statement {
            Statement::ClassDeclaration(_) => return self.unsupported_class(span),
            Statement::WithStatement(_) => ("`with` is", "name the object before each property"),
            Statement::TSEnumDeclaration(enumeration) => {
                if enumeration.declare {
                    return;
                }
                ("`enum` is", "write an object: `const Color = { Red: 0, Green: 1 }`")
            }
            Statement::TSNamespaceDeclaration(namespace) if namespace.declare => return,
            Statement::TSExternalModuleDeclaration(_) | Statement::TSGlobalDeclaration(_) => return,
            Statement::TSNamespaceDeclaration(_) => ("`namespace` is", "write an object or plain functions"),
            Statement::ImportDeclaration(import) => {
                if import.import_kind.is_type() {
                    return;
                }
                (
                    "`import` is",
                    "write everything in this one text; the tools for concurrency are there already",
                )
            }
            Statement::TSImportEqualsDeclaration(_) => ("`import` is", "write everything in this one text"),
            _ => ("`export` is", "leave the word out: a program is one text"),
        };
        self.unsupported(first_line(span, self.source_text(span)), what, instead);
    }

    fn unsupported_class(&mut self, span: Span) {
        let at = first_line(span, self.source_text(span));
        let instead = "write a function that makes an object: `function account(balance) { return { balance } }`";
        self.unsupported(at, "`class` is", instead);
    }

    pub(super) fn unsupported_generator(&mut self, span: Span) {
        let instead = "collect the values in an array and return it";
        self.unsupported(span, "generator functions are", instead);
    }

    pub(super) fn unsupported_accessor(&mut self, span: Span) {
        let at = first_line(span, self.source_text(span));
        let instead = "write a method: `value() { ... }`";
        self.unsupported(at, "`get` and `set` in an object are", instead);
    }

    pub(super) fn unsupported_private_name(&mut self, span: Span) {
        self.unsupported(span, "private names are", "leave the `#` out");
    }
}

/// The part of a long construct that is worth underlining.
fn first_line(span: Span, text: &str) -> Span {
    let length = text.find('\n').unwrap_or(text.len());
    let length = u32::try_from(text[..length].trim_end().len()).unwrap_or(0);
    Span::new(span.start, span.start + length)
}
