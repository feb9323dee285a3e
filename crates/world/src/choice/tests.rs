//! Schedules print, parse and round-trip; what is no schedule is refused with the word at fault.

use proptest::prelude::*;

use super::*;

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec(
        prop_oneof![
            (0..5u32).prop_map(|n| Choice::Run(TaskId(n))),
            Just(Choice::Advance),
            (0..64u32).prop_map(Choice::Pick),
            (0..5u32).prop_map(|n| Choice::Complete(IoId(n))),
        ],
        0..60,
    )
}

proptest! {
    #[test]
    fn what_is_printed_parses_to_the_same(
        model in prop_oneof![Just(Model::EventLoop), Just(Model::Tasks), Just(Model::Threads)],
        granularity in prop_oneof![Just(Granularity::Statement), Just(Granularity::Access)],
        time in prop_oneof![Just(TimeMode::Exact), Just(TimeMode::Any)],
        io in prop_oneof![Just(IoOrder::Timed), Just(IoOrder::Open)],
        cores in proptest::option::of(1..9u32),
        seed: u64,
        choices in choices(),
    ) {
        let schedule = Schedule { model, granularity, time, io, cores, seed, choices };
        let text = schedule.to_string();
        prop_assert_eq!(text.parse::<Schedule>(), Ok(schedule));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = text.parse::<Schedule>();
    }
}

#[test]
fn runs_of_the_same_choice_are_counted() {
    let schedule = Schedule {
        choices: vec![
            Choice::Run(TaskId(0)),
            Choice::Run(TaskId(0)),
            Choice::Advance,
            Choice::Run(TaskId(12)),
        ],
        ..Schedule::default()
    };
    assert_eq!(
        schedule.to_string(),
        "v1 model=event-loop granularity=access time=exact seed=0 : 0*2 t 12"
    );
}

#[test]
fn a_bad_word_is_named() {
    for (text, word) in [
        ("", ""),
        ("v2 :", "v2"),
        ("v1 model=java :", "model=java"),
        ("v1 :", ""),
        ("v1 seed=1 : x", "x"),
        ("v1 seed=1 : 3*", "3*"),
        ("v1 seed=1 : 0*99999999", "0*99999999"),
    ] {
        match text.parse::<Schedule>() {
            Ok(schedule) => assert_eq!((text, schedule.choices.len()), ("v1 :", 0)),
            Err(error) => assert_eq!(error.word, word, "{text}"),
        }
    }
}
