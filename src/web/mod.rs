//! Everything the viewer asks of its surroundings, in two versions with the same signatures: a browser, and
//! nothing at all (rendering natively). Called from effects and callbacks only, but for [`fold`].

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod still;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::later;
#[cfg(target_arch = "wasm32")]
pub use browser::{
    apply_settings, current_address, fold, follow_links, load_settings, mark_ready, on_history,
    save_settings, set_title, show_fragment, soon, start, step, wanted_locale,
};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    apply_settings, ask, current_address, fold, follow_links, load_settings, mark_ready, on_arrival,
    on_history, save_settings, set_title, show_fragment, soon, step, wanted_locale,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{later, still};
#[cfg(target_arch = "wasm32")]
pub use parts::{arrived, ask, on_arrival};
#[cfg(target_arch = "wasm32")]
pub(crate) use still::still;
