// Every view, light and dark, has no violation that axe knows; and none at phone width.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const VIEWS = [
  "/",
  "/letters/joffe-1921-03-17/",
  "/chronology/",
  "/persons/",
  "/persons/joffe/",
  "/persons/bukharin/",
  "/places/",
  "/places/moscow/",
  "/organisations/",
  "/organisations/cc/",
  "/works/",
  "/works/lcw4en/",
  "/events/",
  "/offices/",
  "/search/",
  "/about/",
  "/persons/nobody-of-that-name/",
  "/no/such/page/",
];

// axe looks at every word of the letter and of its cards: half a minute on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const scheme of ["light", "dark"] as const) {
  for (const view of VIEWS) {
    test(`axe finds nothing at ${view} in ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.goto(view);
      await page.locator("html[data-ready]").waitFor();
      await expect(page.locator("h1")).toHaveCount(1);
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`)).toEqual([]);
    });
  }
}

test("axe finds nothing with a note, a card and the settings open", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  await page.locator("html[data-ready]").waitFor();
  await page.locator("#r85").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#pn85")).toBeVisible();
  let found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map((v) => v.id)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator(".settings__button").click();
  await expect(page.locator("#settings")).toBeVisible();
  found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map((v) => v.id)).toEqual([]);
});

for (const width of [320, 360, 768, 1440]) {
  for (const view of VIEWS) {
    test(`nothing is wider than the window at ${view}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(view);
      await page.locator("html[data-ready]").waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over).toBeLessThanOrEqual(0);
    });
  }
}
