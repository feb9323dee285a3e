//! The programs as real threads, for the checkers that run code: loom and shuttle. One text for both, since their
//! types have the names of the standard library's.

use std::time::Duration;

use crate::explored::{begin, count_execution, tell};

macro_rules! programs {
    ($tool:ident) => {
        use std::sync::Arc;

        use $tool::sync::atomic::{AtomicIsize, AtomicUsize, Ordering::SeqCst};
        use $tool::sync::{Condvar, Mutex};
        use $tool::thread::{self, JoinHandle};

        /// The program of that name.
        pub(super) fn named(name: &str) -> Option<fn()> {
            Some(match name {
                "counter-3x2" => || counter(false),
                "counter-3x2-bug" => || counter(true),
                "philosophers-2-bug" => || philosophers(2, false),
                "philosophers-3-bug" => || philosophers(3, false),
                "philosophers-4-bug" => || philosophers(4, false),
                "philosophers-2" => || philosophers(2, true),
                "philosophers-3" => || philosophers(3, true),
                "philosophers-4" => || philosophers(4, true),
                "buffer-1-bug" => || buffer(1, false),
                "buffer-2-bug" => || buffer(2, false),
                "buffer-1" => || buffer(1, true),
                "buffer-2" => || buffer(2, true),
                "independent-4x2" => independent,
                "safestack-3x2-bug" => safe_stack,
                _ => return None,
            })
        }

        fn join(threads: Vec<JoinHandle<()>>) {
            for thread in threads {
                thread.join().expect("a thread of the program panicked");
            }
        }

        fn counter(is_asserted: bool) {
            let counter = Arc::new(AtomicUsize::new(0));
            let threads = (0..3)
                .map(|_| {
                    let counter = Arc::clone(&counter);
                    thread::spawn(move || {
                        for _ in 0..2 {
                            let seen = counter.load(SeqCst);
                            counter.store(seen + 1, SeqCst);
                        }
                    })
                })
                .collect();
            join(threads);
            let counted = counter.load(SeqCst);
            assert!(!is_asserted || counted == 6);
        }

        fn philosophers(seats: usize, is_ordered: bool) {
            let forks: Arc<Vec<Mutex<()>>> = Arc::new((0..seats).map(|_| Mutex::new(())).collect());
            let threads = (0..seats)
                .map(|seat| {
                    let forks = Arc::clone(&forks);
                    thread::spawn(move || {
                        let (left, right) = (seat, (seat + 1) % seats);
                        let (first, second) = match is_ordered && right < left {
                            true => (right, left),
                            false => (left, right),
                        };
                        let _first = forks[first].lock().unwrap();
                        let _second = forks[second].lock().unwrap();
                    })
                })
                .collect();
            join(threads);
        }

        struct Buffer {
            full: Mutex<bool>,
            filled: Condvar,
            emptied: Condvar,
        }

        /// One place, two producers, two consumers. The wrong one has one condition for both and wakes one of either.
        fn buffer(items: usize, is_fixed: bool) {
            let buffer = Arc::new(Buffer {
                full: Mutex::new(false),
                filled: Condvar::new(),
                emptied: Condvar::new(),
            });
            let threads = (0..4)
                .map(|number| {
                    let buffer = Arc::clone(&buffer);
                    let is_producer = number < 2;
                    thread::spawn(move || {
                        let emptied = if is_fixed { &buffer.emptied } else { &buffer.filled };
                        let (awaited, told) = match is_producer {
                            true => (emptied, &buffer.filled),
                            false => (&buffer.filled, emptied),
                        };
                        for _ in 0..items {
                            let mut full = buffer.full.lock().unwrap();
                            while *full == is_producer {
                                full = awaited.wait(full).unwrap();
                            }
                            *full = is_producer;
                            told.notify_one();
                        }
                    })
                })
                .collect();
            join(threads);
        }

        /// Each thread writes a variable of its own twice and adds to a shared one.
        fn independent() {
            let shared = Arc::new(AtomicUsize::new(0));
            let threads = (0..4)
                .map(|_| {
                    let (shared, own) = (Arc::clone(&shared), AtomicUsize::new(0));
                    thread::spawn(move || {
                        own.store(1, SeqCst);
                        own.store(2, SeqCst);
                        shared.fetch_add(1, SeqCst);
                    })
                })
                .collect();
            join(threads);
        }

        struct SafeStack {
            head: AtomicIsize,
            count: AtomicIsize,
            next: [AtomicIsize; 3],
            owner: [AtomicIsize; 3],
        }

        impl SafeStack {
            fn pop(&self) -> Option<isize> {
                while self.count.load(SeqCst) > 1 {
                    let head = self.head.load(SeqCst);
                    let next = self.next[head as usize].swap(-1, SeqCst);
                    if next >= 0 {
                        if self.head.compare_exchange(head, next, SeqCst, SeqCst).is_ok() {
                            self.count.fetch_sub(1, SeqCst);
                            return Some(head);
                        }
                        self.next[head as usize].swap(next, SeqCst);
                    }
                }
                None
            }

            fn push(&self, item: isize) {
                let mut head = self.head.load(SeqCst);
                loop {
                    self.next[item as usize].store(head, SeqCst);
                    match self.head.compare_exchange(head, item, SeqCst, SeqCst) {
                        Ok(_) => break,
                        Err(now) => head = now,
                    }
                }
                self.count.fetch_add(1, SeqCst);
            }
        }

        /// Dmitry Vyukov's lock-free stack with a fault that needs many switches to show.
        fn safe_stack() {
            let numbers = |values: [isize; 3]| values.map(AtomicIsize::new);
            let stack = Arc::new(SafeStack {
                head: AtomicIsize::new(0),
                count: AtomicIsize::new(3),
                next: numbers([1, 2, -1]),
                owner: numbers([-1, -1, -1]),
            });
            let threads = (0..3)
                .map(|number| {
                    let stack = Arc::clone(&stack);
                    thread::spawn(move || {
                        for _ in 0..2 {
                            let Some(item) = stack.pop() else { continue };
                            stack.owner[item as usize].store(number, SeqCst);
                            assert_eq!(stack.owner[item as usize].load(SeqCst), number);
                            stack.push(item);
                        }
                    })
                })
                .collect();
            join(threads);
        }
    };
}

mod on_loom {
    programs!(loom);
}

mod on_shuttle {
    programs!(shuttle);
}

/// All executions that loom can tell apart. Says no if there is no such program.
pub(crate) fn with_loom(name: &str, limit: Duration) -> bool {
    let Some(program) = on_loom::named(name) else {
        return false;
    };
    begin();
    let mut builder = loom::model::Builder::new();
    builder.max_duration = Some(limit);
    builder.checkpoint_interval = 1;
    let started = std::time::Instant::now();
    builder.check(move || {
        count_execution();
        program();
    });
    tell(if started.elapsed() < limit { "holds" } else { "not done" });
    true
}

/// All executions, depth first, as shuttle walks them. Says no if there is no such program.
pub(crate) fn with_shuttle(name: &str, limit: Duration) -> bool {
    let Some(program) = on_shuttle::named(name) else {
        return false;
    };
    begin();
    let mut config = shuttle::Config::new();
    config.max_time = Some(limit);
    config.failure_persistence = shuttle::FailurePersistence::None;
    let scheduler = shuttle::scheduler::DfsScheduler::new(None, false);
    let started = std::time::Instant::now();
    shuttle::Runner::new(scheduler, config).run(move || {
        count_execution();
        program();
    });
    tell(if started.elapsed() < limit { "holds" } else { "not done" });
    true
}
