//! Commands that open example programs.

use crate::commands::{Group, List};
use crate::layout::{Dialog, Layout};
use crate::texts::examples as texts;
use crate::texts::fill;
use crate::{Action, Gallery, ViewModel};

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let open = Action::Layout(Layout::Open(Dialog::Examples));
    list.add(Group::Examples, "examples", texts::EXAMPLES, open)
        .keys("Shift Alt E");
    for group in &view.examples.groups {
        for example in &group.examples {
            let title = fill(texts::EXAMPLE, &[&group.title, &example.title]);
            let action = Action::Examples(Gallery::Take(example.id.clone()));
            list.add(Group::Examples, format!("example-{}", example.id), title, action)
                .when(!example.is_open, texts::IT_IS_OPEN);
        }
    }
}
