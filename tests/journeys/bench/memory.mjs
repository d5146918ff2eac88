// What a page holds in memory when all its rows are there: what the browser says, and what its process has taken.
import { readFileSync } from "node:fs";
import { KB, MB, most, told } from "./figures.mjs";
import { scroll } from "./scroll.mjs";
import { visit } from "./visit.mjs";

/** In the page: its memory as the browser counts it for scripts. */
const counted = () => performance.measureUserAgentSpecificMemory?.().then((memory) => memory.bytes);

/** Memory of its own that the largest renderer has taken, without what is shared with others; Linux only. */
export async function taken(browser) {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  await devtools.detach();
  const own = (process) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${process.id}/status`, "utf8"))?.[1] ?? 0) * KB;
  return Math.max(...processInfo.filter((process) => process.type === "renderer").map(own));
}

/** The list of many letters beside a page of the same site that shows an icon. A browser of its own: no other page. */
export async function memory(launch, many) {
  const alone = async (path, wanted, look) => {
    const browser = await launch();
    const opened = await visit(browser, many + path, wanted);
    await opened.page.waitForTimeout(1000);
    const seen = await look(browser, opened);
    await browser.close();
    return seen;
  };
  const empty = await alone("/icon.svg", { all: "svg" }, taken);
  const list = await alone("/", { all: "html[data-ready] .letters__rows:not([aria-busy]) li" }, async (browser, { page, devtools }) => {
    const there = await taken(browser);
    await page.evaluate(scroll);
    await page.waitForTimeout(1000);
    const seen = await taken(browser);
    await devtools.send("HeapProfiler.collectGarbage");
    const collected = await taken(browser);
    const told = await page.evaluate(counted);
    await devtools.send("Performance.enable");
    const { metrics } = await devtools.send("Performance.getMetrics");
    return { there, seen, collected, told, nodes: metrics.find((metric) => metric.name === "Nodes").value };
  });
  const own = (bytes) => (bytes - empty) / MB;
  const less = `of its process, less ${(empty / MB).toFixed(0)} MB of an empty page`;
  most("memory of the list when all rows are there", own(list.there), " MB", 150, less);
  most("the same when every row has been on the screen", own(list.seen), " MB", 150, `after a collection ${own(list.collected).toFixed(0)} MB`);
  const page = list.told === undefined ? "the browser does not tell" : `${(list.told / MB).toFixed(0)} MB`;
  told("what the page is told (measureUserAgentSpecificMemory: no layout)", `${page}; ${list.nodes} nodes`);
}
