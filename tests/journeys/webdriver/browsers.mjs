// The three browsers, each started so that nobody sees it, root too. Where they and their drivers are is said by
// the environment; by their names alone they are found on the path.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { readdirSync, existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

const SIZE = { width: 1200, height: 800 };
const {
  CHROMIUM, FIREFOX, CHROMEDRIVER = "chromedriver", GECKODRIVER = "geckodriver", WEBKIT_DRIVER = "WebKitWebDriver",
  XVFB_RUN = "xvfb-run",
} = process.env;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a driver and waits until it answers. */
async function drive(program, args, port) {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let said = "";
  child.stderr.on("data", (chunk) => (said = (said + chunk).slice(-2000)));
  let ended = null;
  child.on("error", (error) => (ended = error.message));
  child.on("exit", (code) => (ended ??= `it ended with ${code}`));
  const stop = () => {
    try {
      // The driver's own group: the browser and the screen with it.
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It has ended already.
    }
  };
  process.once("exit", stop);
  for (let turn = 0; turn < 150; turn += 1) {
    if (ended !== null) throw new Error(`${program}: ${ended}\n${said}`);
    const answers = await fetch(`http://127.0.0.1:${port}/status`).then((r) => r.ok, () => false);
    if (answers) return { server: `http://127.0.0.1:${port}`, stop };
    await pause(200);
  }
  stop();
  throw new Error(`${program} does not answer\n${said}`);
}

async function session(program, args, port, build) {
  const { server, stop } = await drive(program, args, port);
  try {
    const driver = await build(new Builder().disableEnvironmentOverrides().usingServer(server));
    await driver.manage().window().setRect({ x: 0, y: 0, ...SIZE });
    const end = async () => {
      await driver.quit().catch(() => {});
      stop();
    };
    return { driver, end };
  } catch (error) {
    stop();
    throw error;
  }
}

async function chromium() {
  const port = await freePort();
  const options = new chrome.Options();
  options.addArguments(
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--lang=en-GB",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  );
  options.setUserPreferences({ "intl.accept_languages": "en-GB,en" });
  if (CHROMIUM) options.setChromeBinaryPath(CHROMIUM);
  return session(CHROMEDRIVER, [`--port=${port}`], port, (builder) =>
    builder.forBrowser("chrome").setChromeOptions(options).build());
}

async function firefoxEsr() {
  const port = await freePort();
  const options = new firefox.Options();
  options.addArguments("-headless");
  options.setPreference("intl.accept_languages", "en-GB, en");
  options.setPreference("dom.w3c_touch_events.enabled", 1);
  if (FIREFOX) options.setBinary(FIREFOX);
  return session(GECKODRIVER, [`--port=${port}`, "--websocket-port=0"], port, (builder) =>
    builder.forBrowser("firefox").setFirefoxOptions(options).build());
}

/** The browser that WebKitGTK brings for its driver; its folder is named after the machine. */
function miniBrowser() {
  for (const lib of ["/usr/lib", "/usr/lib64", "/usr/libexec"]) {
    if (!existsSync(lib)) continue;
    const folders = [lib, ...readdirSync(lib).filter((name) => name.includes("-linux-gnu")).map((name) => `${lib}/${name}`)];
    for (const folder of folders) {
      for (const version of ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"]) {
        const path = `${folder}/${version}/MiniBrowser`;
        if (existsSync(path)) return path;
      }
    }
  }
  throw new Error("there is no MiniBrowser of WebKitGTK (Debian package webkit2gtk-driver)");
}

async function webkit() {
  const port = await freePort();
  const args = ["-a", "-s", "-screen 0 1400x1000x24", WEBKIT_DRIVER, `--port=${port}`];
  const wishes = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
  });
  // As root the engine cannot make its own sandbox; nothing but our own pages is opened.
  process.env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS ??= "1";
  process.env.LANG = "en_GB.UTF-8";
  return session(XVFB_RUN, args, port, (builder) => builder.withCapabilities(wishes).build());
}

export const BROWSERS = { chromium, firefox: firefoxEsr, webkit };
