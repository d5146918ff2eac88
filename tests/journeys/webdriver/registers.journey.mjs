// The registers (rules I1, I2, I4, I7) by real keys and a real pointer.

import assert from "node:assert/strict";
import { Button, By, Key, Origin } from "selenium-webdriver";
import { ready } from "./facts.mjs";

const PATIENCE = 8000;
const ROWS = ".register__row:not(.register__see)";
const NAMES = `${ROWS} .register__name > a`;

const press = (driver, ...keys) => driver.actions({ async: true }).sendKeys(...keys).perform();

const hrefs = (driver, selector) =>
  driver.executeScript("return [...document.querySelectorAll(arguments[0])].map(a => a.pathname)", selector);

const texts = (driver, selector) =>
  driver.executeScript("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", selector);

async function click(driver, element) {
  await driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
  await driver.sleep(150);
  const { x, y } = await driver.executeScript(
    `const r = arguments[0].getClientRects()[0];
     return { x: Math.round(r.left + Math.min(r.width / 2, 40)), y: Math.round(r.top + r.height / 2) };`,
    element,
  );
  await driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, x, y, duration: 20 })
    .press(Button.LEFT).release(Button.LEFT).perform();
}

async function becomes(driver, what, test) {
  let last;
  try {
    await driver.wait(async () => test((last = await what())), PATIENCE);
  } catch {
    assert.fail(`${what} stayed ${JSON.stringify(last)}`);
  }
}

async function address(driver) {
  const url = new URL(await driver.getCurrentUrl());
  return url.pathname + url.search + url.hash;
}

/** The header of a column, by its words. */
async function header(driver, words) {
  for (const found of await driver.findElements(By.css("th"))) {
    if ((await found.getText()).includes(words)) return found;
  }
  throw new Error(`no column ${words}`);
}

const sorted = (driver, words) => header(driver, words).then((found) => found.getAttribute("aria-sort"));

async function focused(driver, selector) {
  return driver.executeScript("return document.activeElement?.matches(arguments[0]) ?? false", selector);
}

async function tabTo(driver, selector) {
  for (let turn = 0; turn < 300; turn += 1) {
    if (await focused(driver, selector)) return;
    await press(driver, Key.TAB);
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

export const JOURNEYS = [
  ["i02 looks up a name by its initials, another spelling, another script", async ({ driver, base }) => {
    await ready(driver, `${base}/persons/`);
    const field = await driver.findElement(By.css("input[type=search]"));
    for (const typed of ["A. A. Joffe", "Ioffe", "иоффе"]) {
      await click(driver, field);
      await driver.executeScript("arguments[0].select()", field);
      await press(driver, ...typed);
      await becomes(driver, () => hrefs(driver, NAMES), (found) => found.length === 1 && found[0] === "/persons/joffe/");
    }
    await driver.executeScript("arguments[0].select()", field);
    await press(driver, Key.BACK_SPACE);
    await becomes(driver, () => hrefs(driver, NAMES), (found) => found.length > 1);
  }],
  ["i01 sorts by a click on a header and back by a key", async ({ driver, base }) => {
    await ready(driver, `${base}/persons/`);
    const before = await texts(driver, NAMES);
    assert.equal(await sorted(driver, "Name"), "ascending");
    await click(driver, await (await header(driver, "Mentioned")).findElement(By.css("button")));
    await becomes(driver, () => sorted(driver, "Mentioned"), (state) => state === "descending");
    await becomes(driver, () => address(driver), (now) => now === "/persons/?sort=-mentioned");
    const counts = (await texts(driver, ".register__row td[data-label=Mentioned]")).map(Number);
    assert.ok(counts.length > 3);
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
    await press(driver, Key.ENTER);
    await becomes(driver, () => sorted(driver, "Mentioned"), (state) => state === "ascending");
    await driver.navigate().back();
    await driver.navigate().back();
    await becomes(driver, () => address(driver), (now) => now === "/persons/");
    assert.deepEqual(await texts(driver, NAMES), before);
  }],
  ["i04 an entry opens by pointer, and its mention leads into the letter and back", async ({ driver, base }) => {
    await ready(driver, `${base}/persons/`);
    await click(driver, await driver.findElement(By.css(`${NAMES}[href$='/persons/trotsky/']`)));
    await becomes(driver, () => address(driver), (now) => now === "/persons/trotsky/");
    await becomes(driver, () => texts(driver, "main h1"), (found) => found.length === 1 && found[0].includes("Trotsky"));
    const sentence = await driver.findElement(By.css("section[aria-labelledby='in-text'] .entry__sentence"));
    const target = await sentence.getAttribute("href").then((href) => new URL(href, base).hash);
    await click(driver, sentence);
    await becomes(driver, () => address(driver), (now) => now === `/letters/joffe-1921-03-17/${target}`);
    await becomes(
      driver,
      () => driver.executeScript(
        `const words = document.querySelector(arguments[0]);
         const r = words?.getBoundingClientRect();
         return words && { lit: words.matches(".is-lit"), seen: r.top >= 0 && r.bottom <= innerHeight, text: words.textContent };`,
        target,
      ),
      (words) => words?.lit && words.seen && words.text.includes("Trotsky"),
    );
    await driver.navigate().back();
    await becomes(driver, () => address(driver), (now) => now === "/persons/trotsky/");
  }],
  ["i07 the keyboard alone looks up, sorts and opens", async ({ driver, base }) => {
    await ready(driver, `${base}/persons/`);
    await tabTo(driver, "input[type=search]");
    await press(driver, ..."bronstein");
    await becomes(driver, () => hrefs(driver, NAMES), (found) => found.length === 1 && found[0] === "/persons/trotsky/");
    await tabTo(driver, "a[href$='/persons/trotsky/']");
    await press(driver, Key.ENTER);
    await becomes(driver, () => address(driver), (now) => now === "/persons/trotsky/");
    await driver.navigate().back();
    await becomes(driver, () => address(driver), (now) => now.startsWith("/persons/?q=bronstein"));
    await becomes(driver, () => hrefs(driver, NAMES), (found) => found.length === 1);
  }],
];
