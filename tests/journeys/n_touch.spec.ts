// N14 to N16: fingers, sheets, and the Back button of a phone.
import { expect, test } from "@playwright/test";
import { addCaller, bring, box, expectOpen, lengthen, letter, middle, open, settled, swipe } from "./beside";

test.use({ viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true });

test("n14_the_first_tap_opens", async ({ page }) => {
  await letter(page);
  const address = page.url();
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  expect(await open(page)).toEqual(["pn84"]);
  expect(page.url()).toBe(address);
});

test("n14_a_tap_on_a_link_inside_follows_it", async ({ page }) => {
  await letter(page);
  const name = ".letter a.name[interestfor]";
  await bring(page, name);
  const card = await page.locator(name).first().getAttribute("interestfor");
  await page.locator(name).first().tap();
  await expectOpen(page, [card!]);
  const link = page.locator(`[id="${card}"] a[href^="."]:not([interestfor])`).first();
  const address = await link.getAttribute("href");
  await link.tap();
  await expect(page).toHaveURL(new RegExp(`${address!.replace(/[#?].*/, "")}`));
  expect(await open(page)).toEqual([]);
});

for (const way of ["outside tap", "swipe down", "close button", "Back"] as const) {
  test(`n14_closes_by_${way.replace(" ", "_")}`, async ({ page }) => {
    await letter(page);
    const address = page.url();
    const steps = await page.evaluate(() => history.length);
    await bring(page, "#r84");
    await page.locator("#r84").tap();
    await expectOpen(page, ["pn84"]);
    if (way === "outside tap") await page.touchscreen.tap(4, 20);
    if (way === "close button") await page.locator("#pn84 .popover__close").tap();
    if (way === "Back") await page.evaluate(() => history.back());
    if (way === "swipe down") {
      const from = await middle(page, "#pn84 .popover__scroll");
      await swipe(page, from, { x: from.x + 6, y: from.y + 120 });
    }
    await expectOpen(page, []);
    // Whichever way it was closed, the history is as if it had not been opened.
    await expect.poll(() => page.evaluate(() => history.state)).toBeNull();
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(steps + 1);
  });
}

test("n14_a_swipe_in_the_middle_of_a_long_note_scrolls_it", async ({ page }) => {
  await letter(page);
  await lengthen(page, "#pn84");
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  await page.locator("#pn84 .popover__scroll").evaluate((part) => part.scrollTo({ top: 400, behavior: "instant" }));
  await settled(page);
  const from = await middle(page, "#pn84 .popover__scroll");
  await swipe(page, from, { x: from.x, y: from.y + 100 });
  await expect.poll(() => page.locator("#pn84 .popover__scroll").evaluate((part) => part.scrollTop)).toBeLessThan(390);
  expect(await open(page)).toEqual(["pn84"]);
});

test("n14_a_swipe_over_a_short_note_does_not_move_the_page", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  await settled(page);
  const before = await page.evaluate(() => scrollY);
  const from = await middle(page, "#pn84 .popover__scroll");
  await swipe(page, from, { x: from.x, y: from.y - 80 });
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await open(page)).toEqual(["pn84"]);
});

test("n14_a_long_press_opens_nothing", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  const { x, y } = await middle(page, "#r84");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await page.waitForTimeout(1500);
  expect(await open(page)).toEqual([]);
  await session.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
  expect(await open(page)).toEqual([]);
});

test("n14_no_state_that_cannot_be_left", async ({ page }) => {
  await letter(page);
  await addCaller(page, "#pn84", "pn85", "extra");
  await bring(page, "#r84");
  for (let round = 0; round < 3; round += 1) {
    await page.locator("#r84").tap();
    await page.locator("#extra").tap();
    await expectOpen(page, ["pn84", "pn85"]);
    await page.touchscreen.tap(4, 20);
    await expectOpen(page, []);
    await expect.poll(() => page.evaluate(() => history.state)).toBeNull();
  }
});

for (const [name, width, height] of [["narrow", 390, 760], ["landscape", 800, 360], ["narrow and low", 360, 300]] as const) {
  test(`n15_a_sheet_when_${name.replaceAll(" ", "_")}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await letter(page);
    for (const id of ["84", "85", "86"]) {
      await bring(page, `#r${id}`);
      await page.locator(`#r${id}`).tap();
      await expectOpen(page, [`pn${id}`]);
      await expect(page.locator(`#pn${id}`)).toHaveClass(/is-sheet/);
      const sheet = await box(page, `#pn${id}`);
      expect(Math.round(sheet.bottom)).toBe(height);
      expect(Math.round(sheet.left)).toBe(0);
      expect(Math.round(sheet.width)).toBe(width);
      await page.locator(`#pn${id} .popover__close`).tap();
      await expectOpen(page, []);
      await expect.poll(() => page.evaluate(() => history.state)).toBeNull();
    }
  });
}

