// The twelve facts that a reader of the letter must reach, whatever the browser and whatever the hand.
// Each fact is a name and a journey; a journey throws where the fact is not reached.

import assert from "node:assert/strict";
import { By, until } from "selenium-webdriver";
import { textOf } from "./hands.mjs";

export const LETTER = "letters/joffe-1921-03-17/";

function has(text, ...words) {
  for (const word of words) assert.ok(text.includes(word), `“${word}” is not in “${text.slice(0, 600)}”`);
}

/** The first link of a name or date whose words are exactly these, marked so that a hand can find it again. */
async function words(driver, scope, exact) {
  const found = await driver.executeScript(
    `const [scope, exact] = arguments;
     for (const link of document.querySelectorAll(scope + " .name, " + scope + " .date__link")) {
       if (link.textContent.trim() === exact) { link.setAttribute("data-journey", "here"); return true; }
     }
     return false;`,
    scope,
    exact,
  );
  assert.ok(found, `no “${exact}” in ${scope}`);
  return "[data-journey=here]";
}

async function forget(driver) {
  await driver.executeScript("document.querySelectorAll('[data-journey]').forEach(e => e.removeAttribute('data-journey'))");
}

async function arrived({ driver, edition }, test, what) {
  await driver.wait(async () => test(await edition.where(driver)), 8000, `did not arrive at ${what}`);
}

let visits = 0;

/**
 * Opens a place in a file as a new page: what stands behind a question mark makes one, even of the file that is open. (By
 * way of about:blank it is one too, but on a busy machine WebKitGTK then often gives the page no turn of the wheel.)
 */
async function visit(driver, address) {
  const place = new URL(address);
  place.search = `visit=${(visits += 1)}`;
  await driver.get(place.href);
  // Firefox's driver does not wait for the new page where only what is behind the file's name changed.
  const there = () => driver.executeScript("return location.search === arguments[0]", place.search).catch(() => false);
  await driver.wait(there, 20000, "the page never came");
}

/** Goes to a page and waits until it answers. `hand` does what an edition asks of a reader first. */
export async function ready(driver, address, { enter, answers = "html[data-ready]" } = {}, hand = undefined) {
  await driver.switchTo().defaultContent();
  if (address.startsWith("file:")) await visit(driver, address);
  else await driver.get(address);
  await enter?.(driver, hand);
  await driver.wait(until.elementLocated(By.css(answers)), 20000, "the page never answered");
}

const back = ({ hand, edition }) => (edition.back ? edition.back(hand) : hand.back());

