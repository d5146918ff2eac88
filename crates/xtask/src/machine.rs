//! What must be installed on the machine: browsers, their drivers, Node.

use crate::workshop::{capture, which};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program of the operating system.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Program {
    /// What it may be called.
    names: &'static [&'static str],
    /// The Debian package that has it.
    package: &'static str,
}

/// The browser of most checks.
pub(crate) const CHROMIUM: Program =
    Program { names: &["chromium", "chromium-browser", "google-chrome"], package: "chromium" };
/// Chromium without windows: it does what a journey asks in half the time. Where it is not to be had, Chromium itself.
pub(crate) const HEADLESS: Program = Program {
    names: &["chromium-headless-shell", CHROMIUM.names[0], CHROMIUM.names[1], CHROMIUM.names[2]],
    ..CHROMIUM
};
/// Its driver.
pub(crate) const CHROMEDRIVER: Program = Program { names: &["chromedriver"], package: "chromium-driver" };
/// Firefox, with extended support.
pub(crate) const FIREFOX: Program = Program { names: &["firefox-esr", "firefox"], package: "firefox-esr" };
/// The driver of `WebKitGTK`, which brings the browser itself.
pub(crate) const WEBKIT: Program = Program { names: &["WebKitWebDriver"], package: "webkit2gtk-driver" };
/// A screen that nobody sees.
pub(crate) const XVFB: Program = Program { names: &["xvfb-run"], package: "xvfb" };
/// `xvfb-run` needs it.
pub(crate) const XAUTH: Program = Program { names: &["xauth"], package: "xauth" };
/// Reads the text of what a page printed.
pub(crate) const PDFTOTEXT: Program = Program { names: &["pdftotext"], package: "poppler-utils" };
/// JavaScript outside a browser.
pub(crate) const NODE: Program = Program { names: &["node", "nodejs"], package: "nodejs" };
/// Its packages.
pub(crate) const NPM: Program = Program { names: &["npm"], package: "npm" };

impl Program {
    /// Where the program is.
    pub(crate) fn path(self) -> Result<PathBuf> {
        which(self.names)
            .with_context(|| format!("{} is not installed (Debian package {})", self.names[0], self.package))
    }
}

/// Installs those programs that are missing, where that may be done.
///
/// # Errors
/// Names the packages to install where the system does not let us.
pub(crate) fn need(programs: &[Program]) -> Result<()> {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|program| which(program.names).is_none())
        .map(|program| program.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let advice = format!("please install: {} (Debian, Ubuntu: sudo apt-get install {0})", missing.join(" "));
    if which(&["apt-get"]).is_none() {
        bail!("there is no apt-get here; {advice}");
    }
    let prefix: &[&str] = if is_root() {
        &[]
    } else if may_sudo() {
        &["sudo", "-n"]
    } else {
        bail!("installing needs the rights of root; {advice}");
    };
    println!("Installing {} (one to three minutes) ...", missing.join(", "));
    let update = apt(prefix, &["update", "-q"]);
    let install = apt(prefix, &[&["install", "-y", "-q", "--no-install-recommends"][..], &missing].concat());
    if !(update? && install?) {
        bail!("apt-get did not succeed; {advice}");
    }
    Ok(())
}

/// Installs [`HEADLESS`], as far as that may be done.
///
/// # Errors
/// There is no Chromium of any kind, and none can be installed.
pub(crate) fn need_headless() -> Result<()> {
    const SHELL: Program =
        Program { names: &["chromium-headless-shell"], package: "chromium-headless-shell" };
    if let Err(error) = need(&[SHELL]) {
        println!("Chromium itself is used, which takes twice as long: {error}");
    }
    need(&[HEADLESS])
}

/// A Chromium and its driver: [`HEADLESS`] where both are of one version, as a driver asks; else Chromium itself.
///
/// # Errors
/// One of them cannot be had, or says no version.
pub(crate) fn need_driven() -> Result<(PathBuf, PathBuf)> {
    need_headless()?;
    need(&[CHROMEDRIVER])?;
    let (browser, driver) = (HEADLESS.path()?, CHROMEDRIVER.path()?);
    if version(&browser)? == version(&driver)? {
        return Ok((browser, driver));
    }
    need(&[CHROMIUM])?;
    Ok((CHROMIUM.path()?, driver))
}

/// The main version of a program: `156` of `Chromium 156.0.8078.108`.
fn version(program: &Path) -> Result<String> {
    let (said, _) = capture(Command::new(program).arg("--version"))?;
    let number = said.split_whitespace().find(|word| word.starts_with(|sign: char| sign.is_ascii_digit()));
    let number = number.with_context(|| format!("{} says no version", program.display()))?;
    Ok(number.split('.').next().unwrap_or_default().to_owned())
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Result<bool> {
    let mut words = prefix.to_vec();
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    words.extend(arguments);
    Ok(Command::new(words[0]).args(&words[1..]).stdout(Stdio::null()).status()?.success())
}

fn is_root() -> bool {
    // The second number is the effective user.
    fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            status
                .lines()
                .find_map(|line| line.strip_prefix("Uid:")?.split_whitespace().nth(1).map(|user| user == "0"))
        })
        .unwrap_or(false)
}

fn may_sudo() -> bool {
    which(&["sudo"]).is_some()
        && Command::new("sudo")
            .args(["-n", "true"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
}
