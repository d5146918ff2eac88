// Notes and cards in browsers that do not open them by themselves (rules N4 to N20, P5). A journey throws where
// the page does not do what the rule says.

import assert from "node:assert/strict";
import { Button, By, Key, Origin } from "selenium-webdriver";
import { ready } from "./facts.mjs";

const PATIENCE = 8000;

async function open(driver) {
  return driver.executeScript("return [...document.querySelectorAll('.popover:popover-open:not(.is-coming)')].map(e => e.id)");
}

async function expectOpen(driver, ids) {
  let now = [];
  try {
    await driver.wait(async () => {
      now = await open(driver);
      return now.length === ids.length && ids.every((id) => now.includes(id));
    }, PATIENCE);
  } catch {
    assert.deepEqual(now, ids);
  }
}

async function bring(driver, selector) {
  await driver.executeScript(
    `document.body.style.paddingBlock = "60vh";
     document.querySelector(arguments[0]).scrollIntoView({ block: "center", behavior: "instant" });`,
    selector,
  );
  await driver.sleep(200);
}

async function middle(driver, selector) {
  return driver.executeScript(
    `const r = [...document.querySelector(arguments[0]).getClientRects()].find(r => r.width > 0);
     return { x: Math.round(r.left + r.width / 2), y: Math.round(r.top + r.height / 2), top: r.top, bottom: r.bottom };`,
    selector,
  );
}

async function move(driver, x, y) {
  // Two moves: the page ignores a pointer that did not move since it scrolled.
  await driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, x: x - 2, y, duration: 20 }).perform();
  await driver.actions({ async: true }).move({ origin: Origin.VIEWPORT, x, y, duration: 20 }).perform();
}

async function rest(driver, selector) {
  const { x, y } = await middle(driver, selector);
  await move(driver, x, y);
}

async function click(driver, selector) {
  await rest(driver, selector);
  await driver.actions({ async: true }).press(Button.LEFT).release(Button.LEFT).perform();
}

async function away(driver) {
  await move(driver, 5, 5);
}

const press = (driver, ...keys) => driver.actions({ async: true }).sendKeys(...keys).perform();

async function focus(driver, selector) {
  await driver.executeScript("document.querySelector(arguments[0]).focus({ preventScroll: true })", selector);
}

const focused = (driver) =>
  driver.executeScript("return document.activeElement.id || document.activeElement.className");

const card = (driver, selector) =>
  driver.executeScript("return document.querySelector(arguments[0]).getAttribute('interestfor')", selector);

const NAME = ".letter a.name--person[interestfor]";

