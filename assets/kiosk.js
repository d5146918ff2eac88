// An edition on a screen of a museum: a start screen that invites, targets for fingers of standing people, a return to the
// start when nobody reads, no way out into the web. Nothing is sent; visits are counted in this browser alone.
//
// `?kiosk=1` begins it for as long as the tab is open, `kiosk = true` in letterbook.toml for good. `idle`: seconds without a
// touch until it is asked whether somebody still reads (60; at least 30). `screen`: the width of the screen in millimetres,
// by which 15 mm are measured; without it a millimetre is that of CSS. `?kiosk=visits` shows what was counted.

const WORDS = {
  en: {
    begin: "Touch to begin",
    letters: "Read a letter",
    over: "Back to the start",
    idle: (seconds) => `Is somebody still reading? The screen goes back to the start in ${seconds} seconds.`,
    stay: "I am still reading",
    outside: "This page is outside of the exhibition. To read it, scan this with your telephone:",
    passage: "To take this paragraph with you, scan this with your telephone:",
    close: "Close",
  },
  de: {
    begin: "Zum Beginnen berühren",
    letters: "Einen Brief lesen",
    over: "Zum Anfang",
    idle: (seconds) => `Liest noch jemand? In ${seconds} Sekunden kehrt der Bildschirm zum Anfang zurück.`,
    stay: "Ich lese noch",
    outside: "Diese Seite liegt außerhalb der Ausstellung. Zum Lesen bitte mit dem Telefon abfotografieren:",
    passage: "Um diesen Absatz mitzunehmen, bitte mit dem Telefon abfotografieren:",
    close: "Schließen",
  },
  ru: {
    begin: "Коснитесь, чтобы начать",
    letters: "Прочитать письмо",
    over: "К началу",
    idle: (seconds) => `Кто-нибудь ещё читает? Через ${seconds} с экран вернётся к началу.`,
    stay: "Я ещё читаю",
    outside: "Эта страница находится вне выставки. Чтобы прочитать её, отсканируйте код телефоном:",
    passage: "Чтобы взять этот абзац с собой, отсканируйте код телефоном:",
    close: "Закрыть",
  },
};

const STYLE = `
  html { -webkit-user-select: none; user-select: none; -webkit-touch-callout: none; touch-action: manipulation; }
  input, textarea { -webkit-user-select: text; user-select: text; }
  .letter-head__share, .about__keep, .about p:has(> a[download]), .passage, html:not([data-kiosk=public]) .permalink { display: none !important; }
  .permalink { opacity: 1; font-size: 1.25em; }
  .permalink::after { inset-inline: 0 auto; inline-size: var(--target); }
  body { padding-block-end: calc(var(--kiosk-bar, var(--target)) + 1rem); }
  html { scroll-padding-block-end: var(--kiosk-bar, var(--target)); }
  html:has(.find-bar) { scroll-padding-block-end: calc(var(--kiosk-bar, var(--target)) + var(--target) + 2rem); }
  .find-bar { inset-block-end: calc(var(--kiosk-bar, var(--target)) + var(--space-3)); }
  .kiosk, .kiosk * { box-sizing: border-box; }
  .kiosk button, .kiosk a { min-inline-size: var(--target); min-block-size: var(--target); padding: 0 1.25rem; border: 1px solid var(--line-strong);
    border-radius: var(--radius); background: var(--paper-raised); color: var(--ink); font: 1.125rem/1.3 var(--font-ui); text-decoration: none;
    display: inline-flex; align-items: center; justify-content: center; cursor: pointer; }
  .kiosk [aria-current] { border-color: var(--accent); color: var(--accent); }
  .kiosk__bar { position: fixed; inset: auto 0 0 0; display: flex; flex-wrap: wrap; gap: 1rem; padding: 0.5rem 1rem;
    background: var(--paper); border-block-start: 1px solid var(--line); z-index: 3; }
  .kiosk__bar span { flex: 1; }
  .kiosk__start { position: fixed; inset: 0; z-index: 4; overflow: auto; display: grid; align-content: center; justify-items: center; gap: 2rem;
    padding: 2rem; background: var(--paper); color: var(--ink); text-align: center; }
  .kiosk__start[hidden] { display: none; }
  .kiosk__start h1 { max-inline-size: 24em; font: 400 clamp(2rem, 5vmin, 4rem)/1.2 var(--font-text); text-wrap: balance; }
  .kiosk__start p { max-inline-size: 32em; font: 1.375rem/1.5 var(--font-text); color: var(--ink-soft); }
  .kiosk__start ul { display: flex; flex-wrap: wrap; justify-content: center; gap: 1rem; max-inline-size: 60rem; }
  .kiosk__start .kiosk__begin { background: var(--accent); border-color: var(--accent); color: var(--paper); font-size: 1.5rem; padding-inline: 2.5rem; }
  .kiosk__box { max-inline-size: min(40rem, 100vw - 2rem); padding: 2rem; background: var(--paper-raised); color: var(--ink);
    border: 1px solid var(--line-strong); border-radius: var(--radius); font: 1.25rem/1.5 var(--font-ui); text-align: center; }
  .kiosk__box::backdrop { background: rgb(0 0 0 / 50%); }
  .kiosk__box svg { display: block; inline-size: min(60vmin, 20rem); margin: 1.5rem auto; background: #fff; color: #000; }
  .kiosk__box p { margin-block-end: 1.5rem; overflow-wrap: anywhere; }
  .kiosk__box table { margin: 0 auto 1.5rem; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  .kiosk__box :is(th, td) { padding: 0.25rem 1rem; text-align: start; border-block-end: 1px solid var(--line); }
`;

