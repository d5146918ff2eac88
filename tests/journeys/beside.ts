// What the journeys of the N and P rules share: a page whose clock stands still, and words for what is open.
import { expect, type Page } from "@playwright/test";

/** Opens the letter. With a stopped clock, timers run only when the test says so. */
export async function letter(page: Page, options: { address?: string; clock?: boolean } = {}) {
  if (options.clock) await page.clock.install({ time: 0 });
  await page.goto(options.address ?? "/");
  await page.locator("html[data-ready]").waitFor();
  await page.evaluate(() => document.fonts.ready);
  if (options.clock) await page.clock.pauseAt(60_000);
}

/** The ids of what is open and to be seen, in the order of the document. */
export async function open(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const open = [...document.querySelectorAll(".popover:popover-open")];
    return open.filter((popover) => getComputedStyle(popover).visibility === "visible").map((popover) => popover.id);
  });
}

/** Brings an element to the middle of the window, at once; there is room for that at both ends of the page. */
export async function bring(page: Page, selector: string) {
  await page.evaluate(() => (document.body.style.paddingBlock = "60vh"));
  await page.locator(selector).first().evaluate((element) => element.scrollIntoView({ behavior: "instant", block: "center" }));
  await settled(page);
}

/** Waits until what was scrolled has been drawn, and the page has heard of it. */
export async function settled(page: Page) {
  const session = await page.context().newCDPSession(page);
  // The page's own clock may stand still; a picture is taken all the same, after the page has been drawn.
  await session.send("Page.captureScreenshot", { format: "jpeg", quality: 1, clip: { x: 0, y: 0, width: 8, height: 8, scale: 1 } });
  await session.detach();
}

/** The middle of the n-th line of an element. */
export async function middle(page: Page, selector: string, line = 0) {
  return page.locator(selector).first().evaluate((element, line) => {
    const rects = [...element.getClientRects()].filter((rect) => rect.width > 0);
    const rect = rects.at(line)!;
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, lines: rects.length, top: rect.top, bottom: rect.bottom, left: rect.left, right: rect.right };
  }, line);
}

/** Rests the pointer on an element that is in view: the pointer really moves there. */
export async function rest(page: Page, selector: string, line = 0) {
  const at = await middle(page, selector, line);
  await page.mouse.move(at.x - 2, at.y);
  await page.mouse.move(at.x, at.y);
}

/** Moves the pointer to where nothing is. */
export async function away(page: Page) {
  const size = page.viewportSize()!;
  await page.mouse.move(3, size.height - 6);
  await page.mouse.move(2, size.height - 5);
}

/** The border box of an element. */
export async function box(page: Page, selector: string) {
  return page.locator(selector).first().evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  });
}

/** Adds to a popover a caller that the letter does not have there, as an editor's cross-reference would be. */
export async function addCaller(page: Page, inside: string, target: string, id: string) {
  await page.evaluate(([inside, target, id]) => {
    const caller = document.createElement("a");
    caller.className = "noteref";
    caller.id = id;
    caller.href = `#n${target.slice(1)}`;
    caller.setAttribute("interestfor", target);
    caller.textContent = ` ${target} `;
    document.querySelector(`${inside} .popover__scroll`)!.append(caller);
  }, [inside, target, id] as const);
}

/** Makes a popover longer than it may be high. */
export async function lengthen(page: Page, popover: string) {
  await page.evaluate((popover) => {
    const scroll = document.querySelector(`${popover} .popover__scroll`)!;
    for (let line = 0; line < 60; line += 1) {
      const paragraph = document.createElement("p");
      paragraph.textContent = `Line ${line} of a note that an editor could not stop.`;
      scroll.append(paragraph);
    }
  }, popover);
}

/** What has the focus: its id, else its class. */
export async function focused(page: Page) {
  return page.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName);
}

/** Waits until exactly these are open. */
export async function expectOpen(page: Page, ids: string[]) {
  await expect.poll(() => open(page)).toEqual(ids);
}

/** Moves fingers through the browser's own input, so that scrolling and tapping are the browser's. */
export async function swipe(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [from] });
  for (let step = 1; step <= 6; step += 1) {
    const point = { x: from.x + ((to.x - from.x) * step) / 6, y: from.y + ((to.y - from.y) * step) / 6 };
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [point] });
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}
