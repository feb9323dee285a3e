//! The worker processes: hands each the next test as soon as it is free, replaces one that died or fell silent. Owns the
//! only threads and the only real time of the runner; they do not reach what is tested.

#![allow(
    clippy::disallowed_methods,
    reason = "a process that tests others has to wait for them for a bounded time"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use crate::verdict::Verdict;

/// Far more than any test needs within its bounds, on a busy machine too.
const SILENCE_MAX: Duration = Duration::from_secs(60);

struct Worker {
    process: Child,
    questions: ChildStdin,
    answers: Receiver<String>,
}

impl Worker {
    fn start(root: &Path) -> Result<Worker, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut process = Command::new(program)
            .arg("--worker")
            .arg(root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("a worker: {error}"))?;
        let questions = process.stdin.take().ok_or("a worker without input")?;
        let output = process.stdout.take().ok_or("a worker without output")?;
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Worker {
            process,
            questions,
            answers,
        })
    }

    /// The verdict, and whether the worker can go on.
    fn ask(&mut self, path: &str) -> (Verdict, bool) {
        if writeln!(self.questions, "{path}").is_err() {
            return (Verdict::Crashed("the worker was gone".to_owned()), false);
        }
        match self.answers.recv_timeout(SILENCE_MAX) {
            Ok(line) => match Verdict::from_line(&line) {
                Some(verdict) => (verdict, true),
                None => (Verdict::Crashed(format!("the worker said {line}")), false),
            },
            Err(RecvTimeoutError::Timeout) => {
                let seconds = SILENCE_MAX.as_secs();
                (Verdict::Crashed(format!("hangs: no answer within {seconds} s")), false)
            }
            Err(RecvTimeoutError::Disconnected) => {
                let status = self
                    .process
                    .wait()
                    .map_or_else(|error| error.to_string(), |status| status.to_string());
                (
                    Verdict::Crashed(format!("the process died ({status}): stack overflow?")),
                    false,
                )
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may be gone already; either way it is not waited for in vain.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The verdicts of all tests, in order.
pub(crate) fn run(root: &Path, paths: &[String], jobs: usize) -> Result<Vec<Verdict>, String> {
    let next = AtomicUsize::new(0);
    let verdicts: Mutex<Vec<Option<Verdict>>> = Mutex::new(vec![None; paths.len()]);
    let work = || -> Result<(), String> {
        let mut worker = Worker::start(root)?;
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(index) else {
                return Ok(());
            };
            let (verdict, goes_on) = worker.ask(path);
            let mut all = verdicts.lock().map_err(|_| "a verdict was lost")?;
            all[index] = Some(verdict);
            drop(all);
            if !goes_on {
                worker = Worker::start(root)?;
            }
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs.max(1)).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread
                .join()
                .unwrap_or_else(|_| Err("a thread of the runner panicked".to_owned()))
        })
    })?;
    let verdicts = verdicts.into_inner().map_err(|_| "a verdict was lost")?;
    verdicts
        .into_iter()
        .map(|verdict| verdict.ok_or_else(|| "a test was not run".to_owned()))
        .collect()
}
