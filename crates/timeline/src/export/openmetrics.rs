//! What a run amounts to, in OpenMetrics text format 1.0. Owns the names of the metrics; the numbers are `measures`'s, at
//! the end of the run and over its virtual time.

use std::fmt::Write;

use clock::Duration;
use world::EventKind;

use crate::{Durations, Meter, ObjectMeter, Timeline};

/// The quantiles of a summary, in hundredths.
const QUANTILES: [u32; 3] = [50, 95, 99];

/// The measures of the whole run.
#[must_use]
pub fn openmetrics(timeline: &Timeline) -> String {
    let mut meter = Meter::new();
    meter.extend(timeline.events());
    let mut page = Page::default();
    page.run(timeline, &meter);
    page.objects(&meter);
    page.text.push_str("# EOF\n");
    page.text
}

/// The text so far. All samples of a metric stand together, as the format wants it.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn family(&mut self, name: &str, kind: &str, unit: &str, help: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "# TYPE {name} {kind}");
        if !unit.is_empty() {
            let _ = writeln!(self.text, "# UNIT {name} {unit}");
        }
        let _ = writeln!(self.text, "# HELP {name} {help}.");
    }

    fn sample(&mut self, name: &str, labels: &str, value: impl std::fmt::Display) {
        let labels = if labels.is_empty() {
            String::new()
        } else {
            format!("{{{labels}}}")
        };
        let _ = writeln!(self.text, "{name}{labels} {value}");
    }

    fn run(&mut self, timeline: &Timeline, meter: &Meter) {
        let tasks = meter.tasks();
        self.family(
            "lanes_run_seconds",
            "gauge",
            "seconds",
            "The virtual time that the run took",
        );
        self.sample("lanes_run_seconds", "", seconds(Duration(meter.now().0)));
        self.family("lanes_steps", "counter", "", "The steps of the run");
        self.sample("lanes_steps_total", "", timeline.step_count());
        self.family(
            "lanes_tasks",
            "counter",
            "",
            "The tasks beside the main line, by how they ended",
        );
        let ended = [
            ("finished", tasks.finished),
            ("failed", tasks.failed),
            ("cancelled", tasks.cancelled),
        ];
        let open = tasks.started.saturating_sub(ended.iter().map(|(_, count)| count).sum());
        for (end, count) in ended.into_iter().chain([("open", open)]) {
            self.sample("lanes_tasks_total", &format!("end=\"{end}\""), count);
        }
        let lost = |kind: &EventKind| matches!(kind, EventKind::LostUpdate { .. });
        let lost = timeline.events().filter(|event| lost(&event.kind)).count();
        self.family(
            "lanes_lost_updates",
            "counter",
            "",
            "Writes that threw another task's write away",
        );
        self.sample("lanes_lost_updates_total", "", lost);
        self.family(
            "lanes_task_lifetime_seconds",
            "summary",
            "seconds",
            "From being made to the end",
        );
        self.summary("lanes_task_lifetime_seconds", "", &tasks.lifetime);
    }

    fn objects(&mut self, meter: &Meter) {
        let now = meter.now();
        let each = |page: &mut Page, name: &str, value: &dyn Fn(&ObjectMeter) -> Option<String>| {
            for object in meter.objects() {
                if let Some(value) = value(object) {
                    page.sample(name, &labels(object), value);
                }
            }
        };
        self.family("lanes_waiting", "gauge", "", "How many wait at the end of the run");
        each(self, "lanes_waiting", &|object| {
            Some(object.waiting.value().to_string())
        });
        self.family("lanes_waiting_max", "gauge", "", "How many waited at most");
        each(self, "lanes_waiting_max", &|object| {
            Some(object.waiting.max().to_string())
        });
        self.family(
            "lanes_waiting_mean",
            "gauge",
            "",
            "How many waited on average over virtual time",
        );
        each(self, "lanes_waiting_mean", &|object| {
            object.waiting.mean(now).map(decimal)
        });
        self.family("lanes_held", "gauge", "", "How much is held at the end of the run");
        each(self, "lanes_held", &|object| Some(object.held.value().to_string()));
        self.family("lanes_held_max", "gauge", "", "How much was held at most");
        each(self, "lanes_held_max", &|object| Some(object.held.max().to_string()));
        self.family(
            "lanes_utilisation_ratio",
            "gauge",
            "ratio",
            "The part of it that was held on average",
        );
        each(self, "lanes_utilisation_ratio", &|object| {
            object.utilisation(now).map(decimal)
        });
        self.family("lanes_arrivals", "counter", "", "Who came and wanted something");
        each(self, "lanes_arrivals_total", &|object| Some(object.arrived.to_string()));
        self.family("lanes_departures", "counter", "", "Who got it and is done with it");
        each(self, "lanes_departures_total", &|object| {
            Some(object.departed.to_string())
        });
        self.family("lanes_abandoned", "counter", "", "Who left the line without it");
        each(self, "lanes_abandoned_total", &|object| Some(object.left.to_string()));
        self.family(
            "lanes_wait_seconds",
            "summary",
            "seconds",
            "How long those waited who got it",
        );
        for object in meter.objects() {
            self.summary("lanes_wait_seconds", &labels(object), &object.wait());
        }
        self.family("lanes_hold_seconds", "summary", "seconds", "How long it was held");
        for object in meter.objects() {
            self.summary("lanes_hold_seconds", &labels(object), &object.hold);
        }
        self.family(
            "lanes_happened",
            "counter",
            "",
            "What the object counts: hits, misses, retries",
        );
        for object in meter.objects() {
            for (what, count) in &object.counts {
                let labels = format!("{},what=\"{}\"", labels(object), label(what));
                self.sample("lanes_happened_total", &labels, count);
            }
        }
    }

    fn summary(&mut self, name: &str, labels: &str, durations: &Durations) {
        let comma = if labels.is_empty() { "" } else { "," };
        for (hundredths, value) in QUANTILES.into_iter().zip(durations.percentiles(QUANTILES)) {
            if let Some(value) = value {
                let quantile = f64::from(hundredths) / 100.0;
                self.sample(name, &format!("{labels}{comma}quantile=\"{quantile}\""), seconds(value));
            }
        }
        let sum = durations.mean().unwrap_or_default() * durations.count() as f64 / 1e6;
        self.sample(&format!("{name}_sum"), labels, decimal(sum));
        self.sample(&format!("{name}_count"), labels, durations.count());
    }
}

fn labels(object: &ObjectMeter) -> String {
    format!(
        "object=\"{}\",class=\"{}\",id=\"{}\"",
        label(&object.name),
        label(object.class),
        object.object.0
    )
}

/// A text inside of the quotes of a label.
fn label(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

fn seconds(duration: Duration) -> String {
    decimal(duration.0 as f64 / 1e6)
}

/// Six digits behind the point, which is a microsecond, without idle zeros.
fn decimal(value: f64) -> String {
    let digits = format!("{value:.6}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}
