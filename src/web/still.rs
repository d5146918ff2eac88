//! Markup that never changes. Yew keeps a book of every node, to compare it with what comes later; for ten thousand rows
//! that takes longer than the rows themselves. Still markup is made at once, and let go of as one.

use super::browser::document;
use web_sys::{Element, Node};
use yew::Html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode};

/// Markup that never changes and listens to nothing, made at once. What is no element, text or list is left out.
pub(crate) fn still(html: Html) -> Html {
    made(&html).map_or_else(Html::default, |element| VNode::VRef(element.into()))
}

/// The element of such markup.
pub(super) fn made(html: &Html) -> Option<Element> {
    let holder = document().create_document_fragment();
    put(&holder, html);
    holder.first_element_child()
}

fn put(parent: &Node, html: &Html) {
    let node: Node = match html {
        VNode::VTag(tag) => {
            let Ok(element) = document().create_element(tag.tag()) else { return };
            if let Attributes::Dynamic { keys, values } = &tag.attributes {
                for (name, value) in keys.iter().zip(values) {
                    if let Some(AttributeOrProperty::Attribute(value)) = value {
                        let _ = element.set_attribute(name, value);
                    }
                }
            }
            if let Some(children) = tag.children() {
                put(&element, children);
            }
            element.into()
        }
        VNode::VText(text) => document().create_text_node(&text.text).into(),
        VNode::VList(list) => {
            for child in list.iter() {
                put(parent, child);
            }
            return;
        }
        _ => return,
    };
    let _ = parent.append_child(&node);
}
