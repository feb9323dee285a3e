//! One program for two machines. Natively: `lanes-core CALL ARGUMENT..` prints the answer of that call, without a line
//! break of its own; an argument that is `@PATH` stands for that file's text. In wasm: each call is an export.
//! `core.test.mjs` beside this file compares the two byte for byte, `bench.mjs` times them.

#[cfg(target_family = "wasm")]
#[allow(
    unreachable_pub,
    reason = "wasm-bindgen exports public functions only, wherever they are"
)]
mod exports {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// See [`lanes_tests::entry::fingerprint`].
    #[wasm_bindgen]
    pub fn fingerprint(text: &str) -> String {
        lanes_tests::entry::fingerprint(text)
    }

    /// See [`lanes_tests::entry::trace`].
    #[wasm_bindgen]
    pub fn trace(source: &str, policy: &str) -> String {
        lanes_tests::entry::trace(source, policy)
    }

    /// See [`lanes_tests::entry::check`].
    #[wasm_bindgen]
    pub fn check(source: &str, states_max: &str) -> String {
        lanes_tests::entry::check(source, states_max)
    }

    /// See [`lanes_tests::entry::script`].
    #[wasm_bindgen]
    pub fn script(source: &str, pace: &str) -> String {
        lanes_tests::entry::script(source, pace)
    }

    /// See [`lanes_tests::entry::explore`].
    #[wasm_bindgen]
    pub fn explore(source: &str, extent: &str) -> String {
        lanes_tests::entry::explore(source, extent)
    }

    /// See [`lanes_tests::rates::round`].
    #[wasm_bindgen]
    pub fn round(name: &str) -> f64 {
        lanes_tests::rates::round(name) as f64
    }

    /// See [`lanes_tests::stage::Stage`].
    #[wasm_bindgen]
    pub struct Stage(lanes_tests::stage::Stage);

    #[wasm_bindgen]
    impl Stage {
        /// The program of that name, run to its end, at its middle.
        pub fn open(name: &str) -> Option<Stage> {
            lanes_tests::stage::Case::named(name).map(|case| Stage(lanes_tests::stage::Stage::open(case)))
        }

        /// See [`lanes_tests::stage::Stage::prepare`].
        pub fn prepare(&mut self, deed: &str) {
            self.0.prepare(deed);
        }

        /// See [`lanes_tests::stage::Stage::act`].
        pub fn act(&mut self, deed: &str) -> u32 {
            self.0.act(deed)
        }
    }

    /// How many bytes of memory the wasm instance has; it never gives any back.
    #[wasm_bindgen]
    pub fn memory_bytes() -> f64 {
        core::arch::wasm32::memory_size(0) as f64 * 65_536.0
    }
}

#[cfg(target_family = "wasm")]
fn main() {}

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    match native::call() {
        Ok(answer) => {
            print!("{answer}");
            std::process::ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("lanes-core: {message}");
            std::process::ExitCode::from(2)
        }
    }
}

#[cfg(not(target_family = "wasm"))]
mod native {
    use std::fmt::Write as _;

    use lanes_tests::{entry, rates, stage};

    pub(crate) fn call() -> Result<String, String> {
        let arguments = std::env::args()
            .skip(1)
            .map(text_of)
            .collect::<Result<Vec<String>, String>>()?;
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match arguments.as_slice() {
            ["fingerprint", text] => Ok(entry::fingerprint(text)),
            ["trace", source, policy] => Ok(entry::trace(source, policy)),
            ["check", source, states_max] => Ok(entry::check(source, states_max)),
            ["script", source, pace] => timed_script(source, pace),
            ["explore", source, extent] => Ok(timed_explore(source, extent)),
            ["memory"] => Ok(memory_names()),
            ["weigh", name] => weigh(name),
            ["stage", name, turns] => stage(name, turns),
            ["stages"] => Ok(stages()),
            ["names"] => Ok(names()),
            ["round", name] => Ok(round(name)),
            other => Err(format!("no such call: {other:?}")),
        }
    }

