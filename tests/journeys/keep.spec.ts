// The whole edition is kept when a reader asks for it: size, progress, a break, a newer state, no room.
import { expect, test, type Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { host } from "./host";

test.use({ serviceWorkers: "allow" });

async function dialog(page: Page, site: string) {
  await page.goto(`${site}/about/`);
  await page.locator("html[data-ready]").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.getByRole("button", { name: /^Keep this edition/ }).click();
  return page.getByRole("dialog", { name: "Keep this edition" });
}

test("what is kept whole is read without a network, where nobody was before", async ({ page, context }) => {
  const { site, server } = await host();
  const box = await dialog(page, site);
  await expect(box.getByRole("status")).toContainText(/(kB|MB).*\d+ files/);
  await box.getByRole("button", { name: "Keep" }).click();
  await expect(box.getByRole("status")).toContainText("The whole edition is kept here", { timeout: 20_000 });
  await expect(box.getByRole("button", { name: "Remove" })).toBeVisible();
  server.closeAllConnections();
  server.close();
  await context.setOffline(true);
  for (const path of ["letters/wheel/", "persons/elm/", "letters/signs/"]) {
    await page.goto(`${site}/${path}`);
    await page.locator("html[data-ready]").waitFor();
    await expect(page.locator("main h1")).toBeVisible();
  }
  await page.getByRole("link", { name: "Timeline" }).first().click();
  await expect(page.locator("main h1")).toContainText("Timeline");
  await page.getByRole("link", { name: "Persons" }).first().click();
  await page.locator("#look-up").fill("brook");
  await expect(page.locator(".register__row:not(.register__see)")).toHaveCount(1);
});

test("a download that breaks off goes on where it was", async ({ page }) => {
  const { site, server, state, asked } = await host();
  const box = await dialog(page, site);
  state.broken = (path) => path === "/persons/elm/";
  await box.getByRole("button", { name: "Keep" }).click();
  await expect(box.getByRole("status")).toContainText("The network broke off");
  state.broken = () => false;
  asked.length = 0;
  await box.getByRole("button", { name: "Go on" }).click();
  await expect(box.getByRole("status")).toContainText("The whole edition is kept here", { timeout: 20_000 });
  const all = readFileSync(join(process.env.EDITION_FOLDER!, "files.txt"), "utf8").trimEnd().split("\n").length - 1;
  expect(asked.length).toBeLessThan(all);
  server.close();
});

test("a newer state is said, and brought when the reader wants it", async ({ page }) => {
  const { site, server, folder } = await host();
  const box = await dialog(page, site);
  await box.getByRole("button", { name: "Keep" }).click();
  await expect(box.getByRole("status")).toContainText("The whole edition is kept here", { timeout: 20_000 });
  const list = readFileSync(join(folder, "files.txt"), "utf8");
  writeFileSync(join(folder, "files.txt"), list.replace(/^\w+/, "00000001"));
  await page.goto(`${site}/letters/ferry/`);
  const notice = page.getByRole("status").filter({ hasText: "newer state" });
  await expect(notice).toBeVisible({ timeout: 10_000 });
  await expect(page.locator(".letter__text")).toContainText("ferry");
  await notice.getByRole("button").click();
  await box.getByRole("button", { name: "Bring it" }).click();
  await expect(box.getByRole("status")).toContainText("The whole edition is kept here", { timeout: 20_000 });
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(["letterbook-00000001"]));
  expect((await page.evaluate(() => caches.keys())).filter((name) => name.startsWith("letterbook-"))).toHaveLength(1);
  server.close();
});

test("no room is said, with the size", async ({ page }) => {
  const { site, server } = await host();
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ quota: 1000, usage: 900 });
  });
  const box = await dialog(page, site);
  await box.getByRole("button", { name: "Keep" }).click();
  await expect(box.getByRole("status")).toContainText(/no room .*(kB|MB)/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Keep this edition/ })).toBeFocused();
  server.close();
});

test("a device that installs the site learns its name", async ({ page, request }) => {
  const { site, server } = await host();
  await page.goto(`${site}/letters/ferry/`);
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = JSON.parse(await (await request.get(new URL(href!, page.url()).href)).text());
  expect(manifest).toMatchObject({ name: "Letters from a Mill", start_url: "./", lang: "en" });
  server.close();
});
