// Where the browser does not know `interestfor`, the viewer does all of it by itself (N4, N5, N9).
import { expect, test } from "@playwright/test";
import { away, bring, expectOpen, letter, open, rest } from "./beside";

test.use({ viewport: { width: 1200, height: 800 } });

test.beforeEach(async ({ page }) => {
  // As in Firefox and WebKit: the property is not there, and nobody hears of interest.
  await page.addInitScript(() => {
    for (const kind of [HTMLAnchorElement, HTMLButtonElement]) {
      delete (kind.prototype as { interestForElement?: unknown }).interestForElement;
    }
    for (const event of ["interest", "loseinterest"]) {
      addEventListener(event, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
    }
  });
});

test("n04_without_the_browser's_help", async ({ page }) => {
  await letter(page);
  expect(await page.evaluate(() => "interestForElement" in HTMLAnchorElement.prototype)).toBe(false);
  await bring(page, "#r84");
  await rest(page, "#r84");
  await expectOpen(page, ["pn84"]);
  await rest(page, "#pn84 .popover__scroll");
  await page.waitForTimeout(600);
  expect(await open(page)).toEqual(["pn84"]);
  await away(page);
  await expectOpen(page, []);
});

test("n09_without_the_browser's_help", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  await expectOpen(page, ["pn84"]);
  await page.keyboard.press("Escape");
  await expectOpen(page, []);
  await expect(page.locator("#r84")).toBeFocused();
});

test("n04_without_popovers_the_link_leads_to_the_note", async ({ page }) => {
  await page.addInitScript(() => {
    delete (HTMLElement.prototype as { showPopover?: unknown }).showPopover;
  });
  await letter(page);
  await page.locator("#r84").click();
  await expect(page).toHaveURL(/#n84$/);
  await expect(page.locator("#n84")).toBeInViewport();
});
