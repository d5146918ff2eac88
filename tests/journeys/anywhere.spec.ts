// A built edition on a plain web server: below a path, under strict policies, without scripts.
import { expect, test, type Page } from "@playwright/test";
import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";

const FOLDER = process.env.EDITION_FOLDER ?? "";
const BELOW = "/museum/letters-of-the-mill/";
/** The policy that comes with the edition. */
const strict = async () =>
  /Content-Security-Policy: (.*)/.exec(await readFile(join(FOLDER, "_headers"), "utf8"))![1]!;
const KINDS: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/** Serves the folder below a path; everything beside it is another site. */
async function host(policy?: string): Promise<{ server: Server; site: string; strangers: string[] }> {
  const strangers: string[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, "http://localhost").pathname;
    if (policy) response.setHeader("content-security-policy", policy);
    if (!path.startsWith(BELOW)) strangers.push(path);
    const file = normalize(path.slice(BELOW.length)) + (path.endsWith("/") ? "/index.html" : "");
    try {
      if (!path.startsWith(BELOW) || file.startsWith("..")) throw new Error("outside");
      const bytes = await readFile(join(FOLDER, file));
      response.setHeader("content-type", KINDS[extname(file)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.setHeader("content-type", KINDS[".html"]!);
      response.end(path.startsWith(BELOW) ? await readFile(join(FOLDER, "404.html")) : "");
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, site: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BELOW}`, strangers };
}

/** What the browser says against the page. */
function complaints(page: Page) {
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

test("below a path, under the strict policy: pages, notes, live views, Back", async ({ page }) => {
  const { server, site, strangers } = await host(await strict());
  const said = complaints(page);
  await page.goto(`${site}letters/ferry/`);
  await page.locator("html[data-ready]").waitFor();
  await page.locator(".noteref").first().hover();
  await expect(page.locator(".popover:popover-open")).toBeVisible();
  await page.getByRole("link", { name: "Persons" }).first().click();
  await expect(page).toHaveURL(`${site}persons/`);
  await page.locator("#look-up").fill("brook");
  await expect(page.locator(".register__row:not(.register__see)")).toHaveCount(1);
  await expect(page).toHaveURL(`${site}persons/?q=brook`);
  await page.locator(".register__row a").first().click();
  await expect(page.locator("h1")).toContainText("Brook");
  await page.goBack();
  await expect(page.locator("#look-up")).toHaveValue("brook");
  await page.getByRole("link", { name: "Letters" }).first().click();
  await expect(page).toHaveURL(site);
  await page.locator("select[name=sort]").selectOption("from");
  await expect(page).toHaveURL(`${site}?sort=from`);
  expect(said).toEqual([]);
  expect(strangers.filter((path) => path !== "/favicon.ico")).toEqual([]);
  server.close();
});

test("a policy against WebAssembly leaves the page as it was printed, and a line", async ({ page }) => {
  const { server, site } = await host("default-src 'self'; script-src 'self'; style-src 'self'");
  await page.goto(`${site}letters/wheel/`);
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.locator("article.letter h1")).toBeVisible();
  // Links are links.
  await page.getByRole("link", { name: "Persons" }).first().click();
  await expect(page.locator(".register__row").first()).toBeVisible();
  server.close();
});

test("with scripts off every kind of page is read, and leads to the next", async ({ browser }) => {
  const { server, site } = await host(await strict());
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site);
  await expect(page.locator(".letters__rows li")).toHaveCount(6);
  await page.locator(".letters__rows a.entry__date").first().click();
  await expect(page.locator("article.letter .letter__text")).not.toBeEmpty();
  await page.locator("a[rel=next]").first().click();
  await expect(page.locator("article.letter .letter__text")).not.toBeEmpty();
  await page.locator(".letter__all").first().click();
  await expect(page.locator(".correspondence__turns li").first()).toBeVisible();
  await page.getByRole("link", { name: "Timeline" }).first().click();
  await expect(page.locator("main time, main .moment, main table").first()).toBeAttached();
  await page.goto(`${site}about/`);
  await expect(page.locator("main")).toContainText("6 letters");
  const answer = await page.goto(`${site}letters/no-such-letter/`);
  expect(answer!.status()).toBe(404);
  await context.close();
  server.close();
});

test("a page says what it is", async ({ page, request }) => {
  const { server, site } = await host();
  await page.goto(`${site}letters/wheel/`);
  const html = await (await request.get(`${site}letters/wheel/`)).text();
  const content = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute("content");
  expect(await content("citation_title")).toBe("Ada Brook to Carl Dorn");
  expect(await page.locator('meta[property="og:title"]').getAttribute("content")).toBe("Ada Brook to Carl Dorn");
  const said = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(said["@type"]).toContain("Message");
  expect(html.indexOf("<article")).toBeGreaterThan(0);
  server.close();
});