export const FACTS = [
  ["who wrote to whom, and when", async ({ hand }) => {
    has(await hand.show("h1"), "V. I. Lenin", "A. A. Joffe");
    has(await hand.show(".letter-head, .letter__head, main header"), "17 March 1921");
  }],
  ["where it was printed", async ({ hand }) => {
    const source = await hand.show("#source");
    has(source, "Collected Works, 4th English Edition", "Vol. 45, pp. 99-100", "Moscow, 1970", "First published in 1959");
  }],
  ["where Joffe was on 15 March 1921, and as what", async ({ hand }) => {
    has(await hand.open("#r84"), "March 15, 1921", "in Riga as chairman of the Soviet peace delegation");
    await hand.close();
  }],
  ["the day of the plenary meeting", async ({ hand }) => {
    has(await hand.open("#r85"), "Plenary Meeting", "December 7, 1920");
    await hand.close();
  }],
  ["what happened on 14 and on 16 March 1921", async ({ hand }) => {
    has(await hand.open("#r86"), "13th sitting of the Tenth Party Congress on March 14, 1921", "On March 16");
    await hand.close();
  }],
  ["who Bukharin is, and that he occurs once, in note 85", async (visit) => {
    const { driver, hand } = visit;
    await hand.follow("#names a[href$='persons/bukharin/']");
    await arrived(visit, (url) => url.pathname === "/persons/bukharin/", "Bukharin");
    await driver.wait(until.elementLocated(By.css("main h1")), 8000);
    const entry = await textOf(driver, "main");
    has(entry, "Bukharin", "1888", "1938", "85");
    const places = await driver.findElements(By.css(`main a[href*='${LETTER}#m']`));
    assert.equal(places.length, 1, "Bukharin is named once");
    await back(visit);
    await arrived(visit, (url) => url.pathname !== "/persons/bukharin/", "the letter again");
  }],
  ["every mention of Trotsky", async (visit) => {
    const { driver, hand } = visit;
    await hand.follow("#names a[href$='persons/trotsky/']");
    await arrived(visit, (url) => url.pathname === "/persons/trotsky/", "Trotsky");
    await driver.wait(until.elementLocated(By.css(`main a[href*='${LETTER}#m']`)), 8000);
    const targets = await driver.executeScript(
      `return [...new Set([...document.querySelectorAll("main a[href*='${LETTER}#m']")].map(a => a.getAttribute("href")))]`,
    );
    assert.equal(targets.length, 2, "Trotsky is named twice");
    const blocks = [];
    for (const href of targets) {
      await hand.follow(`main a[href='${href}']`);
      await arrived(visit, (url) => url.hash.startsWith("#m"), href);
      const mention = href.slice(href.lastIndexOf("#"));
      await driver.wait(until.elementLocated(By.css(mention)), 8000);
      has(await textOf(driver, mention), "Trotsky");
      blocks.push(await driver.executeScript(
        "return document.querySelector(arguments[0]).closest('#text, [role=doc-endnotes], article .letter__text, #notes')?.matches('[role=doc-endnotes], #notes') ? 'note' : 'text'", mention));
      await back(visit);
      await arrived(visit, (url) => url.pathname === "/persons/trotsky/", "Trotsky again");
    }
    assert.deepEqual(blocks.sort(), ["note", "text"]);
    await back(visit);
    await arrived(visit, (url) => url.pathname !== "/persons/trotsky/", "the letter again");
  }],
  ["what C.C. stands for, without leaving the sentence", async ({ driver, hand, edition }) => {
    const before = await edition.where(driver);
    has(await hand.open(await words(driver, "#p2", "C.C.")), "Central Committee");
    assert.equal((await edition.where(driver)).pathname, before.pathname);
    await hand.close();
    await forget(driver);
  }],
  ["what day yesterday was, and that this was inferred", async ({ driver, hand }) => {
    const card = await hand.open(await words(driver, "#p8", "yesterday"));
    has(card, "16 March 1921", "17 March 1921");
    assert.match(card, /inferred/i);
    await hand.close();
    await forget(driver);
  }],
  ["the dates of March 1921 in their order, and the gap to the printing history", async (visit) => {
    const { driver, hand, edition } = visit;
    // In the page of somebody else there is no navigation but the dates themselves.
    await hand.follow(edition.back ? "#dates a[href*='chronology/']" : ".shell__nav a[href$='chronology/']");
    await arrived(visit, (url) => url.pathname === "/chronology/", "the timeline");
    await driver.wait(until.elementLocated(By.css("[id^='t-joffe-1921-03-17-d']")), 8000);
    const text = await textOf(driver, "main");
    const days = ["14 March 1921", "15 March 1921", "16 March 1921", "17 March 1921", "1959"];
    const list = await driver.executeScript(
      "return [...document.querySelectorAll('[id^=\"t-joffe-1921-03-17-d\"]')].map(e => e.innerText).join('\\n')",
    );
    let at = -1;
    for (const day of days) {
      const next = list.indexOf(day, at + 1);
      assert.ok(next > at, `${day} does not follow in ${list}`);
      at = next;
    }
    assert.match(text, /3[78] years/);
    await back(visit);
    await arrived(visit, (url) => url.pathname !== "/chronology/", "the letter again");
  }],
  ["what stands first on page 100", async ({ driver, hand }) => {
    has(await hand.show("#pg-100"), "100");
    const first = await driver.executeScript(
      `const mark = document.querySelector("#pg-100");
       const after = [...document.querySelectorAll("p")].find(p => mark.compareDocumentPosition(p) & Node.DOCUMENT_POSITION_FOLLOWING);
       return after.innerText;`,
    );
    has(first, "What then is the explanation of the matter?");
  }],
  ["a link that leads someone else to “Then come to Moscow, we shall have a talk.”", async (visit) => {
    const { driver, hand, edition } = visit;
    await hand.follow("#p10 a.permalink, #p10 + a.permalink, a.permalink[href$='#p10']");
    if (!edition.link) await arrived(visit, (url) => url.hash === "#p10", "the paragraph");
    const link = await (edition.link?.(driver) ?? driver.getCurrentUrl());
    await driver.get("about:blank");
    await ready(driver, link, { answers: edition.answers });
    await driver.wait(
      () => driver.executeScript(
        "const r = document.querySelector('#p10')?.getBoundingClientRect(); return !!r && r.top >= 0 && r.bottom <= innerHeight"),
      8000, "the paragraph is not in view");
    has(await textOf(driver, "#p10"), "Then come to Moscow, we shall have a talk.");
  }],
];
