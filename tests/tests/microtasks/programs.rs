//! Small random programs in which the order of microtasks shows: async functions, reactions, thenables, combinators,
//! async generators and timers, each step of which prints. Owns how they are made from a seed and what they share;
//! running and comparing them is the test's.

use std::fmt::Write as _;

/// What every program begins with. `print` is the host's; it says how many turns of a chain of awaits there were, so that
/// a microtask too many or too few shows wherever it is.
pub(crate) const PRELUDE: &str = r#"let tick = 0;
const clock = async () => { for (let i = 0; i < 40; i++) { await null; tick++; } };
const show = (v) => v instanceof Error ? `${v.name}: ${v.message}` : typeof v === "object" ? JSON.stringify(v) : String(v);
const say = (tag, ...values) => print(`${tag}@${tick} ${values.map(show).join(" ")}`);
const keep = (p) => { if (p instanceof Promise) Promise.prototype.then.call(p, undefined, () => {}); return p; };
const wait = (f) => setTimeout(() => { clock(); f(); }, 1);
class Sub extends Promise {}
class Loud extends Promise { then(a, b) { say("then"); return super.then(a, b); } }
const own = (p, name, descriptor) => Object.defineProperty(p, name, descriptor);
clock();
"#;

/// A program of the generator.
pub(crate) fn program(seed: u64) -> String {
    let mut maker = Maker {
        state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d,
        fuel: 0,
        tags: 0,
        indent: 0,
    };
    maker.fuel = 10 + maker.below(20) as i32;
    let mut text = String::new();
    let scope = Scope {
        is_async: maker.below(2) == 0,
        ..Scope::default()
    };
    let count = 2 + maker.below(3);
    let (head, tail) = if scope.is_async {
        ("keep((async () => {\n", "})().catch((e) => say(\"end\", e)));\n")
    } else {
        ("try {\n", "} catch (e) { say(\"end\", e); }\n")
    };
    let body = maker.statements(&scope, count);
    let _ = write!(text, "{head}{body}{tail}");
    text
}

/// What may stand where something is made.
#[derive(Clone, Default)]
struct Scope {
    is_async: bool,
    is_generator: bool,
    is_function: bool,
    in_loop: bool,
    promises: Vec<String>,
    generators: Vec<String>,
}

struct Maker {
    state: u64,
    /// How many more things may be made.
    fuel: i32,
    tags: u32,
    indent: usize,
}

