// The search page: what a reader types, what was found, and what that is narrowed by. It is taken over by `search.js`.

/** Letters that are shown at a time. */
const PAGE = 10;
/** So many names are put into a list before anybody asks for it. */
const AT_ONCE = 60;
/** How long a reader pauses who is no longer typing, in milliseconds. */
const PAUSE = 180;

const root = document.documentElement;

// What `search.js` has.
let words, made, lines, means, opened, marker, offering, foundFirst, searched, answered, withList, showPieces, pause, whenLeft;

/** What the reader asked that is on its way or shown. */
let asked = 0;

function addressOf(parameters) {
  const path = root.hasAttribute("data-one-file") ? location.hash.split("?")[0] || "#search/" : location.pathname;
  const query = parameters.toString();
  return query ? `${path}?${query}` : path;
}

/** Takes over the search page. */
export function search(tools, page, focus) {
  ({ words, made, lines, means, opened, marker, offering, foundFirst, searched, answered, withList, showPieces, pause, whenLeft } = tools);
  page.querySelector(".find__still")?.remove();
  const field = page.querySelector("#find-words");
  const form = page.querySelector("form");
  const part = (name) => page.querySelector(`.find__${name}`);
  const [status, notices, narrow, facets, years, list, more] = ["status", "notices", "narrow", "facets", "years", "letters", "more"].map(part);
  let parameters = means.place();
  let timer;
  const view = { page, field, status, notices, narrow, facets, years, list, more };

  const go = (next, push, typing = false) => {
    clearTimeout(timer);
    parameters = next;
    const { found, ...state } = history.state ?? {};
    if (push) history.pushState(state, "", addressOf(parameters));
    else history.replaceState(state, "", addressOf(parameters));
    show(view, parameters, typing, go);
  };
  const typed = () => {
    const next = new URLSearchParams(parameters);
    if (field.value.trim()) next.set("q", field.value);
    else next.delete("q");
    return next;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(typed(), field.value !== (parameters.get("q") ?? ""));
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    // Who has gone on meanwhile is elsewhere.
    timer = setTimeout(() => page.isConnected && go(typed(), false, true), PAUSE);
  });
  // A browser's own way to empty the field.
  field.addEventListener("search", () => field.value || go(typed(), false));
  suggest(field, () => go(typed(), true));
  const back = () => {
    parameters = means.place();
    field.value = parameters.get("q") ?? "";
    show(view, parameters, false, go);
  };
  addEventListener("popstate", back);
  whenLeft(page, () => removeEventListener("popstate", back));
  // The way to this page from itself leads to its beginning.
  document.querySelector(".shell__nav [aria-current=page]")?.addEventListener("click", (event) => {
    event.preventDefault();
    field.value = "";
    go(new URLSearchParams(), true);
    field.focus();
  });
  // What was typed before anything could hear of it counts.
  if (field.value && !parameters.has("q")) parameters = typed();
  else field.value = parameters.get("q") ?? "";
  if (focus) field.focus();
  show(view, parameters, false, go);
}

/** The lines of a kind, without its name. */
const told = (lines, kind) => lines.filter(([known]) => known === kind).map(([, ...parts]) => parts);

const joined = (lines) => lines.map((line) => line.join("\t")).join("\n");

