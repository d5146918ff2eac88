// The first of the scripts. It is small, because whatever comes before the first paint delays it: it waits until the page is
// painted, then brings the others, and says so in plain words where they do not come. What is on the page stays.

// An edition of one file has what is fetched here in itself.
const inside = typeof INSIDE === "object" ? INSIDE : undefined;

const ARRIVAL = {
  en: "A part of the edition did not arrive. Please check the connection and load the page again.",
  de: "Ein Teil der Ausgabe ist nicht angekommen. Bitte die Verbindung prüfen und die Seite neu laden.",
  ru: "Часть издания не дошла. Проверьте соединение и загрузите страницу ещё раз.",
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

/** Says once what is the matter, in one of the languages that the words are in. */
function tell(error, words = ARRIVAL) {
  if (error) console.error(error);
  if (told) return;
  told = true;
  inside?.failed();
  const tags = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  const known = tags.find((tag) => tag in words) ?? "en";
  const box = document.createElement("div");
  box.className = "failure";
  box.lang = known;
  box.setAttribute("role", "alert");
  document.getElementById("app").before(box);
  // Set after the box is in the page, so that it is read out.
  box.textContent = words[known];
}

// What the program of the page is made of is asked for together with the script that starts it.
function ahead() {
  import("./letterbook-viewer.js").catch(() => {});
  const link = document.createElement("link");
  link.href = new URL("letterbook-viewer_bg.wasm", import.meta.url);
  document.head.append(Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "" }));
}

let coming;
function begin() {
  if (!coming) {
    if (!inside && typeof WebAssembly === "object") ahead();
    coming = inside ? inside.script("start") : import("./start.js");
    coming.then(({ start }) => start(inside, tell)).catch(tell);
  }
  return coming;
}

// Who is sooner than the scripts is answered when they are there.
addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-opens]");
  if (button) begin().then(({ opens }) => opens(button)).catch(tell);
});

// A page that nobody sees is not painted, and waits no longer than a second; nor does one whose browser tells of no paint.
setTimeout(begin, document.hidden ? 0 : 1000);
new PerformanceObserver((list) => {
  if (list.getEntriesByName("first-contentful-paint").length) begin();
}).observe({ type: "paint", buffered: true });
