//! Commands that set the machine: model, size of a step, who picks.

use world::{Granularity, Model};

use crate::commands::{Group, List};
use crate::texts::commands as texts;
use crate::texts::fill;
use crate::{Action, PolicyKind, ViewModel};

const IS_SO: &str = texts::IT_IS_SO_ALREADY;

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let machine = view.machine;
    for word in Model::WORDS {
        let Ok(model) = word.parse::<Model>() else { continue };
        list.add(
            Group::Machine,
            format!("model-{word}"),
            fill(texts::MODEL, &[&word]),
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
            fill(texts::STEP, &[&word]),
            Action::SetGranularity(granularity),
        )
        .when(machine.has_granularity, texts::ONLY_THREADS_HAVE_STEPS_OF_DIFFERENT)
        .when(granularity != machine.granularity, IS_SO);
    }
    for policy in PolicyKind::ALL {
        let (id, title) = (
            format!("policy-{}", policy.word()),
            fill(texts::NEXT, &[&policy.title()]),
        );
        list.add(Group::Machine, id, title, Action::SetPolicy(policy))
            .when(policy != machine.policy, IS_SO);
    }
    let next = Action::SetSeed(machine.seed.wrapping_add(1));
    list.add(Group::Machine, "next-seed", texts::NEXT_SEED, next)
        .when(machine.has_seed, texts::NOTHING_IS_DRAWN_FROM_A_SEED);
}
