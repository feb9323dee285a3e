//! `Database` as the program calls it.
//!
//! Owns the calls of a transaction: what is read, locked, written and committed. The shape of a transaction in the program,
//! and what is retried, is the library's (`database.ts`); a transaction is known here by a token that the library keeps.

use std::sync::Arc;

use clock::{Duration, Instant};
use primitives::{
    Aborted, Actor, Database, DeadlockRule, Isolation, Key, RowGranted, RowLock, TransactionError, Visit, Waiter,
};
use vm::{ErrorKind, Host, HostCall, ObjectRef, Origin, Value};

use super::settings::Settings;
use super::{Object, Wanted, listed_as, waiting};
use crate::host::{Answer, argument};
use crate::io::Latency;
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId};

const ISOLATIONS: &[(&str, Isolation)] = &[
    ("read committed", Isolation::ReadCommitted),
    ("snapshot", Isolation::Snapshot),
    ("serializable", Isolation::Serializable),
];

/// A database and how it is reached.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Store {
    rows: Database<Value>,
    isolation: Isolation,
    /// What each operation takes; `None` when it is done at once.
    takes: Option<Latency>,
}

impl Object for Store {
    listed_as!(Database);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = Settings::new(stepper, argument(call, 0))?;
        let isolation = options
            .word("isolation", ISOLATIONS)?
            .unwrap_or(Isolation::ReadCommitted);
        let deadlocks = match options.is_set("detectDeadlocks", false) {
            true => DeadlockRule::AbortYoungest,
            false => DeadlockRule::Wait,
        };
        let takes = match options.get("latencyMs") {
            Value::Undefined => None,
            _ => Some(options.latency("latencyMs", Latency::Fixed(Duration::ZERO))?),
        };
        let given = options.get("rows");
        let rows = match given {
            Value::Undefined => Vec::new(),
            Value::Object(rows) => vm::own_data(&stepper.world.heap, rows),
            other => return Err(format!("rows must be an object, not {}", stepper.short(other))),
        };
        for (_, value) in &rows {
            stepper.world.heap.share(*value);
        }
        let rows = rows.into_iter().map(|(key, value)| (Arc::from(key), value));
        let rows = Database::new(rows, deadlocks);
        Ok(Store { rows, isolation, takes })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let token = argument(call, 1);
        match call.native {
            Host::DatabaseBegin => stepper.begin_transaction(id, token, argument(call, 2)),
            Host::DatabasePause => stepper.database_pause(id, argument(call, 1)),
            Host::DatabaseGet => stepper.with_row(id, call, |stepper, key| {
                let value = stepper.rows_mut(id).get(&token, &key);
                match value {
                    Ok(value) => Answer::Return(value.unwrap_or_default()),
                    Err(why) => stepper.transaction_error(id, why),
                }
            }),
            Host::DatabaseLock => stepper.with_row(id, call, |stepper, key| stepper.lock_row(id, call, &key)),
            Host::DatabaseWrite => {
                let value = argument(call, 3);
                stepper.world.heap.share(value);
                stepper.with_row(id, call, |stepper, key| {
                    // `undefined` is what a row that does not exist is read as, so writing it deletes.
                    let value = (value != Value::Undefined).then_some(value);
                    match stepper.rows_mut(id).write(&token, &key, value) {
                        Ok(()) => Answer::Return(Value::Undefined),
                        Err(why) => stepper.transaction_error(id, why),
                    }
                })
            }
            Host::DatabaseCommit => stepper.commit(id, token),
            Host::DatabaseRollback => {
                let mut woken = Vec::new();
                let is_undone = stepper.rows_mut(id).roll_back(&token, &mut woken);
                if is_undone {
                    stepper.released(id, TRANSACTION);
                    stepper.counted(id, "rollback");
                    stepper.transaction_ended(id, woken);
                }
                Answer::Return(Value::Bool(is_undone))
            }
            _ => Answer::Return(Value::number(stepper.object::<Store>(id).rows.open() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let isolation = ISOLATIONS.iter().find(|(_, isolation)| *isolation == self.isolation);
        ObjectShape {
            class: "Database",
            traits: vec![("isolation", FactValue::word(isolation.map_or("", |(word, _)| word)))],
            slots: Slots::Unbounded,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        to.word(self.isolation as u64);
        match self.takes {
            Some(takes) => takes.words(|word| to.word(word)),
            None => to.word(u64::MAX),
        }
        self.rows.visit(to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.rows.holders().for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        let mut holders: Vec<Actor> = self.rows.locks().map(|(_, owner, _)| owner).collect();
        holders.dedup();
        Wanted::of_holders(format!("a row of {name}"), &holders)
    }

    fn wanted_by(&self, name: &str, operation: &str, waiter: Waiter) -> Wanted {
        match self.rows.wanted(waiter) {
            Some((key, owner)) => Wanted::of_holders(format!("the row \"{key}\" of {name}"), &[owner]),
            None => self.wanted(name, operation),
        }
    }

    fn mode(&self) -> &'static str {
        "transaction"
    }

    fn facts(&self, _now: Instant) -> Vec<(&'static str, FactValue)> {
        vec![("rows", FactValue::Count(self.rows.rows().len() as i64))]
    }

    fn rows(&self, _now: Instant) -> Vec<Row> {
        let locks = self.rows.locks().map(|(key, Actor(task), waits)| Row {
            key: format!("row {key}"),
            state: "locked",
            task: Some(TaskId(task)),
            at: None,
            made: None,
            since: None,
            text: match waits.len() {
                0 => String::new(),
                1 => "1 waits".to_owned(),
                more => format!("{more} wait"),
            },
        });
        locks.collect()
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.rows_mut(id).cancel(waiter)
    }
}

const TRANSACTION: waiting::Hold = waiting::Hold::one("transaction");

impl Stepper<'_> {
    fn rows_mut(&mut self, id: u32) -> &mut Database<Value> {
        &mut self.object_mut::<Store>(id).rows
    }

    fn begin_transaction(&mut self, id: u32, token: Value, options: Value) -> Answer {
        let actor = self.actor();
        let isolation = Settings::new(self, options).and_then(|options| options.word("isolation", ISOLATIONS));
        let isolation = match isolation {
            Ok(isolation) => isolation.unwrap_or(self.object::<Store>(id).isolation),
            Err(message) => {
                let message = format!("{}.begin(): {message}", self.given_name(id));
                return self.throw(ErrorKind::RangeError, &message);
            }
        };
        self.world.heap.share(token);
        self.rows_mut(id).begin(token, actor, isolation);
        self.acquired(id, TRANSACTION);
        Answer::Return(Value::Undefined)
    }

    /// What an operation takes: a promise, or nothing if it is done at once.
    fn database_pause(&mut self, id: u32, operation: Value) -> Answer {
        let Some(takes) = self.object::<Store>(id).takes else {
            return Answer::Return(Value::Undefined);
        };
        let operation = vm::format(&self.world.heap, &self.world.program, &[operation]);
        let name = format!("{}.{operation}", self.given_name(id));
        match self.start_io(name, |stepper| stepper.draw_latency(takes), Value::Undefined) {
            Some(promise) => Answer::Return(Value::Object(promise)),
            None => Answer::Stop,
        }
    }

    /// Does something with the row that a call names.
    fn with_row(&mut self, id: u32, call: &HostCall, what: impl FnOnce(&mut Self, Key) -> Answer) -> Answer {
        let given = argument(call, 2);
        match self.world.heap.as_text(given).map(|text| text.to_display()) {
            Some(key) => what(self, Arc::from(key)),
            None => {
                let shown = self.short(given);
                let message = format!("{}: a row is named by a string, not {shown}", self.given_name(id));
                self.throw(ErrorKind::TypeError, &message)
            }
        }
    }

    fn lock_row(&mut self, id: u32, call: &HostCall, key: &Key) -> Answer {
        let (actor, token) = (self.actor(), argument(call, 1));
        let terms = match self.terms(call, 3) {
            Ok(terms) => terms,
            Err(answer) => return answer,
        };
        if let Some(refused) = self.refused_by(terms) {
            return refused;
        }
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"lock",
        });
        let mut woken = Vec::new();
        let lock = self
            .rows_mut(id)
            .lock(&token, key, Waiter(promise.0), actor, &mut woken);
        match lock {
            Ok(RowLock::Locked) => return Answer::Return(Value::Undefined),
            Ok(RowLock::Queued) => {
                let position = self.rows_mut(id).locks().find(|(locked, ..)| *locked == key);
                let behind = position.map_or(0, |(.., waits)| waits.len() as u32).saturating_sub(1);
                self.queued(id, "lock", 1, behind);
                self.wait_on(id, promise, terms);
            }
            Err(_) => {}
        }
        self.transaction_ended(id, woken);
        match lock {
            Ok(_) => Answer::Return(Value::Object(promise)),
            Err(why) => self.transaction_error(id, why),
        }
    }

