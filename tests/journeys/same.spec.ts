// What is printed is what the program shows: every page of the test editions, and fifty of each real one, before the
// program and with it.
import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";

// Wide enough that the timeline shows as many bins as it was printed with (T3).
test.use({ viewport: { width: 1600, height: 900 } });

const CORPORA = resolve(process.cwd(), "../../../shared/corpora");
const SAMPLE = 50;
const KINDS: Record<string, string> = { ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

const pagesOf = (list: string) => list.trimEnd().split("\n").slice(1).filter((path) => path.endsWith("/"));

/** The main part of a page in words, but for what the program alone adds or the reader chose. */
const tell = (main: Element) => {
  const copy = main.cloneNode(true) as Element;
  // Where a link to selected words is offered.
  for (const added of copy.querySelectorAll(":scope > div:not([class])")) added.remove();
  for (const name of copy.querySelectorAll("[interestfor][tabindex]")) name.removeAttribute("tabindex");
  // What stands there for who has no script.
  for (const still of copy.querySelectorAll(".find__still")) still.remove();
  for (const lit of copy.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode!.removeChild(comment);
  copy.normalize();
  // Reading a document makes one sign of the two that end a line in some sources.
  return copy.innerHTML.replace(/ (class|aria-\w+)=""/g, "").replaceAll("\r\n", "\n");
};

/** The pages of a site on which printed and shown differ. */
async function different(page: Page, site: string, paths: string[]) {
  const odd: string[] = [];
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  for (const path of paths) {
    await page.goto(`${site}/${path}`);
    await page.locator("html[data-ready]").waitFor();
    const [shown, printed] = await page.evaluate(async (source) => {
      const tell = new Function("main", `return (${source})(main)`) as (main: Element) => string;
      const text = await (await fetch(location.href)).text();
      const printed = new DOMParser().parseFromString(text, "text/html");
      return [tell(document.querySelector("#main")!), tell(printed.querySelector("#main")!)];
    }, tell.toString());
    if (shown !== printed) {
      const at = [...shown!].findIndex((sign, index) => sign !== printed![index]);
      odd.push(`${path}: ${shown!.slice(Math.max(0, at - 60), at + 80)} | ${printed!.slice(Math.max(0, at - 60), at + 80)}`);
    }
  }
  return [...odd, ...faults];
}

for (const [name, site] of [
  ["the letter", process.env.BASE_URL],
  ["the mill", process.env.EDITION_URL],
  ["the injections", process.env.INJECTED_URL],
] as const) {
  test(`what is printed is what is shown, every page: ${name}`, async ({ page, request }) => {
    test.setTimeout(300_000);
    const paths = pagesOf(await (await request.get(`${site}/files.txt`)).text());
    expect(paths.length).toBeGreaterThan(5);
    // Of hundreds that differ in one name alone, some stand for the rest.
    const step = Math.ceil(paths.length / 150);
    expect(await different(page, site!, paths.filter((_, at) => at % step === 0))).toEqual([]);
  });
}

const corpora = existsSync(CORPORA) ? readdirSync(CORPORA).filter((name) => statSync(join(CORPORA, name)).isDirectory()) : [];
if (corpora.length === 0) console.log("skipped: ../shared is absent");

for (const name of corpora) {
  test(`what is printed is what is shown, fifty pages: ${name}`, async ({ page }) => {
    test.setTimeout(300_000);
    const site = test.info().outputPath("site");
    try {
      execFileSync(process.env.LETTERBOOK!, ["build", join(CORPORA, name), "-o", site, "-q"], { stdio: "ignore" });
    } catch {
      // A folder without letters is no edition; the tests of the command say which those are.
      expect(existsSync(site)).toBe(false);
      return;
    }
    const server = createServer((request, response) => {
      const path = new URL(request.url!, "http://localhost").pathname;
      try {
        const bytes = readFileSync(join(site, path, path.endsWith("/") ? "index.html" : ""));
        response.setHeader("content-type", path.endsWith("/") ? "text/html; charset=utf-8" : (KINDS[extname(path)] ?? "application/octet-stream"));
        response.end(bytes);
      } catch {
        response.statusCode = 404;
        response.end();
      }
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const paths = pagesOf(readFileSync(join(site, "files.txt"), "utf8"));
    // The views that live, and others from everywhere in the list.
    const views = paths.filter((path) => path.split("/").length === 2 && path !== "./");
    const rest = paths.filter((path) => !views.includes(path));
    const step = Math.max(1, Math.floor(rest.length / (SAMPLE - views.length)));
    const sample = [...views, ...rest.filter((_, at) => at % step === 0)].slice(0, SAMPLE);
    expect(await different(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sample)).toEqual([]);
    server.close();
    rmSync(site, { recursive: true });
  });
}
