// Starts the viewer, and says so in plain words where that fails. What is on the page stays.

// An edition of one file has what is fetched here in itself.
const inside = typeof INSIDE === "object" ? INSIDE : undefined;

const WORDS = {
  en: {
    missing: "This browser lacks WebAssembly, which the edition needs. Current browsers have it.",
    arrival: "A part of the edition did not arrive. Please check the connection and load the page again.",
    failure: "An error stopped the edition. What you see stays readable; to go on, load the page again.",
  },
  de: {
    missing: "Diesem Browser fehlt WebAssembly, das die Ausgabe braucht. Neue Browser haben es.",
    arrival: "Ein Teil der Ausgabe ist nicht angekommen. Bitte die Verbindung prüfen und die Seite neu laden.",
    failure: "Ein Fehler hat die Ausgabe angehalten. Was zu sehen ist, bleibt lesbar; bitte die Seite neu laden.",
  },
  ru: {
    missing: "В этом браузере нет WebAssembly, который нужен изданию. В новых браузерах он есть.",
    arrival: "Часть издания не дошла. Проверьте соединение и загрузите страницу ещё раз.",
    failure: "Ошибка остановила издание. Что видно, можно читать; загрузите страницу ещё раз.",
  },
};

// Colours and size that were chosen before hold at once; the viewer knows the rest.
try {
  for (const word of (localStorage.getItem("letterbook.settings") ?? "").split(" ")) {
    if (["light", "dark"].includes(word)) document.documentElement.dataset.theme = word;
    if (["small", "large", "huge"].includes(word)) document.documentElement.dataset.size = word;
  }
} catch {
  // A browser that stores nothing has nothing to say.
}

let told = false;

function tell(what, error) {
  if (error) console.error(error);
  if (told) return;
  told = true;
  inside?.failed();
  const tags = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  const known = tags.find((tag) => tag in WORDS) ?? "en";
  const box = document.createElement("div");
  box.className = "failure";
  box.lang = known;
  box.setAttribute("role", "alert");
  document.getElementById("app").before(box);
  // Set after the box is in the page, so that it is read out.
  box.textContent = WORDS[known][what];
}

// A panic ends the program, wherever it happens; other scripts' errors are not ours.
function ended(error) {
  if (error instanceof WebAssembly.RuntimeError) tell("failure", error);
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
    tell(error instanceof WebAssembly.RuntimeError ? "failure" : "arrival", error);
  }
  viewer.enlivened(living);
}

async function start() {
  if (typeof WebAssembly !== "object") {
    tell("missing");
    return;
  }
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
    tell(error instanceof WebAssembly.RuntimeError ? "failure" : "arrival", error);
  }
}

const lost = (error) => console.info("not kept for reading without a network:", error);

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

// Dialogs, and what is in a panel, are fetched when somebody asks for them.
addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-opens]");
  if (button) script(button.dataset.opens).then(({ open }) => open(button)).catch((error) => tell("arrival", error));
});

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

// The page is painted before anything else is done. One that nobody sees is not painted, and waits no longer than a second.
// This script itself waits for nothing: it takes no time between the arrival of the style and the first paint.
let painted = false;
function begin() {
  if (painted) return;
  if (document.readyState === "loading") return addEventListener("DOMContentLoaded", begin);
  painted = true;
  if (!inside && !isWhole(document)) tell("arrival");
  start();
  const look = () => find().catch((error) => tell("arrival", error));
  look();
  new MutationObserver(look).observe(document.body, { childList: true });
  kiosk().catch((error) => tell("arrival", error));
}
requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, document.hidden ? 0 : 1000);
addEventListener("load", () => setTimeout(() => keep().catch(lost), 1000));