impl Maker {
    fn below(&mut self, bound: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    fn tag(&mut self) -> u32 {
        self.tags += 1;
        self.tags
    }

    fn pick(&mut self, from: &[String]) -> Option<String> {
        let index = self.below(from.len().max(1) as u64) as usize;
        from.get(index).cloned()
    }

    fn statements(&mut self, scope: &Scope, count: u64) -> String {
        self.indent += 1;
        let mut scope = scope.clone();
        let mut text = String::new();
        for _ in 0..count {
            let statement = self.statement(&mut scope);
            for line in statement.lines() {
                let _ = writeln!(text, "  {line}");
            }
        }
        self.indent -= 1;
        text
    }

    fn block(&mut self, scope: &Scope) -> String {
        let count = 1 + self.below(3);
        self.statements(scope, count)
    }

    fn statement(&mut self, scope: &mut Scope) -> String {
        self.fuel -= 1;
        let tag = self.tag();
        if self.fuel < 0 || self.indent > 7 {
            return format!("say({tag});");
        }
        match self.below(24) {
            16 if scope.in_loop => format!(
                "if (say({tag}) === undefined) {};",
                ["break", "continue"][self.below(2) as usize]
            ),
            17 if scope.is_async => {
                let (first, second) = (self.value(scope), self.value(scope));
                format!("{{ const [a, b = await {second}] = [await {first}]; say({tag}, a, b); }}")
            }
            18 => {
                let callback = self.function(scope, "");
                format!("process.nextTick({callback});")
            }
            19 => self.class(scope, tag),
            20 => self.by_hand(scope, tag),
            0..=2 if scope.is_async => {
                let value = self.value(scope);
                format!("say({tag}, await {value});")
            }
            3 if scope.is_generator => {
                let value = self.value(scope);
                format!("say({tag}, yield {value});")
            }
            4 if scope.is_generator => {
                let source = self.iterable(scope);
                format!("say({tag}, yield* {source});")
            }
            5 | 6 => {
                let promise = self.promise(scope);
                scope.promises.push(format!("p{tag}"));
                format!("const p{tag} = keep({promise});")
            }
            7 | 8 => {
                let generator = self.generator(scope);
                scope.generators.push(format!("g{tag}"));
                format!("const g{tag} = {generator};")
            }
            9 => {
                let callback = self.function(scope, "");
                format!("queueMicrotask({callback});")
            }
            10 => {
                let callback = self.function(scope, "");
                format!("wait({callback});")
            }
            11 | 12 => self.attempt(scope, tag),
            13 if scope.is_async => self.loop_over(scope, tag),
            14 if scope.is_function && self.below(2) == 0 => {
                let value = self.value(scope);
                let wait = if scope.is_async && self.below(3) == 0 {
                    "await "
                } else {
                    ""
                };
                format!("if (say({tag}) === undefined) return {wait}{value};")
            }
            15 if self.below(2) == 0 => format!("if (say({tag}) === undefined) throw {tag};"),
            _ => {
                let promise = self.promise(scope);
                format!("keep({promise});")
            }
        }
    }

    fn attempt(&mut self, scope: &Scope, tag: u32) -> String {
        let body = self.block(scope);
        let mut text = format!("try {{\n{body}}}");
        let has_finally = self.below(2) == 0;
        if !has_finally || self.below(2) == 0 {
            let handler = self.block(scope);
            let _ = write!(text, " catch (e) {{\n  say({tag}, e);\n{handler}}}");
        }
        if has_finally {
            let handler = self.block(scope);
            let _ = write!(text, " finally {{\n{handler}}}");
        }
        text
    }

    fn loop_over(&mut self, scope: &Scope, tag: u32) -> String {
        let source = self.iterable(scope);
        let inner = Scope {
            in_loop: true,
            ..scope.clone()
        };
        let body = self.block(&inner);
        format!("for await (const x of {source}) {{\n  say({tag}, x);\n{body}}}")
    }

    /// A class with an async method and an async generator, both called through a derived one.
    fn class(&mut self, scope: &Scope, tag: u32) -> String {
        let inner = Scope {
            is_async: true,
            is_generator: false,
            is_function: true,
            in_loop: false,
            ..scope.clone()
        };
        let (method, default) = (self.block(&inner), self.value(scope));
        let generator = self.block(&Scope {
            is_generator: true,
            ..inner
        });
        let value = self.value(scope);
        let class = format!(
            "class A {{\n  async m(x = {default}) {{\n{method}return x;\n}}\n  async *g() {{\n{generator}}}\n}}\n\
             class B extends A {{\n  async m() {{ return super.m(); }}\n  async *g() {{ yield* super.g(); }}\n}}\n"
        );
        format!(
            "{{\n{class}keep(new B().m()).then((x) => say({tag}, x), () => {{}});\n\
             keep(new B().g().next({value})).then((x) => say({tag}, x), () => {{}});\n}}"
        )
    }

    /// Requests to an iterator, one upon the other.
    fn by_hand(&mut self, scope: &Scope, tag: u32) -> String {
        let source = self.iterable(scope);
        let mut text =
            format!("{{\nconst all = async function* (it) {{ return yield* it; }}; const it = all({source});\n");
        for _ in 0..2 + self.below(3) {
            let request = match self.below(5) {
                0 => format!("throw({tag})"),
                1 => format!("return({})", self.value(scope)),
                _ => format!("next({})", self.value(scope)),
            };
            let _ = writeln!(
                text,
                "keep(it.{request}).then((r) => say({tag}, r), (e) => say(\"e{tag}\", e));"
            );
        }
        text + "}"
    }

    /// Something to iterate over, asynchronously.
    fn iterable(&mut self, scope: &Scope) -> String {
        let tag = self.tag();
        match self.below(7) {
            0 => {
                let (first, second) = (self.value(scope), self.value(scope));
                format!("[keep({first}), keep({second})]")
            }
            1 => {
                let (first, second) = (self.value(scope), self.value(scope));
                format!("(function* () {{ try {{ yield {first}; yield {second}; }} finally {{ say({tag}); }} }})()")
            }
            2 => {
                let value = self.value(scope);
                format!(
                    "{{ [Symbol.asyncIterator]() {{ let n = 0; return {{ next: () => (say({tag}), {{ done: n++ > 1, value: {value} }}), \
                     async return() {{ say(\"r{tag}\"); return {{}}; }} }}; }} }}"
                )
            }
            3 => {
                let value = self.value(scope);
                format!(
                    "{{ [Symbol.asyncIterator]() {{ let n = 0; return {{ async next() {{ return say({tag}), {{ done: n++ > 1, value: {value} }}; }}, \
                     return: () => (say(\"r{tag}\"), keep({value})) }}; }} }}"
                )
            }
            4 => {
                let value = self.value(scope);
                format!(
                    "{{ [Symbol.iterator]() {{ let n = 0; return {{ next: () => (say({tag}), {{ done: n++ > 1, value: {value} }}), \
                     return: () => (say(\"r{tag}\"), {{ value: 1 }}) }}; }} }}"
                )
            }
            _ => match self.pick(&scope.generators) {
                Some(generator) => generator,
                None => self.generator(scope),
            },
        }
    }

    fn generator(&mut self, scope: &Scope) -> String {
        let inner = Scope {
            is_async: true,
            is_generator: true,
            is_function: true,
            in_loop: false,
            ..scope.clone()
        };
        let body = self.block(&inner);
        let value = self.value(scope);
        format!("(async function* () {{\n{body}  yield {value};\n}})()")
    }

    /// A function, async or not, that takes a parameter or none.
    fn function(&mut self, scope: &Scope, parameter: &str) -> String {
        let is_async = self.below(3) == 0;
        let inner = Scope {
            is_async,
            is_generator: false,
            is_function: true,
            in_loop: false,
            ..scope.clone()
        };
        let tag = self.tag();
        let body = self.block(&inner);
        let value = match self.below(4) {
            0 => format!("return {};\n", self.value(scope)),
            _ => String::new(),
        };
        let awaits = if is_async { "async " } else { "" };
        format!("{awaits}({parameter}) => {{\n  say({tag}, {parameter});\n{body}  {value}}}")
    }

    /// Any value: a promise, something like one, or none.
    fn value(&mut self, scope: &Scope) -> String {
        match self.below(4) {
            0 => self.tag().to_string(),
            _ => self.promise(scope),
        }
    }

    /// A promise, or something like one.
    fn promise(&mut self, scope: &Scope) -> String {
        self.fuel -= 1;
        let tag = self.tag();
        if self.fuel < 0 || self.indent > 7 {
            return format!("Promise.resolve({tag})");
        }
        match self.below(25) {
            22 => {
                let value = self.value(scope);
                format!(
                    "(() => {{ let resolve; const promise = new Promise((f) => {{ resolve = f; }}); queueMicrotask(() => resolve({value})); return promise; }})()"
                )
            }
            23 => {
                let callback = self.function(scope, "x");
                format!("Promise.all([1, 2].map({callback})).catch((e) => say({tag}, e))")
            }
            24 => {
                let value = self.value(scope);
                format!("(async (x = {value}) => {{ say({tag}); return x; }})()")
            }
            0 => format!("keep(Promise.reject({tag}))"),
            1 | 2 => {
                let value = self.value(scope);
                format!("Promise.resolve({value})")
            }
            3 => {
                let value = self.value(scope);
                format!("new Promise((resolve) => {{ say({tag}); resolve({value}); }})")
            }
            4 => {
                let value = self.value(scope);
                format!("new Promise((resolve) => queueMicrotask(() => {{ say({tag}); resolve({value}); }}))")
            }
            5 => {
                let value = self.value(scope);
                format!("new Promise((resolve, reject) => wait(() => {{ say({tag}); reject({value}); }}))")
            }
            6..=10 => self.reaction(scope),
            11 | 12 => self.call(scope),
            13 => self.combined(scope),
            14 => self.thenable(scope, tag),
            15 => self.unusual(scope, tag),
            _ => match (self.pick(&scope.promises), self.pick(&scope.generators)) {
                (Some(promise), None) => promise,
                (Some(promise), Some(_)) if self.below(2) == 0 => promise,
                (_, Some(generator)) => self.request(scope, &generator),
                (None, None) => self.call(scope),
            },
        }
    }

    fn request(&mut self, scope: &Scope, generator: &str) -> String {
        let tag = self.tag();
        let value = self.value(scope);
        let request = match self.below(5) {
            0 => format!("keep({generator}.throw({tag}))"),
            1 => format!("keep({generator}.return({value}))"),
            _ => format!("keep({generator}.next({value}))"),
        };
        match self.below(3) {
            0 => request,
            _ => format!("{request}.then((r) => say({tag}, r), (e) => say(\"e{tag}\", e))"),
        }
    }

    fn reaction(&mut self, scope: &Scope) -> String {
        let promise = self.promise(scope);
        let promise = format!("Promise.resolve({promise})");
        match self.below(5) {
            0 | 1 => {
                let callback = self.function(scope, "x");
                format!("{promise}.then({callback})")
            }
            2 => {
                let callback = self.function(scope, "x");
                let other = self.function(scope, "y");
                format!("{promise}.then({callback}, {other})")
            }
            3 => {
                let callback = self.function(scope, "x");
                format!("{promise}.catch({callback})")
            }
            _ => {
                let callback = self.function(scope, "");
                format!("{promise}.finally({callback})")
            }
        }
    }

    fn call(&mut self, scope: &Scope) -> String {
        let inner = Scope {
            is_async: true,
            is_generator: false,
            is_function: true,
            in_loop: false,
            ..scope.clone()
        };
        let body = self.block(&inner);
        format!("(async () => {{\n{body}}})()")
    }

    fn combined(&mut self, scope: &Scope) -> String {
        let tag = self.tag();
        let (first, second) = (self.value(scope), self.value(scope));
        let method = match self.below(4) {
            0 => "all",
            1 => "allSettled",
            2 => "race",
            _ => "any",
        };
        let class = match self.below(6) {
            0 => "Sub",
            1 => "Loud",
            _ => "Promise",
        };
        let promise = format!("{class}.{method}([keep({first}), keep({second})])");
        format!("{promise}.then((x) => say({tag}, x))")
    }

    fn thenable(&mut self, scope: &Scope, tag: u32) -> String {
        let value = self.value(scope);
        match self.below(5) {
            0 => format!("{{ then(resolve) {{ say({tag}); resolve({value}); }} }}"),
            1 => format!("{{ then(resolve, reject) {{ say({tag}); reject({tag}); }} }}"),
            2 => format!("{{ async then(resolve) {{ say({tag}); await null; resolve({value}); }} }}"),
            3 => format!("{{ get then() {{ say({tag}); return (resolve) => resolve({value}); }} }}"),
            _ => format!(
                "{{ then(resolve) {{ queueMicrotask(() => {{ say({tag}); resolve({value}); }}); throw {tag}; }} }}"
            ),
        }
    }

    /// Promises of other classes, or with properties of their own.
    fn unusual(&mut self, scope: &Scope, tag: u32) -> String {
        let value = self.value(scope);
        let promise = format!("Promise.resolve({tag})");
        match self.below(8) {
            0 => format!("Sub.resolve({value})"),
            1 => format!("Loud.resolve({value})"),
            2 => format!("Loud.reject({tag})"),
            3 => format!("new Loud((resolve) => resolve({value}))"),
            4 => format!("own({promise}, \"constructor\", {{ get() {{ say({tag}); return Promise; }} }})"),
            5 => format!("own({promise}, \"constructor\", {{ value: Sub }})"),
            6 => format!(
                "own({promise}, \"then\", {{ value(f, r) {{ say({tag}); return Promise.prototype.then.call(this, f, r); }} }})"
            ),
            _ => format!("own({promise}, \"then\", {{ get() {{ say({tag}); return Promise.prototype.then; }} }})"),
        }
    }
}
