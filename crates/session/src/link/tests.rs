//! Links there and back, damaged links, links that are meant to hurt.

use proptest::option;
use proptest::prelude::*;
use world::{Choice, IoId, IoOrder, TaskId};

use super::*;

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        6 => (0..20_u32).prop_map(|task| Choice::Run(TaskId(task))),
        1 => Just(Choice::Advance),
        1 => (0..9_u32).prop_map(Choice::Pick),
        1 => (0..9_u32).prop_map(|io| Choice::Complete(IoId(io))),
    ]
}

fn schedule() -> impl Strategy<Value = Schedule> {
    let machine = (
        prop::sample::select(vec![Model::EventLoop, Model::Tasks, Model::Threads]),
        prop::sample::select(vec![Granularity::Statement, Granularity::Access]),
        prop::sample::select(vec![TimeMode::Exact, TimeMode::Any]),
        prop::sample::select(vec![IoOrder::Timed, IoOrder::Open]),
        option::of(1..9_u32),
        any::<u64>(),
    );
    (machine, prop::collection::vec(choice(), 0..60)).prop_map(|(machine, choices)| {
        let (model, granularity, time, io, cores, seed) = machine;
        Schedule {
            model,
            granularity,
            time,
            io,
            cores,
            seed,
            choices,
        }
    })
}

fn link() -> impl Strategy<Value = Link> {
    let machine = (
        option::of(prop::sample::select(vec![
            Model::EventLoop,
            Model::Tasks,
            Model::Threads,
        ])),
        option::of(prop::sample::select(vec![Granularity::Statement, Granularity::Access])),
        option::of(prop::sample::select(vec![TimeMode::Exact, TimeMode::Any])),
        option::of(1..99_u32),
        option::of(any::<u64>()),
        option::of(prop::sample::select(PolicyKind::ALL.to_vec())),
    );
    let run = (
        prop::collection::vec((any::<String>(), any::<String>()), 0..3),
        option::of(schedule()),
        option::of(any::<u32>()),
    );
    (any::<String>(), option::of(any::<String>()), machine, run).prop_map(|(source, lesson, machine, run)| {
        let (model, granularity, time, cores, seed, policy) = machine;
        let (set, schedule, cursor) = run;
        Link {
            source,
            lesson,
            model,
            granularity,
            time,
            cores,
            seed,
            policy,
            set,
            schedule,
            cursor,
        }
    })
}

