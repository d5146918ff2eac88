// N12 and N13: where a popover stands, and how high it may be.
import { expect, test, type Page } from "@playwright/test";
import { addCaller, bring, box, expectOpen, lengthen, letter, middle, open, rest, settled } from "./beside";

test.use({ viewport: { width: 1200, height: 800 } });

/** Where on the screen the tip of the arrow points to, along the edge that faces the caller. */
async function arrow(page: Page, popover: string) {
  return page.locator(popover).evaluate((element) => {
    const { left, right, top, bottom } = element.querySelector(".popover__arrow")!.getBoundingClientRect();
    const side = (element as HTMLElement).dataset.side;
    return { side, at: side === "above" || side === "below" ? (left + right) / 2 : (top + bottom) / 2 };
  });
}

/** A name that runs over a line end: every window has one if it is made narrow enough. */
async function wrapped(page: Page) {
  await page.evaluate(() => {
    const name = document.querySelector<HTMLElement>(".letter a.name[interestfor]")!;
    name.id = "wrapped";
    name.textContent = "All-Russia Central Executive Committee of the Soviets ".repeat(3);
    name.closest("p")!.scrollIntoView({ behavior: "instant", block: "center" });
  });
  await settled(page);
}

test("n12_stands_at_the_line_under_the_pointer", async ({ page }) => {
  await letter(page);
  await wrapped(page);
  const card = `[id="${await page.locator("#wrapped").getAttribute("interestfor")}"]`;
  for (const line of [0, 1]) {
    const at = await middle(page, "#wrapped", line);
    expect(at.lines).toBeGreaterThan(1);
    await rest(page, "#wrapped", line);
    await expect(page.locator(card)).toBeVisible();
    const stands = await box(page, card);
    const gap = stands.bottom <= at.top ? at.top - stands.bottom : stands.top - at.bottom;
    expect(Math.abs(gap)).toBeLessThan(12);
    const { at: points } = await arrow(page, card);
    expect(points).toBeGreaterThanOrEqual(at.left - 1);
    expect(points).toBeLessThanOrEqual(at.right + 1);
    await page.keyboard.press("Escape");
    await page.mouse.move(3, 790);
  }
});

test("n12_above_then_below", async ({ page }) => {
  await letter(page);
  await bring(page, "#r85");
  await rest(page, "#r85");
  await expectOpen(page, ["pn85"]);
  await expect(page.locator("#pn85")).toHaveAttribute("data-side", "above");
  await page.keyboard.press("Escape");
  await page.locator("#r85").evaluate((caller) => {
    document.body.style.paddingBlockEnd = "100vh";
    scrollBy({ top: caller.getBoundingClientRect().top - 20, behavior: "instant" });
  });
  await settled(page);
  await rest(page, "#r85");
  await expectOpen(page, ["pn85"]);
  await expect(page.locator("#pn85")).toHaveAttribute("data-side", "below");
});

test("n12_is_inside_the_window_everywhere", async ({ page }) => {
  await letter(page);
  for (const [width, height] of [[770, 500], [1600, 1000]]) {
    await page.setViewportSize({ width: width!, height: height! });
    for (const id of ["84", "85", "86"]) {
      for (const block of ["start", "end"] as const) {
        await page.locator(`#r${id}`).evaluate((caller, block) => caller.scrollIntoView({ behavior: "instant", block }), block);
        await settled(page);
        await page.locator(`#r${id}`).focus();
        await page.keyboard.press("Enter");
        await expectOpen(page, [`pn${id}`]);
        const { left, top, right, bottom } = await box(page, `#pn${id}`);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width!);
        expect(bottom).toBeLessThanOrEqual(height!);
        await page.keyboard.press("Escape");
      }
    }
  }
});

