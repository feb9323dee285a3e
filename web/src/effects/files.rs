//! Files of this very page: where they are, and reading one as text. The page names them in `<meta>` elements, because
//! their real names carry a fingerprint.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The address of the file that the page's `<meta>` with this name gives.
pub(crate) fn address_of(meta: &str) -> Result<String, String> {
    let document = crate::effects::window()
        .and_then(|window| window.document())
        .ok_or("there is no page")?;
    let element = document.query_selector(&format!("meta[name={meta}]")).ok().flatten();
    let name = element.and_then(|element| element.get_attribute("content"));
    let name = name.ok_or_else(|| format!("the page does not name its file `{meta}`"))?;
    let base = document.base_uri().ok().flatten().unwrap_or_default();
    let url = web_sys::Url::new_with_base(&name, &base).map_err(|_| format!("`{name}` is no address"))?;
    Ok(url.href())
}

/// The text of a file of this page, asked for at once and not when it is awaited.
pub(crate) fn read(address: &str) -> impl Future<Output = Result<String, String>> + use<> {
    let asked = crate::effects::window().map(|window| JsFuture::from(window.fetch_with_str(address)));
    async move {
        let response = asked
            .ok_or("there is no page")?
            .await
            .map_err(|error| words_of(&error))?;
        let response: web_sys::Response = response.dyn_into().map_err(|error| words_of(&error))?;
        if !response.ok() {
            return Err(format!("the server answered {}", response.status()));
        }
        let text = response.text().map_err(|error| words_of(&error))?;
        let text = JsFuture::from(text).await.map_err(|error| words_of(&error))?;
        text.as_string().ok_or_else(|| "the answer is no text".to_owned())
    }
}

/// What a thrown value says.
pub(crate) fn words_of(error: &JsValue) -> String {
    let message = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()));
    message
        .or_else(|| error.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
