//! Scripts that the page loads by itself when somebody wants what they do.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files;

/// The module that the page names under `meta`. `import()` is syntax and no function, so the page's first script lends one.
pub(crate) async fn load(meta: &str) -> Result<JsValue, String> {
    let address = files::address_of(meta)?;
    let import = Reflect::get(&js_sys::global(), &JsValue::from_str("lanesImport"));
    let import: Function = import
        .ok()
        .and_then(|import| import.dyn_into().ok())
        .ok_or("nothing to import with")?;
    let loading = import.call1(&JsValue::UNDEFINED, &JsValue::from_str(&address));
    let loading: Promise = loading.map_err(|error| files::words_of(&error))?.unchecked_into();
    // What the browser says names an address, which tells a learner nothing.
    JsFuture::from(loading)
        .await
        .map_err(|_| "its file did not arrive or does not run here".to_owned())
}
