//! A host for one fiber: answers calls with `undefined`, counts visible operations, decides nothing.

use vm::{Access, Context, Fiber, Halt, Heap, HeapLimits, Host, Switch, Value, run};

/// Everything in it is handed to a task by its last line, so that it is shared from there on. Constants are never
/// visible themselves: what is counted is what the code after it does to what they refer to.
pub(crate) const PRELUDE: &str = "\
let x = 0; const o = { a: 1, inner: { b: 1 } }; const arr = [3, 1, 2]; const map = new Map([['k', 1]]);
const set = new Set([1]); const err = new Error('e'); const iterator = arr.values(); const mutex = new Mutex();
const frozen = Object.freeze({ a: 1, inner: { b: 1 } }); const frozenMap = Object.freeze(new Map());
function F() {} F.prototype.greet = 1; const list = [arr]; const keys = { a: 1, b: 2 };
function read(value) { return value; } function Plain() {} const promise = (async () => 1)();
spawn(() => [x, o, arr, map, set, err, iterator, mutex, frozen, frozenMap, F, promise]);
";

pub(crate) struct Run {
    pub(crate) program: bytecode::Program,
    pub(crate) heap: Heap,
    pub(crate) fiber: Fiber,
    pub(crate) accesses: Vec<Access>,
    /// Whether state is shared yet.
    pub(crate) is_shared: bool,
}

impl Run {
    pub(crate) fn new(source: &str) -> Run {
        Run::with_limits(source, HeapLimits::default())
    }

    pub(crate) fn with_limits(source: &str, limits: HeapLimits) -> Run {
        let compilation = compiler::compile(source, &compiler::Options::default());
        assert!(!compilation.has_errors(), "{source}: {:?}", compilation.diagnostics);
        let program = compilation.program;
        let heap = Heap::new(&program, limits);
        let fiber = Fiber::main(&program);
        Run {
            program,
            heap,
            fiber,
            accesses: Vec::new(),
            is_shared: false,
        }
    }

    /// Runs to the next halt; returns it and how much of the budget is left.
    pub(crate) fn step(&mut self, switch: Switch, budget: u32, fuel: &mut u64) -> (Halt, u32) {
        let mut context = Context {
            program: &self.program,
            heap: &mut self.heap,
            fuel,
            switch,
            budget,
            inline_awaited: true,
            record: true,
            may_join: false,
            has_acted: false,
            accesses: &mut self.accesses,
            touch: vm::Touch::Nothing,
            callers: &(),
        };
        let halt = run(&mut self.fiber, &mut context);
        (halt, context.budget)
    }

    /// Answers whatever the program asks of its host; `false` at the end of the program.
    pub(crate) fn answer(&mut self, halt: Halt) -> bool {
        match halt {
            Halt::HostCall(call) => {
                if call.native == Host::Spawn {
                    call.args.iter().for_each(|&argument| self.heap.share(argument));
                    self.is_shared = true;
                }
                let answer = match call.native {
                    Host::Mutex if call.is_new => Value::Object(self.heap.alloc_host(vm::HostClass::Mutex, 0)),
                    _ => Value::Undefined,
                };
                self.fiber.resume(answer);
            }
            Halt::AsyncCall(_) => {
                let promise = self.heap.alloc_promise(vm::Promise::pending());
                self.fiber.resume(Value::Object(promise));
            }
            Halt::Await(value) => self.fiber.resume(value),
            Halt::Collect => {
                let fiber = &self.fiber;
                self.heap.collect(|tracer| tracer.fiber(fiber));
            }
            Halt::Fuel | Halt::Visible => {}
            Halt::Returned(_) => return false,
            Halt::Threw(_) | Halt::Limit(_) => panic!("{halt:?}"),
        }
        true
    }

    /// Runs until the state is shared.
    pub(crate) fn share(&mut self) {
        while !self.is_shared {
            let (halt, _) = self.step(Switch::Never, 0, &mut 1_000_000);
            assert!(self.answer(halt), "nothing was shared");
        }
    }

    /// Runs to the end and returns how many visible operations there were.
    pub(crate) fn count(&mut self, switch: Switch) -> u32 {
        let mut count = 0;
        loop {
            let (halt, left) = self.step(switch, 1000, &mut 1_000_000);
            count += 1000 - left;
            if !self.answer(halt) {
                return count;
            }
        }
    }
}
