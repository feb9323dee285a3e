//! The canvas and when it is painted. Owns the wait for the next frame, the screen's pixel ratio, and reading the colours
//! again when the theme changes. What is painted is the painter's.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use timeline::{Overview, Scene};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, MediaQueryList, MutationObserver, MutationObserverInit,
    ResizeObserver,
};

use super::painter::paint;
use super::palette::Palette;
use super::strip;
use crate::effects::{theme, timers};

/// The height of one lane, in pixels.
const ROW_HEIGHT: f64 = 28.0;
/// The same on a high screen.
const ROW_HEIGHT_ROOMY: f64 = 38.0;
/// From how many pixels on a window is high.
const ROOMY_FROM: f64 = 960.0;

/// The height of one lane in this window.
pub(crate) fn row_height() -> f64 {
    let height = crate::effects::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let height = if height.is_some_and(|height| height >= ROOMY_FROM) {
        ROW_HEIGHT_ROOMY
    } else {
        ROW_HEIGHT
    };
    (height * scale()).round()
}

/// How much larger the style sheet wants the lanes to be, for a projector for instance.
fn scale() -> f64 {
    let window = crate::effects::window();
    let root = window.as_ref().and_then(|window| window.document()?.document_element());
    let style = root.and_then(|root| window?.get_computed_style(&root).ok().flatten());
    let scale = style.and_then(|style| style.get_property_value("--lane-scale").ok()?.trim().parse().ok());
    scale.unwrap_or(1.0_f64).clamp(0.5, 3.0)
}

/// What a canvas shows. Equal as long as it is the same.
#[derive(Clone, PartialEq)]
pub(crate) enum Picture {
    /// The lanes.
    Lanes(Rc<Scene>),
    /// The whole run.
    Strip(Rc<Overview>),
}

/// A canvas that shows a picture.
pub(crate) struct Easel {
    inner: Rc<Inner>,
    observer: Option<MutationObserver>,
    shade: Option<MediaQueryList>,
    _on_theme: Closure<dyn FnMut(JsValue)>,
}

struct Inner {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    picture: RefCell<Option<Picture>>,
    palette: RefCell<Option<Palette>>,
    is_frame_asked: Cell<bool>,
}

impl Easel {
    /// Nothing to show yet; `None` where a canvas cannot be painted on.
    pub(crate) fn new(canvas: HtmlCanvasElement) -> Option<Easel> {
        let context = canvas.get_context("2d").ok().flatten()?.dyn_into().ok()?;
        let inner = Rc::new(Inner {
            canvas,
            context,
            picture: RefCell::default(),
            palette: RefCell::default(),
            is_frame_asked: Cell::new(false),
        });
        let repainted = inner.clone();
        let on_theme = Closure::new(move |_: JsValue| {
            *repainted.palette.borrow_mut() = None;
            repainted.ask();
        });
        let listener = on_theme.as_ref().unchecked_ref();
        let observer = MutationObserver::new(listener).ok();
        let root = crate::effects::window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element());
        if let (Some(observer), Some(root)) = (&observer, root) {
            let options = MutationObserverInit::new();
            options.set_attribute_filter(
                &["data-theme", "data-contrast", "data-projected"]
                    .map(JsValue::from_str)
                    .into_iter()
                    .collect::<js_sys::Array>(),
            );
            // Refused only for options that contradict each other.
            let _ = observer.observe_with_options(&root, &options);
        }
        let shade = theme::query("(prefers-color-scheme: dark)");
        if let Some(shade) = &shade {
            shade.set_onchange(Some(listener));
        }
        Some(Easel {
            inner,
            observer,
            shade,
            _on_theme: on_theme,
        })
    }

    /// Paints this with the next frame.
    pub(crate) fn show(&self, picture: Picture) {
        *self.inner.picture.borrow_mut() = Some(picture);
        self.inner.ask();
    }
}

impl Drop for Easel {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        if let Some(shade) = &self.shade {
            shade.set_onchange(None);
        }
    }
}

impl Inner {
    fn ask(self: &Rc<Self>) {
        if self.is_frame_asked.replace(true) {
            return;
        }
        let this = self.clone();
        let frame = Closure::once_into_js(move || {
            this.is_frame_asked.set(false);
            this.paint();
        });
        let asked = crate::effects::window().map(|window| window.request_animation_frame(frame.unchecked_ref()));
        if !matches!(asked, Some(Ok(_))) {
            self.is_frame_asked.set(false);
        }
    }

    fn paint(&self) {
        let picture = self.picture.borrow();
        let Some(picture) = &*picture else { return };
        let ratio = crate::effects::window().map_or(1.0, |window| window.device_pixel_ratio());
        // The canvas has as many pixels as the screen has in its place; a cast from float to integer saturates.
        let width = (f64::from(self.canvas.client_width()) * ratio).round() as u32;
        let height = (f64::from(self.canvas.client_height()) * ratio).round() as u32;
        if self.canvas.width() != width || self.canvas.height() != height {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        let mut palette = self.palette.borrow_mut();
        if palette.is_none() {
            *palette = Palette::read();
        }
        if let Some(palette) = &*palette {
            match picture {
                Picture::Lanes(scene) => paint(&self.context, scene, palette, ratio),
                Picture::Strip(overview) => strip::paint(&self.context, overview, palette, ratio),
            }
        }
    }
}

/// Watches an element's size until it is dropped.
pub(crate) struct SizeWatch {
    observer: ResizeObserver,
    _on_size: Closure<dyn FnMut(JsValue)>,
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells an element's width and height, now and whenever they change, right after the frame in which they do.
pub(crate) fn watch_size(element: &Element, told: impl Fn(f64, f64) + 'static) -> Option<SizeWatch> {
    let (watched, told) = (element.clone(), Rc::new(told));
    let on_size = Closure::new(move |_: JsValue| {
        let (width, height) = (f64::from(watched.client_width()), f64::from(watched.client_height()));
        // A place that is not shown has no size, and no picture of that size is wanted.
        if width > 0.0 && height > 0.0 {
            let told = told.clone();
            // The browser is in the middle of a frame, which what comes of it would keep waiting.
            spawn_local(async move {
                timers::turn().await;
                told(width, height);
            });
        }
    });
    let observer = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeWatch {
        observer,
        _on_size: on_size,
    })
}
