//! What is done once something is on the page.

use yew::prelude::*;

/// Takes back what was done.
type Undo = Box<dyn FnOnce()>;

/// What is done for good.
pub(crate) fn for_good(act: impl FnOnce() + 'static) -> Box<dyn FnOnce() -> Undo> {
    Box::new(move || {
        act();
        Box::new(|| {})
    })
}

/// Does something after the component was shown, the first time and whenever `of` is another; what was done before is taken
/// back first.
#[hook]
pub(crate) fn use_after(of: String, act: Box<dyn FnOnce() -> Undo>) {
    use_effect_with(of, move |_| act());
}