/** How long the warning stands, in seconds: less is too short for whoever reads or moves slowly. */
const WARNING = 20;
const LEAST_IDLE = 30;
/** So many letters are offered at the start. */
const OFFERED = 4;

/** So many visitors until the page is loaded again. */
const VISITORS = 500;
/** The address that the screen was switched on with. */
const BEGUN = location.href;

const root = document.documentElement;
const words = () => WORDS[root.lang] ?? WORDS.en;

function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function setting(asked, name, otherwise) {
  const said = new URLSearchParams(asked).get(name) ?? root.getAttribute(`data-kiosk-${name}`);
  const number = Number(said);
  return said !== null && Number.isFinite(number) && number > 0 ? number : otherwise;
}

/** Does something with what a browser stores. One that stores nothing has nothing to say. */
function stored(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

// Whether a visitor is reading: a page that is loaded meanwhile does not send them back to the start.
const VISIT = "letterbook.visit";
const isReading = () => stored(() => sessionStorage.getItem(VISIT)) === "";
const setReading = (is) => stored(() => (is ? sessionStorage.setItem(VISIT, "") : sessionStorage.removeItem(VISIT)));

// Which visitor this is, in the order of their coming.
const VISITOR = "letterbook.visitor";
let visitor = Number(stored(() => sessionStorage.getItem(VISITOR)) ?? 0);

/** The next visitor finds no choice of the last one, nor their language. */
const forgetChoices = () => void stored(() => localStorage.removeItem("letterbook.settings"));

/** Back and forth lead to what this visitor read. No script can take an address out of the history: each says whose it is, and
 * in place of another visitor's comes that of what is shown, which is the start while nobody reads. */
function guardHistory(home, start) {
  const others = (state) => (state?.visitor ?? visitor) !== visitor;
  let shown = location.href;
  for (const name of ["pushState", "replaceState"]) {
    const enter = history[name].bind(history);
    history[name] = (state, ...rest) => {
      enter({ ...state, visitor }, ...rest);
      shown = location.href;
    };
  }
  const moved = (event) => {
    if (!others(event.state)) return void (shown = location.href);
    event.stopImmediatePropagation();
    history.replaceState({}, "", start.hidden ? shown : home.href);
  };
  addEventListener("popstate", moved, { capture: true });
  // A page that the browser kept as it was does not know who reads now.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  const lost = others(history.state);
  history.replaceState(history.state, "");
  if (lost) location.replace(home.href);
}

/** Makes a link of this screen one for everybody, where the pages say themselves where the edition stands: the screen may have it
 * from a disk. */
function published() {
  const edition = new URL(root.dataset.shared, location.href).href;
  const within = ({ origin, pathname }) => (origin + pathname).slice(edition.length);
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  if (!canonical?.endsWith(within(location))) return undefined;
  const base = canonical.slice(0, canonical.length - within(location).length);
  return (link) => base + within(link) + link.hash;
}

/** Whether a link leads to a page of the edition. What else is on its host, a page of the museum or a file, is outside. */
function leadsIn(link) {
  if (link.target || link.hasAttribute("download")) return false;
  const [page, place] = link.href.split("#");
  if (page === location.href.split("#")[0] && place !== undefined) return true;
  if (root.hasAttribute("data-one-file")) return false;
  const edition = new URL(root.dataset.shared, location.href);
  return link.origin === edition.origin && link.pathname.startsWith(edition.pathname) && link.pathname.endsWith("/");
}

/** Closes the dialog that is open, and takes it away at once: there is one name for a dialog. */
function closeBox() {
  const dialog = document.querySelector(".kiosk__box");
  dialog?.close();
  dialog?.remove();
}

/** A dialog in the middle, one at a time, named by what stands first in it; nothing stays open behind it. */
function box(name, ...children) {
  closeBox();
  name.id = "kiosk-name";
  const dialog = made("dialog", { class: "kiosk kiosk__box", "aria-labelledby": name.id }, name, ...children);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function button(text, act) {
  const element = made("button", { type: "button" }, text);
  element.addEventListener("click", act);
  return element;
}

/** Begins, as a query `asked` for it. `page` fetches a page of the edition, `program` and `script` one of its programs and
 * scripts. */
export function run({ page, program, script, asked }) {
  const visits = script("kiosk-visits");
  if (new URLSearchParams(asked).get("kiosk") === "visits") {
    visits.then(({ show }) => show({ made, box, button }));
    return;
  }
  const count = (what) => visits.then((visits) => visits.count(what)).catch((error) => void console.info(error));
  const idle = Math.max(setting(asked, "idle", 60), LEAST_IDLE);
  const screen = setting(asked, "screen");
  const fit = () => root.style.setProperty("--target", screen ? `${Math.ceil((15 * innerWidth) / screen)}px` : "15mm");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  root.dataset.kiosk = "";
  fit();
  addEventListener("resize", fit);

  // Where the edition begins in the language that the screen was set up with; followed by the program like any link.
  const home = made("a", { hidden: "", tabindex: "-1" });
  home.href = new URL(root.dataset.root, location.href).href;
  const forAll = published();
  if (forAll) root.dataset.kiosk = "public";
  if (root.hasAttribute("data-one-file")) home.setAttribute("href", root.dataset.root);
  const tongue = root.lang;

  const start = made("div", { class: "kiosk kiosk__start", role: "dialog", "aria-modal": "true", "aria-labelledby": "kiosk-title" });
  const bar = made("div", { class: "kiosk kiosk__bar", role: "group" });
  document.body.append(home, bar, start);
  // It has a second line where the screen is narrow; the bar of what was found stands above all of it.
  new ResizeObserver(() => root.style.setProperty("--kiosk-bar", `${bar.offsetHeight}px`)).observe(bar);

  // Behind the invitation nothing is reached, by a key or by a reader for the blind.
  function shut() {
    for (const element of document.body.children) element.inert = element !== start && !start.hidden;
  }

  async function invite() {
    const say = WORDS[tongue] ?? WORDS.en;
    const title = made("h1", { id: "kiosk-title" }, document.querySelector(".shell__title")?.textContent ?? document.title);
    const begin = button(say.begin, () => enter());
    begin.className = "kiosk__begin";
    start.replaceChildren(title, begin);
    start.hidden = false;
    shut();
    begin.focus({ preventScroll: true });
    // What else invites comes when it is there.
    const { said, letters } = await (invitation ??= gathered());
    if (start.hidden) return;
    if (said) title.after(made("p", {}, said));
    const offered = letters.map(({ href, text }) => {
      const offer = made("a", { href }, text);
      offer.addEventListener("click", () => enter());
      return made("li", {}, offer);
    });
    if (offered.length > 0) start.append(made("ul", { "aria-label": say.letters }, ...offered));
  }

  // What the first page says of the edition, and the first of its letters. In an edition of one file that page is shown now.
  let invitation;
  async function gathered() {
    const rows = ".letters__rows li";
    const stored = await page(home.href).catch(() => document);
    const first = stored.querySelector(rows) ? stored : document;
    const letters = [...first.querySelectorAll(rows)].slice(0, OFFERED).map((line) => {
      const href = line.querySelector("a[href]").getAttribute("href");
      const text = line.textContent.trim().replace(/\s+/g, " ");
      return { href: href.startsWith("#") ? href : new URL(href, home.href).href, text };
    });
    return { said: first.querySelector(".letters__description")?.textContent, letters };
  }

  function enter() {
    start.hidden = true;
    shut();
    document.getElementById("main")?.focus({ preventScroll: true });
    setReading(true);
    // What is shown is theirs from now on.
    history.replaceState(history.state, "");
    count("begun");
    touched();
  }

  // Languages and the way back are one touch away; what they lead to is what the page itself offers.
  function furnish() {
    const say = words();
    const tongues = [...document.querySelectorAll("#settings a[hreflang]")].map((link) => {
      const choice = button(link.textContent.trim(), () => link.click());
      choice.lang = link.hreflang;
      if (link.hasAttribute("aria-current")) choice.setAttribute("aria-current", "true");
      return choice;
    });
    bar.setAttribute("aria-label", say.over);
    bar.replaceChildren(button(say.over, reset), made("span"), ...tongues);
  }

  function reset() {
    closeBox();
    for (const opened of document.querySelectorAll(":popover-open")) opened.hidePopover();
    script("settings")
      .then(({ forget }) => forget())
      .catch((error) => void console.info(error))
      .then(forgetChoices);
    getSelection()?.empty();
    setReading(false);
    visitor += 1;
    stored(() => sessionStorage.setItem(VISITOR, visitor));
    home.click();
    invite();
    // Nobody is asked where nobody reads.
    touched();
    anew();
  }

  // Each live view leaves a listener behind that its library never lets go of. After many visits the page is loaded again,
  // while nobody is there, and only if it is to be had: a screen that shows an error helps nobody.
  let visitors = 0;
  async function anew() {
    visitors += 1;
    if (visitors < VISITORS) return;
    const there = location.protocol === "file:" || (await fetch(BEGUN).catch(() => undefined))?.ok;
    if (there && !start.hidden) location.replace(BEGUN);
  }

  let timer;
  function touched() {
    clearTimeout(timer);
    if (start.hidden) timer = setTimeout(warn, idle * 1000);
  }

  function warn() {
    let seconds = WARNING;
    const say = words();
    // Heard once, when it opens; the seconds that run are for eyes alone.
    const heard = made("p", { class: "visually-hidden" }, say.idle(seconds));
    const seen = made("p", { "aria-hidden": "true" }, say.idle(seconds));
    const close = () => dialog.close();
    const dialog = box(heard, seen, button(say.stay, close));
    dialog.setAttribute("role", "alertdialog");
    // Whoever touches anything still reads. It closes when the finger is gone, else what lies behind would be touched too.
    for (const name of ["click", "pointercancel", "wheel"]) dialog.addEventListener(name, close, { passive: true });
    dialog.addEventListener("pointerup", () => setTimeout(close, 300));
    const tick = setInterval(() => {
      seconds -= 1;
      if (seconds > 0) seen.textContent = say.idle(seconds);
      else {
        clearInterval(tick);
        reset();
      }
    }, 1000);
    dialog.addEventListener("close", () => {
      clearInterval(tick);
      touched();
    });
  }

  // An address for the visitor's own telephone.
  async function show(why, address) {
    const place = made("p", {}, address);
    const dialog = box(made("p", {}, why), place, button(words().close, () => dialog.close()));
    const drawn = await script("kiosk-code")
      .then(({ code }) => code(program, address))
      .catch((error) => void console.info(error));
    if (drawn) place.before(drawn);
  }

  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || link.closest(".kiosk")) return;
      if (forAll && link.matches(".permalink")) {
        event.preventDefault();
        event.stopImmediatePropagation();
        show(words().passage, forAll(link));
        return;
      }
      // No way leads out: what is elsewhere is shown.
      if (leadsIn(link)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (/^https?:/.test(link.protocol) && !link.hasAttribute("download")) show(words().outside, link.href);
    },
    true,
  );
  addEventListener("contextmenu", (event) => event.preventDefault());
  addEventListener("dragstart", (event) => event.preventDefault());
  for (const name of ["pointerdown", "keydown", "wheel", "scroll"]) addEventListener(name, touched, { capture: true, passive: true });

  new MutationObserver((changes) => {
    furnish();
    shut();
    // Dialogs are put into the body too.
    const turned = changes.some(({ addedNodes }) => [...addedNodes].some(({ id }) => id === "app"));
    if (!turned) return;
    if (start.hidden) count("pages");
    // A page that comes takes the focus; while nobody reads, the invitation has it.
    else start.querySelector("button").focus({ preventScroll: true });
  }).observe(document.body, { childList: true });
  furnish();
  start.hidden = isReading();
  guardHistory(home, start);
  if (start.hidden) return touched();
  // A visit may have ended with the current.
  forgetChoices();
  invite();
}