    fn text_of(argument: String) -> Result<String, String> {
        match argument.strip_prefix('@') {
            Some(path) => std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}")),
            None => Ok(argument),
        }
    }

    /// What is measured and what it counts, a line each.
    fn names() -> String {
        rates::RATES.iter().fold(String::new(), |mut text, (name, unit, _)| {
            let _ = writeln!(text, "{name} {unit}");
            text
        })
    }

    /// The seconds of processor time that a script took, then what it printed.
    fn timed_script(source: &str, pace: &str) -> Result<String, String> {
        let start = processor_seconds()?;
        let printed = entry::script(source, pace);
        Ok(format!("{}\n{printed}", processor_seconds()? - start))
    }

    /// The processor time of this process so far. Linux counts it in nanoseconds in the first field of `schedstat`.
    fn processor_seconds() -> Result<f64, String> {
        let text = std::fs::read_to_string("/proc/self/schedstat").map_err(|error| error.to_string())?;
        let field = text.split_whitespace().next().unwrap_or_default();
        let nanoseconds: f64 = field.parse().map_err(|_| format!("no number in `{text}`"))?;
        Ok(nanoseconds / 1e9)
    }

    /// What is weighed, a line each.
    fn memory_names() -> String {
        rates::MEMORY.iter().fold(String::new(), |mut text, (name, what, _)| {
            let _ = writeln!(text, "{name} {what}");
            text
        })
    }

    /// How much work there was and the most memory that the process ever held, in kilobytes, as Linux counts it.
    fn weigh(name: &str) -> Result<String, String> {
        let count = rates::weigh(name);
        Ok(format!("{count} {}", memory("VmHWM:")?))
    }

    /// A count of this process's memory that Linux keeps, in kilobytes.
    fn memory(count: &str) -> Result<String, String> {
        let status = std::fs::read_to_string("/proc/self/status").map_err(|error| error.to_string())?;
        let line = status.lines().find(|line| line.starts_with(count)).unwrap_or_default();
        Ok(line.split_whitespace().nth(1).unwrap_or("unknown").to_owned())
    }

    /// The long runs by name, with their events, and what is done with each; a line each.
    fn stages() -> String {
        let mut text = stage::DEEDS.join(",");
        text.push('\n');
        for case in &stage::CASES {
            let _ = writeln!(text, "{} {}", case.name, case.events());
        }
        text
    }

    /// Opens a long run and does everything with it so many times: the seconds that opening took and the memory held
    /// then, in kilobytes; then a line for each deed with the milliseconds of every turn.
    #[allow(
        clippy::disallowed_types,
        clippy::disallowed_methods,
        reason = "a benchmark measures real time"
    )]
    fn stage(name: &str, turns: &str) -> Result<String, String> {
        let case = stage::Case::named(name).ok_or_else(|| format!("no such run: {name}"))?;
        let turns: u32 = turns.parse().map_err(|_| format!("no number: {turns}"))?;
        let start = std::time::Instant::now();
        let mut open = stage::Stage::open(case);
        let mut text = format!("{} {}\n", start.elapsed().as_secs_f64(), memory("VmRSS:")?);
        for deed in stage::DEEDS {
            let times = (0..turns).map(|_| {
                open.prepare(deed);
                let start = std::time::Instant::now();
                open.act(deed);
                format!("{:.3}", start.elapsed().as_secs_f64() * 1e3)
            });
            let times: Vec<String> = times.collect();
            let _ = writeln!(text, "{}", times.join(" "));
        }
        Ok(text)
    }

    /// The seconds that a check took, then what it says. The library that every program starts with is compiled before.
    #[allow(
        clippy::disallowed_types,
        clippy::disallowed_methods,
        reason = "a benchmark measures real time"
    )]
    fn timed_explore(source: &str, extent: &str) -> String {
        entry::explore("", extent);
        let start = std::time::Instant::now();
        let explored = entry::explore(source, extent);
        let seconds = start.elapsed().as_secs_f64();
        let peak = memory("VmHWM:").unwrap_or_default();
        format!("{seconds}\n{explored}\n{peak}")
    }

    /// One round of some work after one that is not counted: how much it was and how many seconds it took.
    #[allow(
        clippy::disallowed_types,
        clippy::disallowed_methods,
        reason = "a benchmark measures real time"
    )]
    fn round(name: &str) -> String {
        rates::round(name);
        let start = std::time::Instant::now();
        let count = rates::round(name);
        format!("{count} {}", start.elapsed().as_secs_f64())
    }
}
