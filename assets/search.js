// Words in all letters. The program that finds them is `letterbook-search`; here it is brought what it asks for, and a letter
// that was found is marked. The search page is in `search-page.js`.

const root = document.documentElement;
// What is said, in the language of the page.
let WORDS;
const words = () => WORDS[root.lang] ?? WORDS.en;

function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// What start.js has: how files, pages and programs are brought, and where the reader is.
let means;
/** The index, the program's first part with it, and its further parts by name. */
let index;
let beginning;
const parts = new Map();
let tongue;
/** Whether the list of letters is here, or lost. */
let listed = false;
/** Files on their way before the program asks for them. */
const coming = new Map();

function bring(file) {
  const brought = coming.get(file) ?? means.fetched(file);
  coming.set(file);
  return brought;
}

/** Lets come what a first search will ask for, while the program is still on its way. */
async function ahead(query) {
  const { files } = await means.script("search-ahead");
  for (const file of files(await index, query, root.lang)) {
    if (coming.has(file)) continue;
    const brought = means.fetched(file);
    brought.catch(() => {});
    coming.set(file, brought);
  }
}

/** Begins with the index; what cannot be had is asked for again another time. */
function begin() {
  // Dates are in the language of the page.
  if (tongue !== root.lang) index = undefined;
  if (index) return;
  tongue = root.lang;
  listed = false;
  coming.clear();
  index = means.fetched("find.ltb");
  parts.clear();
  beginning = Promise.all([means.program("letterbook-search"), index]).then(([program, bytes]) => {
    if (!program.open(bytes, tongue)) throw new Error("the index cannot be read");
    return program;
  });
  beginning.catch(() => (index = undefined));
}

/** A further part of the program. */
function further(name) {
  begin();
  const coming = parts.get(name) ?? means.program(name, beginning);
  parts.set(name, coming);
  coming.catch(() => parts.get(name) === coming && parts.delete(name));
  return coming;
}

/** What shows where letters have what was found. */
const marker = () => further("letterbook-pieces");

/** What finds all that queries can ask for, with what a search will ask for. */
async function opened(query) {
  begin();
  // What does not come like that is asked for by the program.
  if (query && !listed) ahead(query).catch(() => {});
  marker().catch(() => {});
  const [program] = await Promise.all([further("letterbook-found"), beginning]);
  return program;
}

/** Lets the page answer its reader before what comes next. */
const pause = () => (globalThis.scheduler?.yield ? scheduler.yield() : new Promise((on) => setTimeout(on)));

const lines = (said) => said.split("\n").filter(Boolean).map((line) => line.split("\t"));

/** Brings files that the program asks for. They are taken in piece by piece: where a frequent word stands is long. */
async function brought(files) {
  const program = await beginning;
  const arriving = files.map((file) => bring(file).catch(() => undefined));
  for (const [at, file] of files.entries()) {
    const bytes = await arriving[at];
    // What came for another language of the page is for nobody.
    if (!program.came(file, bytes)) (await parts.get("letterbook-found"))?.listed(file, bytes);
    do await pause();
    while (program.opening());
  }
}

/** What the program says to a question, once it has all that it needs for that; nothing once something else is asked. */
async function answered(ask, wanted) {
  while (wanted()) {
    const said = lines(ask());
    const needs = said.filter(([kind]) => kind === "needs").map(([, file]) => file);
    if (needs.length === 0) return said;
    await brought(needs);
  }
  return [];
}

/** Words and nothing else; in capitals, these stand between alternatives. */
const PLAIN = /^(?!.*(?<!\S)(OR|ODER)(?!\S))[\p{L}\p{M}\p{N}\s]+$/u;

/** In an edition of one file all is here. */
const isOneFile = () => root.hasAttribute("data-one-file");

/** Whether what is asked can be answered in part before all is here. */
const isPlain = (parameters) => !listed && parameters.size === 1 && PLAIN.test(parameters.get("q") ?? "") && !isOneFile();

/** When the letters are told that are found first. */
let told = Promise.resolve();

/** The letters that are found first, while the rest of the program and the list of letters are on their way; nothing where these
 * are to be waited for. */
function foundFirst(parameters, typing, wanted) {
  if (!isPlain(parameters)) return [];
  begin();
  const query = parameters.get("q");
  ahead(query).catch(() => {});
  const text = query.normalize("NFD").toLowerCase();
  const said = beginning.then(({ first }) => answered(() => first(text, typing), wanted));
  told = said.catch(() => {});
  return said;
}

/** Searches, and brings what that takes; nothing once something else is asked. */
async function searched(query, typing, wanted = () => true) {
  const program = await opened(new URLSearchParams(query).get("q"));
  if (isOneFile()) await withList();
  return answered(() => program.search(query, typing), wanted);
}

/** The program with the list of letters: what they can be narrowed by, and what is offered, is told by it. Whether it is lost. */
async function withList(wanted = () => true) {
  const program = await opened();
  const said = await answered(program.lists, wanted);
  listed = wanted();
  return said.length > 0;
}

