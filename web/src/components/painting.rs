//! A canvas that shows a picture. Owns that the easel lives as long as the component does.

use web_sys::HtmlCanvasElement;
use yew::prelude::{NodeRef, hook, use_effect_with, use_mut_ref};

use crate::lanes::{Easel, Picture};

#[hook]
pub(crate) fn use_painting(canvas: &NodeRef, picture: Picture) {
    let easel = use_mut_ref(|| None::<Easel>);
    {
        let (easel, canvas) = (easel.clone(), canvas.clone());
        use_effect_with((), move |()| {
            let made = canvas.cast::<HtmlCanvasElement>().and_then(Easel::new);
            let kept = easel.clone();
            *easel.borrow_mut() = made;
            move || drop(kept.borrow_mut().take())
        });
    }
    use_effect_with(picture, move |picture| {
        if let Some(easel) = &*easel.borrow() {
            easel.show(picture.clone());
        }
    });
}
