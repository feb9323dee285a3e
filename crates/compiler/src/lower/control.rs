//! Loops with a condition, `switch`, and jumps out of them.
//!
//! Owns what `break` and `continue` mean where they stand, and the fresh variables of every turn of a loop. What a
//! `finally` does to a jump is next door.

use super::Lowerer;
use super::frame::Label;
use super::try_finally::{Exit, Finally};
use super::variable::Place;
use crate::resolve::VariableId;
use crate::suggest;
use bytecode::{BinaryOp, Op, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// Something around the current statement that a jump can leave or must pass.
pub(super) enum Control {
    /// A loop, a `switch` or a labelled block: only loops have a place to continue.
    Breakable(Breakable),
    /// A `finally` that must run first.
    Finally(Finally),
}

/// A loop over an iterator has two: the iterator is closed on the way to the outer one, where `break` goes, but not on the
/// way to the inner one, where `continue` goes.
pub(super) struct Breakable {
    labels: Vec<String>,
    break_label: Option<Label>,
    continue_label: Option<Label>,
    /// Whether a `break` without a label ends it: not so for a labelled block.
    takes_plain_break: bool,
}

impl<'a> Lowerer<'a, '_> {
    pub(super) fn break_statement(&mut self, statement: &'a BreakStatement<'a>) {
        let label = statement.label.as_ref().map(|label| label.name.as_str());
        let found = self.find_control(|breakable| match label {
            Some(name) => breakable.break_label.is_some() && breakable.labels.iter().any(|known| known == name),
            None => breakable.takes_plain_break,
        });
        match found.and_then(|(depth, breakable)| Some((depth, breakable.break_label?))) {
            Some((depth, target)) => self.exit(Exit::Jump { depth, target }, statement.span),
            None => self.no_such_target("break", label, statement.span),
        }
    }

    pub(super) fn continue_statement(&mut self, statement: &'a ContinueStatement<'a>) {
        let label = statement.label.as_ref().map(|label| label.name.as_str());
        let found = self.find_control(|breakable| match label {
            Some(name) => breakable.labels.iter().any(|known| known == name),
            None => breakable.continue_label.is_some(),
        });
        match found.and_then(|(depth, breakable)| Some((depth, breakable.continue_label?))) {
            Some((depth, target)) => self.exit(Exit::Jump { depth, target }, statement.span),
            None => self.no_such_target("continue", label, statement.span),
        }
    }

    fn find_control(&mut self, is_meant: impl Fn(&Breakable) -> bool) -> Option<(usize, &Breakable)> {
        let control = &self.frame().control;
        control
            .iter()
            .enumerate()
            .rev()
            .find_map(|(depth, control)| match control {
                Control::Breakable(breakable) if is_meant(breakable) => Some((depth, breakable)),
                Control::Breakable(_) | Control::Finally(_) => None,
            })
    }

    fn no_such_target(&mut self, word: &str, label: Option<&str>, span: Span) {
        let message = match label {
            Some(label) => format!("there is no loop with the label `{label}` around this `{word}`"),
            None => format!("`{word}` is only allowed inside a loop"),
        };
        let near = label.and_then(|label| {
            let control = &self.frame().control;
            let known = control.iter().flat_map(|control| match control {
                Control::Breakable(breakable) => breakable.labels.as_slice(),
                Control::Finally(_) => &[],
            });
            suggest::nearest(label, known.map(String::as_str)).map(str::to_owned)
        });
        let help = near.map(|near| format!("did you mean `{near}`?"));
        self.error("jump-target", span, message, help);
    }

    /// A statement with its labels; a loop takes them over.
    pub(super) fn labeled(&mut self, statement: &'a LabeledStatement<'a>) {
        let mut labels = Vec::new();
        let mut statement = statement;
        let body = loop {
            let name = statement.label.name.as_str();
            let is_known = labels.iter().any(|known| known == name) || self.is_label(name);
            if is_known {
                let message = format!("the label `{name}` is there already around this statement");
                let help = Some("give one of the two another name".to_owned());
                self.error("early-error", statement.label.span, message, help);
            }
            labels.push(name.to_owned());
            match &statement.body {
                Statement::LabeledStatement(inner) => statement = inner,
                body => break body,
            }
        };
        match body {
            Statement::ForStatement(it) => self.for_loop(it, labels),
            Statement::ForOfStatement(it) => self.for_of(it, labels),
            Statement::ForInStatement(it) => self.for_in(it, labels),
            Statement::WhileStatement(it) => self.while_loop(it, labels),
            Statement::DoWhileStatement(it) => self.do_while_loop(it, labels),
            _ => {
                if let Statement::FunctionDeclaration(function) = body {
                    let message = "a function declaration cannot have a label";
                    self.error("early-error", function.span, message, None);
                }
                let break_label = self.new_label();
                self.push_breakable(Breakable {
                    labels,
                    break_label: Some(break_label),
                    continue_label: None,
                    takes_plain_break: false,
                });
                self.statement(body);
                self.frame().control.pop();
                self.place_label(break_label);
            }
        }
    }

    fn is_label(&mut self, name: &str) -> bool {
        self.frame().control.iter().any(|control| match control {
            Control::Breakable(breakable) => breakable.labels.iter().any(|known| known == name),
            Control::Finally(_) => false,
        })
    }

    fn push_breakable(&mut self, breakable: Breakable) {
        self.frame().control.push(Control::Breakable(breakable));
    }

    /// A loop over an iterator: `break` goes to `label`.
    pub(super) fn open_break(&mut self, labels: Vec<String>, label: Label) {
        self.push_breakable(Breakable {
            labels,
            break_label: Some(label),
            continue_label: None,
            takes_plain_break: true,
        });
    }

    pub(super) fn close_break(&mut self) {
        self.frame().control.pop();
    }

    /// The body of a loop over an iterator: `continue` goes to `label`.
    pub(super) fn body_with_continue(&mut self, body: &'a Statement<'a>, labels: Vec<String>, label: Label) {
        self.push_breakable(Breakable {
            labels,
            break_label: None,
            continue_label: Some(label),
            takes_plain_break: false,
        });
        self.statement(body);
        self.frame().control.pop();
    }

    fn loop_body(&mut self, body: &'a Statement<'a>, labels: Vec<String>, break_label: Label, continue_label: Label) {
        self.push_breakable(Breakable {
            labels,
            break_label: Some(break_label),
            continue_label: Some(continue_label),
            takes_plain_break: true,
        });
        self.statement(body);
        self.frame().control.pop();
    }

    pub(super) fn while_loop(&mut self, it: &'a WhileStatement<'a>, labels: Vec<String>) {
        let test = self.new_label();
        let end = self.new_label();
        self.place_label(test);
        self.mark_statement();
        self.jump_unless(&it.test, end);
        self.loop_body(&it.body, labels, end, test);
        self.jump(test, last_of(it.span));
        self.place_label(end);
    }

    pub(super) fn do_while_loop(&mut self, it: &'a DoWhileStatement<'a>, labels: Vec<String>) {
        let start = self.new_label();
        let test = self.new_label();
        let end = self.new_label();
        self.place_label(start);
        self.loop_body(&it.body, labels, end, test);
        self.place_label(test);
        self.mark_statement();
        let mark = self.mark();
        let condition = self.operand(&it.test, it.test.span().end);
        self.jump_if_true(condition, start, it.test.span());
        self.release(mark);
        self.place_label(end);
    }

    /// The variables of a `for (let ...)` are copied from turn to turn (ECMA-262 section 14.7.4.4), which matters only
    /// if a closure holds on to them.
    pub(super) fn for_loop(&mut self, it: &'a ForStatement<'a>, labels: Vec<String>) {
        let open = self.enter_scope(self.resolution.scope(&it.scope_id), it.span);
        match &it.init {
            Some(ForStatementInit::VariableDeclaration(declaration)) => {
                self.mark_statement();
                self.variable_declaration(declaration);
            }
            Some(init) => {
                self.mark_statement();
                if let Some(expression) = init.as_expression() {
                    self.effect(expression);
                }
            }
            None => {}
        }
        let test = self.new_label();
        let update = self.new_label();
        let end = self.new_label();
        // A closure that the head made keeps the variables that the head saw.
        self.copy_cells(&it.scope_id, it.span);
        self.place_label(test);
        if let Some(condition) = &it.test {
            self.mark_statement();
            self.jump_unless(condition, end);
        }
        self.loop_body(&it.body, labels, end, update);
        self.place_label(update);
        self.copy_cells(&it.scope_id, it.span);
        if let Some(update) = &it.update {
            self.effect(update);
        }
        self.jump(test, last_of(it.span));
        self.place_label(end);
        self.leave_scope(open);
    }

    fn copy_cells(&mut self, scope: &std::cell::Cell<Option<oxc_syntax::scope::ScopeId>>, span: Span) {
        let variables: &[VariableId] = match self.resolution.scope(scope) {
            Some(scope) => &self.resolution.scopes[scope].variables,
            None => &[],
        };
        for &variable in variables {
            let is_constant = self.resolution.variable(variable).is_never_assigned();
            if let Some(Place::Cell(cell)) = self.places[variable.0].filter(|_| !is_constant) {
                self.emit(
                    Op::CopyCell {
                        dest: cell,
                        source: cell,
                    },
                    Span::new(span.start, span.start),
                );
            }
        }
    }

    pub(super) fn switch(&mut self, it: &'a SwitchStatement<'a>) {
        self.mark_statement();
        let mark = self.mark();
        let value = self.temporary();
        self.expression_into(&it.discriminant, value);
        let open = self.enter_scope(self.resolution.scope(&it.scope_id), it.span);
        for case in &it.cases {
            self.hoist_functions(&case.consequent);
        }
        let end = self.new_label();
        let mut default = end;
        let mut bodies = Vec::new();
        for case in &it.cases {
            let body = self.new_label();
            bodies.push(body);
            match &case.test {
                Some(test) => self.case_test(test, value, body),
                None => default = body,
            }
        }
        self.jump(default, it.span);
        self.open_break(Vec::new(), end);
        for (case, body) in it.cases.iter().zip(bodies) {
            self.place_label(body);
            self.statements(&case.consequent);
        }
        self.frame().control.pop();
        self.place_label(end);
        self.leave_scope(open);
        self.release(mark);
    }

    fn case_test(&mut self, test: &'a Expression<'a>, left: Reg, body: Label) {
        let mark = self.mark();
        let right = self.operand(test, test.span().end);
        let dest = self.temporary();
        let op = Op::Binary {
            operator: BinaryOp::StrictEqual,
            dest,
            left,
            right,
        };
        self.emit(op, test.span());
        self.jump_if_true(dest, body, test.span());
        self.release(mark);
    }
}

/// The closing brace of a construct.
pub(super) fn last_of(span: Span) -> Span {
    Span::new(span.end.saturating_sub(1).max(span.start), span.end)
}
