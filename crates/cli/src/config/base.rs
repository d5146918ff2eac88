//! The address that a site will have.

/// Where a site stands: a path on some host (`/letters/`), or a whole address (`https://host.example/letters/`). It
/// ends in a slash.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Base(String);

impl Base {
    /// Reads an address; a slash that is missing at its end is added.
    ///
    /// # Errors
    /// In words, why it cannot be one.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let path = match text.split_once("://") {
            Some(("http" | "https", rest)) => {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                is_host(host)?;
                path
            }
            Some(_) => return Err("only http and https can be served"),
            None if text.starts_with("//") => return Err("it names a host without https:"),
            None if text.starts_with('/') => text,
            None => return Err("it begins neither with / nor with https://"),
        };
        is_path(path)?;
        let slash = if path.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{text}{slash}")))
    }

    /// Its path on its host, with a slash at both ends: `/`, `/letters/`.
    #[must_use]
    pub fn path(&self) -> &str {
        viewer::pages::path_of(&self.0)
    }

    /// The address, with a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_host(authority: &str) -> Result<(), &'static str> {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let sound = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-') && !part.starts_with('-')
    };
    if !host.split('.').all(sound) {
        return Err("the name of the host is not one");
    }
    port.parse::<u16>().map(|_| ()).map_err(|_| "the port is no number up to 65535")
}

/// # Source
/// RFC 3986, section 3.3; letters beyond ASCII are left as they are (RFC 3987).
fn is_path(path: &str) -> Result<(), &'static str> {
    if path.contains(['?', '#']) {
        return Err("? and # end a path");
    }
    if path.split('/').any(|part| part == "." || part == "..") {
        return Err("it must not go up with ..");
    }
    if path.contains("//") {
        return Err("a part of it is empty");
    }
    let allowed = |c: char| c.is_alphanumeric() || "/-._~!$&'()*+,;=:@%".contains(c);
    if !path.chars().all(allowed) {
        return Err("it holds a sign that no address holds");
    }
    Ok(())
}
