//! Everything the viewer asks of its surroundings, in two versions with the same signatures: a browser, and
//! nothing at all (rendering natively). Called from effects and callbacks only, but for [`fold`].

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod edition;
#[cfg(target_arch = "wasm32")]
mod embed;
#[cfg(target_arch = "wasm32")]
mod growing;
#[cfg(target_arch = "wasm32")]
mod here;
#[cfg(target_arch = "wasm32")]
mod links;
#[cfg(target_arch = "wasm32")]
pub mod living;
#[cfg(target_arch = "wasm32")]
mod memory;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod notices;
#[cfg(target_arch = "wasm32")]
mod passage;
#[cfg(target_arch = "wasm32")]
mod still;
#[cfg(target_arch = "wasm32")]
pub mod travel;
#[cfg(target_arch = "wasm32")]
mod wishes;

#[cfg(target_arch = "wasm32")]
pub use browser::fold;
#[cfg(target_arch = "wasm32")]
pub use edition::{arrived, ask, on_arrival, retry};
#[cfg(target_arch = "wasm32")]
pub(crate) use growing::List;
#[cfg(target_arch = "wasm32")]
pub(crate) use living::long;
#[cfg(target_arch = "wasm32")]
pub use living::{on_shift, step};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::still;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{ask, fold, on_arrival, on_shift, retry, step};
#[cfg(target_arch = "wasm32")]
pub(crate) use still::still;
