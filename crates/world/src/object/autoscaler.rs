//! `Autoscaler` as the program calls it, with the function that measures. Calling that is the library's.

use primitives::{Autoscaler, AutoscalerOptions, Visit};
use vm::{ErrorKind, Host, HostCall, Value};

use super::{Deadline, Object, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots};

const MILLION: f64 = 1e6;

/// An autoscaler and what measures for it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Scaler {
    machine: Autoscaler,
    metric: Value,
}

impl Object for Scaler {
    listed_as!(Autoscaler);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        stepper.check_options(options)?;
        let positive = |number: f64| number > 0.0 && number <= 1e12;
        if stepper.option(options, "target") == Value::Undefined {
            return Err("target, the load that each replica should bear, is missing".to_owned());
        }
        let target = stepper.number_option(options, "target", 0.0, "a number above 0", positive)?;
        let min = stepper.count_option(options, "min", 1, 1)?;
        let max = stepper.count_option(options, "max", min.max(10), 1)?;
        let initial = stepper.count_option(options, "initial", min, 1)?;
        if min > max {
            return Err(format!("min is {min}, more than max, which is {max}"));
        }
        if !(min..=max).contains(&initial) {
            return Err(format!("initial is {initial}, not between min ({min}) and max ({max})"));
        }
        let metric = stepper.option(options, "metric");
        if metric != Value::Undefined && !stepper.world.heap.is_callable(metric) {
            return Err(format!("metric must be a function, not {}", stepper.short(metric)));
        }
        stepper.world.heap.share(metric);
        let is_share = |number: f64| number > 0.0 && number <= 1.0;
        let smoothing = stepper.share_option(options, "smoothing", 1.0, "a number above 0 and up to 1", is_share)?;
        let is_part = |number: f64| (0.0..1.0).contains(&number);
        let must = "a number of at least 0 and below 1";
        let tolerance = stepper.share_option(options, "tolerance", 0.1, must, is_part)?;
        let machine = Autoscaler::new(AutoscalerOptions {
            target: (target * MILLION).round() as u64,
            min,
            max,
            initial,
            cooldown: stepper.time_option(options, "cooldownMs", 0.0)?,
            smoothing_ppm: smoothing as u32,
            tolerance_ppm: tolerance as u32,
            startup: stepper.time_option(options, "startupMs", 0.0)?,
        });
        Ok(Scaler { machine, metric })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let now = stepper.world.now;
        let it = stepper.object::<Scaler>(id);
        match call.native {
            Host::AutoscalerObserve => observe(stepper, id, argument(call, 0)),
            Host::AutoscalerMetric => Answer::Return(it.metric),
            Host::AutoscalerReplicas => Answer::Return(Value::number(f64::from(it.machine.replicas()))),
            _ => Answer::Return(Value::number(f64::from(it.machine.ready(now)))),
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.machine.options();
        ObjectShape {
            class: "Autoscaler",
            traits: vec![
                ("min", FactValue::Count(i64::from(options.min))),
                ("max", FactValue::Count(i64::from(options.max))),
            ],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        self.machine.visit(to);
        to.value(&self.metric);
    }

    fn facts(&self, now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        let options = self.machine.options();
        // The load beside the target, as the level of a vessel that holds as much as the target.
        let load = self.machine.load().unwrap_or(0) as f64 / options.target as f64;
        vec![
            ("value", FactValue::Count(i64::from(self.machine.replicas()))),
            ("ready", FactValue::Count(i64::from(self.machine.ready(now)))),
            ("load %", FactValue::Count((load * 100.0).round() as i64)),
        ]
    }

    fn deadline(&self) -> Option<Deadline> {
        let at = self.machine.deadline()?;
        let awaited_by = None;
        (at != clock::Instant::MAX).then_some(Deadline { at, awaited_by })
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        let now = stepper.world.now;
        stepper.object_mut::<Scaler>(id).machine.settle(now);
    }
}

fn observe(stepper: &mut Stepper<'_>, id: u32, load: Value) -> Answer {
    let measured = match load {
        Value::Number(number) if (0.0..=1e12).contains(&number.get()) => (number.get() * MILLION).round() as u64,
        other => {
            let name = stepper.given_name(id);
            let shown = stepper.short(other);
            let message = format!("{name}.observe(): a load is a number that is not negative, not {shown}");
            return stepper.throw(ErrorKind::RangeError, &message);
        }
    };
    let now = stepper.world.now;
    let machine = &mut stepper.object_mut::<Scaler>(id).machine;
    let before = machine.replicas();
    let replicas = machine.observe(now, measured);
    match replicas.cmp(&before) {
        std::cmp::Ordering::Greater => stepper.counted(id, "scale up"),
        std::cmp::Ordering::Less => stepper.counted(id, "scale down"),
        std::cmp::Ordering::Equal => {}
    }
    Answer::Return(Value::number(f64::from(replicas)))
}
