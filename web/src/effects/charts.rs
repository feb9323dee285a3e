//! The chunk that draws curves: loading it when something is plotted first, and handing it numbers. Draws nothing itself.

use js_sys::{Array, Function, Object, Reflect};
use timeline::Chart;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::{chunk, files};

/// A chart on the page. It is gone with this.
pub(crate) struct Drawing {
    handle: JsValue,
}

/// What the chunk takes.
pub(crate) struct Plotted(JsValue);

/// A chart's numbers as the chunk takes them.
pub(crate) fn plotted(chart: &Chart, axis: &str) -> Plotted {
    let series: Array = chart
        .series
        .iter()
        .map(|series| {
            let values: Array = series
                .values
                .iter()
                .map(|value| value.map_or(JsValue::NULL, JsValue::from_f64))
                .collect();
            object(&[("name", JsValue::from_str(&series.name)), ("values", values.into())])
        })
        .collect();
    let x: Array = chart.x.iter().copied().map(JsValue::from_f64).collect();
    Plotted(object(&[
        ("label", JsValue::from_str(&chart.title)),
        ("axis", JsValue::from_str(axis)),
        ("x", x.into()),
        ("series", series.into()),
    ]))
}

/// Loads the chunk, if it is not there yet, and draws a chart inside of an empty element.
pub(crate) async fn draw(parent: Option<HtmlElement>, plotted: &Plotted) -> Result<Drawing, String> {
    let parent = parent.ok_or("there is no room for it")?;
    let module = chunk::load("lanes-charts").await?;
    let create: Function = Reflect::get(&module, &JsValue::from_str("createChart"))
        .ok()
        .and_then(|create| create.dyn_into().ok())
        .ok_or("its file is of another version")?;
    let handle = create.call2(&JsValue::UNDEFINED, &parent, &plotted.0);
    let handle = handle.map_err(|error| files::words_of(&error))?;
    Ok(Drawing { handle })
}

impl Drawing {
    /// Shows other numbers in the same place.
    pub(crate) fn update(&self, plotted: &Plotted) {
        self.call("update", &plotted.0);
    }

    fn call(&self, name: &str, argument: &JsValue) {
        let method = Reflect::get(&self.handle, &JsValue::from_str(name)).ok();
        // A chart that fails at one of these still shows what it had; its table says the rest.
        let _ = method
            .and_then(|method| method.dyn_into::<Function>().ok())
            .map(|method| method.call1(&self.handle, argument));
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.call("destroy", &JsValue::UNDEFINED);
    }
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Fails only for objects that are frozen or refuse names, which a new one is not and does not.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
