// Starts the viewer, and brings what a page asks for later. `boot.js` brings it once the page is painted.

// An edition of one file, if this is one, and what says in words what is the matter.
let inside;
let tell;

// Says what is the matter in words that are fetched for it; without them, that something did not come.
const say = (what, error) => script("failures").then((words) => tell(error, words[what]), tell);
const failure = (error) => (error instanceof WebAssembly.RuntimeError ? say("FAILURE", error) : tell(error));

// A panic ends the program, wherever it happens; other scripts' errors are not ours.
function ended(error) {
  if (error instanceof WebAssembly.RuntimeError) say("FAILURE", error);
}

// Files of an edition are compressed; the browser unpacks them.
async function fetched(file) {
  if (inside) return inside.file(file);
  const answer = await fetch(new URL(file, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

// Pages of this site become documents without running anything.
const pages = globalThis.trustedTypes?.createPolicy("letterbook", {
  createHTML: (page) => page,
  createScriptURL: (address) => String(address),
});

// Every page ends with its foot.
const isWhole = (page) => page.querySelector("footer");

async function page(address) {
  if (inside) return inside.page(address);
  const answer = await fetch(address);
  const text = await answer.text();
  const page = new DOMParser().parseFromString(pages?.createHTML(text) ?? text, "text/html");
  if (!isWhole(page)) throw new Error(`${address} is cut off`);
  return page;
}

// A program of the edition, by its name. Those that are parts of another begin beside it, which mostly is that of the page.
async function program(name, page) {
  const module = await script(name);
  const from = name === "letterbook-viewer" ? {} : { page: page ?? viewer() };
  if (inside) from.module_or_path = await inside.file(`${name}_bg.wasm`);
  await module.default(from);
  return module;
}

// The program of the page.
let first;
const viewer = () => (first ??= program("letterbook-viewer"));

// A script of the edition, by its name.
const script = (name) => (inside ? inside.script(name) : import(`./${name}.js`));

// The program of the views that live, once some page has one. Who waits for it hears of a failure.
let coming;
function views() {
  coming ??= program("letterbook-views");
  coming.catch(() => (coming = undefined));
  return coming;
}

const failed = (error) => void console.error(error);

async function enliven(viewer) {
  let living;
  try {
    living = await views();
    living.begin((file) => fetched(file).catch(failed).then((bytes) => living.arrived(file, bytes)), viewer);
  } catch (error) {
    failure(error);
  }
  viewer.enlivened(living);
}

async function startProgram() {
  if (typeof WebAssembly !== "object") return say("MISSING");
  addEventListener("error", (event) => ended(event.error));
  addEventListener("unhandledrejection", (event) => ended(event.reason));
  try {
    // A page whose view lives needs both programs: they are fetched together.
    if (document.querySelector("#main[data-live]")) views();
    const program = await viewer();
    program.start(
      () => enliven(program),
      (address) => page(address).catch(failed).then((page) => program.turned(address, page)),
    );
  } catch (error) {
    failure(error);
  }
}

const lost = (error) => console.info("not kept:", error);

// On a first visit the worker sees only what is asked for once it is active: this page and what was asked for before are
// kept from here, whenever they come.
async function keepUnseen(site, worker) {
  if (worker.state !== "activated") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  const since = performance.now();
  const kept = await caches.open("letterbook");
  await kept.add(location.href.split("#")[0]);
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (startTime < since && name.startsWith(site)) kept.add(name).catch(lost);
    }
  }).observe({ type: "resource", buffered: true });
}

// What is read is kept for reading without a network: this page, what it was made of, and what comes after it.
async function keep() {
  // There before somebody asks for it, or prints the page, without a network too.
  for (const name of ["settings", "back"]) script(name).catch(() => {});
  if (inside || self !== top) return;
  const worker = navigator.serviceWorker;
  if (!worker) return;
  const site = new URL("./", import.meta.url).href;
  const address = new URL("sw.js", site);
  const seen = worker.controller?.scriptURL === address.href;
  await worker.register(pages?.createScriptURL(address) ?? address, { scope: site });
  if (!seen) await keepUnseen(site, (await worker.ready).active);
  // Who keeps the whole edition is told of a newer state.
  const whole = (await caches.keys()).some((name) => name.startsWith("letterbook-"));
  if (whole) await (await import("./keep.js")).check();
}

/** Dialogs, and what is in a panel, are fetched when somebody asks for them. */
export const opens = async (button) => (await script(button.dataset.opens)).open(button);

// Words in all letters: on the page for it, in a letter that was found, and when a reader presses `/`.
let pressed = false;

/** What the address asks for. In an edition of one file it stands behind the number sign. */
const place = () => new URLSearchParams(/\?([^#]*)/.exec(inside ? location.hash : location.search)?.[1]);

async function find() {
  const app = document.getElementById("app");
  if (app.found || !(document.getElementById("find") || place().has("find"))) return;
  app.found = true;
  const focus = pressed;
  pressed = false;
  const { arrive } = await script("search");
  await arrive({ fetched, page, program, place, script }, focus);
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const field = document.getElementById("find-words");
  const way = document.querySelector(".shell__nav a[href$='search/']");
  if (!field && !way) return;
  event.preventDefault();
  if (field) return field.select();
  pressed = true;
  way.click();
});

// The screen of a museum. What an address began goes on as long as the tab is open, whatever page is loaded in it;
// `?kiosk=0` ends it.
async function kiosk() {
  const said = new URLSearchParams(location.search).get("kiosk");
  let asked = said === "0" ? "" : location.search;
  try {
    if (said === null) asked = sessionStorage.getItem("letterbook.kiosk") ?? "";
    else if (said !== "visits") sessionStorage.setItem("letterbook.kiosk", asked);
  } catch {
    // Nothing is stored here.
  }
  if (!document.documentElement.hasAttribute("data-kiosk") && !new URLSearchParams(asked).has("kiosk")) return;
  const { run } = await script("kiosk");
  run({ page, program, script, asked });
}

/** Acts when something has happened, or now where it has. */
const when = (event, act, happened) => (happened ? act() : addEventListener(event, act));

/** Starts what the page needs; `whole` is an edition of one file, `tells` tells a reader what is the matter. */
export function start(whole, tells) {
  inside = whole;
  tell = tells;
  const look = () => find().catch(tell);
  when("DOMContentLoaded", () => {
    if (!inside && !isWhole(document)) tell();
    look();
    new MutationObserver(look).observe(document.body, { childList: true });
    // What a visitor goes back to is for the kiosk to say, before the program hears of it.
    kiosk().catch(tell).then(startProgram);
  }, document.readyState !== "loading");
  when("load", () => setTimeout(() => keep().catch(lost), 1000), document.readyState === "complete");
}
