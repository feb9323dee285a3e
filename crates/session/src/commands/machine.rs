//! Commands that set the machine: model, size of a step, who picks.

use world::{Granularity, Model};

use crate::commands::{Group, List};
use crate::{Action, PolicyKind, ViewModel};

const IS_SO: &str = "It is so already.";

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let machine = view.machine;
    for word in Model::WORDS {
        let Ok(model) = word.parse::<Model>() else { continue };
        list.add(
            Group::Machine,
            format!("model-{word}"),
            format!("Model: {word}"),
            Action::SetModel(model),
        )
        .when(model != machine.model, IS_SO);
    }
    for word in Granularity::WORDS {
        let Ok(granularity) = word.parse::<Granularity>() else {
            continue;
        };
        let id = format!("granularity-{word}");
        list.add(
            Group::Machine,
            id,
            format!("Step: {word}"),
            Action::SetGranularity(granularity),
        )
        .when(machine.has_granularity, "Only threads have steps of different sizes.")
        .when(granularity != machine.granularity, IS_SO);
    }
    for policy in PolicyKind::ALL {
        let (id, title) = (format!("policy-{}", policy.word()), format!("Next: {}", policy.title()));
        list.add(Group::Machine, id, title, Action::SetPolicy(policy))
            .when(policy != machine.policy, IS_SO);
    }
    let next = Action::SetSeed(machine.seed.wrapping_add(1));
    list.add(Group::Machine, "next-seed", "Next seed", next)
        .when(machine.has_seed, "Nothing is drawn from a seed here.");
}
