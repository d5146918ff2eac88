//! What is done once something is on the page.

use yew::prelude::*;

/// Takes back what was done.
type Undo = Box<dyn FnOnce()>;

/// Does something after the component was shown, the first time and whenever `of` is another; what was done before is taken
/// back first.
#[hook]
pub(crate) fn use_after(of: String, act: Box<dyn FnOnce() -> Undo>) {
    use_effect_with(of, move |_| act());
}
