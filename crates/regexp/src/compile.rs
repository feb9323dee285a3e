//! From a parsed pattern to instructions.
//!
//! Owns how each node is matched; what instructions do is the matcher's.

use crate::Flags;
use crate::char_set::{CharSet, is_line_terminator};
use crate::fold;
use crate::node::{Groups, Node, Times};
use crate::parse::{SyntaxError, parse};
use crate::program::{Class, Inst, Label, Program};

struct Compiler {
    flags: Flags,
    insts: Vec<Inst>,
    classes: Vec<CharSet>,
    registers: u32,
    /// Inside of a lookbehind everything is matched from its end.
    is_backward: bool,
}

impl Program {
    /// Compiles a pattern, given as UTF-16.
    pub fn compile(pattern: &[u16], flags: Flags) -> Result<Program, SyntaxError> {
        let parsed = parse(pattern, flags)?;
        let group_count = parsed.group_count + 1;
        let mut compiler = Compiler {
            flags,
            insts: Vec::new(),
            classes: Vec::new(),
            registers: group_count * 2,
            is_backward: false,
        };
        compiler.node(&parsed.node);
        compiler.insts.push(Inst::Accept);
        let first = first_characters(&parsed.node, &compiler).filter(|set| set.ranges().len() < 200);
        Ok(Program {
            flags,
            insts: compiler.insts,
            classes: compiler.classes.into_iter().map(Class::new).collect(),
            register_count: compiler.registers,
            group_count,
            names: parsed.names,
            first: first.map(Class::new),
            word: Class::new(fold::word_characters(flags)),
        })
    }
}

impl Compiler {
    fn here(&self) -> Label {
        self.insts.len() as Label
    }

    /// Appends an instruction whose label is filled in later.
    fn hole(&mut self, inst: Inst) -> usize {
        self.insts.push(inst);
        self.insts.len() - 1
    }

    /// Lets the instruction at `hole` lead here.
    fn fill(&mut self, hole: usize) {
        let here = self.here();
        match &mut self.insts[hole] {
            Inst::Jump(label)
            | Inst::Fork { other: label, .. }
            | Inst::Count { exit: label, .. }
            | Inst::Look { exit: label, .. } => *label = here,
            other => debug_assert!(false, "{other:?} has no label"),
        }
    }

