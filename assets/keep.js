// Keeps the whole edition for reading without a network, when a reader asks for it; says when there is a newer state.

const WORDS = {
  en: {
    title: "Keep this edition",
    about: (size, count) => `To read it without a network, ${size} are stored in this browser (${count} files).`,
    start: "Keep",
    resume: "Go on",
    stop: "Stop",
    remove: "Remove",
    close: "Close",
    going: (done, all) => `${done} of ${all}`,
    kept: "The whole edition is kept here, and is read without a network.",
    older: "There is a newer state of this edition.",
    renew: "Bring it",
    broken: "The network broke off. What has come is kept; you can go on later.",
    full: (size) => `There is no room in this browser for ${size}. What you have read stays kept.`,
    refused: "This browser stores nothing for this page, so nothing can be kept.",
  },
  de: {
    title: "Diese Ausgabe behalten",
    about: (size, count) => `Um sie ohne Netz zu lesen, werden ${size} in diesem Browser gespeichert (${count} Dateien).`,
    start: "Behalten",
    resume: "Weiter",
    stop: "Anhalten",
    remove: "Entfernen",
    close: "Schließen",
    going: (done, all) => `${done} von ${all}`,
    kept: "Die ganze Ausgabe ist hier gespeichert und wird ohne Netz gelesen.",
    older: "Es gibt einen neueren Stand dieser Ausgabe.",
    renew: "Holen",
    broken: "Die Verbindung ist abgebrochen. Was da ist, bleibt; es kann später weitergehen.",
    full: (size) => `In diesem Browser ist kein Platz für ${size}. Was gelesen wurde, bleibt gespeichert.`,
    refused: "Dieser Browser speichert für diese Seite nichts; es kann nichts behalten werden.",
  },
  ru: {
    title: "Сохранить издание",
    about: (size, count) => `Чтобы читать без сети, в этом браузере будет сохранено ${size} (файлов: ${count}).`,
    start: "Сохранить",
    resume: "Продолжить",
    stop: "Остановить",
    remove: "Удалить",
    close: "Закрыть",
    going: (done, all) => `${done} из ${all}`,
    kept: "Всё издание сохранено здесь и читается без сети.",
    older: "Есть более новое состояние издания.",
    renew: "Получить",
    broken: "Связь прервалась. Полученное сохранено; можно продолжить позже.",
    full: (size) => `В этом браузере нет места для ${size}. Прочитанное остаётся сохранённым.`,
    refused: "Этот браузер ничего не хранит для этой страницы; сохранить нельзя.",
  },
};

const SITE = new URL("./", import.meta.url).href;
/** A store for each state of the edition; the address of its list is in it once all the others are. */
const STORE = "letterbook-";
const LIST = new URL("files.txt", SITE).href;
const AT_ONCE = 6;

const words = () => WORDS[document.documentElement.lang] ?? WORDS.en;

function size(bytes) {
  const kilobytes = bytes / 1024;
  const [number, unit] = kilobytes < 1024 ? [kilobytes, "kilobyte"] : [kilobytes / 1024, "megabyte"];
  const digits = number < 10 ? 1 : 0;
  const style = { style: "unit", unit, maximumFractionDigits: digits };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(number);
}

