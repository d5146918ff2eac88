// A hundred script injections in every field of every format end up as text: tests/corpus/injections.
import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";

const INJECTED = process.env.INJECTED_URL ?? "";
const LINES = readFileSync("../corpus/injections/injections.txt", "utf8").split("\n").filter((line) => line.trim());

/** What a page of ours never holds, wherever its words come from. */
function faults(): string[] {
  const found: string[] = [];
  const app = document.getElementById("app")!;
  for (const one of app.querySelectorAll("script, iframe, object, embed, img, video, audio, link, style, base, meta, template, math, foreignObject, animate, set")) found.push(one.outerHTML.slice(0, 80));
  for (const one of app.querySelectorAll("*")) {
    for (const attribute of one.attributes) {
      if (attribute.name.startsWith("on") || attribute.name === "style" || attribute.name === "srcdoc") found.push(`${one.tagName} ${attribute.name}`);
    }
  }
  for (const link of app.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (!["http:", "https:", "mailto:"].includes(link.protocol)) found.push(link.href.slice(0, 80));
  }
  if ((window as { ran?: boolean }).ran) found.push("a script ran");
  return found;
}

async function start(page: Page, view: string) {
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(INJECTED)) outside.push(request.url());
  });
  await page.addInitScript(() => {
    window.alert = window.confirm = window.prompt = () => ((window as { ran?: boolean }).ran = true) as never;
  });
  await page.goto(INJECTED + view);
  await page.locator("html[data-ready]").waitFor();
  await expect(page.locator("main h1")).toBeVisible();
  return outside;
}

/** Goes from view to view as the app does, and looks at each. */
async function walk(page: Page, views: string[], lines: string[]) {
  return page.evaluate(
    async ([views, lines, look]) => {
      const faults = new Function(`return (${look})()`) as () => string[];
      const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();
      const known = lines.map(squeezed);
      const found: string[] = [];
      let arrived = 0;
      for (const view of views) {
        const before = document.getElementById("app");
        const same = new URL(view, location.href).pathname === location.pathname;
        history.pushState(null, "", view);
        dispatchEvent(new PopStateEvent("popstate"));
        for (let turn = 0; turn < 1000 && !same && document.getElementById("app") === before; turn += 1) {
          await new Promise((next) => setTimeout(next, 5));
        }
        found.push(...faults().map((fault) => `${view}: ${fault}`));
        const text = squeezed(document.getElementById("main")!.textContent ?? "");
        if (known.some((line) => text.includes(line))) arrived += 1;
      }
      return { found, arrived };
    },
    [views, lines, faults.toString()] as const,
  );
}

// Some three hundred pages each.
test.describe.configure({ timeout: 240_000 });

const hrefs = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).href))]);

test("in letters", async ({ page }) => {
  const outside = await start(page, "/");
  await expect(page.locator(".letters__rows:not([aria-busy])")).toBeVisible();
  const letters = await hrefs(page, ".letters__year a.entry__date");
  expect(letters.length).toBeGreaterThanOrEqual(250);
  expect(await page.evaluate(faults)).toEqual([]);
  const { found, arrived } = await walk(page, letters, LINES);
  expect(found).toEqual([]);
  expect(arrived, "the words are there, as words").toBeGreaterThan(letters.length * 0.9);
  expect(outside).toEqual([]);
});

test("in registers, entries, dates and the page about the edition", async ({ page }) => {
  const outside = await start(page, "/about/");
  const views = ["/about/", "/chronology/", "/persons/", "/places/", "/organisations/", "/works/", "/events/", "/offices/"];
  const whole = await walk(page, views, LINES);
  expect(whole.found).toEqual([]);
  await page.goto(`${INJECTED}/persons/`);
  await page.locator("html[data-ready]").waitFor();
  await expect(page.locator(".register__row").first()).toBeVisible();
  const entries = await hrefs(page, ".register__row a");
  expect(entries.length).toBeGreaterThan(50);
  const { found, arrived } = await walk(page, entries.slice(0, 300), LINES);
  expect(found).toEqual([]);
  expect(arrived).toBeGreaterThan(50);
  expect(outside).toEqual([]);
});
