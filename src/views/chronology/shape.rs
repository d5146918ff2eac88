//! The shapes by which kinds of dates are told apart: a disc, a ring, a diamond, a triangle, a square.

use crate::markup::markup;
use reader::timeline::MomentKind;
use yew::prelude::*;

/// The shape of a kind.
pub(super) fn shape(kind: MomentKind) -> Html {
    let points = match kind {
        MomentKind::Sent => {
            return markup! { <svg class="shape shape--sent" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="4.5" /></svg> };
        }
        MomentKind::Received => {
            return markup! { <svg class="shape shape--received" viewBox="0 0 12 12" aria-hidden="true"><path d="M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM6 4.3a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 1 1 0-3.4z" /></svg> };
        }
        MomentKind::Mentioned => ("shape shape--mentioned", "6,0.8 11.2,6 6,11.2 0.8,6"),
        MomentKind::InNote => ("shape shape--note", "6,1 11.2,10.6 0.8,10.6"),
        MomentKind::Printing => ("shape shape--printing", "1.8,1.8 10.2,1.8 10.2,10.2 1.8,10.2"),
    };
    markup! { <svg class={points.0} viewBox="0 0 12 12" aria-hidden="true"><polygon points={points.1} /></svg> }
}
