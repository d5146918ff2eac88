// P5: cards of names and dates follow the rules of notes, with a longer rest.
import { expect, test } from "@playwright/test";
import { away, bring, expectOpen, focused, letter, open, rest } from "./beside";

test.use({ viewport: { width: 1200, height: 800 } });

const NAME = ".letter a.name--person[interestfor]";
const DATE = ".letter a.date__link[interestfor]";

for (const [kind, caller] of [["name", NAME], ["date", DATE]] as const) {
  test(`p05_a_${kind}_opens_after_400_ms_of_rest`, async ({ page }) => {
    await letter(page, { clock: true });
    await bring(page, caller);
    const card = (await page.locator(caller).first().getAttribute("interestfor"))!;
    await rest(page, caller);
    await page.clock.runFor(399);
    expect(await open(page)).toEqual([]);
    await page.clock.runFor(2);
    expect(await open(page)).toEqual([card]);
    await away(page);
    await page.clock.runFor(301);
    expect(await open(page)).toEqual([]);
  });

  test(`p05_a_click_on_a_${kind}_pins_its_card_and_does_not_leave`, async ({ page }) => {
    await letter(page);
    const address = page.url();
    await bring(page, caller);
    const card = (await page.locator(caller).first().getAttribute("interestfor"))!;
    await page.locator(caller).first().click();
    await expectOpen(page, [card]);
    await expect(page.locator(`[id="${card}"]`)).toHaveClass(/is-pinned/);
    expect(page.url()).toBe(address);
    await page.keyboard.press("Escape");
    await expectOpen(page, []);
  });
}

test("p05_a_double_click_on_a_name_goes_to_its_entry", async ({ page }) => {
  await letter(page);
  await bring(page, NAME);
  const address = await page.locator(NAME).first().getAttribute("href");
  await page.locator(NAME).first().dblclick();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  expect(await open(page)).toEqual([]);
});

test("p05_a_card_links_to_its_entry", async ({ page }) => {
  await letter(page);
  await bring(page, NAME);
  const name = page.locator(NAME).first();
  const address = (await name.getAttribute("href"))!;
  const card = await name.getAttribute("interestfor");
  await name.click();
  await page.locator(`[id="${card}"] a[href="${address}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test("p05_enter_goes_into_the_card_and_escape_back", async ({ page }) => {
  await letter(page);
  await bring(page, NAME);
  const name = page.locator(NAME).first();
  const card = await name.getAttribute("interestfor");
  await name.focus();
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe(card);
  const label = await page.locator(`[id="${card}"]`).getAttribute("aria-label");
  await expect(page.getByRole("dialog", { name: label!, exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(name).toBeFocused();
});

test("p05_the_words_of_a_mention_are_lit_and_hold_its_card_together", async ({ page }) => {
  await letter(page);
  await bring(page, NAME);
  const mention = page.locator(".mention", { has: page.locator("a.name--person[interestfor]") }).first();
  await rest(page, NAME);
  await expect(mention).toHaveClass(/is-lemma/);
  await away(page);
  await expect(page.locator(".is-lemma")).toHaveCount(0);
});

test("p05_a_note_and_a_name_are_told_apart_by_delay", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, NAME);
  await rest(page, NAME);
  await page.clock.runFor(300);
  expect(await open(page)).toEqual([]);
});
