// Runs the journeys in Chromium, Firefox ESR and WebKitGTK, one line each, and leaves the counts where xtask reads
// them. BROWSERS=firefox,webkit and ONLY=words narrow what is run.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { By } from "selenium-webdriver";
import { BROWSERS } from "./browsers.mjs";
import { atKiosk, belowPath, inElement, inFile, inFolder, inFrame, withoutNetwork, withoutScripts } from "./doors.mjs";
import { FACTS, LETTER, ready } from "./facts.mjs";
import { keyboard, pointer, touch } from "./hands.mjs";
import { POPOVERS } from "./popovers.mjs";

const base = process.env.BASE_URL ?? "http://127.0.0.1:8080";
const file = pathToFileURL(process.env.SINGLE_FILE ?? "letterbook.html").href;
const museum = process.env.KIOSK_URL ?? base;
const element = await inElement(base);
const only = process.env.ONLY ?? "";
const wanted = (process.env.BROWSERS ?? Object.keys(BROWSERS).join(",")).split(",");

/** Longer than any journey takes, in milliseconds. */
const LIMIT = 120_000;

const counts = { passed: 0, failed: 0, failures: [], again: [] };

function within(limit, running) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

/** Runs a journey, a second time where the first failed: what came only then is named at the end of the run. */
async function journey(name, run) {
  if (!name.includes(only)) return;
  for (const last of [false, true]) {
    const start = Date.now();
    try {
      await within(LIMIT, run());
      counts.passed += 1;
      console.log(`ok     ${name} (${Date.now() - start} ms)`);
      if (last) counts.again.push(name);
      return;
    } catch (error) {
      const reason = String(error?.message ?? error).slice(0, 600);
      console.log(`${last ? "FAILED" : "AGAIN "} ${name}\n       ${reason}`);
      if (last) counts.failures.push({ name, reason });
    }
  }
  counts.failed += 1;
}

/** The journeys in files of their own: each exports JOURNEYS, a list of names and functions. */
async function others() {
  const found = [["popovers", POPOVERS]];
  const names = (await readdir(new URL(".", import.meta.url))).filter((name) => name.endsWith(".journey.mjs"));
  for (const name of names.sort()) {
    const { JOURNEYS } = await import(`./${name}`);
    found.push([name.replace(".journey.mjs", ""), JOURNEYS]);
  }
  return found;
}

/** The twelve facts, reached with one kind of hand. */
async function facts(browser, driver, make, edition, where = "") {
  let prepared = false;
  for (const [name, fact] of FACTS) {
    await journey(`${browser}, ${make(driver).name}${where}: ${name}`, async () => {
      // A hand that lost its way in one journey does not take what it had opened into the next.
      const hand = make(driver);
      await ready(driver, edition.at(LETTER), edition, hand);
      if (!prepared) {
        await hand.prepare();
        prepared = true;
        await ready(driver, edition.at(LETTER), edition, hand);
      }
      await fact({ driver, hand, edition });
    });
  }
}

/** The twelve facts where an edition stands otherwise than in a folder, a file or an element; the screen of a museum last, where
 * nobody reads any more then. */
async function elsewhere(browser, driver) {
  await facts(browser, driver, pointer, await belowPath(base), ", below a path");
  await facts(browser, driver, pointer, await inFrame(base), ", frame");
  await driver.switchTo().defaultContent();
  await facts(browser, driver, pointer, await withoutNetwork(base, driver), ", without a network");
  const plain = await withoutScripts(base, driver);
  await facts(browser, driver, pointer, plain, ", without scripts");
  await plain.end();
  const kiosk = await atKiosk(museum, driver);
  await facts(browser, driver, touch, kiosk, ", kiosk");
  await journey(`${browser}, kiosk: a code leads to the page in the language that is read`, async () => {
    const hand = touch(driver);
    await ready(driver, kiosk.at(`de/${LETTER}`), kiosk, hand);
    await driver.findElement(By.css(".kiosk__bar button[lang=en]")).click();
    await driver.wait(async () => (await kiosk.where(driver)).pathname === `/${LETTER}`, 8000, "it stays German");
    await hand.follow("#p2 a.permalink");
    assert.equal(await kiosk.link(driver), `${museum}/${LETTER}#p2`);
  });
  await journey(`${browser}, kiosk: nobody reads any more`, async () => {
    await ready(driver, kiosk.at(LETTER), kiosk, touch(driver));
    await kiosk.nobody(driver);
  });
  await kiosk.end();
}

/** The journeys of a browser. */
async function all(browser, driver) {
  for (const make of [pointer, keyboard, touch]) await facts(browser, driver, make, inFolder(base));
  for (const make of browser === "chromium" ? [pointer, keyboard, touch] : [pointer]) {
    await facts(browser, driver, make, inFile(file), ", one file");
    await facts(browser, driver, make, element, ", element");
  }
  await driver.switchTo().defaultContent();
  await driver.get(base);
  await driver.executeScript("localStorage.clear()");
  for (const [part, journeys] of await others()) {
    for (const [name, run] of journeys) {
      await journey(`${browser}, ${part}: ${name}`, async () => {
        await ready(driver, `${base}/${LETTER}`);
        await run({ driver, base });
      });
    }
  }
}

/** Journeys in a browser, from its start to its end. */
async function through(browser, journeys) {
  let session;
  try {
    session = await within(LIMIT, BROWSERS[browser]());
    await session.driver.manage().setTimeouts({ pageLoad: 60_000, script: 30_000 });
    await journeys(browser, session.driver);
  } catch (error) {
    await journey(`${browser} itself`, () => Promise.reject(error));
  } finally {
    await session?.end();
  }
}

// Three side by side: a journey waits most of its time, for a delay, a page, or until nothing scrolls any more. The browser
// with the most journeys has two turns, the second in the place of whichever ends first.
const turns = wanted.map((browser) => [browser, all]);
if (wanted.includes("chromium")) turns.push(["chromium", elsewhere]);
const worker = async () => {
  for (let turn = turns.shift(); turn; turn = turns.shift()) await through(...turn);
};
await Promise.all([worker(), worker(), worker()]);

if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
console.log(JSON.stringify({ passed: counts.passed, failed: counts.failed }));
process.exit(counts.failed > 0 ? 1 : 0);
