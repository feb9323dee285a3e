//! What drives the lanes, the objects and the shared variables, as cards.

use std::rc::Rc;

use session::{CardView, SystemView, VariableView};
use yew::prelude::{Html, Properties, component, html};

use super::card::ObjectCard;
use super::system::System;
use super::variables::Variables;
use crate::texts::objects as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ObjectsProps {
    pub(crate) cards: Rc<[CardView]>,
    pub(crate) variables: Rc<[VariableView]>,
    pub(crate) system: Rc<SystemView>,
}

#[component]
pub(crate) fn Objects(props: &ObjectsProps) -> Html {
    if props.cards.is_empty() && props.variables.is_empty() && *props.system == SystemView::default() {
        return html! {};
    }
    html! {
        <section class="objects" aria-label={texts::OBJECTS_AND_VARIABLES}>
            <System system={props.system.clone()} />
            if !props.variables.is_empty() { <Variables variables={props.variables.clone()} /> }
            { for props.cards.iter().map(|view| html! { <ObjectCard key={view.card.object.0} view={view.clone()} /> }) }
        </section>
    }
}
