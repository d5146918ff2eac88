//! A value that stays from one time to the next.

use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A value that stays as long as its component, and shows itself anew when it is set.
#[derive(Debug)]
pub(crate) struct Kept<T> {
    value: Rc<RefCell<T>>,
    redraw: UseForceUpdateHandle,
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), redraw: self.redraw.clone() }
    }
}

impl<T: Clone> Kept<T> {
    /// The value.
    pub(crate) fn get(&self) -> T {
        self.value.borrow().clone()
    }

    /// Sets it.
    pub(crate) fn set(&self, value: T) {
        *self.value.borrow_mut() = value;
        self.redraw.force_update();
    }
}

/// A value that stays; `first` is where it begins.
#[hook]
pub(crate) fn use_kept<T: 'static>(first: impl FnOnce() -> T) -> Kept<T> {
    let value = use_mut_ref(first);
    Kept { value, redraw: use_force_update() }
}