async function show(view, parameters, typing, go) {
  const turn = (asked += 1);
  const { status, notices, narrow, facets, years, list, more } = view;
  if (![...parameters].some(([key, value]) => key !== "sort" && value.trim())) {
    status.textContent = "";
    for (const part of [notices, facets, years, list]) part.replaceChildren();
    for (const part of [narrow, years, more]) part.hidden = true;
    return;
  }
  if (narrow.hidden) {
    // On a telephone it would cover the letters.
    narrow.open = matchMedia("(width >= 40rem)").matches || [...parameters.keys()].some((key) => key !== "q");
    narrowing(view, parameters, [], go);
    strip(view, parameters, [], go);
  }
  const waiting = setTimeout(() => turn === asked && (status.textContent = words().wait), 400);
  let said, program, best;
  const query = parameters.get("q") ?? "";
  const say = (text) => status.textContent !== text && (status.textContent = text);
  const again = () => (program?.retry(), go(parameters, false));
  const lost = () => made("p", { class: "find__lost" }, words().lost, " ", made("button", { type: "button", click: again }, words().retry));
  // A part that is not there is told of once.
  let amiss = false;
  const missing = () => {
    amiss = true;
    if (turn === asked && !notices.querySelector(".find__lost")) notices.append(lost());
  };
  const items = (lines) => lines.map((line) => letter(line, query, turn, missing));
  const here = () => turn === asked;
  let first = "";
  try {
    const [count, ...letters] = await foundFirst(parameters, typing, here);
    if (count && here()) {
      clearTimeout(waiting);
      first = joined(letters.map(([, ...line]) => line));
      say(words().found(Number(count[1]), Number(count[1])));
      notices.replaceChildren();
      list.replaceChildren(...items(lines(first)));
    }
    program = await opened(query);
    said = await searched(parameters.toString(), typing, here);
    best = await answered(() => program.letters(0, PAGE), here);
  } catch (error) {
    console.error(error);
    // What was found first stays.
    if (turn === asked && !first) status.textContent = words().failed;
    return missing();
  } finally {
    clearTimeout(waiting);
  }
  await pause();
  if (turn !== asked) return;
  const of = (kind) => told(said, kind);
  const [[all, shown]] = of("found");
  const nothing = of("lost").length > 0 ? words().unsure : words().none;
  say(all === "0" ? nothing : words().found(Number(shown), Number(all)));
  if (!typing && of("offer").length > 0) offer(status, of("offer"), query, parameters, go).catch(console.error);
  notices.replaceChildren(
    ...of("meaning").map(([typed, found]) => made("p", {}, words().meaning(typed, found))),
    ...of("ignored").map(([ignored]) => made("p", {}, words().ignored(ignored))),
    ...(amiss || of("lost").length > 0 ? [lost()] : []),
  );
  if (all === "0") notices.append(...each(query, go));
  const put = (letters) => {
    const added = items(letters);
    list.append(...added);
    more.hidden = list.childElementCount >= Number(shown);
    return added[0];
  };
  const next = async () => {
    const from = list.childElementCount;
    const letters = await answered(() => program.letters(from, from + PAGE), here);
    // Pressed twice, it is told twice.
    return from === list.childElementCount ? put(letters) : undefined;
  };
  // What stands there already stays: somebody may be at it.
  if (!first || first !== joined(best)) {
    list.replaceChildren();
    put(best);
  }
  more.hidden = list.childElementCount >= Number(shown);
  more.onclick = async () => (await next())?.querySelector("a").focus();
  // Who comes back from a letter is where they left, and so is the keyboard. Anybody else sees the letters a frame before what
  // they can be narrowed by.
  const left = history.state?.found;
  if (left === undefined) await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  // The letters stand, whatever becomes of the list of all.
  const isLost = await withList(here).catch(() => true);
  if (turn !== asked) return;
  if (isLost) missing();
  // Of thousands of letters each of these takes a while.
  let choices;
  for (const step of [
    () => (choices = lines(program.choices())),
    () => narrowing(view, parameters, told(choices, "choice"), go),
    () => strip(view, parameters, told(choices, "year"), go),
  ]) {
    if (turn !== asked) return;
    step();
    await pause();
  }
  if (turn !== asked || left === undefined) return;
  while (here() && list.childElementCount <= left && !more.hidden) if (!(await next())) break;
  const link = list.children[left]?.querySelector("a");
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "center" });
}

/** Where no letter has all, the ways to the letters that have one of them. */
function each(query, go) {
  const pieces = query.match(/\S*"[^"]*"|\S+/g) ?? [];
  return pieces.length < 2 ? [] : [made("p", { class: "find__each" }, ...ways(words().each, pieces, new URLSearchParams(), go))];
}

