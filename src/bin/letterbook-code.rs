//! Draws an address as a QR code, for the telephone of somebody at a kiosk. A program of its own, fetched when it is needed.

// A page calls what it needs; there is nothing to be done before.
#![cfg_attr(target_arch = "wasm32", no_main)]

use qrcodegen::{QrCode, QrCodeEcc};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// The modules that are dark, as the data of an SVG path in units of a module, after the number of modules in a row and a
/// blank. Nothing for what no code holds (about 2300 bytes). Errors of up to 15 percent are mended (ISO/IEC 18004, level M).
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
#[must_use]
pub fn drawn(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut out = code.size().to_string();
    out.push(' ');
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let begin = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > begin {
                for part in ["M", &begin.to_string(), " ", &y.to_string(), "h"] {
                    out.push_str(part);
                }
                let length = (x - begin).to_string();
                for part in [&*length, "v1h-", &length, "z"] {
                    out.push_str(part);
                }
            }
            x += 1;
        }
    }
    Some(out)
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn three_corners_tell_how_a_code_lies() {
        let code = drawn("https://d-nb.info/gnd/118629662").expect("a code");
        let (size, path) = code.split_once(' ').expect("two parts");
        let size: u32 = size.parse().expect("a number");
        assert_eq!((size - 17) % 4, 0, "{size}");
        // The finder patterns: seven dark modules at the left and at the right of the first row.
        assert!(path.starts_with("M0 0h7v1h-7z"), "{path}");
        assert!(path.contains(&format!("M{} 0h7v1h-7z", size - 7)), "{path}");
        assert!(path.contains(&format!("M0 {}h7v1h-7z", size - 1)), "{path}");
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(drawn(&"x".repeat(3000)), None);
    }
}
