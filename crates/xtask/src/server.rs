//! A web server for this machine alone.

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{HeaderMap, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use tokio::runtime;
use tokio::sync::oneshot;

/// A site that is being served; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Serving {
    /// Where it is found, without a slash at the end.
    pub(crate) address: String,
    end: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<Result<()>>>,
}

impl Serving {
    /// Waits until the server ends, which it does only by an error.
    fn wait(&mut self) -> Result<()> {
        match self.server.take().map(JoinHandle::join) {
            Some(Ok(outcome)) => outcome,
            // A thread that panicked has said so already.
            Some(Err(_)) | None => Ok(()),
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Err(error) = self.wait() {
            println!("{error:#}");
        }
    }
}

/// Serves a folder; port 0 is any free one.
pub(crate) fn start(site: &Path, port: u16) -> Result<Serving> {
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(wanted)
        .with_context(|| format!("cannot serve on {wanted}; another port: cargo xtask serve --port 8081"))?;
    listener.set_nonblocking(true)?;
    let address = format!("http://{}", listener.local_addr()?);
    let (end, ended) = oneshot::channel();
    let site = Arc::from(site);
    let server = thread::spawn(move || {
        let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
        runtime.block_on(async { accept(tokio::net::TcpListener::from_std(listener)?, site, ended).await })
    });
    Ok(Serving { address, end: Some(end), server: Some(server) })
}

async fn accept(
    listener: tokio::net::TcpListener,
    site: Arc<Path>,
    mut ended: oneshot::Receiver<()>,
) -> Result<()> {
    loop {
        let (connection, _) = tokio::select! {
            accepted = listener.accept() => accepted?,
            _ = &mut ended => return Ok(()),
        };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(|request: Request<Incoming>| {
                let response = answer(request.uri().path(), &site);
                async { Ok::<_, Infallible>(response) }
            });
            // A browser that went away needs no answer.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(connection), service).await;
        });
    }
}

/// Serves a folder until the program is stopped.
pub(crate) fn serve(site: &Path, port: u16, open: bool) -> Result<()> {
    let mut serving = start(site, port)?;
    println!("\n  {}/\n\nCtrl+C ends it.", serving.address);
    if open {
        show(&serving.address);
    }
    serving.wait()
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

fn answer(path: &str, site: &Path) -> Response<Full<Bytes>> {
    let (status, found) = match find(site, path) {
        Some(file) => (StatusCode::OK, Some(file)),
        // What static hosts answer where there is nothing.
        None => (StatusCode::NOT_FOUND, Some(site.join("404.html")).filter(|file| file.is_file())),
    };
    let (status, kind, body) = match found {
        Some(file) => match fs::read(&file) {
            Ok(body) => (status, media_type(&file), body),
            Err(error) => (
                StatusCode::INTERNAL_SERVER_ERROR,
                media_type(Path::new("error.txt")),
                error.to_string().into(),
            ),
        },
        None => {
            (StatusCode::NOT_FOUND, media_type(Path::new("error.txt")), b"There is no such file.\n".to_vec())
        }
    };
    let headers = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "no-cache"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // As on the host of an edition: others may show it.
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    let mut response = Response::new(Full::new(Bytes::from(body)));
    *response.status_mut() = status;
    *response.headers_mut() = HeaderMap::from_iter(
        headers.map(|(name, value)| (name, hyper::header::HeaderValue::from_static(value))),
    );
    response
}

/// The file that an address means: of a folder, the page in it.
fn find(site: &Path, path: &str) -> Option<PathBuf> {
    if path.split('/').any(|part| part.starts_with('.') || part.contains(['\\', ':', '%'])) {
        return None;
    }
    let mut file = site.join(path.trim_start_matches('/'));
    if path.ends_with('/') {
        file.push("index.html");
    }
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
    fn folders_are_their_page_and_nothing_outside_is_served() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR"));
        let site = crates.join("../..");
        assert_eq!(find(&site, "/"), Some(site.join("index.html")));
        assert_eq!(find(crates, "/Cargo.toml"), Some(crates.join("Cargo.toml")));
        for nothing in ["/", "/../xtask/Cargo.toml", "/%2e%2e/xtask/Cargo.toml", "/missing.js", "/src/"] {
            assert_eq!(find(crates, nothing), None, "{nothing}");
        }
    }
}
