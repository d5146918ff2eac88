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