export const POPOVERS = [
  ["n04 rest opens a note, n05 leaving closes it", async ({ driver }) => {
    await bring(driver, "#r85");
    await rest(driver, "#r85");
    await expectOpen(driver, ["pn85"]);
    await rest(driver, "#pn85 .popover__scroll");
    await driver.sleep(700);
    assert.deepEqual(await open(driver), ["pn85"], "stays while the pointer is inside");
    await away(driver);
    await expectOpen(driver, []);
  }],
  ["n06 a caller that is scrolled under the pointer does not open", async ({ driver }) => {
    await bring(driver, "#r86");
    const { x, y } = await middle(driver, "#r86");
    await move(driver, x, y + 120);
    await driver.executeScript("scrollBy({ top: -120, behavior: 'instant' })");
    await driver.sleep(900);
    assert.deepEqual(await open(driver), []);
    await move(driver, x + 1, y + 120);
    await expectOpen(driver, ["pn86"]);
    await away(driver);
    await expectOpen(driver, []);
  }],
  ["n07 a click pins, a second one closes", async ({ driver }) => {
    await bring(driver, "#r84");
    await click(driver, "#r84");
    await expectOpen(driver, ["pn84"]);
    await away(driver);
    await driver.sleep(700);
    assert.deepEqual(await open(driver), ["pn84"]);
    await click(driver, "#r84");
    await expectOpen(driver, []);
    await away(driver);
  }],
  ["n07 the close button and a click outside close", async ({ driver }) => {
    await bring(driver, "#r84");
    await click(driver, "#r84");
    await expectOpen(driver, ["pn84"]);
    await click(driver, "#pn84 .popover__close");
    await expectOpen(driver, []);
    await away(driver);
    await click(driver, "#r84");
    await expectOpen(driver, ["pn84"]);
    await away(driver);
    await driver.actions({ async: true }).press(Button.LEFT).release(Button.LEFT).perform();
    await expectOpen(driver, []);
  }],
  ["n08 Enter goes in, Tab goes through and on, Esc comes back", async ({ driver }) => {
    await bring(driver, "#r85");
    await focus(driver, "#r85");
    await press(driver, Key.ENTER);
    await expectOpen(driver, ["pn85"]);
    assert.equal(await focused(driver), "pn85");
    await press(driver, Key.ESCAPE);
    await expectOpen(driver, []);
    assert.equal(await focused(driver), "r85");
    await press(driver, Key.ENTER);
    const stops = await driver.executeScript(
      `return [...document.querySelectorAll("#pn85 a[href], #pn85 button")].filter(e => e.getClientRects().length).length`,
    );
    for (let stop = 0; stop < stops; stop += 1) {
      await press(driver, Key.TAB);
      assert.ok(await driver.executeScript("return !!document.activeElement.closest('#pn85')"), `stop ${stop}`);
    }
    await press(driver, Key.TAB);
    await expectOpen(driver, []);
    assert.ok(
      await driver.executeScript(
        `const order = document.getElementById("r85").compareDocumentPosition(document.activeElement);
         return document.activeElement !== document.body && !!(order & Node.DOCUMENT_POSITION_FOLLOWING);`,
      ),
      `the focus goes on after the caller, not to ${await focused(driver)}`,
    );
  }],
  ["n09 Esc closes one level of what the pointer opened", async ({ driver }) => {
    await bring(driver, "#r85");
    await rest(driver, "#r85");
    await expectOpen(driver, ["pn85"]);
    const name = "#pn85 .name[interestfor]";
    const inner = await card(driver, name);
    await rest(driver, name);
    await expectOpen(driver, ["pn85", inner]);
    await press(driver, Key.ESCAPE);
    await expectOpen(driver, ["pn85"]);
    await press(driver, Key.ESCAPE);
    await expectOpen(driver, []);
    await away(driver);
  }],
  ["n12 stands beside its caller, inside the window", async ({ driver }) => {
    for (const label of ["84", "85", "86"]) {
      await bring(driver, `#r${label}`);
      await rest(driver, `#r${label}`);
      await expectOpen(driver, [`pn${label}`]);
      const { top, bottom } = await middle(driver, `#r${label}`);
      const stands = await driver.executeScript(
        `const { left, top, right, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
         return { left, top, right, bottom, width: innerWidth, height: innerHeight };`,
        `#pn${label}`,
      );
      const gap = stands.bottom <= top + 1 ? top - stands.bottom : stands.top - bottom;
      assert.ok(gap > -1 && gap < 14, `${label}: ${gap} px from its caller`);
      assert.ok(stands.left >= 0 && stands.top >= 0, label);
      assert.ok(stands.right <= stands.width && stands.bottom <= stands.height, label);
      await away(driver);
      await expectOpen(driver, []);
    }
  }],
  ["n15 a sheet in a narrow window", async ({ driver, base }) => {
    await bring(driver, "#r86");
    const size = await driver.manage().window().getRect();
    await driver.manage().window().setRect({ ...size, width: 480, height: 700 });
    try {
      if ((await driver.executeScript("return innerWidth")) >= 768) return;
      await bring(driver, "#r86");
      await focus(driver, "#r86");
      await press(driver, Key.ENTER);
      await expectOpen(driver, ["pn86"]);
      const low = await driver.executeScript(
        `const { left, right, bottom } = document.getElementById("pn86").getBoundingClientRect();
         const caller = document.getElementById("r86").getBoundingClientRect();
         return [left, innerWidth - right, innerHeight - bottom].map(Math.round)
           .concat(caller.bottom <= document.getElementById("pn86").getBoundingClientRect().top);`,
      );
      // The bar for scrolling may take its own room at the right.
      assert.ok(low[0] === 0 && low[1] >= 0 && low[1] < 20 && low[2] === 0 && low[3], JSON.stringify(low));
      await press(driver, Key.ESCAPE);
    } finally {
      await driver.manage().window().setRect(size);
    }
  }],
  ["n17 a name in a note opens a second level", async ({ driver }) => {
    await bring(driver, "#r85");
    await click(driver, "#r85");
    const name = "#pn85 .name[interestfor]";
    const inner = await card(driver, name);
    await click(driver, name);
    await expectOpen(driver, ["pn85", inner]);
    await press(driver, Key.ESCAPE);
    await expectOpen(driver, ["pn85"]);
    await press(driver, Key.ESCAPE);
    await expectOpen(driver, []);
    await away(driver);
  }],
  ["n20 an address opens a note, and its words are lit", async ({ driver, base }) => {
    await ready(driver, `${base}/?note=n86`);
    await expectOpen(driver, ["pn86"]);
    assert.equal((await driver.findElements(By.css("#r86.is-lemma"))).length, 1);
    await press(driver, Key.ESCAPE);
    await expectOpen(driver, []);
    await ready(driver, `${base}/`);
  }],
  ["p05 a name opens its card and a second click closes it", async ({ driver }) => {
    await bring(driver, NAME);
    const id = await card(driver, NAME);
    await rest(driver, NAME);
    await expectOpen(driver, [id]);
    await click(driver, NAME);
    await away(driver);
    await driver.sleep(600);
    assert.deepEqual(await open(driver), [id]);
    await press(driver, Key.ESCAPE);
    await expectOpen(driver, []);
  }],
];