/** So long who types is left to type on, in milliseconds: by then what they asked is on its way. */
const SOON = 250;

/** The program when it can offer names and letters. What is found comes before it. */
async function offering() {
  if (!listed) {
    await new Promise((on) => setTimeout(on, SOON));
    await told;
    await withList();
  }
  return opened();
}

const lowered = new Map();

/** A character in lower case, decomposed. */
function lower(sign) {
  let low = lowered.get(sign);
  if (low === undefined) lowered.set(sign, (low = sign.normalize("NFD").toLowerCase()));
  return low;
}

const PARTS = ".letter__text, .notes, .commentary__text";
const ASIDE = ".permalink, .visually-hidden, .noteref, .notes__label, .notes__back, .notes__hide, .notes__page, .tei-pb, .tei-lb__hyphen, .popover, .card, button, h2, h3, [hidden]";
/** On the page of an entry. */
const NAMES = ".entry h1, .entry__facts .entry__other-names li";
/** So many entries of a letter are asked for their other names. */
const ASKED = 60;
const BLOCKS = "p, li, dd, td, h1, h4, div, figure, blockquote";

/** The text of a letter as it is searched, with the way back to its nodes. */
function textOf(page) {
  let text = "";
  // Of each unit of the text: which node, and where in it.
  const nodes = [];
  const places = [];
  let block;
  for (const part of page.getElementById("app").querySelectorAll(PARTS)) {
    const walker = page.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(ASIDE)) continue;
      const inside = node.parentElement.closest(BLOCKS);
      if (inside !== block) {
        text += "\n";
        places.push([nodes.length - 1, -1]);
        block = inside;
      }
      nodes.push(node);
      let at = 0;
      for (const sign of node.data) {
        const low = lower(sign);
        for (let unit = 0; unit < low.length; unit += 1) places.push([nodes.length - 1, at]);
        text += low;
        at += sign.length;
      }
    }
  }
  /** What stands there as it is written. */
  const written = (from, to) => {
    let out = "";
    let last;
    for (let at = from; at < to; at += 1) {
      const [node, place] = places[at];
      if (place < 0) out += " ";
      else if (!last || last[0] !== node || last[1] !== place) out += String.fromCodePoint(nodes[node].data.codePointAt(place));
      last = places[at];
    }
    return out.replace(/\s+/g, " ");
  };
  const range = (from, to) => {
    const [first, start] = places[from];
    const [last, place] = places[to - 1];
    const range = page.createRange();
    range.setStart(nodes[first], start);
    range.setEnd(nodes[last], place + String.fromCodePoint(nodes[last].data.codePointAt(place)).length);
    return range;
  };
  return { text, written, range };
}

/** Length of a piece of a letter, in characters. */
const PIECE = 170;

/** Shows the pieces of a letter that was found, which say why; its beginning where there is none, or nothing that finds them. */
function showPieces(place, names, page, program) {
  const { text, written } = textOf(page);
  const [count, ...said] = program?.pieces(text, PIECE) ?? [0];
  if (count > 0) names.append(made("span", { class: "find__count" }, ` · ${words().hits(count)}`));
  for (let at = 0; at < said.length; ) {
    const [from, to, marks] = said.slice(at, at + 3);
    const piece = made("p", { class: "find__piece" });
    let last = from;
    for (let mark = 0; mark < marks; mark += 1) {
      const [start, end] = said.slice(at + 3 + 2 * mark, at + 5 + 2 * mark);
      piece.append(written(last, start), made("mark", {}, written(start, end)));
      last = end;
    }
    piece.append(written(last, to));
    if (text[from - 1] !== "\n") piece.prepend("… ");
    if (to < text.length && text[to] !== "\n") piece.append(" …");
    place.append(piece);
    at += 3 + 2 * marks;
  }
  if (said.length === 0) {
    const opening = written(1, Math.min(text.length, PIECE)).replace(/\s\S*$/, "");
    place.append(made("p", { class: "find__piece" }, `${opening} …`));
  }
}

/** The names in a letter of whom or what is called otherwise there than it was asked for: their pages tell their other names. */
async function named(letter, program) {
  const callers = [...letter.querySelectorAll(PARTS)].flatMap((part) => [...part.querySelectorAll("a.name[href]")]);
  const shown = callers.filter((caller) => !caller.closest(ASIDE));
  const meant = new Set();
  const look = async (address) => {
    const entry = await means.page(address).catch(() => undefined);
    const names = [...(entry?.querySelectorAll(NAMES) ?? [])].map((name) => [...name.textContent].map(lower).join(""));
    if (program.marks(names.join("\n")).length > 0) meant.add(address);
  };
  await Promise.all([...new Set(shown.map((caller) => caller.href))].slice(0, ASKED).map(look));
  return shown.filter((caller) => meant.has(caller.href)).map((caller) => {
    const range = document.createRange();
    range.selectNodeContents(caller);
    return range;
  });
}