    fn register(&mut self) -> u32 {
        self.registers += 1;
        self.registers - 1
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Empty => {}
            Node::Char(_) | Node::Any | Node::Class { .. } => self.character(node),
            Node::Start if self.flags.multiline => self.insts.push(Inst::LineStart),
            Node::Start => self.insts.push(Inst::InputStart),
            Node::End if self.flags.multiline => self.insts.push(Inst::LineEnd),
            Node::End => self.insts.push(Inst::InputEnd),
            Node::WordBoundary { is_negated } => {
                let is_negated = *is_negated;
                self.insts.push(Inst::WordBoundary { is_negated });
            }
            Node::Capture { index, body } => {
                let (first, second) = if self.is_backward {
                    (index * 2 + 1, index * 2)
                } else {
                    (index * 2, index * 2 + 1)
                };
                self.insts.push(Inst::Save(first));
                self.node(body);
                self.insts.push(Inst::Save(second));
            }
            Node::Sequence(parts) if self.is_backward => parts.iter().rev().for_each(|part| self.node(part)),
            Node::Sequence(parts) => parts.iter().for_each(|part| self.node(part)),
            Node::Alternatives(parts) => self.alternatives(parts),
            Node::Repeat { times, body, groups } => self.repeat(*times, body, *groups),
            Node::BackReference(group) => self.insts.push(Inst::BackReference {
                group: *group,
                is_backward: self.is_backward,
            }),
            // All of them were resolved by the parser.
            Node::NamedReference(_) => self.insts.push(Inst::Fail),
            Node::Look {
                is_behind,
                is_negated,
                body,
            } => self.look(*is_behind, *is_negated, body),
        }
    }

    /// The set of what a node for one character matches.
    fn set_of(&self, node: &Node) -> Option<CharSet> {
        let (set, is_negated) = match node {
            Node::Char(point) => (CharSet::single(*point), false),
            Node::Class { set, is_negated } => (set.clone(), *is_negated),
            Node::Any
            | Node::Empty
            | Node::Start
            | Node::End
            | Node::WordBoundary { .. }
            | Node::Capture { .. }
            | Node::Sequence(_)
            | Node::Alternatives(_)
            | Node::Repeat { .. }
            | Node::BackReference(_)
            | Node::NamedReference(_)
            | Node::Look { .. } => return None,
        };
        let set = if self.flags.ignore_case {
            fold::closure(&set, self.flags)
        } else {
            set
        };
        Some(if is_negated { set.complement() } else { set })
    }

    fn single_inst(&mut self, node: &Node) -> Inst {
        let Some(set) = self.set_of(node) else {
            return if self.flags.dot_all { Inst::All } else { Inst::Any };
        };
        if set.is_empty() {
            return Inst::Fail;
        }
        if let Some(point) = set.only() {
            return Inst::Char(point);
        }
        let known = self.classes.iter().position(|known| *known == set);
        let index = known.unwrap_or_else(|| {
            self.classes.push(set);
            self.classes.len() - 1
        });
        Inst::Class(index as u32)
    }

    fn character(&mut self, node: &Node) {
        let inst = self.single_inst(node);
        if self.is_backward {
            self.insts.extend([Inst::Back, inst, Inst::Back]);
        } else {
            self.insts.push(inst);
        }
    }

    fn alternatives(&mut self, parts: &[Node]) {
        let mut ends = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            if index + 1 == parts.len() {
                self.node(part);
                break;
            }
            let fork = self.hole(Inst::Fork {
                other: 0,
                is_lazy: false,
            });
            self.node(part);
            ends.push(self.hole(Inst::Jump(0)));
            self.fill(fork);
        }
        ends.into_iter().for_each(|end| self.fill(end));
    }

    fn repeat(&mut self, times: Times, body: &Node, groups: Groups) {
        let Times { min, max, is_greedy } = times;
        if max == 0 {
            return;
        }
        if body.is_single() && !self.is_backward {
            let is_lazy = !is_greedy;
            self.insts.push(Inst::RepeatOne { min, max, is_lazy });
            return self.character(body);
        }
        match (min, max) {
            (1, 1) => self.node(body),
            (0, 1) => {
                let fork = self.fork(is_greedy);
                let progress = self.begin_turn(body, groups);
                self.node(body);
                self.end_turn(progress, None);
                self.fill(fork);
            }
            (0, u32::MAX) => {
                let begin = self.here();
                let fork = self.fork(is_greedy);
                let progress = self.begin_turn(body, groups);
                self.node(body);
                self.end_turn(progress, None);
                self.insts.push(Inst::Jump(begin));
                self.fill(fork);
            }
            (min, max) => self.counted(min, max, is_greedy, body, groups),
        }
    }

    fn fork(&mut self, is_greedy: bool) -> usize {
        self.hole(Inst::Fork {
            other: 0,
            is_lazy: !is_greedy,
        })
    }

    fn counted(&mut self, min: u32, max: u32, is_greedy: bool, body: &Node, groups: Groups) {
        let register = self.register();
        self.insts.push(Inst::Set { register, value: 0 });
        let begin = self.here();
        let count = self.hole(Inst::Count {
            register,
            min,
            max,
            is_lazy: !is_greedy,
            exit: 0,
        });
        let progress = self.begin_turn(body, groups);
        self.node(body);
        self.end_turn(progress, Some((register, min)));
        self.insts.push(Inst::Again { register, begin });
        self.fill(count);
    }

    /// Begins a turn of a loop; gives the register of the position where it began if a turn may take nothing.
    fn begin_turn(&mut self, body: &Node, groups: Groups) -> Option<u32> {
        let progress = body.can_be_empty().then(|| self.register());
        if let Some(register) = progress {
            self.insts.push(Inst::Save(register));
        }
        if groups.from < groups.to {
            self.insts.push(Inst::Clear {
                from: groups.from * 2,
                to: groups.to * 2,
            });
        }
        progress
    }

    fn end_turn(&mut self, progress: Option<u32>, counter: Option<(u32, u32)>) {
        if let Some(register) = progress {
            self.insts.push(Inst::Progress { register, counter });
        }
    }

    fn look(&mut self, is_behind: bool, is_negated: bool, body: &Node) {
        let look = self.hole(Inst::Look { is_negated, exit: 0 });
        let outer = std::mem::replace(&mut self.is_backward, is_behind);
        self.node(body);
        self.is_backward = outer;
        self.insts.push(Inst::Accept);
        self.fill(look);
    }
}

/// What every match begins with; `None` if that is not known or a match may be empty.
fn first_characters(node: &Node, compiler: &Compiler) -> Option<CharSet> {
    match node {
        Node::Char(_) | Node::Class { .. } => compiler.set_of(node),
        Node::Any if compiler.flags.dot_all => None,
        Node::Any => {
            let terminators = [0x0a, 0x0d, 0x2028, 0x2029].map(|point| (point, point));
            debug_assert!(terminators.iter().all(|&(point, _)| is_line_terminator(point)));
            Some(CharSet::of(&terminators).complement())
        }
        Node::Capture { body, .. } => first_characters(body, compiler),
        Node::Sequence(parts) => first_of_sequence(parts, compiler),
        Node::Alternatives(parts) => {
            let mut all = CharSet::new();
            for part in parts {
                all.union(&first_characters(part, compiler)?);
            }
            Some(all)
        }
        Node::Repeat { times, body, .. } if times.min > 0 => first_characters(body, compiler),
        Node::Repeat { .. }
        | Node::Empty
        | Node::Start
        | Node::End
        | Node::WordBoundary { .. }
        | Node::BackReference(_)
        | Node::NamedReference(_)
        | Node::Look { .. } => None,
    }
}

fn first_of_sequence(parts: &[Node], compiler: &Compiler) -> Option<CharSet> {
    let mut all = CharSet::new();
    for part in parts {
        match part {
            // These take nothing, so what follows them is first.
            Node::WordBoundary { .. } | Node::Look { .. } | Node::Start | Node::End | Node::Empty => {}
            Node::Repeat { times, body, .. } if times.min == 0 && times.max > 0 && !body.can_be_empty() => {
                all.union(&first_characters(body, compiler)?);
            }
            part => {
                all.union(&first_characters(part, compiler)?);
                return Some(all);
            }
        }
    }
    None
}
