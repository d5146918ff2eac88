// Editions of 10, 100 and 10,000 letters side by side: building, and what a reader waits for. One line for each figure,
// with its limit; what is past a limit ends the run with 1.
import { chromium } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, inflateRawSync } from "node:zlib";
import { bytes, took } from "./build.mjs";
import { serve } from "./site.mjs";

const { LETTERBOOK, CORPUS, OUT, CHROMIUM, ROUNDS = "7" } = process.env;
const SIZES = [10, 100, 10_000];
const MB = 1024 * 1024;
let past = 0;

const sorted = (numbers) => [...numbers].sort((one, other) => one - other);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const spread = (numbers, digits = 0) => `${sorted(numbers)[0].toFixed(digits)} to ${sorted(numbers).at(-1).toFixed(digits)}`;

function say(what, figure, limit, holds, more = "") {
  if (!holds) past += 1;
  console.log(`${holds ? "within" : "PAST  "}  ${what}: ${figure} (limit ${limit})${more && `; ${more}`}`);
}

// Building.
const sites = {};
for (const size of SIZES) {
  const [source, out] = [join(CORPUS, String(size)), join(OUT, String(size))];
  const runs = [];
  for (let round = 0; round < (size > 1000 ? 3 : 1); round += 1) runs.push(await took(LETTERBOOK, ["build", source, "-o", out, "--quiet"]));
  sites[size] = out;
  if (size < 1000) continue;
  const tei = bytes(source, ".xml") / MB;
  const speeds = runs.map((run) => tei / run.processor);
  say(`TEI a second and processor, ${tei.toFixed(0)} MB`, `${median(speeds).toFixed(1)} MB`, "25 MB or more", median(speeds) >= 25, spread(speeds, 1));
  say(`building ${size} letters`, `${median(runs.map((run) => run.wall)).toFixed(1)} s`, "60 s", median(runs.map((run) => run.wall)) <= 60);
  const memory = median(runs.map((run) => run.memory));
  console.log(`        most memory: ${memory.toFixed(0)} MB, ${(memory / tei).toFixed(1)} times the sources`);
}
const data = join(sites[10_000], "data");
const catalogue = readFileSync(join(data, readdirSync(data).find((name) => name.startsWith("catalogue-"))));
const packed = brotliCompressSync(inflateRawSync(catalogue)).length;
say("catalogue of 10,000 letters, brotli", `${(packed / 1024).toFixed(1)} KB`, "60 KB", packed <= 60 * 1024, `${(catalogue.length / 1024).toFixed(1)} KB as it is sent`);

// Reading.
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const servers = {};
for (const size of SIZES) servers[size] = await serve(sites[size]);

async function visit(size, view, wait, slow = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  let got = 0;
  await network.send("Network.enable");
  network.on("Network.loadingFinished", (event) => (got += event.encodedDataLength));
  if (slow > 1) await network.send("Emulation.setCPUThrottlingRate", { rate: slow });
  await page.addInitScript(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => entry.duration))).observe({ entryTypes: ["longtask"] });
  });
  await page.goto(servers[size].address + view);
  await page.locator(wait).first().waitFor({ timeout: 60_000 });
  const stood = await page.evaluate(() => performance.now());
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
  return { page, network, got: () => got, stood, paint, close: () => context.close() };
}

async function fetched(size, view, wait) {
  const visited = await visit(size, view, wait);
  await visited.page.waitForTimeout(500);
  const got = visited.got();
  await visited.close();
  return got;
}

const [few, many] = [await fetched(10, "/letters/L00001/", ".letter__text"), await fetched(10_000, "/letters/L00001/", ".letter__text")];
say("bytes until a letter stands, of 10,000 to of 10", (many / few).toFixed(3), "1.2", many / few <= 1.2, `${(many / 1024).toFixed(0)} KB to ${(few / 1024).toFixed(0)} KB, nothing compressed by the host`);
const row = ".letters__year li";
const [short, long] = [await fetched(100, "/", row), await fetched(10_000, "/", row)];
say("bytes until the list stands, of 10,000 to of 100", (long / short).toFixed(3), "1.2", long / short <= 1.2);

const figures = { 100: [], 10_000: [] };
for (let round = 0; round < Number(ROUNDS); round += 1) {
  for (const size of [100, 10_000]) {
    const visited = await visit(size, "/", row);
    const tasks = await visited.page.evaluate(() => window.long);
    figures[size].push({ paint: visited.paint, stood: visited.stood, task: Math.max(0, ...tasks) });
    await visited.close();
  }
}
const of = (size, what) => figures[size].map((figure) => figure[what]);
const paint = median(of(10_000, "paint")) / median(of(100, "paint"));
say("first paint of the list, of 10,000 to of 100", paint.toFixed(2), "1.1", paint <= 1.1, `${spread(of(10_000, "paint"))} ms to ${spread(of(100, "paint"))} ms`);
console.log(`        rows stand: ratio ${(median(of(10_000, "stood")) / median(of(100, "stood"))).toFixed(2)}`);
say("longest task until the rows of 10,000 stand", `${median(of(10_000, "task")).toFixed(0)} ms`, "50 ms", median(of(10_000, "task")) <= 50, `${spread(of(10_000, "task"))}; of 100 letters ${median(of(100, "task")).toFixed(0)} ms`);

// Filtering and sorting with all rows there, at a quarter of the processor's speed.
const visited = await visit(10_000, "/", ".letters__rows:not([aria-busy])", 4);
const { page } = visited;
async function change(select, index) {
  await page.locator(`select[name=${select}]`).focus();
  await page.waitForTimeout(300);
  const late = await page.evaluate(
    async ([select, index]) => {
      const field = document.querySelector(`select[name=${select}]`);
      field.selectedIndex = index;
      const began = performance.now();
      field.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
      return performance.now() - began;
    },
    [select, index],
  );
  await page.locator(".letters__rows:not([aria-busy])").waitFor({ timeout: 60_000 });
  return late;
}
for (const [what, select, first, second] of [["filtering by year", "year", 20, 0], ["filtering by sender", "from", 5, 0], ["sorting", "sort", 2, 0]]) {
  const times = [];
  for (let round = 0; round < 5; round += 1) times.push(await change(select, first), await change(select, second));
  say(`${what}, to the second frame, at 4x slowdown`, `${median(times).toFixed(0)} ms`, "100 ms", median(times) <= 100, spread(times));
}
const scrolled = await page.evaluate(async () => {
  let [longest, last] = [0, performance.now()];
  for (let step = 1; step <= 40; step += 1) {
    scrollTo(0, (document.documentElement.scrollHeight * step) / 40);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
  }
  return longest;
});
say("scrolling to the end in 40 steps, longest frame, at 4x slowdown", `${scrolled.toFixed(0)} ms`, "100 ms", scrolled <= 100);
await visited.network.send("Performance.enable");
const { metrics } = await visited.network.send("Performance.getMetrics");
const heap = metrics.find((metric) => metric.name === "JSHeapTotalSize").value / MB;
const wasm = await page.evaluate(async () => performance.measureUserAgentSpecificMemory?.().then((all) => all.bytes / 1048576).catch(() => null));
const nodes = metrics.find((metric) => metric.name === "Nodes").value;
const held = wasm ?? heap;
say("memory of the page with all rows", `${held.toFixed(0)} MB`, "150 MB", held <= 150, `${nodes} nodes; ${wasm ? "all of the page" : "heap of scripts only"}`);
await browser.close();
for (const size of SIZES) servers[size].close();
console.log(past === 0 ? "every figure is within its limit" : `${past} figures are past their limits`);
process.exit(past === 0 ? 0 : 1);
