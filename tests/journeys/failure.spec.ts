// Whatever goes wrong, the reader sees a plain message, never a white page.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { expect, test, type Page, type Route } from "@playwright/test";

const EDITION = process.env.EDITION_URL!;
const MAGIC = Buffer.from("LTRBOOK\0");

/** Serves the viewer with its own edition changed. */
async function changed(page: Page, change: (bytes: Buffer, at: number) => void) {
  await page.route("**/edition.ltb", async (route) => {
    const response = await route.fetch();
    const bytes = inflateRawSync(await response.body());
    const at = bytes.indexOf(MAGIC);
    expect(at).toBe(0);
    change(bytes, at);
    await route.fulfill({ response, body: deflateRawSync(bytes) });
  });
  // A view that lives on the edition.
  await page.goto("/persons/");
}

test("a newer edition is named as such, with both formats", async ({ page }) => {
  await changed(page, (bytes, at) => bytes.writeUInt32LE(977, at + 8));
  await expect(page.getByRole("alert")).toContainText("977");
});

test("a damaged edition is named as such", async ({ page }) => {
  await changed(page, (bytes, at) => bytes.writeUInt8(bytes.readUInt8(at + 400) ^ 0x40, at + 400));
  await expect(page.getByRole("alert")).toContainText(/damaged/i);
});

test("other bytes in its place are named as such", async ({ page }) => {
  await changed(page, (bytes, at) => bytes.write("ANYTHING", at));
  await expect(page.getByRole("alert")).toContainText(/not a Letterbook edition/i);
});

test("a viewer that does not arrive leaves a message", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("alert")).not.toBeEmpty();
});

test("a viewer that is cut off leaves a message", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const bytes = await response.body();
    await route.fulfill({ response, body: bytes.subarray(0, bytes.length / 2), headers: { "content-type": "application/wasm" } });
  });
  await page.goto("/");
  await expect(page.getByRole("alert")).toBeVisible();
});

/** Serves a page without what stands behind a part of it. */
async function cut(page: Page, address: string, part: number) {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.slice(0, body.length * part) });
  });
}

for (const part of [0.25, 0.5, 0.95]) test(`a page that is cut off after ${part} of it is named as such`, async ({ page }) => {
  await cut(page, "**/about/", part);
  await page.goto("/about/");
  await expect(page.getByRole("alert")).toContainText("did not arrive");
});

test("a page that is cut off does not take the place of the one that is read", async ({ page }) => {
  await page.goto("/");
  await page.locator("html[data-ready]").waitFor();
  const text = await page.locator(".letter__text").innerText();
  await cut(page, "**/about/", 0.5);
  await page.locator(".shell__nav a[href$='about/']").click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await page.locator(".letter__text").innerText()).toBe(text);
});

for (const [how, damage] of [
  ["does not arrive", (route: Route) => route.abort()],
  ["is damaged", (route: Route) => route.fulfill({ contentType: "text/javascript", body: "" })],
] as const) test(`a script that ${how} after the first leaves a message`, async ({ page }) => {
  await page.route("**/start.js", damage);
  await page.goto(`${EDITION}/letters/wheel/`);
  await expect(page.getByRole("alert")).toContainText("did not arrive");
  await expect(page.locator(".letter__text")).toBeVisible();
});

test("who asks for the settings before the scripts are there gets them then", async ({ page }) => {
  let arrive = () => {};
  const arrives = new Promise<void>((done) => (arrive = done));
  await page.route("**/start.js", async (route) => {
    await arrives;
    await route.continue();
  });
  const asked = page.waitForRequest("**/start.js");
  await page.goto(`${EDITION}/letters/wheel/`, { waitUntil: "commit" });
  await asked;
  await page.getByRole("button", { name: "Reading settings" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  arrive();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a browser without WebAssembly gets a message", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("WebAssembly");
});

test("a page of another build, with other words, stays as it is", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.route("**/persons/", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const changed = body.replace(/ data-live="/, ' data-live="one more&#10;');
    expect(changed).not.toBe(body);
    await route.fulfill({ response, body: changed });
  });
  await page.goto("/persons/");
  await page.locator("html[data-ready]").waitFor();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Persons");
  await expect(page.locator(".register__row")).not.toHaveCount(0);
  // Nothing lives on it: the field does not narrow the rows.
  const rows = await page.locator(".register__row").count();
  await page.locator("#look-up").fill("joffe");
  await expect(page.locator(".register__row")).toHaveCount(rows);
  // What has no state goes on as ever.
  await page.locator(".register__row a").first().click();
  await expect(page).toHaveURL(/\/persons\/[^/]+\/$/);
  await expect(page.locator("main article, main .entry")).toBeVisible();
  expect(errors).toEqual([]);
});

test("a page that cannot be taken over stays as it is", async ({ page }) => {
  // A printed page of another tree: taking it over fails in the middle.
  await page.route("**/persons/", async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/(<main[^>]*>)[\s\S]*?<\/main>/, "$1<!--<[Live]>--><h2>Another tree</h2></main>");
    await route.fulfill({ response, body: html });
  });
  await page.goto("/persons/");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("Another tree")).toBeVisible();
});

test("a damaged edition leaves the page as it was printed", async ({ page }) => {
  await changed(page, (bytes, at) => bytes.writeUInt8(bytes.readUInt8(at + 400) ^ 0x40, at + 400));
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator(".register__row").first()).toBeVisible();
});

test("a page that does not come is named, and asked for again", async ({ page }) => {
  await page.goto("/");
  await page.locator("html[data-ready]").waitFor();
  await page.route("**/about/", (route) => route.abort());
  await page.locator(".shell__nav a[href$='/about/']").click();
  await expect(page.getByRole("alert")).toContainText(/try again/i);
  await expect(page.locator("article.letter")).toBeVisible();
  await page.unroute("**/about/");
  await page.getByRole("alert").getByRole("link").click();
  await expect(page).toHaveURL(/\/about\/$/);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("with scripts off the letter is read: notes, back links, registers, dates, the next page", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("article.letter h1")).toContainText("Joffe");
  await page.locator("#r85").click();
  await expect(page).toHaveURL(/#n85$/);
  await expect(page.locator("#n85")).toBeInViewport();
  await page.locator("#n85 a[href='#r85']").first().click();
  await expect(page).toHaveURL(/#r85$/);
  await page.locator(".shell__nav a[href$='/persons/']").click();
  await page.locator("main a[href$='/persons/bukharin/']").first().click();
  await expect(page.locator("h1")).toContainText("Bukharin");
  await page.locator(".shell__nav a[href$='/chronology/']").click();
  await expect(page.locator("main")).toContainText("17 March 1921");
  await context.close();
});