test("n12_does_not_cover_its_caller", async ({ page }) => {
  await letter(page);
  for (const id of ["84", "85", "86"]) {
    await bring(page, `#r${id}`);
    await rest(page, `#r${id}`);
    await expectOpen(page, [`pn${id}`]);
    const at = await middle(page, `#r${id}`);
    const note = await box(page, `#pn${id}`);
    const apart = note.bottom <= at.top + 1 || note.top >= at.bottom - 1 || note.right <= at.left + 1 || note.left >= at.right - 1;
    expect(apart).toBe(true);
    await page.keyboard.press("Escape");
  }
});

test("n12_the_arrow_follows_the_caller", async ({ page }) => {
  await letter(page);
  for (const width of [1200, 800]) {
    await page.setViewportSize({ width, height: 800 });
    for (const id of ["84", "85", "86"]) {
      await bring(page, `#r${id}`);
      await page.locator(`#r${id}`).click();
      await expectOpen(page, [`pn${id}`]);
      const at = await middle(page, `#r${id}`);
      const { side, at: points } = await arrow(page, `#pn${id}`);
      const middleOf = side === "above" || side === "below" ? at.x : at.y;
      expect(Math.abs(points - middleOf)).toBeLessThan(14);
      await page.keyboard.press("Escape");
    }
  }
});

test("n12_follows_when_the_window_changes", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  for (const [width, height] of [[900, 700], [1300, 620], [780, 1000]]) {
    await page.setViewportSize({ width: width!, height: height! });
    await settled(page);
    await expect.poll(async () => {
      const at = await middle(page, "#r84");
      const { side, at: points } = await arrow(page, "#pn84");
      return Math.abs(points - (side === "above" || side === "below" ? at.x : at.y)) < 14;
    }).toBe(true);
    const note = await box(page, "#pn84");
    expect(note.right).toBeLessThanOrEqual(width!);
    expect(note.bottom).toBeLessThanOrEqual(height!);
  }
});

test("n12_follows_when_the_page_scrolls", async ({ page }) => {
  await letter(page);
  await bring(page, "#r85");
  await page.locator("#r85").click();
  const gap = async () => (await middle(page, "#r85")).top - (await box(page, "#pn85")).bottom;
  const before = await gap();
  const y = (await box(page, "#pn85")).top;
  await page.evaluate(() => scrollBy({ top: 40, behavior: "instant" }));
  await expect.poll(async () => y - (await box(page, "#pn85")).top).toBeCloseTo(40, 0);
  expect(Math.abs((await gap()) - before)).toBeLessThan(2);
});

test.describe("zoomed in", () => {
  test.use({ isMobile: true, hasTouch: true, viewport: { width: 1200, height: 800 } });

  test("n12_is_inside_the_part_that_is_zoomed_in_on", async ({ page }) => {
    await letter(page);
    await bring(page, "#r84");
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1.4 });
    await expect.poll(() => page.evaluate(() => visualViewport!.scale)).toBeGreaterThan(1.2);
    await page.locator("#r84").evaluate((caller) => caller.scrollIntoView({ behavior: "instant", block: "center", inline: "center" }));
    await settled(page);
    await page.locator("#r84").focus();
    await page.keyboard.press("Enter");
    await expectOpen(page, ["pn84"]);
    const seen = await page.evaluate(() => {
      const { offsetLeft, offsetTop, width, height } = visualViewport!;
      return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
    });
    const note = await box(page, "#pn84");
    expect(note.left).toBeGreaterThanOrEqual(seen.left - 1);
    expect(note.right).toBeLessThanOrEqual(seen.right + 1);
    expect(note.top).toBeGreaterThanOrEqual(seen.top - 1);
    expect(note.bottom).toBeLessThanOrEqual(seen.bottom + 1);
  });
});

test("n12_at_400_percent_zoom", async ({ page }) => {
  // 1280 by 1024 at 400 % is a window of 320 by 256 CSS pixels.
  await page.setViewportSize({ width: 320, height: 256 });
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await expectOpen(page, ["pn84"]);
  await expect(page.locator("#pn84")).toHaveClass(/is-sheet/);
  const note = await box(page, "#pn84");
  expect(note.left).toBeGreaterThanOrEqual(0);
  expect(note.right).toBeLessThanOrEqual(320);
  expect(note.top).toBeGreaterThanOrEqual(0);
  expect(note.bottom).toBeLessThanOrEqual(256);
});