test("n15_no_sheet_on_a_wide_and_high_window", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 480 });
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  await expectOpen(page, ["pn84"]);
  await expect(page.locator("#pn84")).not.toHaveClass(/is-sheet/);
});

for (const [name, width, height] of [["portrait", 390, 760], ["landscape", 800, 360]] as const) {
  test(`n15_the_caller_stays_in_the_free_part_in_${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await letter(page);
    await lengthen(page, "#pn84");
    await lengthen(page, "#pn85");
    await lengthen(page, "#pn86");
    for (const id of ["84", "85", "86"]) {
      // The caller is at the lower edge, where the sheet will be.
      await page.locator(`#r${id}`).evaluate((caller) => caller.scrollIntoView({ behavior: "instant", block: "end" }));
      await settled(page);
      await page.locator(`#r${id}`).tap();
      await expectOpen(page, [`pn${id}`]);
      await settled(page);
      const at = await middle(page, `#r${id}`);
      const sheet = await box(page, `#pn${id}`);
      expect(at.top).toBeGreaterThanOrEqual(0);
      expect(at.bottom).toBeLessThanOrEqual(sheet.top);
      await page.locator(`#pn${id} .popover__close`).tap();
      await expectOpen(page, []);
      await expect.poll(() => page.evaluate(() => history.state)).toBeNull();
    }
  });
}

test("n15_turning_the_phone_keeps_the_note_in_view", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  await page.setViewportSize({ width: 760, height: 390 });
  await expect.poll(async () => Math.round((await box(page, "#pn84")).bottom)).toBe(390);
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.locator("#pn84")).not.toHaveClass(/is-sheet/);
  await expect.poll(async () => (await box(page, "#pn84")).bottom).toBeLessThan(700);
});

test("n16_back_closes_one_level", async ({ page }) => {
  await letter(page);
  const address = page.url();
  await addCaller(page, "#pn84", "pn85", "extra");
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  await page.locator("#extra").tap();
  await expectOpen(page, ["pn84", "pn85"]);
  await page.evaluate(() => history.back());
  await expectOpen(page, ["pn84"]);
  await page.evaluate(() => history.back());
  await expectOpen(page, []);
  expect(page.url()).toBe(address);
  await expect(page.locator("#r84")).toBeVisible();
});

test("n16_each_opening_is_one_step", async ({ page }) => {
  await letter(page);
  const before = await page.evaluate(() => history.length);
  await addCaller(page, "#pn84", "pn85", "extra");
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.locator("#extra").tap();
  expect(await page.evaluate(() => history.length)).toBe(before + 2);
});

test("n16_coming_back_from_a_link_finds_the_card_open", async ({ page }) => {
  await letter(page);
  const name = ".letter a.name[interestfor]";
  await bring(page, name);
  const card = await page.locator(name).first().getAttribute("interestfor");
  await page.locator(name).first().tap();
  await expectOpen(page, [card!]);
  const link = page.locator(`[id="${card}"] a[href^="."]:not([interestfor])`).first();
  const address = (await link.getAttribute("href"))!;
  await link.tap();
  await expect(page).toHaveURL(new RegExp(address));
  await page.evaluate(() => history.back());
  await expectOpen(page, [card!]);
  await page.evaluate(() => history.back());
  await expectOpen(page, []);
  await expect(page.locator("#r84")).toBeVisible();
});

test("n16_a_link_outside_is_followed_past_an_open_note", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").tap();
  await expectOpen(page, ["pn84"]);
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/about/";
    link.id = "elsewhere";
    link.textContent = "elsewhere";
    link.style.cssText = "position:fixed;top:60px;left:10px;background:white";
    document.getElementById("main")!.append(link);
  });
  await page.locator("#elsewhere").tap();
  await expect(page).toHaveURL(/\/about\/$/);
  await page.waitForTimeout(300);
  await expect(page).toHaveURL(/\/about\/$/);
  expect(await open(page)).toEqual([]);
});

test.describe("with a mouse", () => {
  test.use({ viewport: { width: 1200, height: 800 }, hasTouch: false, isMobile: false });

  test("n16_mouse_and_keyboard_make_no_steps", async ({ page }) => {
    await letter(page);
    const before = await page.evaluate(() => history.length);
    await bring(page, "#r84");
    await page.locator("#r84").click();
    await expectOpen(page, ["pn84"]);
    await page.keyboard.press("Escape");
    await page.locator("#r85").focus();
    await page.keyboard.press("Enter");
    await expectOpen(page, ["pn85"]);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(await page.evaluate(() => history.state)).toBeNull();
  });
});
