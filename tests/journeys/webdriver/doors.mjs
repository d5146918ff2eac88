// The ways in which the same edition reaches a reader: a folder of a host, below a path, one file, the page of somebody else,
// without a network, without scripts, at the screen of a museum. Each says
//   at(path)       the address of a page
//   where(driver)  which page is shown, as an address
//   enter(driver, hand)  what a reader has to do before the page is there (optional)
//   back(hand)     the way back, where it is not the browser's (optional)
//   answers        what is there as soon as the page answers (optional)
//   link(driver)   the address that a reader has after following a permalink (optional)
import assert from "node:assert/strict";
import { createServer, get } from "node:http";
import { By, until } from "selenium-webdriver";

const PATIENCE = 20_000;
const here = async (driver) => new URL(await driver.getCurrentUrl());

/** An edition in a folder of a host. */
export const inFolder = (base) => ({ at: (path) => `${base}/${path}`, where: here });

/** An edition in one file, whose pages are named behind the number sign. */
export const inFile = (file) => ({
  at: (path) => `${file}#${path}`,
  where: async (driver) => new URL((await driver.getCurrentUrl()).split("#").slice(1).join("#"), "http://edition/"),
});

/** Serves with what answers each request; the address has no slash at its end. */
async function host(answer) {
  const server = createServer(answer);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

/** Hands on what is asked for below a path to the edition; anything else is not there. */
const below = (path, edition) => (request, response) => {
  const lost = () => {
    response.statusCode = 404;
    response.end();
  };
  if (!request.url.startsWith(path)) return lost();
  const { range, "if-none-match": known } = request.headers;
  const headers = Object.fromEntries(Object.entries({ range, "if-none-match": known }).filter(([, value]) => value));
  get(edition + request.url.slice(path.length - 1), { headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  }).on("error", lost);
};

/** The edition below a path of a host that has other things too. */
export async function belowPath(edition) {
  const path = "/museum/letters/";
  const { address } = await host(below(path, edition));
  const where = async (driver) => {
    const url = await here(driver);
    if (!url.pathname.startsWith(path)) throw new Error(`${url} is outside of the edition`);
    url.pathname = url.pathname.slice(path.length - 1);
    return url;
  };
  return { at: (page) => address + path + page, where };
}

/** The edition kept by a reader, on a host that is gone. */
export async function withoutNetwork(edition, driver) {
  const { server, address } = await host(below("/", edition));
  await driver.get(`${address}/about/`);
  await driver.wait(until.elementLocated(By.css("html[data-ready]")), PATIENCE);
  await driver.executeAsyncScript("const done = arguments[0]; navigator.serviceWorker.ready.then(() => done())");
  await driver.wait(until.elementLocated(By.css(".about__keep button:not([hidden])")), PATIENCE).click();
  await driver.wait(until.elementLocated(By.css("dialog.keep[open] .keep__acts button:not([hidden])")), PATIENCE).click();
  const whole = `const done = arguments[0];
    caches.keys().then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).match("/files.txt"))))
      .then((found) => done(found.some(Boolean)));`;
  await driver.wait(() => driver.executeAsyncScript(whole), PATIENCE, "the edition was not kept");
  server.close();
  server.closeAllConnections();
  return inFolder(address);
}

/** In the page of a course: it is in a frame, and has a way back of its own. */
function inCourse(address, frame) {
  const place = (driver) => driver.executeScript("return document.documentElement.dataset.place");
  return {
    at: () => address,
    async enter(driver) {
      await driver.switchTo().frame(await driver.wait(() => driver.executeScript(frame), PATIENCE, "the edition is not shown"));
      // As the Tab key would, which comes to a frame as to a field.
      await driver.executeScript("focus()");
    },
    where: async (driver) => new URL(await place(driver)),
    back: (hand) => hand.follow(".frame__back a"),
    // Its own address is that of the course; what is shared is that of the edition.
    async link(driver) {
      await driver.wait(async () => (await place(driver)).includes("#"), PATIENCE, "no link is followed");
      return place(driver);
    },
  };
}

const course = (content) => (_, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!DOCTYPE html><html lang="en"><title>A course</title><style>body { margin: 0 }</style>${content}`);
};

/** As an element in the page of a course. */
export async function inElement(edition) {
  const { address } = await host(
    course(`<script src="${edition}/embed.js" defer></script>
      <letterbook-viewer letter="joffe-1921-03-17" height="100vh"></letterbook-viewer>`),
  );
  return inCourse(address, "return document.querySelector('letterbook-viewer')?.shadowRoot?.querySelector('iframe')");
}

/** As a frame in the page of a course. */
export async function inFrame(edition) {
  const source = `${edition}/embed/letters/joffe-1921-03-17/`;
  const { address } = await host(
    course(`<iframe src="${source}" title="A letter" style="display: block; width: 100%; height: 100vh; border: 0"></iframe>`),
  );
  return inCourse(address, "return document.querySelector('iframe')");
}

/** In Chromium with scripts off. `end` turns them on again. */
export async function withoutScripts(edition, driver) {
  const scripts = (value) => driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value });
  await scripts(true);
  return { ...inFolder(edition), answers: "body > :last-child", end: () => scripts(false) };
}

/** A clock for what takes seconds: it stands still until the test moves it on. What is shorter goes on by itself. */
const CLOCK = `{
  const timers = new Map();
  let now = 0, last = 1e9;
  for (const [name, again] of [["setTimeout", false], ["setInterval", true]]) {
    const real = window[name];
    window[name] = (act, delay = 0, ...more) => {
      if (delay < 1000) return real(act, delay, ...more);
      timers.set((last += 1), { act, delay, again, due: now + delay });
      return last;
    };
  }
  for (const name of ["clearTimeout", "clearInterval"]) {
    const real = window[name];
    window[name] = (id) => timers.delete(id) || real(id);
  }
  window.pass = (seconds) => {
    const end = now + seconds * 1000;
    for (;;) {
      const [id, timer] = [...timers].sort(([, one], [, other]) => one.due - other.due)[0] ?? [];
      if (!timer || timer.due > end) break;
      now = timer.due;
      if (timer.again) timer.due += timer.delay;
      else timers.delete(id);
      timer.act();
    }
    now = end;
  };
}`;

/** At the screen of a museum, in Chromium, with a clock of its own. `end` takes the clock away. */
export async function atKiosk(edition, driver) {
  const { identifier } = await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: CLOCK });
  const begin = ".kiosk__start:not([hidden]) .kiosk__begin";
  return {
    ...inFolder(edition),
    async enter(driver, hand) {
      await driver.executeScript("sessionStorage.removeItem('letterbook.visit')");
      await driver.navigate().refresh();
      await driver.wait(until.elementLocated(By.css(begin)), PATIENCE, "nobody is invited");
      await hand.follow(begin);
      await driver.wait(until.elementLocated(By.css(".kiosk__start[hidden]")), PATIENCE, "the screen does not begin");
    },
    // For a telephone: shown as words, and as a code.
    async link(driver) {
      await driver.wait(until.elementLocated(By.css(".kiosk__box[open] svg")), PATIENCE, "there is no code");
      const address = await driver.findElement(By.css(".kiosk__box[open] svg + p")).getText();
      return address.replace("https://letters.example/joffe", edition);
    },
    async nobody(driver) {
      const box = async () => (await driver.findElements(By.css(".kiosk__box[open]"))).length;
      await driver.executeScript("pass(59)");
      assert.equal(await box(), 0, "it is asked too early");
      await driver.executeScript("pass(1)");
      assert.equal(await box(), 1, "it is not asked");
      await driver.executeScript("pass(20)");
      await driver.wait(until.elementLocated(By.css(begin)), PATIENCE, "the start does not come back");
      await driver.wait(async () => (await here(driver)).pathname === "/", PATIENCE, "the letter is still there");
    },
    end: () => driver.sendDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier }),
  };
}
