//! The colours of the lanes. Owns reading them from the style sheet's tokens, once for each theme; paints nothing and
//! names no colour itself.

use timeline::Tone;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The colours of one tone.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Colours {
    /// What an area is filled with.
    pub(crate) fill: String,
    /// Outlines, patterns and arrows.
    pub(crate) mark: String,
    /// Words on the fill.
    pub(crate) text: String,
}

/// Every colour that the painter uses.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Palette {
    phases: [Colours; 7],
    read: String,
    written: String,
    lost: String,
    console: String,
    object: String,
    message: String,
    pub(crate) surface: String,
    pub(crate) stripe: String,
    pub(crate) grid: String,
    pub(crate) ink: String,
    pub(crate) faint: String,
    pub(crate) selected: String,
    pub(crate) playhead: String,
    /// The font of labels, without its size.
    pub(crate) font: String,
}

impl Palette {
    /// The tones that are stacked in the rows of families.
    pub(crate) const STACKED: [Tone; 8] = [
        Tone::Running,
        Tone::Working,
        Tone::Ready,
        Tone::Blocked,
        Tone::Sleeping,
        Tone::Failed,
        Tone::Cancelled,
        Tone::Done,
    ];

    /// The colour of many lanes in one phase: where no pattern tells phases apart, pale fills have their mark's colour.
    pub(crate) fn share(&self, tone: Tone) -> &str {
        match tone {
            Tone::Blocked | Tone::Sleeping => self.mark(tone),
            Tone::Ready
            | Tone::Running
            | Tone::Working
            | Tone::Done
            | Tone::Failed
            | Tone::Cancelled
            | Tone::Read
            | Tone::Written
            | Tone::Lost
            | Tone::Console
            | Tone::Object
            | Tone::Message
            | Tone::Neutral => &self.phase(tone).fill,
        }
    }

    /// The colours of the theme that is on now; `None` outside of a page.
    pub(crate) fn read() -> Option<Palette> {
        let window = crate::effects::window()?;
        let document = window.document()?;
        // A token may be a pair for light and dark: only an element's colour tells what the browser makes of it. An element for
        // each, and all of them there before the first is read, or the browser would work out its styles as many times.
        let probes: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
        probes.set_hidden(true);
        // Where the system has its own colours, all of them would be the colour of text.
        let _ = probes.style().set_property("forced-color-adjust", "none");
        let mut read: Vec<Element> = Vec::new();
        Palette::of(|token| {
            let probe = document.create_element("span").ok();
            if let Some(probe) = probe.and_then(|probe| probe.dyn_into::<HtmlElement>().ok()) {
                let _ = probe.style().set_property("color", &format!("var({token})"));
                let _ = probes.append_child(&probe);
                read.push(probe.into());
            }
            String::new()
        });
        document.body()?.append_child(&probes).ok()?;
        let computed = |probe: &Element, property: &str| -> Option<String> {
            let style = window.get_computed_style(probe).ok().flatten()?;
            style.get_property_value(property).ok()
        };
        let mut colours = read.iter().map(|probe| computed(probe, "color").unwrap_or_default());
        let mut palette = Palette::of(|_| colours.next().unwrap_or_default());
        palette.font = computed(&probes, "font-family").unwrap_or_default();
        probes.remove();
        Some(palette)
    }

    /// A palette of the tokens' colours, which it asks for in a fixed order.
    fn of(mut colour: impl FnMut(&str) -> String) -> Palette {
        let phases = PHASES.map(|word| Colours {
            fill: colour(&format!("--phase-{word}-fill")),
            mark: colour(&format!("--phase-{word}-mark")),
            text: colour(&format!("--phase-{word}-text")),
        });
        Palette {
            phases,
            read: colour("--mark-read"),
            written: colour("--mark-written"),
            lost: colour("--mark-lost"),
            console: colour("--mark-console"),
            object: colour("--mark-object"),
            message: colour("--mark-message"),
            surface: colour("--surface"),
            stripe: colour("--lane-stripe"),
            grid: colour("--lane-grid"),
            ink: colour("--ink"),
            faint: colour("--ink-3"),
            selected: colour("--accent-soft"),
            playhead: colour("--accent"),
            font: String::new(),
        }
    }

    /// The colours of a phase; the marks' tones have only one, which `mark` gives.
    pub(crate) fn phase(&self, tone: Tone) -> &Colours {
        let index = match tone {
            Tone::Ready | Tone::Neutral => 0,
            Tone::Running | Tone::Read | Tone::Written => 1,
            Tone::Blocked | Tone::Lost => 2,
            Tone::Sleeping => 3,
            Tone::Working | Tone::Message => 4,
            Tone::Done | Tone::Console | Tone::Object => 5,
            Tone::Failed | Tone::Cancelled => 6,
        };
        &self.phases[index]
    }

    /// The colour of a mark or an outline.
    pub(crate) fn mark(&self, tone: Tone) -> &str {
        match tone {
            Tone::Read => &self.read,
            Tone::Written => &self.written,
            Tone::Lost => &self.lost,
            Tone::Console => &self.console,
            Tone::Object => &self.object,
            Tone::Message => &self.message,
            Tone::Ready
            | Tone::Running
            | Tone::Blocked
            | Tone::Sleeping
            | Tone::Working
            | Tone::Done
            | Tone::Failed
            | Tone::Cancelled
            | Tone::Neutral => &self.phase(tone).mark,
        }
    }
}

/// The words of the phases, in the order of `Palette::phases`.
const PHASES: [&str; 7] = ["ready", "running", "blocked", "sleeping", "working", "done", "failed"];