    fn commit(&mut self, id: u32, token: Value) -> Answer {
        let mut woken = Vec::new();
        match self.rows_mut(id).commit(&token, &mut woken) {
            Ok(_) => {
                self.released(id, TRANSACTION);
                self.counted(id, "commit");
                self.transaction_ended(id, woken);
                Answer::Return(Value::Undefined)
            }
            Err(why) => {
                let answer = self.transaction_error(id, why);
                self.transaction_ended(id, woken);
                answer
            }
        }
    }

    /// A transaction has ended: those who waited for its rows go on, or are aborted in their turn.
    fn transaction_ended(&mut self, id: u32, woken: Vec<RowGranted>) {
        let object = ObjectId(id);
        for RowGranted {
            waiter,
            actor: Actor(task),
            outcome,
        } in woken
        {
            let promise = ObjectRef(waiter.0);
            self.world.forget_terms(promise);
            match outcome {
                Ok(_) => {
                    self.passed(id, TaskId(task), 1);
                    self.fulfil(promise, Value::Undefined);
                }
                Err(why) => {
                    self.emit_for(TaskId(task), EventKind::Dequeued { object });
                    let waiting::Hold { mode, units } = TRANSACTION;
                    self.emit_for(TaskId(task), EventKind::Released { object, mode, units });
                    let error = self.aborted(id, &why);
                    self.reject_promise(promise, error);
                }
            }
        }
    }