/** A query with a word in place of one like it, as the index has both; fields, and what is left out or put in quotation marks, stay. */
function instead(query, [typed, word], folded) {
  const written = (part) => (/^\p{Lu}/u.test(part) ? word[0].toUpperCase() + word.slice(1) : word);
  return query.replace(/"[^"]*"|[\p{L}\p{M}\p{N}]+/gu, (part, at) => (folded(part) === typed && !"-:".includes(query[at - 1] ?? " ") ? written(part) : part));
}

/** Offers words like those that few letters have. In the line of the count: letters that stand already stay where they are. */
async function offer(status, offers, query, parameters, go) {
  const turn = asked;
  const { folded } = await means.script("search-ahead");
  const others = offers.map((offer) => instead(query, offer, folded)).filter((other) => other !== query);
  if (turn === asked) status.append(...ways(` · ${words().instead}`, others, parameters, go));
}

/** Other queries for the letters that have what else is asked of them. */
function ways(label, queries, parameters, go) {
  const links = queries.flatMap((query) => {
    const next = new URLSearchParams(parameters);
    next.set("q", query);
    const click = (event) => (event.preventDefault(), (document.getElementById("find-words").value = query), go(next, true));
    return [" ", made("a", { href: addressOf(next), click }, query)];
  });
  return links.length > 0 ? [label, ...links] : [];
}

/** When the pieces of the letters that arrived before are there. */
let inTurn = Promise.resolve();

/** A letter that was found; its pieces are brought when it comes into view. */
function letter([path, date, from, to, language, known], query, turn, missing) {
  const address = root.dataset.root + path;
  const parameters = new URLSearchParams(query ? { find: query } : {});
  // In the state of this page: which letter was opened.
  const click = () => history.replaceState({ ...history.state, found: [...item.parentElement.children].indexOf(item) }, "");
  const link = made("a", { href: query ? `${address}?${parameters}` : address, click }, date || words().undated);
  const parties = known || `${from || words().unknown} ${words().to} ${to || words().unknown}`;
  const names = made("span", { class: "find__names" }, made("bdi", {}, parties));
  const place = made("div", { class: "find__pieces", lang: language });
  const item = made("li", { class: "find__letter" }, made("p", { class: "find__line" }, link, " ", names), place);
  const seen = new IntersectionObserver(async (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    const brought = [marker().catch(console.error), means.page(new URL(address, location.href).href).catch(() => undefined)];
    const [program, page] = await Promise.all(brought);
    if (!program || !page) missing();
    if (!page) return;
    // One letter after the other, however many arrive at once.
    inTurn = inTurn
      .then(pause)
      .then(() => turn === asked && showPieces(place, names, page, program))
      .catch(console.error);
  }, { rootMargin: "200px" });
  seen.observe(item);
  return item;
}

/** The same narrowed to letters that have a value of something; to any without one. */
function narrowed(parameters, key, value) {
  const next = new URLSearchParams(parameters);
  if (value) next.set(key, value);
  else next.delete(key);
  return next;
}

/** What the letters can be narrowed by, each with how many it would show. What there is nothing to choose of keeps its place. */
function narrowing({ narrow, facets }, parameters, choices, go) {
  const changed = (key) => ({ target }) => go(narrowed(parameters, key, target.value), true);
  const select = (key, label, options, disabled) =>
    made("label", { class: "letters__filter" }, made("span", {}, label), made("select", { name: key, disabled, change: changed(key) }, ...options));
  const option = (value, name, chosen) => made("option", { value, selected: chosen }, name);
  const focused = facets.contains(document.activeElement) ? document.activeElement.name : undefined;
  const known = Object.entries(words().facets).filter(([key]) => facets.dataset.facets.split(" ").includes(key) || parameters.has(key));
  const selects = known.map(([key, label]) => {
    const own = choices.filter(([facet]) => facet === key);
    const chosen = parameters.get(key) ?? "";
    const any = option("", words().any, !chosen);
    const options = (own) => own.map(([, value, name, count]) => option(value, `${name} (${count})`, value === chosen));
    if (own.length <= AT_ONCE) return select(key, label, [any, ...options(own)], own.length < 2 && !chosen);
    // A browser measures every name of a list, seen or not: thousands come when the reader comes to them.
    const field = select(key, label, [any, ...options(own.filter(([, value]) => value === chosen))]);
    const fill = ({ target }) => target.length < own.length && target.replaceChildren(any, ...options(own));
    for (const coming of ["pointerdown", "focusin"]) field.addEventListener(coming, fill);
    return field;
  });
  const orders = ["", "earliest", "latest"].map((order, at) => option(order, words().orders[at], (parameters.get("sort") ?? "") === order));
  facets.replaceChildren(...selects, select("sort", words().order, orders));
  narrow.hidden = false;
  if (focused) facets.querySelector(`[name="${focused}"]`)?.focus();
}