/** What there is to keep, as the site says it now. */
async function wanted() {
  const answer = await fetch(LIST, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const text = await answer.text();
  const [first, ...files] = text.trimEnd().split("\n");
  const [state, , bytes] = first.split(" ");
  return { state, bytes: Number(bytes), files, text };
}

const stores = async () => (await caches.keys()).filter((name) => name.startsWith(STORE));

/** The state that is kept whole, if one is. */
async function whole() {
  for (const name of await stores()) {
    if (await (await caches.open(name)).match(LIST)) return name.slice(STORE.length);
  }
  return undefined;
}

/** Brings what is not kept yet. What has come stays, so that it can go on after a break. */
async function bring({ state, files, text }, signal, progress) {
  const store = await caches.open(STORE + state);
  const there = new Set((await store.keys()).map((request) => request.url));
  const rest = files.map((file) => new URL(file, SITE).href).filter((address) => !there.has(address));
  let done = files.length - rest.length;
  progress(done);
  const one = async () => {
    for (let address = rest.pop(); address; address = rest.pop()) {
      signal.throwIfAborted();
      // The worker keeps no second copy of what is asked for like that.
      const answer = await fetch(address, { signal, cache: "no-store" });
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      await store.put(address, answer);
      progress((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await store.put(LIST, new Response(text));
  // The states before are of no more use.
  for (const name of await stores()) if (name !== STORE + state) await caches.delete(name);
}

function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The dialog, beside the button that asked for it. */
export async function open(button) {
  const say = words();
  const status = made("p", { role: "status" });
  const bar = made("progress", { hidden: "" });
  const act = made("button", { type: "button" }, say.start);
  const remove = made("button", { type: "button", hidden: "" }, say.remove);
  const close = made("button", { type: "button", class: "share__close", "aria-label": say.close }, "×");
  const dialog = made("dialog", { class: "share keep", "aria-label": say.title });
  dialog.append(close, made("h2", {}, say.title), status, bar, made("p", { class: "keep__acts" }, act, remove));
  let running;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    // What is under way goes on in the background no longer than the reader watches it.
    running?.abort();
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  dialog.showModal();

  if (!globalThis.caches || !navigator.serviceWorker) {
    status.textContent = say.refused;
    act.hidden = true;
    return;
  }
  let list;
  const show = async () => {
    const kept = await whole();
    list = await wanted().catch(() => undefined);
    remove.hidden = (await stores()).length === 0;
    const fresh = kept !== undefined && (!list || kept === list.state);
    act.hidden = fresh || !list;
    bar.hidden = true;
    if (fresh) status.textContent = say.kept;
    else if (!list) status.textContent = say.broken;
    else {
      status.textContent = (kept ? `${say.older} ` : "") + say.about(size(list.bytes), list.files.length);
      const begun = (await stores()).includes(STORE + list.state);
      act.textContent = begun ? say.resume : kept ? say.renew : say.start;
    }
  };
  const keep = async () => {
    const room = await navigator.storage?.estimate?.();
    if (room && room.quota - room.usage < list.bytes) {
      status.textContent = say.full(size(list.bytes));
      return;
    }
    await navigator.storage?.persist?.();
    running = new AbortController();
    act.textContent = say.stop;
    bar.hidden = false;
    bar.max = list.files.length;
    try {
      await bring(list, running.signal, (done) => {
        bar.value = done;
        status.textContent = say.going(done, list.files.length);
      });
      await show();
    } catch (error) {
      const stopped = running.signal.aborted;
      running.abort();
      await show();
      if (error.name === "QuotaExceededError") status.textContent = say.full(size(list.bytes));
      else if (!stopped) {
        console.info(error);
        status.textContent = say.broken;
        act.textContent = say.resume;
        act.hidden = false;
      }
    } finally {
      running = undefined;
    }
  };
  act.addEventListener("click", () => (running ? running.abort() : list ? keep() : show()));
  remove.addEventListener("click", async () => {
    for (const name of await stores()) await caches.delete(name);
    await show();
  });
  await show().catch((error) => {
    console.info(error);
    status.textContent = say.refused;
    act.hidden = true;
  });
}

/** Says that there is a newer state than the one that is kept; nothing changes until the reader asks for it. */
export async function check() {
  const kept = await whole();
  if (!kept) return;
  const list = await wanted();
  if (list.state === kept) return;
  const say = words();
  const renew = made("button", { type: "button" }, say.renew);
  const notice = made("p", { class: "failure", role: "status" });
  renew.addEventListener("click", () => {
    notice.remove();
    open(document.body);
  });
  document.getElementById("app").before(notice);
  notice.append(say.older, " ", renew);
}