    fn transaction_error(&mut self, id: u32, why: TransactionError) -> Answer {
        let error = match why {
            TransactionError::Over => {
                let message = format!("{}: the transaction is over", self.given_name(id));
                self.error_with_code(ErrorKind::Error, &message, "TRANSACTION_OVER")
            }
            TransactionError::Aborted(why) => {
                self.released(id, TRANSACTION);
                self.aborted(id, &why)
            }
        };
        Answer::Throw(error)
    }

    fn aborted(&mut self, id: u32, why: &Aborted) -> Value {
        let name = self.given_name(id);
        let (message, code) = match why {
            Aborted::Conflict(key) => (
                format!("{name}: could not serialize access to \"{key}\", another transaction has committed it since"),
                "SERIALIZATION_FAILURE",
            ),
            Aborted::Deadlock(key) => (
                format!("{name}: deadlock detected while waiting for \"{key}\""),
                "DEADLOCK",
            ),
            Aborted::Ended => (
                format!("{name}: the transaction ended while it waited for a row"),
                "TRANSACTION_OVER",
            ),
        };
        self.counted(
            id,
            match why {
                Aborted::Conflict(_) => "conflict",
                Aborted::Deadlock(_) => "deadlock",
                Aborted::Ended => "rollback",
            },
        );
        self.error_with_code(ErrorKind::Error, &message, code)
    }
}
