// N4 to N7: mouse and pen.
import { expect, test } from "@playwright/test";
import { addCaller, away, box, bring, expectOpen, lengthen, letter, middle, open, rest } from "./beside";

test.use({ viewport: { width: 1200, height: 800 } });

test("n04_note_opens_after_150_ms_of_rest", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.clock.runFor(149);
  expect(await open(page)).toEqual([]);
  await page.clock.runFor(2);
  expect(await open(page)).toEqual(["pn84"]);
});

test("n04_leaving_before_the_delay_opens_nothing", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.clock.runFor(100);
  await away(page);
  await page.clock.runFor(2000);
  expect(await open(page)).toEqual([]);
});

test("n04_what_is_made_ready_before_the_delay_is_not_seen_and_leaves_nothing_behind", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  const note = page.locator("#pn84");
  const before = await note.evaluate((note) => note.outerHTML);
  await rest(page, "#r84");
  await page.clock.runFor(120);
  expect(await note.evaluate((note) => note.matches(":popover-open"))).toBe(true);
  await expect(note).toBeHidden();
  // Nothing lies above the text: what the pointer meets there is the text.
  const { left, top, width, height } = await box(page, "#pn84");
  const met = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest(".popover")?.id, [left + width / 2, top + height / 2]);
  expect(met).toBeUndefined();
  await away(page);
  expect(await note.evaluate((note) => note.matches(":popover-open"))).toBe(false);
  // As it was, but for what the first opening says of every popover.
  const after = await note.evaluate((note) => note.outerHTML);
  const same = (html: string) =>
    html
      .replace(/<button class="popover__close".*$/, "</div>")
      .replace(/ (popover|role|tabindex|aria-label|data-side|style)="[^"]*"/g, "")
      .replace(/class="([^"]*?)\s*"/, 'class="$1"');
  expect(same(after)).toBe(same(before));
  await page.clock.runFor(2000);
  expect(await open(page)).toEqual([]);
  // And it opens as ever.
  await rest(page, "#r84");
  await page.clock.runFor(151);
  expect(await open(page)).toEqual(["pn84"]);
});

test("n04_moving_on_to_a_second_caller_opens_at_once", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r85");
  await rest(page, "#r84");
  await page.clock.runFor(160);
  expect(await open(page)).toEqual(["pn84"]);
  await rest(page, "#r85");
  expect(await open(page)).toEqual(["pn85"]);
});

test("n04_nothing_opens_while_a_button_is_held", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  const at = await middle(page, "#r84");
  await page.mouse.move(at.x - 60, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y);
  await page.clock.runFor(2000);
  expect(await open(page)).toEqual([]);
  await page.mouse.up();
});

test("n05_closes_300_ms_after_leaving", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.clock.runFor(160);
  await away(page);
  await page.clock.runFor(299);
  expect(await open(page)).toEqual(["pn84"]);
  await page.clock.runFor(2);
  expect(await open(page)).toEqual([]);
});

test("n05_entering_the_popover_stops_the_timer", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.clock.runFor(160);
  await away(page);
  await page.clock.runFor(200);
  await rest(page, "#pn84 .popover__scroll");
  await page.clock.runFor(60_000);
  expect(await open(page)).toEqual(["pn84"]);
});

test("n05_no_timer_while_the_focus_is_inside", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.clock.runFor(160);
  await page.evaluate(() => document.getElementById("pn84")!.focus());
  await away(page);
  await page.clock.runFor(60_000);
  expect(await open(page)).toEqual(["pn84"]);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.mouse.move(40, 60);
  await page.clock.runFor(301);
  expect(await open(page)).toEqual([]);
});

test("n05_a_caller_that_was_clicked_before_does_not_hold_what_is_hovered_later", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.down();
  await page.mouse.up();
  expect(await open(page)).toEqual([]);
  await away(page);
  await rest(page, "#r84");
  await page.clock.runFor(160);
  expect(await open(page)).toEqual(["pn84"]);
  await away(page);
  await page.clock.runFor(301);
  expect(await open(page)).toEqual([]);
});

test("n06_hover_is_ignored_while_the_page_scrolls", async ({ page }) => {
  await letter(page, { clock: true });
  await bring(page, "#r84");
  const at = await middle(page, "#r84");
  await page.mouse.move(at.x, at.y + 150);
  await page.clock.runFor(1000);
  expect(await open(page)).toEqual([]);
  // The caller comes to lie under the pointer.
  await page.evaluate(() => scrollBy({ top: -150, behavior: "instant" }));
  await expect.poll(async () => Math.round((await middle(page, "#r84")).y - at.y)).toBe(150);
  await page.clock.runFor(5000);
  expect(await open(page)).toEqual([]);
  await page.mouse.move(at.x + 1, at.y + 150);
  await page.clock.runFor(151);
  expect(await open(page)).toEqual(["pn84"]);
});

