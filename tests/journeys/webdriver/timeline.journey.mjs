// The timeline (rules T4, T5, T9) by real keys and a real pointer.

import assert from "node:assert/strict";
import { Button, Key, Origin } from "selenium-webdriver";
import { ready } from "./facts.mjs";

const PATIENCE = 8000;
const LETTER = "/letters/joffe-1921-03-17/";

const press = (driver, ...keys) => driver.actions({ async: true }).sendKeys(...keys).perform();

const labels = (driver) =>
  driver.executeScript(
    "return [...document.querySelectorAll('.timeline__label')].map(e => e.textContent.replace(/\\s+/g, ' ').trim())",
  );

/** The words below the bin that has the focus. */
const focused = (driver) =>
  driver.executeScript(
    `const label = document.activeElement?.closest("button")?.querySelector(".timeline__label");
     return (label?.textContent ?? "").replace(/\\s+/g, " ").trim();`,
  );

async function becomes(driver, what, test) {
  let last;
  try {
    await driver.wait(async () => test((last = await what())), PATIENCE);
  } catch {
    assert.fail(`${what} stayed ${JSON.stringify(last)}`);
  }
}

const query = async (driver) => Object.fromEntries(new URL(await driver.getCurrentUrl()).searchParams);

async function expectQuery(driver, wanted) {
  await becomes(driver, () => query(driver), (now) => JSON.stringify(now) === JSON.stringify(wanted));
}

/** The button of the bin or fold with these words below it. */
async function bin(driver, label) {
  const found = await driver.executeScript(
    `return [...document.querySelectorAll(".timeline__column > button")].find(
       button => button.querySelector(".timeline__label")?.textContent.replace(/\\s+/g, " ").trim() === arguments[0]) ?? null;`,
    label,
  );
  assert.ok(found, `no “${label}” on the axis`);
  return found;
}

async function rest(driver, element) {
  await driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
  await driver.sleep(200);
  const { x, y } = await driver.executeScript(
    `const r = arguments[0].getClientRects()[0];
     return { x: Math.round(r.left + r.width / 2), y: Math.round(r.top + Math.min(r.height / 2, 30)) };`,
    element,
  );
  for (const at of [x - 2, x]) {
    await driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, x: at, y, duration: 30 }).perform();
  }
}

async function click(driver, element) {
  await rest(driver, element);
  await driver.actions({ async: true }).press(Button.LEFT).release(Button.LEFT).perform();
}

const focus = (driver, element) => driver.executeScript("arguments[0].focus()", element);

async function timeline(driver, base, choices = "") {
  await ready(driver, `${base}/chronology/${choices}`);
  await becomes(driver, () => labels(driver), (found) => found.length > 0);
}

export const JOURNEYS = [
  ["t04 one stop of the Tab key, then arrows", async ({ driver, base }) => {
    await timeline(driver, base);
    const all = await labels(driver);
    for (let turn = 0; turn < 60 && (await focused(driver)) === ""; turn += 1) await press(driver, Key.TAB);
    const start = all.indexOf(await focused(driver));
    assert.ok(start >= 0, "the axis cannot be reached by Tab");
    await press(driver, Key.END);
    assert.equal(await focused(driver), all.at(-1));
    await press(driver, Key.ARROW_LEFT);
    assert.equal(await focused(driver), all.at(-2));
    await press(driver, Key.HOME);
    assert.equal(await focused(driver), all[0]);
    await press(driver, Key.ARROW_RIGHT);
    assert.equal(await focused(driver), all[1]);
    // The first Tab leaves an open card or the axis, never to another bin.
    await press(driver, Key.TAB);
    assert.equal(await focused(driver), "");
  }],
  ["t04 Enter goes in, Backspace goes out", async ({ driver, base }) => {
    await timeline(driver, base, "?scale=year");
    await focus(driver, await bin(driver, "1921"));
    await press(driver, Key.ENTER);
    await expectQuery(driver, { from: "1921-01-01", to: "1921-12-31" });
    await becomes(driver, () => labels(driver), (found) => found.includes("16 Mar 1921"));
    await becomes(driver, () => focused(driver), (words) => words !== "");
    await press(driver, Key.BACK_SPACE);
    await becomes(driver, () => labels(driver), (found) => found.includes("7 Dec 1920"));
  }],
  ["t05 the focus opens a card, Esc closes it", async ({ driver, base }) => {
    await timeline(driver, base);
    await focus(driver, await bin(driver, "15 Mar 1921"));
    await press(driver, Key.ARROW_RIGHT);
    const cards = () => driver.executeScript("return [...document.querySelectorAll('.popover:popover-open:not(.is-coming)')].map(e => e.innerText)");
    await becomes(driver, cards, (open) => open.length === 1 && open[0].replace(/\s+/g, " ").includes("16 March 1921"));
    assert.equal(await focused(driver), "16 Mar 1921");
    await press(driver, Key.ESCAPE);
    await becomes(driver, cards, (open) => open.length === 0);
    assert.equal(await focused(driver), "16 Mar 1921");
  }],
  ["t05 a bin under the pointer shows its dates, one leads to the letter and back", async ({ driver, base }) => {
    await timeline(driver, base);
    await rest(driver, await bin(driver, "16 Mar 1921"));
    const link = `.popover:popover-open:not(.is-coming) a[href*='${LETTER}#d']`;
    await becomes(driver, () => driver.executeScript("return document.querySelectorAll(arguments[0]).length", link), (n) => n >= 2);
    const [first, href] = await driver.executeScript(
      "const a = document.querySelector(arguments[0]); return [a, a.href]", link);
    const { x, y } = await driver.executeScript(
      "const r = arguments[0].getClientRects()[0]; return { x: Math.round(r.left + r.width / 2), y: Math.round(r.top + r.height / 2) }", first);
    await driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, x, y, duration: 200 })
      .press(Button.LEFT).release(Button.LEFT).perform();
    await becomes(driver, () => driver.getCurrentUrl(), (url) => url === href);
    await becomes(
      driver,
      () => driver.executeScript(
        `const r = document.querySelector(arguments[0])?.getBoundingClientRect();
         return !!r && r.top >= 0 && r.bottom <= innerHeight;`,
        href.slice(href.indexOf("#")),
      ),
      (seen) => seen,
    );
    await driver.navigate().back();
    await becomes(driver, () => driver.getCurrentUrl(), (url) => url === `${base}/chronology/`);
    await becomes(driver, () => labels(driver), (found) => found.includes("16 Mar 1921"));
  }],
  ["t09 a fold opens by click, by key, and closes again", async ({ driver, base }) => {
    await timeline(driver, base);
    const before = await labels(driver);
    await click(driver, await bin(driver, "38 years"));
    await becomes(driver, () => labels(driver), (now) => now.length > before.length && !now.includes("38 years"));
    await driver.navigate().back();
    await becomes(driver, () => labels(driver), (now) => now.includes("38 years"));
    await focus(driver, await bin(driver, "38 years"));
    await press(driver, Key.ENTER);
    await becomes(driver, () => labels(driver), (now) => !now.includes("38 years"));
    await press(driver, Key.BACK_SPACE);
    await becomes(driver, () => labels(driver), (now) => JSON.stringify(now) === JSON.stringify(before));
  }],
  ["t05 a click picks a bin and a second lets go", async ({ driver, base }) => {
    await timeline(driver, base);
    await click(driver, await bin(driver, "14 Mar 1921"));
    await expectQuery(driver, { bin: "1921-03-14" });
    await click(driver, await bin(driver, "14 Mar 1921"));
    await expectQuery(driver, {});
  }],
];