/// A link of this version around any bytes.
fn around(bytes: &[u8]) -> String {
    format!("#{VERSION}{}", base64url::encode(&compress_to_vec_zlib(bytes, 9)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(link in link()) {
        let fragment = link.to_fragment().expect("short enough");
        let read = Link::read(&fragment).expect("a link").expect("a sound one");
        prop_assert_eq!(read, ReadLink { link, complaints: Vec::new() });
    }

    #[test]
    fn nothing_that_stands_in_an_address_hurts(text in any::<String>(), letters in "[A-Za-z0-9_-]{0,200}") {
        for fragment in [text.clone(), format!("#{text}"), format!("#v1.{text}"), format!("#v1.{letters}")] {
            let _ = Link::read(&fragment);
        }
    }

    #[test]
    fn no_json_hurts(text in r#"\{"source":("[a-z]{0,9}"|7|null)(,"(model|cores|seed|set|cursor|schedule|policy)":("[a-z0-9:= ]{0,12}"|-?[0-9]{1,22}|\[\]|\{\}|true)){0,5}\}"#) {
        let _ = Link::read(&around(text.as_bytes()));
    }

    #[test]
    fn a_link_that_was_cut_or_changed_is_noticed(link in link(), at in any::<prop::sample::Index>(), is_cut in any::<bool>()) {
        let fragment = link.to_fragment().expect("short enough");
        let at = 4 + at.index(fragment.len() - 4);
        let damaged = if is_cut {
            fragment[..at].to_owned()
        } else {
            let other = if &fragment[at..=at] == "A" { "B" } else { "A" };
            format!("{}{other}{}", &fragment[..at], &fragment[at + 1..])
        };
        match Link::read(&damaged).expect("it still says that it is a link") {
            // The last letter may have bits to spare, which mean nothing.
            Ok(read) if read.complaints.is_empty() => prop_assert_eq!(read.link, link),
            Ok(read) => prop_assert_eq!(read.complaints.len(), 1),
            Err(error) => prop_assert_eq!(error, LinkError::Damaged),
        }
    }
}

#[test]
fn a_link_that_was_cut_late_still_has_its_program() {
    let mut link = Link {
        source: "console.log('here');\n".to_owned(),
        schedule: Some(Schedule::default()),
        ..Link::default()
    };
    let schedule = link.schedule.as_mut().expect("one");
    schedule.choices = (0..4_000)
        .map(|step| Choice::Run(TaskId(step * step % 7_919)))
        .collect();
    let fragment = link.to_fragment().expect("short enough");
    let read = Link::read(&fragment[..fragment.len() / 2])
        .expect("a link")
        .expect("most of one");
    assert_eq!(read.link.source, link.source);
    assert_eq!((read.link.schedule, read.complaints.len()), (None, 1));
}

#[test]
fn other_fragments_are_none_of_ours() {
    for text in [
        "",
        "#",
        "#debrief",
        "#v",
        "#v1",
        "#x1.abc",
        "#v.abc",
        "#v1a.abc",
        "#v99999.abc",
    ] {
        assert_eq!(Link::read(text), None, "{text}");
    }
    assert_eq!(Link::read("#v2.abc"), Some(Err(LinkError::Newer)));
    assert_eq!(Link::read("#v1."), Some(Err(LinkError::Damaged)));
    for json in ["", "7", "{}", "{\"source\":7}", "{\"source\":\"x\"", "[\"source\"]"] {
        assert_eq!(
            Link::read(&around(json.as_bytes())),
            Some(Err(LinkError::Damaged)),
            "{json}"
        );
    }
}

#[test]
fn fields_that_make_no_sense_are_left_out_and_said() {
    let json = r#"{"source":"x","model":"fibers","cores":0,"seed":"-1","policy":7,"set":"N","schedule":"v1 no",
        "cursor":-3,"time":"any","unknown":1,"lesson":null}"#;
    let read = Link::read(&around(json.as_bytes()))
        .expect("a link")
        .expect("a program");
    assert_eq!(read.link.time, Some(TimeMode::Any));
    assert_eq!(
        Link {
            time: None,
            ..read.link
        },
        Link {
            source: "x".to_owned(),
            ..Link::default()
        }
    );
    assert_eq!(read.complaints.len(), 7, "{:?}", read.complaints);
    assert!(read.complaints.contains(&"its model cannot be read".to_owned()));
}

#[test]
fn a_link_that_inflates_without_end_is_refused() {
    let bomb = around(&vec![b' '; 64 << 20]);
    assert!(bomb.len() > LINK_CHARS_MAX);
    assert_eq!(Link::read(&bomb), Some(Err(LinkError::TooLarge)));
    let small = around(&vec![b' '; LINK_BYTES_MAX + 1]);
    assert!(small.len() < LINK_CHARS_MAX);
    assert_eq!(Link::read(&small), Some(Err(LinkError::TooLarge)));
}

#[test]
fn what_is_too_long_to_be_opened_is_not_made() {
    // Digits of a sequence that no compressor knows.
    let mut state = 1_u64;
    let source: String = (0..40_000)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            char::from(b'!' + (state >> 33) as u8 % 90)
        })
        .collect();
    let link = Link {
        source,
        ..Link::default()
    };
    let refused = link.to_fragment().expect_err("too long");
    assert!(refused.chars > LINK_CHARS_MAX, "{refused}");
    let repeated = Link {
        source: " ".repeat(LINK_BYTES_MAX),
        ..Link::default()
    };
    assert!(repeated.to_fragment().is_err(), "nobody could open it");
}

/// The form is a contract: a link that was made once opens for ever.
#[test]
fn an_old_link_still_opens() {
    let made = "#v1.eNotjMEKAjEMRH8l5KQiYr0sVPonXkoadhe6DSStrIj_bivehjdv5o0mTYnRI0kxyXzJMh_c8f4oeMZNEufe1UU5JuvEmFMH04i0cGp5bJ8Ofmr4izBrLC1HXesrRCI2g7puHHiPVGGchAk8XE-3fkRNTRS9-3wBYAcvdw";
    let read = Link::read(made).expect("a link").expect("a sound one");
    assert_eq!(read.link.source, "console.log(1);\n");
    assert_eq!(read.link.model, Some(Model::Threads));
    assert_eq!((read.link.seed, read.link.cursor), (Some(7), Some(1)));
    assert_eq!(read.link.schedule.map(|schedule| schedule.choices.len()), Some(2));
}
