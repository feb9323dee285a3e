//! The words of the field, each in a sentence or two. Owns the list; what is said of a finding is the checker's, and how
//! things are taught is the lessons'.

/// A word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Entry {
    pub(crate) word: &'static str,
    pub(crate) meaning: &'static str,
    /// Lessons about it, by slug; the first that the course has is linked.
    pub(crate) lessons: &'static [&'static str],
    /// Words that go with it.
    pub(crate) related: &'static [&'static str],
}

const fn entry(
    word: &'static str,
    meaning: &'static str,
    lessons: &'static [&'static str],
    related: &'static [&'static str],
) -> Entry {
    Entry {
        word,
        meaning,
        lessons,
        related,
    }
}

const RACE: &[&str] = &["fix-the-race"];
const BOUND: &[&str] = &["bounded-worker-pool"];

/// In the order of the alphabet.
const ENTRIES: [Entry; 35] = [
    entry(
        "always",
        "A condition that has to hold in every state. It fails as soon as there is one state in which it is false.",
        &[],
        &["eventually", "sometimes", "assertion"],
    ),
    entry(
        "assertion",
        "A condition that has to hold where the program says so: `assert(condition)` ends the run if it does not.",
        RACE,
        &["always"],
    ),
    entry(
        "barging",
        "A newcomer takes a permit that was given back before those who wait in line get it. Quicker on the whole, and unfair.",
        &[],
        &["hand-off", "wait queue"],
    ),
    entry(
        "blocked",
        "A task that waits for another: for a lock, a permit, a value, or its end. It cannot run until somebody wakes it.",
        &[],
        &["runnable", "sleeping", "deadlock"],
    ),
    entry(
        "bounded",
        "Not everything was looked at: a limit ended the check before every order was tried. What was not looked at may still go wrong.",
        &[],
        &["holds"],
    ),
    entry(
        "breach",
        "Two tasks at the same `critical` section at once, where only one may be.",
        &[],
        &["race"],
    ),
    entry(
        "choice",
        "One decision of the scheduler: who takes the next step, or whether time passes. A run is nothing but its choices.",
        RACE,
        &["schedule", "step"],
    ),
    entry(
        "counterexample",
        "A run that shows that a property fails. Here it is always one of the shortest, and you can replay it.",
        &[],
        &["schedule", "holds"],
    ),
    entry(
        "deadlock",
        "Tasks wait for each other in a circle, or for something that nobody will ever do: nothing can happen any more, and not all have finished.",
        &[],
        &["blocked", "stuck", "livelock"],
    ),
    entry(
        "eventually",
        "A condition that has to become true at some time in every complete run.",
        &[],
        &["always", "sometimes"],
    ),
    entry(
        "exception",
        "An error that nobody caught, or a promise that was rejected and that nobody handled. It ends the run.",
        &[],
        &["assertion"],
    ),
    entry(
        "fair",
        "No task that could go on is passed over for ever. The check looks for livelock and starvation among fair runs only: an unfair scheduler can starve anybody.",
        &[],
        &["starvation", "livelock"],
    ),
    entry(
        "final-output",
        "What the program has printed at its end is not what it has to be.",
        &[],
        &["interleaving"],
    ),
    entry(
        "hand-off",
        "What is given back goes straight to the first who waits for it; a newcomer cannot take it away.",
        &[],
        &["barging", "wait queue"],
    ),
    entry(
        "holds",
        "Every order of steps ends well. The check has looked at every state that the program can reach, so this is a proof and no sample.",
        RACE,
        &["bounded", "interleaving"],
    ),
    entry(
        "interleaving",
        "One of the orders in which the steps of several tasks can follow each other. Few tasks have very many.",
        RACE,
        &["schedule", "step"],
    ),
    entry(
        "lane",
        "The row of a task in the picture. What it did lies on it from left to right.",
        &[],
        &["task"],
    ),
    entry(
        "leak",
        "Every task has finished, and somebody still holds a lock, a connection or a permit: the next who needs it would wait for ever.",
        BOUND,
        &["over-release", "permit"],
    ),
    entry(
        "livelock",
        "Tasks go on and on without getting anywhere: they keep reacting to each other, and none makes progress.",
        &[],
        &["deadlock", "starvation", "fair"],
    ),
    entry(
        "lost-update",
        "A task reads a value, computes a new one from it, and writes that over what another task has written in between. The other's write is lost.",
        RACE,
        &["race", "mutex"],
    ),
    entry(
        "mutex",
        "A lock that one task can hold at a time. Who comes while it is held waits in line.",
        RACE,
        &["semaphore", "deadlock"],
    ),
    entry(
        "over-release",
        "Something is given back that was not held: a lock of somebody else's, or one permit too many.",
        &[],
        &["leak", "permit"],
    ),
    entry(
        "permit",
        "The right to be one of the few. A semaphore has a number of them; a task takes one, or waits until one is given back.",
        BOUND,
        &["semaphore"],
    ),
    entry(
        "preemption",
        "A task is interrupted although it could go on, and another one runs.",
        RACE,
        &["choice", "interleaving"],
    ),
    entry(
        "race",
        "Two tasks use the same variable, at least one of them writes it, and nothing orders the two: either can be first, and it makes a difference.",
        RACE,
        &["lost-update", "mutex"],
    ),
    entry(
        "runnable",
        "A task that can take a step and waits only for its turn.",
        &[],
        &["blocked", "task"],
    ),
    entry(
        "schedule",
        "A list of choices. The same program with the same schedule does the same, whenever and wherever it runs.",
        RACE,
        &["choice", "counterexample"],
    ),
    entry(
        "semaphore",
        "A number of permits with a line of those who wait for one: it bounds how many do something at once.",
        BOUND,
        &["permit", "mutex"],
    ),
    entry(
        "sleeping",
        "A task that waits for the clock. Time is virtual, and passes only when nobody can run.",
        &[],
        &["blocked"],
    ),
    entry(
        "sometimes",
        "A condition that has to be true in at least one state that the program can reach.",
        &[],
        &["always", "eventually"],
    ),
    entry(
        "starvation",
        "One task waits for ever although others get what it waits for again and again.",
        &[],
        &["fair", "livelock"],
    ),
    entry(
        "step",
        "What a task does in one turn, without anybody coming in between. How much that is depends on the model.",
        RACE,
        &["choice", "interleaving"],
    ),
    entry(
        "stuck",
        "From here on nothing ever lets this task run again, although others still can, and nothing ends the run.",
        &[],
        &["deadlock", "starvation"],
    ),
    entry(
        "task",
        "Something that goes on beside others: the main line, what `spawn` starts, an async call that nobody awaits at once.",
        BOUND,
        &["lane", "runnable"],
    ),
    entry(
        "wait queue",
        "The line of those who wait for an object. Who is served first is the object's rule: mostly who came first.",
        BOUND,
        &["hand-off", "barging"],
    ),
];

/// The entry of a word and those that go with it; all of them if the word is empty, none if there is no such word.
pub(crate) fn about(word: &str) -> Vec<&'static Entry> {
    if word.is_empty() {
        return ENTRIES.iter().collect();
    }
    let Some(found) = find(word) else { return Vec::new() };
    let related = found.related.iter().filter_map(|word| find(word));
    std::iter::once(found).chain(related).collect()
}

/// Whether a word is explained.
pub(crate) fn has(word: &str) -> bool {
    find(word).is_some()
}

fn find(word: &str) -> Option<&'static Entry> {
    let word = word.to_lowercase();
    ENTRIES.iter().find(|entry| entry.word == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_lead_to_words() {
        assert!(ENTRIES.windows(2).all(|pair| pair[0].word < pair[1].word));
        for entry in &ENTRIES {
            assert!(
                entry.related.iter().all(|word| has(word) && *word != entry.word),
                "{entry:?}"
            );
            assert!(entry.meaning.ends_with('.'), "{entry:?}");
        }
    }

    #[test]
    fn every_verdict_is_explained() {
        for verdict in checker::Verdict::FINDINGS {
            assert!(has(&verdict.to_string()), "{verdict}");
        }
        assert!(has("holds") && has("bounded"));
    }
}