/** Most years that stand side by side with the empty ones between them. */
const SPAN = 120;

/** How many letters were found of each year; a year narrows to it, and lets go again. */
function strip({ years, facets }, parameters, found, go) {
  const [first, last] = [Number(found[0]?.[0]), Number(found.at(-1)?.[0])];
  const counted = new Map(found);
  const row = Array.from({ length: last - first + 1 || 0 }, (_, at) => String(first + at));
  const counts = row.length > SPAN ? found : row.map((year) => [year, counted.get(year) ?? "0"]);
  const most = Math.max(...counts.map(([, count]) => Number(count)), 1);
  const chosen = parameters.get("year");
  years.hidden = !facets.dataset.facets.includes("year") && found.length < 2 && !chosen;
  years.replaceChildren(
    ...counts.map(([year, count]) => {
      const choose = () => go(narrowed(parameters, "year", chosen === year ? "" : year), true);
      const height = Math.ceil((Number(count) / most) * 8);
      return made("li", {}, made(
        "button",
        { type: "button", class: "find__year", disabled: count === "0", "data-height": height, "aria-pressed": String(chosen === year), title: `${year}: ${count}`, click: choose },
        made("span", { class: "find__year-name" }, year),
        made("span", { class: "visually-hidden" }, ` ${count}`),
      ));
    }),
  );
}

/** Names of correspondents and places, and letters, while somebody types (ARIA combobox with a list). */
function suggest(field, go) {
  const list = document.getElementById("find-suggested");
  let now = -1;
  /** What was typed last; nothing is offered any more for what was typed before. */
  let turn = 0;
  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    now = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const point = (to) => {
    options()[now]?.setAttribute("aria-selected", "false");
    now = to;
    const option = options()[now];
    option?.setAttribute("aria-selected", "true");
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    const { word, name, path } = option.dataset;
    if (path) {
      // Followed by the program like any link.
      const link = made("a", { href: root.dataset.root + path, hidden: true });
      field.after(link);
      link.click();
      return link.remove();
    }
    field.value = `${field.value.slice(0, Number(list.dataset.from))}${words().fields[word]}:"${name}" `;
    close();
    go();
  };
  field.addEventListener("input", async () => {
    const own = (turn += 1);
    const typed = field.value;
    const from = typed.lastIndexOf(" ") + 1;
    const last = typed.slice(from);
    if (last.length < 2 || /["„“«:*]/.test(typed.slice(from - 1))) return close();
    const program = await offering().catch(() => undefined);
    if (!program || own !== turn) return;
    list.dataset.from = from;
    list.replaceChildren(
      ...lines(program.suggested(last)).map(([word, name, path], at) => made(
        "li",
        { role: "option", id: `find-suggested-${at}`, "aria-selected": "false", "data-word": word, "data-name": name, "data-path": path, mousedown: (event) => event.preventDefault(), click: (event) => take(event.currentTarget) },
        name,
        made("span", { class: "find__kind" }, ` ${words().suggested[word]}`),
      )),
    );
    now = -1;
    list.hidden = list.childElementCount === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const count = options().length;
    if (event.key === "ArrowDown") point((now + 1) % count);
    else if (event.key === "ArrowUp") point(now < 0 ? count - 1 : now - 1);
    else if (event.key === "Enter" && now >= 0) take(options()[now]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  for (const [target, event] of [[field, "blur"], [field.form, "submit"]]) {
    target.addEventListener(event, () => {
      turn += 1;
      close();
    });
  }
}