/** So many signs on each side of a place are said with it. */
const NEAR = 60;

/** What stands around a place, in a line. */
function around(range) {
  const block = range.startContainer.parentElement.closest(BLOCKS) ?? range.startContainer.parentElement;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const text = block.textContent;
  const at = before.toString().length;
  return text.slice(Math.max(0, at - NEAR), at + String(range).length + NEAR).replace(/\s+/g, " ").trim();
}

/** Marks in a letter what was found, and goes from place to place. */
async function places(query) {
  const page = document.getElementById("app");
  const [program] = await Promise.all([marker(), searched(new URLSearchParams({ q: query }).toString(), false)]);
  if (!page.isConnected) return;
  const { text, range } = textOf(document);
  const said = program.marks(text);
  const ranges = [];
  for (let at = 0; at < said.length; at += 2) {
    // Pairs of Han overlap.
    if (at > 0 && said[at] < said[at - 1]) ranges.push(range(said[at - 1], Math.max(said[at - 1] + 1, said[at + 1])));
    else ranges.push(range(said[at], said[at + 1]));
  }
  if (ranges.length === 0) ranges.push(...(await named(page, program)));
  if (!page.isConnected) return;
  const marked = globalThis.Highlight && CSS.highlights;
  const paint = (name, ranges) => marked && CSS.highlights.set(name, new Highlight(...ranges));
  // Where the browser cannot mark without touching the text, what is found is selected in turn.
  paint("find", ranges);
  whenLeft(page, putOut);
  const status = made("span", { role: "status", class: "find-bar__status" });
  // Who does not see the mark hears the words around it.
  const heard = made("span", { "aria-live": "polite", class: "visually-hidden" });
  let now = -1;
  const to = (next) => {
    now = (next + ranges.length) % ranges.length;
    const range = ranges[now];
    paint("find-now", [range]);
    const element = range.startContainer.parentElement;
    element.closest("details:not([open])")?.setAttribute("open", "");
    if (!marked) getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    // The page may say that more of its lower edge is covered, as on the screen of a museum.
    const covered = Math.max(120, parseFloat(getComputedStyle(root).scrollPaddingBlockEnd) || 0);
    if (top < 80 || bottom > innerHeight - covered) scrollTo({ top: scrollY + top - innerHeight / 3, behavior: "instant" });
    status.textContent = words().at(now + 1, ranges.length);
    heard.textContent = around(range);
  };
  const close = () => {
    bar.remove();
    putOut();
    // The reader goes on where they are.
    const place = ranges[now]?.startContainer.parentElement.closest(BLOCKS) ?? document.getElementById("main");
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  const button = (label, sign, press) => made("button", { type: "button", "aria-label": label, title: label, click: press }, sign);
  const back = `${root.dataset.root}search/?${new URLSearchParams({ q: query })}`;
  const steps = ranges.length ? [button(words().previous, "↑", () => to(now - 1)), button(words().next, "↓", () => to(now + 1))] : [];
  const bar = made(
    "div",
    { class: "find-bar", role: "search", "aria-label": query, keydown: ({ key }) => key === "Escape" && close() },
    made("span", { class: "find-bar__query" }, query),
    status,
    heard,
    ...steps,
    made("a", { href: back }, words().back),
    button(words().close, "×", close),
  );
  document.getElementById("main").before(bar);
  if (ranges.length) to(0);
  else status.textContent = words().nowhere;
}

/** Does something when the page is left that an element stands on: what listens beyond the page would hold all of it. */
function whenLeft(element, act) {
  const watch = new MutationObserver(() => {
    if (element.isConnected) return;
    watch.disconnect();
    act();
  });
  watch.observe(document.body, { childList: true });
}

/** Puts out the light on what was found. */
function putOut() {
  if (globalThis.CSS?.highlights) ["find", "find-now"].forEach((name) => CSS.highlights.delete(name));
}

/** What a page has to do with the search, when it stands. */
export async function arrive(given, focus) {
  means = given;
  const page = document.getElementById("find");
  const query = means.place().get("find");
  // All at once: none needs the others in order to come.
  const asked = page ? means.place() : new URLSearchParams({ q: query ?? "", find: "" });
  if (isPlain(asked)) {
    begin();
    ahead(asked.get("q")).catch(() => {});
  } else if (asked.get("q")) opened(asked.get("q")).catch(() => {});
  const scripts = [means.script("search-words"), page && means.script("search-page")];
  const [said, shown] = await Promise.all(scripts);
  WORDS = said.WORDS;
  if (!WORDS) throw new Error("search-words.js is damaged");
  if (page) {
    const { search } = shown;
    search({ words, made, lines, means, opened, marker, offering, foundFirst, searched, answered, withList, showPieces, pause, whenLeft }, page, focus);
  } else if (query) {
    await places(query);
  }
}
