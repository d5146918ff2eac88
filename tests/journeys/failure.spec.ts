// Whatever goes wrong, the reader sees a plain message, never a white page.
import { expect, test, type Page } from "@playwright/test";

const MAGIC = Buffer.from("LTRBOOK\0");

/** Serves the viewer with its embedded edition changed. */
async function changed(page: Page, change: (bytes: Buffer, at: number) => void) {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const bytes = await response.body();
    // The eight letters stand twice: where the viewer compares with them, and at the head of the edition,
    // which alone is followed by a small version number.
    let at = bytes.indexOf(MAGIC);
    while (at >= 0 && bytes.readUInt32LE(at + 8) > 1000) at = bytes.indexOf(MAGIC, at + 1);
    expect(at).toBeGreaterThan(0);
    change(bytes, at);
    await route.fulfill({ response, body: bytes, headers: { "content-type": "application/wasm" } });
  });
  await page.goto("/");
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

test("a browser without WebAssembly gets a message", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("WebAssembly");
});

test("a panic leaves a message and what was on the page", async ({ page }) => {
  // A pre-rendered page of another tree: taking it over fails in the middle.
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /(<div id="app"[^>]*>)[\s\S]*?(<\/div>)/,
      "$1<!--<[App]>--><h2>A heading of another tree</h2>$2",
    );
    await route.fulfill({ response, body: html });
  });
  await page.goto("/");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("A heading of another tree")).toBeVisible();
});

test("with scripts off the page says what it needs", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  expect((await page.locator("body").innerText()).trim().length).toBeGreaterThan(20);
  await context.close();
});