test("n06_the_wheel_at_the_end_of_a_note_does_not_scroll_the_page", async ({ page }) => {
  await letter(page);
  await lengthen(page, "#pn84");
  await bring(page, "#r84");
  await rest(page, "#r84");
  await expectOpen(page, ["pn84"]);
  await rest(page, "#pn84 .popover__scroll");
  const before = await page.evaluate(() => scrollY);
  const inner = () => page.evaluate(() => document.querySelector("#pn84 .popover__scroll")!.scrollTop);
  await page.mouse.wheel(0, 300);
  await expect.poll(inner).toBeGreaterThan(100);
  for (let turn = 0; turn < 8; turn += 1) {
    await page.mouse.wheel(0, 2000);
    await page.waitForTimeout(60);
  }
  const end = await page.evaluate(() => {
    const part = document.querySelector("#pn84 .popover__scroll")!;
    return part.scrollHeight - part.clientHeight - part.scrollTop;
  });
  expect(end).toBeLessThan(2);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("n07_a_click_pins", async ({ page }) => {
  await letter(page, { clock: true });
  const address = page.url();
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.mouse.down();
  await page.mouse.up();
  expect(await open(page)).toEqual(["pn84"]);
  await expect(page.locator("#pn84")).toHaveClass(/is-pinned/);
  await expect(page.locator("#pn84 .popover__close")).toBeVisible();
  expect(page.url()).toBe(address);
  await away(page);
  await page.clock.runFor(60_000);
  expect(await open(page)).toEqual(["pn84"]);
});

for (const way of ["second click", "outside click", "close button", "Esc"] as const) {
  test(`n07_closes_by_${way.replace(" ", "_")}`, async ({ page }) => {
    await letter(page);
    await bring(page, "#r84");
    await page.locator("#r84").click();
    await expectOpen(page, ["pn84"]);
    if (way === "second click") await page.locator("#r84").click();
    if (way === "outside click") await page.mouse.click(4, 400);
    if (way === "close button") await page.locator("#pn84 .popover__close").click();
    if (way === "Esc") await page.keyboard.press("Escape");
    expect(await open(page)).toEqual([]);
    // The pointer rests where it is: nothing opens again by itself.
    await page.waitForTimeout(600);
    expect(await open(page)).toEqual([]);
  });
}

test("n07_a_click_inside_keeps_it_open", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await page.locator("#pn84 .popover__scroll").click({ position: { x: 4, y: 4 } });
  expect(await open(page)).toEqual(["pn84"]);
});

test("n07_text_dragged_out_of_a_pinned_note_does_not_close_it", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  const inside = await middle(page, "#pn84 .popover__scroll");
  await page.mouse.move(inside.x, inside.y);
  await page.mouse.down();
  await page.mouse.move(4, 400, { steps: 4 });
  await page.mouse.up();
  expect(await open(page)).toEqual(["pn84"]);
});

for (const modifier of ["Control", "Shift", "Meta", "Alt"] as const) {
  test(`n07_${modifier}_click_stays_the_browser's`, async ({ page }) => {
    await letter(page);
    await bring(page, "#r84");
    // Whoever hears the click last says what became of it, and keeps the tests' browser from opening windows.
    await page.evaluate(() => {
      document.addEventListener("click", (event) => {
        document.documentElement.dataset.prevented = String(event.defaultPrevented);
        event.preventDefault();
      });
    });
    const at = await middle(page, "#r84");
    await page.keyboard.down(modifier);
    await page.mouse.click(at.x, at.y);
    await page.keyboard.up(modifier);
    await expect(page.locator("html")).toHaveAttribute("data-prevented", "false");
    await expect(page.locator(".is-pinned")).toHaveCount(0);
  });
}

test("n07_middle_click_stays_the_browser's", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.evaluate(() => {
    document.addEventListener("auxclick", (event) => {
      document.documentElement.dataset.prevented = String(event.defaultPrevented);
      event.preventDefault();
    });
  });
  await page.locator("#r84").click({ button: "middle" });
  await expect(page.locator("html")).toHaveAttribute("data-prevented", "false");
  await expect(page.locator(".is-pinned")).toHaveCount(0);
});

test("n07_a_pinned_note_stays_beside_one_that_is_hovered", async ({ page }) => {
  await letter(page);
  await bring(page, "#r85");
  await page.locator("#r84").click();
  await expectOpen(page, ["pn84"]);
  await rest(page, "#r85");
  await expectOpen(page, ["pn84", "pn85"]);
  await away(page);
  await expectOpen(page, ["pn84"]);
});

test("n07_leaving_the_view_closes_everything", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await expectOpen(page, ["pn84"]);
  await page.evaluate(() => document.querySelector<HTMLElement>(".shell__nav a[href$='/about/']")!.click());
  await expect(page).toHaveURL(/\/about\/$/);
  expect(await open(page)).toEqual([]);
  await page.goBack();
  await page.locator("#r84").waitFor();
  await page.waitForTimeout(500);
  expect(await open(page)).toEqual([]);
  await bring(page, "#r85");
  await rest(page, "#r85");
  await expectOpen(page, ["pn85"]);
});

test("n07_an_element_that_vanishes_leaves_nothing_behind", async ({ page }) => {
  await letter(page, { clock: true });
  await addCaller(page, "#pn84", "pn85", "extra");
  await bring(page, "#r84");
  await rest(page, "#r84");
  await page.evaluate(() => document.getElementById("pn84")!.remove());
  await page.clock.runFor(5000);
  expect(await open(page)).toEqual([]);
  await rest(page, "#r85");
  await page.clock.runFor(151);
  expect(await open(page)).toEqual(["pn85"]);
});
