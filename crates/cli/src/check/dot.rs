//! The states of a small program as a picture for Graphviz. Owns the picture; the graph is the checker's, the words are
//! `narrate`'s.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use bytecode::Program;
use checker::{Finding, StateEnd, StateGraph, StateNode, StateStep};
use world::Setup;

use crate::narrate::{Step, Teller};

/// More states than this make no picture that anybody can read.
pub(super) const STATES_MAX: u64 = 500;

/// How much of a step's words fits beside an arrow.
const WORDS_MAX: usize = 48;

/// Writes the graph, with the way of the finding in bold.
pub(super) fn write(
    graph: &StateGraph,
    finding: Option<&Finding>,
    program: &Arc<Program>,
    setup: Setup,
    out: &mut dyn Write,
) -> io::Result<()> {
    let way = finding.map(|finding| way_of(graph, finding)).unwrap_or_default();
    writeln!(out, "digraph states {{")?;
    writeln!(out, "  node [shape=circle fontname=\"sans-serif\" fontsize=10]")?;
    writeln!(out, "  edge [fontname=\"sans-serif\" fontsize=9]")?;
    for (number, node) in graph.states.iter().enumerate() {
        writeln!(out, "  {number} [{}]", look_of(number, *node))?;
    }
    let told = tell(graph, program, setup);
    for (index, (step, told)) in graph.steps.iter().zip(&told).enumerate() {
        let bold = if way.contains(&index) {
            " penwidth=3 color=firebrick"
        } else {
            ""
        };
        let StateStep { source, target, .. } = step;
        writeln!(out, "  {source} -> {target} [label=\"{}\"{bold}]", label_of(told))?;
    }
    writeln!(out, "}}")
}

/// The steps of the graph that the finding's run takes.
fn way_of(graph: &StateGraph, finding: &Finding) -> BTreeSet<usize> {
    let mut way = BTreeSet::new();
    let mut state = 0;
    for &choice in &finding.schedule.choices {
        let from = graph.steps.partition_point(|step| step.source < state);
        let found = graph.steps[from..]
            .iter()
            .take_while(|step| step.source == state)
            .position(|step| step.choice == choice);
        let Some(offset) = found else { break };
        way.insert(from + offset);
        state = graph.steps[from + offset].target;
    }
    way
}

fn look_of(number: usize, node: StateNode) -> String {
    match node.end {
        None if number == 0 => "label=\"start\"".to_owned(),
        None => format!("label=\"{number}\""),
        Some(StateEnd::Good) => format!("label=\"{number}\" shape=doublecircle color=forestgreen"),
        Some(StateEnd::Bad(verdict)) => format!("label=\"{verdict}\" shape=octagon color=firebrick penwidth=2"),
        Some(StateEnd::Limit) => "label=\"limit\" shape=octagon style=dashed".to_owned(),
    }
}

/// What every step of the graph does, by taking it. A state is made by the step that found it, which stands before all
/// steps that leave it.
fn tell(graph: &StateGraph, program: &Arc<Program>, setup: Setup) -> Vec<Step> {
    let mut tellers: Vec<Option<Teller>> = graph.states.iter().map(|_| None).collect();
    if let Some(first) = tellers.first_mut() {
        *first = Some(Teller::new(program, setup));
    }
    let mut told = Vec::with_capacity(graph.steps.len());
    for step in &graph.steps {
        let mut teller = tellers[step.source as usize]
            .clone()
            .expect("a state is found before it is left");
        let words = teller
            .step(step.choice)
            .expect("the graph has only steps that can be taken");
        told.push(words);
        tellers[step.target as usize].get_or_insert(teller);
    }
    told
}

fn label_of(step: &Step) -> String {
    let place = if step.line == 0 {
        String::new()
    } else {
        format!(" L{}", step.line)
    };
    let mut words: String = step.words.chars().take(WORDS_MAX).collect();
    if words.len() < step.words.len() {
        words.push('\u{2026}');
    }
    let label = format!("{}{place}\n{words}", step.lane);
    label.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
