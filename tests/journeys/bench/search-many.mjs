// Search in ten thousand letters that nobody wrote, beside Pagefind and MiniSearch: what grows with an edition.
import { chromium } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ask, late, opened, served, withPieces } from "./ask.mjs";
import { minisearch, pagefind } from "./engines.mjs";
import { KB, MB, most, told, verdict } from "./figures.mjs";
import { plainLetters } from "./letters.mjs";
import { ours, timed } from "./ours.mjs";

const { LETTERBOOK, INDEX, CORPUS, OUT, CHROMIUM, PEERS } = process.env;
const LETTERS = 10_000;
const ROUNDS = 3;
/** Milliseconds between two frames. */
const FRAME = 1000 / 60;

const letters = plainLetters(join(CORPUS, String(LETTERS), "letters"));
const site = (name) => join(OUT, "search-many", name);

/** Thirty things to ask: words from letters here and there, alone, in pairs, in rows, and half typed. */
const queries = Array.from({ length: 30 }, (_, nth) => {
  const words = letters[nth * 331].text.match(/\p{L}{4,}/gu) ?? [];
  const at = (nth * 7) % (words.length - 3);
  const kind = ["term", "two", "phrase", "prefix", "term"][nth % 5];
  if (kind === "two") return [kind, `${words[at]} ${words[at + 3]}`];
  if (kind === "prefix") return [kind, words[at].slice(0, 4)];
  // As it stands in the letter: words with nothing but a blank between them.
  if (kind === "phrase") return [kind, (/\p{L}{3,} \p{L}{3,} \p{L}{3,}/u.exec(letters[nth * 331].text) ?? [words[at]])[0]];
  return [kind, words[at]];
});

const engines = [ours(letters, LETTERBOOK, site("source"), site("letterbook")), pagefind(letters, PEERS, site("pagefind")), minisearch(letters, PEERS, site("minisearch"))];
const [us, finds, mini] = engines;
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const close = await served(engines);

async function fetchedBy(engine) {
  const { tab, close, bytes } = await opened(browser, engine);
  await ask(tab, ...queries[0]);
  const first = await bytes();
  for (const query of queries.slice(1, 6)) await ask(tab, ...query);
  const next = (await bytes()) - first;
  await close();
  return { first, next };
}

/** How long answers take whose files are all here; and how much memory the page then holds more than before. */
async function warm(engine) {
  const { tab, close } = await opened(browser, engine);
  const counted = () => tab.evaluate(() => performance.measureUserAgentSpecificMemory().then((memory) => memory.bytes));
  const before = await counted();
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const query of queries) {
      const { time } = await ask(tab, ...query);
      if (round > 0) times.push(time);
    }
  }
  const memory = (await counted()) - before;
  await close();
  return { times, memory };
}

/** The longest task of all queries, files and all, on a quarter of the processor. */
async function longest(engine) {
  const { tab, session, close } = await opened(browser, engine);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await tab.evaluate(() => {
    window.tasks = [0];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration))).observe({ type: "longtask" });
  });
  for (const query of queries) {
    await ask(tab, ...query);
    await tab.waitForTimeout(20);
  }
  await tab.waitForTimeout(300);
  const longest = await tab.evaluate(() => Math.max(...window.tasks));
  await close();
  return longest;
}

const kb = (bytes) => `${(bytes / KB).toFixed(0)} KB`;
const mb = (bytes) => `${(bytes / MB).toFixed(1)} MB`;
told("letters", `${letters.length}, ${(letters.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / MB).toFixed(1)} MB of text`);
const [ourBytes, theirBytes] = [await fetchedBy(us), await fetchedBy(finds)];
most("fetched until ten titles stand, to Pagefind", ourBytes.first / theirBytes.first, "", 0.25, `${kb(ourBytes.first)} to ${kb(theirBytes.first)}`, 2);
const pieces = await withPieces(browser, us, queries[0]);
most("fetched until they stand with pieces, to Pagefind", pieces / theirBytes.first, "", 0.5, `${kb(pieces)} to ${kb(theirBytes.first)}`, 2);
most("fetched for the next five queries, to Pagefind", ourBytes.next / theirBytes.next, "", 0.2, `${kb(ourBytes.next)} to ${kb(theirBytes.next)}`, 2);
most("index with places, to Pagefind", us.index / finds.index, "", 0.8, `${kb(us.index)} to ${kb(finds.index)}`, 2);
most("index without places, to MiniSearch", us.words / mini.index, "", 0.64, `${kb(us.words)} to ${kb(mini.index)}`, 2);
const [ourWarm, theirWarm] = [await warm(us), await warm(mini)];
most("warm query, 95th of 100, to MiniSearch", late(ourWarm.times) / late(theirWarm.times), "", 1, `${late(ourWarm.times).toFixed(1)} ms to ${late(theirWarm.times).toFixed(1)} ms`, 2);
most("slowest warm query", Math.max(...ourWarm.times), " ms", FRAME, "", 1);
most("memory added, to MiniSearch", ourWarm.memory / theirWarm.memory, "", 0.3, `${mb(ourWarm.memory)} to ${mb(theirWarm.memory)}`, 2);
most("longest task on a quarter of the processor", await longest(us), " ms", 50, `MiniSearch ${(await longest(mini)).toFixed(0)} ms`);
const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
const indexed = timed(() => execFileSync(INDEX, [site("source"), site("index")], { stdio: "ignore" }));
most("the index is built, from the letters, to Pagefind's", indexed / finds.build, "", 0.5, `${seconds(indexed)} to ${seconds(finds.build)}`, 2);
told("the whole edition is built, to Pagefind's index", (us.build / finds.build).toFixed(2));
await browser.close();
close();
process.exit(verdict());
