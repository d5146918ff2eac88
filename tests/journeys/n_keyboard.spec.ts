// N8 to N11: keyboard, assistive technology, size of targets.
import { expect, test } from "@playwright/test";
import { addCaller, away, bring, expectOpen, focused, lengthen, letter, middle, open, rest } from "./beside";

test.use({ viewport: { width: 1200, height: 800 } });

/** Puts the focus just before an element, so that the next Tab goes to it. */
async function before(page: import("@playwright/test").Page, selector: string) {
  await page.evaluate((selector) => {
    const stop = document.createElement("span");
    stop.tabIndex = -1;
    document.querySelector(selector)!.before(stop);
    stop.focus({ preventScroll: true });
  }, selector);
}

test("n08_resting_focus_opens_and_stays_on_the_caller", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await before(page, "#r84");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("r84");
  await page.clock.runFor(149);
  expect(await open(page)).toEqual([]);
  await page.clock.runFor(2);
  expect(await open(page)).toEqual(["pn84"]);
  expect(await focused(page)).toBe("r84");
  await page.clock.runFor(60_000);
  expect(await open(page)).toEqual(["pn84"]);
});

test("n08_what_the_focus_opened_closes_when_it_goes_on", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await before(page, "#r84");
  await page.keyboard.press("Tab");
  await page.clock.runFor(151);
  expect(await open(page)).toEqual(["pn84"]);
  await page.keyboard.press("Tab");
  expect(await open(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement!.closest(".popover"))).toBeNull();
});

test("n08_enter_opens_and_goes_into_a_dialog", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await before(page, "#r84");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expectOpen(page, ["pn84"]);
  expect(await focused(page)).toBe("pn84");
  const dialog = page.getByRole("dialog", { name: "note 84", exact: true });
  await expect(dialog).toBeVisible();
  await expect(dialog).toBeFocused();
  await expect(dialog).not.toHaveAttribute("aria-modal", "true");
  // Not modal: the rest of the page is still there for everybody.
  expect(await page.evaluate(() => document.querySelectorAll("[inert]").length)).toBe(0);
});

test("n08_tab_goes_through_the_links_then_on_from_the_caller", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await before(page, "#r84");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const after = await page.evaluate(() => {
    const element = document.activeElement!;
    element.setAttribute("data-after", "");
    return element.outerHTML;
  });
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  const stops = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("#pn84 a[href], #pn84 button")];
    return all.filter((stop) => stop.getClientRects().length > 0).map((stop) => stop.textContent);
  });
  expect(stops.length).toBeGreaterThan(1);
  for (const stop of stops) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(stop);
  }
  expect(await open(page)).toEqual(["pn84"]);
  await page.keyboard.press("Tab");
  expect(await open(page)).toEqual([]);
  await expect(page.locator("[data-after]")).toBeFocused();
  expect(after).not.toContain("popover");
});

test("n08_shift_tab_before_the_first_link_returns_to_the_caller", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe("r84");
  expect(await open(page)).toEqual([]);
});

test("n08_escape_returns_the_focus_to_the_caller", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  expect(await open(page)).toEqual([]);
  expect(await focused(page)).toBe("r84");
  await page.waitForTimeout(500);
  expect(await open(page)).toEqual([]);
});

test("n08_escape_closes_one_level", async ({ page }) => {
  await letter(page);
  await addCaller(page, "#pn84", "pn85", "extra");
  await bring(page, "#r84");
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  await page.locator("#extra").focus();
  await page.keyboard.press("Enter");
  await expectOpen(page, ["pn84", "pn85"]);
  expect(await focused(page)).toBe("pn85");
  await page.keyboard.press("Escape");
  expect(await open(page)).toEqual(["pn84"]);
  expect(await focused(page)).toBe("extra");
  await page.keyboard.press("Escape");
  expect(await open(page)).toEqual([]);
  expect(await focused(page)).toBe("r84");
});

test("n08_opened_by_hover_the_focus_does_not_move", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#main").evaluate((main) => main.focus({ preventScroll: true }));
  await rest(page, "#r84");
  await expectOpen(page, ["pn84"]);
  expect(await focused(page)).toBe("main");
  await away(page);
  await expectOpen(page, []);
  expect(await focused(page)).toBe("main");
});