test("n12_a_nested_one_prefers_the_side", async ({ page }) => {
  await letter(page);
  await addCaller(page, "#pn84", "pn86", "extra");
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await page.locator("#extra").click();
  await expectOpen(page, ["pn84", "pn86"]);
  const caller = await box(page, "#extra");
  const nested = await box(page, "#pn86");
  if (Math.max(1200 - 13 - caller.right, caller.left - 13) >= nested.width) {
    expect(["left", "right"]).toContain(await page.locator("#pn86").getAttribute("data-side"));
  }
  expect(nested.right).toBeLessThanOrEqual(1200);
});

test("n13_height_is_limited_and_the_rest_scrolls", async ({ page }) => {
  await letter(page);
  await lengthen(page, "#pn84");
  await bring(page, "#r84");
  for (const height of [800, 1400, 500]) {
    await page.setViewportSize({ width: 1200, height });
    await bring(page, "#r84");
    await page.locator("#r84").click();
    await expectOpen(page, ["pn84"]);
    const limit = await page.locator("#pn84").evaluate((note) => Math.min(innerHeight / 2, 24 * parseFloat(getComputedStyle(note).fontSize)));
    expect((await box(page, "#pn84")).height).toBeLessThanOrEqual(limit + 1);
    await expect(page.locator("#pn84 .popover__scroll")).toHaveAttribute("tabindex", "0");
    await page.keyboard.press("Escape");
  }
});

test("n13_an_edge_shows_that_there_is_more", async ({ page }) => {
  await letter(page);
  await lengthen(page, "#pn84");
  await bring(page, "#r84");
  await page.locator("#r84").click();
  const edge = () => page.locator("#pn84").evaluate((note) => getComputedStyle(note, "::after").display);
  await expect(page.locator("#pn84")).toHaveClass(/is-more/);
  expect(await edge()).toBe("block");
  await page.locator("#pn84 .popover__scroll").evaluate((part) => part.scrollTo({ top: part.scrollHeight, behavior: "instant" }));
  await expect(page.locator("#pn84")).not.toHaveClass(/is-more/);
  expect(await edge()).toBe("none");
});

test("n13_a_short_note_has_no_stop_to_scroll", async ({ page }) => {
  await letter(page);
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await expectOpen(page, ["pn84"]);
  await expect(page.locator("#pn84 .popover__scroll")).not.toHaveAttribute("tabindex");
  await expect(page.locator("#pn84")).not.toHaveClass(/is-more/);
});

test("n13_scrolling_inside_is_kept_when_the_page_moves", async ({ page }) => {
  await letter(page);
  await lengthen(page, "#pn84");
  await bring(page, "#r84");
  await page.locator("#r84").click();
  await page.locator("#pn84 .popover__scroll").evaluate((part) => part.scrollTo({ top: 200, behavior: "instant" }));
  await page.evaluate(() => scrollBy({ top: 15, behavior: "instant" }));
  await settled(page);
  expect(await page.locator("#pn84 .popover__scroll").evaluate((part) => part.scrollTop)).toBe(200);
});

test("n13_in_a_low_frame_it_is_a_sheet", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/about/`);
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = "/";
    frame.width = "1000";
    frame.height = "300";
    document.body.replaceChildren(frame);
  });
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-ready]").waitFor();
  await frame.locator("#r84").click();
  await expect(frame.locator("#pn84")).toBeVisible();
  await expect(frame.locator("#pn84")).toHaveClass(/is-sheet/);
  const inside = await frame.locator("#pn84").evaluate((note) => {
    const { top, bottom, left, right } = note.getBoundingClientRect();
    return top >= 0 && Math.round(bottom) === innerHeight && left >= 0 && right <= innerWidth;
  });
  expect(inside).toBe(true);
  expect(await open(page)).toEqual([]);
});
