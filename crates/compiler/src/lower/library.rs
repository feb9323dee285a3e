//! The text of the library: classes whose members are built-ins, and functions that these use.
//!
//! Owns the walk over its top level. Nothing there is captured: functions of the library refer to each other by
//! number.

use super::Lowerer;
use super::frame::Frame;
use super::function::FunctionParts;
use crate::pause::Pause;
use crate::resolve::FunctionIndex;
use bytecode::{FunctionId, FunctionKind, LibraryMember, MemberKey, MemberRole};
use oxc_ast::ast::*;
use oxc_span::Span;

/// The library's functions by what they are reached by.
#[derive(Default)]
pub(crate) struct LibraryFunctions<'a> {
    pub(crate) members: Vec<LibraryMember>,
    /// Those that are no property of anything.
    pub(crate) hidden: Vec<(&'a str, FunctionId)>,
}

impl<'a> Lowerer<'a, '_> {
    pub(super) async fn library(mut self, program: &'a Program<'a>, pause: Pause<'_>) -> LibraryFunctions<'a> {
        let head = self.head(FunctionIndex(0), String::new(), FunctionKind::Main, Span::new(0, 0));
        self.frames.push(Frame::new(head));
        let mut functions = LibraryFunctions::default();
        let mut pending: Vec<(FunctionId, FunctionParts<'a>)> = Vec::new();
        for statement in &program.body {
            match statement {
                Statement::FunctionDeclaration(function) => {
                    let id = self.builder.reserve_function();
                    let declared = function.id.as_ref().and_then(|name| self.resolution.declared(name));
                    if let Some(variable) = declared {
                        self.library_functions.insert(variable, id);
                    }
                    let name = function.id.as_ref().map_or("", |name| name.name.as_str());
                    if let Some(parts) = self.function_parts(function, name, FunctionKind::Method) {
                        functions.hidden.push((name, id));
                        pending.push((id, parts));
                    }
                }
                Statement::ClassDeclaration(class) => self.library_class(class, &mut functions, &mut pending),
                _ => {}
            }
        }
        for (id, parts) in pending {
            self.define_function(id, parts);
            pause().await;
        }
        functions
    }

    fn library_class(
        &mut self,
        class: &'a Class<'a>,
        functions: &mut LibraryFunctions<'a>,
        pending: &mut Vec<(FunctionId, FunctionParts<'a>)>,
    ) {
        let name = class.id.as_ref().map_or("", |name| name.name.as_str());
        let owner = name.trim_start_matches('$');
        for element in &class.body.body {
            let ClassElement::MethodDefinition(method) = element else {
                continue;
            };
            let role = match method.kind {
                MethodDefinitionKind::Constructor => MemberRole::Constructor,
                MethodDefinitionKind::Method => MemberRole::Method,
                MethodDefinitionKind::Get => MemberRole::Getter,
                MethodDefinitionKind::Set => MemberRole::Setter,
            };
            let Some((key, text)) = self.member_key(&method.key) else {
                continue;
            };
            let name = match role {
                MemberRole::Constructor => owner.to_owned(),
                MemberRole::Method => text,
                MemberRole::Getter => format!("get {text}"),
                MemberRole::Setter => format!("set {text}"),
            };
            let id = self.builder.reserve_function();
            if let Some(parts) = self.function_parts(&method.value, &name, FunctionKind::Method) {
                pending.push((id, parts));
            }
            functions.members.push(LibraryMember {
                owner: owner.into(),
                is_static: method.r#static,
                key,
                role,
                function: id,
            });
        }
    }

    /// The key of a member and what functions of that name are called.
    fn member_key(&mut self, key: &'a PropertyKey<'a>) -> Option<(MemberKey, String)> {
        match key {
            PropertyKey::StaticIdentifier(name) => {
                let name = name.name.as_str();
                Some((MemberKey::Name(self.builder.atom(name)), name.to_owned()))
            }
            PropertyKey::StaticMemberExpression(member) => {
                let symbol = member.property.name.as_str();
                Some((MemberKey::Symbol(symbol.into()), format!("[Symbol.{symbol}]")))
            }
            _ => None,
        }
    }
}
