//! The viewer in a browser.

fn main() {
    #[cfg(target_arch = "wasm32")]
    viewer::web::start();
}
