// N17, N18, N20: levels, motion and colours, addresses.
import { expect, test } from "@playwright/test";
import { addCaller, away, bring, expectOpen, letter, open, rest } from "./beside";

test.use({ viewport: { width: 1200, height: 800 } });

test("n17_a_name_in_a_note_opens_a_second_level", async ({ page }) => {
  await letter(page);
  await bring(page, "#r85");
  await rest(page, "#r85");
  await expectOpen(page, ["pn85"]);
  const name = "#pn85 .name[interestfor]";
  const card = await page.locator(name).first().getAttribute("interestfor");
  await rest(page, name);
  await expect(page.locator(`[id="${card}"]`)).toBeVisible();
  await expect(page.locator("#pn85")).toBeVisible();
  // Both stay while the pointer is in the inner one, and both go when it has left.
  await rest(page, `[id="${card}"] .popover__scroll`);
  await page.waitForTimeout(600);
  expect((await open(page)).length).toBe(2);
  await away(page);
  await expectOpen(page, []);
});

test("n17_the_inner_one_closes_when_the_pointer_goes_back_to_the_note", async ({ page }) => {
  await letter(page);
  await bring(page, "#r85");
  await rest(page, "#r85");
  await expectOpen(page, ["pn85"]);
  await rest(page, "#pn85 .name[interestfor]");
  await expect.poll(async () => (await open(page)).length).toBe(2);
  const note = (await page.locator("#pn85").boundingBox())!;
  await page.mouse.move(note.x + 4, note.y + note.height - 6);
  await page.mouse.move(note.x + 5, note.y + note.height - 5);
  await expectOpen(page, ["pn85"]);
});

test("n17_a_third_takes_the_place_of_the_second", async ({ page }) => {
  await letter(page);
  await addCaller(page, "#pn84", "pn85", "second");
  await addCaller(page, "#pn85", "pn86", "third");
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await page.locator("#second").click();
  await expectOpen(page, ["pn84", "pn85"]);
  await page.locator("#third").click();
  await expectOpen(page, ["pn84", "pn86"]);
  await page.keyboard.press("Escape");
  await expectOpen(page, ["pn84"]);
});

test("n17_another_caller_in_the_note_takes_the_place_of_the_second", async ({ page }) => {
  await letter(page);
  await addCaller(page, "#pn84", "pn85", "second");
  await addCaller(page, "#pn84", "pn86", "other");
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await page.locator("#second").click();
  await page.locator("#other").evaluate((caller) => (caller as HTMLElement).click());
  await expectOpen(page, ["pn84", "pn86"]);
});

test("n17_a_note_does_not_open_itself_again", async ({ page }) => {
  await letter(page);
  await addCaller(page, "#pn84", "pn84", "self");
  await addCaller(page, "#pn84", "pn85", "second");
  await addCaller(page, "#pn85", "pn84", "back");
  await bring(page, "#r84");
  await page.locator("#r84").click();
  const stands = await page.locator("#pn84").boundingBox();
  await page.locator("#self").click();
  expect(await open(page)).toEqual(["pn84"]);
  await page.locator("#second").click();
  await expectOpen(page, ["pn84", "pn85"]);
  await page.locator("#back").click();
  expect(await open(page)).toEqual(["pn84", "pn85"]);
  expect(await page.locator("#pn84").boundingBox()).toEqual(stands);
});

test("n18_it_is_there_at_once_and_at_most_120_ms_fade", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  const motion = await page.locator("#pn84").evaluate((note) => {
    const style = getComputedStyle(note);
    const seconds = (list: string) => Math.max(...list.split(",").map(parseFloat));
    return seconds(style.transitionDuration) + seconds(style.transitionDelay) + seconds(style.animationDuration);
  });
  expect(motion).toBeLessThanOrEqual(0.12);
});

test("n18_no_motion_for_who_wants_none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  const moving = await page.locator("#pn84").evaluate((note) => ({
    running: note.getAnimations({ subtree: true }).length,
    seconds: parseFloat(getComputedStyle(note).transitionDuration),
    opacity: getComputedStyle(note).opacity,
  }));
  expect(moving).toEqual({ running: 0, seconds: 0, opacity: "1" });
});

test("n18_real_borders_in_forced_colors", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  const border = await page.locator("#pn84").evaluate((note) => {
    const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(note);
    return { borderTopStyle, width: parseFloat(borderTopWidth), differs: borderTopColor !== backgroundColor };
  });
  expect(border).toEqual({ borderTopStyle: "solid", width: 2, differs: true });
});

test("n20_the_address_of_a_note_scrolls_to_the_list", async ({ page }) => {
  await letter(page, { address: "/#n86" });
  await expect(page.locator("#n86")).toBeInViewport();
  expect(await open(page)).toEqual([]);
});

test("n20_the_address_of_a_caller_scrolls_to_it", async ({ page }) => {
  await letter(page, { address: "/#r86" });
  await expect(page.locator("#r86")).toBeInViewport();
  await page.waitForTimeout(500);
  expect(await open(page)).toEqual([]);
});

test("n20_an_address_opens_a_note", async ({ page }) => {
  await letter(page, { address: "/?note=n86" });
  await expectOpen(page, ["pn86"]);
  await expect(page.locator("#r86")).toBeInViewport();
  await expect(page.locator("#pn86")).toHaveClass(/is-pinned/);
  await page.keyboard.press("Escape");
  await expectOpen(page, []);
});

test("n20_an_address_of_no_note_opens_nothing", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const note of ["n99", "", "%22%5D", "x y"]) await letter(page, { address: `/?note=${note}` });
  expect(await open(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test("n20_the_sentence_is_lit_while_its_note_is_open", async ({ page }) => {
  await letter(page);
  await bring(page, "#r85");
  const lit = () => page.evaluate(() => [...(CSS.highlights.get("lemma") ?? [])].map(String).join("|").replace(/\s+/g, " "));
  expect(await lit()).toBe("");
  await page.locator("#r85").click();
  await expect(page.locator("#r85")).toHaveClass(/is-lemma/);
  expect(await lit()).toMatch(/^The old .* as you must know from the discussion\.$/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".is-lemma")).toHaveCount(0);
  expect(await lit()).toBe("");
});
