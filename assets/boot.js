// Starts the viewer, and says so in plain words where that fails. What is on the page stays.

const WORDS = {
  en: {
    missing: "This browser lacks WebAssembly, which the edition needs to be shown. A current version of any common browser has it.",
    arrival: "The edition could not be loaded: a part of it did not arrive. Please check the connection and load the page again.",
    failure: "The edition stopped because of an error. What you see stays readable; to go on, please load the page again.",
  },
  de: {
    missing: "Diesem Browser fehlt WebAssembly, ohne das die Ausgabe nicht gezeigt werden kann. Jeder gängige Browser hat es in seiner aktuellen Fassung.",
    arrival: "Die Ausgabe konnte nicht geladen werden: Ein Teil ist nicht angekommen. Bitte die Verbindung prüfen und die Seite neu laden.",
    failure: "Die Ausgabe wurde durch einen Fehler angehalten. Was zu sehen ist, bleibt lesbar; bitte die Seite neu laden, um fortzufahren.",
  },
  ru: {
    missing: "В этом браузере нет WebAssembly, без которого издание не может быть показано. В текущих версиях распространённых браузеров он есть.",
    arrival: "Издание не удалось загрузить: часть его не дошла. Проверьте соединение и загрузите страницу ещё раз.",
    failure: "Издание остановилось из-за ошибки. То, что на экране, можно читать; чтобы продолжить, загрузите страницу ещё раз.",
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

function words() {
  const tags = navigator.languages ?? [navigator.language];
  const known = tags.map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => tag in WORDS) ?? "en";
  return [known, WORDS[known]];
}

let told = false;

function tell(what, error) {
  if (error) console.error(error);
  if (told) return;
  told = true;
  const [language, sentences] = words();
  const box = document.createElement("div");
  box.className = "failure";
  box.lang = language;
  box.setAttribute("role", "alert");
  const sentence = document.createElement("p");
  box.append(sentence);
  document.getElementById("app").before(box);
  // Set after the box is in the page, so that it is read out.
  sentence.textContent = sentences[what];
}

// A panic ends the program, wherever it happens; other scripts' errors are not ours.
function ended(error) {
  if (error instanceof WebAssembly.RuntimeError) tell("failure", error);
}

// Files of an edition are compressed; the browser unpacks them.
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

// Pages of this site become documents without running anything.
const pages = globalThis.trustedTypes?.createPolicy("letterbook", {
  createHTML: (page) => page,
  createScriptURL: (address) => String(address),
});

async function page(address) {
  const answer = await fetch(address);
  const text = await answer.text();
  return new DOMParser().parseFromString(pages?.createHTML(text) ?? text, "text/html");
}

async function start() {
  if (typeof WebAssembly !== "object") {
    tell("missing");
    return;
  }
  addEventListener("error", (event) => ended(event.error));
  addEventListener("unhandledrejection", (event) => ended(event.reason));
  try {
    const viewer = await import("./letterbook-viewer.js");
    await viewer.default();
    const lost = (error) => void console.error(error);
    viewer.start(
      (file) => fetched(new URL(file, import.meta.url)).catch(lost).then((bytes) => viewer.arrived(file, bytes)),
      (address) => page(address).catch(lost).then((page) => viewer.turned(address, page)),
    );
  } catch (error) {
    tell(error instanceof WebAssembly.RuntimeError ? "failure" : "arrival", error);
  }
}

// What is read is kept for reading without a network: this page, what it was made of, and what comes after it.
async function keep() {
  const worker = navigator.serviceWorker;
  if (!worker || self !== top) return;
  try {
    const site = new URL("./", import.meta.url).href;
    const address = new URL("sw.js", site);
    await worker.register(pages?.createScriptURL(address) ?? address, { scope: site });
    await worker.ready;
    const used = performance.getEntriesByType("resource").map((entry) => entry.name);
    const kept = await caches.open("letterbook");
    await kept.addAll([location.href.split("#")[0], ...used.filter((name) => name.startsWith(site))]);
  } catch (error) {
    console.info("not kept for reading without a network:", error);
  }
}

start();
addEventListener("load", () => setTimeout(keep, 1000));