test("n08_hovered_then_entered_by_key_then_left_by_pointer_is_not_stuck", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.clock.runFor(151);
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("pn84");
  await away(page);
  await page.clock.runFor(60_000);
  expect(await open(page)).toEqual(["pn84"]);
  await page.keyboard.press("Escape");
  expect(await open(page)).toEqual([]);
  await rest(page, "#r84");
  await page.clock.runFor(151);
  expect(await open(page)).toEqual(["pn84"]);
  await away(page);
  await page.clock.runFor(301);
  expect(await open(page)).toEqual([]);
});

test("n08_names_in_a_note_are_reached_by_tab_and_open_their_card", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const card = await page.evaluate(() => document.activeElement!.getAttribute("interestfor"));
  expect(card).toMatch(/^c-/);
  await page.keyboard.press("Enter");
  await expect(page.locator(`[id="${card}"]`)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(`#pn84 [interestfor="${card}"]`).first()).toBeFocused();
});

test("n08_a_long_note_is_scrolled_by_keys", async ({ page }) => {
  await letter(page);
  await lengthen(page, "#pn84");
  await bring(page, "#r84");
  await page.locator("#r84").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toContain("popover__scroll");
  await page.keyboard.press("PageDown");
  await expect.poll(() => page.evaluate(() => document.querySelector("#pn84 .popover__scroll")!.scrollTop)).toBeGreaterThan(50);
});

test("n09_escape_closes_what_the_pointer_opened", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await rest(page, "#r84");
  await expectOpen(page, ["pn84"]);
  await page.keyboard.press("Escape");
  expect(await open(page)).toEqual([]);
  await page.waitForTimeout(700);
  expect(await open(page)).toEqual([]);
});

test("n09_one_press_one_level_by_pointer", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await rest(page, "#r84");
  await expectOpen(page, ["pn84"]);
  const name = "#pn84 .name[interestfor]";
  const card = await page.locator(name).first().getAttribute("interestfor");
  await rest(page, name);
  await expect.poll(async () => (await open(page)).sort()).toEqual([card, "pn84"].sort());
  await page.keyboard.press("Escape");
  expect(await open(page)).toEqual(["pn84"]);
  await page.keyboard.press("Escape");
  expect(await open(page)).toEqual([]);
});

test("n10_no_description_is_made_on_opening", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  const caller = page.locator("#r84");
  await expect(caller).toHaveAttribute("aria-details", "n84");
  await rest(page, "#r84");
  await expectOpen(page, ["pn84"]);
  await caller.click();
  expect(await page.locator("[aria-describedby]").count()).toBe(0);
  await expect(caller).toHaveAttribute("aria-details", "n84");
});

test("n11_a_caller_is_hit_within_24_pixels", async ({ page }) => {
  await letter(page);
  for (const id of ["r84", "r85", "r86"]) {
    await bring(page, `#${id}`);
    const { x, y } = await middle(page, `#${id}`);
    for (const [dx, dy] of [[-11, 0], [11, 0], [0, -11], [0, 11], [-11, -11], [11, 11]]) {
      const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.closest("a")?.id, [x + dx!, y + dy!]);
      expect(hit, `${id} ${dx} ${dy}`).toBe(id);
    }
  }
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true });

  test("n11_a_caller_is_hit_within_44_pixels_by_touch", async ({ page }) => {
    await letter(page);
    for (const id of ["r84", "r85", "r86"]) {
      await bring(page, `#${id}`);
      const { x, y } = await middle(page, `#${id}`);
      for (const [dx, dy] of [[0, -21], [0, 21], [-21, 0]]) {
        const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.closest("a")?.id, [x + dx!, y + dy!]);
        expect(hit, `${id} ${dx} ${dy}`).toBe(id);
      }
    }
  });

  test("n11_the_close_button_is_44_pixels_by_touch", async ({ page }) => {
    await letter(page);
    await bring(page, "#r84");
    await page.locator("#r84").tap();
    const button = (await page.locator("#pn84 .popover__close").boundingBox())!;
    expect(Math.min(button.width, button.height)).toBeGreaterThanOrEqual(44);
  });
});
