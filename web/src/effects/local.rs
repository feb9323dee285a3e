//! The learner's own files: reading one that was chosen or dropped, saving one. Owns how a browser does that; names, sizes
//! and contents are the session's.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Promise};
use session::{Action, FILE_BYTES_MAX};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, DragEvent, File, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use super::timers;

/// How much finer than the screen's pixels a picture's are, as far as it does not get too large.
const PICTURE_RATIO: f64 = 2.0;
/// The longest side of a canvas that every browser makes.
const CANVAS_SIDE_MAX: f64 = 8_192.0;
/// How long the browser may take to begin saving, in milliseconds.
const SAVING_MS: u32 = 10_000;

/// Reads a file and says what came of it.
pub(crate) fn read(file: File, done: impl FnOnce(Action) + 'static) {
    let name = file.name();
    if file.size() > FILE_BYTES_MAX as f64 {
        let reason = "it is larger than any program".to_owned();
        done(Action::FileFailed { name, reason });
        return;
    }
    spawn_local(async move {
        done(match JsFuture::from(file.text()).await {
            Ok(text) => Action::OpenFile {
                name,
                text: text.as_string().unwrap_or_default(),
            },
            Err(_) => Action::FileFailed {
                name,
                reason: "the browser could not read it".to_owned(),
            },
        });
    });
}

/// Listens for files that are dropped anywhere on the page, for as long as it lives. Before the editor does, which would
/// put their text where they fall.
pub(crate) fn listen(on_file: impl Fn(File) + 'static) {
    let Some(document) = crate::effects::window().and_then(|window| window.document()) else {
        return;
    };
    let options = EventListenerOptions {
        phase: gloo_events::EventListenerPhase::Capture,
        passive: false,
    };
    let files_of = |event: &web_sys::Event| {
        let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
        transfer.types().includes(&"Files".into(), 0).then_some(transfer)
    };
    EventListener::new_with_options(&document, "dragover", options, move |event| {
        if files_of(event).is_some() {
            event.prevent_default();
        }
    })
    .forget();
    EventListener::new_with_options(&document, "drop", options, move |event| {
        let Some(transfer) = files_of(event) else { return };
        event.prevent_default();
        event.stop_propagation();
        if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
            on_file(file);
        }
    })
    .forget();
}

/// Saves a text as a file.
pub(crate) fn save(name: &str, mime: &str, text: &str) {
    if let Ok(blob) = blob_of(mime, text) {
        // Nothing can be done where a browser saves nothing; it says so itself.
        let _ = save_blob(name, &blob);
    }
}

/// Saves a picture in SVG as pixels, and says so if that did not work.
pub(crate) fn save_picture(name: String, svg: String, failed: impl FnOnce() + 'static) {
    spawn_local(async move {
        if rasterise(&name, &svg).await.is_err() {
            failed();
        }
    });
}

async fn rasterise(name: &str, svg: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob_of("image/svg+xml", svg)?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    let decoded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&url)?;
    decoded?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let ratio = PICTURE_RATIO.min(CANVAS_SIDE_MAX / width.max(height).max(1.0));
    let document = crate::effects::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    // Casts from float to integer saturate, and these are small.
    canvas.set_width((width * ratio) as u32);
    canvas.set_height((height * ratio) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width * ratio, height * ratio)?;
    let made = Promise::new(&mut |resolve, reject| {
        if canvas.to_blob(&resolve).is_err() {
            // The promise is the only one who listens.
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let blob: Blob = JsFuture::from(made).await?.dyn_into()?;
    save_blob(name, &blob)
}

fn blob_of(mime: &str, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = crate::effects::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    timers::after(SAVING_MS, move || drop(Url::revoke_object_url(&url)));
    Ok(())
}
