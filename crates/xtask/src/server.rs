//! A web server for this machine alone.

use anyhow::{Result, anyhow};
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Request, Response, Server};

/// How many requests are answered at the same time.
const HANDS: usize = 4;

/// A site that is being served; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Serving {
    /// Where it is found, without a slash at the end.
    pub(crate) address: String,
    server: Arc<ServerBox>,
    hands: Vec<JoinHandle<()>>,
}

struct ServerBox(Server);

impl std::fmt::Debug for ServerBox {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Server")
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        for _ in &self.hands {
            self.server.0.unblock();
        }
        for hand in self.hands.drain(..) {
            // A hand that panicked has said so already.
            let _ = hand.join();
        }
    }
}

/// Serves a folder; port 0 is any free one.
pub(crate) fn start(site: &Path, port: u16) -> Result<Serving> {
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let server = Server::http(wanted).map_err(|error| {
        anyhow!("cannot serve on {wanted} ({error}); another port: cargo xtask serve --port 8081")
    })?;
    let server = Arc::new(ServerBox(server));
    let address = format!("http://{}", server.0.server_addr());
    let hands = (0..HANDS)
        .map(|_| {
            let server = Arc::clone(&server);
            let site = site.to_owned();
            thread::spawn(move || {
                while let Ok(request) = server.0.recv() {
                    answer(request, &site);
                }
            })
        })
        .collect();
    Ok(Serving { address, server, hands })
}

/// Serves a folder until the program is stopped.
pub(crate) fn serve(site: &Path, port: u16, open: bool) -> Result<()> {
    let mut serving = start(site, port)?;
    println!("\n  {}/\n\nCtrl+C ends it.", serving.address);
    if open {
        show(&serving.address);
    }
    for hand in serving.hands.drain(..) {
        let _ = hand.join();
    }
    Ok(())
}

fn show(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if Command::new(opener).arg(address).spawn().is_err() {
        println!("No browser could be opened; the address is above.");
    }
}

fn answer(request: Request, site: &Path) {
    let (status, kind, body) = match find(site, request.url()) {
        Some(file) => match fs::read(&file) {
            Ok(body) => (200, media_type(&file), body),
            Err(error) => (500, "text/plain; charset=utf-8", format!("{error}\n").into_bytes()),
        },
        None => (404, "text/plain; charset=utf-8", b"There is no such file.\n".to_vec()),
    };
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in
        [("Content-Type", kind), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")]
    {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that went away needs no answer.
    let _ = request.respond(response);
}

/// The file that an address means. What has no dot in its last part is a view, and every view is the same page.
fn find(site: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let last = path.rsplit('/').next()?;
    if !last.contains('.') {
        return Some(site.join("index.html"));
    }
    if path.split('/').any(|part| part.starts_with('.') || part.contains(['\\', ':', '%'])) {
        return None;
    }
    let file = site.join(path.trim_start_matches('/'));
    file.is_file().then_some(file)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use std::path::Path;

    #[test]
    fn views_are_the_page_and_nothing_outside_is_served() {
        let site = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(find(site, "/persons/joffe/?q=1.5"), Some(site.join("index.html")));
        assert_eq!(find(site, "/letters/a.b/"), Some(site.join("index.html")));
        assert_eq!(find(site, "/Cargo.toml?x"), Some(site.join("Cargo.toml")));
        assert_eq!(find(site, "/../xtask/Cargo.toml"), None);
        assert_eq!(find(site, "/%2e%2e/xtask/Cargo.toml"), None);
        assert_eq!(find(site, "/missing.js"), None);
    }
}
