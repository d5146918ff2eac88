// What was read is read again without a network.
import { expect, test, type Page } from "@playwright/test";
import { host } from "./host";

test.use({ serviceWorkers: "allow" });

/** Everything that the page is made of has been kept. */
async function kept(page: Page, addresses: string[]) {
  await page.waitForFunction(
    async (addresses) => {
      const store = await caches.open("letterbook");
      const found = await Promise.all(addresses.map((address) => store.match(new URL(address, location.href))));
      return found.every(Boolean);
    },
    addresses,
  );
}

test("pages that were read, and the views that live on them, are there without a network", async ({ page }) => {
  const { site, state, server } = await host();
  await page.goto(`${site}/letters/ferry/`);
  await page.locator("html[data-ready]").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const wasm = `${site}/letterbook-viewer_bg.wasm`;
  await kept(page, [`${site}/letters/ferry/`, `${site}/app.css`, `${site}/letterbook-viewer.js`, wasm]);
  await page.getByRole("link", { name: "Persons" }).first().click();
  await expect(page).toHaveURL(/\/persons\/$/);
  await page.locator("#look-up").fill("brook");
  await expect(page.locator(".register__row:not(.register__see)")).toHaveCount(1);
  await kept(page, [`${site}/persons/`, `${site}/edition.ltb`]);

  state.broken = () => true;
  await page.goto(`${site}/letters/ferry/`);
  await page.locator("html[data-ready]").waitFor();
  await page.locator(".noteref").first().hover();
  await expect(page.locator(".popover:popover-open")).toBeVisible();
  await page.getByRole("link", { name: "Persons" }).first().click();
  await expect(page).toHaveURL(/\/persons\/$/);
  await page.locator("#look-up").fill("dorn");
  await expect(page.locator(".register__row:not(.register__see)")).toHaveCount(1);
  // What was not read is not there, and is named; what is on the page stays.
  await page.getByRole("link", { name: "About" }).first().click();
  await expect(page.getByRole("alert")).toContainText(/try again/i);
  await expect(page.locator(".register__row").first()).toBeVisible();
  state.broken = () => false;
  await page.getByRole("alert").getByRole("link").click();
  await expect(page).toHaveURL(/\/about\/$/);
  server.closeAllConnections();
  server.close();
});

for (const [what, login] of [["a page", "<!DOCTYPE html><title>Please pay</title>"], ["something else", "Please pay"]]) {
  test(`${what} that a network gives in place of a part is not kept for good`, async ({ page }) => {
    const { site, state, server } = await host();
    await page.goto(`${site}/about/`);
    await page.locator("html[data-ready]").waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    state.instead = (path) => (path.startsWith("/data/") ? login : undefined);
    await page.goto(`${site}/search/?q=wheel`);
    await expect(page.locator(".find__lost")).toContainText("did not arrive");
    state.instead = () => undefined;
    // The way that the page offers is enough, and so is coming again.
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".find__status")).toHaveText("1 letter");
    await page.goto(`${site}/persons/`);
    await page.locator("#look-up").fill("brook");
    await expect(page.locator(".register__row:not(.register__see)")).toHaveCount(1);
    server.closeAllConnections();
    server.close();
  });
}
